"""What a daemon that runs for months must not do: write what it then throws away, stumble, write to nobody."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from mailbot import daemon
from mailbot.core.values import Carried
from mailbot.edges.store import directory, ledger
from mailbot.work import replan, report
from tests.town import Town, reply, words
from tests.year import post

GT, HN, SECOND = "focal@gt.example", "focal@hn.example", "suplente@hn.example"
MONDAY = dt.datetime(2008, 12, 8, 15, tzinfo=dt.UTC)


def kinds(town: Town, address: str) -> list[str]:
    """The letters in a box, by kind, taken out."""
    return [str(town.opens(address).header("x-mailbot-letter")) for _ in range(town.unread().get(address, 0))]


def comes_back(town: Town) -> None:
    """Honduras' focal point is asked something; the mail comes back."""
    town.state("GT")
    town.state("HN")
    town.person("HN", role="alternate", name="Suplente", email=[SECOND])
    town.ask()
    letter = town.opens(HN)
    assert town.comes(post.returned(letter, HN, town.hour)) == "set-aside"
    town.burn()


# --- an address from which mail comes back ------------------------------------------------------


def test_the_presidency_closes_the_matter_of_an_unreachable_state_by_one_line(town: Town) -> None:
    comes_back(town)
    (hold,) = town.holds()
    assert hold.kind == "unreachable"
    town.later(hours=1)
    assert town.comes(reply(town.opens(GT), GT, f"{hold.number}: hecho\n")) == "applied"
    assert town.holds() == ()
    assert kinds(town, GT) == ["decisions-made"]
    assert town.unread() == {}  # nothing goes to the address that is no more


def test_a_matter_of_an_unreachable_state_that_expires_is_told_to_nobody(small_town) -> None:
    town = small_town(hold_days=2)
    comes_back(town)
    town.later(days=2)
    town.later(days=3)
    town.later(days=8)
    assert town.holds() == ()
    assert "decided" not in kinds(town, HN)
    town.burn()


def test_what_is_asked_and_told_goes_to_who_can_be_reached(small_town) -> None:
    town = small_town(digest={"bulletin": True})
    comes_back(town)
    town.activity("P003-08", "Taller", "2009-02-28")
    town.ask("activity-status", about="P003-08")
    assert kinds(town, SECOND) == ["request"]
    town.comes(reply(town.opens(GT), GT, "P003-08: realizada\n"))
    town.hour = MONDAY
    town.later(hours=0)
    assert "digest" in kinds(town, SECOND)
    assert HN not in town.unread()
    town.burn()


def test_while_there_is_nobody_else_the_letter_goes_where_it_went(town: Town) -> None:
    town.state("HN")
    with town.house.engine.begin() as connection:
        directory.mark_bounced(connection, "md", HN, town.hour, "5.1.1")
    town.ask()
    assert kinds(town, HN) == ["request"]


# --- the daemon looks every minute ----------------------------------------------------------------


@pytest.mark.parametrize("bulletin", [True, False])
def test_a_digest_is_written_once_and_not_at_every_look(small_town, bulletin: bool) -> None:
    town = small_town(digest={"bulletin": bulletin})
    town.state("GT")
    town.ask(due=None)
    town.comes(reply(town.opens(GT), GT, "Cargo: Directora General\n"))
    town.burn()
    town.hour = MONDAY
    written = []
    render = town.house.pages.render

    class Counting:
        def render(self, facts, language):
            written.append(facts.KIND)
            return render(facts, language)

    town.house = replace(town.house, pages=Counting())
    for _ in range(4):
        town.later(minutes=1)
    assert written.count("digest") == 1 + bulletin
    town.later(days=7)  # a week without news: found out once
    looked = []
    town.house = replace(town.house, step=looked.append)
    for _ in range(3):
        town.later(minutes=1)
    assert "digest-recorded" not in looked
    town.burn()


def test_a_piece_of_the_schedule_that_fails_keeps_no_other_from_its_turn(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    town.state("HN")
    town.ask(due="2009-01-16")
    town.burn()

    def broken(*_: object) -> None:
        raise ValueError("broken")

    monkeypatch.setattr(daemon, "SCHEDULE", (broken, *daemon.SCHEDULE, broken))
    town.hour = dt.datetime(2009, 1, 9, 16, tzinfo=dt.UTC)
    with pytest.raises(daemon.LookError, match=r"broken.*broken"):
        daemon.look(town.house, town.md)
    town.deliver()
    assert kinds(town, HN) == ["reminder"]


# --- reminders that wait to leave -----------------------------------------------------------------


def waiting(town: Town) -> None:
    """A reminder is written; the server takes nothing yet."""
    town.state("HN")
    town.activity("P003-08", "Taller", "2009-02-28")
    town.ask("activity-status", about="P003-08", due="2009-01-16")
    town.carrier.answers[HN] = Carried("later", "451 busy")
    town.hour = dt.datetime(2009, 1, 9, 16, tzinfo=dt.UTC)
    town.later(hours=0)


def leaves(town: Town) -> list[str]:
    town.carrier.answers.clear()
    town.hour += dt.timedelta(hours=8)
    town.deliver()
    return kinds(town, HN)


def test_a_reminder_that_could_not_leave_does_not_leave_once_it_is_answered(town: Town) -> None:
    waiting(town)
    letter = town.opens(HN)
    town.comes(reply(letter, HN, "P003-08: realizada\n"))
    assert leaves(town) == ["acknowledgement"]


def test_nor_once_the_day_it_tells_has_moved(town: Town) -> None:
    waiting(town)
    town.burn()
    with town.house.engine.begin() as connection:
        (request,) = ledger.requests_where(connection, "md")
        replan.deadline.move_request(town.house, connection, town.md, request, dt.date(2009, 2, 27))
    assert leaves(town) == ["deadline"]


def test_one_that_still_recalls_something_leaves(town: Town) -> None:
    waiting(town)
    town.burn()
    assert leaves(town) == ["reminder"]


# --- a paper in one language ------------------------------------------------------------------------


def test_a_programme_in_spanish_alone_has_a_report_in_both_languages(town: Town) -> None:
    town.state("GT")
    town.activity("P003-08", "Taller", "2009-02-28")
    with town.house.engine.begin() as connection:
        values = {"theme_es": "Cooperación", "theme_en": "", "objective_es": "Intercambiar", "objective_en": ""}
        ledger.put_activity(connection, "md", {"code": "P003-08", **values})
    assert report.send_draft(town.house, town.md, dt.date(2009, 2, 5)) == 1
    town.deliver()
    letter = town.opens(GT)
    assert [each.name.rpartition(".")[2] for each in letter.attachments] == ["docx", "pdf"]
    assert "APPROVE" in words(letter)


def test_every_kind_of_hold_can_be_decided() -> None:
    from mailbot.work import decide, promised, proposals, unreachable

    named = {promised.KIND, proposals.KIND, replan.KIND, unreachable.KIND}
    written = {"authority", "stranger", "note", "unread", "vouch", "counter"}
    assert named | written <= set(decide.CARRY_OUT)
