"""``winmail.dat`` opened: Outlook's own envelope around a message (MS-OXTNEF, MS-OXCDATA 2.11).

Nothing in it is trusted: every length is checked against what is there, and what does not
fit ends the reading with what was found so far.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from mailbot.core.message.rtf import decompressed, words_of_rtf

SIGNATURE = 0x223E9F78
_MESSAGE, _ATTACHMENT = 1, 2
_BODY, _CODE_PAGE, _PROPERTIES = 0x800C, 0x9007, 0x9003
_NEW_FILE, _FILE_TITLE, _FILE_DATA, _FILE_PROPERTIES = 0x9002, 0x8010, 0x800F, 0x9005
_TEXT, _RTF, _HTML = 0x1000, 0x1009, 0x1013
_LONG_NAME, _MEDIA_TYPE = 0x3707, 0x370E
_STRING8, _UNICODE, _OBJECT, _BINARY = 0x001E, 0x001F, 0x000D, 0x0102
_SIZES = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 10: 4, 11: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_MANY = 0x1000  # flag of a property with several values
_MOST_FILES, _MOST_PROPERTIES = 100, 2_000


@dataclass
class File:
    """One attached file."""

    name: str = ""
    media_type: str = "application/octet-stream"
    content: bytes = b""


@dataclass
class Opened:
    """What the envelope held: the body as HTML and as text, either may be ""; its files."""

    html: str = ""
    text: str = ""
    files: list[File] = field(default_factory=list)


def open_envelope(raw: bytes) -> Opened | None:
    """Return what a ``winmail.dat`` holds, or None when it is none; never raises."""
    if len(raw) < 6 or struct.unpack_from("<I", raw)[0] != SIGNATURE:
        return None
    opened = Opened()
    page = "cp1252"
    try:
        for level, name, data in _attributes(raw):
            if name == _CODE_PAGE and len(data) >= 4:
                page = _codec(struct.unpack_from("<I", data)[0])
            elif level == _MESSAGE:
                _message(opened, name, data, page)
            elif level == _ATTACHMENT:
                _file(opened, name, data, page)
    except struct.error:
        pass  # cut short: what came before it is kept
    return opened


def _attributes(raw: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield (level, name, data) of each attribute (MS-OXTNEF 2.1.2)."""
    at = 6
    while at + 9 <= len(raw):
        level, name, _kind, size = struct.unpack_from("<BHHI", raw, at)
        at += 9
        if at + size > len(raw):
            return
        yield level, name, raw[at : at + size]
        at += size + 2  # its checksum


def _message(opened: Opened, name: int, data: bytes, page: str) -> None:
    if name == _BODY:
        opened.text = opened.text or _string(data, page)
        return
    if name != _PROPERTIES:
        return
    for key, kind, value in _properties(data):
        if key == _TEXT and kind in {_STRING8, _UNICODE}:
            opened.text = _string(value, "utf-16-le" if kind == _UNICODE else page)
        elif key == _HTML:
            opened.html = _string(value, "utf-16-le" if kind == _UNICODE else _html_codec(value, page))
        elif key == _RTF:
            is_html, words = words_of_rtf(decompressed(value))
            if is_html:
                opened.html = opened.html or words
            else:
                opened.text = opened.text or words


def _file(opened: Opened, name: int, data: bytes, page: str) -> None:
    if name == _NEW_FILE and len(opened.files) < _MOST_FILES:
        opened.files.append(File())
    if not opened.files:
        return
    last = opened.files[-1]
    if name == _FILE_TITLE:
        last.name = last.name or _string(data, page)
    elif name == _FILE_DATA:
        last.content = data
    elif name == _FILE_PROPERTIES:
        for key, kind, value in _properties(data):
            codec = "utf-16-le" if kind == _UNICODE else page
            if key == _LONG_NAME:
                last.name = _string(value, codec)
            elif key == _MEDIA_TYPE:
                last.media_type = _string(value, codec).lower() or last.media_type


def _properties(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield (identifier, type, first value) of each property (MS-OXTNEF 2.1.3.4)."""
    (count,) = struct.unpack_from("<I", data)
    at = 4
    for _ in range(min(count, _MOST_PROPERTIES)):
        kind, key = struct.unpack_from("<HH", data, at)
        at += 4
        if key >= 0x8000:
            at = _after_name(data, at)
        single = kind & ~_MANY
        varies = single in {_STRING8, _UNICODE, _OBJECT, _BINARY}
        values = 1
        if varies or kind & _MANY:
            (values,) = struct.unpack_from("<I", data, at)
            at += 4
        first = b""
        for number in range(min(values, _MOST_PROPERTIES)):
            size = _SIZES.get(single, 0)
            if varies:
                (size,) = struct.unpack_from("<I", data, at)
                at += 4
            if not size and not varies:
                return  # a type nobody knows: where the next one begins is not known
            if at + size > len(data):
                return
            first = data[at : at + size] if number == 0 else first
            at += size + (-size % 4)
        yield key, single, first


def _after_name(data: bytes, at: int) -> int:
    """Return where the value of a named property begins."""
    (kind,) = struct.unpack_from("<I", data, at + 16)
    at += 20
    if kind == 0:
        return at + 4
    size = int(struct.unpack_from("<I", data, at)[0])
    return at + 4 + size + (-size % 4)


def _string(data: bytes, codec: str) -> str:
    return data.decode(codec, "replace").split("\0", 1)[0]


def _html_codec(data: bytes, page: str) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return page
    return "utf-8"


def _codec(number: int) -> str:
    name = {65001: "utf-8", 20127: "ascii", 28591: "iso-8859-1"}.get(number, f"cp{number}")
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name
