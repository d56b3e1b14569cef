"""Indicators: from a programme's file, into digests, shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from mailbot.core.fields.numbers import words_of
from mailbot.core.indicators import Progress, is_late, progress_of
from mailbot.core.letters.facts import IndicatorLine
from mailbot.core.programme.goals import Goal, goals_of
from mailbot.core.programme.values import Remark
from mailbot.core.records import Group
from mailbot.core.values import Attachment
from mailbot.edges.documents import charts, grids
from mailbot.edges.store import measures


def read(path: Path, today: date) -> tuple[tuple[Goal, ...], tuple[Remark, ...]]:
    """Return the indicators of a programme's YAML or Excel file and what cannot stand; nothing of other files."""
    ending = path.suffix.lower()
    if ending in {".yaml", ".yml"}:
        return goals_of(grids.read_indicator_rows(path), today)
    return goals_of(grids.read_indicator_sheet(path), today) if ending == ".xlsx" else ((), ())


def changes(connection: Connection, group: Group, goals: Sequence[Goal]) -> tuple[tuple[str, Goal], ...]:
    """Return each indicator of a file with what it is to the record: new, changed or same."""
    held = {each.code: each for each in measures.all_indicators(connection, group.key)}
    found = []
    for goal in goals:
        existing = held.get(goal.code)
        same = existing is not None and Goal.of(existing) == goal
        found.append(("new" if existing is None else "same" if same else "changed", goal))
    return tuple(found)


def apply(connection: Connection, group: Group, changed: Sequence[tuple[str, Goal]]) -> int:
    """Enter what is new and changed; returns how many."""
    written = [goal for state, goal in changed if state != "same"]
    for goal in written:
        measures.put_indicator(connection, group.key, goal.columns())
    return len(written)


def progress(connection: Connection, group: Group) -> tuple[Progress, ...]:
    """Return the progress of the group's indicators."""
    known = measures.all_indicators(connection, group.key)
    return progress_of(known, measures.all_measurements(connection, group.key)) if known else ()


def lines(found: Sequence[Progress], today: date) -> tuple[IndicatorLine, ...]:
    """Return the indicators as letters show them."""
    return tuple(
        IndicatorLine(
            each.indicator.code,
            each.indicator.name,
            each.indicator.unit,
            words_of(each.indicator.baseline),
            words_of(each.value),
            words_of(each.indicator.target),
            each.share,
            each.trend,
            each.indicator.due,
            each.last.measured_on if each.last else None,
            each.last.source if each.last else "",
            is_late(each, today),
        )
        for each in found
    )


def chart(shown: Sequence[IndicatorLine]) -> Attachment | None:
    """Return the picture of the indicators that have a share to draw, None without one."""
    return charts.progress_chart([(each.code, each.share) for each in shown if each.share is not None])


def as_rows(connection: Connection, group: Group) -> list[dict[str, Any]]:
    """Return the rows of ``mailbot show indicators``."""
    return [_row(each) for each in progress(connection, group)]


def _row(each: Progress) -> dict[str, Any]:
    found: Mapping[str, Any] = {
        "code": each.indicator.code,
        "name": each.indicator.name.as_dict(),
        "unit": each.indicator.unit.as_dict(),
        "baseline": _number(each.indicator.baseline),
        "value": _number(each.value),
        "target": _number(each.indicator.target),
        "progress": each.share,
        "trend": each.trend,
        "due": each.indicator.due,
        "reports": each.reports,
        "measured_on": each.last.measured_on if each.last else None,
        "source": each.last.source if each.last else None,
        "participant": each.last.participant if each.last else None,
    }
    return dict(found)


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
