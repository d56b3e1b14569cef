"""Data of contacts under a subject of the writer's own: "mis datos:" over a card.  All of it is asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries

CARD = (
    "Lic. Rubén Muestra Dato\nCoordinador de Vinculación\nMinisterio de Relaciones Exteriores\n2231 0077\n"
    "rmuestra@rree.gob.example\n"
)
RUBEN = {
    "title": "Lic.",
    "name": "Rubén Muestra Dato",
    "position": "Coordinador de Vinculación",
    "institution": "Ministerio de Relaciones Exteriores",
    "phone": ["+50322310077"],
    "email": ["rmuestra@rree.gob.example"],
}


def shown(body: str, subject: str) -> list[dict[str, Any]]:
    entries = contact_entries(body, "SV", subject)
    assert all(not taken for taken, _ in map(by_certainty, entries))
    return [all_shown(each) for each in entries]


@pytest.mark.parametrize(
    ("lead", "subject"),
    [
        ("Buenas tardes, mis datos:", "Datos"),
        ("Estimados, esta es mi tarjeta nueva:", "mi tarjeta"),
        ("Les remito los datos de nuestro enlace:", "Saludos"),
        ("Here are my new contact details:", "Hello"),
    ],
)
def test_who_presents_oneself_or_a_colleague(lead: str, subject: str) -> None:
    (entry,) = shown(f"{lead}\n\n{CARD}\nGracias\n", f"{subject} [SV]")
    assert {name: entry.get(name) for name in RUBEN if name not in {"phone"}} == {
        name: value for name, value in RUBEN.items() if name not in {"phone"}
    }


@pytest.mark.parametrize(
    ("lead", "subject"),
    [
        ("Buenas tardes, mis datos para el registro del taller:", "Inscripción"),
        ("Buenas tardes, mis datos:", "Seminario de políticas migratorias"),
        ("Consulté mis datos y tengo una duda.", "Datos"),
        ("Adjunto el informe.", "Informe"),
    ],
)
def test_what_presents_nobody(lead: str, subject: str) -> None:
    body = f"{lead}\n\n{CARD}" if lead.endswith(":") else f"{lead}\n\nSaludos,\n\nRubén Muestra Dato\nTel. 2231 0077\n"
    assert shown(body, subject) == []
