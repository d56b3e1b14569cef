"""Reports to meetings: drafts, what became final, and what counts for their period."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from mailbot.edges.store.tables import history, messages, reminders, reports, requests


def last_final(connection: Connection, group: str) -> Any | None:
    """Return the newest final report, or None."""
    return connection.execute(
        select(reports)
        .where(reports.c.group_key == group, reports.c.state == "final")
        .order_by(reports.c.number.desc())
        .limit(1)
    ).first()


def newest(connection: Connection, group: str, occasion: str) -> Any | None:
    """Return the newest report of an occasion, whatever its state."""
    return connection.execute(
        select(reports)
        .where(reports.c.group_key == group, reports.c.occasion == occasion)
        .order_by(reports.c.revision.desc())
        .limit(1)
    ).first()


def by_code(connection: Connection, group: str, code: str) -> Any | None:
    """Return the report with this code, or None."""
    return connection.execute(select(reports).where(reports.c.group_key == group, reports.c.code == code)).first()


def by_number(connection: Connection, group: str, number: int) -> Any | None:
    """Return the final report with this number, or None."""
    return connection.execute(select(reports).where(reports.c.group_key == group, reports.c.number == number)).first()


def next_number(connection: Connection, group: str) -> int:
    """Return the number that the next final report takes."""
    found = connection.execute(select(func.coalesce(func.max(reports.c.number), 0)).where(reports.c.group_key == group))
    return 1 + int(found.scalar_one())


def add_draft(connection: Connection, group: str, values: Mapping[str, Any]) -> int | None:
    """Keep a draft; None when somebody kept this revision of the occasion in the same moment.

    Earlier drafts, of whatever occasion, are superseded: one at a time waits for approval.
    """
    make = postgres_insert if connection.dialect.name == "postgresql" else sqlite_insert
    row = connection.execute(
        make(reports)
        .values(group_key=group, state="draft", **values)
        .on_conflict_do_nothing(index_elements=["group_key", "occasion", "revision"])
        .returning(reports.c.id)
    ).first()
    if row is None:
        return None
    connection.execute(
        update(reports)
        .where(reports.c.group_key == group, reports.c.state == "draft", reports.c.id != row.id)
        .values(state="superseded")
    )
    return int(row.id)


def make_final(
    connection: Connection, report_id: int, number: int, files: Mapping[str, str], by: str, now: datetime
) -> bool:
    """Number a draft and make it final; False when it is a draft no more."""
    done = connection.execute(
        update(reports)
        .where(reports.c.id == report_id, reports.c.state == "draft")
        .values(state="final", number=number, files=dict(files), decided_by=by, decided_at=now)
    )
    return done.rowcount == 1


def keep_facts(connection: Connection, report_id: int, facts: Mapping[str, Any]) -> None:
    """Keep the facts of a final report as they went out, number and date included."""
    connection.execute(update(reports).where(reports.c.id == report_id).values(facts=dict(facts)))


def first_instant(connection: Connection, group: str) -> datetime | None:
    """Return when the group's first message, request or change was recorded."""
    columns = (messages.c.received_at, requests.c.asked_at, history.c.at)
    found = [
        connection.execute(select(func.min(column)).where(column.table.c.group_key == group)).scalar()
        for column in columns
    ]
    return min((each for each in found if each is not None), default=None)


def reminders_between(connection: Connection, group: str, start: datetime, end: datetime) -> dict[int, int]:
    """Return how many reminders went about each request between two instants, by its id."""
    rows = connection.execute(
        select(reminders.c.request_id, func.count().label("sent"))
        .where(
            reminders.c.group_key == group,
            reminders.c.letter_id.is_not(None),
            reminders.c.at >= start,
            reminders.c.at < end,
        )
        .group_by(reminders.c.request_id)
    )
    return {row.request_id: int(row.sent) for row in rows}
