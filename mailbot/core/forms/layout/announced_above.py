"""Answers typed above the labels of our letter, where the sender says so: "mis respuestas están arriba de cada línea".

Without these words what stands between two of our labels is the value of the upper one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.layout.spacing import awaiting
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.pieces import head_of
from mailbot.core.language import fold

_ABOVE = re.compile(
    r"\b(?:(?:por )?(?:arriba|encima)(?: de)?|sobre|above|on top of) (?:cada|los|las|el|la|each|every|the)"
    r" (?:un[oa] de (?:los|las) )?(?:respectiv[oa]s? |corresponding )?"
    r"(?:renglon(?:es)?|rotulos?|lineas?|campos?|etiquetas?|labels?|lines?|fields?)\b"
)
_LONGEST = 300  # characters of the line that says so


def answers_above(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows with each label of ours moved above what stands over it; as they are where nobody says so."""
    if not any(row.kind == "own" and _ABOVE.search(fold(row.text[:_LONGEST])) for row in rows):
        return rows
    first = next((place for place, row in enumerate(rows) if row.kind == "context"), len(rows))
    arranged = list(rows[:first])
    typed: list[Row] = []
    for row in rows[first:]:
        if row.kind == "own" and not row.cells and not head_of(row.text, labels):
            typed.append(row)
        elif row.kind == "context" and typed and awaiting(row.text, labels):
            arranged += [row, *typed, row._replace(kind="blank", text="")]
            typed = []
        else:
            arranged += [*typed, row]
            typed = []
    return (*arranged, *typed)
