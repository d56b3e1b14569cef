"""Reports of delivery: the recipients of RFC 3464 and RFC 6533, as strict or broken as they come."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator

from mailbot.core.automatic.status import enhanced_in, status_in
from mailbot.core.language import fold
from mailbot.core.values import Bounced

STATUS_PARTS = frozenset({"message/delivery-status", "message/global-delivery-status"})
ADDRESS = re.compile(r"(?:\"[^\"\s@]{1,64}\"|[^\s<>\"'(),:;\[\]@\\]{1,64})@[^\s<>\"'(),:;\[\]@\\]{1,255}")
_FIELD = re.compile(r"^\s{0,2}([A-Za-z][A-Za-z0-9-]{2,40})\s*:(.*)$")
_RECIPIENTS = ("original-recipient", "final-recipient")
_OF_RECIPIENT = frozenset(
    {
        *_RECIPIENTS,
        "action",
        "status",
        "diagnostic-code",
        "x-actual-recipient",
        "x-supplementary-info",
        "x400-supplementary-info",
    }
)
_BEHIND = frozenset({"status", "diagnostic-code"})  # of the recipient above, whatever stands between
_HEX = re.compile(r"\\x\{([0-9A-Fa-f]{2,6})\}")
_XTEXT = re.compile(r"\+([0-9A-Fa-f]{2})")
_GOOD = ("delivered", "relayed", "expanded")
_BASE64 = re.compile(rb"\A[A-Za-z0-9+/=\s]+\Z")

Fields = dict[str, str]


def recipients(content: bytes) -> tuple[tuple[Bounced, ...], bool]:
    """Return (failed and delayed recipients, whether any was delivered) of a status part.

    The address is Original-Recipient, the one we wrote to, else Final-Recipient.  ``delayed`` and
    class 4 are not permanent (RFC 3464 sections 2.3.3, 2.3.4); comments on a field and the
    words of lesser programs (failure, error) are read.
    """
    return of_lines(_text(content).split("\n"))


def of_lines(lines: Iterable[str]) -> tuple[tuple[Bounced, ...], bool]:
    """The same of lines, wherever they stand."""
    found: dict[str, Bounced] = {}
    delivered = False
    for fields in _groups(lines):
        action = fold(fields.get("action", ""))
        if action.startswith(_GOOD):
            delivered = True
            continue
        address = _address(fields)
        if address:
            found.setdefault(address, _bounced(address, action, fields))
    return tuple(found.values()), delivered


def reason_alone(content: bytes) -> tuple[bool, str] | None:
    """Return (permanent, status) of a status part with one recipient whose address nobody can write to."""
    groups = [fields for fields in _groups(_text(content).split("\n")) if fields]
    if len(groups) != 1 or not enhanced_in(groups[0].get("status", "")[:200]):
        return None
    each = _bounced("", fold(groups[0].get("action", "")), groups[0])
    return each.permanent, each.status or ""


def is_status(content: bytes) -> bool:
    """Say whether a part under another name is a report: it opens with its fields."""
    head = content[:4000].lower()
    return b"final-recipient:" in head and (b"action:" in head or b"reporting-mta:" in head)


def _text(content: bytes) -> str:
    if _BASE64.match(content[:400]) and b":" not in content[:4000]:
        try:
            content = base64.b64decode(content, validate=False)
        except (binascii.Error, ValueError):
            return ""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _groups(lines: Iterable[str]) -> Iterator[Fields]:
    """Fields put together by recipient: a field that comes again begins the next one.

    Blank lines are lost and added by gateways; a block without a recipient joins the next.
    """
    fields: Fields = {}
    ended = False
    for name, value in _fields(lines):
        if not name:
            ended = bool(fields)
            continue
        if name not in _OF_RECIPIENT:
            continue
        whole = ended and name not in _BEHIND and "action" in fields and any(each in fields for each in _RECIPIENTS)
        if name in fields or whole:
            yield fields
            fields = {}
        ended = False
        fields[name] = value
    if fields:
        yield fields


def _fields(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Return (lower-case name, unfolded value); ("", "") for a blank line."""
    name = ""
    pieces: list[str] = []
    for line in lines:
        if name and line[:1] in {" ", "\t"} and line.strip() and not _is_known(line):
            if len(pieces) < 40:
                pieces.append(line.strip()[:1000])
            continue
        if name:
            yield name, " ".join(pieces)
            name = ""
        match = _FIELD.match(line[:3000])
        if match:
            name, pieces = match[1].lower(), [match[2].strip()]
        elif not line.strip():
            yield "", ""
    if name:
        yield name, " ".join(pieces)


def _is_known(line: str) -> bool:
    match = _FIELD.match(line[:60].lstrip())
    return match is not None and match[1].lower() in _OF_RECIPIENT


def _address(fields: Fields) -> str:
    final = plain_address(fields.get("final-recipient", ""))
    original = plain_address(fields.get("original-recipient", ""))
    if original and final and _XTEXT.sub(_character, original) == final:
        return final  # xtext that its writer should have decoded (RFC 3461 section 4)
    return original or final or plain_address(fields.get("x-actual-recipient", ""))


def plain_address(value: str) -> str:
    r"""Return the address of a recipient field ("rfc822; ana@x"), lower case, or "".

    RFC 6533's utf-8 type may write characters as ``\\x{HEX}``.
    """
    kind, semicolon, rest = value.partition(";")
    typed = fold(kind)
    if semicolon and typed in {"x400", "x500", "unknown", "ccmail", "facsimile"}:
        return ""
    text = _HEX.sub(_codepoint, rest if semicolon and "@" not in kind else value)
    if "@" not in text and typed in {"rfc822", "utf-8"}:
        text = _XTEXT.sub(_character, text)
    match = ADDRESS.search(text)
    return match[0].strip(".").lower() if match else ""


def _codepoint(match: re.Match[str]) -> str:
    number = int(match[1], 16)
    return chr(number) if 0x20 < number < 0x110000 and not 0xD800 <= number < 0xE000 else ""


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16)).lower()


def _nearer(code: str | None, said: str) -> str | None:
    """The server's own code where the report has X.0.0, which says no reason (RFC 3463 section 3.1)."""
    cited = enhanced_in(said) if code and code.endswith(".0.0") else None
    return cited if cited and code and cited[0] == code[0] else code


def _bounced(address: str, action: str, fields: Fields) -> Bounced:
    said = fields.get("diagnostic-code", "") or fields.get("x400-supplementary-info", "")
    code = _nearer(enhanced_in(fields.get("status", "")[:200]), said)
    permanent = not action.startswith("delayed")
    if code is None:
        code, final = status_in(f"{fields.get('status', '')} {said}")
        return Bounced(address, permanent and final, code)
    return Bounced(address, permanent and code[0] == "5", code)
