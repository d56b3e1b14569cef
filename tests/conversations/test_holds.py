"""Holds go to those who may decide them, are decided once by one line of a reply, and end."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from mailbot.edges.store import desk, ledger
from mailbot.work import decide
from tests.town import Town, reply, words

GT, HN, ST = "focal@gt.example", "focal@hn.example", "directora@st.example"
LEAVES = "Movimiento: baja\nNombre completo: Persona Inventada HN\n"


def secretariat(town: Town) -> None:
    from mailbot.core.values import Bilingual
    from mailbot.edges.store import directory

    with town.house.engine.begin() as connection:
        place = directory.add_participant(
            connection, "md", "ST", "organisation", Bilingual("Secretaría Técnica", "Technical Secretariat"), "en"
        )
        fields = {"name": "Directora Inventada", "email": [ST], "role": "officer", "language": "en"}
        directory.add_contact(connection, "md", place, fields, None)


@pytest.fixture
def held(town: Town):
    """Honduras' last focal point wants to leave, and writes a note; the letters to decide have come."""
    town.state("GT")
    town.state("HN")
    secretariat(town)
    town.ask()
    town.opens(GT)
    letter = town.opens(HN)
    assert town.comes(reply(letter, HN, LEAVES)) == "held"
    assert town.comes(reply(letter, HN, "Quisiera comentarles que el taller gustó mucho a todos.\n")) == "held"
    town.opens(HN)
    town.opens(HN)
    assert not town.unread()
    town.later(minutes=61)
    return town.opens(GT), town.opens(ST)


def hold(town: Town, number: int):
    with town.house.engine.begin() as connection:
        found = desk.hold_by_number(connection, "md", number)
    assert found is not None
    return found


def test_the_holds_of_an_hour_go_in_one_letter_to_each_who_may_decide(town: Town, held) -> None:
    spanish, english = held
    assert not town.unread()
    assert spanish.header("x-mailbot-letter") == "decision"
    assert "N.º 1 – Persona Inventada HN, Honduras" in words(spanish)
    assert "focal@hn.example" in words(spanish)
    assert "1: aceptar" in words(spanish)
    assert "1: reject, reason" in words(english)
    assert "el taller gustó mucho" in words(english)
    town.later(hours=5)
    assert not town.unread()


def test_an_accepted_hold_is_carried_out_and_everybody_is_told(town: Town, held) -> None:
    assert town.comes(reply(held[0], GT, "1: aceptar\n2: hecho\n9: aceptar\n")) == "applied"
    assert not town.contacts("HN")
    answer = words(town.opens(GT))
    assert "N.º 1" in answer
    assert "Aceptado. Se avisó" in answer
    assert "No hay nada con ese número" in answer
    told = [words(town.opens(HN)) for _ in range(2)]
    assert "fue aceptado" in told[0]
    assert "has been accepted" in told[0]
    about = hold(town, 1).message_id
    with town.house.engine.begin() as connection:
        lines = ledger.history_of_message(connection, about)
    assert [(line.who, line.decided_by, line.field) for line in lines] == [(HN, GT, "active")]
    assert lines[0].decision_message_id == town.rows()[-1].id


def test_a_refusal_keeps_its_reason(town: Town, held) -> None:
    assert town.comes(reply(held[1], ST, "1: reject, Honduras has nobody else\n2: later\n")) == "applied"
    answer = words(town.opens(ST))
    assert "Refused (Honduras has nobody else)" in answer
    assert "It stays open" in answer
    told = words(town.opens(HN))
    assert "Motivo: Honduras has nobody else" in told
    assert len(town.contacts("HN")) == 1
    assert (hold(town, 1).decision, hold(town, 1).reason) == ("refused", "Honduras has nobody else")
    assert hold(town, 2).closed_at is None


def test_a_second_decision_changes_nothing_and_says_so(town: Town, held) -> None:
    town.comes(reply(held[0], GT, "1: rechazar\n"))
    town.opens(GT)
    town.opens(HN)
    assert town.comes(reply(held[1], ST, "1: accept\n")) == "asked"
    answer = words(town.opens(ST))
    assert "It had been decided by Persona Inventada GT on 1 December 2008: refused" in answer
    assert len(town.contacts("HN")) == 1
    assert hold(town, 1).decided_by == GT


def test_two_who_decide_at_once(town: Town, held) -> None:
    """Both may read the hold as open; one closes it, the other is told so, and it is carried out once."""
    start = threading.Barrier(2, timeout=20)

    def decides(word: str) -> str:
        start.wait()
        (row,) = decide.by_operator(town.house, town.md, [1], word, "a la vez")
        return row.outcome

    with ThreadPoolExecutor(2) as pool:
        outcomes = sorted(pool.map(decides, ["accept", "reject"]))
    assert outcomes in (["accepted", "already"], ["already", "refused"])
    town.deliver()
    assert len(town.contacts("HN")) == (0 if "accepted" in outcomes else 1)
    assert town.unread() == {HN: 1}
    town.burn()


def test_words_of_a_stranger_in_our_letter_decide_nothing(town: Town) -> None:
    town.state("GT")
    town.comes(reply(None, "otro@x.example", "Hola, una consulta:\n\n1: aceptar\n\ntodas: aceptar\n"))
    town.opens("otro@x.example")
    town.later(minutes=61)
    letter = town.opens(GT)
    ours = words(letter)
    assert "1: aceptar" in ours
    header = "De: Grupo\nEnviado el: lunes, 1 de diciembre de 2008 10:00\nPara: Persona\nAsunto: Para decidir: 1\n\n"
    for quoted in ("\n".join(f"> {line}" for line in ours.split("\n")), header + ours):
        town.comes(reply(letter, GT, f"Lo vemos en la reunión del lunes.\n\n{quoted}\n"))
        assert hold(town, 1).closed_at is None
    town.burn()


def test_all_means_what_the_letter_listed(town: Town, held) -> None:
    fresh = town.state("NI")
    assert town.comes(reply(None, fresh.email[0], "Buenas tardes, una consulta sobre la próxima reunión.\n")) == "held"
    town.burn()
    assert town.comes(reply(held[0], GT, "Todas: aceptar\n")) == "applied"
    assert hold(town, 1).decision == hold(town, 2).decision == "accepted"
    assert hold(town, 3).closed_at is None
    town.burn()


def test_typed_inside_our_letter_and_never_from_our_own_words(town: Town, held) -> None:
    ours = [f"> {line}" for line in words(held[0]).split("\n")]
    place = next(i for i, line in enumerate(ours) if "N.º 1" in line) + 1
    inside = [*ours[:place], "1: rechazar, falta el sustituto", *ours[place:]]
    untouched = "Recibido, gracias.\n\n" + "\n".join(ours) + "\n"
    town.comes(reply(held[0], GT, untouched))
    assert hold(town, 1).closed_at is None
    town.burn()
    assert town.comes(reply(held[0], GT, "Ver abajo.\n\n" + "\n".join(inside) + "\n")) == "applied"
    assert hold(town, 1).reason == "falta el sustituto"
    town.burn()


def test_prose_around_a_decision_is_given_back(town: Town, held) -> None:
    text = "Estimados:\n\n1: aceptar, pero sin el fax\nEl 2 lo vemos el lunes en la reunión.\n2: aceptar\n2: rechazar\n"
    assert town.comes(reply(held[0], GT, text)) == "asked"
    answer = words(town.opens(GT))
    assert "No quedó claro" in answer
    assert "dos cosas distintas" in answer
    assert "El 2 lo vemos el lunes" in answer
    assert len(town.holds()) == 2


def test_who_may_not_decide(town: Town, held) -> None:
    town.comes(reply(None, HN, "1: aceptar\n"))
    assert len(town.contacts("HN")) == 1
    town.burn()
    assert town.comes(reply(held[0], "otro@x.example", "1: aceptar\n")) == "held"
    town.burn()
    other = town.state("NI")
    town.ask()
    letter = town.opens(other.email[0])
    town.burn()
    assert town.comes(reply(letter, other.email[0], "1: aceptar\n")) == "asked"
    assert "Lo deciden la Presidencia o la Secretaría" in words(town.opens(other.email[0]))
    assert hold(town, 1).closed_at is None
    town.burn()


def test_an_address_alone_proves_nothing(town: Town, held) -> None:
    assert town.comes(reply(None, GT, "1: aceptar\n")) == "asked"
    again = town.opens(GT)
    assert "no pudimos comprobar" in words(again)
    assert len(town.contacts("HN")) == 1
    assert town.comes(reply(again, GT, "1: aceptar\n\nGracias\n")) == "applied"
    assert not town.contacts("HN")
    town.burn()


def test_nobody_decides_what_they_proposed(town: Town) -> None:
    town.state("GT")
    town.ask()
    letter = town.opens(GT)
    town.comes(reply(letter, GT, "Movimiento: baja\nNombre completo: Persona Inventada GT\n"))
    town.opens(GT)
    town.later(minutes=61)
    assert town.comes(reply(town.opens(GT), GT, "1: aceptar\n")) == "asked"
    assert "Lo propuso usted" in words(town.opens(GT))
    assert len(town.contacts("GT")) == 1


def test_the_digest_decides_too(town: Town, held) -> None:
    town.burn()
    town.later(days=7)
    letter = town.opens(GT)
    while letter.header("x-mailbot-letter") != "digest":
        letter = town.opens(GT)
    town.burn()
    assert town.comes(reply(letter, GT, "1: aprobado\n")) == "applied"
    assert not town.contacts("HN")
    town.burn()


def test_the_operator_decides_on_the_same_path(town: Town, held) -> None:
    rows = decide.by_operator(town.house, town.md, [1, 1, 7], "reject", "duplicado")
    assert [(row.number, row.outcome) for row in rows] == [(1, "refused"), (7, "unknown")]
    town.deliver()
    assert "Motivo: duplicado" in words(town.opens(HN))
    assert hold(town, 1).decided_by == "operator"
    assert town.comes(reply(held[0], GT, "1: aceptar\n")) == "asked"
    assert "Ya estaba decidido por operator" in words(town.opens(GT))


def kinds(town: Town, address: str) -> list[str]:
    return [town.opens(address).header("x-mailbot-letter") for _ in range(town.unread().get(address, 0))]


def test_an_old_hold_is_recalled_once_then_expires_with_a_word(town: Town, held) -> None:
    for _ in range(22):
        town.later(days=1)
    assert kinds(town, GT).count("decision") == 1
    town.burn()
    for _ in range(7):
        town.later(days=1)
    assert "decision" not in kinds(town, GT)
    assert kinds(town, HN).count("decided") == 2
    assert {hold(town, 1).decision, hold(town, 2).decision} == {"expired"}
    assert len(town.contacts("HN")) == 1
    town.burn()


def test_several_changes_wait_for_one_person_and_each_has_its_number(town: Town) -> None:
    town.state("HN")
    assert town.comes(reply(None, HN, "Nombre completo: Persona Inventada HN\nCargo: Jefa\n")) == "asked"
    assert town.comes(reply(None, HN, "Nombre completo: Persona Inventada HN\nFax: 2230-0055\n")) == "asked"
    first, second = town.opens(HN), town.opens(HN)
    assert "CONFIRMO 1" in words(first)
    assert "CONFIRM 2" in words(second)
    assert town.comes(reply(second, HN, "CONFIRMO 1\n")) == "applied"
    assert (town.contacts("HN")[0].position, town.contacts("HN")[0].fax) == ("Jefa", ())
    town.opens(HN)
    assert town.comes(reply(second, HN, "Confirmo\n")) == "applied"
    assert town.contacts("HN")[0].fax == ("+50422300055",)
    town.opens(HN)
    assert town.comes(reply(second, HN, "CONFIRMO 2\n")) == "asked"
    assert "Ya estaba decidido por Persona Inventada HN" in words(town.opens(HN))
    town.burn()


def test_a_pending_change_is_recalled_once_and_expires(town: Town) -> None:
    town.state("HN")
    town.comes(reply(None, HN, "Nombre completo: Persona Inventada HN\nCargo: Jefa\n"))
    town.opens(HN)
    for _ in range(20):
        town.later(days=1)
    (reminder,) = [letter for letter in every(town, HN) if letter.header("x-mailbot-letter") == "decided"]
    assert "falta su confirmación" in words(reminder)
    town.later(days=2)
    (end,) = [letter for letter in every(town, HN) if letter.header("x-mailbot-letter") == "decided"]
    assert "expired without your confirmation" in words(end)
    assert not town.holds()
    assert town.contacts("HN")[0].position == "Directora de Migración"
    town.burn()


def every(town: Town, address: str) -> list:
    return [town.opens(address) for _ in range(town.unread().get(address, 0))]


def test_a_reminder_of_a_pending_change_is_answered_by_one_word(town: Town) -> None:
    town.state("HN")
    town.comes(reply(None, HN, "Nombre completo: Persona Inventada HN\nCargo: Jefa\n"))
    town.opens(HN)
    town.later(days=15)
    (reminder,) = [letter for letter in every(town, HN) if letter.header("x-mailbot-letter") == "decided"]
    assert town.comes(reply(reminder, HN, "CONFIRMO\n")) == "applied"
    assert town.contacts("HN")[0].position == "Jefa"
    town.burn()


def test_what_is_confirmed_but_not_theirs_to_change_goes_to_those_who_decide(town: Town) -> None:
    """Confirmed by its sender, the last focal point's leave was told as waiting, and nothing waited."""
    town.state("GT")
    town.state("HN")
    assert town.comes(reply(None, HN, "Nombre completo: Persona Inventada HN\nCargo: Jefa\n")) == "asked"
    letter = town.opens(HN)
    with town.house.engine.begin() as connection:
        from sqlalchemy import update

        from mailbot.edges.store.tables import holds

        entry = {"form": "contact-update", "fields": {}}
        said = {"change": "leave", "name": "Persona Inventada HN"}
        entry["fields"] = {k: {"value": v, "said": v, "line": 1, "certainty": "exact"} for k, v in said.items()}
        connection.execute(update(holds).values(proposal=[entry]))
    assert town.comes(reply(letter, HN, "CONFIRMO\n")) == "held"
    assert [each.kind for each in town.holds()] == ["authority"]
    town.burn()
