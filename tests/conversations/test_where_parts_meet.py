"""Where parts of the directory meet: numbers of one letter in another, undoing decisions, forgetting what waits."""

from __future__ import annotations

import pytest

from mailbot.core.values import Bilingual
from mailbot.edges.store import desk, directory, ledger
from mailbot.work import contacts as lists
from mailbot.work import forget
from tests.conversations.test_privacy import everything
from tests.town import Town, reply, words

GT, HN, LUZ = "focal@gt.example", "focal@hn.example", "luz@hn.example"
LEAVES = "Movimiento: baja\nNombre completo: Persona Inventada HN\n"
NEW_ADDRESS = "nueva@hn.example"


def kinds(town: Town, address: str) -> list[str]:
    return sorted(town.opens(address).header("x-mailbot-letter") for _ in range(town.unread().get(address, 0)))


def hold(town: Town, number: int):
    with town.house.engine.begin() as connection:
        found = desk.hold_by_number(connection, "md", number)
    assert found is not None
    return found


def opened(town: Town, address: str, kind: str):
    """The one letter of a kind in a box; the rest is thrown away."""
    found = [town.opens(address) for _ in range(town.unread().get(address, 0))]
    (wanted,) = [each for each in found if each.header("x-mailbot-letter") == kind]
    return wanted


# --- a new address that those who decide accept ------------------------------------------------


def test_an_address_changed_by_a_decision_is_said_to_the_old_and_the_new(town: Town) -> None:
    town.state("GT")
    town.state("HN")
    town.person("HN", name="Luz Supuesta", email=[LUZ])
    town.ask()
    town.opens(GT)
    text = f"Nombre completo: Luz Supuesta\nCorreo electrónico: {NEW_ADDRESS}\n"
    assert town.comes(reply(town.opens(HN), HN, text)) == "held"
    assert kinds(town, LUZ) == ["confirmation"]
    town.burn()
    town.later(minutes=61)
    assert town.comes(reply(town.opens(GT), GT, "1: aceptar\n")) == "applied"
    assert town.contacts("HN")[1].email == (NEW_ADDRESS,)
    for address in (LUZ, NEW_ADDRESS):
        told = town.opens(address)
        assert told.header("x-mailbot-letter") == "address-change"
        assert LUZ in words(told)
        assert NEW_ADDRESS in words(told)
    assert kinds(town, HN) == ["decided"]
    done = town.opens(GT)
    assert town.comes(reply(done, GT, "DESHACER\n")) == "applied"
    assert town.contacts("HN")[1].email == (LUZ,)
    assert kinds(town, LUZ) == kinds(town, NEW_ADDRESS) == ["address-change"]
    town.burn()


def test_an_address_that_changes_on_a_day_is_said_on_that_day(small_town) -> None:
    town = small_town(confirm_every_months=0)
    town.state("HN")
    town.ask()
    text = f"Correo electrónico: {NEW_ADDRESS}\nVigente desde: 1 de marzo de 2009\n"
    assert town.comes(reply(town.opens(HN), HN, text)) == "applied"
    assert kinds(town, HN) == ["acknowledgement"]
    assert not town.unread()
    town.later(days=91)
    assert "address-change" in kinds(town, HN)
    assert "address-change" in kinds(town, NEW_ADDRESS)
    town.burn()


# --- numbers of one letter in another ----------------------------------------------------------


@pytest.fixture
def late(town: Town):
    """A digest with one hold and, numbered after it, one late activity; then a hold of that number."""
    for code in ("GT", "HN"):
        town.state(code)
    town.activity("MD-07", "Taller", "2008-11-20", responsible=("HN",))
    town.ask()
    letter = town.opens(HN)
    town.comes(reply(letter, HN, LEAVES))
    town.later(days=7)
    digest = opened(town, GT, "digest")
    town.burn()
    town.comes(reply(letter, HN, "Quisiera comentarles que el taller gustó mucho a todos.\n"))
    town.burn()
    assert [each.number for each in town.holds()] == [1, 2]
    return digest


@pytest.mark.parametrize("word", ["aceptar", "aprobado", "rechazar"])
def test_a_row_of_the_digest_is_never_a_hold_of_that_number(town: Town, late, word: str) -> None:
    assert "MD-07" in words(late)
    assert town.comes(reply(late, GT, f"2: {word}\n")) == "asked"
    assert hold(town, 2).closed_at is None
    answer = words(town.opens(GT))
    assert "ese número es una actividad o una solicitud" in answer
    assert "that number is an activity or a request" in answer


def test_the_same_digest_still_decides_its_holds(town: Town, late) -> None:
    assert town.comes(reply(late, GT, "1: aceptar\n2: aceptar\n")) == "applied"
    assert not town.contacts("HN")
    assert hold(town, 2).closed_at is None
    town.burn()


def test_a_row_of_a_reminder_is_never_a_hold(town: Town) -> None:
    for code in ("GT", "HN"):
        town.state(code)
    town.activity("MD-07", "Taller", "2009-01-10", responsible=("GT",))
    town.activity("MD-08", "Foro", "2009-01-10", responsible=("GT",))
    for code in ("MD-07", "MD-08"):
        town.ask("activity-status", about=code, due="2008-12-20")
    letter = town.opens(HN)
    town.comes(reply(letter, HN, "Quisiera comentarles que el taller gustó mucho a todos.\n"))
    town.burn()
    reminder = None
    while reminder is None:
        town.later(days=1)
        found = [town.opens(GT) for _ in range(town.unread().get(GT, 0))]
        reminder = next((each for each in found if each.header("x-mailbot-letter") == "reminder"), None)
    town.burn()
    assert "MD-08" in words(reminder)
    town.comes(reply(reminder, GT, "1: aceptar\n"))
    assert hold(town, 1).closed_at is None
    town.burn()


def test_a_hold_is_decided_in_answer_to_any_letter_of_ours_by_its_number(town: Town) -> None:
    for code in ("GT", "HN"):
        town.state(code)
    town.ask()
    asked, letter = town.opens(GT), town.opens(HN)
    town.comes(reply(letter, HN, LEAVES))
    town.burn()
    assert town.comes(reply(asked, GT, "1: aceptar\n")) == "applied"
    assert not town.contacts("HN")
    assert kinds(town, GT) == ["decisions-made"]
    town.burn()


@pytest.mark.parametrize(("word", "left"), [("Aceptar.", 0), ("Sí", 0), ("approved", 0), ("NO", 1), ("Rechazo", 1)])
def test_one_word_decides_a_letter_with_one_hold(small_town, word: str, left: int) -> None:
    town = small_town()
    for code in ("GT", "HN"):
        town.state(code)
    town.ask()
    town.opens(GT)
    town.comes(reply(town.opens(HN), HN, LEAVES))
    town.opens(HN)
    town.later(minutes=61)
    assert town.comes(reply(town.opens(GT), GT, f"{word}\n\nSaludos\n")) == "applied"
    assert len(town.contacts("HN")) == left
    assert not town.holds()
    town.burn()


def test_one_word_for_several_holds_is_asked(small_town) -> None:
    town = small_town()
    for code in ("GT", "HN"):
        town.state(code)
    town.ask()
    town.opens(GT)
    letter = town.opens(HN)
    town.comes(reply(letter, HN, LEAVES))
    town.comes(reply(letter, HN, "Quisiera comentarles que el taller gustó mucho a todos.\n"))
    town.burn()
    town.later(minutes=61)
    assert town.comes(reply(town.opens(GT), GT, "Aceptar\n")) == "asked"
    answer = words(town.opens(GT))
    assert "responda solo «1: aceptar»" in answer
    assert "responda solo «2: aceptar»" in answer
    assert len(town.holds()) == 2


# --- undoing what others decided ---------------------------------------------------------------


def moved(town: Town) -> tuple:
    """The presidency accepts a new date for all; returns both acknowledgements."""
    for code in ("GT", "HN", "MX"):
        town.state(code)
    town.activity("P003-08", "Taller", "2009-02-28", responsible=("HN", "MX"))
    town.ask("activity-status", about="P003-08", due="2009-01-16")
    text = "Estado: pospuesta\nFecha: 15 de abril de 2009\nComentarios: falta de sede\n"
    town.comes(reply(town.opens(HN), HN, text))
    own = opened(town, HN, "acknowledgement")
    town.burn()
    town.later(minutes=61)
    assert town.comes(reply(town.opens(GT), GT, "1: aceptar\n")) == "applied"
    made = opened(town, GT, "decisions-made")
    town.burn()
    return own, made


def test_a_date_for_all_is_not_taken_back_by_one(town: Town) -> None:
    own, made = moved(town)
    assert "DESHACER" not in words(made)
    assert town.comes(reply(made, GT, "DESHACER\n")) == "asked"
    town.opens(GT)
    assert town.comes(reply(own, HN, "DESHACER\n")) == "applied"
    town.opens(HN)
    with town.house.engine.begin() as connection:
        (activity,) = ledger.all_activities(connection, "md")
        status = [each.fields for each in ledger.statuses_of(connection, "md") if each.participant == "HN"]
    assert activity.end is not None
    assert activity.end.isoformat() == "2009-04-15"
    assert status == [{}]


def test_who_left_by_their_own_word_comes_back_by_it(town: Town) -> None:
    town.state("HN")
    town.person("HN", name="Luz Supuesta", email=[LUZ])
    town.comes(reply(None, LUZ, "Dar de baja\n"))
    town.comes(reply(town.opens(LUZ), LUZ, "CONFIRMO\n"))
    done = town.opens(LUZ)
    assert len(town.contacts("HN")) == 1
    assert "DESHACER" in words(done)
    assert town.comes(reply(done, "otra@x.example", "DESHACER\n")) == "held"
    town.opens("otra@x.example")
    assert len(town.contacts("HN")) == 1
    assert town.comes(reply(done, LUZ, "DESHACER\n")) == "applied"
    assert [each.name for each in town.contacts("HN")] == ["Persona Inventada HN", "Luz Supuesta"]
    assert "Restored" in words(town.opens(LUZ))


def test_one_of_two_with_the_same_name_leaves_and_the_other_stays(town: Town) -> None:
    town.state("HN")
    town.person("HN", name="Luz Supuesta", email=["otra@hn.example"])
    town.person("HN", name="Luz Supuesta", email=[LUZ])
    town.comes(reply(None, LUZ, "Dar de baja\n"))
    assert town.comes(reply(town.opens(LUZ), LUZ, "CONFIRMO\n")) == "applied"
    assert [each.email[0] for each in town.contacts("HN")] == [HN, "otra@hn.example"]
    town.burn()


# --- vouched for, then -------------------------------------------------------------------------


def test_who_was_vouched_for_asks_for_the_list(town: Town) -> None:
    town.state("GT")
    town.state("HN")
    assert town.comes(reply(None, LUZ, "Les escribo por mis datos.\n")) == "held"
    town.opens(LUZ)
    assert town.comes(reply(None, LUZ, "LISTA\n")) == "asked"
    assert not town.unread().get(LUZ)  # one line was said already
    assert town.comes(reply(town.opens(HN), HN, "SÍ\n")) == "applied"
    made = opened(town, HN, "decisions-made")
    town.burn()
    assert town.comes(reply(None, LUZ, "LISTA\n", subject="otra vez")) == "applied"
    assert "Persona Inventada GT" in words(town.opens(LUZ))
    assert town.comes(reply(made, HN, "DESHACER\n")) == "applied"
    town.opens(HN)
    assert [each.name for each in town.contacts("HN")] == ["Persona Inventada HN"]
    assert town.comes(reply(None, LUZ, "LISTA\n", subject="y otra")) == "asked"
    assert not town.unread()


def test_a_further_address_is_said_to_the_one_that_was_known(town: Town) -> None:
    town.state("HN")
    town.person("HN", name="Luz Supuesta Prueba", email=[LUZ])
    raw = reply(None, "luz@mail.hn.example", "Les escribo por mis datos.\n")
    town.comes(raw.replace(b"From: luz@mail.hn.example", b"From: Luz Supuesta Prueba <luz@mail.hn.example>"))
    town.opens("luz@mail.hn.example")
    assert town.comes(reply(town.opens(HN), HN, "SÍ\n")) == "applied"
    assert "luz@mail.hn.example" in words(opened(town, LUZ, "address-change"))
    town.burn()


# --- forgotten while something waits -----------------------------------------------------------


def test_forgetting_somebody_closes_what_waits_for_them_and_writes_to_nobody(town: Town) -> None:
    town.state("GT")
    town.state("HN")
    town.person("HN", name="Luz Supuesta Prueba", email=[LUZ], role="alternate")
    town.ask()
    letter = town.opens(HN)
    town.comes(reply(None, LUZ, "Nombre completo: Luz Supuesta Prueba\nCargo: Jefa Imaginaria\n"))
    town.comes(reply(None, LUZ, "Una consulta: ¿cuándo es la próxima reunión del grupo de trabajo?\n"))
    town.comes(reply(letter, HN, f"Nombre completo: Luz Supuesta Prueba\nCorreo electrónico: {NEW_ADDRESS}\n"))
    raw = reply(None, "luz@mail.hn.example", "Les escribo por mis datos.\n")
    town.comes(raw.replace(b"From: luz@mail.hn.example", b"From: Luz Supuesta Prueba <luz@mail.hn.example>"))
    town.burn()
    assert [each.kind for each in town.holds()] == ["confirmation", "note", "authority", "vouch"]
    with town.house.engine.begin() as connection:
        forget.forget(town.house, connection, town.md, LUZ)
        forget.forget(town.house, connection, town.md, "luz@mail.hn.example")
    assert [each.kind for each in town.holds()] == ["authority"]
    assert (hold(town, 1).decision, hold(town, 2).decision) == ("forgotten", "forgotten")
    left = everything(town)
    for secret in (LUZ, "luz supuesta", "jefa imaginaria", "luz@mail.hn.example"):
        assert secret not in left, [line for line in left.split("\n") if secret in line]
    for _ in range(30):
        town.later(days=1)
    assert town.unread()
    assert not [each for each in town.unread() if "forgotten" in each]
    assert not town.holds()
    town.burn()


def test_two_strangers_are_forgotten(town: Town) -> None:
    for address in ("uno@x.example", "dos@x.example"):
        town.comes(reply(None, address, "Una consulta.\n"))
        town.opens(address)
        with town.house.engine.begin() as connection:
            forget.forget(town.house, connection, town.md, address)
    left = everything(town)
    assert "uno@x" not in left
    assert "dos@x" not in left


def test_who_decided_is_forgotten_and_the_history_stays(town: Town) -> None:
    town.state("HN")
    town.state("GT")
    town.person("GT", name="Eva Muestra Prueba", email=["eva@gt.example"], role="officer")
    town.ask()
    town.opens(GT)
    town.comes(reply(town.opens(HN), HN, LEAVES))
    town.burn()
    town.later(minutes=61)
    text = "1: aceptar, gracias a Eva Muestra Prueba\n"
    assert town.comes(reply(town.opens("eva@gt.example"), "eva@gt.example", text)) == "applied"
    town.burn()
    with town.house.engine.begin() as connection:
        forget.forget(town.house, connection, town.md, "eva@gt.example")
    assert "eva@gt.example" not in everything(town)
    assert "eva muestra" not in everything(town)
    assert hold(town, 1).decision == "accepted"


def test_an_observers_list_after_a_decision_shows_no_more_than_before(small_town) -> None:
    """A list asked for in answer to any letter is still cut to what its reader may see."""
    town = small_town()
    town.state("HN")
    with town.house.engine.begin() as connection:
        place = directory.add_participant(
            connection, "md", "ONG", "network", Bilingual("Red Inventada", "Invented Network"), "es"
        )
        fields = {"name": "Ana Red", "email": ["ana@red.example"], "role": "contact"}
        directory.add_contact(connection, "md", place, fields, None)
    lists.distribute(town.house, town.md)
    town.deliver()
    edition = opened(town, "ana@red.example", "contact-list")
    town.burn()
    for line in ("LISTA\n", "LISTA PDF\n", "LISTA CSV\n", "LISTA VCARD\n"):
        town.comes(reply(edition, "ana@red.example", line))
        letter = town.opens("ana@red.example")
        assert "Persona Inventada HN" not in words(letter)
        for file in letter.attachments:
            assert b"Persona Inventada" not in file.content
