"""A directory or programme from rows at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection

from mailbot.core.records import Group
from mailbot.work import import_contacts
from mailbot.work.house import House
from mailbot.work.import_contacts import Planned
from mailbot.work.import_rows import from_mappings

Row = Mapping[str, Any]


def plan_contacts(house: House, connection: Connection, group: Group, rows: Iterable[Row]) -> tuple[Planned, ...]:
    """Say of each row what it would do to the directory; doubtful rows do nothing."""
    reader = import_contacts.Reader(house, connection, group)
    return import_contacts.plan(reader, connection, group, from_mappings(rows, reader.form).rows)


def apply_contacts(house: House, connection: Connection, group: Group, planned: Iterable[Planned]) -> int:
    """Enter what is new and changed, with history; returns how many contacts were written."""
    return import_contacts.apply(house, connection, group, planned)
