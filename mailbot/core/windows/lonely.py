"""Days without their month: "el lunes 19", "week of the 9th", "a más tardar el 20", "el próximo día 20"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from mailbot.core.windows import words as w
from mailbot.core.windows.atoms import UNREAD, Found, Reader, Span, doubtful, safe
from mailbot.core.windows.days import DayList, day_list, days_span
from mailbot.core.windows.numeric import closed

_DAY = timedelta(days=1)
_LEAD = ("el", "the", "dia", "day", "los", "dias", "del", "de", "of", "al", "on")


def numbered_weekday(r: Reader, place: int) -> Found:
    """El lunes 19, Monday the 19th, del lunes 19 al viernes 23: the one near month where they agree."""
    if r.at(place) not in w.WEEKDAYS or len(r.at(place)) < 4:
        return None
    found = day_list(r, place)
    if found is None or not found[0].weekdays or not _ends(r, found[1]):
        return None
    fitting = [span for span in (_in_month(r, step, found[0]) for step in (-1, 0, 1)) if span]
    return (fitting[0] if len(fitting) == 1 else doubtful(r.today, UNREAD)), found[1]


def numbered_week(r: Reader, place: int) -> Found:
    """La semana del 19, week of the 19th, semana del 19 al 23: this month's, while they are to come."""
    if r.at(place) not in {"semana", "week", "=week-of"}:
        return None
    here = r.skip(place + 1, *_LEAD)
    found = day_list(r, here) if here > place + 1 else None
    if found is None or not _ends(r, found[1]) or (r.at(here).isalpha() and r.at(here) not in w.WEEKDAYS):
        return None
    span = _in_month(r, 0, found[0])
    if span is None or span.end < r.today or span.more:
        return doubtful(r.today, UNREAD), found[1]
    if span.start == span.end:
        monday = span.start - span.start.weekday() * _DAY
        span = replace(span, start=monday, end=monday + 4 * _DAY)
    return span, found[1]


def coming_day(r: Reader, place: int) -> Found:
    """El próximo día 20, el pasado 12."""
    adjective = r.at(place)
    if adjective not in {"proximo", "pasado"} or r.at(place - 1) not in {"el", "del", "al"}:
        return None
    here = r.skip(place + 1, "dia")
    if not r.at(here)[:1].isdigit() or r.number(here) is None or not _ends(r, here + 1):
        return None
    past = adjective == "pasado"
    days = DayList(((r.number(here) or 0, r.number(here) or 0),), ())
    spans = [_in_month(r, step, days) for step in ((0, -1) if past else (0, 1))]
    near = [span for span in spans if span and (span.start < r.today if past else span.start > r.today)]
    return (near[0] if near else doubtful(r.today, UNREAD)), here + 1


def bound_day(r: Reader, place: int) -> Found:
    """The 20 of "a más tardar el 20": this month's while it is to come."""
    here = r.skip(place, "el", "the", "dia", "del", "on")
    number = r.number(here) if here > place and r.at(here)[:1].isdigit() else None
    if number is None or not _ends(r, here + 1):
        return None
    span = _in_month(r, 0, DayList(((number, number),), ()))
    return (span if span and span.start >= r.today else doubtful(r.today, UNREAD)), here + 1


def _in_month(r: Reader, step: int, days: DayList) -> Span | None:
    """Return these days in this month, the last (-1) or the next (1); None where they cannot stand."""
    months = r.today.year * 12 + r.today.month - 1 + step
    year, month = months // 12, months % 12 + 1
    span = days_span(r, (year, month), days)
    if span.doubt:
        return None
    wrong = [day for day, weekday in days.weekdays if (safe(year, month, day) or r.today).weekday() != weekday]
    return None if wrong else span


def _ends(r: Reader, place: int) -> bool:
    """Whether the number is a day and counts nothing: the text or its clause ends, or an hour follows."""
    hour = r.at(place) in {"a", "at", "=from"} and r.at(r.skip(place + 1, "las", "la"))[:1].isdigit()
    return closed(r, place) or hour
