"""Bytes never raise: any input ends in a reading that is valid JSON."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mailbot.core import fields, message, reading, windows
from mailbot.core.values import Field, Form, Known
from mailbot.edges import rulebook, shipped

KINDS = {"answer", "command", "note", "auto-reply", "bounce", "calendar-reply", "own", "unreadable"}
TODAY = dt.date(2009, 1, 5)
QUICK = settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
PIECES = st.sampled_from(
    [
        b"From: a@b.example\r\n",
        b"Subject: =?utf-8?q?=C3?=\r\n",
        b"Content-Type: multipart/mixed; boundary=b\r\n",
        b"Content-Type: text/html; charset=utf-16\r\n",
        b"Content-Transfer-Encoding: base64\r\n",
        b"\r\n",
        b"\r\n--b\r\n",
        b"--b--\r\n",
        b"> Cargo: x\r\n",
        b"Cargo: Jefa\r\n",
        b"Tel: (502) 2410-0000 ext. 1 y 2\r\n",
        b"De: x\r\nEnviado: y\r\n",
        b"El 3 de enero de 2009, X <a@b.example> escribi\xc3\xb3:\r\n",
        b"-- \r\n",
        b"<table><tr><td>Cargo<td>x",
        b"<blockquote>",
        b"SIN CAMBIOS\r\n",
        b"\xff\xfe",
        b"\x00",
        b"=?x?b?====?=",
        b"Content-Type: message/rfc822\r\n",
        b"\r",
        b"\n",
        b"\t|",
        b"1. Actividad: P003-08 Estado: realizada\r\n",
        b"Auto-Submitted: auto-replied\r\n",
        b"encodedword9x@b.example",
    ]
)


@cache
def rules() -> tuple[tuple[Form, ...], dict[str, str]]:
    folder = shipped.folder("rules")
    return rulebook.load_forms(folder / "forms"), dict(rulebook.load_countries(folder / "countries.yaml"))


def read(raw: bytes, sent: bytes | None = None) -> None:
    forms, countries = rules()
    parsed = message.parse(raw)
    letter = message.parse(sent) if sent is not None else None
    document = reading.as_json(reading.read(parsed, forms, Known(TODAY, countries=countries), letter))
    assert document["kind"] in KINDS
    json.loads(json.dumps(document))
    header = [value for _, value in parsed.headers]
    assert not any("\n" in value or "\r" in value for value in (*header, parsed.subject))


@given(st.binary(max_size=400))
@example(b"From: =?utf-8?q?a?= encodedword7x@b.example\r\n\r\nx")
@example(b'From: a@b.example\nContent-Type: text/plain; charset="utf\x008"\n\nCargo: Jefa \xe9\n')
@QUICK
def test_any_bytes(raw: bytes) -> None:
    read(raw)


@given(st.lists(PIECES, max_size=25))
@QUICK
def test_pieces_of_mail_in_any_order(pieces: list[bytes]) -> None:
    read(b"".join(pieces))


@given(st.lists(PIECES, max_size=15), st.lists(PIECES, max_size=15))
@QUICK
def test_any_reply_to_any_letter(pieces: list[bytes], sent: list[bytes]) -> None:
    read(b"".join(pieces), b"".join(sent))


@given(st.text(max_size=120))
@example("31/02/2009 al 30/02/2009")
@example("0000-00-00")
@example("entre el 99 y el 3 de marzo")
@example("29 de febrero")
@QUICK
def test_any_calendar_text(text: str) -> None:
    document = windows.as_json(windows.read(text, TODAY))
    json.dumps(document)


CALENDAR = "del al el 3 16 de enero marzo 2009 y a hasta antes primera quincena semana fin mes Q1 , - /"
WORDS = st.sampled_from(CALENDAR.split())


@given(st.lists(WORDS, max_size=14), st.dates(dt.date(1990, 1, 1), dt.date(2080, 12, 31)))
@QUICK
def test_calendar_words_in_any_order(words: list[str], today: dt.date) -> None:
    for window in windows.read(" ".join(words), today):
        assert window.start is None or window.end is None or window.start <= window.end


@given(st.sampled_from(sorted(fields.KINDS)), st.text(max_size=80))
@QUICK
def test_any_words_beside_any_label(kind: str, text: str) -> None:
    forms, countries = rules()
    known = Known(TODAY, region="GT", countries=countries)
    field = next((f for form in forms for f in form.fields if f.kind == kind), None)
    if field is None:
        label = forms[0].title
        field = Field("x", kind, label, label)
    found = fields.read(field, text, 1, known)
    if found is not None and hasattr(found, "value"):
        fields.show(field, found.value)


HOSTILE = [
    b"From: a@b.example\r\n\r\n" + piece * (200_000 // len(piece))
    for piece in (
        b"a",
        b" ",
        b">",
        b"> ",
        b"Cargo:",
        b"Tel: 1/",
        b"El 3 de enero de 2009 ",
        b"a@",
        b"<div>",
        b"((",
        b"- ",
        b"_",
        b"1 y ",
        b"\t",
    )
]


def test_long_hostile_lines_take_work_in_proportion() -> None:
    """Work is counted in lines executed, not in seconds."""
    import sys

    def work(raw: bytes) -> int:
        count = 0

        def trace(_frame: object, event: str, _argument: object):
            nonlocal count
            count += event == "line"
            return trace

        sys.settrace(trace)
        try:
            read(raw)
        finally:
            sys.settrace(None)
        return count

    for raw in HOSTILE:
        small, large = work(raw[:5_000]), work(raw[:20_000])
        assert large < 12 * small + 20_000, raw[:40]


def test_twenty_thousand_nested_elements() -> None:
    html = b"<html><body>" + b"<div>" * 20_000 + b"Cargo: Jefa" + b"</div>" * 20_000
    parsed = message.parse(b"From: a@b.example\r\nContent-Type: text/html\r\n\r\n" + html)
    assert [line.text for line in parsed.lines] == ["Cargo: Jefa"]
