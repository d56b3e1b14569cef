"""The report's files, each opened with another program than the one that wrote it."""

from __future__ import annotations

import datetime as dt
import io
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from mailbot.cli import main
from mailbot.core.letters.parity import HalvesDiffer
from mailbot.core.report.facts import Goal, ReportFacts
from mailbot.core.report.kept import as_json, facts_from_json
from mailbot.core.report.paper import spans_of
from mailbot.core.report.writing import report as written
from mailbot.core.values import Attachment, Bilingual, OperatorError
from mailbot.edges.rulebook.report import load_report
from mailbot.work import programme_import, report
from tests import programme_paper as paper
from tests.conftest import need
from tests.town import STATES, Town, reply

ROOT = Path(__file__).parents[2]
PROGRAMME = ROOT / "mailbot/demo/data/programme.yaml"
HOSTILE = 'Se hizo <b>&amp; "todo"</b>\x07 con \u202e34 % y muylargo' + "muylargo" * 20


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> ReportFacts:
    """Eleven States, the adopted programme, a moved date and somebody's unruly words."""
    town = Town(tmp_path_factory.mktemp("town"))
    for code in STATES:
        town.state(code, phone=["+50224100000"])
    with town.house.engine.begin() as connection:
        paper = programme_import.read(town.house, town.md, PROGRAMME)
        programme_import.apply(town.house, connection, town.md, programme_import.plan(connection, town.md, paper).steps)
    town.hour += dt.timedelta(days=1)
    town.ask("activity-status", about="P003-08", due="2009-01-10")
    asked = town.opens("focal@hn.example")
    town.comes(reply(asked, "focal@hn.example", "Estado: pospuesta\nFecha: 15 de abril de 2009\n"))
    town.burn()
    town.hour = dt.datetime(2009, 1, 20, 16, tzinfo=dt.UTC)
    with town.house.engine.begin() as connection:
        found = report.gather(town.house, connection, town.md, dt.date(2009, 2, 5))
    town.close()
    return replace(found, goals=(_goal(),))


def _goal() -> Goal:
    title, unit = Bilingual("Cónsules capacitados", "Consuls trained"), Bilingual("personas", "people")
    day = dt.date(2009, 1, 16)
    return Goal("I-01", title, unit, "0", "120", "34", 28, dt.date(2009, 6, 30), day, "Registro")


def files(facts: ReportFacts, *languages: str) -> dict[str, Attachment]:
    group = type("G", (), {"key": "md"})()
    made = report.files(group, facts, languages or ("es", "en"))
    return {each.name.rpartition(".")[2]: each for each in made}


def text_of(file: Path) -> str:
    command = ["pdftotext", "-enc", "UTF-8", "-raw", str(file), "-"]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=60).stdout


def bare(text: str) -> str:
    """Without spaces and hyphens: lines and columns break words."""
    return re.sub(r"[\s-]+", "", text)


def assert_names_everything(said: str, facts: ReportFacts, language: str) -> None:
    found = bare(said)
    for each in facts.activities:
        assert bare(each.code) in found
        assert bare(each.title.get(language)) in found
    for state in facts.states:
        assert bare(state.get(language)) in found


def test_libreoffice_finds_every_state_and_activity_in_the_word_file(tmp_path: Path, facts: ReportFacts) -> None:
    need("libreoffice")
    need("poppler")
    (tmp_path / "report.docx").write_bytes(files(facts)["docx"].content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path), "report.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    said = text_of(tmp_path / "report.pdf")
    for language in ("es", "en"):
        assert_names_everything(said, facts, language)
    pages = said.split("\f")[:-1]
    assert bare(f"Página / Page 2 / {len(pages)}") in bare(pages[1])


def test_the_word_file_has_styles_heads_languages_and_no_empty_paragraph(facts: ReportFacts) -> None:
    document = docx.Document(io.BytesIO(files(facts)["docx"].content))
    styles = [each.style.name for each in document.paragraphs]
    assert styles.count("Title") == 2
    assert styles.count("Heading 1") == 2 * 8
    assert {"Heading 2", "Heading 3", "List Bullet"} <= set(styles)
    assert all(each.text.strip() for each in document.paragraphs)
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        alternative = table._tbl.tblPr.find(qn("w:tblCaption"))
        assert alternative is not None
        assert alternative.get(qn("w:val"))
    runs = document.element.body.findall(f".//{qn('w:r')}")
    tongues = [run.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:val")) for run in runs]
    assert set(tongues) == {"es-419", "en-GB"}
    assert document.core_properties.title.startswith("Informe de actividades / Report of activities. Grupo")
    assert document.core_properties.language == "es-419"


def test_a_calendar_in_spanish_is_marked_so_in_the_english_half(facts: ReportFacts) -> None:
    document = docx.Document(io.BytesIO(files(facts, "en")["docx"].content))
    found = {run.text: run for table in document.tables for row in table.rows for c in row.cells
             for p in c.paragraphs for run in p.runs}  # fmt: skip
    spoken = found["Permanente"]._r.rPr.find(qn("w:lang")).get(qn("w:val"))
    assert spoken == "es-419"
    assert document.core_properties.language == "en-GB"


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_pdf_names_everything_and_says_its_title(tmp_path: Path, facts: ReportFacts, language: str) -> None:
    need("poppler")
    file = tmp_path / "report.pdf"
    file.write_bytes(files(facts, language)["pdf"].content)
    said = text_of(file)
    assert_names_everything(said, facts, language)
    word = {"es": "Página", "en": "Page"}[language]
    pages = said.split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        assert f"{word} {number} / {len(pages)}" in page
    head = {"es": "Actividad Calendario Responsables", "en": "Activity Calendar Responsible"}[language]
    assert sum(head in " ".join(page.split()) for page in pages) >= 2
    info = subprocess.run(["pdfinfo", str(file)], capture_output=True, encoding="utf-8", check=True, timeout=60).stdout
    assert re.search(r"^Title: +Informe de actividades / Report of activities\. Grupo", info, re.MULTILINE)
    assert f"/Lang ({language})".encode() in file.read_bytes()


def test_the_same_facts_give_the_same_bytes_and_survive_json(facts: ReportFacts) -> None:
    again = facts_from_json(as_json(facts))
    assert again == facts
    assert report.hashes(files(facts).values()) == report.hashes(files(again).values())


def test_unruly_words_are_words(tmp_path: Path, facts: ReportFacts) -> None:
    need("poppler")
    moved = replace(facts.moved[0], why=HOSTILE)
    made = files(replace(facts, moved=(moved,)))
    file = tmp_path / "report.pdf"
    file.write_bytes(made["pdf"].content)
    assert bare('Se hizo <b>&amp; "todo"</b> con 34 % y muylargo' + "muylargo" * 20) in bare(text_of(file))
    document = docx.Document(io.BytesIO(made["docx"].content))
    assert any('<b>&amp; "todo"</b>' in c.text for t in document.tables for r in t.rows for c in r.cells)


def test_halves_that_differ_make_no_report(facts: ReportFacts) -> None:
    heading = replace(facts.heading, introduction=Bilingual("Son 3 temas.", "There are 4 themes."))
    with pytest.raises(HalvesDiffer, match="number only in Spanish: 3"):
        written(replace(facts, heading=heading))


def test_the_command_writes_files_and_a_final_report_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["init", str(tmp_path / "office")])
    config = ["--config", str(tmp_path / "office/mailbot.toml")]
    out = ["--output", str(tmp_path / "out")]
    assert main(["report", *config, *out, "--language", "en", "--format", "docx"]) == 0
    (written_file,) = (tmp_path / "out").iterdir()
    assert written_file.name.startswith("report-")
    assert docx.Document(str(written_file)).paragraphs[1].text == "Report of activities"
    assert main(["report", *config, *out, "--number", "7"]) == 1
    assert "7" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("audience: nobody", "audience: “nobody” is not known; use one of: officers, others"),
        ("addressees: [{group: zz}]", "addressees.0.group: “zz” is not known; use one of: md"),
        ("addressees: []", "addressees: the list is empty"),
        ("through: {es: La Red}", "through.en: is missing"),
    ],
)
def test_mistakes_in_the_rules_are_said_with_their_remedy(tmp_path: Path, line: str, said: str) -> None:
    key = line.partition(":")[0]
    shipped = (ROOT / "rules/report.yaml").read_text("utf-8")
    kept = re.sub(rf"^{key}:.*\n(?:[ -].*\n)*", "", shipped, flags=re.MULTILINE)
    (tmp_path / "report.yaml").write_text(f"{kept}\n{line}\n", "utf-8")
    with pytest.raises(OperatorError) as error:
        load_report(tmp_path / "report.yaml", ["officers", "others"] if key == "audience" else ["governments"], ["md"])
    assert any(said in problem.en for problem in error.value.problems)


def test_a_programme_in_one_language_only_is_shown_in_that_language_in_both_halves(tmp_path: Path) -> None:
    town = Town(tmp_path)
    town.state("GT")
    with town.house.engine.begin() as connection:
        read = programme_import.read(town.house, town.md, paper.word(tmp_path / "p.docx"))
        programme_import.apply(town.house, connection, town.md, programme_import.plan(connection, town.md, read).steps)
    with town.house.engine.begin() as connection:
        halves = written(report.gather(town.house, connection, town.md, dt.date(2009, 2, 5)))
    town.close()
    said = [[span for block in halves[half] for span in spans_of(block)] for half in ("es", "en")]
    for spans in said:
        (theme,) = [each for each in spans if each.text == "Migración y Salud"]
        assert theme.language == "es"
