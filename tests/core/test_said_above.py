"""State, institution and address said once above several people, with labels below, cards or lists."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries

HEADING = "País: Honduras\nInstitución: Secretaría de Trabajo\n\n"
HOUSE = {"country": "HN", "institution": "Secretaría de Trabajo"}
EVA = {"name": "Eva Muestra Mora", "position": "Directora", "email": ["emuestra@x.example"]}
LUIS = {"name": "Luis Ejemplo Rojas", "position": "Analista", "email": ["lejemplo@x.example"]}


@pytest.mark.parametrize(
    "people",
    [
        (
            "Nombre: Eva Muestra Mora\nCargo: Directora\nCorreo: emuestra@x.example\n\n"
            "Nombre: Luis Ejemplo Rojas\nCargo: Analista\nCorreo: lejemplo@x.example\n"
        ),
        "Eva Muestra Mora\nDirectora\nemuestra@x.example\n\nLuis Ejemplo Rojas\nAnalista\nlejemplo@x.example\n",
        "Eva Muestra Mora, Directora, emuestra@x.example\nLuis Ejemplo Rojas, Analista, lejemplo@x.example\n",
        "1. Eva Muestra Mora, Directora, emuestra@x.example\n2. Luis Ejemplo Rojas, Analista, lejemplo@x.example\n",
    ],
)
def test_each_has_what_stands_above_all(people: str) -> None:
    first, second = contact_entries(HEADING + people, "HN")
    assert all_shown(first) == {**HOUSE, **EVA}
    assert all_shown(second) == {**HOUSE, **LUIS}
    assert {second["fields"][name]["certainty"] for name in HOUSE} == {"doubtful"}


def test_one_card_below_is_whom_the_heading_is_of() -> None:
    (entry,) = contact_entries(f"{HEADING}Eva Muestra Mora, Directora, emuestra@x.example", "HN")
    assert all_shown(entry) == {**HOUSE, **EVA}
    assert entry["fields"]["institution"]["certainty"] == "exact"


def test_who_has_an_institution_of_their_own_shows_that_each_says_theirs() -> None:
    people = (
        "Nombre: Eva Muestra Mora\nCargo: Directora\n\n"
        "Nombre: Luis Ejemplo Rojas\nCargo: Analista\nInstitución: Cancillería\n"
    )
    _, second = contact_entries(HEADING + people, "HN")
    assert all_shown(second)["institution"] == "Cancillería"


def test_without_an_empty_line_it_is_the_first_ones() -> None:
    people = "Nombre: Eva Muestra Mora\nCargo: Directora\n\nNombre: Luis Ejemplo Rojas\nCargo: Analista\n"
    _, second = contact_entries(HEADING.rstrip("\n") + "\n" + people, "HN")
    assert "institution" not in all_shown(second)


def test_who_signs_below_a_closing_is_nobody_of_the_list() -> None:
    (entry,) = contact_entries(f"{HEADING}Saludos,\nEva Muestra Mora\nDirectora\nemuestra@x.example", "HN")
    assert all_shown(entry) == HOUSE
