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


def is_only_away(said: str) -> bool:
    """Tell whether a sentence says that somebody is away for a time: "who is on leave until September"."""
    return _AWAY.search(fold(said)) is not None
