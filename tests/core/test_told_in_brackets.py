"""Data in brackets between a name and what else a sentence tells of the person, and where "to her" is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

MAIL = {"email": ["o@migracion-cr.gob.example"]}
PHONE = {"phone": ["+50622990045"]}
OFELIA = {"title": "Licda.", "name": "Ofelia Simulada Muestra"}


def read(body: str) -> list[dict[str, Any]]:
    """The values of each entry of an answer to our request for contacts; none may be sure."""
    entries = contact_entries(f"Buenos días:\n\n{body}\n\nSaludos cordiales\n", "CR")
    assert all(each["certainty"] == "doubtful" for entry in entries for each in entry["fields"].values())
    return [all_shown(entry) for entry in entries]


@pytest.mark.parametrize(
    ("body", "more"),
    [
        (
            "El nuevo punto focal es la Licda. Ofelia Simulada Muestra (o@migracion-cr.gob.example), Jefa de Visas.",
            {"role": "focal-point", "position": "Jefa de Visas", **MAIL},
        ),
        (
            "La nueva suplente es la Licda. Ofelia Simulada Muestra (2299-0045), quien es Jefa de Visas.",
            {"role": "alternate", "position": "Jefa de Visas", **PHONE},
        ),
        (
            (
                "Agradeceré dirigir en lo sucesivo estas consultas a la Licda. Ofelia Simulada Muestra"
                " (o@migracion-cr.gob.example), Jefa de Visas, quien es el nuevo punto focal del país."
            ),
            {"role": "focal-point", "position": "Jefa de Visas", **MAIL},
        ),
        (
            "La Licda. Ofelia Simulada Muestra (Jefa de Visas, 2299-0045) será la suplente.",
            {"role": "alternate", "position": "Jefa de Visas", **PHONE},
        ),
        (
            "La Licda. Ofelia Simulada Muestra (Ministerio de Trabajo, o@migracion-cr.gob.example) será la suplente.",
            {"role": "alternate", "institution": "Ministerio de Trabajo", **MAIL},
        ),
        (
            "La Licda. Ofelia Simulada Muestra (por las tardes, 2299-0045) será la suplente.",
            {"role": "alternate", **PHONE},
        ),
        (
            "Este tema lo lleva la Licda. Ofelia Simulada Muestra. Envíenla a ella a o@migracion-cr.gob.example.",
            MAIL,
        ),
        (
            (
                "The matter is handled by Licda. Ofelia Simulada Muestra. Please send the form to her at"
                " o@migracion-cr.gob.example; her number is 2299-0045."
            ),
            {**MAIL, **PHONE},
        ),
    ],
)
def test_what_stands_behind_and_in_brackets_is_of_the_person(body: str, more: dict[str, Any]) -> None:
    assert read(body) == [{**OFELIA, **more}]


@pytest.mark.parametrize(
    "body",
    [
        "Para consultas favor dirigirse a la Licda. Ofelia Muestra (o@migracion-cr.gob.example), Jefa de Visas.",
        "Para estas consultas favor dirigirse a la Licda. Ofelia Simulada Muestra.",
        "Hemos escrito a la Licda. Ofelia Simulada Muestra (o@migracion-cr.gob.example), Jefa de Visas.",
        "Este tema lo lleva la Licda. Ofelia Simulada Muestra. Favor enviar copia a o@migracion-cr.gob.example.",
    ],
)
def test_whom_to_ask_is_no_contact(body: str) -> None:
    assert read(body) == []


def test_who_stands_behind_the_brackets_is_another() -> None:
    body = (
        "El punto focal es la Licda. Ofelia Simulada Muestra (o@migracion-cr.gob.example) y el suplente es el"
        " Ing. Luis Ensayo Mora (2299-0045), Jefe de Archivo."
    )
    assert read(body) == [
        {**OFELIA, "role": "focal-point", **MAIL},
        {"title": "Ing.", "name": "Luis Ensayo Mora", "role": "alternate", "position": "Jefe de Archivo", **PHONE},
    ]
