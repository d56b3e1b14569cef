"""Lines that were not taken, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.forms.layout.arranged import MOST_LINES
from mailbot.core.forms.naming.labels import Labels, labels_of
from mailbot.core.forms.naming.pieces import clean_value, head_of
from mailbot.core.values import Form, Ignored, Line

_TAKEN = frozenset({"new", "answer", "blank"})
_LEAST_LABELS = 2


def ignored_lines(lines: Sequence[Line], quoted_form: frozenset[int]) -> tuple[Ignored, ...]:
    """Return every line that is not the sender's own words, with what it was taken for."""
    kept = [line for line in lines if line.label not in _TAKEN and line.text.strip()]
    return tuple(
        [Ignored(each.number, each.text, "quoted-form" if each.number in quoted_form else each.label) for each in kept]
    )


def quoted_form_lines(lines: Sequence[Line], forms: Sequence[Form]) -> frozenset[int]:
    """Return the numbers of quoted lines that hold a label with a value."""
    best: frozenset[int] = frozenset()
    for form in forms:
        labels = labels_of(form)
        quoted = (line for line in lines[:MOST_LINES] if line.label == "quoted")
        found = frozenset(line.number for line in quoted if _is_filled(line, labels))
        best = max(best, found, key=len)
    return best if len(best) >= _LEAST_LABELS else frozenset()


def _is_filled(line: Line, labels: Labels) -> bool:
    if len(line.cells) > 1 and labels.find(line.cells[0].strip(" :")):
        return any(cell.strip() for cell in line.cells[1:])
    head = head_of(line.text, labels)
    return head is not None and bool(clean_value(head.text))
