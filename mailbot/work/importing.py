"""A directory or programme from rows at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection

from mailbot.core import windows
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


def programme_rows(rows: Iterable[Row], today: date) -> tuple[dict[str, Any], ...]:
    """Return activities and their milestones as the store keeps them.

    Dates given in the file win; else the calendar text is read, and what it does not
    date stays undated.
    """
    found = []
    for row in rows:
        found.append(_activity(row, None, today))
        found.extend(
            _activity({**_inherited(row), **milestone}, str(row["id"]), today)
            for milestone in row.get("milestones") or ()
        )
    return tuple(found)


def _inherited(row: Row) -> dict[str, Any]:
    return {key: row[key] for key in row if key.startswith(("theme", "objective"))}


def _activity(row: Row, parent: str | None, today: date) -> dict[str, Any]:
    title_es = str(row.get("activity_es") or row.get("text_es") or row.get("title_es") or "")
    title_en = str(row.get("activity_en") or row.get("text_en") or row.get("title_en") or title_es)
    text = str(row.get("calendar_es") or row.get("calendar") or "")
    start, end = _day(row.get("start")), _day(row.get("end"))
    kind = str(row.get("kind") or "")
    if not kind:
        window = windows.read(text, today)[0]
        kind, start, end = window.kind, window.start, window.end
    responsible = row.get("responsible") or []
    return {
        "code": str(row.get("id") or row.get("code")),
        "parent_code": parent,
        "theme_es": str(row.get("theme_es") or ""),
        "theme_en": str(row.get("theme_en") or ""),
        "objective_es": str(row.get("objective_es") or ""),
        "objective_en": str(row.get("objective_en") or ""),
        "title_es": title_es,
        "title_en": title_en,
        "calendar_text": text,
        "kind": kind,
        "start": start,
        "end": end,
        "tentative": bool(row.get("tentative")),
        "responsible": [r["actor"] if isinstance(r, dict) else str(r) for r in responsible]
        if isinstance(responsible, list)
        else [str(responsible)],
        "depends_on": [str(each) for each in row.get("depends_on") or ()],
    }


def _day(value: object) -> date | None:
    if isinstance(value, date):
        return value
    return date.fromisoformat(str(value)) if value else None
