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
from dataclasses import dataclass
from datetime import date, timedelta

# An activity's code as work plans write it: MD-07, P003-14, IND-2, PT2011-3a.  Whoever looks for one says what
# may stand around it.
ACTIVITY_CODE = r"[A-Z]{1,6}\d{0,4}-\d{1,3}[A-Za-z]?"
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_CODE = re.compile(r"\b([A-Z0-9]{1,12}-[A-Z0-9]{1,6}-[A-Z0-9]{2,8}-[A-Z0-9]{5})\b")
REPLY, CONFIRM = "reply", "confirm"  # what a token is for: answering a form, confirming what waits
_LETTERS = {REPLY: "r", CONFIRM: "c"}
_PURPOSES = {letter: purpose for purpose, letter in _LETTERS.items()}
_FIRST_DAY = date(2000, 1, 1)
_TOKEN = re.compile(r"^([rc])-([a-z0-9-]{8,40})-([a-z2-7]{3})?([a-z2-7]{10})$")
_LETTER_ID = re.compile(r"^(mb\.[a-z0-9]{1,32}\.[0-9a-f]{20})\.([a-z2-7]{10})@")
_OLD_LETTER_ID = re.compile(r"^mb\.[a-z0-9]{1,32}\.[0-9a-f]+@")
_ANY_LETTER_ID = re.compile(r"\bmb\.[a-z0-9]{1,32}\.[0-9a-f]{10,20}(?:\.[a-z2-7]{10})?@[A-Za-z0-9.-]{1,255}")


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


_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"


def _signature(parts: Iterable[str], key: bytes) -> str:
    """Return 50 bits of HMAC-SHA256 over the parts, in letters and digits that survive folding."""
    digest = hmac.new(key, "\0".join(parts).lower().encode(), hashlib.sha256).digest()
    return "".join(_BASE32[byte % 32] for byte in digest[:10])


@dataclass(frozen=True, slots=True)
class Token:
    """What a reply address says.

    ``recipient`` is whom it was issued to, None when it was none of those asked about.
    ``issued`` is its day, ``purpose`` what it may be used for; both None in the first kind of
    token, which carried neither.
    """

    code: str
    recipient: str | None
    issued: date | None = None
    purpose: str | None = None


def reply_address(group_address: str, code: str, recipient: str, key: bytes, day: date, purpose: str = REPLY) -> str:
    """Return the group's address with a sub-address (RFC 5233) that names purpose, day, code and recipient.

    Lower-case safe: mail systems fold the local part.
    """
    local, _, domain = group_address.partition("@")
    stamp = _stamp(day)
    signature = _signature((purpose, stamp, code, recipient), key)
    return f"{local}+{_LETTERS[purpose]}-{code.lower()}-{stamp}{signature}@{domain}"


def _stamp(day: date) -> str:
    number = (day - _FIRST_DAY).days
    return "".join(_BASE32[(number >> (5 * place)) % 32] for place in range(3))


def _day_of(stamp: str) -> date:
    return _FIRST_DAY + timedelta(days=sum(_BASE32.index(sign) << (5 * place) for place, sign in enumerate(stamp)))


def token_of_address(address: str, group_address: str, recipients: Iterable[str], key: bytes) -> Token | None:
    """Return what a reply address of this group says; None when it carries no token at all.

    Whether it is too old, and used for its purpose, is for the caller to judge.
    """
    local, _, domain = address.lower().partition("@")
    base, _, base_domain = group_address.lower().partition("@")
    name, plus, detail = local.partition("+")
    found = _TOKEN.match(detail) if plus and name == base and domain == base_domain else None
    if not found:
        return None
    letter, code, stamp, signature = found.groups()
    issued = _day_of(stamp) if stamp else None
    purpose = _PURPOSES.get(letter) if stamp else None
    head = (purpose or "", stamp) if stamp else ()
    for recipient in recipients:
        if hmac.compare_digest(_signature((*head, code, recipient), key), signature):
            return Token(code.upper(), recipient, issued, purpose)
    return Token(code.upper(), None, issued, purpose)


def letter_id(group: str, domain: str, recipient: str, draw: int, key: bytes) -> str:
    """Return a letter's Message-ID without brackets (RFC 5322 section 3.6.4), keyed to its recipient.

    ``draw`` is 80 random bits.
    """
    name = f"mb.{group}.{draw:020x}"
    return f"{name}.{_signature((name, recipient), key)}@{domain}"


def issued_to(message_id: str, recipients: Iterable[str], key: bytes) -> bool:
    """Tell whether a Message-ID was made for one of ``recipients``; those without a key never deny it."""
    found = _LETTER_ID.match(message_id.lower())
    if found is None:
        return _OLD_LETTER_ID.match(message_id.lower()) is not None
    return any(hmac.compare_digest(_signature((found[1], each), key), found[2]) for each in recipients)


def letter_ids_in(text: str) -> tuple[str, ...]:
    """Return everything in ``text`` that has the shape of a letter's Message-ID, once each."""
    return tuple(dict.fromkeys(_ANY_LETTER_ID.findall(text)))
