"""A value typed elsewhere in our table than beside its label: below the label in its cell, or in a row below."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.pieces import bare_label, head_of

_OF_TWO = 2
_LONGEST = 160  # characters of a value between two rows


def values_in_label_cells(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows, such values in the second cell of their label's row, behind what stood there."""
    if not any(len(row.cells) == _OF_TWO for row in rows):
        return rows
    found: list[Row] = []
    for place, row in enumerate(rows):
        below = rows[place + 1] if place + 1 < len(rows) else row
        typed = _typed_below(row, found[-1], below, labels) if found and row.answer else ""
        found.append(_beside(found[-1], row, typed) if typed else _parted(row, labels))
    return found


def _beside(above: Row, row: Row, typed: str) -> Row:
    return row._replace(cells=_cells(above.cells[0], above.cells[1], typed))


def _cells(label: str, before: str, typed: str) -> tuple[str, str]:
    return label, "\n".join(filter(None, (before, typed)))


def _parted(row: Row, labels: Labels) -> Row:
    """A row of the sender's whose label has words below it in its own cell."""
    if row.kind != "own" or len(row.cells) != _OF_TWO or "\n" not in row.cells[0]:
        return row
    label, _, typed = row.cells[0].partition("\n")
    names = (*typed.split("\n"), " ".join(typed.split()))  # "Cargo" over "Position": the label in both languages
    said = typed.strip() if bare_label(label, labels) and not any(bare_label(each, labels) for each in names) else ""
    return row._replace(cells=_cells(label.strip(), row.cells[1], said)) if said else row


def _typed_below(row: Row, above: Row, below: Row, labels: Labels) -> str:
    """The one full cell of a row, or the line between two rows, that stands below one of ours and names no label."""
    if above.kind != "context" or len(above.cells) != _OF_TWO or bare_label(above.cells[0], labels) is None:
        return ""
    full = [cell for cell in row.cells if cell] if row.cells else [row.text.strip()]
    between = len(row.cells) <= _OF_TWO if row.cells else len(below.cells) == _OF_TWO and len(row.text) <= _LONGEST
    said = full[0] if between and len(full) == 1 else ""
    return "" if not said or bare_label(said, labels) or head_of(said, labels) else said
