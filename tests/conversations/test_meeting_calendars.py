"""What calendars answer to an invitation."""

from __future__ import annotations

import datetime as dt

from mailbot.core.message import parse
from tests.meeting_town import (
    HN,
    SV,
    answer,
    event,
    hours,
    people,
    planned,
    request_of,
)
from tests.town import Town, reply


def test_accepted_tentative_declined_without_any_letter(town: Town) -> None:
    town.state("HN")
    planned(town)
    raw = town.raw(HN)
    assert town.comes(answer(raw, "TENTATIVE")) == "applied"
    assert people(town) == [("Persona Inventada HN", "to-be-confirmed")]
    assert request_of(town).state == "asked"
    assert town.comes(answer(raw, "ACCEPTED", stamp="20090106T150000Z")) == "applied"
    assert people(town) == [("Persona Inventada HN", "confirmed")]
    assert request_of(town).state == "answered"
    assert town.comes(answer(raw, "TENTATIVE", stamp="20090105T160000Z")) == "set-aside"
    assert "newer answer" in town.rows()[-1].reason
    assert town.comes(answer(raw, "DECLINED", stamp="20090107T150000Z")) == "applied"
    assert people(town) == [("Persona Inventada HN", "withdrawn")]
    assert not town.unread()
    assert "calendar DECLINED" in town.rows()[-1].reason


def test_declined_by_calendar_moves_up_who_waits(town: Town) -> None:
    town.state("HN")
    planned(town, places=1)
    raw = town.raw(HN)
    town.comes(answer(raw, "ACCEPTED"))
    town.comes(reply(parse(raw), HN, "Nombre: Ana Prueba\n"))
    town.opens(HN)
    assert people(town)[1] == ("Ana Prueba", "waiting")
    town.comes(answer(raw, "DECLINED", stamp="20090107T150000Z"))
    assert people(town) == [("Persona Inventada HN", "withdrawn"), ("Ana Prueba", "confirmed")]


EXCHANGE = """BEGIN:VCALENDAR\r
METHOD:REPLY\r
PRODID:Microsoft Exchange Server 2010\r
VERSION:2.0\r
BEGIN:VTIMEZONE\r
TZID:Central America Standard Time\r
BEGIN:STANDARD\r
DTSTART:16010101T000000\r
TZOFFSETFROM:-0600\r
TZOFFSETTO:-0600\r
END:STANDARD\r
BEGIN:DAYLIGHT\r
DTSTART:16010101T000000\r
TZOFFSETFROM:-0600\r
TZOFFSETTO:-0600\r
END:DAYLIGHT\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
ATTENDEE;PARTSTAT=ACCEPTED;CN="Persona Inventada":mailto:FOCAL@HN.EXAMPLE\r
COMMENT;LANGUAGE=es-HN:Llegaré el segundo día.\\n\r
UID:{uid}\r
SUMMARY;LANGUAGE=es-HN:Aceptada: XX Reunión del Grupo / XX Meeting of the Group\r
DTSTART;TZID=Central America Standard Time:20090310T090000\r
DTEND;TZID=Central America Standard Time:20090312T170000\r
CLASS:PUBLIC\r
PRIORITY:5\r
DTSTAMP:20090105T153012Z\r
TRANSP:OPAQUE\r
STATUS:CONFIRMED\r
SEQUENCE:0\r
LOCATION;LANGUAGE=es-HN:Hotel Inventado\r
X-MICROSOFT-CDO-APPT-SEQUENCE:0\r
X-MICROSOFT-CDO-OWNERAPPTID:0\r
X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r
X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY\r
X-MICROSOFT-CDO-ALLDAYEVENT:FALSE\r
X-MICROSOFT-CDO-IMPORTANCE:1\r
X-MICROSOFT-CDO-INSTTYPE:0\r
X-MICROSOFT-DISALLOW-COUNTER:FALSE\r
END:VEVENT\r
END:VCALENDAR\r
"""


def test_outlook_aceptada_as_exchange_sends_it(town: Town) -> None:
    """Upper-case address, long folded lines, a comment, Auto-Submitted absent, X-MS headers, no text."""
    town.state("HN")
    planned(town, hours("2009-03-10T15:00", "2009-03-12T23:00"))
    raw = town.raw(HN)
    calendar = EXCHANGE.format(uid=str(event(raw)["uid"]).upper())
    head = (
        'From: "Persona Inventada" <Focal@hn.example>\r\nTo: Grupo <grupo.md@crm.example>\r\n'
        "Subject: =?utf-8?B?QWNlcHRhZGE6IFhYIFJldW5pw7NuIGRlbCBHcnVwbw==?=\r\n"
        "Thread-Topic: XX Reunion del Grupo\r\nThread-Index: AQHJ==\r\nDate: Mon, 5 Jan 2009 15:30:12 +0000\r\n"
        "Message-ID: <DB7PR01MB0001@invented.prod.outlook.example>\r\nAccept-Language: es-HN, en-US\r\n"
        "Content-Language: es-HN\r\nX-MS-Has-Attach:\r\nX-MS-TNEF-Correlator:\r\n"
        'Content-Type: multipart/alternative;\r\n\tboundary="_000_invented_"\r\nMIME-Version: 1.0\r\n\r\n'
        '--_000_invented_\r\nContent-Type: text/plain; charset="iso-8859-1"\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n\r\n\r\n"
        '--_000_invented_\r\nContent-Type: text/calendar; charset="utf-8"; method=REPLY\r\n'
        "Content-Transfer-Encoding: 8bit\r\n\r\n"
    )
    assert town.comes((head + calendar + "\r\n--_000_invented_--\r\n").encode()) == "applied"
    assert people(town) == [("Persona Inventada HN", "confirmed")]
    (hold,) = town.holds()
    assert "Llegaré el segundo día." in hold.what.es
    assert not town.unread()


def test_strangers_calendar_reply_is_held_and_a_made_up_uid_set_aside(town: Town) -> None:
    town.state("HN")
    town.state("SV")
    planned(town)
    raw = town.raw(HN)
    town.burn()
    assert town.comes(answer(raw, "ACCEPTED", sender="x@elsewhere.example", attendee="x@elsewhere.example")) == "held"
    assert town.comes(answer(raw, "ACCEPTED", sender="x@elsewhere.example")) == "held"
    assert town.comes(answer(raw, "ACCEPTED", sender=SV, attendee=SV)) == "held"
    assert len(town.holds()) == 3
    made_up = answer(raw, "ACCEPTED", stamp="20090105T150001Z").replace(b"UID:grcm-20-", b"UID:grcm-20-f")
    assert town.comes(made_up) == "set-aside"
    assert people(town) == people(town, "SV") == []
    assert not town.unread()


def test_counter_proposal_is_a_question_for_the_presidency(town: Town) -> None:
    town.state("HN")
    planned(town)
    raw = town.raw(HN)
    assert town.comes(answer(raw, "TENTATIVE", method="COUNTER", extra="COMMENT:Coincide con otra reunión")) == "held"
    (hold,) = town.holds()
    assert hold.kind == "counter"
    assert "2009-03-17" in hold.what.es
    assert "Coincide con otra reunión" in hold.what.en
    assert people(town) == []


def test_calendar_reply_after_the_meeting_is_set_aside(town: Town) -> None:
    town.state("HN")
    planned(town)
    raw = town.raw(HN)
    town.hour = dt.datetime(2009, 3, 14, 15, tzinfo=dt.UTC)
    assert town.comes(answer(raw, "ACCEPTED", stamp="20090314T150000Z")) == "set-aside"
    assert "the meeting is over" in town.rows()[-1].reason
    assert people(town) == []
