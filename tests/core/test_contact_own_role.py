"""The role that writers tell of themselves beside their data: asked, and never another's."""

from __future__ import annotations

import pytest

from tests.answers import KNOWN, all_shown, by_certainty, contact_entries, entries_of, reply_of

FORM = "\n\nNombre: Ana Prueba Ejemplo\nCargo: Jefa\nTeléfono: 2222-0000\n\nSaludos,\nAna Prueba\n"
SUBJECT = "Actualización de la lista de contactos [MyD-DIR-2011-HN]"


def role(body: str) -> str | None:
    (entry,) = entries_of(reply_of(body, SUBJECT), KNOWN)
    taken, asked = by_certainty(entry)
    assert "role" not in taken
    return asked.get("role")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sigo siendo el punto focal de Honduras.", "focal-point"),
        ("Les informo que continúo como punto focal suplente.", "alternate"),
        ("Seguimos siendo el punto focal.", "focal-point"),
        ("He sido designada como punto focal de la CRM.", "focal-point"),
        ("Quien suscribe continúa como punto focal.", "focal-point"),
        ("I am still the focal point for Honduras, but I changed offices.", "focal-point"),
        ("I have moved but remain the focal point.", "focal-point"),
        ("I will be the alternate for Jordan Sample, que sigue siendo el punto focal.", "alternate"),
        ("I am the deputy focal point.", "alternate"),
        ("I remain the U.S. focal point for the group.", "focal-point"),
        ("I am the Canadian alternate.", "alternate"),
        ("I am not the U.S. focal point.", None),
        ("I am the seminar focal point.", None),
        ("Ya no soy el punto focal.", None),
        ("No sigo siendo el punto focal.", None),
        ("¿Sigo siendo el punto focal?", None),
        ("Soy el punto focal para el taller de marzo.", None),
        ("I am no longer the focal point.", None),
        ("I am the focal point for registration at the seminar.", None),
        ("Please let us know if I am still the focal point.", None),
        ("I met the focal point of Guatemala.", None),
    ],
)
def test_a_role_said_of_oneself(words: str, expected: str | None) -> None:
    assert role(words + FORM) == expected


def test_the_data_of_somebody_else_do_not_get_the_writers_role() -> None:
    assert (
        role("Sigo siendo el punto focal.\n\nNombre: Luis Ensayo Mora\nCargo: Jefe\n\nSaludos,\nAna Prueba\n") is None
    )


def test_the_role_stands_beside_the_rest_that_stays() -> None:
    body = (
        "Yo sigo como punto focal. Mi teléfono directo ahora es el 2259-3700. Lo demás sigue vigente.\n\nAna Prueba\n"
    )
    (entry,) = contact_entries(body, "HN")
    assert all_shown(entry) == {"name": "Ana Prueba", "phone": ["+50422593700"], "role": "focal-point"}


def test_the_role_alone_beside_a_confirmation_is_none() -> None:
    (entry,) = contact_entries("Sin cambios. Sigo siendo el punto focal.\n\nAna Prueba\n", "HN")
    assert "role" not in all_shown(entry)


@pytest.mark.parametrize(
    ("words", "expected"),
    [("I remain the U.S. focal point.", "focal-point"), ("I met the U.S. focal point.", None)],
)
def test_above_new_data_in_a_signature(words: str, expected: str | None) -> None:
    body = (
        f"{words} Please see my updated contact information below.\n\nRegards,\n\nPeter Specimen\n"
        "Senior Migration Officer\nBureau of Population, Refugees, and Migration\nU.S. Department of State\n"
        "Office: 202-555-0117\nspecimenp@state.example\n"
    )
    (entry,) = contact_entries(body, "US")
    assert all_shown(entry).get("role") == expected
    assert all_shown(entry)["name"] == "Peter Specimen"
