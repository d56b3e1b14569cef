"""Decoded text: charsets repaired, quote marks counted, flowed lines joined."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable, Iterator

from mailbot.core.message.armor import without_armour
from mailbot.core.message.doubled import without_doubled
from mailbot.core.message.initials import initials_of, without_initials
from mailbot.core.remembered import remembered
from mailbot.core.values import Line

_MOJIBAKE = re.compile("[ÃÂ][\u0080-\u00bf\u0152-\u0178\u2013-\u2122]|â€")
_MOJIBAKE_SIGNS = ("Ã", "Â", "â€")
_HARD_SPACES = ("\xa0", "\u202f")
_LINE_ENDS = (
    "\x0b",
    "\x0c",
    "\x85",
    "\u2028",
    "\u2029",
)  # UAX 14; the first is Word's within a paragraph
# Controls, and signs that turn text around or cannot be seen (Unicode UAX 9, TR 36 section 2.5).
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_UNSEEN = re.compile("[\xad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
MAXIMUM_LINES = 200_000
_MARKS = re.compile("(?: ?>)+")
_OPEN_DOMAIN = re.compile(r"[\w+]@(?:[\w-]{1,63}\.)*[\w-]{0,62}\w-$")
_REST_OF_DOMAIN = re.compile(r"[\w-]{1,63}\.[\w.-]*\w")
_OPEN_LOCAL_PART = re.compile(r"(?<![\w@.+-])[\w.+]{1,63}-$")
_REST_OF_LOCAL_PART = re.compile(r"[\w.+-]{1,63}@\w")
_BEGIN_MARKS = frozenset("> ")
_NO_MARKS: frozenset[str] = frozenset()


def decode(raw: bytes, charset: str | None) -> tuple[str, str | None]:
    """Return (text, problem): declared charset, then strict UTF-8, then cp1252.

    A declared single-byte charset that is really UTF-8 is read as UTF-8: officials' gateways
    mislabel it.  Never raises.
    """
    problem = None
    name = (charset or "").strip().strip("\"'").lower()
    if name in {"", "us-ascii", "ascii", "8bit", "unknown-8bit", "default"}:
        name = ""
    if name:
        try:
            codecs.lookup(name)
            if codecs.lookup(name).name in {"iso8859-1", "cp1252", "ascii"}:
                return _single_byte(raw), None
            return repaired(raw.decode(name)), None
        except (LookupError, UnicodeError, ValueError):
            problem = f"charset {name[:40]!r} does not fit"
    return _single_byte(raw), problem


def _single_byte(raw: bytes) -> str:
    try:
        return repaired(raw.decode("utf-8"))
    except UnicodeDecodeError:
        both = any(sign in raw for sign in _FIRST_OF_TWO)
        return "".join(_of_both(raw)) if both else raw.decode("cp1252", "replace").replace("\ufffd", "?")


_FIRST_OF_TWO = (b"\xc2", b"\xc3", b"\xe2\x80")
_UTF8_WITHIN = re.compile(rb"((?:[\xc2\xc3][\x80-\xbf]|\xe2\x80[\x80-\xbf])+)")


def _of_both(raw: bytes) -> Iterator[str]:
    """Yield the pieces of a text in cp1252 with letters of UTF-8 pasted into it."""
    for place, piece in enumerate(_UTF8_WITHIN.split(raw)):
        yield piece.decode("utf-8") if place % 2 else piece.decode("cp1252", "replace").replace("\ufffd", "?")


def repaired(text: str) -> str:
    """Undo UTF-8 read as cp1252 and written again ("compaÃ±eros"), and put a letter and its accent together (NFC)."""
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if not any(sign in text for sign in _MOJIBAKE_SIGNS) or not _MOJIBAKE.search(text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return _MOJIBAKE_RUN.sub(_repair_run, text)


_MOJIBAKE_RUN = re.compile("[Ã-ï][\u0080-\u00bf\u0152-\u0178\u2013-\u2122]{1,3}")


def _repair_run(match: re.Match[str]) -> str:
    try:
        return match[0].encode("cp1252").decode("utf-8")
    except UnicodeError:
        return match[0]


def cleaned(text: str) -> str:
    """Return text with one kind of line end, NBSP as space, no invisible characters."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.replace("\n", "").replace("\t", "").isprintable():  # no hard space, no control and no unseen sign is
        return text
    for end in _LINE_ENDS:
        if end in text:
            text = text.replace(end, "\n")
    if not text.isascii():
        for space in _HARD_SPACES:
            text = text.replace(space, " ")
        text = _UNSEEN.sub("", text)
    return _CONTROL.sub("", text)


def lines_of_text(text: str, *, flowed: bool = False, delsp: bool = False, source: str = "text") -> list[Line]:
    """Return the lines of a text part, quote marks counted and taken off (RFC 3676 section 4.5)."""
    lines = without_armour(cleaned(text)).split("\n", MAXIMUM_LINES)[:MAXIMUM_LINES]
    initials = initials_of(lines) if ">" in text else ""
    if initials:
        lines = [without_initials(line, initials) for line in lines]
    found = list(map(_unquoted, _unescaped(lines) if "\n>From " in text else lines))
    hyphens = "-\n" in text and "@" in text
    if flowed or hyphens:
        found = _unwrapped(found, flowed=flowed, delsp=delsp, hyphens=hyphens)
    read = [
        tuple.__new__(Line, (number, words.rstrip(), depth, source, (), _NO_MARKS, "new"))  # half of a call's time
        for number, (depth, words) in enumerate(found, 1)
    ]
    return without_doubled(read)


def _unwrapped(lines: Iterable[tuple[int, str]], *, flowed: bool, delsp: bool, hyphens: bool) -> list[tuple[int, str]]:
    """Return the depth and text of lines, those that a mail program broke as one."""
    found: list[tuple[int, list[str]]] = []  # depth and the pieces of each line
    open_flow = False
    for depth, written in lines:
        content = written[1:] if flowed and written.startswith(" ") else written
        soft = flowed and content.endswith(" ") and content != "-- "
        if soft and delsp:
            content = content[:-1]
        goes_on = open_flow or (hyphens and found and _is_one_address(found[-1][1][-1], content))
        if goes_on and found and found[-1][0] == depth:
            found[-1][1].append(content)
        else:
            found.append((depth, [content]))
        open_flow = soft
    return [(depth, "".join(pieces)) for depth, pieces in found]


def _is_one_address(line: str, below: str) -> bool:
    """Tell whether an address was wrapped at its hyphen: "ana@sre-" above "hn.gob.example"."""
    if not line.endswith("-"):
        return False
    return bool(_OPEN_DOMAIN.search(line) and _REST_OF_DOMAIN.match(below)) or bool(
        _OPEN_LOCAL_PART.search(line) and _REST_OF_LOCAL_PART.match(below)
    )


def _unescaped(lines: list[str]) -> list[str]:
    """Take off the mark that mail boxes put before "From " (RFC 4155), where no quotation stands around it."""
    found = list(lines)
    for place, line in enumerate(lines):
        around = lines[max(place - 1, 0) : place] + lines[place + 1 : place + 2]
        if line.startswith(">From ") and not any(each.startswith(">") for each in around):
            found[place] = line[1:]
    return found


@remembered
def _unquoted(written: str) -> tuple[int, str]:
    """Return (depth, text) of a line: '>' marks, with or without spaces between."""
    marks = _MARKS.match(written) if written[:1] in _BEGIN_MARKS else None
    if marks is None:
        return 0, written
    end = marks.end()
    return marks[0].count(">"), written[end + 1 if written[end : end + 1] == " " else end :]
