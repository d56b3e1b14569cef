"""One form filled in for two people: "Ana Prueba y Juan Modelo", "Jefa / Analista": which is whose is asked."""

from __future__ import annotations

import re
from dataclasses import replace

from mailbot.core.fields import is_title
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.values import Bilingual, Doubt, Entry, FieldValue, Form

_BETWEEN = re.compile(r"\s(?:y|e|and|&)\s+|\s*[/;|]\s*")
_CAPITALS = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: (?:de|del|la|los|las|[A-ZÀ-Þ][\w.'’-]*))+")
_BRACKETS = re.compile(r"\s*\([^()]{0,60}\)")
WHOSE = Bilingual(
    "Hay dos personas en una ficha: ¿de quién es este dato?",
    "There are two people in one entry: whose is this?",
)

SPELT_ANEW = Bilingual(
    "¿Es otra persona o el mismo nombre escrito de otra manera?",
    "Is this another person or the same name spelt otherwise?",
)


def asked_of_two(entry: Entry, form: Form) -> Entry:
    """Return the entry with a doubt for each value that may be two people's, where its name is two names."""
    entry = _asked_of_spelling(entry, form)
    key = key_field(form)
    named = next((each for each in entry.doubts if key and key.kind == "name" and each.field == key.id), None)
    if named is None or not _are_two(named.said):
        return entry
    shared = {name: value for name, value in entry.fields.items() if _is_two(value)}
    doubts = tuple(Doubt(name, value.said, WHOSE, value.line, value.value) for name, value in shared.items())
    kept = {name: value for name, value in entry.fields.items() if name not in shared}
    return replace(entry, fields=kept, doubts=(*entry.doubts, *doubts)) if shared else entry


def _asked_of_spelling(entry: Entry, form: Form) -> Entry:
    """Ask whether "Ana Ejemplo (en lugar de Ana Ejemplar)" is a name spelt anew, or another person.

    "Sustituye a: no aplica" names nobody.
    """
    said = {each.id: entry.fields.get(each.id) for each in form.fields if each.kind == "name"}
    names = {name: each for name, each in said.items() if each is not None and each.value}
    first = {str(each.value).split()[0].lower() for each in names.values()}
    if len(names) < 2 or len(first) == len(names):
        return entry
    other, value = list(names.items())[-1]
    kept = {name: each for name, each in entry.fields.items() if name != other}
    return replace(entry, fields=kept, doubts=(*entry.doubts, Doubt(other, value.said, SPELT_ANEW, value.line)))


def _are_two(said: str) -> bool:
    parts = [part.strip(" .,") for part in _BETWEEN.split(_BRACKETS.sub("", said)) if part.strip(" .,")]
    return len(parts) == 2 and all(_CAPITALS.fullmatch(part) or is_title(part.split()[0]) for part in parts)


def _is_two(value: FieldValue) -> bool:
    if isinstance(value.value, list):
        return len(value.value) > 1
    return isinstance(value.value, str) and len(_BETWEEN.split(value.said)) == 2 and "/" in value.said
