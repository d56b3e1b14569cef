"""Two people in one mail, the first without a name: an empty line and the label that opens the form part them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

HIM: dict[str, Any] = {"position": "Jefe de Unidad", "phone": ["+50322310470"]}
HER: dict[str, Any] = {"name": "Rosaura Ficticia", "position": "Técnica", "phone": ["+50322593700"]}
LABOUR = {"institution": "Ministerio de Trabajo"}
ABOVE = "Cargo: Jefe de Unidad\nTeléfono: 2231-0470\n"
BELOW = "Institución: Ministerio de Trabajo\nNombre: Rosaura Ficticia\nCargo: Técnica\nTeléfono: 2259-3700\n"
TWO = [
    ("the change opens it", ABOVE + "\nMovimiento: Alta\n" + BELOW, [HIM, {"change": "new", **LABOUR, **HER}]),
    ("the name is below the line", ABOVE + "\n" + BELOW, [HIM, {**LABOUR, **HER}]),
    (
        "both have a name, the institution is above the second",
        "Nombre: Braulio Muestra\n" + ABOVE + "\n" + BELOW,
        [{"name": "Braulio Muestra", **HIM}, {**LABOUR, **HER}],
    ),
]


@pytest.mark.parametrize(("why", "body", "expected"), TWO, ids=[each[0] for each in TWO])
def test_an_entry_begins_above_the_label_that_comes_again(why: str, body: str, expected: list[dict[str, Any]]) -> None:
    assert [all_shown(each) for each in contact_entries(body, "SV")] == expected


def test_one_person_in_two_blocks() -> None:
    found = contact_entries(ABOVE + "\nMovimiento: Actualización\nNombre: Rosaura Ficticia\n", "SV")
    assert [all_shown(each) for each in found] == [{**HIM, "change": "update", "name": "Rosaura Ficticia"}]


def test_the_change_said_last_is_of_whom_it_stands_under() -> None:
    body = "Nombre: Braulio Muestra\nCargo: Jefe\nMovimiento: Baja\n\nNombre: Rosaura Ficticia\nCargo: Técnica\n"
    found = [all_shown(each) for each in contact_entries(body + "Movimiento: Alta\n", "SV")]
    assert [(each["name"], each["change"]) for each in found] == [
        ("Braulio Muestra", "leave"),
        ("Rosaura Ficticia", "new"),
    ]
