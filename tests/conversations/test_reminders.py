"""Reminders as a good secretary writes them: at office hours, one letter a day, to the next person up."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from mailbot.core.values import Carried, Message
from mailbot.edges.store import directory, ledger
from mailbot.edges.store.tables import letters, reminders
from tests.town import Town, reply, words

GT, HN, US = "focal@gt.example", "focal@hn.example", "focal@us.example"
STATUS = "activity-status"


def utc(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=dt.UTC)


def at(town: Town, text: str) -> None:
    """It becomes this instant (UTC); the schedule looks; letters leave."""
    town.hour = utc(text)
    town.later()


def reminded(town: Town, address: str) -> list[Message]:
    """The reminders in a box; the rest of it is thrown away."""
    found = [town.opens(address) for _ in range(town.unread().get(address, 0))]
    return [each for each in found if each.header("x-mailbot-letter") == "reminder"]


def stages(town: Town, address: str = HN) -> list[tuple[str, bool]]:
    """The ledger of a person: stage, and whether it was said."""
    with town.house.engine.begin() as connection:
        rows = connection.execute(
            select(reminders.c.stage, reminders.c.letter_id)
            .where(reminders.c.recipient == address)
            .order_by(reminders.c.id)
        ).all()
    return [(row.stage, row.letter_id is not None) for row in rows]


def states(town: Town) -> dict[str | None, str]:
    """Subject of each request → its state."""
    with town.house.engine.begin() as connection:
        return {each.about: each.state for each in ledger.requests_where(connection, "md")}


def three_questions(town: Town) -> Message:
    """Honduras is asked three things; returns the one letter that recalls them."""
    town.state("HN")
    town.activity("P003-08", "Taller de capacitación", "2009-02-28")
    town.activity("P003-14", "Directorio de consulados", "2009-02-28")
    town.ask(due="2009-01-16")
    town.ask(STATUS, about="P003-08", due="2009-01-16")
    town.ask(STATUS, about="P003-14", due="2009-01-16")
    town.burn()
    at(town, "2009-01-09T16:00")
    (letter,) = reminded(town, HN)
    return letter


def test_every_stage_once_from_a_month_before_to_the_presidency(town: Town) -> None:
    town.state("GT")
    town.state("HN")
    town.state("HN", role="alternate", name="Suplente", email=["suplente@hn.example"])
    town.ask(due="2009-01-16")
    letter = town.opens(GT)
    town.comes(reply(letter, GT, "Sin cambios\n"))
    town.burn()
    told: list[tuple[str, str]] = []
    for hour in range(0, 24 * 75, 3):
        at(town, (utc("2008-12-01T15:00") + dt.timedelta(hours=hour)).replace(tzinfo=None).isoformat())
        for address in (HN, "suplente@hn.example", GT):
            told += [(town.hour.date().isoformat(), address) for _ in reminded(town, address)]
    town.burn()
    assert told == [
        ("2008-12-17", HN),
        ("2009-01-02", HN),
        ("2009-01-09", HN),
        ("2009-01-14", HN),
        ("2009-01-19", HN),  # the day after is a Saturday
        ("2009-01-23", HN),
        ("2009-01-26", "suplente@hn.example"),
        ("2009-01-30", GT),
    ]


def test_three_weeks_of_outage(town: Town) -> None:
    town.state("HN")
    town.ask(due="2009-01-16")
    town.burn()
    at(town, "2008-12-23T16:00")
    assert len(reminded(town, HN)) == 1
    at(town, "2009-01-13T16:00")
    (letter,) = reminded(town, HN)
    assert "faltan 3 días" in words(letter)
    at(town, "2009-01-13T17:00")
    assert reminded(town, HN) == []
    assert stages(town) == [("month-before", True), ("two-weeks-before", False), ("week-before", True)]


def test_what_the_deadline_passed_over_is_recorded_as_such(town: Town) -> None:
    town.state("HN")
    town.ask(due="2009-01-16")
    town.burn()
    at(town, "2009-01-17T16:00")  # Saturday
    assert reminded(town, HN) == []
    passed = ["month-before", "two-weeks-before", "week-before", "two-days-before"]
    assert stages(town) == [(name, False) for name in passed]
    at(town, "2009-01-19T14:00")
    (letter,) = reminded(town, HN)
    assert "hace 3 días" in words(letter)
    assert "3 days ago" in words(letter)
    assert stages(town)[4:] == [("day-after", True)]


def test_holy_week_closes_the_ministry_and_not_its_neighbour(town: Town) -> None:
    town.state("HN")
    town.state("US")
    town.ask(due="2009-04-15")  # a week before is the Wednesday of Holy Week
    town.burn()
    at(town, "2009-03-16T21:00")
    at(town, "2009-04-01T16:00")
    town.burn()
    at(town, "2009-04-08T16:00")
    assert reminded(town, HN) == []
    assert len(reminded(town, US)) == 1
    at(town, "2009-04-13T13:59")  # Honduras opens at eight
    assert reminded(town, HN) == []
    at(town, "2009-04-13T14:00")
    assert len(reminded(town, HN)) == 1
    town.burn()


def test_a_deadline_inside_a_closure_is_recalled_on_the_last_office_day_before(town: Town) -> None:
    town.state("HN")
    town.ask(due="2009-04-10")  # Good Friday; two days before is Wednesday, closed since Monday
    town.burn()
    at(town, "2009-04-02T16:00")
    assert len(reminded(town, HN)) == 1
    at(town, "2009-04-03T14:30")
    (letter,) = reminded(town, HN)
    assert "faltan 7 días" in words(letter)
    assert stages(town)[-1] == ("two-days-before", True)
    at(town, "2009-04-09T16:00")
    assert reminded(town, HN) == []
    town.burn()


def test_nobody_is_written_to_at_night(town: Town) -> None:
    town.state("HN")
    town.ask(due="2009-01-16")
    town.burn()
    at(town, "2009-01-09T06:30")  # half past midnight there
    at(town, "2009-01-09T22:30")  # half past four in the afternoon
    assert reminded(town, HN) == []
    at(town, "2009-01-12T14:00")
    assert len(reminded(town, HN)) == 1
    town.burn()


@pytest.mark.parametrize(("day", "hour"), [("2009-03-06", "13:30"), ("2009-03-09", "12:30")])
def test_the_clock_changes_in_washington_and_the_hour_at_the_desk_does_not(small_town, day: str, hour: str) -> None:
    town = small_town()
    town.state("US")
    town.hour = utc("2009-02-25T15:00")
    due = dt.date.fromisoformat(day) + dt.timedelta(days=7)
    town.ask(due=due.isoformat())
    town.burn()
    opening = utc(f"{day}T{hour}")
    town.hour = opening - dt.timedelta(minutes=1)
    town.later()
    assert reminded(town, US) == []
    town.later(minutes=1)
    assert len(reminded(town, US)) == 1
    town.burn()


def test_one_letter_a_day_with_a_table_and_the_code_beside_each_item(town: Town) -> None:
    letter = three_questions(town)
    with town.house.engine.begin() as connection:
        codes = [each.code for each in ledger.requests_where(connection, "md")]
    said = words(letter)
    assert all(said.count(code) >= 4 for code in codes)  # in text and HTML, in both languages
    assert "P003-08: (estado)" in said
    assert "P003-14: (status)" in said
    assert "SIN CAMBIOS, si todo sigue igual" in said
    assert "16 de enero de 2009 (faltan 7 días)" in said
    assert "nada todavía" in said
    assert "El estado puede ser: sin iniciar, en proceso, realizada" in said
    assert "aún no tenemos la respuesta de Honduras" in said
    assert letter.subject.startswith("Recordatorio: Actualización de la lista de contactos y 2 más / Reminder")
    at(town, "2009-01-09T20:00")
    assert reminded(town, HN) == []


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("SIN CAMBIOS\n", {"P003-08", "P003-14"}),
        ("P003-14: realizada\n", {None, "P003-08"}),
        ("P003-08: en proceso\nP003-14: realizada\n", {None}),
        ("SIN CAMBIOS\nP003-08: realizada\nP003-14: realizada\n", set()),
        ("NO CHANGE\n\nP003-08: done\n", {"P003-14"}),
        ("Cargo: Directora de Protección\nP003-08: realizada\n", {"P003-14"}),
        ("1. sin cambios\n2. «P003-08: realizada»\n", {"P003-14"}),
    ],
)
@pytest.mark.parametrize("quoted", [True, False])
def test_each_line_of_an_answer_settles_its_own_request(small_town, text: str, open_: set, quoted: bool) -> None:
    town = small_town()
    letter = three_questions(town)
    below = "\n".join(f"> {line.text}" for line in letter.alternative) if quoted else ""
    answer = f"{text}\n\nEl vie, 9 ene 2009, Grupo <grupo.md@crm.example> escribió:\n\n{below}\n" if quoted else text
    assert town.comes(reply(letter, HN, answer)) == "applied"
    assert town.rows()[-1].certainty == "token"
    assert {about for about, state in states(town).items() if state == "asked"} == open_
    town.burn()
    at(town, "2009-01-14T16:00")
    again = reminded(town, HN)
    assert len(again) == bool(open_)
    for letter in again:
        assert all((about in words(letter)) == (about in open_) for about in ("P003-08", "P003-14"))
    town.burn()


def test_a_state_of_one_of_two_activities_is_asked_which(town: Town) -> None:
    town.state("HN")
    for code in ("P003-08", "P003-14"):
        town.activity(code, f"Actividad {code}", "2009-02-28")
        town.ask(STATUS, about=code, due="2009-01-16")
    town.burn()
    at(town, "2009-01-09T16:00")
    (letter,) = reminded(town, HN)
    town.comes(reply(letter, HN, "Estado: realizada\nAvance: 100 %\n"))
    assert set(states(town).values()) == {"asked"}
    town.burn()


def test_what_we_last_had_is_told(town: Town) -> None:
    contact = town.state("HN")
    with town.house.engine.begin() as connection:
        directory.change_contact(connection, "md", contact.id, {"confirmed_on": dt.date(2008, 11, 3)})
    town.activity("P003-08", "Taller", "2009-02-28")
    town.ask(STATUS, about="P003-08", due="2008-12-05")
    letter = town.opens(HN)
    town.comes(reply(letter, HN, "P003-08: en proceso\n"))
    town.ask(STATUS, about="P003-08", due="2009-01-16")
    town.ask(due="2009-01-16")
    town.burn()
    at(town, "2009-01-09T16:00")
    (letter,) = reminded(town, HN)
    assert "En proceso (1 de diciembre de 2008)" in words(letter)
    assert "In progress (1 December 2008)" in words(letter)
    assert "datos confirmados (3 de noviembre de 2008)" in words(letter)


def test_out_of_office_holds_until_the_return_and_then_only_the_latest(town: Town) -> None:
    town.state("HN")
    town.ask(due="2009-01-16")
    letter = town.opens(HN)
    away = reply(
        letter,
        HN,
        "Estaré fuera de la oficina hasta el 9 de enero de 2009.",
        subject="Respuesta automática: x",
        headers={"Auto-Submitted": "auto-replied"},
    )
    assert town.comes(away) == "set-aside"
    for day in ("2008-12-17", "2009-01-02", "2009-01-09"):
        at(town, f"{day}T16:00")
    assert reminded(town, HN) == []
    at(town, "2009-01-12T16:00")
    assert len(reminded(town, HN)) == 1
    assert stages(town) == [("month-before", False), ("two-weeks-before", False), ("week-before", True)]
    town.burn()


def test_a_colleague_who_answers_in_between_stops_it_for_all(town: Town) -> None:
    town.state("HN")
    town.state("HN", name="Colega", email=["colega@hn.example"])
    town.ask(due="2009-01-16")
    letter = town.opens("colega@hn.example")
    town.burn()
    at(town, "2009-01-09T16:00")
    assert len(reminded(town, HN)) == len(reminded(town, "colega@hn.example")) == 1
    town.comes(reply(letter, "colega@hn.example", "Sin cambios\n"))
    town.burn()
    at(town, "2009-02-20T16:00")
    assert reminded(town, HN) == reminded(town, "colega@hn.example") == []
    town.burn()


def test_a_state_without_a_focal_point(town: Town) -> None:
    town.state("GT")
    town.state("HN", role="alternate")
    town.state("NI", role="contact")
    town.ask(due="2009-01-16")
    letter = town.opens(GT)
    town.comes(reply(letter, GT, "Sin cambios\n"))
    town.burn()
    at(town, "2009-01-09T16:00")
    (alternate,) = reminded(town, HN)
    assert "Honduras no tiene ahora un punto focal a quien llegue el correo, y usted es su suplente" in words(alternate)
    assert reminded(town, "focal@ni.example") == []
    (presidency,) = reminded(town, GT)
    said = words(presidency)
    assert "Escribimos a la Presidencia porque Nicaragua no tiene ahora un punto focal ni un suplente" in said
    assert "Nicaragua has at present neither a focal point nor an alternate" in said
    assert "Honduras" not in said
    assert "Nombre completo" not in said  # nobody's data are put to somebody else
    town.burn()


def test_a_reminder_expires_with_its_deadline(town: Town) -> None:
    town.state("HN")
    town.ask(due="2009-01-16")
    town.burn()
    town.carrier.answers[HN] = Carried("later", "451 busy")
    at(town, "2009-01-14T16:00")
    town.carrier.answers.clear()
    with town.house.engine.begin() as connection:
        row = connection.execute(select(letters).where(letters.c.kind == "reminder")).one()
    assert row.expires_at == utc("2009-01-17T06:00")
    town.hour = utc("2009-01-17T07:00")
    town.deliver()
    assert reminded(town, HN) == []


def test_the_presidency_hears_of_several_states_in_one_letter(town: Town) -> None:
    town.state("GT")
    for code in ("HN", "NI", "SV"):
        town.state(code)
    town.ask(due="2009-01-16")
    letter = town.opens(GT)
    town.comes(reply(letter, GT, "Sin cambios\n"))
    for day in ("2009-01-19", "2009-01-23", "2009-01-30"):
        town.burn()
        at(town, f"{day}T16:00")
    (up,) = reminded(town, GT)
    assert all(f"{name} no ha respondido" in words(up) for name in ("Honduras", "Nicaragua", "El Salvador"))
    town.burn()


@pytest.mark.parametrize("mark", ["> ", ""])
@pytest.mark.parametrize("text", ["Gracias, lo veremos.\n", "SIN CAMBIOS\n", "P003-14: en proceso\n"])
def test_a_table_quoted_one_cell_a_line_is_no_answer(small_town, mark: str, text: str) -> None:
    """As telephones and programs without HTML quote it: what we proposed must not read as answered."""
    town = small_town()
    letter = three_questions(town)
    rows = letter.lines if any(line.cells for line in letter.lines) else letter.alternative
    cells = [piece for row in rows for cell in (row.cells or (row.text,)) for piece in cell.split("\n")]
    head = "El vie, 9 ene 2009, Grupo <grupo.md@crm.example> escribió:" if mark else "De: Grupo\nEnviado el: 9/1/2009"
    below = "\n".join(mark + piece for piece in cells)
    town.comes(reply(letter, HN, f"{text}\n\n{head}\n\n{below}\n"))
    answered = {about for about, state in states(town).items() if state == "answered"}
    assert answered == {"SIN CAMBIOS\n": {None}, "P003-14: en proceso\n": {"P003-14"}}.get(text, set())
    town.burn()


def test_one_item_quoted_one_cell_a_line_is_no_answer(small_town) -> None:
    town = small_town()
    town.state("HN")
    town.ask(due="2009-01-16")
    town.burn()
    at(town, "2009-01-09T16:00")
    (letter,) = reminded(town, HN)
    rows = letter.lines if any(line.cells for line in letter.lines) else letter.alternative
    table = [row for row in rows if len(row.cells) > 2]
    cells = [piece for row in table for cell in row.cells for piece in cell.split("\n")]
    quoted = "\n".join(f"> {piece}" for piece in ("Estimable Lic. Persona Inventada HN:", *cells, "Atentamente,"))
    town.comes(reply(letter, HN, f"Gracias.\n\n{quoted}\n"))
    assert states(town) == {None: "asked"}
    town.burn()
