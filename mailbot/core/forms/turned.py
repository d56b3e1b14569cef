"""Answers written before their labels: "Ana Prueba - Nombre completo", "2230-0000 (teléfono)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.forms.labels import Label, Labels
from mailbot.core.forms.pieces import head_of, without_bullet
from mailbot.core.forms.rows import Row

_TURNED = re.compile(r"(.*\S)(?:\s+[-–—=]\s*|\s*[:=]\s*|\s*\((?=[^()]*\)\s*$))([^-–—:=(]{2,40}?)\)?\s*\.?", re.DOTALL)
_LEAST = 3  # lines written so before any is believed
_LONGEST = 300


def lines_turned(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows with such lines turned round, when several of them name different fields."""
    found: dict[int, tuple[str, Label, str]] = {}
    for place, row in enumerate(rows):
        if row.kind == "own" and not row.cells and not row.struck and 5 < len(row.text) <= _LONGEST:
            turned = _turned(row.text, labels)
            if turned:
                found[place] = turned
    if len(found) < _LEAST or len({label.fields for _, label, _ in found.values()}) < len(found):
        return rows
    if any(row.kind == "own" and head_of(row.text, labels) for row in rows):
        return rows
    return [
        row._replace(text=f"{found[place][2]}: {found[place][0]}") if place in found else row
        for place, row in enumerate(rows)
    ]


def _turned(text: str, labels: Labels) -> tuple[str, Label, str] | None:
    match = _TURNED.fullmatch(text)
    label = labels.find(match[2].strip()) if match else None
    if match is None or label is None or len(label.fields) > 1 or head_of(text, labels):
        return None
    return without_bullet(match[1]), label, match[2].strip()
