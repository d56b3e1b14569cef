"""Rich text of Outlook: decompressed (MS-OXRTFCP) and read back as the HTML or text it wraps (MS-OXRTFEX).

Only what carries words is read: no fonts, pictures or styles.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, field

MOST = 20_000_000  # bytes that a compressed text may become
_DICTIONARY = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans Serif"
    rb"SymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"
    b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)
_COMPRESSED, _PLAIN = 0x75465A4C, 0x414C454D
_TOKEN = re.compile(
    rb"\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^a-zA-Z'\r\n])|[\r\n])|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\"
)
_SILENT = frozenset({"fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer", "listtable"})
_WORDS = {"par": "\n", "line": "\n", "row": "\n", "tab": "\t", "cell": "\t", "lquote": "‘", "rquote": "’"}
_WORDS |= {"ldblquote": "“", "rdblquote": "”", "emdash": "—", "endash": "–", "bullet": "•"}
_SIGNS = {"~": "\xa0", "_": "-", "\\": "\\", "{": "{", "}": "}"}
_MOST_DEPTH = 1_000


def decompressed(raw: bytes) -> bytes:
    """Return the text of a compressed RTF property; b"" when it is none."""
    if len(raw) < 16:
        return b""
    _size, length, kind, _checksum = struct.unpack_from("<IIII", raw)
    if kind == _PLAIN:
        return raw[16 : 16 + min(length, MOST)]
    return _unpacked(raw[16:], min(length, MOST)) if kind == _COMPRESSED else b""


def _unpacked(data: bytes, length: int) -> bytes:
    """Undo LZFu: runs of eight literals or references into the last 4,096 bytes."""
    window = bytearray(_DICTIONARY.ljust(4096, b"\0"))
    write = len(_DICTIONARY)
    found = bytearray()
    at = 0
    while at < len(data) and len(found) < length:
        control = data[at]
        at += 1
        for bit in range(8):
            if not control >> bit & 1:
                if at >= len(data):
                    return bytes(found)
                piece = data[at : at + 1]
                at += 1
            else:
                if at + 1 >= len(data):
                    return bytes(found)
                reference = data[at] << 8 | data[at + 1]
                at += 2
                offset, size = reference >> 4, (reference & 15) + 2
                if offset == write:
                    return bytes(found)
                piece = _copied(window, offset, size, write)
            for byte in piece:
                window[write] = byte
                write = (write + 1) % 4096
            found += piece
    return bytes(found[:length])


def _copied(window: bytearray, offset: int, size: int, write: int) -> bytes:
    """Return ``size`` bytes from ``offset`` on; what is being written may be read at once."""
    held = bytearray()
    distance = (write - offset) % 4096
    for number in range(size):
        held.append(held[number - distance] if number >= distance else window[(offset + number) % 4096])
    return bytes(held)


@dataclass
class _State:
    silent: bool = False
    tag: bool = False  # inside {\*\htmltag …}: its words are HTML as it was
    in_rtf: bool = False  # between \htmlrtf and \htmlrtf0: only for readers of RTF
    skip: int = 1  # characters that stand for one \u


@dataclass
class _Reader:
    wraps_html: bool = False
    codec: str = "cp1252"
    words: list[str] = field(default_factory=list)
    held: bytearray = field(default_factory=bytearray)  # bytes of a code page that belong together
    skipped: int = 0


def words_of_rtf(raw: bytes) -> tuple[bool, str]:
    """Return (whether it wraps HTML, the HTML or the text)."""
    reader = _Reader(wraps_html=rb"\fromhtml" in raw[:1000])
    stack = [_State()]
    starred = False
    for match in _TOKEN.finditer(raw):
        word, number, code, sign, brace, text = match.groups()
        state = stack[-1]
        if brace:
            _flush(reader)
            starred = False
            if brace == b"{" and len(stack) < _MOST_DEPTH:
                stack.append(_State(state.silent, state.tag, state.in_rtf, state.skip))
            elif brace == b"}" and len(stack) > 1:
                stack.pop()
        elif sign == b"*":
            starred = True
        elif word:
            _control(reader, state, word.decode("ascii"), int(number) if number else None, starred=starred)
            starred = False
        elif code:
            _say_byte(reader, state, int(code, 16))
        elif sign:
            _say(reader, state, _SIGNS.get(sign.decode("latin-1"), ""))
        elif text:
            _say_bytes(reader, state, text)
    _flush(reader)
    return reader.wraps_html, "".join(reader.words)


def _control(reader: _Reader, state: _State, word: str, number: int | None, *, starred: bool) -> None:
    _flush(reader)
    if word == "htmltag" and starred:
        state.tag, state.silent = True, False
    elif word == "htmlrtf":
        state.in_rtf = number != 0
    elif (starred and not state.tag) or word in _SILENT:
        state.silent = True
    elif word == "ansicpg" and number:
        reader.codec = _codec(number)
    elif word == "uc" and number is not None:
        state.skip = min(max(number, 0), 8)
    elif word == "u" and number is not None:
        _say(reader, state, _character(number))
        reader.skipped = state.skip
    elif word in _WORDS:
        _say(reader, state, _WORDS[word])


def _character(number: int) -> str:
    point = number % 0x10000
    return "\ufffd" if 0xD800 <= point < 0xE000 else chr(point)


def _say(reader: _Reader, state: _State, words: str) -> None:
    _flush(reader)
    if not state.silent and not state.in_rtf:
        reader.words.append(words)


def _say_byte(reader: _Reader, state: _State, byte: int) -> None:
    if reader.skipped:
        reader.skipped -= 1
    elif not state.silent and not state.in_rtf:
        reader.held.append(byte)


def _say_bytes(reader: _Reader, state: _State, text: bytes) -> None:
    skipped = min(reader.skipped, len(text))
    reader.skipped -= skipped
    if not state.silent and not state.in_rtf:
        reader.held += text[skipped:]


def _flush(reader: _Reader) -> None:
    if reader.held:
        reader.words.append(reader.held.decode(reader.codec, "replace"))
        reader.held.clear()


def _codec(number: int) -> str:
    name = "utf-8" if number == 65001 else f"cp{number}"
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name
