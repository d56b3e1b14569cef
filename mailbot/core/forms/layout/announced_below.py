"""A value on the line below the sentence that announces it: "Mi dirección es la siguiente:", then the address."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.pieces import bare_label, head_of
from mailbot.core.forms.prose.told import told_in

_ANNOUNCES = re.compile(
    r"(?P<stem>[^:]{6,160}?)(?P<now>\s(?:ahora|now|actualmente))?\s(?:(?P<es>es|ser[aá]|queda)|is|will be)"
    r"(?:\s(?:ahora|now))?(?:\s(?:la|el)\ssiguiente|\s(?:as\sfollows|the\sfollowing(?:\sone)?)|\s(?:as[ií]|esta|este|this))?\s*:",
    re.IGNORECASE,
)
_LONGEST = 200  # characters of such a sentence, and of the value


def values_below(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows; such a sentence and the value below it are one, where that is all that stands there."""
    kept = list(rows)
    for place, row in enumerate(rows):
        below = _below(rows, place) if row.text.endswith(":") and len(row.text) <= _LONGEST else None
        joined = _joined(row, rows[below], labels) if below is not None else ""
        if below is not None and joined:
            lines = (*row.lines, *rows[below].lines)
            kept[place] = row._replace(text=joined, lines=lines)
            kept[below] = rows[below]._replace(kind="blank", text="")
    return kept


def _below(rows: Sequence[Row], place: int) -> int | None:
    """The one line that stands below, an empty one between or none; None where others stand with it."""
    if rows[place].kind != "own" or rows[place].cells:
        return None
    below = place + 1
    while below < len(rows) and rows[below].kind == "blank":
        below += 1
    if below >= len(rows) or rows[below].kind != "own" or rows[below].cells or rows[below].signature:
        return None
    after = rows[below + 1] if below + 1 < len(rows) else None
    alone = after is None or after.kind != "own" or is_courtesy(after.text)
    return below if alone and len(rows[below].text) <= _LONGEST else None


def _joined(row: Row, below: Row, labels: Labels) -> str:
    found = _ANNOUNCES.fullmatch(row.text.rpartition(": ")[2])
    if found is None or is_courtesy(below.text) or head_of(below.text, labels) or bare_label(below.text, labels):
        return ""
    text = f"{found['stem']} {'ahora es' if found['es'] else 'is now'}: {below.text.strip()}"
    return text if told_in(text, labels) else ""
