"""A meeting of the town: how it is planned, who is entered for it, and what calendars answer."""

from __future__ import annotations

import datetime as dt
import zlib
from email.message import EmailMessage

from icalendar import Calendar

from mailbot.core.meetings import Attendee, Meeting, Span
from mailbot.core.message import parse
from mailbot.core.values import Bilingual, Message
from mailbot.edges.store import ledger
from mailbot.edges.store import meetings as store
from mailbot.work import meetings
from tests.town import Town

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
    return raw, parse(raw)
