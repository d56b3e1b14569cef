"""Labelled lines → rows: soft wraps joined, flattened tables seen as cells again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from mailbot.core.forms.layout.wraps import OWN, broken_at, is_drawn, is_more
from mailbot.core.remembered import remembered
from mailbot.core.values import Line

CONTEXT = frozenset({"untouched", "quoted"})
LONGEST_ROW = 4_000  # characters of a line that can be label and value
_TEL_ECHO = re.compile(r"\s?[<\[(]tel:[^>\])\s]{0,60}[>\])]", re.IGNORECASE)  # of a link, as Outlook shows it
_RULE = re.compile(r"[\s|+:=_*·.─━-]+")
_COLUMNS = re.compile(r"\s*\|\s*|\t+|\s{3,}")
_CLOSE_COLUMNS = re.compile(r"\s{2,}")


class Row(NamedTuple):
    """One or several lines that are one: ``number`` of the first, ``lines`` of all.

    ``kind``: own, context (our own or quoted words: only labels count), blank, barrier.
    """

    kind: str
    text: str
    number: int
    lines: tuple[int, ...]
    cells: tuple[str, ...] = ()
    answer: bool = False
    quoted: bool = False
    struck: bool = False
    html: bool = False
    signature: bool = False
    marks: frozenset[str] = frozenset()  # of a table's row: what is merged there


def rows_of(lines: Sequence[Line], begins: Callable[[str], bool]) -> tuple[Row, ...]:
    """Return the rows of labelled lines; ``begins`` tells whether a text opens with a label."""
    rows = _joined(lines, begins)
    drawn = [place for place, row in enumerate(rows) if is_drawn(row.text)]
    columns = {place: _in_columns(rows, place) for place in drawn if _may_be_columns(rows[place])}
    return tuple([columns.get(place, row) for place, row in enumerate(rows)] if columns else rows)


def _joined(lines: Sequence[Line], begins: Callable[[str], bool]) -> list[Row]:
    rows: list[Row] = []
    columns = broken_at(lines)
    for place, line in enumerate(lines):
        row = _row(line)
        held = rows[-1] if row.kind == "own" and rows and rows[-1].kind == "own" else None
        if held and is_more(held.text, len(held.lines), lines, place, begins, columns):
            rows[-1] = Row(
                "own",
                joined(held.text, row.text),
                held.number,
                (*held.lines, line.number),
                answer=held.answer or row.answer,
                struck=held.struck and row.struck,
                html=held.html,
            )
        else:
            rows.append(row)
    return rows


def joined(above: str, below: str) -> str:
    """Return two lines as one: "Sample-" and "Mockford" were parted at the hyphen."""
    above, below = above.rstrip(), below.strip()
    parted = above[-1:] == "-" and above[-2:-1].isalpha() and below[:1].isalpha()
    return above + below if parted else f"{above} {below}"


def _row(line: Line) -> Row:
    """The row of one line; every line of a message becomes one, so both are taken as the tuples they are."""
    number, written, depth, source, cells, marks, label = line
    text, drawn = _row_text(written)
    if not text and not (cells and any(cell.strip() for cell in cells)):
        kind = "blank"
    elif label in OWN:
        kind = "blank" if drawn and not cells else "own"
    else:
        kind = "context" if label in CONTEXT else "barrier"
    parts = tuple([cell.strip() for cell in cells]) if cells and len(written) < LONGEST_ROW else ()
    quoted, struck = depth > 0 or label == "quoted", "struck" in marks
    answer, signature = label == "answer", label == "signature"
    return tuple.__new__(
        Row, (kind, text, number, (number,), parts, answer, quoted, struck, source == "html", signature, marks)
    )


@remembered
def _row_text(text: str) -> tuple[str, bool]:
    """The text of a line as it is read, and whether it is nothing but strokes."""
    text = text[:LONGEST_ROW].replace("\xa0", " ")
    text = (_TEL_ECHO.sub("", text) if "tel:" in text.lower() else text).rstrip()
    drawn = bool(text) and not text[:1].isalnum() and _RULE.fullmatch(text) is not None
    return text.strip(" \r\n"), drawn


def _in_columns(rows: list[Row], place: int) -> Row:
    """Give cells to a line of text that stands in columns drawn with bars, tabs or spaces."""
    row = rows[place]
    cells = _columns(row.text)
    if len(cells) < 2:
        return row
    near = [_columns(rows[other].text) for other in _neighbours(rows, place) if not rows[other].cells]
    close = tuple(_CLOSE_COLUMNS.split(row.text.strip())) if "  " in row.text.strip() else ()
    if len(close) > max(len(cells), 2) and any(len(each) == len(close) for each in near):
        cells = close  # the widest words of a column leave two spaces behind them
    if row.text.startswith("\t") and len(cells) > 1 and any(len(each) == len(cells) + 1 for each in near):
        cells = ("", *cells)  # "(tab) Titular (tab) Alterno" over rows whose first cells are labels
    cells = _with_empty_ends(cells, rows, place) if "\t" in row.text else cells
    alike = any(len(each) == len(cells) for each in near)
    drawn = "|" in row.text or "\t" in row.text.strip()
    if alike or (drawn and len(cells) >= 3):
        return Row(row.kind, row.text, row.number, row.lines, cells, row.answer, row.quoted, row.struck)
    return row


def _with_empty_ends(cells: tuple[str, ...], rows: Sequence[Row], place: int) -> tuple[str, ...]:
    """A row of a table whose last cells are empty, below two or more that are full: "Baja (tab) Ing. Ana Prueba"."""
    above = [len(_columns(row.text)) if "\t" in row.text else 0 for row in rows[max(place - 2, 0) : place]]
    width = above[-1] if len(above) == 2 and above[0] == above[1] else 0
    short = len(cells) < width and width >= 3 and not cells[0].endswith(":")
    return (*cells, *("",) * (width - len(cells))) if short else cells


def _may_be_columns(row: Row) -> bool:
    return not row.cells and row.kind in {"own", "context"}


def _neighbours(rows: list[Row], place: int) -> Iterator[int]:
    for step in (-1, 1):
        other = place + step
        while 0 <= other < len(rows) and rows[other].kind == "blank" and abs(other - place) < 3:
            other += step
        if 0 <= other < len(rows):
            yield other


@remembered
def _columns(text: str) -> tuple[str, ...]:
    text = text.strip()
    if "|" in text:
        # A bar at the end is a border only where one stands at the beginning too.
        inner = text[1:].removesuffix("|") if text.startswith("|") else text
        return tuple(cell.strip() for cell in inner.split("|"))
    if "\t" in text:
        return tuple(cell.strip() for cell in text.split("\t"))
    return tuple(cell for cell in _COLUMNS.split(text) if cell)
