"""``mailbot login``, the daemon and doctor on a mailbox that takes tokens, and no secret anywhere."""

from __future__ import annotations

import argparse
import base64
import datetime as dt
import io
import json
import logging
import re
import smtplib
from collections.abc import Iterator
from pathlib import Path

import pytest

from mailbot import daemon, wiring
from mailbot.cli import login, main
from mailbot.edges import clock as real_clock
from mailbot.edges import journal, sasl
from mailbot.settings import load
from tests.conftest import need
from tests.edges.test_oauth import Clock
from tests.servers.exchange import Exchange, token_exchange
from tests.servers.ports import until
from tests.town import Town, reply

USERS = ("grupo", "focal")
GT = "focal@gt.example"


@pytest.fixture(scope="module", params=["xoauth2 oauthbearer", "xoauth2"])
def exchange(request: pytest.FixtureRequest) -> Iterator[Exchange]:
    need("dovecot")
    need("postfix")
    with token_exchange(USERS, request.param) as found:
        yield found


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
