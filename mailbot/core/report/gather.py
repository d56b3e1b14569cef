"""Records and period → the facts of a report: pure, so that the same records give the same report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from mailbot.core.fields import show
from mailbot.core.fields.numbers import words_of
from mailbot.core.fields.timed import show as window_words
from mailbot.core.indicators import Progress, is_late
from mailbot.core.letters.facts import ListedContact
from mailbot.core.records import Activity, Contact, HistoryLine, HoldRecord, Participant, RequestRecord, Status
from mailbot.core.report.calls import calls_of
from mailbot.core.report.facts import Covered, Goal, Heading, Objective, Planned, Reported, ReportFacts, Theme, Waiting
from mailbot.core.report.moves import moves_of
from mailbot.core.values import Bilingual, Form

CLOSED = frozenset({"done", "cancelled"})
NOTHING = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class Records:
    """All that the house remembers and a report tells.

    ``history`` and ``reminders`` (request id → reminders sent) are those of the period;
    ``contacts`` those of the directory; ``listed`` the rows of the list as the report's audience
    sees them, with ``columns``; ``names`` how others are called whom the programme names.
    """

    timezone: str
    participants: tuple[Participant, ...] = ()
    contacts: tuple[Contact, ...] = ()
    activities: tuple[Activity, ...] = ()
    statuses: tuple[Status, ...] = ()
    requests: tuple[RequestRecord, ...] = ()
    history: tuple[HistoryLine, ...] = ()
    holds: tuple[HoldRecord, ...] = ()
    reminders: Mapping[int, int] = field(default_factory=dict)
    listed: tuple[ListedContact, ...] = ()
    columns: tuple[str, ...] = ()
    names: Mapping[str, Bilingual] = field(default_factory=dict)
    goals: tuple[Progress, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)


def report_facts(heading: Heading, records: Records, forms: Sequence[Form]) -> ReportFacts:
    """Return what happened from ``heading.start`` to ``heading.end`` (days, inclusive) and what stands open."""
    by_id = {form.id: form for form in forms}
    states = tuple(each for each in records.participants if each.kind == "state")
    zone = ZoneInfo(records.timezone)
    return ReportFacts(
        heading,
        tuple(each.name for each in states),
        themes_of(heading, records, by_id["activity-status"], states, zone),
        moves_of(
            records.history, records.activities, records.participants, by_id["activity-status"], zone, records.holds
        ),
        tuple(_goal(each, heading.end) for each in records.goals),
        calls_of(heading, records.requests, records.activities, by_id, states, records.reminders, zone),
        tuple(_covered(each, records.contacts, heading.end) for each in states),
        tuple(_waiting(each, records.participants, zone) for each in records.holds if each.kind != "confirmation"),
        records.listed,
        records.columns,
        dict(records.counts),
    )


def themes_of(
    heading: Heading, records: Records, form: Form, states: Sequence[Participant], zone: ZoneInfo
) -> tuple[Theme, ...]:
    """Return the programme by theme and objective, each where the programme first names it."""
    tree: dict[Bilingual, dict[Bilingual, list[Planned]]] = {}
    for activity in records.activities:
        objectives = tree.setdefault(activity.theme, {})
        planned = _planned(heading, records, form, activity, states, zone)
        objectives.setdefault(activity.objective, []).append(planned)
    return tuple(
        Theme(title, tuple(Objective(objective, tuple(rows)) for objective, rows in objectives.items()))
        for title, objectives in tree.items()
    )


def is_open(activity: Activity, statuses: Iterable[Status], states: frozenset[str]) -> bool:
    """Tell whether somebody who answers for an activity (all States where none is named) has not closed it."""
    closed = {s.participant for s in statuses if s.activity == activity.code and s.fields.get("status") in CLOSED}
    answerable = {code for code in activity.responsible if code in states} or states
    return not answerable <= closed


def _planned(
    heading: Heading, records: Records, form: Form, activity: Activity, states: Sequence[Participant], zone: ZoneInfo
) -> Planned:
    names = {**records.names, **{each.code: each.name for each in records.participants}}
    mine = [each for each in records.statuses if each.activity == activity.code]
    unfinished = is_open(activity, mine, frozenset(each.code for each in states))
    return Planned(
        activity.code,
        activity.title,
        activity.calendar_text,
        _window(activity, form),
        tuple(names.get(code) or Bilingual(code, code) for code in activity.responsible),
        tuple(_reported(heading, form, each, names, zone) for each in mine),
        late=unfinished and activity.end is not None and activity.end < heading.end,
        closed=bool(mine) and not unfinished,
    )


def _window(activity: Activity, form: Form) -> Bilingual:
    start, end = (day.isoformat() if day else None for day in (activity.start, activity.end))
    document = {"start": start, "end": end, "kind": activity.kind, "tentative": activity.tentative}
    return window_words(form.field("date"), document)


def _reported(heading: Heading, form: Form, status: Status, names: Mapping[str, Bilingual], zone: ZoneInfo) -> Reported:
    on = status.reported_at.astimezone(zone).date()
    day = status.fields.get("date")
    return Reported(
        names.get(status.participant) or Bilingual(status.participant, status.participant),
        _shown(form, status, "status"),
        _shown(form, status, "progress").es,
        window_words(form.field("date"), day) if day else NOTHING,
        _shown(form, status, "result").es,
        _shown(form, status, "note").es,
        on,
        heading.start <= on <= heading.end,
    )


def _shown(form: Form, status: Status, field_id: str) -> Bilingual:
    value = status.fields.get(field_id)
    return NOTHING if value in (None, "", []) else show(form.field(field_id), value)


def _goal(progress: Progress, today: date) -> Goal:
    indicator, last = progress.indicator, progress.last
    return Goal(
        indicator.code,
        indicator.name,
        indicator.unit,
        words_of(indicator.baseline),
        words_of(indicator.target),
        words_of(progress.value),
        progress.share,
        indicator.due,
        last.measured_on if last else None,
        last.source if last else "",
        is_late(progress, today),
    )


def _covered(state: Participant, contacts: Iterable[Contact], today: date) -> Covered:
    mine = [each for each in contacts if each.participant.id == state.id and each.role != "officer"]
    confirmed = max((each.confirmed_on for each in mine if each.confirmed_on), default=None)
    focal = sum(each.role == "focal-point" for each in mine)
    return Covered(state.name, focal, len(mine), confirmed, (today - confirmed).days if confirmed else None)


def _waiting(hold: HoldRecord, participants: Iterable[Participant], zone: ZoneInfo) -> Waiting:
    place = next((each.name for each in participants if each.id == hold.participant_id), None)
    return Waiting(hold.number, hold.opened_at.astimezone(zone).date(), hold.kind, place)
