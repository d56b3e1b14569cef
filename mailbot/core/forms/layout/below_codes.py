"""What is typed below a line of our letter that opens with an activity's code is said of that activity."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.forms.activities.coded import begins_with_code
from mailbot.core.forms.activities.named_activity import FIND_CODE
from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.layout.spacing import begins_with_label
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.pieces import head_of

_MOST_WORDS = 30  # of an answer below a line of ours


def said_below_codes(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows with "P003-04: " before what stands below our "P003-04 Requisitos de visa".

    Only within the letter: below its last line people write about all of it.
    """
    if labels.form.subject_of != "activity" or not any(each.kind == "context" for each in rows):
        return rows
    last = max(place for place, each in enumerate(rows) if each.kind == "context")
    found, code = list(rows), ""
    for place, row in enumerate(rows[:last]):
        if row.kind == "context":
            code = _code_of(row.text) or ("" if head_of(row.text, labels) else code)
        elif row.kind == "own" and code and _tells(row, labels):
            found[place] = row._replace(text=f"{code}: {row.text}")
            code = ""
        elif row.kind != "blank":
            code = ""
    return found


def _code_of(text: str) -> str:
    found = FIND_CODE.search(text) if begins_with_code(text) else None
    return found.group() if found else ""


def _tells(row: Row, labels: Labels) -> bool:
    """Tell whether a row is words about something and opens with no code, label or courtesy of its own."""
    plain = not row.cells and len(row.text.split()) <= _MOST_WORDS and "?" not in row.text
    return plain and not (begins_with_code(row.text) or begins_with_label(row.text, labels) or is_courtesy(row.text))
