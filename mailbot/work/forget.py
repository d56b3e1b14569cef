"""A person forgotten: every table without them, the group's history still consistent."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from mailbot.core import message
from mailbot.core.changes import Change, leaves_nobody
from mailbot.core.records import Contact, Group, HistoryLine
from mailbot.edges.store import desk, directory, forgetting, ledger
from mailbot.work.house import House


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Who was meant and how many rows of each table were touched; ``last``: of which States they are the last."""

    people: tuple[Contact, ...]
    counts: dict[str, int]
    last: tuple[Contact, ...]


def last_focal_points(connection: Connection, group: Group, people: tuple[Contact, ...]) -> tuple[Contact, ...]:
    """Return those of ``people`` without whom their State has no focal point."""
    found = []
    for each in people:
        colleagues = directory.active_contacts(connection, group.key, each.participant.id)
        if each.active and leaves_nobody(Change("leave", each.participant, each), colleagues):
            found.append(each)
    return tuple(found)


def forget(house: House, connection: Connection, group: Group, address: str) -> Forgotten:
    """Take a person out of everything; the caller commits, or rolls back after a look."""
    ids = forgetting.contacts_ever(connection, group.key, address)
    found = (directory.contact_by_id(connection, group.key, each) for each in ids)
    people = tuple(each for each in found if each is not None)
    last = last_focal_points(connection, group, people)
    _close_holds(house, connection, group, people, address)
    counts = forgetting.forget(connection, group.key, people, address, _text)
    now = house.now()
    lines = [
        HistoryLine(
            now, "forget", "contact", each.id, each.participant.id, "active", before=True, after=False, message_id=None
        )
        for each in people
        if each.active
    ]
    ledger.add_history(connection, group.key, lines)
    return Forgotten(people, counts, last)


def _close_holds(house: House, connection: Connection, group: Group, people: tuple[Contact, ...], address: str) -> None:
    """Close what waits for the word, or for a decision on the words, of somebody nobody can write to any more."""
    mine = {address.lower(), *(each.lower() for person in people for each in person.email)}
    for hold in desk.holds_open(connection, group.key):
        if hold.sender.lower() in mine:
            desk.close_hold(connection, hold.id, "forgotten", "forget", house.now())


def _text(raw: bytes) -> str:
    """Return what a letter says, with its subject and addresses."""
    read = message.parse(raw)
    people = " ".join(f"{each.name} {each.address}" for each in (*read.to, *read.cc))
    return "\n".join((read.subject, people, *(line.text for line in (*read.lines, *read.alternative))))
