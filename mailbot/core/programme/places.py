"""Places a paper describes without naming a State: a territory, a State still to be found."""

from __future__ import annotations

import re

from mailbot.core.language import fold
from mailbot.core.values import Bilingual

_TERRITORY = re.compile(r"\b(?:en|in)\s+((?:territorio\s+\w+)|(?:\w+\s+territory))", re.IGNORECASE)
_SOME_STATE = re.compile(
    r"\b(?:en|in)\s+((?:un|una|a|an|one)\s+(?:Estado|país|State|country)\b[^,.;\n]*)", re.IGNORECASE
)
_OPEN = re.compile(
    r"\b(por definir|por decidir|por confirmar|a criterio|ofrecimiento|to be (?:determined|decided|defined|confirmed)|"
    r"tb[dc]|at the discretion|offer)\b"
)

NO_HOST = Bilingual(
    "la sede está por definir: pregunte quién la ofrece",
    "the place is still to be decided: ask who offers to host",
)


def described(title: str, *, meets: bool) -> str:
    """Return a place as written ("territorio mexicano"; of a meeting also "un Estado parte …"), else ""."""
    territory = _TERRITORY.search(title)
    some = _SOME_STATE.search(title) if meets else None
    found = territory or some
    return " ".join(found[1].split()) if found else ""


def to_be_offered(place: str, title: str) -> bool:
    """Whether the place waits for somebody to offer it; a title says so of "a State to be determined"."""
    some = _SOME_STATE.search(title)
    return bool(_OPEN.search(fold(place)) or (some and _OPEN.search(fold(some[1])) and not place))
