"""Answers announced within the quotation ("ver respuestas en azul abajo"), when nothing marks them.

Without the letter that was answered they cannot be told from the questions, so both count as
words of the message; no form is read from them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.language import fold
from mailbot.core.values import Line

_ANNOUNCED = re.compile(
    r"\b(?:en|in) (?:color )?(?:azul|rojo|verde|negritas?|mayusculas|otro color|blue|red|green|bold|another colou?r)\b"
    r"|\b(?:intercalad|entre lineas|debajo de cada|bajo cada|in ?line\b|interspersed|(?:under|below) each)"
)
_LONGEST = 2_000


def with_announced_answers(lines: tuple[Line, ...], text: str) -> tuple[Line, ...]:
    """Return the lines with unmarked quoted ones as new, coloured ones only where there are any."""
    if not _ANNOUNCED.search(fold(text[:_LONGEST])):
        return lines
    coloured = _places(lines, coloured=True)
    taken = coloured or _places(lines, coloured=False)
    return tuple(line.labelled("new") if place in taken else line for place, line in enumerate(lines))


def _places(lines: Sequence[Line], *, coloured: bool) -> frozenset[int]:
    return frozenset(
        place
        for place, line in enumerate(lines)
        if line.label == "quoted" and ("coloured" in line.marks if coloured else line.depth == 0)
    )
