"""Words typed under our letter where a mail program quotes it without marks.

Nothing is typed above, the letter stands whole, and below its last line somebody writes: those are
the sender's, though everything under the header counts as quoted.
"""

from __future__ import annotations

from collections.abc import Collection

from mailbot.core.quotation import label
from mailbot.core.values import Line


def typed_below(lines: tuple[Line, ...], untouched: Collection[int]) -> tuple[Line, ...]:
    """Return the lines, those below our last one labelled anew as a letter of their own.

    As they are where the quotation is marked, where words stand above it, or where another header follows.
    """
    last = max(untouched)
    if lines[last].label != "quoted" or lines[last].depth or _words(lines[: min(untouched)]):
        return lines
    rest = lines[last + 1 :]
    if any(line.depth or line.label not in {"quoted", "blank"} for line in rest):
        return lines
    return (*lines[: last + 1], *label(rest)) if any(line.text.strip() for line in rest) else lines


def _words(lines: tuple[Line, ...]) -> bool:
    return any(line.label in {"new", "signature"} and line.text.strip() for line in lines)
