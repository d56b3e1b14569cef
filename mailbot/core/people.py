"""Who wrote, and how sure that is; which request a message answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.core.records import Contact, Participant, RequestRecord

ORDER = ("stranger", "address", "code", "signed", "thread", "token")
PROVEN = frozenset({"signed", "thread", "token"})  # more than anybody can type who has seen an address and a code


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sign that a message answers one of our letters.

    ``how``: token (the reply address we issued to this very address), thread (a reference
    to a letter sent to this very address), code (the request's code in subject or body, or
    a token or letter that was issued to another address of the same participant, a token that
    has expired).  ``purpose``: what a token was issued for (``core.codes``), None where it
    does not matter.
    """

    how: str
    request: RequestRecord
    purpose: str | None = None

    def used_for(self, purpose: str) -> Evidence:
        """Return what the sign is worth when it is used for something."""
        return self if self.purpose in (None, purpose) else Evidence("code", self.request)


@dataclass(frozen=True, slots=True)
class Writer:
    """Who wrote, as far as is known.

    ``certainty``, weakest first: stranger, address (From: only, proves nothing), code,
    signed (the domain under From: vouches, RFC 6376), thread, token.  ``request`` is the one
    that is answered, if any.
    """

    address: str
    contact: Contact | None
    participant: Participant | None
    certainty: str
    request: RequestRecord | None
    foreign_request: bool = False  # the evidence belongs to another participant

    @property
    def known(self) -> bool:
        """True for an address registered to an active contact."""
        return self.contact is not None


def answered(
    form: str, activity: str | None, letter: Sequence[RequestRecord], others: Sequence[RequestRecord] = ()
) -> RequestRecord | None:
    """Return the request that an entry on a form, about an activity, answers; None when that is not certain.

    ``letter`` are the requests that the letter answered put or recalled, ``others`` the
    participant's other open ones.
    """
    for requests in (letter, others):
        about = [each for each in requests if each.form == form and _is_about(each, activity)]
        named = [each for each in about if activity is not None and each.about is not None]
        if about:
            return (named or about)[0] if len(named or about) == 1 else None
    return None


def _is_about(request: RequestRecord, activity: str | None) -> bool:
    return request.about is None or activity is None or request.about.upper() == activity.upper()


def identify(
    address: str, contacts: Sequence[Contact], evidence: Sequence[Evidence], *, signed: bool = False
) -> Writer:
    """Put together who wrote and what is answered.

    ``contacts`` are the active contacts registered under ``address``.  The strongest
    evidence that fits a participant of the writer wins; evidence of another participant
    never adds certainty.  ``signed``: the domain of ``address`` vouches for the message.
    """
    least = "signed" if signed else "address"
    ranked = sorted(evidence, key=lambda sign: -ORDER.index(sign.how))
    for sign in ranked:
        for contact in contacts:
            if contact.participant.id == sign.request.participant.id:
                certainty = max(sign.how, least, key=ORDER.index)
                return Writer(address, contact, contact.participant, certainty, sign.request)
    request = ranked[0].request if ranked else None
    if not contacts:
        return Writer(address, None, None, "stranger", request, foreign_request=bool(ranked))
    first = contacts[0]
    return Writer(address, first, first.participant, least, request, foreign_request=bool(ranked))
