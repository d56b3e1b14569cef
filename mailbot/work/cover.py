"""Which States have whom: the coverage of the directory, and who was left without a focal point."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from mailbot.core.coverage import Coverage, coverage
from mailbot.core.fields import show
from mailbot.core.records import Group, HistoryLine
from mailbot.core.values import Bilingual, Field
from mailbot.edges.store import directory, ledger
from mailbot.work.house import House

_DAY = Field("day", "window", Bilingual("Día", "Day"), Bilingual("", ""))
_HOW = {
    "import": Bilingual("por un archivo importado", "by an imported file"),
    "forget": Bilingual("al borrarse sus datos", "when the personal data were removed"),
}
_BY_MAIL = Bilingual("por un mensaje", "by a message")


def coverage_of(house: House, connection: Connection, group: Group) -> Coverage:
    """Return the matrix of States and branches as it stands today."""
    return coverage(
        directory.all_participants(connection, group.key),
        directory.active_contacts(connection, group.key),
        house.branches,
        house.today(group),
    )


def as_json(found: Coverage) -> dict[str, Any]:
    """Return the document of ``mailbot show coverage --json``."""
    return {
        "branches": [{"id": each.id, "label": each.label.as_dict()} for each in found.branches],
        "states": [
            {
                "code": row.participant.code,
                "name": row.participant.name.as_dict(),
                "focal_points": row.focal_points,
                "reachable_focal_points": row.reachable,
                "missing": [each.id for each in found.missing(row)],
                "branches": {
                    key: {
                        "people": cell.people,
                        "confirmed_on": cell.confirmed_on,
                        "age_days": cell.age,
                        "bounced": list(cell.bounced),
                    }
                    for key, cell in row.cells.items()
                },
            }
            for row in found.rows
        ],
        "without_focal_point": [row.participant.code for row in found.rows if not row.focal_points],
    }


def day_words(day: date) -> Bilingual:
    """Return a day in words, in both languages."""
    return show(_DAY, {"start": day.isoformat(), "end": day.isoformat(), "kind": "day", "tentative": False})


def left_alone(connection: Connection, group: Group, found: Coverage) -> tuple[tuple[datetime | None, Bilingual], ...]:
    """Say of each State without a focal point since when, who left and how; with the instant where it is known."""
    said = []
    for row in found.rows:
        if row.focal_points:
            continue
        line = ledger.last_departure(connection, group.key, row.participant.id)
        said.append((line.at if line else None, _sentence(connection, group, row.participant.name, line)))
    return tuple(said)


def _sentence(connection: Connection, group: Group, place: Bilingual, line: HistoryLine | None) -> Bilingual:
    if line is None:
        return Bilingual(f"{place.es}: nadie es punto focal.", f"{place.en}: nobody is focal point.")
    contact = directory.contact_by_id(connection, group.key, line.subject_id)
    name = contact.name if contact else ""
    day = day_words(line.at.astimezone(ZoneInfo(group.timezone)).date())
    how = _HOW.get(line.who, _BY_MAIL)
    return Bilingual(
        f"{place.es}: nadie es punto focal desde el {day.es}; hasta entonces lo era {name} (cambio hecho {how.es}).",
        f"{place.en}: nobody is focal point since {day.en}; until then it was {name} (changed {how.en}).",
    )
