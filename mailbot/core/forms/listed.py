"""One person a line: "1. Ana Prueba, Directora, Ministerio de Trabajo, tel. 2222-0000, ana@b.example"."""

from __future__ import annotations

import re

from mailbot.core.forms.block import opens_with_person
from mailbot.core.language import fold

_LONGEST = 400
_LEAST = 2  # commas: the name, the post, and one thing more
_SAYS = re.compile(r"\b(?:que|es|son|sera|ha|han|quien|informa|that|who|is|are|was|has|will|would|can)\b")
# "…, atenderá sus consultas, tel. …": a part that opens small is a verb, unless a label or an address.
_GOES_ON = re.compile(
    r",\s*(?!\S*@)(?!(?:tel|t[eé]l\w*|cel\w*|fax|correo|e-?mail|ext\w*|mobile|m[oó]vil|phone|cell?|y|e|and)\b)[a-zà-ÿ]"
)


def lists_a_person(text: str) -> bool:
    """Tell whether a line without a verb opens with a name and a post, parted by commas."""
    enough = text.count(",") >= _LEAST and len(text) <= _LONGEST
    return enough and opens_with_person(text) and not _SAYS.search(fold(text)) and not _GOES_ON.search(text)
