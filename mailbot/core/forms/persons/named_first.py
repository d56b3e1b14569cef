"""The name before a post under one label: "Punto focal: Licda. Ana Prueba, Directora de Fronteras"."""

from __future__ import annotations

from dataclasses import replace

from mailbot.core.forms.persons.runs import person_at, with_details
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.forms.taking.values import MORE_THAN_A_NAME, read_value
from mailbot.core.values import Doubt, Entry, FieldValue, Form, Known


def with_name_first(entry: Entry, form: Form, known: Known) -> Entry:
    """Return the entry whose name, asked because a post stands behind it, has one reading."""
    key = key_field(form)
    asked = next((each for each in entry.doubts if key and each.field == key.id and each.why == MORE_THAN_A_NAME), None)
    run = person_at(asked.said) if asked else None
    if asked is None or run is None or run.start or not with_details(asked.said, run).position:
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
