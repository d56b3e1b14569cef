"""Output that no person should be shown as a translation."""

from __future__ import annotations

import re

_KEPT = re.compile(r"[^\s<>()]+@[^\s<>()]+|https?://\S+|\d+")


def absurd(text: str, translation: str) -> str | None:
    """Return why a translation cannot be one, or None.

    Empty; wildly longer or shorter; the text again; or numbers, addresses and links of the
    text that are lost.
    """
    if not translation.strip():
        return "empty"
    if len(text) > 40 and translation.strip() == text.strip():
        return "the text again"
    ratio = len(translation) / max(1, len(text))
    if len(text) > 20 and not 0.3 < ratio < 3.5:
        return f"{ratio:.1f} times as long"
    lost = [each for each in _KEPT.findall(text) if each.rstrip(".,;") not in translation]
    return f"lost {lost[0]}" if lost else None
