"""What people's calendars answer to an invitation (RFC 5546): taken, never answered with a letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from mailbot.core.meetings import CONFIRMED, UNSURE, CalendarReply, Invited, Meeting, find
from mailbot.core.meetings.programs import remark
from mailbot.core.records import Contact, Group
from mailbot.core.values import Bilingual
from mailbot.edges.documents.itip import calendar_replies
from mailbot.edges.store import directory
from mailbot.edges.store import meetings as store
from mailbot.work.delegation import Delegation
from mailbot.work.house import House
from mailbot.work.outcome import Case
from mailbot.work.reply import open_hold

COMES = {"ACCEPTED": CONFIRMED, "TENTATIVE": UNSURE}
SAYS = {
    "ACCEPTED": Bilingual("acepta la invitación", "accepts the invitation"),
    "TENTATIVE": Bilingual("asistirá quizá", "may attend"),
    "DECLINED": Bilingual("no asistirá", "will not attend"),
}


@dataclass(frozen=True, slots=True)
class _Answer:
    """One calendar's answer with the invitation it is about."""

    reply: CalendarReply
    meeting: Meeting
    invited: Invited


def take(house: House, connection: Connection, group: Group, case: Case) -> tuple[str, str] | None:
    """Take a calendar's answer; returns (outcome, reason), None when it is about no invitation of ours."""
    found = [
        _Answer(reply, meeting, invited)
        for reply in calendar_replies(case.message.attachments)
        if (invited := store.invited_by_uid(connection, group.key, reply.uid)) is not None
        and (meeting := store.meeting_by_id(connection, invited.meeting_id)) is not None
    ]
    if not found:
        return None
    answer = found[0]  # one message answers one invitation (RFC 5546 section 3.2.3)
    stale = _stale(answer, house.now())
    if stale:
        return "set-aside", f"calendar {answer.reply.partstat}: {stale}"
    who = _who(connection, group, case, answer)
    if who is None:
        return _stranger(house, connection, group, case, answer)
    if answer.reply.method == "COUNTER":
        return _counter(house, connection, group, case, answer, who)
    return _apply(house, connection, group, case, answer, who)


def _stale(answer: _Answer, now: datetime) -> str:
    """Say why an answer no longer counts, "" when it does (RFC 5546 section 2.1.5)."""
    reply, meeting, invited = answer.reply, answer.meeting, answer.invited
    if meeting.state == "cancelled":
        return "the meeting is cancelled"
    if meeting.span.over <= now:
        return "the meeting is over"
    if reply.sequence < meeting.day_sequence:
        return "it answers the day before the meeting was moved"
    if reply.stamp is not None and invited.replied_at is not None and reply.stamp < invited.replied_at:
        return "a newer answer of this calendar came before"
    return ""


def _who(connection: Connection, group: Group, case: Case, answer: _Answer) -> Contact | None:
    """Return the person who answers: somebody of the participant that was invited, else None.

    The attendee must be registered for that participant, or have been invited at that
    address, and so must the one who wrote the mail, who may be their secretary.
    """
    invited = directory.contact_by_id(connection, group.key, answer.invited.contact_id)
    colleagues = directory.active_contacts(connection, group.key, answer.invited.participant_id)
    by_address = {mail.lower(): each for each in colleagues for mail in each.email}
    if invited is not None and invited.active:
        by_address.setdefault(answer.invited.address, invited)
    who = by_address.get(answer.reply.attendee)
    return who if case.writer.address in by_address else None


def _stranger(house: House, connection: Connection, group: Group, case: Case, answer: _Answer) -> tuple[str, str]:
    says, title = SAYS.get(answer.reply.partstat, Bilingual("responde", "answers")), answer.meeting.title
    attendee = answer.reply.attendee or case.writer.address
    what = Bilingual(
        f"{title.es}: desde el calendario de {attendee} ({case.writer.address}), a quien no se invitó: {says.es}.",
        f"{title.en}: from the calendar of {attendee} ({case.writer.address}), who was not invited: {says.en}.",
    )
    number = open_hold(house, connection, group, case, "stranger", what)
    return "held", f"a calendar reply of somebody who was not invited (hold {number})"


def _counter(
    house: House, connection: Connection, group: Group, case: Case, answer: _Answer, who: Contact
) -> tuple[str, str]:
    """Ask the presidency: another time suits somebody better (RFC 5546 section 3.2.7)."""
    when, title, place = _proposed(answer), answer.meeting.title, who.participant.name
    said = f" «{answer.reply.comment}»" if answer.reply.comment else ""
    what = Bilingual(
        f"{title.es}: {who.name} ({place.es}) propone otra fecha: {when}.{said}",
        f"{title.en}: {who.name} ({place.en}) proposes another time: {when}.{said}",
    )
    number = open_hold(house, connection, group, case, "counter", what)
    return "held", f"a calendar proposes another time, {when} (hold {number})"


def _proposed(answer: _Answer) -> str:
    starts = answer.reply.starts
    if isinstance(starts, datetime):
        zone = ZoneInfo(answer.meeting.span.timezone)
        local = starts.astimezone(zone) if starts.tzinfo else starts
        return local.strftime("%Y-%m-%d %H:%M")
    return starts.isoformat() if starts is not None else "?"


def _apply(
    house: House, connection: Connection, group: Group, case: Case, answer: _Answer, who: Contact
) -> tuple[str, str]:
    reply = answer.reply
    ours = Delegation(house, connection, group, answer.meeting, who.participant, reply.attendee, case.row.id)
    if reply.partstat in COMES:
        done = _comes(ours, who, COMES[reply.partstat])
    elif reply.partstat == "DECLINED":
        done = _declines(ours, who)
    else:
        what = Bilingual(
            f"{answer.meeting.title.es}: el calendario de {who.name} responde {reply.partstat}.",
            f"{answer.meeting.title.en}: the calendar of {who.name} answers {reply.partstat}.",
        )
        number = open_hold(house, connection, group, case, "note", what)
        return "held", f"a calendar answers {reply.partstat} (hold {number})"
    store.note_partstat(connection, answer.invited.id, reply.partstat, reply.stamp)
    _settle(connection, ours, answer, reply.partstat)
    noted = _comment(house, connection, group, case, answer, who)
    return "applied", f"calendar {reply.partstat} of {reply.attendee}: {done}{noted}"


def _comes(ours: Delegation, who: Contact, said: str) -> str:
    values = {
        "position": who.position,
        "institution": who.institution,
        "email": who.email[0] if who.email else "",
    }
    _, now = ours.enter(said, who.name, values)
    return now.state


def _declines(ours: Delegation, who: Contact) -> str:
    """Take the person off the list if they stand on it; the delegation may still send others."""
    held = next((found for mail in who.email if (found := find(ours.people(), who.name, mail)) is not None), None)
    if held is not None:
        ours.withdraw(held)
    moved = ours.move_up()
    return "withdrawn" + "".join(f"; {each.name} moves up" for each in moved)


def _settle(connection: Connection, ours: Delegation, answer: _Answer, partstat: str) -> None:
    """One who comes answers for all; a refusal only when nobody invited is left who may come."""
    everybody = store.invited_of(connection, answer.meeting.id, answer.invited.participant_id)
    if partstat == "ACCEPTED" or (partstat == "DECLINED" and all(each.partstat == "DECLINED" for each in everybody)):
        ours.settle()


def _comment(house: House, connection: Connection, group: Group, case: Case, answer: _Answer, who: Contact) -> str:
    """Words that a person wrote beside the answer are for the presidency to read."""
    words = answer.reply.comment or remark(case.reading.text)
    if not words:
        return ""
    says, title = SAYS[answer.reply.partstat], answer.meeting.title
    what = Bilingual(
        f"{title.es}: {who.name} ({who.participant.name.es}) {says.es} y escribe: «{words}».",
        f"{title.en}: {who.name} ({who.participant.name.en}) {says.en} and writes: “{words}”.",
    )
    return f"; with words (hold {open_hold(house, connection, group, case, 'note', what)})"
