"""Two numbers joined by "ó", an extension after "int.": in sentences as beside a label."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries

WAYS = [
    "Nuestro nuevo punto focal es la Licda. Ana Prueba Soto, Directora, teléfono {t}, correo x@x.example.",
    "Nuestro nuevo punto focal es la Licda. Ana Prueba Soto, Directora. Su teléfono es el {t} y su correo x@x.example.",
    "Les informo que mi nuevo teléfono es {t}.",
    "Nombre: Ana Prueba Soto\nTeléfono: {t}\n",
]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("2299-0010 ó 2299-0011", ["+50622990010", "+50622990011"]),
        ("2299-0010 y 2299-0011", ["+50622990010", "+50622990011"]),
        ("2299-0010 / 2299-0011", ["+50622990010", "+50622990011"]),
        ("2299-0010 int. 15", ["+50622990010;ext=15"]),
        ("2299-0010 ext. 15", ["+50622990010;ext=15"]),
    ],
)
def test_both_are_read(said: str, numbers: list[str], way: str) -> None:
    (entry,) = contact_entries(way.format(t=said), "CR")
    assert all_shown(entry)["phone"] == numbers
