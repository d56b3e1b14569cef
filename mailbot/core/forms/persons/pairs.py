"""Several people in one clause: one instead of the other, all in the same role, or all under one verb."""

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

_JOINED = re.compile(  # "A, a B y a la C", "A (a@x.example) y B", "A como punto focal y a B como alterna"
    r"(?:\s?\([^()]{1,90}\)|,\s[^\s,;]{1,64}@[^\s,;]{1,90})?(?:,? (?:como|as) [^,;.:@\d]{3,50}?)?"
    r"(?:,|,? (?:y|e|and|as well as|así como))(?: (?:también|also))?(?: (?:a|de|to|of))?"
    r"(?: (?:los|las|la|el|our|the|señor(?:[ae]s|a)?|colegas?|compañer[oa]s?|funcionari[oa]s?|colleagues?)"
    r"|(?<= a)l)*\s+",
    re.IGNORECASE,
)
_LISTED = re.compile(  # what may stand behind such a name: no verb, which would be of another sentence
    r"\s*(?:$|[,;.:()]|(?:y|e|and|as|como|to|from|for|in|of|at|de|del|en|ante|que|qui[eé]n(?:es)?|who)\s)",
    re.IGNORECASE,
)


def ahead_of_list(clause: str, persons: Sequence[Run], place: int) -> str:
    """Return the words ahead of the first of the people listed with one: "favor eliminar a" for each of "A y a B"."""
    while place and _LISTED.match(clause, persons[place].end):
        if not _JOINED.fullmatch(clause[persons[place - 1].end : persons[place].start]):
            break
        place -= 1
    return clause[persons[place - 1].end if place else 0 : persons[place].start]


def are_exchanged(clause: str, persons: Sequence[Run]) -> bool:
    """Tell whether a clause asks to put the second of two people in the place of the first: "cambiar a … por …"."""
    found = _EXCHANGED.search(clause) if len(persons) == 2 else None
    between = clause[persons[0].end : persons[1].start] if found else ""
    return found is not None and persons[0].start >= found.start() and _BY.fullmatch(between) is not None
