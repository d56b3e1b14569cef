"""A port that somebody takes before a server listens on it costs a second attempt, not the test.

Seen: one run in many on a busy machine stopped with "Dovecot did not happen within 15 s".
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import need
from tests.servers import dovecot as dovecots
from tests.servers import postfix as postfixes
from tests.servers.ports import answers, free_port


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that is bound and answers nobody."""
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        yield int(holder.getsockname()[1])


def once_taken(monkeypatch: pytest.MonkeyPatch, module: object, taken: int) -> None:
    ports = iter([taken])
    monkeypatch.setattr(module, "free_port", lambda: next(ports, None) or free_port())


def test_dovecot_takes_others(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    need("dovecot")
    once_taken(monkeypatch, dovecots, taken)
    with dovecots.dovecot() as server:
        assert taken not in (server.port, server.tls_port, server.lmtp_port)
        assert answers(server.port)
        assert answers(server.tls_port)
        assert answers(server.lmtp_port)


def test_postfix_and_the_sink_take_others(taken: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    need("postfix")
    certificate = dovecots.certificate(tmp_path)
    once_taken(monkeypatch, postfixes, taken)
    with postfixes.postfix(0, ("grupo",), certificate) as server:
        assert server.port != taken
        assert answers(server.port)
    once_taken(monkeypatch, postfixes, taken)
    with postfixes.smtp_sink() as port:
        assert port != taken
        assert answers(port)


def test_dovecot_that_cannot_start_shows_its_own_words() -> None:
    need("dovecot")
    with (
        pytest.raises(RuntimeError, match="no_such_setting"),
        dovecots.dovecot(mechanisms="plain\nno_such_setting = 1"),
    ):
        pass


def test_no_port_is_given_twice_in_a_row() -> None:
    assert len({free_port() for _ in range(200)}) == 200


def test_dovecot_leaves_nothing_behind() -> None:
    """Seen: a process that its master had started anew wrote its log again, into a folder already removed."""
    need("dovecot")
    for _ in range(5):
        with dovecots.dovecot() as server, server.client("grupo"):
            folder = server.folder
        assert not folder.exists()
