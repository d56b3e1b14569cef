"""Proposals of activities, however their writers announce them, told from reports of progress."""

from __future__ import annotations

import pytest

from mailbot.core.reading.proposing import lays_out_a_proposal
from tests.reports import entries_of, taken

GUIDE = (
    "Título: Guía para personas retornadas\nObjetivo: facilitar la reinserción\nMeta: una guía publicada\n"
    "Plazo: de abril a noviembre de 2009\nA cargo de: Honduras y la OIM\n"
)
GUIDE_READ = {
    "title": "Guía para personas retornadas",
    "objective": "facilitar la reinserción",
    "goal": "una guía publicada",
    "calendar": "2009-04-01/2009-11-30",
    "responsible": "Honduras y la OIM",
}
WORKSHOP = "Actividad: Taller sobre remesas\nFecha: 14 y 15 de junio de 2009\nResponsable: Nicaragua\n"
WORKSHOP_READ = {
    "title": "Taller sobre remesas",
    "calendar": "2009-06-14/2009-06-15",
    "responsible": "Nicaragua",
}
FORUM = "Activity: Forum on remittances\nDate: 14 and 15 June 2009\nLead: Canada\n"
FORUM_READ = {"title": "Forum on remittances", "calendar": "2009-06-14/2009-06-15", "responsible": "Canada"}


@pytest.mark.parametrize(
    ("subject", "above", "labels", "read"),
    [
        ("Propuesta para el Plan de Trabajo", "Estimados colegas:", GUIDE, GUIDE_READ),
        ("Nota", "Honduras somete a su consideración la propuesta siguiente:", GUIDE, GUIDE_READ),
        ("Nota", "Honduras somete a su consideración la siguiente propuesta:", WORKSHOP, WORKSHOP_READ),
        ("Nota", "Honduras somete a la consideración del Grupo lo siguiente:", WORKSHOP, WORKSHOP_READ),
        ("Nota", "Nos permitimos presentar la propuesta de Honduras:", GUIDE, GUIDE_READ),
        ("Nota", "Guatemala sugiere incorporar en el Programa de Trabajo:", WORKSHOP, WORKSHOP_READ),
        ("Nota", "Nicaragua plantea incorporar al Plan de Trabajo lo siguiente:", WORKSHOP, WORKSHOP_READ),
        ("Nota", "Quisiéramos proponer lo siguiente:", GUIDE, GUIDE_READ),
        ("Nota", "Para incorporar al Plan:", GUIDE, GUIDE_READ),
        ("RV: Propuesta de Honduras", "Estimados colegas:", WORKSHOP, WORKSHOP_READ),
        ("RE: Propuesta para el Plan de Trabajo", "Corregimos nuestra propuesta:", GUIDE, GUIDE_READ),
        ("Proposal for the Work Programme", "Please see below.", FORUM, FORUM_READ),
        ("Note", "We would like to propose the following:", FORUM, FORUM_READ),
        ("Note", "Canada submits the following proposal for your consideration:", FORUM, FORUM_READ),
        ("Note", "Canada suggests adding the following to the work plan:", FORUM, FORUM_READ),
    ],
)
def test_an_activity_that_is_proposed(subject: str, above: str, labels: str, read: dict[str, str]) -> None:
    (entry,) = entries_of(f"{above}\n\n{labels}\nAgradeceremos sus comentarios a más tardar el 11 de mayo.", subject)
    assert entry["form"] == "activity-proposal"
    assert taken(entry) == read


@pytest.mark.parametrize(
    ("subject", "body", "read"),
    [
        (
            "Propuesta",
            "Honduras presenta su avance:\n\nActividad: P003-08\nEstado: en proceso\n",
            {"activity": "P003-08", "status": "in-progress"},
        ),
        (
            "Nota",
            "Proponemos realizar el taller más tarde.\n\nActividad: P003-08\nEstado: pospuesta",
            {"activity": "P003-08", "status": "postponed"},
        ),
        (
            "Nota",
            "Sometemos a su consideración el avance de Honduras:\n\nActividad: Taller de cónsules\nEstado: en curso\n",
            {"activity": "Taller de cónsules", "status": "in-progress"},
        ),
        (
            "Note",
            "Activity: P003-07\nStatus: completed\nDate: 3 February 2009\n\nWe propose to add a second phase.\n",
            {"activity": "P003-07", "status": "done", "date": "2009-02-03/2009-02-03"},
        ),
        (
            "Propuesta de fechas",
            "Sugerimos estas fechas:\n\n" + WORKSHOP,
            {"activity": "Taller sobre remesas", "date": "2009-06-14/2009-06-15", "responsible": "Nicaragua"},
        ),
        (
            "Actividades",
            "Actividad: Taller sobre remesas\nNueva fecha propuesta: 14 de junio de 2009\nResponsable: Nicaragua\n",
            {"activity": "Taller sobre remesas", "date": "2009-06-14/2009-06-14", "responsible": "Nicaragua"},
        ),
        (
            "Actividades",
            "Agradecemos su propuesta. Este es nuestro avance:\n\n" + WORKSHOP,
            {"activity": "Taller sobre remesas", "date": "2009-06-14/2009-06-15", "responsible": "Nicaragua"},
        ),
    ],
)
def test_a_report_stays_a_report(subject: str, body: str, read: dict[str, str]) -> None:
    (entry,) = entries_of(body, subject)
    assert entry["form"] == "activity-status"
    assert taken(entry) == read


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Honduras", f"Estimados colegas:\n\n{GUIDE}"),  # an aim and no state: no report, and nobody proposes it
        ("RE: Propuesta para el Plan de Trabajo", "Honduras apoya la propuesta de Nicaragua."),
        ("Propuesta de redacción", "Sugerimos incluir el párrafo siguiente en el plan: «Los países …»"),
        ("Nota", "Guatemala presentó el 30 de enero la propuesta de lineamientos."),
    ],
)
def test_neither(subject: str, body: str) -> None:
    assert entries_of(body, subject) == []


def test_who_is_proposed_is_no_activity() -> None:
    body = "Honduras propone a la siguiente persona:\n\nNombre: Ana Prueba Ensayo\nTítulo: Licda.\nCargo: Asesora\n"
    (entry,) = entries_of(body, "Propuesta")
    assert entry["form"] == "contact-update"
    assert taken(entry) == {"title": "Licda.", "name": "Ana Prueba Ensayo", "position": "Asesora"}


def test_a_report_beside_a_proposal() -> None:
    body = "Actividad: P003-08\nEstado: en proceso\n\nPropuesta de Costa Rica:\nActividad: Foro sobre remesas\n"
    assert lays_out_a_proposal(body, "")
    assert not lays_out_a_proposal(body.replace("Propuesta de", "Fecha propuesta por"), "")
