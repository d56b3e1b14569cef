"""Command words: only from the top, alone on their line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from mailbot.core.language import fold
from mailbot.core.values import Line

FORMATS = {"pdf": "pdf", "excel": "xlsx", "xlsx": "xlsx", "vcard": "vcf", "vcf": "vcf", "csv": "csv"}
COMMANDS: Mapping[str, str] = {
    **{f"{word} {said}": f"list-{ending}" for word in ("lista", "list") for said, ending in FORMATS.items()},
    "ayuda": "help", "help": "help",
    "lista": "list", "list": "list", "lista de contactos": "list", "contact list": "list",
    "mis datos": "my-data", "my data": "my-data",
    "deshacer": "undo", "undo": "undo",
    "si": "confirm",
    "yes": "confirm", "confirmo": "confirm", "confirm": "confirm", "confirmado": "confirm",
    "confirmed": "confirm", "si confirmo": "confirm", "yes confirm": "confirm", "i confirm": "confirm",
    "si / yes": "confirm", "si yes": "confirm",
    "no": "decline",
    "enviar": "send", "send": "send",
    "apruebo": "approve", "aprobado": "approve", "aprobada": "approve", "approve": "approve", "approved": "approve",
    "i approve": "approve", "aprobamos": "approve", "si apruebo": "approve", "yes approve": "approve",
    "baja": "remove", "dar de baja": "remove", "darme de baja": "remove", "deme de baja": "remove",
    "quiero darme de baja": "remove", "solicito darme de baja": "remove", "por favor darme de baja": "remove",
    "favor darme de baja": "remove", "borrar mis datos": "remove", "borren mis datos": "remove",
    "remove me": "remove", "please remove me": "remove", "remove me please": "remove", "unsubscribe": "remove",
    "unsubscribe me": "remove", "delete my data": "remove", "take me off the list": "remove",
}  # fmt: skip
_PREFIX = re.compile(r"^(?:\s*(?:re|rv|fw|fwd|enc)\s*:\s*)+", re.IGNORECASE)
_EDGES = " \t.,;:!¡¿?*_\"'«»“”()[]<>-–—/"
_LONGEST = 60
_MOST = 8
_HEADINGS = frozenset({"my-data", "list", "remove"})  # "Mis datos:" above the data is no command


def word_of(text: str) -> str | None:
    """Return the command that a whole line is, whatever its case, accents and punctuation."""
    if len(text) > _LONGEST:
        return None
    return COMMANDS.get(fold(text).strip(_EDGES))


def commands_in(lines: Sequence[Line], subject: str) -> tuple[str, ...]:
    """Return the commands that open the sender's own words, or stand in an empty mail's subject."""
    own = [line.text for line in lines if line.label in {"new", "answer"} and line.text.strip()]
    if not own:
        word = word_of(_PREFIX.sub("", subject))
        return (word,) if word else ()
    found: list[str] = []
    for place, text in enumerate(own[:_MOST]):
        word = word_of(text)
        heads = word in _HEADINGS and text.rstrip().endswith(":") and place + 1 < len(own)
        if word is None or heads:
            break
        found.append(word)
    return tuple(dict.fromkeys(found))
