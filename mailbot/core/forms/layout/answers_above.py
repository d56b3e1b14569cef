"""Answers typed above the labels of our letter: said so, "mis respuestas están arriba de cada línea", or shown by them.

What stands between two of our labels is the value of the upper one, unless numbers, addresses and titles stand only
where the lower one asks for them, and nothing only where the upper one does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailbot.core.fields import is_title
from mailbot.core.fields.choices import names_of_choices
from mailbot.core.fields.plain import nothing_said
from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.layout.spacing import awaiting
from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.forms.naming.numbers import is_number
from mailbot.core.forms.naming.pieces import head_of
from mailbot.core.forms.naming.references import same_as
from mailbot.core.language import fold

_ABOVE = re.compile(
    r"\b(?:(?:por )?(?:arriba|encima)(?: de)?|sobre|above|on top of) (?:cada|los|las|el|la|each|every|the)"
    r" (?:un[oa] de (?:los|las) )?(?:respectiv[oa]s? |corresponding )?"
    r"(?:renglon(?:es)?|rotulos?|lineas?|campos?|etiquetas?|labels?|lines?|fields?)\b"
)
_LABELLED = re.compile(r"[:：=|\t@\d]")  # may have a label of its own
_LONGEST = 300  # characters of the line that says so
_LEAST = 2  # answers that fit the label below them and no other


def answers_above(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows with each label of ours moved above what stands over it; as they are where it stands below."""
    first = next((place for place, row in enumerate(rows) if row.kind == "context"), len(rows))
    typed = list(_typed(rows, first, labels))
    if not typed:
        return rows
    said = any(row.kind == "own" and _ABOVE.search(fold(row.text[:_LONGEST])) for row in rows[:first])
    if not (said or _are_of_the_lower(rows, typed, labels)):
        return rows
    arranged: list[Row] = []
    done = 0
    for start, end, _, _ in typed:
        arranged += [*rows[done:start], rows[end], *rows[start:end], rows[end]._replace(kind="blank", text="")]
        done = end + 1
    return (*arranged, *rows[done:])


def _typed(rows: Sequence[Row], first: int, labels: Labels) -> Iterator[tuple[int, int, Label | None, Label]]:
    """Yield runs of lines without a label right above an empty label of ours: from, to, the label above and below."""
    above: Label | None = None
    start: int | None = None
    for place in range(first, len(rows)):
        row = rows[place]
        if row.kind == "own" and not row.cells and not head_of(row.text, labels):
            start = place if start is None else start
            continue
        found = awaiting(row.text, labels) if row.kind in {"context", "own"} else None
        if start is not None and row.kind == "context" and found and not found[1]:
            yield start, place, above, found[0]
        start = None
        above = found[0] if found else above if row.kind == "blank" else None


def _are_of_the_lower(
    rows: Sequence[Row], typed: Sequence[tuple[int, int, Label | None, Label]], labels: Labels
) -> bool:
    """Tell whether what was typed fits the labels below, several by its look, and not all of it those above."""
    lower = [fits(" ".join(row.text for row in rows[start:end]), below, labels) for start, end, _, below in typed]
    upper = [
        fits(" ".join(row.text for row in rows[start:end]), above, labels) if above else False
        for start, end, above, _ in typed
    ]
    if any(of_upper and not of_lower for of_upper, of_lower in zip(upper, lower, strict=True)):
        return False
    return False not in lower and lower.count(True) >= _LEAST and False in upper


def may_be_of_the_next(rows: Sequence[Row], place: int, labels: Labels) -> bool:
    """Tell whether a line behind an empty one, right above an empty label of ours, may be that one's value."""
    below = rows[place + 1] if place + 1 < len(rows) else None
    found = awaiting(below.text, labels) if below is not None and below.kind == "context" else None
    return found is not None and not found[1] and fits(rows[place].text, found[0], labels) is not False


def stands_between_ours(rows: Sequence[Row], place: int) -> bool:
    """Tell whether words, without a sign or number, stand by themselves between two lines of ours or with a colon."""
    if _LABELLED.search(rows[place].text):
        return False
    above = next((row for row in reversed(rows[max(0, place - 2) : place]) if row.kind != "blank"), None)
    below = next((row for row in rows[place + 1 : place + 3] if row.kind != "blank"), None)
    return all(each and (each.kind == "context" or each.text.rstrip().endswith(":")) for each in (above, below))


def fits(text: str, label: Label, labels: Labels) -> bool | None:
    """Tell whether words look like what a label asks for, True, or like another thing, False; None for plain words."""
    field = labels.form.field(label.fields[0])
    bare = text.strip(" .")
    if nothing_said(bare) or same_as(bare) is not None or fold(bare) == "no":
        return None
    if field.kind == "email" or "@" in bare:
        return field.kind == "email" and "@" in bare
    if field.kind == "telephone" or is_number(bare):
        return field.kind == "telephone" and is_number(bare)
    if field.kind == "title" or is_title(bare):
        return field.kind == "title" and is_title(bare)
    if field.choices:
        return fold(bare) in names_of_choices(field)
    return None
