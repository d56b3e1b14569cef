"""Spans of one place: days, day ranges, months, parts of months and years, relative words."""

from __future__ import annotations

import re
from datetime import date, timedelta

from mailbot.core.values import Bilingual
from mailbot.core.windows import words as w
from mailbot.core.windows.atoms import Found, Reader, Span, month_end, month_of
from mailbot.core.windows.relative import bare_year, next_month, relative

OF = ("de", "del", "of", "the", "el", "la", "mes", "month", "in", "en")
DASH = ("-", "–", "—")


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def span_at(r: Reader, place: int) -> Found:
    """Return the span named at a place and the place after it, or None."""
    for read in (
        _iso,
        _numeric,
        _weekday_first,
        _days_of_month,
        _month_days,
        _week_of,
        _part_of_month,
        _part_of_year,
        _month,
        relative,
        bare_year,
    ):
        found = read(r, place)
        if found is not None:
            return found
    return None


def _iso(r: Reader, place: int) -> Found:
    parts = [r.at(place + i) for i in range(5)]
    if not re.fullmatch(r"(19|20)\d\d[-/]\d\d?([-/])\d\d?", "".join(parts)) or parts[1] != parts[3]:
        return None
    day = _safe(int(parts[0]), int(parts[2]), int(parts[4]))
    return (Span(day, day), place + 5) if day else None


AMBIGUOUS = Bilingual(
    "puede ser día/mes o mes/día; escriba el mes con letras",
    "may be day/month or month/day; write the month in words",
)


def _numeric(r: Reader, place: int) -> Found:
    """dd/mm/yyyy; mm/dd only where it cannot be else; both possible and different: a doubt."""
    parts = [r.at(place + i) for i in range(5)]
    if not (parts[0].isdigit() and parts[1] in {"/", "-", "."} and parts[3] == parts[1]):
        return _numeric_month(r, place)
    if not (parts[2].isdigit() and parts[4].isdigit() and len(parts[0]) <= 2 and len(parts[2]) <= 2):
        return None
    if len(parts[4]) not in {2, 4}:
        return None
    year = int(parts[4]) + (2000 if len(parts[4]) == 2 else 0)
    first = _safe(year, int(parts[2]), int(parts[0]))
    second = _safe(year, int(parts[0]), int(parts[2]))
    if first and second and first != second:
        return Span(min(first, second), max(first, second), doubt=AMBIGUOUS), place + 5
    day = first or second
    return (Span(day, day), place + 5) if day else None


def _numeric_month(r: Reader, place: int) -> Found:
    """01/2009 is a month."""
    month, sign, year = r.at(place), r.at(place + 1), r.at(place + 2)
    if re.fullmatch(r"0?[1-9]|1[0-2]", month) and sign == "/" and re.fullmatch(r"(19|20)\d\d", year):
        return Span(date(int(year), int(month), 1), month_end(int(year), int(month))), place + 3
    return None


def _weekday_first(r: Reader, place: int) -> Found:
    """Viernes 16 de enero: a weekday that contradicts the date is a doubt."""
    weekday = w.WEEKDAYS.get(r.at(place))
    if weekday is None:
        return None
    here = r.skip(place + 1, ",", ".", "the", "el", "dia")
    found = _iso(r, here) or _numeric(r, here) or _days_of_month(r, here) or _month_days(r, here)
    if found is None:
        return None
    span = r.settle(found[0])
    if span.start.weekday() != weekday and span.doubt is None:
        if found[0].yearless:
            for year in (span.start.year + 1, span.start.year - 1):
                other = _safe(year, span.start.month, span.start.day)
                if other and other.weekday() == weekday and abs((other - r.today).days) < 200:
                    return Span(other, other), found[1]
        words = Bilingual(
            "el día de la semana no corresponde a la fecha",
            "the day of the week does not fit the date",
        )
        return Span(span.start, span.end, doubt=words), found[1]
    return span, found[1]


def _day_list(r: Reader, place: int) -> tuple[int, int, int] | None:
    """Return (first day, last day, next place) of "3", "3 al 7", "3-7", "12 y 13", "3, 4 y 5"."""
    first = r.number(place)
    if first is None or not 1 <= first <= 31:
        return None
    last, here = first, place + 1
    while True:
        join = r.at(here)
        if join not in {"a", "al", "y", "e", "and", "to", "hasta", "through", ",", "&", *DASH}:
            break
        ahead = r.skip(here + 1, "el", "the", "dia", "y", "and", *_weekday_words(r, here + 1))
        more = r.number(ahead)
        if more is None or not last < more <= 31:
            break
        last, here = more, ahead + 1
    return first, last, here


def _weekday_words(r: Reader, place: int) -> tuple[str, ...]:
    return (r.at(place),) if r.at(place) in w.WEEKDAYS else ()


def _days_of_month(r: Reader, place: int) -> Found:
    """3 de marzo de 2009; 3 al 7 de marzo; 16-ene-09; the 16th of January."""
    place = r.skip(place, "dia", "dias", "day", "days")
    days = _day_list(r, place)
    if days is None:
        return None
    first, last, here = days
    here = r.skip(here, "days", "dias", *OF, *DASH, "/", ",")
    month = month_of(r.at(here))
    if month is None:
        return None
    if len(r.at(here)) <= 3 and r.at(here) in {"set", "mar"} and here == place + 1 and not _ends_name(r, here):
        return None
    return r.with_year(here + 1, lambda year: _days(year, month, first, last))


IMPOSSIBLE = Bilingual("ese día no existe", "there is no such day")


def _ends_name(r: Reader, place: int) -> bool:
    return r.at(place + 1) in {"", ".", ",", "de", "del", "of", "-", "/"} or r.at(place + 1).isdigit()


def _days(year: int, month: int, first: int, last: int) -> Span:
    start, end = _safe(year, month, first), _safe(year, month, last)
    if start is None or end is None:
        return Span(date(year, month, 1), month_end(year, month), doubt=IMPOSSIBLE)
    return Span(start, end)


def _month_days(r: Reader, place: int) -> Found:
    """March 3, 2009; March 3-7, 2009; enero 16 de 2009."""
    month = month_of(r.at(place))
    if month is None:
        return None
    here = r.skip(place + 1, "the", "el")
    days = _day_list(r, here)
    if days is None or (r.at(here).isdigit() is False and not r.at(here)[:1].isdigit()):
        return None
    first, last, after = days
    return r.with_year(after, lambda year: _days(year, month, first, last))


def _month_start(r: Reader, place: int) -> tuple[int, int] | None:
    """Return (month, next place) after "de", "del mes de", "of"."""
    here = r.skip(place, *OF)
    month = month_of(r.at(here))
    return (month, here + 1) if month else None


def _month(r: Reader, place: int) -> Found:
    """Enero de 2009; marzo-abril de 2009; enero y febrero."""
    here = r.skip(place, "mes", "month", "meses", "months", "de", "of", "los", "the")
    month = month_of(r.at(here))
    if month is None or (r.at(here) == "may" and not _is_may(r, here)) or r.at(here) in {"set", "mar", "sun"}:
        return None
    last, after = month, here + 1
    while r.at(after) in {"y", "e", "and", ",", "o", "or", *DASH, "a", "to", "/"}:
        ahead = r.skip(after + 1, "y", "and", "e", "el", "mes", "de")
        more = month_of(r.at(ahead))
        step = r.at(after)
        if more is None or (r.at(ahead + 1) in {"de"} and month_of(r.at(ahead + 2))):
            break
        if step in {"a", "to", *DASH, "/"} or more == last + 1:
            last, after = more, ahead + 1
        else:
            break
    return r.with_year(after, lambda year: _months(year, month, last))


def _is_may(r: Reader, place: int) -> bool:
    """The English verb is no month: it is one at the end, before a year or a number."""
    after = r.at(place + 1)
    return after in {"", ",", ".", ";", ")", "of", "-", "and", "to", "or"} or after[:1].isdigit()


def _months(year: int, first: int, last: int) -> Span:
    return Span(date(year, first, 1), month_end(year + (last < first), last))


def _within(year: int, month: int, first: int, last: int | None) -> Span:
    end = month_end(year, month)
    return Span(date(year, month, first), end if last is None else date(year, month, last))


def _part_of_month(r: Reader, place: int) -> Found:
    """Segunda quincena de enero, primera semana de febrero, mediados de marzo, mid-March."""
    part = _fortnight_or_week(r, place) or _third(r, place)
    if part is None:
        return None
    first, last, here = part
    found = _month_start(r, here)
    if found is None:
        return _part_of_this_month(r, here, first, last)
    month, after = found
    return r.with_year(after, lambda year: _within(year, month, first, last))


def _part_of_this_month(r: Reader, here: int, first: int, last: int | None) -> Found:
    """Fin de mes, end of the month, finales del presente mes, principios del próximo mes."""
    after = r.skip(here, "de", "del", "of", "the", "el", "este", "presente", "this", "current")
    if r.at(after) in {"proximo", "next", "siguiente"} and r.at(after + 1) in {"mes", "month"}:
        year, month = next_month(r.today)
        return _within(year, month, first, last), after + 2
    if r.at(after) in {"mes", "month"}:
        end = r.skip(after + 1, "en", "curso", "corriente", "presente", "actual")
        if r.at(end) in {"proximo", "siguiente", "entrante"}:
            year, month = next_month(r.today)
            return _within(year, month, first, last), end + 1
        return _within(r.today.year, r.today.month, first, last), end
    return None


def _fortnight_or_week(r: Reader, place: int) -> tuple[int, int | None, int] | None:
    number = r.ordinal(place)
    if number is None:
        return None
    unit, here = r.at(place + 1), place + 2
    if unit in w.FORTNIGHT or (unit in w.HALF and number <= 2):
        if number == 1:
            return 1, 15, here
        return (16, None, here) if number in {0, 2} else None
    if unit in w.WEEK:
        if number == 0:
            return 22, None, here
        return (7 * number - 6, 7 * number if number < 4 else None, here) if number <= 4 else None
    return None


def _third(r: Reader, place: int) -> tuple[int, int | None, int] | None:
    here = r.skip(place, "la", "el", "the", "parte")
    text = r.at(here)
    after = here + 1
    if r.at(after) in DASH:
        after += 1
    if text in w.BEGIN:
        return 1, 10, after
    if text in w.MIDDLE:
        return 11, 20, after
    if text in w.END:
        return 21, None, after
    return None


def _part_of_year(r: Reader, place: int) -> Found:
    """Primer trimestre de 2009, I trimestre, Q1 2009, T1, 1T 2009, segundo semestre."""
    short = re.fullmatch(r"(q|t|s|h)([1-4])", r.at(place)) or None
    if short or (r.at(place).isdigit() and r.at(place + 1) in {"t", "q", "s"}):
        kind = short[1] if short else r.at(place + 1)
        number = int(short[2]) if short else int(r.at(place))
        months, here = (3 if kind in {"q", "t"} else 6), place + (1 if short else 2)
    else:
        number_or_none = r.ordinal(place)
        if number_or_none is None:
            return None
        number, unit, here = number_or_none, r.at(place + 1), place + 2
        if unit not in w.YEAR_PARTS:
            return None
        months = w.YEAR_PARTS[unit]
    count = 12 // months
    number = number or count
    if number > count:
        return None
    months_from = (number - 1) * months + 1
    found = r.with_year(here, lambda year: _months(year, months_from, months_from + months - 1))
    if found and found[0].yearless and r.at(place + 1) in {"half", "mitad"}:
        return None
    return found


def _week_of(r: Reader, place: int) -> Found:
    """Semana del 2 al 6 de marzo, the week of March 2, semana del 2 de marzo."""
    here = r.skip(place, "la", "the")
    if r.at(here) not in w.WEEK:
        return None
    after = r.skip(here + 1, "del", "de", "of", "que", "inicia", "el", "beginning", "starting", "on", "the")
    if after == here + 1:
        return None
    found = _weekday_first(r, after) or _days_of_month(r, after) or _month_days(r, after)
    if found is None:
        return None
    span = r.settle(found[0])
    if span.start == span.end:
        span = Span(span.start, span.start + timedelta(days=6 - span.start.weekday()))
        monday = span.start - timedelta(days=span.start.weekday())
        span = Span(monday, monday + timedelta(days=4))
    return span, found[1]
