"""A whole year of the group: eleven States, the programme of 2008, silent and late States, an outage, a moved meeting.

The year passes once (``tests/year``: who takes part, what happens); then its books are audited.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import select

from mailbot.core import message
from mailbot.edges.store import desk, directory, ledger, measures
from mailbot.edges.store.tables import history, reports
from tests.year import accounts, post, summary
from tests.year.world import OUTAGE, Year

pytestmark = pytest.mark.xdist_group("year")  # one worker: the year passes once


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    found = summary.lived(tmp_path_factory.mktemp("year"))
    yield found
    found.town.close()


@pytest.mark.parametrize(
    "audit",
    [
        accounts.unexplained,
        accounts.delivered_otherwise,
        accounts.said_twice,
        accounts.more_than_one_a_day,
        accounts.out_of_time,
        accounts.outside_office_hours,
        accounts.during_the_outage,
        accounts.without_outcome,
        accounts.trouble,
    ],
    ids=lambda audit: audit.__name__,
)
def test_the_books_add_up(year: Year, audit: Callable[[Year], Iterator[str]]) -> None:
    assert list(audit(year)) == []


def requests(year: Year, **wanted: object) -> list:
    with year.town.house.engine.begin() as connection:
        found = ledger.requests_where(connection, "md")
    return [each for each in found if all(getattr(each, name) == value for name, value in wanted.items())]


def stages_of(year: Year, code: str) -> list[tuple[str, str]]:
    return [(each.stage, each.recipient) for each in year.said if each.code == code]


# --- who answers, and who does not ----------------------------------------------------------------


def test_the_silent_state_is_recalled_step_by_step_to_the_next_person_up(year: Year) -> None:
    (request,) = [each for each in requests(year, about="MD-14") if each.participant.code == "DO"]
    assert request.state == "asked"
    assert stages_of(year, request.code) == [
        ("month-before", "focal@do.example"),
        ("two-weeks-before", "focal@do.example"),
        ("week-before", "focal@do.example"),
        ("two-days-before", "focal@do.example"),
        ("day-after", "focal@do.example"),
        ("week-after", "focal@do.example"),
        ("to-the-alternate", "suplente@do.example"),
        ("to-the-presidency", "ppt@gt.example"),
        ("to-the-presidency", "ppt@pa.example"),  # the next one, when it takes over
    ]


def test_the_next_presidency_hears_in_one_letter_of_what_is_late(year: Year) -> None:
    said = [each for each in year.said if each.recipient == "ppt@pa.example"]
    first = min(each.at for each in said)
    assert first.date() == dt.date(2009, 7, 1)
    assert len([each for each in said if each.at == first]) > 5
    assert len({each.letter_id for each in said if each.at.date() == first.date()}) == 1


def test_the_prompt_states_are_never_reminded_of_what_they_answered(year: Year) -> None:
    prompt = {"GT", "PA"}
    with year.town.house.engine.begin() as connection:
        states = {each.code: each.participant.code for each in ledger.requests_where(connection, "md")}
    assert {states[each.code] for each in year.said} & prompt == set()


def test_everybody_but_the_silent_one_answers_what_is_asked_about_activities(year: Year) -> None:
    left = {each.participant.code for each in requests(year, form="activity-status", state="asked")}
    assert left == {"DO"}


def test_whoever_is_away_is_left_alone_till_the_day_after(year: Year) -> None:
    to = [each.at.date() for each in year.said if each.recipient == "focal@ca.example"]
    assert min(to) >= dt.date(2009, 1, 7)


def test_more_time_asked_for_and_given_moves_the_day_of_that_state_alone(year: Year) -> None:
    days = {
        each.participant.code: each.due
        for each in requests(year, about="MD-11", round="activity-status MD-11 2009-02-02")
    }
    assert days.pop("MX") == dt.date(2009, 4, 15)
    assert set(days.values()) == {dt.date(2009, 3, 31)}


def test_a_reminder_that_could_not_leave_does_not_leave_after_the_answer(year: Year) -> None:
    (never,) = [each for each in accounts.reminders_of(year) if each.state == "expired"]
    assert (never.recipient, never.sent_at) == ("focal@mx.example", None)
    assert never.queued_at.date() == dt.date(2009, 11, 3)


# --- the outage -----------------------------------------------------------------------------------


def test_after_three_weeks_without_a_daemon_only_the_latest_stage_is_said(year: Year) -> None:
    codes = {each.code: each.participant.code for each in requests(year, about="MD-13", due=dt.date(2009, 5, 15))}
    said = [(codes[each.code], each.stage) for each in year.said if each.code in codes and each.at >= OUTAGE[0]]
    first = [stage for _, stage in said[: len({state for state, _ in said})]]
    assert set(first) == {"week-before"}
    before = {each.stage for each in year.said if each.code in codes and each.at < OUTAGE[0]}
    assert before == {"month-before"}
    assert "two-weeks-before" not in {stage for _, stage in said}


def test_what_came_during_the_outage_is_answered_when_it_is_over(year: Year) -> None:
    waited = [each for each in accounts.all_messages(year) if each.received_at == OUTAGE[1]]
    assert {each.sender for each in waited} == {"focal@gt.example", "focal@pa.example"}
    assert {each.outcome for each in waited} == {"asked", "held"}


def test_the_weeks_of_the_outage_are_in_the_next_digest(year: Year) -> None:
    weeks = sorted(each.period for each in accounts.all_letters(year) if each.purpose == "digest")
    assert {"2009-04-13", "2009-04-20"} & set(weeks) == set()
    late = next(each for each in accounts.all_letters(year) if (each.purpose, each.period) == ("digest", "2009-04-27"))
    assert late.queued_at == OUTAGE[1]
    assert "al 3 de mayo de 2009" in post.words(message.parse(late.raw))
    assert (
        max(
            Counter(
                (each.period, each.recipient) for each in accounts.all_letters(year) if each.purpose == "digest"
            ).values()
        )
        == 1
    )


# --- meeting, dates, proposals, report ----------------------------------------------------------


def test_the_meeting_moved_twice_is_told_once_each_time_and_answered(year: Year) -> None:
    told = Counter(each.period for each in accounts.all_letters(year) if each.purpose == "meeting:grcm-20")
    assert told == {"invitation": 11, "1": 11, "2": 11}
    states = {each.participant.code: each.state for each in requests(year, form="meeting-reply")}
    assert {code for code, state in states.items() if state == "asked"} == {"CR", "DO"}  # tentative; silent


def test_a_new_date_is_told_to_all_who_are_responsible(year: Year) -> None:
    with year.town.house.engine.begin() as connection:
        (workshop,) = [each for each in ledger.all_activities(connection, "md") if each.code == "MD-08"]
        lines = connection.execute(select(history.c.after).where(history.c.field == "window")).scalars().all()
    assert workshop.end == dt.date(2009, 4, 15)
    assert "por falta de sede" in {each["reason"] for each in lines}
    assert sum(each.purpose == "replanned:MD-08" for each in accounts.all_letters(year)) == 11


def test_programme_imported_proposal_entered_and_indicators_added_up(year: Year) -> None:
    with year.town.house.engine.begin() as connection:
        activities = ledger.all_activities(connection, "md")
        values = [str(each.value) for each in measures.all_measurements(connection, "md")]
    top = [each for each in activities if each.parent_code is None]
    assert (len(top), len(activities) - len(top)) == (20, 3)  # nineteen of the paper, and one proposed
    assert [each.title.es for each in top if each.code == "MD-20"] == ["Directorio regional de programas"]
    assert sorted(values) == ["34", "51"]


def test_two_reports_each_commented_or_approved_by_the_presidency_of_its_day(year: Year) -> None:
    with year.town.house.engine.begin() as connection:
        rows = connection.execute(select(reports).order_by(reports.c.id)).all()
    final = [(row.number, row.decided_by, row.meeting) for row in rows if row.state == "final"]
    assert final == [
        (1, "ppt@gt.example", dt.date(2009, 3, 24)),
        (2, "ppt@pa.example", dt.date(2009, 11, 24)),
    ]


def test_no_decision_is_asked_of_a_presidency_that_is_over(year: Year) -> None:
    handed = dt.datetime(2009, 7, 1, 12, tzinfo=dt.UTC)
    asked = [each for each in accounts.all_letters(year) if each.purpose == "decision"]
    assert {each.recipient for each in asked if each.queued_at < handed} >= {"ppt@gt.example"}
    assert "ppt@gt.example" not in {each.recipient for each in asked if each.queued_at >= handed}
    assert "ppt@pa.example" in {each.recipient for each in asked if each.queued_at >= handed}
    with year.town.house.engine.begin() as connection:
        assert [each for each in desk.holds_open(connection, "md") if each.opened_at < handed] == []


def test_focal_points_that_changed_are_the_ones_written_to(year: Year) -> None:
    with year.town.house.engine.begin() as connection:
        people = directory.active_contacts(connection, "md")
    focal = {each.participant.code: each.email[0] for each in people if each.role == "focal-point"}
    assert (focal["CR"], focal["NI"]) == ("nueva@cr.example", "nuevo@ni.example")
    late = [each for each in accounts.all_letters(year) if each.queued_at.date() > dt.date(2009, 7, 1)]
    assert {each.recipient for each in late} & {"focal@cr.example", "focal@ni.example"} == set()


def test_an_address_that_returns_mail_gets_no_more_of_the_weekly_letters(year: Year) -> None:
    back = [
        each for each in accounts.all_letters(year) if each.recipient == "focal@ni.example" and each.state == "bounced"
    ]
    assert [each.purpose for each in back if each.purpose == "bulletin"] == ["bulletin"]


# --- human work -----------------------------------------------------------------------------------


def test_human_work_is_counted_as_the_page_says(year: Year) -> None:
    told = summary.summary(year)
    kept = summary.PAGE.read_text("utf-8").partition(summary.MARK)
    assert kept[1] + kept[2] == told
