"""Rows of other directories, by form and participant."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select, update

from mailbot.core.records import Participant
from mailbot.core.values import Bilingual
from mailbot.edges.store.tables import form_records, participants


@dataclass(frozen=True, slots=True)
class Row:
    """One row: whose, what identifies it, canonical values."""

    id: int
    form: str
    participant: Participant
    key: str
    fields: Mapping[str, Any]
    confirmed_on: date | None


def rows_of(connection: Connection, group: str, form: str | None = None) -> tuple[Row, ...]:
    """Return the rows on a list, or on all of them, in order of participants and keys."""
    condition = [form_records.c.group_key == group, form_records.c.active.is_(True)]
    if form is not None:
        condition.append(form_records.c.form == form)
    found = connection.execute(
        select(
            form_records,
            participants.c.code,
            participants.c.kind,
            participants.c.name_es,
            participants.c.name_en,
            participants.c.language,
        )
        .join(participants, participants.c.id == form_records.c.participant_id)
        .where(*condition)
        .order_by(form_records.c.form, participants.c.name_es, form_records.c.key)
    )
    return tuple(
        Row(
            row.id,
            row.form,
            Participant(row.participant_id, row.code, row.kind, Bilingual(row.name_es, row.name_en), row.language),
            row.key,
            row.fields,
            row.confirmed_on,
        )
        for row in found
    )


def form_of(connection: Connection, row_id: int) -> str | None:
    """Return the form of a row, on the list or no longer."""
    return connection.execute(select(form_records.c.form).where(form_records.c.id == row_id)).scalar()


def is_on_list(connection: Connection, group: str, form: str, participant: Participant, key: str) -> bool:
    """Tell whether a participant's row with this key stands on the list."""
    condition = (*_condition(group, form, participant), form_records.c.key == key, form_records.c.active.is_(True))
    return connection.execute(select(form_records.c.id).where(*condition)).first() is not None


def restore(connection: Connection, row_id: int, field: str, value: Any) -> None:
    """Let one field of a row stand as before, None: empty; "active": on the list or not."""
    row = connection.execute(select(form_records).where(form_records.c.id == row_id)).one()
    if field == "active":
        values: dict[str, Any] = {"active": bool(value)}
    else:
        kept = {name: held for name, held in row.fields.items() if name != field}
        values = {"fields": kept if value is None else {**kept, field: value}}
    connection.execute(update(form_records).where(form_records.c.id == row_id).values(**values))


def put_row(
    connection: Connection,
    group: str,
    form: str,
    participant: Participant,
    key: str,
    fields: Mapping[str, Any],
    day: date,
) -> int:
    """Enter a row or bring it up to date; fields not named stay.  Returns its id."""
    condition = (*_condition(group, form, participant), form_records.c.key == key)
    row = connection.execute(select(form_records).where(*condition)).first()
    if row is not None:
        merged = {**row.fields, **fields} if row.active else dict(fields)
        values = {"fields": merged, "active": True, "confirmed_on": day}
        connection.execute(update(form_records).where(form_records.c.id == row.id).values(**values))
        return int(row.id)
    made = connection.execute(
        insert(form_records).values(
            group_key=group,
            form=form,
            participant_id=participant.id,
            key=key,
            fields=dict(fields),
            active=True,
            confirmed_on=day,
        )
    ).inserted_primary_key
    assert made is not None
    return int(made[0])


def take_off(connection: Connection, group: str, form: str, participant: Participant, key: str) -> int:
    """Take a row off its list; returns its id."""
    condition = (*_condition(group, form, participant), form_records.c.key == key)
    connection.execute(update(form_records).where(*condition).values(active=False))
    return int(connection.execute(select(form_records.c.id).where(*condition)).scalar_one())


def confirm_all(connection: Connection, group: str, form: str, participant: Participant, day: date) -> None:
    """Renew the confirmation of all rows of a participant."""
    condition = _condition(group, form, participant)
    connection.execute(update(form_records).where(*condition, form_records.c.active.is_(True)).values(confirmed_on=day))


def _condition(group: str, form: str, participant: Participant) -> tuple[Any, ...]:
    return (
        form_records.c.group_key == group,
        form_records.c.form == form,
        form_records.c.participant_id == participant.id,
    )
