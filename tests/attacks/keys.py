"""DKIM keys of the tests: made once, found without DNS."""

from __future__ import annotations

import base64
import datetime as dt
import random
from functools import cache
from unittest import mock

import dkim


def _prime(numbers: random.Random, bits: int) -> int:
    while True:
        found = numbers.getrandbits(bits) | 1 | (3 << (bits - 2))
        if found % 65537 != 1 and all(pow(base, found - 1, found) == 1 for base in (2, 3, 5, 7, 11)):
            return found


@cache
def key_pair(bits: int = 1024) -> tuple[bytes, bytes]:
    """Return (private key in PEM, TXT record), the same in every run; for tests only."""
    numbers = random.Random(bits)
    one, other = _prime(numbers, bits // 2), _prime(numbers, bits // 2)
    modulus, exponent = one * other, 65537
    secret = pow(exponent, -1, (one - 1) * (other - 1))
    parts = [
        0, modulus, exponent, secret, one, other, secret % (one - 1), secret % (other - 1), pow(other, -1, one),
    ]  # fmt: skip
    der = _sequence(parts)
    pem = b"-----BEGIN RSA PRIVATE KEY-----\n" + base64.encodebytes(der) + b"-----END RSA PRIVATE KEY-----\n"
    public = _sequence([modulus, exponent])
    algorithm = bytes.fromhex("300d06092a864886f70d0101010500")
    bits_string = b"\x03" + _length(len(public) + 1) + b"\x00" + public
    whole = b"\x30" + _length(len(algorithm) + len(bits_string)) + algorithm + bits_string
    return pem, b"v=DKIM1; k=rsa; p=" + base64.b64encode(whole)


def _sequence(numbers: list[int]) -> bytes:
    """DER (X.690): a sequence of integers."""
    inner = b""
    for number in numbers:
        digits = number.to_bytes(number.bit_length() // 8 + 1, "big")
        inner += b"\x02" + _length(len(digits)) + digits
    return b"\x30" + _length(len(inner)) + inner


def _length(size: int) -> bytes:
    if size < 128:
        return bytes([size])
    digits = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([128 + len(digits)]) + digits


class Keys:
    """TXT records by name; ``asked`` are the names looked up."""

    def __init__(self, *domains: str, record: bytes | None = None) -> None:
        self.records = {f"s1._domainkey.{domain}.": record or key_pair()[1] for domain in domains}
        self.asked: list[str] = []
        self.broken = False

    def __call__(self, name: str) -> bytes | None:
        self.asked.append(name)
        if self.broken:
            raise OSError("no DNS today")
        return self.records.get(name)


HEADERS = [b"from", b"to", b"subject", b"date", b"message-id", b"mime-version", b"content-type"]


def signed(
    raw: bytes, domain: str, *, when: dt.datetime, bits: int = 1024, selector: bytes = b"s1", **changes: object
) -> bytes:
    """Return a message with a signature of a domain above it."""
    options: dict = {"include_headers": HEADERS, "canonicalize": (b"relaxed", b"relaxed"), **changes}
    with mock.patch("time.time", return_value=when.timestamp()):  # the library stamps t= with its own clock
        line = dkim.sign(raw, selector, domain.encode(), key_pair(bits)[0], **options)
    return line + raw
