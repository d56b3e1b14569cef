"""The writer's own lines with those a mail program broke put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from mailbot.core.forms.naming.said import Loose
from mailbot.core.values import Line


def own_paragraphs(lines: Sequence[Line], longest: int) -> list[Loose]:
    """Return the lines of the writer's own that stand together as one, with the number of the first.

    ``longest``: characters from which on a paragraph is not gone on with.
    """
    found: list[Loose] = []
    for above, line in pairwise((None, *lines)):
        if line is None or line.label not in {"new", "answer"} or not line.text.strip():
            continue
        if found and above is not None and above.text.strip() and len(found[-1].text) < longest:
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line.text.strip()}")
        else:
            found.append(Loose(line.text.strip(), line.number, (line.number,)))
    return found
