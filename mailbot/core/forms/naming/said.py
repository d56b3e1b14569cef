"""What stands beside a label, before anybody asks what it means."""

from __future__ import annotations

from dataclasses import dataclass

from mailbot.core.forms.naming.labels import Label


@dataclass(frozen=True, slots=True)
class Said:
    """Words the sender wrote for the fields of a label; ``text`` is "" when nothing was.

    ``line`` is where the words stand.  ``answer``: inside our returned letter.
    ``below`` holds the words that stood beside the label already when the answer was
    typed beneath.  ``unsure``: where the value ends, or to whom it belongs, is a guess.
    ``told``: a sentence says so, and what it says ends where the words do.
    ``column``: entry of a table that has one column an entry.
    """

    label: Label
    text: str
    line: int
    lines: tuple[int, ...] = ()
    answer: bool = False
    struck: bool = False
    below: str = ""
    unsure: bool = False
    column: int | None = None
    told: bool = False  # announced in a sentence, "mi nuevo teléfono es …"
    separated: bool = True  # a colon, a cell or a line of its own stands between


@dataclass(frozen=True, slots=True)
class Loose:
    """A line of the sender's without a label; ``numbered`` when it opens a list item."""

    text: str
    line: int
    lines: tuple[int, ...] = ()
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """Here another contact or activity begins, whatever follows."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Blank lines, or words that are not the sender's."""


@dataclass(frozen=True, slots=True)
class Stands:
    """A line of our letter, untouched, that says whom or what the lines around it are about."""

    label: Label
    text: str
    line: int


Item = Said | Loose | Break | Gap | Stands


def is_empty_of(item: Item | None, label: Label) -> bool:
    """Tell whether nothing was said beside this label yet."""
    return isinstance(item, Said) and item.label.fields == label.fields and not item.text
