"""What is found in a message on one form."""

from __future__ import annotations

from dataclasses import dataclass

from mailbot.core.forms.naming.said import Loose
from mailbot.core.values import Entry, Form


@dataclass(frozen=True, slots=True)
class Found:
    """Entries, the numbers of the lines they came from, and the form that was chosen."""

    entries: tuple[Entry, ...] = ()
    used: frozenset[int] = frozenset()
    form: Form | None = None
    unchanged: bool = False
    loose: tuple[Loose, ...] = ()
    languages: frozenset[str] = frozenset()  # of the labels that carried an answer
    beside: tuple[Entry, ...] = ()  # new data of the writer, told in a letter about something else


def told_for(entry: Entry, field: str) -> str:
    """Return what an entry tells for a field: the value, the one proposed, else the words asked about; "" for none."""
    if field in entry.fields:
        return str(entry.fields[field].value)
    return next((str(each.proposal or each.said) for each in entry.doubts if each.field == field), "")


def first_line(entry: Entry) -> int:
    """Return the number of the first line that an entry was read from, 0 for none."""
    return min((*(each.line for each in entry.fields.values()), *(each.line for each in entry.doubts)), default=0)
