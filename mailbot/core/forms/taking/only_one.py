"""The one number or address among words that say which is the old one: "es 2299-0000 ext. 215 y no ext. 251"."""

from __future__ import annotations

import re

from mailbot.core.forms.naming.references import with_extensions
from mailbot.core.forms.naming.ways import ways_in
from mailbot.core.forms.taking.values import read_value
from mailbot.core.language import fold
from mailbot.core.values import Field, FieldValue, Known

_NOW = re.compile(r"\b(?:ahora|now|en adelante|en lo sucesivo|from now on|desde hoy)\b")
_LONGEST = 300  # characters of such words


def the_only_one(field: Field, text: str, line: int, known: Known) -> list[str] | None:
    """Return the value of the only number or address that is not called an old one; None for none, or several."""
    if field.kind not in {"telephone", "email"} or len(text) > _LONGEST:
        return None
    ways = [each for each in ways_in(text) if (each.kinds == ("email",)) == (field.kind == "email")]
    live = [each for each in ways if not each.old and not each.listed]
    if not any(each.old for each in ways) and not _NOW.search(fold(text)):
        return None
    if len(live) != 1 or not live[0].words or (len(ways) > 1 and live[0].same):
        return None
    read = read_value(field, live[0].words, line, known)
    if not isinstance(read, FieldValue) or not isinstance(read.value, list) or len(read.value) != 1:
        return None
    return with_extensions(read.value, live[0].extensions) if live[0].extensions else read.value
