"""Calls for inputs: forms put to many at once, who answered and how often they were recalled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from mailbot.core.records import Activity, Participant, RequestRecord
from mailbot.core.report.facts import Call, Heading
from mailbot.core.values import Bilingual, Form


def calls_of(
    heading: Heading,
    requests: Sequence[RequestRecord],
    activities: Sequence[Activity],
    forms: Mapping[str, Form],
    states: Sequence[Participant],
    reminders: Mapping[int, int],
    zone: ZoneInfo,
) -> tuple[Call, ...]:
    """Return the calls of the period: put, answered or still open in it, in order of asking."""
    rounds: dict[str, list[RequestRecord]] = {}
    for each in requests:
        if each.round:
            rounds.setdefault(each.round, []).append(each)
    titles = {each.code: each.title for each in activities}
    return tuple(
        _call(heading, asked, titles, forms, states, reminders, zone)
        for asked in rounds.values()
        if any(_within(each, heading, zone) for each in asked)
    )


def _within(request: RequestRecord, heading: Heading, zone: ZoneInfo) -> bool:
    days = [at.astimezone(zone).date() for at in (request.asked_at, request.answered_at) if at is not None]
    return request.state == "asked" or any(heading.start <= day <= heading.end for day in days)


def _call(
    heading: Heading,
    asked: Sequence[RequestRecord],
    titles: Mapping[str, Bilingual],
    forms: Mapping[str, Form],
    states: Sequence[Participant],
    reminders: Mapping[int, int],
    zone: ZoneInfo,
) -> Call:
    first = asked[0]
    by_state = {each.participant.id: each for each in asked}
    mine = [by_state.get(state.id) for state in states]
    words = tuple(_state(each, heading.end) for each in mine)
    everybody = [_state(each, heading.end) for each in asked]
    return Call(
        _title(first, forms, titles),
        first.asked_at.astimezone(zone).date(),
        first.due,
        len(asked),
        everybody.count("answered"),
        everybody.count("late"),
        sum(reminders.get(each.id, 0) for each in asked),
        words,
        tuple(_day(each, zone) for each in mine),
    )


def _title(request: RequestRecord, forms: Mapping[str, Form], titles: Mapping[str, Bilingual]) -> Bilingual:
    form = forms.get(request.form)
    title = form.title if form else Bilingual(request.form, request.form)
    if not request.about:
        return title
    about = titles.get(request.about, Bilingual("", ""))
    return Bilingual(
        f"{title.es}: {request.about} {about.es}".strip(), f"{title.en}: {request.about} {about.en}".strip()
    )


def _state(request: RequestRecord | None, today: date) -> str:
    if request is None:
        return "none"
    if request.answered_at is not None:
        return "answered"
    if request.state == "closed":
        return "none"
    return "late" if request.due is not None and request.due < today else "asked"


def _day(request: RequestRecord | None, zone: ZoneInfo) -> date | None:
    return None if request is None or request.answered_at is None else request.answered_at.astimezone(zone).date()
