"""The commands about the directory: coverage, propose, forget, another directory's list."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from mailbot.cli import main
from tests.edges.test_cli import place

__all__ = ["place"]


def contacts(place: Path) -> str:
    file = str(place / "contacts.csv")
    assert main(["import", "contacts", file, "--apply"]) == 0
    return file


def test_coverage_as_table_and_document(place: Path, capfd) -> None:
    contacts(place)
    capfd.readouterr()
    assert main(["show", "coverage"]) == 0
    assert "Foreign affairs" in capfd.readouterr().out
    assert main(["show", "coverage", "--json"]) == 0
    document = json.loads(capfd.readouterr().out)
    rows = {row["code"]: row for row in document["states"]}
    assert len(rows) == 11
    assert rows["GT"]["missing"] == ["migration", "labour"]
    assert "HN" in document["without_focal_point"]
    assert "GT" not in document["without_focal_point"]


def test_a_file_proposed_changes_nothing_yet(place: Path, capfd) -> None:
    file = contacts(place)
    more = place / "more.csv"
    more.write_text("País;Nombre completo;Correo electrónico\nHonduras;Eva Inventada;eva@hn.example\n", "utf-8")
    assert main(["import", "contacts", str(more), "--propose", "--due", "2027-01-16"]) == 0
    assert "1 letters to the presidency" in capfd.readouterr().err
    main(["show", "letters", "--json"])
    (letter,) = json.loads(capfd.readouterr().out)
    assert (letter["recipient"], letter["kind"]) == ("ana@gt.example", "compilation")
    main(["show", "contacts", "--json"])
    assert len(json.loads(capfd.readouterr().out)) == 2
    with pytest.raises(SystemExit):
        main(["import", "contacts", file, "--propose", "--apply"])


def test_nobody_to_decide_is_said_with_the_remedy(place: Path, capfd) -> None:
    assert main(["import", "contacts", str(place / "contacts.csv"), "--propose"]) == 1
    assert "--apply" in capfd.readouterr().err


def test_forget_shows_first_and_keeps_the_last_focal_point(place: Path, capfd) -> None:
    contacts(place)
    assert main(["forget", "john@us.example"]) == 1
    assert "--yes-last" in capfd.readouterr().err
    assert main(["forget", "john@us.example", "--yes-last"]) == 0
    assert "Nothing has been removed yet" in capfd.readouterr().err
    main(["show", "contacts", "--json"])
    assert len(json.loads(capfd.readouterr().out)) == 2
    assert main(["forget", "john@us.example", "--yes-last", "--apply"]) == 0
    capfd.readouterr()
    main(["show", "contacts", "--json"])
    assert [row["name"] for row in json.loads(capfd.readouterr().out)] == ["Ana Inventada"]
    assert main(["forget", "john@us.example"]) == 1
    assert "There is nothing of" in capfd.readouterr().err


def test_a_file_never_takes_the_last_focal_point(place: Path, capfd) -> None:
    contacts(place)
    capfd.readouterr()
    head = "País;Nombre completo;Función en el grupo\nGuatemala;Ana Inventada;contacto\n"
    file = place / "lower.csv"
    file.write_text(head, "utf-8")
    assert main(["import", "contacts", str(file), "--apply"]) == 0
    assert "last focal point" in capfd.readouterr().out
    file.write_text(head + "Guatemala;Luz Supuesta;punto focal\n", "utf-8")
    assert main(["import", "contacts", str(file), "--apply"]) == 0
    capfd.readouterr()
    main(["show", "contacts", "--json"])
    roles = {row["name"]: row["role"] for row in json.loads(capfd.readouterr().out)}
    assert (roles["Ana Inventada"], roles["Luz Supuesta"]) == ("contact", "focal-point")


def test_another_directory_is_asked_for_and_exported(place: Path, capfd) -> None:
    contacts(place)
    assert main(["export", "consul-update"]) == 2
    assert "contacts, calendar" in capfd.readouterr().err
    shutil.copy("docs/adding/forms/consul-update.yaml", place / "m" / "rules" / "forms")
    assert main(["ask", "consul-update", "--to", "GT"]) == 0
    for ending in ("csv", "xlsx"):
        target = place / f"consuls.{ending}"
        assert main(["export", "consul-update", "--format", ending, "--output", str(target)]) == 0
    heads = [cell.value for cell in openpyxl.load_workbook(place / "consuls.xlsx").worksheets[0][1]]
    assert heads[2:4] == ["Estado acreditante / Accrediting State", "Estado receptor / Receiving State"]
    assert main(["export", "consul-update", "--format", "pdf"]) == 1
