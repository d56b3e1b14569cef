"""A DKIM signature (RFC 6376) as the verifier reports it, and whether it counts here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

NEEDED = ("from", "subject", "date", "message-id")  # signed wherever the message has them
# One of each: a second one, put above, is read by programs and not covered by the signature.
ONCE = (
    *NEEDED, "sender", "reply-to", "to", "cc", "in-reply-to", "references", "mime-version", "content-type",
    "content-transfer-encoding",
)  # fmt: skip
OLDEST = timedelta(days=10)  # between Date: and our receiving it: older ones may be replayed
CLOCKS = timedelta(hours=10)


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature.

    ``verified``: the hash and the key fit.  ``why`` says what did not.  ``signed`` are lower-case
    names of h=; ``expires`` and ``made`` are x= and t= in seconds since 1970; ``partial`` for l=.
    """

    domain: str
    selector: str
    verified: bool
    why: str = ""
    signed: tuple[str, ...] = ()
    expires: int | None = None
    made: int | None = None
    partial: bool = False
    algorithm: str = "rsa-sha256"
    testing: bool = False

    @property
    def words(self) -> str:
        """Name it for ``explain``."""
        return f"dkim={'pass' if self.verified else 'fail'} d={self.domain} s={self.selector}"


def objection(signature: Signature, headers: Iterable[str], written: datetime | None, received: datetime) -> str:
    """Return why a signature does not count, "" when it does.

    ``headers`` are the lower-case names of all headers of the message; ``written`` its Date:.
    """
    if not signature.verified:
        return signature.why or "it does not fit"
    return _of_signature(signature, received) or _of_message(signature, Counter(headers), written, received)


def _of_signature(signature: Signature, received: datetime) -> str:
    now = received.timestamp()
    if signature.partial:
        return "l= leaves text unsigned"
    if signature.algorithm == "rsa-sha1":
        return "rsa-sha1 (RFC 8301)"
    if signature.testing:
        return "the key is for tests (t=y)"
    if signature.expires is not None and signature.expires < now:
        return "it has expired (x=)"
    if signature.made is not None and signature.made > now + CLOCKS.total_seconds():
        return "it was made in the future (t=)"
    return ""


def _of_message(signature: Signature, names: Counter[str], written: datetime | None, received: datetime) -> str:
    repeated = [name for name in ONCE if names[name] > 1]
    if repeated:
        return f"{repeated[0]}: stands {names[repeated[0]]} times"
    unsigned = [name for name in NEEDED if names[name] and name not in signature.signed]
    if unsigned:
        return f"{unsigned[0]}: is not signed"
    if written is None or "date" not in signature.signed:
        return "there is no signed Date:"
    if not received - OLDEST <= written <= received + timedelta(days=1):
        return "its Date: is too far from when it came"
    return ""


def counting(
    signatures: Sequence[Signature], headers: Sequence[str], written: datetime | None, received: datetime
) -> tuple[tuple[Signature, str], ...]:
    """Return each signature with the objection to it."""
    return tuple((each, objection(each, headers, written, received)) for each in signatures)
