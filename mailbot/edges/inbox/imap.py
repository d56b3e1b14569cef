"""A mailbox over IMAP (RFC 9051): raw bytes in batches, IDLE with a poll beside it.

Messages are fetched with BODY.PEEK[]: colleagues read the same mailbox, and Seen is theirs.
"""

from __future__ import annotations

import imaplib
import ipaddress
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

import imapclient
from imapclient.exceptions import IMAPClientError

from mailbot.core.values import Bilingual, Collected, OperatorError, Position
from mailbot.edges.inbox import signing_in
from mailbot.edges.sasl import Bearer, Refused

HANDLED = b"$MailbotHandled"
BATCH_MESSAGES = 50
BATCH_OCTETS = 8_000_000
IDLE_RENEW = 25 * 60.0  # RFC 2177: renew before 29 minutes
TIMEOUT = imapclient.SocketTimeout(connect=20, read=60)
TROUBLE = (OSError, imaplib.IMAP4.error, IMAPClientError)


class Unreachable(OSError):
    """The server cannot be reached or does not answer as it should, now."""


def loopback_only(host: str, scheme: str) -> None:
    """Refuse an unencrypted connection to anything but loopback (OperatorError)."""
    try:
        safe = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        safe = False
    if not safe:
        raise OperatorError(
            [
                Bilingual(
                    f"{scheme}://{host}: sin cifrado solo se admite esta misma máquina; use imaps://.",
                    f"{scheme}://{host}: without encryption only this machine is accepted; use imaps://.",
                )
            ]
        )


class ImapInbox:
    """One selected mailbox.  Every network failure is ``Unreachable`` with the server's words."""

    def __init__(
        self,
        url: str,
        password: Callable[[], str] | None,
        *,
        after_handling: str = "mark",
        ca_file: Path | None = None,
        bearer: Bearer | None = None,
    ) -> None:
        parts = urlsplit(url)
        self.folder = unquote(parts.path.lstrip("/")) or "INBOX"
        self.mailbox = f"{parts.username or ''}@{parts.hostname}:{parts.port or ''}/{self.folder}"
        self.after_handling = after_handling
        self._interrupted = threading.Event()
        self._idling = False
        try:
            if bearer is not None:
                self._client = signing_in.sign_in(lambda: _connect(parts, ca_file), bearer)
            else:
                self._client = _connect(parts, ca_file)
                self._sign_in(parts, password)
            self._select()
        except (*TROUBLE, Refused) as error:
            raise Unreachable(f"{parts.hostname}: {_words(error)}") from error

    def _sign_in(self, parts: SplitResult, password: Callable[[], str] | None) -> None:
        user = unquote(parts.username or "")
        secret = password() if password else unquote(parts.password or "")
        self._client.login(user, secret)

    def _select(self) -> None:
        info = self._client.select_folder(self.folder)
        self.uidvalidity = int(info[b"UIDVALIDITY"])
        self._idle = b"IDLE" in self._client.capabilities()

    def collect(self, after: Position | None) -> Iterator[list[Collected]]:
        """Yield batches above a position, oldest first; everything when UIDVALIDITY changed."""
        start = 1
        if after is not None and after.uidvalidity == self.uidvalidity:
            start = after.uid + 1
        try:
            # A server may tell of new messages only with a command's answer: ask first.
            self._client.noop()
            found = self._client.search(f"UID {start}:*")
            # "n:*" always names the last message, also when it is below n (RFC 9051 6.4.4).
            uids = sorted(uid for uid in found if uid >= start)
            for batch in self._batches(uids):
                yield self._fetch(batch)
        except TROUBLE as error:
            raise Unreachable(_words(error)) from error

    def _batches(self, uids: Sequence[int]) -> Iterator[list[int]]:
        for at in range(0, len(uids), 500):
            window = list(uids[at : at + 500])
            sizes = self._client.fetch(window, ["RFC822.SIZE"])
            batch: list[int] = []
            octets = 0
            for uid in window:
                if uid not in sizes:
                    continue
                size = int(sizes[uid][b"RFC822.SIZE"])
                if batch and (len(batch) == BATCH_MESSAGES or octets + size > BATCH_OCTETS):
                    yield batch
                    batch, octets = [], 0
                batch.append(uid)
                octets += size
            if batch:
                yield batch

    def _fetch(self, uids: list[int]) -> list[Collected]:
        answer = self._client.fetch(uids, ["BODY.PEEK[]"])
        return [
            Collected(Position(self.mailbox, self.uidvalidity, uid), answer[uid][b"BODY[]"])
            for uid in uids
            if uid in answer and answer[uid].get(b"BODY[]") is not None
        ]

    def file(self, positions: Sequence[Position]) -> None:
        """Mark or move what has a committed outcome; what is gone is passed over."""
        uids = [each.uid for each in positions if each.uidvalidity == self.uidvalidity]
        if not uids or self.after_handling == "leave":
            return
        try:
            if self.after_handling.startswith("move:"):
                self._move(uids, self.after_handling.removeprefix("move:"))
            else:
                self._client.add_flags(uids, [HANDLED], silent=True)
        except TROUBLE as error:
            raise Unreachable(_words(error)) from error

    def _move(self, uids: list[int], folder: str) -> None:
        if not self._client.folder_exists(folder):
            self._client.create_folder(folder)
        if b"MOVE" in self._client.capabilities():
            self._client.move(uids, folder)
        else:
            self._client.copy(uids, folder)
            self._client.delete_messages(uids)
            self._client.uid_expunge(uids)

    def wait(self, seconds: float) -> bool:
        """Wait for news with IDLE where the server can, else by asking.

        True when there may be some; ends within a second of ``interrupt``.  On a dead
        connection ``idle_check`` returns at once, for ever: an early empty
        answer is followed by ``idle_done``, which then raises.
        """
        if self._interrupted.is_set():
            self._interrupted.clear()
            return True
        try:
            if not self._idle:
                self._interrupted.wait(seconds)
                self._client.noop()
                return True
            return self._wait_idle(min(seconds, IDLE_RENEW))
        except TROUBLE as error:
            raise Unreachable(_words(error)) from error
        finally:
            self._interrupted.clear()

    def _wait_idle(self, seconds: float) -> bool:
        self._client.idle()
        end = time.monotonic() + seconds
        news: list[Any] = []
        try:
            while not news and not self._interrupted.is_set():
                left = end - time.monotonic()
                if left <= 0:
                    break
                pause = min(left, 0.5)
                before = time.monotonic()
                news = self._client.idle_check(timeout=pause)
                if not news and time.monotonic() - before < pause / 2:
                    break
        finally:
            _, more = self._client.idle_done()
        return bool(news or more) or self._interrupted.is_set()

    def interrupt(self) -> None:
        """End a running ``wait`` soon; called from another thread."""
        self._interrupted.set()

    def close(self) -> None:
        """Hang up; a server that is gone already is no trouble."""
        try:
            self._client.logout()
        except TROUBLE:
            self._client.shutdown()


def _words(error: BaseException) -> str:
    if error.args and isinstance(error.args[-1], bytes):
        return error.args[-1].decode("utf-8", "replace")
    return str(error) or type(error).__name__


def _connect(parts: SplitResult, ca_file: Path | None) -> Any:
    host = parts.hostname or "localhost"
    if parts.scheme == "imap+insecure":
        loopback_only(host, parts.scheme)
        return imapclient.IMAPClient(host, port=parts.port or 143, ssl=False, timeout=TIMEOUT)
    context = ssl.create_default_context(cafile=str(ca_file) if ca_file else None)
    if parts.scheme == "imaps":
        return imapclient.IMAPClient(host, port=parts.port or 993, ssl=True, ssl_context=context, timeout=TIMEOUT)
    client = imapclient.IMAPClient(host, port=parts.port or 143, ssl=False, timeout=TIMEOUT)
    # Never on in plain text when STARTTLS fails (RFC 8314): the error goes up.
    client.starttls(ssl_context=context)
    return client
