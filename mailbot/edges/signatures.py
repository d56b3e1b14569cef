"""DKIM signatures verified with dkimpy (RFC 6376); keys come from whoever is handed in.

Without a ``KeyFinder`` nothing is verified and nothing is asked of the network.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from typing import Protocol

import dkim
import dns.exception
import dns.resolver
from dkim.util import InvalidTagValueList, parse_tag_value

from mailbot.core.trust import Signature

MAXIMUM_SIGNATURES = 5
MINIMUM_KEY = 1024  # bits, RFC 8301 section 3.2
_SILENT = logging.getLogger("mailbot.dkim")
_SILENT.addHandler(logging.NullHandler())
_SILENT.propagate = False


class KeyFinder(Protocol):
    """Finds the TXT record of a selector, such as ``s1._domainkey.gt.example.``."""

    def __call__(self, name: str) -> bytes | None:
        """Return the record, None where there is none; ``OSError`` when it cannot be asked now."""


class DnsKeys:
    """Asks the system's resolver (RFC 1035), at most ``timeout`` seconds a name."""

    def __init__(self, timeout: float = 5.0) -> None:
        self.timeout = timeout

    def __call__(self, name: str) -> bytes | None:
        """Return the first TXT record of a name."""
        try:
            found = dns.resolver.resolve(name, "TXT", lifetime=self.timeout)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return None
        except dns.exception.DNSException as error:
            raise OSError(f"DNS: {error}") from error
        return next((b"".join(each.strings) for each in found), None)


def verify(raw: bytes, keys: KeyFinder) -> tuple[Signature, ...]:
    """Return the first five signatures of a message and whether each fits; never raises."""
    try:
        mail = dkim.DKIM(raw, logger=_SILENT, minkey=MINIMUM_KEY)
    except (dkim.DKIMException, ValueError, IndexError):
        return ()
    values = [value for name, value in mail.headers if name.lower() == b"dkim-signature"]
    return tuple(_verified(mail, place, value, keys) for place, value in enumerate(values[:MAXIMUM_SIGNATURES]))


def _verified(mail: dkim.DKIM, place: int, value: bytes, keys: KeyFinder) -> Signature:
    try:
        tags = parse_tag_value(value)
    except InvalidTagValueList:
        return Signature("", "", verified=False, why="its tags cannot be read")
    record: list[bytes] = []

    def find(name: bytes, timeout: float = 0) -> bytes | None:  # noqa: ARG001 - the library's signature
        found = keys(name.decode("ascii", "replace"))
        record.append(found or b"")
        return found

    try:
        fits = bool(mail.verify(place, dnsfunc=find))
        changed = "the text or a header was changed" if record and record[-1] else "no key is published"
        why = "" if fits else changed
    except OSError as error:
        fits, why = False, f"its key cannot be asked for now: {error}"
    except Exception as error:  # noqa: BLE001 - hostile bytes in a library: a signature that breaks it does not fit
        fits, why = False, f"{type(error).__name__}: {error}"[:200]
    return _signature(tags, record[-1] if record else b"", fits=fits, why=why)


def _signature(tags: Mapping[bytes, bytes], record: bytes, *, fits: bool, why: str) -> Signature:
    def text(tag: bytes) -> str:
        return re.sub(r"\s+", "", tags.get(tag, b"").decode("latin-1"))[:1000]

    flags = re.search(rb"(?:^|;)\s*t\s*=\s*([^;]*)", record)
    told = [] if flags is None else flags[1].decode("latin-1").replace(" ", "").lower().split(":")
    domain, who = text(b"d").lower(), text(b"i").lower().rpartition("@")[2]
    if fits and "s" in told and who and who != domain:
        fits, why = False, "i= is not d= although the key says so (t=s)"
    return Signature(
        domain,
        text(b"s"),
        verified=fits,
        why=why,
        signed=tuple(text(b"h").lower().split(":")),
        expires=_number(text(b"x")),
        made=_number(text(b"t")),
        partial=b"l" in tags,
        algorithm=text(b"a").lower(),
        testing="y" in told,
    )


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() and len(text) < 16 else None
