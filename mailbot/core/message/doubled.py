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
    runs = [(is_blank, list(run)) for is_blank, run in groupby(lines, key=lambda line: not line.text)]
    words = [len(run) for is_blank, run in runs if not is_blank]
    close = sum(size - 1 for size in words)
    gaps = [len(run) for is_blank, run in runs[1:-1] if is_blank]
    doubled = close <= sum(words) * _MOST_IN_A_ROW and sum(words) >= _LEAST_LINES
    if not doubled or not any(size >= 3 for size in gaps) or any(size == 2 for size in gaps):
        return lines
    return [line._replace(number=number) for number, line in enumerate(_halved(runs), 1)]


def _halved(runs: Sequence[tuple[bool, list[Line]]]) -> Iterator[Line]:
    for is_blank, run in runs:
        yield from run[: len(run) // 2] if is_blank else run
