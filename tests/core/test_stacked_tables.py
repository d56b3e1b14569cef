"""Tables that a mail program pasted one cell a line: labels below each other, then the lines of each row."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

SUBJECT = "[PC-EST-2009-HN] Avance del Programa de Trabajo / Progress of the Work Programme"
HEADS = "Nombre\nCargo\nTeléfono\nCorreo electrónico\n"
EVA = "Eva Muestra Mora\nDirectora\n2230-0044\nemuestra@x.example\n"
LUIS = "Luis Ejemplo Rojas\nAnalista\n2230-0045\nlejemplo@x.example\n"


def people(body: str) -> list[dict[str, Any]]:
    return [all_shown(each) for each in contact_entries(body, "HN")]


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("below", ["", "\nSaludos,\nRosa\n", "\nSaludos cordiales,\nRosa\nAsistente\nTel. 2230-0099\n"])
def test_one_person_for_each_row(gap: str, below: str) -> None:
    assert people(f"Buenas tardes:\n\n{HEADS}{gap}{EVA}{gap}{LUIS}{below}") == [
        {
            "name": "Eva Muestra Mora",
            "position": "Directora",
            "phone": ["+50422300044"],
            "email": ["emuestra@x.example"],
        },
        {
            "name": "Luis Ejemplo Rojas",
            "position": "Analista",
            "phone": ["+50422300045"],
            "email": ["lejemplo@x.example"],
        },
    ]


def test_one_activity_for_each_row() -> None:
    body = (
        "Activity\nStatus\nProgress\nResponsible\n\nP003-02\nDone\n100%\nForeign Affairs\n\n"
        "P003-04\nIn progress\n35%\nLabour\n\nKind regards,\nAna\nAnalyst\nLabour"
    )
    assert [all_shown(each) for each in contact_entries(body, "HN", SUBJECT)] == [
        {"activity": "P003-02", "status": "done", "progress": 100, "responsible": "Foreign Affairs"},
        {"activity": "P003-04", "status": "in-progress", "progress": 35, "responsible": "Labour"},
    ]


@pytest.mark.parametrize(
    "row",
    [
        "Eva Muestra Mora\nDirectora\nemuestra@x.example\n",  # a cell was empty, and its line is missing
        "Eva Muestra Mora\nemuestra@x.example\n2230-0044\nDirectora\n",
        "Directora\n2230-0044\nemuestra@x.example\nEva Muestra Mora\n",
    ],
)
def test_rows_that_do_not_fit_the_labels_are_not_read_by_them(row: str) -> None:
    for each in people(f"{HEADS}\n{row}"):
        assert each.get("position") in {None, "Directora"}
        assert each.get("name") in {None, "Eva Muestra Mora"}
