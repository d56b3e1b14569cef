"""Signatures and what servers are said to have checked."""

from __future__ import annotations

import datetime as dt
import email.utils
from types import SimpleNamespace

import dkim
import pytest

from tests.attacks.conftest import TRUST
from tests.attacks.keys import Keys, key_pair, signed
from tests.attacks.square import FORM, GT, Square, spoof

OURS = "Authentication-Results: mx.crm.example;"
OUTSIDE = "Received: from evil.example by mx.crm.example with ESMTP; Mon, 1 Dec 2008 15:00:00 +0000\r\n"


def own(square: Square, text: str = FORM) -> bytes:
    """A message of the focal point's, as its server signs it."""
    return signed(spoof(GT, text), "gt.example", when=square.town.hour)


def test_a_signature_of_ones_own_domain_is_taken(square: Square) -> None:
    assert square.town.comes(own(square)) == "applied"
    row = square.town.rows()[-1]
    assert (row.certainty, row.trust["reasons"]) == ("signed", ["dkim=pass d=gt.example s=s1"])
    square.opens(GT)


@pytest.mark.parametrize("result", ["dmarc=pass header.from=gt.example", "dkim=pass (2048-bit) header.d=gt.example"])
def test_the_word_of_our_own_server_is_taken(square: Square, result: str) -> None:
    raw = f"Received: by imap\r\n{OURS} {result}\r\n{OUTSIDE}".encode() + spoof(GT)
    assert square.town.comes(raw) == "applied"
    assert square.town.rows()[-1].certainty == "signed"
    square.opens(GT)


def refused(square: Square, raw: bytes, reason: str) -> None:
    square.attack(raw, "asked", reason)
    square.opens(GT)


def test_19_a_body_signed_in_part_and_appended_to(square: Square) -> None:
    raw = signed(spoof(GT, "Estimados colegas:\n"), "gt.example", when=square.town.hour, length=True)
    refused(square, raw + FORM.encode(), "not counted: l= leaves text unsigned")


def ending(square: Square, hours: int) -> bytes:
    """A true signature that ends so many hours after the message comes (x=, RFC 6376 section 3.5)."""
    ends = int(square.town.hour.timestamp()) + hours * 3600
    # The library writes no x=; the selector is the one tag that it does not look into.
    made = square.town.hour - dt.timedelta(hours=20)
    return signed(spoof(GT), "gt.example", when=made, selector=f"s1; x={ends}".encode())


def live_in_town(square: Square, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the library, which asks the machine for the hour, the town's."""
    monkeypatch.setattr(dkim, "time", SimpleNamespace(time=lambda: square.town.hour.timestamp()))


@pytest.mark.parametrize(("hours", "reason"), [(-1, "not counted: it has expired (x=)"), (-11, "x= value is past")])
def test_20_an_expired_signature(square: Square, hours: int, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = ending(square, hours)
    live_in_town(square, monkeypatch)
    refused(square, raw, reason)


def test_a_signature_that_has_not_ended_is_taken(square: Square, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = ending(square, 1)
    live_in_town(square, monkeypatch)
    assert square.town.comes(raw) == "applied"
    square.opens(GT)


def test_20_an_end_written_into_a_true_signature(square: Square) -> None:
    raw = own(square).replace(b" t=", b" x=4102444800; t=", 1)
    refused(square, raw, "dkim=fail d=gt.example s=s1, not counted")


def test_21_a_changed_body(square: Square) -> None:
    refused(square, own(square).replace(b"Ministra", b"Emperatriz"), "body hash mismatch")


@pytest.mark.parametrize("header", ["Subject: [otro]", "To: x@y.example", "Content-Type: text/html", "Date: x"])
def test_22_a_second_header_above_a_signed_message(square: Square, header: str) -> None:
    refused(square, f"{header}\r\n".encode() + own(square), "stands 2 times")


def test_23_a_signature_of_a_registry(square: Square) -> None:
    raw = signed(spoof(GT), "example", when=square.town.hour)
    refused(square, raw, "dkim=pass d=example s=s1, not counted: it does not speak for gt.example")


def test_24_an_old_signed_message_sent_again(square: Square) -> None:
    old = email.utils.format_datetime(square.town.hour - dt.timedelta(days=30)).encode()
    raw = b"\n".join(b"Date: " + old if x.startswith(b"Date:") else x for x in spoof(GT).split(b"\n"))
    refused(square, signed(raw, "gt.example", when=square.town.hour), "its Date: is too far from when it came")


def test_25_a_key_that_is_too_short(squares) -> None:
    square = squares(keys=Keys("gt.example", record=key_pair(512)[1]))
    refused(square, signed(spoof(GT), "gt.example", when=square.town.hour, bits=512), "public key too small")


def test_26_a_key_for_tests(squares) -> None:
    square = squares(keys=Keys("gt.example", record=key_pair()[1] + b"; t=y"))
    refused(square, own(square), "the key is for tests (t=y)")


def test_27_keys_that_cannot_be_asked_for(squares) -> None:
    keys = Keys("gt.example")
    square = squares(keys=keys)
    keys.broken = True
    refused(square, own(square), "its key cannot be asked for now: no DNS today")


def test_28_a_subject_that_is_not_signed(square: Square) -> None:
    raw = signed(spoof(GT), "gt.example", when=square.town.hour, include_headers=[b"from", b"date", b"message-id"])
    refused(square, raw, "subject: is not signed")


def test_without_a_key_finder_nothing_is_asked_or_counted(squares) -> None:
    square = squares()
    refused(square, own(square), "1 to be confirmed by the sender")


FORGED = {
    "29 of a server nobody trusts": (
        "Authentication-Results: mx.evil.example; dmarc=pass header.from=gt.example\r\n",
        "Authentication-Results of mx.evil.example ignored: not a server of ours",
    ),
    "30 with our server's name, below the outside": (
        f"Received: by imap\r\n{OUTSIDE}{OURS} dmarc=pass header.from=gt.example\r\n",
        "Authentication-Results of mx.crm.example ignored: below a Received: of the outside",
    ),
    "31 inside a quoted string": (
        f'Received: by imap\r\n{OURS} spf=pass smtp.mailfrom="x; dmarc=pass header.from=gt.example"\r\n{OUTSIDE}',
        "1 to be confirmed",
    ),
    "32 inside a comment": (
        f"Received: by imap\r\n{OURS} spf=pass (helo=x\\); dmarc=pass header.from=gt.example)\r\n{OUTSIDE}",
        "1 to be confirmed",
    ),
    "33 in encoded words": (
        f"{OURS} spf=pass smtp.helo==?utf-8?q?x;_dmarc=3Dpass_header.from=3Dgt.example?=\r\n{OUTSIDE}",
        "1 to be confirmed",
    ),
    "34 another domain passes": (
        f"{OURS} dmarc=pass header.from=evil.example; dkim=pass header.d=evil.example\r\n{OUTSIDE}",
        "server: dkim=pass d=evil.example, not aligned",
    ),
    "35 dmarc fails although a signature fits": (
        f"{OURS} dkim=pass header.d=gt.example; dmarc=fail header.from=gt.example\r\n{OUTSIDE}",
        "server: dmarc=fail header.from=gt.example",
    ),
    "36 that cannot be read": (
        f"{OURS} dmarc=pass header.from=gt.example (\r\n{OUTSIDE}",
        "ignored: it cannot be read (RFC 8601)",
    ),
    "37 of another version": (
        f"Authentication-Results: mx.crm.example 2; dmarc=pass header.from=gt.example\r\n{OUTSIDE}",
        "ignored: it cannot be read (RFC 8601)",
    ),
    "38 with the name twice": (
        f"{OURS} dmarc=pass header.from=evil.example header.from=gt.example\r\n{OUTSIDE}",
        "1 to be confirmed",
    ),
}


@pytest.mark.parametrize("forged", FORGED)
def test_29_to_38_forged_results(square: Square, forged: str) -> None:
    head, reason = FORGED[forged]
    refused(square, head.encode() + spoof(GT), reason)


def test_results_directly_below_our_received_need_the_servers_stripping(squares) -> None:
    """With no Received: of ours above the results, what stands below the topmost one never counts."""
    square = squares(trust={**TRUST, "own_received": 0})
    raw = (OUTSIDE + f"{OURS} dmarc=pass header.from=gt.example\r\n").encode() + spoof(GT)
    refused(square, raw, "ignored: below a Received: of the outside")
