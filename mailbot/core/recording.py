"""Rows of other directories: forms whose ``subject_of`` is record, kept by their key fields."""

from __future__ import annotations

from collections.abc import Mapping

from mailbot.core.changes import Change, FieldChanged, Planned
from mailbot.core.fields import show
from mailbot.core.language import fold
from mailbot.core.records import Participant
from mailbot.core.values import Bilingual, Entry, Form, Problem

LONGEST_KEY = 400
UNKNOWN = Problem(
    "",
    "",
    Bilingual("No tenemos ninguna fila así.", "We hold no such row."),
    Bilingual("Escriba los datos como figuran en la lista.", "Write the details as they stand in the list."),
)


def key_of(form: Form, values: Mapping[str, object]) -> str | None:
    """Return what identifies a row, None when a key field says nothing."""
    parts = [show(form.field(each), values[each]).es if values.get(each) else "" for each in form.key]
    return " | ".join(map(fold, parts))[:LONGEST_KEY] if all(parts) else None


def plan_record(
    form: Form, entry: Entry, participant: Participant, held: Mapping[str, Mapping[str, object]]
) -> Planned:
    """Return what an entry would change in the participant's rows, which ``held`` has by their keys.

    The field ``no_change_field`` says "leave" or "none" where the form has one.
    """
    moved = form.no_change_field or "change"
    values = {name: each.value for name, each in entry.fields.items() if name != moved}
    word = entry.fields[moved].value if moved in entry.fields else None
    if word == form.no_change_value and word is not None and not values:
        return Planned(Change("confirm", participant, form=form.id))
    key = key_of(form, values)
    if key is None:
        doubted = {each.field for each in entry.doubts}
        return Planned(
            None, tuple(_missing(form, each) for each in form.key if not values.get(each) and each not in doubted)
        )
    before = held.get(key)
    if word == "leave":
        if before is None:
            return Planned(None, (UNKNOWN,))
        return Planned(Change("leave", participant, form=form.id, key=key))
    fields = tuple(
        FieldChanged(name, (before or {}).get(name), value)
        for name, value in values.items()
        if (before or {}).get(name) != value
    )
    return Planned(Change("record", participant, fields=fields, form=form.id, key=key))


def _missing(form: Form, field: str) -> Problem:
    label = form.field(field).label
    return Problem(
        field,
        "",
        Bilingual(f"Falta «{label.es}»: sin ello no sabemos de qué fila se trata.",
                  f"“{label.en}” is missing: without it we do not know which row this is."),
        Bilingual(f"Complete «{label.es}».", f"Complete “{label.en}”."),
    )  # fmt: skip
