"""Endless and bottomless messages: read as far as anybody would, the rest cut and named, never an exception."""

from __future__ import annotations

import pytest

from mailbot.core import reading
from mailbot.core.message import bounds, lines_of_html, parse
from mailbot.core.message.html import MAXIMUM_NODES
from tests.answers import FORMS, KNOWN

HEAD = b"From: a@b.example\nSubject: x\n"


def problems(raw: bytes) -> str:
    message = parse(raw)
    reading.as_json(reading.read(message, tuple(FORMS.values()), KNOWN))
    return " | ".join(message.problems)


def test_parts_nested_without_end() -> None:
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number) for number in range(2_500)
    )
    assert "nested too deep" in problems(HEAD + nested + b"\nCargo: Jefa\n")


def test_messages_within_messages_without_end() -> None:
    assert "nested too deep" in problems(HEAD + b"Content-Type: message/rfc822\n\n" * 3_000 + b"hola")


def test_more_parts_than_any_letter_has() -> None:
    raw = HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * (bounds.MAXIMUM_BOUNDARIES + 10)
    assert "boundaries of parts; the rest was not read" in problems(raw)


def test_more_lines_than_any_letter_has() -> None:
    message = parse(HEAD + b"\nCargo: Jefa\n" + b"x\n" * (bounds.MAXIMUM_LINES + 10))
    assert message.lines[0].text == "Cargo: Jefa"
    assert "lines were read" in " ".join(message.problems)


def test_headers_without_end_leave_the_body_readable() -> None:
    message = parse(HEAD + b"X-A: b\n" * 60_000 + b"\nhola\n")
    assert "bytes of the headers" in " ".join(message.problems)
    assert [line.text for line in message.lines] == ["hola", ""]


def test_ten_thousand_recipients_are_read_and_no_more() -> None:
    block = b"\nFinal-Recipient: rfc822; u%d@b.example\nAction: failed\nStatus: 5.1.1\n"
    raw = (
        b"From: mailer-daemon@b.example\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n"
        b"\n--b\n\nx\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; b.example\n"
        + b"".join(block % number for number in range(bounds.MAXIMUM_REPORTED + 5))
    )
    assert "reported recipients" in problems(raw)


@pytest.mark.parametrize("name", [b"To", b"From", b"Cc", b"Reply-To"])
@pytest.mark.parametrize("piece", [b"(", b'"', b"<", b"\\", b"[", b"a@b.example, ", b"=?utf-8?q?=C3=A1?= ", b";:"])
def test_addresses_of_any_shape(name: bytes, piece: bytes) -> None:
    parse(HEAD + name + b": " + piece * (100_000 // len(piece)) + b"\n\nhola\n")


@pytest.mark.parametrize("piece", [b";a=b", b";a*0=b", b';a="', b";name*=utf-8''%41"])
def test_parameters_of_any_number(piece: bytes) -> None:
    inner = b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain" + piece * 300_000
    assert "far too many parameters" in problems(HEAD + inner + b"\n\nhola\n--b--\n")


def test_elements_nested_as_deep_as_a_gateway_may() -> None:
    page = "<div>" * bounds.MAXIMUM_DEPTH + "hola" + "</div>" * bounds.MAXIMUM_DEPTH
    assert [line.text for line in lines_of_html(page)] == ["hola"]
    assert lines_of_html("primero" + "<div>" * 400_000 + "hola")[0].text == "primero"


def test_formatting_that_a_browser_would_copy_into_each_paragraph() -> None:
    page = "Cargo: Jefa<br>" + "".join(f"<font size={number}>" for number in range(400)) + "<p>" * 200_000
    assert lines_of_html(page)[0].text == "Cargo: Jefa"


def test_a_page_without_end_is_said() -> None:
    said: list[str] = []
    lines_of_html("<p>x" * 100_000, said)
    assert said == [f"only the first {MAXIMUM_NODES} elements of a page were read"]
