"""The contact list as XLSX: bilingual heads, typed cells, nothing that a sheet would calculate."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from mailbot.edges.documents.edition import TITLE, Edition, both, changes_title, clean, heading, issue, texts

WIDTHS = {
    "country": 15, "role": 12, "title": 11, "name": 22, "position": 24, "unit": 22, "institution": 25, "phone": 24,
    "mobile": 16, "fax": 16, "email": 27, "address": 25, "language": 10, "confirmed": 12,
}  # fmt: skip
HEAD_ROW = 3  # title, number and date stand above
PAPER = {"es": "9", "en": "1"}  # A4; Letter
_LEAST_LINE = 13.5  # points


def contact_list(edition: Edition, language: str) -> bytes:
    """Return the list as an .xlsx file; ``language`` is that of roles and country names."""
    book = Workbook(write_only=True)
    for style in _styles():
        book.add_named_style(style)
    sheet = book.create_sheet("Contactos" if language == "es" else "Contacts")
    _write_list(sheet, edition, language)
    if edition.changes:
        _write_changes(book.create_sheet("Cambios" if language == "es" else "Changes"), edition, language)
    book.properties.title = f"{both(TITLE)}. {both(edition.group)}"
    book.properties.language = language
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _styles() -> tuple[NamedStyle, ...]:
    top = Alignment(wrap_text=True, vertical="top", horizontal="left")
    line = Border(bottom=Side("hair", "A0A0A0"))
    fill = PatternFill("solid", fgColor="E8EEF4")
    font, bold = Font(name="Arial", size=10), Font(name="Arial", size=10, bold=True)
    return (
        NamedStyle("mailbot title", font=Font(name="Arial", size=14, bold=True)),
        NamedStyle("mailbot issue", font=font),
        NamedStyle("mailbot head", font=bold, fill=fill, alignment=top, border=line),
        NamedStyle("mailbot text", font=font, alignment=top, border=line, number_format="@"),
        NamedStyle("mailbot day", font=font, alignment=top, border=line, number_format="yyyy-mm-dd"),
    )


def _cell(sheet: Worksheet, value: str | date | None, style: str) -> Cell:
    """Return a typed cell: openpyxl takes a text that begins with "=" for a formula, so texts are set by hand."""
    cell: Cell = WriteOnlyCell(sheet)
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"
    cell.style = f"mailbot {style}"
    return cell


def _write_list(sheet: Worksheet, edition: Edition, language: str) -> None:
    columns = edition.columns
    widths = [WIDTHS[column] for column in columns]
    last = f"{get_column_letter(len(columns))}{len(edition.rows) + HEAD_ROW}"
    _lay_out(sheet, widths, last, language)
    sheet.auto_filter.ref = f"A{HEAD_ROW}:{last}"
    sheet.append([_cell(sheet, f"{both(TITLE)}: {clean(both(edition.group))}", "title")])
    sheet.row_dimensions[HEAD_ROW - 1].height = _LEAST_LINE * 1.5
    sheet.append([_cell(sheet, both(issue(edition)), "issue")])
    heads = [heading(column) for column in columns]
    sheet.row_dimensions[HEAD_ROW].height = _height(heads, [width - 2 for width in widths])  # room for the arrows
    sheet.append([_cell(sheet, head, "head") for head in heads])
    for number, row in enumerate(edition.rows, HEAD_ROW + 1):
        shown = texts(row, columns, language, "\n")
        sheet.row_dimensions[number].height = _height(shown, widths)
        sheet.append(
            [
                _cell(sheet, row.confirmed_on, "day") if column == "confirmed" else _cell(sheet, text, "text")
                for column, text in zip(columns, shown, strict=True)
            ]
        )


def _lay_out(sheet: Worksheet, widths: Sequence[int], last: str, language: str) -> None:
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = f"A{HEAD_ROW + 1}"
    sheet.print_area = f"A1:{last}"
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = PAPER[language]
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4  # inches
    sheet.page_margins.top, sheet.page_margins.bottom, sheet.page_margins.footer = 0.6, 0.8, 0.4
    if sheet.oddFooter is not None:
        sheet.oddFooter.right.text = "&P / &N"


def _height(cells: Sequence[str], widths: Sequence[int]) -> float:
    """Return a row's height in points: not every program finds it by itself."""
    lines = [
        sum(1 + int(len(line) * 1.05) // width for line in cell.split("\n"))
        for cell, width in zip(cells, widths, strict=True)
    ]
    return float(min(409, _LEAST_LINE * max(lines, default=1)))


def _write_changes(sheet: Worksheet, edition: Edition, language: str) -> None:
    _lay_out(sheet, (70, 70), f"B{len(edition.changes) + HEAD_ROW}", language)
    sheet.append([_cell(sheet, both(changes_title(edition)), "title")])
    sheet.append([_cell(sheet, both(issue(edition)), "issue")])
    sheet.append([_cell(sheet, "Español", "head"), _cell(sheet, "English", "head")])
    for each in edition.changes:
        sheet.append([_cell(sheet, clean(each.es), "text"), _cell(sheet, clean(each.en), "text")])
