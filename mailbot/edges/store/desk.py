"""What waits for somebody: holds, absences; editions of the list; how the daemon is doing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from mailbot.core.records import HoldRecord
from mailbot.core.values import Bilingual
from mailbot.edges.store.tables import absences, editions, holds, signals


def open_hold(
    connection: Connection,
    group: str,
    *,
    kind: str,
    message_id: int,
    participant_id: int | None,
    sender: str,
    what: Bilingual,
    proposal: object,
    now: datetime,
    token: str | None = None,
    asked_of: Sequence[str] = (),
) -> int:
    """Open a hold; returns its number within the group.

    ``asked_of`` are the addresses that may confirm it; none stands for the sender's.
    """
    number = 1 + int(
        connection.execute(
            select(func.coalesce(func.max(holds.c.number), 0)).where(holds.c.group_key == group)
        ).scalar_one()
    )
    connection.execute(
        insert(holds).values(
            group_key=group,
            number=number,
            kind=kind,
            message_id=message_id,
            participant_id=participant_id,
            sender=sender,
            what_es=what.es,
            what_en=what.en,
            proposal=proposal,
            token=token,
            asked_of=[each.lower() for each in asked_of] or None,
            opened_at=now,
        )
    )
    return number


def holds_open(connection: Connection, group: str, token: str | None = None) -> tuple[HoldRecord, ...]:
    """Return what waits for a decision, in order of number."""
    condition = [holds.c.group_key == group, holds.c.closed_at.is_(None)]
    if token is not None:
        condition.append(holds.c.token == token)
    return _holds_where(connection, *condition)


def hold_by_number(connection: Connection, group: str, number: int) -> HoldRecord | None:
    """Return the hold with this number, open or closed; None when the group has none."""
    found = _holds_where(connection, holds.c.group_key == group, holds.c.number == number)
    return found[0] if found else None


def closed_with(connection: Connection, group: str, token: str) -> HoldRecord | None:
    """Return the first decided hold that was put under a request's code, or None."""
    found = _holds_where(connection, holds.c.group_key == group, holds.c.token == token, holds.c.closed_at.is_not(None))
    return found[0] if found else None


def holds_of(connection: Connection, group: str, kind: str, sender: str) -> tuple[HoldRecord, ...]:
    """Return the holds of a kind about what an address sent, open or closed."""
    mine = (holds.c.group_key == group, holds.c.kind == kind, holds.c.sender == sender)
    return _holds_where(connection, *mine)


def _holds_where(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[HoldRecord, ...]:
    rows = connection.execute(select(holds).where(*conditions).order_by(holds.c.number))
    return tuple(
        HoldRecord(
            row.id,
            row.number,
            row.kind,
            row.message_id,
            row.participant_id,
            row.sender,
            Bilingual(row.what_es, row.what_en),
            row.proposal,
            row.opened_at,
            row.token,
            row.closed_at,
            row.decision or "",
            row.decided_by or "",
            row.reason,
            row.told_at,
            row.reminded_at,
            tuple(row.asked_of or (row.sender.lower(),)),
        )
        for row in rows
    )


def close_hold(
    connection: Connection, hold_id: int, decision: str, decided_by: str, now: datetime, reason: str = ""
) -> bool:
    """Close a hold with its decision and who took it; False when somebody was quicker: it stays theirs."""
    result = connection.execute(
        update(holds)
        .where(holds.c.id == hold_id, holds.c.closed_at.is_(None))
        .values(closed_at=now, decision=decision, decided_by=decided_by, reason=reason)
    )
    return result.rowcount == 1


def note_told(connection: Connection, ids: Sequence[int], now: datetime, *, again: bool) -> None:
    """Remember that those who decide were written to about these holds, or recalled to them (``again``)."""
    changed: dict[str, datetime] = {"reminded_at" if again else "told_at": now}
    connection.execute(update(holds).where(holds.c.id.in_(list(ids))).values(**changed))


def note_absence(connection: Connection, group: str, address: str, until: date) -> None:
    """Remember the last day somebody is away: reminders wait."""
    condition = (absences.c.group_key == group, absences.c.address == address.lower())
    found = connection.execute(select(absences.c.id).where(*condition)).first()
    if found is None:
        connection.execute(insert(absences).values(group_key=group, address=address.lower(), until=until))
    else:
        connection.execute(update(absences).where(*condition).values(until=until))


def away_on(connection: Connection, group: str, day: date) -> frozenset[str]:
    """Return the addresses whose owners are away on a day."""
    rows = connection.execute(select(absences.c.address).where(absences.c.group_key == group, absences.c.until >= day))
    return frozenset(row.address for row in rows)


def last_edition(connection: Connection, group: str) -> Any | None:
    """Return the newest edition of the contact list (number, dated, rows), or None."""
    return connection.execute(
        select(editions).where(editions.c.group_key == group).order_by(editions.c.number.desc()).limit(1)
    ).first()


def edition_rows(connection: Connection, group: str, number: int) -> list[Any]:
    """Return the rows of an edition as distributed; none for a number that was never given."""
    wanted = (editions.c.group_key == group, editions.c.number == number)
    return list(connection.execute(select(editions.c.rows).where(*wanted)).scalar() or ())


def editions_of(connection: Connection, group: str) -> tuple[Any, ...]:
    """Return all editions of the contact list (number, dated, rows), oldest first."""
    return tuple(connection.execute(select(editions).where(editions.c.group_key == group).order_by(editions.c.number)))


def add_edition(connection: Connection, group: str, number: int, dated: date, rows: Sequence[Any]) -> None:
    """Keep a dated edition with its rows as distributed."""
    connection.execute(insert(editions).values(group_key=group, number=number, dated=dated, rows=list(rows)))


def signal(connection: Connection, name: str, *, ok: bool, words: str, now: datetime) -> bool:
    """Remember how a part of the daemon is doing; True when that changed."""
    row = connection.execute(select(signals).where(signals.c.name == name)).first()
    if row is None:
        connection.execute(insert(signals).values(name=name, at=now, ok=ok, words=words[:2000]))
        return not ok
    connection.execute(update(signals).where(signals.c.name == name).values(at=now, ok=ok, words=words[:2000]))
    return bool(row.ok != ok)


def noted(connection: Connection, name: str, words: str, now: datetime) -> bool:
    """Remember the last word of a part that works; True when it is another than before."""
    before = connection.execute(select(signals.c.words).where(signals.c.name == name)).scalar()
    make = postgres_insert if connection.dialect.name == "postgresql" else sqlite_insert
    said = {"at": now, "ok": True, "words": words}
    connection.execute(
        make(signals).values(name=name, **said).on_conflict_do_update(index_elements=["name"], set_=said)
    )
    return (before or "") != words


def last_word(connection: Connection, name: str) -> str:
    """Return the last word of a part, "" before its first."""
    return connection.execute(select(signals.c.words).where(signals.c.name == name)).scalar() or ""


def all_signals(connection: Connection) -> tuple[Any, ...]:
    """Return the last word of each part of the daemon."""
    return tuple(connection.execute(select(signals).order_by(signals.c.name)))
