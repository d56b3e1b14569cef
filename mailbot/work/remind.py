"""Reminders: what is due by the records and the hour, merged into one mail a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from mailbot.core.due import Circle, DueReminder, circle_of, due_reminders, reach
from mailbot.core.fields import show
from mailbot.core.letters.facts import DueItem, Reminder
from mailbot.core.records import Activity, Contact, Group, RequestRecord, Status
from mailbot.core.values import Bilingual, Form
from mailbot.edges.store import desk, directory, ledger, outbox
from mailbot.work import ask, delegation
from mailbot.work.house import House
from mailbot.work.write import (
    Envelope,
    end_of_due,
    facts_of_group,
    person,
    queue_letter,
    shown_form,
)

NOTHING = Bilingual("nada todavía", "nothing yet")
CONFIRMED = Bilingual("datos confirmados", "details confirmed")
NO_CHANGE = Bilingual("SIN CAMBIOS, si todo sigue igual", "NO CHANGE, if all is as it was")
FORWARD = Bilingual("reenvíela a quien deba responder", "forward it to whoever should answer")
UP = frozenset({"orphan", "presidency"})  # told of somebody else's request


def remind(house: House, group: Group) -> int:
    """Put the reminders that are due; returns how many letters were put.

    Triggered twice it says nothing twice: the ledger is keyed by (request, recipient,
    stage), and one mail a day goes to a person.
    """
    with house.engine.begin() as connection:
        people = directory.active_contacts(connection, group.key)
        by_address = {address: each for each in reversed(people) if (address := reach(each)) is not None}
        by_recipient: dict[str, list[DueReminder]] = {}
        for each in _due(house, connection, group, people):
            by_recipient.setdefault(each.recipient, []).append(each)
        put = 0
        for address, items in by_recipient.items():
            said = [each for each in items if each.stage is not None]
            if not said:
                _enter(house, connection, group, items, None)
                continue
            letter_id = _say(house, connection, group, address, by_address[address], said)
            if letter_id is not None:  # one mail a day a person: tomorrow's look finds it again
                _enter(house, connection, group, items, letter_id)
                put += 1
        house.step("reminders-recorded")
    return put


def _due(house: House, connection: Connection, group: Group, people: Sequence[Contact]) -> tuple[DueReminder, ...]:
    requests = [each for each in ledger.open_requests(connection, group.key) if each.state == "asked"]
    today = house.today(group)
    return due_reminders(
        requests,
        _circles(requests, people, group),
        house.stages,
        outbox.said_reminders(connection, group.key),
        house.now(),
        group.timezone,
        house.offices(today),
        desk.away_on(connection, group.key, today),
    )


def _circles(requests: Sequence[RequestRecord], people: Sequence[Contact], group: Group) -> Mapping[int, Circle]:
    by_participant: dict[int, list[Contact]] = {}
    for each in people:
        by_participant.setdefault(each.participant.id, []).append(each)
    chair = [each for each in people if each.participant.code == group.presidency]
    presidency = [each for each in chair if each.role == "officer"] or ask.designated(chair)
    participants = {each.participant.id: each.participant for each in requests}
    return {
        key: circle_of(by_participant.get(key, ()), presidency, state=each.kind == "state")
        for key, each in participants.items()
    }


def _enter(
    house: House, connection: Connection, group: Group, items: Sequence[DueReminder], letter_id: int | None
) -> None:
    """Enter what was said and what was passed over in the ledger."""
    for each in items:
        for stage in (*each.passed, each.stage):
            if stage is not None:
                said = letter_id if stage == each.stage else None
                key = (each.request.id, each.recipient, stage)
                outbox.note_reminder(connection, group.key, *key, said, house.now())


def _say(
    house: House,
    connection: Connection,
    group: Group,
    address: str,
    contact: Contact,
    items: Sequence[DueReminder],
) -> int | None:
    # The writer's own requests lead, the nearest deadline first: the first one signs the letter.
    ordered = sorted(items, key=lambda each: (each.why in UP, each.request.due, each.request.id))
    lines = tuple(
        replace(_item(house, connection, group, contact, each, alone=len(items) == 1), number=number)
        for number, each in enumerate(ordered, 1)
    )
    letter = Reminder(facts_of_group(connection, group), person(contact), lines, _states(house, ordered))
    expiries = [end for each in items if (end := _stale(each.request, group, house.now())) is not None]
    envelope = Envelope(
        address,
        contact.name,
        contact.language,
        "reminder",
        house.today(group).isoformat(),
        contact=contact,
        request=ordered[0].request,
        expires_at=max(expiries) if len(expiries) == len(items) else None,
        rows=tuple(_row(number, each.request) for number, each in enumerate(ordered, 1)),
    )
    return queue_letter(house, connection, group, letter, envelope)


def _row(number: int, request: RequestRecord) -> dict[str, object]:
    """Keep what a number of the letter means, so that "2: hecho" is read by this letter and no other."""
    return {
        "number": number,
        "request": request.code,
        "activity": request.about,
        "participant": request.participant.code,
    }


def _stale(request: RequestRecord, group: Group, now: datetime) -> datetime | None:
    """Return when a reminder of a coming deadline stops being true; None once it has passed."""
    end = end_of_due(request, ZoneInfo(group.timezone))
    return end if end is not None and end > now else None


def _item(
    house: House, connection: Connection, group: Group, contact: Contact, due: DueReminder, *, alone: bool
) -> DueItem:
    request = due.request
    form = house.form(request.form)
    activity = ask.activity_of(connection, group, request.about)
    assert request.due is not None
    last, last_on = _last(connection, group, contact, due, form)
    shown = None
    if due.why not in UP and (alone or form.subject_of == "contact"):
        shown = shown_form(form, ask.known_values(form, contact, activity, {}), request.code)
    return DueItem(
        form.title,
        ask.about_words(activity) or delegation.meeting_words(connection, request),
        request.due,
        (request.due - house.today(group)).days,
        request.code,
        request.participant.name,
        last,
        FORWARD if due.why in UP else _how(form, activity),
        due.why,
        last_on,
        shown,
    )


def _last(
    connection: Connection, group: Group, contact: Contact, due: DueReminder, form: Form
) -> tuple[Bilingual, date | None]:
    """Say what we last had: the state reported of the activity, or the day the data were confirmed."""
    if form.subject_of == "contact":
        day = contact.confirmed_on if due.why not in UP else None
        return (CONFIRMED, day) if day else (NOTHING, None)
    for status in ledger.statuses_of(connection, group.key):
        if (status.activity, status.participant) == (due.request.about, due.request.participant.code):
            return _status_words(status, form, group)
    return NOTHING, None


def _status_words(status: Status, form: Form, group: Group) -> tuple[Bilingual, date | None]:
    field = next((each for each in form.fields if each.choices), None)
    value = status.fields.get(field.id) if field else None
    if field is None or value is None:
        return NOTHING, None
    day = status.reported_at.astimezone(ZoneInfo(group.timezone)).date()
    return show(field, value), day


def _states(house: House, items: Sequence[DueReminder]) -> Bilingual | None:
    """Return the states that an activity may have, when the letter asks for one."""
    forms = [house.form(each.request.form) for each in items if each.why not in UP and each.request.about]
    for form in forms:
        for field in form.fields if form.subject_of == "activity" else ():
            if field.choices:
                words = [each.label for each in field.choices]
                return Bilingual(", ".join(w.es.lower() for w in words), ", ".join(w.en.lower() for w in words))
    return None


def _how(form: Form, activity: Activity | None) -> Bilingual:
    """Return how one line answers; empty: only the form does.

    Never the answer itself: a quoted letter must not read as one.
    """
    if form.subject_of == "activity" and activity is not None:
        return Bilingual(f"{activity.code}: (estado)", f"{activity.code}: (status)")
    return NO_CHANGE if form.subject_of == "contact" and form.no_change else Bilingual("", "")
