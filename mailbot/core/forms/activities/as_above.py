"""A state that points to the line above it, "5) Foro virtual: ídem anterior": proposed, since it may not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.forms.naming.references import same_as
from mailbot.core.forms.taking.pointed import POINTS_ELSEWHERE
from mailbot.core.values import Doubt, Entry


def states_of_above(entries: Sequence[Entry], status: str) -> Iterator[Entry]:
    """Yield the entries; where one says "the same" of its state, the one above it is offered."""
    above: object = None
    for entry in entries:
        doubt = next((each for each in entry.doubts if each.field == status), None)
        if doubt is not None and doubt.proposal is None and same_as(doubt.said) is not None and above is not None:
            offered = Doubt(status, doubt.said, POINTS_ELSEWHERE, doubt.line, above, one_reading=True)
            entry = replace(entry, doubts=tuple(offered if each is doubt else each for each in entry.doubts))
        yield entry
        state = entry.fields.get(status)
        told = state.value if state else doubt.proposal if doubt else None
        above = told or (above if same_as(doubt.said if doubt else "") is not None else None)
