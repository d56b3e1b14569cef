"""What was typed behind a line of ours that opens with an activity's code: our words are no part of the answer."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from mailbot.core.codes import ACTIVITY_CODE
from mailbot.core.values import Line, Message

_CODED = re.compile(rf"\W*(?P<code>{ACTIVITY_CODE})\b")
_BETWEEN = " \t.,;:-–—>=→"


@lru_cache(maxsize=64)
def coded_lines(sent: Message) -> Mapping[str, tuple[str, ...]]:
    """Return code → our lines that open with it, white space folded, the longest first."""
    found: dict[str, set[str]] = {}
    for line in (*sent.lines, *sent.alternative):
        coded = _CODED.match(line.text)
        if coded and not line.cells:
            found.setdefault(coded["code"], set()).add(" ".join(line.text.split()))
    return {code: tuple(sorted(lines, key=len, reverse=True)) for code, lines in found.items()}


def typed_behind(line: Line, ours: Mapping[str, tuple[str, ...]]) -> Line:
    """Return "P003-04 Requisitos de visa. Realizada" as "P003-04: Realizada", any other line as it is."""
    coded = _CODED.match(line.text) if ours and not line.cells else None
    if coded is None:
        return line
    text = " ".join(line.text.split())
    for known in ours.get(coded["code"], ()):
        whole = known.rstrip(_BETWEEN)
        tail = text[len(whole) :]
        if text.startswith(whole) and tail.strip(_BETWEEN) and not tail[:1].isalnum() and len(whole) > coded.end():
            return line._replace(text=f"{coded['code']}: {tail.strip(_BETWEEN)}")
    return line
