"""A deadline that moves, and a request that is withdrawn: said to whom it was put."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection

from mailbot.core.due import circle_of
from mailbot.core.letters.facts import Deadline
from mailbot.core.records import Contact, Group, RequestRecord
from mailbot.edges.store import directory, ledger, outbox
from mailbot.work import ask, calendar
from mailbot.work.house import House
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter


def move(house: House, group: Group, code: str, due: date) -> int:
    """Give a request another due date; returns how many letters were put.

    Reminders are planned anew: what was said of the old date does not count, and stages
    that lie behind on the new one are passed over.  Raises LookupError for a code that no
    open request has.
    """
    with house.engine.begin() as connection:
        return move_request(house, connection, group, _open(connection, group, code), due)


def move_request(
    house: House,
    connection: Connection,
    group: Group,
    request: RequestRecord,
    due: date,
    also: Contact | None = None,
) -> int:
    """Do the same inside a transaction; ``also`` is told besides those the request was put to."""
    if request.due == due:
        return 0
    moved = replace(request, due=due)
    put = _say(house, connection, group, moved, before=request.due, withdrawn=False, also=also)
    ledger.move_request(connection, request.id, due)
    plan_anew(house, connection, group, moved)
    return put


def withdraw(house: House, group: Group, code: str) -> int:
    """Close a request that is no longer asked; returns how many letters were put.

    Raises LookupError for a code that no open request has.
    """
    with house.engine.begin() as connection:
        return withdraw_request(house, connection, group, _open(connection, group, code))


def withdraw_request(house: House, connection: Connection, group: Group, request: RequestRecord) -> int:
    """Do the same inside a transaction."""
    put = _say(house, connection, group, request, before=request.due, withdrawn=True)
    ledger.close_request(connection, request.id)
    return put


def _open(connection: Connection, group: Group, code: str) -> RequestRecord:
    request = ledger.request_by_code(connection, group.key, code)
    if request is None or request.state == "closed":
        raise LookupError(code)
    return request


def _say(
    house: House,
    connection: Connection,
    group: Group,
    request: RequestRecord,
    *,
    before: date | None,
    withdrawn: bool,
    also: Contact | None = None,
) -> int:
    form = house.form(request.form)
    activity = ask.activity_of(connection, group, request.about)
    sequence = calendar.sequence_of(connection, group, request) + 1
    people = directory.active_contacts(connection, group.key, request.participant.id)
    facts = facts_of_group(connection, group)
    put = 0
    told = ask.designated(people)
    more = (also,) if also is not None and also.email and also.id not in {each.id for each in told} else ()
    for contact in (*told, *more):
        about = ask.about_words(activity)
        new = None if withdrawn else request.due
        letter = Deadline(facts, person(contact), form.title, about, request.code, before, new)
        files = calendar.deadline(
            group, request, form, activity, contact.language, house.now(), sequence=sequence, withdrawn=withdrawn
        )
        envelope = Envelope(
            contact.email[0],
            contact.name,
            contact.language,
            f"deadline:{request.code}",
            str(sequence),
            contact=contact,
            request=request,
            attachments=files,
        )
        put += queue_letter(house, connection, group, letter, envelope) is not None
    return put


def plan_anew(house: House, connection: Connection, group: Group, request: RequestRecord) -> None:
    """Plan the reminders of a request whose date has moved; stages that lie behind are passed over."""
    outbox.forget_reminders(connection, request.id)
    assert request.due is not None
    today = house.today(group)
    people = directory.active_contacts(connection, group.key, request.participant.id)
    circle = circle_of(people, (), state=request.participant.kind == "state")
    for stage in house.stages:
        if request.due - timedelta(days=stage.days) <= today:
            for each in getattr(circle, stage.to):
                outbox.note_reminder(connection, group.key, request.id, each.address, stage.name, None, house.now())
