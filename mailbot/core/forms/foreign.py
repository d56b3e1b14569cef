"""Labels that no field of the form has: what stands beside them is no value of ours."""

from __future__ import annotations

import re

from mailbot.core.forms.labels import Labels
from mailbot.core.language import fold

_FOREIGN = re.compile(r"\s*(?:[-*•·▪]\s*)?([^\W\d_][^\W_]*(?:[ ./-]{1,2}[^\W_]{1,20}){0,3})\s?\.?\s?:(?!//)(?=\s*\S)")
_LIST_OF_LABELS = re.compile(r"\s+[-–—]\s+|[,;/|\t]")
_PLACE = re.compile(
    r"(?:ciudad|municipio|departamento|provincia|estado|distrito|colonia|barrio|zona|piso|edificio|apartado"
    r"|codigo postal|c\.? ?p|cp|calle|avenida|city|town|state|zip|zip code|postal code|postcode|province|district"
    r"|street|floor|building|suite|room|p\.? ?o\.? ?box)\b"
)
_SOMEBODY_ELSE = re.compile(
    r"\s*(?:[-*•·▪]\s*)?(?:(?:mi|my|su|the|la|el) )?(?:asistente|secretari[ao]|assistant|secretary|recepcion|reception"
    r"|emergencias?|emergency|en caso de emergencia|jefe inmediato|supervisora?|superior)\b[^:\n]{0,30}:"
)


def foreign_label(text: str) -> str:
    """Return the words before the colon of "Skype: ana" (one to four), "" when there are none."""
    found = _FOREIGN.match(text)
    return found[1] if found else ""


def is_place(label: str) -> bool:
    """Tell whether a label names a part of a postal address."""
    return bool(_PLACE.match(fold(label)))


def of_somebody_else(text: str) -> bool:
    """Tell whether the numbers of a line are another person's: "Asistente: Petra, tel. 2230-0001"."""
    return bool(_SOMEBODY_ELSE.match(fold(text[:80])))


def only_labels(rest: str, labels: Labels) -> bool:
    """Tell whether the rest of "Nombre - Cargo - Teléfono" is labels too: the heading of a list."""
    if _LIST_OF_LABELS.search(rest) is None:
        return False
    parts = [part for part in _LIST_OF_LABELS.split(rest) if part.strip()]
    return len(parts) >= 2 and all(labels.find(part.strip()) for part in parts)
