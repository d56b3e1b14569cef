"""Spreadsheets and CSV files as table grids: merged cells, line breaks and dates as people left them."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import yaml

from mailbot.core.programme.values import Cell, Paper, Remark, Table
from mailbot.core.values import Bilingual
from mailbot.edges.documents.sheets import decoded

DELIMITERS = ";,\t|"
MAXIMUM_ROWS, MAXIMUM_COLUMNS = 5_000, 60


def read_xlsx(path: Path) -> Paper:
    """Return the visible sheets of a workbook as tables; merged cells share their origin.

    Raises OSError, KeyError, ValueError or BadZipFile for what is no workbook.
    """
    book = openpyxl.load_workbook(path, data_only=True)
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    sheets = [sheet for sheet in visible if not _is_of_indicators(sheet.title)]
    tables, doubts = [], []
    for sheet in sheets:
        rows = sheet.iter_rows(max_row=min(sheet.max_row, MAXIMUM_ROWS), max_col=min(sheet.max_column, MAXIMUM_COLUMNS))
        texts = [[_text(cell.value) for cell in row] for row in rows]
        hidden = [number for number, row in enumerate(texts, 1) if any(row) and sheet.row_dimensions[number].hidden]
        texts = [[] if number in hidden else row for number, row in enumerate(texts, 1)]
        doubts += (
            [Remark(Bilingual(f"hoja «{sheet.title}»", f"sheet “{sheet.title}”"), _hidden(hidden))] if hidden else []
        )
        areas = [(a.min_row - 1, a.max_row, a.min_col - 1, a.max_col) for a in sheet.merged_cells.ranges]
        tables.append(_table(texts, areas))
    book.close()
    return Paper((), tuple(tables), tuple(doubts))


def _hidden(rows: Sequence[int]) -> Bilingual:
    said = ", ".join(map(str, rows[:8])) + ("…" if len(rows) > 8 else "")
    return Bilingual(
        f"filas ocultas que no se leyeron: {said}; quite el filtro o muéstrelas si valen",
        f"hidden rows that were not read: {said}; clear the filter or unhide them if they hold",
    )


def _is_of_indicators(title: str) -> bool:
    return title.strip().casefold() in {"indicadores", "indicators", "indicadores / indicators"}


def read_indicator_sheet(path: Path) -> tuple[Mapping[str, Any], ...]:
    """Return the rows of a workbook's sheet "Indicadores" or "Indicators", by the heads of its first row."""
    book = openpyxl.load_workbook(path, data_only=True)
    found: list[Mapping[str, Any]] = []
    for sheet in book.worksheets:
        if _is_of_indicators(sheet.title):
            rows = sheet.iter_rows(max_row=min(sheet.max_row, MAXIMUM_ROWS), values_only=True)
            heads = [str(head or "") for head in next(rows, ())]
            lines = [[_text(value) for value in row] for row in rows]
            found += [dict(zip(heads, line, strict=False)) for line in lines if any(line)]
    book.close()
    return tuple(found)


def read_indicator_rows(path: Path) -> tuple[Mapping[str, Any], ...]:
    """Return the ``indicators`` of a YAML file; nothing where it has none."""
    document = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    rows = document.get("indicators") if isinstance(document, dict) else None
    return tuple(row for row in rows if isinstance(row, dict)) if isinstance(rows, list) else ()


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def read_csv(path: Path) -> Paper:
    """Return a CSV file as one table; UTF-8, UTF-16 or Windows-1252, the delimiter found."""
    rows = max((_parsed(decoded(path.read_bytes()), delimiter) for delimiter in DELIMITERS), key=_regular)
    return Paper((), (_table(rows, ()),))


def read_rows(path: Path) -> tuple[tuple[Mapping[str, Any], ...], dt.date | None]:
    """Return the ``activities`` of a YAML file and the day its ``programme`` was adopted, if it says so.

    Raises yaml.YAMLError, OSError or ValueError for what is no such file.
    """
    document = yaml.safe_load(path.read_text(encoding="utf-8-sig"))
    rows = document.get("activities") if isinstance(document, dict) else document
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ValueError("activities: [...]")
    head = document.get("programme") if isinstance(document, dict) else None
    said = str(head.get("adopted_on") or "") if isinstance(head, dict) else ""
    return tuple(rows), dt.date.fromisoformat(said) if said else None


def _parsed(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))[:MAXIMUM_ROWS]


def _regular(rows: Sequence[Sequence[str]]) -> int:
    """How many rows have the commonest width above one: prose with commas has all widths."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return widths.most_common(1)[0][1] if widths else 0


def _table(rows: Sequence[Sequence[str]], merged: Iterable[tuple[int, int, int, int]]) -> Table:
    width = max((len(row) for row in rows), default=0)
    origins = {
        (row, column): (top, left)
        for top, bottom, left, right in merged
        for row in range(top, bottom)
        for column in range(left, right)
    }

    def cell(row: int, column: int) -> Cell:
        top, left = origins.get((row, column), (row, column))
        text = rows[top][left] if top < len(rows) and left < len(rows[top]) else ""
        return Cell(tuple(text.splitlines()), (top, left))

    return Table(tuple(tuple(cell(row, column) for column in range(width)) for row in range(len(rows))))
