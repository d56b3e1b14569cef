"""Line ends that a mail program doubled: every line is followed by an empty one, every empty one by three."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from mailbot.core.values import Line

_LEAST_LINES = 10  # with words, before it is believed
_LEAST_SURE = 3  # with words, where their gaps and what is broken show it
_LEAST_BROKEN = 45  # characters of a line whose sentence goes on in the next
_GOES_ON = re.compile(
    r"\b(?:de|del|la|el|los|las|lo|en|y|e|o|con|por|para|al?|que|su|sus|un|una|of|the|an?|and|or|in|on|to|for|with|by)$|,$",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[^\W\d_][\w .()/-]{1,30}:\s?\S")
_MOST_IN_A_ROW = 0.2  # of the lines with words that stand directly above another


def without_doubled(lines: list[Line]) -> list[Line]:
    """Return the lines, numbered anew, without the empty ones a mail program put between them.

    A writer who leaves a line after each of his has no gaps of three.
    """
    blank = sum(not line.text for line in lines)
    if len(lines) < 2 * _LEAST_SURE or 2 * blank < len(lines) * (1 - _MOST_IN_A_ROW):
        return lines
    runs = [(is_blank, sum(1 for _ in run)) for is_blank, run in groupby(lines, key=lambda line: not line.text)]
    words = [size for is_blank, size in runs if not is_blank]
    close = sum(size - 1 for size in words)
    gaps = [size for is_blank, size in runs[1:-1] if is_blank]
    if not any(size >= 3 for size in gaps) or any(size == 2 for size in gaps):
        return lines
    doubled = close <= sum(words) * _MOST_IN_A_ROW and sum(words) >= _LEAST_LINES
    if not doubled and not (close == 0 and _shows_itself(lines, gaps)):
        return lines
    return [Line(number, line.text, line.depth, line.source) for number, line in enumerate(_halved(lines, runs), 1)]


def _shows_itself(lines: Sequence[Line], gaps: Sequence[int]) -> bool:
    """Tell whether a short message has gaps of one and of three alone, and sentences or labels in lines of theirs."""
    wide = sum(size >= 3 for size in gaps)
    if any(size % 2 == 0 for size in gaps):
        return False
    cut = open_ = labelled = 0
    for place in range(2, len(lines)):
        above, below = lines[place - 2].text, lines[place].text
        if above and below and not lines[place - 1].text:
            long = len(above) >= _LEAST_BROKEN
            cut += long and (below[:1].islower() or _GOES_ON.search(above) is not None)
            open_ += long and above[-1] not in ".:;!?"
            labelled += bool(_LABELLED.match(above) and _LABELLED.match(below))
    return cut > 0 or (wide > 1 and (open_ > 0 or labelled > 1))


def _halved(lines: Sequence[Line], runs: Sequence[tuple[bool, int]]) -> Iterator[Line]:
    start = 0
    for is_blank, size in runs:
        yield from lines[start : start + (size // 2 if is_blank else size)]
        start += size
