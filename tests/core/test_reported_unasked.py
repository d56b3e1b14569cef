"""Reports under a subject of the programme that asks nothing of us: announced, of several activities, and asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reports import entries_of, offered, shown, taken

SUBJECT = "RE: Programa de Trabajo de la Red de Funcionarios"
ITEMS = "- Taller de visas: realizado el 3 de marzo de 2009\n- Foro virtual: en proceso, 60 %"
READ = [
    {"activity": "Taller de visas", "status": "done", "date": "2009-03-03/2009-03-03"},
    {"activity": "Foro virtual", "status": "in-progress", "progress": 60},
]


def read(lead: str, items: str = ITEMS, subject: str = SUBJECT) -> list[dict[str, Any]]:
    return entries_of(f"Estimados colegas:\n\n{lead}\n\n{items}\n\nSaludos,\nAna Prueba", subject)


@pytest.mark.parametrize(
    "lead",
    [
        "Me permito informar lo siguiente:",
        "Por instrucciones del Director, compartimos el avance de las actividades:",
        "On instructions of the Director, I am pleased to report the following:",
        "We report the status of our activities as follows:",
    ],
)
@pytest.mark.parametrize("subject", [SUBJECT, "RE: Work Programme of the Network", "Plan de Trabajo 2009"])
def test_what_is_announced_is_shown_and_asked(lead: str, subject: str) -> None:
    found = read(lead, subject=subject)
    assert [taken(each) for each in found] == [{}, {}]
    assert [shown(each) for each in found] == READ


def test_a_deed_with_who_is_in_charge() -> None:
    found = read(
        "I am pleased to report the following:",
        "- Study on assistance: delayed. New date: no later than May 29, 2009. Responsible: Mr. Dennis Sample.\n"
        "- List of consuls: sent to the TS on February 3, 2009.",
    )
    assert [offered(each) for each in found] == [
        {
            "activity": "Study on assistance",
            "status": "delayed",
            "date": "None/2009-05-29",
            "responsible": "Mr. Dennis Sample",
        },
        {"activity": "List of consuls", "status": "done", "date": "2009-02-03/2009-02-03"},
    ]


@pytest.mark.parametrize(
    ("lead", "items", "subject"),
    [
        ("Me permito informar lo siguiente:", ITEMS, "RE: Reunión de coordinación"),
        ("Me permito informar lo siguiente:", ITEMS, "Propuesta para el Plan de Trabajo"),
        ("Me permito informar lo siguiente:", "- Taller de visas: realizado", SUBJECT),
        ("Me permito informar lo siguiente:", "- La sede será Tegucigalpa\n- Asistirá Ana Prueba", SUBJECT),
        ("Proponemos las actividades siguientes:", ITEMS, SUBJECT),
        ("Gracias por informar el estado de las actividades:", ITEMS, SUBJECT),
        ("Favor informar el estado de las actividades:", ITEMS, SUBJECT),
        ("Quedamos a la espera.", ITEMS, SUBJECT),
    ],
)
def test_what_is_not_announced_as_a_report_is_none(lead: str, items: str, subject: str) -> None:
    assert read(lead, items, subject) == []
