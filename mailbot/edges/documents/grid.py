"""Any list as CSV or XLSX: bilingual heads, cells that are text and never calculated."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from mailbot.core.values import Bilingual
from mailbot.edges.documents.edition import both, clean
from mailbot.edges.documents.table import guarded

WIDTH = 26


def comma_separated(
    _title: Bilingual, heads: Sequence[Bilingual], rows: Sequence[Sequence[str]], _language: str
) -> bytes:
    """Return a list as CSV (RFC 4180), UTF-8 with a byte order mark."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(both(head) for head in heads)
    for row in rows:
        writer.writerow(guarded(clean(cell)) for cell in row)
    return stream.getvalue().encode("utf-8-sig")


def workbook(title: Bilingual, heads: Sequence[Bilingual], rows: Sequence[Sequence[str]], language: str) -> bytes:
    """Return a list as an .xlsx file with its heads fixed and filters on them."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(clean(title.get(language)).translate({ord(sign): " " for sign in "[]:*?/\\"})[:31])
    for number in range(1, len(heads) + 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTH
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{len(rows) + 1}"
    sheet.append([_cell(sheet, both(head), bold=True) for head in heads])
    for row in rows:
        sheet.append([_cell(sheet, clean(cell)) for cell in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _cell(sheet: Worksheet, text: str, *, bold: bool = False) -> Cell:
    """Return a cell of text: openpyxl takes one that begins with "=" for a formula."""
    cell: Cell = WriteOnlyCell(sheet)
    cell.value, cell.data_type = text, "s"
    cell.number_format = "@"
    cell.font = Font(name="Arial", size=10, bold=bold)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell
