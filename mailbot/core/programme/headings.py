"""Which column of a table says what: found by headings, in either language and any order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mailbot.core.language import fold
from mailbot.core.programme.values import LANGUAGES, Cell, Row, Words

_LANGUAGE = re.compile(r"[\s_(-]+(es|en|espanol|spanish|ingles|english)\)?$")
_TONGUES = {"es": "es", "espanol": "es", "spanish": "es", "en": "en", "ingles": "en", "english": "en"}
_CUT = re.compile(r"[/|\n(;]")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a column holds, and in which language ("" where the heading does not say)."""

    role: str
    language: str


@dataclass(frozen=True, slots=True)
class Columns:
    """The headings of a table: (grid columns from, to, what they hold)."""

    spans: tuple[tuple[int, int, Heading], ...]

    def has(self, role: str) -> bool:
        """Whether a column holds this."""
        return any(heading.role == role for _, _, heading in self.spans)

    def cells(self, row: Row) -> Mapping[Heading, Cell]:
        """Return the cells of a row by what they hold.

        A row of as many cells as the heading is read in order, wherever its edges stand
        (cells merged askew); else each heading takes the cell that covers most of it.
        """
        distinct = spans_of(row)
        if len(distinct) == len(self.spans):
            pairs = zip(self.spans, distinct, strict=True)
            return {heading: row[start] for (_, _, heading), (start, _) in pairs if heading.role}
        return {heading: self._at(row, start, end) for start, end, heading in self.spans if heading.role}

    @staticmethod
    def _at(row: Row, start: int, end: int) -> Cell:
        inside = row[start:end] or (Cell((), (-1, start)),)
        return max(inside, key=lambda cell: sum(each.origin == cell.origin for each in inside))


def spans_of(row: Row) -> list[tuple[int, int]]:
    """Return (first, after last) grid column of each distinct cell of a row, in order."""
    found: list[tuple[int, int]] = []
    for place, cell in enumerate(row):
        if found and row[place - 1].origin == cell.origin:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found


def columns_of(row: Row, words: Words) -> Columns | None:
    """Return the columns a row of headings names; None when it is no such row.

    An activity and one thing more must be named, and nothing longer than a heading stand there.
    """
    spans = []
    for start, end in spans_of(row):
        heading = heading_of("\n".join(row[start].lines), words)
        spans.append((start, end, heading or Heading("", "")))
    roles = {heading.role for _, _, heading in spans} - {""}
    return Columns(tuple(spans)) if "activity" in roles and len(roles) > 1 else None


def heading_of(text: str, words: Words) -> Heading | None:
    """Return what a heading names: whole, one half of "Tema / Theme", or with more words behind."""
    whole = _bare(text)
    tongue = _LANGUAGE.search(whole)
    language = _TONGUES[tongue[1]] if tongue else ""
    whole = whole[: tongue.start()] if tongue else whole
    parts = [_bare(part) for part in _CUT.split(text)]
    for part in (whole, *parts):
        role = _role(part, words)
        if role:
            several = len([each for each in parts if _role(each, words)]) > 1
            return Heading(role[0], language or ("" if several else role[1]))
    return _beginning(whole, words, language) if len(whole) <= 60 else None


def _bare(text: str) -> str:
    return re.sub(r"[^\w()]+", " ", fold(text.replace("_", " "))).strip(" ()")


def _role(text: str, words: Words) -> tuple[str, str] | None:
    for role, by_language in words.columns.items():
        for language in LANGUAGES:
            if text in {_bare(name) for name in by_language.get(language, ())}:
                return role, language
    return None


def _beginning(text: str, words: Words, language: str) -> Heading | None:
    beginning = text
    while " " in beginning:
        beginning = beginning.rpartition(" ")[0]
        role = _role(beginning, words)
        if role:
            return Heading(role[0], language or role[1])
    return None
