"""DESHACER / UNDO: what stood before stands again, unless something newer does."""

from __future__ import annotations

import pytest

from mailbot.edges.store import ledger
from tests.town import Town, reply, words

GT, HN = "focal@gt.example", "focal@hn.example"


@pytest.fixture
def letter(town: Town):
    town.state("HN", phone=["+50422300000"])
    town.ask()
    return town.opens(HN)


def changed(town: Town, letter, text: str):
    """HN changes something; returns the acknowledgement."""
    assert town.comes(reply(letter, HN, text)) == "applied"
    return town.opens(HN)


def honduras(town: Town):
    return town.contacts("HN")[0]


@pytest.mark.parametrize("word", ["DESHACER", "undo", "Deshacer."])
def test_it_stands_as_before(town: Town, letter, word: str) -> None:
    done = changed(town, letter, "Cargo: Jefa\nTeléfono: (504) 2230-0011\n")
    assert "responda DESHACER a este mensaje dentro de 14 días" in words(done)
    assert town.comes(reply(done, HN, f"{word}\n")) == "applied"
    assert honduras(town).position == "Directora de Migración"
    assert honduras(town).phone == ("+50422300000",)
    answer = words(town.opens(HN))
    assert "Restablecido como estaba antes" in answer
    assert "Restored as it stood before" in answer


def test_an_undo_is_undone_the_same_way(town: Town, letter) -> None:
    done = changed(town, letter, "Cargo: Jefa\n")
    town.comes(reply(done, HN, "DESHACER\n"))
    undone = town.opens(HN)
    assert town.comes(reply(undone, HN, "UNDO\n")) == "applied"
    assert honduras(town).position == "Jefa"
    again = town.opens(HN)
    assert town.comes(reply(again, HN, "Deshacer\n")) == "applied"
    assert honduras(town).position == "Directora de Migración"
    town.opens(HN)


def test_the_history_shows_it(town: Town, letter) -> None:
    done = changed(town, letter, "Cargo: Jefa\n")
    first = town.rows()[-1].id
    town.comes(reply(done, HN, "DESHACER\n"))
    town.opens(HN)
    number = town.rows()[-1].id
    with town.house.engine.begin() as connection:
        (line,) = ledger.history_of_message(connection, number)
    assert (line.who, line.before, line.after, line.undoes) == (HN, "Jefa", "Directora de Migración", first)


def test_what_is_newer_is_kept_and_said(town: Town, letter) -> None:
    done = changed(town, letter, "Cargo: Jefa\nFax: (504) 2230-0055\n")
    changed(town, letter, "Cargo: Embajadora\n")
    assert town.comes(reply(done, HN, "DESHACER\n")) == "applied"
    assert (honduras(town).position, honduras(town).fax) == ("Embajadora", ())
    assert "Hay un dato más reciente" in words(town.opens(HN))


def test_undone_twice(town: Town, letter) -> None:
    done = changed(town, letter, "Cargo: Jefa\n")
    town.comes(reply(done, HN, "DESHACER\n"))
    town.opens(HN)
    assert town.comes(reply(done, HN, "Undo\n")) == "asked"
    assert "Ya se había deshecho" in words(town.opens(HN))
    assert honduras(town).position == "Directora de Migración"


def test_a_new_person_and_who_was_replaced(town: Town, letter) -> None:
    text = (
        "Movimiento: nuevo\nNombre completo: Luz Supuesta\nFunción en el grupo: punto focal\n"
        "Correo electrónico: luz@hn.example\nSustituye a: Persona Inventada HN\n"
    )
    done = changed(town, letter, text)
    assert [each.name for each in town.contacts("HN")] == ["Luz Supuesta"]
    assert town.comes(reply(done, "luz@hn.example", "DESHACER\n")) == "asked"  # the letter was not hers
    town.opens("luz@hn.example")
    assert town.comes(reply(done, HN, "DESHACER\n")) == "applied"  # HN is in the directory no more, and said so
    assert [each.name for each in town.contacts("HN")] == ["Persona Inventada HN"]
    assert "Restablecido" in words(town.opens(HN))


def test_a_new_person_leaves_and_comes_back(town: Town, letter) -> None:
    done = changed(town, letter, "Movimiento: nuevo\nNombre completo: Luz Supuesta\nCorreo: luz@hn.example\n")
    assert len(town.contacts("HN")) == 2
    assert town.comes(reply(done, HN, "DESHACER\n")) == "applied"
    assert [each.name for each in town.contacts("HN")] == ["Persona Inventada HN"]
    assert town.comes(reply(town.opens(HN), HN, "UNDO\n")) == "applied"
    assert [each.email for each in town.contacts("HN")] == [(HN,), ("luz@hn.example",)]
    town.opens(HN)


def test_a_status_and_the_request_it_answered(town: Town) -> None:
    town.state("HN")
    town.activity("MD-07", "Taller", "2009-02-01")
    town.ask("activity-status", about="MD-07")
    asked = town.opens(HN)
    done = changed(town, asked, "Estado: en proceso\nAvance: 40 %\n")

    def now():
        with town.house.engine.begin() as connection:
            (status,) = ledger.statuses_of(connection, "md")
            (request,) = ledger.requests_where(connection, "md")
        return dict(status.fields), request.state

    assert now() == ({"status": "in-progress", "progress": 40}, "answered")
    assert town.comes(reply(done, HN, "DESHACER\n")) == "applied"
    assert now() == ({}, "asked")
    assert town.comes(reply(town.opens(HN), HN, "UNDO\n")) == "applied"
    assert now() == ({"status": "in-progress", "progress": 40}, "answered")
    town.opens(HN)


def test_too_late(town: Town, letter) -> None:
    done = changed(town, letter, "Cargo: Jefa\n")
    town.later(days=15)
    town.burn()
    assert town.comes(reply(done, HN, "DESHACER\n")) == "asked"
    assert "Pasaron más de 14 días" in words(town.opens(HN))
    assert honduras(town).position == "Jefa"


def test_without_the_letter_or_of_somebody_else(town: Town, letter) -> None:
    done = changed(town, letter, "Cargo: Jefa\n")
    town.person("HN", name="Otra Inventada", email=["otra@hn.example"])
    assert town.comes(reply(None, HN, "DESHACER\n")) == "asked"
    assert "responda DESHACER a la carta" in words(town.opens(HN))
    assert town.comes(reply(done, "otra@hn.example", "DESHACER\n")) == "asked"
    town.opens("otra@hn.example")
    assert town.comes(reply(done, "nadie@x.example", "DESHACER\n")) == "held"
    town.opens("nadie@x.example")
    assert town.comes(reply(letter, HN, "UNDO\n")) == "asked"
    town.burn()
    assert honduras(town).position == "Jefa"


def test_what_the_presidency_accepted_it_takes_back(town: Town, letter) -> None:
    town.state("GT")
    leave = "Movimiento: baja\nNombre completo: Persona Inventada HN\n"
    town.comes(reply(letter, HN, leave))
    town.opens(HN)
    town.later(minutes=61)
    town.comes(reply(town.opens(GT), GT, "1: aceptar\n"))
    assert not town.contacts("HN")
    done = town.opens(GT)
    assert "DESHACER" in words(done)
    assert town.comes(reply(done, GT, "DESHACER\n")) == "applied"
    assert len(town.contacts("HN")) == 1
    town.opens(GT)
    told = town.opens(HN)
    assert town.comes(reply(told, HN, "DESHACER\n")) == "asked"
    assert "pídales que lo deshagan" in words(town.opens(HN))
