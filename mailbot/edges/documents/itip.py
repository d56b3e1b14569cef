"""What calendars answer: METHOD REPLY and COUNTER (RFC 5546), as Outlook, Gmail and telephones write them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any

from icalendar import Calendar
from icalendar.error import BrokenCalendarProperty

from mailbot.core.meetings import CalendarReply
from mailbot.core.values import Attachment

METHODS = frozenset({"REPLY", "COUNTER"})
_MOST = 200_000  # bytes; an answer has one or two thousand
_KINDS = frozenset({"text/calendar", "application/ics", "application/x-ics", "application/calendar"})


def calendar_replies(attachments: Sequence[Attachment]) -> tuple[CalendarReply, ...]:
    """Return what the calendars in a message answer, once each; what cannot be read is left out."""
    found: dict[tuple[str, str, str], CalendarReply] = {}
    for part in attachments:
        if part.media_type.partition(";")[0].strip() in _KINDS or part.name.lower().endswith(".ics"):
            for reply in _of_calendar(part.content[:_MOST]):
                found.setdefault((reply.method, reply.uid, reply.attendee), reply)
    return tuple(found.values())


def _of_calendar(content: bytes) -> Iterator[CalendarReply]:
    try:
        calendar: Any = Calendar.from_ical(_decoded(content))
        method = str(calendar.get("method", "")).strip().upper()
        events = list(calendar.walk("VEVENT")) if method in METHODS else []
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):  # a stranger's bytes
        return
    for event in events:
        reply = _of_event(event, method)
        if reply is not None:
            yield reply


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _of_event(event: Any, method: str) -> CalendarReply | None:
    """Read one event; an answer names exactly one attendee (RFC 5546 section 3.2.3)."""
    uid, attendee = str(event.get("uid", "")).strip(), event.get("attendee")
    if isinstance(attendee, list):
        attendee = attendee[0] if len(attendee) == 1 else None
    if not uid or attendee is None:
        return None
    parameters = getattr(attendee, "params", {})
    return CalendarReply(
        method,
        uid.lower(),
        _mailbox(attendee),
        str(parameters.get("PARTSTAT", "NEEDS-ACTION")).upper()[:16],
        _number(event.get("sequence")),
        _stamp(event),
        _mailbox(parameters.get("SENT-BY", "")),
        _comment(event.get("comment")),
        _start(event) if method == "COUNTER" else None,
    )


def _comment(value: object) -> str:
    """A person's words beside the answer; a calendar may write several."""
    words = value if isinstance(value, list) else [value or ""]
    return "\n".join(str(each).strip() for each in words).strip()[:1000]


def _mailbox(value: object) -> str:
    text = str(value).strip().strip('"').lower()
    return text.removeprefix("mailto:").strip()[:320]


def _number(value: object) -> int:
    text = str(value or "0").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0


def _stamp(event: Any) -> datetime | None:
    """DTSTAMP, always UTC by the book; a calendar without the zone means it too."""
    value = _time(event, "dtstamp")
    if not isinstance(value, datetime):
        return None
    return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(UTC)


def _time(event: Any, name: str) -> object:
    """Return a property's time; None for one that is broken, which need not spoil the answer."""
    try:
        return getattr(event.get(name), "dt", None)
    except (ValueError, BrokenCalendarProperty):
        return None


def _start(event: Any) -> date | datetime | None:
    value = _time(event, "dtstart")
    return value if isinstance(value, date) else None
