"""What letters about meetings say: data only, both languages from the same values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from mailbot.core.letters.facts import FormShown, GroupFacts, Person
from mailbot.core.meetings import Span
from mailbot.core.values import Bilingual


@dataclass(frozen=True, slots=True)
class Invitation:
    """A meeting with the form that answers; the calendar file goes with it."""

    KIND: ClassVar[str] = "invitation"
    group: GroupFacts
    to: Person
    kind: Bilingual
    title: Bilingual
    place: str
    span: Span
    places: int
    due: date | None
    form: FormShown


@dataclass(frozen=True, slots=True)
class MeetingChange:
    """A meeting that moved from ``before`` to ``span``; ``span`` None: it is cancelled.

    ``form`` is there when the day changed and the delegation is asked again.
    """

    KIND: ClassVar[str] = "meeting-change"
    group: GroupFacts
    to: Person
    title: Bilingual
    code: str  # of the request, so that an answer to this letter can be read
    place: str
    before: Span
    span: Span | None
    due: date | None = None
    form: FormShown | None = None


@dataclass(frozen=True, slots=True)
class MeetingQuestion:
    """What we understood from somebody's own words of a meeting: nothing is recorded before they confirm.

    ``said`` are the words it was taken from, ``lines`` one sentence for each person or for
    the whole delegation.
    """

    KIND: ClassVar[str] = "meeting-question"
    group: GroupFacts
    to: Person
    quoted_subject: str
    title: Bilingual
    lines: tuple[Bilingual, ...]
    said: str
    form: FormShown


@dataclass(frozen=True, slots=True)
class Delegate:
    """One row of the list of participants."""

    participant: Bilingual
    name: str
    position: str
    institution: str
    email: str
    state: str  # as core.meetings.STATES
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Participants:
    """Who takes part in a meeting, by delegation; the file goes with it."""

    KIND: ClassVar[str] = "participants"
    group: GroupFacts
    to: Person
    title: Bilingual
    place: str
    span: Span
    rows: tuple[Delegate, ...]
    declined: tuple[Bilingual, ...] = ()  # participants who will not attend
    silent: tuple[Bilingual, ...] = ()  # who have not answered

    @property
    def counts(self) -> dict[str, int]:
        """How many rows have each state."""
        return {state: sum(row.state == state for row in self.rows) for state in {row.state for row in self.rows}}
