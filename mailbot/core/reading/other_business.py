"""Letters about something else that hold names and numbers: an absence, where to stay, a ceremony."""

from __future__ import annotations

import re

from mailbot.core.language import fold

_I_AM_AWAY = re.compile(
    r"\b(?:(?:estare|voy a estar|me encontrare|salgo|saldre|estaremos) (?:\w+ ){0,3}(?:vacaciones|licencia|permiso"
    r"|ausente|incapacidad|viaje|fuera)|gozar\w* de (?:\w+ )?(?:vacaciones|licencia|permiso)|mis vacaciones"
    r"|mi (?:ausencia|licencia)|(?:i will be|i am|i'm going|i shall be) (?:\w+ ){0,2}(?:away|on (?:\w+ )?leave"
    r"|on vacation|on holiday|out of (?:the )?office|travel+ing)|(?:in|during) my absence)\b"
)
_MEANWHILE = re.compile(
    r"\b(?:durante (?:es[eo]s|est[eo]s|mi|mis|dichos|este|ese) \w+|en mi ausencia|mientras (?:tanto|este|dure|regreso)"
    r"|de manera interina|interin[oa]|interinamente|temporalmente|de forma temporal|during (?:that|this|my) \w+"
    r"|in my absence|while i am|until i return|until my return|meanwhile|in the meantime)\b"
)
_FOR_GOOD = re.compile(
    r"\b(?:definitiv\w+|permanent\w*|nuev[oa] (?:punto|enlace|titular|contacto|director\w*|jef\w)|new (?:focal|contact)"
    r"|actualiz\w+|updat\w+|lista de contactos|contact list|directorio|directory|ya no|no longer)\b"
)
_LODGING = tuple(
    re.compile(rf"\b(?:{words})")
    for words in (
        r"hotel\w*",
        r"alojamiento|hospedaje|hosped\w+|accommodation|lodging",
        r"tarifas?|room rate|rates?\b",
        r"habitacion\w*|rooms?\b",
        r"reserva\w*|reservation\w*|booking\w*",
        r"desayuno|breakfast",
        r"aeropuerto|airport",
        r"vuelos?\b|flights?\b|itinerario|itinerary",
        r"check-?in|check-?out",
        r"viaticos|per diem",
        r"us\$|usd",
    )
)
_LEAST_OF_LODGING = 3
_CEREMONY = re.compile(
    r"\b(?:condolencias?|condolences|pesame|libro de (?:condolencias|firmas)|sepelio|funeral|fiesta nacional"
    r"|national day|cuerpo diplomatico|jefes de mision|heads of mission)\b"
)
_LONGEST = 6_000  # characters


def is_other_business(text: str, subject: str) -> bool:
    """Tell whether a letter nobody asked for is of an absence, of lodging or of a ceremony: no list changes by it."""
    folded = fold(f"{subject[:400]}\n{text[:_LONGEST]}")
    if _FOR_GOOD.search(folded):
        return False
    away = _I_AM_AWAY.search(folded) is not None and _MEANWHILE.search(folded) is not None
    lodging = sum(each.search(folded) is not None for each in _LODGING) >= _LEAST_OF_LODGING
    return away or lodging or _CEREMONY.search(folded) is not None
