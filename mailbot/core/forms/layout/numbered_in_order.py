"""Answers in a numbered list without labels, in the order of our form: "3. Secretaría de Relaciones Exteriores".

Only where as many are numbered as our quoted form has labels, and an address stands in the place of the address.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.layout.spacing import awaiting
from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.forms.naming.numbers import is_number
from mailbot.core.forms.naming.pieces import head_of

_NUMBERED = re.compile(r"\s*(?P<number>\d{1,2})\s?(?:[.)°º]-?|-)\s*(?P<said>\S.{0,300})")
_LEAST = 5  # answers


def answers_in_order(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows with the labels of our form before numbered answers that stand in its order."""
    numbered = [place for place, row in enumerate(rows) if row.kind == "own" and row.text.lstrip()[:1].isdigit()]
    if len(numbered) < _LEAST:
        return rows
    said = {place: found for place in numbered if (found := _numbered(rows[place], labels))}
    if len(said) < _LEAST or [int(each["number"]) for each in said.values()] != list(range(1, len(said) + 1)):
        return rows
    heads = _form_of(rows, labels, len(said))
    answers = [each["said"] for each in said.values()]
    if not heads or not _fits([label for label, _ in heads], answers, labels):
        return rows
    read = list(rows)
    for (place, each), (_, words) in zip(said.items(), heads, strict=True):
        read[place] = rows[place]._replace(text=f"{words}: {each['said']}")
    return read


def _numbered(row: Row, labels: Labels) -> re.Match[str] | None:
    found = _NUMBERED.fullmatch(row.text) if not row.cells else None
    return None if found is None or head_of(row.text, labels) else found


def _form_of(rows: Sequence[Row], labels: Labels, size: int) -> list[tuple[Label, str]]:
    """The first ``size`` labels of ours that stand together, where another line or a label said before ends them."""
    found: list[tuple[Label, str]] = []
    for row in rows:
        head = awaiting(row.text, labels) if row.kind == "context" and ":" in row.text else None
        if head is None and len(found) == size:
            break
        if head is None:
            found = [] if row.kind != "blank" else found
            continue
        if any(label.fields == head[0].fields for label, _ in found):
            break
        found.append((head[0], row.text.partition(":")[0].strip()))
    return found if len(found) == size else []


def _fits(heads: Sequence[Label], answers: Sequence[str], labels: Labels) -> bool:
    """Tell whether addresses and numbers stand where the form asks for them, and nowhere else; one address does."""
    addresses = 0
    for label, said in zip(heads, answers, strict=True):
        kinds = {labels.form.field(each).kind for each in label.fields}
        if ("@" in said) != ("email" in kinds) or (is_number(said) and "telephone" not in kinds):
            return False
        addresses += "@" in said
    return addresses > 0
