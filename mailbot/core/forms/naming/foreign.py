"""Labels that no field of the form has: what stands beside them is no value of ours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from mailbot.core.fields.choices import names_of, names_of_choices
from mailbot.core.forms.naming.labels import Labels, label_key
from mailbot.core.language import fold
from mailbot.core.values import Field, Form

_FOREIGN = re.compile(
    r"\s*(?:[-*•·▪]\s*)?([^\W\d_][^\W_]*(?:[ ./-]{1,2}[^\W_]{1,20}){0,3})\s?\.?\s?:(?!//|(?<=\d:)\d)(?=\s*\S)"
)
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


def choice_keys(form: Form, fields: Sequence[str]) -> frozenset[str]:
    """Return the keys of the words that the choices of some fields are said in."""
    return frozenset(key for each in fields for key in _keys_of(form.field(each)))


_LONGEST_NOTE = 300  # characters of our note on the choices of a field


@lru_cache(maxsize=256)
def _keys_of(field: Field) -> frozenset[str]:
    words = (word for one in field.choices for word in names_of(one))
    return frozenset(label_key(word) for word in words)


def lists_all_choices(rest: str, form: Form, fields: Sequence[str]) -> bool:
    """Tell whether "Sin iniciar, En proceso, …" says every choice of a field: our own note below the form."""
    if len(fields) != 1 or rest.count(",") < 2 or len(rest) > _LONGEST_NOTE:
        return False
    names = names_of_choices(form.field(fields[0]))
    said = [names.get(fold(part.strip(" ."))) for part in rest.split(",")]
    return None not in said and len(set(said)) == len(set(names.values()))


def only_labels(rest: str, labels: Labels, fields: Sequence[str] = ()) -> bool:
    """Tell whether the rest of "Nombre - Cargo - Teléfono" is labels too: the heading of a list.

    ``fields`` are those of the label before it: "Función: Punto focal / Focal point" is a value.
    """
    if _LIST_OF_LABELS.search(rest) is None:
        return False
    parts = [part for part in _LIST_OF_LABELS.split(rest) if part.strip()]
    if len(parts) < 2 or not all(labels.find(part.strip()) for part in parts):
        return False
    values = choice_keys(labels.form, fields)
    return not all(label_key(part) in values for part in parts)
