"""What a request says of the directory: who stands on the list, in which branch there is nobody yet."""

from __future__ import annotations

from sqlalchemy import Connection

from mailbot.core.fields import show
from mailbot.core.records import Contact, Group
from mailbot.core.values import Bilingual, Form
from mailbot.edges.store import directory, outbox
from mailbot.work import cover, records
from mailbot.work.house import House
from mailbot.work.listing import audience_of, row_of, seen_by

Shown = tuple[tuple[Bilingual, ...], tuple[Bilingual, ...], tuple[Bilingual, ...]]


def colleagues(connection: Connection, group: Group, reader: Contact) -> tuple[Contact, ...]:
    """Return the contacts of the reader's participant that a request shows: all who are on the list."""
    people = directory.active_contacts(connection, group.key, reader.participant.id)
    return tuple(each for each in people if each.role != "officer")


def shown(house: House, connection: Connection, group: Group, form: Form, reader: Contact) -> Shown:
    """Return the people, the branches without anybody and the rows held that a request shows its reader."""
    if form.subject_of == "record":
        return (), (), records.sentences(connection, group, form, reader.participant)
    if form.subject_of != "contact":
        return (), (), ()
    audience = audience_of(house.audiences, [reader])
    people = [seen_by(each, audience) for each in colleagues(connection, group, reader)]
    found = cover.coverage_of(house, connection, group)
    missing = (
        tuple(branch.label for branch in found.missing(row))
        for row in found.rows
        if row.participant.id == reader.participant.id
    )
    several = tuple(_sentence(form, each) for each in people) if len(people) > 1 else ()
    return several, next(missing, ()), ()


def remember(connection: Connection, group: Group, form: Form, letter_id: int, reader: Contact) -> None:
    """Keep whose data a letter showed: "no change" in answer to it confirms all of them."""
    if form.subject_of == "contact":
        outbox.note_shown(connection, letter_id, [each.id for each in colleagues(connection, group, reader)])


def _sentence(form: Form, contact: Contact) -> Bilingual:
    """Return a person on one line, without labels: nothing in it reads as an answer."""
    row = row_of(form, contact)
    name = " ".join(filter(None, (row.title, row.name)))
    rest = (row.position, row.unit, row.institution, *row.phone, *row.mobile, *row.email)
    role = show(form.field("role"), contact.role) if contact.role else Bilingual("", "")
    return Bilingual(*(", ".join(filter(None, (name, role.get(tongue).lower(), *rest))) for tongue in ("es", "en")))
