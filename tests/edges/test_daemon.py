"""``mailbot run`` as a process against real Dovecot and Postfix."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from mailbot.edges import clock
from mailbot.edges.store.engine import open_engine
from mailbot.edges.store.tables import letters, messages
from mailbot.settings import load
from tests.conftest import need
from tests.servers.dovecot import PASSWORD, Dovecot, dovecot
from tests.servers.ports import until
from tests.servers.postfix import Postfix, postfix
from tests.town import Town, reply

GT = "focal@gt.example"


class Installation:
    """A folder with mailbot.toml, as an operator has it."""

    def __init__(self, folder: Path, imap: Dovecot, smtp: Postfix) -> None:
        self.folder, self.imap, self.smtp = folder, imap, smtp
        self.file = folder / "mailbot.toml"
        (folder / "password").write_text(PASSWORD + "\n")
        self.file.write_text(
            f"""
database = "sqlite:///town.db"
key_file = "town.key"
poll_seconds = 5
log = "json"

[[groups]]
key = "md"
name = {{ es = "Grupo", en = "Group" }}
address = "grupo.md@crm.example"
inbox = "imaps://grupo@localhost:{imap.tls_port}/INBOX"
outbox = "smtp://localhost:{smtp.port}"
presidency = "GT"
timezone = "America/Guatemala"
password_file = "password"
ca_file = "{imap.certificate}"
"""
        )
        town = Town(folder)
        town.hour = clock.now()  # the daemon's own: signs of our letters grow old
        town.state("GT")
        town.ask(due=None)
        self.letter = town.opens(GT)
        town.close()
        self.log = folder / "log"
        self.running: list[subprocess.Popen[bytes]] = []

    def mailbot(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "mailbot", "--config", str(self.file), *arguments],
            capture_output=True,
            text=True,
            check=check,
            env={**os.environ, "LANG": "en_US.UTF-8", "LC_ALL": ""},
        )

    def start(self) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as log:
            command = [sys.executable, "-m", "mailbot", "run", "--config", str(self.file)]
            self.running.append(subprocess.Popen(command, stderr=log))
        return self.running[-1]

    def end(self) -> None:
        """Nothing outlives the test."""
        for process in self.running:
            if process.poll() is None:
                process.kill()
                process.wait()

    def logged(self) -> list[dict[str, object]]:
        lines = self.log.read_text().splitlines() if self.log.exists() else []
        return [json.loads(line) for line in lines if line.startswith("{")]

    def count(self, table, *conditions) -> int:
        engine = open_engine(load(self.file).database)
        with engine.begin() as connection:
            found = connection.execute(select(table.c.id).where(*conditions)).all()
        engine.dispose()
        return len(found)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Installation]:
    need("dovecot")
    need("postfix")
    users = ("grupo", "focal")
    with dovecot(users) as imap, postfix(imap.lmtp_port, users, (imap.certificate, imap.key)) as smtp:
        found = Installation(tmp_path, imap, smtp)
        yield found
        found.end()


def test_answers_by_itself_stops_on_sigterm_and_goes_on_where_it_was(place: Installation) -> None:
    daemon = place.start()
    until(lambda: any(line["event"] == "started" for line in place.logged()), "start", 90)
    place.imap.append("grupo", [reply(place.letter, GT, "Cargo: Directora General\n")])
    until(lambda: place.imap.mailbox("focal"), "an answer in the reader's mailbox", 90)
    (answer,) = place.imap.mailbox("focal")
    assert b"X-Mailbot-Letter: acknowledgement" in answer
    daemon.send_signal(signal.SIGTERM)
    assert daemon.wait(timeout=60) == 0
    events = [line["event"] for line in place.logged()]
    assert events[-1] == "stopped"
    assert events.count("message") == 1
    assert "letter" in events
    place.imap.append("grupo", [reply(place.letter, GT, "Cargo: Ministra\n")])
    daemon = place.start()
    until(lambda: len(place.imap.mailbox("focal")) == 2, "the second answer", 90)
    daemon.send_signal(signal.SIGTERM)
    assert daemon.wait(timeout=60) == 0
    assert place.count(messages) == 2


def test_a_mailbox_that_goes_away_is_told_once_and_found_again(place: Installation) -> None:
    daemon = place.start()
    until(lambda: any(line["event"] == "started" for line in place.logged()), "start", 90)
    until(lambda: "md inbox" in place.mailbot("status", check=False).stdout, "a first look", 90)
    place.imap.stop()
    trouble = lambda: [x for x in place.logged() if x["event"] == "trouble" and x["part"] == "md inbox"]  # noqa: E731
    until(trouble, "trouble in the log", 90)
    assert place.mailbot("status", check=False).returncode == 1
    place.imap.start()
    until(lambda: any(x["event"] == "recovered" for x in place.logged()), "recovery", 120)
    assert len(trouble()) == 1
    place.imap.append("grupo", [reply(place.letter, GT, "Cargo: Jefa\n")])
    until(lambda: place.imap.mailbox("focal"), "an answer", 90)
    daemon.send_signal(signal.SIGTERM)
    assert daemon.wait(timeout=60) == 0


def test_once_collects_handles_sends_and_stops(place: Installation) -> None:
    place.imap.append("grupo", [reply(place.letter, GT, "Sin cambios.\n")])
    place.mailbot("run", "--once")
    assert place.count(messages, messages.c.outcome == "applied") == 1
    assert place.count(letters, letters.c.state == "sent", letters.c.kind == "acknowledgement") == 1
    until(lambda: place.imap.mailbox("focal"), "delivery", 90)
    shown = json.loads(place.mailbot("show", "messages", "--json").stdout)
    assert [row["outcome"] for row in shown] == ["applied"]
    told = place.mailbot("explain", str(shown[0]["message_id"])).stdout
    assert "applied" in told
    assert "Sin cambios." in told


def test_doctor_says_what_is_well_and_how_to_mend_the_rest(place: Installation) -> None:
    assert place.mailbot("doctor").returncode == 0
    place.smtp.stop()
    told = place.mailbot("doctor", check=False)
    assert told.returncode == 1
    assert "✗ md outbox" in told.stdout
    assert "✓ md inbox" in told.stdout
    assert PASSWORD not in told.stdout
