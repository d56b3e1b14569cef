"""Indicators with the programme: from YAML and Excel, shown, drawn."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path

import openpyxl
import pytest
from PIL import Image

from mailbot.cli import main
from mailbot.core.letters.compose import compose
from mailbot.core.message import parse
from mailbot.edges.documents.charts import progress_chart
from mailbot.edges.documents.grids import read_indicator_sheet, read_xlsx
from mailbot.edges.pages import Rendered

PROGRAMME = """\
programme: {id: P003, adopted_on: '2008-11-19'}
activities:
- {id: P003-01, activity_es: Taller, activity_en: Workshop, calendar_es: marzo de 2009, responsible: [GT]}
indicators:
- {code: I-01, name_es: Funcionarios capacitados, name_en: Officials trained, unit_es: personas, unit_en: people,
   baseline: 0, target: 200, due: diciembre de 2009, combine: sum}
- {code: I-02, name_es: Directorios, target: muchos}
- {code: I-03, unit_es: personas}
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert main(["init", str(tmp_path / "m")]) == 0
    monkeypatch.setenv("MAILBOT_CONFIG", str(tmp_path / "m" / "mailbot.toml"))
    return tmp_path


def test_from_yaml_shown_first_and_applied_when_told(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = place / "programme.yaml"
    file.write_text(PROGRAMME, encoding="utf-8")
    assert main(["import", "programme", str(file)]) == 0
    said = capfd.readouterr().out
    assert "“muchos” is no number; write 1500 or 12.5" in said
    assert "the name is missing; not imported" in said
    assert main(["show", "indicators", "--json"]) == 0
    assert json.loads(capfd.readouterr().out) == []
    assert main(["import", "programme", str(file), "--apply"]) == 0
    capfd.readouterr()
    assert main(["show", "indicators", "--json"]) == 0
    first, second = json.loads(capfd.readouterr().out)
    assert (first["code"], first["target"], first["due"], first["value"]) == ("I-01", 200, "2009-12-31", None)
    assert (second["code"], second["name"]["en"], second["target"]) == ("I-02", "Directorios", None)
    assert main(["import", "programme", str(file)]) == 0
    assert "unchanged  I-01" in capfd.readouterr().out


def test_a_sheet_of_indicators_is_no_table_of_activities(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Código", "Actividad", "Calendario"])
    book.active.append(["P003-01", "Taller", "marzo de 2009"])
    sheet = book.create_sheet("Indicadores")
    sheet.append(["Código", "Indicador", "Unidad", "Línea base", "Meta", "Hasta"])
    sheet.append(["I-01", "Funcionarios capacitados", "personas", 0, 200, dt.datetime(2009, 12, 31)])
    path = tmp_path / "programme.xlsx"
    book.save(path)
    assert len(read_xlsx(path).tables) == 1
    (row,) = read_indicator_sheet(path)
    assert (row["Meta"], row["Hasta"], row["Línea base"]) == ("200", "2009-12-31", "0")


def test_the_matrix_on_the_command_line(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "requests", "--matrix", "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["rounds"] == []
    assert main(["show", "letters", "--matrix"]) == 2
    assert "--matrix belongs to" in capfd.readouterr().err


def test_the_chart_is_the_same_for_the_same_numbers() -> None:
    rows = [("I-01", 17), ("I-02", 109), ("I-03", -5)]
    first, second = progress_chart(rows), progress_chart(rows)
    assert first is not None
    assert first == second
    picture = Image.open(io.BytesIO(first.content)).convert("RGB")
    assert picture.width == 960
    colours = {colour for _, colour in picture.getcolors(1 << 24)}
    assert {(0x12, 0x35, 0x5B), (0x1F, 0x6F, 0x4A)} <= colours  # one below the target, one beyond
    assert progress_chart([]) is None


def test_a_picture_travels_with_the_html_half() -> None:
    chart = progress_chart([("I-01", 17)])
    assert chart is not None
    rendered = Rendered("Resumen", "Texto", '<p>Texto</p><img src="cid:indicators.png" alt="I-01 17 %">')
    raw = compose(
        rendered,
        message_id="x@crm.example",
        from_address="g@crm.example",
        from_name="Grupo",
        to="a@gt.example",
        to_name="Ana",
        date=dt.datetime(2009, 1, 5, tzinfo=dt.UTC),
        kind="digest",
        is_answer=False,
        pictures=(chart,),
    )
    assert b'Content-Type: multipart/related; boundary="' in raw
    assert b"Content-ID: <indicators.png>" in raw
    (found,) = parse(raw).attachments
    assert (found.name, found.content) == ("indicators.png", chart.content)
