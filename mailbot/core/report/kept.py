"""The facts of a report as JSON and back: what was approved is what goes out, whatever changes since."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from mailbot.core.report.facts import ReportFacts


def as_json(value: Any) -> Any:
    """Return facts as what JSON holds: days in ISO form, tuples as lists."""
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: as_json(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: as_json(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [as_json(each) for each in value]
    return value


def facts_from_json(document: Mapping[str, Any]) -> ReportFacts:
    """Return the facts that ``as_json`` kept; TypeError or KeyError for another document."""
    found = _value(ReportFacts, document)
    assert isinstance(found, ReportFacts)
    return found


def _value(wanted: Any, kept: Any) -> Any:
    origin, inner = typing.get_origin(wanted), typing.get_args(wanted)
    if origin is types.UnionType:  # X | None
        return None if kept is None else _value(inner[0], kept)
    if origin is tuple:
        return tuple(_value(inner[0], each) for each in kept)
    if wanted is date:
        return date.fromisoformat(kept)
    if isinstance(wanted, type) and is_dataclass(wanted):
        hints = typing.get_type_hints(wanted)
        # A field that came later takes its default for what was kept before.
        return wanted(
            **{each.name: _value(hints[each.name], kept[each.name]) for each in fields(wanted) if each.name in kept}
        )
    return kept
