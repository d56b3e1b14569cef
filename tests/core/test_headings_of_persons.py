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
