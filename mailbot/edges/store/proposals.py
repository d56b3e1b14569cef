"""Files of contacts that wait for the presidency's word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from mailbot.edges.store.tables import proposals


def add(connection: Connection, group: str, token: str, rows: Sequence[Any], due: date, now: datetime) -> None:
    """Keep a file as read, under the code that ties the answer to it."""
    values = {"group_key": group, "token": token, "rows": list(rows), "due": due, "proposed_at": now}
    connection.execute(insert(proposals).values(**values))


def open_one(connection: Connection, group: str, token: str) -> Any | None:
    """Return the undecided proposal (id, rows, due) under a code, or None."""
    return connection.execute(
        select(proposals).where(
            proposals.c.group_key == group, proposals.c.token == token, proposals.c.decided_at.is_(None)
        )
    ).first()


def close(connection: Connection, proposal_id: int, decision: str, by: str, now: datetime) -> None:
    """Write the decision; what the file said is not kept any longer."""
    values = {"decision": decision, "decided_by": by, "decided_at": now, "rows": []}
    connection.execute(update(proposals).where(proposals.c.id == proposal_id).values(**values))
