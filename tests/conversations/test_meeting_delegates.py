"""Delegates replaced, named in lists, and answers as Outlook, Gmail and Apple send them."""

from __future__ import annotations

import datetime as dt

import pytest

from mailbot.work import digest
from tests.meeting_town import HN, TITLE, US, answer, attending, event, people, planned, request_of
from tests.town import Town, reply, words

TWO = "Nombre: Ana Prueba\nCargo: Directora\n\nNombre: Luis Ensayo\n\nNombre: Marta Muestra\n"


def seated(town: Town) -> object:
    """Two are confirmed, the third waits; returns the invitation."""
    town.state("HN")
    planned(town)
    letter = town.opens(HN)
    town.comes(reply(letter, HN, TWO))
    town.opens(HN)
    assert [state for _, state in people(town)] == ["confirmed", "confirmed", "waiting"]
    return letter


# --- one in the place of another ----------------------------------------------------------


def test_who_replaces_somebody_takes_that_place_before_those_who_wait(town: Town) -> None:
    letter = seated(town)
    text = "Nombre: Pedro Ficticio\nCargo: Cónsul\nSustituye a: Ana Prueba\n"
    assert town.comes(reply(letter, HN, text)) == "applied"
    assert people(town) == [
        ("Ana Prueba", "withdrawn"),
        ("Luis Ensayo", "confirmed"),
        ("Marta Muestra", "waiting"),
        ("Pedro Ficticio", "confirmed"),
    ]
    said = words(town.opens(HN))
    assert "Sustituye a: antes Ana Prueba; ahora no asistirá" in said or "Ana Prueba" in said
    assert "Pedro Ficticio" in said


def test_replacing_somebody_who_was_never_named_is_asked(town: Town) -> None:
    letter = seated(town)
    assert town.comes(reply(letter, HN, "Nombre: Pedro Ficticio\nSustituye a: Juana Inexistente\n")) == "asked"
    assert "«Juana Inexistente» no figura en su delegación" in words(town.opens(HN))
    assert len(people(town)) == 3


def test_a_sentence_that_replaces_is_asked_and_confirmed_by_one_word(town: Town) -> None:
    letter = seated(town)
    text = (
        "Estimados:\n\nLa Licda. Ana Prueba no podrá asistir; en su lugar asistirá Pedro Ficticio, Cónsul.\n\nSaludos\n"
    )
    assert town.comes(reply(letter, HN, text)) == "asked"
    question = town.opens(HN)
    assert "Pedro Ficticio, Cónsul; sustituye a Ana Prueba" in words(question)
    assert "Pedro Ficticio, Cónsul; replaces Ana Prueba" in words(question)
    assert ("Ana Prueba", "confirmed") in people(town)
    assert town.comes(reply(question, HN, "CONFIRMO\n")) == "applied"
    town.opens(HN)
    assert ("Ana Prueba", "withdrawn") in people(town)
    assert ("Pedro Ficticio", "confirmed") in people(town)
    assert ("Marta Muestra", "waiting") in people(town)


def test_the_same_in_english(town: Town) -> None:
    town.state("US")
    planned(town)
    letter = town.opens(US)
    town.comes(reply(letter, US, "Name: Ann Sample\n"))
    town.opens(US)
    assert town.comes(reply(letter, US, "Bob Mocker will attend instead of Ann Sample.\n")) == "asked"
    question = town.opens(US)
    assert "replaces Ann Sample" in words(question)
    assert town.comes(reply(question, US, "CONFIRM\n")) == "applied"
    town.opens(US)
    assert people(town, "US") == [("Ann Sample", "withdrawn"), ("Bob Mocker", "confirmed")]


# --- who reads of it ----------------------------------------------------------------------


def test_the_digest_names_delegates_and_the_bulletin_counts_them(town: Town) -> None:
    town.state("GT")
    seated(town)
    town.burn()
    town.hour = dt.datetime(2008, 12, 8, 15, tzinfo=dt.UTC)
    assert digest.digest(town.house, town.md) == 1
    town.deliver()
    assert "Ana Prueba (confirmada)" in words(town.opens("focal@gt.example"))
    assert digest.bulletin(town.house, town.md) == 2
    town.deliver()
    for address in ("focal@gt.example", HN):
        said = words(town.opens(address))
        assert "Prueba" not in said
        assert "2 confirmada, 1 en lista de espera" in said
        assert "2 confirmed, 1 on the waiting list" in said


# --- lists in prose -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "La delegación estará integrada por:\n- Ana Prueba - Directora - Cancillería\n- Luis Ensayo - Asesor - ONI\n",
        "Participarán los siguientes funcionarios:\n\n1) Licda. Ana Prueba, Directora\n2) Lic. Luis Ensayo\n",
        "Confirmamos la participación de:\n\na. Ana Prueba (Directora)\nb. Luis Ensayo (Asesor)\n",
        "Our delegation will be composed of:\n\n• Ms. Ana Prueba, Director\n• Mr. Luis Ensayo, Adviser\n",
        "Confirmamos la participación de la Licda. Ana Prueba, Directora, y del Lic. Luis Ensayo, Asesor.\n",
        "Asistirán Ana Prueba y Luis Ensayo.\n",
        "Ana Prueba and Luis Ensayo will attend the meeting.\n",
    ],
)
def test_delegates_named_in_many_ways_are_shown_and_confirmed(town: Town, text: str) -> None:
    town.state("HN")
    planned(town)
    assert town.comes(reply(town.opens(HN), HN, text)) == "asked"
    question = town.opens(HN)
    said = words(question)
    assert "Ana Prueba" in said
    assert "Luis Ensayo" in said
    assert town.comes(reply(question, HN, "CONFIRMO\n")) == "applied"
    town.opens(HN)
    assert people(town) == [("Ana Prueba", "confirmed"), ("Luis Ensayo", "confirmed")]


# --- calendars ----------------------------------------------------------------------------


def test_declined_then_accepted_takes_a_place_again_or_waits(town: Town) -> None:
    town.state("HN")
    planned(town, places=1)
    raw = town.raw(HN)
    town.comes(answer(raw, "ACCEPTED"))
    town.comes(answer(raw, "DECLINED", stamp="20090106T150000Z"))
    assert people(town) == [("Persona Inventada HN", "withdrawn")]
    assert town.comes(answer(raw, "ACCEPTED", stamp="20090107T150000Z")) == "applied"
    assert people(town) == [("Persona Inventada HN", "confirmed")]
    town.comes(answer(raw, "DECLINED", stamp="20090108T150000Z"))
    from mailbot.core.message import parse

    town.comes(reply(parse(raw), HN, "Nombre: Ana Prueba\n"))
    town.opens(HN)
    town.comes(answer(raw, "ACCEPTED", stamp="20090109T150000Z"))
    assert people(town) == [("Persona Inventada HN", "waiting"), ("Ana Prueba", "confirmed")]
    assert request_of(town).state == "answered"


GMAIL = """From: Persona Inventada HN <focal@hn.example>\r
To: grupo.md@crm.example\r
Subject: =?UTF-8?Q?Aceptado=3A_XX_Reuni=C3=B3n_del_Grupo?=\r
Message-ID: <calendar-5f3c@invented.google.example>\r
Sender: Google Calendar <calendar-notification@google.example>\r
Auto-Submitted: auto-generated\r
Reply-To: Persona Inventada HN <focal@hn.example>\r
MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary="000000000000a1"\r
\r
--000000000000a1\r
Content-Type: multipart/alternative; boundary="000000000000a2"\r
\r
--000000000000a2\r
Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes\r
Content-Transfer-Encoding: base64\r
\r
{text}\r
--000000000000a2\r
Content-Type: text/html; charset="UTF-8"\r
\r
<div><b>Persona Inventada HN</b> ha aceptado esta invitacion.</div><p>XX Reunion del Grupo</p>\r
--000000000000a2\r
Content-Type: text/calendar; charset="UTF-8"; method=REPLY\r
Content-Transfer-Encoding: 7bit\r
\r
{calendar}\r
--000000000000a2--\r
--000000000000a1\r
Content-Type: application/ics; name="invite.ics"\r
Content-Disposition: attachment; filename="invite.ics"\r
Content-Transfer-Encoding: 7bit\r
\r
{calendar}\r
--000000000000a1--\r
"""
GMAIL_WORDS = (
    "Persona Inventada HN ha aceptado esta invitación.\n\nXX Reunión del Grupo\nmartes 10 mar 2009\n"
    "Hora de Guatemala\n\nLugar\nHotel Inventado\n\nInvitación de Google Calendar: https://calendar.example/\n"
)
APPLE = """From: Persona Inventada HN <focal@hn.example>\r
To: grupo.md@crm.example\r
Subject: Accepted: XX Meeting of the Group\r
Message-ID: <A1B2C3@icloud.example>\r
X-Mailer: Apple Mail (2.3774)\r
MIME-Version: 1.0\r
Content-Type: multipart/alternative; boundary="Apple-Mail-1"\r
\r
--Apple-Mail-1\r
Content-Type: text/plain; charset=utf-8\r
\r
Persona Inventada HN has accepted your invitation to the event: XX Meeting of the Group, scheduled for 10 March 2009.\r
\r
--Apple-Mail-1\r
Content-Type: text/calendar; method=REPLY; charset=UTF-8; name="meeting.ics"\r
Content-Transfer-Encoding: quoted-printable\r
\r
{calendar}\r
--Apple-Mail-1--\r
"""
EVENT = """BEGIN:VCALENDAR\r
CALSCALE:GREGORIAN\r
METHOD:REPLY\r
VERSION:2.0\r
PRODID:-//Apple Inc.//macOS 14.0//EN\r
BEGIN:VEVENT\r
UID:{uid}\r
DTSTAMP:20090105T150000Z\r
DTSTART;VALUE=DATE:20090310\r
DTEND;VALUE=DATE:20090313\r
ORGANIZER;CN=Grupo:mailto:grupo.md@crm.example\r
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;\r
 CN=Persona Inventada HN;EMAIL=focal@hn.example:mailto:focal@hn.example\r
SEQUENCE:0\r
SUMMARY:XX\r
STATUS:CONFIRMED\r
END:VEVENT\r
END:VCALENDAR"""


@pytest.mark.parametrize("shape", ["gmail", "apple"])
def test_the_words_a_calendar_writes_itself_are_nobodys_remark(town: Town, shape: str) -> None:
    import base64

    town.state("HN")
    planned(town)
    calendar = EVENT.format(uid=event(town.raw(HN))["uid"])
    if shape == "gmail":
        text = base64.encodebytes(GMAIL_WORDS.encode()).decode().replace("\n", "\r\n")
        raw = GMAIL.format(text=text, calendar=calendar)
    else:
        raw = APPLE.format(calendar=calendar.replace("=", "=3D"))
    assert town.comes(raw.encode()) == "applied"
    assert people(town) == [("Persona Inventada HN", "confirmed")]
    assert town.holds() == ()
    assert not town.unread()
    assert TITLE.es
    assert len(attending(town)) == 1
