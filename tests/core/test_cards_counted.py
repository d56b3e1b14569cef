"""Cards whose lines are counted, two numbers on lines of their own, and words that are no post of a card."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries, only_asked

LUIS = {"title": "Lic.", "name": "Luis Ensayo Mora", "position": "Director de Fronteras"}
MAIL = {"email": ["lensayo@dgme.example"]}
FIRST, SECOND = "+50624100001", "+50624100002"


def read(body: str) -> list[dict[str, Any]]:
    """The values of each entry of an answer to our request for contacts; none may be sure."""
    entries = contact_entries(f"Estimados colegas:\n\n{body}\n\nSaludos\n", "CR")
    assert all(each["certainty"] == "doubtful" for entry in entries for each in entry["fields"].values())
    return [all_shown(entry) for entry in entries]


@pytest.mark.parametrize(
    ("numbers", "phone"),
    [
        ("2410-0001\n2410-0002", [FIRST, SECOND]),
        ("(506) 2410-0001\n(506) 2410-0002", [FIRST, SECOND]),
        ("2410-0001, 2410-0002", [FIRST, SECOND]),
        ("2410-0001\n2410-0001", [FIRST]),
        ("2410-0001", [FIRST]),
    ],
)
def test_numbers_on_lines_of_their_own(numbers: str, phone: list[str]) -> None:
    body = f"Lic. Luis Ensayo Mora\nDirector de Fronteras\n{numbers}\nlensayo@dgme.example"
    assert read(body) == [{**LUIS, "phone": phone, **MAIL}]


def test_the_lines_of_one_card_are_counted() -> None:
    body = "1. Lic. Luis Ensayo Mora\n2. Director de Fronteras\n3. 2410-0001\n4. lensayo@dgme.example"
    assert read(body) == [{**LUIS, "phone": [FIRST], **MAIL}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lic. Luis Ensayo Mora, lensayo@dgme.example", "Asesora Ana Prueba Sosa, aprueba@dgme.example"),
        ("Lic. Luis Ensayo Mora, Director, 2410-0001", "Asesora Ana Prueba Sosa, 2410-0002"),
        ("Lic. Luis Ensayo Mora, lensayo@dgme.example", "Lic. Ana Prueba Sosa, aprueba@dgme.example"),
    ],
)
def test_two_counted_people_are_not_one(one: str, other: str) -> None:
    for entry in read(f"1. {one}\n2. {other}"):
        assert "Ana" not in str(entry.get("position"))
        assert len([*entry.get("email", []), *entry.get("phone", [])]) == 1


@pytest.mark.parametrize(
    "body",
    [
        "Mi correo es a@b.example, mi fax no funciona y mi celular es 8810-0000, no lo publiquen.",
        "Mi correo es a@b.example y no c@d.example, y el teléfono correcto es 2410-0001, no 2410-0060.",
        "My e-mail is a@b.example and my mobile is 8810-0000, not to be published.",
    ],
)
def test_what_stands_behind_a_number_is_no_post(body: str) -> None:
    (entry,) = contact_entries(body, "CR")
    assert "position" not in all_shown(entry).keys() | only_asked(entry)
