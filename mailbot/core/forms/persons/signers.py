"""Who signs a letter: a line that is nothing but a person's name, and which the address bears out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.fields import split_title
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.persons.names_of_offices import is_person
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Form, Line

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


def signer(lines: Sequence[Line], sender: str, *, borne_out: bool = False) -> Line | None:
    """The one line in which a letter is signed: as the address tells, else as the only name in its signature.

    ``borne_out``: only as the address tells.
    """
    own = [line for line in lines if line.label in _OWN and line.text.strip()][-_LAST_LINES:]
    found = signers(own, sender)
    if not found and not borne_out:
        found = [line for line in own if line.label == "signature" and _is_name(line.text)]
    return found[0] if len({fold(line.text.strip(" .,")) for line in found}) == 1 else None


def signed_as(signed: Line) -> tuple[str, str]:
    """Return the form of address and the name of the line in which a letter is signed."""
    title, name = split_title(signed.text.strip(" ,"))
    return title, name.strip(" .,")


def doubts_of_signer(signed: Line, form: Form) -> tuple[Doubt, ...]:
    """Return the signer's name and form of address, to be asked."""
    title, name = signed_as(signed)
    key = key_field(form)
    named = [(each.id, name) for each in form.fields if key and each.id == key.id]
    named += [(each.id, title) for each in form.fields if each.kind == "title" and title]
    return tuple(Doubt(field, words, FROM_A_SENTENCE, signed.number, words, one_reading=True) for field, words in named)


def _is_name(text: str) -> bool:
    return is_person(split_title(text.strip(" .,"))[1])


def _is_in(name: str, address: str) -> bool:
    words = [word for word in re.split(r"[^\w]+", fold(name)) if word]
    return len(words) >= _LEAST and any(word in address for word in words if len(word) >= _SHORTEST)
