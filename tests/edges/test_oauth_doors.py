"""The doors on a real Dovecot and Postfix that take tokens."""

from __future__ import annotations

import asyncio
import base64
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mailbot.edges import sasl
from mailbot.edges.inbox import Unreachable, open_inbox
from mailbot.edges.oauth import SignIn
from mailbot.edges.sasl import Bearer
from mailbot.edges.transports import open_carrier
from tests.conftest import need
from tests.edges.test_doors import RAW, fake, send
from tests.edges.test_oauth import Clock, signed_in
from tests.servers.dovecot import dovecot
from tests.servers.exchange import Exchange, token_exchange
from tests.servers.oauth import CLIENT

USERS = ("grupo", "focal")
GT = "focal@gt.example"


@pytest.fixture(scope="module", params=["xoauth2 oauthbearer", "xoauth2"])
def exchange(request: pytest.FixtureRequest) -> Iterator[Exchange]:
    need("dovecot")
    need("postfix")
    with token_exchange(USERS, request.param) as found:
        yield found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sign_in(exchange: Exchange, tmp_path: Path, clock: Clock) -> SignIn:
    return signed_in(exchange.server, tmp_path, clock)


@pytest.fixture
def bearer(sign_in: SignIn) -> Bearer:
    return Bearer("grupo@crm.example", sign_in.token)


@pytest.mark.parametrize("scheme", ["imap+insecure", "imaps", "imap"])
def test_a_mailbox_opens_with_a_token(exchange: Exchange, bearer: Bearer, scheme: str) -> None:
    inbox = open_inbox(exchange.imap.url("grupo", scheme), None, ca_file=exchange.imap.certificate, bearer=bearer)
    assert inbox.uidvalidity
    inbox.close()


def test_a_refused_token_is_renewed_once_by_the_mailbox(exchange: Exchange, bearer: Bearer, clock: Clock) -> None:
    before = exchange.server.refreshes()
    exchange.server.revoke()
    with pytest.raises(Unreachable) as told:
        open_inbox(exchange.imap.url("grupo"), None, bearer=bearer)
    assert exchange.server.refreshes() == before, "too young to be at fault"
    assert "status=" in str(told.value), "the server's own JSON"
    assert "mailbot login" in str(told.value)
    clock.forward(minutes=10)
    open_inbox(exchange.imap.url("grupo"), None, bearer=bearer).close()
    assert exchange.server.refreshes() == before + 1


def test_a_refused_token_is_renewed_once_by_the_carrier(exchange: Exchange, bearer: Bearer, clock: Clock) -> None:
    before = exchange.server.refreshes()
    exchange.server.revoke()
    told = send(open_carrier(exchange.smtp.url(), None, bearer=bearer), GT)
    assert told.outcome == "later"
    assert "535" in told.words
    assert "status=" in told.words
    clock.forward(minutes=10)
    told = send(open_carrier(exchange.smtp.url("smtp"), None, bearer=bearer, ca_file=exchange.imap.certificate), GT)
    assert told.outcome == "sent"
    assert exchange.server.refreshes() == before + 1


def test_nobody_sends_without_signing_in(exchange: Exchange) -> None:
    assert send(open_carrier(exchange.smtp.url(), None), GT).outcome != "sent"


def test_without_a_sign_in_letters_wait_and_say_why(exchange: Exchange, bearer: Bearer, sign_in: SignIn) -> None:
    sign_in.file.unlink()
    told = send(open_carrier(exchange.smtp.url(), None, bearer=bearer), GT)
    assert told.outcome == "later"
    assert "mailbot login --group md" in told.words
    with pytest.raises(Unreachable, match="mailbot login --group md"):
        open_inbox(exchange.imap.url("grupo"), None, bearer=bearer)


def test_a_server_without_the_mechanisms_is_told_so() -> None:
    need("dovecot")
    with dovecot(USERS) as imap, pytest.raises(Unreachable, match="password_file"):
        open_inbox(imap.url("grupo"), None, bearer=Bearer("grupo", lambda _: "T"))
    with fake(b"220 x\r\n", b"250-x\r\n250 AUTH PLAIN\r\n") as port:
        carrier = open_carrier(f"smtp+insecure://127.0.0.1:{port}", None, bearer=Bearer("g", lambda _: "T"), timeout=5)
        told = send(carrier, GT)
    assert told.outcome == "later"
    assert "password_file" in told.words


@pytest.mark.parametrize(
    ("lines", "asked", "sign"),
    [
        # Microsoft 365: a policy; no newer token helps.
        ((b"535 5.7.139 SmtpClientAuthentication is disabled for the Tenant.\r\n",), [""], "SMTP AUTH"),
        # A rude server repeats what it was sent.
        ((b"535 no: %s\r\n",), ["", "T" * 20], "535 no: …"),
        ((b"454 4.7.0 Temporary authentication failure\r\n",), [""], "454"),
        ((b"334 eyJzdGF0dXMiOiI0MDAifQ==\r\n", b"535 5.7.8 no\r\n"), ["", "T" * 20], "status=400"),
        ((b"334 !!!\r\n", b"535 5.7.8 no\r\n"), ["", "T" * 20], "535"),
    ],
)
def test_what_smtp_servers_say_of_a_token(lines: tuple[bytes, ...], asked: list[str], sign: str) -> None:
    token, seen = "T" * 20, []
    first = base64.b64encode(sasl.initial("XOAUTH2", "g", token))
    said = [line.replace(b"%s", first) for line in lines]

    def give(refused: str) -> str:
        seen.append(refused)
        return token

    with fake(b"220 x\r\n", b"250-x\r\n250 AUTH LOGIN XOAUTH2\r\n", *said) as port:
        told = send(open_carrier(f"smtp+insecure://127.0.0.1:{port}", None, bearer=Bearer("g", give), timeout=5), GT)
    assert told.outcome == "later"
    assert sign in told.words
    assert token not in told.words
    assert first.decode() not in told.words
    assert seen == asked


def test_a_mailbox_in_its_own_trouble_costs_no_renewal() -> None:
    """RFC 5530: UNAVAILABLE is the server's, not the token's."""
    seen: list[str] = []

    def give(refused: str) -> str:
        seen.append(refused)
        return f"T{len(seen)}"

    with unavailable_imap() as port, pytest.raises(Unreachable, match="UNAVAILABLE"):
        open_inbox(f"imap+insecure://g@127.0.0.1:{port}/INBOX", None, bearer=Bearer("g", give))
    assert seen == [""]


@contextmanager
def unavailable_imap() -> Iterator[int]:
    """A mailbox server whose own authentication is out of order."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listener.accept()
        asking = b""
        with connection, connection.makefile("rb") as stream:
            connection.sendall(b"* OK x\r\n")
            for line in stream:
                tag, _, command = line.strip().partition(b" ")
                if command.startswith(b"CAPABILITY"):
                    connection.sendall(b"* CAPABILITY IMAP4rev1 AUTH=XOAUTH2\r\n" + tag + b" OK x\r\n")
                elif command.startswith(b"AUTHENTICATE"):
                    asking = tag
                    connection.sendall(b"+ \r\n")
                else:
                    connection.sendall(asking + b" NO [UNAVAILABLE] later\r\n")

    thread = threading.Thread(target=serve)
    thread.start()
    yield listener.getsockname()[1]
    listener.close()
    thread.join(timeout=10)


def test_many_letters_go_over_one_sign_in(exchange: Exchange, bearer: Bearer) -> None:
    async def go() -> list[str]:
        carrier = open_carrier(exchange.smtp.url(), None, bearer=bearer)
        told = [await carrier.send("grupo@crm.example", GT, RAW) for _ in range(5)]
        await carrier.close()
        return [each.outcome for each in told]

    asked = len(exchange.server.requests)
    assert asyncio.run(go()) == ["sent"] * 5
    assert sum(each["path"] == "/introspect" for each in exchange.server.requests[asked:]) == 1
    assert CLIENT in exchange.server.settings()
