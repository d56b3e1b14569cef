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
