"""When the draft of a report goes to the presidency: pure, from the calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mailbot.core.workdays import Office


def draft_day(meeting: date, days: int, office: Office) -> date:
    """Return the day that lies ``days`` office days before a meeting."""
    day = meeting
    for _ in range(days):
        day = office.last_day(day)
    return day


def meeting_due(meetings: Iterable[date], days: int, office: Office, now: datetime) -> date | None:
    """Return the first meeting still to come whose draft is due at ``now``; None when there is none.

    A draft is due from the opening of its day on, so that an outage loses nothing.
    """
    today = now.astimezone(ZoneInfo(office.timezone)).date()
    coming = sorted(each for each in meetings if each >= today)
    return next((each for each in coming if now >= office.opening(draft_day(each, days, office))), None)
