"""What a report says: data only, both languages from the same values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mailbot.core.letters.facts import ListedContact
from mailbot.core.values import Bilingual


@dataclass(frozen=True, slots=True)
class Heading:
    """Of whom a report is, to whom and through whom it goes.

    ``number`` 0: a draft.  ``dated`` is the day it was made; once final, that of the approval.
    ``introduction`` may be empty.
    """

    title: Bilingual
    introduction: Bilingual
    group: Bilingual
    presidency: Bilingual
    to: Bilingual
    through: Bilingual
    start: date
    end: date
    dated: date
    meeting: date | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Reported:
    """What one participant last said of one activity; ``result`` and ``note`` in its own words.

    ``new``: said within the period.  ``day`` is the date it gave, in words.
    """

    participant: Bilingual
    status: Bilingual
    progress: str
    day: Bilingual
    result: str
    note: str
    on: date
    new: bool


@dataclass(frozen=True, slots=True)
class Planned:
    """One activity: its calendar as the programme words it, and the window that means."""

    code: str
    title: Bilingual
    calendar: str
    window: Bilingual
    responsible: tuple[Bilingual, ...]
    reported: tuple[Reported, ...]
    late: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Objective:
    """An objective ("" where the programme names none) with its activities."""

    title: Bilingual
    activities: tuple[Planned, ...]


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the programme with its objectives."""

    title: Bilingual
    objectives: tuple[Objective, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A date that moved within the period: who said so, when, and the reason if one was given."""

    code: str
    title: Bilingual
    who: Bilingual
    before: Bilingual
    after: Bilingual
    why: str
    on: date


@dataclass(frozen=True, slots=True)
class Goal:
    """A tangible goal: its indicator, where it began, what is aimed at by when, what was last measured.

    Numbers are words without a separator of thousands, "" where there is none; ``share`` is the way
    from baseline to target in whole percent, None without a value or a target.  ``on`` and ``source``
    are those of the last measurement.
    """

    code: str
    title: Bilingual
    unit: Bilingual
    baseline: str
    target: str
    measured: str
    share: int | None = None
    due: date | None = None
    on: date | None = None
    source: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """A form put to many at once: whom, until when, who has answered and how often it was recalled.

    ``states`` has one word a State, in the order of ``ReportFacts.states``: answered, asked, late or none.
    """

    title: Bilingual
    asked_on: date
    due: date | None
    asked: int
    answered: int
    late: int
    reminders: int
    states: tuple[str, ...]
    answered_on: tuple[date | None, ...]


@dataclass(frozen=True, slots=True)
class Covered:
    """What stands in the directory for one State; ``age`` in days since the last confirmation."""

    participant: Bilingual
    focal_points: int
    contacts: int
    confirmed_on: date | None
    age: int | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for a decision: its number, its kind and the participant it concerns."""

    number: int
    since: date
    kind: str
    participant: Bilingual | None


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """A whole report.  ``counts``: messages, changes, letters, reminders within the period."""

    heading: Heading
    states: tuple[Bilingual, ...]
    themes: tuple[Theme, ...]
    moved: tuple[Moved, ...]
    goals: tuple[Goal, ...]
    calls: tuple[Call, ...]
    coverage: tuple[Covered, ...]
    holds: tuple[Waiting, ...]
    contacts: tuple[ListedContact, ...]
    columns: tuple[str, ...]  # of the contact list, that the report's audience sees
    counts: Mapping[str, int]

    @property
    def activities(self) -> tuple[Planned, ...]:
        """Return all activities in the order of the report."""
        return tuple(each for theme in self.themes for objective in theme.objectives for each in objective.activities)
