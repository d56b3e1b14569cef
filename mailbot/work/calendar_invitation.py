"""The calendar files of an invitation: the one programs answer, and the same as a file to open."""

from __future__ import annotations

from datetime import datetime

from mailbot.core.meetings import Invited, Meeting
from mailbot.core.records import Contact, Group, RequestRecord
from mailbot.core.values import Attachment
from mailbot.edges.documents.icalendar import joined
from mailbot.edges.documents.invitation import Invitation, invitation_file


def files(
    group: Group, meeting: Meeting, invited: Invited, contact: Contact, request: RequestRecord | None, now: datetime
) -> tuple[Attachment, ...]:
    """Return the invitation as a part that calendars answer (RFC 6047) and as an attached file.

    The attendee is the address that was invited first, whatever it is now: calendars find
    their entry by it.
    """
    cancelled = meeting.state == "cancelled"
    content = invitation_file(_entry(group, meeting, invited, contact, request), now)
    kind = f"text/calendar; charset=utf-8; method={'CANCEL' if cancelled else 'REQUEST'}; component=VEVENT"
    stem = "invitacion" if contact.language == "es" else "invitation"
    return Attachment("", kind, content), Attachment(f"{stem}-{meeting.key}.ics", "application/ics", content)


def _entry(
    group: Group, meeting: Meeting, invited: Invited, contact: Contact, request: RequestRecord | None
) -> Invitation:
    span = meeting.span
    first, second = meeting.title.es, meeting.title.en
    if contact.language == "en":
        first, second = second, first
    code = f" [{request.code}]" if request else ""
    return Invitation(
        invited.uid,
        f"{first} / {second}" if first != second else first,
        joined(
            (
                f"Acepte o decline aquí, o responda a {group.address}{code}.",
                f"Accept or decline here, or reply to {group.address}{code}.",
            )
        ),
        meeting.place,
        span.starts or span.first,
        span.ends or span.last,
        span.timezone,
        meeting.sequence,
        group.address,
        group.name.get(contact.language),
        invited.address,
        contact.name,
        invited.partstat or "NEEDS-ACTION",
        meeting.state == "cancelled",
    )
