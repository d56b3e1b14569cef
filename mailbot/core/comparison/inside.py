"""Which lines stand within our returned letter, its filled-in ends too.

A form whose every line was answered has no untouched line of ours below the introduction: what
follows an empty line is still ours while our labels open it, up to the header of another message.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mailbot.core.comparison.keys import head_of_line
from mailbot.core.values import Line

_REACH = 12  # quoted lines beyond our last returned one, or beyond our last label, that may still be answers
_GAP = 3  # empty lines between two lines of a form


def inside(lines: Sequence[Line], untouched: Collection[int], heads: Collection[str]) -> range:
    """Return the indices within our letter; ``untouched`` ones of ours (at least one), ``heads`` keys of our labels.

    Where quoted lines are ours, an unmarked one is the sender's own greeting or label and opens nothing.
    """
    ours = [place for place in untouched if lines[place].label != "new"] or untouched
    first, last = min(ours), max(ours)
    return range(_edge(lines, first, -1, heads), _edge(lines, last, 1, heads) + 1)


def _edge(lines: Sequence[Line], start: int, step: int, heads: Collection[str]) -> int:
    """The last line of ours from ``start`` on, going down (``step`` 1) or up (-1)."""
    edge = _run(lines, start, step)
    while (onward := _label_beyond(lines, edge, step, heads)) is not None:
        edge = _run(lines, onward, step)
    return edge


def _run(lines: Sequence[Line], start: int, step: int) -> int:
    """The last quoted line with words in one piece with ``start``; below, within reach."""
    edge = start
    while 0 <= edge + step < len(lines) and _quoted_text(lines[edge + step]) and (step < 0 or edge - start < _REACH):
        edge += step
    return edge


def _label_beyond(lines: Sequence[Line], edge: int, step: int, heads: Collection[str]) -> int | None:
    """The next line behind empty ones, where one of our labels opens it."""
    for place in range(edge + step, edge + step * (_GAP + 2), step):
        if not 0 <= place < len(lines) or lines[place].label == "quote-header":
            return None
        if lines[place].text.strip():
            ours = _quoted_text(lines[place]) and head_of_line(lines[place].text) in heads
            return place if ours else None
    return None


def _quoted_text(line: Line) -> bool:
    return line.label == "quoted" and bool(line.text.strip())
