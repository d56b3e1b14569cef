"""Deadlines and programme as iCalendar (RFC 5545, RFC 5546), all-day events without a zone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event, vCalAddress, vDuration

PRODUCT = "-//mailbot//ES"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayEvent:
    """Something on whole days: ``first`` to ``last``, both included.

    ``uid`` stays the same as long as the thing lives; ``sequence`` rises when it moves
    (RFC 5545 section 3.8.7.4).  ``every`` is (number, unit: day, week, month or year) of a
    thing that recurs, ``until`` the last day it may recur on.
    """

    uid: str
    summary: str
    first: date
    last: date
    description: str = ""
    sequence: int = 0
    tentative: bool = False
    cancelled: bool = False
    categories: tuple[str, ...] = ()
    every: tuple[int, str] | None = None
    until: date | None = None


FREQUENCIES = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}


def deadline_file(event: DayEvent, organizer: str, organizer_name: str, now: datetime) -> bytes:
    """Return one deadline as a file to attach: METHOD PUBLISH, or CANCEL when it is withdrawn."""
    calendar = _calendar("CANCEL" if event.cancelled else "PUBLISH")
    calendar.add_component(_event(event, now, organizer, organizer_name))
    return bytes(calendar.to_ical())


def feed(name: str, events: Iterable[DayEvent], organizer: str, organizer_name: str, now: datetime) -> bytes:
    """Return a calendar to subscribe to or import (RFC 7986 names and refreshes it)."""
    calendar = _calendar("PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", vDuration(DAY), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    for event in events:
        calendar.add_component(_event(event, now, organizer, organizer_name))
    return bytes(calendar.to_ical())


def _calendar(method: str) -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    return calendar


def _event(said: DayEvent, now: datetime, organizer: str, name: str) -> Event:
    event = Event()
    event.add("uid", said.uid)
    event.add("sequence", said.sequence)
    event.add("dtstamp", now)
    event.add("dtstart", said.first)
    event.add("dtend", said.last + DAY)  # the first day after, RFC 5545 section 3.6.1
    event.add("summary", plain(said.summary))
    if said.description:
        event.add("description", plain(said.description))
    address = vCalAddress(f"mailto:{organizer}")
    address.params["CN"] = plain(name).replace('"', "'")
    event.add("organizer", address)
    event.add("status", _status(said))
    event.add("transp", "TRANSPARENT")  # a deadline makes nobody busy
    event.add("x-microsoft-cdo-busystatus", "FREE")
    if said.categories:
        event.add("categories", [plain(each) for each in said.categories])
    if said.every is not None:
        event.add("rrule", _rule(said.every, said.until))
    return event


def _status(said: DayEvent) -> str:
    if said.cancelled:
        return "CANCELLED"
    return "TENTATIVE" if said.tentative else "CONFIRMED"


def _rule(every: tuple[int, str], until: date | None) -> dict[str, object]:
    rule: dict[str, object] = {"freq": FREQUENCIES[every[1]], "interval": every[0]}
    return rule if until is None else {**rule, "until": until}


def plain(text: str) -> str:
    """Control characters but line breaks go: they are not TEXT (RFC 5545 section 3.3.11)."""
    return "".join(c for c in text.replace("\r\n", "\n") if c.isprintable() or c == "\n")


def joined(lines: Sequence[str]) -> str:
    """Return lines as one description; empty ones are left out."""
    return "\n".join(line for line in lines if line)
