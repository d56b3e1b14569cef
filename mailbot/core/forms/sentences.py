"""Numbers and addresses named in a sentence: proposals to be asked about, never values.

"Únicamente cambió el teléfono: (502) 2411-2411. Lo demás sigue igual."
"""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.forms.about_persons import tells_of_a_person
from mailbot.core.forms.courtesy import is_sentence
from mailbot.core.forms.labels import Labels
from mailbot.core.forms.pieces import clean_value, extent, split
from mailbot.core.forms.said import Loose
from mailbot.core.forms.status_lines import FROM_A_SENTENCE
from mailbot.core.forms.values import read_value
from mailbot.core.values import Doubt, Entry, FieldValue, Known


def proposals_in_sentences(loose: Sequence[Loose], labels: Labels, known: Known) -> Entry | None:
    """Return an entry of doubts, one for each telephone or e-mail label with its number or address."""
    doubts: dict[str, Doubt] = {}
    for line in loose:
        if not is_sentence(line.text) or tells_of_a_person(line.text):
            continue
        for piece in split(line.text, labels, None):
            if piece.label is None or len(piece.label.fields) != 1:
                continue
            field = labels.form.field(piece.label.fields[0])
            if field.kind not in {"telephone", "email"}:
                continue
            said = clean_value(piece.text[: extent(piece.text, piece.label, labels)]).rstrip(" .,;")
            read = read_value(field, said, line.line, known) if said else None
            if isinstance(read, FieldValue) and read.value:
                doubts.setdefault(field.id, Doubt(field.id, said, FROM_A_SENTENCE, line.line, read.value))
    if not doubts:
        return None
    required = tuple(each.id for each in labels.form.fields if each.required and each.id not in doubts)
    return Entry(labels.form.id, {}, required, tuple(doubts.values()))
