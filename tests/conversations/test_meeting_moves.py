"""A meeting moved twice, cancelled, and told to the presidency."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from sqlalchemy import select

from mailbot.core.meetings import Span
from mailbot.edges.store import ledger
from mailbot.edges.store.tables import history, letters
from mailbot.work import meetings, participants
from tests.meeting_town import (
    GT,
    HN,
    SV,
    TITLE,
    US,
    answer,
    box,
    calendars,
    event,
    hours,
    people,
    planned,
    request_of,
)
from tests.town import Town, reply, words


def test_moved_twice_then_cancelled(town: Town) -> None:
    town.state("HN")
    town.state("US")
    planned(town, hours("2009-03-10T15:00", "2009-03-12T23:00"))
    first = town.raw(HN)
    town.comes(reply(town.opens(US), US, "Attendance: yes\nName: Ann Sample\n"))
    town.opens(US)
    town.comes(answer(first, "ACCEPTED"))
    due = request_of(town).due

    assert meetings.move(town.house, town.md, "grcm-20", hours("2009-03-10T16:00", "2009-03-12T23:00")) == 2
    town.deliver()
    second, letter = box(town, HN)
    assert "lo que ya respondió sigue en pie" in words(letter)
    assert (int(event(second)["sequence"]), event(second)["uid"]) == (1, event(first)["uid"])
    assert event(second)["attendee"].params["PARTSTAT"] == "ACCEPTED"
    assert (people(town)[0][1], request_of(town).state, request_of(town).due) == ("confirmed", "answered", due)
    town.opens(US)

    assert meetings.move(town.house, town.md, "grcm-20", hours("2009-03-24T15:00", "2009-03-26T23:00")) == 2
    town.deliver()
    third, letter = box(town, HN)
    assert "confirmar de nuevo" in words(letter)
    assert (int(event(third)["sequence"]), event(third)["attendee"].params["PARTSTAT"]) == (2, "NEEDS-ACTION")
    assert (people(town), request_of(town).state) == ([("Persona Inventada HN", "to-be-confirmed")], "asked")
    assert request_of(town).due == due + dt.timedelta(days=14)
    assert town.comes(answer(second, "ACCEPTED", stamp="20090108T150000Z")) == "set-aside"
    assert "before the meeting was moved" in town.rows()[-1].reason
    assert town.comes(answer(third, "ACCEPTED", stamp="20090109T150000Z")) == "applied"
    assert people(town) == [("Persona Inventada HN", "confirmed")]
    town.comes(reply(town.opens(US), US, "Attendance: yes\nName: Ann Sample\nPosition: Director\n"))
    town.opens(US)
    assert people(town, "US") == [("Ann Sample", "confirmed")]

    assert meetings.cancel(town.house, town.md, "grcm-20") == (2, ())
    with pytest.raises(meetings.NotNowError):
        meetings.cancel(town.house, town.md, "grcm-20")
    town.deliver()
    last, letter = box(town, HN)
    assert "se cancela" in words(letter)
    assert (calendars(last)[0]["method"], int(event(last)["sequence"])) == ("CANCEL", 3)
    assert event(last)["uid"] == event(first)["uid"]
    assert town.comes(answer(third, "DECLINED", stamp="20090110T150000Z")) == "set-aside"
    assert request_of(town).state == "closed"
    town.comes(reply(town.opens(US), US, "Attendance: no\n"))
    assert "cancelled" in words(town.opens(US))


def test_deadlines_hang_on_the_meeting_by_the_presidencys_holidays(town: Town) -> None:
    town.state("HN")
    planned(town, Span(dt.date(2009, 4, 15), dt.date(2009, 4, 17), "America/Guatemala"))
    town.ask(due="2009-01-16")
    town.burn()
    with town.house.engine.begin() as connection:
        code = next(each.code for each in ledger.requests_where(connection, "md") if each.form == "contact-update")
    # Holy Week of Guatemala, Wednesday 8 to Friday 10 April 2009, counts no day
    assert meetings.hang(town.house, town.md, "grcm-20", [code], 5) == {code: dt.date(2009, 4, 3)}
    town.deliver()
    assert "3 de abril de 2009" in words(town.opens(HN))
    meetings.move(town.house, town.md, "grcm-20", Span(dt.date(2009, 4, 22), dt.date(2009, 4, 24), "America/Guatemala"))
    town.deliver()
    box_ = [words(town.opens(HN)) for _ in range(2)]
    assert any("15 de abril de 2009" in each for each in box_)
    with town.house.engine.begin() as connection:
        moved = ledger.request_by_code(connection, "md", code)
    assert moved is not None
    assert moved.due == dt.date(2009, 4, 15)
    with pytest.raises(meetings.UnknownError):
        meetings.hang(town.house, town.md, "grcm-20", ["MD-DIR-HN-XXXXX"], 5)


def test_list_of_participants_goes_to_the_presidency(town: Town) -> None:
    town.state("GT")
    town.state("HN")
    town.state("SV")
    town.state("US")
    planned(town)
    text = "Nombre: Ana Prueba\nCargo: =SUMA(A1)\n\nNombre: Luis Ensayo\n\nNombre: Marta Muestra\nGastos: OIM\n"
    town.comes(reply(town.opens(HN), HN, text))
    town.comes(reply(town.opens(SV), SV, "Asistencia: no\n"))
    town.burn()
    assert participants.send(town.house, town.md, "grcm-20") == 1
    assert participants.send(town.house, town.md, "grcm-20") == 0
    town.deliver()
    letter = town.opens(GT)
    said = words(letter)
    for wanted in ("Confirmados: 2", "On the waiting list: 1", "Gastos: OIM", "El Salvador", "Sin respuesta"):
        assert wanted in said
    sheet = openpyxl.load_workbook(io.BytesIO(letter.attachments[0].content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert [row[1] for row in rows] == ["Ana Prueba", "Luis Ensayo", "Marta Muestra"]
    assert rows[2][5:] == ["en lista de espera / on the waiting list", "OIM"]
    assert sheet["C4"].data_type == "s"


def test_reminder_names_the_meeting_and_digest_tells_who_comes(town: Town) -> None:
    town.state("GT")
    town.state("HN")
    planned(town)
    letter = town.opens(HN)
    town.burn()
    town.hour = dt.datetime(2009, 2, 17, 16, tzinfo=dt.UTC)
    town.later()
    reminded = [words(town.opens(HN)) for _ in range(town.unread().get(HN, 0))]
    assert any(TITLE.es in each for each in reminded)
    town.comes(reply(letter, HN, "Nombre: Ana Prueba\n"))
    town.burn()
    town.later(days=7)
    told = [words(town.opens(GT)) for _ in range(town.unread().get(GT, 0))]
    town.burn()
    assert any("Honduras, XX Reunión del Grupo: Ana Prueba (confirmada)" in each for each in told)


def test_each_step_is_in_the_history_with_its_message(town: Town) -> None:
    town.state("HN")
    planned(town)
    town.comes(reply(town.opens(HN), HN, "Nombre: Ana Prueba\n"))
    town.opens(HN)
    with town.house.engine.begin() as connection:
        (line,) = connection.execute(select(history).where(history.c.subject == "meeting")).all()
        kinds = connection.execute(select(letters.c.kind)).scalars().all()
    assert (line.who, line.before, line.after) == (HN, None, {"name": "Ana Prueba", "state": "confirmed"})
    assert line.message_id == town.rows()[-1].id
    assert kinds == ["invitation", "acknowledgement"]
