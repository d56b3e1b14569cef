"""What the form of our own letter held when it left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from mailbot.core.codes import codes_in
from mailbot.core.comparison import value_key
from mailbot.core.forms.naming.cells import cell_pairs
from mailbot.core.forms.naming.labels import Labels, label_key, labels_of
from mailbot.core.forms.naming.pieces import clean_value, head_of, without_bullet
from mailbot.core.remembered import remembered
from mailbot.core.values import Form, Line, Message


@remembered
def is_request_code(text: str) -> bool:
    """Tell whether a value is the code of a request, which our letters carry ("Código: …")."""
    return codes_in(text) == (text.upper(),)


@lru_cache(maxsize=512)
def shown_in(sent: Message, form: Form, *, alternative: bool = False) -> Mapping[str, str]:
    """Return what one half of our own letter showed of a form; worked out once for all its answers."""
    return sent_values(sent.alternative if alternative else sent.lines, labels_of(form))


def sent_values(lines: Sequence[Line], labels: Labels) -> dict[str, str]:
    """Return label key → value key of our own letter, "" where the form was blank.

    What stands behind a label in both languages ("Cargo / Position") stands under the form's own label too.
    """
    shown: dict[str, str] = {}
    for head, value in (pair for line in lines for pair in _pairs(line, labels)):
        label = labels.find(without_bullet(head).strip(" :")) if head else None
        if label is None:
            continue
        key, said = label_key(head), value_key(clean_value(value))
        shown.setdefault(key, said)
        if key not in labels.by_key and len(label.fields) == 1:
            shown.setdefault(label_key(labels.form.field(label.fields[0]).label.es), said)
    return shown


def _pairs(line: Line, labels: Labels) -> Sequence[tuple[str, str]]:
    """The labels of a line, each with what stands beside it."""
    if line.cells and len(line.cells) > 1:
        return cell_pairs(line.cells, labels) or ((line.cells[0], " ".join(line.cells[1:])),)
    found = head_of(line.text, labels)
    return ((line.text[: found.start], found.text),) if found else ()
