"""Who leaves and who comes, in the words of a heading."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries

PHONE = ["+50624100001"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("PERSONA QUE DEJA EL CARGO", "PERSONA QUE ASUME"),
        ("Funcionaria que deja el cargo", "Funcionario que asume el cargo"),
        ("Outgoing person", "Incoming person"),
    ],
)
def test_who_leaves_and_who_comes_under_headings(above: str, below: str) -> None:
    body = f"{above}\nNombre: Ana Prueba Sosa\n\n{below}\nNombre: Luis Ensayo Mora\nTeléfono: 2410-0001\n"
    assert [all_shown(each) for each in contact_entries(body, "CR")] == [
        {"change": "leave", "name": "Ana Prueba Sosa"},
        {"change": "new", "name": "Luis Ensayo Mora", "phone": PHONE},
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ENLACE PRINCIPAL", "ENLACE SUPLENTE"),
        ("Main focal point", "Back-up focal point"),
        ("Representante titular", "Representante suplente"),
        ("Delegado titular:", "Delegado alterno:"),
        ("Datos del titular", "Datos del suplente"),
        ("DATOS DEL PUNTO FOCAL", "DATOS DEL ALTERNO"),
        ("Focal Point Details", "Alternate Details"),
        ("A) Titular", "B) Alterna"),
    ],
)
def test_the_roles_of_two_under_headings(first: str, second: str) -> None:
    body = f"{first}\nNombre: Itzel Supuesto\nCargo: Jefa\n\n{second}\nNombre: Luis Ensayo\nCargo: Subjefe\n"
    found = [all_shown(each) for each in contact_entries(body, "PA")]
    assert [(each["name"], each["role"]) for each in found] == [
        ("Itzel Supuesto", "focal-point"),
        ("Luis Ensayo", "alternate"),
    ]


def test_the_data_of_one_are_the_title_of_a_form() -> None:
    (found,) = contact_entries("DATOS DEL PUNTO FOCAL\nNombre: Itzel Supuesto\nCargo: Jefa\n", "PA")
    assert all_shown(found) == {"name": "Itzel Supuesto", "position": "Jefa"}
