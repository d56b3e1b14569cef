"""Meetings, invitations and who attends: rows into values and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select, update

from mailbot.core.meetings import Attendee, Invited, Meeting, Span
from mailbot.core.records import Contact, RequestRecord
from mailbot.core.values import Bilingual
from mailbot.edges.store import ledger
from mailbot.edges.store.tables import attendees, invitations, meetings, requests


def _meeting(row: Any) -> Meeting:
    return Meeting(
        row.id,
        row.key,
        row.kind,
        Bilingual(row.title_es, row.title_en),
        row.place,
        Span(row.first, row.last, row.timezone, row.starts_at, row.ends_at),
        row.places,
        dict(row.exceptions),
        row.answer_days,
        row.state,
        row.sequence,
        row.day_sequence,
    )


def _where(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[Meeting, ...]:
    rows = connection.execute(select(meetings).where(*conditions).order_by(meetings.c.first, meetings.c.id))
    return tuple(_meeting(row) for row in rows)


def all_meetings(connection: Connection, group: str) -> tuple[Meeting, ...]:
    """Return the meetings of a group in order of their first day."""
    return _where(connection, meetings.c.group_key == group)


def meeting_by_key(connection: Connection, group: str, key: str) -> Meeting | None:
    """Return the meeting with this key (any case), or None."""
    found = _where(connection, meetings.c.group_key == group, meetings.c.key == key.lower())
    return found[0] if found else None


def meeting_by_id(connection: Connection, meeting_id: int) -> Meeting | None:
    """Return a meeting, or None."""
    found = _where(connection, meetings.c.id == meeting_id)
    return found[0] if found else None


def put_meeting(connection: Connection, group: str, meeting: Meeting) -> None:
    """Enter a meeting, or renew the one with its key; ``meeting.id`` is not looked at."""
    span = meeting.span
    values = {
        "kind": meeting.kind,
        "title_es": meeting.title.es,
        "title_en": meeting.title.en,
        "place": meeting.place,
        "timezone": span.timezone,
        "first": span.first,
        "last": span.last,
        "starts_at": span.starts,
        "ends_at": span.ends,
        "places": meeting.places,
        "exceptions": dict(meeting.exceptions),
        "answer_days": meeting.answer_days,
        "state": meeting.state,
        "sequence": meeting.sequence,
        "day_sequence": meeting.day_sequence,
    }
    if meeting_by_key(connection, group, meeting.key) is None:
        connection.execute(insert(meetings).values(group_key=group, key=meeting.key.lower(), **values))
    else:
        named = (meetings.c.group_key == group, meetings.c.key == meeting.key.lower())
        connection.execute(update(meetings).where(*named).values(**values))


def _invited(row: Any) -> Invited:
    return Invited(
        row.id,
        row.meeting_id,
        row.participant_id,
        row.contact_id,
        row.address,
        row.uid,
        row.asked_at,
        row.partstat,
        row.replied_at,
    )


def _invitations(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[Invited, ...]:
    rows = connection.execute(select(invitations).where(*conditions).order_by(invitations.c.id))
    return tuple(_invited(row) for row in rows)


def invited_to(connection: Connection, meeting_id: int) -> tuple[Invited, ...]:
    """Return everybody who was invited, in order of asking."""
    return _invitations(connection, invitations.c.meeting_id == meeting_id)


def invited_of(connection: Connection, meeting_id: int, participant_id: int) -> tuple[Invited, ...]:
    """Return who of one participant was invited."""
    return _invitations(
        connection, invitations.c.meeting_id == meeting_id, invitations.c.participant_id == participant_id
    )


def invited_by_uid(connection: Connection, group: str, uid: str) -> Invited | None:
    """Return the invitation under this UID (any case: some calendars fold it), or None."""
    found = _invitations(connection, invitations.c.group_key == group, invitations.c.uid == uid.strip().lower())
    return found[0] if found else None


def meetings_of(connection: Connection, participant_id: int) -> tuple[Meeting, ...]:
    """Return the planned meetings to which a participant was invited."""
    ids = select(invitations.c.meeting_id).where(invitations.c.participant_id == participant_id)
    return _where(connection, meetings.c.id.in_(ids), meetings.c.state == "planned")


def add_invitation(
    connection: Connection, group: str, meeting: Meeting, contact: Contact, uid: str, now: datetime
) -> Invited:
    """Note that somebody is invited, at the address where their letters go."""
    values = {
        "meeting_id": meeting.id,
        "participant_id": contact.participant.id,
        "contact_id": contact.id,
        "address": contact.email[0].lower(),
        "uid": uid.lower(),
        "asked_at": now,
        "partstat": "",
    }
    key = connection.execute(insert(invitations).values(group_key=group, **values)).inserted_primary_key
    assert key is not None
    (found,) = _invitations(connection, invitations.c.id == key[0])
    return found


def note_partstat(connection: Connection, invitation_id: int, partstat: str, stamp: datetime | None) -> None:
    """Keep the last answer of a calendar and when it was made."""
    connection.execute(
        update(invitations).where(invitations.c.id == invitation_id).values(partstat=partstat, replied_at=stamp)
    )


def forget_partstats(connection: Connection, meeting_id: int) -> None:
    """The day moved: what calendars answered was about another day."""
    connection.execute(
        update(invitations).where(invitations.c.meeting_id == meeting_id).values(partstat="", replied_at=None)
    )


def attending(connection: Connection, meeting_id: int, participant_id: int | None = None) -> tuple[Attendee, ...]:
    """Return the people of a meeting, or of one delegation, in the order in which they were named."""
    conditions = [attendees.c.meeting_id == meeting_id]
    if participant_id is not None:
        conditions.append(attendees.c.participant_id == participant_id)
    rows = connection.execute(select(attendees).where(*conditions).order_by(attendees.c.id))
    return tuple(
        Attendee(
            row.id,
            row.participant_id,
            row.name,
            row.position,
            row.institution,
            row.email,
            row.said,
            row.state,
            row.reason,
            row.message_id,
        )
        for row in rows
    )


def add_attendee(connection: Connection, group: str, meeting_id: int, participant_id: int, values: Any) -> int:
    """Enter a person of a delegation; returns the id."""
    key = connection.execute(
        insert(attendees).values(group_key=group, meeting_id=meeting_id, participant_id=participant_id, **values)
    ).inserted_primary_key
    assert key is not None
    return int(key[0])


def change_attendee(connection: Connection, attendee_id: int, values: Mapping[str, Any]) -> None:
    """Write what changed of a person of a delegation."""
    connection.execute(update(attendees).where(attendees.c.id == attendee_id).values(**values))


def hang(connection: Connection, request_id: int, meeting_id: int, office_days: int) -> None:
    """Let a request's due date follow a meeting, so many office days before its first day."""
    connection.execute(
        update(requests).where(requests.c.id == request_id).values(meeting_id=meeting_id, office_days=office_days)
    )


def hanging_on(connection: Connection, group: str, meeting_id: int) -> tuple[tuple[RequestRecord, int], ...]:
    """Return the requests that hang on a meeting and are not closed, with their office days."""
    days = {
        row.id: row.office_days
        for row in connection.execute(
            select(requests.c.id, requests.c.office_days).where(requests.c.meeting_id == meeting_id)
        )
    }
    found = ledger.requests_where(connection, group, requests.c.meeting_id == meeting_id, requests.c.state != "closed")
    return tuple((each, days[each.id] or 0) for each in found)


def meeting_of_request(connection: Connection, request_id: int) -> Meeting | None:
    """Return the meeting that a request hangs on, or None."""
    key = connection.execute(select(requests.c.meeting_id).where(requests.c.id == request_id)).scalar()
    return None if key is None else meeting_by_id(connection, key)


def ask_again(connection: Connection, request_id: int, due: date | None) -> None:
    """A request waits for an answer once more, by another date."""
    values = {"state": "asked", "answered_at": None, "due": due}
    connection.execute(update(requests).where(requests.c.id == request_id).values(**values))
