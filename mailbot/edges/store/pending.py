"""Changes of contacts that hold from a day to come: kept field by field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select, update

from mailbot.core.changes import Change
from mailbot.core.language import fold
from mailbot.edges.store.tables import pending_changes


@dataclass(frozen=True, slots=True)
class Pending:
    """One field of a change to come; ``contact_id`` None: somebody who arrives, ``value`` all their fields.

    ``field`` "active" with False: the person leaves.
    """

    id: int
    participant_id: int
    contact_id: int | None
    field: str
    value: Any
    valid_from: date
    message_id: int
    who: str


def keep(connection: Connection, group: str, change: Change, day: date, who: str, message_id: int) -> None:
    """Keep a change until its day; what waited for the same fields is superseded."""
    supersede(connection, group, change)
    connection.execute(
        insert(pending_changes),
        [
            {
                "group_key": group,
                "participant_id": change.participant.id,
                "contact_id": contact,
                "field": field,
                "value": value,
                "valid_from": day,
                "message_id": message_id,
                "who": who,
                "state": "waiting",
            }
            for contact, field, value in _parts(change)
        ],
    )


def _parts(change: Change) -> list[tuple[int | None, str, object]]:
    parts: list[tuple[int | None, str, object]] = []
    if change.what == "new":
        parts.append((None, "new", change.after))
    elif change.contact is not None and change.what == "leave":
        parts.append((change.contact.id, "active", False))
    elif change.contact is not None:
        parts.extend((change.contact.id, each.field, each.after) for each in change.fields)
    if change.replaces is not None:
        parts.append((change.replaces.id, "active", False))
    return parts


def supersede(connection: Connection, group: str, change: Change) -> None:
    """Take away what waits for fields that a newer change speaks of; all of it when the person leaves."""
    for contact, field, value in _parts(change):
        if contact is None:
            _supersede_arrival(connection, group, change.participant.id, value)
            continue
        condition = [pending_changes.c.contact_id == contact, pending_changes.c.state == "waiting"]
        if field != "active":
            condition.append(pending_changes.c.field == field)
        connection.execute(
            update(pending_changes).where(pending_changes.c.group_key == group, *condition).values(state="superseded")
        )


def waiting(connection: Connection, group: str, until: date | None = None) -> tuple[Pending, ...]:
    """Return what waits, of days up to ``until`` or all, in order of days and of asking."""
    condition = [pending_changes.c.group_key == group, pending_changes.c.state == "waiting"]
    if until is not None:
        condition.append(pending_changes.c.valid_from <= until)
    rows = connection.execute(
        select(pending_changes).where(*condition).order_by(pending_changes.c.valid_from, pending_changes.c.id)
    )
    return tuple(
        Pending(
            row.id,
            row.participant_id,
            row.contact_id,
            row.field,
            row.value,
            row.valid_from,
            row.message_id,
            row.who,
        )
        for row in rows
    )


def close(connection: Connection, rows: Iterable[Pending], state: str) -> None:
    """Mark rows as applied or held."""
    ids = [each.id for each in rows]
    connection.execute(update(pending_changes).where(pending_changes.c.id.in_(ids)).values(state=state))


def _supersede_arrival(connection: Connection, group: str, participant_id: int, value: object) -> None:
    """Take away an arrival of the same name: said again, it is said anew."""
    name = fold(str(value.get("name", ""))) if isinstance(value, Mapping) else ""
    same = [
        each
        for each in waiting(connection, group)
        if each.field == "new" and each.participant_id == participant_id and fold(str(each.value["name"])) == name
    ]
    close(connection, same, "superseded")
