"""Weekdays said ahead of their days: "jueves y viernes 12 y 13 de marzo", "Monday to Friday, March 9-13, 2009"."""

from __future__ import annotations

from dataclasses import replace

from mailbot.core.windows import words as w
from mailbot.core.windows.atoms import Found, Reader
from mailbot.core.windows.days import month_first, of_month
from mailbot.core.windows.lists import joint

_LED = ("de", "del", "the", "los", "dias", "el", "on", "=from", "from", ",", "(", ":")


def weekdays_first(r: Reader, place: int) -> Found:
    """The first weekday is checked against the first day, the second against the last."""
    first = w.WEEKDAYS.get(r.at(place))
    here = r.skip(place + 2, "el", "los", "the")
    second = w.WEEKDAYS.get(r.at(here))
    if first is None or second is None or not joint(r, place + 1):
        return None
    start = r.skip(here + 1, *_LED)
    found = month_first(r, start) or of_month(r, start)
    if found is None:
        return None
    span, after = found
    last = span.more[-1] if span.more else span
    if span.doubt or span.start == last.end:
        return found
    said = ((span.start.month, span.start.day, first), (last.end.month, last.end.day, second))
    return replace(span, weekdays=said), after
