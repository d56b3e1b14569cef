"""Which lines open with a label, and whether the mail program doubled every line end."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.forms.labels import Labels
from mailbot.core.forms.pieces import bare_label, head_of
from mailbot.core.forms.rows import Row


def begins_with_label(text: str, labels: Labels) -> bool:
    """Tell whether a line opens with a label of the form, or is one."""
    return head_of(text, labels) is not None or bare_label(text, labels) is not None


def is_double_spaced(rows: Sequence[Row], labels: Labels) -> bool:
    """Most labels are followed by an empty line: the mail program doubled every line end."""
    labelled = [
        place
        for place, row in enumerate(rows[:-1])
        if row.kind in {"own", "context"} and not row.cells and begins_with_label(row.text, labels)
    ]
    blank_after = sum(rows[place + 1].kind == "blank" for place in labelled)
    return len(labelled) >= 3 and blank_after * 10 >= len(labelled) * 7
