"""Hostile mail: no exception ever, and time that grows with the size and no faster."""

from __future__ import annotations

import random
import time

import pytest

from tests.core.automatic.letters import ANA, DAEMON, failed, letter, parts, recognise, report

BLOCK = "Final-Recipient: rfc822; u{0}@hn.example\nAction: failed\nStatus: 5.1.1"


def test_ten_thousand_recipients() -> None:
    found = failed(report(*(BLOCK.format(number) for number in range(10_000))))
    assert len(found) == 10_000
    assert found[-1] == ("u9999@hn.example", True, "5.1.1")


def test_a_report_of_twenty_megabytes() -> None:
    block = "Final-Recipient: rfc822; u@hn.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 "
    raw = report(block + "x" * 20_000_000)
    assert failed(raw) == [("u@hn.example", True, "5.1.1")]


LONG = [
    ("mailbox is ", "words of a full mailbox"),
    ("<u@hn.example>: 550 ", "one address again and again"),
    ("delivery to to to the the ", "an announcement that never ends"),
    ("confirm your message so that ", "a gatekeeper that never asks"),
    ("hemos recibido su mensaje y ", "a desk that never opens"),
    ("a@", "addresses without an end"),
    ("@" * 50, "signs of addresses"),
    ("from 3 January to ", "absences without an end"),
    ("RE: RV: ", "prefixes"),
    ("\\x{41}+41", "escapes"),
    ("x" * 63 + " ", "words"),
    ("5.1.1.", "dots"),
    ("> ", "marks"),
]


@pytest.mark.parametrize(("piece", "why"), LONG, ids=[each[1] for each in LONG])
@pytest.mark.parametrize("sender", [ANA, DAEMON])
def test_time_grows_with_the_size(piece: str, why: str, sender: str) -> None:
    """A megabyte of what a rule looks for, and never finds the end of, takes seconds at most."""
    raw = letter("Undeliverable: x", "\n".join([piece * (1900 // len(piece))] * 600), sender)
    started = time.process_time()
    recognise(raw)
    assert time.process_time() - started < 4


def test_a_subject_and_headers_without_an_end() -> None:
    for value in ("RE: " * 2000, "Undeliverable " * 700, "[#" * 4000, "your message " * 700):
        raw = f"From: {DAEMON}\nSubject: {value}\nX-Failed-Recipients: {'a@b.example, ' * 700}\n\nx\n"
        assert recognise(raw.encode()).kind == "bounce"


BROKEN = [
    b"Content-Type: multipart/report\n\nno parts",
    b"Content-Type: multipart/report; boundary=\n\n--\n",
    b"From: MAILER-DAEMON\nContent-Type: message/delivery-status\n\n\n\n\n",
    b"Content-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n!!!!",
    b"Content-Type: message/global-delivery-status\n\nFinal-Recipient: utf-8; \\x{FFFFFF}\\x{D800}@x.example\n\n",
    b"Content-Type: message/rfc822\n\nContent-Type: message/rfc822\n\nContent-Type: message/delivery-status\n\n",
    b"Auto-Submitted: \xff\xfe\nSubject: =?x?q?=FF?=\n\n\xff\xfe",
    b"From: <>\nReturn-Path: <>\nSubject: \n\n",
    b"Date: Mon, 99 Foo 99999\nAuto-Submitted: auto-replied\n\nhasta el 31 de febrero de 99999\n",
    b"Date: Fri, 31 Dec 9999 23:59:59 +0000\nAuto-Submitted: auto-replied\n\nuntil Friday\n",
    b"Content-Type: text/calendar\n\nMETHOD:",
]


KINDS = {"human", "auto-reply", "bounce", "calendar-reply", "own", "unreadable"}


@pytest.mark.parametrize("raw", BROKEN)
def test_broken_mail_raises_nothing(raw: bytes) -> None:
    assert recognise(raw).kind in KINDS


@pytest.mark.parametrize("seed", range(40))
def test_mail_torn_at_random_raises_nothing(seed: int) -> None:
    dice = random.Random(seed)
    whole = bytearray(
        dice.choice(
            [
                report(BLOCK.format(1), BLOCK.format(2)),
                letter("Undeliverable: x", "<u@hn.example>: 550 5.1.1 unknown\n", DAEMON),
                parts(("text/plain", "x"), ("text/calendar", "METHOD:REPLY"), kind="multipart/alternative", sender=ANA),
            ]
        )
    )
    for _ in range(30):
        at = dice.randrange(len(whole))
        whole[at : at + dice.randrange(4)] = dice.randbytes(dice.randrange(4))
    assert recognise(bytes(whole)).kind in KINDS
