"""Inbox and carrier on a real Dovecot and Postfix: one contract for each kind of door."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mailbot.core.values import OperatorError, Position
from mailbot.edges.inbox import Unreachable, open_inbox
from mailbot.edges.transports import open_carrier
from tests.conftest import need
from tests.servers.dovecot import PASSWORD, Dovecot, dovecot
from tests.servers.ports import until
from tests.servers.postfix import Postfix, postfix

USERS = ("grupo", "focal", "otro")
RAW = b"From: a@b.example\r\nSubject: prueba\r\nMessage-ID: <1@b.example>\r\n\r\nhola\r\n.punto\r\n"


@pytest.fixture(scope="module")
def mail() -> Iterator[tuple[Dovecot, Postfix]]:
    need("dovecot")
    need("postfix")
    with dovecot(USERS) as imap, postfix(imap.lmtp_port, USERS, (imap.certificate, imap.key)) as smtp:
        yield imap, smtp


def send(carrier, to: str, raw: bytes = RAW):
    async def go():
        try:
            return await carrier.send("grupo@crm.example", to, raw)
        finally:
            await carrier.close()

    return asyncio.run(go())


def everything(inbox, after: Position | None = None):
    return [each for batch in inbox.collect(after) for each in batch]


@pytest.mark.parametrize("scheme", ["imap+insecure", "imaps", "imap"])
def test_collects_above_a_position_with_and_without_tls(mail, scheme: str) -> None:
    imap, _ = mail
    imap.append("otro", [b"From: x@y.example\r\n\r\n%d\r\n" % number for number in range(3)])
    inbox = open_inbox(imap.url("otro", scheme), imap.password, ca_file=imap.certificate)
    found = everything(inbox)
    assert len(found) >= 3
    assert everything(inbox, found[-1].position) == []
    assert [each.position.uid for each in everything(inbox, found[0].position)] == [
        each.position.uid for each in found[1:]
    ]
    inbox.close()


def test_everything_is_collected_again_when_uidvalidity_changed(mail) -> None:
    imap, _ = mail
    imap.append("otro", [RAW])
    inbox = open_inbox(imap.url("otro"), imap.password)
    found = everything(inbox)
    elsewhere = Position(found[-1].position.mailbox, found[-1].position.uidvalidity + 1, 10**6)
    assert len(everything(inbox, elsewhere)) == len(found)
    inbox.close()


def test_seen_belongs_to_the_colleagues(mail) -> None:
    imap, _ = mail
    imap.append("focal", [RAW])
    inbox = open_inbox(imap.url("focal"), imap.password)
    found = everything(inbox)
    inbox.file([each.position for each in found])
    with imap.client("focal") as colleague:
        colleague.select_folder("INBOX")
        flags = colleague.get_flags(colleague.search())
    assert all(b"\\Seen" not in each and b"$MailbotHandled" in each for each in flags.values())
    with imap.client("focal") as colleague:
        colleague.select_folder("INBOX")
        colleague.add_flags(colleague.search(), [b"\\Seen"])
    assert [each.position for each in everything(inbox)] == [each.position for each in found]
    inbox.close()


def test_handled_messages_can_be_moved(mail) -> None:
    imap, _ = mail
    imap.append("focal", [RAW.replace(b"hola", b"mover")])
    inbox = open_inbox(imap.url("focal"), imap.password, after_handling="move:Atendidos")
    inbox.file([each.position for each in everything(inbox)])
    assert everything(inbox) == []
    assert any(b"mover" in raw for raw in imap.mailbox("focal", "Atendidos"))
    inbox.close()


def test_idle_wakes_and_an_interrupt_ends_the_wait(mail) -> None:
    imap, smtp = mail
    inbox = open_inbox(imap.url("grupo"), imap.password)
    everything(inbox)
    sender = threading.Timer(0.2, lambda: send(open_carrier(smtp.url(), None), "grupo+r-abc@crm.example"))
    sender.start()
    assert inbox.wait(20)
    sender.join()
    assert any(b"hola" in each.raw for each in everything(inbox))
    stopper = threading.Timer(0.1, inbox.interrupt)
    stopper.start()
    inbox.wait(60)
    stopper.join()
    inbox.close()


def test_a_mailbox_that_disappears_is_unreachable_not_a_busy_loop() -> None:
    need("dovecot")
    with dovecot(("grupo",)) as imap:
        inbox = open_inbox(imap.url("grupo"), imap.password)
        killer = threading.Timer(0.3, imap.stop)
        killer.start()
        with pytest.raises(Unreachable):
            _wait_for_ever(inbox)
        killer.join()
        inbox.close()
        with pytest.raises(Unreachable):
            open_inbox(imap.url("grupo"), imap.password)


def _wait_for_ever(inbox) -> None:
    while True:
        inbox.wait(5)


def test_a_wrong_password_is_told_without_the_password(mail) -> None:
    imap, _ = mail
    with pytest.raises(Unreachable) as told:
        open_inbox(imap.url("grupo"), lambda: "secreta-123")
    assert "secreta-123" not in str(told.value)
    assert PASSWORD not in str(told.value)


@pytest.mark.parametrize("url", ["imap+insecure://u@imap.crm.example/INBOX", "pop://x", "imap+insecure://u@10.1.2.3/"])
def test_plain_text_is_for_loopback_only(url: str) -> None:
    with pytest.raises(OperatorError):
        open_inbox(url, None)


@pytest.mark.parametrize("url", ["smtp+insecure://smtp.crm.example", "http://x"])
def test_letters_leave_in_plain_text_to_loopback_only(url: str) -> None:
    with pytest.raises(OperatorError):
        open_carrier(url, None)


def test_a_self_signed_server_is_refused_without_its_certificate(mail) -> None:
    imap, smtp = mail
    with pytest.raises(Unreachable):
        open_inbox(imap.url("otro", "imaps"), imap.password)
    told = send(open_carrier(smtp.url("smtp"), None), "focal@gt.example")
    assert told.outcome == "later"
    told = send(open_carrier(smtp.url("smtp"), None, ca_file=imap.certificate), "focal@gt.example")
    assert told.outcome == "sent"


def test_a_letter_arrives_byte_for_byte(mail) -> None:
    imap, smtp = mail
    assert send(open_carrier(smtp.url(), None), "otro@gt.example").outcome == "sent"
    until(lambda: any(b".punto\r\n" in raw for raw in imap.mailbox("otro")), "delivery")


def test_an_unknown_recipient_is_never(mail) -> None:
    _, smtp = mail
    told = send(open_carrier(smtp.url(), None), "nadie@gt.example")
    assert told.outcome == "never"
    assert "550" in told.words
    told = send(open_carrier(smtp.url(), None), "ñandú@gt.example")
    assert told.outcome == "never"


@contextmanager
def fake(*lines: bytes) -> Iterator[int]:
    """A server that greets, then answers every command with the next line; None hangs up."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listener.accept()
        with connection, connection.makefile("rb") as stream:
            for line in lines:
                connection.sendall(line)
                if not stream.readline():
                    return

    thread = threading.Thread(target=serve)
    thread.start()
    yield listener.getsockname()[1]
    listener.close()
    thread.join(timeout=10)


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        ((b"220 x\r\n", b"250 x\r\n", b"250 ok\r\n", b"451 4.7.1 greylisted\r\n", b"250 ok\r\n"), "later"),
        ((b"220 x\r\n", b"250 x\r\n", b"250 ok\r\n", b"552 5.2.2 full\r\n", b"250 ok\r\n"), "never"),
        ((b"220 x\r\n", b"250 x\r\n", b"421 4.3.2 closing\r\n"), "later"),
        ((b"554 no\r\n",), "later"),
        ((b"220 x\r\n",), "later"),
        ((), "later"),
    ],
)
def test_what_a_server_says_becomes_later_or_never(lines: tuple[bytes, ...], outcome: str) -> None:
    with fake(*lines) as port:
        carrier = open_carrier(f"smtp+insecure://127.0.0.1:{port}", None, timeout=1.0)
        assert send(carrier, "a@b.example").outcome == outcome


def test_a_closed_port_is_later() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    told = send(open_carrier(f"smtp+insecure://127.0.0.1:{port}", None), "a@b.example")
    assert told.outcome == "later"


def test_one_connection_carries_many_letters_and_comes_back_after_a_loss(mail) -> None:
    _, smtp = mail

    async def go() -> list[str]:
        carrier = open_carrier(smtp.url(), None)
        first = await carrier.send("grupo@crm.example", "focal@gt.example", RAW)
        kept = carrier._client
        second = await carrier.send("grupo@crm.example", "focal@gt.example", RAW)
        assert carrier._client is kept
        kept.close()
        third = await carrier.send("grupo@crm.example", "focal@gt.example", RAW)
        await carrier.close()
        return [first.outcome, second.outcome, third.outcome]

    assert asyncio.run(go()) == ["sent", "sent", "sent"]


def test_maildir_in_and_out(tmp_path: Path) -> None:
    carrier = open_carrier(f"maildir://{tmp_path}/out", None)
    assert send(carrier, "a@b.example").outcome == "sent"
    assert send(carrier, "a@b.example").outcome == "sent"
    (letter,) = (tmp_path / "out" / "new").iterdir()
    assert letter.read_bytes() == RAW
    inbox = open_inbox(f"maildir://{tmp_path}/in", None)
    (tmp_path / "in" / "new" / "1.a").write_bytes(RAW)
    (found,) = everything(inbox)
    assert found.raw == RAW
    inbox.file([found.position])
    assert [each.name for each in (tmp_path / "in" / "cur").iterdir()] == ["1.a:2,"]
    inbox.close()
