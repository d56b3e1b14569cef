"""Tables from files people keep: CSV, XLSX and YAML as rows of text."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import openpyxl
import yaml
from openpyxl.utils.exceptions import InvalidFileException

from mailbot.core.values import Bilingual, OperatorError

Row = Mapping[str, Any]
UNREADABLE = (OSError, BadZipFile, InvalidFileException, KeyError, yaml.YAMLError, csv.Error)


def rows_of(path: Path, key: str) -> tuple[Row, ...]:
    """Return the rows of a file by their headings; of a YAML document, the list under ``key``.

    Raises OperatorError for a file that cannot be read, with what would be accepted.
    """
    ending = path.suffix.lower()
    try:
        if ending == ".csv":
            return _csv(path)
        if ending == ".xlsx":
            return _xlsx(path)
        if ending in {".yaml", ".yml"}:
            return _yaml(path, key)
    except (
        OSError,
        BadZipFile,
        InvalidFileException,
        KeyError,
        yaml.YAMLError,
        csv.Error,
    ) as error:
        raise _unreadable(path, str(error)) from error
    raise _unreadable(path, ending or "?")


def _unreadable(path: Path, why: str) -> OperatorError:
    return OperatorError(
        [
            Bilingual(
                f"{path}: no se puede leer ({why}); se aceptan CSV, XLSX y YAML.",
                f"{path}: cannot be read ({why}); CSV, XLSX and YAML are accepted.",
            )
        ]
    )


def _csv(path: Path) -> tuple[Row, ...]:
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    # Excel in Spanish writes semicolons.
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    return tuple(csv.DictReader(io.StringIO(text), delimiter=delimiter))


def _xlsx(path: Path) -> tuple[Row, ...]:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    try:
        sheet = book.worksheets[0]
        lines = [[_text(cell) for cell in line] for line in sheet.iter_rows(values_only=True)]
    finally:
        book.close()
    filled = [line for line in lines if sum(bool(cell) for cell in line) > 1]
    if not filled:
        return ()
    heads, *rest = filled
    return tuple(dict(zip(heads, line, strict=False)) for line in rest)


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _yaml(path: Path, key: str) -> tuple[Row, ...]:
    document = yaml.safe_load(path.read_text(encoding="utf-8"))
    found = document.get(key) if isinstance(document, dict) else document
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise KeyError(f"{key}: [...]")
    return tuple(found)
