"""What is due is a pure function of records and hour."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.core.due import Circle, DueReminder, Recipient, Stage, circle_of, digest_period, due_reminders
from mailbot.core.records import Contact, Participant, RequestRecord
from mailbot.core.values import Bilingual
from mailbot.core.workdays import Office, moment

ZONE = "America/Guatemala"
GT = Participant(1, "GT", "state", Bilingual("Guatemala", "Guatemala"), "es")
STAGES = (Stage("week", 7), Stage("two", 2), Stage("after", -1))
DUE = dt.date(2009, 1, 16)  # a Friday
FIRST = Circle((Recipient("a@gt.example", "GT"),))


def at(day: str, hour: int = 15) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{day}T{hour:02d}:00:00+00:00")


def request(state: str = "asked", asked: str = "2008-12-01", due: dt.date | None = DUE, key: int = 7) -> RequestRecord:
    return RequestRecord(key, "x", GT, None, None, "", "C", due, at(asked), None, state)


def look(
    now: dt.datetime, said=frozenset(), away=frozenset(), *, circle=FIRST, stages=STAGES, offices=None, **changes
) -> tuple[DueReminder, ...]:
    return due_reminders([request(**changes)], {1: circle}, stages, said, now, ZONE, offices, away)


def names(*given, **changes):
    return [(each.stage, each.passed) for each in look(*given, **changes)]


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2009-01-08", []),
        ("2009-01-09", [("week", ())]),
        ("2009-01-14", [("two", ("week",))]),
        ("2009-01-16", [("two", ("week",))]),
        ("2009-01-17", [(None, ("week", "two"))]),  # Saturday: the deadline has passed over both
        ("2009-01-19", [("after", ("week", "two"))]),
        ("2009-03-02", [("after", ("week", "two"))]),
    ],
)
def test_only_the_latest_due_stage_is_said(now: str, due: list) -> None:
    assert names(at(now)) == due


def test_a_stage_said_is_not_said_again() -> None:
    said = frozenset({(7, "a@gt.example", "week")})
    assert names(at("2009-01-12"), said) == []
    assert names(at("2009-01-14"), said) == [("two", ())]


@pytest.mark.parametrize("changes", [{"state": "answered"}, {"state": "closed"}, {"due": None}])
def test_answered_closed_and_undated_requests_are_silent(changes: dict) -> None:
    assert names(at("2009-01-15"), **changes) == []


def test_a_stage_from_before_the_asking_is_never_due() -> None:
    assert names(at("2009-01-12"), asked="2009-01-09") == []
    assert names(at("2009-01-14"), asked="2009-01-09") == [("two", ())]


def test_a_stage_brought_forward_to_the_day_of_the_asking_is_not_due() -> None:
    """Asked on the Friday before a long weekend that ends with the deadline: nobody is reminded that day."""
    office = {"GT": Office(ZONE, closed=frozenset({dt.date(2009, 1, 12)}))}
    changes = {"due": dt.date(2009, 1, 12), "offices": office}
    assert names(at("2009-01-09", 20), asked="2009-01-09", **changes) == []
    assert names(at("2009-01-09", 20), asked="2009-01-08", **changes) == [("two", ())]


def test_people_away_wait_until_they_are_back() -> None:
    away = frozenset({"a@gt.example"})
    assert names(at("2009-01-12"), away=away) == []
    assert names(at("2009-01-12")) == [("week", ())]
    assert names(at("2009-01-17"), away=away) == [(None, ("week", "two"))]


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2009-01-09T13:59", []),  # before eight in Guatemala
        ("2009-01-09T14:00", ["week"]),
        ("2009-01-09T21:59", ["week"]),
        ("2009-01-09T22:00", []),  # after four
        ("2009-01-10T15:00", []),  # Saturday
        ("2009-01-12T14:00", ["week"]),
        ("2009-01-16T23:00", ["two"]),  # the last evening: no office hour is left
        ("2009-01-17T06:00", [None]),  # midnight there
    ],
)
def test_office_hours_are_waited_for_but_never_past_the_deadline(now: str, due: list) -> None:
    found = look(dt.datetime.fromisoformat(now).replace(tzinfo=dt.UTC))
    assert [each.stage for each in found] == due


def test_a_stage_on_a_holiday_waits_for_the_next_office_day() -> None:
    office = Office(ZONE, closed=frozenset({dt.date(2009, 1, 9)}))
    assert moment(office, dt.date(2009, 1, 9), at("2009-01-17", 6)) == at("2009-01-12", 14)
    assert names(at("2009-01-09"), offices={"GT": office}) == []
    assert names(at("2009-01-12"), offices={"GT": office}) == [("week", ())]


def test_a_stage_that_could_only_wait_past_the_deadline_goes_on_the_last_office_day_before() -> None:
    closed = frozenset(dt.date(2009, 1, day) for day in (14, 15, 16))
    offices = {"GT": Office(ZONE, closed=closed)}
    said = frozenset({(7, "a@gt.example", "week")})
    assert names(at("2009-01-13", 13), said, offices=offices) == []
    assert names(at("2009-01-13", 14), said, offices=offices) == [("two", ())]


def test_the_clock_of_the_recipient_changes_and_the_hour_there_does_not() -> None:
    office = Office("America/New_York", dt.time(8, 30), dt.time(17))
    before, after = dt.date(2009, 3, 6), dt.date(2009, 3, 9)
    assert office.opening(before) == dt.datetime(2009, 3, 6, 13, 30, tzinfo=dt.UTC)
    assert office.opening(after) == dt.datetime(2009, 3, 9, 12, 30, tzinfo=dt.UTC)
    changes = {"due": dt.date(2009, 3, 16), "offices": {"GT": office}, "asked": "2009-02-01"}
    assert names(dt.datetime(2009, 3, 9, 12, 29, tzinfo=dt.UTC), **changes) == []
    assert names(dt.datetime(2009, 3, 9, 12, 30, tzinfo=dt.UTC), **changes) == [("week", ())]


def test_the_day_is_that_of_the_group() -> None:
    """At 03:00 UTC it is still the evening before in Guatemala."""
    assert names(dt.datetime(2009, 1, 9, 3, tzinfo=dt.UTC)) == []


# --- who hears of it ------------------------------------------------------------------------


def person(key: int, role: str, place: Participant = GT, **changes) -> Contact:
    return Contact(key, place, role, f"P{key}", email=(f"p{key}@{place.code.lower()}.example",), **changes)


CHAIR = person(9, "officer", Participant(2, "HN", "state", Bilingual("Honduras", "Honduras"), "es"))


def told(circle: Circle) -> list[tuple[str, str, str]]:
    people = (*circle.designated, *circle.alternate, *circle.presidency)
    return [(each.address, each.country, each.why) for each in people]


def test_the_next_person_up_is_the_alternate_then_the_presidency() -> None:
    circle = circle_of([person(1, "focal-point"), person(2, "alternate"), person(3, "contact")], [CHAIR], state=True)
    assert told(circle) == [
        ("p1@gt.example", "GT", "designated"),
        ("p2@gt.example", "GT", "alternate"),
        ("p9@hn.example", "HN", "presidency"),
    ]
    stages = (Stage("after", -1), Stage("up", -10, "alternate"), Stage("top", -14, "presidency"))
    late = {"circle": circle, "stages": stages}
    assert [each.recipient for each in look(at("2009-01-19"), **late)] == ["p1@gt.example"]
    assert [each.recipient for each in look(at("2009-01-26"), **late)] == ["p1@gt.example", "p2@gt.example"]
    assert [each.why for each in look(at("2009-01-30"), **late)] == ["designated", "alternate", "presidency"]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ([person(2, "alternate")], [("p2@gt.example", "GT", "stand-in"), ("p9@hn.example", "HN", "presidency")]),
        ([person(3, "contact")], [("p9@hn.example", "HN", "orphan")]),
        ([], [("p9@hn.example", "HN", "orphan")]),
        (
            [person(1, "focal-point", bounced=("p1@gt.example",)), person(2, "alternate")],
            [("p2@gt.example", "GT", "stand-in"), ("p9@hn.example", "HN", "presidency")],
        ),
    ],
)
def test_a_state_without_a_focal_point_whom_mail_reaches(people: list, expected: list) -> None:
    assert told(circle_of(people, [CHAIR], state=True)) == expected


def test_a_network_has_no_focal_point_and_everybody_answers() -> None:
    assert told(circle_of([person(3, "contact")], [CHAIR], state=False))[0] == ("p3@gt.example", "GT", "designated")


# --- properties -----------------------------------------------------------------------------

OFFICES = st.builds(
    Office,
    st.sampled_from(["America/Guatemala", "America/New_York", "America/Toronto", "America/Mexico_City"]),
    opens=st.sampled_from([dt.time(7, 30), dt.time(9)]),
    weekdays=st.sampled_from([frozenset(range(5)), frozenset({0, 2}), frozenset(range(7))]),
    closed=st.frozensets(st.integers(0, 120).map(lambda n: dt.date(2008, 12, 1) + dt.timedelta(days=n)), max_size=30),
)
PLANS = st.lists(
    st.tuples(st.integers(-20, 40), st.sampled_from(["designated", "alternate", "presidency"])),
    min_size=1,
    max_size=8,
    unique=True,
).map(lambda rows: tuple(Stage(f"{to} {days}", days, to) for days, to in rows))
EVERYBODY = Circle(
    (Recipient("a@gt.example", "GT"), Recipient("b@gt.example", "GT")),
    (Recipient("c@gt.example", "GT", "alternate"),),
    (Recipient("d@hn.example", "HN", "presidency"),),
)
HOURS = st.lists(st.integers(0, 24 * 110), max_size=40).map(sorted)
BEGIN = at("2008-12-01")


def live(hours: list[int], stages, offices) -> tuple[list[tuple[dt.datetime, DueReminder]], set]:
    """Look at these hours after the asking, and every hour of a week long after the deadline."""
    said: frozenset = frozenset()
    ledger: list[tuple[int, str, str]] = []
    found = []
    for hour in (*hours, *range(24 * 120, 24 * 150)):
        now = BEGIN + dt.timedelta(hours=hour)
        due = look(now, said, circle=EVERYBODY, stages=stages, offices=offices)
        assert due == look(now, said, circle=EVERYBODY, stages=stages, offices=offices)  # after a restart
        found += [(now, each) for each in due]
        for each in due:
            stages_of = (*each.passed, *([each.stage] if each.stage else []))
            ledger += [(each.request.id, each.recipient, stage) for stage in stages_of]
        said = frozenset(ledger)
    assert len(ledger) == len(said)  # never twice
    return found, set(said)


@settings(deadline=None)
@given(HOURS, PLANS, OFFICES)
def test_never_twice_never_early_complete_and_stable(hours: list[int], stages, office) -> None:
    offices = {"GT": office, "HN": replace(office, timezone="America/Tegucigalpa")}
    found, ledger = live(hours, stages, offices)
    by_name = {stage.name: stage for stage in stages}
    end = at("2009-01-17", 6)
    for now, each in found:
        if each.stage is None:
            assert now >= end
            continue
        stage = by_name[each.stage]
        place = offices["HN" if each.recipient.endswith("hn.example") else "GT"]
        day = DUE - dt.timedelta(days=stage.days)
        assert now >= moment(place, day, end if stage.days >= 0 else None)  # never early
        assert stage.days < 0 or now < end  # never past the deadline it announces
        assert place.is_open(now) or (stage.days >= 0 and place.next_opening(now) >= end)
    heard = {"designated": ("a@gt.example", "b@gt.example"), "alternate": ("c@gt.example",)}
    for stage in stages:  # complete
        place = offices["HN" if stage.to == "presidency" else "GT"]
        day = DUE - dt.timedelta(days=stage.days)
        shown = moment(place, day, end if stage.days >= 0 else None).astimezone(dt.timezone(-dt.timedelta(hours=6)))
        if min(day, shown.date()) > BEGIN.date():
            for address in heard.get(stage.to, ("d@hn.example",)):
                assert (7, address, stage.name) in ledger


@given(OFFICES, st.integers(0, 100), st.integers(0, 40))
def test_a_moment_is_an_opening_and_comes_before_its_deadline(office: Office, day: int, left: int) -> None:
    wanted = dt.date(2008, 12, 5) + dt.timedelta(days=day)
    end = dt.datetime.combine(wanted + dt.timedelta(days=left + 1), dt.time(6), dt.UTC)
    found = moment(office, wanted, end)
    assert found < end
    local = found.astimezone(dt.UTC)
    assert office.opening(local.date()) == found or office.opening(local.date() - dt.timedelta(days=1)) == found
    assert office.is_open(found) or not any(office.works(wanted + dt.timedelta(days=n)) for n in range(left + 1))


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
