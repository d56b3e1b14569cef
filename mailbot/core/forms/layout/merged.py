"""What a table's cells say for more rows than their own: merged over rows, or left empty below the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mailbot.core.forms.layout.headers import header_of
from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.cells import label_of_cell
from mailbot.core.forms.naming.labels import Label, Labels, label_key
from mailbot.core.forms.naming.pieces import clean_value
from mailbot.core.forms.naming.references import same_as
from mailbot.core.forms.naming.said import Said
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.message.grid import HEADING, covered, repeated

CUT = "cut"  # mark of a row without the merged heading beside it
_LISTS = frozenset({"email", "telephone"})
_OF_SEVERAL = frozenset({"country", "institution"})  # kinds of what is written once for the rows below


def without_merged_headings(rows: Sequence[Row], labels: Labels) -> list[Row]:
    """Return the rows, those beside a merged heading without it: "Titular" over three rows of label and value.

    Where a row says what stands in the columns, a merged cell is a value.
    """
    if not any(repeated(row.marks) for row in rows):
        return list(rows)
    below = [*rows[1:], None]
    if any(header_of(row, labels, each) for row, each in zip(rows, below, strict=True) if not repeated(row.marks)):
        return list(rows)
    kept: list[Row] = []
    for row, following in zip(rows, below, strict=True):
        first = repeated(row.marks) or (repeated(following.marks) if following else 0)
        if not 0 < first < len(row.cells) or label_of_cell(row.cells[first], labels) is None:
            kept.append(row)
            continue
        if not repeated(row.marks):
            words = " ".join(row.cells[:first])
            kept.append(row._replace(cells=(), text=words, marks=frozenset({HEADING})))
        kept.append(row._replace(cells=row.cells[first:], text="\t".join(row.cells[first:]), marks=frozenset({CUT})))
    return kept


def of_one_name(rows: Sequence[Row], labels: Labels) -> list[Row]:
    """Return the rows, those beside one merged name or activity as one where they only add numbers and addresses."""
    if not any(repeated(row.marks) for row in rows):
        return list(rows)
    kept: list[Row] = []
    header: list[Label | None] = []
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        found = header_of(row, labels, following)
        header = found or header
        together = _together(kept[-1], row, header, labels) if kept and not found else None
        if together:
            kept[-1] = together
        else:
            kept.append(row)
    return kept


def _together(above: Row, below: Row, header: Sequence[Label | None], labels: Labels) -> Row | None:
    key = key_field(labels.form)
    keyed = [place for place, label in enumerate(header) if label and key and key.id in label.fields]
    if not keyed or keyed[0] >= repeated(below.marks) or len(below.cells) > len(above.cells):
        return None
    cells = list(above.cells)
    for place, cell in enumerate(below.cells):
        label = header[place] if place < len(header) else None
        if not cell or cell == cells[place]:
            continue
        if not label or any(labels.form.field(each).kind not in _LISTS for each in label.fields):
            return None
        cells[place] = f"{cells[place]}\n{cell}".strip()
    return above._replace(cells=tuple(cells), text="\t".join(cells), lines=(*above.lines, *below.lines))


def spread(row: Row) -> Row:
    """Return a row with what each of its cells says in all columns that it reaches over."""
    merged = sorted(covered(row.marks))
    if not merged:
        return row
    cells = list(row.cells)
    for column, columns in merged:
        end = column + columns
        cells += [""] * (end - len(cells))
        cells[column:end] = [cells[column]] * columns
    return row._replace(cells=tuple(cells))


@dataclass
class Above:
    """The State and institution last said in a table, for the rows that leave them empty."""

    labels: Labels
    said: dict[tuple[str, ...], Said] = field(default_factory=dict)
    written_out: set[tuple[str, ...]] = field(default_factory=set)  # where "ídem" says so, an empty cell does not

    def of_row(self, said: Sequence[Said]) -> list[Said]:
        """Return what a row says, with what it leaves to the row above, to be asked."""
        key = key_field(self.labels.form)
        named = any(key and key.id in each.label.fields and each.text for each in said)
        places = [place for place, each in enumerate(said) if self._is_of_several(each.label)]
        filled = list(said)
        for place in places:
            own, above = said[place], self.said.get(said[place].label.fields)
            if clean_value(own.text) or own.struck:
                if above and label_key(above.text) != label_key(own.text) and self._kind(own.label) == "country":
                    self.said.clear()
                self.said[own.label.fields] = own
                if same_as(own.text) is not None:
                    self.written_out.add(own.label.fields)
            elif above and named and own.label.fields not in self.written_out:
                filled[place] = replace(own, text=above.text, unsure=True, told=True)
        return filled

    def _is_of_several(self, label: Label) -> bool:
        return self._kind(label) in _OF_SEVERAL

    def _kind(self, label: Label) -> str:
        kinds = {self.labels.form.field(each).kind for each in label.fields}
        return kinds.pop() if len(kinds) == 1 else ""
