"""Remarks in brackets behind a name: "(sin cambios)", "(nuevo)"."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries


def told(body: str) -> list[tuple[Any, Any, Any]]:
    """Name, role and change of each; the change is asked."""
    entries = contact_entries(body, "HN")
    assert all("change" not in by_certainty(each)[0] for each in entries)
    shown = [all_shown(each) for each in entries]
    return [(each.get("name"), each.get("role"), each.get("change")) for each in shown]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Punto focal: Licda. Ana Prueba Rojas (sin cambios)\nAlterno: Lic. Luis Ensayo Mora (nuevo), l@x.example",
            [("Ana Prueba Rojas", "focal-point", "none"), ("Luis Ensayo Mora", "alternate", "new")],
        ),
        (
            "Focal point: Ms. Jane Sample (no change)\nAlternate: Mr. Daniel Mock (new), d@x.example\n",
            [("Jane Sample", "focal-point", "none"), ("Daniel Mock", "alternate", "new")],
        ),
        ("Alterno: Lic. Luis Ensayo Mora (se mantiene)\n", [("Luis Ensayo Mora", "alternate", "none")]),
        ("Alterna: Licda. Ana Prueba Rojas (nueva)\nCargo: Jefa\n", [("Ana Prueba Rojas", "alternate", "new")]),
        (
            "1. Licda. Ana Prueba Rojas (sin cambios), tel 2231-0033\n2. Lic. Luis Ensayo Mora (nuevo), tel. 2231-0034",
            [("Ana Prueba Rojas", None, "none"), ("Luis Ensayo Mora", None, "new")],
        ),
    ],
)
def test_the_change_of_who_is_named(body: str, expected: list[tuple[Any, Any, Any]]) -> None:
    assert told(body) == expected


@pytest.mark.parametrize("remark", ["titular", "nuevo correo", "nueva dirección", "new number", "suplente", "DGME"])
def test_other_remarks_say_no_change(remark: str) -> None:
    assert [each[2] for each in told(f"Punto focal: Licda. Ana Prueba Rojas ({remark}), ana@x.example\n")] == [None]


@pytest.mark.parametrize("remark", ["sin cambios", "nueva", "no change"])
def test_under_its_own_label_the_name_alone_is_meant(remark: str) -> None:
    assert told(f"Nombre: Licda. Ana Prueba Rojas ({remark})\nCargo: Jefa\n") == [("Ana Prueba Rojas", None, None)]


def test_of_one_is_not_of_all() -> None:
    """The remark at one name does not confirm the whole form."""
    body = "Licda. Ana Prueba Rojas (sin cambios)\nLic. Luis Ensayo Mora (nuevo), luis@x.example\n"
    assert told(body) == [("Luis Ensayo Mora", None, "new")]


def test_a_change_told_by_its_label_stays() -> None:
    body = "Movimiento: actualización\nAlterna: Licda. Ana Prueba Rojas (nueva)\nCargo: Directora\n"
    (entry,) = contact_entries(body, "HN")
    assert entry["fields"]["change"]["value"] == "update"
