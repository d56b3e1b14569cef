"""The list of participants of a meeting as XLSX and CSV: bilingual heads, one row a person."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from mailbot.edges.documents.table import guarded

HEADS = (
    "Delegación / Delegation",
    "Nombre / Name",
    "Cargo / Position",
    "Institución / Institution",
    "Correo / E-mail",
    "Asistencia / Attendance",
    "Gastos a cargo de / Costs covered by",
)
WIDTHS = (24, 28, 30, 34, 32, 24, 30)
SHADES = {"to-be-confirmed": "FFF4E0", "waiting": "FBE3D6"}
HEAD_ROW = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its cells under HEADS, and the state it is shaded by."""

    cells: tuple[str, ...]
    state: str


def as_csv(rows: tuple[Row, ...]) -> bytes:
    """Return the list as CSV (RFC 4180), UTF-8 with a byte order mark; no cell is a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(HEADS)
    for row in rows:
        writer.writerow([guarded(cell) for cell in row.cells])
    return stream.getvalue().encode("utf-8-sig")


def as_xlsx(title: str, when: str, rows: tuple[Row, ...]) -> bytes:
    """Return the list as .xlsx: title and days above, a head that stays, states shaded and in words."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Participantes")
    for place, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = f"A{HEAD_ROW + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    _append(sheet, (title,), Font(name="Arial", size=14, bold=True), None, wrap=False)
    _append(sheet, (when,), Font(name="Arial", size=10), None, wrap=False)
    _append(sheet, HEADS, Font(name="Arial", size=10, bold=True), "E8EEF4")
    for row in rows:
        _append(sheet, row.cells, Font(name="Arial", size=10), SHADES.get(row.state))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _append(sheet: Worksheet, texts: tuple[str, ...], font: Font, shade: str | None, *, wrap: bool = True) -> None:
    """Texts are set by hand: openpyxl takes one that begins with "=" for a formula."""
    cells = []
    for text in texts:
        cell = WriteOnlyCell(sheet, value="")
        cell.value = "".join(c for c in text if c.isprintable() or c == "\n")
        cell.data_type = "s"
        cell.font = font
        cell.alignment = Alignment(wrap_text=wrap, vertical="top")
        if shade is not None:
            cell.fill = PatternFill("solid", fgColor=shade)
        cells.append(cell)
    sheet.append(cells)
