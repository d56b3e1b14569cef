"""What an office is called from now on, the writer's or that of somebody named."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries

PETER = {"name": "Peter Sample", "unit": "Temporary Foreign Worker Directorate"}
ANA = {"title": "Licda.", "name": "Ana Prueba Rojas", "unit": "Dirección de Política Migratoria"}


def told(body: str) -> list[dict[str, Any]]:
    entries = contact_entries(body, "CA")
    assert all(by_certainty(each)[0] == {} for each in entries)
    return [all_shown(each) for each in entries]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Peter Sample's office is now called the Temporary Foreign Worker Directorate.", PETER),
        (
            "The office of Mr. Peter Sample is now called the Temporary Foreign Worker Directorate. His phone stays.",
            {"title": "Mr.", **PETER},
        ),
        ("Peter Sample's unit has been renamed the Temporary Foreign Worker Directorate.", PETER),
        ("La oficina de la Licda. Ana Prueba Rojas ahora se llama Dirección de Política Migratoria.", ANA),
        ("La unidad de la Licda. Ana Prueba Rojas pasó a denominarse Dirección de Política Migratoria.", ANA),
        ("Our office is now called the Migration Policy Directorate.", {"unit": "Migration Policy Directorate"}),
        (
            "My title is now Director, and our office is now known as the Migration Policy Directorate.",
            {"position": "Director", "unit": "Migration Policy Directorate"},
        ),
        (
            "La Dirección de Asuntos Consulares ahora se llama Dirección de Protección Consular.",
            {"unit": "Dirección de Protección Consular"},
        ),
    ],
)
def test_new_names(body: str, expected: dict[str, Any]) -> None:
    assert told(body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "Peter Sample's project is now called the Migration Policy Forum.",
        "Mr. Peter Sample visited the office, which is now called the Migration Policy Directorate.",
        "El taller ahora se llama Foro de Visas.",
    ],
)
def test_names_of_other_things(body: str) -> None:
    assert told(body) == []
