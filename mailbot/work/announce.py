"""A person's addresses changed: said to every address that knew them, old and new."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection

from mailbot.core.changes import Change
from mailbot.core.letters.facts import AddressChange, Person
from mailbot.core.records import Contact, Group
from mailbot.work.house import House
from mailbot.work.outcome import Case
from mailbot.work.reply import may_answer
from mailbot.work.write import Envelope, facts_of_group, queue_letter


def told_by_answer(house: House, connection: Connection, group: Group, case: Case) -> tuple[str, ...]:
    """Return the address that is told by the answer to its own message, unless it has had enough answers today."""
    return (case.writer.address,) if may_answer(house, connection, group, case.writer.address) else ()


def new_addresses(
    house: House,
    connection: Connection,
    group: Group,
    change: Change | None,
    by: str,
    message_id: int,
    told: Collection[str] = (),
) -> None:
    """Write to the old and the new addresses of a person whose addresses a change has changed.

    ``by`` wrote it in message ``message_id``; ``told`` are addresses that learn of it by another letter.
    """
    changed = next((each for each in change.fields if each.field == "email"), None) if change is not None else None
    if change is None or changed is None or change.contact is None:
        return
    addresses_of(house, connection, group, change.contact, changed.before, changed.after, by, message_id, told)


def addresses_of(
    house: House,
    connection: Connection,
    group: Group,
    contact: Contact,
    old: object,
    new: object,
    by: str,
    message_id: int | str,
    told: Collection[str] = (),
) -> None:
    """Write to the addresses a contact had and has; nothing where there was none before.

    ``message_id``: the message that changed them, or another mark of the one occasion.
    """
    before, after = _list(old), _list(new)
    if not before or set(before) == set(after):
        return
    facts = facts_of_group(connection, group)
    known = {each.lower() for each in told}
    for address in dict.fromkeys((*before, *after)):
        if address in known:
            continue
        to = Person(address, contact.name, contact.title, contact.participant.name)
        letter = AddressChange(facts, to, ", ".join(before), ", ".join(after), by)
        purpose = f"address:{contact.id}:{message_id}"
        queue_letter(
            house, connection, group, letter, Envelope(address, contact.name, contact.language, purpose, "once")
        )


def _list(value: object) -> tuple[str, ...]:
    return tuple(str(each).lower() for each in value) if isinstance(value, (list, tuple)) else ()
