"""The role of whoever signs, told beside somebody else's or alone: an entry of their own, asked, with the name."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries

SIGNED = "\n\nAtentamente,\n\nLic. Ana Prueba Rojas\nDirectora de Visas\n"
BARE = "\n\nThank you.\n\nAna Prueba Rojas\n"
ANA, LUIS = "Ana Prueba Rojas", "Luis Ensayo Mora"
FOCAL, OTHER = "focal-point", "alternate"


def roles(body: str) -> dict[Any, Any]:
    """The role shown of each name; nothing of it is taken."""
    entries = contact_entries(body, "PA")
    assert not any("role" in by_certainty(each)[0] for each in entries)
    return {all_shown(each).get("name"): all_shown(each).get("role") for each in entries}


@pytest.mark.parametrize(
    ("told", "own", "theirs"),
    [
        ("El suscrito continúa como punto focal. Como alterno queda el Lic. Luis Ensayo Mora.", FOCAL, OTHER),
        ("Quien suscribe queda como suplente y el Lic. Luis Ensayo Mora pasa a ser el punto focal.", OTHER, FOCAL),
        ("Sigo siendo el punto focal. El suplente es el Lic. Luis Ensayo Mora, lem@b.example.", FOCAL, OTHER),
        ("El Lic. Luis Ensayo Mora es el punto focal y yo soy su suplente.", OTHER, FOCAL),
        ("Yo continúo como suplente. El punto focal sigue siendo el Lic. Luis Ensayo Mora.", OTHER, FOCAL),
        (
            "Una servidora seguirá como punto focal, y como suplente fue designado el Lic. Luis Ensayo Mora.",
            FOCAL,
            OTHER,
        ),
        (
            "Ya no seré punto focal; paso a ser suplente y el Lic. Luis Ensayo Mora asume como punto focal.",
            OTHER,
            FOCAL,
        ),
        ("Mr. Luis Ensayo Mora remains our focal point. I have been designated as the alternate.", OTHER, FOCAL),
        (
            "The undersigned remains the focal point. Our alternate is Mr. Luis Ensayo Mora (lem@b.example).",
            FOCAL,
            OTHER,
        ),
        (
            "The focal point continues to be Mr. Luis Ensayo Mora, and the undersigned will act as alternate.",
            OTHER,
            FOCAL,
        ),
        ("He sido designada punto focal en sustitución del Lic. Luis Ensayo Mora.", FOCAL, None),
        ("I have been named focal point, replacing Mr. Luis Ensayo Mora, who retired.", FOCAL, None),
    ],
)
@pytest.mark.parametrize("signature", [SIGNED, BARE])
def test_the_writers_role_beside_somebody_elses(told: str, own: str, theirs: str | None, signature: str) -> None:
    found = roles(told + signature)
    assert {name: role for name, role in found.items() if role} == {ANA: own} | ({LUIS: theirs} if theirs else {})


@pytest.mark.parametrize(
    "told",
    [
        "Les informo que el suscrito continúa como punto focal de Panamá.",
        "El abajo firmante ha sido designado como punto focal.",
        "Continúo siendo el punto focal de Panamá ante el Grupo.",
        "The undersigned has been confirmed as the focal point for Panama.",
        "I will continue to serve as the focal point.",
    ],
)
def test_the_writers_role_alone(told: str) -> None:
    assert roles(told + SIGNED) == {ANA: "focal-point"}


@pytest.mark.parametrize(
    "told",
    [
        "Soy el punto focal de Panamá. ¿Me podrían enviar la lista?",
        "Sigo siendo el punto focal de Panamá. Favor enviarme la lista.",
        "Ya no soy el punto focal.",
        "El suscrito no es el punto focal.",
        "Sigo siendo el punto focal hasta el 31 de enero.",
        "Me dirijo a ustedes como punto focal de Panamá.",
    ],
)
def test_no_role_is_shown_of_who_only_asks_or_has_none(told: str) -> None:
    assert "focal-point" not in roles(told + SIGNED).values()


def test_without_a_name_below_there_is_no_entry() -> None:
    assert roles("El suscrito continúa como punto focal.\n\nAtentamente,\n\nDirección de Visas\n") == {}


def test_the_data_announced_in_the_signature_stand_beside_whom_the_words_name() -> None:
    body = (
        "Mr. Luis Ensayo Mora remains our focal point. I have been designated as the alternate; my contact details\n"
        "are in the signature below.\n\nAna Prueba Rojas\nDirector of Visas\nTel: 2542-0100\na@b.example\n"
    )
    ana, luis = contact_entries(body, "CR")
    assert all_shown(ana).items() >= {"name": ANA, "role": "alternate", "phone": ["+50625420100"]}.items()
    assert all_shown(luis) == {"title": "Mr.", "name": LUIS, "role": "focal-point"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("su teléfono directo, el 2542-0100.", {"phone": ["+50625420100"]}),
        ("su celular, 8811-0100, y su correo, l@b.example.", {"mobile": ["+50688110100"], "email": ["l@b.example"]}),
        ("his cell, 8811-0100.", {"mobile": ["+50688110100"]}),
        ("su oficina está en San José, 2542-0100.", {}),
    ],
)
def test_a_comma_between_the_telephone_and_its_number(told: str, expected: dict[str, Any]) -> None:
    [entry] = contact_entries(f"Como alterno queda el Lic. Luis Ensayo Mora, Asesor; {told}\n\nSaludos\n", "CR")
    shown = all_shown(entry)
    assert {field: shown.get(field) for field in expected} == expected
    assert expected or "mobile" not in shown
