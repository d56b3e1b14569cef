"""Invitations to a meeting, and what people answer by mail."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage

import pytest

from mailbot.core.meetings import Meeting
from mailbot.work import meetings
from tests.meeting_town import (
    HN,
    MARCH,
    SV,
    TITLE,
    US,
    attending,
    box,
    calendars,
    event,
    hours,
    invite,
    people,
    planned,
    request_of,
)
from tests.town import Town, reply, words


def test_invitation_has_a_calendar_entry_and_the_form(town: Town) -> None:
    town.state("HN")
    town.state("US")
    planned(town, hours("2009-03-10T15:00", "2009-03-12T23:00"))
    raw, letter = box(town, HN)
    said = words(letter)
    assert "10 de marzo de 2009, 9:00" in said
    assert "12 March 2009, 17:00" in said
    assert "Asistencia:" in said
    assert "Lugares para su delegación: 2" in said
    calendar = calendars(raw)[0]
    assert calendar["method"] == "REQUEST"
    assert str(calendar.walk("VTIMEZONE")[0]["tzid"]) == "America/Guatemala"
    entry = event(raw)
    assert (str(entry["organizer"]), str(entry["attendee"])) == (f"mailto:{town.md.address}", f"mailto:{HN}")
    assert entry["attendee"].params["RSVP"] == "TRUE"
    assert entry["dtstart"].dt.isoformat() == "2009-03-10T09:00:00-06:00"
    assert b"text/calendar; charset=utf-8; method=REQUEST" in raw.split(b"multipart/alternative")[1]
    _, english = box(town, US)
    assert "Places for your delegation: 3" in words(english)
    assert letter.subject.endswith(f"[{request_of(town).code}]")
    assert "application/ics" in {each.media_type for each in letter.attachments}


def test_invited_twice_says_nothing_twice_and_a_new_colleague_is_asked_the_same(town: Town) -> None:
    town.state("HN")
    planned(town)
    box(town, HN)
    assert invite(town) == {"HN": 0}
    town.person("HN", role="focal-point", name="Nueva Persona", email=["nueva@hn.example"])
    assert invite(town) == {"HN": 1}
    _, letter = box(town, "nueva@hn.example")
    assert request_of(town).code in letter.subject


def test_form_with_two_people_and_the_letter_that_says_so(town: Town) -> None:
    town.state("HN")
    planned(town)
    letter = town.opens(HN)
    text = (
        "Asistencia: sí\nNombre: Licda. Ana Prueba\nCargo: Directora\nInstitución: Cancillería\n"
        "Correo: ana@hn.example\n\nNombre: Luis Ensayo\nCargo: Asesor\nCorreo: luis@hn.example\n"
    )
    assert town.comes(reply(letter, HN, text)) == "applied"
    assert people(town) == [("Ana Prueba", "confirmed"), ("Luis Ensayo", "confirmed")]
    said = words(town.opens(HN))
    assert "confirmada" in said
    assert "confirmed" in said
    assert request_of(town).state == "answered"


@pytest.mark.parametrize("sender", ["HN", "US"])
def test_table_in_the_mail_one_row_a_person(town: Town, sender: str) -> None:
    address = f"focal@{sender.lower()}.example"
    town.state(sender)
    planned(town)
    letter = town.opens(address)
    mail = EmailMessage()
    mail["From"], mail["To"] = address, letter.reply_to[0].address
    mail["Subject"], mail["Message-ID"] = f"RE: {letter.subject}", "<table@x.example>"
    mail["In-Reply-To"] = f"<{letter.message_id}>"
    heads = (
        ("Nombre", "Cargo", "Institución", "Correo") if sender == "HN" else ("Name", "Position", "Ministry", "E-mail")
    )
    rows = [
        ("Ana Prueba", "Directora", "Cancillería", "ana@x.example"),
        ("Luis Ensayo", "Asesor", "ONI", "l@x.example"),
    ]
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in (heads, *rows))
    mail.set_content("x")
    mail.add_alternative(f"<p>Adjunto la delegación / our delegation:</p><table>{cells}</table>", subtype="html")
    assert town.comes(mail.as_bytes()) == "applied"
    town.opens(address)
    assert people(town, sender) == [("Ana Prueba", "confirmed"), ("Luis Ensayo", "confirmed")]


def test_more_than_the_places_wait_with_the_reason_and_move_up(town: Town) -> None:
    town.state("HN")
    planned(town)
    letter = town.opens(HN)
    text = (
        "Nombre: Ana Prueba\nCargo: Directora\n\nNombre: Luis Ensayo\nCargo: Asesor\n\n"
        "Nombre: Marta Muestra\nCargo: Cónsul\nGastos a cargo de: Ministerio de Trabajo\n"
    )
    town.comes(reply(letter, HN, text))
    assert people(town)[2] == ("Marta Muestra", "waiting")
    told = town.opens(HN)
    assert "en lista de espera (lugares de su delegación: 2)" in words(told)
    assert "Ministerio de Trabajo" in words(told)
    assert attending(town)[2].reason == "Ministerio de Trabajo"
    town.comes(reply(letter, HN, "Asistencia: no\nNombre: Ana Prueba\n"))
    told = town.opens(HN)
    assert "Pasa de la lista de espera" in words(told)
    assert people(town) == [("Ana Prueba", "withdrawn"), ("Luis Ensayo", "confirmed"), ("Marta Muestra", "confirmed")]


def test_exception_gives_three_places_and_more_places_bring_up_who_waits(town: Town) -> None:
    town.state("US")
    town.state("HN")
    planned(town)
    three = "Name: Ann Sample\n\nName: Bob Mocker\n\nName: Cid Example\n"
    town.comes(reply(town.opens(US), US, three))
    town.comes(reply(town.opens(HN), HN, three))
    town.burn()
    assert [state for _, state in people(town, "US")] == ["confirmed"] * 3
    assert [state for _, state in people(town, "HN")] == ["confirmed", "confirmed", "waiting"]
    more = Meeting(0, "grcm-20", "grcm", TITLE, "Hotel Inventado", MARCH, 3)
    assert meetings.add(town.house, town.md, more) == "changed"
    assert [state for _, state in people(town, "HN")] == ["confirmed"] * 3


def test_nobody_comes(town: Town) -> None:
    town.state("US")
    planned(town)
    assert town.comes(reply(town.opens(US), US, "Attendance: no\n")) == "applied"
    assert "will not attend" in words(town.opens(US))
    assert people(town, "US") == []
    assert request_of(town, "US").state == "answered"


def test_names_to_come_keep_a_place_and_the_question_open(town: Town) -> None:
    town.state("HN")
    planned(town)
    letter = town.opens(HN)
    town.comes(reply(letter, HN, "Asistencia: por confirmar\n"))
    town.opens(HN)
    assert people(town) == [("", "to-be-confirmed")]
    assert request_of(town).state == "asked"
    town.comes(reply(letter, HN, "Asistencia: sí\nNombre: Ana Prueba\n"))
    town.opens(HN)
    assert people(town) == [("Ana Prueba", "confirmed")]
    assert request_of(town).state == "answered"


def test_yes_without_names_is_asked_for_them(town: Town) -> None:
    town.state("HN")
    planned(town)
    town.comes(reply(town.opens(HN), HN, "Asistencia: sí\n"))
    told = town.opens(HN)
    assert "falta quién asistirá" in words(told)
    assert people(town) == [("", "to-be-confirmed")]
    assert request_of(town).state == "asked"


def test_answer_for_another_state_waits_for_the_presidency(town: Town) -> None:
    town.state("HN")
    town.state("SV")
    planned(town)
    letter = town.opens(HN)
    town.opens(SV)
    outcome = town.comes(reply(letter, HN, "País: El Salvador\nAsistencia: sí\nNombre: Ana Prueba\n"))
    assert outcome == "held"
    assert "no pertenece" in words(town.opens(HN))
    assert people(town) == people(town, "SV") == []
    assert len(town.holds()) == 1


def test_prose_with_a_list_is_asked_before_it_counts(town: Town) -> None:
    town.state("HN")
    planned(town)
    text = (
        "Estimados colegas:\n\nLa delegación de Honduras estará integrada por:\n\n"
        "1. Licda. Ana Prueba, Directora de Asuntos Consulares, Cancillería, ana@hn.example\n"
        "2. Luis Ensayo, Asesor, Secretaría de Gobernación\n\n"
        "Los gastos del señor Ensayo serán cubiertos por la Secretaría de Gobernación.\n\nSaludos,\nPersona Inventada\n"
    )
    assert town.comes(reply(town.opens(HN), HN, text)) == "asked"
    question = town.opens(HN)
    assert "todavía no hemos inscrito" in words(question)
    assert "Ana Prueba, Directora de Asuntos Consulares" in words(question)
    assert people(town) == []
    assert town.comes(reply(question, HN, "CONFIRMO\n")) == "applied"
    town.opens(HN)
    assert people(town) == [("Ana Prueba", "confirmed"), ("Luis Ensayo", "confirmed")]
    assert request_of(town).state == "answered"


def test_prose_that_declines_in_english(town: Town) -> None:
    town.state("US")
    planned(town)
    text = "Dear colleagues,\n\nWe regret to inform you that the US will not send a representative.\n\nBest\n"
    assert town.comes(reply(town.opens(US), US, text)) == "asked"
    question = town.opens(US)
    assert "Nobody of your delegation will attend" in words(question)
    assert request_of(town, "US").state == "asked"
    assert town.comes(reply(question, US, "CONFIRM\n")) == "applied"
    town.opens(US)
    assert request_of(town, "US").state == "answered"


def test_prose_misunderstood_changes_nothing(town: Town) -> None:
    town.state("HN")
    planned(town)
    town.comes(reply(town.opens(HN), HN, "Lamentamos informar que no podremos asistir a la reunión.\n"))
    town.comes(reply(town.opens(HN), HN, "NO\n"))
    town.opens(HN)
    assert request_of(town).state == "asked"
    assert people(town) == []


def test_after_the_meeting_a_person_gets_an_answer_and_the_presidency_decides(town: Town) -> None:
    town.state("HN")
    planned(town)
    letter = town.opens(HN)
    town.hour = dt.datetime(2009, 3, 14, 15, tzinfo=dt.UTC)
    assert town.comes(reply(letter, HN, "Asistencia: sí\nNombre: Ana Prueba\n")) == "held"
    assert "ya se celebró" in words(town.opens(HN))
    assert people(town) == []
