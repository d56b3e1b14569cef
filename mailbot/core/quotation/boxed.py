"""Headers that Lotus Notes draws in plain text: Release 6 in a box of strokes, Release 7 set to the right.

Both hold sender and date on the left, "To:", "cc:" and "Subject:" on the right, and no quote marks follow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.language import fold
from mailbot.core.quotation.words import KINDS

_MOST_LINES = 40
_FRAME = "|-----"
_INDENT = " " * 8
_INNER = re.compile(r"\s*[|>]")
_LAST_WORD = re.compile(r"\s{6,}([^\W\d_]{2,8})$")
_ASKED = frozenset({"to", "subject"})


def may_begin(text: str) -> bool:
    """Tell whether a drawn header may begin on this line; cheap."""
    return text.startswith((_FRAME, _INDENT))


def length(texts: Sequence[str], at: int) -> int:
    """Return how many lines the drawn header at ``at`` takes; 0 when there is none."""
    framed = texts[at].startswith(_FRAME)
    end, seen = at, set[str]()
    for place in range(at, min(at + _MOST_LINES, len(texts))):
        text = texts[place]
        if not text.strip():
            continue
        if not (_INNER.match(text) if framed else text.startswith(_INDENT)):
            break
        end = place + 1
        seen.add(_kind_in_frame(text) if framed else _kind_at_the_right(text))
    return end - at if seen >= _ASKED else 0


def _kind_in_frame(text: str) -> str:
    return KINDS.get(fold(text.strip(" |>\t").partition(":")[0]), "")


def _kind_at_the_right(text: str) -> str:
    found = _LAST_WORD.search(text.rstrip())
    return KINDS.get(fold(found[1]), "") if found else ""
