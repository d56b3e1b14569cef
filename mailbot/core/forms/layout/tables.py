"""Rows with cells: label and value, both languages and value, one row or column a contact."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mailbot.core.comparison import value_key
from mailbot.core.fields.plain import nothing_said
from mailbot.core.forms.layout.headers import header_of, headings_in_one_row, is_label_and_value
from mailbot.core.forms.layout.merged import CUT, Above, of_one_name, spread, without_merged_headings
from mailbot.core.forms.layout.persons_in_cells import InCell, persons_in_cells
from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.cells import cell_pairs, label_of_cell
from mailbot.core.forms.naming.heading import heads_persons
from mailbot.core.forms.naming.labels import Label, Labels, Piece, label_key
from mailbot.core.forms.naming.pieces import clean_value, head_of, split
from mailbot.core.forms.naming.said import Break, Gap, Item, Loose, Said, Stands
from mailbot.core.forms.taking.grouping import is_code, key_field

_REACH = frozenset({"email", "telephone"})
_LEAST_DIGITS = 7  # of a telephone number
_MOST_BESIDE = 6  # words of a line that is a number with its remark
OLD_COLUMN = frozenset(
    label_key(word)
    for word in (
        "actual", "datos actuales", "dato actual", "registrado", "dice", "anterior", "current", "existing",
        "on record", "antes", "decía", "old", "previous", "before", "on file",
        "as listed", "en lista", "en archivo", "donde dice", "reads", "it reads", "says", "it says", "where it says",
    )
)  # fmt: skip
# Beside one of these "Actual" is the new one.
_PAST_COLUMN = frozenset({"anterior", "antes", "decia", "old", "previous", "before"})
_TOTAL = re.compile(r"(?:sub-?)?total(?:es)?\b", re.IGNORECASE)
_RULE_CELL = re.compile(r"[\s:=_*.─━-]*")
_IN_HEADINGS = frozenset(
    """
    listing entry list record records register directory data value values information info details text please kindly
    dato datos valor informacion registro lista listado directorio ficha favor por in on en as to a
    """.split()
)  # words that say nothing of old or new
NEW_COLUMN = frozenset(
    label_key(word)
    for word in (
        "nuevo", "nueva", "nuevo dato", "datos nuevos", "nuevo valor", "corrección", "correcciones",
        "correcto",
        "actualización", "dato correcto", "dato corregido", "datos corregidos", "corregir a", "debe decir",
        "dato actualizado", "cambio", "respuesta", "su respuesta", "dice ahora",
        "new", "new value", "correction", "corrections", "corrected", "update", "updated", "answer",
        "your answer", "should read", "ahora", "now", "después", "after", "should be", "debe ser", "debería decir",
        "it should read", "it should say", "should say", "debe leerse",
        "correct", "corrected value", "correct value", "change to", "cambiar a", "change", "reply", "response",
    )
)  # fmt: skip


def read_table(rows: Sequence[Row], labels: Labels, shown: Mapping[str, str]) -> list[Item]:
    """Return the items of consecutive rows with cells; context rows give labels only."""
    rows = of_one_name(headings_in_one_row(rows, labels), labels)
    rows = _paired(without_merged_headings(rows, labels), labels)
    columns = _columns([spread(row) for row in rows], labels) if all(row.cells for row in rows) else None
    if columns is not None:
        return columns
    items: list[Item] = []
    header: list[Label | None] | None = None
    newest: int | None = None
    width = 0  # of the row that heads the newest
    above = Above(labels)
    for place, row in enumerate(rows):
        if not row.cells:
            items += [Break(), Loose(_heading_over(row, labels), row.number, row.lines)]
            continue
        if all(_RULE_CELL.fullmatch(cell) for cell in row.cells):
            continue
        following = rows[place + 1] if place + 1 < len(rows) else None
        found = header_of(row, labels, following)
        if found:
            header, above = found, Above(labels)
            continue
        column = _newest_column(row, labels)
        if column is not None:
            newest, width = column, len(row.cells)
            continue
        if header and _is_data(row, header, labels):
            read = _data_row(row, header, labels, above)
            items += read[1:] if place and not rows[place - 1].cells else read  # the heading above is of this row
            continue
        header = None
        if place == 0 and len(row.cells) > 2 and all(map(_is_of_no_weight, row.cells[1:])):
            continue  # "Función | Dato | Información" over labels and values
        cut = rows[0].cells and CUT in row.marks and newest is not None
        items += _form_row(row, labels, shown, newest - width + len(row.cells) if cut and newest else newest)
    return items


def _heading_over(row: Row, labels: Labels) -> str:
    """The words of a heading over all columns; of "Institución: Ministerio X" those that name it."""
    head = head_of(row.text, labels)
    kinds = {labels.form.field(each).kind for each in head.label.fields} if head and head.label else set()
    return row.text[head.start :].strip() if head and kinds == {"institution"} else row.text


def _paired(rows: Sequence[Row], labels: Labels) -> list[Row]:
    """Return the rows, those with several labels and their values as so many rows."""
    pairs = [cell_pairs(row.cells, labels) for row in rows]
    if not any(pairs):
        return list(rows)
    return [
        each
        for row, found in zip(rows, pairs, strict=True)
        for each in ([row._replace(cells=pair) for pair in found] or [row])
    ]


def _newest_column(row: Row, labels: Labels) -> int | None:
    """Return the column headed "corrección" or "new value"; "Movimiento | Change | Update" is an answer."""
    if len(row.cells) < 3:
        return None
    label = label_of_cell(row.cells[0], labels)
    if label and is_label_and_value(row, label, labels):
        return None
    head = row.cells[-1]
    new = label_key(head) in NEW_COLUMN or (label is None and is_one_of(head, NEW_COLUMN))
    new = new or (is_one_of(row.cells[-2], _PAST_COLUMN) and is_one_of(head, OLD_COLUMN - _PAST_COLUMN))
    return len(row.cells) - 1 if new else None


def _is_of_no_weight(cell: str) -> bool:
    words = label_key(cell).split()
    return bool(words) and _IN_HEADINGS.issuperset(words)


def is_one_of(cell: str, words: frozenset[str]) -> bool:
    """Tell whether a heading is one of the words, alone or among words of no weight: "Current listing"."""
    key = label_key(cell)
    return key in words or " ".join(each for each in key.split() if each not in _IN_HEADINGS) in words


def _is_data(row: Row, header: list[Label | None], labels: Labels) -> bool:
    if len(row.cells) > len(header):
        return False
    return not (label_of_cell(row.cells[0], labels) and len(row.cells) < len(header))


def _data_row(row: Row, header: list[Label | None], labels: Labels, above: Above) -> list[Item]:
    if row.kind != "own":
        return []
    cells = row.cells
    if len(cells) < len(header) and "\t" in row.text and "|" not in row.text:
        cells = (*cells, *[""] * (len(header) - len(cells)))  # programs drop the tabs of empty cells at the end
    if len(cells) < len(header):
        return [Break(), Loose(row.text, row.number, row.lines)]
    pairs = _one_activity(header, cells, labels)
    if _is_total(pairs, cells, labels):
        return [Break(), Loose(row.text, row.number, row.lines), Break()]
    people = persons_in_cells(pairs, labels)
    if len(people) > 1:
        apart: list[Item] = []
        for each in people:
            apart += [Break(), *_of_one(row, each), Break()]
        return apart
    unsure = {said.label for one in people for said in one if not said.sure}
    told = [(label, cell) for label, cell in pairs if not _is_left_out(label, cell, labels)]
    said = [said for label, cell in told for said in _said_all(row, label, cell, labels)]
    said = [replace(each, unsure=each.unsure or each.label in unsure) for each in said] if unsure else said
    return [Break(), *_roles(row, header, cells, labels), *above.of_row(said), Break()]


def _is_left_out(label: Label, cell: str, labels: Labels) -> bool:
    """Tell whether a dash fills the cell of a number or an address: nothing is said, and nothing is taken back."""
    reach = all(labels.form.field(each).kind in _REACH for each in label.fields)
    return reach and bool(cell) and nothing_said(cell, signs_only=True)


def _roles(row: Row, header: Sequence[Label | None], cells: Sequence[str], labels: Labels) -> list[Item]:
    """The words for a role in a column that nothing heads: "Titular | Rita Prueba | Jefa"."""
    spare = [cell for label, cell in zip(header, cells, strict=True) if not label and cell]
    return [Loose(cell, row.number, row.lines) for cell in spare if heads_persons([cell], labels.form)]


def _of_one(row: Row, cells: Sequence[InCell]) -> list[Said]:
    """What a row says of one of several people in it, to be asked."""
    return [replace(_said(row, each.label, each.words), unsure=True, told=each.sure) for each in cells]


def _is_total(pairs: Sequence[tuple[Label, str]], cells: Sequence[str], labels: Labels) -> bool:
    """Tell whether a row adds up those above it: "Total de actividades | 4"."""
    first = next((cell for cell in cells if cell), "")
    key = key_field(labels.form)
    keyed = [cell for label, cell in pairs if key and key.id in label.fields and clean_value(cell)]
    return _TOTAL.match(first) is not None and keyed in ([], [first])


def _one_activity(header: list[Label | None], cells: Sequence[str], labels: Labels) -> list[tuple[Label, str]]:
    """Pairs of a row; a code and a title in columns of their own are one value, the code first."""
    pairs = [(label, cell) for label, cell in zip(header, cells, strict=True) if label]
    about = [pair for pair in pairs if labels.form.field(pair[0].fields[0]).kind == "activity"]
    if len(about) < 2:
        return pairs
    words = sorted((cell for _, cell in about if clean_value(cell)), key=lambda cell: not is_code(cell))
    return [(about[0][0], " ".join(words)), *(pair for pair in pairs if pair not in about)]


def _said(row: Row, label: Label, cell: str, *, unsure: bool = False) -> Said:
    parts = [part.strip() for part in cell.split("\n") if part.strip()]
    text = clean_value(_glue(parts).join(parts) if len(parts) > 1 else "".join(parts))
    return Said(label, text, row.number, row.lines, answer=row.answer, struck=row.struck, unsure=unsure)


def _said_all(row: Row, label: Label, cell: str, labels: Labels) -> list[Said]:
    """What a cell says, and the number behind "cel." in "2222-0000 ext. 215, cel. 8880-0000" as on a line."""
    reach = all(labels.form.field(each).kind in _REACH for each in label.fields)
    if not reach or not any(map(str.isdigit, cell)):
        return [_said(row, label, cell)]
    pieces = [split(line, labels, label) for line in cell.split("\n")]
    if len(pieces) > 1:
        own = any(each.label and each.label.fields != label.fields for line in pieces for each in line)
        return _lines_of_cell(row, label, pieces) if own else [_said(row, label, cell)]
    return [_said(row, each.label, each.text) for each in pieces[0] if each.label] or [_said(row, label, cell)]


def _lines_of_cell(row: Row, label: Label, lines: Sequence[Sequence[Piece]]) -> list[Said]:
    """What the lines of a cell say: "Tel. 2410-0000", "ext. 10", "Cel. 5510-0001", each by its own label."""
    said: list[tuple[Label, list[str]]] = []
    unsure: list[Said] = []
    for line in lines:
        for each in line:
            if not each.text.strip():
                continue
            goes_on = each.label == label and bool(said)
            if goes_on and said[-1][0] != label and _is_whole(each.text):
                unsure.append(_said(row, label, each.text, unsure=True))  # of the label above it, or of the heading
            elif goes_on:
                said[-1][1].append(each.text)
            elif each.label:
                said.append((each.label, [each.text]))
    return [*(_said(row, each, "\n".join(words)) for each, words in said), *unsure]


def _is_whole(part: str) -> bool:
    return "@" in part or sum(sign.isdigit() for sign in part) >= _LEAST_DIGITS


def _glue(parts: Sequence[str]) -> str:
    """Lines of a cell are separate values where each holds a whole number or address."""
    whole = all(map(_is_whole, parts))
    return " ; " if whole and not any(len(part.split()) > _MOST_BESIDE for part in parts) else " "


def _form_row(row: Row, labels: Labels, shown: Mapping[str, str], newest: int | None) -> list[Item]:
    cells = list(row.cells)
    if len(cells) > 1 and not label_of_cell(cells[0], labels) and _NUMBER_CELL.fullmatch(cells[0]):
        cells = cells[1:]
        newest = None if newest is None else newest - 1
    label = label_of_cell(cells[0], labels) if cells else None
    if label is None:
        return _cells_with_labels(row, labels)
    if row.kind != "own":
        return [Stands(label, cells[1], row.number)] if len(cells) == 2 and cells[1] else []
    cells = [cells[0], *(_without_label(cell, label, labels) for cell in cells[1:])]
    if len(cells) > 2 and _names(cells[1], label, labels):
        return [_value_cell(row, replace(label, language="und"), cells[2:], shown, None)]
    if len(cells) == 2 and newest is None:
        return [*_said_all(row, label, cells[1], labels)]
    return [_value_cell(row, label, cells[1:], shown, None if newest is None else newest - 1)]


_NUMBER_CELL = re.compile(r"\(?\d{0,3}[.)]?")


def _value_cell(row: Row, label: Label, cells: Sequence[str], shown: Mapping[str, str], newest: int | None) -> Said:
    if newest is not None and 0 <= newest < len(cells):
        return _said(row, label, cells[newest])
    filled = [cell for cell in cells if clean_value(cell)]
    if len(filled) < 2:
        return _said(row, label, filled[0] if filled else "")
    before = shown.get(label_key(row.cells[0]), "")
    if before and value_key(clean_value(filled[0])) == before and len(filled) == 2:
        return _said(row, label, filled[1])
    return _said(row, label, " / ".join(dict.fromkeys(filled)), unsure=len(set(filled)) > 1)


def _cells_with_labels(row: Row, labels: Labels) -> list[Item]:
    """Cells that hold label and value themselves: "Tel: 2222-0000 | Fax: 2222-0001"."""
    if row.kind != "own":
        return [Gap()]
    lines = [line.strip() for cell in row.cells for line in cell.split("\n") if line.strip()]
    items = [item for line in lines for item in _line_of_cell(row, line, labels)]
    if not any(isinstance(item, Said) for item in items):
        return [Loose(row.text, row.number, row.lines)]
    return items


def _line_of_cell(row: Row, line: str, labels: Labels) -> list[Item]:
    head = head_of(line, labels)
    if head is None:
        return [Loose(line, row.number, row.lines)]
    pieces = split(line[head.start :], labels, head.label)
    return [_said(row, piece.label, piece.text) for piece in pieces if piece.label]


def _without_label(cell: str, label: Label, labels: Labels) -> str:
    """Take the same label off the beginning of a cell: "Telephone | Téléphone 613-555-0119"."""
    pieces = split(cell, labels, label) if cell[:1].isalpha() and any(map(str.isdigit, cell)) else []
    again = len(pieces) == 2 and not pieces[0].text.strip() and pieces[1].label
    return pieces[1].text if again and again.fields == label.fields else cell


def _names(cell: str, label: Label, labels: Labels) -> bool:
    """Tell whether a cell is a label of the same field, in the other language."""
    found = label_of_cell(cell, labels)
    return found is not None and found.fields == label.fields


def _columns(rows: Sequence[Row], labels: Labels) -> list[Item] | None:
    """One column a contact: labels in the first column, at least two filled columns beside it."""
    width = len(rows[0].cells)
    labelled = [(row, label) for row in rows if (label := label_of_cell(row.cells[0], labels))]
    key = key_field(labels.form)
    if width < 3 or len(labelled) < 3 or key is None or any(len(row.cells) != width for row in rows):
        return None
    if any(_names(row.cells[1], label, labels) for row, label in labelled):
        return None
    keyed = [row for row, label in labelled if key.id in label.fields]
    own = all(row.kind == "own" for row, _ in labelled)
    if len(keyed) != 1 or not own or len(set(keyed[0].cells[1:])) < width - 1 or not all(keyed[0].cells):
        return None
    if any(is_one_of(cell, NEW_COLUMN | OLD_COLUMN) for cell in rows[0].cells[1:]):
        return None
    over = [
        row for row in rows[:1] if heads_persons(row.cells[1:], labels.form) and not label_of_cell(row.cells[0], labels)
    ]
    items: list[Item] = []
    for column in range(1, width):
        items.append(Break())
        items += [Loose(row.cells[column], row.number, row.lines) for row in over]
        items += [said for row, label in labelled for said in _said_all(row, label, row.cells[column], labels)]
    return [*items, Break()]
