"""An embedded mail exchange on loopback for the demo: pymap for IMAP, aiosmtpd for SMTP.

Both live in one event loop (a delivery from another thread never wakes IDLE); every task is
held (pymap keeps none); keywords are allowed, which pymap drops silently otherwise;
responses are written whole.
Nothing in mailbot depends on it: it is spoken to through the same URLs as any server.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import secrets
import threading
from argparse import Namespace
from collections.abc import Callable
from typing import Any

from aiosmtpd import smtp as aiosmtpd_smtp
from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import Config, DictBackend, Login
from pymap.backend.dict.mailbox import MailboxData
from pymap.imap import IMAPServer
from pymap.parsing.message import AppendMessage
from pymap.parsing.specials.flag import Flag
from pymap.user import Passwords, UserMetadata
from pysasl.hashing import Cleartext

USER = "grupo"


class _Door:
    """aiosmtpd's handler: hands each accepted message on."""

    def __init__(self, take: Callable[[str, str, bytes], Any]) -> None:
        self._take = take

    async def handle_DATA(self, _server: object, _session: object, envelope: Any) -> str:  # noqa: N802
        """Accept a message (the name is aiosmtpd's)."""
        for recipient in envelope.rcpt_tos:
            await self._take(envelope.mail_from or "", recipient, envelope.content)
        return "250 2.0.0 accepted"


class _Whole:
    """A stream's writer that sends whole responses.

    pymap writes them in pieces, and imapclient in IDLE takes a piece for a broken line.
    """

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> None:
        """Keep a piece until the response is complete."""
        self._pieces.append(piece)

    async def drain(self) -> None:
        """Send what was kept; pymap calls this after each response."""
        self._writer.write(b"".join(self._pieces))
        self._pieces.clear()
        await self._writer.drain()

    def __getattr__(self, name: str) -> Any:
        """Everything else is the writer's."""
        return getattr(self._writer, name)


class Exchange:
    """The group's mailbox over IMAP; letters to officials are kept in their boxes.

    Mail to an address in ``unknown`` comes back as a delivery status notification
    (RFC 3464) to its sender.
    """

    def __init__(self, group_address: str, unknown: frozenset[str] = frozenset()) -> None:
        self.group_address = group_address
        self.unknown = unknown
        self.password = secrets.token_urlsafe(12)
        self.boxes: dict[str, list[bytes]] = {}
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="exchange", daemon=True)
        self._kept: set[object] = set()
        self._mailbox: MailboxData | None = None
        self.imap_port = self.smtp_port = 0

    @property
    def inbox_url(self) -> str:
        """The URL of the group's mailbox; the password is asked for apart."""
        return f"imap+insecure://{USER}@127.0.0.1:{self.imap_port}/INBOX"

    @property
    def outbox_url(self) -> str:
        """The URL letters leave by."""
        return f"smtp+insecure://127.0.0.1:{self.smtp_port}"

    def start(self) -> None:
        """Open both ports on loopback."""
        self._thread.start()
        self._in_loop(self._open())

    def stop(self) -> None:
        """Close everything; a second time does nothing."""
        if not self._thread.is_alive():
            return
        self._in_loop(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=10)

    def deliver(self, raw: bytes) -> None:
        """Put a message into the group's mailbox, as a mail server would."""
        self._in_loop(self._append(raw))

    def _in_loop(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=30)

    async def _open(self) -> None:
        config = Config(
            Namespace(passlib_cfg=None, proxy_protocol=None),
            demo_data=False,
            demo_user=USER,
            demo_password=self.password,
            host="127.0.0.1",
            port=0,
            tls_enabled=False,
            secure_auth=False,
            hash_context=Cleartext(),  # a password for one run on loopback: hashing it took most of the demo's time
        )
        login = Login(config)
        hashed = await Passwords(config).hash_password(self.password)
        await login.demo_user_identity.set(UserMetadata(config, USER, password=hashed))
        backend = DictBackend(login, config)
        self._kept.update({backend, config})
        await self._first_sign_in(login, config)
        imap = IMAPServer(login, config)
        serve = self._held(ProxyProtocolReader(config.proxy_protocol).get_callback(imap))
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        door = _Door(self._take)
        smtp = await self._loop.create_server(
            lambda: aiosmtpd_smtp.SMTP(door, enable_SMTPUTF8=True, loop=self._loop), "127.0.0.1", 0
        )
        self._kept.update({server, smtp})
        self._servers = (server, smtp)
        self.imap_port = server.sockets[0].getsockname()[1]
        self.smtp_port = smtp.sockets[0].getsockname()[1]

    async def _first_sign_in(self, login: Login, config: Config) -> None:
        """Make the mailbox exist, and let it keep keywords."""
        identity = login.demo_user_identity
        async with identity.new_session() as session:
            self._kept.add(session)
        mailboxes, _ = config.set_cache[USER]
        self._mailbox = await mailboxes.get_mailbox("INBOX")
        allowed = frozenset({*self._mailbox.permanent_flags, Flag(rb"\*"), Flag(b"$MailbotHandled")})
        setattr(type(self._mailbox), "permanent_flags", property(lambda _self: allowed))  # noqa: B010 - a property of theirs

    def _held(self, serve: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
        async def connection(reader: Any, writer: Any) -> None:
            task = asyncio.current_task()
            self._kept.add(task)
            try:
                await serve(reader, _Whole(writer))
            except (ConnectionError, EOFError):
                pass
            finally:
                self._kept.discard(task)

        return connection

    async def _append(self, raw: bytes) -> None:
        assert self._mailbox is not None
        await self._mailbox.append(AppendMessage(raw, dt.datetime.now(dt.UTC), frozenset()))

    async def _take(self, sender: str, recipient: str, raw: bytes) -> None:
        address = recipient.lower()
        local, _, domain = self.group_address.partition("@")
        if address.endswith("@" + domain) and address.partition("@")[0].partition("+")[0] == local:
            await self._append(raw)
        elif address in self.unknown:
            if sender not in {"", "<>"}:  # RFC 5321 4.5.5: nothing is returned to the empty sender
                await self._append(bounce(address, sender, raw))
        else:
            self.boxes.setdefault(address, []).append(raw)

    async def _close(self) -> None:
        for server in self._servers:
            server.close()
        for task in [each for each in self._kept if isinstance(each, asyncio.Task)]:
            task.cancel()


def bounce(address: str, sender: str, raw: bytes) -> bytes:
    """Return a delivery status notification for an unknown mailbox (RFC 3464), with the headers of the letter."""
    token = secrets.token_hex(8)
    headers = raw.replace(b"\r\n", b"\n").partition(b"\n\n")[0].replace(b"\n", b"\r\n")
    report = (
        "Return-Path: <>\r\nFrom: Mail Delivery System <MAILER-DAEMON@mx.example>\r\n"
        f"To: {sender}\r\nSubject: Undelivered Mail Returned to Sender\r\n"
        f"Message-ID: <{token}@mx.example>\r\nAuto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/report; report-type=delivery-status; boundary="{token}"\r\n\r\n'
        f"--{token}\r\nContent-Type: text/plain\r\n\r\n"
        f"<{address}>: host mx.example said: 550 5.1.1 User unknown\r\n"
        f"--{token}\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
        f"Final-Recipient: rfc822; {address}\r\nAction: failed\r\nStatus: 5.1.1\r\n"
        f"Diagnostic-Code: smtp; 550 5.1.1 User unknown\r\n\r\n"
        f"--{token}\r\nContent-Type: text/rfc822-headers\r\n\r\n"
    ).encode()
    return report + headers + f"\r\n\r\n--{token}--\r\n".encode()
