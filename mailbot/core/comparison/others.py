"""What stands under the header of somebody else's message: that person's words, and no answer of the sender's."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from mailbot.core.comparison.keys import head_of_line, value_of_line
from mailbot.core.quotation.blocks import field_of
from mailbot.core.values import Line, Message

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_WROTE = re.compile(r"escribi|wrote", re.IGNORECASE)
_LEAST_ANSWERS = 2  # of the sender's own, above: with fewer, the letter may be there for what a colleague filled in


def is_of_another(text: str, sent: Message) -> bool:
    """Tell whether a header's line names a sender that is not us: a message passed on."""
    field = field_of(text)
    if field[0] != "from" if field is not None else not _WROTE.search(text):
        return False
    addresses = {each.lower() for each in _ADDRESS.findall(text)}
    return bool(addresses) and sent.sender is not None and sent.sender.address.lower() not in addresses


def said_by_others(lines: Sequence[Line], sent: Message, heads: Collection[str]) -> frozenset[int]:
    """Return the indices below headers of others, where the sender fills in our labels above them.

    A colleague's answer of last week, quoted between the sender's own and our letter, is not said again.
    """
    first = next((index for index, line in enumerate(lines) if line.label == "quote-header"), len(lines))
    own = [line.text for line in lines[:first] if line.label == "new"]
    told = sum(bool(head_of_line(text) in heads and value_of_line(text)) for text in own)
    if told < _LEAST_ANSWERS:
        return frozenset()
    found: set[int] = set()
    another, above = False, ""
    for index, line in enumerate(lines[first:], start=first):
        if line.label == "quote-header":
            another = (another and above == "quote-header") or is_of_another(line.text, sent)
        above = line.label
        found |= {index} if another else set()
    return frozenset(found)
