"""Rows of a table put together: what is merged across or down, repeated headings, section rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mailbot.core.programme.headings import Columns, Heading, columns_of, spans_of
from mailbot.core.programme.shapes import EMPTY, calendar_cell, cell_of, halves
from mailbot.core.programme.values import NOTHING, Cell, Row, Table, Words, both, joined
from mailbot.core.values import Bilingual

EXTRAS = ("code", "responsible", "partners", "place", "depends")


@dataclass(frozen=True, slots=True)
class Group:
    """One activity cell with what stands beside it: role → lines."""

    lines: Mapping[str, tuple[str, ...]]  # language → the activity cell's lines
    theme: Bilingual
    objective: Bilingual
    row: int
    extras: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Block:
    """Activity cells and calendar cells that cannot be read apart.

    Usually one row; more where an activity or a calendar cell is merged down several.
    """

    groups: tuple[Group, ...]
    calendar: tuple[str, ...]
    shared: bool = False  # activity and calendar stand in one cell merged across both


@dataclass(slots=True)
class _Reader:
    """What is carried down while the rows are read."""

    columns: Columns
    language: str
    theme: Bilingual = NOTHING
    objective: Bilingual = NOTHING
    above: Mapping[str, Cell] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)


def heading_row(table: Table, words: Words) -> tuple[int, Columns] | None:
    """Return (place, columns) of the first row of headings."""
    for place, row in enumerate(table.rows):
        found = columns_of(row, words)
        if found:
            return place, found
    return None


def blocks_of(
    rows: Sequence[tuple[int, Row]], columns: Columns, words: Words, language: str, theme: str = ""
) -> tuple[tuple[Block, ...], Columns]:
    """Return the blocks of numbered rows under ``columns``, and the columns valid at the end.

    Headings repeated on a page are passed over.  A theme or objective blank beneath one is
    carried down, as people leave them.  ``language`` is for columns that say none; ``theme``
    stands above the table.
    """
    reader = _Reader(columns, language, both(language, theme) if theme else NOTHING)
    for number, row in rows:
        again = columns_of(row, words)
        if again:
            reader.columns = again
        elif any(cell.text for cell in row):
            _read_row(reader, number, row)
    return tuple(reader.blocks), reader.columns


def _read_row(reader: _Reader, number: int, row: Row) -> None:
    section = _section(row, reader.columns)
    if section:
        reader.theme, reader.objective, reader.above = both(reader.language, section), NOTHING, {}
        return
    cells = reader.columns.cells(row)
    activity = cell_of(cells, "activity")
    if activity.text and not any(character.isalpha() for character in activity.text):
        return  # a count beneath the table
    _carry(reader, cells)
    calendar = calendar_cell(cells, reader.language)
    joins = _same(activity, reader.above.get("activity")) or (not activity.text and bool(calendar.text))
    if not activity.text and not calendar.text:
        return
    _enter(reader, number, cells, activity, calendar, joins=joins)
    reader.above = {
        "activity": activity if activity.text else reader.above.get("activity", EMPTY),
        "calendar": calendar,
    }


def _section(row: Row, columns: Columns) -> str:
    """Return the text of a row that is one heading across the table: a theme."""
    filled = [(start, end) for start, end in spans_of(row) if row[start].text]
    if len(filled) != 1:
        return ""
    start, end = filled[0]
    alone_in_front = start == 0 and not columns.has("theme") and not _is_activity(columns, start)
    whole = end - start == len(row) and len(row) > 1
    return row[start].text if whole or alone_in_front else ""


def _is_activity(columns: Columns, place: int) -> bool:
    return any(start <= place < end and heading.role == "activity" for start, end, heading in columns.spans)


def _both_halves(cells: Mapping[Heading, Cell], role: str, language: str) -> Bilingual:
    found = NOTHING
    for heading, cell in cells.items():
        if heading.role == role:
            found = joined(found, both(heading.language or language, cell.text))
    return found


def _carry(reader: _Reader, cells: Mapping[Heading, Cell]) -> None:
    theme = _both_halves(cells, "theme", reader.language)
    objective = _both_halves(cells, "objective", reader.language)
    if theme not in (NOTHING, reader.theme):
        reader.theme, reader.objective = theme, NOTHING
    if objective != NOTHING:
        reader.objective = objective


def _same(cell: Cell, above: Cell | None) -> bool:
    return above is not None and bool(cell.text) and cell.origin == above.origin


def _enter(
    reader: _Reader,
    number: int,
    cells: Mapping[Heading, Cell],
    activity: Cell,
    calendar: Cell,
    *,
    joins: bool,
) -> None:
    same_calendar = _same(calendar, reader.above.get("calendar"))
    shared = activity.origin == calendar.origin and bool(activity.text)
    dates = () if shared or same_calendar else _with_milestones(cell_of(cells, "milestone"), calendar)
    extras = {role: cell_of(cells, role).lines for role in EXTRAS}
    if joins and reader.blocks:
        block = reader.blocks[-1]
        reader.blocks[-1] = replace(
            block, groups=(*block.groups[:-1], _with(block.groups[-1], extras)), calendar=(*block.calendar, "", *dates)
        )
    elif same_calendar and reader.blocks:
        block = reader.blocks[-1]
        reader.blocks[-1] = replace(block, groups=(*block.groups, _group(reader, number, cells, extras)))
    else:
        reader.blocks.append(Block((_group(reader, number, cells, extras),), tuple(dates), shared))


def _with_milestones(milestones: Cell, calendar: Cell) -> tuple[str, ...]:
    """A column of milestones beside the dates: each is said with its date."""
    said = [line for line in milestones.lines if line.strip()]
    dates = [line for line in calendar.lines if line.strip()]
    if not said:
        return calendar.lines
    if len(said) == len(dates):
        return tuple(f"{one.rstrip(' .')}. {when}" for one, when in zip(said, dates, strict=True))
    return (f"{milestones.text.rstrip(' .')}. {calendar.text}",)


def _group(reader: _Reader, number: int, cells: Mapping[Heading, Cell], extras: Mapping[str, tuple[str, ...]]) -> Group:
    lines: dict[str, tuple[str, ...]] = {}
    for heading, cell in cells.items():
        if heading.role == "activity" and cell.text:
            for language, said in _by_language(heading, cell, reader.language).items():
                lines.setdefault(language, said)
    return Group(lines, reader.theme, reader.objective, number, extras)


def _by_language(heading: Heading, cell: Cell, language: str) -> Mapping[str, tuple[str, ...]]:
    """Return a cell's lines by language: of a column of both, in halves where they alternate."""
    both_in_one = None if heading.language else halves(cell.lines)
    return both_in_one or {heading.language or language: cell.lines}


def _with(group: Group, extras: Mapping[str, tuple[str, ...]]) -> Group:
    """More rows of one activity: what they say beside it is added."""
    more = {role: _added(group.extras.get(role, ()), lines) for role, lines in extras.items()}
    return replace(group, extras=more)


def _added(before: tuple[str, ...], lines: Iterable[str]) -> tuple[str, ...]:
    return (*before, *(line for line in lines if line not in before))
