"""The readings of one text together: shared years, neighbours that become one window, alternatives, echoes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from mailbot.core.values import Bilingual, Window
from mailbot.core.windows.atoms import (
    BACKWARDS,
    CONTRARY,
    EITHER,
    UNREAD,
    VAGUE,
    WHICH_YEAR,
    Reader,
    Span,
    in_year,
    settle,
)
from mailbot.core.windows.bounds import Reading
from mailbot.core.windows.labels import labelled
from mailbot.core.windows.tense import settled

DAY = timedelta(days=1)
HALF_A_YEAR = timedelta(days=200)
_JOINING = frozenset(", ( ) but pero y e and & o u or / el la los the en in del de on a durante during".split())
_WITHIN = frozenset(
    "( en el la los de del in on the tentativamente posiblemente probablemente preferiblemente preferentemente "
    "idealmente tentatively possibly probably preferably ideally likely".split()
)
_YEAR = re.compile(r"(19|20)\d\d")
_OR = frozenset({"o", "u", "or", "/"})
_NEAR = 3  # words
_FIRST_YEAR, _LAST_YEAR = 1000, 9000
_AND = frozenset({"y", "e", "and", "&"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A window with the tokens it was said in; ``yearless``: nothing named its year."""

    window: Window
    start: int
    end: int
    yearless: bool
    ranged: bool
    whole_year: bool = False
    due: bool = False  # until a day of no year

    @property
    def days(self) -> int:
        """How long the window is, 0 where an end is open."""
        start, end = self.window.start, self.window.end
        return (end - start).days + 1 if start and end else 0


def together(r: Reader, readings: Sequence[Reading]) -> list[Dated]:
    """Return the windows of all readings, in order."""
    placed = _with_years(r, _bounded_alike(r, readings))
    found = [each for place in _without_headings(r, placed) for each in _dated(r, place)]
    return _without_echo(_merged(r, found))


def _bounded_alike(r: Reader, readings: Sequence[Reading]) -> list[Reading]:
    """Antes del 30 de junio y del 31 de diciembre: both are bounds."""
    found = list(readings[:1])
    for after in readings[1:]:
        before = found[-1]
        between = {r.at(i) for i in range(before.end, after.start)}
        day = after.sign == "plain" and after.second is None and after.first.start == after.first.end
        alike = day and before.sign in {"until", "before"} and before.first.start == before.first.end
        listed = (
            between & _AND and between <= _JOINING | {"al"} and not any(map(r.opens, range(before.end, after.start)))
        )
        found.append(replace(after, sign=before.sign) if alike and listed else after)
    return found


def _without_headings(r: Reader, readings: Sequence[Reading]) -> list[Reading]:
    return [one for one, after in pairwise(readings) if not _headed(r, one, after)] + list(readings[-1:])


# --- Years -----------------------------------------------------------------------------------


def _explicit(reading: Reading) -> bool:
    return any(span is not None and span.said_year for span in (reading.first, reading.second))


def _with_years(r: Reader, readings: Sequence[Reading]) -> list[Reading]:
    """Give yearless readings the year of their neighbours: "3 de marzo y 5 de mayo de 2011"."""
    found = list(readings)
    for place in range(len(found) - 1, -1, -1):
        following = found[place + 1] if place + 1 < len(found) else None
        if following and _explicit(following) and _open(found[place]) and _joined(r, found[place], following):
            found[place] = _before(found[place], following.first.end)
    for place in range(1, len(found)):
        before = found[place - 1]
        near = _joined(r, before, found[place]) or _headed(r, before, found[place])
        if _explicit(before) and _open(found[place]) and near:
            found[place] = _after(found[place], found[place - 1].first.start)
    years = _unread_years(r, found) if any(map(_open, found)) else set()
    sides = zip(_nearest(found), reversed(_nearest(found[::-1])), strict=True)
    return [_agreeing(r, each, side, years) for each, side in zip(found, sides, strict=True)]


def _nearest(readings: Sequence[Reading]) -> list[Reading | None]:
    """Return for each reading the last one before it whose year is said."""
    found: list[Reading | None] = []
    last = None
    for each in readings:
        found.append(last)
        last = each if _explicit(each) else last
    return found


def _headed(r: Reader, first: Reading, second: Reading) -> bool:
    """A year stands over the dates that follow: "2009: marzo y junio", "2009 (segundo semestre)"."""
    year = first.first
    if not year.whole_year or second.first.whole_year:
        return False
    if r.at(first.end) == ":" and second.start == first.end + 1:
        return True
    signs = {r.at(i) for i in range(first.end, second.start)}
    near = 0 < second.start - first.end <= 2 and signs <= {",", "(", "-"}
    near = near and not any(map(r.opens, range(first.end, second.start + 1)))
    same = second.first.yearless or second.first.start.year == year.start.year
    return near and same and not year.ranged and first.sign == "plain" == second.sign


def _open(reading: Reading) -> bool:
    return reading.first.yearless and reading.second is None


def _joined(r: Reader, first: Reading, second: Reading) -> bool:
    between = range(first.end, second.start)
    return all(r.at(i) in _JOINING for i in between) and not any(r.opens(i) for i in [*between, second.start])


def _before(reading: Reading, day: date) -> Reading:
    span = in_year(reading.first, day.year)
    span = span if span.start <= day else in_year(reading.first, day.year - 1)
    return replace(reading, first=replace(span, said_year=True))


def _after(reading: Reading, day: date) -> Reading:
    span = in_year(reading.first, day.year)
    span = span if span.last >= day else in_year(reading.first, day.year + 1)
    return replace(reading, first=replace(span, said_year=True))


Sides = tuple[Reading | None, Reading | None]
"""The nearest readings before and after one whose years are said."""


def _agreeing(r: Reader, reading: Reading, sides: Sides, unread: set[str]) -> Reading:
    """A yearless date far from one with a year in the same text is asked when their order would suffer."""
    if not _open(reading):
        return reading
    before, after = sides
    said = settled(r, reading.first, reading.start, reading.end)
    if reading.first.same_year:
        if before is None:
            return replace(reading, doubt=WHICH_YEAR)
        return replace(reading, first=in_year(reading.first, before.first.start.year))
    expected = _after(reading, before.first.start) if before else _before(reading, after.first.end) if after else None
    if expected is None and unread - {str(said.start.year), str(said.last.year)}:
        return replace(reading, doubt=WHICH_YEAR)
    if expected and said.doubt is None and expected.first.start != said.start:
        return replace(reading, doubt=WHICH_YEAR)
    return reading


def _unread_years(r: Reader, readings: Sequence[Reading]) -> set[str]:
    """Return the years of the text that nobody read: "15 ENE, semana 3, 2020"."""
    read = {place for each in readings for place in range(each.start, each.end)}
    return {r.at(i) for i in range(len(r.tokens)) if i not in read and _YEAR.fullmatch(r.at(i))}


# --- Windows ---------------------------------------------------------------------------------


def _dated(r: Reader, reading: Reading) -> list[Dated]:
    first, second = _two(r, reading)
    spans = (
        [(first, second or first)]
        if second or reading.sign != "plain"
        else [(each, each) for each in (first, *first.more)]
    )
    ranged = second is not None or first.ranged
    yearless = reading.first.yearless and reading.sign == "plain"
    return [
        Dated(
            _window(reading.sign, a, b, reading.doubt),
            reading.start,
            reading.end,
            yearless,
            ranged,
            reading.first.whole_year,
            reading.first.yearless and reading.sign in {"until", "before"},
        )
        for a, b in spans
    ]


def _two(r: Reader, reading: Reading) -> tuple[Span, Span | None]:
    """From one span to another; a missing year comes from the other half, across New Year too."""
    first, second = reading.first, reading.second
    if second is None:
        return settled(r, first, reading.start, reading.end), None
    end = settle(second, r.today)
    if first.yearless:
        start = in_year(first, end.end.year)
        if start.start > end.end:
            start = in_year(first, end.end.year - 1)
    else:
        start = in_year(first, first.start.year)
        if second.yearless:
            end = in_year(second, start.start.year)
            if end.end < start.start:
                end = in_year(second, start.start.year + 1)
    guessed = first.yearless or second.yearless
    if guessed and end.end - start.start > HALF_A_YEAR and end.end.year != start.start.year:
        start = replace(start, doubt=BACKWARDS)
    return start, end


def _window(sign: str, first: Span, second: Span, doubt: Bilingual | None) -> Window:
    years = (first.start.year, first.end.year, second.start.year, second.end.year)
    if min(years) < _FIRST_YEAR or max(years) > _LAST_YEAR:
        return Window("unknown", "", doubt=UNREAD)  # "31/12/9999", as a database says that there is no end
    doubt = doubt or first.doubt or second.doubt or _vague(sign, first, second)
    start, end = {
        "plain": (first.start, second.end),
        "until": (None, first.end),
        "before": (None, first.start - DAY),
        "after": (first.end + DAY, None),
        "from": (first.start, None),
    }[sign]
    if doubt is None and start and end and start > end:
        doubt = BACKWARDS
    if doubt is not None:
        return Window("unknown", "", doubt=doubt)
    return Window("day" if start == end else "period", "", start, end)


def _vague(sign: str, first: Span, second: Span) -> Bilingual | None:
    vague = {
        "plain": first.vague_start or second.vague_end,
        "until": first.vague_end,
        "before": first.vague_start,
        "after": first.vague_end,
        "from": first.vague_start,
    }[sign]
    return VAGUE if vague else None


def _merged(r: Reader, found: Sequence[Dated]) -> list[Dated]:
    """Neighbours joined by "y" are one window; by "o" too when they are periods, else a question."""
    kept: list[Dated] = []
    for each in found:
        merged = _one_of_two(r, kept[-1], each) if kept else None
        if merged is None:
            kept.append(each)
        else:
            kept[-1] = merged
    return kept


def _one_of_two(r: Reader, before: Dated, after: Dated) -> Dated | None:
    if before.start == after.start:
        return None
    if labelled(r, (before.window, before.start, before.end), (after.window, after.start, after.end)):
        return replace(before, window=replace(before.window, kind="period", end=after.window.end), end=after.end)
    between = {r.at(i) for i in range(before.end, after.start)}
    if _of_that_year(r, before, after):
        return _asked(before, after, before.window.doubt or UNREAD)
    if between and between <= _JOINING and before.window == after.window and before.window.doubt is None:
        return replace(before, end=after.end)  # "Marzo de 2009 / March 2009"
    if r.at(before.end) == "(" and between <= _WITHIN:
        narrower = _narrower(before, after) or _contrary(before, after)
        if narrower is not None:
            return narrower
    parted = any(map(r.opens, _places(before, after)))
    if between <= _JOINING and not parted and _opens_and_closes(before.window, after.window):
        return replace(before, window=replace(before.window, end=after.window.end), end=after.end)
    if not between <= _JOINING or not between & (_OR | _AND):
        return None
    one, two = before.window, after.window
    both = one.start and one.end and two.start and two.end
    if after.whole_year and not before.whole_year:
        return _asked(before, after, UNREAD)
    if one.doubt or two.doubt or (between & _OR and "day" in {one.kind, two.kind}):
        return _asked(before, after, one.doubt or two.doubt or EITHER)
    if both and one.end and two.start == one.end + DAY:
        return replace(before, window=replace(one, kind="period", end=two.end), end=after.end)
    return _asked(before, after, EITHER) if between & _OR else None


def _narrower(before: Dated, after: Dated) -> Dated | None:
    """Segundo trimestre de 2009 (mayo), mayo de 2009 (segundo trimestre): what lies within the other."""
    one, two = before.window, after.window
    if not (one.start and one.end and two.start and two.end) or one.kind == two.kind == "day":
        return None
    if one.start <= two.start and two.end <= one.end:
        return replace(after, start=before.start)
    return replace(before, end=after.end) if two.start <= one.start and one.end <= two.end else None


def _contrary(before: Dated, after: Dated) -> Dated | None:
    """Primer trimestre de 2010 (abril a junio): the one says another time than the other; two days are two dates."""
    one, two = before.window, after.window
    if not (one.start and one.end and two.start and two.end) or one.kind == two.kind == "day":
        return None
    return _asked(before, after, CONTRARY)


def _of_that_year(r: Reader, before: Dated, after: Dated) -> bool:
    """Whether a year only ends what was not understood: "third quarter of financial year 2011"."""
    gap = [r.at(i) for i in range(before.end, after.start)]
    near = len(gap) <= _NEAR and not {".", ";", ":"} & set(gap) and not any(map(r.opens, _places(before, after)))
    return before.window.doubt is not None and after.whole_year and near


def _places(before: Dated, after: Dated) -> range:
    return range(before.end, after.start + 1)


def _opens_and_closes(one: Window, two: Window) -> bool:
    """Después del 3 de marzo y antes del 5 de mayo."""
    if one.start is None or one.end is not None or two.start is not None or two.end is None:
        return False
    return one.start < two.end


def _asked(before: Dated, after: Dated, doubt: Bilingual) -> Dated:
    return replace(before, window=Window("unknown", "", doubt=doubt), end=after.end)


def _without_echo(found: Sequence[Dated]) -> list[Dated]:
    """A window said twice is one ("viernes 16 (16 de enero)"); so is a question asked twice side by side."""
    kept: list[Dated] = []
    seen: dict[tuple[date | None, date | None], Dated] = {}
    for each in found:
        place = (each.window.start, each.window.end)
        if place not in seen or (each.window.doubt and seen[place] is not kept[-1]):
            kept.append(each)
            seen[place] = each
    return kept
