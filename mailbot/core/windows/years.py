"""Parts of years and whole years: "I trimestre 2009", "Q1-Q2 2009", "2009-2010", "by the end of the first quarter"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from mailbot.core.values import Bilingual
from mailbot.core.windows import words as w
from mailbot.core.windows.atoms import (
    DASH,
    UNREAD,
    VAGUE,
    Found,
    Reader,
    Span,
    doubtful,
    month_end,
    month_of,
)
from mailbot.core.windows.lists import LONGEST_LIST, Groups, groups_of, joint
from mailbot.core.windows.months import ordinals, which_third
from mailbot.core.windows.relative import relative, unit_span


def part_of_year(r: Reader, place: int) -> Found:
    """Primer trimestre de 2009, I y II trimestre, trimestre I, Q1 2009, Q1-Q2, T1, 1T 2009, segundo semestre."""
    for read in (_short, _unit_first, _in_words, _elided):
        found = read(r, place)
        if found is not None:
            numbers, joins, months, here = found
            return _spans(r, place, here, months, (numbers, joins))
    return None


def half_of_quarter(r: Reader, place: int) -> Found:
    """First half of Q3, segunda mitad del segundo trimestre: to the 15th of the middle month, or from the 16th."""
    number, here = r.ordinal(place), place + 1
    if number not in {1, 2} or r.at(here) not in {"half", "mitad"}:
        return None
    after = r.skip(here + 1, "de", "del", "of", "the", "el")
    found = part_of_year(r, after) if after > here + 1 else None
    if found is None or found[0].more or found[0].doubt or (found[0].end - found[0].start).days > _QUARTER:
        return None
    return _halved(found[0], number), found[1]


def _halved(span: Span, number: int) -> Span:
    middle = date(span.start.year, span.start.month + 1, 15)
    half = replace(span, end=middle) if number == 1 else replace(span, start=middle.replace(day=16))
    make = span.make
    return half if make is None else replace(half, make=lambda year: _halved(make(year), number))


_YEAR = re.compile(r"20\d\d|19[5-9]\d")
_JOINED_YEARS = frozenset({*DASH, *"y e and & , / a al to o or".split()})
_ENDS = frozenset({".", ";", ",", ":", "("})
_PERIODS = ("bienio", "trienio", "cuatrienio", "quinquenio", "periodo")
_SMALLER = frozenset("semana semanas week weeks mes meses month months dia dias day days quincena fortnight".split())
_QUARTER = 93  # days of the longest, and some
Parts = tuple[list[int], list[str], int, int]
"""Numbers (0: the last), joins, months of one part, next place."""


def _short(r: Reader, place: int) -> Parts | None:
    first = _short_one(r, place)
    if first is None:
        return None
    letter, number, here = first
    numbers, joins = [number], []
    while joint(r, here) and len(numbers) <= LONGEST_LIST:
        more = _short_one(r, here + 1)
        if more is None or more[0] != letter:
            break
        numbers.append(more[1])
        joins.append(r.at(here))
        here = more[2]
    return numbers, joins, w.SHORT_PARTS[letter], here


def _short_one(r: Reader, place: int) -> tuple[str, int, int] | None:
    match = re.fullmatch(r"([qtsh])([1-4])", r.at(place))
    if match and not (r.tight(place) and r.at(place - 1) in DASH and not r.at(place - 2)[-1:].isdigit()):
        return match[1], int(match[2]), place + 1
    if r.at(place) in {"1", "2", "3", "4"} and r.at(place + 1) in w.SHORT_PARTS and r.tight(place + 1):
        return r.at(place + 1), int(r.at(place)), place + 2
    return None


def _unit_first(r: Reader, place: int) -> Parts | None:
    """Trimestre I, semestre 2."""
    months, number = w.YEAR_PARTS.get(r.at(place)), r.ordinal(place + 1)
    if r.at(place) == "sem" and month_of(r.at(r.skip(place + 2, "de", "del"))) is not None:
        return None  # "sem. 2 de abril" is a week
    if months is None or not number or r.at(place) in w.HALF or r.at(place + 2) in w.YEAR_PARTS:
        return None
    return [number], [], months, place + 2


def _in_words(r: Reader, place: int) -> Parts | None:
    found = ordinals(r, place)
    if found is None or r.at(found[2]) not in w.YEAR_PARTS:
        return None
    return found[0], found[1], w.YEAR_PARTS[r.at(found[2])], found[2] + 1


def _elided(r: Reader, place: int) -> Parts | None:
    """Segundo semestre de 2009 y primero de 2010, fourth quarter of 2009 and first of 2010."""
    number, join = r.ordinal(place), r.skip_back(place - 1, "el", "the")
    if not number or r.at(place + 1) not in {"de", "del", "of"} or not joint(r, join) or r.year(place + 1) is None:
        return None
    for here in range(join - 1, join - 7, -1):
        if r.at(here) in {".", ";", ":"} or r.opens(here + 1):
            return None
        if r.at(here) in w.YEAR_PARTS:
            return [number], [], w.YEAR_PARTS[r.at(here)], place + 1
    return None


def _spans(r: Reader, place: int, here: int, months: int, parts: tuple[list[int], list[str]]) -> Found:
    count = 12 // months
    if _of_something(r, place):
        return doubtful(r.today, UNREAD), here
    groups = groups_of([number or count for number in parts[0]], parts[1], between=r.between, year=True)
    if isinstance(groups, Bilingual) or any(last > count or first > last for first, last in groups):
        return doubtful(r.today, groups if isinstance(groups, Bilingual) else UNREAD), here
    before = r.at(place - 1) if r.at(place - 1) not in DASH else r.at(place - 2)
    if re.fullmatch(r"(19|20)\d\d", before) and r.year(here) is None:
        return replace(_parts(int(before), groups, months), said_year=True), here
    span, after = r.with_year(here, lambda year: _parts(year, groups, months))
    unsure = span.yearless and (r.at(here - 1) in w.HALF or 0 in parts[0]) and not _of_the_year(r, here)
    unsure = unsure or (span.yearless and r.at(place - 1) in w.NEXT_OR_PAST)  # "el próximo primer semestre"
    return (doubtful(r.today, UNREAD) if unsure else span), after


def _of_something(r: Reader, place: int) -> bool:
    """A part of the part was not understood: "primera semana del segundo trimestre"."""
    before = r.skip_back(place - 1, "de", "del", "of", "the", "el")
    return before < place - 1 and r.at(before) in _SMALLER and not r.opens(before + 1)


def _of_the_year(r: Reader, place: int) -> bool:
    return r.at(r.skip(place, "de", "del", "of", "the", "este")) in {"ano", "year"}


def _parts(year: int, groups: Groups, months: int) -> Span:
    if isinstance(groups, Bilingual):
        return doubtful(date(year, 1, 1), groups)
    spans = [Span(date(year, (a - 1) * months + 1, 1), month_end(year, b * months)) for a, b in groups]
    ranged = groups[0][0] != groups[0][1]
    return replace(spans[0], more=tuple(spans[1:]), ranged=ranged)


# --- Years -----------------------------------------------------------------------------------


def bare_year(r: Reader, place: int) -> Found:
    """2009; año 2009; durante el 2009; 2009-2010."""
    here = r.skip(place, "ano", "year", "anos", "years", "calendario", "natural", "civil", "el", "the", *_PERIODS)
    text = r.at(here)
    if not _YEAR.fullmatch(text) or not _stands_alone(r, place, here):
        return None
    span = Span(date(int(text), 1, 1), date(int(text), 12, 31), said_year=True, whole_year=True)
    if r.at(place - 2) in _REMAINS and span.start < r.today < span.end:
        return replace(span, start=r.today, whole_year=False), here + 1
    return _list_of_years(r, span, here + 1)


def _list_of_years(r: Reader, span: Span, after: int) -> Found:
    """2009-2010, 2009 y 2010: one run; "2009-10" is nothing we know."""
    if r.opens(after):
        return span, after
    if r.at(after) in {*DASH, "/"} and r.at(after + 1) in w.ROMAN:
        return doubtful(span.start, UNREAD), after + 2  # "2009-II": a half, a quarter?
    if r.at(after) in {*DASH, "/"} and r.at(after + 1)[:1].isdigit():
        last = r.at(after + 1)
        if not _YEAR.fullmatch(last) or int(last) <= span.end.year:
            return doubtful(span.start, UNREAD), after + 2
        return replace(span, end=date(int(last), 12, 31), ranged=True), after + 2
    while r.at(after) in {"y", "and", ",", "&"} and r.at(after + 1) == str(span.end.year + 1):
        span, after = replace(span, end=date(span.end.year + 1, 12, 31), ranged=True), after + 2
    return span, after


def _stands_alone(r: Reader, place: int, here: int) -> bool:
    """A year after "año", "en", "durante" or alone: never a count such as "2009 funcionarios", nor part of a name."""
    after = r.at(here + 1)
    joined = after in {*DASH, "/"} and r.at(here + 2)[:1].isdigit()
    if after not in w.AFTER_YEAR and not joined and after not in DASH and not r.opens(here + 1):
        return False
    if here > place and r.at(here - 1) not in {"el", "the"}:
        return True
    if _ends_a_name(r, place):
        return False
    before = r.at(place - 1)
    if r.opens(place) or before in w.BEFORE_YEAR:
        return True
    if before in {"de", "del", "of"}:
        bound = before != "of" and r.at(place - 2) in {"=from", "=before", "=after"}  # "a partir de 2011"
        return r.opens(place - 1) or r.at(place - 2) in w.COURSE or bound
    if before == "from":  # "from 2010 to 2012", but "the report from 2010"
        ranged = after in {"to", "=until", *DASH} and _YEAR.fullmatch(r.at(here + 2))
        return bool(ranged) or r.opens(place - 1) or r.at(place - 2) in w.COURSE
    if before == "(":
        return r.at(place - 2) == "=term"
    if before == ")":  # "a) 2010"
        return len(r.at(place - 2)) == 1 and (place - 2 in r.items or r.opens(place - 2) or r.at(place - 3) in _ENDS)
    if before == "." and len(r.at(place - 2)) < 6:
        return False
    if before in {".", ",", ";", ":"}:
        return before == ";" or (
            not r.at(place - 2)[:1].isdigit() and r.at(place - 2) not in w.ABBREVIATED_NOUNS | {"total"}
        )
    return before in DASH and not r.tight(place) and (r.opens(place - 1) or not r.at(place - 2)[:1].isdigit())


def _ends_a_name(r: Reader, place: int) -> bool:
    """Whether a year ends a list of years that belongs to a name: "Presupuestos 2009 y 2010", "Plan 2009 a 2011"."""
    here = place
    while _YEAR.fullmatch(r.at(here - 2)) and r.at(here - 1) in _JOINED_YEARS and not r.opens(here - 1):
        here -= 2
    name = r.at(here - 1) if r.at(here - 1) not in {"de", "del"} else r.at(here - 2)
    dated = (
        name in w.BEFORE_YEAR | w.COURSE | {"from", "early", "late", "mid"} | w.YEAR_PARTS.keys()
        or month_of(name) is not None
    )
    return here < place and (name.isalpha() or name == "(") and not dated and not r.opens(here)


_REMAINS = frozenset("resto rest resta queda remainder".split())


def remainder(r: Reader, place: int) -> Found:
    """El resto del año, lo que queda del semestre, the rest of the month: from today on."""
    here = r.skip(place + 1, "de", "del", "of", "the", "este", "this", "presente")
    unit = w.RELATIVE_UNITS.get(r.at(here))
    if r.at(place) not in _REMAINS or here == place + 1 or unit in {None, "weekend"}:
        return None
    return replace(unit_span(r.today, str(unit), 0), start=r.today, said_year=True, whole_year=False), here + 1


# --- Edges of longer spans -------------------------------------------------------------------


def edge(r: Reader, place: int) -> Found:
    """Principios de 2009, finales del primer trimestre, early next year, by the end of next week.

    No convention says how long they are, but where "finales" ends and "principios" begins is sure.
    """
    which, after = which_third(r.at(place)), place + 1
    if r.at(after) in {"meses", "months"}:
        which, after = _SOME_MONTHS.get(r.at(place)), after + 1
    if which is None:
        return _year_end(r, place)
    here = r.skip(after, "de", "del", "of", "the", "el", "la", "in", "en", *DASH)
    found = part_of_year(r, here) or relative(r, here) or _whole_year(r, here) or _this_unit(r, place, here)
    if found is None or found[0].start == found[0].end or found[0].doubt:
        return None if found is None else (doubtful(r.today, VAGUE), found[1])
    span = found[0]
    return _edged(span, which), found[1]


_SOME_MONTHS = {"primeros": 0, "first": 0, "ultimos": 2, "last": 2, "final": 2}


def _edged(span: Span, which: int) -> Span:
    vague = replace(span, vague_start=which > 0, vague_end=which < 2, ranged=False, whole_year=False)
    make = span.make
    return vague if make is None else replace(vague, make=lambda year: _edged(make(year), which))


def _whole_year(r: Reader, here: int) -> Found:
    found = r.year(here)
    if found is None:
        return None
    year = found[0]
    return Span(date(year, 1, 1), date(year, 12, 31), said_year=True), found[1]


def _this_unit(r: Reader, place: int, here: int) -> Found:
    """Fin de año, the end of the year, finales del trimestre."""
    unit = w.RELATIVE_UNITS.get(r.at(here))
    if unit in {None, "month", "weekend"} or ((r.at(place), r.at(here)) == ("fin", "semana") and here == place + 2):
        return None
    return replace(unit_span(r.today, str(unit), 0), said_year=True), here + 1


_ANOTHER = w.NEXT | w.PAST | {word + "s" for word in w.NEXT | w.PAST} | {"=next", "de", "del", "of"}


def closing(r: Reader, here: int) -> Found:
    """What ends in "antes de que finalice el año", "al concluir el mes": the one of today; a year by its number."""
    here -= r.at(here - 1) == "mes" and not r.at(here).isdigit()  # skipped as the article of "mes de mayo"
    unit = w.RELATIVE_UNITS.get(r.at(here))
    if unit in {"year", "quarter", "half", "month"} and not r.at(here + 1).isdigit() and r.at(here + 1) not in _ANOTHER:
        return unit_span(r.today, str(unit), 0), here + 1
    return _whole_year(r, here) if r.at(here).isdigit() else None


def _year_end(r: Reader, place: int) -> Found:
    if r.at(place) != "year" or r.at(place + 1) not in {"end", "-"}:
        return None
    here = place + 2 if r.at(place + 1) == "end" else place + 3
    if r.at(here - 1) != "end":
        return None
    year = r.year(here)
    span = unit_span(r.today, "year", 0)
    if year:
        span = Span(date(year[0], 1, 1), date(year[0], 12, 31))
    return replace(span, said_year=True, vague_start=True, whole_year=False), year[1] if year else here
