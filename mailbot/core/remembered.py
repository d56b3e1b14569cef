"""What is computed from a short text is remembered: a line is looked at many times.

Bounded in number and in length, so that no mail, however large or hostile, is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

SHORT = 256  # characters
MOST = 8192  # texts of one function

Result = TypeVar("Result")


def remembered(function: Callable[[str], Result]) -> Callable[[str], Result]:
    """Return a pure function of one text that remembers its results for short texts."""
    known = lru_cache(maxsize=MOST)(function)

    @wraps(function)
    def asked(text: str) -> Result:
        return known(text) if len(text) <= SHORT else function(text)

    return asked
