"""The name before a post under one label: "Punto focal: Licda. Ana Prueba, Directora de Fronteras"."""

from __future__ import annotations

from dataclasses import replace

from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.block import MAIL
from mailbot.core.forms.persons.names_of_offices import names_a_post
from mailbot.core.forms.persons.runs import person_at, with_details
from mailbot.core.forms.taking.grouping import Group, key_field
from mailbot.core.forms.taking.values import MORE_THAN_A_NAME, read_value
from mailbot.core.values import Doubt, Entry, FieldValue, Form, Known


def with_name_first(entry: Entry, form: Form, known: Known) -> Entry:
    """Return the entry whose name, asked because a post or an address stands behind it, has one reading."""
    key = key_field(form)
    open_names = [each for each in entry.doubts if key and each.field == key.id]
    asked = next((each for each in open_names if not each.one_reading or each.why == MORE_THAN_A_NAME), None)
    run = person_at(asked.said) if asked else None
    if (
        asked is None
        or run is None
        or run.start
        or not (MAIL.search(asked.said) or with_details(asked.said, run).position)
    ):
        return entry
    parts = {"title": run.title, asked.field: run.name}
    more = [
        Doubt(field.id, said, asked.why, asked.line, read.value, one_reading=True)
        for field in form.fields
        if field.id not in entry.fields and (said := parts.get(field.id, ""))
        if isinstance(read := read_value(field, said, asked.line, known), FieldValue)
    ]
    kept = [each for each in entry.doubts if each.field not in {one.field for one in more}]
    return replace(entry, doubts=(*more, *kept))


def behind_names(group: Group, form: Form) -> list[Loose]:
    """What stands behind the name in "Alternate: Ana Sample, Analyst, ana@b.example": to be proposed."""
    key = key_field(form)
    said = group.said.get(key.id, []) if key and key.kind == "name" else []
    named = ((one, person_at(one.text)) for one in said)
    found = ((one, one.text[run.end :]) for one, run in named if run and not run.start)
    return [Loose(rest.strip(" ,;:()"), one.line, one.lines) for one, rest in found if _is_more(rest)]


def _is_more(rest: str) -> bool:
    """Tell whether words behind a name tell of it; brackets may hold another name: "Ana Sample (Mrs Mock)"."""
    words, sign = rest.strip(" ,;:()"), rest.lstrip()[:1]
    told = "@" in words or names_a_post(words)
    return bool(words) and (told if sign == "(" else sign in {*",;–-"} and (told or len(words.split()) > 1))
