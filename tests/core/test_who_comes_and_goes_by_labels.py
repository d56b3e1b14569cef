"""Labels and leads over who comes and who goes: "Enlace saliente", "Sin cambios: …" in a list, wishes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

PHONE = {"phone": ["+50625395300"]}


def shown(body: str) -> list[dict[str, Any]]:
    return [all_shown(each) for each in contact_entries(body, "CR")]


@pytest.mark.parametrize(
    ("leaves", "comes"),
    [
        ("Enlace saliente", "Enlace entrante"),
        ("Punto focal saliente", "Punto focal entrante"),
        ("Titular saliente", "Titular entrante"),
        ("Outgoing focal point", "Incoming focal point"),
        ("Outgoing officer", "Incoming officer"),
    ],
)
def test_who_goes_gets_neither_number_nor_place(leaves: str, comes: str) -> None:
    first, second = shown(f"{leaves}: Ana Prueba Him\n{comes}: Luis Ensayo Vega\nTel.: 2539-5300")
    assert (first["change"], first["name"], "phone" in first) == ("leave", "Ana Prueba Him", False)
    assert {**second, "role": ""} == {"change": "new", "name": "Luis Ensayo Vega", "role": "", **PHONE}


@pytest.mark.parametrize("words", ["Sin cambios", "Sin cambio", "No change"])
def test_who_stays_in_a_list_of_who_comes_and_goes(words: str) -> None:
    assert shown(f"- Baja: Ana Prueba Him\n- {words}: Luis Ensayo Vega") == [
        {"change": "leave", "name": "Ana Prueba Him"},
        {"change": "none", "name": "Luis Ensayo Vega"},
    ]


def test_no_change_without_such_a_list_confirms_the_whole() -> None:
    assert shown("Sin cambios: gracias.") == [{"change": "none"}]


@pytest.mark.parametrize(
    ("lead", "change"),
    [
        ("Further to your request, please add the following officer to your list:", "new"),
        ("En respuesta a su mensaje, favor agregar a la lista al siguiente funcionario:", "new"),
        ("Good afternoon, please remove the following colleague from the list:", "leave"),
        ("Good afternoon, please do not add this colleague to the list:", None),
        ("Further to your request, we include our comments:", None),
    ],
)
def test_a_wish_behind_a_courtesy(lead: str, change: str | None) -> None:
    (entry,) = shown(f"{lead}\n\nNombre: Luis Ensayo Vega\nCargo: Asesor\nTel.: 2539-5300")
    assert entry.get("change") == change


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Please note my new last name. I am now Dana Dummy-Fields.", "Dana Dummy-Fields"),
        ("I recently got married and I am now Dana Dummy-Fields.", "Dana Dummy-Fields"),
        ("My surname has changed: I am now Ms. Dana Dummy-Fields.", "Dana Dummy-Fields"),  # never "Ms"
        ("I got married. I am now Deputy Director.", None),
        ("I am now Western Hemisphere lead.", None),
    ],
)
def test_a_name_that_changed(body: str, name: str | None) -> None:
    assert next((each["name"] for each in shown(body) if "name" in each), None) == name
