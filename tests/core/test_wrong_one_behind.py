"""The wrong value told behind the right one: "mi correo es a@b.example y no a@c.example"."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries, only_asked

MAIL, PHONE, MOBILE = ["a@b.example"], ["+50624100001"], ["+50688100000"]
LIST = "[MyD-LIST-2011] Lista de contactos, versión 3"


def read(body: str, subject: str | None = None) -> list[dict[str, Any]]:
    return [all_shown(each) for each in contact_entries(f"Buenos días:\n\n{body}\n\nSaludos\n", "CR", subject)]


@pytest.mark.parametrize("join", [" y no ", ", no ", ", y no ", " en lugar de ", " instead of ", ", not "])
def test_two_values_each_with_the_wrong_one_behind(join: str) -> None:
    body = f"Mi correo es a@b.example{join}a@c.example, y mi teléfono es 2410-0001{join}2410-0060."
    (entry,) = contact_entries(body, "CR")
    assert all_shown(entry) == {"email": MAIL, "phone": PHONE}
    assert {each["certainty"] for each in entry["fields"].values()} == {"doubtful"}
    assert "position" not in only_asked(entry)


@pytest.mark.parametrize("end", [" ", "\n"])
def test_across_a_line_that_was_broken(end: str) -> None:
    body = (
        f"En la lista hay dos errores en mis datos. Mi correo es a@b.example y no{end}a@c.example, y el número de"
        " teléfono correcto es 2410-0001, no 2410-0060."
    )
    assert read(body, LIST) == [{"email": MAIL, "phone": PHONE}]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Mi correo es a@b.example y mi teléfono es 2410-0001, no tengo fax.",
            {"email": MAIL, "phone": PHONE, "fax": []},
        ),
        ("Mi correo es a@b.example y mi celular es 8810-0000.", {"email": MAIL, "mobile": MOBILE}),
    ],
)
def test_nothing_is_denied(body: str, expected: dict[str, Any]) -> None:
    assert read(body) == [expected]
