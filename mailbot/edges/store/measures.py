"""Indicators and what was reported of them: rows into values and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, insert, select, update

from mailbot.core.records import Indicator, Measurement
from mailbot.core.values import Bilingual
from mailbot.edges.store.tables import indicators, measurements, participants


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def all_indicators(connection: Connection, group: str) -> tuple[Indicator, ...]:
    """Return the indicators of a group in order of codes."""
    rows = connection.execute(select(indicators).where(indicators.c.group_key == group).order_by(indicators.c.code))
    return tuple(
        Indicator(
            row.id,
            row.code,
            Bilingual(row.name_es, row.name_en),
            Bilingual(row.unit_es, row.unit_en),
            _number(row.baseline),
            _number(row.target),
            row.due,
            row.combine,
        )
        for row in rows
    )


def put_indicator(connection: Connection, group: str, values: Mapping[str, Any]) -> None:
    """Enter or renew an indicator by its code."""
    condition = (indicators.c.group_key == group, indicators.c.code == values["code"])
    if connection.execute(select(indicators.c.id).where(*condition)).first() is None:
        connection.execute(insert(indicators).values(group_key=group, **values))
    else:
        connection.execute(update(indicators).where(*condition).values(**values))


def add_measurement(
    connection: Connection,
    group: str,
    *,
    indicator_id: int,
    participant_id: int,
    value: Decimal,
    measured_on: date,
    source: str,
    message_id: int | None,
    now: datetime,
) -> None:
    """Keep one reported value; earlier ones stay."""
    connection.execute(
        insert(measurements).values(
            group_key=group,
            indicator_id=indicator_id,
            participant_id=participant_id,
            value=str(value),
            measured_on=measured_on,
            source=source,
            message_id=message_id,
            reported_at=now,
        )
    )


def all_measurements(connection: Connection, group: str) -> tuple[Measurement, ...]:
    """Return everything reported of the indicators of a group, in order of reporting."""
    rows = connection.execute(
        select(measurements, indicators.c.code.label("indicator"), participants.c.code.label("participant"))
        .join(indicators, indicators.c.id == measurements.c.indicator_id)
        .join(participants, participants.c.id == measurements.c.participant_id)
        .where(measurements.c.group_key == group)
        .order_by(measurements.c.id)
    )
    return tuple(
        Measurement(r.indicator, r.participant, Decimal(r.value), r.measured_on, r.source, r.reported_at) for r in rows
    )
