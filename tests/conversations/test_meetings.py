"""A meeting from the invitation to the list of participants: answered in every way, moved twice, cancelled."""

from __future__ import annotations

import datetime as dt
import io
import zlib
from email.message import EmailMessage

import openpyxl
import pytest
from icalendar import Calendar
from sqlalchemy import select

from mailbot.core.meetings import Attendee, Meeting, Span
from mailbot.core.values import Bilingual, Message
from mailbot.edges.store import ledger
from mailbot.edges.store import meetings as store
from mailbot.edges.store.tables import history, letters
from mailbot.work import meetings, participants
from tests.town import Town, reply, words

GT, HN, US, SV = "focal@gt.example", "focal@hn.example", "focal@us.example", "focal@sv.example"
MARCH = Span(dt.date(2009, 3, 10), dt.date(2009, 3, 12), "America/Guatemala")
TITLE = Bilingual("XX Reunión del Grupo", "XX Meeting of the Group")


def hours(first: str, last: str) -> Span:
    starts, ends = (dt.datetime.fromisoformat(each).replace(tzinfo=dt.UTC) for each in (first, last))
    return Span(starts.date(), ends.date(), "America/Guatemala", starts, ends)


def planned(town: Town, span: Span = MARCH, **changes: object) -> Meeting:
    """A meeting is entered, and each State invited."""
    values = {"places": 2, "exceptions": {"US": 3}, **changes}
    meetings.add(town.house, town.md, Meeting(0, "grcm-20", "grcm", TITLE, "Hotel Inventado", span, **values))
    invite(town)
    return meeting(town)


def invite(town: Town) -> dict[str, int]:
    put = meetings.invite(town.house, town.md, "grcm-20")
    town.deliver()
    return put


def meeting(town: Town) -> Meeting:
    with town.house.engine.begin() as connection:
        found = store.meeting_by_key(connection, "md", "grcm-20")
    assert found is not None
    return found


def attending(town: Town) -> tuple[Attendee, ...]:
    about = meeting(town).id
    with town.house.engine.begin() as connection:
        return store.attending(connection, about)


def people(town: Town, code: str = "HN") -> list[tuple[str, str]]:
    """Who is entered for a State, and as what."""
    found = attending(town)
    mine = {contact.participant.id for contact in town.contacts(code)}
    return [(each.name, each.state) for each in found if each.participant_id in mine]


def request_of(town: Town, code: str = "HN"):
    with town.house.engine.begin() as connection:
        found = ledger.requests_where(connection, "md")
    return next(each for each in found if each.form == "meeting-reply" and each.participant.code == code)


def calendars(raw: bytes) -> list[Calendar]:
    from mailbot.core.message import parse

    return [Calendar.from_ical(part.content) for part in parse(raw).attachments]


def event(raw: bytes):
    return calendars(raw)[0].walk("VEVENT")[0]


def answer(
    raw: bytes,
    partstat: str,
    *,
    sender: str | None = None,
    attendee: str | None = None,
    method: str = "REPLY",
    stamp: str = "20090105T150000Z",
    sequence: int | None = None,
    extra: str = "",
) -> bytes:
    """What a calendar answers to an invitation of ours."""
    asked = event(raw)
    who = attendee or str(asked["attendee"]).removeprefix("mailto:")
    number = int(asked["sequence"]) if sequence is None else sequence
    lines = [
        "BEGIN:VCALENDAR",
        "PRODID:-//Google Inc//Google Calendar 70.9054//EN",
        "VERSION:2.0",
        f"METHOD:{method}",
        "BEGIN:VEVENT",
        f"DTSTAMP:{stamp}",
        "DTSTART;VALUE=DATE:20090317",
        f"ORGANIZER:mailto:{str(asked['organizer']).removeprefix('mailto:')}",
        f"UID:{asked['uid']}",
        f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={partstat};CN=X:mailto:{who}",
        f"SEQUENCE:{number}",
        *([extra] if extra else []),
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return carried(sender or who, f"{partstat.title()}: {TITLE.es}", method, "\r\n".join(lines))


def carried(sender: str, subject: str, method: str, calendar: str, text: str = "") -> bytes:
    mail = EmailMessage()
    mail["From"] = sender
    mail["To"] = "grupo.md@crm.example"
    mail["Subject"] = subject
    mail["Message-ID"] = f"<{zlib.crc32((sender + subject + calendar).encode())}@{sender.partition('@')[2]}>"
    mail.set_content(text)
    mail.add_alternative(calendar, subtype="calendar", params={"method": method})
    return mail.as_bytes()


def box(town: Town, address: str) -> tuple[bytes, Message]:
    raw = town.raw(address)
    from mailbot.core.message import parse

    return raw, parse(raw)


# --- invitation ---------------------------------------------------------------------------


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


# --- answers by mail ----------------------------------------------------------------------


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


# --- answers by calendar ------------------------------------------------------------------


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
    from mailbot.core.message import parse

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


# --- moved and cancelled ------------------------------------------------------------------


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


# --- list of participants, reminder, digest, undoubted record -----------------------------


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
