"""The engine: SQLite (WAL, synchronous=FULL) or PostgreSQL through psycopg 3."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from mailbot.core.values import Bilingual, OperatorError

BUSY_MS = 30_000


def open_engine(url: str) -> Engine:
    """Return an engine for ``sqlite:///file`` or ``postgresql+psycopg://…``.

    Raises OperatorError for anything else.  On SQLite every transaction begins
    IMMEDIATE: two writers queue up instead of failing half-way.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        parsed = None
    if parsed is None or parsed.drivername not in {"sqlite", "postgresql", "postgresql+psycopg"}:
        raise OperatorError(
            [
                Bilingual(
                    f"database: no se entiende «{url}»; use sqlite:///archivo.db o "
                    "postgresql+psycopg://usuario@servidor/base",
                    f"database: “{url}” is not understood; use sqlite:///file.db or "
                    "postgresql+psycopg://user@server/base",
                )
            ]
        )
    if parsed.drivername == "sqlite":
        return _sqlite(url)
    if parsed.drivername == "postgresql":
        url = parsed.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    return create_engine(url, pool_pre_ping=True, pool_size=5, max_overflow=5)


def _sqlite(url: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_MS / 1000})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # The driver must not open transactions by itself: we say BEGIN IMMEDIATE.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    cursor.close()
