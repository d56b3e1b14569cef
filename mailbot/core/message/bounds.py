"""How much of a message is read: what no letter needs is cut before the standard library sees it.

The stdlib parser takes seconds and gigabytes for millions of tiny parts, and its recursion
ends at some hundreds of nested ones.  Everything that is cut is named in the problems.
"""

from __future__ import annotations

import email
import email.parser
import re
from collections.abc import Iterator
from email.message import Message as Parsed

# What the standard library raises on headers and parts that real mail carries.
UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)

MAXIMUM_HEADER_BLOCK = 256 * 1024  # bytes before the first empty line
MAXIMUM_LINES = 400_000  # 20 MB of base64 are 270,000
MAXIMUM_BOUNDARIES = 3_000
MAXIMUM_REPORTED = 10_000  # recipients of one delivery report
MAXIMUM_DEPTH = 25_000  # HTML elements within each other: the parser's time grows with the square
MAXIMUM_COPIES = 300_000  # of formatting elements that HTML repeats in each new paragraph (13.2.6.2)
_BOUNDARY = re.compile(rb"^--[^\s-]", re.MULTILINE)
_RECIPIENT = re.compile(rb"^final-recipient:", re.MULTILINE | re.IGNORECASE)
_PARAMETERS = re.compile(rb"content-(?:type|disposition)[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE)
_LONGEST_PARAMETERS = 2_000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
_FEW_TAGS = 1_500
_NO_END = frozenset("area base br col embed hr img input link meta source track wbr".split())
_ENDED_BY_THE_NEXT = frozenset("p li td th tr dt dd option thead tbody tfoot".split())
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())


def parsed_within(raw: bytes) -> tuple[Parsed, list[str]]:
    """Return the parsed message and what had to be cut or could not be opened.  Never raises."""
    problems: list[str] = []
    for shorten in (_fewer_lines, _shorter_headers, _shorter_parameters, _fewer_parts, _fewer_recipients):
        raw = shorten(raw, problems)
    try:
        return email.message_from_bytes(raw), problems
    except UNREADABLE:
        problems.append("parts nested too deep; the message was read as one text")
        flat = email.parser.BytesHeaderParser().parsebytes(raw)
        del flat["content-type"], flat["content-transfer-encoding"]
        return flat, problems


def _fewer_lines(raw: bytes, problems: list[str]) -> bytes:
    if raw.count(b"\n") <= MAXIMUM_LINES:
        return raw
    problems.append(f"only the first {MAXIMUM_LINES} lines were read")
    at = 0
    for _ in range(MAXIMUM_LINES):
        at = raw.find(b"\n", at) + 1
    return raw[:at]


def _shorter_headers(raw: bytes, problems: list[str]) -> bytes:
    end = raw.find(b"\n\n")
    end = len(raw) if end < 0 else end
    if end <= MAXIMUM_HEADER_BLOCK:
        return raw
    problems.append(f"only the first {MAXIMUM_HEADER_BLOCK} bytes of the headers were read")
    whole = raw.rfind(b"\n", 0, MAXIMUM_HEADER_BLOCK)
    return raw[: whole if whole > 0 else MAXIMUM_HEADER_BLOCK] + raw[end:]


def _shorter_parameters(raw: bytes, problems: list[str]) -> bytes:
    """Cut what follows a media type: the time to take its parameters apart grows with the square."""
    pieces, end = [], 0
    for start in _places_of_parameters(raw):
        found = _PARAMETERS.match(raw, start)
        if found and found.end() - start > _LONGEST_PARAMETERS:
            pieces.append(raw[end : start + _LONGEST_PARAMETERS])
            end = found.end()
    if not pieces:
        return raw
    problems.append("a media type with far too many parameters was cut")
    return b"".join([*pieces, raw[end:]])


def _places_of_parameters(raw: bytes) -> Iterator[int]:
    """Where lines begin with "Content-"; looked for as bytes, ten times faster than by a pattern."""
    lower = raw.lower()
    if lower.startswith(b"content-"):
        yield 0
    at = lower.find(b"\ncontent-")
    while at >= 0:
        yield at + 1
        at = lower.find(b"\ncontent-", at + 1)


def _fewer_parts(raw: bytes, problems: list[str]) -> bytes:
    if raw.count(b"\n--") < MAXIMUM_BOUNDARIES:
        return raw
    return _cut(raw, _BOUNDARY, MAXIMUM_BOUNDARIES, problems, f"more than {MAXIMUM_BOUNDARIES} boundaries of parts")


def _fewer_recipients(raw: bytes, problems: list[str]) -> bytes:
    if raw.count(b"\n") < MAXIMUM_REPORTED:
        return raw
    return _cut(raw, _RECIPIENT, MAXIMUM_REPORTED, problems, f"more than {MAXIMUM_REPORTED} reported recipients")


def _cut(raw: bytes, pattern: re.Pattern[bytes], most: int, problems: list[str], words: str) -> bytes:
    for number, found in enumerate(pattern.finditer(raw)):
        if number == most:
            problems.append(f"{words}; the rest was not read")
            return raw[: found.start()]
    return raw


def html_within(html: str) -> str:
    """Return the HTML up to where it nests too deep or repeats too many formatting elements."""
    if html.count("<") <= _FEW_TAGS:
        return html
    for end in _too_much(html):
        return html[:end]
    return html


def _too_much(html: str) -> Iterator[int]:
    """Yield the place of the first tag that is too much, if there is one."""
    depth = formatting = copies = 0
    for found in _TAG.finditer(html):
        name = found[2].lower()
        step = -1 if found[1] else 1
        if name in _FORMATTING:
            formatting = max(0, formatting + step)
        elif step > 0:
            copies += formatting
        if name not in _NO_END and name not in _ENDED_BY_THE_NEXT:
            depth = max(0, depth + step)
        if depth > MAXIMUM_DEPTH or copies > MAXIMUM_COPIES:
            yield found.start()
            return
