"""Raw bytes → Message: stdlib ``email``, policy compat32, accessors that cannot raise."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.message import Message as Parsed

from mailbot.core.message.bounds import UNREADABLE, parsed_within
from mailbot.core.message.emphasis import without_stars
from mailbot.core.message.headers import (
    addresses,
    all_headers,
    by_name,
    date_of,
    header_text,
    message_ids,
)
from mailbot.core.message.html import STRUCK, lines_of_html
from mailbot.core.message.text import decode, lines_of_text
from mailbot.core.message.tnef import open_envelope
from mailbot.core.values import Attachment, Line, Message

MAXIMUM_PARTS = 500
MAXIMUM_ENVELOPES = 5
MAXIMUM_BODY = 4_000_000  # characters of one body part; the rest is cut and said
# Parts about other messages (RFC 3464, 6533, 8098, 5965): never the sender's own words.
_EMBEDDED = frozenset(
    """
    message/rfc822 message/global message/delivery-status message/global-delivery-status
    message/disposition-notification message/global-disposition-notification message/feedback-report
    text/rfc822-headers message/global-headers
    """.split()
)
_FILE_NAME = re.compile(r"[\x00-\x1f\x7f]|[/\\:]")
_BARE_CR = re.compile(rb"\r(?!\n)")


@dataclass
class _Found:
    text: list[Line] = field(default_factory=list)
    html: list[Line] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    envelopes: list[tuple[str, str, bytes]] = field(default_factory=list)  # name, type, bytes of each winmail.dat
    parts: int = 0


def parse(raw: bytes) -> Message:
    """Return what an e-mail says.  Never raises, whatever the bytes.

    LF, CRLF and bare CR, an mbox "From " line and a missing header block are read.
    """
    parsed, problems = parsed_within(_line_ends(raw))
    found = _Found(problems=problems)
    _walk(parsed, found)
    for name, kind, content in found.envelopes[:MAXIMUM_ENVELOPES]:
        _unwrap(name, kind, content, found)
    lines, alternative = _choose(found)
    raw_headers = by_name(parsed)
    senders = addresses(raw_headers.get("from", ()))
    ids = message_ids(parsed, "message-id")
    return Message(
        message_id=ids[0][:490] if ids else None,
        sha256=hashlib.sha256(raw).hexdigest(),
        sender=senders[0] if senders else None,
        subject=header_text(next(iter(raw_headers.get("subject", ())), "")),
        date=date_of(parsed),
        to=addresses(raw_headers.get("to", ())),
        cc=addresses(raw_headers.get("cc", ())),
        reply_to=addresses(raw_headers.get("reply-to", ())),
        in_reply_to=message_ids(parsed, "in-reply-to"),
        references=message_ids(parsed, "references"),
        headers=all_headers(parsed),
        content_type=parsed.get_content_type(),
        lines=lines,
        alternative=alternative,
        attachments=tuple(found.attachments),
        problems=tuple(found.problems),
        authors=tuple({each.address.lower(): each for each in senders}.values()),
    )


def _line_ends(raw: bytes) -> bytes:
    if raw.startswith(b"From ") and b"\n" in raw:
        raw = raw.split(b"\n", 1)[1]
    if b"\r" in raw:
        raw = raw.replace(b"\r\n", b"\n")
        raw = _BARE_CR.sub(b"\n", raw) if b"\r" in raw else raw
    return raw.lstrip(b"\n") if raw[:1] == b"\n" and b":" in raw[:200] else raw


def _walk(top: Parsed, found: _Found) -> None:
    """Visit the parts in order, without recursion; embedded messages are not opened."""
    stack = [top]
    while stack:
        part = stack.pop()
        found.parts += 1
        if found.parts > MAXIMUM_PARTS:
            found.problems.append(f"more than {MAXIMUM_PARTS} parts; the rest was not read")
            return
        kind = part.get_content_type()
        if kind in _EMBEDDED:
            found.attachments.append(Attachment(_name(part, found), kind, _embedded(part)))
        elif part.is_multipart():
            stack.extend(reversed([each for each in part.get_payload() if isinstance(each, Parsed)]))
        else:
            _leaf(part, kind, found)
    for part_defect in top.defects[:5]:
        found.problems.append(type(part_defect).__name__)


def _embedded(part: Parsed) -> bytes:
    try:
        payload = part.get_payload()
        pieces = payload if isinstance(payload, list) else [payload]
        return b"\n".join(
            each.as_bytes() if isinstance(each, Parsed) else str(each).encode("utf-8", "replace") for each in pieces
        )
    except UNREADABLE:
        return b""


def _leaf(part: Parsed, kind: str, found: _Found) -> None:
    disposition = (header_text(part.get("content-disposition", ""))).lower()
    name = _name(part, found)
    raw = _payload(part, found)
    if kind in {"application/ms-tnef", "application/vnd.ms-tnef"} or name.lower() in {"winmail.dat", "win.dat"}:
        found.envelopes.append((name or "winmail.dat", kind, raw))
        return
    body = kind in {"text/plain", "text/html"} or (kind.startswith("text/") and not name)
    if kind == "text/calendar" or disposition.startswith("attachment") or not body:
        if kind.startswith("multipart/"):
            # A multipart whose boundary was lost: its text is still there to be read.
            found.problems.append(f"{kind} without readable parts")
            found.text.extend(_numbered(found.text, lines_of_text(decode(raw, None)[0])))
            return
        found.attachments.append(Attachment(name or "part", kind, raw))
        return
    if name and disposition and not disposition.startswith("inline"):
        found.attachments.append(Attachment(name, kind, raw))
        return
    parameters = _parameters(part)
    text, problem = decode(raw, parameters.get("charset"))
    if problem:
        found.problems.append(problem)
    if len(text) > MAXIMUM_BODY:
        found.problems.append(f"only the first {MAXIMUM_BODY} characters of a body were read")
        text = text[:MAXIMUM_BODY]
    if kind == "text/html":
        found.html.extend(_numbered(found.html, list(lines_of_html(text, found.problems))))
        return
    flowed = parameters.get("format", "").lower() == "flowed"
    delsp = parameters.get("delsp", "").lower() == "yes"
    found.text.extend(_numbered(found.text, lines_of_text(text, flowed=flowed, delsp=delsp)))


def _unwrap(name: str, kind: str, raw: bytes, found: _Found) -> None:
    """Read ``winmail.dat``: the body where the message shows none like it, and the files."""
    opened = open_envelope(raw)
    if opened is None:
        found.problems.append(f"{name} is no envelope of Outlook's")
        found.attachments.append(Attachment(name, kind, raw))
        return
    if opened.html and not found.html:
        found.html.extend(lines_of_html(opened.html[:MAXIMUM_BODY], found.problems))
    if opened.text and not any(line.text for line in found.text):
        found.text[:] = lines_of_text(opened.text[:MAXIMUM_BODY])
    for each in opened.files:
        found.attachments.append(Attachment(_base_name(each.name) or "part", each.media_type, each.content))


def _numbered(held: list[Line], more: list[Line]) -> list[Line]:
    start = len(held)
    if not start:
        return more
    return [Line(start + i, x.text, x.depth, x.source, x.cells, x.marks) for i, x in enumerate(more, 1)]


def _payload(part: Parsed, found: _Found) -> bytes:
    """Return a part's bytes; as they stand where their encoding or charset cannot be undone."""
    for decode_it in (True, False):
        try:
            raw = part.get_payload(decode=decode_it)
        except UNREADABLE:
            found.problems.append("a part's transfer encoding or charset does not fit")
            continue
        if isinstance(raw, bytes):
            return raw
        if isinstance(raw, str):
            return raw.encode("utf-8", "surrogateescape")
    return b""


def _parameters(part: Parsed) -> dict[str, str]:
    """The parameters of the media type, their names in lower case; of two with one name the first."""
    try:
        found: Sequence[tuple[str, object]] = part.get_params() or ()
    except UNREADABLE:
        return {}
    named = [(name.lower(), value[2] if isinstance(value, tuple) else value) for name, value in found]
    return {name: str(value or "") for name, value in reversed(named)}


def _name(part: Parsed, found: _Found) -> str:
    """Return a file name without folders (RFC 2231, RFC 2183 section 5)."""
    if not (_may_name(part.get("content-disposition")) or _may_name(part.get("content-type"))):
        return ""
    try:
        value = part.get_filename()
    except UNREADABLE:
        found.problems.append("a file name does not decode")
        return ""
    return _base_name(header_text(value)) if value else ""


def _may_name(header: object) -> bool:
    """Tell whether parameters may hold a file's name, or what cannot be taken apart: most parts have none."""
    if not isinstance(header, str):
        return header is not None
    return "*" in header or "name" in header.lower()


def _base_name(value: str) -> str:
    base = re.split(r"[/\\]", value)[-1]
    return _FILE_NAME.sub("_", base).strip(". ")[:120] or "part"


def _choose(found: _Found) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return (the richer half, the other).

    HTML where it carries what text cannot: table rows, inputs, colour, strike-out; or where
    the text half is empty.
    """
    text, html = tuple(found.text), tuple(found.html)
    if not any(line.text for line in text):
        return (html, ()) if html else (text, ())
    rich = any(line.cells or line.marks - {"list-item", "signature"} or STRUCK in line.text for line in html)
    return (html, text) if rich else (without_stars(text, html), html)
