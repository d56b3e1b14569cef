"""Who says by name that an address is new."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

MAIL = ["a@b.example"]


def read(body: str, subject: str | None = None) -> list[dict[str, Any]]:
    return [all_shown(each) for each in contact_entries(f"Buenos días:\n\n{body}\n\nSaludos\n", "CR", subject)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Soy Jacinta Muestra Supuesto, de El Salvador. Favor anotar como mi nuevo correo a@b.example.",
            [{"name": "Jacinta Muestra Supuesto", "email": MAIL}],
        ),
        ("Favor anotar como mi nuevo correo a@b.example.", [{"email": MAIL}]),
        ("Soy Jacinta Muestra Supuesto, de El Salvador. Les escribo por el taller.", []),
    ],
)
def test_who_writes_of_a_new_address(body: str, expected: list[dict[str, Any]]) -> None:
    assert read(body, "Cambio de correo") == expected
