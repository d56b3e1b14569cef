"""The grid of an HTML table: every cell in its column, what is merged over rows in each of them.

A page may claim any number of rows and columns; what is copied down or across is counted, and past the bound
cells stand as they come.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mailbot.core.values import Line

HEADING = "heading-row"  # mark of a line: a row of a table with one cell that says something, over its columns
_WIDEST = 1_000  # columns that a cell may span, as browsers read it
_MOST_SPANS = 100  # cells that reach down from one row
_TO_THE_END = 65_534  # rows that a cell may span, as browsers read it
MOST_COPIED = 100_000  # cells and characters that merged cells of one page may take once more


def under(cells: int) -> str:
    """Return the mark of a row whose first cells are those of the row above."""
    return f"under:{cells}"


def covers(column: int, columns: int) -> str:
    """Return the mark of a row with a cell that reaches over several columns."""
    return f"covers:{column}:{columns}"


def covered(marks: frozenset[str]) -> list[tuple[int, int]]:
    """Return (column, columns) of each cell that reaches over several columns."""
    found = (mark.split(":") for mark in marks if mark.startswith("covers:"))
    return [(int(column), int(columns)) for _, column, columns in found]


def repeated(marks: frozenset[str]) -> int:
    """Return how many of the first cells of a row are those of the row above."""
    return next((int(mark.partition(":")[2]) for mark in marks if mark.startswith("under:")), 0)


class _Cell(NamedTuple):
    column: int
    columns: int
    words: str
    copied: bool = False  # from a row above


class _Row(NamedTuple):
    place: int  # among the lines of the page
    depth: int
    cells: tuple[_Cell, ...]
    marks: frozenset[str]


class _Span(NamedTuple):
    rows: int  # still to come
    columns: int
    words: str


@dataclass
class Copies:
    """What may still be copied on a page."""

    left: int = MOST_COPIED

    def take(self, cost: int) -> bool:
        """Count a copy; False where there were too many."""
        self.left -= cost
        return self.left >= 0


@dataclass
class Grid:
    """One table as it is read; ``spans`` holds what reaches down by its column."""

    copies: Copies
    rows: list[_Row] = field(default_factory=list)
    spans: dict[int, _Span] = field(default_factory=dict)
    above: dict[int, _Span] = field(default_factory=dict)  # of the spans, those that this row has not met yet
    row: list[_Cell] = field(default_factory=list)
    column: int = 0
    size: tuple[int, int] = (1, 1)  # rows and columns of the cell that is open
    width: int = 0  # own cells of the first row

    def begin_row(self) -> None:
        """Open a row."""
        self.row, self.column = [], 0
        if self.spans and not self.copies.take(len(self.spans)):
            self.spans.clear()
        self.above, self.spans = self.spans, {}

    def begin_cell(self, rowspan: str, colspan: str) -> None:
        """Open a cell, behind those that reach down from the rows above."""
        self._reaching_down()
        if rowspan or colspan:
            rows = _number(rowspan, 1, _TO_THE_END)
            self.size = (rows or _TO_THE_END, max(_number(colspan, 1, _WIDEST), 1))
        else:
            self.size = (1, 1)

    def end_cell(self, words: str) -> None:
        """Close a cell with what it says."""
        rows, columns = self.size
        self.row.append(_Cell(self.column, columns, words))
        if rows > 1 and len(self.spans) < _MOST_SPANS:
            self.spans[self.column] = _Span(rows - 1, columns, words)
        self.column += columns
        self.size = (1, 1)

    def end_row(self, place: int, depth: int, marks: frozenset[str]) -> bool:
        """Close a row that stands at a place among the lines; tell whether it says anything of its own."""
        own = [each for each in self.row if not each.copied]
        for column in sorted(self.above):
            if column >= self.column:
                self.column = column
                self._reaching_down()
        if not any(each.words for each in own):
            return False
        self.width = self.width or len(own)
        self.rows.append(_Row(place, depth, tuple(self.row), marks))
        return True

    def pass_row(self) -> None:
        """Count a row that is read as layout."""
        self.begin_row()
        self.end_row(0, 0, frozenset())

    def end_group(self) -> None:
        """Let nothing reach on: a table's head or body ends."""
        self.spans.clear()

    def _reaching_down(self) -> None:
        while reaching := self.above.pop(self.column, None):
            if reaching.rows > 1:
                self.spans[self.column] = _Span(reaching.rows - 1, reaching.columns, reaching.words)
            if self.copies.take(1 + len(reaching.words)):
                self.row.append(_Cell(self.column, reaching.columns, reaching.words, copied=True))
            self.column += reaching.columns

    def lines(self) -> Iterator[tuple[int, list[Line]]]:
        """Yield the lines of each row with its place: one with cells, or those of the only cell that says anything.

        Columns in which no cell begins are none.
        """
        begins = sorted({each.column for row in self.rows for each in row.cells})
        for row in self.rows:
            cells, marks = self._placed(row, begins)
            own = [each.words for each in row.cells if each.words and not each.copied]
            if len(own) == 1 and _is_alone(row.cells, cells, begins):
                over = row.marks
                if len(begins) == len(cells) == 2 and row.cells[0].copied:
                    over |= {under(1)}
                elif len(begins) > 1:
                    over |= {HEADING}
                yield row.place, [Line(0, words, row.depth, "html", (), over) for words in own[0].split("\n")]
            else:
                yield row.place, [Line(0, "\t".join(cells), row.depth, "html", cells, row.marks | marks)]

    def _placed(self, row: _Row, begins: Sequence[int]) -> tuple[tuple[str, ...], set[str]]:
        """The cells of a row in their columns, and marks of those that are merged."""
        cells: list[str] = []
        marks: set[str] = set()
        leading = row.cells[0].copied
        for each in row.cells:
            column = bisect_left(begins, each.column)
            if column > len(cells) and self.copies.take(column - len(cells)):
                cells += [""] * (column - len(cells))
            if leading and not each.copied:
                marks.add(under(len(cells)))
                leading = False
            columns = bisect_left(begins, each.column + each.columns) - column
            if columns > 1:
                marks.add(covers(len(cells), columns))
            cells.append(each.words)
        return tuple(cells), marks


def _is_alone(row: Sequence[_Cell], cells: Sequence[str], begins: Sequence[int]) -> bool:
    """Tell whether the only own words of a row stand beside nothing, or over all columns beside merged cells.

    Of two columns one may be merged beside several lines.
    """
    if len(cells) == 1 or (len(cells) != 2 and sum(map(bool, cells)) == 1):
        return True
    own = next(each for each in row if each.words and not each.copied)
    rest = len(begins) - bisect_left(begins, own.column)
    over = bisect_left(begins, own.column + own.columns) == len(begins)
    return any(each.copied for each in row) and over and (rest > 1 or len(begins) == len(cells) == 2)


def _number(text: str, missing: int, most: int) -> int:
    return min(int(text[:6]), most) if text.isascii() and text.isdigit() else missing
