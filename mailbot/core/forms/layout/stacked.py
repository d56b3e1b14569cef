"""A table pasted as text, one cell a line: labels one below the other, then as many lines for each row.

Nothing is read so where one row has other lines than there are labels, or an address stands under another label.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.courtesy import is_courtesy, is_sentence
from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.forms.naming.numbers import is_number
from mailbot.core.forms.naming.pieces import bare_label, head_of

_LEAST = 3  # columns
_MOST = 12
_LONGEST = 45  # characters of a label


def cells_below_labels(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows; each line below such labels has the label of its place before it."""
    bare = [_may_be_bare(row) for row in rows]
    heads = _heads(rows, labels) if any(map(all, zip(*(bare[at:] for at in range(_LEAST)), strict=False))) else None
    if not heads:
        return rows
    first, found = heads
    blocks = list(_blocks(rows, first + len(found), len(found)))
    cells = [place for block in blocks for place in block]
    texts = [[rows[place].text for place in block] for block in blocks]
    if not blocks or not all(_fits(found, each, labels) for each in texts):
        return rows
    read = list(rows)
    for at in range(first, first + len(found)):
        read[at] = rows[at]._replace(kind="blank", text="")
    for number, place in enumerate(cells):
        words = rows[first + number % len(found)].text.strip(" :")
        read[place] = rows[place]._replace(text=f"{words}: {rows[place].text.strip()}")
    return read


def _heads(rows: Sequence[Row], labels: Labels) -> tuple[int, list[Label]] | None:
    """The place of the first label, and the labels, that stand one below the other without a value."""
    found: list[Label] = []
    first = 0
    for place, row in enumerate(rows):
        label = bare_label(row.text, labels) if _may_be_bare(row) else None
        if label is not None and all(label.fields != each.fields for each in found):
            first = first if found else place
            found.append(label)
        elif _LEAST <= len(found) <= _MOST:
            return first, found
        else:
            found = []
    return None


def _may_be_bare(row: Row) -> bool:
    """Tell whether a line may be a label alone: a few words of the sender's without a figure or an address."""
    text = row.text
    return row.kind == "own" and not row.cells and len(text) <= _LONGEST and ":" not in text[:-1] and "@" not in text


def _blocks(rows: Sequence[Row], start: int, size: int) -> Iterator[list[int]]:
    """Yield the places of the lines of each row: paragraphs of one size, or one paragraph of several rows."""
    block: list[int] = []
    for place in range(start, len(rows) + 1):
        row = rows[place] if place < len(rows) else None
        if row is not None and row.kind == "own" and not row.cells and row.text.strip():
            block.append(place)
            continue
        if block and (len(block) % size or is_courtesy(rows[block[0]].text) or is_sentence(rows[block[0]].text)):
            return
        yield from (block[at : at + size] for at in range(0, len(block), size))
        block = []
        if row is None or row.kind not in {"blank", "own"}:
            return


def _fits(heads: Sequence[Label], texts: Sequence[str], labels: Labels) -> bool:
    """Tell whether a row's lines can stand under the labels: addresses and numbers in their places, no label."""
    for label, text in zip(heads, texts, strict=True):
        kinds = {labels.form.field(each).kind for each in label.fields}
        numbers = is_number(text) and not kinds & {"telephone", "percentage", "window", "activity"}
        if head_of(text, labels) or numbers or ("@" in text) != ("email" in kinds):
            return False
    return True
