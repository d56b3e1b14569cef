"""Two people in one clause: one instead of the other, or both in the same role."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.forms.persons.runs import Run

_EXCHANGED = re.compile(
    r"\b(?:cambi(?:ar|en?)|sustitu(?:ir|yan?)|re?emplaz(?:ar|en|ce[ns]?)|replace|substitute"
    r"|change)\s+(?:al?\s)?(?:la |el )?",
    re.IGNORECASE,
)
_BY = re.compile(r",?\s+(?:por|con|with|by|to|for)\s+(?:el |la |al |the )?", re.IGNORECASE)
FOCAL_POINTS = re.compile(
    r"\bpuntos focales\b[^.;]{0,30}?\s(?:son|siguen siendo|contin[uú]an siendo|ser[aá]n|a)\b"
    r"|\bfocal points\b[^.;]{0,30}?\s(?:are|remain|will be)\b"
    r"|\b(?:son|siguen siendo|contin[uú]an (?:siendo|como)|ser[aá]n|are|remain|as|como|will be)"
    r" (?:(?:los|nuestros|our|the|sus) )?(?:nuevos |new )?(?:puntos focales|focal points)\b",
    re.IGNORECASE,
)


def are_exchanged(clause: str, persons: Sequence[Run]) -> bool:
    """Tell whether a clause asks to put the second of two people in the place of the first: "cambiar a … por …"."""
    found = _EXCHANGED.search(clause) if len(persons) == 2 else None
    between = clause[persons[0].end : persons[1].start] if found else ""
    return found is not None and persons[0].start >= found.start() and _BY.fullmatch(between) is not None
