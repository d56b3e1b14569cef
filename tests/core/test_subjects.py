"""A subject without a code that says what the message is about: what then stands in a sentence is shown."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from mailbot.core.values import Known
from tests.answers import COUNTRIES, all_shown, entries_of, reply_of, short

KNOWN = Known(today=dt.date(2011, 2, 17), region="SV", countries=COUNTRIES)
MISSPELT = (
    "En la lista que circularon mi correo tiene un error: lo correcto es jimena@rree.example y no gimena@rree.example."
)
REPORTED = "Foro virtual: realizado el 5 de febrero\nLista de cónsules: en proceso"


def shown(body: str, subject: str) -> list[dict[str, Any]]:
    found = entries_of(reply_of(body, subject), KNOWN)
    return [{name: short(value) for name, value in all_shown(entry).items()} for entry in found]


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Lista de contactos, versión 3 / Contact list, version 3", [{"email": ["jimena@rree.example"]}]),
        ("Actualización de la lista de contactos", [{"email": ["jimena@rree.example"]}]),
        ("CORRECCION DE DATOS", [{"email": ["jimena@rree.example"]}]),
        ("Contact details", [{"email": ["jimena@rree.example"]}]),
        # the sentence itself says that it is of the writer and of the list
        ("Lista de contactos e informe de avance", [{"email": ["jimena@rree.example"]}]),
        ("Contactos", [{"email": ["jimena@rree.example"]}]),
        ("Seminario", [{"email": ["jimena@rree.example"]}]),
        # the code tells, whatever words stand beside it
        ("Lista de contactos [MyD-XXX-2011-SV]", []),
    ],
)
def test_of_contacts(subject: str, expected: list[dict[str, Any]]) -> None:
    assert shown(MISSPELT, subject) == expected


@pytest.mark.parametrize(
    "subject",
    [
        "Avance del Programa de Trabajo",
        "Progress report",
        "Estado de las actividades",
        "Update of dates",
        "P003-18, P003-07",
    ],
)
def test_of_activities(subject: str) -> None:
    assert shown(REPORTED, subject) == [
        {"activity": "Foro virtual", "status": "done", "date": "2011-02-05/2011-02-05"},
        {"activity": "Lista de cónsules", "status": "in-progress"},
    ]


SIGNED = (
    "\n\nSaludos,\n\nJuan Prueba Ejemplo\nDirector de Migración\nMinisterio de Gobernación\nTel. 2231-0000\nj@m.example"
)


@pytest.mark.parametrize(
    "body",
    [
        "Muchas gracias por la lista.",
        f"Muchas gracias por el envío de la lista.{SIGNED}",
        "Recibido. ¿Cuándo sale la versión 4?",
        "¿Me pueden confirmar si el correo ana.prueba@a.example es el correcto para la invitación?",
        "Is ana.prueba@a.example still the right address?",
    ],
)
def test_words_that_change_nothing(body: str) -> None:
    assert shown(body, "Lista de contactos, versión 3") == []
