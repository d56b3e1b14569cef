"""What stands under "Función" below a heading that says the role, and which of two offices is the institution."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries, only_asked

ANA, LUIS = {"name": "Ana Prueba Sosa"}, {"name": "Luis Ensayo Mora"}
PHONE, OTHER = {"phone": ["+50624100000"]}, {"phone": ["+50624100001"]}
FOCAL, ALTERNATE = {"role": "focal-point"}, {"role": "alternate"}


def read(body: str) -> list[dict[str, Any]]:
    return [all_shown(each) for each in contact_entries(body, "CR")]


@pytest.mark.parametrize("label", ["Función", "Responsabilidad", "Rol"])
@pytest.mark.parametrize("blank", ["", "\n"])
def test_a_post_below_the_heading_of_each_of_two(label: str, blank: str) -> None:
    body = (
        f"PUNTO FOCAL\n{blank}Nombre: Ana Prueba Sosa\n{label}: Directora de Visas\nTeléfono: 2410-0000\n\n"
        f"ALTERNO\n{blank}Nombre: Luis Ensayo Mora\n{label}: Analista\nTeléfono: 2410-0001\n"
    )
    assert read(body) == [
        {**FOCAL, **ANA, "position": "Directora de Visas", **PHONE},
        {**ALTERNATE, **LUIS, "position": "Analista", **OTHER},
    ]
    assert all(each["fields"]["position"]["certainty"] == "doubtful" for each in contact_entries(body, "CR"))


@pytest.mark.parametrize(
    ("said", "shown", "asked"),
    [
        ("Función: Directora de Visas\nCargo: Abogada", {"position": "Abogada"}, {"role"}),
        ("Función: Suplente", {}, {"role"}),
        ("Responsabilidad: Coordinar los temas de visas", {}, {"role"}),
    ],
)
def test_what_is_no_post_or_one_of_two_is_asked(said: str, shown: dict[str, str], asked: set[str]) -> None:
    (entry,) = contact_entries(f"PUNTO FOCAL\nNombre: Ana Prueba Sosa\n{said}\nTeléfono: 2410-0000\n", "CR")
    assert all_shown(entry) == {**ANA, **shown, **PHONE}
    assert only_asked(entry) == asked


def test_without_a_heading_it_says_the_role() -> None:
    assert read("Nombre: Luis Ensayo Mora\nResponsabilidad: Suplente\n") == [{**LUIS, **ALTERNATE}]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "PUNTO FOCAL\nNombre: Ana Prueba Sosa\nTeléfono: 2410-0000\nFunción: Suplente\nNombre: Luis Ensayo Mora\n",
            [{**FOCAL, **ANA, **PHONE}, {**ALTERNATE, **LUIS}],
        ),
        (
            "BAJA\nNombre: Ana Prueba Sosa\nMovimiento: Alta\nNombre: Luis Ensayo Mora\n",
            [{"change": "leave", **ANA}, {"change": "new", **LUIS}],
        ),
        ("PUNTO FOCAL\nNombre: Ana Prueba Sosa\nALTERNO\nNombre: Luis Ensayo Mora\n", [FOCAL | ANA, ALTERNATE | LUIS]),
    ],
)
def test_another_person_begins_as_before(body: str, expected: list[dict[str, Any]]) -> None:
    assert read(body) == expected


@pytest.mark.parametrize(
    ("offices", "shown", "asked"),
    [
        (
            "Dependencia: Instituto Nacional de Migración\nÁrea de adscripción: Coordinación de Visas",
            {"institution": "Instituto Nacional de Migración", "unit": "Coordinación de Visas"},
            set(),
        ),
        (
            "Unidad administrativa: Coordinación de Visas\nDependencia: Embajada en San José",
            {"institution": "Embajada en San José", "unit": "Coordinación de Visas"},
            set(),
        ),
        ("Dependencia: Instituto Nacional de Migración", {"unit": "Instituto Nacional de Migración"}, set()),
        ("Dependencia: Coordinación de Visas\nÁrea de adscripción: Instituto Nacional de Migración", {}, {"unit"}),
        ("Dependencia: Instituto Nacional de Migración\nUnidad: Instituto de Estudios Migratorios", {}, {"unit"}),
        ("Dependencia: Dirección General de Migración\nÁrea: Coordinación de Visas", {}, {"unit"}),
        (
            "Institución: Secretaría de Gobernación\nDependencia: Instituto Nacional de Migración\nÁrea: Visas",
            {"institution": "Secretaría de Gobernación"},
            {"unit"},
        ),
    ],
)
def test_a_house_under_dependencia_beside_an_office_within(
    offices: str, shown: dict[str, str], asked: set[str]
) -> None:
    (entry,) = contact_entries(f"Nombre: Ana Prueba Sosa\n{offices}\nTeléfono: 2410-0000\n", "CR")
    assert all_shown(entry) == {**ANA, **shown, **PHONE}
    assert only_asked(entry) == asked
