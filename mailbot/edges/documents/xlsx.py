"""The contact list as XLSX: bilingual heads, typed cells, nothing that a sheet would calculate."""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from mailbot.core.letters.facts import ContactList, ListedContact
from mailbot.core.values import Bilingual

COLUMNS: tuple[tuple[Bilingual, int], ...] = (
    (Bilingual("País", "Country"), 18),
    (Bilingual("Función", "Role"), 14),
    (Bilingual("Tratamiento", "Title"), 10),
    (Bilingual("Nombre", "Name"), 28),
    (Bilingual("Cargo", "Position"), 32),
    (Bilingual("Dependencia", "Department"), 28),
    (Bilingual("Institución", "Institution"), 34),
    (Bilingual("Teléfono", "Telephone"), 24),
    (Bilingual("Celular", "Mobile"), 20),
    (Bilingual("Fax", "Fax"), 20),
    (Bilingual("Correo electrónico", "E-mail"), 34),
    (Bilingual("Dirección", "Address"), 40),
    (Bilingual("Confirmado", "Confirmed"), 13),
)


def contact_list(facts: ContactList, language: str) -> bytes:
    """Return the list as an .xlsx file; ``language`` is that of roles and country names."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Contactos" if language == "es" else "Contacts"
    for number, (head, width) in enumerate(COLUMNS, 1):
        cell = sheet.cell(1, number, f"{head.es} / {head.en}")
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E8EEF4")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.column_dimensions[get_column_letter(number)].width = width
    for place, row in enumerate(facts.rows, 2):
        _write(sheet, place, row, language)
    last = f"{get_column_letter(len(COLUMNS))}{len(facts.rows) + 1}"
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{last}"
    sheet.print_area = f"A1:{last}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write(sheet: Worksheet, place: int, row: ListedContact, language: str) -> None:
    texts = (
        row.participant.get(language),
        row.role.get(language),
        row.title,
        row.name,
        row.position,
        row.unit,
        row.institution,
        "\n".join(row.phone),
        "\n".join(row.mobile),
        "\n".join(row.fax),
        "\n".join(row.email),
        row.address,
    )
    for number, text in enumerate(texts, 1):
        cell = sheet.cell(place, number)
        # openpyxl takes a text that begins with "=" for a formula: the type is set by hand.
        cell.value = "".join(c for c in text if c.isprintable() or c == "\n")
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell = sheet.cell(place, len(COLUMNS))
    cell.value = row.confirmed_on
    cell.number_format = "yyyy-mm-dd"
    cell.alignment = Alignment(vertical="top")
