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
        ("Me permito informar lo siguiente:", ITEMS, "Propuesta para el Plan de Trabajo"),
        ("Me permito informar lo siguiente:", "- Taller de visas: realizado", SUBJECT),
        ("Me permito informar lo siguiente:", "- La sede será Tegucigalpa\n- Asistirá Ana Prueba", SUBJECT),
        ("Proponemos las actividades siguientes:", ITEMS, SUBJECT),
        ("Gracias por informar el estado de las actividades:", ITEMS, SUBJECT),
        ("Favor informar el estado de las actividades:", ITEMS, SUBJECT),
    ],
)
def test_what_is_not_announced_as_a_report_is_none(lead: str, items: str, subject: str) -> None:
    assert read(lead, items, subject) == []


LISTED = "Cuestionario de desastres (100%): cumplido el 28/01/2009\nLineamientos NNA (85 %): en proceso"
READ_LISTED = [
    {"activity": "Cuestionario de desastres", "status": "done", "progress": 100, "date": "2009-01-28/2009-01-28"},
    {"activity": "Lineamientos NNA", "status": "in-progress", "progress": 85},
]


@pytest.mark.parametrize(
    ("lead", "subject"),
    [
        ("Les detallo:", SUBJECT),
        ("A short update ahead of the November meeting:", "Work Programme update"),
        ("Please find below our update:", "Work Programme update"),
        ("Les detallo:", "Avances Honduras"),
        ("Les detallo:", "RE: Avances de las actividades"),
        ("De parte de Honduras:", "Plan de Trabajo 2009"),
    ],
)
def test_titles_with_their_states_one_a_line_are_a_report(lead: str, subject: str) -> None:
    for items in (LISTED, "- " + LISTED.replace("\n", "\n- "), LISTED.replace("\n", "\n\n")):
        found = read(lead, items, subject)
        assert [taken(each) for each in found] == [{}, {}]
        assert [shown(each) for each in found] == READ_LISTED


@pytest.mark.parametrize("subject", ["RE: Reunión de coordinación", "Re: ¿cómo vamos?", "quick update", "", SUBJECT])
@pytest.mark.parametrize(
    "lead", ["Me permito informar lo siguiente:", "Le cuento rápido cómo vamos:", "Por acá todo bien."]
)
def test_titles_that_show_themselves_are_a_report_under_any_subject(lead: str, subject: str) -> None:
    for items, expected in ((ITEMS, READ), (LISTED, READ_LISTED)):
        found = read(lead, items, subject)
        assert [taken(each) for each in found] == [{}, {}]
        assert [shown(each) for each in found] == expected


def test_titles_told_as_people_tell_them() -> None:
    items = (
        "Cuestionario de desastres: ya quedó, se mandó el 29 de enero.\n"
        "Requisitos de visa: ahí vamos, como al 70%.\n"
        "Foro virtual de salud: no se hizo en febrero, se corrió para el 15 de junio.\n"
        "Lista de cónsules: todavía no arrancamos."
    )
    found = read("Le cuento rápido cómo vamos por acá:", items, "Re: ¿cómo vamos?")
    assert [taken(each) for each in found] == [{}] * 4
    assert [shown(each) for each in found] == [
        {"activity": "Cuestionario de desastres", "status": "done", "date": "2009-01-29/2009-01-29"},
        {"activity": "Requisitos de visa", "status": "in-progress", "progress": 70},
        {"activity": "Foro virtual de salud", "status": "postponed", "date": "2009-06-15/2009-06-15"},
        {"activity": "Lista de cónsules", "status": "not-started"},
    ]


def test_titles_in_english_with_their_days() -> None:
    found = read(
        "A short update ahead of the next meeting:",
        "Training workshop: held October 6–7, 2008.\nRegional guidelines: in progress, 70%\n"
        "Mutual assistance study: postponed, tentatively April 2009",
        "Work Programme update",
    )
    assert [shown(each) for each in found] == [
        {"activity": "Training workshop", "status": "done", "date": "2008-10-06/2008-10-07"},
        {"activity": "Regional guidelines", "status": "in-progress", "progress": 70},
        {"activity": "Mutual assistance study", "status": "postponed", "date": "2009-04-01/2009-04-30"},
    ]


@pytest.mark.parametrize(
    ("lead", "items", "subject"),
    [
        ("Les detallo:", "Cuestionario de desastres (100%): cumplido el 28/01/2009", SUBJECT),  # one
        ("Les detallo:", "Boletos: enviados\nHotel: confirmado", SUBJECT),
        ("Les detallo:", "Boletos: enviados\nPasajes: enviados", SUBJECT),
        ("Les detallo:", "Sede del taller: Tegucigalpa\nHora de inicio: 9:00", SUBJECT),
        ("Les detallo:", "Taller de visas: realizado\nSede del foro: Tegucigalpa", SUBJECT),
        ("Les detallo:", LISTED, "Propuesta para el Plan de Trabajo"),
        ("Proponemos:", LISTED, SUBJECT),
        ("Favor confirmar:", LISTED, SUBJECT),
        ("Thank you for the following:", LISTED, "Work Programme"),
    ],
)
def test_what_is_no_list_of_titles_and_states_is_no_report(lead: str, items: str, subject: str) -> None:
    assert read(lead, items, subject) == []
