"""Requests that hang on a date which an imported paper moves: they move with it, and those asked are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from mailbot.core.programme.compare import Step
from mailbot.core.records import Group, RequestRecord
from mailbot.edges.store import ledger
from mailbot.work import deadline
from mailbot.work.house import House


@dataclass(frozen=True, slots=True)
class MovedRequest:
    """An open request that was due on an activity's last day, and its new one."""

    request: RequestRecord
    due: date


def moves(connection: Connection, group: Group, steps: Sequence[Step], today: date) -> tuple[MovedRequest, ...]:
    """Return which requests a paper moves: open, due on the old last day of an activity, the new one still to come."""
    ends = {step.code: days for step in steps if (days := _ends(step)) is not None}
    asked = [each for each in ledger.open_requests(connection, group.key) if each.state == "asked"]
    return tuple(
        MovedRequest(each, ends[each.about][1])
        for each in asked
        if each.about in ends and each.due == ends[each.about][0] and ends[each.about][1] > today
    )


def _ends(step: Step) -> tuple[date, date] | None:
    """Return the last day of an activity before and after, None when it does not go from one day to another."""
    for each in step.changes if step.state == "changed" else ():
        if each.field == "end" and each.before and each.after:
            return _day(each.before), _day(each.after)
    return None


def _day(said: object) -> date:
    return said if isinstance(said, date) else date.fromisoformat(str(said))


def apply(house: House, connection: Connection, group: Group, moved: Sequence[MovedRequest]) -> int:
    """Move them and tell those they were put to; returns how many letters were put."""
    return sum(deadline.move_request(house, connection, group, each.request, each.due) for each in moved)
