"""Somebody unknown at a ministry's domain: its focal point is asked one question."""

from __future__ import annotations

import pytest

from tests.town import Town, reply, words

GT, HN, LUZ = "focal@gt.example", "focal@sre.hn.example", "luz@sre.hn.example"
FORM = "Nombre completo: Luz Supuesta Inventada\nCargo: Analista\nTeléfono: (504) 2230-0000\n"


@pytest.fixture
def asked(town: Town):
    """Honduras' focal point has been asked about somebody at their domain; the stranger got one line."""
    town.state("GT")
    town.state("HN", email=[HN])
    raw = (
        reply(None, LUZ, FORM)
        .replace(b"From: luz", b"From: Luz Supuesta Inventada <luz")
        .replace(b"hn.example\nTo", b"hn.example>\nTo")
    )
    assert town.comes(raw) == "held"
    line = words(town.opens(LUZ))
    assert "hemos preguntado al punto focal de Honduras" in line
    assert "Persona Inventada" not in line
    return town.opens(HN)


def test_one_question_in_two_languages(town: Town, asked) -> None:
    assert asked.header("x-mailbot-letter") == "vouch"
    assert "luz@sre.hn.example" in asked.subject
    assert "SÍ o NO" in words(asked)
    assert "YES or NO" in words(asked)
    assert "Analista" in words(asked)
    town.comes(reply(None, LUZ, "Insisto: ¿recibieron mis datos?\n"))
    town.later(minutes=70)
    assert not town.unread()


def test_yes_teaches_the_address_and_the_message_is_handled_as_theirs(town: Town, asked) -> None:
    assert town.comes(reply(asked, HN, "Sí\n")) == "applied"
    assert "Aceptado" in words(town.opens(HN))
    assert [each.name for each in town.contacts("HN")] == ["Persona Inventada HN", "Luz Supuesta Inventada"]
    ask = town.opens(LUZ)
    assert "CONFIRMO" in words(ask)  # an address alone proves nothing, as for everybody
    assert town.comes(reply(ask, LUZ, "CONFIRMO\n")) == "applied"
    assert town.contacts("HN")[1].position == "Analista"
    town.opens(LUZ)
    assert not town.holds()


def test_no_closes_it_and_nobody_is_asked_again(town: Town, asked) -> None:
    assert town.comes(reply(asked, HN, "NO\n")) == "applied"
    assert "Rechazado" in words(town.opens(HN))
    assert len(town.contacts("HN")) == 1
    assert town.comes(reply(None, LUZ, "Escribo otra vez sobre mis datos.\n")) == "held"
    assert [each.kind for each in town.holds()] == ["stranger"]
    assert not town.unread()


def test_a_second_answer_is_told_what_was_decided(town: Town, asked) -> None:
    town.comes(reply(asked, HN, "no\n"))
    town.opens(HN)
    assert town.comes(reply(asked, HN, "yes, sorry\n\nSí\n")) == "held"
    town.burn()
    assert town.comes(reply(asked, HN, "YES\n")) == "asked"
    assert "Ya estaba decidido" in words(town.opens(HN))
    assert len(town.contacts("HN")) == 1


def test_a_known_name_gets_a_further_address(town: Town) -> None:
    town.state("HN", email=[HN], name="Ana Prueba Ejemplo")
    town.comes(reply(None, "Ana Prueba <ana@sre.hn.example>", "Mi cargo cambia.\n"))
    town.opens("ana@sre.hn.example")
    letter = town.opens(HN)
    assert "otra dirección de Ana Prueba Ejemplo" in words(letter)
    town.comes(reply(letter, HN, "SÍ\n"))
    (contact,) = town.contacts("HN")
    assert contact.email == (HN, "ana@sre.hn.example")
    town.burn()


@pytest.mark.parametrize(
    ("focal", "stranger"),
    [
        ("consulado@gmail.com", "otra@gmail.com"),
        ("focal@yahoo.com.mx", "otra@mail.yahoo.com.mx"),
        ("focal@sre.hn.example", "otra@sre-hn.example"),
        ("focal@sre.hn.example", "otra@hn.example"),
    ],
    ids=["public", "below a public one", "alike", "above"],
)
def test_other_domains_prove_nothing(town: Town, focal: str, stranger: str) -> None:
    town.state("HN", email=[focal])
    assert town.comes(reply(None, stranger, "Les escribo por mis datos.\n")) == "held"
    assert [each.kind for each in town.holds()] == ["stranger"]
    town.opens(stranger)
    assert not town.unread()


def test_a_domain_of_two_states_tells_nothing(town: Town) -> None:
    town.state("HN", email=["a@oficina.example"])
    town.state("NI", email=["b@oficina.example"])
    town.comes(reply(None, "c@oficina.example", "Les escribo por mis datos.\n"))
    assert [each.kind for each in town.holds()] == ["stranger"]
    town.burn()


@pytest.mark.parametrize(
    "text",
    [
        "Por instrucciones de la Lic. Persona Inventada HN, remito los datos.\n" + FORM,
        "On behalf of Persona Inventada HN I send you the details.\n" + FORM,
    ],
)
def test_a_private_account_on_instructions(town: Town, text: str) -> None:
    town.state("GT")
    town.state("HN", email=[HN])
    assert town.comes(reply(None, "asistente@gmail.com", text)) == "held"
    town.opens("asistente@gmail.com")
    letter = town.opens(HN)
    assert "dirección que no conocemos" in words(letter)
    town.comes(reply(letter, HN, "YES\n"))
    town.opens(HN)
    assert "asistente@gmail.com" in town.contacts("HN")[1].email
    town.burn()


def test_a_private_account_that_answers_our_letter(town: Town) -> None:
    town.state("HN", email=[HN])
    town.ask()
    letter = town.opens(HN)
    assert town.comes(reply(letter, "casa@gmail.com", "Cargo: Jefa\n")) == "held"
    town.opens("casa@gmail.com")
    question = town.opens(HN)
    assert town.comes(reply(question, HN, "SÍ\n")) == "applied"
    town.burn()
    assert len(town.contacts("HN")) == 2


def test_a_stranger_cannot_vouch_for_themselves(town: Town, asked) -> None:
    assert town.comes(reply(asked, LUZ, "SÍ\n")) == "held"
    assert len(town.contacts("HN")) == 1
    town.burn()


@pytest.mark.parametrize("word", ["LISTA\n", "list\n"])
def test_a_stranger_who_asks_for_the_list_gets_one_line_once(town: Town, word: str) -> None:
    town.state("GT")
    town.state("HN", email=[HN])
    assert town.comes(reply(None, LUZ, word)) == "asked"
    line = town.opens(LUZ)
    assert "La lista de contactos es para los participantes" in words(line)
    assert "focal@gt.example" in words(line)
    assert HN not in words(line)
    assert not line.attachments
    assert town.comes(reply(None, LUZ, word, subject="otra vez")) == "asked"
    assert not town.unread()
    assert not town.holds()
