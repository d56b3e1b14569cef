"""Office days and hours of a country, as values: when a reminder may reach a desk.

The holidays come in as a set of days (``edges/rulebook/holidays`` makes it); nothing here
knows a calendar of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONGEST_CLOSURE = 21  # days looked through for an office day
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Office:
    """When the offices of one country are open.

    ``timezone`` is an IANA name; ``opens`` and ``closes`` wall-clock times there;
    ``weekdays`` the working days (Monday is 0); ``closed`` the days on which nobody works
    besides, for the years around the hour that is asked about.
    """

    timezone: str
    opens: time = time(8)
    closes: time = time(16)
    weekdays: frozenset[int] = frozenset(range(5))
    closed: frozenset[date] = frozenset()

    def works(self, day: date) -> bool:
        """Tell whether a day is an office day."""
        return day.weekday() in self.weekdays and day not in self.closed

    def opening(self, day: date) -> datetime:
        """Return the instant (UTC) at which the office would open on a day."""
        return datetime.combine(day, self.opens, ZoneInfo(self.timezone)).astimezone(UTC)

    def is_open(self, instant: datetime) -> bool:
        """Tell whether an instant lies within office hours of an office day."""
        local = instant.astimezone(ZoneInfo(self.timezone))
        return self.works(local.date()) and self.opens <= local.time() < self.closes

    def next_day(self, day: date) -> date:
        """Return the first office day from ``day`` on; ``day`` itself when there is none near."""
        return next((d for n in range(LONGEST_CLOSURE + 1) if self.works(d := day + n * DAY)), day)

    def last_day(self, day: date) -> date:
        """Return the last office day before ``day``; the day before when there is none near."""
        return next((d for n in range(1, LONGEST_CLOSURE + 1) if self.works(d := day - n * DAY)), day - DAY)

    def next_opening(self, instant: datetime) -> datetime:
        """Return the first opening (UTC) after an instant."""
        day = instant.astimezone(ZoneInfo(self.timezone)).date()
        today = self.opening(self.next_day(day))
        return today if today > instant else self.opening(self.next_day(day + DAY))


def moment(office: Office, day: date, deadline: datetime | None) -> datetime:
    """Return the instant (UTC) at which something planned for ``day`` reaches the desk.

    The opening of that day, or of the next office day; when that would come after
    ``deadline``, the opening of the last office day before.  Always an opening, so that
    all that falls on one day makes one letter, with the working day left to answer it.
    """
    opening = office.opening(office.next_day(day))
    if deadline is None or opening < deadline:
        return opening
    return office.opening(office.last_day(day))


def office_days_before(office: Office, day: date, count: int) -> date:
    """Return the office day that lies ``count`` office days before a day ("30 días hábiles antes")."""
    for _ in range(count):
        day = office.last_day(day)
    return day
