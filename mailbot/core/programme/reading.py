"""A paper into drafts: every activity with its window, who, where, and what is doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from mailbot.core import windows
from mailbot.core.language import detect
from mailbot.core.programme.actors import Actors, actors_of
from mailbot.core.programme.blocks import blocks_of, heading_row
from mailbot.core.programme.drafting import drafts_of
from mailbot.core.programme.headings import Columns
from mailbot.core.programme.shapes import theme_above, turned
from mailbot.core.programme.values import Draft, Paper, Remark, Row, Table, Words
from mailbot.core.values import Bilingual

SHORT_LINE = 160  # a line of place and date, not a paragraph that mentions one


@dataclass(frozen=True, slots=True)
class Programme:
    """What was read: activities in the order of the paper, doubts, the day it was adopted."""

    drafts: tuple[Draft, ...]
    doubts: tuple[Remark, ...]
    adopted: date | None


@dataclass(slots=True)
class _Reading:
    words: Words
    actors: Actors
    language: str
    today: date
    adopted: date | None
    columns: Columns | None = None
    drafts: list[Draft] = field(default_factory=list)
    doubts: list[Remark] = field(default_factory=list)


def read(paper: Paper, words: Words, today: date) -> Programme:
    """Return the activities of a paper's tables.

    ``today`` serves where the paper bears no date of adoption of its own above its tables.
    Never raises; a paper without a table that names activities gives one doubt.
    """
    adopted = _adopted((*paper.lines, *_above(paper, words)), today)
    reading = _Reading(words, actors_of(words), _language(paper), adopted or today, adopted)
    reading.doubts += paper.doubts
    _read_tables(reading, paper.tables, "")
    if not reading.drafts and not reading.doubts:
        reading.doubts.append(Remark(Bilingual("documento", "document"), NO_TABLE))
    return Programme(tuple(reading.drafts), tuple(reading.doubts), adopted)


NO_TABLE = Bilingual(
    "no hay ninguna tabla cuyos títulos de columna nombren la actividad y su calendario; "
    "escríbalos (Tema, Objetivo, Actividad, Calendario) o agregue su palabra en rules/programme.yaml",
    "there is no table whose headings name the activity and its calendar; "
    "write them (Theme, Objective, Activity, Calendar) or add your word to rules/programme.yaml",
)


def _above(paper: Paper, words: Words) -> Iterable[str]:
    """Return the lines above the headings inside the first table: sheets keep their title there."""
    for table in paper.tables[:1]:
        found = heading_row(table, words)
        for row in table.rows[: found[0] if found else 0]:
            yield from (line for cell in dict.fromkeys(row) for line in cell.lines)


def _adopted(lines: Iterable[str], today: date) -> date | None:
    """Return the one full date above the tables; None when there is none or more than one."""
    found = set()
    for line in lines:
        if len(line) <= SHORT_LINE and any(character.isdigit() for character in line):
            found |= {each.start for each in windows.read(line, today) if each.kind == "day"}
    return found.pop() if len(found) == 1 else None


def _language(paper: Paper) -> str:
    text = " ".join(cell.text for table in paper.tables for row in table.rows[:12] for cell in row)
    return "en" if detect(text) == "en" else "es"


def _read_tables(reading: _Reading, tables: Sequence[Table], number: str) -> None:
    for place, table in enumerate(tables, 1):
        label = f"{number}{place}"
        found = heading_row(table, reading.words)
        sideways = heading_row(turned(table), reading.words)
        if found:
            _read_table(reading, table, label, found[0], found[1])
        elif sideways:
            _read_table(reading, turned(table), label, sideways[0], sideways[1])
        elif table.inner:
            _read_tables(reading, table.inner, f"{label}.")
        elif reading.columns and _goes_on(table, reading.columns):
            _read_table(reading, table, label, -1, reading.columns)
        elif _says_something(table):
            reading.doubts.append(Remark(_where(label, 1), NOT_READ))


NOT_READ = Bilingual(
    "esta tabla no se leyó: sus columnas no tienen títulos conocidos (Actividad, Calendario …)",
    "this table was not read: its columns have no known headings (Activity, Calendar …)",
)


def _goes_on(table: Table, columns: Columns) -> bool:
    """A table cut at a page's end goes on without its headings."""
    return bool(table.rows) and len(table.rows[0]) == columns.spans[-1][1]


def _says_something(table: Table) -> bool:
    return len(table.rows) > 1 and sum(bool(cell.text) for row in table.rows for cell in row) > 3


def _where(table: str, row: int) -> Bilingual:
    return Bilingual(f"tabla {table}, fila {row}", f"table {table}, row {row}")


def _read_table(reading: _Reading, table: Table, label: str, heading: int, columns: Columns) -> None:
    rows: list[tuple[int, Row]] = list(enumerate(table.rows, 1))[heading + 1 :]
    theme = theme_above(table, reading.words)
    blocks, reading.columns = blocks_of(rows, columns, reading.words, reading.language, theme)
    for block in blocks:
        where = _where(label, block.groups[0].row)
        drafts, doubts = drafts_of(block, where, reading.actors, reading.today, reading.adopted)
        reading.drafts += drafts
        reading.doubts += doubts
