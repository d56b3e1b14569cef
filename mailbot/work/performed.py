"""A change written down: the record, its history, and what was to come of the same fields."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from mailbot.core.changes import (
    Change,
)
from mailbot.core.plans import measured_on, measured_value
from mailbot.core.records import Contact, Group, HistoryLine
from mailbot.edges.store import directory, ledger, measures, pending
from mailbot.work import records
from mailbot.work.house import House


@dataclass(frozen=True, slots=True)
class Origin:
    """What the history says of a change besides who proposed it: see ``HistoryLine``."""

    decided_by: str | None = None
    decision_message_id: int | None = None
    on_behalf: bool = False


PLAIN = Origin()
# What a form is about, of which DESHACER / UNDO takes a change back.
UNDOABLE = frozenset({"contact", "activity", "record"})


def perform(
    house: House,
    connection: Connection,
    group: Group,
    change: Change,
    who: str,
    message_id: int | None,
    origin: Origin = PLAIN,
) -> Contact | None:
    """Write a change, its history, and take away what was to come of the same fields; returns the contact."""
    if change.form:
        records.perform(house, connection, group, change, who, message_id)
        return None
    contact = _write(house, connection, group, change, message_id)
    _remember(house, connection, group, change, contact, who, message_id, origin)
    pending.supersede(connection, group.key, change)
    return contact


def _write(
    house: House, connection: Connection, group: Group, change: Change, message_id: int | None
) -> Contact | None:
    today = house.today(group)
    if change.what == "status" and change.activity is not None:
        ledger.put_status(
            connection,
            group.key,
            change.activity.id,
            change.participant.id,
            change.after,
            house.now(),
        )
        return None
    if change.indicator is not None:
        measures.add_measurement(
            connection,
            group.key,
            indicator_id=change.indicator.id,
            participant_id=change.participant.id,
            value=measured_value(change),
            measured_on=measured_on(change),
            source=str(change.after.get("source", "")),
            message_id=message_id,
            now=house.now(),
        )
        return None
    if change.replaces is not None:
        directory.change_contact(connection, group.key, change.replaces.id, {"active": False})
    if change.what == "new":
        contact_id = directory.add_contact(connection, group.key, change.participant, change.after, today)
        return directory.contact_by_id(connection, group.key, contact_id)
    if change.contact is None:
        return None
    fields: dict[str, object] = dict(change.after)
    fields["active" if change.what == "leave" else "confirmed_on"] = False if change.what == "leave" else today
    directory.change_contact(connection, group.key, change.contact.id, fields)
    return directory.contact_by_id(connection, group.key, change.contact.id)


def _remember(
    house: House,
    connection: Connection,
    group: Group,
    change: Change,
    contact: Contact | None,
    who: str,
    message_id: int | None,
    origin: Origin,
) -> None:
    now, participant = house.now(), change.participant.id
    lines = []
    if change.activity is not None:
        subject, subject_id = "activity", change.activity.id
    elif change.indicator is not None:
        subject, subject_id = "indicator", change.indicator.id
    else:
        subject, subject_id = "contact", contact.id if contact else 0
    if change.what in {"leave", "confirm"} and change.activity is None:
        after: object = False if change.what == "leave" else house.today(group).isoformat()
        field = "active" if change.what == "leave" else "confirmed_on"
        before: object = True
        if change.what == "confirm":
            held = change.contact.confirmed_on if change.contact else None
            before = held.isoformat() if held else None
        lines.append((subject_id, field, before, after))
    if change.what == "new":
        lines.append((subject_id, "active", None, True))  # None: there was nobody
    if change.replaces is not None:
        lines.append((change.replaces.id, "active", True, False))
    lines.extend((subject_id, each.field, each.before, each.after) for each in change.fields)
    ledger.add_history(
        connection,
        group.key,
        [
            HistoryLine(
                now,
                who,
                subject,
                about,
                participant,
                field,
                before,
                after,
                message_id,
                origin.decided_by,
                origin.decision_message_id,
                origin.on_behalf,
            )
            for about, field, before, after in lines
        ],
    )
