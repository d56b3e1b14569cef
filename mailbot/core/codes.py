"""Codes that people see and carry back: subject codes and reply addresses.

A code such as ``MD-DIR-GT-7K3QX`` names one request.  Its last character checks the
others (Luhn mod N), the alphabet has no 0/O/1/I, and a code with one wrong character is
accepted when exactly one open request is that near.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_CODE = re.compile(r"\b([A-Z0-9]{1,12}-[A-Z0-9]{1,6}-[A-Z0-9]{2,8}-[A-Z0-9]{5})\b")
_TOKEN = re.compile(r"^r-([a-z0-9-]{8,40})-([a-z2-7]{10})$")


def check_character(text: str) -> str:
    """Return the Luhn mod 32 check character of ``text`` over letters and digits."""
    total = 0
    factor = 2
    size = len(ALPHABET)
    for character in reversed(text.upper()):
        value = ALPHABET.find(character)
        if value < 0:
            value = ord(character) % size
        addend = factor * value
        factor = 1 if factor == 2 else 2
        total += addend // size + addend % size
    return ALPHABET[(size - total % size) % size]


def request_code(group: str, form: str, participant: str, draw: int) -> str:
    """Return ``GROUP-FORM-PARTICIPANT-xxxxc``: four drawn characters and the check.

    ``draw`` is a random integer of at least 20 bits.
    """
    drawn = "".join(ALPHABET[(draw >> (5 * place)) % 32] for place in range(4))
    stem = "-".join(re.sub(r"[^A-Z0-9]", "", part.upper()) for part in (group, form, participant))
    return f"{stem}-{drawn}{check_character(stem + drawn)}"


def is_valid(code: str) -> bool:
    """Tell whether the check character of a code fits."""
    stem, _, last = code.upper().rpartition("-")
    return bool(stem) and len(last) == 5 and check_character(stem + last[:4]) == last[4]


def codes_in(text: str) -> tuple[str, ...]:
    """Return everything in ``text`` that has the shape of a code, in upper case, once each."""
    return tuple(dict.fromkeys(_CODE.findall(text.upper())))


def nearest(code: str, known: Iterable[str]) -> str | None:
    """Return the known code equal to ``code`` or, if unique, one character away from it."""
    near = []
    for candidate in known:
        if candidate == code:
            return candidate
        if len(candidate) == len(code):
            wrong = sum(a != b for a, b in zip(candidate, code, strict=True))
            if wrong == 1:
                near.append(candidate)
    return near[0] if len(near) == 1 else None


def _signature(code: str, recipient: str, key: bytes) -> str:
    digest = hmac.new(key, f"{code}\0{recipient}".lower().encode(), hashlib.sha256).digest()
    alphabet = "abcdefghijklmnopqrstuvwxyz234567"
    return "".join(alphabet[byte % 32] for byte in digest[:10])


def reply_address(group_address: str, code: str, recipient: str, key: bytes) -> str:
    """Return the group's address with a sub-address (RFC 5233) that names code and recipient.

    Lower-case safe: mail systems fold the local part.  50 bits of HMAC-SHA256.
    """
    local, _, domain = group_address.partition("@")
    return f"{local}+r-{code.lower()}-{_signature(code, recipient, key)}@{domain}"


def code_of_address(
    address: str, group_address: str, recipients: Iterable[str], key: bytes
) -> tuple[str, str | None] | None:
    """Return (code, recipient it was issued to) of a reply address of this group.

    The recipient is None when the signature fits none of ``recipients``; the result is
    None when the address carries no token at all.
    """
    local, _, domain = address.lower().partition("@")
    base, _, base_domain = group_address.lower().partition("@")
    name, plus, detail = local.partition("+")
    found = _TOKEN.match(detail) if plus and name == base and domain == base_domain else None
    if not found:
        return None
    code = found[1].upper()
    for recipient in recipients:
        if hmac.compare_digest(_signature(code, recipient, key), found[2]):
            return code, recipient
    return code, None
