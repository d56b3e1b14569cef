"""The outbox as a table of states: when to try again, when to stop, the fuse.

queued → claimed → sent, or back to queued (later), or never, or expired.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from mailbot.core.values import Carried

STEPS = (1, 5, 15, 60, 180, 360)  # minutes before try 2, 3, …; the last repeats
GIVE_UP_AFTER = timedelta(days=4)  # RFC 5321 section 4.5.4.1: at least 4–5 days


def after_carrying(
    carried: Carried, attempts: int, queued_at: datetime, expires_at: datetime | None, now: datetime
) -> tuple[str, datetime]:
    """Return (state, next try) of a letter after a carrier's answer.

    ``attempts`` counts this try.  A letter told "later" for four days, or past its
    expiry, ends as ``never`` or ``expired``: both are shown to a person.
    """
    if carried.outcome == "sent":
        return "sent", now
    if carried.outcome == "never":
        return "never", now
    wait = timedelta(minutes=STEPS[min(attempts, len(STEPS)) - 1])
    if expires_at is not None and now + wait >= expires_at:
        return "expired", now
    if now - queued_at >= GIVE_UP_AFTER:
        return "never", now
    return "queued", now + wait


def allowed_by_fuse(sent_last_hour: int, cap: int) -> int:
    """Return how many letters may leave now: all sending of a group passes one fuse an hour."""
    return max(0, cap - sent_last_hour)


def answers_left(answers_today: int, cap: int) -> int:
    """Return how many answers an address may still get today: no argument with a machine."""
    return max(0, cap - answers_today)
