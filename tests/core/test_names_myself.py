"""Writers who name themselves in a sentence: "Yo, Luis Ensayo, asumo …", "favor de escribirme a mí: Luis Ensayo, …"."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

GONE = {"change": "leave", "title": "Licda.", "name": "Ana Prueba Murillo"}
LUIS = {"name": "Luis Ensayo Vargas"}
FOCAL = {**LUIS, "role": "focal-point"}
OWN = {"phone": ["+50622000145"], "email": ["lensayo@b.example"]}
POST = {"position": "Analista de Migración Laboral"}


def shown(body: str) -> list[dict[str, Any]]:
    return [all_shown(entry) for entry in contact_entries(f"Saludos.\n\n{body}\n", "CR")]


def without(told: dict[str, Any]) -> dict[str, Any]:
    return {field: value for field, value in told.items() if field not in {"change", "replaces"}}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Yo, Luis Ensayo Vargas, Analista de Migración Laboral, asumo sus funciones como punto focal.", FOCAL | POST),
        ("Yo, Luis Ensayo Vargas, asumo sus funciones como punto focal.", FOCAL),
        ("Quien suscribe, Luis Ensayo Vargas, asume sus funciones como punto focal.", FOCAL),
        ("I, Luis Ensayo Vargas, will take over as focal point.", FOCAL),
        ("Yo, Luis Ensayo Vargas, quedo a cargo de estos temas.", LUIS),
    ],
)
@pytest.mark.parametrize(
    "behind",
    [
        "Mi número es el 2200-0145 y mi correo lensayo@b.example.",
        "My number is 2200-0145 and my e-mail is lensayo@b.example.",
    ],
)
@pytest.mark.parametrize("gone", [True, False])
def test_my_data_are_whose_who_names_themselves(body: str, expected: dict[str, Any], behind: str, gone: bool) -> None:
    ahead = "La Licda. Ana Prueba Murillo se jubiló en enero. " if gone else ""
    found = shown(f"{ahead}{body} {behind}")
    assert [without(each) for each in found if each.get("change") != "leave"] == [{**expected, **OWN}]
    assert [each for each in found if each.get("change") == "leave"] == ([GONE] if gone else [])


@pytest.mark.parametrize(
    "body",
    [
        "Mientras se nombra a alguien, favor escribirme a mí: Luis Ensayo Vargas, lensayo@b.example, tel. 2200-0145.",
        "Hasta que se designe a otro, favor contactarme a mí: Luis Ensayo Vargas, lensayo@b.example, tel. 2200-0145.",
        "Until a successor is named, please write to me: Luis Ensayo Vargas, lensayo@b.example, tel. 2200-0145.",
        "Please write to me: Luis Ensayo Vargas, lensayo@b.example, tel. 2200-0145.",
        "Favor comunicarse conmigo, Luis Ensayo Vargas, lensayo@b.example, tel. 2200-0145.",
    ],
)
def test_who_asks_to_be_written_to(body: str) -> None:
    found = shown(f"La Licda. Ana Prueba Murillo se jubiló en enero. {body}")
    assert found[0] == GONE
    assert [without(each) for each in found[1:]] == [{**LUIS, **OWN}]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Por favor escríbanme a mí, Ana Prueba Murillo ya no trabaja aquí. Mi correo es lensayo@b.example.", []),
        ("El punto focal es Ana Prueba Murillo. Mi correo es lensayo@b.example.", []),
        ("Yo, Luis Ensayo Vargas, informo que el correo de Ana Prueba Murillo es a@b.example.", ["Ana Prueba Murillo"]),
        ("Mientras se nombra a alguien, dirigirse a Ana Prueba Murillo, a@b.example.", []),
        ("Mientras dura el seminario, favor de escribirme a mí: Luis Ensayo Vargas, lensayo@b.example.", []),
        ("Escribo por encargo de la Directora. Yo, Luis Ensayo Vargas, tomo nota. Mi correo es l@b.example.", []),
    ],
)
def test_words_of_others_and_for_a_time_name_nobody(body: str, names: list[str]) -> None:
    assert [each["name"] for each in shown(body) if "email" in each and "name" in each] == names
