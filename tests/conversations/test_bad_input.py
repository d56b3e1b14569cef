"""Bad input from the first day: each ends in a recorded outcome and, for people, a clear answer."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy.exc import OperationalError

from mailbot.core.values import Carried, Collected, Position
from mailbot.edges.store import intake
from mailbot.work import receive
from tests.town import Town, reply, words

GT = "focal@gt.example"


@pytest.fixture
def asked(town: Town):
    town.state("GT")
    town.ask()
    return town.opens(GT)


def raw(asked, body: bytes, headers: bytes = b"", sender: bytes = b"From: focal@gt.example\r\n") -> bytes:
    thread = f"In-Reply-To: <{asked.message_id}>\r\n".encode()
    return sender + b"To: grupo.md@crm.example\r\nSubject: RE: x\r\n" + thread + headers + b"\r\n" + body


def test_an_empty_mail(town: Town, asked) -> None:
    assert town.comes(raw(asked, b"")) == "asked"
    assert "No encontramos texto" in words(town.opens(GT))


def test_no_bytes_at_all(town: Town, asked) -> None:
    assert town.comes(b"") == "held"
    assert not town.unread()


def test_a_mail_of_twenty_megabytes(town: Town, asked) -> None:
    body = b"Cargo: Directora de Estudios\r\nTelefono: (502) 2410-0000\r\n\r\n" + b"x" * 70 + b"\r\n"
    assert town.comes(raw(asked, body + (b"y" * 75 + b"\r\n") * 270_000)) == "applied"
    assert town.contacts("GT")[0].position == "Directora de Estudios"
    town.opens(GT)


def test_without_from(town: Town, asked) -> None:
    assert town.comes(raw(asked, b"Cargo: Jefa\r\n", sender=b"")) == "held"
    assert not town.unread()


def test_without_date_and_message_id(town: Town, asked) -> None:
    assert town.comes(raw(asked, b"Cargo: Jefa\r\n")) == "applied"
    town.opens(GT)


@pytest.mark.parametrize(
    ("headers", "body", "position"),
    [
        (b"Content-Type: text/plain; charset=x-unknown\r\n", "Cargo: Dirección\r\n".encode(), "Dirección"),
        (b"Content-Type: text/plain; charset=utf-8\r\n", "Cargo: Dirección\r\n".encode("latin-1"), "Dirección"),
        (b"Content-Type: text/plain\r\n", b"Cargo: Jefa\rFax: 2410-0001\r", "Jefa"),
        (
            b"Content-Type: text/html; charset=utf-8\r\n",
            b"<table><tr><td>Cargo</td><td>Jefa</td></tr></table>",
            "Jefa",
        ),
        (b'Content-Type: multipart/mixed; boundary="zz"\r\n', b"Cargo: Jefa\r\nFax: 2410-0001\r\n", "Jefa"),
        (
            b'Content-Type: multipart/alternative; boundary="b"\r\n',
            b"--b\r\nContent-Type: text/plain\r\n\r\nCargo: Jefa\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Carg",
            "Jefa",
        ),
    ],
    ids=["unknown charset", "wrong charset", "bare CR", "HTML only", "no boundary", "cut short"],
)
def test_broken_shapes_are_read(town: Town, asked, headers: bytes, body: bytes, position: str) -> None:
    assert town.comes(raw(asked, body, headers)) == "applied"
    assert town.contacts("GT")[0].position == position
    town.opens(GT)


def test_a_header_injected_in_a_name_stays_a_name(town: Town, asked) -> None:
    text = "Nombre completo: Ana Inventada\\r\\nBcc: todos@x.example\nCargo: <script>alert(1)</script>\n"
    sender = "=?utf-8?q?Ana=0D=0ABcc:_todos@x.example?= <focal@gt.example>"
    mail = reply(asked, GT, text).replace(b"From: focal@gt.example", f"From: {sender}".encode())
    town.comes(mail)
    letter = town.raw(GT)
    head = letter.partition(b"\r\n\r\n")[0]
    assert b"\nBcc" not in head
    assert b"<script>" not in letter


def test_a_form_with_every_field_wrong(town: Town, asked) -> None:
    text = (
        "Movimiento: quizás\nPaís: Atlántida\nNombre completo: 12345 @@\nFunción en el grupo: emperador\n"
        "Correo electrónico: arroba\nTeléfono: muchos\nCelular: 1\nFax: x\nIdioma preferido: klingon\n"
    )
    before = town.contacts("GT")
    assert town.comes(reply(asked, GT, text)) in {"asked", "held"}
    assert town.contacts("GT") == before
    answer = town.opens(GT)
    assert "9 datos por aclarar" in answer.subject
    assert "9 points to clarify" in answer.subject


def test_a_letter_the_server_refuses_for_now_goes_later_and_once(town: Town) -> None:
    town.state("GT")
    town.carrier.answers[GT] = Carried("later", "451 greylisted")
    town.ask()
    assert town.carrier.tries == [GT]
    town.deliver()
    assert town.carrier.tries == [GT]
    del town.carrier.answers[GT]
    town.later(minutes=2)
    assert town.opens(GT).header("x-mailbot-letter") == "request"


def test_a_letter_refused_for_ever_is_kept_with_the_servers_words(town: Town) -> None:
    from sqlalchemy import select

    from mailbot.edges.store.tables import letters

    town.state("GT")
    town.carrier.answers[GT] = Carried("never", "550 5.1.1 unknown")
    town.ask()
    town.later(days=1)
    with town.house.engine.begin() as connection:
        row = connection.execute(select(letters)).one()
    assert (row.state, row.words, row.attempts) == ("never", "550 5.1.1 unknown", 1)


def test_a_full_disk_on_commit_loses_nothing(small_town) -> None:
    """The transaction fails as a whole; the message waits and is handled once there is room."""
    town = small_town()
    town.state("GT")
    town.ask()
    letter = town.opens(GT)
    raw_bytes = reply(letter, GT, "Cargo: Jefa\n")
    with town.house.engine.begin() as connection:
        intake.store_raw(connection, "md", [Collected(Position("INBOX", 1, 99), raw_bytes)], town.hour)
    town.house.engine.dispose()
    with closing(sqlite3.connect(str(town.house.engine.url.database))) as database:
        database.execute("VACUUM")  # no free page is left to write into
    for _ in range(5):
        with town.house.engine.begin() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        with pytest.raises(OperationalError, match="full"):
            receive.handle_waiting(town.house, town.md)
        with town.house.engine.begin() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=1073741823")
    assert town.contacts("GT")[0].position == "Directora de Migración"
    assert not town.holds()
    while receive.handle_waiting(town.house, town.md):
        pass
    town.deliver()
    assert town.contacts("GT")[0].position == "Jefa"
    town.opens(GT)


def test_what_nobody_foresaw_is_set_aside_whole_and_the_next_is_handled(
    small_town, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = small_town()
    town.state("GT")
    town.ask()
    letter = town.opens(GT)
    real = receive.reading.read

    def breaks(message, *arguments):
        if "bomba" in message.subject:
            raise ZeroDivisionError("nobody foresaw this")
        return real(message, *arguments)

    monkeypatch.setattr(receive.reading, "read", breaks)
    assert town.comes(reply(letter, GT, "Cargo: Jefa\n", subject="bomba")) == "held"
    assert [hold.kind for hold in town.holds()] == ["unread"]
    assert town.comes(reply(letter, GT, "Cargo: Jefa\n")) == "applied"
    town.opens(GT)
