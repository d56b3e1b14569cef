"""Months, and parts of them: "marzo", "enero-marzo de 2009", "segunda quincena de enero", "mid to late March"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from mailbot.core.values import Bilingual
from mailbot.core.windows import words as w
from mailbot.core.windows.atoms import DASH, UNREAD, WHICH_YEAR, Found, Reader, Span, doubtful, month_end, month_of
from mailbot.core.windows.days import OF, day_list, days_span, relative_month
from mailbot.core.windows.lists import LONGEST_LIST, OR, TO, Groups, groups_of, joint
from mailbot.core.windows.names import is_person, is_place, is_titled, is_word
from mailbot.core.windows.numeric import closed

_NEAR = 10  # years
_IN = ("in", "en", ",")
_JOINED = frozenset({*TO, *OR, "y", "and", ","})
_ENDS = frozenset("inicio comienzo start beginning fin final end".split())
_LONG = 7  # months that pass New Year
_SOON = 1
_AFTER_MAY = frozenset({"", ",", ".", ";", ")", "(", "to", "a", "al", "=until", *DASH, "/", "de", "del", "of"})
_BEFORE_MAY = frozenset(
    "in of on en de del mid early late by to and y a al el mes month next last this end hasta during durante or".split()
)


def months(r: Reader, place: int) -> Found:
    """Enero de 2009; marzo-abril de 2009; enero, febrero y marzo; marzo y septiembre."""
    named = r.skip(place, "mes", "month", "meses", "months")
    here = place if named == place else r.skip(named, "de", "of")
    month = _month(r, here)
    if month is None:
        return None
    items, joins, after = [month], [], here + 1
    while joint(r, after) and len(items) <= LONGEST_LIST:
        ahead = r.skip(after + 1, "y", "and", "e", "el", "mes", "de")
        more = _month(r, ahead)
        if more is None:
            break
        if r.at(after) in DASH and re.fullmatch(r"\d\d?[a-z]*", r.at(ahead + 1)) and r.at(ahead + 1)[0] != "0":
            if r.at(ahead + 1).isdigit() and closed(r, ahead + 2):
                return doubtful(r.today, UNREAD), ahead + 2  # "enero-marzo 10": a day, a year?
            break
        items.append(more)
        joins.append("y" if r.at(after + 1) in {"y", "and"} else r.at(after))
        after = ahead + 1
    items, joins = _said_once(items, joins)
    return _with_year(r, here, after, groups_of(items, joins, between=r.between, year=True))


def _said_once(items: list[int], joins: list[str]) -> tuple[list[int], list[str]]:
    """Marzo / March, enero-marzo / January-March: said in both languages."""
    half = len(items) // 2
    twice = joins[half - 1 : half] == ["/"] and items[:half] == items[half:] and joins[: half - 1] == joins[half:]
    return (items[:half], joins[: half - 1]) if twice else (items, joins)


def _with_year(r: Reader, here: int, after: int, groups: Groups) -> Found:
    doubt = _not_alone(r, here, groups)
    ranged = isinstance(groups, tuple) and groups[0][0] != groups[0][1]
    before = r.at(here - 1)
    if len(before) == 4 and before.isdigit() and before[:2] in {"19", "20"} and not r.opens(here):
        span, end = replace(_months(int(before), groups), said_year=True), after
    else:
        span, end = r.with_year(after, lambda year: _months(year, groups))
        doubt = doubt or _day_or_year(r, after, span, end) or _which_april(span, groups)
        short = _short_year(r, after) if isinstance(groups, tuple) and (ranged or len(groups) > 1) else None
        if short is not None:
            span, end = replace(_months(short, groups), said_year=True), after + 1
    found = replace(span, ranged=ranged, doubt=span.doubt or doubt), end
    if isinstance(groups, tuple) and len(groups) == 1 and not ranged:
        return days_inside(r, groups[0][0], *found) or _part_behind(r, groups[0][0], *found) or found
    return found


def _part_behind(r: Reader, month: int, span: Span, after: int) -> Found:
    """Abril, segunda quincena; abril de 2009 (primera semana)."""
    here = r.skip(after, ",", "(", *DASH, "la", "en")
    part = _fortnights_or_weeks(r, here)
    if part is None or span.doubt or any(map(r.opens, range(after, here + 1))):
        return None
    end = part[1] + (r.at(part[1]) == ")")
    if month_of(r.at(r.skip(part[1], *OF, ","))) is not None:
        return None
    if span.yearless:
        return r.with_year(end, _within(month, part[0]))
    return replace(_within(month, part[0])(span.start.year), said_year=True), end


def _which_april(span: Span, groups: Groups) -> Bilingual | None:
    """Abril a marzo, of no year, may have begun last April or be to begin."""
    if not span.yearless or not isinstance(groups, tuple):
        return None
    return WHICH_YEAR if any(first > last and last + 12 - first >= _LONG for first, last in groups) else None


def _day_or_year(r: Reader, place: int, span: Span, end: int) -> Bilingual | None:
    """The 13 of "feb-13", said in 2009, is rather a day."""
    figures = r.at(place) in DASH and end == place + 2 and len(r.at(place + 1)) == 2
    return UNREAD if figures and abs(span.last.year - r.today.year) > _SOON else None


def days_inside(r: Reader, month: int, span: Span, after: int) -> Found:
    """Abril de 2009 (15 al 17), abril (días 15 y 16); "abril (2)" may be a footnote."""
    start = r.skip(after + 1, "del", "dias", "los", "from")
    found = day_list(r, start) if r.at(after) == "(" and not r.opens(after) else None
    if found is None or r.at(found[1]) != ")" or found[1] == start + 1 or span.doubt:
        return None
    year = None if span.yearless else span.start.year
    return days_span(r, (year, month), found[0]), found[1] + 1


def _short_year(r: Reader, place: int) -> int | None:
    """The "09" of "jun./jul. 09": behind several months it is no day."""
    if len(r.at(place)) != 2 or r.number(place) is None or not closed(r, place + 1):
        return None
    year = r.two_digits(r.at(place))
    return year if abs(year - r.today.year) <= _NEAR else None


def _not_alone(r: Reader, here: int, groups: Groups) -> Bilingual | None:
    """A part of the month stands before it and was not understood: "semana de marzo", "32 de enero"."""
    if r.opens(here) or (isinstance(groups, tuple) and groups[0][0] != groups[0][1]):
        return None
    place = here - 1
    while r.at(place) in OF and not r.opens(place + 1):
        place -= 1
    before = r.at(place)
    if before in w.WEEKDAYS and r.at(place - 1) in {"los", "cada", "every", "each"}:
        return None
    if last_of_several(r, place):
        return None
    if before in w.PARTS_OF_MONTH or before in (w.BEGIN - {"beginning"}) | w.MIDDLE | w.END:
        return UNREAD
    figure = (before[:1].isdigit() or before == "¤") and not (
        len(before) == 4 and place == here - 1 and before[:2] in {"19", "20"}
    )
    numbered = before == "." and re.fullmatch(r"\d\d?", r.at(place - 1)) and place - 1 not in r.items
    figure = figure and place not in r.items
    return UNREAD if figure or numbered or (before in w.NUMBERS and place < here - 1) else None


def _month(r: Reader, place: int) -> int | None:
    text = r.at(place)
    month = month_of(text)
    if month is None:
        return None
    if text == "may" and not _is_may(r, place):
        return None
    if text in {"set", "mar", "dec", "jan", "sep"} and not _abbreviation(r, place):
        return None
    if text in {"march", "august"} and is_word(r, place):
        return None
    if text == "march" and r.at(place + 1).isalpha() and r.at(place - 1) == "" and month_of(r.at(place + 1)) is None:
        return month if r.at(place + 1) in _AFTER_MAY | {"in", "and", "or", "through", "next"} else None
    return None if is_place(r, place) or is_titled(r, place) or (text in w.NAMES and is_person(r, place)) else month


def _is_may(r: Reader, place: int) -> bool:
    """The English verb is no month: it is one after "in", before a year, or where nothing else stands."""
    before, after = r.at(place - 1), r.at(place + 1)
    if before in _BEFORE_MAY or before.startswith("=") or before in DASH or month_of(before) is not None:
        return True
    alone = before in {"", ".", ",", ";", ":", "("} or r.opens(place)
    if after in {"and", "or", "&", "y", "o"} and month_of(r.at(place + 2)) is not None:
        return True
    return (
        after[:1].isdigit() or r.year(place + 1) is not None or (alone and (after in _AFTER_MAY or r.opens(place + 1)))
    )


def _abbreviation(r: Reader, place: int) -> bool:
    """The sea is "mar", a set "set": months only before a year or beside a dash."""
    after = r.at(place + 1)
    year = r.year(place + 1)
    beside = r.at(place - 1) in _JOINED and month_of(r.at(place - 2)) is not None
    return year is not None or beside or (after in _JOINED and month_of(r.at(place + 2)) is not None)


def _months(year: int, groups: Groups) -> Span:
    """The year is that of the last group; an earlier one with later months stands in the year before."""
    if isinstance(groups, Bilingual):
        return doubtful(date(year, 1, 1), groups)
    spans: list[Span] = []
    following = 13
    for first, last in reversed(groups):
        year -= last >= following
        start_year = year - (first > last)
        spans.append(Span(date(start_year, first, 1), month_end(year, last)))
        year, following = start_year, first
    spans.reverse()
    return replace(spans[0], more=tuple(spans[1:]))


# --- Parts of a month ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Part:
    """Days of a month not known yet: first (negative: from its end) and last (None: to its end), one or more groups."""

    days: tuple[tuple[int, int | None], ...]
    doubt: Bilingual | None = None


def part_of_month(r: Reader, place: int) -> Found:
    """Segunda quincena de enero, primera semana de febrero, mediados de marzo, mid-March."""
    part = _fortnights_or_weeks(r, place) or third(r, place)
    if part is None:
        return None
    days, here = part
    # "Inicio en abril" is a start, not the first days.
    start = r.skip(here, *OF, *(() if r.at(here - 1) in _ENDS else _IN))
    start += r.at(start) == "(" and month_of(r.at(start + 1)) is not None  # "1ra quincena (agosto 2011)"
    month = month_of(r.at(start))
    if month is None:
        return _part_of_relative_month(r, here, days)
    return r.with_year(start + 1, _within(month, days))


def _within(month: int, part: Part) -> Callable[[int], Span]:
    def make(year: int) -> Span:
        if part.doubt:
            return doubtful(date(year, month, 1), part.doubt)
        end = month_end(year, month)
        spans = [
            Span(
                date(year, month, first if first > 0 else end.day + first + 1),
                end if last is None else date(year, month, last),
            )
            for first, last in part.days
        ]
        return replace(spans[0], more=tuple(spans[1:]))

    return make


def _part_of_relative_month(r: Reader, here: int, part: Part) -> Found:
    """Fin de mes, end of the month, finales del presente mes, principios del próximo mes."""
    after = r.skip(here, "de", "del", "of", "the", "el")
    found = relative_month(r, after)
    if found is not None and "mes" in {r.at(i) for i in range(after, found[2])} | _english(r, after, found[2]):
        year, month, end = found
        return replace(_within(month, part)(year), said_year=True), end
    if r.at(after) in {"mes", "month"} and month_of(r.at(after + 1)) is None:
        return replace(_within(r.today.month, part)(r.today.year), said_year=True), after + 1
    return None


def _english(r: Reader, start: int, end: int) -> set[str]:
    return {"mes"} if "month" in {r.at(i) for i in range(start, end)} else set()


_Days = tuple[tuple[int, int | None], ...]
_HALVES: _Days = ((1, 15), (16, None))
_WEEKS: _Days = ((1, 7), (8, 14), (15, 21), (22, 28), (-7, None))  # the last are the last seven days
_LAST_WEEK = len(_WEEKS)


def _fortnights_or_weeks(r: Reader, place: int) -> tuple[Part, int] | None:
    counted = _counted_days(r, place)
    if counted is not None:
        return counted
    if r.at(place) == "quincena" and r.at(place + 1) in {"final", "inicial"}:
        return Part((_HALVES[r.at(place + 1) == "final"],)), place + 2
    numbers = ordinals(r, place)
    if numbers is None:
        return None
    items, joins, here = numbers
    unit, after = r.at(here), here + 1
    if unit in {"de", "del"} and month_of(r.at(r.skip(here, *OF))) is not None:
        unit, after = _noun_before(r, place), here
    if unit in w.FORTNIGHT or (unit in w.HALF and max(items) <= 2) or _short_fortnight(r, here):
        count, days = 2, _HALVES
    elif unit in w.WEEK or _short_week(r, here):
        count, days = _LAST_WEEK, _WEEKS
        if _LAST_WEEK in items:
            return Part((), UNREAD), after  # "quinta semana"
    else:
        return None
    groups = groups_of([item or count for item in items], joins, between=r.between, year=True)
    if isinstance(groups, Bilingual) or any(last > count or first > last for first, last in groups):
        return Part((), groups if isinstance(groups, Bilingual) else UNREAD), after
    return Part(tuple((days[first - 1][0], days[last - 1][1]) for first, last in groups)), after


_FEMININE = frozenset("primera segunda tercera cuarta ultima 1a 2a 3a 4a 1ra 1era 2da 2nda 3ra 3era 4ta".split())
_AND = frozenset([*"y e o u a al hasta =until".split(), *DASH])


def _noun_before(r: Reader, place: int) -> str:
    """Return the noun of "segunda quincena de marzo y primera de abril", "" where none is meant."""
    join = r.skip_back(place - 1, "la", "a")
    join = join if r.at(join) in _AND else join + 1
    if r.at(place) not in _FEMININE or r.at(join) not in _AND:
        return ""
    for here in range(join - 1, join - 7, -1):
        if r.at(here) in {"", ".", ";", ":", ","} or r.opens(here + 1):
            return ""
        if r.at(here) in {"quincena", "semana"}:
            return r.at(here)
    return ""


_FIRST = frozenset("primeros primeras first".split())
_FINAL = frozenset("ultimos ultimas last final".split())


def _counted_days(r: Reader, place: int) -> tuple[Part, int] | None:
    """Primeros quince días, last 5 days, primera decena, las dos primeras semanas."""
    words = [r.at(place), r.at(place + 1)]
    tenth = r.ordinal(place) if words[1] in {"decena", "decenas"} else None
    if tenth is not None:
        days = _THIRDS[(tenth or 3) - 1] if (tenth or 3) <= 3 else None
        return (Part((days,)) if days else Part((), UNREAD)), place + 2
    edge = next((word for word in words if word in _FIRST | _FINAL), "")
    count = next((n for n in map(_count, words) if n), 0)
    unit = r.at(place + 2)
    if not edge or not count or unit not in {"dias", "days", "semanas", "weeks"} or r.at(place + 3) in w.WORKING:
        return None
    length = count * (7 if unit in w.WEEK else 1)
    if length > 28 or (unit in w.WEEK and edge in _FINAL):
        return Part((), UNREAD), place + 3
    return Part(((1, length) if edge in _FIRST else (-length, None),)), place + 3


def _count(text: str) -> int:
    return int(text) if text.isdigit() and len(text) <= 2 else w.NUMBERS.get(text, 0)


def _short_week(r: Reader, place: int) -> bool:
    """Whether "sem." is a week: no semester is of one month."""
    month = r.skip(place + 1, "de", "del")
    told = month > place + 1 or r.at(place - 1) in _FEMININE
    return r.at(place) == "sem" and told and month_of(r.at(month)) is not None and not joint(r, month + 1)


def _short_fortnight(r: Reader, place: int) -> bool:
    """Whether "Q" is a fortnight ("quincena") and no quarter: "2a. Q de abril"; none of one month."""
    month = r.skip(place + 1, "de", "del")
    return r.at(place) == "q" and month_of(r.at(month)) is not None and not joint(r, month + 1)


def ordinals(r: Reader, place: int) -> tuple[list[int], list[str], int] | None:
    """Return (numbers, joins, next place) of "primer", "I y II", "primera o segunda"; 0 is the last."""
    number = r.ordinal(place)
    if number is None:
        return None
    items, joins, here = [number], [], place + 1
    while joint(r, here) and len(items) <= LONGEST_LIST:
        ahead = r.skip(here + 1, "el", "la", "the", "y", "and")
        more = r.ordinal(ahead)
        if more is None:
            break
        items.append(more)
        joins.append(r.at(here))
        here = ahead + 1
    return items, joins, here


_THIRDS = ((1, 10), (11, 20), (21, None))


def which_third(text: str) -> int | None:
    """Return 0 for "principios", 1 for "mediados", 2 for "finales"."""
    return 0 if text in w.BEGIN else 1 if text in w.MIDDLE else 2 if text in w.END else None


def last_of_several(r: Reader, place: int) -> bool:
    """Whether "final" belongs to the word before it: "versión final agosto"."""
    noun = r.at(place - 1).isalpha() and r.at(place - 1) not in {"al", "a", "el", "para", "y", "and", "the", "mes"}
    return r.at(place) == "final" and noun and month_of(r.at(place + 1)) is not None and not r.opens(place)


def third(r: Reader, place: int) -> tuple[Part, int] | None:
    """Return the days of "mediados", "mid-", "mid to late", "principios o mediados"."""
    here = r.skip(place, "la", "el", "the", "parte")
    first = which_third(r.at(here))
    if first is None or last_of_several(r, here):
        return None
    last, after = first, here + 1
    for join in (after, after + 1):
        more = which_third(r.at(r.skip(join + 1, "a", *DASH)))
        if (joint(r, join) or r.at(join) in DASH) and more is not None and more > first:
            last, after = more, r.skip(join + 1, "a", *DASH) + 1
            break
    if r.at(after) in DASH and not r.opens(after):
        after += 1
    return Part(((_THIRDS[first][0], _THIRDS[last][1]),)), after
