"""Who signs a letter: a line that is nothing but a person's name, and which the address bears out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.fields import split_title
from mailbot.core.forms.persons.names_of_offices import is_person
from mailbot.core.language import fold
from mailbot.core.values import Line

_OWN = frozenset({"new", "answer", "signature"})
_SHORTEST = 4  # letters of a word of a name
_LEAST = 2  # words of a name
_LAST_LINES = 12  # within which a writer signs


def signers(own: Sequence[Line], sender: str) -> list[Line]:
    """The lines that are nothing but a person's name and share a word with the sender.

    ``sender``: the name and the address under From.
    """
    address = fold(sender.rpartition("@")[0] or sender)
    return [line for line in own if _is_name(line.text) and _is_in(line.text, address)]


def signer(lines: Sequence[Line], sender: str) -> Line | None:
    """The one line in which a letter is signed: as the address tells, else as the only name in its signature."""
    own = [line for line in lines if line.label in _OWN and line.text.strip()][-_LAST_LINES:]
    found = signers(own, sender)
    if not found:
        found = [line for line in own if line.label == "signature" and _is_name(line.text)]
    return found[0] if len({fold(line.text.strip(" .,")) for line in found}) == 1 else None


def _is_name(text: str) -> bool:
    return is_person(split_title(text.strip(" .,"))[1])


def _is_in(name: str, address: str) -> bool:
    words = [word for word in re.split(r"[^\w]+", fold(name)) if word]
    return len(words) >= _LEAST and any(word in address for word in words if len(word) >= _SHORTEST)
