"""Where reading down a message stands: what was said, which label waits, which value may run on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from mailbot.core.forms.layout.going_on import ITEM_NUMBER
from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.layout.spacing import is_double_spaced
from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.forms.naming.pieces import head_of
from mailbot.core.forms.naming.said import Gap, Item

_LEAST_LABELS = 2  # with numbers before them


@dataclass
class Scanning:
    """The state of reading down a message."""

    labels: Labels
    shown: Mapping[str, str]
    rows: Sequence[Row]
    items: list[Item] = field(default_factory=list)
    pending: Label | None = None  # a label that waits for its value on the next line …
    below: str = ""  # … and what stood beside it already
    since_blank: bool = False  # a blank line stands between the label and here
    persons: int = 0  # lines that opened with a person and went on with how to reach them
    open: int | None = None  # index of the value that may run on

    @cached_property
    def numbered_labels(self) -> bool:
        """The numbers before the lines are the form's: several of them stand before different labels."""
        rows = [row for row in self.rows if row.kind == "own" and ITEM_NUMBER.match(row.text)]
        heads = [head for row in rows if (head := head_of(row.text, self.labels)) and head.label]
        return len({head.label.fields for head in heads if head.label}) == len(heads) >= _LEAST_LABELS

    @cached_property
    def double_spaced(self) -> bool:
        """Most labels are followed by an empty line: the mail program doubled every line end."""
        return is_double_spaced(self.rows, self.labels)

    def gap(self) -> None:
        """Note that an empty line, or words of somebody else, part what follows."""
        if self.items and not isinstance(self.items[-1], Gap):
            self.items.append(Gap())

    def forget(self) -> None:
        """Let no label wait for its value any more, and no value run on."""
        self.pending, self.below, self.open = None, "", None

    def open_value(self) -> Item | None:
        """Return the value that may run on."""
        return self.items[self.open] if self.open is not None else None
