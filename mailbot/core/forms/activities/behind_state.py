"""Labels that stand behind the state on one line: "P003-18: en proceso, 25 %. Responsable: Lic. Marcos Modelo."."""

from __future__ import annotations

import re
from dataclasses import replace

from mailbot.core.forms.activities.named_activity import Parts
from mailbot.core.forms.naming.labels import Labels, Piece
from mailbot.core.forms.naming.pieces import clean_value, head_of, split
from mailbot.core.values import Field

_SIGNS = (":", "=")
_BRACKETED = re.compile(r"[\s,;]{0,3}\((?P<inner>[^\W\d_][^():=]{1,40}[:=]\s?[^():=]{2,120})\)")  # "(responsable: …)"


def with_labels_behind(parts: Parts, labels: Labels) -> Parts:
    """Take the labelled values off what is said of an activity; as it was where a label could be two, or stands twice.

    The words of a label for the state stay: they are what is said.
    """
    if not any(sign in parts.rest for sign in _SIGNS):
        return parts
    bare = _BRACKETED.sub(r". \g<inner>", parts.rest)
    parts = replace(parts, rest=bare) if bare != parts.rest and split(bare, labels, None)[-1].label else parts
    head = head_of(parts.rest, labels)
    start = head.start if head else 0
    first, *others = split(parts.rest[start:], labels, head.label if head else None)
    fields = [_field_of(each, labels) for each in (first, *others)]
    labelled = [each for each in (fields if head else fields[1:]) if each]
    if len(labelled) < len(fields) - (head is None) or len({each.id for each in labelled}) < len(labelled):
        return parts
    if not labelled or any(each.kind == "activity" for each in labelled):
        return parts
    said, values = [] if head else [first.text], {}
    for piece, field in zip((first, *others), fields, strict=True):
        if field and field.kind == "choice":
            said.append(piece.text)
        elif field:
            values[field.id] = replace(piece, text=clean_value(piece.text))
    return replace(parts, rest=", ".join(each.strip(" ,;") for each in said), beside=values)


def _field_of(piece: Piece, labels: Labels) -> Field | None:
    names = piece.label.fields if piece.label else ()
    return labels.form.field(names[0]) if len(names) == 1 else None
