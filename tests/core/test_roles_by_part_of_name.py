"""Roles told below the data of one or two people, who are named again by a part of their names: shown and asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import contact_entries

TWO = """a) Abg. Delmira Ensayo Fortuna
   Cargo: Oficial de Protección
   Correo: densayo@sre.gob.example

b) Ing. Wilmer Hipotético Lagos
   Cargo: Asistente Técnico
   Correo: whipotetico@sre.gob.example

"""
IN_ENGLISH = """Name: Ms. Deirdre Placeholder
Position: Senior Analyst
E-mail: dplaceholder@cic.example

Name: Mr. Owen Mockingham
Position: Policy Officer
E-mail: omockingham@cic.example

"""
BOTH = ["focal-point", "alternate"]


def roles(body: str) -> list[Any]:
    """The role of each entry; none may be sure, and nobody else be read."""
    found = contact_entries(f"Estimados colegas:\n\n{body}\n\nSaludos", "HN")
    told = [entry["fields"].get("role") for entry in found]
    assert all(each["certainty"] == "doubtful" for each in told if each)
    return [each and each["value"] for each in told]


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("La abogada Ensayo es el punto focal y el ingeniero Hipotético su alterno.", BOTH),
        ("La abogada Ensayo será el punto focal; el ingeniero Hipotético, alterno.", BOTH),
        ("El punto focal es la abogada Ensayo y el alterno el ingeniero Hipotético.", BOTH),
        ("El punto focal será la abogada Ensayo, y el suplente, el ingeniero Hipotético.", BOTH),
        ("El ingeniero Hipotético queda como alterno y la abogada Ensayo continúa siendo el punto focal.", BOTH),
        ("La Abg. Ensayo fungirá como punto focal titular. El Ing. Hipotético actuará como suplente.", BOTH),
        ("La abogada Delmira Ensayo es el punto focal y don Wilmer Hipotético su suplente.", BOTH),
        ("Delmira será el punto focal y Wilmer el suplente.", BOTH),
        ("Punto focal: abogada Ensayo. Suplente: ingeniero Hipotético.", BOTH),
        ("Punto focal: Delmira Ensayo\nSuplente: Wilmer Hipotético", BOTH),
        ("La compañera Ensayo será el punto focal.", ["focal-point", None]),
        ("Doña Delmira es el punto focal.", ["focal-point", None]),
        ("El suplente es el ingeniero Hipotético.", [None, "alternate"]),
        ("La abogada Ensayo y el ingeniero Hipotético son los puntos focales.", ["focal-point", "focal-point"]),
    ],
)
def test_roles_below_two_people(sentence: str, read: list[Any]) -> None:
    assert roles(TWO + sentence) == read


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("Ms. Placeholder will be our focal point and Mr. Mockingham her alternate.", BOTH),
        ("Ms. Placeholder is the focal point, and Mr. Mockingham is her alternate.", BOTH),
        ("Deirdre remains the focal point.", ["focal-point", None]),
        ("Our alternate is Mr. Mockingham.", [None, "alternate"]),
        ("Mr. Mockingham will serve as alternate focal point.", [None, "alternate"]),
    ],
)
def test_roles_in_english(sentence: str, read: list[Any]) -> None:
    assert roles(IN_ENGLISH + sentence) == read


@pytest.mark.parametrize(
    "sentence",
    [
        "La abogada Ensayo ya no es el punto focal.",
        "La abogada Ensayo no será el punto focal.",
        "¿La abogada Ensayo es el punto focal?",
        "El ingeniero Ensayo es el punto focal.",  # she is a lawyer
        "La abogada Otra es el punto focal.",
        "El Ministerio Ensayo es el punto focal.",
        "La abogada Ensayo envió los datos al punto focal.",
        "La abogada Ensayo asistirá a la reunión del punto focal.",
        "La abogada Ensayo es la hermana del punto focal.",
        "Si la abogada Ensayo es el punto focal, avisaremos.",
        "Hasta junio la abogada Ensayo es el punto focal.",
        "El anterior punto focal era la abogada Ensayo.",
        "La abogada Ensayo es el punto focal. La abogada Ensayo es suplente.",
        "Ambos son puntos focales de otros grupos.",
    ],
)
def test_what_gives_nobody_a_role(sentence: str) -> None:
    assert roles(TWO + sentence) == [None, None]


def test_a_name_of_both_is_neither() -> None:
    assert roles(TWO.replace("Hipotético", "Ensayo") + "El señor Ensayo es el punto focal.") == [None, None]


def test_another_person_below_is_one() -> None:
    found = contact_entries(f"{TWO}Punto focal: Abg. Ensayo\nSuplente: Lic. Otra Persona Nueva\n", "HN")
    assert [each["fields"]["name"]["value"] for each in found][2:] == ["Otra Persona Nueva"]
    assert found[0]["fields"]["role"]["value"] == "focal-point"


def test_a_letter_before_a_name_begins_another_entry() -> None:
    """Seen: "Rol: alterno" below "b) Ing. …" was taken for the first person's, and the second name was lost."""
    with_role = TWO.replace("   Cargo: As", "   Rol: alterno\n   Cargo: As")
    first, second = contact_entries(f"{with_role}El ingeniero Hipotético es el punto focal.", "HN")
    assert "role" not in first["fields"]
    assert second["fields"]["name"]["value"] == "Wilmer Hipotético Lagos"
    assert (second["fields"]["role"]["value"], second["fields"]["role"]["certainty"]) == ("alternate", "normalised")
