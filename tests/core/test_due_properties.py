"""What holds of reminders for any stages, office days, absences, outages and order of the records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.core.due import Circle, DueReminder, Recipient, Stage, due_reminders
from mailbot.core.records import Participant, RequestRecord
from mailbot.core.values import Bilingual
from mailbot.core.workdays import Office

ZONE = "America/Guatemala"  # six hours behind UTC, all year
BEGIN = dt.datetime(2008, 12, 1, 15, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
PLACES = [Participant(n, code, "state", Bilingual(code, code), "es") for n, code in enumerate(("GT", "HN"), 1)]
CIRCLES = {
    place.id: Circle(
        (Recipient(f"a@{place.code}", place.code), Recipient(f"b@{place.code}", place.code)),
        (Recipient(f"c@{place.code}", place.code, "alternate"),),
        (Recipient("d@GT", "GT", "presidency"),),
    )
    for place in PLACES
}
WHO = [f"{name}@{place.code}" for place in PLACES for name in "abc"] + ["d@GT"]
Key = tuple[int, str, str]

REQUESTS = st.lists(
    st.tuples(st.integers(3, 70), st.sampled_from(PLACES), st.integers(0, 20)), min_size=1, max_size=5
).map(
    lambda rows: [
        RequestRecord(
            key, "x", place, None, None, "", f"C{key}", (BEGIN + dt.timedelta(days=asked + days)).date(),
            BEGIN + dt.timedelta(days=asked), None, "asked",
        )
        for key, (days, place, asked) in enumerate(rows)
    ]
)  # fmt: skip
STAGES = st.lists(
    st.tuples(st.integers(-20, 40), st.sampled_from(["designated", "alternate", "presidency"])),
    min_size=1, max_size=6, unique=True,
).map(lambda rows: tuple(Stage(f"{to} {days}", days, to) for days, to in rows))  # fmt: skip
OFFICES = st.fixed_dictionaries(
    {
        code: st.builds(
            Office,
            st.sampled_from(["America/Guatemala", "America/New_York", "America/Mexico_City"]),
            opens=st.sampled_from([dt.time(7, 30), dt.time(9)]),
            weekdays=st.sampled_from([frozenset(range(5)), frozenset({0, 2}), frozenset(range(7))]),
            closed=st.frozensets(st.integers(0, 100).map(lambda n: (BEGIN + dt.timedelta(days=n)).date()), max_size=20),
        )
        for code in ("GT", "HN")
    }
)
TICKS = st.lists(st.integers(0, 24 * 120), min_size=1, max_size=40).map(sorted)
AWAY = st.dictionaries(st.sampled_from(WHO), st.tuples(st.integers(0, 80), st.integers(1, 30)), max_size=3)


@dataclass
class World:
    """Requests, stages and offices that stay as they are, and a ledger that fills."""

    requests: Sequence[RequestRecord]
    stages: tuple[Stage, ...]
    offices: dict[str, Office]

    def look(
        self, hour: int, said: Iterable[Key] = (), away: frozenset[str] = frozenset(), requests: object = None
    ) -> tuple[DueReminder, ...]:
        records = self.requests if requests is None else requests
        now = BEGIN + hour * HOUR
        return due_reminders(records, CIRCLES, self.stages, frozenset(said), now, ZONE, self.offices, away)  # type: ignore[arg-type]

    def end(self, request: RequestRecord) -> dt.datetime:
        """The midnight after the due day."""
        assert request.due is not None
        return dt.datetime.combine(request.due + dt.timedelta(days=1), dt.time(6), dt.UTC)

    def days(self, name: str) -> int:
        return next(each.days for each in self.stages if each.name == name)

    def live(
        self, ticks: Sequence[int], away: dict[str, tuple[int, int]] | None = None
    ) -> list[tuple[int, DueReminder]]:
        """Look at these hours; each time what is due enters the ledger, which must not hold it yet."""
        ledger: set[Key] = set()
        found = []
        for hour in ticks:
            out = frozenset(who for who, (day, length) in (away or {}).items() if day <= hour // 24 < day + length)
            for each in self.look(hour, ledger, out):
                keys = entered(each)
                assert not keys & ledger  # never twice
                ledger |= keys
                found.append((hour, each))
        return found


def entered(each: DueReminder) -> set[Key]:
    """What a reminder enters in the ledger."""
    names = (*each.passed, *((each.stage,) if each.stage else ()))
    keys = {(each.request.id, each.recipient, name) for name in names}
    assert len(keys) == len(names)
    return keys


WORLDS = st.builds(World, REQUESTS, STAGES, OFFICES)
EVERY_HOUR = range(24 * 95, 24 * 125)  # long after the last due day


@settings(deadline=None)
@given(WORLDS, TICKS, AWAY)
def test_nothing_twice_before_its_day_or_past_the_deadline_it_announces(world: World, ticks: list[int], away) -> None:
    for hour, each in world.live(ticks, away):
        now = BEGIN + hour * HOUR
        assert each.request.asked_at < now
        if each.stage is None:
            assert now >= world.end(each.request)  # only the deadline passes over all
            continue
        days = world.days(each.stage)
        assert days < 0 or now < world.end(each.request)
        planned = world.end(each.request) - dt.timedelta(days=days + 1)
        place = world.offices[each.recipient.partition("@")[2]]
        closed = not any(place.works((planned + dt.timedelta(days=n)).date()) for n in range(days + 1))
        assert now >= planned - dt.timedelta(hours=6) or closed  # earlier only when closed till the deadline


@settings(deadline=None)
@given(WORLDS, TICKS)
def test_a_restart_and_a_second_trigger_change_nothing(world: World, ticks: list[int]) -> None:
    ledger: set[Key] = set()
    for hour in ticks:
        due = world.look(hour, ledger)
        assert due == world.look(hour, set(ledger))
        for each in due:
            ledger |= entered(each)
        assert world.look(hour, ledger) == ()


@settings(deadline=None)
@given(WORLDS, st.integers(0, 24 * 100), st.randoms(use_true_random=False))
def test_the_order_of_the_records_and_the_company_of_others_do_not_matter(world: World, hour: int, chance) -> None:
    whole = world.look(hour)
    shuffled = list(world.requests)
    chance.shuffle(shuffled)
    assert set(map(repr, world.look(hour, requests=shuffled))) == set(map(repr, whole))
    alone = [each for request in world.requests for each in world.look(hour, requests=[request])]
    assert alone == list(whole)
    mixed = World(world.requests, tuple(reversed(world.stages)), world.offices)
    said = {(each.request.id, each.recipient, each.stage and world.days(each.stage)) for each in whole}
    assert {(e.request.id, e.recipient, e.stage and world.days(e.stage)) for e in mixed.look(hour)} == said


@settings(deadline=None)
@given(WORLDS, TICKS)
def test_one_stage_a_look_the_latest_and_never_an_earlier_one_after_it(world: World, ticks: list[int]) -> None:
    last: dict[tuple[int, str], int] = {}
    for _, each in world.live(ticks):
        key = each.request.id, each.recipient
        if each.stage is not None:
            days = world.days(each.stage)
            assert days < last.get(key, 1000)  # nearer to the deadline each time
            assert all(world.days(name) >= days for name in each.passed)
            last[key] = days
    for hour in ticks:
        due = world.look(hour)
        assert len({(each.request.id, each.recipient) for each in due}) == len(due)


@settings(deadline=None)
@given(WORLDS, st.integers(0, 24 * 60), st.integers(1, 24 * 30))
def test_after_an_outage_the_latest_stage_is_what_a_daemon_that_never_slept_said_last(
    world: World, hour: int, outage: int
) -> None:
    awake: dict[tuple[int, str], str | None] = {}
    for _, each in world.live(range(hour, hour + outage + 1)):
        awake[(each.request.id, each.recipient)] = each.stage
    asleep = {(each.request.id, each.recipient): each.stage for each in world.look(hour + outage)}
    for key, stage in asleep.items():
        assert key in awake
        assert stage in {awake[key], None}


@settings(deadline=None)
@given(WORLDS, TICKS, AWAY)
def test_in_the_end_every_stage_is_said_or_passed_over(world: World, ticks: list[int], away) -> None:
    ends = [*ticks, *EVERY_HOUR]
    done = {key for _, each in world.live(sorted(set(ends)), away) for key in entered(each)}
    awake = {key for _, each in world.live(EVERY_HOUR) for key in entered(each)}
    assert awake <= done


@settings(deadline=None)
@given(WORLDS, TICKS, AWAY)
def test_whoever_is_away_hears_nothing_and_what_expires_meanwhile_is_only_passed_over(
    world: World, ticks: list[int], away
) -> None:
    for hour, each in world.live(ticks, away):
        day, length = away.get(each.recipient, (0, 0))
        if day <= hour // 24 < day + length:
            assert each.stage is None


@settings(deadline=None)
@given(WORLDS, TICKS, st.integers(0, 24 * 100))
def test_an_answer_ends_it_for_everybody(world: World, ticks: list[int], at: int) -> None:
    first, *others = world.requests
    answered = [
        RequestRecord(**{name: getattr(first, name) for name in first.__slots__} | {"state": "answered"}),
        *others,
    ]
    quiet = world.look(at, requests=answered)
    assert first.id not in {each.request.id for each in quiet}
    assert [each for each in world.look(at) if each.request.id != first.id] == list(quiet)
