"""Records and hour → what is due: pure, so that a restart or a double trigger changes nothing.

Every item carries the key under which the ledger remembers it: (request, recipient, stage).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from operator import attrgetter
from zoneinfo import ZoneInfo

from mailbot.core.records import Contact, RequestRecord
from mailbot.core.requests_state import waits
from mailbot.core.workdays import LONGEST_CLOSURE, Office, moment

AUDIENCES = ("designated", "alternate", "presidency")
Said = frozenset[tuple[int, str, str]]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of ``rules/reminders.yaml``: ``days`` before (positive) or after the due date.

    ``to``: designated (who was asked), alternate or presidency (the next person up).
    """

    name: str
    days: int
    to: str = "designated"


@dataclass(frozen=True, slots=True)
class Recipient:
    """An address with the country whose offices it keeps, and why it hears of a request.

    ``why``: designated; stand-in (the State has no focal point: its alternate answers);
    orphan (nor an alternate: the presidency is told); alternate and presidency (the next
    person up, since nobody answered).
    """

    address: str
    country: str
    why: str = "designated"


@dataclass(frozen=True, slots=True)
class Circle:
    """Who hears of the requests to one participant, by audience; nobody stands in two."""

    designated: tuple[Recipient, ...] = ()
    alternate: tuple[Recipient, ...] = ()
    presidency: tuple[Recipient, ...] = ()


@dataclass(frozen=True, slots=True)
class DueReminder:
    """One (request, recipient, stage) to be said now; ``passed`` stages only enter the ledger.

    ``stage`` is None when nothing is to be said: the deadline has passed over all of them.
    """

    request: RequestRecord
    recipient: str
    stage: str | None
    passed: tuple[str, ...] = ()
    why: str = "designated"


@dataclass(frozen=True, slots=True)
class _Step:
    """A stage on its day: due from ``begins`` until ``ends`` (None: for good).

    It exists only for what was asked before ``after``, the day on which it falls.
    """

    name: str
    begins: datetime
    ends: datetime | None
    after: datetime


def reach(contact: Contact) -> str | None:
    """Return the first address of a contact from which nothing came back, None without one."""
    return next((each for each in contact.email if each not in contact.bounced), None)


def circle_of(contacts: Sequence[Contact], presidency: Sequence[Contact], *, state: bool) -> Circle:
    """Return who hears of the requests to a participant with these active contacts.

    Its focal points whom mail reaches.  A ``state`` without one: its alternates, else the
    presidency.  Other participants: everybody.
    """
    taken: set[str] = set()

    def take(people: Sequence[Contact], why: str) -> tuple[Recipient, ...]:
        found = []
        for each in people:
            address = reach(each)
            if address is not None and address not in taken:
                taken.add(address)
                found.append(Recipient(address, each.participant.code, why))
        return tuple(found)

    first = take([each for each in contacts if each.role == "focal-point"], "designated")
    alternates = [each for each in contacts if each.role == "alternate"]
    if not first and not state:
        first = take(contacts, "designated")
    first = first or take(alternates, "stand-in") or take(presidency, "orphan")
    return Circle(first, take(alternates, "alternate"), take(presidency, "presidency"))


class _Plan:
    """The stages of one audience in one country: due date → its steps, each worked out once."""

    def __init__(self, stages: tuple[Stage, ...], office: Office, timezone: str) -> None:
        self.stages, self.office, self.zone = stages, office, ZoneInfo(timezone)
        self._made: dict[date, tuple[tuple[datetime, ...], tuple[_Step, ...]]] = {}

    def steps(self, due: date) -> tuple[tuple[datetime, ...], tuple[_Step, ...]]:
        """Return when the stages begin, in order, and the stages themselves."""
        made = self._made.get(due)
        if made is None:
            steps = self._steps_of(due)
            made = self._made[due] = (tuple(step.begins for step in steps), steps)
        return made

    def _steps_of(self, due: date) -> tuple[_Step, ...]:
        end = _midnight(due + timedelta(days=1), self.zone)
        found = []
        for stage in self.stages:
            day = due - timedelta(days=stage.days)
            ends = end if stage.days >= 0 else None
            begins = moment(self.office, day, ends)
            after = _midnight(min(day, begins.astimezone(self.zone).date()), self.zone)
            found.append((begins, -stage.days, _Step(stage.name, begins, ends, after)))
        return tuple(step for *_, step in sorted(found, key=lambda each: each[:2]))


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)


# The same calendar serves every group and every look.
_plan = lru_cache(maxsize=256)(_Plan)


class _Desk:
    """One audience in one country at one hour."""

    def __init__(self, plan: _Plan, now: datetime) -> None:
        self.plan, self.now = plan, now
        self.open = plan.office.is_open(now)
        self.next_opening = plan.office.next_opening(now)
        self._begun: dict[date, tuple[_Step, ...]] = {}

    def begun(self, due: date) -> tuple[_Step, ...]:
        """Return the stages that have begun for what is due on a day, the latest last."""
        found = self._begun.get(due)
        if found is None:
            begins, steps = self.plan.steps(due)
            found = self._begun[due] = steps[: bisect_right(begins, self.now)]
        return found

    def may_say(self, step: _Step) -> bool:
        """Office hours are waited for, unless the deadline comes before the next ones."""
        return self.open or (step.ends is not None and self.next_opening >= step.ends)


@dataclass(frozen=True, slots=True)
class _Hour:
    """What does not change from request to request."""

    said: Said
    away: frozenset[str]
    now: datetime
    timezone: str
    offices: Mapping[str, Office]


class _Audience:
    """One audience at an hour; nothing is due to it from requests due after ``horizon``."""

    def __init__(self, to: str, stages: Sequence[Stage], hour: _Hour) -> None:
        self.people = attrgetter(to)
        self.stages = tuple(stage for stage in stages if stage.to == to)
        self.horizon = hour.now.date() + timedelta(days=max(map(_lead, self.stages), default=0))
        self.hour = hour
        self._desks: dict[str, _Desk] = {}

    def due(self, request: RequestRecord, due: date, to: Recipient, desk: _Desk) -> DueReminder | None:
        """Return what one person is to be told of a request now, None when nothing."""
        begun = desk.begun(due)
        if not begun or (request.id, to.address, begun[-1].name) in self.hour.said:
            return None
        return self._reminder(request, to, desk, begun)

    def desk(self, country: str) -> _Desk:
        """Return the desk of a country at this hour."""
        desk = self._desks.get(country)
        if desk is None:
            hour = self.hour
            office = hour.offices.get(country) or Office(hour.timezone)
            desk = self._desks[country] = _Desk(_plan(self.stages, office, hour.timezone), hour.now)
        return desk

    def _reminder(
        self, request: RequestRecord, to: Recipient, desk: _Desk, begun: tuple[_Step, ...]
    ) -> DueReminder | None:
        latest = begun[-1]
        if request.asked_at >= latest.after:
            return None
        earlier = (step.name for step in begun[:-1] if request.asked_at < step.after)
        unsaid = tuple(name for name in earlier if (request.id, to.address, name) not in self.hour.said)
        if latest.ends is not None and desk.now >= latest.ends:
            return DueReminder(request, to.address, None, (*unsaid, latest.name), to.why)
        if to.address in self.hour.away or not desk.may_say(latest):
            return None
        return DueReminder(request, to.address, latest.name, unsaid, to.why)


def _lead(stage: Stage) -> int:
    """Return how many days before the due date a stage may begin at the earliest.

    Only a closure that reaches the deadline brings a stage forward; one day more, since the
    world is that wide.
    """
    return 1 + stage.days + (LONGEST_CLOSURE if 0 <= stage.days <= LONGEST_CLOSURE else 0)


def due_reminders(
    requests: Iterable[RequestRecord],
    circles: Mapping[int, Circle],
    stages: Sequence[Stage],
    said: Said,
    now: datetime,
    timezone: str,
    offices: Mapping[str, Office] | None = None,
    away: frozenset[str] = frozenset(),
) -> tuple[DueReminder, ...]:
    """Return the reminders due at ``now``.

    ``circles`` maps participant id → who hears of it; ``said`` is the ledger of (request id,
    address, stage); ``offices`` maps country → its office days, where absent Monday to
    Friday in ``timezone``, the group's.  After an outage only the latest due stage is said,
    the earlier ones are passed over.  A stage is never due before the day after the asking,
    nor once a later one has been said, nor past the deadline it announces.  It waits for
    office hours, for people in ``away`` until they are back, and for the day the participant
    named, never past the deadline.
    """
    hour = _Hour(said, away, now.astimezone(UTC), timezone, offices or {})
    audiences = [_Audience(to, stages, hour) for to in AUDIENCES if any(stage.to == to for stage in stages)]
    horizon = max((each.horizon for each in audiences), default=date.min)
    found: list[DueReminder] = []
    today = now.astimezone(ZoneInfo(timezone)).date()
    ears = {key: _ears(circle, audiences) for key, circle in circles.items()}
    for request in requests:
        due = request.due
        if request.state != "asked" or due is None or due > horizon or waits(request, today):
            continue
        for audience, recipient, desk in ears.get(request.participant.id, ()):
            if due <= audience.horizon:
                reminder = audience.due(request, due, recipient, desk)
                if reminder is not None:
                    found.append(reminder)
    return tuple(found)


def _ears(circle: Circle, audiences: Sequence[_Audience]) -> tuple[tuple[_Audience, Recipient, _Desk], ...]:
    """Return who of a circle hears of requests, worked out once for all requests to a participant."""
    return tuple((each, to, each.desk(to.country)) for each in audiences for to in each.people(circle))


def digest_period(now: datetime, timezone: str, weekday: int, hour: int) -> tuple[date, date]:
    """Return (first day, last day) of the last full week whose digest hour has come.

    The period is computed from the calendar, not from the last sending, so that a missed
    trigger loses nothing and a double one repeats nothing.
    """
    local = now.astimezone(ZoneInfo(timezone))
    back = (local.weekday() - weekday) % 7
    day = local.date() - timedelta(days=back)
    if back == 0 and local.hour < hour:
        day -= timedelta(days=7)
    return day - timedelta(days=7), day - timedelta(days=1)
