"""How a request stands with a participant, and the who-has-answered matrix: pure, from the records and the day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mailbot.core.records import Participant, RequestRecord

MOST_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Standing:
    """How one participant stands with one request.

    ``state``: answered, excused (not applicable to it), extension (asked, not decided),
    late, working (on it until a day), bounced, asked, none (not asked).  ``day``: when it was
    answered, or until when it works on it or asks for.
    """

    state: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One round of requests: a form put to many at once, about one activity or none."""

    round: str
    form: str
    about: str | None
    due: date | None


@dataclass(frozen=True, slots=True)
class Row:
    """One participant's standing in each column, and the day of its last answer."""

    participant: Participant
    standings: tuple[Standing, ...]
    last_word: date | None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who has answered what."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


NOT_ASKED = Standing("none")


def standing(request: RequestRecord | None, today: date, *, reachable: bool = True) -> Standing:
    """Return how a request stands on a day; ``reachable`` tells whether mail reaches who was asked."""
    if request is None or request.state == "closed":
        return NOT_ASKED
    if request.state == "answered":
        return Standing("answered", request.answered_at.date() if request.answered_at else None)
    if request.state == "excused":
        return Standing("excused", request.answered_at.date() if request.answered_at else None)
    if request.extension is not None:
        return Standing("extension", request.extension)
    if not reachable:
        return Standing("bounced")
    if request.due is not None and request.due < today:
        return Standing("late")
    return Standing("working", request.working_until) if waits(request, today) else Standing("asked")


def waits(request: RequestRecord, today: date) -> bool:
    """Tell whether reminders wait for a day the participant named: never past the deadline."""
    until = request.working_until
    if until is None:
        return False
    return today <= (until if request.due is None else min(until, request.due))


def matrix(
    requests: Sequence[RequestRecord],
    participants: Iterable[Participant],
    today: date,
    unreachable: frozenset[int] = frozenset(),
    most: int = MOST_COLUMNS,
) -> Matrix:
    """Return who has answered the latest rounds, a row a participant.

    ``unreachable`` are ids of participants from whose people all mail came back.
    """
    rounds = list(dict.fromkeys(each.round for each in requests if each.round))[-most:]
    first = {each.round: each for each in reversed(requests)}
    latest = {(each.round, each.participant.id): each for each in requests}
    columns = tuple(Column(name, first[name].form, first[name].about, _due(requests, name)) for name in rounds)
    rows = []
    for each in participants:
        reachable = each.id not in unreachable
        standings = tuple(standing(latest.get((name, each.id)), today, reachable=reachable) for name in rounds)
        rows.append(Row(each, standings, _last_word(requests, each)))
    return Matrix(columns, tuple(rows))


def _due(requests: Sequence[RequestRecord], name: str) -> date | None:
    """Return the day most of a round is due: an extension moves one participant's only."""
    days = [each.due for each in requests if each.round == name and each.due is not None]
    return max(dict.fromkeys(days), key=days.count, default=None)


def _last_word(requests: Sequence[RequestRecord], participant: Participant) -> date | None:
    days = [r.answered_at.date() for r in requests if r.participant.id == participant.id and r.answered_at]
    return max(days, default=None)
