"""Lines of a calendar text that a mail program broke: "Se realizará del 24" over "al 26 de marzo"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mailbot.core.windows import words as w

# These end no line of their own …
_GOES_ON = re.compile(
    r"(?:^|\s)(?:de|del|al|a|el|la|los|las|y|e|en|entre|desde|hasta|para|por|durante|mes|d[ií]as?|of|the|to|and|or|in"
    r"|on|from|between|until|by|at|before|after)$",
    re.IGNORECASE,
)
# … and these begin none, in small letters.
_GOING_ON = re.compile(r"(?:a|al|y|and|to|through|thru|until|till|hasta|el|en|on|in|of|or)\s")
# "15 de marzo" over "de 2009", "Segunda quincena" over "del mes de enero"; not "de marzo a mayo" over "de junio …".
_OF = re.compile(r"del?\s")
_DATED = re.compile(rf"(?:\b{w.MONTH}|\b(?:19|20)\d\d)$", re.IGNORECASE)
_OF_A_YEAR = re.compile(
    r"del?\s(?:(?:el|este|a[nñ]o|presente|pr[oó]ximo|corriente|mismo)\s)*(?:(?:19|20)\d\d|a[nñ]o|corriente)\b"
)
_SIGNS = (".", ":", ";", "!", "?")


def unwrapped(lines: Iterable[str]) -> list[str]:
    """Join lines that are one; a line that begins anew, with a capital or a bullet, stays a line."""
    found: list[str] = []
    for line in lines:
        if found and _is_one(found[-1], line):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found


def _is_one(before: str, after: str) -> bool:
    if before.endswith(_SIGNS):
        return False
    if _GOES_ON.search(before) or _GOING_ON.match(after):
        return True
    return bool(_OF.match(after)) and (not _DATED.search(before) or bool(_OF_A_YEAR.match(after)))
