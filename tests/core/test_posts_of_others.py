"""The post and the extension of somebody named: "el cargo de Luis Ensayo ahora es …", "Ana Sample's extension"."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries, only_asked

LUIS = {"name": "Luis Ensayo Mora"}
POST = {"position": "Director de Fronteras"}


def read(body: str) -> list[dict[str, Any]]:
    """The values of each entry of an answer to our request for contacts; none may be sure."""
    entries = contact_entries(f"Buenos días:\n\n{body}\n\nSaludos cordiales\n", "CR")
    assert all(each["certainty"] == "doubtful" for entry in entries for each in entry["fields"].values())
    return [all_shown(entry) for entry in entries]


@pytest.mark.parametrize(
    "body",
    [
        "El cargo de Luis Ensayo Mora ahora es Director de Fronteras.",
        "El nuevo cargo de Luis Ensayo Mora es Director de Fronteras.",
        "Les informo que el puesto de Luis Ensayo Mora pasó a ser Director de Fronteras.",
        "El puesto actual del señor Luis Ensayo Mora es el de Director de Fronteras.",
        "El cargo de Luis Ensayo Mora ha cambiado a Director de Fronteras.",
        "Luis Ensayo Mora's position is now Director de Fronteras.",
        "Luis Ensayo Mora's new title is Director de Fronteras.",
        "The position of Luis Ensayo Mora is now Director de Fronteras.",
    ],
)
def test_the_post_of_somebody_named(body: str) -> None:
    assert read(body) == [{**LUIS, **POST}]


def test_what_is_told_besides() -> None:
    body = "El cargo de la Licda. Ana Prueba Sosa ahora es Jefa de Visas. Su teléfono es el 2410-0000."
    assert read(body) == [
        {"title": "Licda.", "name": "Ana Prueba Sosa", "position": "Jefa de Visas", "phone": ["+50624100000"]}
    ]


@pytest.mark.parametrize(
    "body",
    [
        "La extensión de Luis Ensayo Mora es la 214.",
        "La extensión de Luis Ensayo Mora ahora es la 214.",
        "Luis Ensayo Mora's extension is now 214.",
        "Luis Ensayo Mora's extension has changed to 214.",
    ],
)
def test_the_extension_of_somebody_named_is_asked(body: str) -> None:
    (entry,) = contact_entries(body, "CR")
    assert all_shown(entry) == LUIS
    assert "phone" in only_asked(entry)


@pytest.mark.parametrize(
    "body",
    [
        "El cargo de Director de Fronteras ahora es de Luis Ensayo Mora.",
        "El cargo de Luis Ensayo Mora está vacante.",
        "El cargo de Luis Ensayo Mora no ha cambiado.",
        "El cargo de Luis Ensayo Mora es importante para el grupo.",
        "El cargo de Asuntos Migratorios ahora es Director.",
        "La extensión de Luis Ensayo Mora es la misma.",
        "La extensión de la Dirección General es la 214.",
        "La extensión de Luis Ensayo Mora es 2410-0000.",
        "Luis Ensayo Mora's paper on the title is now Director.",
    ],
)
def test_what_tells_no_post_and_no_extension(body: str) -> None:
    assert all(not {"position", "name"} & each.keys() or "phone" in each for each in read(body))


def test_of_two_persons_nothing_is_guessed() -> None:
    assert read("El cargo de Ana Prueba Sosa ahora es Jefa y el de Luis Ensayo Mora es Director.") in (
        [],
        [{"name": "Ana Prueba Sosa", "position": "Jefa"}],
    )
