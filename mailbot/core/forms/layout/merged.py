"""What a table's cells say for more rows than their own: merged over rows, or left empty below the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from mailbot.core.forms.layout.headers import header_of
from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.cells import label_of_cell
from mailbot.core.forms.naming.labels import Label, Labels, label_key
from mailbot.core.forms.naming.pieces import clean_value
from mailbot.core.forms.naming.said import Said
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.message.grid import HEADING, covered, repeated

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
        kept.append(row._replace(cells=row.cells[first:], text="\t".join(row.cells[first:]), marks=frozenset()))
    return kept


def spread(row: Row) -> Row:
    """Return a row with what each of its cells says in all columns that it reaches over."""
    cells = list(row.cells)
    for column, columns in sorted(covered(row.marks)):
        end = column + columns
        cells += [""] * (end - len(cells))
        cells[column:end] = [cells[column]] * columns
    return row._replace(cells=tuple(cells))


@dataclass
class Above:
    """The State and institution last said in a table, for the rows that leave them empty."""

    labels: Labels
    said: dict[tuple[str, ...], Said] = field(default_factory=dict)

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
            elif above and named:
                filled[place] = replace(own, text=above.text, unsure=True, told=True)
        return filled

    def _is_of_several(self, label: Label) -> bool:
        return self._kind(label) in _OF_SEVERAL

    def _kind(self, label: Label) -> str:
        kinds = {self.labels.form.field(each).kind for each in label.fields}
        return kinds.pop() if len(kinds) == 1 else ""
