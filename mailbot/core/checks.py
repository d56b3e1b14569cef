"""States reported in one mail, looked at together: what contradicts itself or the calendar is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mailbot.core.values import Bilingual, Doubt, Entry

TWO_STATES = Bilingual(
    "El mensaje dice dos estados distintos de esta actividad.",
    "The message gives two different states of this activity.",
)
PAST = Bilingual(
    "La nueva fecha ya pasó.",
    "The new date lies in the past.",
)


def checked(entries: Sequence[Entry], form: str, about: str | None, today: dt.date) -> tuple[Entry, ...]:
    """Return the entries on a form about activities; contradictions have become doubts.

    ``about`` is the activity our letter asked for, where an entry names none.
    """
    states: dict[str, set[object]] = {}
    for each in entries:
        if each.form == form and "status" in each.fields:
            states.setdefault(_subject(each, about), set()).add(each.fields["status"].value)
    twice = {subject for subject, found in states.items() if len(found) > 1}
    return tuple(_checked(each, twice, about, today) if each.form == form else each for each in entries)


def _subject(entry: Entry, about: str | None) -> str:
    named = entry.fields.get("activity")
    doubted = next((each.said for each in entry.doubts if each.field == "activity"), None)
    return str(named.value) if named is not None else doubted or about or ""


def _checked(entry: Entry, twice: set[str], about: str | None, today: dt.date) -> Entry:
    if _subject(entry, about) in twice and "status" in entry.fields:
        entry = _doubtful(entry, "status", TWO_STATES)
    status, date = entry.fields.get("status"), entry.fields.get("date")
    if status is not None and status.value == "postponed" and date is not None and _ends_before(date.value, today):
        entry = _doubtful(entry, "date", PAST)
    return entry


def _ends_before(window: object, today: dt.date) -> bool:
    end = window.get("end") if isinstance(window, Mapping) else None
    return isinstance(end, str) and dt.date.fromisoformat(end) < today


def _doubtful(entry: Entry, field: str, why: Bilingual) -> Entry:
    value = entry.fields[field]
    fields = {name: each for name, each in entry.fields.items() if name != field}
    return replace(entry, fields=fields, doubts=(*entry.doubts, Doubt(field, value.said, why, value.line)))
