"""What stands before data on their own line: "Con gusto comparto mis datos:"."""

from __future__ import annotations

import re

_LEAD_IN = re.compile(r"^[^:,]{2,70}:\s+(?=\S)")
_GREETED = re.compile(
    r"^(?:hi|hello|dear|good|estimad\w+|buen[oa]?s?|hola)\b[^:,]{0,30},\s+(?=[^,]*:\s)", re.IGNORECASE
)


def without_lead_in(text: str) -> str:
    """Return a line without "Con gusto comparto mis datos:" before its words."""
    return _LEAD_IN.sub("", _GREETED.sub("", text))
