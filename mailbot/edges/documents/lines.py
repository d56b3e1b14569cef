"""Texts broken into lines of a width, in a font that has their signs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD = "mailbot-sans", "mailbot-sans-bold"
_PIECES = re.compile(r"[^\s@.\-/]*[@.\-/]*\s*")  # a long address may break after @ . - /
_REGISTERING = Lock()


def prepare_fonts() -> None:
    """Make the fonts known to reportlab: DejaVu, which has every Latin letter with its accents.

    Its files come with matplotlib, which is not loaded for them; without it Vera, which reportlab
    ships, prints the languages of the region.
    """
    with _REGISTERING:
        if REGULAR in pdfmetrics.getRegisteredFontNames():
            return
        found = find_spec("matplotlib")
        folders = [Path(each) for each in (found.submodule_search_locations or ())] if found else []
        for name, file, other in ((REGULAR, "DejaVuSans.ttf", "Vera.ttf"), (BOLD, "DejaVuSans-Bold.ttf", "VeraBd.ttf")):
            paths = [folder / "mpl-data" / "fonts" / "ttf" / file for folder in folders]
            path = next((str(each) for each in paths if each.exists()), other)
            pdfmetrics.registerFont(TTFont(name, path))


def printable(text: str) -> str:
    """Return a text in signs the font has: another letter without its accent, else a question mark."""
    if text.isascii():
        return text
    return "".join(map(_sign, unicodedata.normalize("NFC", text)))


@lru_cache(maxsize=4096)
def _sign(character: str) -> str:
    known = pdfmetrics.getFont(REGULAR).face.charToGlyph
    if ord(character) in known or unicodedata.combining(character):
        return character if ord(character) in known else ""
    plain = "".join(each for each in unicodedata.normalize("NFKD", character) if ord(each) in known)
    return plain or "?"


@lru_cache(maxsize=16384)
def _width(piece: str, font: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(piece, font, size))


def broken(text: str, font: str, size: float, width: float) -> Iterator[str]:
    """Yield the lines of a text; a word too long for a line is cut."""
    line, used = "", 0.0
    for word in re.findall(r"\S+\s*", printable(text)):
        room = _width(word.rstrip(), font, size)
        if line and used + room > width:
            yield line.rstrip()
            line, used = "", 0.0
        if room > width:
            *full, word = _cut(word, font, size, width)
            yield from full
        line += word
        used += _width(word, font, size)
    if line.strip():
        yield line.rstrip()


def _cut(word: str, font: str, size: float, width: float) -> list[str]:
    """Cut a long word after @ . - / where it can be, else anywhere."""
    lines = [""]
    for piece in _PIECES.findall(word):
        parts = [piece] if _width(piece, font, size) <= width else list(piece)
        for part in parts:
            if lines[-1] and _width((lines[-1] + part).rstrip(), font, size) > width:
                lines.append("")
            lines[-1] += part
    return lines
