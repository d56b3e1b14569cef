"""The demo's mail exchange, spoken to as any server is."""

from __future__ import annotations

import asyncio
import smtplib
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import imapclient
import pytest

from mailbot.core import automatic, message
from mailbot.core.values import Carried
from mailbot.demo.exchange import USER, Exchange
from mailbot.edges.inbox import open_inbox
from mailbot.edges.transports import open_carrier

GROUP = "grupo.md@crm.example"
NOBODY = "nadie@mire-pa.example"
SOMEBODY = "focal@minex-gt.example"
RAW = (
    b"From: focal@minex-gt.example\r\nTo: grupo.md@crm.example\r\nSubject: Direcci\xc3\xb3n\r\n"
    b"Message-ID: <1@minex-gt.example>\r\n\r\nCargo: Directora\r\n.punto\r\n\xff\xfe\r\n"
)


@pytest.fixture
def exchange() -> Iterator[Exchange]:
    found = Exchange(GROUP, frozenset({NOBODY}))
    found.start()
    yield found
    found.stop()


@pytest.fixture
def client(exchange: Exchange) -> Iterator[imapclient.IMAPClient]:
    """A mail program of a colleague, in the same mailbox."""
    with imapclient.IMAPClient("127.0.0.1", port=exchange.imap_port, ssl=False, timeout=10) as found:
        found.login(USER, exchange.password)
        found.select_folder("INBOX")
        yield found


def send(exchange: Exchange, to: str, raw: bytes = RAW) -> None:
    with smtplib.SMTP("127.0.0.1", exchange.smtp_port, timeout=10) as smtp:
        smtp.sendmail(GROUP, [to], raw)


def waiting(exchange: Exchange) -> list[bytes]:
    """What our own inbox door collects."""
    inbox = open_inbox(exchange.inbox_url, lambda: exchange.password)
    try:
        return [each.raw for batch in inbox.collect(None) for each in batch]
    finally:
        inbox.close()


def test_every_octet_delivered_is_collected(exchange: Exchange) -> None:
    exchange.deliver(RAW)
    assert waiting(exchange) == [RAW]


def test_letters_by_smtp_reach_the_box_they_are_for(exchange: Exchange) -> None:
    async def go() -> Carried:
        carrier = open_carrier(exchange.outbox_url, None)
        carried = await carrier.send(GROUP, SOMEBODY.upper(), RAW)
        await carrier.close()
        return carried

    assert asyncio.run(go()).outcome == "sent"
    assert exchange.boxes == {SOMEBODY: [RAW]}
    assert waiting(exchange) == []


@pytest.mark.parametrize("to", [GROUP, "grupo.md+r-k3j4@crm.example", "GRUPO.MD+R-K3J4@CRM.EXAMPLE"])
def test_mail_to_the_group_and_its_reply_addresses_reaches_the_group(exchange: Exchange, to: str) -> None:
    send(exchange, to)
    assert waiting(exchange) == [RAW]
    assert exchange.boxes == {}


def test_an_unknown_address_comes_back_as_a_bounce(exchange: Exchange) -> None:
    send(exchange, NOBODY)
    (raw,) = waiting(exchange)
    recognised = automatic.recognise(message.parse(raw))
    assert recognised.kind == "bounce"
    assert [(each.address, each.permanent, each.status) for each in recognised.bounced] == [(NOBODY, True, "5.1.1")]
    assert b"Message-ID: <1@minex-gt.example>" in raw  # whose letter it was


def test_a_bounce_to_nobody_is_not_sent(exchange: Exchange) -> None:
    with smtplib.SMTP("127.0.0.1", exchange.smtp_port, timeout=10) as smtp:
        smtp.sendmail("", [NOBODY], RAW)
    assert waiting(exchange) == []


@pytest.mark.parametrize("by_smtp", [True, False])
def test_a_delivery_wakes_who_idles(exchange: Exchange, client: imapclient.IMAPClient, by_smtp: bool) -> None:
    client.idle()
    said: list[object] = []
    for _ in range(5):  # pymap listens a moment after it says that it idles: the first may fall in between
        if by_smtp:
            send(exchange, GROUP)
        else:
            exchange.deliver(RAW)
        said = client.idle_check(timeout=2)
        if said:
            break
    assert any(b"EXISTS" in each for each in said)
    client.idle_done()


def test_keywords_are_kept_and_nothing_is_marked_as_seen(exchange: Exchange, client: imapclient.IMAPClient) -> None:
    exchange.deliver(RAW)
    inbox = open_inbox(exchange.inbox_url, lambda: exchange.password)
    positions = [each.position for batch in inbox.collect(None) for each in batch]
    inbox.file(positions)
    inbox.close()
    client.noop()
    (flags,) = client.get_flags([1]).values()
    assert {flag for flag in flags if flag != b"\\Recent"} == {b"$MailbotHandled"}


def test_a_wrong_password_is_refused(exchange: Exchange) -> None:
    client = imapclient.IMAPClient("127.0.0.1", port=exchange.imap_port, ssl=False, timeout=10)
    with client, pytest.raises(imapclient.exceptions.LoginError):
        client.login(USER, "otra")


def test_both_ports_listen_on_loopback_only_and_close(exchange: Exchange) -> None:
    ports = [urlsplit(each).port for each in (exchange.inbox_url, exchange.outbox_url)]
    assert {urlsplit(each).hostname for each in (exchange.inbox_url, exchange.outbox_url)} == {"127.0.0.1"}
    exchange.stop()
    for port in ports:
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), timeout=5)


def test_two_exchanges_side_by_side_share_nothing(exchange: Exchange) -> None:
    other = Exchange(GROUP)
    other.start()
    other.deliver(RAW)
    assert waiting(exchange) == []
    assert waiting(other) == [RAW]
    other.stop()
