"""Who is only away for a time: somebody stands in, and nobody leaves the list."""

from __future__ import annotations

import re

from mailbot.core.language import fold

_AWAY = re.compile(
    r"\b(?:(?:de|con|por|goza de|su) (?:licencia|vacaciones|permiso|incapacidad|descanso|comision de servicio|beca)"
    r"|on (?:\w+ )?(?:leave|sabbatical|secondment|vacation|holiday)|away until|fuera (?:de la oficina )?hasta"
    r"|(?:during|durante) (?:her|his|their|my|su|mi|la|the) (?:\w+ )?(?:absence|leave|ausencia|licencia|vacaciones)"
    r"|(?:until|hasta) (?:her|his|their|su) (?:return|regreso|retorno|reincorporacion)"
    r"|temporal(?:mente)?|temporarily|interinamente)\b"
)
_SOON_BACK = re.compile(
    r"\b(?:vacaciones|vacations?|holidays?|feriados?|dias libres"
    r"|(?:fuera|out) (?:de|of) (?:la |the )?(?:oficina|office))\b"
)
COVERS = re.compile(  # "la cubrirá el Lic. …", "Mr. … will cover for her"
    r"\b(?:la|le|lo|me) (?:cubr|supl)(?:e|ir[aá])\b|\b(?:cubr|supl)ir[aá] a\b"
    r"|\b(?:covered by|cover(?:s|ing)? for|standing in for)\b",
    re.IGNORECASE,
)
_BEFORE_NAME = (
    r"(?: (?:temporalmente|interinamente|temporarily|el|la|our|colleague|nuestr[oa]|compañer[oa]|colega))*\s*$"
)
_COVERED_BY = re.compile(rf"(?:\b(?:la|le|lo|me) (?:cubr|supl)(?:e|ir[aá])|\bcovered by){_BEFORE_NAME}", re.IGNORECASE)
_REPLACED_BY = re.compile(rf"\b(?:la|le|lo) (?:sustitu(?:ye|ir[aá])|re?emplaza(?:r[aá])?){_BEFORE_NAME}", re.IGNORECASE)
_COVERS_WHOM = re.compile(
    r",?\s(?:quien )?(?:(?:la|le|lo|me) (?:cubr|supl)(?:e|ir[aá])|(?:cubr|supl)ir[aá] a"
    r"|(?:will |is |will be )?(?:cover(?:s|ing)?|stand(?:s|ing)? in) for)\b",
    re.IGNORECASE,
)


def is_soon_back(said: str) -> bool:
    """Tell whether a sentence speaks of holidays or of days out of the office: nobody's data change for these."""
    return _SOON_BACK.search(fold(said)) is not None


def stands_in(clause: str, ahead: str, behind: str) -> bool:
    """Tell whether the words around a name say that this person stands in for one who is away."""
    replaced = _REPLACED_BY.search(ahead) is not None and is_only_away(clause)
    return replaced or _COVERED_BY.search(ahead) is not None or _COVERS_WHOM.match(behind) is not None


def is_only_away(said: str) -> bool:
    """Tell whether a sentence says that somebody is away for a time: "who is on leave until September"."""
    return _AWAY.search(fold(said)) is not None
