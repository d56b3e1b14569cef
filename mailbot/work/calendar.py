"""Deadlines and the programme as calendar files."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from mailbot.core import windows
from mailbot.core.records import Activity, Group, RequestRecord
from mailbot.core.values import Attachment, Bilingual, Form
from mailbot.edges.documents.icalendar import DayEvent, deadline_file, feed, joined
from mailbot.edges.store import ledger, outbox
from mailbot.work.house import House

ONE_YEAR = timedelta(days=365)
_EVERY = re.compile(r"(?:(\d{1,3}) )?(day|week|month|year)s?")
DATED = Bilingual("Calendario", "Calendar")
WHO = Bilingual("Responsables", "Responsible")


def deadline(
    group: Group,
    request: RequestRecord,
    form: Form,
    activity: Activity | None,
    language: str,
    now: datetime,
    *,
    sequence: int = 0,
    withdrawn: bool = False,
) -> tuple[Attachment, ...]:
    """Return the file that puts a request's deadline in a calendar; nothing without a due date."""
    if request.due is None:
        return ()
    title = _title(form, activity)
    first, second = (title.es, title.en) if language == "es" else (title.en, title.es)
    event = DayEvent(
        f"{request.code.lower()}@{group.address.partition('@')[2]}",
        f"{first} / {second} [{request.code}]",
        request.due,
        request.due,
        joined(
            (
                f"Fecha límite para responder a {group.name.es}: responda a nuestra carta o a {group.address}.",
                f"Last day to answer {group.name.en}: reply to our letter or to {group.address}.",
                request.code,
            )
        ),
        sequence,
        cancelled=withdrawn,
    )
    method = "CANCEL" if withdrawn else "PUBLISH"
    name = f"{'plazo' if language == 'es' else 'deadline'}-{request.code.lower()}.ics"
    content = deadline_file(event, group.address, group.name.get(language), now)
    return (Attachment(name, f"text/calendar; charset=utf-8; method={method}", content),)


def _title(form: Form, activity: Activity | None) -> Bilingual:
    if activity is None:
        return form.title
    return Bilingual(f"{activity.code} {activity.title.es}", f"{activity.code} {activity.title.en}")


def sequence_of(connection: Connection, group: Group, request: RequestRecord) -> int:
    """Return how often the deadline of a request has moved so far."""
    return len(outbox.periods_of(connection, group.key, f"deadline:{request.code}"))


def programme(house: House, connection: Connection, group: Group, language: str) -> tuple[bytes, int, int]:
    """Return (the programme as a calendar, how many activities are in it, how many are not).

    Left out is what has no date: undecided, or recurring at intervals nobody said.
    """
    activities = ledger.all_activities(connection, group.key)
    events = [event for each in activities if (event := _activity(group, each, language)) is not None]
    content = feed(group.name.get(language), events, group.address, group.name.get(language), house.now())
    return content, len(events), len(activities) - len(events)


def _activity(group: Group, activity: Activity, language: str) -> DayEvent | None:
    days = _days(activity)
    if days is None:
        return None
    first, last, every, until = days
    said = f"{DATED.get(language)}: {activity.calendar_text}" if activity.calendar_text else ""
    who = f"{WHO.get(language)}: {', '.join(activity.responsible)}" if activity.responsible else ""
    theme = activity.theme.get(language)
    return DayEvent(
        f"{activity.code.lower()}.{group.key}@{group.address.partition('@')[2]}",
        f"{activity.code} {activity.title.get(language)}",
        first,
        last,
        joined((activity.title.get(language), said, who)),
        tentative=activity.tentative,
        categories=(theme,) if theme else (),
        every=every,
        until=until,
    )


def _days(activity: Activity) -> tuple[date, date, tuple[int, str] | None, date | None] | None:
    """Return (first, last, every, until) of an activity, None when it has no place in a calendar.

    A period is its whole window, a deadline its last day, what has only a beginning that day.
    """
    start, end = activity.start, activity.end
    if activity.kind == "recurring":
        every = _interval(activity)
        return None if every is None or start is None else (start, start, every, end)
    if start is None and end is None:
        return None
    if activity.kind == "period" and start is not None and end is not None:
        return start, end, None, None
    day = end or start
    assert day is not None
    return day, day, None, None


def _interval(activity: Activity) -> tuple[int, str] | None:
    """Return how often an activity recurs, read from its calendar text; None when nobody said."""
    today = activity.start or activity.end or date.min + ONE_YEAR
    for window in windows.read(activity.calendar_text, today):
        match = _EVERY.fullmatch(window.every or "")
        if match:
            return int(match[1] or 1), match[2]
    return None
