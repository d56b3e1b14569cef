"""Programmes in other shapes than the first paper's: as ministries send them in Word and Excel."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from mailbot.core.programme.reading import Programme
from mailbot.work import programme_import
from tests.town import Town

FOUR = ["Tema", "Objetivo", "Actividad", "Calendario"]


@pytest.fixture
def read(small_town: Callable[..., Town]) -> Callable[[Path], Programme]:
    town = small_town()
    return lambda path: programme_import.read(town.house, town.pc, path)


def told(programme: Programme) -> list[tuple[str, str]]:
    """(title, "start…end") of every activity."""
    return [(each.title.es, f"{each.window.start or ''}…{each.window.end or ''}") for each in programme.drafts]


def fill(document, rows: list[list[str]], *, above: str = ""):
    if above:
        document.add_paragraph(above)
    table = document.add_table(rows=0, cols=len(rows[0]))
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text, *more = text.split("\n")
            for paragraph in more:
                cell.add_paragraph(paragraph)
    return table


def word(path: Path, rows: list[list[str]], change: Callable = lambda table: None) -> Path:
    document = docx.Document()
    change(fill(document, rows, above="Tegucigalpa, 19 de noviembre de 2008"))
    document.save(str(path))
    return path


def excel(path: Path, rows: list[list[object]], change: Callable = lambda sheet: None) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    change(book.active)
    book.save(path)
    return path


def test_two_languages_side_by_side_with_heading_and_empty_rows_on_each_page(read, tmp_path: Path) -> None:
    heading = ["N.º", "Actividad", "Activity", "Fecha / Date", "Responsable / Responsible"]
    rows = [
        ["PROGRAMA 2009 / PROGRAMME 2009", "", "", "", ""],
        heading,
        [
            "1",
            "Elaborar un diagnóstico",
            "Prepare a diagnosis",
            "15 de marzo de 2009 / 15 March 2009",
            "México / Mexico",
        ],
        ["", "", "", "", ""],
        ["2", "Celebrar un taller", "Hold a workshop", "Mayo de 2009\nMay 2009", "OIM / IOM; Panamá"],
        heading,
        ["3", "Publicar", "Publish", "2 de junio de 2009 / 3 June 2009", "ST / TS"],
        ["Total", "3", "3", "", ""],
    ]
    found = read(word(tmp_path / "a.docx", rows, lambda table: table.cell(0, 0).merge(table.cell(0, 4))))
    assert told(found) == [
        ("Elaborar un diagnóstico", "2009-03-15…2009-03-15"),
        ("Celebrar un taller", "2009-05-01…2009-05-31"),
        ("Publicar", "…"),  # the two languages name different days
    ]
    assert [(each.title.en, each.responsible) for each in found.drafts] == [
        ("Prepare a diagnosis", ("MX",)),
        ("Hold a workshop", ("OIM", "PA")),
        ("Publish", ("ST",)),
    ]
    assert len(found.doubts) == 1


@pytest.mark.parametrize(
    "text", ["Abrir un foro en línea / Open an online forum", "Abrir un foro\nOpen the online forum"]
)
def test_both_languages_in_one_cell_are_one_activity(read, tmp_path: Path, text: str) -> None:
    found = read(word(tmp_path / "a.docx", [["Actividad / Activity", "Fecha"], [text, "Mayo de 2009"]]))
    (draft,) = found.drafts
    assert draft.title.es.startswith("Abrir un foro")
    assert draft.title.en.startswith("Open")


def test_footnote_marks_struck_words_and_deleted_rows_are_not_read(read, tmp_path: Path) -> None:
    def change(table) -> None:
        raised = table.cell(1, 3).paragraphs[0].add_run("1")
        raised.font.superscript = True
        note = f"<w:r {nsdecls('w')}><w:footnoteReference w:id='2'/></w:r>"
        table.cell(1, 2).paragraphs[0]._p.append(parse_xml(note))
        table.cell(2, 3).paragraphs[0].runs[0].font.strike = True
        table.cell(2, 3).paragraphs[0].add_run(" 30 de abril de 2009")
        for paragraph in (cell.paragraphs[0]._p for cell in table.rows[3].cells):
            for run in paragraph.findall(qn("w:r")):
                gone = parse_xml(f"<w:del {nsdecls('w')} w:id='1' w:author='A'/>")
                paragraph.replace(run, gone)
                gone.append(run)

    rows = [
        FOUR,
        ["Salud", "Informar", "Revisar el manual", "tercer trimestre 2009"],
        ["", "", "Evaluar el foro", "15 de abril de 2009"],
        ["", "", "Actividad borrada", "Marzo de 2009"],
    ]
    found = read(word(tmp_path / "a.docx", rows, change))
    assert told(found) == [
        ("Revisar el manual", "2009-07-01…2009-09-30"),
        ("Evaluar el foro", "2009-04-30…2009-04-30"),
    ]
    assert found.doubts == ()


def test_a_table_for_each_theme_beneath_its_heading(read, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Programa de trabajo 2009", 1)
    for theme, activity in (("Tema 1. Protección", "Actividad A"), ("Eje temático II: Salud", "Actividad B")):
        document.add_heading(theme, 2)
        fill(document, [["Actividades", "Fecha"], [activity, "Mayo de 2009"]])
    document.add_paragraph("Tema de interés para todos los países de la región")
    fill(document, [["Actividades", "Fecha"], ["Actividad C", "Mayo de 2009"]])
    document.save(str(tmp_path / "a.docx"))
    themes = [each.theme.es for each in read(tmp_path / "a.docx").drafts]
    assert themes == ["Tema 1. Protección", "Eje temático II: Salud", ""]


def test_a_sheet_an_activity_with_labels_down_the_side(read, tmp_path: Path) -> None:
    document = docx.Document()
    outer = document.add_table(rows=1, cols=1).cell(0, 0)
    for title, when in (("Realizar un taller", "Marzo de 2009"), ("Publicar una guía", "Permanente")):
        rows = [("Actividad", title), ("Objetivo", "Capacitar"), ("Fecha", when), ("Responsable", "Honduras")]
        table = outer.add_table(rows=4, cols=2)
        for row, texts in zip(table.rows, rows, strict=True):
            row.cells[0].text, row.cells[1].text = texts
    document.save(str(tmp_path / "a.docx"))
    found = read(tmp_path / "a.docx")
    assert [(each.title.es, each.objective.es, each.responsible, each.window.kind) for each in found.drafts] == [
        ("Realizar un taller", "Capacitar", ("HN",), "period"),
        ("Publicar una guía", "Capacitar", ("HN",), "continuous"),
    ]


def hide_the_fifth(sheet) -> None:
    sheet.row_dimensions[5].hidden = True


def test_first_and_last_day_in_two_columns_of_a_workbook(read, tmp_path: Path) -> None:
    rows = [
        ["PLAN DE TRABAJO 2009"],
        ["Componente", "Actividad", "Fecha de inicio", "Fecha de término", "Responsable"],
        ["Salud", "Abrir", dt.date(2009, 1, 16), dt.date(2009, 2, 15), "HN"],
        [None, "Cerrar", "16/03/2009", "31/03/2009", "SV"],
        [None, "Oculta", dt.date(2009, 5, 1), dt.date(2009, 5, 2), "SV"],
        [None, "Publicar", "abril de 2009", "junio de 2009", "GT, HN"],
        [None, "Un día", dt.date(2009, 6, 2), dt.date(2009, 6, 2), "GT"],
        [None, "Sin fin", dt.date(2009, 6, 2), None, "GT"],
        [None, "Dudosa", "03/04/2009", "05/06/2009", "GT"],
        ["Total", 7],
    ]
    found = read(
        excel(tmp_path / "a.xlsx", rows, lambda sheet: sheet.row_dimensions.__getitem__(5).__setattr__("hidden", True))
    )
    assert told(found) == [
        ("Abrir", "2009-01-16…2009-02-15"),
        ("Cerrar", "2009-03-16…2009-03-31"),
        ("Publicar", "2009-04-01…2009-06-30"),
        ("Un día", "2009-06-02…2009-06-02"),
        ("Sin fin", "2009-06-02…"),
        ("Dudosa", "…"),
    ]
    assert {each.theme.es for each in found.drafts} == {"Salud"}
    said = [each.words.en for each in found.doubts]
    assert len(said) == 2
    assert "hidden rows that were not read: 5" in said[0]
    assert "write the month in words" in said[1]


def test_dates_as_numbers_and_texts_of_excel(read, tmp_path: Path) -> None:
    rows = [
        ["Actividad", "Fecha límite"],
        ["Número", 39829],
        ["Con hora", dt.datetime(2009, 3, 3, 15, 30)],
        ["Texto", "15-may-09"],
        ["Dos lecturas", "03/04/2009"],
        ["Actor", "Por conducto de la ST"],
    ]
    found = read(excel(tmp_path / "a.xlsx", rows))
    assert [each for _, each in told(found)] == ["…", "2009-03-03…2009-03-03", "2009-05-15…2009-05-15", "…", "…"]
    assert "day number of Excel (2009-01-16?)" in found.doubts[0].words.en
    assert len(found.doubts) == 3
