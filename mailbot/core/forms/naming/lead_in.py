"""What stands before data on their own line: "Con gusto comparto mis datos:"."""

from __future__ import annotations

import re

from mailbot.core.fields import is_title

_LEAD_IN = re.compile(r"^[^:,]{2,70}:\s+(?=\S)")
_GREETED = re.compile(
    r"^(?:hi|hello|dear|good|estimad\w+|buen[oa]?s?|hola)\b[^:,]{0,30},\s+(?=[^,]*:\s)", re.IGNORECASE
)

_ADDRESSED = re.compile(
    r"(?P<title>[^\W\d_]{1,15}\.?(?:\s[^\W\d_]{1,12}\.)?)\s[A-ZÀ-Þ][\w'’-]{1,20}(?:\s[A-ZÀ-Þ][\w'’-]{1,20}){0,4},\s+"
    r"[^:,@\d]{0,60}?\b(?i:le|les|te|you|mis datos|my (?:\w+\s)?(?:details|data|information)|estos son|these are"
    r"|as requested|seg[uú]n lo solicitado)\b[^:,@\d]{0,60}:\s+(?=\S)"
)  # "Licda. Benigna, aquí le mando:"


def without_whom_it_is_told(text: str) -> str:
    """Return a line without "Licda. Benigna, aquí le mando:": whom somebody writes to is nobody's name in the data."""
    found = _ADDRESSED.match(text)
    return text[found.end() :] if found and is_title(found["title"]) else text


def without_lead_in(text: str) -> str:
    """Return a line without "Con gusto comparto mis datos:" before its words."""
    return _LEAD_IN.sub("", _GREETED.sub("", text))
