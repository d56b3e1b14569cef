"""Who holds a post now and how to reach them, agencies with English names, Contacto beside Punto focal."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

ANA = {"title": "Licda.", "name": "Ana Prueba Ejemplo", "phone": ["+50224100000"]}
GORDON = {"name": "Gordon Mockford", "phone": ["+16135550171"]}
SIGNED = "My updated contact details are in the signature below.\n\nBest regards,\n\nGordon Mockford\n{}\n613-555-0171"


def shown(body: str, region: str = "GT") -> list[dict[str, Any]]:
    return [all_shown(entry) for entry in contact_entries(body, region)]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            (
                "Hasta que se nombre un nuevo director, la Licda. Ana Prueba Ejemplo es Directora Interina."
                " Su teléfono es 2410-0000."
            ),
            [{**ANA, "position": "Directora Interina"}],
        ),
        (
            "Mientras tanto, la Licda. Ana Prueba Ejemplo fungirá como Directora Interina. Su teléfono es 2410-0000.",
            [{**ANA, "position": "Directora Interina"}],
        ),
        (
            "Ms. Ana Prueba Ejemplo is currently Acting Director of Immigration. She can be reached at 2410-0000.",
            [{**ANA, "title": "Ms.", "position": "Acting Director of Immigration"}],
        ),
        # who is only spoken of
        ("La Licda. Ana Prueba Ejemplo es Directora de Visas y firmó el memorándum.", []),
        ("La Licda. Ana Prueba Ejemplo es Directora de Visas. Nuestra oficina atiende en el 2410-0000.", []),
    ],
)
def test_who_holds_a_post(body: str, told: list[dict[str, Any]]) -> None:
    assert shown(body) == told


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            "Senior Advisor, International and Intergovernmental Relations\nCitizenship and Immigration Canada",
            {
                "position": "Senior Advisor, International and Intergovernmental Relations",
                "institution": "Citizenship and Immigration Canada",
            },
        ),
        (
            "Unit Chief\nU.S. Immigration and Customs Enforcement",
            {"position": "Unit Chief", "institution": "U.S. Immigration and Customs Enforcement"},
        ),
    ],
)
def test_agencies_in_signatures(lines: str, told: dict[str, Any]) -> None:
    assert shown(SIGNED.format(lines), "CA") == [{**GORDON, **told}]


@pytest.mark.parametrize(
    ("body", "roles"),
    [
        ("Punto focal: Lic. Blas Muestra Ruiz\nCargo: Director\nContacto: Ing. Rita Prueba Sol\nCargo: Analista", 2),
        ("Focal point: Mr. Blas Muestra Ruiz\nPhone: 2410-0000\nContact: Ms. Rita Prueba Sol\nPhone: 2410-0001", 2),
        # by itself it names somebody, and beside a number the way to reach them
        ("Contacto: Ing. Rita Prueba Sol\nCargo: Analista", 0),
        ("Punto focal: Lic. Blas Muestra Ruiz\nContacto: 2410-0001", 1),
    ],
)
def test_contact_beside_focal_point(body: str, roles: int) -> None:
    assert [entry["role"] for entry in shown(body) if "role" in entry] == ["focal-point", "contact"][:roles]


@pytest.mark.parametrize(
    ("between", "roles"),
    [
        ("\nPunto focal\n\n", ["focal-point", None]),
        # a heading: an empty line above, a colon, capitals, or no empty line below
        ("\n\nPunto focal\n", [None, "focal-point"]),
        ("\n\nPunto focal\n\n", [None, "focal-point"]),
        ("\nPunto focal:\n", [None, "focal-point"]),
        ("\nPUNTO FOCAL\n\n", [None, "focal-point"]),
        ("\nPunto focal\n", [None, "focal-point"]),
    ],
)
def test_a_role_that_closes_the_data_above(between: str, roles: list[str | None]) -> None:
    body = f"Nombre: Blas Muestra Ruiz\nCargo: Director{between}Nombre: Rita Prueba Sol\nCargo: Analista"
    assert [entry.get("role") for entry in shown(body)] == roles


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "Nuestra dirección ahora es Calle 5, zona 1, Ciudad de Guatemala, y mi teléfono es 2410-0001.",
            {"address": "Calle 5, zona 1, Ciudad de Guatemala", "phone": ["+50224100001"]},
        ),
        (
            "Our mailing address is now 300 Slater Street, Ottawa, and my new telephone number is 2410-0001.",
            {"address": "300 Slater Street, Ottawa", "phone": ["+50224100001"]},
        ),
        (
            "Nuestra dirección ahora es Avenida Reforma y la Calle 5, zona 1.",
            {"address": "Avenida Reforma y la Calle 5, zona 1"},
        ),
        (
            "Focal point: Ms. Dana Mockley, Senior Advisor, Department of Labor, (502) 2410-0001, dana@dol.example",
            {
                "role": "focal-point",
                "title": "Ms.",
                "name": "Dana Mockley",
                "position": "Senior Advisor",
                "institution": "Department of Labor",
                "phone": ["+50224100001"],
                "email": ["dana@dol.example"],
            },
        ),
    ],
)
def test_values_side_by_side(body: str, told: dict[str, Any]) -> None:
    assert shown(body) == [told]
