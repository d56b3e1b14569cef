"""What stays of a line however a mail program wraps, quotes or re-encodes it."""

from __future__ import annotations

import re

from mailbot.core.language import fold
from mailbot.core.values import Line

_ECHO = re.compile(r"<(?:mailto:|https?:)[^<>]{0,2000}>|\[(?:mailto:|https?:|cid:)[^\[\]]{0,2000}\]", re.I)
_NOT_WORD = re.compile(r"[\W_]+")
_NOT_ASCII_WORD = re.compile(r"[^0-9a-z]+")


def key_of(line: Line) -> str:
    """Return the letters and digits of a line, folded, without link echoes; may be ""."""
    return key_of_text(line.text)


def key_of_text(text: str) -> str:
    """Return the letters and digits of a text, folded, without link echoes."""
    return _NOT_WORD.sub("", fold(_ECHO.sub(" ", text)))


def bare_key_of_text(text: str) -> str:
    """Return only the unaccented letters and digits: what survives a lost charset."""
    return _NOT_ASCII_WORD.sub("", _ECHO.sub(" ", text).lower())
