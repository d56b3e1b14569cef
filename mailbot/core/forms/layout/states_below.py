"""States that a sign joins to the line above, or a full stop to a code in brackets: one line each, as others write."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.forms.activities.named_activity import CODE, FIND_CODE
from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.labels import Labels

_BELOW = re.compile(r"\s*(?:[-=]{1,3}>|→|➔|➜|►|»|>>|⇒)\s*(?P<state>[^\W\d_].{2,})$")
_BEHIND = re.compile(rf"(?P<title>.{{3,140}}?[(\[]{CODE}[)\]])\.\s+(?P<state>[A-ZÀ-Þ].{{2,}})$")
_STATED = re.compile(r"[:=]|\s[-–—]\s|[-=]>|→")
_LONGEST_TITLE = 160  # characters


def states_joined(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows with "P003-08 Taller" over "-> realizada", and "Taller (P003-08). Realizada.", as one line."""
    if labels.form.subject_of != "activity":
        return rows
    found: list[Row] = []
    for row in rows:
        above = found[-1] if found else None
        own = row.kind == "own" and not row.cells
        below = _BELOW.match(row.text) if own else None
        behind = _BEHIND.match(row.text) if own and not below else None
        if below and above and above.kind == "own" and not above.cells and _awaits_state(above.text):
            text = f"{above.text.rstrip(' .:')}: {below['state']}"
            found[-1] = above._replace(text=text, lines=(*above.lines, *row.lines))
        elif behind:
            found.append(row._replace(text=f"{behind['title']}: {behind['state']}"))
        else:
            found.append(row)
    return found


def _awaits_state(text: str) -> bool:
    """Tell whether a line names one activity by its code and says nothing of it."""
    codes = FIND_CODE.findall(text[:_LONGEST_TITLE])
    return len(text) <= _LONGEST_TITLE and len(codes) == 1 and not _STATED.search(text)
