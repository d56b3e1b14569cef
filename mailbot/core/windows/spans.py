"""The span at one place of a text: every reader in turn."""

from __future__ import annotations

from dataclasses import replace

from mailbot.core.windows import words as w
from mailbot.core.windows.atoms import EITHER, Found, Reader, Span, doubtful
from mailbot.core.windows.days import month_first, nth_day, of_month, week_of, weekday_first
from mailbot.core.windows.months import months, part_of_month
from mailbot.core.windows.numeric import iso, numeric
from mailbot.core.windows.relative import relative
from mailbot.core.windows.years import bare_year, edge, part_of_year

_READERS = (
    iso,
    numeric,
    weekday_first,
    nth_day,
    of_month,
    month_first,
    week_of,
    part_of_month,
    part_of_year,
    edge,
    lambda r, place: adjective_first(r, place),
    months,
    relative,
    bare_year,
)


def span_at(r: Reader, place: int) -> Found:
    """Return the span named at a place and the place after it, or None."""
    for read in _READERS:
        found = read(r, place)
        if found is not None:
            return found
    return None


_DATES = (weekday_first, of_month, month_first, months)


def adjective_first(r: Reader, place: int) -> Found:
    """El próximo 16 de enero, el pasado 3 de marzo, el próximo mes de marzo, next January 16."""
    adjective = r.at(place).removesuffix("s") if r.at(place) != "this" else "this"
    if adjective not in w.THIS | w.NEXT | w.PAST:
        return None
    for read in _DATES:
        found = read(r, place + 1)
        if found is not None:
            return _near(r, found[0], adjective), found[1]
    return None


def _near(r: Reader, span: Span, adjective: str) -> Span:
    """English "next March" said in February has two readings, "last October" said in November too."""
    make = span.make
    if make is None or span.doubt:
        return span
    if adjective in w.THIS:
        return replace(make(r.today.year), weekdays=span.weekdays, said_year=True)
    near = replace(r.near(make, adjective), weekdays=span.weekdays)
    ahead = near.start - r.today if adjective == "next" else r.today - near.end
    month = span.end.day - span.start.day > 25
    unsure = month and (
        (adjective == "next" and near.start.year == r.today.year) or (adjective == "last" and ahead.days < 60)
    )
    return doubtful(near.start, EITHER) if unsure else near
