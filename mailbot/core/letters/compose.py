"""Rendered halves → the bytes of a letter: MIME, CRLF, deterministic."""

from __future__ import annotations

import datetime as dt
import email.utils
import hashlib
from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP
from typing import Protocol

from mailbot.core.values import Attachment

POLICY = SMTP.clone(cte_type="7bit", max_line_length=78)


class Rendered(Protocol):
    """A letter in words."""

    @property
    def subject(self) -> str:
        """The subject line."""

    @property
    def text(self) -> str:
        """The text half."""

    @property
    def html(self) -> str:
        """The HTML half."""


def _one_line(text: str) -> str:
    """A header value without line breaks or control characters (header injection)."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _mailbox(name: str, address: str) -> Address | str:
    local, _, domain = _one_line(address).rpartition("@")
    return Address(_one_line(name), username=local, domain=domain)


def compose(
    rendered: Rendered,
    *,
    message_id: str,
    from_address: str,
    from_name: str,
    to: str,
    to_name: str,
    date: dt.datetime,
    kind: str,
    is_answer: bool,
    in_reply_to: str | None = None,
    reply_to: str | None = None,
    attachments: Sequence[Attachment] = (),
) -> bytes:
    """Return the letter as it will leave (RFC 5322, RFC 2045), the same bytes for the same input.

    ``message_id`` without brackets.  Auto-Submitted says that a machine wrote it (RFC 3834):
    auto-replied for answers, auto-generated else.  Bodies are quoted-printable, never
    flowed, so that no program on the way wraps a value.
    """
    mail = EmailMessage(policy=POLICY)
    mail["From"] = _mailbox(from_name, from_address)
    mail["To"] = _mailbox(to_name, to)
    mail["Subject"] = _one_line(rendered.subject)
    mail["Date"] = email.utils.format_datetime(date)
    mail["Message-ID"] = f"<{message_id}>"
    if in_reply_to:
        mail["In-Reply-To"] = f"<{_one_line(in_reply_to)}>"
        mail["References"] = f"<{_one_line(in_reply_to)}>"
    if reply_to:
        mail["Reply-To"] = _mailbox(from_name, reply_to)
    mail["Auto-Submitted"] = "auto-replied" if is_answer else "auto-generated"
    mail["X-Auto-Response-Suppress"] = "OOF, AutoReply"
    mail["X-Mailbot-Letter"] = kind
    mail["Content-Language"] = "es, en"
    seed = hashlib.sha256(message_id.encode()).hexdigest()
    alternative = _alternative(rendered, f"=_a{seed[:24]}")
    if not attachments:
        for name, value in alternative.items():
            mail[name] = value
        mail.set_payload(alternative.get_payload())
    else:
        mail["Content-Type"] = f'multipart/mixed; boundary="=_m{seed[:24]}"'
        mail.set_payload([alternative, *(_file(each) for each in attachments)])
    mail["MIME-Version"] = "1.0"
    return mail.as_bytes()


def _alternative(rendered: Rendered, boundary: str) -> MIMEPart:
    part = MIMEPart(policy=POLICY)
    part["Content-Type"] = f'multipart/alternative; boundary="{boundary}"'
    text, html = MIMEPart(policy=POLICY), MIMEPart(policy=POLICY)
    text.set_content(rendered.text, cte="quoted-printable")
    html.set_content(rendered.html, subtype="html", cte="quoted-printable")
    part.set_payload([text, html])
    return part


def _file(attachment: Attachment) -> MIMEPart:
    part = MIMEPart(policy=POLICY)
    main, _, sub = attachment.media_type.partition("/")
    part.set_content(
        attachment.content,
        maintype=main,
        subtype=sub,
        filename=_one_line(attachment.name),
        cte="base64",
    )
    return part
