"""OAuth 2 on a real Dovecot and Postfix: the doors, ``mailbot login``, the daemon, and no secret anywhere."""

from __future__ import annotations

import argparse
import asyncio
import base64
import datetime as dt
import io
import json
import logging
import re
import smtplib
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mailbot import daemon, wiring
from mailbot.cli import login, main
from mailbot.edges import clock as real_clock
from mailbot.edges import journal, sasl
from mailbot.edges.inbox import Unreachable, open_inbox
from mailbot.edges.oauth import SignIn
from mailbot.edges.sasl import Bearer
from mailbot.edges.transports import open_carrier
from mailbot.settings import load
from tests.conftest import need
from tests.edges.test_doors import RAW, fake, send
from tests.edges.test_oauth import Clock, signed_in
from tests.servers.dovecot import Dovecot, dovecot
from tests.servers.oauth import CLIENT, AuthorisationServer, authorisation_server
from tests.servers.ports import until
from tests.servers.postfix import Postfix, postfix
from tests.town import Town, reply

USERS = ("grupo", "focal")
GT = "focal@gt.example"


class Exchange:
    """An authorisation server, and a Dovecot and a Postfix that take its tokens only."""

    def __init__(self, server: AuthorisationServer, imap: Dovecot, smtp: Postfix) -> None:
        self.server, self.imap, self.smtp = server, imap, smtp


@pytest.fixture(scope="module", params=["xoauth2 oauthbearer", "xoauth2"])
def exchange(request: pytest.FixtureRequest) -> Iterator[Exchange]:
    need("dovecot")
    need("postfix")
    with authorisation_server() as server, dovecot(USERS, server.url, request.param + " plain") as imap:
        certificate, socket = (imap.certificate, imap.key), str(imap.folder / "sasl")
        with postfix(imap.lmtp_port, USERS, certificate, socket) as smtp:
            yield Exchange(server, imap, smtp)


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


# --- A whole run ------------------------------------------------------------------------------


class Office:
    """A folder with mailbot.toml and a letter to answer, as an operator has it."""

    def __init__(self, folder: Path, exchange: Exchange) -> None:
        self.folder, self.exchange, self.file = folder, exchange, folder / "mailbot.toml"
        self.clock = Clock()
        self.clock.hour = real_clock.now()
        self.log = io.StringIO()
        self.file.write_text(
            f"""
database = "sqlite:///town.db"
key_file = "town.key"

[[groups]]
key = "md"
name = {{ es = "Grupo", en = "Group" }}
address = "grupo@crm.example"
inbox = "imaps://localhost:{exchange.imap.tls_port}/INBOX"
outbox = "smtp://localhost:{exchange.smtp.port}"
presidency = "GT"
timezone = "America/Guatemala"
ca_file = "{exchange.imap.certificate}"
oauth = {exchange.server.settings()}
"""
        )
        town = Town(folder)
        town.state("GT")
        town.ask(due=None)
        self.letter = town.opens(GT)
        town.close()

    def mailbot(self, *arguments: str) -> int:
        return main([*arguments, "--config", str(self.file)])

    def login(self) -> int:
        return login.login(argparse.Namespace(config=str(self.file), group=None), sleep=lambda _: None)

    def once(self) -> bool:
        """One round of the daemon at the office's own hour."""
        journal.configure("json", self.log)
        settings = load(self.file)
        house = wiring.build_house(settings, now=self.clock)
        try:
            return daemon.run_once(house, [wiring.doors(settings.groups[0], now=self.clock)])
        finally:
            house.engine.dispose()

    def written(self) -> bytes:
        """Return every byte of every file but the one that is for tokens."""
        files = [each for each in self.folder.rglob("*") if each.is_file() and each.name != "md.oauth"]
        assert any(each.name == "town.db" for each in files)
        return b"".join(each.read_bytes() for each in files)


@pytest.fixture
def office(tmp_path: Path, exchange: Exchange, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    exchange.server.user = "grupo"
    exchange.server.decisions.clear()
    exchange.server.refusals.clear()
    exchange.server.description = ""
    yield Office(tmp_path, exchange)
    journal.configure()


def test_login_says_what_to_do_waits_and_tries_both_doors(office: Office, capfd, monkeypatch) -> None:
    office.exchange.server.decisions = ["authorization_pending", ""]
    assert office.login() == 0
    told = capfd.readouterr()
    assert "WDJB-MJHT" in told.err
    assert f"{office.exchange.server.url}/activate" in told.err
    assert "Done" in told.err
    assert re.findall("(.) md ([a-z-]+):", told.out) == [("✓", "sign-in"), ("✓", "inbox"), ("✓", "outbox")]
    monkeypatch.setenv("LC_ALL", "es_GT.UTF-8")
    assert office.login() == 0
    assert "escriba el código WDJB-MJHT" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("decision", "sign"), [("expired_token", "sooner"), ("access_denied", "denied"), ("invalid_client", "client_id")]
)
def test_login_that_fails_says_the_remedy(office: Office, capfd, monkeypatch, decision: str, sign: str) -> None:
    office.exchange.server.decisions = [decision]
    monkeypatch.setitem(login.login.__kwdefaults__, "sleep", lambda _: None)
    assert office.mailbot("login") == 1
    assert sign in capfd.readouterr().err
    assert not (office.folder / "md.oauth").exists()


def test_login_of_an_account_the_servers_do_not_take(office: Office, capfd) -> None:
    """Signed in as somebody else: the person hears it now, not in the log tomorrow."""
    office.exchange.server.user = "otra-persona"
    assert office.login() == 1
    told = capfd.readouterr().out
    assert "✗ md inbox" in told
    assert "mailbox's own account" in told


def test_login_by_address(office: Office, capfd, monkeypatch) -> None:
    office.file.write_text(office.file.read_text().replace("device_url", "authorise_url"))

    class Pasted:
        def readline(self) -> str:
            address = re.search(r"http\S+response_type=code\S+", capfd.readouterr().err)
            assert address
            return office.exchange.server.consent(address.group()) + "\n"

    monkeypatch.setattr("sys.stdin", Pasted())
    assert office.login() == 0
    assert "✓ md outbox" in capfd.readouterr().out


def test_login_without_oauth_or_with_a_wrong_key(office: Office, capfd) -> None:
    assert office.mailbot("login", "--group", "otro") == 2
    assert "md" in capfd.readouterr().err
    office.file.write_text(re.sub("(?m)^oauth = .*$", "", office.file.read_text()))
    assert office.mailbot("login") == 2
    assert "oauth_client_id" in capfd.readouterr().err


COMMANDS = (("status",), ("status", "--json"), ("doctor",))


def test_a_whole_run_works_and_writes_no_secret(office: Office, capfd, caplog) -> None:
    """Everything written – log, both outputs, database – is searched for every secret used."""
    server = office.exchange.server
    caplog.set_level(logging.INFO)
    shown = ""
    for stage in ("not signed in", "well", "revoked", "refused", "well again"):
        if stage in {"well", "well again"}:
            assert office.login() == 0
            office.clock.hour = max(office.clock.hour, real_clock.now())
        if stage == "well":
            deliver(office, "Cargo: Directora\n")
        if stage == "revoked":
            server.revoke()
            office.clock.forward(minutes=30)
            deliver(office, "Cargo: Ministra\n")
        if stage == "refused":
            server.revoke()
            server.refusals, server.description = ["invalid_grant"] * 9, f"no {server.refresh_token}"
            office.clock.forward(hours=2)
        assert office.once() == (stage in {"well", "revoked", "well again"}), stage
        for command in COMMANDS if stage in {"not signed in", "refused"} else ():
            office.mailbot(*command)
        server.refusals.clear()
        told = capfd.readouterr()
        shown += told.out + told.err
        if stage in {"not signed in", "refused"}:
            assert "✗ md sign-in" in shown
            assert "mailbot login --group md" in told.out
    until(lambda: len(mailbox(office, "focal")) >= 2, "both answers")
    for command in (("show", "letters", "--json"), ("explain", "1")):
        office.mailbot(*command)
    shown += "".join(capfd.readouterr())
    events = [json.loads(line) for line in office.log.getvalue().splitlines()]
    assert [(each["event"], each["part"]) for each in events if each.get("part") == "md sign-in"] == [
        ("trouble", "md sign-in"),
        ("recovered", "md sign-in"),
        ("trouble", "md sign-in"),
        ("recovered", "md sign-in"),
    ]
    everything = office.written() + (shown + office.log.getvalue() + caplog.text).encode()
    kept = (office.folder / "md.oauth").read_bytes()
    assert server.given[-1].encode() in kept
    assert len(server.given) >= 8
    for secret in server.given:
        for shape in shapes(secret):
            assert shape not in everything


def shapes(secret: str) -> list[bytes]:
    """A secret as it is, and as mail servers are told it."""
    named = [sasl.initial(each, user, secret) for each in sasl.MECHANISMS for user in ("grupo@crm.example", "grupo")]
    return [secret.encode(), *(base64.b64encode(each)[20:80] for each in named)]


def deliver(office: Office, text: str) -> None:
    """Somebody answers; the letter comes over LMTP, as Postfix brings it."""
    with smtplib.LMTP("127.0.0.1", office.exchange.imap.lmtp_port) as lmtp:
        lmtp.sendmail(GT, ["grupo@crm.example"], reply(office.letter, GT, text))


def mailbox(office: Office, user: str) -> list[Path]:
    """Return the files of somebody's mailbox."""
    return [each for each in (office.exchange.imap.folder / "mail" / user).rglob("*") if "/new/" in str(each)]


def test_doctor_warns_before_the_end_and_of_a_file_others_read(office: Office, capfd) -> None:
    office.exchange.server.ends_in = 3 * 86400
    try:
        office.login()
    finally:
        office.exchange.server.ends_in = None
    assert office.mailbot("doctor") == 1
    told = capfd.readouterr().out
    assert "✗ md sign-in" in told
    assert f"{real_clock.now() + dt.timedelta(days=3):%Y-%m-%d}" in told
    assert not office.once()
    assert office.mailbot("status") == 1
    assert "mailbot login --group md" in capfd.readouterr().out
    office.login()
    (office.folder / "md.oauth").chmod(0o644)
    assert office.mailbot("doctor") == 1
    assert "chmod 600" in capfd.readouterr().out


def test_a_group_back_on_a_password_is_not_silent(office: Office, capfd) -> None:
    office.once()
    capfd.readouterr()
    office.mailbot("status")
    assert "md sign-in" in capfd.readouterr().out
    office.file.write_text(re.sub("(?m)^oauth = .*$", 'password_env = "X"', office.file.read_text()))
    office.mailbot("status")
    assert "md sign-in" not in capfd.readouterr().out


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
