"""The contact list: numbered dated editions, to everybody and to who asks."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from mailbot.core.due import digest_period
from mailbot.core.letters.facts import ContactList, ListedContact, Person
from mailbot.core.records import Contact, Group
from mailbot.core.values import Attachment, Bilingual, Form
from mailbot.edges.documents.edition import COLUMNS, Edition
from mailbot.edges.rulebook import EVERYTHING, Audience
from mailbot.edges.store import desk, directory, ledger
from mailbot.edges.store.forgetting import FORGOTTEN
from mailbot.work.house import House
from mailbot.work.listing import DOCUMENTS, Withheld, audience_of, edition_of, row_of, seen_by
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NOTHING_WITHHELD: Withheld = {}
COMPARED = ("name", "role", "position", "institution", "unit", "phone", "mobile", "fax", "email")


def current_contacts(connection: Connection, group: Group) -> tuple[Contact, ...]:
    """Return who stands on the list now, in order of participants."""
    return tuple(each for each in directory.active_contacts(connection, group.key) if each.role != "officer")


def current_rows(
    connection: Connection,
    group: Group,
    form: Form,
    audience: Audience = EVERYTHING,
    withheld: Withheld = NOTHING_WITHHELD,
) -> tuple[ListedContact, ...]:
    """Return the list as it stands now, as an audience may see it.

    ``withheld`` names, per contact id, the columns this person does not want published.
    """
    return tuple(
        row_of(form, seen_by(each, audience, withheld.get(each.id, frozenset())))
        for each in current_contacts(connection, group)
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


def since(
    before: Sequence[Mapping[str, Any]], rows: Sequence[ListedContact], columns: Collection[str] = COLUMNS
) -> tuple[Bilingual, ...]:
    """Say in one sentence each what changed since an earlier edition.

    ``rows`` are whole; a reader who sees only some ``columns`` is told of those, without the rest.
    """
    after = kept_rows(rows)
    old = {(row["participant"]["es"], row["name"]): row for row in before}
    new = {(row["participant"]["es"], row["name"]): row for row in after}
    seen = [field for field in COMPARED if field in columns]
    said = []
    for key, row in new.items():
        place, who = row["participant"], _called(row, columns)
        if key not in old:
            said.append(Bilingual(f"{place['es']}: se incorpora {who}.", f"{place['en']}: {who} joins."))
        elif any(old[key].get(field) != row[field] for field in seen):
            words = (f"{place['es']}: cambian los datos de {who}.", f"{place['en']}: the details of {who} change.")
            said.append(Bilingual(*words))
    for key, gone in old.items():
        if key not in new and gone["name"] != FORGOTTEN:
            place, who = gone["participant"], _called(gone, columns)
            said.append(Bilingual(f"{place['es']}: deja la lista {who}.", f"{place['en']}: {who} leaves the list."))
    return tuple(said)


def _called(row: Mapping[str, Any], columns: Collection[str]) -> str:
    """Return what a reader may be told of who changed."""
    if "name" in columns:
        return str(row["name"])
    return ", ".join(str(row[field]) for field in ("position", "institution") if field in columns and row[field]) or "…"


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
    """Return the current list for one person, with the XLSX attached: what this person may see."""
    form = house.form("contact-update")
    audience = audience_of(house.audiences, directory.contacts_at(connection, group.key, to.address))
    last = desk.last_edition(connection, group.key)
    number = last.number if last is not None else 0
    changes = _changes(last, current_rows(connection, group, form), audience)
    facts = ContactList(
        facts_of_group(connection, group),
        to,
        number,
        house.today(group),
        current_rows(connection, group, form, audience),
        changes,
        without_focal_point(connection, group),
    )
    seen = tuple(seen_by(each, audience) for each in current_contacts(connection, group))
    made = edition_of(
        form, group, seen, audience, facts.dated, number=0 if changes else number, since=number, changes=changes
    )
    return facts, (attachment(group, made, number, language),)


def _changes(last: Any, rows: Sequence[ListedContact], audience: Audience) -> tuple[Bilingual, ...]:
    return since(last.rows, rows, audience.columns) if last is not None else ()


def attachment(group: Group, edition: Edition, number: int, language: str) -> Attachment:
    """Return an edition as an XLSX file."""
    stem = "contactos" if language == "es" else "contacts"
    name = f"{stem}-{group.key}-{number}-{edition.dated.isoformat()}.xlsx"
    return Attachment(name, XLSX, DOCUMENTS["xlsx"](edition, language))


def for_export(house: House, connection: Connection, group: Group, audience: Audience) -> Edition:
    """Return the whole list, officers too, as a file for the operator or an audience."""
    form = house.form("contact-update")
    last = desk.last_edition(connection, group.key)
    number = last.number if last is not None else 0
    changes = _changes(last, current_rows(connection, group, form), audience)
    people = [seen_by(each, audience) for each in directory.active_contacts(connection, group.key)]
    return edition_of(
        form,
        group,
        people,
        audience,
        house.today(group),
        number=0 if changes else number,
        since=number,
        changes=changes,
        revised=ledger.revisions(connection, group.key, "contact"),
    )


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
        put = _send_edition(house, connection, group, number, rows, last)
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
    before: Any,
) -> int:
    form = house.form("contact-update")
    facts_group = facts_of_group(connection, group)
    bare = without_focal_point(connection, group)
    made: dict[tuple[str, str], tuple[ContactList, Attachment]] = {}
    put = 0
    for contact in directory.active_contacts(connection, group.key):
        if not contact.email:
            continue
        audience = audience_of(house.audiences, [contact])
        key = (audience.id, contact.language)
        if key not in made:
            changes = _changes(before, rows, audience)
            people = [seen_by(each, audience) for each in current_contacts(connection, group)]
            today = house.today(group)
            old = before.number if before is not None else 0
            edition = edition_of(form, group, people, audience, today, number=number, since=old, changes=changes)
            shown = tuple(row_of(form, each) for each in people)
            facts = ContactList(facts_group, person(contact), number, today, shown, changes, bare)
            made[key] = facts, attachment(group, edition, number, contact.language)
        facts, file = made[key]
        envelope = Envelope(
            contact.email[0],
            contact.name,
            contact.language,
            "contact-list",
            f"edition-{number}",
            contact=contact,
            attachments=(file,),
        )
        put += queue_letter(house, connection, group, replace(facts, to=person(contact)), envelope) is not None
    return put
