"""The span at one place of a text: every reader in turn."""

from __future__ import annotations

from dataclasses import replace

from mailbot.core.windows import words as w
from mailbot.core.windows.atoms import CONTRARY, EITHER, Found, Reader, Span, doubtful, month_of
from mailbot.core.windows.days import month_first, of_month, trailing_weekday, week_of, weekday_first
from mailbot.core.windows.figures import days_in_figures
from mailbot.core.windows.holy_week import holy_week
from mailbot.core.windows.lonely import coming_day, numbered_week, numbered_weekday
from mailbot.core.windows.months import days_inside, months, part_of_month
from mailbot.core.windows.nth import nth_day
from mailbot.core.windows.numeric import iso, numeric
from mailbot.core.windows.relative import relative
from mailbot.core.windows.runs import weekdays_first
from mailbot.core.windows.years import bare_year, edge, half_of_quarter, part_of_year, remainder

_READERS = (
    iso,
    numeric,
    days_in_figures,
    weekdays_first,
    weekday_first,
    nth_day,
    of_month,
    month_first,
    holy_week,
    week_of,
    part_of_month,
    half_of_quarter,
    part_of_year,
    edge,
    remainder,
    lambda r, place: adjective_first(r, place),
    months,
    relative,
    bare_year,
    numbered_weekday,
    numbered_week,
    coming_day,
)


# The words a span may begin with, so that other text costs nothing.
_FIRST = frozenset(
    [
        *w.WEEKDAYS,
        *w.ORDINALS,
        *w.LAST,
        *w.BEGIN,
        *w.MIDDLE,
        *w.END,
        *w.YEAR_PARTS,
        *w.WEEK,
        *w.RELATIVE_UNITS,
        *w.NUMBERS,
    ]
    + [*w.SPANISH_DAYS, *w.ENGLISH_DAYS, *(f"{letter}{number}" for letter in w.SHORT_PARTS for number in range(1, 5))]
    + [word + ending for word in w.THIS | w.NEXT | w.PAST for ending in ("", "s")]
    + "dia dias day days mes month meses months anos years bienio trienio cuatrienio quinquenio periodo".split()
    + "el the la parte =in in en =coming hace antes resto rest resta queda remainder".split()
    + "=week-of hoy today tomorrow ayer yesterday anteayer antier manana primeras primeros ultimos ultimas".split()
    + "transcurso curso course holy".split()
)


def span_at(r: Reader, place: int) -> Found:
    """Return the span named at a place and the place after it, or None."""
    text = r.at(place)
    if not text[:1].isdigit() and text not in _FIRST and month_of(text) is None:
        return None
    for read in _READERS:
        found = read(r, place)
        if found is not None:
            return _with_days_inside(r, *_with_weekday(r, *found))
    return None


def _with_days_inside(r: Reader, span: Span, after: int) -> tuple[Span, int]:
    """Segunda quincena de abril (19 al 23); "(1 al 15)" behind it says another time."""
    one_month = (span.start.year, span.start.month) == (span.end.year, span.end.month)
    if r.at(after) != "(" or span.start == span.end or not one_month or span.more or span.doubt:
        return span, after
    found = days_inside(r, span.start.month, span, after)
    if found is None:
        return span, after
    days, end = found
    within = span.start.day <= days.start.day and days.last.day <= span.end.day
    return (days if within else doubtful(r.today, CONTRARY)), end


def _with_weekday(r: Reader, span: Span, after: int) -> tuple[Span, int]:
    """28/01/2009 (miércoles)."""
    if span.start != span.end or span.more:
        return span, after
    weekday, end = trailing_weekday(r, after)
    if weekday is None:
        return span, after
    return replace(span, weekdays=(*span.weekdays, (span.start.month, span.start.day, weekday))), end


_DATES = (weekday_first, of_month, month_first, months)


def adjective_first(r: Reader, place: int) -> Found:
    """El próximo 16 de enero, el pasado 3 de marzo, el próximo mes de marzo, next January 16."""
    adjective = r.at(place).removesuffix("s") if r.at(place) != "this" else "this"
    if adjective not in w.RELATIVE:
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
