"""Changes announced for a day: applied on that day, and told to who announced them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from sqlalchemy import Connection

from mailbot.core.authority import of_last_focal_point
from mailbot.core.changes import Change, FieldChanged, current_value, leaves_nobody
from mailbot.core.language import fold
from mailbot.core.letters.facts import Effective, EntryOutcome
from mailbot.core.records import Contact, Group, Participant
from mailbot.core.values import Bilingual, Entry, FieldValue, Form
from mailbot.edges.store import desk, directory, pending
from mailbot.edges.store.pending import Pending
from mailbot.work import announce, ask, keeping, performed, telling
from mailbot.work.house import House
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter


def apply_due(house: House, group: Group) -> int:
    """Apply what holds from today or from a day that has passed; returns how many changes were made."""
    today = house.today(group)
    done = 0
    with house.engine.begin() as connection:
        rows = sorted(pending.waiting(connection, group.key, today), key=lambda each: (each.message_id, each.id))
        for _, of_message in groupby(rows, key=lambda each: each.message_id):
            done += _of_one_message(house, connection, group, list(of_message))
    return done


def _of_one_message(house: House, connection: Connection, group: Group, rows: list[Pending]) -> int:
    participants = {each.id: each for each in directory.all_participants(connection, group.key)}
    form = house.form("contact-update")
    told: list[EntryOutcome] = []
    # Who arrives comes first: whose place they take may then leave.
    ordered = sorted(rows, key=lambda each: (each.contact_id is not None, each.contact_id or each.id))
    for _, of_person in groupby(ordered, key=lambda each: (each.contact_id, each.id * (each.contact_id is None))):
        part = list(of_person)
        change = _change(connection, group, participants[part[0].participant_id], part)
        if change is None:
            pending.close(connection, part, "superseded")
            continue
        told.append(_carry_out(house, connection, group, form, change, part))
    if told:
        _tell(house, connection, group, participants[rows[0].participant_id], rows[0], told)
    return len(told)


def _change(connection: Connection, group: Group, participant: Participant, rows: list[Pending]) -> Change | None:
    """Return what is to be changed now; None when there is nothing left to change."""
    if rows[0].contact_id is None:
        return _arrival(connection, group, participant, rows[0].value)
    contact = directory.contact_by_id(connection, group.key, rows[0].contact_id)
    if contact is None or not contact.active:
        return None
    if any(each.field == "active" for each in rows):
        return Change("leave", participant, contact)
    return _update(participant, contact, {each.field: each.value for each in rows})


def _arrival(
    connection: Connection, group: Group, participant: Participant, values: Mapping[str, object]
) -> Change | None:
    """Return the arrival; somebody of this name who has come meanwhile is only brought up to date."""
    name = fold(str(values.get("name", "")))
    for each in directory.active_contacts(connection, group.key, participant.id):
        if fold(each.name) == name:
            return _update(participant, each, values)
    return Change("new", participant, None, fields=tuple(FieldChanged(key, "", value) for key, value in values.items()))


def _update(participant: Participant, contact: Contact, values: Mapping[str, object]) -> Change | None:
    fields = tuple(
        FieldChanged(key, current_value(contact, key), value)
        for key, value in values.items()
        if current_value(contact, key) != value
    )
    return Change("update", participant, contact, fields=fields) if fields else None


def _carry_out(
    house: House, connection: Connection, group: Group, form: Form, change: Change, rows: list[Pending]
) -> EntryOutcome:
    about = _about(change)
    fields = telling.told_of(change, form)
    if leaves_nobody(change, directory.active_contacts(connection, group.key, change.participant.id)):
        _hold(house, connection, group, change, rows[0], about)
        pending.close(connection, rows, "held")
        return EntryOutcome(about, "held", fields, why=of_last_focal_point(house.authority))
    performed.perform(house, connection, group, change, rows[0].who, rows[0].message_id)
    announce.new_addresses(house, connection, group, change, rows[0].who, rows[0].message_id)
    pending.close(connection, rows, "applied")
    return EntryOutcome(about, "applied", fields)


def _about(change: Change) -> Bilingual:
    name = change.contact.name if change.contact else str(change.after.get("name", ""))
    place = change.participant.name
    return Bilingual(f"{name}, {place.es}", f"{name}, {place.en}")


def _hold(house: House, connection: Connection, group: Group, change: Change, row: Pending, about: Bilingual) -> None:
    assert change.contact is not None
    said = {"change": "leave"} if change.what == "leave" else change.after
    fields = {"name": change.contact.name, **said}
    entry = Entry("contact-update", {key: FieldValue(each, str(each), 0, "exact") for key, each in fields.items()})
    why = of_last_focal_point(house.authority)
    desk.open_hold(
        connection,
        group.key,
        kind="authority",
        message_id=row.message_id,
        participant_id=change.participant.id,
        sender=row.who,
        what=Bilingual(f"{about.es}: {why.es}", f"{about.en}: {why.en}"),
        proposal=[keeping.kept(entry, change.contact)],
        now=house.now(),
    )


def _tell(
    house: House,
    connection: Connection,
    group: Group,
    participant: Participant,
    row: Pending,
    told: Iterable[EntryOutcome],
) -> None:
    """Write to who announced it; to the focal points when they are no longer on the list."""
    people = directory.active_contacts(connection, group.key, participant.id)
    readers = [each for each in people if row.who in each.email] or list(ask.designated(people))
    facts = facts_of_group(connection, group)
    for reader in readers:
        letter = Effective(facts, person(reader), row.valid_from, tuple(told))
        envelope = Envelope(
            reader.email[0],
            reader.name,
            reader.language,
            f"effective:{row.message_id}",
            row.valid_from.isoformat(),
            contact=reader,
        )
        queue_letter(house, connection, group, letter, envelope)
