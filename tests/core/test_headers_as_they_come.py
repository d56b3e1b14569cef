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
