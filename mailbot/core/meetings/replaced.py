"""One delegate in the place of another, in a person's own words: read to be asked about, never applied.

"La Lic. Ana Prueba será sustituida por Luis Ensayo, Asesor", "Luis will attend instead of Ana".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.core.meetings.persons import NAME, TITLES, flat

_OLD, _NEW = rf"{TITLES}(?P<old>{NAME})", rf"{TITLES}(?P<new>{NAME})(?P<post>,\s*[^,.;\n]{{3,80}})?"
_COMES = r"(?:asistirá|participará|acudirá|irá|vendrá|viajará|will\s+(?:attend|participate|come|travel))"
_NOT = (
    r"(?:(?:ya\s+)?no\s+(?:podrá\s+)?(?:asistir|participar|viajar|acudir)\w*|(?:cannot|can\s+not|will\s+not|won't|"
    r"is\s+unable\s+to|will\s+not\s+be\s+able\s+to|can\s+no\s+longer|will\s+no\s+longer)\s+"
    r"(?:attend|participate|travel|come))[^.;\n]{0,60}?[.;,]?\s+(?:y\s+|and\s+)?"
)
_INSTEAD = r"(?:en\s+(?:su\s+lugar|sustitución\s+suya|su\s+reemplazo)|instead|in\s+(?:his|her|their)\s+place)"
_FOR = r"(?:en\s+(?:lugar|sustitución|reemplazo|vez)\s+del?|instead\s+of|in\s+(?:the\s+)?place\s+of|replacing)"
_PASSIVE = (
    r"(?:(?:será|ha\s+sido|es|fue)\s+(?:sustituid|reemplazad)[oa]\s+por|"
    r"(?:will\s+be|has\s+been|is)\s+replaced\s+by)"
)
_ACTIVE = r"(?:(?:sustituirá|sustituye|reemplazará|reemplaza)\s+a(?=l?\s)|will\s+replace|replaces)"
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        rf"{_OLD},?\s+{_PASSIVE}\s+{_NEW}",
        rf"{_NEW},?\s+{_ACTIVE}\s*{_OLD}",
        rf"{_NEW},?\s+{_COMES}\s+(?:\w+\s+){{0,4}}?{_FOR}\s*{_OLD}",
        rf"{_FOR}\s*{_OLD},?\s+{_COMES}\s+{_NEW}",
        rf"{_FOR}\s*{_OLD},?\s+{_NEW}\s+{_COMES}",
        rf"{_OLD},?\s+{_NOT}{_INSTEAD},?\s+{_COMES}\s+{_NEW}",
        rf"{_OLD},?\s+{_NOT}{_INSTEAD},?\s+{_NEW}\s+{_COMES}",
        rf"{_OLD},?\s+{_NOT}{_NEW}\s+{_COMES}\s+{_INSTEAD}",
    )
)
_OPENING = re.compile(r"^\w+(?:mente|ly)\s+", re.IGNORECASE)  # "Lamentablemente Ana Prueba …"


@dataclass(frozen=True, slots=True)
class Replaced:
    """Who leaves, who comes, their post as far as it is said, and the words."""

    leaves: str
    comes: str
    position: str
    said: str


def replacement_in(text: str) -> Replaced | None:
    """Return the one replacement a text speaks of; None for none, and for several."""
    found: dict[tuple[str, str], Replaced] = {}
    for shape in _SHAPES:
        for match in shape.finditer(flat(text)):
            leaves, comes = (_OPENING.sub("", match[key].strip()) for key in ("old", "new"))
            if " " in leaves and " " in comes and leaves.casefold() != comes.casefold():
                position = (match["post"] or "").strip(" ,")
                found.setdefault((leaves, comes), Replaced(leaves, comes, position, match[0][:300]))
    return next(iter(found.values())) if len(found) == 1 else None
