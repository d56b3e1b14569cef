"""One value of one field, with the checks that belong to a form rather than to a kind."""

from __future__ import annotations

import re
from dataclasses import replace

from mailbot.core import fields as kinds
from mailbot.core.language import fold
from mailbot.core.values import Bilingual, Doubt, Field, FieldValue, Known

_MOST_NAME_WORDS = 9
_PART_OF = re.compile(r"\d\s?%\s*[^\W\d_]")  # "50 % completado" is not "completado"
_TEXTS = frozenset({"text", "name", "institution"})
# "Mu?oz", "Ãlvarez", "InstituciÃ³n": a charset was lost on the way.
_LOST_LETTERS = re.compile(r"\w\?\w|\ufffd|Ã(?![A-ZÀ-Þ\s])|Â(?=[^\w\s])|â€")
_REMARK = re.compile(r"\(([^()\d]{3,60})\)")
_TELLING = re.compile(
    r"\b(?:cel|movil|mobile|cell|fax|telefax|anterior|viej|old|former|ya no|incorrect|wrong|no funciona|suspend)"
)

MORE_THAN_A_NAME = Bilingual(
    "Parece haber más que un nombre; escriba solo nombres y apellidos.",
    "There seems to be more than a name; please write given and family names only.",
)
LETTERS_LOST = Bilingual(
    "Algunas letras se perdieron en el camino; escríbalo de nuevo, por favor.",
    "Some letters were lost on the way; please write it again.",
)
IN_PART = Bilingual(
    "Hay un porcentaje junto al estado; escriba el estado solo.",
    "There is a percentage with the state; please write the state alone.",
)
NO_TITLE = Bilingual(
    "No es un tratamiento (Lic., Dra., Sr.).",
    "This is no form of address (Mr., Ms., Dr.).",
)


def read_value(field: Field, text: str, line: int, known: Known) -> FieldValue | Doubt | None:
    """Read words as a value of ``field``; a doubt carries the field's id."""
    if field.kind in _TEXTS and not field.free and _LOST_LETTERS.search(text):
        return Doubt(field.id, text, LETTERS_LOST, line)
    read = _choice_word(field, text, line) or kinds.read(field, text, line, known)
    if field.kind == "telephone" and isinstance(read, Doubt) and (bare := _without_remark(text)) != text:
        again = kinds.read(field, bare, line, known)
        read = replace(again, said=text, certainty="normalised") if isinstance(again, FieldValue) else read
    if isinstance(read, Doubt):
        return replace(read, field=field.id, line=line)
    if field.kind == "choice" and isinstance(read, FieldValue) and _PART_OF.search(text):
        return Doubt(field.id, text, IN_PART, line)
    if field.free and isinstance(read, FieldValue) and not read.value:
        return None
    if not isinstance(read, FieldValue) or not read.value:
        return read
    if field.kind == "name" and not _is_only_a_name(str(read.value)):
        return Doubt(field.id, text, MORE_THAN_A_NAME, line, str(read.value).partition(",")[0].strip())
    if field.kind == "title" and not is_title(text):
        return Doubt(field.id, text, NO_TITLE, line)
    return read


def _choice_word(field: Field, text: str, line: int) -> FieldValue | None:
    """A word of the form's own, such as "eliminar" or "ninguno", before it can mean "nothing"."""
    said = fold(text).strip(" .,;:!()")
    for choice in field.choices:
        if said in {fold(word) for word in (choice.value, choice.label.es, choice.label.en, *choice.synonyms)}:
            return FieldValue(choice.value, text, line, "exact" if text == choice.value else "normalised")
    return None


def proposal_for(field: Field, text: str, known: Known) -> object:
    """Return a reading to offer, None when there is none."""
    read = read_value(field, text, 0, known) if text else None
    return read.value if isinstance(read, FieldValue) else getattr(read, "proposal", None)


def _without_remark(text: str) -> str:
    """Take remarks in brackets off a number, such as "(oficina)", unless they speak of another line."""
    return " ".join(_REMARK.sub(lambda found: found[0] if _TELLING.search(fold(found[1])) else " ", text).split())


def is_title(text: str) -> bool:
    """Tell whether all the words are forms of address or degrees."""
    return kinds.split_title(f"{text} X")[1] == "X"


def _is_only_a_name(name: str) -> bool:
    words = name.split()
    return len(words) <= _MOST_NAME_WORDS and not any(mark in name for mark in ",;:/()|")
