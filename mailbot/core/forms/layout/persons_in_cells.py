"""Several people, or activities, in one row of a table: one a line in a cell, what is theirs a line each in others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mailbot.core.fields import split_title
from mailbot.core.forms.activities.coded import begins_with_code
from mailbot.core.forms.naming.heading import is_name_like
from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.forms.taking.grouping import key_field

_OF_ALL = frozenset({"country", "institution"})  # kinds of what is said once for all of them
_LEAST_ALIKE = 2  # other cells with as many lines, where no title tells that each line is somebody


class InCell(NamedTuple):
    """What a cell says of one person; ``sure`` tells that there is one reading."""

    label: Label
    words: str
    sure: bool


def persons_in_cells(pairs: Sequence[tuple[Label, str]], labels: Labels) -> list[list[InCell]]:
    """Return what each person is said to have, or nothing where the row is of one.

    Whose a line is nobody knows where there are more or fewer lines than people.
    """
    key = key_field(labels.form)
    cells = [(label, [line.strip() for line in cell.split("\n") if line.strip()]) for label, cell in pairs]
    named = [lines for label, lines in cells if key and key.kind == "name" and key.id in label.fields]
    coded = [lines for label, lines in cells if key and key.kind == "activity" and key.id in label.fields]
    if len(coded) == 1 and len(coded[0]) > 1 and all(map(begins_with_code, coded[0])):
        return [
            [InCell(label, *_of_activity(lines, place, len(coded[0]))) for label, lines in cells if lines]
            for place in range(len(coded[0]))
        ]
    if len(named) != 1 or len(named[0]) < 2 or not all(map(_is_full_name, named[0])):
        return []
    names = named[0]
    alike = sum(len(lines) == len(names) for _, lines in cells) - 1
    apart = alike >= _LEAST_ALIKE or all(split_title(line)[0] for line in names)
    if not apart:
        return [
            [InCell(label, cell, lines is not names) for (label, cell), (_, lines) in zip(pairs, cells, strict=True)]
        ]
    return [
        [InCell(label, *_of_one(lines, place, len(names), label, labels)) for label, lines in cells if lines]
        for place in range(len(names))
    ]


def _of_one(lines: Sequence[str], place: int, people: int, label: Label, labels: Labels) -> tuple[str, bool]:
    if len(lines) == people:
        return lines[place], True
    return " ".join(lines), all(labels.form.field(each).kind in _OF_ALL for each in label.fields)


def _of_activity(lines: Sequence[str], place: int, activities: int) -> tuple[str, bool]:
    """What is said once is said of each of them; whose lines are when there are fewer nobody knows."""
    if len(lines) == activities:
        return lines[place], True
    return " ".join(lines), len(lines) == 1


def _is_full_name(line: str) -> bool:
    name = split_title(line)[1]
    return is_name_like(name) and len(name.split()) > 1
