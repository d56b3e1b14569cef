"""What is new since the digest before: its period, marks, and whether there is anything to say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from mailbot.core.due import digest_period
from mailbot.core.letters.facts import ActivityLine, CoverageCounts, Digest
from mailbot.core.records import Contact, Group, Participant
from mailbot.core.report.words import day
from mailbot.core.requests_state import Column, Matrix, Standing
from mailbot.core.values import Bilingual
from mailbot.edges import journal
from mailbot.edges.store import desk, outbox, reports
from mailbot.work.house import House

WEEK = timedelta(days=7)
OPEN = frozenset({"asked", "late", "working", "extension", "bounced"})
FRESH = 180  # days for which a confirmation of data counts as recent


def period(house: House, connection: Connection, group: Group, purpose: str) -> tuple[str, date, date]:
    """Return (key, first day, last day): the last full week, longer when the digests before it did not go.

    The key comes from the calendar alone, so that a digest goes once a week however often triggered.
    """
    start, end = digest_period(house.now(), group.timezone, group.digest_weekday, group.digest_hour)
    key = start.isoformat()
    before = max((each for each in outbox.periods_of(connection, group.key, purpose) if each < key), default=None)
    return key, min(date.fromisoformat(before) + WEEK, end) if before else start, end


def anything(facts: Digest) -> bool:
    """Tell whether anything happened; letters of our own, and what stood there before, are no news."""
    lines = any(each.new for each in (*facts.due_soon, *facts.late)) or any(each.new for each in facts.holds)
    return bool(
        facts.counts.get("messages") or facts.counts.get("changes") or facts.moved or lines or _new_answers(facts)
    )


def _new_answers(facts: Digest) -> bool:
    return any(any(row.new) for row in facts.matrix)


def quiet(house: House, connection: Connection, group: Group, purpose: str, key: str, facts: Digest) -> Digest | None:
    """Return what goes in a week without news: the facts with one line to say, or None to skip it.

    The log says once a period which of them it was; ``mailbot status`` shows it.
    """
    how = _how(connection, group, facts)
    said = _nothing(key, how) if how else ""
    fresh = desk.noted(connection, f"{group.key} {purpose}", said, house.now())
    if purpose == "bulletin":  # on schedule the digest's line says it; one by hand is told of each time
        fresh = not group.bulletin
    if fresh and how:
        journal.digest_quiet(group.key, key, how)
    if how == "skip":
        return None
    return replace(facts, quiet=how == "line")


def skipped(house: House, group: Group, purpose: str) -> bool:
    """Tell whether this week was found to have no news before: the daemon looks every minute."""
    with house.engine.begin() as connection:
        key, _, _ = period(house, connection, group, purpose)
        return desk.last_word(connection, f"{group.key} {purpose}") == _nothing(key, "skip")


def _nothing(key: str, how: str) -> str:
    return f"{key}: nothing new, {how}"


def _how(connection: Connection, group: Group, facts: Digest) -> str:
    """Nothing to say of a period; of one before the group's first record not even a line."""
    first = reports.first_instant(connection, group.key)
    if first is None or first.astimezone(ZoneInfo(group.timezone)).date() > facts.period_end:
        return "skip"
    return "" if anything(facts) else "line" if group.quiet_line else "skip"


def marked(lines: Sequence[ActivityLine], first: date, last: date) -> tuple[ActivityLine, ...]:
    """Mark also what became so within the period: what is due from ``first`` to ``last``."""
    return tuple(replace(each, new=each.new or (each.due is not None and first <= each.due <= last)) for each in lines)


def new_standing(standing: Standing, column: Column, start: date, end: date) -> bool:
    """Tell whether a request was answered, or its date passed, within the period."""
    if standing.state in {"answered", "excused"}:
        return standing.day is not None and start <= standing.day <= end
    return standing.state == "late" and column.due is not None and start <= column.due <= end


def unanswered(titles: Sequence[Bilingual], matrix: Matrix, today: date) -> tuple[Bilingual, ...]:
    """Say of each round who has not answered, and how its date stands."""
    said = []
    for place, (title, column) in enumerate(zip(titles, matrix.columns, strict=True)):
        silent = [row.participant.name for row in matrix.rows if row.standings[place].state in OPEN]
        if silent:
            when = _when(column.due, today)
            names = Bilingual("; ".join(each.es for each in silent), "; ".join(each.en for each in silent))
            said.append(Bilingual(f"{title.es}{when.es}: {names.es}", f"{title.en}{when.en}: {names.en}"))
    return tuple(said)


def _when(due: date | None, today: date) -> Bilingual:
    if due is None:
        return Bilingual("", "")
    late = (today - due).days
    es, en = f" (hasta el {day(due, 'es')}", f" (until {day(due, 'en')}"
    if late <= 0:
        return Bilingual(f"{es})", f"{en})")
    days = Bilingual("día", "day") if late == 1 else Bilingual("días", "days")
    return Bilingual(f"{es}; {late} {days.es} de atraso)", f"{en}; {late} {days.en} late)")


def coverage(participants: Iterable[Participant], people: Sequence[Contact], today: date) -> CoverageCounts:
    """Count the States with a focal point, and those that confirmed their data of late."""
    states = {each.id for each in participants if each.kind == "state"}
    mine = [each for each in people if each.participant.id in states]
    focal = {each.participant.id for each in mine if each.role == "focal-point"}
    fresh = {e.participant.id for e in mine if e.confirmed_on and (today - e.confirmed_on).days <= FRESH}
    return CoverageCounts(len(states), len(focal), len(fresh), FRESH)
