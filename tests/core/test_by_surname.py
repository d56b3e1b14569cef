"""Who is called by a form of address and one surname leaves, or has a role, under that name or the whole one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

LUIS = {"name": "Luis Ensayo Vargas"}
COMES = "El tema lo lleva ahora Luis Ensayo Vargas; lo encuentran en lensayo@b.example."


def shown(body: str) -> list[dict[str, Any]]:
    return [all_shown(entry) for entry in contact_entries(f"Estimados:\n\n{body}\n", "CR")]


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("Les cuento que el Lic. Prueba se pensionó el mes pasado.", "Lic."),
        ("El compañero Prueba ya no labora en este Ministerio.", ""),
        ("La colega Prueba se ha jubilado.", ""),
        ("El señor Prueba fue trasladado a otra Dirección.", ""),
        ("Ms. Prueba has retired.", "Ms."),
        ("Our colleague Prueba has left the Ministry.", ""),
        ("En la lista todavía aparece el compañero Prueba. Él fue trasladado a la Embajada en Madrid.", ""),
        ("The list still shows our colleague Prueba, who has retired.", ""),
        ("Ms. Prueba is still listed. She has left the Ministry.", "Ms."),
    ],
)
@pytest.mark.parametrize("behind", ["", COMES])
def test_who_leaves(body: str, title: str, behind: str) -> None:
    found = shown(f"{body} {behind}")
    gone = {"change": "leave", "title": title, "name": "Prueba"}
    assert [each for each in found if each.get("change") == "leave"] == [{k: v for k, v in gone.items() if v}]
    assert [each["name"] for each in found if each.get("change") != "leave"] == ([LUIS["name"]] if behind else [])


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("La Licda. Prueba continúa como punto focal.", "focal-point"),
        ("El compañero Prueba sigue siendo el suplente.", "alternate"),
        ("Mr. Prueba remains our focal point.", "focal-point"),
        ("El Lic. Prueba es el nuevo punto focal.", "focal-point"),
    ],
)
def test_who_has_a_role(body: str, role: str) -> None:
    (found,) = shown(body)
    assert (found["name"], found["role"]) == ("Prueba", role)


@pytest.mark.parametrize(
    "body",
    [
        "El señor Ministro se retiró del cargo.",
        "La señora Directora ya no labora aquí.",
        "El Lic. Prueba no se ha jubilado.",
        "El Dr. Prueba no es el punto focal.",
        "Por instrucciones de la Licda. Prueba les envío saludos.",
        "En la lista aparece el compañero Prueba. Él fue trasladado de la Embajada en Madrid.",
        "¿El Lic. Prueba continúa como punto focal?",
    ],
)
def test_posts_denials_and_others_are_nobody(body: str) -> None:
    assert shown(body) == []


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (
            "La Licda. Ana Prueba Rojas tiene el 2222-3344. La Licda. Prueba continúa como punto focal.",
            ["Ana Prueba Rojas"],
        ),
        ("Agradezco a doña Ana Prueba Rojas su trabajo. La Licda. Prueba se jubiló.", ["Ana Prueba Rojas"]),
        (
            "La Licda. Prueba se jubiló. El nuevo enlace es Ana Prueba Rojas, a@b.example.",
            ["Prueba", "Ana Prueba Rojas"],
        ),
        ("La Licda. Prueba se jubiló.\n\nAna Prueba Rojas", ["Prueba"]),
        ("La Licda. Prueba continúa como punto focal.\n\nAtentamente,\n\nAna Prueba Rojas", ["Ana Prueba Rojas"]),
    ],
)
def test_the_whole_name_told_elsewhere(body: str, names: list[str]) -> None:
    assert [each["name"] for each in shown(body)] == names
