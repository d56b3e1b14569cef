"""Who is said by name to be as before: the change is none, and whom it is said of is asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import by_certainty, contact_entries

NONE = {"change": "none"}
ANA = {"title": "Licda.", "name": "Ana Prueba Rojas", "role": "focal-point"}


def told(body: str) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [by_certainty(each) for each in contact_entries(body, "GT")]


@pytest.mark.parametrize(
    ("body", "asked"),
    [
        (
            "I can confirm that Ms. Jane Sample-Mock remains the focal point for Canada. Her details are correct.",
            {"title": "Ms.", "name": "Jane Sample-Mock", "role": "focal-point"},
        ),
        (
            "Se confirma como punto focal a la Licda. Ana Prueba Rojas, Directora de Visas, sin cambios en sus datos.",
            {**ANA, "position": "Directora de Visas"},
        ),
        (
            "We confirm Ms. Jane Sample as our focal point, with no changes to her details.",
            {"title": "Ms.", "name": "Jane Sample", "role": "focal-point"},
        ),
        ("La Licda. Ana Prueba Rojas continúa como punto focal, sin cambios.", ANA),
    ],
)
def test_whose_data_are_as_before(body: str, asked: dict[str, Any]) -> None:
    assert told(body) == [(NONE, asked)]


@pytest.mark.parametrize(
    "body",
    [
        "Sin cambios.",
        "Los datos de nuestro punto focal son correctos.",
        "Mis datos no han cambiado. El Lic. Luis Ensayo Mora sigue siendo nuestro punto focal.",
        "El Lic. Luis Ensayo Mora sigue siendo nuestro punto focal. Nuestros datos en la lista son correctos.",
        (
            "Se confirma a la Licda. Ana Prueba Rojas como punto focal y al Lic. Luis Ensayo Mora como alterno. "
            "Sus datos son correctos."
        ),
    ],
)
def test_whose_they_are_is_not_said(body: str) -> None:
    assert told(body) == [(NONE, {})]
