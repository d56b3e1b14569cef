"""Who is told to be as before: questions that propose what the directory already holds are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.changes import current_value
from mailbot.core.language import fold
from mailbot.core.records import CONTACT_LISTS, CONTACT_TEXTS, Contact
from mailbot.core.values import Entry, FieldValue, Form

_HELD = (*CONTACT_TEXTS, *CONTACT_LISTS, "role", "language")


def settled(entry: Entry, form: Form, contacts: Sequence[Contact]) -> Entry:
    """Return an entry that says "no change" of one of these people without its questions, where all of it is on record.

    Where anything is asked that the directory holds otherwise, the entry stays as it is.
    """
    change = form.no_change_field or ""
    said = {name: each.value for name, each in entry.fields.items()}
    doubts = [each for each in entry.doubts if each.field != "title"]  # who is to be as before keeps the one on record
    told = {each.field: each.proposal for each in doubts if each.one_reading} | said
    named = [each for each in contacts if fold(each.name) == fold(str(told.get("name", "")))]
    if form.subject_of != "contact" or told.get(change) != form.no_change_value or len(named) != 1 or not entry.doubts:
        return entry
    held = {name: current_value(named[0], name) for name in _HELD}
    asked = [each for each in doubts if each.field != change]
    if any(not each.one_reading or each.field not in held for each in asked):
        return entry
    if any(told[name] != held[name] for name in told.keys() & held.keys()):
        return entry
    taken = {each.field: FieldValue(each.proposal, each.said, each.line, "normalised") for each in asked}
    return replace(entry, fields={**entry.fields, **taken}, doubts=())
