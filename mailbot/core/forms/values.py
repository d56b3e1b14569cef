"""One value of one field, with the checks that belong to a form rather than to a kind."""

from __future__ import annotations

from dataclasses import replace

from mailbot.core import fields as kinds
from mailbot.core.language import fold
from mailbot.core.values import Bilingual, Doubt, Field, FieldValue, Known

_MOST_NAME_WORDS = 9

MORE_THAN_A_NAME = Bilingual(
    "Parece haber más que un nombre; escriba solo nombres y apellidos.",
    "There seems to be more than a name; please write given and family names only.",
)
NO_TITLE = Bilingual(
    "No es un tratamiento (Lic., Dra., Sr.).",
    "This is no form of address (Mr., Ms., Dr.).",
)


def read_value(field: Field, text: str, line: int, known: Known) -> FieldValue | Doubt | None:
    """Read words as a value of ``field``; a doubt carries the field's id."""
    read = _choice_word(field, text, line) or kinds.read(field, text, line, known)
    if isinstance(read, Doubt):
        return replace(read, field=field.id, line=line)
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


def is_title(text: str) -> bool:
    """Tell whether all the words are forms of address or degrees."""
    return kinds.split_title(f"{text} X")[1] == "X"


def _is_only_a_name(name: str) -> bool:
    words = name.split()
    return len(words) <= _MOST_NAME_WORDS and not any(mark in name for mark in ",;:/()|")
