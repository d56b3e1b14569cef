"""Meetings: entered, invited to, moved, cancelled; each change said once to everybody who was invited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from mailbot.core.letters.meeting_facts import Invitation as InvitationFacts
from mailbot.core.letters.meeting_facts import MeetingChange
from mailbot.core.meetings import CONFIRMED as COMES
from mailbot.core.meetings import FORM, KINDS, UNSURE, Invited, Meeting, Span
from mailbot.core.records import Contact, Group, Participant, RequestRecord
from mailbot.core.workdays import Office, office_days_before
from mailbot.edges.store import directory, ledger
from mailbot.edges.store import meetings as store
from mailbot.work import ask, deadline
from mailbot.work.calendar_invitation import files
from mailbot.work.delegation import Delegation
from mailbot.work.house import House
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter, shown_form


class UnknownError(LookupError):
    """No meeting has this key, or no open request this code."""


class NotNowError(Exception):
    """A meeting cannot be changed so: ``why`` is another-date, cancelled, same or over."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


def add(house: House, group: Group, meeting: Meeting) -> str:
    """Enter a meeting, or renew its title, place and places; returns new or changed.

    More places bring people from the waiting list.  Raises NotNowError when the file gives
    another date than the one on record, which people must be told.
    """
    with house.engine.begin() as connection:
        held = store.meeting_by_key(connection, group.key, meeting.key)
        if held is None:
            store.put_meeting(connection, group.key, meeting)
            return "new"
        if _moment(held.span) != _moment(meeting.span):
            raise NotNowError("another-date")
        kept = replace(meeting, state=held.state, sequence=held.sequence, day_sequence=held.day_sequence)
        store.put_meeting(connection, group.key, kept)
        renewed = _meeting(connection, group, meeting.key)
        for participant in directory.all_participants(connection, group.key):
            Delegation(house, connection, group, renewed, participant, group.address, None).move_up()
    return "changed"


def _moment(span: Span) -> tuple[object, ...]:
    return span.first, span.last, span.starts, span.ends


def _meeting(connection: Connection, group: Group, key: str) -> Meeting:
    """Return a meeting; UnknownError without one, NotNowError for one that is cancelled."""
    found = store.meeting_by_key(connection, group.key, key)
    if found is None:
        raise UnknownError(key)
    if found.state == "cancelled":
        raise NotNowError("cancelled")
    return found


def due_before(house: House, group: Group, meeting: Meeting, office_days: int) -> date | None:
    """Return the day that lies so many office days before a meeting, by the presidency's holidays.

    When that day is past, the last office day before the meeting; None when that is past too.
    """
    first, today = meeting.span.first, house.today(group)
    office = house.offices(first).get(group.presidency, Office(group.timezone))
    for count in (office_days, 1):
        day = office_days_before(office, first, count)
        if day > today:
            return day
    return None


def invite(house: House, group: Group, key: str, roles: Sequence[str] = (), only: Sequence[str] = ()) -> dict[str, int]:
    """Invite people of each State (or of ``only``) who were not yet; returns code → letters put.

    ``roles``: those of the contact list; without them the focal points, else everybody.
    """
    put: dict[str, int] = {}
    with house.engine.begin() as connection:
        meeting = _meeting(connection, group, key)
        if meeting.span.over <= house.now():
            raise NotNowError("over")
        for participant in directory.all_participants(connection, group.key):
            if participant.code in only if only else participant.kind == "state":
                put[participant.code] = _invite(house, connection, group, meeting, participant, roles)
    return put


def _invite(
    house: House,
    connection: Connection,
    group: Group,
    meeting: Meeting,
    participant: Participant,
    roles: Sequence[str],
) -> int:
    people = directory.active_contacts(connection, group.key, participant.id)
    wanted = [each for each in people if each.role in roles and each.email] if roles else ask.designated(people)
    before = {each.contact_id for each in store.invited_of(connection, meeting.id, participant.id)}
    new = [each for each in wanted if each.id not in before]
    if not new:
        return 0
    request = _request(house, connection, group, meeting, participant)
    return sum(_send_invitation(house, connection, group, meeting, each, request) for each in new)


def _request(
    house: House, connection: Connection, group: Group, meeting: Meeting, participant: Participant
) -> RequestRecord:
    """Return the question put to a participant, one for all its people."""
    ours = Delegation(house, connection, group, meeting, participant, group.address, None)
    if ours.requests():
        return ours.requests()[0]
    request = ask.new_request(
        house,
        connection,
        group,
        house.form(FORM),
        participant,
        about=meeting.key.upper(),
        round_name=f"{FORM} {meeting.key}",
        due=due_before(house, group, meeting, meeting.answer_days),
    )
    store.hang(connection, request.id, meeting.id, meeting.answer_days)
    return request


def _send_invitation(
    house: House, connection: Connection, group: Group, meeting: Meeting, contact: Contact, request: RequestRecord
) -> bool:
    uid = f"{meeting.key}-{house.draw(80):020x}@{group.address.partition('@')[2]}"
    invited = store.add_invitation(connection, group.key, meeting, contact, uid, house.now())
    form = house.form(FORM)
    letter = InvitationFacts(
        facts_of_group(connection, group),
        person(contact),
        KINDS[meeting.kind],
        meeting.title,
        meeting.place,
        meeting.span,
        meeting.places_of(contact.participant.code),
        request.due,
        shown_form(form, ask.known_values(form, contact, None, {}), request.code),
    )
    envelope = _envelope(house, group, meeting, contact, invited, request, "invitation")
    return queue_letter(house, connection, group, letter, envelope) is not None


def _envelope(
    house: House,
    group: Group,
    meeting: Meeting,
    contact: Contact,
    invited: Invited,
    request: RequestRecord | None,
    period: str,
) -> Envelope:
    return Envelope(
        contact.email[0],
        contact.name,
        contact.language,
        f"meeting:{meeting.key}",
        period,
        contact=contact,
        request=request,
        expires_at=None if meeting.state == "cancelled" else meeting.span.over,
        attachments=files(group, meeting, invited, contact, request, house.now()),
    )


def move(house: House, group: Group, key: str, span: Span) -> int:
    """Give a meeting another time; returns how many letters were put.

    Everybody invited gets the update once; when the day changed they are asked again, what
    was confirmed is to be confirmed, and deadlines that hang on the meeting move with it.
    """
    with house.engine.begin() as connection:
        before = _meeting(connection, group, key)
        if _moment(before.span) == _moment(span):
            raise NotNowError("same")
        another_day = before.span.days != span.days
        sequence = before.sequence + 1
        now = replace(
            before, span=span, sequence=sequence, day_sequence=sequence if another_day else before.day_sequence
        )
        store.put_meeting(connection, group.key, now)
        if another_day:
            _ask_again(house, connection, group, now)
        return _say(house, connection, group, before, now, asked=another_day)


def _ask_again(house: House, connection: Connection, group: Group, meeting: Meeting) -> None:
    store.forget_partstats(connection, meeting.id)
    for each in store.attending(connection, meeting.id):
        state = UNSURE if each.state == COMES else each.state
        store.change_attendee(connection, each.id, {"said": UNSURE, "state": state})
    for request, office_days in store.hanging_on(connection, group.key, meeting.id):
        due = due_before(house, group, meeting, office_days)
        if request.form == FORM:
            store.ask_again(connection, request.id, due)
            if due is not None:
                deadline.plan_anew(house, connection, group, replace(request, due=due))
        elif due is None or request.due == due:
            continue
        elif request.state == "asked":
            deadline.move_request(house, connection, group, request, due)
        else:
            ledger.move_request(connection, request.id, due)


def cancel(house: House, group: Group, key: str) -> tuple[int, tuple[str, ...]]:
    """Cancel a meeting; returns how many letters were put, and codes that hung on it and stay open."""
    with house.engine.begin() as connection:
        before = _meeting(connection, group, key)
        now = replace(before, state="cancelled", sequence=before.sequence + 1)
        store.put_meeting(connection, group.key, now)
        put = _say(house, connection, group, before, now, asked=False)
        left = []
        for request, _ in store.hanging_on(connection, group.key, before.id):
            if request.form == FORM:
                ledger.close_request(connection, request.id)
            elif request.state == "asked":
                left.append(request.code)
    return put, tuple(left)


def _say(house: House, connection: Connection, group: Group, before: Meeting, now: Meeting, *, asked: bool) -> int:
    facts = facts_of_group(connection, group)
    requests = {
        each.participant.id: each for each, _ in store.hanging_on(connection, group.key, now.id) if each.form == FORM
    }
    form, put = house.form(FORM), 0
    for invited in store.invited_to(connection, now.id):
        contact = directory.contact_by_id(connection, group.key, invited.contact_id)
        if contact is None or not contact.active or not contact.email:
            continue
        request = requests.get(invited.participant_id)
        shown = None
        if asked and request is not None:
            shown = shown_form(form, ask.known_values(form, contact, None, {}), request.code)
        letter = MeetingChange(
            facts,
            person(contact),
            now.title,
            request.code if request else "",
            now.place,
            before.span,
            None if now.state == "cancelled" else now.span,
            request.due if request else None,
            shown,
        )
        envelope = _envelope(house, group, now, contact, invited, request, str(now.sequence))
        put += queue_letter(house, connection, group, letter, envelope) is not None
    return put


def hang(house: House, group: Group, key: str, codes: Sequence[str], office_days: int) -> dict[str, date | None]:
    """Let due dates follow a meeting, so many office days before it; returns code → due date.

    Raises UnknownError with what is not known: the key, or a code that no open request has.
    """
    found: dict[str, date | None] = {}
    with house.engine.begin() as connection:
        meeting = _meeting(connection, group, key)
        due = due_before(house, group, meeting, office_days)
        for code in codes:
            request = ledger.request_by_code(connection, group.key, code)
            if request is None or request.state == "closed" or request.form == FORM:
                raise UnknownError(code)
            store.hang(connection, request.id, meeting.id, office_days)
            if due is not None and due != request.due:
                deadline.move_request(house, connection, group, request, due)
            found[request.code] = due
    return found
