"""A PostgreSQL cluster in a folder, run by an ordinary user."""

from __future__ import annotations

import itertools
import os
import pwd
import subprocess
from collections.abc import Callable
from pathlib import Path

import psycopg

from mailbot.edges import shipped
from mailbot.edges.store import migrate
from mailbot.edges.store.engine import open_engine
from tests.servers.ports import free_port

NUMBERS = itertools.count(1)


class Cluster:
    """initdb, start, a fresh database per test, stop."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = 0
        self._template = ""
        self.binaries = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))

    def _run(self, *command: str) -> None:
        # PostgreSQL refuses to run as root: Debian's own user runs it then.
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
        done = subprocess.run(
            [*as_user, str(self.binaries / command[0]), *command[1:]],
            stdin=subprocess.DEVNULL,
            stdout=(self.folder / "out.log").open("a"),
            stderr=subprocess.STDOUT,
            cwd="/",
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{command[0]}: {(self.folder / 'out.log').read_text()[-2000:]}")

    def start(self) -> None:
        """Make the cluster and start it."""
        if os.getuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            for parent in self.folder.parents:
                if not parent.stat().st_mode & 0o001 and parent != Path("/"):
                    parent.chmod(parent.stat().st_mode | 0o011)
        data = str(self.folder / "data")
        self._run("initdb", "-D", data, "-A", "trust", "-U", "mailbot", "--no-sync", "-E", "UTF8", "--locale=C")
        for attempts_left in (2, 1, 0):  # somebody else may take a free port before it does
            self.port = free_port()
            options = f"-c listen_addresses=127.0.0.1 -p {self.port} -k {self.folder} -c fsync=off"
            try:
                self._run("pg_ctl", "-D", data, "-w", "-l", str(self.folder / "server.log"), "-o", options, "start")
            except RuntimeError:
                if not attempts_left:
                    raise
            else:
                return

    def database(self) -> tuple[str, Callable[[], None]]:
        """Return (URL, drop) of a fresh database."""
        name = f"t{os.getpid()}_{next(NUMBERS)}"
        self._sql(f'CREATE DATABASE "{name}"')
        url = f"postgresql+psycopg://mailbot@127.0.0.1:{self.port}/{name}"
        return url, lambda: self._drop(name)

    def migrated(self) -> tuple[str, Callable[[], None]]:
        """Return (URL, drop) of a fresh database with today's tables, copied from one that was migrated once."""
        if not self._template:
            url, _ = self.database()
            engine = open_engine(url)
            migrate.upgrade(engine, shipped.folder("db"))
            engine.dispose()
            self._template = url.rpartition("/")[2]
        url = self.copy(self._template, str(next(NUMBERS)))
        name = url.rpartition("/")[2]
        return url, lambda: self._drop(name)

    def copy(self, template: str, name: str) -> str:
        """Return the URL of a fresh copy of a database."""
        self._sql(f'CREATE DATABASE "{template}_{name}" TEMPLATE "{template}"')
        return f"postgresql+psycopg://mailbot@127.0.0.1:{self.port}/{template}_{name}"

    def _drop(self, name: str) -> None:
        self._sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _sql(self, statement: str) -> None:
        where = f"host=127.0.0.1 port={self.port} user=mailbot dbname=postgres"
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload]

    def stop(self) -> None:
        """Stop it."""
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")
