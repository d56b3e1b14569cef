"""Bytes on the wire: charsets, transfer encodings, flowed text, subjects."""

from __future__ import annotations

import base64
import datetime as dt
import email.utils
import quopri
import random
import textwrap
from email.header import Header

from tests.shapes.clients import Program
from tests.shapes.original import Original

ENCODINGS = {
    "qp-cp1252": ("windows-1252", "quoted-printable"),
    "qp-latin1": ("iso-8859-1", "quoted-printable"),
    "qp-utf8": ("utf-8", "quoted-printable"),
    "b64-utf8": ("utf-8", "base64"),
    "8bit-utf8": ("utf-8", "8bit"),
    "8bit-latin1": ("iso-8859-1", "8bit"),
    "flowed": ("utf-8", "8bit"),
}


def message(
    letter: Original, parts: list[tuple[str, str]], program: Program, language: str, chance: random.Random
) -> bytes:
    """Return the whole reply with the headers that a program writes."""
    encoding = chance.choice(program.encodings)
    bodies = [_part(kind, body, encoding) for kind, body in parts]
    head = _headers(letter, program, language, chance)
    if len(bodies) == 1:
        return _crlf(head + bodies[0])
    boundary = f"----=_Part_{chance.randrange(10**9):09d}"
    joined = b"".join(b"--" + boundary.encode() + b"\n" + body.rstrip(b"\n") + b"\n" for body in bodies)
    content = f'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="{boundary}"\n\n'
    return _crlf(head + content.encode() + joined + b"--" + boundary.encode() + b"--\n")


def _headers(letter: Original, program: Program, language: str, chance: random.Random) -> bytes:
    sent = letter.when + dt.timedelta(days=1, minutes=chance.randrange(600))
    prefix = program.prefix
    subject = letter.subject if letter.subject.lower().startswith(prefix.lower()) else f"{prefix}{letter.subject}"
    headers = {
        "From": email.utils.formataddr((letter.to_name, letter.to_address)),
        "To": email.utils.formataddr((letter.name, letter.address)),
        "Subject": Header(subject, "utf-8" if not subject.isascii() else None, header_name="Subject").encode(),
        "Date": email.utils.format_datetime(sent),
        "Message-ID": f"<{chance.randrange(16**12):012x}@mail.example>",
        "In-Reply-To": letter.message_id,
        "References": letter.message_id,
        **({"X-Mailer": program.mailer} if program.mailer else {}),
    }
    return "".join(f"{name}: {value}\n" for name, value in headers.items()).encode()


def _part(kind: str, body: str, encoding: str) -> bytes:
    charset, transfer = ENCODINGS[encoding]
    try:
        raw = body.encode(charset)
    except UnicodeEncodeError:
        charset, raw = "utf-8", body.encode("utf-8")
    flowed = encoding == "flowed" and kind == "plain"
    if flowed:
        raw = _flowed(body).encode(charset)
    if transfer == "quoted-printable":
        encoded = quopri.encodestring(raw.replace(b"\r\n", b"\n"))
    elif transfer == "base64":
        encoded = base64.encodebytes(raw.replace(b"\n", b"\r\n"))
    else:
        encoded = raw
    format_ = "; format=flowed" if flowed else ""
    head = f'Content-Type: text/{kind}; charset="{charset}"{format_}\nContent-Transfer-Encoding: {transfer}\n\n'
    return head.encode() + encoded + b"\n"


def _flowed(body: str) -> str:
    """RFC 3676: a soft line ends in a space; quoted lines keep their mark; ">" and " " are stuffed."""
    lines = []
    for line in body.split("\n"):
        mark = "> " if line.startswith(">") else ""
        content = line[len(mark) :] if mark else line
        pieces = textwrap.wrap(content, 70, break_long_words=False, break_on_hyphens=False) or [""]
        if len(content) <= 76:
            pieces = [content]
        stuffed = [(" " + each if not mark and each.startswith((" ", "From ")) else each) for each in pieces]
        lines.extend(mark + each + " " for each in stuffed[:-1])
        lines.append((mark + stuffed[-1]).rstrip() if content.rstrip() != "--" else "-- ")
    return "\n".join(lines)


def _crlf(raw: bytes) -> bytes:
    return raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
