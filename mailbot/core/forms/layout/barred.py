"""Labels in two languages with a bar between them, "Name | Nom: Ana": one label, no cells."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.pieces import head_of


def without_false_cells(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows; one whose bar stands inside its label is a line of words again."""
    return [row._replace(cells=()) if row.cells and _bar_in_label(row.text, labels) else row for row in rows]


def _bar_in_label(text: str, labels: Labels) -> bool:
    bar, colon = text.find("|"), text.find(":")
    if not 0 < bar < colon:
        return False
    head = head_of(text, labels)
    return head is not None and head.start > colon
