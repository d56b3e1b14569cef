"""A colleague's form passed on by the focal point: asked, dated by its inner header, never over newer data."""

from __future__ import annotations

import datetime as dt

from tests.town import Town, reply, words

GT = "focal@gt.example"
COLLEAGUE = """\
Va lo de Migración.

---------- Forwarded message ----------
From: Pedro Muestra <p.muestra@inm.example>
Date: {day}
Subject: Datos
To: focal@gt.example

Nombre completo: Pedro Muestra Ensayo
Institución: Instituto de Migración
Cargo: Director
Teléfono: (502) 2410-0000
Correo electrónico: p.muestra@inm.example
"""


def passed_on(town: Town, day: str) -> str:
    town.state("GT")
    town.ask()
    letter = town.opens(GT)
    return town.comes(reply(letter, GT, COLLEAGUE.format(day=day)))


def test_a_colleagues_form_is_shown_and_waits_for_one_word(town: Town) -> None:
    assert passed_on(town, "2008/11/27") == "asked"
    assert len(town.contacts("GT")) == 1
    letter = town.opens(GT)
    assert "please confirm" in letter.subject or "por confirmar" in letter.subject
    text = words(letter)
    assert "p.muestra@inm.example, 27 de noviembre de 2008" in text
    assert "p.muestra@inm.example, 27 November 2008" in text
    assert "CONFIRMO" in text
    assert town.comes(reply(letter, GT, "CONFIRMO\n")) == "applied"
    first, second = town.contacts("GT")
    assert (first.name, first.position) == ("Persona Inventada GT", "Directora de Migración")
    assert (second.name, second.position, second.phone) == ("Pedro Muestra Ensayo", "Director", ("+50224100000",))
    town.burn()


def test_declined_nothing_changes(town: Town) -> None:
    passed_on(town, "2008/11/27")
    assert town.comes(reply(town.opens(GT), GT, "NO\n")) == "applied"
    assert len(town.contacts("GT")) == 1
    town.burn()


def test_an_older_message_never_stands_over_newer_data(town: Town) -> None:
    colleague = {"name": "Pedro Muestra Ensayo", "email": ["p.muestra@inm.example"], "role": "contact"}
    town.state("GT")
    town.person("GT", confirmed_on=dt.date(2008, 11, 28), **colleague)
    town.ask()
    assert town.comes(reply(town.opens(GT), GT, COLLEAGUE.format(day="2008/11/27"))) == "asked"
    assert "datos más recientes" in words(town.opens(GT))
    assert all(each.position != "Director" for each in town.contacts("GT"))
    town.burn()
