"""Put together whether there is one author, and whether that author's domain vouches for the message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from mailbot.core.trust.alignment import aligned, plain_domain
from mailbot.core.trust.results import Results, parse_results
from mailbot.core.trust.signature import Signature, counting
from mailbot.core.trust.top import top_headers
from mailbot.core.values import Message

MAXIMUM_REASONS = 20


@dataclass(frozen=True, slots=True)
class Servers:
    """Whose Authentication-Results: count.

    ``names`` are the operator's authserv-ids in lower case.  ``own_received`` is how many
    Received: lines at the top the operator's servers write above their results: what stands
    below more than these came from outside.
    """

    names: frozenset[str] = frozenset()
    own_received: int = 0


@dataclass(frozen=True, slots=True)
class Proof:
    """What the message proves by itself: ``signed`` by the author's domain; reasons in English."""

    signed: bool = False
    reasons: tuple[str, ...] = ()


def one_author(message: Message) -> bool:
    """Tell whether From: stands once and names one mailbox: nobody else can be meant."""
    return sum(name == "from" for name, _ in message.headers) == 1 and len(message.authors) == 1


def proof_of(
    raw: bytes, message: Message, signatures: Sequence[Signature], servers: Servers, received: datetime
) -> Proof:
    """Return whether the domain under From: vouches for a message, with every reason for and against.

    ``signatures`` are those verified here (RFC 6376); the results of ``servers`` count besides.
    """
    if message.sender is None or not one_author(message):
        return Proof(reasons=("From: does not name one author",))
    domain = plain_domain(message.sender.address.rpartition("@")[2])
    names = [name for name, _ in message.headers]
    by_key, told = _signed_here(signatures, domain, names, message.date, received)
    by_server, said = _said_by_servers(top_headers(raw), servers, domain)
    return Proof(by_key or by_server, (*told, *said)[:MAXIMUM_REASONS])


def _signed_here(
    signatures: Sequence[Signature], domain: str, names: Sequence[str], written: datetime | None, received: datetime
) -> tuple[bool, list[str]]:
    passed, reasons = False, []
    for signature, objection in counting(signatures, names, written, received):
        if objection:
            reasons.append(f"{signature.words}, not counted: {objection}")
        elif not aligned(signature.domain, domain):
            reasons.append(f"{signature.words}, not counted: it does not speak for {domain or 'this domain'}")
        else:
            passed = True
            reasons.append(signature.words)
    return passed, reasons


def _said_by_servers(headers: Sequence[tuple[str, str]], servers: Servers, domain: str) -> tuple[bool, list[str]]:
    received, reasons, counted = 0, [], []
    for name, value in headers:
        received += name == "received"
        if name != "authentication-results":
            continue
        results = parse_results(value)
        ignored = _ignored(results, received, servers)
        if results is None or ignored:
            who = results.server[:100] if results else "no server"
            reasons.append(f"Authentication-Results of {who} ignored: {ignored}")
        else:
            counted.append(results)
    passed, said = _verdict(counted, domain)
    return passed, [*said, *reasons]


def _ignored(results: Results | None, received: int, servers: Servers) -> str:
    if results is None:
        return "it cannot be read (RFC 8601)"
    if results.server not in servers.names:
        return "not a server of ours"
    if received > servers.own_received:
        return "below a Received: of the outside"
    return ""


def _verdict(counted: Sequence[Results], domain: str) -> tuple[bool, list[str]]:
    """DMARC for this very From: domain, or an aligned DKIM pass that no DMARC result contradicts."""
    passed, failed, reasons = False, False, []
    for result in (each for results in counted for each in results.results):
        if result.method == "dmarc" and plain_domain(result.get("header.from")) == domain and domain:
            passed |= result.result == "pass"
            failed |= result.result not in {"pass", "none", "bestguesspass"}
            reasons.append(f"server: dmarc={result.result[:20]} header.from={domain}")
        elif result.method == "dkim" and result.result == "pass":
            fits = aligned(result.get("header.d"), domain)
            passed |= fits
            reasons.append(f"server: dkim=pass d={result.get('header.d')[:100]}{'' if fits else ', not aligned'}")
    return passed and not failed, reasons
