"""Invitations as iCalendar: METHOD REQUEST and CANCEL (RFC 5546 section 3.2, RFC 6047)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vCalAddress

from mailbot.edges.documents.icalendar import PRODUCT, plain

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Invitation:
    """One person's entry for a meeting.

    ``starts`` and ``ends`` are aware instants shown in ``timezone`` (IANA name), or both
    days, the last one included.  ``uid`` stays as long as the meeting lives, ``sequence``
    rises with each change (RFC 5546 section 2.1.4).  ``partstat`` is what is known of the
    attendee's answer: NEEDS-ACTION asks for one.
    """

    uid: str
    summary: str
    description: str
    place: str
    starts: date | datetime
    ends: date | datetime
    timezone: str
    sequence: int
    organizer: str
    organizer_name: str
    attendee: str
    attendee_name: str
    partstat: str = "NEEDS-ACTION"
    cancelled: bool = False


def invitation_file(said: Invitation, now: datetime) -> bytes:
    """Return the invitation, its update, or its cancellation, with the VTIMEZONE its hours need."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "CANCEL" if said.cancelled else "REQUEST")
    calendar.add_component(_event(said, now))
    if isinstance(said.starts, datetime):
        year = said.starts.year
        calendar.add_missing_timezones(date(year, 1, 1), date(year + 2, 1, 1))
    return bytes(calendar.to_ical())


def _event(said: Invitation, now: datetime) -> Event:
    event = Event()
    event.add("uid", said.uid)
    event.add("sequence", said.sequence)
    event.add("dtstamp", now)
    _when(event, said)
    event.add("summary", plain(said.summary))
    event.add("description", plain(said.description))
    if said.place:
        event.add("location", plain(said.place))
    organizer = _address(said.organizer, said.organizer_name)
    event.add("organizer", organizer)
    attendee = _address(said.attendee, said.attendee_name)
    attendee.params["CUTYPE"] = "INDIVIDUAL"
    attendee.params["ROLE"] = "REQ-PARTICIPANT"
    attendee.params["PARTSTAT"] = said.partstat
    attendee.params["RSVP"] = "TRUE" if said.partstat == "NEEDS-ACTION" and not said.cancelled else "FALSE"
    event.add("attendee", attendee)
    event.add("status", "CANCELLED" if said.cancelled else "CONFIRMED")
    event.add("transp", "OPAQUE")
    return event


def _when(event: Event, said: Invitation) -> None:
    if isinstance(said.starts, datetime) and isinstance(said.ends, datetime):
        zone = ZoneInfo(said.timezone)
        event.add("dtstart", said.starts.astimezone(zone))
        event.add("dtend", said.ends.astimezone(zone))
        return
    event.add("dtstart", said.starts)
    event.add("dtend", said.ends + DAY)  # the first day after, RFC 5545 section 3.6.1


def _address(address: str, name: str) -> vCalAddress:
    found = vCalAddress(f"mailto:{address}")
    if name:
        found.params["CN"] = plain(name).replace('"', "'")
    return found
