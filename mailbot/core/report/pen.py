"""Writes one half: pieces of text in its language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mailbot.core.report import words
from mailbot.core.report.paper import Cell, Grid, Head, Span
from mailbot.core.values import Bilingual


@dataclass(frozen=True, slots=True)
class Pen:
    """The language of a half."""

    language: str

    def words(self, es: str, en: str) -> Span:
        """Return a piece said in this half's language."""
        return Span(es if self.language == "es" else en, self.language)

    def say(self, said: Bilingual, *, strong: bool = False) -> Span:
        """Return this half of a text."""
        return Span(said.get(self.language), self.language, strong)

    def given(self, said: Bilingual) -> Span:
        """Return this half of an official title: compared by nobody, since each language words it freely.

        A paper in one language alone gives only that one: it stands in both halves, marked as what it is.
        """
        other = "en" if self.language == "es" else "es"
        tongue = self.language if said.get(self.language) else other
        return Span(said.get(tongue), tongue, compared=False)

    def day(self, value: date | None) -> Span:
        """Return a day in words."""
        return Span(words.day(value, self.language), self.language)

    def section(self, name: str) -> Head:
        """Return the heading of a section."""
        return Head(1, (self.say(words.SECTIONS[name]),))

    def number(self, value: int | None) -> Span:
        """Return a number; nothing for None."""
        return Span("" if value is None else str(value), self.language)

    def grid(
        self, caption: Bilingual, heads: Sequence[Bilingual], rows: Sequence[Sequence[Span]], shares: Sequence[float]
    ) -> Grid:
        """Return a table of one piece a cell."""
        cells: tuple[tuple[Cell, ...], ...] = tuple(tuple(((span,),) for span in row) for row in rows)
        return Grid(self.say(caption), tuple(self.say(each) for each in heads), cells, tuple(shares))
