"""``mailbot import programme`` from files as people keep them: Word, Excel, CSV, YAML."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from sqlalchemy import select

from mailbot.cli import main
from mailbot.core.programme.reading import Programme
from mailbot.core.values import OperatorError
from mailbot.edges.documents.docx_tables import read_docx
from mailbot.edges.documents.grids import read_csv, read_xlsx
from mailbot.edges.store import ledger
from mailbot.edges.store.tables import history
from mailbot.work import programme_import
from tests import programme_paper as paper
from tests.conftest import need
from tests.town import Town

NO_DATE = {"undated", "undecided"}


@pytest.fixture
def small(small_town: Callable[..., Town]) -> Town:
    return small_town()


def expected() -> list[tuple[str, str | None, str | None, bool, bool]]:
    """Title, start, end, dated, tentative of the 19 activities and 3 milestones."""
    return [
        (
            row.get("activity_es") or row["text_es"],
            row.get("start"),
            row.get("end"),
            row["kind"] != "undated",
            bool(row.get("tentative")),
        )
        for each in paper.ROWS
        for row in (each, *each.get("milestones", ()))
    ]


def got(programme: Programme) -> list[tuple[str, str | None, str | None, bool, bool]]:
    return [
        (
            each.title.es,
            each.window.start.isoformat() if each.window.start else None,
            each.window.end.isoformat() if each.window.end else None,
            each.window.kind not in NO_DATE,
            each.window.tentative,
        )
        for draft in programme.drafts
        for each in (draft, *draft.milestones)
    ]


def through_libreoffice(path: Path) -> Path:
    """Word → OpenDocument → Word, written by LibreOffice."""
    need("libreoffice")
    for ending in ("odt", "docx"):
        out = path.parent / ending
        profile = f"-env:UserInstallation=file://{path.parent}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(out), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        path = path.parent / ending / f"{path.stem}.{ending}" if ending == "odt" else out / f"{path.stem}.docx"
    return path


WRITERS = {
    "word": lambda folder: paper.word(folder / "p.docx"),
    "word without repeated headings": lambda folder: paper.word(folder / "p.docx", repeated=False),
    "word by LibreOffice": lambda folder: through_libreoffice(paper.word(folder / "p.docx")),
    "excel": lambda folder: paper.sheet(folder / "p.xlsx"),
    "csv of Excel in Spanish": lambda folder: paper.plain(folder / "p.csv", encoding="cp1252"),
    "csv with commas": lambda folder: paper.plain(folder / "p.csv", delimiter=","),
    "csv with tabs in UTF-16": lambda folder: paper.plain(folder / "p.csv", delimiter="\t", encoding="utf-16"),
    "yaml": lambda folder: Path("mailbot/demo/data/programme.yaml"),
}


@pytest.mark.parametrize("writer", WRITERS.values(), ids=list(WRITERS))
def test_the_paper_gives_its_19_activities_and_3_milestones(small: Town, tmp_path: Path, writer) -> None:
    programme = programme_import.read(small.house, small.pc, writer(tmp_path))
    assert programme.adopted == dt.date(2008, 11, 19)
    assert got(programme) == expected()
    assert (len(programme.drafts), sum(len(each.milestones) for each in programme.drafts)) == (19, 3)
    assert [(each.theme.es, each.objective.es) for each in programme.drafts] == [
        (row["theme_es"], row["objective_es"]) for row in paper.ROWS
    ]


def test_what_the_paper_leaves_open_is_said(small: Town, tmp_path: Path) -> None:
    programme = programme_import.read(small.house, small.pc, paper.word(tmp_path / "p.docx"))
    said = [each.words.en for each in programme.doubts]
    assert sum("activities and" in words for words in said) == 2
    assert sum("only says who" in words for words in said) == 3
    origins = {each.title.es[:20]: each.origin for each in programme.drafts}
    assert origins["El Gobierno de Méxic"] == "proposed"
    assert origins["Actualización de fun"] == "inherited"
    workshop = programme.drafts[7]
    assert (workshop.partners, workshop.place) == (("RROCM",), "Honduras")


def bring(town: Town, path: Path):
    """Import and apply; returns the plan."""
    programme = programme_import.read(town.house, town.pc, path)
    with town.house.engine.begin() as connection:
        plan = programme_import.plan(connection, town.pc, programme)
        programme_import.apply(town.house, connection, town.pc, plan.steps)
    return plan


def on_record(town: Town):
    with town.house.engine.begin() as connection:
        return {each.code: each for each in ledger.all_activities(connection, "pc")}


def test_importing_again_from_any_format_changes_nothing(town: Town, tmp_path: Path) -> None:
    first = bring(town, paper.word(tmp_path / "p.docx"))
    assert [step.code for step in first.steps][:6] == ["PC-01", "PC-02", "PC-03", "PC-04", "PC-05", "PC-05a"]
    record = on_record(town)
    assert len(record) == 22
    assert record["PC-05b"].depends_on == ("PC-05a",)
    assert record["PC-10"].origin == "proposed"
    for path in (tmp_path / "p.docx", paper.sheet(tmp_path / "p.xlsx"), paper.plain(tmp_path / "p.csv")):
        again = bring(town, path)
        assert (again.count("same"), len(again.steps)) == (22, 22)
    assert on_record(town) == record


def test_the_paper_over_our_own_data_keeps_codes_translations_and_inferences(small: Town, tmp_path: Path) -> None:
    bring(small, Path("mailbot/demo/data/programme.yaml"))
    record = on_record(small)
    plan = bring(small, paper.word(tmp_path / "p.docx"))
    assert (plan.count("same"), len(plan.steps)) == (22, 22)
    assert on_record(small) == record


def test_a_newer_version_is_shown_as_a_comparison_and_the_old_date_kept_in_the_history(
    town: Town, tmp_path: Path
) -> None:
    bring(town, paper.plain(tmp_path / "p.csv"))
    text = (tmp_path / "p.csv").read_text("utf-8-sig")
    text = text.replace("Primera semana del mes de febrero de 2009.", "Segunda semana de marzo de 2009.")
    text = text.replace("Participación de la RROCM en las reuniones de esta Red.", "Elegir un emblema nuevo")
    (tmp_path / "p.csv").write_text(text, "utf-8")
    plan = bring(town, tmp_path / "p.csv")
    assert [(step.state, step.code) for step in plan.steps if step.state != "same"] == [
        ("new", "PC-20"),
        ("changed", "PC-19"),
        ("gone", "PC-06"),
    ]
    record = on_record(town)
    assert record["PC-19"].end == dt.date(2009, 3, 14)
    assert record["PC-06"].title.es.startswith("Participación")
    with town.house.engine.begin() as connection:
        rows = connection.execute(select(history).where(history.c.subject_id == record["PC-19"].id)).all()
    moved = {row.field: (row.before, row.after) for row in rows if row.field != "code"}
    assert moved["end"] == ("2009-02-07", "2009-03-14")
    assert moved["calendar_text"][0] == "Primera semana del mes de febrero de 2009."


# --- the command --------------------------------------------------------------------------


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert main(["init", str(tmp_path / "m")]) == 0
    monkeypatch.setenv("MAILBOT_CONFIG", str(tmp_path / "m" / "mailbot.toml"))
    return tmp_path


def test_preview_shows_doubts_first_then_activities_then_counts(place: Path, capfd) -> None:
    file = str(paper.word(place / "p.docx"))
    assert main(["import", "programme", file]) == 0
    shown = capfd.readouterr()
    lines = shown.out.splitlines()
    assert lines[0] == "Doubts (7)"
    assert "Nothing has been changed" in shown.err
    assert lines[-1] == "22 new, 0 changed, 0 unchanged, 0 gone (kept), 7 doubts"
    (line,) = [line for line in lines if "MD-10 " in line]
    assert line.split()[:6] == ["new", "MD-10", "2009-01-16", "–", "2009-01-31", "?"]
    place_of = {line.split()[1]: number for number, line in enumerate(lines) if line.startswith("new ")}
    assert lines[place_of["MD-08"] + 1] == "    partners: RNCOM; place: Honduras"
    assert lines[place_of["MD-09"] + 1].startswith(
        "    responsible: States of Central America, Dominican Republic; place"
    )
    assert lines[place_of["MD-12"] + 1].endswith("depends on: MD-11")
    assert lines[-3].startswith("? beside a date: it is proposed")
    main(["show", "activities", "--json"])
    assert json.loads(capfd.readouterr().out) == []
    assert main(["import", "programme", file, "--apply"]) == 0
    capfd.readouterr()
    main(["show", "activities", "--json"])
    rows = {row["code"]: row for row in json.loads(capfd.readouterr().out)}
    assert (rows["MD-08"]["place"], rows["MD-08"]["partners"], rows["MD-08"]["origin"]) == (
        "Honduras",
        ["RROCM"],
        "proposed",
    )


def test_preview_speaks_spanish_and_says_before_and_after(place: Path, capfd, monkeypatch: pytest.MonkeyPatch) -> None:
    file = place / "p.csv"
    file.write_text("Actividad;Calendario\nHacer una lista;16 de enero de 2009\n", "cp1252")
    main(["import", "programme", str(file), "--apply"])
    file.write_text("Actividad;Calendario\nHacer una lista;20 de enero de 2009\n", "cp1252")
    capfd.readouterr()
    monkeypatch.setenv("LC_ALL", "es_GT.UTF-8")
    assert main(["import", "programme", str(file)]) == 0
    out = capfd.readouterr().out
    assert "cambia     MD-01" in out
    assert "termina: 2009-01-16 → 2009-01-20" in out


@pytest.mark.parametrize("name", ["x.docx", "x.xlsx", "x.yaml", "x.odt", "missing.docx"])
def test_a_file_that_cannot_be_read_is_refused_with_the_remedy(place: Path, capfd, name: str) -> None:
    if name.startswith("x"):
        (place / name).write_bytes(b"\x00nonsense: [")
    assert main(["import", "programme", str(place / name)]) == 2
    assert "DOCX, XLSX, CSV and YAML are accepted" in capfd.readouterr().err


def test_rules_of_an_older_folder_and_broken_ones(place: Path, capfd) -> None:
    rules = place / "m" / "rules" / "programme.yaml"
    words = rules.read_text("utf-8")
    rules.unlink()
    assert main(["show", "activities", "--json"]) == 0
    rules.write_text(words.replace("ST: [", "ST: [IOM, "), "utf-8")
    assert main(["show", "activities", "--json"]) == 2
    assert "programme.yaml: actors." in capfd.readouterr().err


# --- Word's own ways ----------------------------------------------------------------------


def small_word(path: Path, change: Callable[[docx.table.Table], None]) -> Path:
    document = docx.Document()
    grid = document.add_table(rows=3, cols=3)
    for number, row in enumerate(grid.rows):
        for place, cell in enumerate(row.cells):
            cell.text = f"{number}{place}"
    change(grid)
    document.save(str(path))
    return path


def texts(path: Path) -> list[list[str]]:
    (grid,) = read_docx(path).tables
    return [[cell.text for cell in row] for row in grid.rows]


def test_cells_merged_across_and_down_share_their_origin(tmp_path: Path) -> None:
    path = small_word(tmp_path / "a.docx", lambda grid: grid.cell(0, 0).merge(grid.cell(1, 1)))
    (grid,) = read_docx(path).tables
    assert {grid.rows[row][place].origin for row in (0, 1) for place in (0, 1)} == {(0, 0)}
    assert grid.rows[1][2].origin == (1, 2)
    assert grid.rows[0][0].lines == ("00", "01", "10", "11")


def test_tracked_changes_content_controls_and_soft_breaks_read_as_a_person_sees_them(tmp_path: Path) -> None:
    def change(grid: docx.table.Table) -> None:
        paragraph = grid.cell(0, 0).paragraphs[0]._p
        for tag, inner in (("w:ins", "w:t"), ("w:del", "w:delText")):
            paragraph.append(
                parse_xml(
                    f"<{tag} {nsdecls('w')} w:id='1' w:author='A'><w:r><{inner}>{tag[2:]}</{inner}></w:r></{tag}>"
                )
            )
        grid.cell(0, 1).text = "enero\nmarzo"
        control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
        row = grid.rows[1]._tr
        row.addprevious(control)
        control.append(content)
        content.append(row)

    path = small_word(tmp_path / "a.docx", change)
    (grid,) = read_docx(path).tables
    assert grid.rows[0][0].lines == ("00ins",)
    assert grid.rows[0][1].lines == ("enero", "marzo")
    assert [row[0].text for row in grid.rows] == ["00ins", "10", "20"]


def test_a_row_that_begins_inside_the_grid_keeps_its_columns(tmp_path: Path) -> None:
    def change(grid: docx.table.Table) -> None:
        row = grid.rows[1]._tr
        row.remove(row.findall(qn("w:tc"))[0])
        properties = row.get_or_add_trPr()
        before = OxmlElement("w:gridBefore")
        before.set(qn("w:val"), "1")
        properties.append(before)

    assert texts(small_word(tmp_path / "a.docx", change)) == [["00", "01", "02"], ["", "11", "12"], ["20", "21", "22"]]


def test_items_of_a_list_are_items_even_in_small_letters(small: Town, tmp_path: Path) -> None:
    def change(grid: docx.table.Table) -> None:
        grid.cell(0, 0).text, grid.cell(0, 1).text, grid.cell(0, 2).text = "Actividad", "Calendario", "Tema"
        grid.cell(1, 0).text, grid.cell(1, 2).text = "elaborar una lista", "Salud"
        grid.cell(1, 0).add_paragraph("publicar la lista")
        grid.cell(1, 1).text = "Enero de 2009\nMarzo de 2009"
        for paragraph in (*grid.cell(1, 0).paragraphs, *grid.cell(1, 2).paragraphs):
            paragraph._p.get_or_add_pPr()._add_numPr()

    programme = programme_import.read(small.house, small.pc, small_word(tmp_path / "a.docx", change))
    assert [(each.title.es, each.window.end, each.theme.es) for each in programme.drafts[:2]] == [
        ("elaborar una lista", dt.date(2009, 1, 31), "Salud"),
        ("publicar la lista", dt.date(2009, 3, 31), "Salud"),
    ]


def test_a_table_in_a_cell_is_lines_of_the_cell_and_a_table_of_its_own(tmp_path: Path) -> None:
    def change(grid: docx.table.Table) -> None:
        inner = grid.cell(1, 2).add_table(rows=2, cols=2)
        for cell, text in zip(inner._cells, ("Insumos", "Enero", "Borrador", "Marzo"), strict=True):
            cell.text = text

    (grid,) = read_docx(small_word(tmp_path / "a.docx", change)).tables
    assert [line for line in grid.rows[1][2].lines if line] == ["12", "Insumos. Enero", "Borrador. Marzo"]
    assert grid.inner[0].rows[0][1].text == "Enero"


def test_a_file_that_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mailbot.edges.documents.docx_tables.MAXIMUM_BYTES", 1000)
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as package:
        package.writestr("word/document.xml", "x" * 1001)
    with pytest.raises(ValueError, match="too large"):
        read_docx(tmp_path / "a.docx")


# --- sheets -------------------------------------------------------------------------------


def test_dates_of_a_workbook_are_days_and_hidden_sheets_are_not_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Actividad", "Fecha", "N.º"])
    book.active.append(["Uno", dt.datetime(2009, 1, 16), 3.0])
    book.create_sheet("x").sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    (grid,) = read_xlsx(tmp_path / "a.xlsx").tables
    assert [cell.text for cell in grid.rows[1]] == ["Uno", "2009-01-16", "3"]


def test_the_delimiter_is_the_one_that_makes_rows_of_one_width(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Actividad;Fecha\nUno, dos, tres;Enero, 2009\nCuatro, cinco;x\n", "utf-8")
    (grid,) = read_csv(path).tables
    assert [[cell.text for cell in row] for row in grid.rows][1] == ["Uno, dos, tres", "Enero, 2009"]


def test_yaml_without_activities_is_refused(small: Town, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("people: []\n")
    with pytest.raises(OperatorError, match=r"activities"):
        programme_import.read(small.house, small.pc, tmp_path / "a.yaml")
