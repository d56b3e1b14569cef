"""Mail that claims to come from machines, or from us."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import select

from mailbot.edges.store.tables import absences
from tests.attacks.square import EVIL, FORM, GT, HN, Square, spoof
from tests.town import reply


def test_76_our_own_letter_comes_back_changed(square: Square) -> None:
    square.town.ask(due="2009-02-16")
    raw = square.town.raw(GT)
    square.opens(HN)
    changed = raw.replace(b"Directora de Migraci", b"Emperatriz de Migraci")
    assert changed != raw
    square.attack(changed, "set-aside", "automatic (own): X-Mailbot-Letter")


def test_77_our_headers_and_our_address_forged(square: Square) -> None:
    square.attack(spoof(GT, headers={"X-Mailbot-Letter": "request"}), "set-aside", "X-Mailbot-Letter")
    square.attack(spoof("grupo.md@crm.example"), "set-aside", "From: is ours")


def report(recipient: str, returned: str = "") -> bytes:
    part = f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\n{returned}\r\n" if returned else ""
    return (
        "From: MAILER-DAEMON@mx.example\r\nTo: grupo.md@crm.example\r\nSubject: Undelivered Mail\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nfailed\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        f"Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; {recipient}\r\nAction: failed\r\n"
        f"Status: 5.1.1\r\n\r\n{part}--b--\r\n"
    ).encode()


def test_78_a_forged_bounce(square: Square) -> None:
    square.attack(report(GT), "set-aside", f"{GT} not marked: the report shows no letter of ours to it")
    other = f"Message-ID: <{square.asked[HN].message_id}>\r\n"
    square.attack(report(GT, other), "set-aside", "not marked")
    mine = f"Message-ID: <{square.asked[GT].message_id}>\r\n"
    assert square.town.comes(report(GT, mine)) == "set-aside"
    assert square.town.contacts("GT")[0].bounced == (GT,)


def test_79_a_plain_from_takes_no_bounce_mark_away(square: Square) -> None:
    square.town.comes(report(GT, f"Message-ID: <{square.asked[GT].message_id}>\r\n"))
    square.attack(spoof(GT), "asked", "to be confirmed")
    assert square.town.contacts("GT")[0].bounced == (GT,)
    square.opens(GT)


def away(square: Square, day: str, *, thread: bool) -> bytes:
    return reply(
        square.asked[GT] if thread else None,
        GT,
        f"Estaré fuera de la oficina hasta el {day}.",
        to="grupo.md@crm.example",
        subject=f"Respuesta automática: {day}",
        headers={"Auto-Submitted": "auto-replied"},
    )


def absent_until(square: Square) -> list[dt.date]:
    with square.town.house.engine.begin() as connection:
        return [row.until for row in connection.execute(select(absences))]


def test_80_a_forged_absence(square: Square) -> None:
    square.attack(away(square, "9 de enero de 2009", thread=False), "set-aside", "not counted: it answers no letter")
    assert absent_until(square) == []


def test_81_an_absence_for_ever(square: Square) -> None:
    square.attack(away(square, "30 de noviembre de 2009", thread=True), "set-aside", "counted until 2009-01-30")
    assert absent_until(square) == [dt.date(2009, 1, 30)]


def test_82_a_machine_is_never_argued_with(square: Square) -> None:
    square.attack(spoof(EVIL, FORM, headers={"Auto-Submitted": "auto-replied"}), "set-aside", "automatic")
    assert not square.town.unread()
