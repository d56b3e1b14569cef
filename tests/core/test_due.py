"""What is due is a pure function of records and hour."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mailbot.core.due import Stage, digest_period, due_reminders
from mailbot.core.records import Participant, RequestRecord
from mailbot.core.values import Bilingual

ZONE = "America/Guatemala"
GT = Participant(1, "GT", "state", Bilingual("Guatemala", "Guatemala"), "es")
STAGES = (Stage("week", 7), Stage("two", 2), Stage("after", -1))
DUE = dt.date(2009, 1, 16)


def at(day: str, hour: int = 15) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{day}T{hour:02d}:00:00+00:00")


def request(state: str = "asked", asked: str = "2008-12-01", due: dt.date | None = DUE):
    return RequestRecord(7, "x", GT, None, None, "", "C", due, at(asked), None, state)


def names(now: dt.datetime, said=frozenset(), away=frozenset(), **changes):
    found = due_reminders([request(**changes)], {7: ["a@gt.example"]}, STAGES, said, now, ZONE, away)
    return [(each.stage, each.passed) for each in found]


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2009-01-08", []),
        ("2009-01-09", [("week", ())]),
        ("2009-01-14", [("two", ("week",))]),
        ("2009-01-16", [("two", ("week",))]),
        ("2009-01-17", [("after", ("week", "two"))]),
        ("2009-03-01", [("after", ("week", "two"))]),
    ],
)
def test_only_the_latest_due_stage_is_said(now: str, due: list) -> None:
    assert names(at(now)) == due


def test_a_stage_said_is_not_said_again() -> None:
    said = frozenset({(7, "a@gt.example", "week")})
    assert names(at("2009-01-10"), said) == []
    assert names(at("2009-01-14"), said) == [("two", ())]


@pytest.mark.parametrize("changes", [{"state": "answered"}, {"state": "closed"}, {"due": None}])
def test_answered_closed_and_undated_requests_are_silent(changes: dict) -> None:
    assert names(at("2009-01-15"), **changes) == []


def test_a_stage_from_before_the_asking_is_never_due() -> None:
    assert names(at("2009-01-10"), asked="2009-01-09") == []
    assert names(at("2009-01-14"), asked="2009-01-09") == [("two", ())]


def test_people_away_wait() -> None:
    assert names(at("2009-01-10"), away=frozenset({"a@gt.example"})) == []


def test_the_day_is_that_of_the_group() -> None:
    """At 03:00 UTC it is still the evening before in Guatemala."""
    assert names(dt.datetime(2009, 1, 9, 3, tzinfo=dt.UTC)) == []


@given(st.lists(st.integers(0, 60), min_size=1, max_size=20))
def test_never_twice_never_early_stable_under_restart(days: list[int]) -> None:
    said: frozenset = frozenset()
    told = []
    for day in sorted(days):
        now = at("2008-12-10") + dt.timedelta(days=day)
        for each in due_reminders([request()], {7: ["a@gt.example"]}, STAGES, said, now, ZONE, frozenset()):
            stage = next(s for s in STAGES if s.name == each.stage)
            assert now.date() >= DUE - dt.timedelta(days=stage.days)
            told.append(each.stage)
            said |= {(7, each.recipient, name) for name in (*each.passed, each.stage)}
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    ("now", "start", "end"),
    [
        ("2009-01-05T13:59:00+00:00", "2008-12-22", "2008-12-28"),  # Monday before 8:00 there
        ("2009-01-05T14:00:00+00:00", "2008-12-29", "2009-01-04"),
        ("2009-01-11T23:00:00+00:00", "2008-12-29", "2009-01-04"),
        ("2009-01-12T14:00:00+00:00", "2009-01-05", "2009-01-11"),
    ],
)
def test_the_digest_period_comes_from_the_calendar(now: str, start: str, end: str) -> None:
    found = digest_period(dt.datetime.fromisoformat(now), ZONE, 0, 8)
    assert found == (dt.date.fromisoformat(start), dt.date.fromisoformat(end))
