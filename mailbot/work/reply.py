"""The one answer to a message: its envelope, whether it may go, and holds."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from mailbot.core.codes import REPLY
from mailbot.core.letters.facts import Person
from mailbot.core.records import Group, Participant, RequestRecord
from mailbot.core.sending import answers_left
from mailbot.core.values import Bilingual
from mailbot.edges.store import desk, outbox
from mailbot.work.house import House
from mailbot.work.outcome import Case
from mailbot.work.write import Envelope, person


def open_hold(
    house: House,
    connection: Connection,
    group: Group,
    case: Case,
    kind: str,
    what: Bilingual,
    proposal: object = None,
    token: str | None = None,
    about: Participant | None = None,
    asked_of: Sequence[str] = (),
) -> int:
    """Open a hold about a message, and about a participant if not the writer's; returns its number."""
    participant = about or case.writer.participant
    return desk.open_hold(
        connection,
        group.key,
        kind=kind,
        message_id=case.row.id,
        participant_id=participant.id if participant else None,
        sender=case.writer.address,
        what=what,
        proposal=proposal,
        now=house.now(),
        token=token,
        asked_of=asked_of,
    )


def may_answer(house: House, connection: Connection, group: Group, address: str) -> bool:
    """Tell whether an address may get one more answer today, and is not one of ours.

    Addresses outside ASCII (RFC 6531) are not written to: they look like others, and few servers carry them.
    """
    if address in house.own_addresses or not address.isascii():
        return False
    sent = outbox.answers_to(connection, group.key, address, house.now())
    return answers_left(sent, group.answers_per_day) > 0


def answer_envelope(case: Case, request: RequestRecord | None = None, token_for: str = REPLY) -> Envelope:
    """Return the envelope of the one answer to a message; ``token_for`` what its reply address is for."""
    contact = case.writer.contact
    return Envelope(
        case.writer.address,
        contact.name if contact else "",
        case.language,
        f"answer:{case.row.id}",
        "once",
        contact=contact,
        request=request,
        answers=case.answered,
        token_for=token_for,
    )


def person_of(case: Case) -> Person:
    """Address the writer, at the address they wrote from."""
    assert case.writer.contact is not None
    who = person(case.writer.contact)
    return Person(case.writer.address, who.name, who.title, who.participant)
