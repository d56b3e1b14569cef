"""Output that no person should be shown as a translation."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,255}|https?://[^\s<>()\[\]«»“”\"']+")
_NUMBER = re.compile(r"\d+")
_CLOSING = ".,;:!?"


def absurd(text: str, translation: str) -> str | None:
    """Return why a translation cannot be one, or None.

    Empty; wildly longer or shorter; the text again; or numbers, addresses and links of the
    text that are lost.  Numbers are compared digit group by digit group, so that 1.500 may
    become 1,500 and 8 may not become 18.
    """
    if not translation.strip():
        return "empty"
    if len(text) > 40 and translation.strip() == text.strip():
        return "the text again"
    ratio = len(translation) / max(1, len(text))
    if len(text) > 20 and not 0.3 < ratio < 3.5:
        return f"{ratio:.1f} times as long"
    lost = _lost(text, translation)
    return f"lost {lost}" if lost else None


def _lost(text: str, translation: str) -> str | None:
    there = translation.lower()
    for address in _ADDRESS.findall(text):
        if address.rstrip(_CLOSING).lower() not in there:
            return str(address)
    missing = _numbers(text) - _numbers(translation)
    return min(missing) if missing else None


def _numbers(text: str) -> set[str]:
    """Digit groups without leading zeros: 08:30 and 8.30 are the same two."""
    return {digits.lstrip("0") or "0" for digits in _NUMBER.findall(text)}
