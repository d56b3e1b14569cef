"""Letters: fixed when queued, claimed before they leave, remembered after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from mailbot.core.values import Bilingual
from mailbot.edges.store.tables import letter_contacts, letters, participants, reminders, requests


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A letter with its fixed bytes, unique per (purpose, recipient, period) in its group."""

    purpose: str
    recipient: str
    period: str
    kind: str
    message_id: str
    subject: str
    raw: bytes
    expires_at: datetime | None = None
    contact_id: int | None = None
    participant_id: int | None = None
    request_id: int | None = None
    answers_message_id: int | None = None
    rows: tuple[dict[str, object], ...] | None = None  # what its numbered rows mean


@dataclass(frozen=True, slots=True)
class Claimed:
    """A letter taken for delivery."""

    id: int
    recipient: str
    raw: bytes
    message_id: str
    kind: str
    attempts: int
    queued_at: datetime
    expires_at: datetime | None


def queue(connection: Connection, group: str, letter: Outgoing, now: datetime) -> int | None:
    """Put a letter in the outbox; None when its (purpose, recipient, period) was said before."""
    make = postgres_insert if connection.dialect.name == "postgresql" else sqlite_insert
    row = connection.execute(
        make(letters)
        .values(
            group_key=group,
            purpose=letter.purpose,
            recipient=letter.recipient.lower(),
            period=letter.period,
            kind=letter.kind,
            message_id=letter.message_id,
            subject=letter.subject,
            raw=letter.raw,
            contact_id=letter.contact_id,
            participant_id=letter.participant_id,
            request_id=letter.request_id,
            answers_message_id=letter.answers_message_id,
            rows=None if letter.rows is None else list(letter.rows),
            queued_at=now,
            expires_at=letter.expires_at,
            state="queued",
            attempts=0,
            resent=0,
            next_try=now,
        )
        .on_conflict_do_nothing(index_elements=["group_key", "purpose", "recipient", "period"])
        .returning(letters.c.id)
    ).first()
    return None if row is None else int(row.id)


def claim(connection: Connection, group: str, by: str, now: datetime, limit: int) -> tuple[Claimed, ...]:
    """Take up to ``limit`` letters that are due; they stay claimed until a result is written."""
    pick = (
        select(letters)
        .where(letters.c.group_key == group, letters.c.state == "queued", letters.c.next_try <= now)
        .order_by(letters.c.id)
        .limit(limit)
    )
    if connection.dialect.name == "postgresql":
        pick = pick.with_for_update(skip_locked=True)
    rows = connection.execute(pick).all()
    settled = _settled(connection, [row.id for row in rows if row.kind == "reminder"])
    alive = [row for row in rows if (row.expires_at is None or row.expires_at > now) and row.id not in settled]
    expired = [row.id for row in rows if row not in alive]
    if expired:
        connection.execute(update(letters).where(letters.c.id.in_(expired)).values(state="expired"))
    if alive:
        connection.execute(
            update(letters)
            .where(letters.c.id.in_([row.id for row in alive]))
            .values(state="claimed", claimed_by=by, attempts=letters.c.attempts + 1)
        )
    return tuple(
        Claimed(
            row.id,
            row.recipient,
            row.raw,
            row.message_id,
            row.kind,
            row.attempts + 1,
            row.queued_at,
            row.expires_at,
        )
        for row in alive
    )


def _settled(connection: Connection, waiting: Sequence[int]) -> frozenset[int]:
    """Return those of these reminders that recall nothing any more: answered, or moved, before they left."""
    if not waiting:
        return frozenset()
    rows = connection.execute(
        select(reminders.c.letter_id)
        .join(requests, requests.c.id == reminders.c.request_id)
        .where(reminders.c.letter_id.in_(waiting), requests.c.state == "asked")
    )
    return frozenset(waiting) - {row.letter_id for row in rows}


def recover(connection: Connection, group: str, by: str) -> int:
    """Give back letters claimed by a process that is gone, counted as resent.

    The window SMTP leaves open: such a letter may have been accepted already; it goes again with
    the same Message-ID.  One daemon serves a group, so every claim but our own is an orphan.
    """
    result = connection.execute(
        update(letters)
        .where(
            letters.c.group_key == group,
            letters.c.state == "claimed",
            letters.c.claimed_by != by,
        )
        .values(state="queued", claimed_by=None, resent=letters.c.resent + 1)
    )
    return int(result.rowcount)


def write_result(
    connection: Connection,
    letter_id: int,
    state: str,
    next_try: datetime,
    words: str,
    now: datetime,
) -> None:
    """Record what the carrier said of a letter."""
    connection.execute(
        update(letters)
        .where(letters.c.id == letter_id)
        .values(
            state=state,
            next_try=next_try,
            words=words[:500],
            claimed_by=None,
            sent_at=now if state == "sent" else None,
        )
    )


def mark_letters_bounced(connection: Connection, group: str, recipient: str, words: str) -> int:
    """Mark the newest sent letter to a failing address as bounced."""
    newest = connection.execute(
        select(letters.c.id)
        .where(
            letters.c.group_key == group,
            letters.c.recipient == recipient.lower(),
            letters.c.state == "sent",
        )
        .order_by(letters.c.id.desc())
        .limit(1)
    ).first()
    if newest is None:
        return 0
    connection.execute(update(letters).where(letters.c.id == newest.id).values(state="bounced", words=words[:500]))
    return 1


def sent_between(connection: Connection, group: str, start: datetime, end: datetime) -> int:
    """Return how many letters left between two instants."""
    return int(
        connection.execute(
            select(func.count())
            .select_from(letters)
            .where(letters.c.group_key == group, letters.c.sent_at >= start, letters.c.sent_at < end)
        ).scalar_one()
    )


def answers_to(connection: Connection, group: str, address: str, now: datetime) -> int:
    """Return how many answers to messages went to an address in the last 24 hours."""
    return int(
        connection.execute(
            select(func.count())
            .select_from(letters)
            .where(
                letters.c.group_key == group,
                letters.c.recipient == address.lower(),
                letters.c.answers_message_id.is_not(None),
                letters.c.queued_at > now - timedelta(hours=24),
            )
        ).scalar_one()
    )


def letter_by_message_id(connection: Connection, message_id: str) -> Any | None:
    """Return the letter with this Message-ID (without <>), or None."""
    return connection.execute(select(letters).where(letters.c.message_id == message_id)).first()


def letter_of_request(connection: Connection, request_id: int, recipient: str) -> Any | None:
    """Return the newest letter about a request to an address, else to anybody."""
    rows = connection.execute(
        select(letters).where(letters.c.request_id == request_id).order_by(letters.c.id.desc())
    ).all()
    mine = [row for row in rows if row.recipient == recipient.lower()]
    found = mine or list(rows)
    return found[0] if found else None


def rows_for(connection: Connection, request_id: int, recipient: str) -> tuple[list[dict[str, object]], ...]:
    """Return what the numbered rows meant in each letter about a request to an address."""
    found = connection.execute(
        select(letters.c.rows)
        .where(letters.c.request_id == request_id, letters.c.recipient == recipient.lower())
        .order_by(letters.c.id)
    )
    return tuple(row.rows for row in found if row.rows)


def requests_recalled(connection: Connection, letter_id: int) -> tuple[int, ...]:
    """Return the ids of the requests that one reminder was about, in the order of the ledger."""
    rows = connection.execute(
        select(reminders.c.request_id).where(reminders.c.letter_id == letter_id).order_by(reminders.c.id)
    )
    return tuple(dict.fromkeys(row.request_id for row in rows))


def letters_to(connection: Connection, group: str, address: str) -> int:
    """Return how many letters were ever put for an address."""
    return int(
        connection.execute(
            select(func.count())
            .select_from(letters)
            .where(letters.c.group_key == group, letters.c.recipient == address.lower())
        ).scalar_one()
    )


def note_shown(connection: Connection, letter_id: int, contact_ids: Sequence[int]) -> None:
    """Keep whose data a letter shows."""
    rows = [{"letter_id": letter_id, "contact_id": each} for each in contact_ids]
    if rows:
        connection.execute(insert(letter_contacts), rows)


def shown_in(connection: Connection, letter_id: int) -> tuple[int, ...]:
    """Return the ids of the contacts whose data a letter shows."""
    rows = connection.execute(
        select(letter_contacts.c.contact_id)
        .where(letter_contacts.c.letter_id == letter_id)
        .order_by(letter_contacts.c.contact_id)
    )
    return tuple(row.contact_id for row in rows)


def readers_of_edition(connection: Connection, group: str, number: int) -> tuple[tuple[Bilingual, ...], int]:
    """Return the participants whose people were sent an edition of the contact list, and how many people."""
    rows = connection.execute(
        select(participants.c.name_es, participants.c.name_en)
        .join(letters, letters.c.participant_id == participants.c.id)
        .where(
            letters.c.group_key == group,
            letters.c.purpose == "contact-list",
            letters.c.period == f"edition-{number}",
            letters.c.state.in_(("queued", "claimed", "sent")),
        )
        .order_by(participants.c.name_es)
    ).all()
    return tuple(Bilingual(row.name_es, row.name_en) for row in rows), len(rows)


def editions_received(connection: Connection, group: str) -> dict[int, int]:
    """Return, by contact id, the number of the last edition of the contact list that went to them."""
    rows = connection.execute(
        select(letters.c.contact_id, letters.c.period).where(
            letters.c.group_key == group,
            letters.c.purpose == "contact-list",
            letters.c.contact_id.is_not(None),
            letters.c.state.in_(("queued", "claimed", "sent")),
        )
    )
    found: dict[int, int] = {}
    for row in rows:
        number = int(row.period.removeprefix("edition-"))
        found[row.contact_id] = max(number, found.get(row.contact_id, 0))
    return found


def periods_of(connection: Connection, group: str, purpose: str) -> tuple[str, ...]:
    """Return the periods for which letters of a purpose were put, each once."""
    rows = connection.execute(
        select(letters.c.period).where(letters.c.group_key == group, letters.c.purpose == purpose).distinct()
    )
    return tuple(row.period for row in rows)


def recipients_of(connection: Connection, group: str, purpose: str, period: str) -> frozenset[str]:
    """Return the addresses to which letters of a purpose and period were put."""
    rows = connection.execute(
        select(letters.c.recipient).where(
            letters.c.group_key == group, letters.c.purpose == purpose, letters.c.period == period
        )
    )
    return frozenset(row.recipient for row in rows)


def forget_reminders(connection: Connection, request_id: int) -> None:
    """Take a request's stages out of the ledger, since its date has moved; the letters stay."""
    connection.execute(delete(reminders).where(reminders.c.request_id == request_id))


def said_reminders(connection: Connection, group: str) -> frozenset[tuple[int, str, str]]:
    """Return the ledger of reminders as (request id, address, stage)."""
    found = connection.execute(
        select(reminders.c.request_id, reminders.c.recipient, reminders.c.stage).where(reminders.c.group_key == group)
    )
    return frozenset((row.request_id, row.recipient, row.stage) for row in found)


def note_reminder(
    connection: Connection,
    group: str,
    request_id: int,
    recipient: str,
    stage: str,
    letter_id: int | None,
    now: datetime,
) -> None:
    """Enter one (request, recipient, stage) in the ledger; the table refuses a second."""
    connection.execute(
        insert(reminders).values(
            group_key=group,
            request_id=request_id,
            recipient=recipient,
            stage=stage,
            letter_id=letter_id,
            at=now,
        )
    )


def pending_count(connection: Connection, group: str) -> int:
    """Return how many letters still wait to leave."""
    return int(
        connection.execute(
            select(func.count())
            .select_from(letters)
            .where(letters.c.group_key == group, letters.c.state.in_(("queued", "claimed")))
        ).scalar_one()
    )
