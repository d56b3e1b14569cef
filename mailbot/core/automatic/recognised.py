"""What is said of a message: who or what wrote it, and which rule says so."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from mailbot.core.values import Bounced


@dataclass(frozen=True, slots=True)
class Recognised:
    """What wrote a message, and which rule says so.

    ``kind``: human, own, auto-reply, bounce, calendar-reply, unreadable.  ``away_until``
    is the last day of an absence, from an out-of-office.
    """

    kind: str
    why: str
    bounced: tuple[Bounced, ...] = ()
    away_until: dt.date | None = None
