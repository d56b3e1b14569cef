"""Around labels and values: which lines open with a label, doubled line ends, a leave behind a value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.forms.activities.named_activity import begins_report
from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.labels import Labels, Piece
from mailbot.core.forms.naming.pieces import bare_label, begins_shaped, head_of

_LEAVE = re.compile(
    r"(?<=\w)[.;!]\s+(?:(?:muchas |mil )?gracias|(?:cordiales |un )?saludos?(?: cordial\w*)?|atentamente|atte|thanks"
    r"|thank you|(?:best |kind )?regards)\b[\w ]{0,24}[.!]?$",
    re.IGNORECASE,
)


def begins_with_label(text: str, labels: Labels) -> bool:
    """Tell whether a line opens with a label of the form, or is one."""
    return head_of(text, labels) is not None or bare_label(text, labels) is not None


def begins_a_row(text: str, labels: Labels) -> bool:
    """Tell whether a line cannot be the wrapped end of the one above: a label, or a report of its own, opens it."""
    return begins_with_label(text, labels) or begins_shaped(text, labels) or begins_report(text, labels.form)


def is_double_spaced(rows: Sequence[Row], labels: Labels) -> bool:
    """Most labels are followed by an empty line: the mail program doubled every line end."""
    labelled = [
        place
        for place, row in enumerate(rows[:-1])
        if row.kind in {"own", "context"} and not row.cells and begins_with_label(row.text, labels)
    ]
    blank_after = sum(rows[place + 1].kind == "blank" for place in labelled)
    return len(labelled) >= 3 and blank_after * 10 >= len(labelled) * 7


def without_leave(labels: Labels, piece: Piece) -> str:
    """Leave "Saludos." out of "Tel: 2230-0000. Saludos."; free words keep theirs."""
    found = _LEAVE.search(piece.text)
    fields = [labels.form.field(each) for each in piece.label.fields] if piece.label else []
    return piece.text[: found.start()] if found and not any(each.free for each in fields) else piece.text
