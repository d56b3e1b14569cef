"""What a message proves: the signs of our letters, its signatures, its server's results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection

from mailbot.core.codes import codes_in, is_valid, issued_to, letter_ids_in, nearest, token_of_address
from mailbot.core.people import Evidence, Writer
from mailbot.core.records import Contact, Group, RequestRecord
from mailbot.core.trust import Proof, Signature, proof_of
from mailbot.core.values import Message
from mailbot.edges.signatures import verify
from mailbot.edges.store import ledger, outbox
from mailbot.work.house import House

MAXIMUM_REFERENCES = 50
MAXIMUM_CODES = 50


@dataclass(frozen=True, slots=True)
class Gathered:
    """The signs in a message.

    ``letter`` is the row of our letter it refers to; ``ours`` tells whether that letter, or the
    reply address, was issued to the writer.  ``reasons`` are in English, for ``explain``.
    """

    evidence: tuple[Evidence, ...] = ()
    letter: Any | None = None
    ours: bool = False
    proof: Proof = field(default_factory=Proof)
    reasons: tuple[str, ...] = ()


def signatures_of(house: House, raw: bytes) -> tuple[Signature, ...]:
    """Verify a message's signatures; may ask DNS, so no database session may be open."""
    keys = house.trust.keys
    return verify(raw, keys) if keys is not None and b"dkim-signature" in raw.lower() else ()


def gather(
    house: House,
    connection: Connection,
    group: Group,
    row: Any,
    read: Message,
    contacts: Sequence[Contact],
    signatures: Sequence[Signature],
) -> Gathered:
    """Return the signs that tie a message to its writer and to requests."""
    found = _Signs(house, connection, group, _addresses(read, contacts), row.received_at.date())
    found.tokens(read)
    found.references(read)
    found.codes(read)
    proof = proof_of(row.raw, read, signatures, house.trust.servers, row.received_at)
    return Gathered(tuple(found.evidence), found.letter, found.ours, proof, (*found.reasons, *proof.reasons))


def document(writer: Writer, gathered: Gathered) -> dict[str, object]:
    """Return what is stored with a message: how sure, and every reason for and against."""
    return {"certainty": writer.certainty, "reasons": list(gathered.reasons)}


def reports_our_letter(connection: Connection, group: Group, read: Message, recipient: str) -> bool:
    """Tell whether a report of delivery shows the Message-ID of a letter that went to ``recipient``.

    Nobody else knows it: a report without one may be anybody's.
    """
    texts = [*read.in_reply_to, *read.references, *(line.text for line in (*read.lines, *read.alternative))]
    texts += [part.content.decode("latin-1") for part in read.attachments]
    for each in letter_ids_in("\n".join(texts))[:MAXIMUM_REFERENCES]:
        row = outbox.letter_by_message_id(connection, each)
        if row is not None and row.group_key == group.key and row.recipient == recipient.lower():
            return True
    return False


def _addresses(read: Message, contacts: Sequence[Contact]) -> tuple[str, ...]:
    sender = read.sender.address.lower() if read.sender else ""
    return (sender, *(mail.lower() for contact in contacts for mail in contact.email))


class _Signs:
    """Collects the evidence of one message."""

    def __init__(self, house: House, connection: Connection, group: Group, mine: tuple[str, ...], today: date) -> None:
        self.house, self.connection, self.group = house, connection, group
        self.mine, self.today = mine, today
        self.evidence: list[Evidence] = []
        self.reasons: list[str] = []
        self.letter: Any | None = None
        self.ours = False

    def tokens(self, read: Message) -> None:
        """Reply addresses under To: and Cc:."""
        for to in (*read.to, *read.cc):
            token = token_of_address(to.address, self.group.address, self.mine, self.house.key)
            request = ledger.request_by_code(self.connection, self.group.key, token.code) if token else None
            if token is None or request is None:
                continue
            objection = self._objection(token.recipient, token.issued, request)
            words = f"token {token.code}" + (f" ({token.purpose})" if token.purpose else "")
            self.reasons.append(f"{words}, only a code: {objection}" if objection else words)
            self.ours |= not objection
            self.evidence.append(Evidence("code" if objection else "token", request, token.purpose))

    def _objection(self, recipient: str | None, issued: date | None, request: RequestRecord) -> str:
        if recipient is None:
            return "issued to another address, or tampered with"
        day = issued or request.asked_at.date()
        if day + timedelta(days=self.house.trust.token_days) < self.today:
            return f"expired, issued on {day}"
        return ""

    def references(self, read: Message) -> None:
        """Our letters under In-Reply-To: and References:."""
        for reference in tuple(dict.fromkeys((*read.in_reply_to, *reversed(read.references))))[:MAXIMUM_REFERENCES]:
            row = outbox.letter_by_message_id(self.connection, reference)
            if row is None or row.group_key != self.group.key:
                continue
            mine = row.recipient in self.mine and issued_to(row.message_id, self.mine, self.house.key)
            expired = row.queued_at.date() + timedelta(days=self.house.trust.token_days) < self.today
            why = "" if mine else ", only a code: that letter went to another address"
            self.reasons.append(f"thread {reference}" + (why or (", only a code: too long ago" if expired else "")))
            self.letter = self.letter or row
            self.ours |= mine and not expired
            if row.request_id is not None:
                request = ledger.request_by_id(self.connection, self.group.key, row.request_id)
                if request:
                    self.evidence.append(Evidence("thread" if mine and not expired else "code", request))

    def codes(self, read: Message) -> None:
        """Codes of requests in subject and body."""
        said = read.subject + "\n" + "\n".join(line.text for line in read.lines)
        for code in codes_in(said)[:MAXIMUM_CODES]:
            match = code if is_valid(code) else nearest(code, ledger.open_codes(self.connection, self.group.key))
            request = ledger.request_by_code(self.connection, self.group.key, match) if match else None
            if request:
                self.reasons.append(f"code {request.code}")
                self.evidence.append(Evidence("code", request))
