"""The cells of a table's row: which are labels, and what stands beside each."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.forms.naming.pieces import known_or_found, without_bullet

_WIDTHS = (4, 6, 8)  # cells of a row with a value beside each label
_LEAST_LINES = 3  # of a cell that holds one label a line


def cell_pairs(cells: Sequence[str], labels: Labels) -> tuple[tuple[str, str], ...]:
    """Return the labels of a table's row, each with its value, where the row holds several.

    "Nombre | Ana | Cargo | Jefa", or a cell of labels beside a cell of as many values; else nothing.
    """
    if len(cells) in _WIDTHS:
        pairs = tuple(zip(cells[::2], cells[1::2], strict=True))
    elif len(cells) == 2 and "\n" in cells[0]:
        heads, values = (cell.split("\n") for cell in cells)
        pairs = tuple(zip(heads, values, strict=True)) if len(heads) == len(values) >= _LEAST_LINES else ()
    else:
        return ()
    named = [label_of_cell(head, labels) for head, _ in pairs]
    filled = [value for _, value in pairs if value.strip()]
    return pairs if pairs and all(named) and not any(label_of_cell(each, labels) for each in filled) else ()


def label_of_cell(cell: str, labels: Labels) -> Label | None:
    """Return the label that a whole cell is, with or without a number before it."""
    return known_or_found(labels.cells, _label_of_cell, cell, labels)


def _label_of_cell(cell: str, labels: Labels) -> Label | None:
    words = cell.replace("\n", " / ").strip(" :*.")
    return (labels.find(words) or labels.find(without_bullet(words))) if words else None
