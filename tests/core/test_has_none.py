"""Who has no fax or mobile, told in a sentence: whose entry it is, and what confirms none."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("No tengo fax.", "fax"),
        ("Ya no contamos con fax.", "fax"),
        ("El fax que aparece en la lista ya no existe, favor eliminarlo.", "fax"),
        ("We do not have a fax at present.", "fax"),
        ("Our fax number has been discontinued.", "fax"),
        ("No dispongo de celular.", "mobile"),
        ("I have no mobile phone; there is no fax.", "fax"),
    ],
)
def test_beside_what_is_new(said: str, field: str) -> None:
    (found,) = contact_entries(f"Mi nuevo teléfono es 2230-0000. {said}", "HN")
    assert all_shown(found).get(field) == [] or all_shown(found).get("mobile") == []


def test_it_is_said_of_who_was_named_last() -> None:
    body = (
        "Carla Sample has left the Ministry. She has been replaced by Mr. Kenrick Testerman, Second Secretary. His "
        "e-mail is ktesterman@mfa-bz.example. He does not have a fax."
    )
    left, new = contact_entries(body, "BZ")
    assert "fax" not in all_shown(left)
    assert all_shown(new)["fax"] == []
    one, two = contact_entries(
        "1. Ana Prueba, tel. 2230-0000. No tiene celular.\n2. Luis Ensayo, tel. 2230-0001.", "HN"
    )
    assert all_shown(one)["mobile"] == []
    assert "mobile" not in all_shown(two)


@pytest.mark.parametrize("said", ["¿Ya no tienen fax?", "No tenemos noticias del fax que enviamos."])
def test_questions_and_papers_are_none(said: str) -> None:
    (found,) = contact_entries(f"Mi nuevo teléfono es 2230-0000. {said}", "HN")
    assert "fax" not in all_shown(found)
