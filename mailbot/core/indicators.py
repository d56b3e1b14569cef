"""Indicators of the programme: what was measured so far against the target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from mailbot.core.records import Indicator, Measurement

ZERO, HUNDRED = Decimal(0), Decimal(100)


@dataclass(frozen=True, slots=True)
class Progress:
    """One indicator with what was reported of it.

    ``share`` is the way from baseline to target in whole percent (below 0 when it went the
    other way, above 100 past the target), None without a value or a target.  ``trend``: up,
    down, level against the value before, none with fewer than two.
    """

    indicator: Indicator
    value: Decimal | None
    share: int | None
    trend: str
    last: Measurement | None
    reports: int


def progress_of(indicators: Sequence[Indicator], measured: Sequence[Measurement]) -> tuple[Progress, ...]:
    """Return the progress of each indicator, in their order."""
    return tuple(_progress(each, [one for one in measured if one.indicator == each.code]) for each in indicators)


def _progress(indicator: Indicator, reports: Sequence[Measurement]) -> Progress:
    ordered = sorted(reports, key=lambda each: (each.measured_on, each.reported_at))
    value = _value(indicator, ordered)
    before = _value(indicator, ordered[:-1])
    return Progress(
        indicator,
        value,
        _share(indicator, value),
        _trend(before, value),
        ordered[-1] if ordered else None,
        len(ordered),
    )


def _value(indicator: Indicator, ordered: Sequence[Measurement]) -> Decimal | None:
    """The latest value; of a sum, the latest of each participant together."""
    if not ordered:
        return None
    if indicator.combine != "sum":
        return ordered[-1].value
    latest = {each.participant: each.value for each in ordered}
    return sum(latest.values(), ZERO)


def _share(indicator: Indicator, value: Decimal | None) -> int | None:
    start = indicator.baseline or ZERO
    if value is None or indicator.target is None or indicator.target == start:
        return None
    share = (value - start) / (indicator.target - start) * HUNDRED
    return int(share.quantize(Decimal(1), ROUND_HALF_UP))


def _trend(before: Decimal | None, now: Decimal | None) -> str:
    if before is None or now is None:
        return "none"
    return "up" if now > before else "down" if now < before else "level"


def is_late(progress: Progress, today: date) -> bool:
    """Tell whether the day of an indicator has passed without its target."""
    due = progress.indicator.due
    return due is not None and due < today and (progress.share is None or progress.share < HUNDRED)
