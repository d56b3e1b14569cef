"""Subjects answered: prefixes that pile up are taken off, ours too."""

from __future__ import annotations

import re

_PREFIX = re.compile(r"^\s*(re|rv|fw|fwd|aw|res|resp|enc|tr)\s*(\[\d+\])?\s*:\s*", re.IGNORECASE)
_OURS = re.compile(
    r"\s+–\s+(\d+ (dato|datos) por aclarar|\d+ (point|points) to clarify|por confirmar|please confirm)"
    r"( / (\d+ (dato|datos) por aclarar|\d+ (point|points) to clarify|por confirmar|please confirm))?"
)


def base_subject(subject: str) -> str:
    """Return a subject without Re:, RV:, Fwd: … and without what our answers add to it."""
    bare = _OURS.sub("", subject)
    for _ in range(20):
        shorter = _PREFIX.sub("", bare)
        if shorter == bare:
            break
        bare = shorter
    return bare.strip()
