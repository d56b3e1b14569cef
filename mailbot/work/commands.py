"""Commands by mail: AYUDA / HELP, LISTA / LIST, MIS DATOS / MY DATA."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from mailbot.core.fields import show
from mailbot.core.letters.facts import Facts, Help, MyData, Person
from mailbot.core.records import Contact, Group
from mailbot.core.values import Attachment, Bilingual, Form
from mailbot.edges.store import desk, directory, outbox
from mailbot.edges.store.tables import messages
from mailbot.work import contacts
from mailbot.work.cover import day_words
from mailbot.work.house import House
from mailbot.work.outcome import Case
from mailbot.work.write import facts_of_group, person

MOST_EDITIONS = 12
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
        if word.partition("-")[0] == "list":
            wanted = word.partition("-")[2]
            letter = contacts.list_letter(house, connection, group, to, case.language, wanted)
            return letter, f"list sent{' as ' + wanted if wanted else ''}"
        if word == "my-data":
            return (_my_data(house, connection, group, case, to), ()), "what is held was sent"
    return None, "no command known here"


def _my_data(house: House, connection: Connection, group: Group, case: Case, to: Person) -> MyData:
    contact = case.writer.contact
    assert contact is not None
    form = house.form("contact-update")
    came = connection.execute(
        select(func.count())
        .select_from(messages)
        .where(messages.c.group_key == group.key, messages.c.sender == case.writer.address)
    ).scalar_one()
    went = outbox.letters_to(connection, group.key, case.writer.address)
    return MyData(
        facts_of_group(connection, group),
        to,
        held_of(form, contact),
        int(came) + 1,
        went,
        editions=_editions(connection, group, contact),
        withheld=tuple(form.field(each).label for each in contact.withheld),
    )


def held_of(form: Form, contact: Contact) -> tuple[tuple[Bilingual, Bilingual], ...]:
    """Return what the directory holds of a contact: labels and values as people read them."""
    values = directory.as_fields(contact)
    filled = (each for each in form.fields if values.get(each.id) not in (None, "", []))
    return tuple((each.label, show(each, values[each.id])) for each in filled)


def _editions(connection: Connection, group: Group, contact: Contact) -> tuple[Bilingual, ...]:
    """Say of each edition with this person's data when it went and to whom, the newest first."""
    said = []
    for edition in reversed(desk.editions_of(connection, group.key)):
        rows = ((row["participant"]["es"], row["name"]) for row in edition.rows)
        if (contact.participant.name.es, contact.name) in rows:
            names, count = outbox.readers_of_edition(connection, group.key, edition.number)
            day = day_words(edition.dated)
            es, en = (", ".join(dict.fromkeys(each.get(tongue) for each in names)) for tongue in ("es", "en"))
            said.append(
                Bilingual(
                    f"Edición {edition.number}, {day.es}: {count} personas de {es}",
                    f"Edition {edition.number}, {day.en}: {count} people of {en}",
                )
            )
    return tuple(said[:MOST_EDITIONS])
