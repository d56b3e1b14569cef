"""Activities named by their titles where the subject speaks of activities, and people "por parte de" a State."""

from __future__ import annotations

import datetime as dt

import pytest

from mailbot.core.values import Known
from tests.answers import all_shown, contact_entries, entries_of, reply_of

TITLE = "Encuentro Regional sobre Codesarrollo"


def told(body: str, subject: str) -> list[dict[str, object]]:
    raw = reply_of(body, subject, day=dt.date(2010, 11, 23))
    return [all_shown(each) for each in entries_of(raw, Known(today=dt.date(2010, 11, 23)))]


@pytest.mark.parametrize("subject", ["Informe de actividad", "RE: Plan de trabajo", "Avance de actividades"])
@pytest.mark.parametrize(
    ("said", "status"),
    [
        (
            f"Tengo el agrado de informarles que el {TITLE} se realizó los días 9 y 10 de noviembre en Tegucigalpa.",
            "done",
        ),
        (f"El {TITLE} se pospone para marzo de 2011.", "postponed"),
        (f"El {TITLE} fue cancelado.", "cancelled"),
    ],
)
def test_a_proper_title(said: str, status: str, subject: str) -> None:
    (entry,) = told(said, subject)
    assert (entry["activity"], entry["status"]) == (TITLE, status)


def test_a_webinar() -> None:
    said = "The Webinar on Temporary Worker Programs, scheduled for January 26, has been postponed to March 2, 2011."
    (entry,) = told(said, "RE: Work plan - Canada")
    assert entry["activity"] == "Webinar on Temporary Worker Programs"


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        (f"El {TITLE} se realizó el 9 de noviembre.", "Saludos"),
        ("La reunión se realizó el 9 de noviembre.", "RE: Plan de trabajo"),
        ("La Conferencia Regional sobre Migración se realizó en noviembre.", "RE: Plan de trabajo"),
    ],
)
def test_what_names_no_activity(said: str, subject: str) -> None:
    assert told(said, subject) == []


def test_by_a_state() -> None:
    said = (
        "Por parte de México los contactos son la Mtra. Lorena Muestra Cadena, Directora (tel. 55 3686-5100,"
        " lmuestra@x.example), y el Lic. Gerardo Prueba Olmos, Subdirector (tel. 55 2581-0100, gprueba@x.example)."
    )
    first, second = contact_entries(said, "MX")
    assert (all_shown(first)["name"], all_shown(first)["email"]) == ("Lorena Muestra Cadena", ["lmuestra@x.example"])
    assert (all_shown(second)["name"], all_shown(second)["email"]) == ("Gerardo Prueba Olmos", ["gprueba@x.example"])


def test_by_each_ministry() -> None:
    body = (
        "Nicaragua comunica los enlaces para el presente año:\n\nPor el Ministerio de Relaciones Exteriores:\n"
        "Cra. Xochilt Supuesto, Directora, tel. 2244-8010, correo xsupuesto@x.example\n\nPor el Ministerio de"
        " Gobernación:\n"
        "Cro. Bayardo Simulado, Asesor, tel. 2222-7538, correo bsimulado@x.example\n"
    )
    houses = [all_shown(each)["institution"] for each in contact_entries(body, "NI", "Enlaces de Nicaragua")]
    assert houses == ["Ministerio de Relaciones Exteriores", "Ministerio de Gobernación"]
