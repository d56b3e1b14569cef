"""Days before a month in figures ("12-14/05/2009", "12-14.05.2009", "16 al 20/3") and Roman months ("12/V/2009")."""

from __future__ import annotations

import re

from mailbot.core.windows import words as w
from mailbot.core.windows.atoms import Found, Reader
from mailbot.core.windows.days import DayList, days_span, no_day
from mailbot.core.windows.lists import LONGEST_LIST, TO, groups_of
from mailbot.core.windows.numeric import closed, led

_ROMAN = {name: number for number, name in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
_JOINS = frozenset({*TO, "y", "e", "and", "&", ","}) - {"=until"}
_YEAR = re.compile(r"(?:19|20)\d\d|\d\d")


def days_in_figures(r: Reader, place: int) -> Found:
    """12-14/05/2009; 16 al 20/03; 12, 13 y 14/05/2009; 12/V/2009."""
    if r.number(place) is None or not r.at(place).isdigit() or _inside_a_number(r, place):
        return None
    return _roman(r, place) or _listed(r, place)


def _inside_a_number(r: Reader, place: int) -> bool:
    before = r.at(place - 1)
    return r.tight(place) and not r.opens(place) and (before in {"-", "/", "."} or before[-1:].isalnum())


def _roman(r: Reader, place: int) -> Found:
    sign, month = r.at(place + 1), _ROMAN.get(r.at(place + 2))
    tight = all(r.tight(place + i) for i in range(1, 5))
    if sign not in {"/", "-", "."} or r.at(place + 3) != sign or month is None or not tight:
        return None
    if not _YEAR.fullmatch(r.at(place + 4)) or no_day(r, place):
        return None
    year = _year(r, r.at(place + 4))
    day = int(r.at(place))
    return days_span(r, (year, month), DayList(((day, day),), ())), place + 5


def _listed(r: Reader, place: int) -> Found:
    found = _days(r, place)
    if found is None or no_day(r, place):
        return None
    days, joins, here = found
    if not re.fullmatch(r"0?[1-9]|1[0-2]", r.at(here + 1)) or not r.tight(here + 1):
        return None
    month, after = int(r.at(here + 1)), here + 2
    groups = DayList(groups_of(days, joins, between=r.between), ())
    if r.at(here) == "." and not (r.at(after) == "." and _dotted(r, here)):
        return None
    if r.at(after) == r.at(here) and r.tight(after):
        year = r.at(after + 1) if r.tight(after + 1) and _YEAR.fullmatch(r.at(after + 1)) else ""
        return (days_span(r, (_year(r, year), month), groups), after + 2) if year else None
    worded = any(join not in w.SIGNS for join in joins) and (led(r, place) or r.opens(place))
    if not closed(r, after) or not (worded or (max(days) > 12 and r.opens(place))):
        return None
    return days_span(r, (None, month), groups), after


def _dotted(r: Reader, here: int) -> bool:
    """16-18.05.2011; of two figures all are: "12-14.01.09", not "articles 3-4.2.10"."""
    day, month, year = r.at(here - 1), r.at(here + 1), r.at(here + 3)
    return len(year) == 4 or len(day) == len(month) == len(year) == 2


def _days(r: Reader, place: int) -> tuple[list[int], list[str], int] | None:
    """Return (days, joins, place of the "/" or "." before their month)."""
    days, joins, here = [int(r.at(place))], [], place + 1
    while len(days) <= LONGEST_LIST and r.at(here) in _JOINS and not r.opens(here):
        join, ahead = r.at(here), here + 1
        if join == "," and r.at(ahead) in {"y", "and"}:
            join, ahead = "y", ahead + 1
        ahead = r.skip(ahead, "el", "the", "dia")
        if r.number(ahead) is None or not r.at(ahead).isdigit():
            return None
        days.append(int(r.at(ahead)))
        joins.append(join)
        here = ahead + 1
    found = len(days) > 1 and r.at(here) in {"/", "."} and r.tight(here)
    return (days, joins, here) if found else None


def _year(r: Reader, text: str) -> int:
    return int(text) if len(text) == 4 else r.two_digits(text)
