"""The presidency or the secretariat enters an answer for a State, and that shows everywhere."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from mailbot.edges.store import ledger
from mailbot.edges.store.tables import answers
from tests.town import Town, reply, words

GT, HN = "focal@gt.example", "focal@hn.example"


@pytest.fixture
def letters(town: Town):
    town.state("GT")
    town.state("HN")
    town.activity("MD-07", "Taller", "2009-02-01")
    town.ask("activity-status", about="MD-07")
    return town.opens(GT), town.opens(HN)


def statuses(town: Town):
    with town.house.engine.begin() as connection:
        return {each.participant: each.fields.get("status") for each in ledger.statuses_of(connection, "md")}


@pytest.mark.parametrize("line", ["En nombre de: Honduras", "On behalf of: Honduras", "En nombre de Honduras"])
def test_a_line_names_the_state(town: Town, letters, line: str) -> None:
    assert town.comes(reply(letters[0], GT, f"{line}\nEstado: en proceso\n")) == "applied"
    assert statuses(town) == {"HN": "in-progress"}
    answer = words(town.opens(GT))
    assert "En nombre de Honduras; registrado por la Presidencia" in answer
    assert "On behalf of Honduras; entered by the Presidency" in answer
    number = town.rows()[-1].id
    with town.house.engine.begin() as connection:
        (kept,) = connection.execute(select(answers)).all()
        (line_of,) = ledger.history_of_message(connection, number)
        states = {each.participant.code: each.state for each in ledger.requests_where(connection, "md")}
    assert kept.entered_by == GT
    assert (line_of.who, line_of.on_behalf) == (GT, True)
    assert states == {"GT": "asked", "HN": "answered"}


def test_a_form_with_another_country(town: Town, letters) -> None:
    text = "País: Honduras\nNombre completo: Persona Inventada HN\nCargo: Embajadora\nTeléfono: 2230-0011\n"
    assert town.comes(reply(letters[0], GT, text)) == "applied"
    assert town.contacts("HN")[0].position == "Embajadora"
    assert town.contacts("HN")[0].phone == ("+50422300011",)
    assert town.contacts("GT")[0].position == "Directora de Migración"
    assert "registrado por la Presidencia" in words(town.opens(GT))


def test_national_numbers_are_of_the_state_named(town: Town, letters) -> None:
    text = "En nombre de: Honduras\nNombre completo: Persona Inventada HN\nTeléfono: 2230-0011\n"
    assert town.comes(reply(letters[0], GT, text)) == "applied"
    assert town.contacts("HN")[0].phone == ("+50422300011",)
    town.opens(GT)


def test_a_state_cannot_enter_for_another(town: Town, letters) -> None:
    assert town.comes(reply(letters[1], HN, "En nombre de: Guatemala\nEstado: realizada\n")) == "held"
    assert statuses(town) == {}
    town.opens(HN)
    assert town.holds()[0].kind == "authority"


def test_nobody_has_that_name(town: Town, letters) -> None:
    assert town.comes(reply(letters[0], GT, "En nombre de: Atlántida\nEstado: realizada\n")) == "asked"
    assert statuses(town) == {}
    assert "en nombre de qué participante" in words(town.opens(GT))


def test_the_line_and_the_form_disagree(town: Town, letters) -> None:
    town.state("NI")
    text = "En nombre de: Nicaragua\nPaís: Honduras\nNombre completo: Persona Inventada HN\nCargo: Embajadora\n"
    assert town.comes(reply(letters[0], GT, text)) == "asked"
    assert town.contacts("HN")[0].position == "Directora de Migración"
    town.burn()


def test_prose_is_no_such_line(town: Town, letters) -> None:
    text = "En nombre de mi Gobierno les agradezco la paciencia.\nEstado: en proceso\n"
    assert town.comes(reply(letters[1], HN, text)) == "applied"
    assert statuses(town) == {"HN": "in-progress"}
    town.opens(HN)


def test_an_address_alone_is_asked_to_confirm(town: Town, letters) -> None:
    text = "En nombre de: Honduras\nActividad: MD-07\nEstado: en proceso\n"
    assert town.comes(reply(None, GT, text)) == "asked"
    assert statuses(town) == {}
    letter = town.opens(GT)
    assert "enviado por la Presidencia" in words(letter)
    assert town.comes(reply(letter, GT, "CONFIRMO\n")) == "applied"
    assert statuses(town) == {"HN": "in-progress"}
    assert "registrado por la Presidencia" in words(town.opens(GT))


def test_it_is_undone_like_any_other(town: Town, letters) -> None:
    town.comes(reply(letters[0], GT, "En nombre de: Honduras\nEstado: en proceso\n"))
    assert town.comes(reply(town.opens(GT), GT, "DESHACER\n")) == "applied"
    assert statuses(town) == {"HN": None}
    town.opens(GT)
