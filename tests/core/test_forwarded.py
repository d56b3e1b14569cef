"""Messages passed on are unfolded: whose words, of which day, which values; never the sender's own answer."""

from __future__ import annotations

from dataclasses import replace
from email.message import EmailMessage
from typing import Any

import pytest

from mailbot.core import reading
from mailbot.core.message import parse
from tests.answers import FORMS, KNOWN, by_certainty

FORM = "Nombre completo: Luis Muestra Ensayo\nTeléfono: 2230-0001\n"
VALUES = {"name": "Luis Muestra Ensayo", "phone": ["+50422300001"]}

HEADERS = {
    "gmail": (
        "---------- Forwarded message ----------\nFrom: Luis Muestra <l@migob-hn.gob.example>\n"
        "Date: 2011/1/5\nSubject: datos\nTo: Reina Prueba <r@sre-hn.gob.example>\n"
    ),
    "gmail-es": (
        "---------- Forwarded message ---------\nDe: Luis Muestra <l@migob-hn.gob.example>\n"
        "Date: mié, 5 ene 2011 a las 10:22\nSubject: datos\nTo: Reina Prueba <r@sre-hn.gob.example>\n"
    ),
    "outlook-es": (
        "De: Luis Muestra [mailto:l@migob-hn.gob.example]\nEnviado el: miércoles, 05 de enero de 2011 10:22 a.m.\n"
        "Para: Reina Prueba\nAsunto: datos\n"
    ),
    "apple": (
        "Inicio del mensaje reenviado:\n\nDe: Luis Muestra <l@migob-hn.gob.example>\nAsunto: datos\n"
        "Fecha: 5 de enero de 2011, 10:22:13 CST\nPara: Reina Prueba <r@sre-hn.gob.example>\n"
    ),
    "thunderbird-en": (
        "-------- Forwarded Message --------\nSubject: datos\nDate: Wed, 5 Jan 2011 10:22:13 -0600\n"
        "From: Luis Muestra <l@migob-hn.gob.example>\nTo: Reina Prueba <r@sre-hn.gob.example>\n"
    ),
}


def message(subject: str, text: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Reina Prueba <r@sre-hn.gob.example>"
    mail["To"] = "grupo.md@crm.example"
    mail["Subject"] = subject
    mail["Date"] = "Thu, 06 Jan 2011 10:00:00 -0600"
    mail["Message-ID"] = "<passed@sre-hn.gob.example>"
    mail.set_content(text)
    return mail


def read(mail: EmailMessage) -> dict[str, Any]:
    return reading.as_json(reading.read(parse(mail.as_bytes()), tuple(FORMS.values()), KNOWN))


def short(document: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [
        (
            each["from"],
            each["date"],
            each["subject"],
            {k: v["value"] for e in each["entries"] for k, v in e["fields"].items()},
        )
        for each in document["forwarded"]
    ]


WHOLE = ("l@migob-hn.gob.example", "2011-01-05", "datos", VALUES)


@pytest.mark.parametrize("program", HEADERS)
def test_passed_on_by_each_program(program: str) -> None:
    found = read(message("RV: datos", f"Va lo de Migración.\n\n{HEADERS[program]}\n{FORM}"))
    assert (found["kind"], found["text"]) == ("answer", "Va lo de Migración.")
    assert short(found) == [WHOLE]
    [entry] = found["entries"]
    assert by_certainty(entry) == ({}, VALUES)  # shown as another person's words, never sure


def test_passed_on_twice_the_inner_date_counts() -> None:
    outer = (
        "De: Ana Ensayo [mailto:a@sre-hn.gob.example]\nEnviado el: jueves, 06 de enero de 2011 8:00\n"
        "Para: Reina\nAsunto: RV: datos\n"
    )
    found = read(message("RV: RV: datos", f"Va.\n\n{outer}\nPara tu atención.\n\n{HEADERS['outlook-es']}\n{FORM}"))
    assert short(found) == [WHOLE]


def test_attached_as_a_message() -> None:
    inner = message("datos", FORM)
    inner.replace_header("From", "Luis Muestra <l@migob-hn.gob.example>")
    inner.replace_header("Date", "Wed, 05 Jan 2011 10:22:13 -0600")
    mail = message("Datos de Migración", "Adjunto el mensaje de nuestro colega.")
    mail.add_attachment(inner)
    assert short(read(mail)) == [WHOLE]


def test_ours_passed_back_is_nothing() -> None:
    inner = message("Actualización", FORM)
    inner.replace_header("From", "Grupo <grupo.md@crm.example>")
    mail = message("RV: Actualización", "¿Es para mí?")
    mail.add_attachment(inner)
    assert read(mail)["forwarded"] == []


def test_our_letter_below_what_is_passed_on_is_nothing_of_its_own() -> None:
    ours = (
        "De: Grupo de Trabajo <grupo.md@crm.example>\nEnviado el: lunes, 03 de enero de 2011 8:00\n"
        "Para: Reina\nAsunto: Lista\n\nNombre completo: Persona Anterior\nCargo: Jefa de Enlace\n"
    )
    mail = message("RV: datos", f"Va.\n\n{HEADERS['outlook-es']}\n{FORM}\n\n{ours}")
    stranger = replace(KNOWN, own=frozenset())  # nobody told us which address is the group's
    assert short(reading.as_json(reading.read(parse(mail.as_bytes()), tuple(FORMS.values()), stranger))) == [WHOLE]


def test_our_address_with_a_tag_is_ours_though_nothing_is_known_of_us() -> None:
    ours = (
        "De: Grupo <grupo.md@crm.example>\nEnviado el: lunes, 03 de enero de 2011 8:00\nPara: Reina\nAsunto: Lista\n\n"
    )
    mail = message(
        "RV: RE: Lista", f"Va.\n\n{HEADERS['outlook-es']}\n{FORM}\n{ours}\nNombre completo: Persona Anterior\n"
    )
    mail.replace_header("To", "grupo.md+r-md-dir-hn-1@crm.example")
    found = reading.read(parse(mail.as_bytes()), tuple(FORMS.values()), replace(KNOWN, own=frozenset()))
    assert short(reading.as_json(found)) == [WHOLE]


def test_an_ordinary_reply_is_not_a_forward() -> None:
    found = read(message("RE: datos", f"Recibido, gracias.\n\n{HEADERS['outlook-es']}\n{FORM}"))
    assert (found["forwarded"], found["entries"]) == ([], [])


def test_the_writers_own_form_comes_first() -> None:
    found = read(
        message(
            "RV: datos", f"Nombre: Ana Ejemplo Prueba\nCargo: Jefa\nCorreo: a@b.example\n\n{HEADERS['gmail']}\n{FORM}"
        )
    )
    assert found["kind"] == "answer"
    assert found["forwarded"] == []
