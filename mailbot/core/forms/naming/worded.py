"""Labels that only commas part from each other: "NOMBRE ANA PRUEBA, CARGO OFICIAL DE VISAS, TEL 2232-0044"."""

from __future__ import annotations

import re

from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.language import fold

_OPENS_A_PART = re.compile(r"(?:^|[,;:]\s+)(?P<first>[^\W\d_]+)(?P<second>\s+[^\W\d_]+)?(?P<gap>\s+)(?=[A-ZÀ-Þ])")
_PLAIN = frozenset(  # names of no office: "Dirección General" and "Unidad de Visas" are none of these
    "nombre name cargo puesto position post title institucion institution entidad organizacion organization".split()
)
_GOES_ON = re.compile(r"(?:de|del|of|for|y|and)\s", re.IGNORECASE)  # no "cargo oficial"
_LEAST = 3  # labels, one of them of a name, before their want of a colon is believed


def worded(text: str, labels: Labels) -> list[tuple[int, int, Label, int]]:
    """Return (label start, value start, label, 1) for each such label; none where fewer than three stand there."""
    if text.count(",") + text.count(";") < _LEAST - 1:
        return []
    found = [each for part in _OPENS_A_PART.finditer(text) if (each := _label_of(part, labels))]
    kinds = {labels.form.field(label.fields[0]).kind for _, _, label, _ in found}
    return found if len(found) >= _LEAST and "name" in kinds else []


def _label_of(part: re.Match[str], labels: Labels) -> tuple[int, int, Label, int] | None:
    if fold(part["first"]) not in _PLAIN:
        return None
    start, second = part.start("first"), part["second"] or ""
    ends = [(part.end("first") + len(second), bool(second) and not _GOES_ON.match(part.string, part.end()))]
    for end, meant in (*ends, (part.end("first"), True)):
        label = labels.find(part.string[start:end]) if meant else None
        if label and not label.part and len(label.fields) == 1 and part.string[end:].strip(" .,;"):
            return start, end, label, 1
    return None
