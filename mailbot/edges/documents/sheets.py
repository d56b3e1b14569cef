"""Tables from files people keep: CSV, XLSX, pasted text and YAML, as rows or lines of text."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
import yaml
from openpyxl.utils.exceptions import InvalidFileException

from mailbot.core.values import Bilingual, OperatorError
from mailbot.edges.documents.table import unguarded

Row = Mapping[str, Any]
UNREADABLE = (
    OSError, EOFError, zipfile.BadZipFile, zlib.error, InvalidFileException, ParseError, KeyError, IndexError,
    ValueError, TypeError, AttributeError, NotImplementedError, RuntimeError, yaml.YAMLError, csv.Error,
)  # fmt: skip
ACCEPTED = "CSV, XLSX, YAML, vCard, TXT"
_MOST_UNPACKED = 300_000_000  # octets; a zip that unpacks to more is no contact list
_PROBED = 60  # lines
_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: its sheet ("" where there is but one), number in the file, cells as text."""

    sheet: str
    number: int
    cells: tuple[str, ...]


def rows_of(path: Path, key: str) -> tuple[Row, ...]:
    """Return the rows of a file by their headings; of a YAML document, the list under ``key``.

    Raises OperatorError for a file that cannot be read, with what would be accepted.
    """
    ending = path.suffix.lower()
    try:
        if ending in {".yaml", ".yml"}:
            return _yaml(path, key)
        if ending in {".csv", ".xlsx"}:
            return _by_headings(lines_of(path))
    except UNREADABLE as error:
        raise unreadable(path, str(error)) from error
    raise unreadable(path, ending or "?")


def lines_of(path: Path) -> tuple[Line, ...]:
    """Return the lines of a CSV, an XLSX (all visible sheets) or a table pasted into a text file.

    Raises OperatorError for a file that cannot be read, with what would be accepted.
    """
    ending = path.suffix.lower()
    try:
        if ending == ".xlsx":
            return _xlsx(path)
        if ending in {".csv", ".tsv", ".txt", ".md"}:
            return _text_table(decoded(path.read_bytes()), ending)
    except UNREADABLE as error:
        raise unreadable(path, str(error)) from error
    raise unreadable(path, ending or "?")


def unreadable(path: Path, why: str) -> OperatorError:
    """Return the mistake of a file that is not what it should be."""
    return OperatorError(
        [
            Bilingual(
                f"{path}: no se puede leer ({why}); se aceptan {ACCEPTED}.",
                f"{path}: cannot be read ({why}); {ACCEPTED} are accepted.",
            )
        ]
    )


def decoded(raw: bytes) -> str:
    """Return a file's text: a byte order mark decides, then UTF-8, then what Excel writes in the West."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _text_table(text: str, ending: str) -> tuple[Line, ...]:
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:  # Excel's own mark
        return _parsed(rest, first.strip()[4], 2)
    candidates = "\t|" if ending in {".txt", ".md"} else _DELIMITERS
    delimiter = max(candidates, key=lambda each: _regularity(text, each))
    lines = _parsed(text, delimiter, 1)
    # In a text a line without any cell border is the prose around the table.
    return tuple(line for line in lines if len(line.cells) > 1) if candidates == "\t|" else lines


def _regularity(text: str, delimiter: str) -> int:
    """Say how much a text looks like a table: cells of the lines that are as wide as most."""
    head = "".join(text.splitlines(keepends=True)[:_PROBED])
    try:
        widths = [len(row) for row in csv.reader(io.StringIO(head, newline=""), delimiter=delimiter) if row]
    except csv.Error:
        return 0
    counts = {width: widths.count(width) for width in widths if width > 1}
    return max((count * (width - 1) for width, count in counts.items()), default=0)


def _parsed(text: str, delimiter: str, first: int) -> tuple[Line, ...]:
    stream = io.StringIO(text, newline="")
    if delimiter == "|":  # typed by hand: a quotation mark is one
        reader = csv.reader(stream, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    else:
        reader = csv.reader(stream, delimiter=delimiter)
    lines = []
    before = first
    for row in reader:
        cells = _without_frame(row) if delimiter == "|" else row
        if any(cell.strip() for cell in cells) and not _is_rule(cells):
            lines.append(Line("", before, tuple(unguarded(cell.strip(" ")) for cell in cells)))
        before = first + reader.line_num
    return tuple(lines)


def _without_frame(row: list[str]) -> list[str]:
    """Return the cells of "| a | b |" without the empty ones outside."""
    start = 1 if row and not row[0].strip() else 0
    end = len(row) - 1 if len(row) > 1 and not row[-1].strip() else len(row)
    return row[start:end]


def _is_rule(cells: Iterable[str]) -> bool:
    """Tell whether a line only draws: |---|:--:| or +-----+."""
    return all(not cell.strip(" -:=+_") for cell in cells)


def _xlsx(path: Path) -> tuple[Line, ...]:
    with zipfile.ZipFile(path) as packed:
        if sum(each.file_size for each in packed.infolist()) > _MOST_UNPACKED:
            raise ValueError("zip > 300 MB")
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    try:
        return tuple(
            Line(sheet.title, number, cells)
            for sheet in book.worksheets
            if sheet.sheet_state == "visible"
            for number, line in enumerate(sheet.iter_rows(values_only=True), 1)
            if any(cells := tuple(_text(cell) for cell in line))
        )
    finally:
        book.close()


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _by_headings(lines: tuple[Line, ...]) -> tuple[Row, ...]:
    filled = [line.cells for line in lines if sum(bool(cell) for cell in line.cells) > 1]
    if not filled:
        return ()
    heads, *rest = filled
    return tuple(dict(zip(heads, line, strict=False)) for line in rest)


def _yaml(path: Path, key: str) -> tuple[Row, ...]:
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    found = document.get(key) if isinstance(document, dict) else document
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise KeyError(f"{key}: [...]")
    return tuple(found)
