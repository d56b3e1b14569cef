"""A dash in a cell of a report: no answer where nothing stood, a question where our letter held a value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from mailbot.core.fields.plain import nothing_said
from mailbot.core.forms.naming.questions import DASH_FOR_A_VALUE
from mailbot.core.values import Doubt, Entry, FieldValue, Form


def without_dashes(entries: Sequence[Entry], form: Form, held: Callable[[], Sequence[Entry]]) -> tuple[Entry, ...]:
    """Return the entries without values that a dash would clear; what our letter ``held`` for them is asked.

    A share of the work is a number: "n/a" clears none either.
    """
    emptied = [frozenset(_emptied(each, form)) for each in entries]
    if not any(emptied):
        return tuple(entries)
    before = held()
    return tuple(
        _without(each, gone, form, before) if gone else each for each, gone in zip(entries, emptied, strict=True)
    )


def _emptied(entry: Entry, form: Form) -> list[str]:
    shares = {each.id for each in form.fields if each.kind == "percentage"}
    return [
        name
        for name, each in entry.fields.items()
        if each.value == "" and nothing_said(each.said, signs_only=name not in shares)
    ]


def _without(entry: Entry, gone: frozenset[str], form: Form, before: Sequence[Entry]) -> Entry:
    about = _activity(entry, form)
    of_it = [each for each in before if about is None or _activity(each, form) in {about, None}]
    stood = {name for each in of_it for name, value in each.fields.items() if value.value not in ("", [])}
    doubts = tuple(_asked(name, entry.fields[name]) for name in entry.fields if name in gone & stood)
    fields = {name: value for name, value in entry.fields.items() if name not in gone}
    return replace(entry, fields=fields, doubts=(*entry.doubts, *doubts))


def _asked(name: str, value: FieldValue) -> Doubt:
    return Doubt(name, value.said, DASH_FOR_A_VALUE, value.line)


def _activity(entry: Entry, form: Form) -> str | None:
    """The activity an entry is about, as it is written; None where it names none."""
    key = next((each.id for each in form.fields if each.kind == "activity"), "")
    asked = next((each.proposal or each.said for each in entry.doubts if each.field == key), None)
    about = entry.fields[key].value if key in entry.fields else asked
    return str(about).casefold() if about is not None else None
