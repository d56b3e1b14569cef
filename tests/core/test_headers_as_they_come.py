"""Headers with raw bytes in them (RFC 6532, and older programs that never asked)."""

from __future__ import annotations

import pytest

from mailbot.core import automatic
from mailbot.core.message import parse

HEAD = "From: Ángel Pérez <p@m.example>\nSubject: No leído: Actualización\nTo: g@crm.example\n\n"
BODY = "El mensaje\n\nPara: Ángel\nAsunto: Actualización\n\nse eliminó sin leer el jueves.\n"


@pytest.mark.parametrize("charset", ["utf-8", "latin-1"])
def test_raw_letters_of_a_header_are_kept(charset: str) -> None:
    message = parse((HEAD + BODY).encode(charset))
    assert message.subject == "No leído: Actualización"
    assert message.sender is not None
    assert (message.sender.name, message.sender.address) == ("Ángel Pérez", "p@m.example")


def test_a_receipt_with_a_raw_subject_is_one() -> None:
    assert automatic.recognise(parse((HEAD + BODY).encode())).kind == "auto-reply"


@pytest.mark.parametrize(
    ("written", "subject"),
    [
        ("Actualización =?utf-8?Q?se=C3=B1or?= =?utf-8?Q?_a=C3=B1o?= fin ñ", "Actualización señor año fin ñ"),
        ("Actualización\n de la lista", "Actualización de la lista"),
        ("Lista\r\n\tde contactos", "Lista de contactos"),
        ("RE: a\n =?utf-8?Q?se=C3=B1or?=", "RE: a señor"),
        ("=?utf-8?Q?se=C3=B1or?=\n =?utf-8?Q?_a=C3=B1o?=", "señor año"),
        ("Reunión =?none?X?such?= ñ", "Reunión =?none?X?such?= ñ"),
    ],
)
def test_folded_subjects_and_raw_bytes_beside_encoded_words(written: str, subject: str) -> None:
    """RFC 5322 section 2.2.3 unfolds first; RFC 2047 words stand beside raw bytes in real mail."""
    message = parse(f"Subject: {written}\n\nx\n".encode())
    assert message.subject == subject
    assert dict(message.headers)["subject"] == subject
