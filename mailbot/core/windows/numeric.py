"""Dates in figures: ISO 8601, dd/mm/yyyy, mm/dd/yyyy where it cannot be else, mm/yyyy."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from mailbot.core.values import Bilingual
from mailbot.core.windows import words as w
from mailbot.core.windows.atoms import IMPOSSIBLE, UNREAD, Found, Reader, Span, doubtful, month_end, safe
from mailbot.core.windows.tense import happened

AMBIGUOUS = Bilingual(
    "puede ser día/mes o mes/día; escriba el mes con letras",
    "may be day/month or month/day; write the month in words",
)
_ISO = re.compile(r"(19|20)\d\d([-/.])\d\d?\2\d\d?")
_BASIC = re.compile(r"(20[0-4]\d)(\d\d)(\d\d)")  # the basic format
_WHOLE = re.compile(r"\d\d?/\d\d?/(\d\d|\d{4})")
_PADDED = re.compile(r"(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.\d\d")  # "14.01.09", not "article 3.2.10"
_FIRST = re.compile(r"1(?:o|ro|ero|er|st)")  # "1º/03/2011": a day, not a month
_SIGNS = frozenset({"/", "-", "."})
_JOINING = frozenset({"-", "a", "al", "to", "y", "and"})
_BEFORE_SHORT = frozenset("el del al dia de a y to and from on the entre".split())


def iso(r: Reader, place: int) -> Found:
    """2009-01-16; 2009/01/16; 20090116; the interval 2009-01-16/2009-01-20 (ISO 8601, 4.4)."""
    if (basic := _BASIC.fullmatch(r.at(place))) and _whole(r, place, 1):
        only = safe(int(basic[1]), int(basic[2]), int(basic[3]))
        return (Span(only, only, said_year=True), place + 1) if only else None
    parts = [r.at(place + i) for i in range(5)]
    if not _ISO.fullmatch("".join(parts)):
        return None
    second = [r.at(place + i) for i in range(6, 11)]
    if parts[1] == "-" and r.at(place + 5) == "/" and second[1] == "-" and _ISO.fullmatch("".join(second)):
        first, last = (safe(int(each[0]), int(each[2]), int(each[4])) for each in (parts, second))
        after = place + 11
        if first and last and first <= last and not (r.at(after) in _SIGNS and r.at(after + 1)[:1].isdigit()):
            return Span(first, last, said_year=True, ranged=True), after
        return doubtful(r.today, UNREAD), after
    if not _whole(r, place, 5):
        return None
    day = safe(int(parts[0]), int(parts[2]), int(parts[4]))
    return (Span(day, day, said_year=True) if day else doubtful(r.today, IMPOSSIBLE)), place + 5


def numeric(r: Reader, place: int) -> Found:
    """dd/mm/yyyy; mm/dd only where it cannot be else; both possible and different: a doubt."""
    parts = [r.at(place + i) for i in range(5)]
    first = _FIRST.fullmatch(parts[0]) is not None
    parts[0] = "1" if first else parts[0]
    if not re.fullmatch(r"\d\d?([/.-])\d\d?\1(\d\d|\d{4})", "".join(parts)):
        return _short(r, place) or _month(r, place)
    if not _whole(r, place, 5) or (parts[1] == "." and len(parts[4]) == 2 and not _PADDED.fullmatch("".join(parts))):
        return None
    year = int(parts[4]) if len(parts[4]) == 4 else r.two_digits(parts[4])
    if not year >= 1:
        return None
    if first:
        day = safe(year, int(parts[2]), 1)
        return (Span(day, day, said_year=True) if day else doubtful(r.today, IMPOSSIBLE)), place + 5
    span = _either((int(parts[0]), int(parts[2])), year, r, _weekday_beside(r, place, place + 5))
    return _guarded(r, place, span), place + 5


def _weekday_beside(r: Reader, place: int, after: int) -> int | None:
    """Return the weekday said with a date: "jueves 2/12/2010", "2/12/2010 (jueves)"."""
    before = w.WEEKDAYS.get(r.at(r.skip_back(place - 1, "el", "the", "dia", ",", "(")))
    if before is not None:
        return before
    closing = {")"} if r.at(after) == "(" else {"", ".", ";", ")"} if r.at(after) == "," else frozenset()
    return w.WEEKDAYS.get(r.at(after + 1)) if r.at(after + 2) in closing else None


def _either(figures: tuple[int, int], year: int, r: Reader, weekday: int | None = None) -> Span:
    first, second = figures
    days = {day for day in (safe(year, second, first), safe(year, first, second)) if day}
    if len(days) == 2 and weekday is not None:
        days = {day for day in days if day.weekday() == weekday} or days
    if len(days) == 2 and r.day_first is not None:
        days = {date(year, second, first) if r.day_first else date(year, first, second)}
    if len(days) == 1:
        day = days.pop()
        return Span(day, day, said_year=True)
    return doubtful(date(year, 1, 1), AMBIGUOUS if days else IMPOSSIBLE)


def _whole(r: Reader, place: int, length: int) -> bool:
    """Whether the figures stand alone, not inside a longer number, and tight but for "/"."""
    ranged = r.at(place - 1) == "-" and _figures(r, place - 4) and _figures(r, place)  # "30/04-04/05/2009"
    joined = r.at(place - 1) in _SIGNS or r.at(place - 1)[-1:].isalnum()
    if r.tight(place) and joined and not ranged and not r.opens(place):
        return False
    after = place + length
    if r.at(after) in _SIGNS and r.tight(after) and r.at(after + 1)[:1].isdigit() and r.tight(after + 1):
        return r.at(after) == "-" and _figures(r, after - 3) and _figures(r, after + 1)
    return all(r.tight(place + i) for i in range(1, length)) or r.at(place + 1) == "/"


def _figures(r: Reader, place: int) -> bool:
    """Whether a day and its month stand from a place on: "30/04"."""
    return r.at(place + 1) == "/" and r.at(place).isdigit() and r.at(place + 2).isdigit()


def _guarded(r: Reader, place: int, span: Span) -> Span:
    """Silence after "Resolución", "No.": that is a number of something."""
    before = r.at(place - 1) if r.at(place - 1) not in {".", "#"} else r.at(place - 2)
    noun = before in (w.ABBREVIATED_NOUNS if r.at(place - 1) == "." else w.NO_DAY) and not r.opens(place)
    return replace(span, silent=True) if noun else span


def _short(r: Reader, place: int) -> Found:
    """28/01 without a year, only where it is said to be a day."""
    first, second = r.at(place), r.at(place + 2)
    if not re.fullmatch(r"\d\d?/\d\d?", first + r.at(place + 1) + second) or not _whole(r, place, 3):
        return None
    one, other = int(first), int(second)
    said = led(r, place) or _to_a_whole_date(r, place + 3) or _alone(r, place, (one, other))
    beside = _beside_another(r, place - 5, sign=place - 1) or _beside_another(r, place + 3)
    said = said or (beside and min(one, other) <= 12 < max(one, other))
    if not said or r.at(place + 3) == "/" or r.timed(place + 3) or r.at(place + 3) in w.COUNTABLE:
        return None
    if not (1 <= one <= 31 and 1 <= other <= 31):
        return None
    return _yearless(r, one, other), place + 3


def led(r: Reader, place: int) -> bool:
    """Whether the figures are said to be a day: "el 28/01", "viernes 16/1"."""
    before = r.at(place - 1)
    return before in _BEFORE_SHORT or before in w.WEEKDAYS or before.startswith("=") or r.at(place - 2) in w.WEEKDAYS


def closed(r: Reader, place: int) -> bool:
    """Whether nothing is counted by the figures before this place."""
    return r.at(place) in {"", ".", ",", ";", ")", "("} or r.opens(place)


def _alone(r: Reader, place: int, figures: tuple[int, int]) -> bool:
    """A bare "16/3" is a date where it stands by itself and 16 is no month; "3/4" only as the whole text, to be asked.

    "24/7" is said of what never closes.
    """
    if figures == (24, 7) or not (closed(r, place + 3) or _beside_another(r, place + 3)):
        return False
    if place == 0 and r.at(place + 3) == "":
        return figures[0] != figures[1]
    dated = r.at(place - 1) == ":" and r.at(place - 2) in {"fecha", "date", "dia", "day"}
    done = happened(r.at(place - 1))
    return (r.opens(place) or dated or done) and min(figures) <= 12 < max(figures)


def _beside_another(r: Reader, place: int, sign: int | None = None) -> bool:
    """Whether a day and its month stand behind the sign at a place, or (``sign``) before it: "16/3 y 30/3"."""
    figures = "".join(r.at(place + i) for i in range(1, 4))
    return r.at(place if sign is None else sign) in _JOINING and re.fullmatch(r"\d\d?/\d\d?", figures) is not None


def _to_a_whole_date(r: Reader, place: int) -> bool:
    """14/04 - 16/04/2009."""
    figures = "".join(r.at(place + i) for i in range(1, 6))
    return r.at(place) in _JOINING and bool(_WHOLE.fullmatch(figures))


def _yearless(r: Reader, one: int, other: int) -> Span:
    def make(year: int) -> Span:
        span = _either((one, other), year, r)
        return Span(span.start, span.end, doubt=span.doubt)

    made = make(r.today.year)
    return Span(made.start, made.end, make=make, doubt=made.doubt if made.doubt is AMBIGUOUS else None)


def _month(r: Reader, place: int) -> Found:
    """01/2009 and 2009-01 are months; 2009-10 may be two years."""
    first, sign, second = (r.at(place + i) for i in range(3))
    if not _whole(r, place, 3) or sign not in {"/", "-"}:
        return None
    if re.fullmatch(r"(0?[1-9]|1[0-2])", first) and sign == "/" and re.fullmatch(r"(19|20)\d\d", second):
        year, month = int(second), int(first)
    elif re.fullmatch(r"(19|20)\d\d", first) and re.fullmatch(r"0[1-9]|1[0-2]", second):
        year, month = int(first), int(second)
        if month >= 10 and year % 100 < month:
            return _guarded(r, place, doubtful(r.today, UNREAD)), place + 3
    else:
        return None
    span = Span(date(year, month, 1), month_end(year, month), said_year=True)
    return _guarded(r, place, span), place + 3
