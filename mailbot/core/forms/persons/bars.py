"""Lines of a bilingual office parted by bars: "Deputy Director | Directeur adjoint", "Telephone | Téléphone 613-…"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mailbot.core.language import fold

_FRENCH = re.compile(
    r"\b(?:des?|du|et|les|aux|une?|directeur|directrice|adjoint\w*|affaires|gouvernement|ministere|conseill\w+|analyste"
    r"|principale?|agente?|chef|politiques?|citoyennete|securite|services?)\b|\b[dl]['’]"
)
_ENGLISH = re.compile(
    r"\b(?:of|and|the|for|affairs|government|director|deputy|officer|advisor|analyst|policy|security)\b"
)
_VALUE = re.compile(r"[+(]?\d[\d\s().-]{6}|\S+@")


def parts_of_bars(text: str) -> Iterator[str]:
    """Yield the parts of a line; one that only says the part before in French is left out."""
    parts = [part.strip() for part in text.split("|") if part.strip()] if "|" in text else [text]
    place = 0
    while place < len(parts):
        part, following = parts[place], parts[place + 1] if place + 1 < len(parts) else ""
        value = _VALUE.search(following)
        if value and part.isalpha():
            part = f"{part}: {following[value.start() :]}"
            place += 1
        elif not value and _FRENCH.search(fold(following)) and _is_english(part):
            place += 1
        yield part
        place += 1


def _is_english(text: str) -> bool:
    return bool(_ENGLISH.search(fold(text))) or not _FRENCH.search(fold(text))
