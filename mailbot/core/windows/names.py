"""Months that are no months: names of people and of places."""

from __future__ import annotations

from mailbot.core.windows import words as w
from mailbot.core.windows.atoms import Reader, month_of


def is_person(r: Reader, place: int) -> bool:
    """Julio Pérez, April Smith, Rosa Abril: a capital letter beside a month that is also a name."""
    token = r.tokens[place]
    said = r.said[token.start : token.end]
    if not said[:1].isupper() or r.year(place + 1) is not None:
        return False
    return _is_name(r, place + 1, shout=said.isupper())


def is_titled(r: Reader, place: int) -> bool:
    """Lic. Julio Abril, Ms. March: behind a title even two months are a name."""
    here = place
    limit = place - 5 if r.year(place + 1) is None else place
    while here >= limit and not r.opens(here) and (_capital(r, here) or (r.at(here) in {"de", "del"} and here < place)):
        if month_of(r.at(here)) is None and (here == place or not r.at(here).isalpha() or r.at(here) in w.TITLES):
            break
        here -= 1
    before = r.at(here) if r.at(here) != "." else r.at(here - 1)
    return here < place and before in w.TITLES


def _capital(r: Reader, place: int) -> bool:
    return r.said[r.tokens[place].start : r.tokens[place].end][:1].isupper()


def is_word(r: Reader, place: int) -> bool:
    """The March on Washington, they will march, this august assembly: no month, unless a number follows."""
    before, after = r.at(place - 1), r.at(place + 1)
    if r.opens(place) or after[:1].isdigit() or r.year(place + 1) is not None or month_of(after) is not None:
        return False
    if r.at(place) == "august":
        led = before in {"this", "these", "the", "an", "our", "your", "such", "so", "most"}
        return led and not _capital(r, place) and after.isalpha() and after not in w.LITTLE
    if before in _MARCHERS:
        return after not in _OF_MARCH
    if before == "may":  # "countries may march at their own pace"
        return not _capital(r, place) and after in _MARCHED
    if before == "to" and month_of(r.at(place - 2)) is None:
        return not _capital(r, place) and after in _MARCHED
    return (
        before == "the" and (after in _MARCHED or after in {"", ".", ",", ";", ")"}) and not _to_a_month(r, place + 1)
    )


_MARCHERS = frozenset(
    "will would shall can could should we they who not a an our annual peaceful protest solidarity peace women migrant "
    "migrants families protesters people".split()
)
# "A March meeting" is in March.
_OF_MARCH = frozenset(
    "meeting meetings session sessions deadline workshop seminar date dates report event training conference visit "
    "call start launch target edition round grcm rcgm".split()
)
_MARCHED = frozenset("the a at on for against of to towards toward from with by was is held took will with".split())


def _to_a_month(r: Reader, place: int) -> bool:
    """Whether a range goes on: "the March to May period"."""
    return month_of(r.at(place + 1)) is not None and not r.opens(place + 1)


def is_place(r: Reader, place: int) -> bool:
    """March hall, Sala Enero: a room or a house beside a month that is part of its name."""
    if r.at(place + 1) in w.ENGLISH_VENUES and not r.opens(place + 1):
        return True
    return r.at(place - 1) in w.SPANISH_VENUES and not r.opens(place) and _capital(r, place)


def _is_name(r: Reader, place: int, *, shout: bool) -> bool:
    if r.opens(place) or not r.at(place).isalpha() or place >= len(r.tokens):
        return False
    token = r.tokens[place]
    word = r.said[token.start : token.end]
    known = token.text in w.LITTLE or month_of(token.text) is not None or token.text in w.NEXT_OR_PAST
    return not known and word[:1].isupper() and (shout or not word.isupper() or len(word) > 1)


def is_street(r: Reader, place: int) -> bool:
    """Whether the month at a place ends the name of a street: "12 May Street"."""
    return r.at(place + 1) in {"street", "avenue", "road", "square", "boulevard"} and not r.opens(place + 1)


def is_house(r: Reader, place: int) -> bool:
    """Whether a day may belong to the name of a house two words before it: "Hospital General 1o. de Octubre"."""
    noun, name = r.at(place - 2), r.at(place - 1)
    if noun not in w.HOUSES or not name.isalpha() or r.opens(place) or r.opens(place - 1):
        return False
    return _capital(r, place - 1) and name not in w.LITTLE and name not in w.WEEKDAYS
