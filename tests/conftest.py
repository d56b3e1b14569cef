"""Databases and servers for the tests: real ones, on loopback, thrown away afterwards."""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.servers.postgres import Cluster
from tests.town import Town

# No example is judged by the clock: a busy machine is no mistake of the code.
settings.register_profile("unhurried", settings(), deadline=None)
settings.load_profile("unhurried")

PACKAGES = {
    "dovecot": ("/usr/sbin/dovecot", "dovecot-imapd dovecot-lmtpd"),
    "postfix": ("/usr/sbin/postfix", "postfix"),
    "postgresql": ("/usr/lib/postgresql", "postgresql"),
    "libreoffice": ("/usr/bin/soffice", "libreoffice-calc-nogui libreoffice-writer-nogui"),
    "poppler": ("/usr/bin/pdftotext", "poppler-utils"),
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the kills, the longest of all: the other workers do the rest meanwhile."""
    items.sort(key=lambda item: "faults" not in item.path.parts)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Leave thousands of collected tests alone when garbage is looked for, as the daemon leaves its rules."""
    gc.collect()
    gc.freeze()


def need(server: str) -> None:
    """Skip a test whose server is not installed, saying what to install; in CI that is a failure."""
    path, package = PACKAGES[server]
    if Path(path).exists():
        return
    sentence = f"{server} is not installed: apt-get install {package}"
    if os.environ.get("CI"):
        pytest.fail(sentence)
    pytest.skip(sentence)


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL cluster for the session, in a folder its own user may enter."""
    need("postgresql")
    with tempfile.TemporaryDirectory(prefix="postgres", ignore_cleanup_errors=True) as folder:
        found = Cluster(Path(folder))
        found.start()
        yield found
        found.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database, on each engine in turn."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'test.db'}"
    else:
        url, drop = request.getfixturevalue("cluster").database()
        yield url
        drop()


@pytest.fixture(params=["sqlite", "postgresql"])
def town(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Town]:
    """A town on each engine; a letter nobody read fails the test."""
    if request.param == "sqlite":
        url, drop = f"sqlite:///{tmp_path / 'test.db'}", lambda: None
    else:
        url, drop = request.getfixturevalue("cluster").migrated()
    found = Town(tmp_path, url)
    yield found
    found.close()
    drop()


@pytest.fixture
def small_town(tmp_path: Path) -> Iterator[Callable[..., Town]]:
    """Make towns on SQLite with other settings."""
    made: list[Town] = []

    def make(**changes: object) -> Town:
        made.append(Town(tmp_path, **changes))
        return made[-1]

    yield make
    for each in made:
        each.close()
