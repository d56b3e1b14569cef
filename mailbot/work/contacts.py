"""The contact list: numbered dated editions, to everybody and to who asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from mailbot.core.due import digest_period
from mailbot.core.fields import show
from mailbot.core.letters.facts import ContactList, ListedContact, Person
from mailbot.core.records import Contact, Group
from mailbot.core.values import Attachment, Bilingual, Form
from mailbot.edges.documents.xlsx import contact_list
from mailbot.edges.store import desk, directory
from mailbot.work.house import House
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OFFICER = Bilingual("funcionario", "officer")
COMPARED = ("name", "role", "position", "institution", "unit", "phone", "mobile", "fax", "email")


def current_rows(connection: Connection, group: Group, form: Form) -> tuple[ListedContact, ...]:
    """Return the list as it stands now, in order of participants."""
    contacts = directory.active_contacts(connection, group.key)
    return tuple(_row(form, contact) for contact in contacts if contact.role != "officer")


def _row(form: Form, contact: Contact) -> ListedContact:
    def numbers(field: str) -> tuple[str, ...]:
        values = getattr(contact, field)
        return tuple(show(form.field(field), [each]).es for each in values)

    return ListedContact(
        participant=contact.participant.name,
        role=OFFICER if contact.role == "officer" else show(form.field("role"), contact.role),
        title=contact.title,
        name=contact.name,
        position=contact.position,
        institution=contact.institution,
        unit=contact.unit,
        phone=numbers("phone"),
        mobile=numbers("mobile"),
        fax=numbers("fax"),
        email=contact.email,
        address=contact.address,
        confirmed_on=contact.confirmed_on,
    )


def kept_rows(rows: Sequence[ListedContact]) -> list[dict[str, Any]]:
    """Return an edition's rows as they are kept, to compare the next one with."""
    return [
        {
            "participant": row.participant.as_dict(),
            "name": row.name,
            "role": row.role.es,
            "position": row.position,
            "institution": row.institution,
            "unit": row.unit,
            "phone": list(row.phone),
            "mobile": list(row.mobile),
            "fax": list(row.fax),
            "email": list(row.email),
        }
        for row in rows
    ]


def since(before: Sequence[Mapping[str, Any]], rows: Sequence[ListedContact]) -> tuple[Bilingual, ...]:
    """Say in one sentence each what changed since an earlier edition."""
    after = kept_rows(rows)
    old = {(row["participant"]["es"], row["name"]): row for row in before}
    new = {(row["participant"]["es"], row["name"]): row for row in after}
    said = []
    for key, row in new.items():
        place = row["participant"]
        if key not in old:
            said.append(
                Bilingual(
                    f"{place['es']}: se incorpora {row['name']}.",
                    f"{place['en']}: {row['name']} joins.",
                )
            )
        elif any(old[key].get(field) != row[field] for field in COMPARED):
            said.append(
                Bilingual(
                    f"{place['es']}: cambian los datos de {row['name']}.",
                    f"{place['en']}: the details of {row['name']} change.",
                )
            )
    for key, gone in old.items():
        if key not in new:
            place = gone["participant"]
            said.append(
                Bilingual(
                    f"{place['es']}: deja la lista {gone['name']}.",
                    f"{place['en']}: {gone['name']} leaves the list.",
                )
            )
    return tuple(said)


def without_focal_point(connection: Connection, group: Group) -> tuple[Bilingual, ...]:
    """Return the States that have no focal point: the hard rule of paper 000."""
    covered = {
        contact.participant.id
        for contact in directory.active_contacts(connection, group.key)
        if contact.role == "focal-point"
    }
    return tuple(
        each.name
        for each in directory.all_participants(connection, group.key)
        if each.kind == "state" and each.id not in covered
    )


def list_letter(
    house: House, connection: Connection, group: Group, to: Person, language: str
) -> tuple[ContactList, tuple[Attachment, ...]]:
    """Return the current list for one person, with the XLSX attached."""
    form = house.form("contact-update")
    rows = current_rows(connection, group, form)
    last = desk.last_edition(connection, group.key)
    number = last.number if last is not None else 0
    changes = since(last.rows, rows) if last is not None else ()
    facts = ContactList(
        facts_of_group(connection, group),
        to,
        number,
        house.today(group),
        rows,
        changes,
        without_focal_point(connection, group),
    )
    return facts, (attachment(facts, language),)


def attachment(facts: ContactList, language: str) -> Attachment:
    """Return an edition as an XLSX file."""
    stem = "contactos" if language == "es" else "contacts"
    name = f"{stem}-{facts.group.key}-{facts.number}-{facts.dated.isoformat()}.xlsx"
    return Attachment(name, XLSX, contact_list(facts, language))


def distribute(house: House, group: Group, *, force: bool = False) -> int:
    """Put a new edition in everybody's hands when the list changed since the last one.

    ``force`` issues one although nothing changed.  Returns how many letters were put.
    """
    form = house.form("contact-update")
    with house.engine.begin() as connection:
        rows = current_rows(connection, group, form)
        last = desk.last_edition(connection, group.key)
        changes = since(last.rows, rows) if last is not None else ()
        if not rows or (last is not None and not changes and not force):
            return 0
        number = (last.number if last is not None else 0) + 1
        today = house.today(group)
        desk.add_edition(connection, group.key, number, today, kept_rows(rows))
        put = _send_edition(house, connection, group, number, rows, changes)
        house.step("edition-recorded")
    return put


def distribute_changes(house: House, group: Group) -> int:
    """Put a new edition once a week, with the digest, when the list changed since the last.

    The first edition is the operator's or the presidency's to send.
    """
    _, end = digest_period(house.now(), group.timezone, group.digest_weekday, group.digest_hour)
    with house.engine.begin() as connection:
        last = desk.last_edition(connection, group.key)
    if last is None or last.dated > end:
        return 0
    return distribute(house, group)


def _send_edition(
    house: House,
    connection: Connection,
    group: Group,
    number: int,
    rows: tuple[ListedContact, ...],
    changes: tuple[Bilingual, ...],
) -> int:
    facts_group = facts_of_group(connection, group)
    bare = without_focal_point(connection, group)
    today = house.today(group)
    files: dict[str, Attachment] = {}
    put = 0
    for contact in directory.active_contacts(connection, group.key):
        if not contact.email:
            continue
        facts = ContactList(facts_group, person(contact), number, today, rows, changes, bare)
        if contact.language not in files:
            files[contact.language] = attachment(facts, contact.language)
        envelope = Envelope(
            contact.email[0],
            contact.name,
            contact.language,
            "contact-list",
            f"edition-{number}",
            contact=contact,
            attachments=(files[contact.language],),
        )
        put += queue_letter(house, connection, group, facts, envelope) is not None
    return put
