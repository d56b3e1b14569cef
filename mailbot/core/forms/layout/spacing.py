"""Around labels and values: which lines open with a label, doubled line ends, a sentence behind a value."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.forms.activities.named_activity import begins_report, heads_with_state
from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.labels import Label, Labels, Piece
from mailbot.core.forms.naming.pieces import bare_label, begins_shaped, clean_value, head_of, known_or_found
from mailbot.core.forms.naming.sent import is_request_code
from mailbot.core.language import fold
from mailbot.core.values import Field

_STOP = re.compile(r"(?<=[\w)])[.;!]\s+(?=[A-ZÀ-Þ¡¿])")
_LEAST_WORDS = 4  # of a sentence
_VERB = re.compile(
    r"\b(?:es|son|sera[n]?|fue|esta[n]?|tiene[n]?|queda|quedo|sigue|favor|agradec\w+|adjunt\w+|envi\w+|is|are|was|were"
    r"|will|has|have|please|can)\b"
)
_OF_THE_REST = re.compile(
    r"\W*(?:(?:el|la|los|las|mis?|nuestr[oa]s?|su|the|my|our|all) )?(?:(?:numero|direccion|number|address) (?:de|of) )?"
    r"(?P<label>[\w/. -]{2,40}?) (?:si )?(?:es|son|sigue[n]?|se mantienen?|continuan?|permanecen?|quedan?"
    r"|no (?:ha[n]?|ha sido)"
    r"|no (?:cambian?|varian?)|esta[n]?|is|are|stays?|remains?|has|have|does not|do not)\b"
)


def begins_with_label(text: str, labels: Labels) -> bool:
    """Tell whether a line opens with a label of the form, or is one."""
    return head_of(text, labels) is not None or bare_label(text, labels) is not None


def awaiting(text: str, labels: Labels) -> tuple[Label, str] | None:
    """Return the label that a line of ours opens with, and what stands beside it: an answer may follow below."""
    return known_or_found(labels.awaiting, _awaiting, text, labels)


def _awaiting(text: str, labels: Labels) -> tuple[Label, str] | None:
    """The label of a line that is not the sender's, and what stands beside it."""
    head = head_of(text, labels)
    label = head.label if head else bare_label(text, labels)
    if label is None or (head and is_request_code(head.text.strip())):
        return None
    return label, clean_value(head.text) if head else ""


def begins_a_row(text: str, labels: Labels) -> bool:
    """Tell whether a line cannot be the wrapped end of the one above: a label, or a report of its own, opens it."""
    if begins_with_label(text, labels) or begins_shaped(text, labels):
        return True
    return begins_report(text, labels.form) or heads_with_state(text, labels.form)


def is_double_spaced(rows: Sequence[Row], labels: Labels) -> bool:
    """Most labels are followed by an empty line: the mail program doubled every line end."""
    labelled = [
        place
        for place, row in enumerate(rows[:-1])
        if row.kind in {"own", "context"} and not row.cells and begins_with_label(row.text, labels)
    ]
    blank_after = sum(rows[place + 1].kind == "blank" for place in labelled)
    return len(labelled) >= 3 and blank_after * 10 >= len(labelled) * 7


def value_and_rest(labels: Labels, piece: Piece) -> tuple[str, str]:
    """Part the value from the sentences behind it: "Jefa. Lo demás sigue igual. Saludos."; free words keep theirs."""
    fields = [labels.form.field(each) for each in piece.label.fields] if piece.label else []
    if not any(each.free for each in fields):
        for stop in _STOP.finditer(piece.text):
            rest = piece.text[stop.end() :]
            if is_courtesy(rest) or _speaks_of_another(rest, labels) or _tells(rest, fields):
                return piece.text[: stop.start()], rest
    return piece.text, ""


def _tells(text: str, fields: Sequence[Field]) -> bool:
    """Tell whether a sentence of its own stands behind a post or a name; not "Depto. Relaciones"."""
    short = all(each.kind in {"text", "institution", "name"} and not each.multiline for each in fields)
    return short and bool(fields) and len(text.split()) >= _LEAST_WORDS and _VERB.search(fold(text)) is not None


def _speaks_of_another(text: str, labels: Labels) -> bool:
    """Tell whether a sentence says how another field is: "El teléfono es el mismo"."""
    found = _OF_THE_REST.match(fold(text[:80]))
    return found is not None and labels.find(found["label"]) is not None
