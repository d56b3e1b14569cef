"""Intake: from Dovecot to the committed answer, against the raw limit of the same run.

The raw limit is IMAP fetch + stdlib parse + one durable SQLite commit per message.
Usage: python -m benchmarks.intake [MESSAGES]
"""

from __future__ import annotations

import email
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from mailbot.core import message
from mailbot.edges.inbox import open_inbox
from mailbot.work import receive
from tests.servers.dovecot import dovecot
from tests.town import Town, reply

ANSWER = """\
Estimados colegas:

Nombre completo: Persona Inventada {code}
Cargo: Directora número {number}
Teléfono: (502) 2410-{number:04d}

Saludos cordiales
"""


def fill(server, count: int, town: Town) -> None:
    """Put answers to real letters into the mailbox."""
    letters = {code: town.opens(f"focal@{code.lower()}.example") for code in ("GT", "HN", "MX")}
    raws = []
    for number in range(count):
        code = ("GT", "HN", "MX")[number % 3]
        text = ANSWER.format(code=code, number=number)
        raws.append(reply(letters[code], f"focal@{code.lower()}.example", text))
    server.append("grupo", raws)


def raw_limit(server, folder: Path) -> float:
    """Return messages a second of fetch + stdlib parse + one durable commit each."""
    database = sqlite3.connect(folder / "raw.db", isolation_level=None)
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("CREATE TABLE m (id INTEGER PRIMARY KEY, raw BLOB)")
    inbox = open_inbox(server.url("grupo"), server.password)
    begun = time.perf_counter()
    done = 0
    for batch in inbox.collect(None):
        for each in batch:
            email.message_from_bytes(each.raw).get_payload()
            database.execute("BEGIN")
            database.execute("INSERT INTO m (raw) VALUES (?)", (each.raw,))
            database.execute("COMMIT")
            done += 1
    spent = time.perf_counter() - begun
    inbox.close()
    return done / spent


def ours(server, town: Town) -> float:
    """Return messages a second from the mailbox to the committed answer."""
    inbox = open_inbox(server.url("grupo"), server.password)
    begun = time.perf_counter()
    new = receive.collect(town.house, town.md, inbox)
    while receive.handle_waiting(town.house, town.md):
        pass
    spent = time.perf_counter() - begun
    inbox.close()
    return new / spent


def main() -> None:
    """Print both rates and their ratio."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    with tempfile.TemporaryDirectory() as name, dovecot() as server:
        folder = Path(name)
        town = Town(folder, answers_per_day=10**6, letters_per_hour=10**6)
        for code in ("GT", "HN", "MX"):
            town.state(code)
        town.ask()
        fill(server, count, town)
        message.parse(b"")  # import and compile before the clock runs
        raw = raw_limit(server, folder)
        own = ours(server, town)
    print(f"raw limit:                 {raw:8.0f} messages/s")
    print(f"mailbox to committed answer: {own:6.0f} messages/s")
    print(f"ratio:                     {own / raw:8.3f}")


if __name__ == "__main__":
    main()
