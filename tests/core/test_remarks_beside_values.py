"""Remarks behind a value that are no part of it, and words that say that a value is right."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries


def shown(body: str) -> dict[str, Any]:
    (entry,) = contact_entries(body, "HN")
    return all_shown(entry)


@pytest.mark.parametrize(
    "right", ["está bien", "Correcto", "están bien escritos", "is fine", "todo en orden", "al día"]
)
def test_words_that_a_value_is_right_are_no_value(right: str) -> None:
    assert shown(f"Nombre: {right}\nCargo: Jefa de Fronteras\n") == {"position": "Jefa de Fronteras"}


def test_a_name_that_begins_with_such_a_word_is_a_name() -> None:
    assert shown("Nombre: Bien Aimé Prueba\nCargo: Jefa\n")["name"] == "Bien Aimé Prueba"


@pytest.mark.parametrize("since", [", desde noviembre", " (desde 2009)", ", since November", ", desde hace dos meses"])
def test_since_when_is_no_part_of_a_post(since: str) -> None:
    assert shown(f"Cargo: Subdirectora{since}\nTel: 2236-0040\n")["position"] == "Subdirectora"


def test_a_post_from_a_place_or_an_address_from_a_landmark_stays_whole() -> None:
    assert shown("Cargo: Enlace desde Puebla\nTel: 2236-0040\n")["position"] == "Enlace desde Puebla"
    address = "Managua, desde la rotonda 2 cuadras abajo"
    assert shown(f"Dirección: {address}\nTel: 2236-0040\n")["address"] == address


@pytest.mark.parametrize("remark", [", avisando antes", " (llamar antes)", ", previa llamada", " - call first"])
def test_how_to_use_a_number_is_no_part_of_it(remark: str) -> None:
    assert shown(f"Nombre: Ana Prueba\nFax: 2542-0062{remark}\n")["fax"] == ["+50425420062"]


def test_an_old_number_is_asked_as_before() -> None:
    (entry,) = contact_entries("Nombre: Ana Prueba\nFax: 2542-0062, antes el otro\n", "HN")
    taken, _ = by_certainty(entry)
    assert taken == {"name": "Ana Prueba"}


def test_mine_is_the_other_number() -> None:
    body = "> Nombre: Ana Prueba\n\nok\n\n> Cargo: Oficial\n\nJefa\n\n> Teléfono: (504) 2230-0010\n\n"
    body += "Ese es el de recepción, el mío es 2230-0047\n"
    assert shown(body) == {"position": "Jefa", "phone": ["+50422300047"]}


@pytest.mark.parametrize("office", ["de la DGM", "de Migración", "de la Cancillería"])
def test_an_office_behind_de_is_no_surname(office: str) -> None:
    assert shown(f"Soy Yocasta {office}. Mi celular ahora es 9555-0117.\n") == {"mobile": ["+50495550117"]}


def test_a_surname_behind_de_la_is_one() -> None:
    assert shown("Soy Yocasta de la Cruz. Mi celular ahora es 9555-0117.\n")["name"] == "Yocasta de la Cruz"


def test_who_is_on_leave_does_not_leave() -> None:
    body = "I am replacing Penelope Sample-Mockford, who is on leave until May.\n\nName: Desmond Trialbury\nFax: none\n"
    assert shown(body)["replaces"] == "Penelope Sample-Mockford"
    gone = contact_entries(body.replace("is on leave until May", "has left"), "HN")
    assert [all_shown(each).get("change") for each in gone][-1] == "leave"


@pytest.mark.parametrize(("extension", "expected"), [(" ext. 33", ["+50422280020"]), ("", None)])
def test_the_same_fax_below_another_person(extension: str, expected: list[str] | None) -> None:
    body = (
        "Nombre: Leonor Figurada\nTel: 2228-0014\nFax: 2228-0020\n\n"
        f"Nombre: Bayardo Esquema\nTel: 2228-0014{extension}\nFax: el mismo\n"
    )
    assert all_shown(contact_entries(body, "HN")[1]).get("fax") == expected
