"""Both halves of a letter must say the same: dates, numbers, names, links, count of items."""

from __future__ import annotations

import re
from collections import Counter

from mailbot.core.language import fold

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "enero january",
            "febrero february",
            "marzo march",
            "abril april",
            "mayo may",
            "junio june",
            "julio july",
            "agosto august",
            "septiembre september",
            "octubre october",
            "noviembre november",
            "diciembre december",
        ),
        1,
    )
    for name in names.split()
}
_DATE = re.compile(r"\b(\d{1,2})\s+(?:de\s+)?([a-z]+)(?:\s+(?:de\s+)?(\d{4}))\b")
_ADDRESS = re.compile(r"[^\s<>()«»“”,;:]+@[^\s<>()«»“”,;:]+")
_LINK = re.compile(r"https?://\S+")
_NUMBER = re.compile(r"(?<![\w.@-])\d[\d.,:/-]*\d|(?<![\w.@-])\d")


class HalvesDiffer(ValueError):
    """The two halves of a letter differ; it is not sent.  The message names each difference."""


def parity(es_text: str, en_text: str) -> tuple[str, ...]:
    """Return what one half says and the other does not; () when they agree.

    Compared: dates (in words), numbers, addresses and links.  A half that is missing is one difference.
    """
    if not es_text.strip() or not en_text.strip():
        return ("one half is empty",)
    spanish, english = _facts(es_text), _facts(en_text)
    found = []
    for kind in spanish:
        for value, count in (spanish[kind] - english[kind]).items():
            found.append(f"{kind} only in Spanish: {value} ({count})")
        for value, count in (english[kind] - spanish[kind]).items():
            found.append(f"{kind} only in English: {value} ({count})")
    return tuple(found)


def _facts(text: str) -> dict[str, Counter[str]]:
    plain = fold_lines(text)
    addresses = Counter(_ADDRESS.findall(plain))
    plain = _ADDRESS.sub(" ", plain)
    links = Counter(_LINK.findall(plain))
    plain = _LINK.sub(" ", plain)
    dates: Counter[str] = Counter()

    def take(match: re.Match[str]) -> str:
        month = _MONTHS.get(match[2])
        if month is None:
            return match[0]
        dates[f"{int(match[3] or 0):04d}-{month:02d}-{int(match[1]):02d}"] += 1
        return " "

    plain = _DATE.sub(take, plain)
    numbers = Counter(_NUMBER.findall(plain))
    return {
        "date": dates,
        "number": numbers,
        "address": addresses,
        "link": links,
    }


def fold_lines(text: str) -> str:
    """Return a text folded line by line."""
    return "\n".join(fold(line) for line in text.split("\n"))
