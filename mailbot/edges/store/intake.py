"""Messages: raw bytes first, one outcome later."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, or_, select, update

from mailbot.core.values import Collected, Position
from mailbot.edges.store.tables import messages


def store_raw(connection: Connection, group: str, batch: Iterable[Collected], now: datetime) -> int:
    """Write a batch of raw messages; what is held already (same position) is passed over.

    Returns how many were new.
    """
    rows = [
        {
            "group_key": group,
            "mailbox": each.position.mailbox,
            "uidvalidity": each.position.uidvalidity,
            "uid": each.position.uid,
            "name": each.position.name,
            "sha256": hashlib.sha256(each.raw).hexdigest(),
            "raw": each.raw,
            "received_at": now,
            "attempts": 0,
            "filed": False,
        }
        for each in batch
    ]
    fresh = [row for row in rows if not _held(connection, row)]
    if fresh:
        connection.execute(insert(messages), fresh)
    return len(fresh)


def _held(connection: Connection, row: Mapping[str, Any]) -> bool:
    keys = ("group_key", "mailbox", "uidvalidity", "uid", "name")
    condition = [messages.c[key] == row[key] for key in keys]
    return connection.execute(select(messages.c.id).where(*condition)).first() is not None


def last_position(connection: Connection, group: str, mailbox: str) -> Position | None:
    """Return the highest position held of a mailbox's newest UIDVALIDITY."""
    newest = (
        select(messages.c.uidvalidity)
        .where(messages.c.group_key == group, messages.c.mailbox == mailbox)
        .order_by(messages.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    row = connection.execute(
        select(messages.c.uidvalidity, func.max(messages.c.uid).label("uid"))
        .where(
            messages.c.group_key == group,
            messages.c.mailbox == mailbox,
            messages.c.uidvalidity == newest,
        )
        .group_by(messages.c.uidvalidity)
    ).first()
    return None if row is None else Position(mailbox, row.uidvalidity, row.uid)


def waiting(connection: Connection, group: str, limit: int = 50) -> tuple[int, ...]:
    """Return ids of messages without an outcome, oldest first."""
    found = connection.execute(
        select(messages.c.id)
        .where(messages.c.group_key == group, messages.c.outcome.is_(None))
        .order_by(messages.c.id)
        .limit(limit)
    )
    return tuple(row.id for row in found)


def message_row(connection: Connection, message_id: int) -> Any:
    """Return the whole row of a stored message."""
    return connection.execute(select(messages).where(messages.c.id == message_id)).one()


def find_message(connection: Connection, name: str) -> Any | None:
    """Find a stored message by Message-ID (with or without <>), number or hash."""
    bare = name.strip().strip("<>")
    conditions = [messages.c.message_id == bare, messages.c.sha256 == bare]
    if bare.isdigit() and len(bare) < 10:
        conditions.append(messages.c.id == int(bare))
    return connection.execute(select(messages).where(or_(*conditions)).order_by(messages.c.id).limit(1)).first()


def twin(
    connection: Connection, group: str, row_id: int, sha256: str, message_id: str | None
) -> tuple[int, bool] | None:
    """Return (id, same bytes) of an earlier handled message that is this one again.

    The same hash is the same message.  The same Message-ID with other bytes is reported
    with False: mail systems add headers on the way, so the reader compares what it says.
    """
    same = [messages.c.sha256 == sha256]
    if message_id:
        same.append(messages.c.message_id == message_id)
    rows = connection.execute(
        select(messages.c.id, messages.c.sha256)
        .where(messages.c.group_key == group, messages.c.id < row_id, or_(*same))
        .where(messages.c.outcome.is_not(None))
        .order_by(messages.c.id)
    ).all()
    for row in rows:
        if row.sha256 == sha256:
            return row.id, True
    return (rows[0].id, False) if rows else None


def record_outcome(connection: Connection, row_id: int, outcome: str, reason: str, **values: Any) -> None:
    """Write the one outcome of a message."""
    connection.execute(update(messages).where(messages.c.id == row_id).values(outcome=outcome, reason=reason, **values))


def begin_batch(connection: Connection, group: str, limit: int) -> tuple[int, ...]:
    """Count a start for the messages to be handled now and return their ids, oldest first.

    Messages begun before (their process died) come alone, so that only the one at fault
    counts up to the limit of starts.
    """
    rows = connection.execute(
        select(messages.c.id, messages.c.attempts)
        .where(messages.c.group_key == group, messages.c.outcome.is_(None))
        .order_by(messages.c.id)
        .limit(limit)
    ).all()
    begun = [row.id for row in rows if row.attempts]
    ids = begun[:1] or [row.id for row in rows]
    if ids:
        connection.execute(update(messages).where(messages.c.id.in_(ids)).values(attempts=messages.c.attempts + 1))
    return tuple(ids)


def uncount(connection: Connection, ids: Iterable[int]) -> None:
    """Take back one counted start of each message."""
    connection.execute(update(messages).where(messages.c.id.in_(list(ids))).values(attempts=messages.c.attempts - 1))


def give_back(connection: Connection, row_id: int) -> None:
    """Let a message wait again, to be handled with what is known now."""
    connection.execute(update(messages).where(messages.c.id == row_id).values(outcome=None, reason=None, attempts=0))


def position_of(row: Any) -> Position:
    """Return where a stored message lies."""
    return Position(row.mailbox, row.uidvalidity, row.uid, row.name)


def to_file(connection: Connection, group: str, mailbox: str, limit: int = 500) -> tuple[Any, ...]:
    """Return handled messages not yet marked or moved in their mailbox."""
    return tuple(
        connection.execute(
            select(
                messages.c.id,
                messages.c.mailbox,
                messages.c.uidvalidity,
                messages.c.uid,
                messages.c.name,
            )
            .where(
                messages.c.group_key == group,
                messages.c.mailbox == mailbox,
                messages.c.outcome.is_not(None),
                messages.c.filed.is_(False),
            )
            .order_by(messages.c.id)
            .limit(limit)
        )
    )


def mark_filed(connection: Connection, ids: Iterable[int]) -> None:
    """Remember that these were marked or moved in their mailbox."""
    connection.execute(update(messages).where(messages.c.id.in_(list(ids))).values(filed=True))


def empty_raw(connection: Connection, group: str, before: datetime) -> int:
    """Empty the bytes of messages handled and filed before an instant; returns how many."""
    result = connection.execute(
        update(messages)
        .where(
            messages.c.group_key == group,
            messages.c.handled_at < before,
            messages.c.filed.is_(True),
            func.length(messages.c.raw) > 0,
        )
        .values(raw=b"")
    )
    return int(result.rowcount)


def counts_since(connection: Connection, group: str, start: datetime, end: datetime) -> int:
    """Return how many messages came in between two instants."""
    return int(
        connection.execute(
            select(func.count())
            .select_from(messages)
            .where(
                messages.c.group_key == group,
                messages.c.received_at >= start,
                messages.c.received_at < end,
            )
        ).scalar_one()
    )
