"""Two kinds of paper, imported from Word and compared with what a person reads in them, field by field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml

from mailbot.core.programme.compare import Plan
from mailbot.work import programme_import
from tests import programme_paper as paper
from tests.town import Town

PAPERS = Path(__file__).parents[1] / "papers"
SILENT: Mapping[str, Any] = {
    "start": None,
    "end": None,
    "tentative": False,
    "responsible": [],
    "partners": [],
    "place": "",
    "depends_on": [],
}


def read(town: Town, path: Path) -> tuple[Plan, str]:
    programme = programme_import.read(town.house, town.pc, path)
    with town.house.engine.begin() as connection:
        plan = programme_import.plan(connection, town.pc, programme, town.house.today(town.pc))
    return plan, str(programme.adopted)


def understood(values: Mapping[str, Any]) -> dict[str, Any]:
    found = {key: values[key] for key in ("kind", *SILENT)}
    return {key: value.isoformat() if key in {"start", "end"} and value else value for key, value in found.items()}


def test_the_work_programme_field_by_field(small_town: Callable[..., Town], tmp_path: Path) -> None:
    wanted = yaml.safe_load((PAPERS / "programme.yaml").read_text("utf-8"))
    plan, adopted = read(small_town(), paper.word(tmp_path / "p.docx"))
    assert adopted == "2008-11-19"
    got = [{"code": step.code, **understood(step.values)} for step in plan.steps]
    assert got == [{"code": each["code"], **SILENT, **each} for each in wanted]
    said = [each for row in paper.ROWS for each in (row, *row.get("milestones", ()))]
    assert [step.title.es for step in plan.steps] == [each.get("activity_es") or each["text_es"] for each in said]
    assert [step.values["calendar_text"] for step in plan.steps] == [each.get("calendar_es") or "" for each in said]


def mandates(path: Path, document: Mapping[str, Any]) -> Path:
    """A paper of mandates as a table of three columns."""
    word = docx.Document()
    word.add_paragraph(document["above"])
    table = word.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("ACTIVIDADES", "CALENDARIO", "RESPONSABLES"), strict=True):
        cell.text = text
    for row in document["rows"]:
        for cell, key in zip(table.add_row().cells, ("activity", "calendar", "who"), strict=True):
            cell.text = row[key]
    word.save(str(path))
    return path


@pytest.mark.parametrize("number", range(3))
def test_mandates_field_by_field(small_town: Callable[..., Town], tmp_path: Path, number: int) -> None:
    document = yaml.safe_load((PAPERS / "mandates.yaml").read_text("utf-8"))[number]
    plan, adopted = read(small_town(), mandates(tmp_path / "m.docx", document))
    assert adopted == document["adopted"]
    assert [step.title.es for step in plan.steps] == [row["activity"] for row in document["rows"]]
    for step, row in zip(plan.steps, document["rows"], strict=True):
        wanted = {**SILENT, **row["expected"]}
        wanted["depends_on"] = [f"PC-{place:02d}" for place in wanted["depends_on"]]
        got = understood(step.values)
        assert {key: got[key] for key in ("kind", "start", "end", "responsible", "depends_on")} == {
            key: wanted[key] for key in ("kind", "start", "end", "responsible", "depends_on")
        }, row["activity"]
        assert step.values["calendar_text"] == row["calendar"]
