"""Days and day ranges of one month, said in words: "3 al 7 de marzo", "March 3, 4 and 5", "primer lunes de marzo"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mailbot.core.values import Bilingual
from mailbot.core.windows import words as w
from mailbot.core.windows.atoms import (
    DASH,
    IMPOSSIBLE,
    UNREAD,
    Found,
    Reader,
    Span,
    doubtful,
    month_of,
    safe,
)
from mailbot.core.windows.lists import LONGEST_LIST, Groups, groups_of, joint
from mailbot.core.windows.names import is_house, is_place, is_street
from mailbot.core.windows.numeric import iso, numeric

_ORDINAL = re.compile(r"(?:\d(?:st|nd|rd|th)|first|second|third|[a-z]th)$")
OF = ("de", "del", "of", "the", "el", "la", "mes", "month")
_BEFORE_DAY = ("el", "los", "the", "dia", "dias", "day", "days", "del", "de", "from")


@dataclass(frozen=True, slots=True)
class DayList:
    """Days of one month before the month is known: groups (first, last), and the weekdays said with them."""

    groups: Groups
    weekdays: tuple[tuple[int, int], ...]
    spelled: bool = False


def day_list(r: Reader, place: int, *, month_first: bool = False) -> tuple[DayList, int] | None:
    """Return the days of "3", "3 al 7", "lunes 3 y martes 4", "3, 10 y 17", and the next place."""
    item = _day(r, place, month_first=month_first)
    if item is None:
        return None
    items, joins, weekdays, here = [item[0]], [], [*item[1]], item[2]
    while joint(r, here):
        ahead = here + 1
        if month_first and len(items) == 1 and _is_short_year(r, here, items[0]):
            break
        if r.at(ahead) in {"y", "and"}:
            ahead += 1
        more = _day(r, r.skip(ahead, *_BEFORE_DAY), month_first=month_first)
        if more is None or (month_first and _belongs_elsewhere(r, more[2])):
            break
        items.append(more[0])
        joins.append("y" if r.at(here + 1) in {"y", "and"} else r.at(here))
        weekdays.extend(more[1])
        here = more[2]
        if len(items) > LONGEST_LIST:
            return DayList(UNREAD, ()), here
        if items[-1] <= items[-2]:
            break  # backwards, whatever follows
    if joins and joins[-1] == ",":
        unfinished = month_first and r.at(here) not in {"", ".", ";", ")"}
        return None if unfinished else (DayList(UNREAD, ()), here)
    return DayList(groups_of(items, joins, between=r.between), tuple(weekdays), _spelled(r, place, here)), here


def _is_short_year(r: Reader, comma: int, day: int) -> bool:
    """The "09" of "Feb 15, 09": two digits behind one day that can be no later day of a list."""
    text = r.at(comma + 1)
    short = r.at(comma) == "," and re.fullmatch(r"\d\d", text) and r.at(comma - 1)[:1] != "0"
    return bool(short) and int(text) <= day and r.at(comma + 2) in {"", ".", ";", ")"}


def _spelled(r: Reader, place: int, here: int) -> bool:
    return here == place + 1 and r.at(place).isalpha()


def _belongs_elsewhere(r: Reader, after: int) -> bool:
    """In "March 3 and 5 May" the second number has a month of its own."""
    return month_of(r.at(r.skip(after, "de", "of"))) is not None and not r.opens(after)


def _day(r: Reader, place: int, *, month_first: bool) -> tuple[int, list[tuple[int, int]], int] | None:
    weekday = w.WEEKDAYS.get(r.at(place))
    here = place if weekday is None else r.skip(place + 1, ",", "the", "el", "dia")
    number = _day_number(r, here, month_first=month_first)
    if number is None:
        return None
    return number, [] if weekday is None else [(number, weekday)], here + 1


def _day_number(r: Reader, place: int, *, month_first: bool) -> int | None:
    number = r.number(place)
    if number is not None:
        return number
    text = r.at(place)
    if month_first:
        return w.ENGLISH_DAYS.get(text)
    return w.SPANISH_DAYS.get(text) or w.ENGLISH_DAYS.get(text)


def of_month(r: Reader, place: int) -> Found:
    """3 de marzo de 2009; 3 al 7 de marzo; 16-ene-09; the 16th of January; 5 del próximo mes."""
    start = r.skip(place, "dia", "dias")
    found = day_list(r, start)
    if found is None:
        return None
    days, here = found
    here = _at_the_days(r, start, here)
    month_place = _to_month(r, here, spelled=days.spelled)
    month = None if month_place is None else month_of(r.at(month_place))
    if month is None or month_place is None:
        return _of_relative_month(r, here, days)
    if r.at(month_place) in {"set", "mar"} and not _ends_name(r, month_place):
        return None
    guard = "silent" if is_street(r, month_place) else no_day(r, start)
    if guard is not None:
        span, after = r.with_year(month_place + 1, lambda year: _days(year, month, days))
        return (replace(span, silent=True), after) if guard == "silent" else (doubtful(r.today, UNREAD), after)
    return _finished(r, month_place + 1, month, days)


def _at_the_days(r: Reader, start: int, here: int) -> int:
    """Return the place behind the "días" of "a los 14 días del mes de mayo", the same place where it is a count."""
    said = r.said[r.tokens[start].start : r.tokens[start].end] if start < len(r.tokens) else ""
    if r.at(here) == "day" and r.at(here + 1) == "of" and month_of(r.at(here + 2)) and _ORDINAL.search(said.lower()):
        return here + 1  # "the third day of June"
    formal = (r.at(start - 2), r.at(start - 1)) == ("a", "los") and r.at(here) in {"dias", "dia"}
    return here + 1 if formal and (r.at(here + 1), r.at(here + 2)) == ("del", "mes") else here


def _to_month(r: Reader, here: int, *, spelled: bool) -> int | None:
    """Return the place of the month after the days: "de", "-", "/" or nothing; a spelled day needs "de"."""
    if r.at(here) in {*DASH, "/", "."}:
        return here + 1 if (r.tight(here) and r.tight(here + 1)) or r.at(here) == "/" else None
    if r.at(here) == "," and r.at(here + 1) == "de":
        here += 1
    after = r.skip(here, *OF)
    return after if after > here or not spelled else None


def no_day(r: Reader, place: int) -> str | None:
    """Say why the number is no day of a month: "artículo 12 de mayo" (silent), "Fase 2 marzo" (asked)."""
    before = r.at(place - 1)
    if r.opens(place):
        return None
    if before == "." and not r.tight(place):
        before = r.at(place - 2)
        return "silent" if before in w.ABBREVIATED_NOUNS and r.tight(place - 1) else None
    if before in w.NO_DAY:
        return "silent"
    if before in w.COUNTED:
        return "asked"
    if is_house(r, place):
        return "asked"
    if before.isdigit() and len(before) <= 2 and r.at(place - 2) != ":":
        return "asked"  # "1 6 de enero"
    after_month = before in DASH and month_of(r.at(place - 2)) is not None
    attached = r.tight(place) and before in {*DASH, "/", ".", "#", "$"} and not after_month
    return "asked" if attached else None


def _ends_name(r: Reader, place: int) -> bool:
    after = r.at(place + 1)
    return after in {"", ".", ",", ";", ")", "de", "del", "of", "a", "al", "y", "to", "and", *DASH, "/"} or (
        after[:1].isdigit() or after.startswith("=")
    )


def _finished(r: Reader, place: int, month: int, days: DayList) -> Found:
    span, after = r.with_year(place, lambda year: _days(year, month, days))
    weekdays = [(month, day, weekday) for day, weekday in days.weekdays]
    trailing, after = trailing_weekday(r, after)
    if trailing is not None:
        weekdays.append((month, span.start.day, trailing))
    return replace(span, weekdays=tuple(weekdays)), after


def trailing_weekday(r: Reader, place: int) -> tuple[int | None, int]:
    """16 de enero de 2009 (viernes)."""
    if r.at(place) == "(" and r.at(place + 1) in w.WEEKDAYS and r.at(place + 2) == ")":
        return w.WEEKDAYS[r.at(place + 1)], place + 3
    if r.at(place) == "," and r.at(place + 1) in w.WEEKDAYS and r.at(place + 2) in {"", ".", ";", ")"}:
        return w.WEEKDAYS[r.at(place + 1)], place + 2
    return None, place


def _days(year: int, month: int, days: DayList) -> Span:
    if isinstance(days.groups, Bilingual):
        return doubtful(date(year, month, 1), days.groups)
    spans = []
    for first, last in days.groups:
        start, end = safe(year, month, first), safe(year, month, last)
        if start is None or end is None:
            return doubtful(date(year, month, 1), IMPOSSIBLE)
        spans.append(Span(start, end, ranged=last > first))
    return replace(spans[0], more=tuple(spans[1:]))


def days_span(r: Reader, when: tuple[int | None, int], days: DayList) -> Span:
    """Return the days of (year, month); yearless where the year is None."""
    year, month = when
    if year is not None:
        return replace(_days(year, month, days), said_year=True)
    return replace(_days(r.today.year, month, days), make=lambda other: _days(other, month, days))


def month_first(r: Reader, place: int) -> Found:
    """March 3, 2009; March 3-7, 2009; enero 16 de 2009; March third."""
    month = month_of(r.at(place))
    if month is None or (r.at(place + 1) in DASH and r.tight(place + 1)) or is_place(r, place):
        return None
    here = r.skip(place + 1, "the", "el")
    found = day_list(r, here, month_first=True)
    if found is None or found[0].weekdays or (r.at(place) == "mar" and month_of(r.at(found[1])) is not None):
        return None  # "mar 13 mar 2010" begins with a Tuesday
    days, after = found
    if r.at(after) in w.COUNTABLE:  # "marzo: 20 funcionarios" without its sign
        return None
    finished = _finished(r, after, month, days)
    if finished and finished[0].yearless and _padded(r, here, after):
        return doubtful(r.today, UNREAD), after
    return finished


def _padded(r: Reader, here: int, after: int) -> bool:
    """The number of "enero 09" may be a day or a year."""
    return after == here + 1 and re.fullmatch(r"0\d", r.at(here)) is not None


def weekday_first(r: Reader, place: int) -> Found:
    """Viernes 16 de enero; Friday, January 16: a weekday that contradicts the date is a doubt."""
    weekday = w.WEEKDAYS.get(r.at(place))
    if weekday is None:
        return None
    here = r.skip(place + 1, ",", "the", "el", "dia", "(")
    found = iso(r, here) or numeric(r, here) or month_first(r, here) or of_month(r, here)
    if found is None:
        return None
    span = found[0]
    said = (span.start.month, span.start.day, weekday)
    return replace(span, weekdays=(said, *span.weekdays)), found[1]


def _of_relative_month(r: Reader, here: int, days: DayList) -> Found:
    """El 25 del presente mes, el 5 del próximo mes, the 25th of this month."""
    if r.at(here) not in {"de", "del", "of"}:
        return None
    found = relative_month(r, r.skip(here, "de", "del", "of", "the", "el", "los"))
    if found is None:
        return None
    year, month, after = found
    return replace(_days(year, month, days), said_year=True), after


_CURRENT = frozenset("corriente corrientes presente actual cte pte".split())


def relative_month(r: Reader, place: int) -> tuple[int, int, int] | None:
    """Return (year, month, next place) of "presente mes", "próximo mes", "mes en curso", "mes entrante"."""
    first, second = r.at(place), r.at(place + 1)
    here = place + 2
    if first in {"mes", "month"}:
        word = "this" if second == "en" and r.at(place + 2) == "curso" else second
        here += second == "en"
    elif second in {"mes", "month"}:
        word = first
    else:
        corriente = first in _CURRENT and second in {"", ".", ",", ";", ")"}
        return (r.today.year, r.today.month, place + 1) if corriente else None
    steps = 0 if word in w.THIS else 1 if word in w.NEXT else -1 if word in w.PAST else None
    if steps is None:
        return None
    months = r.today.year * 12 + r.today.month - 1 + steps
    return months // 12, months % 12 + 1, _behind_its_name(r, here, months % 12 + 1)


def _behind_its_name(r: Reader, place: int, month: int) -> int:
    """The place behind "de agosto" in "del presente mes de agosto", where it is the month that is meant."""
    here = r.skip(place, "de", "of")
    return here + 1 if here > place and w.MONTHS.get(r.at(here)) == month else place


def week_of(r: Reader, place: int) -> Found:
    """Semana del 2 al 6 de marzo, the week of March 2: Monday to Friday of that week."""
    counted = r.at(place - 1) in {"cada", "every", "each", "toda", "otra", "other"} or r.at(place) in {
        "semanas",
        "weeks",
    }
    if counted or (r.at(place) not in w.WEEK | {"weekend"} and r.at(place) != "=week-of"):
        return None
    weekend = r.at(place) == "weekend" or (r.at(place - 2), r.at(place - 1)) == ("fin", "de")
    first, last = (5, 6) if weekend else (0, 4)
    after = r.skip(place + 1, "del", "de", "of", "que", "inicia", "el", "beginning", "starting", "on", "the", "=from")
    if after == place + 1 and r.at(place) != "=week-of":
        return None
    found = weekday_first(r, after) or month_first(r, after) or of_month(r, after) or numeric(r, after)
    if found is None or found[0].start != found[0].end or found[0].more or found[0].doubt:
        return found
    span = found[0]

    def make(year: int) -> Span:
        day = safe(year, span.start.month, span.start.day)
        if day is None:
            return doubtful(span.start, IMPOSSIBLE)
        monday = day - timedelta(days=day.weekday())
        return Span(monday + timedelta(days=first), monday + timedelta(days=last))

    if span.yearless:
        return replace(make(r.today.year), make=make), found[1]
    return replace(make(span.start.year), said_year=True), found[1]
