"""Pairs of one line that commas and semicolons part: "nombre, Ana Prueba; cargo, Jefa; teléfono, 2230-0000"."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.labels import Labels

_LEAST = 3  # pairs of a line before any is believed
_LONGEST = 600


def pairs_parted(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows with a colon behind each such label."""
    parted = {place: _parted(row.text, labels) for place, row in enumerate(rows) if row.kind == "own" and _may_be(row)}
    return [row._replace(text=parted.get(place, row.text)) for place, row in enumerate(rows)] if parted else rows


def _may_be(row: Row) -> bool:
    return not row.cells and len(row.text) <= _LONGEST and row.text.count(";") >= _LEAST - 1


def _parted(text: str, labels: Labels) -> str:
    lead, colon, rest = text.partition(":")
    parts = [part.strip() for part in (rest if colon else text).split(";")]
    pairs = [(head, value.strip()) for head, _, value in (part.partition(",") for part in parts)]
    known = [bool(value) and labels.find(head) is not None for head, value in pairs]
    if not all(known) or len(pairs) < _LEAST:
        return text
    return "; ".join([*([f"{lead}."] if colon else []), *(f"{head.capitalize()}: {value}" for head, value in pairs)])
