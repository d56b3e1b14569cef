"""Reminders: what is due by the records and the hour, merged into one mail a person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from mailbot.core.due import DueReminder, due_reminders
from mailbot.core.letters.facts import DueItem, Reminder
from mailbot.core.records import Contact, Group, RequestRecord
from mailbot.edges.store import desk, directory, ledger, outbox
from mailbot.work import ask
from mailbot.work.house import House
from mailbot.work.write import (
    Envelope,
    end_of_due,
    facts_of_group,
    person,
    queue_letter,
    shown_form,
)


def remind(house: House, group: Group) -> int:
    """Put the reminders that are due; returns how many letters were put.

    Triggered twice it says nothing twice: the ledger is keyed by (request, recipient,
    stage), and one mail a day goes to a person.
    """
    with house.engine.begin() as connection:
        requests = [r for r in ledger.open_requests(connection, group.key) if r.state == "asked"]
        people = {
            each.id: ask.designated(directory.active_contacts(connection, group.key, each.participant.id))
            for each in requests
        }
        due = due_reminders(
            requests,
            {key: [c.email[0] for c in found] for key, found in people.items()},
            house.stages,
            outbox.said_reminders(connection, group.key),
            house.now(),
            group.timezone,
            desk.away_on(connection, group.key, house.today(group)),
        )
        by_address: dict[str, list[DueReminder]] = {}
        for each in due:
            by_address.setdefault(each.recipient, []).append(each)
        contacts = {c.email[0]: c for found in people.values() for c in found}
        put = 0
        for address, items in by_address.items():
            put += _say(house, connection, group, contacts[address], items)
        house.step("reminders-recorded")
    return put


def _say(
    house: House,
    connection: Connection,
    group: Group,
    contact: Contact,
    items: Sequence[DueReminder],
) -> bool:
    today = house.today(group)
    lines = tuple(_item(house, connection, group, contact, each.request) for each in items)
    letter = Reminder(facts_of_group(connection, group), person(contact), lines)
    only = items[0].request if len(items) == 1 else None
    expiries = [end for each in items if (end := _stale(each.request, group, house.now())) is not None]
    envelope = Envelope(
        contact.email[0],
        contact.name,
        contact.language,
        "reminder",
        today.isoformat(),
        contact=contact,
        request=only,
        expires_at=max(expiries) if expiries else None,
    )
    letter_id = queue_letter(house, connection, group, letter, envelope)
    if letter_id is None:
        return False  # one mail a day a person: tomorrow's look finds it again
    for each in items:
        for stage in (*each.passed, each.stage):
            said = letter_id if stage == each.stage else None
            ledger_key = (each.request.id, each.recipient, stage)
            outbox.note_reminder(connection, group.key, *ledger_key, said, house.now())
    return True


def _stale(request: RequestRecord, group: Group, now: datetime) -> datetime | None:
    """Return when a reminder of a coming deadline stops being true; None once it has passed."""
    end = end_of_due(request, ZoneInfo(group.timezone))
    return end if end is not None and end > now else None


def _item(
    house: House,
    connection: Connection,
    group: Group,
    contact: Contact,
    request: RequestRecord,
) -> DueItem:
    form = house.form(request.form)
    activity = ask.activity_of(connection, group, request.about)
    values = ask.known_values(form, contact, activity, {})
    assert request.due is not None
    return DueItem(
        form.title,
        ask.about_words(activity),
        request.due,
        (request.due - house.today(group)).days,
        None,
        shown_form(form, values, request.code),
    )
