"""Commands by mail: AYUDA / HELP, LISTA / LIST, MIS DATOS / MY DATA."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from mailbot.core.fields import show
from mailbot.core.letters.facts import Facts, Help, MyData, Person
from mailbot.core.records import Group
from mailbot.core.values import Attachment, Bilingual
from mailbot.edges.store import directory, outbox
from mailbot.edges.store.tables import messages
from mailbot.work import contacts
from mailbot.work.house import House
from mailbot.work.outcome import Case
from mailbot.work.write import facts_of_group, person

Letter = tuple[Facts, tuple[Attachment, ...]]


def obey(house: House, connection: Connection, group: Group, case: Case) -> tuple[Letter | None, str]:
    """Return the letter that answers the first command word, and what was done."""
    assert case.writer.contact is not None
    who = person(case.writer.contact)
    to = Person(case.writer.address, who.name, who.title, who.participant)
    for word in case.reading.commands:
        if word == "help":
            facts = Help(facts_of_group(connection, group), to, house.forms)
            return (facts, ()), "help sent"
        if word == "list":
            return contacts.list_letter(house, connection, group, to, case.language), "list sent"
        if word == "my-data":
            return (_my_data(house, connection, group, case, to), ()), "what is held was sent"
    return None, "no command known here"


def _my_data(house: House, connection: Connection, group: Group, case: Case, to: Person) -> MyData:
    contact = case.writer.contact
    assert contact is not None
    form = house.form("contact-update")
    values = directory.as_fields(contact)
    fields: list[tuple[Bilingual, Bilingual]] = []
    for field in form.fields:
        value = values.get(field.id)
        if value not in (None, "", []):
            fields.append((field.label, show(field, value)))
    came = connection.execute(
        select(func.count())
        .select_from(messages)
        .where(messages.c.group_key == group.key, messages.c.sender == case.writer.address)
    ).scalar_one()
    went = outbox.letters_to(connection, group.key, case.writer.address)
    return MyData(facts_of_group(connection, group), to, tuple(fields), int(came) + 1, went)
