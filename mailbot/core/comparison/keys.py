"""What stays of a line however a mail program wraps, quotes or re-encodes it."""

from __future__ import annotations

import re
import unicodedata

from mailbot.core.language import fold
from mailbot.core.remembered import remembered
from mailbot.core.values import Line

_ECHO = re.compile(r"<(?:mailto:|https?:)[^<>]{0,2000}>|\[(?:mailto:|https?:|cid:)[^\[\]]{0,2000}\]", re.I)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,255}\w")
_SIGNS = str.maketrans({".": "0dot0", "-": "0dash0", "_": "0low0", "+": "0plus0", "@": "0at0"})
_LONGEST = 8_000  # characters of a line that are compared
_NOT_WORD = re.compile(r"[\W_]+")
_NOT_ASCII_WORD = re.compile(r"[^0-9a-z]+")


def key_of(line: Line) -> str:
    """Return the letters and digits of a line, folded, without link echoes; may be ""."""
    return key_of_text(line.text)


@remembered
def key_of_text(text: str) -> str:
    """Return the letters and digits of a text, folded, without link echoes.

    In an address every sign counts: f.prueba@ is not fprueba@.
    """
    return _NOT_WORD.sub("", _with_signs(fold(_ECHO.sub(" ", text[:_LONGEST]))))


def _with_signs(text: str) -> str:
    return _ADDRESS.sub(lambda match: match[0].translate(_SIGNS), text) if "@" in text else text


@remembered
def bare_key_of_text(text: str) -> str:
    """Return only the unaccented letters and digits: what survives a lost charset."""
    return _NOT_ASCII_WORD.sub("", _with_signs(_ECHO.sub(" ", text).lower()))


_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "\xa0": " "})
_SEPARATOR = re.compile(r"^[^:\t]{0,64}[:\t]")


@remembered
def value_key(text: str) -> str:
    """Return a value as its writer left it: case, accents and signs count, spacing only as one space."""
    plain = unicodedata.normalize("NFC", _ECHO.sub(" ", text[:_LONGEST])).translate(_QUOTES)
    return " ".join(plain.split())


@remembered
def value_of_line(text: str) -> str:
    """Return the key of what stands after the separator of a form's line, without signs of bold ("*Cargo:* Jefe")."""
    return value_key(_SEPARATOR.sub("", text, count=1).replace("\t", " ").strip(" :*_"))


@remembered
def head_of_line(text: str) -> str:
    """Return the key of what stands before the separator of a form's line, "" when none does."""
    found = _SEPARATOR.match(text)
    return key_of_text(found[0]) if found else ""
