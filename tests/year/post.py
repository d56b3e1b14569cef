"""Messages as people, their programs and their servers write them, dated when they are written."""

from __future__ import annotations

import datetime as dt
import email.utils
import itertools
from collections.abc import Iterator
from email.message import EmailMessage

from icalendar import Calendar

from mailbot.core.values import Message

GROUP = "grupo.md@crm.example"
_NUMBERS: dict[str, Iterator[int]] = {}


def words(letter: Message) -> str:
    """The text of a letter, both halves."""
    return "\n".join(line.text for line in (letter.alternative if letter.lines[0].source == "html" else letter.lines))


def _new(sender: str, to: str, subject: str, when: dt.datetime) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, to, subject
    mail["Date"] = email.utils.format_datetime(when)
    number = next(_NUMBERS.setdefault(sender, itertools.count(1)))
    mail["Message-ID"] = f"<{when:%Y%m%d%H%M}.{number}@{sender.partition('@')[2]}>"
    return mail


def fresh(sender: str, subject: str, text: str, when: dt.datetime) -> bytes:
    """A message that answers nothing."""
    mail = _new(sender, GROUP, subject, when)
    mail.set_content(text)
    return mail.as_bytes()


def reply(letter: Message, sender: str, text: str, when: dt.datetime, quoting: str = "none") -> bytes:
    """An answer; ``quoting``: none, marked (as most programs) or headed (as Outlook, without marks)."""
    back = letter.reply_to or (letter.sender,)
    assert back[0] is not None
    mail = _new(sender, back[0].address, f"RE: {letter.subject}", when)
    mail["In-Reply-To"] = mail["References"] = f"<{letter.message_id}>"
    below = {"none": "", "marked": _marked(letter), "headed": _headed(letter)}[quoting]
    mail.set_content(f"{text}\n\n{below}")
    return mail.as_bytes()


def _marked(letter: Message) -> str:
    head = "El vie, 9 ene 2009, Grupo <grupo.md@crm.example> escribió:"
    return head + "\n\n" + "\n".join(f"> {line}" for line in words(letter).split("\n"))


def _headed(letter: Message) -> str:
    head = "De: Grupo <grupo.md@crm.example>\nEnviado el: viernes, 9 de enero de 2009 10:00\nPara: Persona\n"
    return f"{head}Asunto: {letter.subject}\n\n{words(letter)}"


def away(letter: Message, sender: str, until: str, when: dt.datetime) -> bytes:
    """What an answering machine says."""
    mail = _new(sender, GROUP, f"Automatic reply: {letter.subject}", when)
    mail["In-Reply-To"] = mail["References"] = f"<{letter.message_id}>"
    mail["Auto-Submitted"] = "auto-replied"
    mail.set_content(f"I am out of the office until {until}. For urgent matters please call our office.")
    return mail.as_bytes()


def returned(letter: Message, address: str, when: dt.datetime) -> bytes:
    """What a server says of an address that is no more (RFC 3464)."""
    stamp = f"{when:%Y%m%d%H%M%S}"
    return (
        f"From: MAILER-DAEMON@mx.example\r\nTo: {GROUP}\r\nSubject: Undelivered Mail Returned to Sender\r\n"
        f"Date: {email.utils.format_datetime(when)}\r\nMessage-ID: <{stamp}.{letter.message_id[:12]}@mx.example>\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nThe address does not exist.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
        f"Final-Recipient: rfc822; {address}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <{letter.message_id}>\r\n\r\n--b--\r\n"
    ).encode()


def calendar(letter: Message, sender: str, partstat: str, when: dt.datetime) -> bytes | None:
    """A calendar's answer to an invitation (RFC 5546); None when the letter carries no invitation."""
    files = [each for each in letter.attachments if "calendar" in each.media_type or each.name.endswith(".ics")]
    if not files:
        return None
    event = Calendar.from_ical(files[0].content).walk("VEVENT")[0]
    lines = (
        "BEGIN:VCALENDAR", "PRODID:-//Example//Calendar//EN", "VERSION:2.0", "METHOD:REPLY", "BEGIN:VEVENT",
        f"DTSTAMP:{when:%Y%m%dT%H%M%SZ}", "DTSTART;VALUE=DATE:20090310",
        f"ORGANIZER:{event['organizer']}", f"UID:{event['uid']}", f"SEQUENCE:{event['sequence']}",
        f"ATTENDEE;PARTSTAT={partstat};CN=X:{event['attendee']}", "END:VEVENT", "END:VCALENDAR", "",
    )  # fmt: skip
    mail = _new(sender, GROUP, f"{partstat.title()}: {letter.subject}", when)
    mail.set_content("")
    mail.add_alternative("\r\n".join(lines), subtype="calendar", params={"method": "REPLY"})
    return mail.as_bytes()
