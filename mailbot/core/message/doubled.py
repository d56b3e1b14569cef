"""Line ends that a mail program doubled: every line is followed by an empty one, every empty one by three."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from mailbot.core.values import Line

_LEAST_LINES = 10  # with words, before it is believed
_MOST_IN_A_ROW = 0.2  # of the lines with words that stand directly above another


def without_doubled(lines: list[Line]) -> list[Line]:
    """Return the lines, numbered anew, without the empty ones a mail program put between them.

    A writer who leaves a line after each of his has no gaps of three.
    """
    blank = sum(not line.text for line in lines)
    if len(lines) < 2 * _LEAST_LINES or 2 * blank < len(lines) * (1 - _MOST_IN_A_ROW):
        return lines
    runs = [(is_blank, sum(1 for _ in run)) for is_blank, run in groupby(lines, key=lambda line: not line.text)]
    words = [size for is_blank, size in runs if not is_blank]
    close = sum(size - 1 for size in words)
    gaps = [size for is_blank, size in runs[1:-1] if is_blank]
    doubled = close <= sum(words) * _MOST_IN_A_ROW and sum(words) >= _LEAST_LINES
    if not doubled or not any(size >= 3 for size in gaps) or any(size == 2 for size in gaps):
        return lines
    return [Line(number, line.text, line.depth, line.source) for number, line in enumerate(_halved(lines, runs), 1)]


def _halved(lines: Sequence[Line], runs: Sequence[tuple[bool, int]]) -> Iterator[Line]:
    start = 0
    for is_blank, size in runs:
        yield from lines[start : start + (size // 2 if is_blank else size)]
        start += size
