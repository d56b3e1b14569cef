"""A form run on in one line: where the next label begins behind a choice, and the code that ends it.

"Role in the group: Contact E-mail: …" holds a contact and an e-mail, no "contact e-mail".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.fields.choices import names_of_choices
from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.language import fold

Anchor = tuple[int, int, Label, int]  # label start, value start, label, sure
_FIRST_WORD = re.compile(r"[^\W\d_]{3,20} (?=[^\W\d_])")
_CODE_BEHIND = re.compile(  # of our request, as the last line of its form has it
    r"[\s,;]{1,4}C[oóOÓ](?:d(?:e|igo)|D(?:E|IGO))\s?:\s{0,3}[A-Z]{1,12}(?:-[A-Z0-9]{1,10}){2,5}\s*$"
)
_LONGEST_CODE = 90  # characters of the end that are looked at


def without_code_behind(text: str) -> str:
    """Return a line without "Código: MD-DIR-HN-7K3QX" at its end, the code of our request."""
    found = _CODE_BEHIND.search(text, max(0, len(text) - _LONGEST_CODE))
    return text[: found.start()] if found else text


def choices_kept(anchors: Sequence[Anchor], text: str, labels: Labels, outer: Label | None) -> list[Anchor]:
    """Return the anchors; a label that opens with a choice of the empty one before it begins behind that choice."""
    kept: list[Anchor] = []
    for anchor in anchors:
        label, begin = (kept[-1][2], kept[-1][1]) if kept else (outer, 0)
        start = _behind_choice(anchor, text, labels, label) if label and not text[begin : anchor[0]].strip() else 0
        kept.append((start, *anchor[1:]) if start else anchor)
    return kept


def _behind_choice(anchor: Anchor, text: str, labels: Labels, before: Label) -> int:
    start, end, label, _ = anchor
    word = _FIRST_WORD.match(text, start, end)
    fields = [labels.form.field(name) for name in before.fields]
    if word is None or not fields or fields[0].kind != "choice" or fold(word[0]) not in names_of_choices(fields[0]):
        return 0
    shorter = labels.find(text[word.end() : end].strip(" \t:=.-"))
    return word.end() if shorter is not None and shorter.fields == label.fields else 0
