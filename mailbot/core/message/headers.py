"""Headers decoded without trust: no line break or control character survives."""

from __future__ import annotations

import datetime as dt
import email.errors
import email.header
import email.utils
import inspect
import re
from collections.abc import Sequence
from email.message import Message as Parsed

from mailbot.core.message.bounds import UNREADABLE
from mailbot.core.message.text import cleaned, decode
from mailbot.core.remembered import remembered
from mailbot.core.values import Address

_BREAKS = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")
_FOLD = re.compile(r"\r?\n(?=[ \t])")  # RFC 5322 section 2.2.3
_ENCODED_GAP = re.compile(r"(\?=)\s+(=\?)")
_MESSAGE_ID = re.compile(r"<\s*([^<>\s][^<>]{0,980}?)\s*>")
_ENCODED_WORD = re.compile(r"=\?[^?\s]{1,40}\?[bqBQ]\?[^?]{0,2000}\?=")
_ENCODED_RUN = re.compile(rf"{_ENCODED_WORD.pattern}(?:\s{{0,80}}{_ENCODED_WORD.pattern}){{0,200}}")
_HELD = re.compile(r"encodedword(\d+)x")
# Newer Pythons, and Debian's 3.11, return nothing for a header with something odd in it: two authors would be none.
_AS_WRITTEN = {"strict": False} if "strict" in inspect.signature(email.utils.getaddresses).parameters else {}
LONGEST_VALUE = 50_000  # characters of a header that are decoded
MAXIMUM_ADDRESSES = 200
MAXIMUM_HEADERS = 500
LONGEST_ADDRESS = 320  # RFC 5321 section 4.5.3.1: 64 for the local part, 255 for the domain


def header_text(value: object) -> str:
    """Return a header's value decoded (RFC 2047), unfolded, without control characters."""
    text = _written(value)[:LONGEST_VALUE]
    text = _FOLD.sub("", text) if "\n" in text else text
    if text.isascii() and "=?" not in text:
        return (text if text.isprintable() else _BREAKS.sub(" ", text)).strip()[:10_000]
    if text.isascii():
        text = _decoded_words(text)
    else:  # bytes as they came, perhaps beside encoded words: RFC 2047 knows no such header, mailers write it
        text = _ENCODED_RUN.sub(lambda run: _decoded_words(run[0]), _surrogates(text))
    return cleaned(_BREAKS.sub(" ", text)).strip()[:10_000]


def _written(value: object) -> str:
    """A header as it came; raw 8-bit bytes, which ``str`` would lose, as encoded words of "unknown-8bit"."""
    return value.encode(maxlinelen=0) if isinstance(value, email.header.Header) else str(value)


def _surrogates(text: str) -> str:
    """Raw 8-bit bytes in a header: the parser keeps them as surrogates."""
    try:
        raw = text.encode("ascii", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return decode(raw, None)[0]


@remembered
def _decoded_words(text: str) -> str:
    try:
        parts = email.header.decode_header(_ENCODED_GAP.sub(r"\1\2", text))
    except (email.errors.HeaderParseError, *UNREADABLE):
        return _surrogates(text)
    return "".join(decode(part, charset)[0] if isinstance(part, bytes) else part for part, charset in parts)


def all_headers(parsed: Parsed) -> tuple[tuple[str, str], ...]:
    """Return (lower-case name, decoded value) of every header, at most 500."""
    found = []
    for name, value in parsed.raw_items():
        found.append((str(name).lower(), header_text(value)))
        if len(found) == MAXIMUM_HEADERS:
            break
    return tuple(found)


def by_name(parsed: Parsed) -> dict[str, list[object]]:
    """Return the values as they came by lower-case name: ``get_all`` puts a mark where a byte is not ASCII."""
    found: dict[str, list[object]] = {}
    for name, value in parsed.raw_items():
        found.setdefault(str(name).lower(), []).append(value)
    return found


def addresses(raw: Sequence[object]) -> tuple[Address, ...]:
    """Return the mailboxes of the values of an address header (RFC 5322 section 3.4)."""
    values = [_surrogates(str(value)[:100_000]) for value in raw]
    return _mailboxes("\n".join(_BREAKS.sub(" ", value) for value in values)) if values else ()


@remembered
def _mailboxes(lines: str) -> tuple[Address, ...]:
    """The mailboxes of the values of one header, one a line: ours, and those who answer us, come again and again."""
    raw = lines.split("\n")
    # Encoded words are set aside first: what they hide (":", "@", ",") is no syntax.
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(match[0])
        return f"encodedword{len(held) - 1}x"

    masked = [_ENCODED_WORD.sub(hold, value) for value in raw]
    try:
        pairs = email.utils.getaddresses(masked, **_AS_WRITTEN)
    except UNREADABLE:
        pairs = []
    pairs = [
        (_HELD.sub(lambda m: "".join(held[int(m[1]) : int(m[1]) + 1]), n), a) for n, a in pairs if not _HELD.search(a)
    ]
    pairs = [(n, a) for n, a in pairs if _ADDRESS.fullmatch(a)] or [pair for value in raw for pair in _loosely(value)]
    if len(pairs) == 1 and len(raw) == 1:
        pairs = [(_whole_name(raw[0], pairs[0][0]), pairs[0][1])]
    found = [
        Address(header_text(display), _normalised(address))
        for display, address in pairs[:MAXIMUM_ADDRESSES]
        if len(address) <= LONGEST_ADDRESS
    ]
    return tuple(found)


def _whole_name(value: str, name: str) -> str:
    """``García, María <maria@…>`` without quotes: the comma parts the name for a strict reader."""
    before, bracket, _ = value.partition("<")
    return before.strip() if bracket and '"' not in before and "," in before and ":" not in before else name


_LOOSE = re.compile(r"[^\s<>\"',;:()\[\]@]{1,64}@[^\s<>\"',;:()\[\]@]{1,255}")
_ADDRESS = re.compile(r"(?:\"[^\"]*\"|[^\s<>\"@]+)@[^\s<>\"@]+")


def _loosely(value: str) -> list[tuple[str, str]]:
    """A broken address header still usually shows its addresses; the words before the first are its name."""
    found = list(_LOOSE.finditer(value))
    return [(value[: each.start()].strip(" <\"'") if each is found[0] else "", each[0]) for each in found]


def _normalised(address: str) -> str:
    local, _, domain = _BREAKS.sub("", header_text(address)).strip().rpartition("@")
    return f"{local}@{domain.lower()}".replace(" ", "")


def message_ids(parsed: Parsed, name: str) -> tuple[str, ...]:
    """Return the ids of Message-ID, In-Reply-To or References without brackets."""
    found: list[str] = []
    for value in parsed.get_all(name, []):
        text = _BREAKS.sub(" ", str(value))[:50_000]
        ids = _MESSAGE_ID.findall(text)
        if not ids and "@" in text:
            ids = [word.strip("<>,;") for word in text.split() if "@" in word]
        found.extend(re.sub(r"\s+", "", each) for each in ids)
    return tuple(dict.fromkeys(found))


def date_of(parsed: Parsed) -> dt.datetime | None:
    """Return the Date: header as an aware instant; None when it cannot be read."""
    value = parsed.get("date")
    if value is None:
        return None
    try:
        when = email.utils.parsedate_to_datetime(header_text(value))
        if when.tzinfo is None:
            when = when.replace(tzinfo=dt.UTC)
        when.astimezone(dt.UTC)
    except (OverflowError, *UNREADABLE):
        return None
    return when
