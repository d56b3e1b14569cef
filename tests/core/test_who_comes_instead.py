"""Who is only named behind "en sustitución de" has no data: those of the next sentence are whose who comes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

LUIS = {"change": "new", "name": "Luis Ensayo Vargas", "replaces": "Ana Prueba Murillo"}
MAIL = {"email": ["lensayo@b.example"]}
FOCAL = {"role": "focal-point"}


def shown(body: str) -> list[dict[str, Any]]:
    return [all_shown(entry) for entry in contact_entries(f"Estimados señores:\n\n{body}\n", "CR")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "He designado al señor Luis Ensayo Vargas como punto focal en sustitución de la señora Ana Prueba Murillo.",
            {**LUIS, **FOCAL},
        ),
        ("El señor Luis Ensayo Vargas sustituye a la señora Ana Prueba Murillo.", LUIS),
        ("En sustitución de la compañera Ana Prueba Murillo se designó a Luis Ensayo Vargas.", LUIS),
        ("En lugar de la señorita Ana Prueba Murillo, el punto focal será don Luis Ensayo Vargas.", {**LUIS, **FOCAL}),
        ("Hemos nombrado a Luis Ensayo Vargas en reemplazo de nuestra colega Ana Prueba Murillo.", LUIS),
        (
            "Luis Ensayo Vargas, en reemplazo de la anterior Directora Ana Prueba Murillo, será el punto focal.",
            {**LUIS, **FOCAL},
        ),
        ("Luis Ensayo Vargas will be our focal point in place of Ana Prueba Murillo.", {**LUIS, **FOCAL}),
        ("Luis Ensayo Vargas has been appointed focal point, replacing Ana Prueba Murillo.", {**LUIS, **FOCAL}),
        ("Luis Ensayo Vargas replaces the former Director Ana Prueba Murillo.", LUIS),
    ],
)
@pytest.mark.parametrize(
    "behind", ["Su correo es lensayo@b.example.", "His e-mail is lensayo@b.example.", "El correo es lensayo@b.example."]
)
def test_the_data_behind_are_whose_who_comes(body: str, behind: str, expected: dict[str, Any]) -> None:
    assert shown(f"{body} {behind}") == [{**expected, **MAIL}]


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("Luis Ensayo Vargas sustituye a Ana Prueba Murillo, quien se jubiló.", {}),
        ("Luis Ensayo Vargas has succeeded Ms. Ana Prueba Murillo, now retired.", {"title": "Ms."}),
        ("La señora Ana Prueba Murillo se jubiló. Luis Ensayo Vargas la sustituye.", {}),
    ],
)
def test_who_is_told_to_leave_besides_is_an_entry(body: str, left: dict[str, Any]) -> None:
    gone = {"change": "leave", **left, "name": "Ana Prueba Murillo"}
    found = shown(f"{body} Su correo es lensayo@b.example.")
    by_name = {each["name"]: each for each in found}
    assert len(found) == 2
    assert by_name == {"Luis Ensayo Vargas": {**LUIS, **MAIL}, gone["name"]: gone}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Luis Ensayo Vargas es el punto focal. El correo de Ana Prueba Murillo es aprueba@b.example.",
            "Ana Prueba Murillo",
        ),
        ("La señora Ana Prueba Murillo es la nueva Directora. Su correo es aprueba@b.example.", "Ana Prueba Murillo"),
    ],
)
def test_who_is_told_of_for_herself_has_her_data(body: str, expected: str) -> None:
    assert [each["name"] for each in shown(body) if "email" in each] == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "El 2222-3344 se usará en lugar del número de Ana Prueba Murillo.",
        "Se usará la central en lugar del teléfono de Ana Prueba Murillo.",
    ],
)
def test_whose_number_is_replaced_does_not_leave(body: str) -> None:
    assert all(each.get("change") != "leave" for each in shown(body))
