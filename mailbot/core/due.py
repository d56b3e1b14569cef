"""Records and hour → what is due: pure, so that a restart or a double trigger changes nothing.

Every item carries the key under which the ledger remembers it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from mailbot.core.records import RequestRecord


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of ``rules/reminders.yaml``: ``days`` before (positive) or after the due date."""

    name: str
    days: int


@dataclass(frozen=True, slots=True)
class DueReminder:
    """One (request, recipient, stage) to be said now; ``passed`` stages only enter the ledger."""

    request: RequestRecord
    recipient: str
    stage: str
    passed: tuple[str, ...] = ()


def due_reminders(
    requests: Iterable[RequestRecord],
    recipients: dict[int, Sequence[str]],
    stages: Sequence[Stage],
    said: frozenset[tuple[int, str, str]],
    now: datetime,
    timezone: str,
    away: frozenset[str] = frozenset(),
) -> tuple[DueReminder, ...]:
    """Return the reminders due at ``now``.

    ``recipients`` maps request id → addresses; ``said`` is the ledger of (request id,
    address, stage).  After an outage only the latest due stage is said, the earlier ones
    are passed over.  A stage is never due before the day the request was asked, nor once
    a later stage has been said.  Addresses in ``away`` wait until they are back.
    """
    zone = ZoneInfo(timezone)
    today = now.astimezone(zone).date()
    ordered = sorted(stages, key=lambda stage: -stage.days)
    found: list[DueReminder] = []
    for request in requests:
        if request.due is None or request.state != "asked":
            continue
        asked = request.asked_at.astimezone(zone).date()
        begun = [stage.name for stage in ordered if asked < request.due - timedelta(days=stage.days) <= today]
        if not begun:
            continue
        for address in recipients.get(request.id, ()):
            if address not in away and (request.id, address, begun[-1]) not in said:
                passed = tuple(n for n in begun[:-1] if (request.id, address, n) not in said)
                found.append(DueReminder(request, address, begun[-1], passed))
    return tuple(found)


def digest_period(now: datetime, timezone: str, weekday: int, hour: int) -> tuple[date, date]:
    """Return (first day, last day) of the last full week whose digest hour has come.

    The period is computed from the calendar, not from the last sending, so that a missed
    trigger loses nothing and a double one repeats nothing.
    """
    local = now.astimezone(ZoneInfo(timezone))
    back = (local.weekday() - weekday) % 7
    day = local.date() - timedelta(days=back)
    if back == 0 and local.hour < hour:
        day -= timedelta(days=7)
    return day - timedelta(days=7), day - timedelta(days=1)
