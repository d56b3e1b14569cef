"""The raw header lines of a message, from the top, for what only the receiving server may say.

Nothing is decoded here: an encoded word (RFC 2047) in a header of results would otherwise
become its syntax.
"""

from __future__ import annotations

MAXIMUM_BYTES = 262_144
MAXIMUM_HEADERS = 500


def top_headers(raw: bytes) -> tuple[tuple[str, str], ...]:
    """Return (lower-case name, unfolded raw value) in order; stops at the first line that is no header."""
    head = raw[:MAXIMUM_BYTES]
    if head.startswith(b"From "):  # an mbox line
        head = head.partition(b"\n")[2]
    found: list[list[str]] = []
    for line in head.split(b"\n"):
        text = line.removesuffix(b"\r").decode("latin-1")
        if text[:1] in (" ", "\t") and found and text.strip():
            found[-1].append(text)
            continue
        name, colon, value = text.partition(":")
        if not colon or not _is_name(name.rstrip(" \t")) or len(found) == MAXIMUM_HEADERS:
            break
        found.append([name.rstrip(" \t").lower(), value])
    return tuple((each[0], "".join(each[1:]).strip()) for each in found)


def _is_name(name: str) -> bool:
    """A field name: printable ASCII without a colon or a space (RFC 5322 section 2.2)."""
    return bool(name) and all("!" <= sign <= "~" for sign in name)
