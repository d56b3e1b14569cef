"""An imported paper moves a date on which open requests hang: previewed, then moved and told once."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

import pytest
import yaml

from mailbot.cli.programme import import_programme
from mailbot.edges.store import ledger
from tests.town import Town, reply, words

HN, US, GT = "focal@hn.example", "focal@us.example", "focal@gt.example"


def brought(town: Town, path: Path, end: str, *, apply: bool) -> None:
    row = {"code": "P003-08", "title_es": "Taller", "title_en": "Workshop", "start": "2009-02-01", "end": end}
    path.write_text(yaml.safe_dump({"activities": [row]}), encoding="utf-8")
    assert import_programme(town.house, town.md, argparse.Namespace(file=path, apply=apply)) == 0
    town.deliver()


def dues(town: Town) -> dict[str, dt.date | None]:
    with town.house.engine.begin() as connection:
        return {each.participant.code: each.due for each in ledger.requests_where(connection, "md")}


def asked(town: Town, path: Path) -> None:
    for code in ("GT", "HN", "US"):
        town.state(code)
    brought(town, path, "2009-02-28", apply=True)
    town.ask("activity-status", about="P003-08", due="2009-02-28", only=("HN", "GT"))
    town.ask("activity-status", about="P003-08", due="2009-02-20", only=("US",))  # a day of its own
    assert town.comes(reply(town.opens(GT), GT, "P003-08: en proceso\n")) == "applied"
    town.burn()


def test_the_preview_says_it_and_the_import_moves_what_is_open(
    town: Town, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "paper.yaml"
    asked(town, path)
    brought(town, path, "2009-03-31", apply=False)
    told = capfd.readouterr().out
    assert "2009-02-28 → 2009-03-31" in told
    assert (
        told.count("→ 2009-03-31  P003-08") == 1
    )  # Honduras alone: Guatemala answered, the United States have their own day
    assert not town.unread()
    brought(town, path, "2009-03-31", apply=True)
    assert dues(town) == {"HN": dt.date(2009, 3, 31), "US": dt.date(2009, 2, 20), "GT": dt.date(2009, 2, 28)}
    letter = town.opens(HN)
    assert letter.header("x-mailbot-letter") == "deadline"
    assert "31 de marzo de 2009" in words(letter)
    assert not town.unread()
    brought(town, path, "2009-03-31", apply=True)
    assert not town.unread()


def test_reminders_are_planned_anew(town: Town, tmp_path: Path) -> None:
    path = tmp_path / "paper.yaml"
    asked(town, path)
    brought(town, path, "2009-03-31", apply=True)
    town.burn()
    town.hour = dt.datetime(2009, 2, 26, 16, tzinfo=dt.UTC)  # two days before the old one
    town.later(hours=0)
    kinds = [town.opens(HN).header("x-mailbot-letter") for _ in range(town.unread().get(HN, 0))]
    assert "reminder" not in kinds
    town.hour = dt.datetime(2009, 3, 2, 16, tzinfo=dt.UTC)  # a month before the new one is a Sunday
    town.later(hours=0)
    kinds = [town.opens(HN).header("x-mailbot-letter") for _ in range(town.unread().get(HN, 0))]
    assert kinds.count("reminder") == 1
    town.burn()


def test_a_day_that_is_past_moves_nothing(town: Town, tmp_path: Path) -> None:
    path = tmp_path / "paper.yaml"
    asked(town, path)
    brought(town, path, "2008-11-30", apply=True)
    assert dues(town)["HN"] == dt.date(2009, 2, 28)
    assert not town.unread()
