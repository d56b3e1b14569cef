"""kill -9 at every named point and at seeded random instants, on real Dovecot, Postfix, databases.

After restart every message put in has exactly one outcome and every letter has left exactly
once.  The one window SMTP leaves open, between the server's acceptance and our commit, is
resent with the same Message-ID and counted.
"""

from __future__ import annotations

import email
import json
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from mailbot.edges import clock
from mailbot.edges.store.engine import open_engine
from mailbot.edges.store.tables import answers, history, holds, letters, messages
from mailbot.work.house import STEPS
from tests.conftest import need
from tests.servers.dovecot import PASSWORD, dovecot
from tests.servers.ports import until
from tests.servers.postfix import postfix
from tests.servers.postgres import Cluster
from tests.town import Town, reply

RANDOM_INSTANTS = 100
BOXES = 2 * (RANDOM_INSTANTS + len(STEPS) + 10)
NAMED = [step for step in STEPS if step not in {"edition-recorded", "report-recorded"}]


def six_messages(town: Town) -> list[bytes]:
    """A good answer, a mistake, a stranger, a bounce, an automatic reply, a command."""
    gt, hn = "focal@gt.example", "focal@hn.example"
    letter, other = town.opens(gt), town.opens(hn)
    bounce = (
        b"From: MAILER-DAEMON@mx.example\r\nTo: grupo.md@crm.example\r\nSubject: Undelivered\r\n"
        b"Message-ID: <bounce@mx.example>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n"
        b"Final-Recipient: rfc822; focal@mx.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b--\r\n"
    )
    return [
        reply(letter, gt, "Cargo: Directora General\nTeléfono: (502) 2410-0000\n"),
        reply(other, hn, "Cargo: Jefa\nCorreo electrónico: mal(at)hn\n"),
        reply(None, "otro@x.example", "Buenos días, quisiera la lista.\n"),
        bounce,
        reply(other, hn, "Fuera de la oficina.", headers={"Auto-Submitted": "auto-replied"}),
        reply(None, gt, "LISTA\n"),
    ]


class Bench:
    """The servers, a database to copy for each case, and the worker."""

    def __init__(self, folder: Path, imap: Any, smtp: Any, prepared: Callable[[str], str], raws: list[bytes]) -> None:
        self.folder, self.imap, self.smtp, self.prepared, self.raws = folder, imap, smtp, prepared, raws
        self.case = 0
        self.left: Counter[str] = Counter()
        self.worker = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def order(self, settings: dict[str, Any], seed: int, **instant: Any) -> dict[str, Any]:
        assert self.worker.stdin
        assert self.worker.stdout
        self.worker.stdin.write(json.dumps({"settings": settings, "seed": seed, **instant}) + "\n")
        self.worker.stdin.flush()
        return json.loads(self.worker.stdout.readline())

    def run(self, **instant: Any) -> dict[str, Any]:
        """One case: six messages, a kill, a restart; returns what the first run said."""
        self.case += 1
        box = f"box{self.case}"
        self.imap.append(box, self.raws)
        url = self.prepared(f"case{self.case}")
        settings = self.settings(box, url)
        said = self.order(settings, self.case, **instant)
        rest = self.order(settings, self.case + 10_000)
        assert not rest["killed"], rest
        assert rest["code"] == 0, rest
        self.check(url, instant)
        return said

    def settings(self, box: str, url: str) -> dict[str, Any]:
        return {
            "database": url,
            "key_file": str(self.folder / "town.key"),
            "groups": [
                {
                    "key": "md",
                    "name": {"es": "Grupo", "en": "Group"},
                    "address": "grupo.md@crm.example",
                    "inbox": f"imap+insecure://{box}:{PASSWORD}@localhost:{self.imap.port}/INBOX",
                    "outbox": self.smtp.url(),
                    "presidency": "GT",
                    "timezone": "America/Guatemala",
                }
            ],
        }

    def check(self, url: str, instant: dict[str, Any]) -> None:
        engine = open_engine(url)
        with engine.begin() as connection:
            found = connection.execute(select(messages.c.outcome, messages.c.filed).order_by(messages.c.uid)).all()
            assert [row.outcome for row in found] == [
                "applied",
                "applied",
                "held",
                "set-aside",
                "set-aside",
                "applied",
            ], (instant, found)
            assert all(row.filed for row in found), instant
            new = connection.execute(select(letters).where(letters.c.purpose.like("answer:%"))).all()
            strange = connection.execute(select(letters).where(letters.c.kind == "stranger")).all()
            assert (len(new), len(strange)) == (3, 1), instant
            for row in (*new, *strange):
                assert row.state == "sent", (instant, row.state, row.words)
                self.left[f"<{row.message_id}>"] = 1 + row.resent
            held = connection.execute(select(func.count()).select_from(holds)).scalar_one()
            kept = connection.execute(select(func.count()).select_from(answers)).scalar_one()
            lines = connection.execute(select(func.count()).select_from(history)).scalar_one()
            assert (held, kept, lines) == (1, 2, 3), instant
        engine.dispose()

    def delivered(self) -> Counter[str]:
        """How often each letter lies in its reader's mailbox."""
        raws = [*self.imap.mailbox("focal"), *self.imap.mailbox("otro")]
        return Counter(str(email.message_from_bytes(raw)["message-id"]) for raw in raws)

    def stop(self) -> None:
        assert self.worker.stdin
        self.worker.stdin.close()
        self.worker.wait()


@pytest.fixture(params=["sqlite", "postgresql"])
def bench(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Bench]:
    need("dovecot")
    need("postfix")
    users = ("focal", "otro", *(f"box{number}" for number in range(BOXES)))
    town = Town(tmp_path)
    town.hour = clock.now()  # the worker's own: signs of our letters grow old
    for code in ("GT", "HN", "MX"):
        town.state(code)
    town.ask(due=None)
    raws = six_messages(town)
    town.burn()
    if request.param == "sqlite":
        town.close()

        def prepared(name: str) -> str:
            shutil.copy(tmp_path / "town.db", tmp_path / f"{name}.db")
            return f"sqlite:///{tmp_path}/{name}.db"
    else:
        cluster: Cluster = request.getfixturevalue("cluster")
        prepared = _in_postgres(cluster, town)
    with dovecot(users) as imap, postfix(imap.lmtp_port, ("focal", "otro"), (imap.certificate, imap.key)) as smtp:
        found = Bench(tmp_path, imap, smtp, prepared, raws)
        yield found
        found.stop()


def _in_postgres(cluster: Cluster, town: Town) -> Callable[[str], str]:
    """Copy the town's tables into a PostgreSQL database that serves as template."""
    from mailbot.edges import shipped
    from mailbot.edges.store import migrate
    from mailbot.edges.store.tables import metadata

    url, _ = cluster.database()
    engine = open_engine(url)
    migrate.upgrade(engine, shipped.folder("db"))
    with town.house.engine.begin() as source, engine.begin() as target:
        for table in metadata.sorted_tables:
            rows = [dict(row._mapping) for row in source.execute(select(table))]
            if rows:
                target.execute(table.insert(), rows)
                if "id" in table.c:
                    highest = max(row["id"] for row in rows)
                    target.exec_driver_sql(f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), {highest})")
    engine.dispose()
    town.close()
    template = url.rpartition("/")[2]
    return lambda name: cluster.copy(template, name)


def test_nothing_lost_nothing_twice(bench: Bench) -> None:
    clean = bench.run()
    assert not clean["killed"]
    passed = set(clean["points"])
    for point in NAMED:
        said = bench.run(point=point)
        assert said["killed"] == (point in passed), (point, said)
    # The road passes every named point in this play but those of due letters with nothing due.
    assert set(NAMED) - passed <= {"reminders-recorded", "digest-recorded"}
    numbers = random.Random(1016)
    for _ in range(RANDOM_INSTANTS):
        assert bench.run(number=numbers.randint(1, clean["events"]))["killed"]
    until(lambda: bench.smtp.waiting() == 0, "delivery of everything", 60)
    until(lambda: bench.delivered().total() >= len(bench.left), "everything in the boxes", 60)
    delivered = bench.delivered()
    assert set(delivered) == set(bench.left)
    for name, times in delivered.items():
        assert times <= bench.left[name], name
    twice = sum(times - 1 for times in delivered.values())
    resent = sum(times - 1 for times in bench.left.values())
    print(f"{bench.case} kills, {len(delivered)} letters, {resent} sent again, {twice} of them arrived twice")
