"""The work programme of 19 November 2008, shaped as it was typed, in the formats people keep.

The words come from the demo's own data; how they stand in merged cells is written here.
"""

from __future__ import annotations

import csv
from itertools import groupby
from pathlib import Path

import docx
import openpyxl
import yaml

ROWS = yaml.safe_load(Path("mailbot/demo/data/programme.yaml").read_text("utf-8"))["activities"]
ABOVE = (
    "CONFERENCIA REGIONAL SOBRE MIGRACIÓN (CRM)",
    "PROGRAMA DE TRABAJO PARA LA RED DE FUNCIONARIOS DE ENLACE DE PROTECCIÓN CONSULAR",
    "Tegucigalpa, Honduras, 19 de noviembre de 2008",
)
HEADINGS = ("TEMAS", "OBJETIVOS", "ACTIVIDADES", "CALENDARIO")
# A blank line stands before these, as in the paper.
APART = {"P003-02", "P003-03", "P003-13", "P003-14", "P003-18"}
GUIDELINES = (
    "Remitir insumos al borrador existente por parte de los países, al 16 de enero de 2009. ",
    "Elaborar y compartir un segundo borrador de discusión. Febrero 2009",
    "",
    "Reunión de discusión del documento en México. ",
    "",
    "Marzo 2009",
)
Cells = tuple[str, str, list[str], list[str]]


def rows() -> list[Cells]:
    """The table: theme, objective, paragraphs of activities, paragraphs of the calendar."""
    found = []
    for (theme, objective), group in groupby(ROWS, key=lambda row: (row["theme_es"], row["objective_es"])):
        activities: list[str] = []
        calendar: list[str] = []
        for row in group:
            gap = [""] if row["id"] in APART else []
            activities += [*gap, row["activity_es"]]
            said = _calendar(row)
            if said and calendar[-1:] != said:  # «Permanente» stands once for two
                calendar += ([] if row["id"] == "P003-18" else gap) + said
        found.append((theme, objective, activities, calendar))
    return found


def _calendar(row: dict) -> list[str]:
    if row["id"] == "P003-05":
        return list(GUIDELINES)
    if row["id"] == "P003-12":
        place, _, when = row["calendar_es"].partition(". ")
        return [place + ".", when]
    return [row["calendar_es"]] if row.get("calendar_es") else []


def word(path: Path, *, repeated: bool = True) -> Path:
    """The paper as a Word file: themes merged down, the heading repeated where a page ends."""
    document = docx.Document()
    for line in ABOVE:
        document.add_paragraph(line)
    table = document.add_table(rows=1, cols=4)
    _fill(table.rows[0].cells, [[each] for each in HEADINGS])
    above = None
    for number, (theme, objective, activities, calendar) in enumerate(rows()):
        if repeated and number == 3:
            _fill(table.add_row().cells, [[each] for each in HEADINGS])
            above = None
        cells = table.add_row().cells
        same = above is not None and above.text == theme
        _fill(cells, [[""] if same else [theme], [objective], activities, calendar])
        above = above.merge(cells[0]) if same else cells[0]
        while same and above.paragraphs[-1].text == "":
            above._tc.remove(above.paragraphs[-1]._p)
    document.save(str(path))
    return path


def _fill(cells, texts) -> None:
    for cell, paragraphs in zip(cells, texts, strict=True):
        cell.text = paragraphs[0]
        for paragraph in paragraphs[1:]:
            cell.add_paragraph(paragraph)


def sheet(path: Path) -> Path:
    """The same as a workbook: title lines above, themes merged down."""
    book = openpyxl.Workbook()
    page = book.active
    for line in (*[[each] for each in ABOVE], list(HEADINGS)):
        page.append(line)
    first = page.max_row + 1
    for theme, objective, activities, calendar in rows():
        page.append([theme, objective, "\n".join(activities), "\n".join(calendar)])
    for _, places in groupby(range(first, page.max_row + 1), key=lambda row: page.cell(row, 1).value):
        run = list(places)
        page.merge_cells(start_row=run[0], end_row=run[-1], start_column=1, end_column=1)
    book.save(path)
    return path


def plain(path: Path, *, delimiter: str = ";", encoding: str = "utf-8-sig") -> Path:
    """The same as CSV: a theme stands once, blank beneath."""
    with path.open("w", encoding=encoding, newline="") as stream:
        writer = csv.writer(stream, delimiter=delimiter)
        writer.writerows([[each] for each in ABOVE])
        writer.writerow(HEADINGS)
        above = ""
        for theme, objective, activities, calendar in rows():
            said = "" if theme == above else theme
            writer.writerow([said, objective, "\n".join(activities), "\n".join(calendar)])
            above = theme
    return path
