"""Other shapes of tables: dates in two columns, labels down the side, themes between, both languages in a cell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from mailbot.core.language import detect, fold
from mailbot.core.programme.headings import Heading
from mailbot.core.programme.values import LANGUAGES, Cell, Row, Table, Words

EMPTY = Cell((), (-1, -1))
OPEN_ENDS = {"es": ("desde", "hasta"), "en": ("from", "until")}
LONGEST_THEME = 160  # characters: a heading, not a paragraph
_HALVES = re.compile(r"\s+/\s+|\.\s+|\s*\n\s*")


def cell_of(cells: Mapping[Heading, Cell], role: str) -> Cell:
    """Return the first cell that says something in this role, else an empty one."""
    return next((cell for heading, cell in cells.items() if heading.role == role and cell.text), EMPTY)


def calendar_cell(cells: Mapping[Heading, Cell], language: str) -> Cell:
    """Return what a row says of when: its calendar, or its columns of first and last day as "a – b"."""
    said, first, last = (cell_of(cells, role) for role in ("calendar", "start", "end"))
    if not (first.text or last.text):
        return said
    starts, ends = ([line for line in each.lines if line.strip()] for each in (first, last))
    if len(starts) != len(ends):
        starts, ends = [first.text], [last.text]
    lines = [_span(one, other, OPEN_ENDS[language]) for one, other in zip(starts, ends, strict=True)]
    origin = (first if first.text else last).origin
    return Cell((*said.lines, *lines), origin) if said.text else Cell(tuple(lines), origin)


def _span(first: str, last: str, words: tuple[str, str]) -> str:
    if not last or not first:
        return f"{words[0]} {first}" if first else f"{words[1]} {last}"
    return first if fold(first) == fold(last) else f"{first} – {last}"


def turned(table: Table) -> Table:
    """Return a table with rows and columns exchanged: labels stand down the side of a form-like table."""
    width = max((len(row) for row in table.rows), default=0)
    rows: list[Row] = []
    for place in range(width):
        cells = [row[place] if place < len(row) else EMPTY for row in table.rows]
        rows.append(tuple(Cell(each.lines, (each.origin[1], each.origin[0])) for each in cells))
    return Table(tuple(rows), table.inner, table.above)


def theme_above(table: Table, words: Words) -> str:
    """Return the last paragraph above a table that begins with a word for a theme ("Tema 1. Salud"), else ""."""
    names = {fold(name) for half in words.columns.get("theme", {}).values() for name in half}
    for line in reversed(table.above):
        beginning = re.match(r"[^\W\d_]+(?:\s[^\W\d_]+)*?(?=\s*[\d:.–—-]|\s+[IVX]+\b)", line.strip())
        if len(line) <= LONGEST_THEME and beginning and fold(beginning[0]) in names:
            return " ".join(line.split())
    return ""


def halves(lines: Sequence[str]) -> Mapping[str, tuple[str, ...]] | None:
    """Return the lines of a cell by language where both alternate in it; None where they do not.

    "Foro virtual / Virtual forum" in a line, or a Spanish paragraph and its English one beneath.
    """
    said = [line for line in lines if line.strip()]
    pairs = [tuple(re.split(r"\s+/\s+", line)) for line in said]
    if not all(len(pair) == 2 for pair in pairs):
        pairs = list(zip(said[::2], said[1::2], strict=False)) if len(said) % 2 == 0 else []
    tongues = [tuple(detect(half) for half in pair) for pair in pairs]
    fits = all(one in {"es", "und"} and other in {"en", "und"} for one, other in tongues)
    if not pairs or not fits or not any("und" not in pair for pair in tongues):
        return None
    return {language: tuple(pair[place] for pair in pairs) for place, language in enumerate(LANGUAGES)}


def texts_of_one_day(calendar: str) -> tuple[str, ...]:
    """Return the halves of "15 de marzo de 2009 / 15 March 2009"; the text itself where it has no halves."""
    parts = [part.strip() for part in _HALVES.split(calendar) if part.strip()]
    return tuple(parts) if len(parts) == 2 else (calendar,)
