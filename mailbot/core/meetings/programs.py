"""What calendar programs write beside an answer of their own accord, and what a person wrote there."""

from __future__ import annotations

import re

_WRITTEN_BY_PROGRAM = re.compile(
    r"\b(?:ha\s+(?:aceptado|rechazado|respondido|contestado|declinado)|(?:has\s+)?(?:tentatively\s+)?"
    r"(?:accepted|declined|replied)|ha\s+aceptado\s+provisionalmente)\b[^.\n]{0,40}"
    r"\b(?:invitación|invitation|event|evento|meeting|reunión)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\b(?:nota|note|comentario|comment)\s*:\s*[\"“«]?([^\n\"”»]{2,300})", re.IGNORECASE)


def remark(text: str) -> str:
    """Return a person's own words beside a calendar's answer, "" where a program wrote them.

    Gmail and Apple write "X has accepted this invitation" and the event again; a person's note
    stands behind "Note:".
    """
    words = text.strip()
    if not _WRITTEN_BY_PROGRAM.search(words[:400]):
        return words[:300]
    note = _NOTE.search(words)
    return note[1].strip() if note else ""
