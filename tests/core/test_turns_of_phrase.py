"""Turns of phrase that were misread or passed over at first sight, each from the letter that showed it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from mailbot.core.values import Known
from tests.answers import COUNTRIES, all_shown, contact_entries, entries_of, reply_of


def reports(body: str, day: str = "2011-01-19") -> list[dict[str, Any]]:
    known = Known(today=dt.date.fromisoformat(day), region="GT", countries=COUNTRIES)
    subject = "Avance del Programa de Trabajo / Progress of the Work Programme [MD-EST-GT-7K3QX]"
    return entries_of(reply_of(body, subject, day=known.today), known)


@pytest.mark.parametrize(
    "told",
    [
        "Our new focal point is Mr. Elton Specimen, who may be reached at 822-0000/0001, fax 822-0002.",
        "El nuevo punto focal es el Ing. Elton Specimen, a quien pueden contactar al 822-0000/0001, fax 822-0002.",
    ],
)
def test_numbers_that_share_their_first_digits(told: str) -> None:
    (entry,) = contact_entries(told, "BZ")
    assert all_shown(entry)["phone"] == ["+5018220000", "+5018220001"]
    assert all_shown(entry)["fax"] == ["+5018220002"]


def test_who_may_be_reached_is_no_supposition() -> None:
    told = (
        "Ms. Carla Sample is no longer with us. Her post was taken up on 4 January by Mr. Elton Specimen, who may be "
    )
    leaver, successor = contact_entries(told + "reached at 822-0000.", "BZ")
    assert all_shown(leaver) == {"change": "leave", "title": "Ms.", "name": "Carla Sample"}
    assert all_shown(successor)["name"] == "Elton Specimen"
    assert all_shown(successor)["phone"] == ["+5018220000"]


@pytest.mark.parametrize(
    "lead",
    [
        "Belize wishes to add an alternate to the contact list, as follows:",
        "El Gobierno de Belize desea agregar un suplente a la lista de contactos:",
        "We wish to add an alternate to the contact list:",
    ],
)
def test_a_state_that_wishes(lead: str) -> None:
    (entry,) = contact_entries(f"{lead}\n\nName: Yolanda Testwell-Cano\nPost: Director of Immigration\n", "BZ")
    assert all_shown(entry)["change"] == "new"
    assert all_shown(entry)["role"] == "alternate"


@pytest.mark.parametrize(
    "asked", ["¿Podrían enviarla al fax 2360-0099?", "Could you send it to us by fax at 2360-0099?"]
)
def test_where_something_is_to_be_sent_is_no_contact(asked: str) -> None:
    assert contact_entries(f"Nos interesa la lista completa de los puntos focales. {asked}", "GT") == []


def test_who_says_that_nothing_changes_has_no_post() -> None:
    body = "Por parte de la Dirección General de Migración y Extranjería no hay\ncambios: todo sigue igual que antes."
    (entry,) = contact_entries(body, "CR")
    assert all_shown(entry) == {"change": "none"}


def test_a_connecting_word_is_nobody() -> None:
    body = "BUENAS TARDES. SOY REINA MUESTRA, MI CEL ES 9988-7766 Y EL FAX 22300189, LO DEMAS QUEDA IGUAL. GRACIAS"
    (entry,) = contact_entries(body, "HN")
    assert all_shown(entry).get("name") in {None, "REINA MUESTRA"}
    assert all_shown(entry)["mobile"] == ["+50499887766"]
    assert all_shown(entry)["fax"] == ["+50422300189"]


def test_on_whose_orders_somebody_writes_replaces_nobody() -> None:
    body = (
        "Cortésmente, y por instrucciones del señor Director General, General Severo Hipotético Prueba, les informamos"
        " que esta Dirección General de Migración ha designado como punto focal a la Lic. Altagracia Figurada Peralta,"
        " Encargada de Relaciones Internacionales, en sustitución del Lic. Ramón Inexistente Cruz."
    )
    (entry,) = contact_entries(body, "DO")
    assert all_shown(entry)["name"] == "Altagracia Figurada Peralta"
    assert all_shown(entry)["replaces"] == "Ramón Inexistente Cruz"


@pytest.mark.parametrize(
    "told",
    [
        "REALIZADO. El taller se llevó a cabo los días 9 y 10 de diciembre de 2010 en Antigua, con 27 participantes.",
        "DONE. The workshop took place on 9 and 10 December 2010, with 27 participants.",
        "REALIZADO. El taller tuvo lugar el 9 y 10 de diciembre de 2010.",
    ],
)
def test_who_came_is_no_other_thing(told: str) -> None:
    (entry,) = reports(f"P003-08 - {told}")
    assert all_shown(entry)["status"] == "done"
    date = all_shown(entry)["date"]
    assert (date["start"], date["end"]) == ("2010-12-09", "2010-12-10")


@pytest.mark.parametrize(
    "told",
    [
        "no pudo celebrarse en febrero por razones presupuestarias y se pospone para la segunda quincena de abril.",
        "could not be held in February for budgetary reasons and has been postponed to the second half of April.",
    ],
)
def test_a_reason_ends_where_another_verb_begins(told: str) -> None:
    (entry,) = reports(f"El taller (P003-08) {told}", "2009-03-04")
    assert all_shown(entry)["status"] == "postponed"
    assert all_shown(entry)["date"]["start"] == "2009-04-16"


def test_what_a_paragraph_is_about_is_no_activity() -> None:
    body = (
        "1. Sobre la lista: mi nuevo cargo es Coordinador de Asuntos Migratorios.\n\n"
        "2. Sobre el Programa de Trabajo: la actividad P003-16 se realizó el 14 de diciembre de 2010."
    )
    assert {all_shown(each).get("activity") for each in reports(body)} <= {None, "P003-16"}


def test_what_a_draft_is_to_say_is_nobodys_post() -> None:
    body = (
        'Nicaragua tiene las siguientes observaciones:\n\n- Página 2, párrafo 3: donde dice "Cargo: Director",'
        ' debe decir "Cargo: Viceministro".\n\nSolicitamos que la versión corregida circule antes del 11 de marzo.'
    )
    known = Known(today=dt.date(2011, 2, 25), region="NI", countries=COUNTRIES)
    assert entries_of(reply_of(body, "Borrador de la ayuda memoria / Draft aide-mémoire"), known) == []


def test_a_number_given_up_beside_a_new_signature() -> None:
    """The fuzzer showed it: who leaves was looked for among values that are lists, and reading raised."""
    body = (
        "No change to our focal point. Please note that my title is now Deputy Director, and that our fax number has"
        " been discontinued.\n\nKind regards,\n\nPenelope Sample-Mockford\nDeputy Director\nTelephone 613-555-0142\n"
        "psample@cic.example\n"
    )
    (entry,) = contact_entries(body, "CA")
    assert all_shown(entry)["position"] == "Deputy Director"
    assert all_shown(entry)["fax"] == []
