"""One line of the history as a digest tells it: what was reported of an activity, with its value."""

from __future__ import annotations

from mailbot.core.fields import show
from mailbot.core.records import HistoryLine
from mailbot.core.values import Bilingual, Field

SHORT = frozenset({"choice", "window", "percentage", "number"})  # kinds whose values name nobody
REPORTED = frozenset({"activity", "indicator"})


def told_field(field: Field, line: HistoryLine) -> Bilingual:
    """Return "Estado: pospuesta"; of a person's details, and of free text, the label only."""
    if line.subject not in REPORTED or field.kind not in SHORT or line.after in (None, "", []):
        return field.label
    value = show(field, line.after)
    return Bilingual(f"{field.label.es}: {value.es}", f"{field.label.en}: {value.en}")
