"""The row of a table that says what stands in its columns, also where it takes two rows to say so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.fields.choices import names_of
from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.cells import label_of_cell
from mailbot.core.forms.naming.labels import Label, Labels, label_key
from mailbot.core.message.grid import HEADING, covered, repeated

_SEVERAL_COLUMNS = frozenset({"activity", "email", "telephone"})
_NUMBER_HEADING = re.compile(r"(?:no|n[o°º]|num|nro|item|#|)\.?", re.IGNORECASE)
_THEME_HEADING = re.compile(
    r"(?:tema|eje|objetivo|componente|programa|bloque|meta)s?(?: tem[aá]ticos?)?"
    r"|(?:theme|topic|goal|objective|block)s?",
    re.IGNORECASE,
)  # what rows are ordered by
_REACH = frozenset({"email", "telephone"})


def header_of(row: Row, labels: Labels, following: Row | None) -> list[Label | None] | None:
    """Return the labels of a heading row, None for the column of row numbers."""
    found = [label_of_cell(cell, labels) for cell in row.cells]
    named = [each for each in found if each]
    spare = [cell for cell, label in zip(row.cells, found, strict=True) if not label]
    different = len(named) >= 2 and _tell_apart(named, labels)
    numbers = all(_NUMBER_HEADING.fullmatch(cell) or _THEME_HEADING.fullmatch(cell) for cell in spare)
    if following is None or not different or not (numbers or 3 <= len(named) >= len(spare)):
        return None
    first = following.cells[0] if following.cells else following.text
    if len(row.cells) < 3 and (label_of_cell(first, labels) or is_label_and_value(row, named[0], labels)):
        return None
    return found


def _tell_apart(named: Sequence[Label], labels: Labels) -> bool:
    """Tell whether no two columns want one value: parts, lists and code with title may be several."""
    seen = [(each.fields, each.part) for each in named]
    again = [each for each in named if seen.count((each.fields, each.part)) > 1]
    if len({each.fields for each in named}) < 2:
        return False
    return all(labels.form.field(one).kind in _SEVERAL_COLUMNS for each in again for one in each.fields)


def is_label_and_value(row: Row, label: Label, labels: Labels) -> bool:
    """Tell whether two cells that are both labels are one label and its value ("Contacto")."""
    if row.cells[0].rstrip().endswith(":"):
        return True
    value = label_key(row.cells[-1])
    choices = [choice for each in label.fields for choice in labels.form.field(each).choices]
    words = (word for each in choices for word in names_of(each))
    return any(label_key(word) == value for word in words)


def headings_in_one_row(rows: Sequence[Row], labels: Labels) -> list[Row]:
    """Return the rows, a heading in two rows ("Datos de contacto" over "Teléfono" and "Correo") as one."""
    kept: list[Row] = []
    parted: list[tuple[int, tuple[str, ...]]] = []  # columns of a heading, and what its lower cells say of each
    for place, row in enumerate(rows):
        above = kept[-1] if kept else None
        joined = _joined(above, row, labels) if above and covered(above.marks) else None
        if joined and place + 1 < len(rows) and header_of(joined, labels, rows[place + 1]):
            kept[-1], parted = joined, []
        elif joined and above and header_of(above, labels, row):
            wide = [(column, min(column + columns, len(row.cells))) for column, columns in covered(above.marks)]
            parted = [(column, row.cells[column:end]) for column, end in wide]
        else:
            kept.append(_parts_together(row, parted))
    return kept


def _parts_together(row: Row, parted: Sequence[tuple[int, tuple[str, ...]]]) -> Row:
    """Return a row with "Inicio: 3 de marzo; Fin: 7 de marzo" in the column of what its heading parts."""
    cells = list(row.cells)
    for column, names in parted:
        if column < len(cells):
            said = zip(names, cells[column : column + len(names)], strict=False)
            words = "; ".join(f"{name}: {cell}" if name else cell for name, cell in said if cell)
            cells[column : column + len(names)] = [words, *[""] * (len(names) - 1)]
    return row._replace(cells=tuple(cells)) if parted else row


def _joined(above: Row, below: Row, labels: Labels) -> Row | None:
    """Return two rows of headings as one, where the lower parts cells of the upper and repeats or leaves the rest."""
    wide = {each: column for column, columns in covered(above.marks) for each in range(column, column + columns)}
    if not above.cells or len(below.cells) < len(above.cells):
        return None
    cells = []
    for column, cell in enumerate(below.cells):
        over = above.cells[wide.get(column, column)] if wide.get(column, column) < len(above.cells) else ""
        if column not in wide and cell and cell != over:
            return None
        cells.append(_heading(over, cell, labels) if column in wide else over)
    if len(wide) == len(below.cells) and is_value_behind_label(above, labels):
        return None
    return below._replace(cells=tuple(cells), text="\t".join(cells), marks=frozenset())


def is_value_behind_label(row: Row, labels: Labels) -> bool:
    """Tell whether a row is a label and its value."""
    filled = [cell for cell in row.cells if cell]
    return label_of_cell(filled[0], labels) is not None and not any(label_of_cell(each, labels) for each in filled[1:])


def _heading(over: str, cell: str, labels: Labels) -> str:
    """The words that say what stands in a column: both ("Teléfono" over "Oficina"), or the lower ones."""
    both = f"{over} {cell}".strip()
    if not over or not cell or label_of_cell(both, labels):
        return both
    upper, lower = label_of_cell(over, labels), label_of_cell(cell, labels)
    kinds = {labels.form.field(each).kind for each in upper.fields} if upper else set()
    of_the_kind = lower and {labels.form.field(each).kind for each in lower.fields} <= kinds
    return over if kinds and kinds <= _REACH and not of_the_kind else cell


def table_block(rows: Sequence[Row], place: int, labels: Labels) -> tuple[list[Row], int]:
    """Return consecutive rows with cells, and the place behind them.

    Blank lines between rows of one width do not end them, nor does a heading over all columns where a row above
    says what stands in each.
    """
    block: list[Row] = []
    headed, looked = False, 0
    end, width = place, 0
    while end < len(rows):
        row = rows[end]
        if not row.cells and HEADING in row.marks and row.kind == "own":
            following = [*block[looked + 1 :], row]
            headed = headed or any(map(header_of, block[looked:], [labels] * len(following), following))
            looked = len(block)
            if not headed:
                break
            block.append(row)
        elif row.cells:
            block.append(row)
            width = len(row.cells)
        elif repeated(row.marks) and row.kind == "own" and block and _is_pair(block[-1], labels):
            label, value = block[-1].cells
            cells = (label, f"{value}\n{row.text}")  # another line beside a merged label
            block[-1] = block[-1]._replace(cells=cells, text="\t".join(cells), lines=(*block[-1].lines, *row.lines))
        elif row.kind != "blank" or end + 1 == len(rows) or len(rows[end + 1].cells) != width:
            break
        end += 1
    return block, end


def _is_pair(row: Row, labels: Labels) -> bool:
    return len(row.cells) == 2 and row.kind == "own" and label_of_cell(row.cells[0], labels) is not None
