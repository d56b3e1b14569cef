"""When a State is asked to confirm its contacts: from its code and days, not all in one week."""

from __future__ import annotations

import calendar
import hashlib
from collections.abc import Iterable
from datetime import date, timedelta

DAYS_A_MONTH = 7  # over how many days the States are spread, for each month of the interval
MOST_DAYS = 56


def months_after(day: date, months: int) -> date:
    """Return the same day some months later, the last of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def stagger(code: str, months: int) -> timedelta:
    """Return how much later than the first a State is asked: always the same for its code."""
    days = min(MOST_DAYS, DAYS_A_MONTH * months)
    return timedelta(days=int.from_bytes(hashlib.sha256(code.encode()).digest()[:4], "big") % max(days, 1))


def is_due(code: str, confirmed: Iterable[date | None], asked: date | None, today: date, months: int) -> bool:
    """Tell whether a State is to be asked today.

    ``confirmed`` are the days on which each of its contacts was last confirmed or changed;
    ``asked`` the day of the last request.  A State of which neither is known is asked by the
    first compilation, not here.  ``months`` 0: never.
    """
    known = [each for each in confirmed if each is not None]
    oldest = min(known, default=None)
    last = max((each for each in (oldest, asked) if each is not None), default=None)
    return months > 0 and last is not None and months_after(last, months) + stagger(code, months) <= today
