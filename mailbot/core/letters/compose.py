"""Rendered halves → the bytes of a letter: MIME, CRLF, deterministic.

Put together by hand from the library's encoders: ``EmailMessage`` parses and folds every
header anew and takes ten times as long, which is what a letter costs most.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import email.utils
import hashlib
import re
from collections.abc import Sequence
from email.header import Header
from typing import Protocol

from mailbot.core.values import Attachment

CRLF = "\r\n"


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


def _words(name: str, value: str) -> str:
    """A header of words, encoded (RFC 2047) and folded (RFC 5322 section 2.2.3)."""
    charset = "us-ascii" if value.isascii() else "utf-8"
    folded = Header(value, charset, maxlinelen=76, header_name=name).encode(linesep=CRLF)
    return f"{name}: {folded}"


def _mailbox(header: str, name: str, address: str) -> str:
    """An address header; the display name is folded with it, never the address."""
    shown = email.utils.formataddr((_one_line(name)[:200], _one_line(address)))
    if len(shown) > 70 and " <" in shown:
        before, _, after = shown.rpartition(" <")
        shown = f"{before}{CRLF} <{after}"
    return f"{header}: {shown}"


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
    pictures: Sequence[Attachment] = (),
) -> bytes:
    """Return the letter as it will leave (RFC 5322, RFC 2045), the same bytes for the same input.

    An attachment without a name is a third way of saying the letter: an invitation that a
    calendar program answers (RFC 6047 section 2.4).

    ``message_id`` without brackets.  Auto-Submitted says that a machine wrote it (RFC 3834):
    auto-replied for answers, auto-generated else.  Bodies are quoted-printable, never
    flowed, so that no program on the way wraps a value.  ``pictures`` stand with the HTML half
    (RFC 2387), which shows each by ``cid:`` and its name (RFC 2392).
    """
    head = [
        _mailbox("From", from_name, from_address),
        _mailbox("To", to_name, to),
        _words("Subject", _one_line(rendered.subject)[:900]),
        f"Date: {email.utils.format_datetime(date)}",
        f"Message-ID: <{message_id}>",
    ]
    if in_reply_to:
        answered = re.sub(r"[\s<>]", "", _one_line(in_reply_to))[:900]
        head += [f"In-Reply-To: <{answered}>", f"References: <{answered}>"] if answered.isascii() else []
    if reply_to:
        head.append(_mailbox("Reply-To", from_name, reply_to))
    head += [
        f"Auto-Submitted: {'auto-replied' if is_answer else 'auto-generated'}",
        "X-Auto-Response-Suppress: OOF, AutoReply",
        f"X-Mailbot-Letter: {kind}",
        "Content-Language: es, en",
        "MIME-Version: 1.0",
    ]
    seed = hashlib.sha256(message_id.encode()).hexdigest()
    html = _text("html", rendered.html)
    if pictures:
        html = _multipart("related", f"=_r{seed[:24]}", [html, *(_picture(each) for each in pictures)])
    halves = [_text("plain", rendered.text), html]
    halves += [_file(each) for each in attachments if not each.name]
    body = _multipart("alternative", f"=_a{seed[:24]}", halves)
    named = [_file(each) for each in attachments if each.name]
    if named:
        body = _multipart("mixed", f"=_m{seed[:24]}", [body, *named])
    return CRLF.join(head).encode("utf-8") + b"\r\n" + body


def _multipart(kind: str, boundary: str, parts: Sequence[bytes]) -> bytes:
    root = '; type="text/html"' if kind == "related" else ""  # RFC 2387 section 3.1
    head = f'Content-Type: multipart/{kind}; boundary="{boundary}"{root}\r\n\r\n'.encode()
    line = f"--{boundary}".encode()
    inner = b"".join(line + b"\r\n" + part + b"\r\n" for part in parts)
    return head + inner + line + b"--\r\n"


def _text(kind: str, words: str) -> bytes:
    lines = "\r\n".join(words.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    head = f'Content-Type: text/{kind}; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    return head.encode() + binascii.b2a_qp(lines.encode("utf-8", "replace"), istext=True)


def _picture(attachment: Attachment) -> bytes:
    name = re.sub(r"[^\w.-]", "", attachment.name)
    head = (
        f"Content-Type: {attachment.media_type}\r\nContent-Transfer-Encoding: base64\r\n"
        f'Content-ID: <{name}>\r\nContent-Disposition: inline; filename="{name}"\r\n\r\n'
    )
    return head.encode() + base64.encodebytes(attachment.content).replace(b"\n", b"\r\n")


def _file(attachment: Attachment) -> bytes:
    name = _one_line(attachment.name)
    plain = re.sub(r'[^\x20-\x7e]|["\\\\]', "_", name)
    shown = f'filename="{name}"'
    if plain != name:  # RFC 2231
        shown = "filename*=" + email.utils.encode_rfc2231(name, "utf-8")
    kind = re.sub(r"[^\w.+/=; -]", "", attachment.media_type)  # with its parameters (RFC 5546: method)
    placed = f"Content-Disposition: attachment;\r\n {shown}\r\n" if name else ""
    head = f"Content-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n{placed}\r\n"
    return head.encode() + base64.encodebytes(attachment.content).replace(b"\n", b"\r\n")
