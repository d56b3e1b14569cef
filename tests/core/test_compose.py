"""The bytes of a letter: what other programs parse is what was meant."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.core import message
from mailbot.core.letters.compose import compose
from mailbot.core.values import Attachment

WHEN = dt.datetime(2009, 1, 5, 15, tzinfo=dt.UTC)


@dataclass
class Words:
    subject: str = "Actualización de la lista / Update of the list [MD-DIR-GT-7K3QX]"
    text: str = "Cargo: Dirección\n\nfin  \n.punto\nFrom aquí\n"
    html: str = "<p>Cargo: Dirección</p>"


def letter(words: Words | None = None, **changes) -> bytes:
    given_values = {
        "message_id": "mb.md.1@crm.example",
        "from_address": "grupo.md@crm.example",
        "from_name": "Grupo de Trabajo sobre Migración y Desarrollo de la Conferencia Regional sobre Migración",
        "to": "a@b.example",
        "to_name": 'Ana "Inventada", Ñandú',
        "date": WHEN,
        "kind": "request",
        "is_answer": False,
        **changes,
    }
    return compose(words or Words(), **given_values)


def parsed(raw: bytes):
    return email.message_from_bytes(raw, policy=email.policy.default)


def test_another_parser_reads_what_was_meant() -> None:
    raw = letter(attachments=(Attachment("lista ñ.xlsx", "application/octet-stream", bytes(range(256)) * 9),))
    mail = parsed(raw)
    assert mail["subject"] == Words.subject
    assert mail["to"].addresses[0].display_name == 'Ana "Inventada", Ñandú'
    assert mail["from"].addresses[0].addr_spec == "grupo.md@crm.example"
    assert mail["message-id"] == "<mb.md.1@crm.example>"
    assert mail.get_body(("plain",)).get_content().replace("\r\n", "\n") == Words.text
    assert mail.get_body(("html",)).get_content().strip() == Words.html
    (attached,) = mail.iter_attachments()
    assert attached.get_content() == bytes(range(256)) * 9
    assert attached.get_filename() == "lista ñ.xlsx"
    assert not mail.defects
    assert not [part for part in mail.walk() if part.defects]


def test_lines_end_in_crlf_and_are_short() -> None:
    raw = letter(Words(text="x" * 5000 + "\n" + "é" * 3000, subject="ñ" * 600))
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert b"\r" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.split(b"\r\n"))) <= 998


def test_the_same_input_gives_the_same_bytes() -> None:
    assert letter() == letter()
    assert letter() != letter(message_id="mb.md.2@crm.example")


@given(st.text(max_size=80), st.text(max_size=60), st.text(max_size=200))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_no_words_can_add_a_header(subject: str, name: str, text: str) -> None:
    raw = letter(Words(subject=subject, text=text), to_name=name, in_reply_to=name)
    head = raw.partition(b"\r\n\r\n")[0]
    names = [line.partition(b":")[0] for line in head.split(b"\r\n") if not line.startswith((b" ", b"\t"))]
    assert set(names) <= {
        *(b"From To Subject Date Message-ID In-Reply-To References Auto-Submitted".split()),
        *(b"X-Auto-Response-Suppress X-Mailbot-Letter Content-Language MIME-Version Content-Type".split()),
    }
    read = message.parse(raw)
    assert read.sender is not None
    assert read.sender.address == "grupo.md@crm.example"
    assert [each.address for each in read.to] == ["a@b.example"]
