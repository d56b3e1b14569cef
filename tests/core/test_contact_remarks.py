"""Remarks beside and instead of values, corrections in a column, ministries under two labels."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from typing import Any

import pytest

from mailbot.core.values import Known
from tests.answers import COUNTRIES, all_shown, by_certainty, contact_entries, entries_of, only_asked


def read(body: str) -> list[tuple[dict[str, Any], dict[str, Any], set[str]]]:
    """For each entry what is sure, what is shown but asked, and the fields that are only asked."""
    return [(*by_certainty(entry), only_asked(entry)) for entry in contact_entries(body, "CA")]


@pytest.mark.parametrize("remark", ["(NUEVO)", "(new)", "[actualizado]", "(changed)", "(sin cambio)"])
def test_a_remark_behind_a_value_is_no_part_of_it(remark: str) -> None:
    [(sure, _, _)] = read(f"Nombre: Ana Prueba\nCargo: Directora de Protección {remark}")
    assert sure == {"name": "Ana Prueba", "position": "Directora de Protección"}


def test_words_in_brackets_that_belong_to_a_value_stay() -> None:
    [(sure, _, _)] = read("Nombre: Ana Prueba\nCargo: Directora (encargada)\nInstitución: Nuevo Instituto (NI)")
    assert sure == {"name": "Ana Prueba", "position": "Directora (encargada)", "institution": "Nuevo Instituto (NI)"}


@pytest.mark.parametrize("words", ["ver correo de la Dirección General", "See Annex to our note", "según nota adjunta"])
def test_words_that_point_elsewhere_are_no_value(words: str) -> None:
    [(sure, shown, asked)] = read(f"Movimiento: Baja\nSustituye a: {words}\nCargo: {words}")
    assert (sure, shown, asked) == ({"change": "leave"}, {}, {"replaces", "position"})


def test_the_last_column_of_a_correction_counts() -> None:
    [(sure, _, _)] = read("Field | On file | Should be\nPosition | Officer | Head\nPhone | 0108 | 613-555-0109")
    assert sure == {"position": "Head", "phone": ["+16135550109"]}


def test_two_persons_each_on_a_line_with_titles() -> None:
    first, second = read(
        "Name: Ana Sample; Title: Deputy Director; Phone: 613-555-0140\n"
        "Name: Luz Mock; Title: Policy Analyst; Phone: 613-555-0141\n"
    )
    assert first[0] == {"name": "Ana Sample", "position": "Deputy Director", "phone": ["+16135550140"]}
    assert second[0] == {"name": "Luz Mock", "position": "Policy Analyst", "phone": ["+16135550141"]}


def test_a_ministry_under_a_label_of_two_offices_is_the_institution() -> None:
    [(_, shown, asked)] = read("Name: Ana Sample\nMinistry/Department: Labour Department")
    assert (shown, asked) == ({"institution": "Labour Department"}, set())
    [(_, shown, asked)] = read("Name: Ana Sample\nMinistry/Department: Consular Affairs")
    assert (shown, asked) == ({}, {"institution", "unit"})


def test_an_address_named_in_a_sentence_is_shown_and_asked() -> None:
    body = "Our information has not changed, but please add a second e-mail address, team@a.example, for all messages."
    assert read(body) == [({}, {"email": ["team@a.example"]}, set())]


def test_a_post_that_names_a_state_is_no_institution() -> None:
    [(_, shown, _)] = read("Ana Sample\nRepresentative of Canada\nPublic Safety Canada\nT: 613-555-0190")
    assert (shown["position"], shown["institution"]) == ("Representative of Canada", "Public Safety Canada")


def test_a_post_with_its_field_stands_whole_below_a_name() -> None:
    [(_, shown, _)] = read("Ana Sample\nAnalyst, Multilateral Relations\nPublic Safety Canada\nT: 613-555-0190")
    assert (shown["name"], shown["position"]) == ("Ana Sample", "Analyst, Multilateral Relations")


@pytest.mark.parametrize("words", ["Resto igual.", "Demás datos sin cambio", "Lo demás queda igual", "El resto igual"])
def test_that_the_rest_stays_is_no_value(words: str) -> None:
    [entry] = contact_entries(f"Celular: 613-555-0141\nFax: ninguno\n{words}\n", "CA")
    assert all_shown(entry) == {"mobile": ["+16135550141"], "fax": []}
    assert entry["rest_unchanged"] is True
    assert entry["doubts"] == []


def test_labels_behind_a_lead_in() -> None:
    body = "Los datos son: nombre: Ana Prueba Gil, cargo: Directora, tel.: 613-555-0141, fax: no tiene.\n"
    [entry] = contact_entries(body, "CA")
    assert all_shown(entry) == {
        "name": "Ana Prueba Gil",
        "position": "Directora",
        "phone": ["+16135550141"],
        "fax": [],
    }


def test_numbered_labels_in_the_cells_of_a_table() -> None:
    cells = [("1. Nombre completo", "Ana Prueba Gil"), ("2) Cargo", "Directora"), ("3.- Teléfono", "613-555-0141")]
    table = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in cells)
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "a.sample@cic.gc.example", "RE: Lista [MyD-DIR-2011-CA]"
    mail.set_content(f"<html><body><p>Estimados:</p><table>{table}</table></body></html>", subtype="html")
    known = Known(today=dt.date(2011, 1, 10), region="CA", countries=COUNTRIES)
    [entry] = entries_of(mail.as_bytes(), known)
    assert all_shown(entry) == {"name": "Ana Prueba Gil", "position": "Directora", "phone": ["+16135550141"]}


@pytest.mark.parametrize(
    "body", ["Cargo: Directora\nnombre Ana Prueba\n", "puesto: Directora\ninstitución Secretaría de Relaciones\n"]
)
def test_a_label_without_a_sign_is_no_end_of_the_value_above(body: str) -> None:
    """The line below was taken for more of the post, and for certain."""
    [entry] = contact_entries(body, "CR")
    assert all_shown(entry) == {}
    assert only_asked(entry) == {"position"}


def test_three_labels_in_small_letters_without_signs() -> None:
    [entry] = contact_entries("Mis datos:\nnombre Ana Prueba Gil\ncargo Directora\ntel 2299-0000\n", "CR")
    assert by_certainty(entry)[0] == {"name": "Ana Prueba Gil", "position": "Directora", "phone": ["+50622990000"]}
