"""Mail of machines and of people who quote them, built for the tests; everybody is invented."""

from __future__ import annotations

from email.message import EmailMessage

from mailbot.core import automatic
from mailbot.core.message import parse

OURS = "grupo.md@crm.example"
DAEMON = "Mail Delivery System <MAILER-DAEMON@mx.example>"
ANA = "Ana Muestra <ana.muestra@mre.example>"


def recognise(raw: bytes) -> automatic.Recognised:
    return automatic.recognise(parse(raw), frozenset({OURS}))


def letter(subject: str, text: str, sender: str = ANA, html: str = "", **headers: str) -> bytes:
    """A mail in plain words; header names with "_" for "-"."""
    message = EmailMessage()
    message["From"] = sender
    message["To"] = OURS
    message["Subject"] = subject
    message["Date"] = "Mon, 03 Jan 2011 10:00:00 -0600"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()


def parts(
    *inner: tuple[str, str],
    kind: str = "multipart/report; report-type=delivery-status",
    sender: str = DAEMON,
    subject: str = "Undelivered Mail Returned to Sender",
    more: str = "",
) -> bytes:
    """A multipart of (content type with its other headers, body) as a program writes it, CRLF."""
    head = f"From: {sender}\nTo: {OURS}\nSubject: {subject}\nDate: Mon, 03 Jan 2011 10:00:00 -0600\n{more}"
    body = "".join(f"--limit\nContent-Type: {name}\n\n{text}\n" for name, text in inner)
    whole = f'{head}MIME-Version: 1.0\nContent-Type: {kind}; boundary="limit"\n\n{body}--limit--\n'
    return whole.replace("\n", "\r\n").encode("utf-8", "surrogateescape")


def report(
    *recipients: str, text: str = "Your message was not delivered.", kind: str = "message/delivery-status"
) -> bytes:
    """A report of delivery (RFC 3464) with these recipient blocks."""
    status = "Reporting-MTA: dns; mx.example\n\n" + "\n".join(f"{each}\n" for each in recipients)
    return parts(("text/plain; charset=utf-8", text), (kind, status), ("message/rfc822", RETURNED))


RETURNED = (
    f"From: {OURS}\nTo: luis@hn.example\nSubject: [MyD-DIR-2011-HN]\nMessage-ID: <1@crm.example>\n\nEstimado Luis\n"
)


def failed(raw: bytes) -> list[tuple[str, bool, str | None]]:
    return [(each.address, each.permanent, each.status) for each in recognise(raw).bounced]
