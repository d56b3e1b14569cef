"""Tables of corrections: "Fila | Nombre | Dice | Debe decir" written out as the lines that say the same.

A column "Fila" tells the rows of the list apart, and so does "No." where it does not merely count the corrections.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mailbot.core.forms.layout.tables import NEW_COLUMN, OLD_COLUMN, is_one_of
from mailbot.core.forms.naming.cells import label_of_cell
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.pieces import head_of
from mailbot.core.language import fold
from mailbot.core.values import Line

_PARTED = re.compile(r"\s*\|\s*|\t+")
_RULE = re.compile(r"[\s|+:=_*.─━-]*")
_ROW = re.compile(r"(?:n(?:o|um)?[.°º]* (?:de )?)?(?:fila|renglon|linea|registro|row|line|entry)(?: (?:no|n[°º])?\.?)?")
_COUNT = re.compile(r"n(?:o|[°º]|um(?:ero)?)?\.?|#|item|number")
_NUMBER = re.compile(r"\W{0,2}(\d{1,3})\W{0,2}")
_LONGEST = 2_000  # characters of a line
_MOST_COLUMNS = 8


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column of a table of corrections holds what; None for a column that it has not."""

    old: int
    new: int
    row: int | None
    name: int | None
    width: int
    counts: bool  # the numbers may count the corrections


def corrections_written_out(lines: Sequence[Line], labels: Labels) -> tuple[Line, ...]:
    """Return the lines, those of such a table as "Fila 14 - Ana Prueba" over "Dice: …" and "Debe decir: …"."""
    found: list[Line] = []
    place = 0
    while place < len(lines):
        columns = _columns(lines[place], labels)
        end = _end(lines, place + 1, columns) if columns else place + 1
        written = list(_written(lines[place + 1 : end], columns, labels)) if columns else []
        found += written or lines[place:end]
        place = end
    return tuple(found)


def _cells(line: Line) -> tuple[str, ...]:
    if line.label not in {"new", "answer"} or len(line.text) > _LONGEST:
        return ()
    if line.cells:
        return tuple(cell.strip() for cell in line.cells)
    text = line.text.strip()
    text = text[1:-1] if text[:1] == text[-1:] == "|" else text
    return tuple(each.strip() for each in _PARTED.split(text)) if "|" in text or "\t" in text else ()


def _columns(line: Line, labels: Labels) -> _Columns | None:
    """The columns that a line heads; None where it heads no old and new ones."""
    cells = _cells(line)
    if not 2 <= len(cells) <= _MOST_COLUMNS:
        return None
    old = [place for place, cell in enumerate(cells) if is_one_of(cell, OLD_COLUMN)]
    new = [place for place, cell in enumerate(cells) if is_one_of(cell, NEW_COLUMN)]
    if len(old) != 1 or len(new) != 1:
        return None
    row = next((place for place, cell in enumerate(cells) if _ROW.fullmatch(fold(cell))), None)
    count = next((place for place, cell in enumerate(cells) if _COUNT.fullmatch(fold(cell))), None)
    key = next((place for place, cell in enumerate(cells) if place not in old + new and _is_name(cell, labels)), None)
    return _Columns(old[0], new[0], count if row is None else row, key, len(cells), row is None and count is not None)


def _is_name(cell: str, labels: Labels) -> bool:
    label = label_of_cell(cell, labels)
    return label is not None and any(labels.form.field(each).kind == "name" for each in label.fields)


def _end(lines: Sequence[Line], place: int, columns: _Columns) -> int:
    """Where the rows of the table end."""
    while place < len(lines) and (
        len(_cells(lines[place])) == columns.width or (lines[place].text.strip() and _RULE.fullmatch(lines[place].text))
    ):
        place += 1
    return place


def _written(lines: Sequence[Line], columns: _Columns, labels: Labels) -> Iterator[Line]:
    """Yield the lines of the rows; none where the table is read by the labels in it."""
    rows = [
        (line, _cells(line)) for line in lines if len(_cells(line)) == columns.width and not _RULE.fullmatch(line.text)
    ]
    numbers = [_number(cells, columns) for _, cells in rows]
    counted = columns.counts and columns.name is None and numbers == [str(each + 1) for each in range(len(rows))]
    by_label = columns.row is not None and any(label_of_cell(cells[columns.row], labels) for _, cells in rows)
    if not rows or by_label or (columns.counts and not any(numbers)):
        return
    if columns.row is None or counted:
        whole = all(head_of(cells[each], labels) for _, cells in rows for each in (columns.old, columns.new))
        if whole and columns.name is None:
            for line, cells in rows:
                yield from _old_and_new(line, cells, columns, "")
        return
    before = ""
    for (line, cells), number in zip(rows, numbers, strict=True):
        if not number or not cells[columns.new]:  # "catorce", or nothing that should stand there: silence
            yield _line(line, "").labelled("blank")
            before = ""
            continue
        if number != before:
            yield _line(line, "").labelled("blank")
            name = cells[columns.name] if columns.name is not None else ""
            yield _line(line, f"Fila {number} - {name}" if name else f"Fila {number}")
        yield from _old_and_new(line, cells, columns, _field(cells, columns, labels))
        before = number


def _number(cells: Sequence[str], columns: _Columns) -> str:
    found = _NUMBER.fullmatch(cells[columns.row]) if columns.row is not None else None
    return found[1] if found else ""


def _field(cells: Sequence[str], columns: _Columns, labels: Labels) -> str:
    """The label that a further column holds: "14 | Cargo | Directora | Subdirectora"."""
    others = {columns.old, columns.new, columns.row, columns.name}
    found = [cell for place, cell in enumerate(cells) if place not in others and label_of_cell(cell, labels)]
    return f"{found[0].rstrip(' :')}: " if len(found) == 1 else ""


def _old_and_new(line: Line, cells: Sequence[str], columns: _Columns, label: str) -> Iterator[Line]:
    yield _line(line, f"Dice: {label}{cells[columns.old] or '…'}")
    yield _line(line, f"Debe decir: {label}{cells[columns.new]}")


def _line(line: Line, text: str) -> Line:
    return line._replace(text=text, cells=())
