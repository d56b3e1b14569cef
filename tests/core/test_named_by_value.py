"""A label of another kind than its value: the value says which field it is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import contact_entries, short

CARD = "Nombre: Ana Prueba Ejemplo\nCargo: Jefa de Ensayo\n{line}\nFax: 2230-0009\n"


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Contacto: ana.prueba@sre.example", "email", ["ana.prueba@sre.example"]),
        ("Contacto: 2230-0005", "phone", ["+50422300005"]),
        ("Oficial: ana.prueba@sre.example", "email", ["ana.prueba@sre.example"]),
        ("Oficina: 2230-0005 ext. 12", "phone", ["+50422300005;ext=12"]),
        ("Oficina: 3er. piso, Edificio Central", "address", "3er. piso, Edificio Central"),
        ("Office: Room 512", "address", "Room 512"),
        ("Post: Constitution Drive, West Block", "address", "Constitution Drive, West Block"),
        ("Oficina: Dirección de Prueba", "unit", "Dirección de Prueba"),
    ],
)
def test_value_says_its_field(line: str, field: str, value: Any) -> None:
    (entry,) = contact_entries(CARD.format(line=line), "HN")
    found = {key: short(each["value"]) for key, each in entry["fields"].items()}
    assert found.pop(field) == value
    assert found == {"name": "Ana Prueba Ejemplo", "position": "Jefa de Ensayo", "fax": ["+50422300009"]}


def test_two_ways_behind_one_label() -> None:
    (entry,) = contact_entries(CARD.format(line="Contacto: 2230-0005 / ana@sre.example"), "HN")
    assert entry["fields"]["phone"]["value"] == ["+50422300005"]
    assert entry["fields"]["email"]["value"] == ["ana@sre.example"]


def test_contact_who_is_a_person_is_another() -> None:
    first, second = contact_entries(CARD.format(line="Contacto: Eva Muestra Ensayo"), "HN")
    assert (first["fields"]["name"]["value"], second["fields"]["name"]["value"]) == (
        "Ana Prueba Ejemplo",
        "Eva Muestra Ensayo",
    )
