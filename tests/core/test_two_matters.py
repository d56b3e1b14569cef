"""One letter on the list of contacts and on the programme: each is read, in any order, under any subject."""

from __future__ import annotations

import datetime as dt
from itertools import product
from typing import Any

import pytest

from mailbot.core.values import Known
from tests.answers import COUNTRIES, all_shown, entries_of, reply_of

CONTACTS: dict[str, tuple[str, dict[str, Any]]] = {
    "promoted": (
        "El Lic. Narciso Simulado Ensayo fue promovido a Director de Empleo; su nuevo teléfono es el 2222-0044.",
        {"name": "Narciso Simulado Ensayo", "position": "Director de Empleo", "phone": ["+50522220044"]},
    ),
    "leaves": (
        "El Lic. Narciso Simulado Ensayo ya no labora en este Ministerio.",
        {"name": "Narciso Simulado Ensayo", "change": "leave"},
    ),
    "own": ("Mi nuevo teléfono es el 2222-0044.", {"phone": ["+50522220044"]}),
    "labels": (
        "Nombre: Narciso Simulado Ensayo\nCargo: Director de Empleo\nTeléfono: 2222-0044",
        {"name": "Narciso Simulado Ensayo", "position": "Director de Empleo", "phone": ["+50522220044"]},
    ),
}
REPORTS: dict[str, tuple[str, dict[str, Any]]] = {
    "sentence": (
        "La actividad P003-08 está en proceso, con un 50% de avance.",
        {"activity": "P003-08", "status": "in-progress", "progress": 50},
    ),
    "labels": (
        "Actividad: P003-08\nEstado: en proceso\nAvance: 50%",
        {"activity": "P003-08", "status": "in-progress", "progress": 50},
    ),
    "line": ("P003-08: realizada", {"activity": "P003-08", "status": "done"}),
}
TOGETHER = {
    "paragraphs": "{contact}\n\n{report}",
    "reverse": "{report}\n\n{contact}",
    "headed": "CONTACTOS\n{contact}\n\nPROGRAMA DE TRABAJO\n{report}",
    "announced": "Sobre la lista de contactos:\n{contact}\n\nSobre el programa de trabajo:\n{report}",
    "numbered": "1) Lista de contactos:\n{contact}\n\n2) Programa de Trabajo:\n{report}",
}
SUBJECTS = {
    "contacts": "RE: Actualización de la lista de contactos [MD-DIR-NI-7K3QX]",
    "report": "RE: Avance del Programa de Trabajo [MD-EST-NI-7K3QX]",
    "neither": "Información",
}
KNOWN = Known(today=dt.date(2011, 2, 20), region="NI", countries=COUNTRIES)


@pytest.mark.parametrize(("contact", "report"), list(product(CONTACTS, REPORTS)))
@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("layout", TOGETHER)
def test_both_are_read(contact: str, report: str, subject: str, layout: str) -> None:
    body = TOGETHER[layout].format(contact=CONTACTS[contact][0], report=REPORTS[report][0])
    raw = reply_of(f"Estimados colegas:\n\n{body}\n\nSaludos,\n\nTomasa Supuesto\n", SUBJECTS[subject])
    found = [all_shown(each) for each in entries_of(raw, KNOWN)]
    for wanted in (CONTACTS[contact][1], REPORTS[report][1]):
        assert any(wanted.items() <= each.items() for each in found), found
    assert len(found) == 2


def test_two_items_of_one_list() -> None:
    """The letter that showed it: "1. Lista de contactos. …", "2. Programa de Trabajo. La actividad …"."""
    contact, report = CONTACTS["promoted"], REPORTS["sentence"]
    body = f"Dos asuntos:\n\n1. Lista de contactos. {contact[0]}\n\n2. Programa de Trabajo. {report[0]}\n"
    found = [all_shown(each) for each in entries_of(reply_of(body, SUBJECTS["contacts"]), KNOWN)]
    assert [wanted[1].items() <= each.items() for wanted, each in zip((contact, report), found, strict=True)] == [
        True
    ] * 2


def test_a_code_without_a_state_is_no_report() -> None:
    body = "Mi nuevo teléfono es el 2222-0044.\n\nAsistiré a la reunión sobre la actividad P003-08 el 12 de marzo.\n"
    (entry,) = entries_of(reply_of(body, SUBJECTS["contacts"]), KNOWN)
    assert all_shown(entry)["phone"] == ["+50522220044"]


@pytest.mark.parametrize(
    "words",
    [
        "fue ascendido a",
        "fue promovido al cargo de",
        "ha sido promovido a",
        "has been promoted to",
        "has been named",
        "became",
        "has become the new",
        "pasó a ser",
        "pasa a ser",
    ],
)
def test_a_new_post_told_in_a_sentence(words: str) -> None:
    body = f"El Lic. Narciso Simulado Ensayo {words} Director de Empleo.\n"
    (entry,) = entries_of(reply_of(body, SUBJECTS["contacts"]), KNOWN)
    assert all_shown(entry)["position"] == "Director de Empleo"
