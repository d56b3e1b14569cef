"""Other directories: rows kept by mail, from a rule file alone."""

from __future__ import annotations

from sqlalchemy import Connection

from mailbot.core.changes import Change, Planned
from mailbot.core.fields import show
from mailbot.core.recording import plan_record
from mailbot.core.records import Group, HistoryLine, Participant
from mailbot.core.values import Bilingual, Entry, Form
from mailbot.edges.store import ledger, rows
from mailbot.work.house import House


def plan(connection: Connection, group: Group, form: Form, entry: Entry, participant: Participant) -> Planned:
    """Return what an entry would change in the participant's rows."""
    held = {
        each.key: each.fields
        for each in rows.rows_of(connection, group.key, form.id)
        if each.participant.id == participant.id
    }
    return plan_record(form, entry, participant, held)


def perform(
    house: House, connection: Connection, group: Group, change: Change, who: str, message_id: int | None
) -> None:
    """Write a change of a row with its history."""
    today, participant = house.today(group), change.participant
    if change.what == "confirm":
        rows.confirm_all(connection, group.key, change.form, participant, today)
        lines: list[tuple[int, str, object, object]] = [(0, "confirmed_on", None, today.isoformat())]
    elif change.what == "leave":
        row_id = rows.take_off(connection, group.key, change.form, participant, change.key)
        lines = [(row_id, "active", True, False)]
    else:
        there = rows.is_on_list(connection, group.key, change.form, participant, change.key)
        row_id = rows.put_row(connection, group.key, change.form, participant, change.key, change.after, today)
        lines = [] if there else [(row_id, "active", None, True)]  # None: there was no such row
        lines += [(row_id, each.field, each.before, each.after) for each in change.fields]
    now = house.now()
    ledger.add_history(
        connection,
        group.key,
        [
            HistoryLine(now, who, "record", about, participant.id, field, before, after, message_id)
            for about, field, before, after in lines
        ],
    )


def columns(form: Form) -> tuple[str, ...]:
    """Return the fields that a list of this form shows: all but the one that says what is to be done."""
    moved = form.no_change_field or "change"
    return tuple(each.id for each in form.fields if each.id != moved)


def heads(form: Form) -> tuple[Bilingual, ...]:
    """Return the headings of the list."""
    return (
        Bilingual("Participante", "Participant"),
        *(form.field(each).label for each in columns(form)),
        Bilingual("Confirmado", "Confirmed"),
    )


def listed(connection: Connection, group: Group, form: Form, language: str) -> list[list[str]]:
    """Return the list as rows of text, one cell for each heading."""
    found = []
    for row in rows.rows_of(connection, group.key, form.id):
        cells = [_cell(form, each, row.fields.get(each)).get(language) for each in columns(form)]
        day = row.confirmed_on.isoformat() if row.confirmed_on else ""
        found.append([row.participant.name.get(language), *cells, day])
    return found


def sentences(connection: Connection, group: Group, form: Form, participant: Participant) -> tuple[Bilingual, ...]:
    """Return a participant's rows on one line each, without labels: nothing in them reads as an answer."""
    said = []
    for row in rows.rows_of(connection, group.key, form.id):
        if row.participant.id == participant.id:
            cells = [_cell(form, each, row.fields.get(each)) for each in columns(form)]
            said.append(Bilingual(*(", ".join(filter(None, (c.get(t) for c in cells))) for t in ("es", "en"))))
    return tuple(said)


def _cell(form: Form, field: str, value: object) -> Bilingual:
    return Bilingual("", "") if value in (None, "", []) else show(form.field(field), value)
