"""A mail exchange that takes tokens: an authorisation server, and a Dovecot and a Postfix that ask it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.servers.dovecot import Dovecot, dovecot
from tests.servers.oauth import AuthorisationServer, authorisation_server
from tests.servers.postfix import Postfix, postfix


@dataclass
class Exchange:
    """The three of them."""

    server: AuthorisationServer
    imap: Dovecot
    smtp: Postfix


@contextmanager
def token_exchange(users: tuple[str, ...], mechanisms: str) -> Iterator[Exchange]:
    """A running exchange, ended afterwards; it offers passwords beside ``mechanisms``, as real ones do."""
    with authorisation_server() as server, dovecot(users, server.url, mechanisms + " plain") as imap:
        certificate, socket = (imap.certificate, imap.key), str(imap.folder / "sasl")
        with postfix(imap.lmtp_port, users, certificate, socket) as smtp:
            yield Exchange(server, imap, smtp)
