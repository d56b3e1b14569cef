"""The last focal point of a State whose mail comes back: said to the presidency, plainly."""

from __future__ import annotations

from sqlalchemy import Connection

from mailbot.core.records import Contact, Group
from mailbot.core.values import Bilingual
from mailbot.edges.store import desk, directory
from mailbot.work.house import House
from mailbot.work.outcome import Case

KIND = "unreachable"


def hold_if_last(house: House, connection: Connection, group: Group, case: Case, address: str) -> list[int]:
    """Open a hold for each State of which no focal point can be reached any more; returns their numbers."""
    numbers = []
    for contact in directory.contacts_at(connection, group.key, address):
        participant = contact.participant
        people = directory.active_contacts(connection, group.key, participant.id)
        focal = [each for each in people if each.role == "focal-point"]
        if contact.role != "focal-point" or participant.kind != "state" or any(map(_reached, focal)):
            continue
        if any(h.kind == KIND and h.participant_id == participant.id for h in desk.holds_open(connection, group.key)):
            continue
        number = desk.open_hold(
            connection,
            group.key,
            kind=KIND,
            message_id=case.row.id,
            participant_id=participant.id,
            sender=address,
            what=_words(contact),
            proposal=None,
            now=house.now(),
        )
        numbers.append(number)
    return numbers


def _reached(contact: Contact) -> bool:
    return bool(set(contact.email) - set(contact.bounced))


def _words(contact: Contact) -> Bilingual:
    place = contact.participant.name
    return Bilingual(
        f"{place.es} queda sin punto focal a quien escribir: el correo de {contact.name} vuelve. "
        "Sigue en la lista; pida al Estado otra dirección u otra persona.",
        f"{place.en} is left without a focal point to write to: the mail of {contact.name} returns. "
        "They stay on the list; ask the State for another address or another person.",
    )
