"""Tokens of a calendar text, and the spans they name: days, months, parts of either, years."""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mailbot.core.values import Bilingual
from mailbot.core.windows import words as w

_TOKEN = re.compile(
    r"(?<![a-z])[qtsh][1-4](?![a-z\d])|\d+(?:st|nd|rd|th|er|ro|ra|do|da|to|ta|o|a|ero|era)?\b|\d+|[a-z]+|[^\w\s]"
)
PAST = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word, number or sign, with its place in the text as written."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Span:
    """Days named by some tokens.  ``yearless`` spans stand in today's year until settled."""

    start: date
    end: date
    yearless: bool = False
    doubt: Bilingual | None = None


Found = tuple[Span, int] | None


def folded(text: str) -> str:
    """Fold a text character by character, so that places stay the same."""
    out = []
    for character in text:
        base = unicodedata.normalize("NFKD", character)
        plain = next((c for c in base if not unicodedata.combining(c)), " ")
        out.append(plain.lower() if len(plain.lower()) == 1 else plain)
    return "".join(out)


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a folded text; full stops after ordinals and abbreviations go."""
    found = [Token(m[0], m.start(), m.end()) for m in _TOKEN.finditer(text)]
    return [
        token
        for place, token in enumerate(found)
        if not (token.text == "." and place and _abbreviates(found[place - 1].text, found, place))
    ]


def _abbreviates(before: str, found: list[Token], place: int) -> bool:
    if place + 1 < len(found) and found[place + 1].text in {"o", "a", "er"} and before.isdigit():
        return True
    if before in w.MONTHS and len(before) <= 4:
        return True
    return bool(re.fullmatch(r"\d+(st|nd|rd|th|er|ro|ra|do|da|to|ta|o|a)", before))


def month_of(text: str) -> int | None:
    """Return the month a word names; one wrong letter is accepted when only one month is that near."""
    if text in w.MONTHS:
        return w.MONTHS[text]
    if len(text) < 5:
        return None
    near = {w.MONTHS[name] for name in w.LONG_MONTHS if _one_off(text, name)}
    return near.pop() if len(near) == 1 else None


def _one_off(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    if len(a) == len(b):
        wrong = [i for i in range(len(a)) if a[i] != b[i]]
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
            i, j = wrong
            return a[i] == b[j] and a[j] == b[i]
        return len(wrong) == 1
    short, long = sorted((a, b), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


class Reader:
    """Reads spans at places of a token list."""

    def __init__(self, tokens: list[Token], today: date) -> None:
        self.tokens = tokens
        self.today = today

    def at(self, place: int) -> str:
        """Return the token at a place, "" beyond the end."""
        return self.tokens[place].text if 0 <= place < len(self.tokens) else ""

    def skip(self, place: int, *filler: str) -> int:
        """Return the place after any of these words."""
        while self.at(place) in filler:
            place += 1
        return place

    def number(self, place: int) -> int | None:
        """Return a day number: digits, with an ordinal ending, or spelled."""
        text = self.at(place)
        digits = re.match(r"\d+", text)
        if digits:
            return int(digits[0]) if len(digits[0]) <= 2 else None
        if text in {"primero", "first"}:
            return 1
        return w.NUMBERS.get(text)

    def ordinal(self, place: int) -> int | None:
        """Return 1–6, or 0 for "last"."""
        text = self.at(place)
        if text in w.LAST:
            return 0
        if text.isdigit() and int(text) in range(1, 7):
            return int(text)
        return w.ORDINALS.get(text)

    # --- Years -----------------------------------------------------------------------------

    def year(self, place: int) -> tuple[int, int] | None:
        """Return (year, next place): "de 2009", "del año en curso", ", 2009", "del próximo año"."""
        here = self.skip(place, "de", "del", "of", ",", "el", "the", "in", "en", "ano", "año", "year", "-", "/")
        text = self.at(here)
        if re.fullmatch(r"(19|20)\d\d", text):
            return int(text), here + 1
        if re.fullmatch(r"\d\d", text) and self.at(here - 1) in {"-", "/", "'", "´"}:
            return 2000 + int(text), here + 1
        if self.at(here) in {"'", "´"} and re.fullmatch(r"\d\d", self.at(here + 1)):
            return 2000 + int(self.at(here + 1)), here + 2
        if text == "dos" and self.at(here + 1) == "mil":
            more = w.NUMBERS.get(self.at(here + 2))
            return (2000 + more, here + 3) if more else (2000, here + 2)
        return self._named_year(here)

    def _named_year(self, here: int) -> tuple[int, int] | None:
        two = (self.at(here), self.at(here + 1))
        before_year = {"ano", "year"}
        if self.at(here - 1) in before_year and two[0] in {"en", "in"} and two[1] in {"curso", "course"}:
            return self.today.year, here + 2
        if two[0] in {"curso", "presente", "corriente", "actual"} and self.at(here - 1) in {"en", "ano"}:
            return self.today.year, here + 1
        if two[0] in {"presente", "este", "current", "this", "corriente", "mismo"} and two[1] in before_year:
            return self.today.year, here + 2
        if two[0] in {"proximo", "siguiente", "next"} and two[1] in before_year:
            return self.today.year + 1, here + 2
        if two[0] in {"pasado", "anterior", "last"} and two[1] in before_year:
            return self.today.year - 1, here + 2
        if self.at(here - 1) in before_year and two[0] in {"proximo", "siguiente", "entrante"}:
            return self.today.year + 1, here + 1
        if self.at(here - 1) in before_year and two[0] in {"pasado", "anterior"}:
            return self.today.year - 1, here + 1
        return None

    def with_year(self, place: int, make: Callable[[int], Span | None]) -> Found:
        """Finish a span with the year that follows; without one it stays yearless."""
        found = self.year(place)
        if found:
            span = make(found[0])
            return (span, found[1]) if span else None
        after = self.at(place)
        span = make(self.today.year)
        if span is None:
            return None
        if after in {"proximo", "entrante", "next"}:
            if span.end < self.today:
                span = make(self.today.year + 1)
            return (span, place + 1) if span else None
        if after == "pasado":
            if span.start > self.today:
                span = make(self.today.year - 1)
            return (span, place + 1) if span else None
        return replace(span, yearless=True), place

    def settle(self, span: Span) -> Span:
        """Give a yearless span its year: today's, or the next when it ended over 60 days ago."""
        if not span.yearless:
            return span
        if span.end < self.today - PAST:
            return Span(_moved(span.start, 1), _moved(span.end, 1), doubt=span.doubt)
        return replace(span, yearless=False)


def _moved(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
