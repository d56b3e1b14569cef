"""The weekly digest and the bulletin: since the one before, with marks, once, and silent on purpose."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import threading
from collections.abc import Callable

import pytest
from structlog.testing import capture_logs

from mailbot.core import message
from mailbot.work import digest
from tests.town import Town, reply, words

GT, HN = "focal@gt.example", "focal@hn.example"
MONDAY = dt.datetime(2008, 12, 8, 15, tzinfo=dt.UTC)


def busy(town: Town) -> None:
    """A week in which one of two States answers and moves a date."""
    town.state("GT")
    town.state("HN")
    town.activity("P003-08", "Taller", "2009-02-28", responsible=("HN",))
    town.activity("P003-09", "Estudio", "2008-12-03")
    town.ask("activity-status", about="P003-08", due="2008-12-05")
    asked = town.opens(HN)
    town.comes(reply(asked, HN, "Estado: pospuesta\nFecha: 15 de abril de 2009\nComentarios: falta de sede\n"))
    town.burn()
    town.hour = MONDAY


def test_the_digest_says_what_is_new_late_unanswered_and_moved(town: Town) -> None:
    busy(town)
    assert digest.digest(town.house, town.md) == 1
    town.deliver()
    raw = town.raw(GT)
    html = email.message_from_bytes(raw, policy=email.policy.default).get_body(("html",)).get_content()
    assert html.count("<table") == html.count("<caption") == html.count("<thead>")
    assert "<th>" not in html
    said = " ".join(words(message.parse(raw)).split())
    assert "(hasta el 5 de diciembre de 2008; 3 días de atraso): Guatemala" in said
    assert "(until 5 December 2008; 3 days late): Guatemala" in said
    assert "NUEVO: ! atrasado" in said
    assert "NEW: ✓ answered" in said
    moved = said[said.index("Fechas que cambian") :]
    assert "28 de febrero de 2009" in moved[:200], moved[:300]
    assert "15 de abril de 2009" in moved[:200]
    assert "falta de sede" in moved[:250]
    assert "NUEVO: P003-09 Estudio" in said
    assert "Estados con punto focal: 2 de 2" in said


def test_marks_go_with_the_next_digest_and_a_missed_week_is_made_up(town: Town) -> None:
    busy(town)
    digest.digest(town.house, town.md)
    town.hour = MONDAY + dt.timedelta(days=15)  # the daemon stood still over the digest of the 15th
    town.comes(reply(None, "alguien@x.example", "Quiero la lista\n"))
    town.hour = MONDAY + dt.timedelta(days=21)
    assert digest.digest(town.house, town.md) == 1
    town.deliver()
    town.opens(GT)
    said = words(town.opens(GT))
    assert "Del 8 de diciembre de 2008 al 28 de diciembre de 2008" in said
    assert "! atrasado" in said
    assert "NUEVO: !" not in said
    town.burn()


def test_triggered_twice_in_the_same_second_it_goes_once(town: Town) -> None:
    busy(town)
    put: list[int] = []
    both = [threading.Thread(target=lambda: put.append(digest.digest(town.house, town.md))) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert sorted(put) == [0, 1]
    town.deliver()
    assert town.unread() == {GT: 1}
    town.burn()


@pytest.mark.parametrize(("how", "letters"), [("skip", 0), ("line", 1)])
def test_a_week_without_news_is_skipped_or_said_in_a_line_and_logged_once(
    small_town: Callable[..., Town], how: str, letters: int
) -> None:
    town = small_town(digest={"quiet": how})
    busy(town)
    town.later(hours=0)
    town.burn()
    town.hour = MONDAY + dt.timedelta(days=14)
    town.later(hours=0)
    kinds = [town.opens(GT) for _ in range(town.unread().get(GT, 0))]
    digests = [each for each in kinds if each.header("x-mailbot-letter") == "digest"]
    assert len(digests) == letters
    for each in digests:
        assert "Nada nuevo en este período. Actividades atrasadas: 1." in words(each)
        assert "Nothing new in this period. Activities that are late: 1." in words(each)
    town.burn()
    town.hour = MONDAY + dt.timedelta(days=21)
    with capture_logs() as logged:  # wherever an earlier test sent the log
        for _ in range(3):
            digest.digest(town.house, town.md)
    quiet = [(each["how"], str(each["period"])) for each in logged if each["event"] == "digest-quiet"]
    assert quiet == [(how, "2008-12-22")]
    town.deliver()
    town.burn()


def test_the_bulletin_goes_to_all_without_holds_and_names(town: Town) -> None:
    busy(town)
    town.hour -= dt.timedelta(days=3)
    town.ask()
    town.comes(reply(town_letter(town, HN), HN, "Cargo: Directora General\n"))
    town.comes(reply(None, "alguien@x.example", "Quiero la lista\n"))
    town.burn()
    town.hour = MONDAY
    assert digest.bulletin(town.house, town.md) == 2
    assert digest.bulletin(town.house, town.md) == 0
    town.deliver()
    town.opens(GT)
    letter = town.opens(HN)
    assert "Boletín" in letter.subject
    assert "Bulletin" in letter.subject
    said = words(letter)
    assert "Honduras: Cargo" in said
    assert "Persona Inventada HN: " not in said
    assert "alguien@x.example" not in said
    assert "Mensajes recibidos" not in said


def town_letter(town: Town, address: str):
    """The newest letter in a box."""
    return [town.opens(address) for _ in range(town.unread()[address])][-1]
