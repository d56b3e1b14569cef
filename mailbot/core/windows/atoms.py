"""Spans of days, and what all readers of spans share: numbers, ordinals, months, years.

One file past 400 lines: the reader of tokens and the spans it makes are one thing, which every reader of spans imports.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache

from mailbot.core.values import Bilingual
from mailbot.core.windows import words as w
from mailbot.core.windows.slips import one_off
from mailbot.core.windows.tokens import Token

PAST = timedelta(days=60)
DASH = ("-",)  # tokens know no other dash
IMPOSSIBLE = Bilingual("ese día no existe", "there is no such day")
BACKWARDS = Bilingual("el final está antes del comienzo", "the end is before the beginning")
EITHER = Bilingual("se nombran dos fechas posibles", "two possible dates are named")
CONTRARY = Bilingual("dice dos tiempos que no concuerdan", "it says two times that do not agree")
WEEKDAY = Bilingual(
    "el día de la semana no corresponde a la fecha",
    "the day of the week does not fit the date",
)
WHICH_YEAR = Bilingual("no sabemos de qué año; escriba el año", "we do not know which year; write the year")
UNREAD = Bilingual(
    "no entendimos toda la fecha; escriba el día, el mes y el año",
    "we did not understand the whole date; write day, month and year",
)
VAGUE = Bilingual(
    "no sabemos qué meses son; escriba los meses",
    "we do not know which months these are; write the months",
)


@dataclass(frozen=True, slots=True)
class Span:
    """Days named by some tokens; ``more`` are further ones of the same list ("3 y 17 de marzo").

    A yearless span stands in today's year until settled and keeps ``make``, which gives it for any year.
    ``vague_start``/``vague_end``: that edge is not fixed by a convention ("principios de 2009").
    ``ranged``: from–to was said. ``weekdays``: (month, day, weekday) that must agree. ``silent``: no date after all.
    ``same_year``: "del mismo año".
    """

    start: date
    end: date
    make: Callable[[int], Span] | None = field(default=None, compare=False)
    doubt: Bilingual | None = None
    vague_start: bool = False
    vague_end: bool = False
    ranged: bool = False
    whole_year: bool = False
    said_year: bool = False
    more: tuple[Span, ...] = ()
    weekdays: tuple[tuple[int, int, int], ...] = ()
    silent: bool = False
    same_year: bool = False

    @property
    def yearless(self) -> bool:
        """True until its year is settled."""
        return self.make is not None

    @property
    def last(self) -> date:
        """The last day of the span and what follows it in its list."""
        return self.more[-1].end if self.more else self.end


Found = tuple[Span, int] | None


def doubtful(day: date, doubt: Bilingual) -> Span:
    """Return a span without a date that asks."""
    return Span(day, day, doubt=doubt)


@lru_cache(maxsize=4096)
def month_of(text: str) -> int | None:
    """Return the month a word names; one wrong letter in a long name is accepted when only one month is that near."""
    if text in w.MONTHS:
        return w.MONTHS[text]
    if text in w.SLIPS:
        return w.SLIPS[text]
    if len(text) < 6:
        return None
    near = {w.MONTHS[name] for name in w.LONG_MONTHS if one_off(text, name)}
    return near.pop() if len(near) == 1 else None


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def safe(year: int, month: int, day: int) -> date | None:
    """Return a date, None where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


_GONE = frozenset("pasado pasada pdo ppdo".split())
_NEAR = w.NEXT | _GONE
_DATED = w.WEEKDAYS.keys() | w.YEAR_PARTS.keys() | {"dias", "dates", "days"}
_ITEM_MARKS = (".", ")", *DASH)
_LEADS_A_DAY = frozenset("el los the del al dia day on of".split())
_FIGURES = re.compile(r"(?<![\w/.-])(\d\d?)([/.-])(\d\d?)(?:\2(?:\d{4}|\d\d))?(?![\w/])", re.ASCII)


def _order(match: re.Match[str]) -> bool | None:
    """Whether the day stands first; None where either figure may be the month, or neither."""
    one, other = int(match[1]), int(match[3])
    if match[2] != "/" and match[0].count(match[2]) < 2:
        return None
    return True if 12 < one <= 31 and 1 <= other <= 12 else False if 12 < other <= 31 and 1 <= one <= 12 else None


class _Texts(dict[int, str]):
    """The words of tokens by their place, "" beyond the ends."""

    def __missing__(self, place: int) -> str:
        return ""


class Reader:
    """Reads tokens at places; ``between`` while "entre … y …" makes "y" a to.

    ``at`` returns the token at a place, "" beyond the ends: asked a hundred times a date, it is no call of Python's.
    """

    def __init__(self, tokens: list[Token], today: date, said: str) -> None:
        self.tokens = tokens
        self.today = today
        self.said = said
        self.at = _Texts(enumerate(each.text for each in tokens)).__getitem__
        self.between = False
        self._day_first: tuple[bool | None] | None = None
        self._items: frozenset[int] | None = None

    @property
    def day_first(self) -> bool | None:
        """The order of day and month that other dates of the text show ("16/03/2009"); None: none, or both."""
        if self._day_first is None:
            orders = {_order(match) for match in _FIGURES.finditer(self.said)} - {None}
            self._day_first = (orders.pop() if len(orders) == 1 else None,)
        return self._day_first[0]

    @property
    def items(self) -> frozenset[int]:
        """The places of numbers that only count what the text lists: "1) abril 2) junio", "1. … 2. …"."""
        if self._items is None:
            marked = [place for mark in _ITEM_MARKS for place in self._counted(mark)]
            self._items = frozenset(marked + self._numbered())
        return self._items

    def _numbered(self) -> list[int]:
        """Return the places of numbers behind one noun: "taller 1 marzo, taller 2 junio"."""
        places: dict[str, list[int]] = {}
        for place in range(1, len(self.tokens)):
            noun = self.at(place - 1)
            if len(self.at(place)) == 1 and self.at(place).isdigit() and len(noun) > 3 and noun.isalpha():
                places.setdefault(noun, []).append(place)
        counted = (
            found
            for noun, found in places.items()
            if noun not in _DATED and month_of(noun) is None and {"1", "2"} <= {self.at(place) for place in found}
        )
        return [place for found in counted for place in found]

    def _counted(self, mark: str) -> list[int]:
        """Return the places of 1, 2, 3 … before the same mark, none where there is no 2."""
        found: list[int] = []
        for place in range(len(self.tokens) - 1):
            if self.at(place) != str(len(found) + 1) or self.at(place + 1) != mark or not self._parts(place + 1):
                continue
            said = self.at(place - 1) in _LEADS_A_DAY or (not found and month_of(self.at(place - 1)) is not None)
            if not said or self.opens(place):  # "Meeting May 1. Report June 2."
                found.append(place)
        return found if len(found) > 1 else []

    def _parts(self, mark: int) -> bool:
        """Whether a mark parts a number from what it counts: not "1.5", "1-2", "1-abril-2009" nor "(abril 1)"."""
        if self.at(mark) in DASH:
            return self.tight(mark) and not self.tight(mark + 1) and not self.at(mark + 1)[:1].isdigit()
        if self.at(mark) == ")":
            opened = next((here for here in range(mark - 2, -1, -1) if self.at(here) in {"(", ")"}), -1)
            return self.at(opened) != "(" or opened == mark - 2
        return not (self.tight(mark + 1) and self.at(mark + 1)[:1].isdigit())

    def tight(self, place: int) -> bool:
        """Whether nothing stands before the token at a place."""
        return 0 <= place < len(self.tokens) and self.tokens[place].tight

    def opens(self, place: int) -> bool:
        """Whether the token at a place begins a line."""
        return not 0 < place < len(self.tokens) or self.tokens[place].opens

    def skip(self, place: int, *filler: str) -> int:
        """Return the place after any of these words, a dozen at most."""
        limit = place + 12
        while place < limit and self.at(place) in filler:
            place += 1
        return place

    def skip_back(self, place: int, *filler: str) -> int:
        """Return the place before any of these words, going back."""
        while place >= 0 and self.at(place) in filler:
            place -= 1
        return place

    def timed(self, place: int) -> bool:
        """Whether the number before this place is an hour or a count: "10:00", "3 pm", "17 horas", "100 %"."""
        text = self.at(place)
        if text == ":":  # "Mayo de 2012: borrador", "March 3: draft" name what they are for
            hour = self.tight(place + 1) and self.at(place + 1).isdigit()
            return self.tight(place) and (hour or self.at(place + 1) in w.MONTHS)  # "1: abril 2: junio" are items
        if text == "h":
            return self.tight(place)
        return text in {"hs", "hrs", "horas", "hora", "am", "pm", "%", "oclock"} or text[:2] in {"a.", "p."}

    def number(self, place: int) -> int | None:
        """Return the number at a place: up to two digits, with an ordinal ending; no hour, no sum of money."""
        match = re.fullmatch(r"(\d{1,2})[a-z]*", self.at(place))
        if match is None or self.timed(place + 1) or self._misread(place) or place in self.items:
            return None
        before = self.at(place - 1)
        if self.tight(place) and (before in {":", "$", "#", "."} or before.isalpha()) and not self.opens(place):
            return None
        return int(match[1])

    def _misread(self, place: int) -> bool:
        """A letter inside a figure, as scanners leave it: "20O9"."""
        letter = self.at(place + 1)
        inside = len(letter) <= 2 and letter.isalpha() and self.tight(place + 1) and letter not in {"y", "al", "to"}
        return inside and self.tight(place + 2) and self.at(place + 2)[:1].isdigit()

    def ordinal(self, place: int) -> int | None:
        """Return 1–6, or 0 for "last"."""
        text = self.at(place)
        if text in w.LAST:
            return 0
        if text.isdigit() and int(text) in range(1, 7) and len(text) == 1:
            return int(text)
        return w.ORDINALS.get(text)

    def two_digits(self, text: str) -> int:
        """Return the year of two digits: up to twenty years ahead, else the century before."""
        year = 2000 + int(text)
        return year if year <= self.today.year + 20 else year - 100

    # --- Years -----------------------------------------------------------------------------

    def year(self, place: int) -> tuple[int, int] | None:
        """Return (year, next place): "de 2009", "del año en curso", ", 2009", "-09", "del próximo año"."""
        here = place + 1 if self.at(place) in {"-", "/", "."} and self.tight(place) else place
        if here == place:
            here = self.skip(place, "de", "del", "of", ",", "el", "the", "in", "en", "para")
        return self._year_at(here, place) or self._named_year(here)

    def _year_at(self, here: int, place: int) -> tuple[int, int] | None:
        after = self.skip(here, "ano", "year", "calendar", "calendario", "natural", "civil") + 1
        text = self.at(after - 1)
        if re.fullmatch(r"(19|20)\d\d", text):
            return (int(text), after) if self.at(after) not in w.COUNTABLE and not self.timed(after) else None
        if self.at(here) in {"'", "´", "’", "‘"} and re.fullmatch(r"\d\d", self.at(here + 1)):
            return self.two_digits(self.at(here + 1)), here + 2
        if not re.fullmatch(r"\d\d", text) or self.timed(after):
            return None
        joined = self.at(after - 2) in {"-", "/", "."} and self.tight(after - 1)
        led = self.at(after - 2) in {"de", "del", "ano"} and here > place
        closed = self.at(after) in {"", ".", ";", ")", ",", "("} or self.opens(after)
        if self._ends_a_day(place, after, text):
            return self.two_digits(text), after
        return (self.two_digits(text), after) if (joined or led) and (closed or joined or led) else None

    def _ends_a_day(self, place: int, after: int, text: str) -> bool:
        """Two digits behind a day and its month or a quarter, and nothing more: "15 feb 09", "Feb 15, 09"."""
        behind = {self.at(place - 1), self.at(place - 2)} if place >= 2 else set()
        dated = any(each in w.MONTHS for each in behind) and any(re.fullmatch(r"\d{1,2}", each) for each in behind)
        dated = dated or (place >= 1 and self._is_part_of_year(self.at(place - 1)))
        near = abs(self.two_digits(text) - self.today.year) <= 10
        return dated and near and self.at(after) in {"", ".", ";", ")"}

    def _is_part_of_year(self, text: str) -> bool:
        """Whether "09" behind it can be no day: "I Trim. 09", "Q2 09"."""
        return (text in w.YEAR_PARTS and text != "sem") or re.fullmatch(r"[qth][1-4]", text) is not None

    def _named_year(self, here: int) -> tuple[int, int] | None:
        """Presente año, año en curso, próximo año, año que viene, corriente."""
        year = self.today.year
        words = [self.at(here + i) for i in range(3)]
        if words[0] in {"ano", "year"}:
            if words[1] in {"en", "in"} and words[2] in {"curso", "course", "corriente"}:
                return year, here + 3
            moved = self._moved(words[1])
            return None if moved is None else (year + moved, here + 2)
        if words[1] in {"ano", "year"}:
            moved = self._moved(words[0])
            return None if moved is None else (year + moved, here + 2)
        if words[0] in {"corriente", "presente", "cte", "pte"} and words[1] not in {"mes", "month"}:
            return year, here + 1
        return None

    def _moved(self, word: str) -> int | None:
        return 0 if word in w.THIS else 1 if word in w.NEXT else -1 if word in w.PAST else None

    def with_year(self, place: int, make: Callable[[int], Span]) -> tuple[Span, int]:
        """Finish a span with the year that follows; without one it stays yearless; a broken year is a doubt."""
        found = self.year(place)
        if found:
            return self._in_years(make, *found)
        gone = place + (self.at(place) in {"recien", "recientemente", "que"})
        after = self.at(gone)
        if after in _NEAR or (after == "ultimo" and not self.at(gone + 1).isalpha()) or self._passed(gone):
            return self.near(make, after), gone + 1
        here = self.skip(place, "de", "del", "of", "el", "the", ",")
        if self.at(here) in {"mismo", "ese", "that", "same", "dicho"} and self.at(here + 1) in {"ano", "year"}:
            return replace(make(self.today.year), make=make, same_year=True), here + 2
        if self._broken_year(place):
            return doubtful(self.today, UNREAD), place + 1
        return replace(make(self.today.year), make=make), place

    def _passed(self, place: int) -> bool:
        """Diciembre que pasó, December just past."""
        said = (self.at(place - 1), self.at(place))
        return said in {("que", "paso"), ("que", "termino"), ("que", "concluyo"), ("recien", "concluido")}

    def _in_years(self, make: Callable[[int], Span], year: int, after: int) -> tuple[Span, int]:
        """Finish a span with the years from this place on: "abril de 2009 y de 2010" is two."""
        span = replace(make(year), said_year=True)
        if self.at(after) in {"/", *DASH} and self.tight(after) and re.fullmatch(r"(19|20)\d\d", self.at(after + 1)):
            return doubtful(self.today, UNREAD), after + 2  # "marzo 2012/2013"
        while self.at(after) in {"y", "and", ","} and self.at(after + 1) in {"de", "del", "of"}:
            more = self.year(after + 1)
            if more is None or span.doubt or not self.at(more[1] - 1).isdigit():
                break
            span, after = replace(span, more=(*span.more, make(more[0]))), more[1]
        return span, after

    def near(self, make: Callable[[int], Span], word: str) -> Span:
        """Return the span of the coming or the past year ("marzo próximo", "el pasado 3 de marzo")."""
        span = make(self.today.year)
        if word in w.NEXT:
            span = make(self.today.year + 1) if span.end < self.today else span
        elif span.start > self.today:
            span = make(self.today.year - 1)
        return replace(span, said_year=True)

    def _broken_year(self, place: int) -> bool:
        here = self.skip(place, "de", "del", "of", ",")
        text = self.at(here)
        if re.fullmatch(r"(19|20)\d[a-z]", text):
            return True  # "200O"
        if any(map(self.opens, range(place, here + 1))) or here in self.items:
            return False
        if not text.isdigit() or self.timed(here + 1):
            return False
        led = self.at(here - 1) in {"de", "del", "of"} and here > place
        another = month_of(self.at(self.skip(here + 1, "de", "of"))) is not None
        if self._misread(here):
            return True
        return not another and (led or len(text) > 2 or (len(text) == 2 and here == place))


def checked(span: Span) -> Span:
    """Return the span, doubtful where a weekday contradicts its date."""
    for month, day, weekday in span.weekdays:
        year = span.start.year if month >= span.start.month else span.last.year
        said = safe(year, month, day)
        if span.doubt is None and said is not None and said.weekday() != weekday:
            return replace(span, doubt=WEEKDAY, more=())
    return span


def settle(span: Span, today: date) -> Span:
    """Give a yearless span its year: today's, or the next when it ended over 60 days ago.

    A weekday that fits only the year before or after, within 200 days, decides instead.
    """
    if span.make is None:
        return checked(span)
    late = span.last < today - PAST
    if late != (span.end < today - PAST):
        return replace(span, doubt=WHICH_YEAR, make=None, more=())
    year = today.year + late
    found = _in_year(span, year)
    if found.doubt is WEEKDAY:
        others = [_in_year(span, other) for other in (year + 1, year - 1)]
        near = [each for each in others if each.doubt is None and abs((each.start - today).days) < 200]
        return near[0] if len(near) == 1 else found
    return found


def _in_year(span: Span, year: int) -> Span:
    assert span.make is not None
    if not 1 <= year <= 9998:
        return doubtful(span.start, IMPOSSIBLE)
    made = span.make(year)
    return checked(
        replace(made, weekdays=span.weekdays, doubt=made.doubt or span.doubt, ranged=span.ranged or made.ranged)
    )


def in_year(span: Span, year: int) -> Span:
    """Return a yearless span in this year, any other as it is."""
    return _in_year(span, year) if span.make is not None else checked(span)
