"""The fax of the person above where both are of one institution, and the dash in a table of several people."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries, only_asked

TWO = (
    "1. Nombre: Ana Prueba Rojas\n   Institución: {first}\n   Tel. 2255-0150\n   Fax: {fax}\n\n"
    "2. Nombre: Luis Ensayo Mora\n   Institución: {second}\n   Tel. 2255-0152\n   Fax: {words}\n"
)
HOUSE, OTHER = "Ministerio de Trabajo", "Ministerio de Salud"


@pytest.mark.parametrize("words", ["same as above", "ditto", "as above", "el mismo", "ídem", "mismo fax", "the same"])
def test_the_fax_of_the_person_above_in_one_institution(words: str) -> None:
    body = TWO.format(first=HOUSE, second=HOUSE, fax="2255-0151", words=words)
    _, luis = contact_entries(body, "CR")
    assert all_shown(luis)["fax"] == ["+50622550151"]
    assert luis["fields"]["fax"]["certainty"] == "doubtful"


@pytest.mark.parametrize(
    ("second", "fax", "words"),
    [(OTHER, "2255-0151", "same as above"), (HOUSE, "2255-0150", "ídem"), (OTHER, "2255-0151", "el mismo")],
)
def test_which_number_is_meant_is_asked_elsewhere(second: str, fax: str, words: str) -> None:
    _, luis = contact_entries(TWO.format(first=HOUSE, second=second, fax=fax, words=words), "CR")
    assert "fax" in only_asked(luis)
    assert "fax" not in all_shown(luis)


def test_the_telephone_named_is_this_persons_own() -> None:
    body = TWO.format(first=HOUSE, second=HOUSE, fax="2255-0151", words="mismo que el teléfono")
    assert all_shown(contact_entries(body, "CR")[1])["fax"] == ["+50622550152"]


@pytest.mark.parametrize("dash", ["---", "-", "—", "--", "..."])
def test_a_dash_in_a_table_of_people_takes_nothing_back(dash: str) -> None:
    body = (
        "No. | Nombre / Name | Cargo / Position | Tel. / Phone | Cel. / Mobile | Correo / E-mail\n"
        "1 | Licda. Ana Prueba Rojas | Coordinadora | 2255-0150 | 8811-0100 | ana@b.example\n"
        f"2 | Lic. Luis Ensayo Mora | Asesor | 2255-0152 | {dash} | luis@b.example\n"
    )
    ana, luis = contact_entries(body, "CR")
    assert all_shown(ana)["mobile"] == ["+50688110100"]
    assert "mobile" not in all_shown(luis)
    assert all_shown(luis)["phone"] == ["+50622550152"]


@pytest.mark.parametrize("words", ["no tiene", "N/A", "ninguno"])
def test_words_in_a_table_say_that_there_is_none(words: str) -> None:
    body = (
        "Nombre | Cargo | Teléfono | Fax\n"
        "Ana Prueba Rojas | Coordinadora | 2255-0150 | 2255-0151\n"
        f"Luis Ensayo Mora | Asesor | 2255-0152 | {words}\n"
    )
    assert all_shown(contact_entries(body, "CR")[1])["fax"] == []


def test_a_dash_beside_the_label_says_that_there_is_none() -> None:
    [entry] = contact_entries("Nombre: Ana Prueba Rojas\nTeléfono: 2255-0150\nFax: ---\n", "CR")
    assert all_shown(entry)["fax"] == []
