"""The n-th weekday of a month: "primer lunes de marzo", "last Friday in March", "tercer jueves del presente mes"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from mailbot.core.windows import words as w
from mailbot.core.windows.atoms import IMPOSSIBLE, UNREAD, Found, Reader, Span, doubtful, month_end, month_of
from mailbot.core.windows.days import OF, relative_month
from mailbot.core.windows.lists import AND
from mailbot.core.windows.months import ordinals

_TO_MONTH = ("de", "del", "of", "the", "el", "los", "in", "en")


def nth_day(r: Reader, place: int) -> Found:
    """Primer lunes de marzo, last Friday in March, último día de marzo; "of the month" names none."""
    numbers = None if r.at(place).isdigit() else ordinals(r, place)
    if numbers is None or (r.at(numbers[2]) not in w.WEEKDAYS and r.at(numbers[2]) not in {"dia", "day"}):
        return None
    (number, *more), joins, at = numbers
    weekday = w.WEEKDAYS.get(r.at(at))
    if weekday is None and (more or number not in {0, 1}):
        return None
    here = r.skip(at + 1, *OF, "in", "en")
    month = month_of(r.at(here))
    if here == at + 1:
        return None
    if month is None and not more:
        return _of_this_month(r, place, number)
    if month is None or not set(joins) <= AND:
        return doubtful(r.today, UNREAD), here
    return r.with_year(here + 1, _several([number, *more], weekday, month))


def _of_this_month(r: Reader, place: int, number: int) -> Found:
    """Tercer jueves del presente mes is a day; the third Thursday of the month may be of every one: asked."""
    here = r.skip(place + 2, *_TO_MONTH)
    weekday = w.WEEKDAYS.get(r.at(place + 1))
    found = relative_month(r, here)
    if found is not None:
        return replace(_nth(number, weekday, found[1])(found[0]), said_year=True), found[2]
    lonely = r.at(here) in {"mes", "month"} and weekday is not None and here > place + 2
    return (doubtful(r.today, UNREAD), here + 1) if lonely else None


def _nth(number: int, weekday: int | None, month: int) -> Callable[[int], Span]:
    def make(year: int) -> Span:
        days = _matching(year, month, weekday)
        if number > len(days):
            return doubtful(days[0], IMPOSSIBLE)
        day = days[number - 1]
        return Span(day, day)

    return make


def _several(numbers: Sequence[int], weekday: int | None, month: int) -> Callable[[int], Span]:
    """Primer y tercer lunes de marzo: each of them."""

    def make(year: int) -> Span:
        first, *others = [_nth(number, weekday, month)(year) for number in numbers]
        return replace(first, more=tuple(others))

    return make


def _matching(year: int, month: int, weekday: int | None) -> Sequence[date]:
    first, last = date(year, month, 1), month_end(year, month)
    days = [first + timedelta(days=i) for i in range(last.day)]
    return [day for day in days if weekday is None or day.weekday() == weekday]
