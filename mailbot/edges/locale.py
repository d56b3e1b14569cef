"""The language of the person at the keyboard."""

from __future__ import annotations

import os
from collections.abc import Mapping


def language(environment: Mapping[str, str] = os.environ) -> str:
    """Return "es" or "en" from LC_ALL, LC_MESSAGES or LANG, the first that is set (POSIX)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name)
        if value:
            return "es" if value.lower().startswith("es") else "en"
    return "en"
