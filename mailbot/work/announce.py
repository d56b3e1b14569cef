"""A person's addresses changed: said to every address that knew them, old and new."""

from __future__ import annotations

from sqlalchemy import Connection

from mailbot.core.letters.facts import AddressChange, Person
from mailbot.core.records import Group
from mailbot.work.house import House
from mailbot.work.outcome import Case
from mailbot.work.reply import may_answer
from mailbot.work.telling import Judged
from mailbot.work.write import Envelope, facts_of_group, queue_letter


def new_addresses(house: House, connection: Connection, group: Group, case: Case, judged: Judged) -> None:
    """Write to the old and the new addresses of a person whose addresses were changed.

    The writer is told by the answer to their own message.
    """
    change = judged.planned.change
    assert change is not None
    changed = next((each for each in change.fields if each.field == "email"), None)
    if changed is None or change.contact is None or not changed.before:
        return
    before, after = _list(changed.before), _list(changed.after)
    answered = may_answer(house, connection, group, case.writer.address)
    facts = facts_of_group(connection, group)
    contact = change.contact
    for address in dict.fromkeys((*before, *after)):
        if answered and address == case.writer.address.lower():
            continue
        to = Person(address, contact.name, contact.title, contact.participant.name)
        letter = AddressChange(facts, to, ", ".join(before), ", ".join(after), case.writer.address)
        purpose = f"address:{contact.id}:{case.row.id}"
        queue_letter(
            house, connection, group, letter, Envelope(address, contact.name, contact.language, purpose, "once")
        )


def _list(value: object) -> tuple[str, ...]:
    return tuple(str(each).lower() for each in value) if isinstance(value, (list, tuple)) else ()
