"""What is computed from a short text is remembered: a line is looked at many times.

Bounded in number and in length, so that no mail, however large or hostile, is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

SHORT = 320  # characters: the longest paragraph of our letters, which comes back in every answer, has 283
MOST = 8192  # texts of one function

Result = TypeVar("Result")


class _Known(dict[str, Result], Generic[Result]):
    """Results by text: a dictionary, since finding one is then no call of Python's."""

    def __init__(self, function: Callable[[str], Result]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, text: str) -> Result:
        found = self._function(text)
        if len(text) <= SHORT:
            if len(self) >= MOST:
                self.clear()
            self[text] = found
        return found


def remembered(function: Callable[[str], Result]) -> Callable[[str], Result]:
    """Return a pure function of one text that remembers its results for short texts."""
    return _Known(function).__getitem__
