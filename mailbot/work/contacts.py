"""The contact list: numbered dated editions, to everybody and to who asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from mailbot.core.confirming import months_after
from mailbot.core.due import digest_period
from mailbot.core.letters.facts import ContactList, GroupFacts, ListedContact, Person
from mailbot.core.records import Contact, Group
from mailbot.core.values import Attachment, Bilingual, Form
from mailbot.edges.documents.edition import COLUMNS, Edition
from mailbot.edges.rulebook import EVERYTHING, Audience
from mailbot.edges.store import desk, directory, ledger, outbox
from mailbot.edges.store.forgetting import FORGOTTEN
from mailbot.work.house import House
from mailbot.work.listing import DOCUMENTS, Withheld, audience_of, edition_of, row_of, seen_by
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter

FILES: Mapping[str, tuple[Bilingual, str]] = {
    "xlsx": (Bilingual("Excel", "Excel"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "pdf": (Bilingual("PDF", "PDF"), "application/pdf"),
    "vcf": (Bilingual("vCard, para su libreta de direcciones", "vCard, for your address book"), "text/vcard"),
    "csv": (Bilingual("CSV", "CSV"), "text/csv"),
}
LONG = 300  # people: a longer list stands in the file alone; Gmail cuts letters of 100 KB
MOST_CHANGES = 60  # sentences in a letter
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
    house: House, connection: Connection, group: Group, to: Person, language: str, wanted: str = ""
) -> tuple[ContactList, tuple[Attachment, ...]]:
    """Return the current list for one person, with its files: what this person may see.

    ``wanted`` is one of ``DOCUMENTS``; without it the files that go with every edition.
    """
    form = house.form("contact-update")
    readers = directory.contacts_at(connection, group.key, to.address)
    audience = audience_of(house.audiences, readers)
    rows = current_rows(connection, group, form)
    last = desk.last_edition(connection, group.key)
    number = last.number if last is not None else 0
    changed = last is not None and bool(since(last.rows, rows))
    received = outbox.editions_received(connection, group.key)
    old = max((received.get(each.id, 0) for each in readers), default=0)
    changes = since(desk.edition_rows(connection, group.key, old), rows, audience.columns) if old else ()
    people = tuple(seen_by(each, audience) for each in current_contacts(connection, group))
    made = edition_of(
        form, group, people, audience, house.today(group), number=0 if changed else number, since=old, changes=changes
    )
    bare = without_focal_point(connection, group)
    endings = (wanted,) if wanted else endings_of(len(people))
    facts = listed_letter(facts_of_group(connection, group), to, form, people, made, number, bare, endings)
    return facts, tuple(attachment(group, made, number, language, each) for each in endings)


def endings_of(people: int) -> tuple[str, ...]:
    """Return the kinds of file that go with every edition; nobody prints a list of thousands."""
    return ("xlsx", "pdf") if people <= LONG else ("xlsx",)


def listed_letter(
    group: GroupFacts,
    to: Person,
    form: Form,
    people: Sequence[Contact],
    edition: Edition,
    number: int,
    bare: tuple[Bilingual, ...],
    endings: Sequence[str],
) -> ContactList:
    """Return what a letter says of an edition made of ``people`` as its reader may see them."""
    long = len(people) > LONG
    named = [FILES[each][0] for each in endings]
    return ContactList(
        group,
        to,
        number,
        edition.dated,
        () if long else tuple(row_of(form, each) for each in people),
        edition.changes[:MOST_CHANGES],
        bare,
        since=edition.since,
        more_changes=len(edition.changes[MOST_CHANGES:]),
        counted=tuple(Counter(each.participant.name for each in people).items()) if long else (),
        files=Bilingual(" y ".join(each.es for each in named), " and ".join(each.en for each in named)),
    )


def _changes(last: Any, rows: Sequence[ListedContact], audience: Audience) -> tuple[Bilingual, ...]:
    return since(last.rows, rows, audience.columns) if last is not None else ()


def attachment(group: Group, edition: Edition, number: int, language: str, ending: str = "xlsx") -> Attachment:
    """Return an edition as a file of one kind of ``DOCUMENTS``."""
    stem = "contactos" if language == "es" else "contacts"
    name = f"{stem}-{group.key}-{number}-{edition.dated.isoformat()}.{ending}"
    return Attachment(name, FILES[ending][1], DOCUMENTS[ending](edition, language))


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


Told = Callable[[int, int], None]  # letters put, people to write to


def distribute(house: House, group: Group, *, force: bool = False, told: Told = lambda _done, _all: None) -> int:
    """Put a new edition in everybody's hands when the list changed since the last one.

    ``force`` issues one although nothing changed.  ``told`` hears how far it is.  Returns how many letters were put.
    """
    form = house.form("contact-update")
    with house.engine.begin() as connection:
        rows = current_rows(connection, group, form)
        last = desk.last_edition(connection, group.key)
        changes = since(last.rows, rows) if last is not None else ()
        if not rows or (last is not None and not changes and not force):
            return 0
        number = (last.number if last is not None else 0) + 1
        desk.add_edition(connection, group.key, number, house.today(group), kept_rows(rows))
        put = _send_edition(house, connection, group, number, rows, told)
        house.step("edition-recorded")
    return put


def distribute_changes(house: House, group: Group) -> int:
    """Put a new edition once a week, with the digest, when the list changed since the last.

    Unchanged it goes after ``list_every_months``.  The first edition is the operator's or the presidency's to send.
    """
    _, end = digest_period(house.now(), group.timezone, group.digest_weekday, group.digest_hour)
    with house.engine.begin() as connection:
        last = desk.last_edition(connection, group.key)
    if last is None or last.dated > end:
        return 0
    months = group.list_every_months
    return distribute(house, group, force=months > 0 and months_after(last.dated, months) <= house.today(group))


def _send_edition(
    house: House, connection: Connection, group: Group, number: int, rows: tuple[ListedContact, ...], told: Told
) -> int:
    """Write to everybody with an address; each reads what changed since the edition they received."""
    received = outbox.editions_received(connection, group.key)
    readers = [each for each in directory.active_contacts(connection, group.key) if each.email]
    made: dict[tuple[str, str, int], tuple[ContactList, tuple[Attachment, ...]]] = {}
    put = 0
    for place, contact in enumerate(readers, 1):
        audience, old = audience_of(house.audiences, [contact]), received.get(contact.id, 0)
        key = (audience.id, contact.language, old)
        if key not in made:
            made[key] = _issue(house, connection, group, contact, number, old, rows)
        facts, files = made[key]
        to, tongue = person(contact), contact.language
        envelope = Envelope(
            to.address, to.name, tongue, "contact-list", f"edition-{number}", contact=contact, attachments=files
        )
        put += queue_letter(house, connection, group, replace(facts, to=to), envelope) is not None
        told(place, len(readers))
    return put


def _issue(
    house: House,
    connection: Connection,
    group: Group,
    reader: Contact,
    number: int,
    old: int,
    rows: tuple[ListedContact, ...],
) -> tuple[ContactList, tuple[Attachment, ...]]:
    """Return an edition's letter and files as all readers of one audience and language who received ``old`` see it."""
    form, audience = house.form("contact-update"), audience_of(house.audiences, [reader])
    changes = since(desk.edition_rows(connection, group.key, old), rows, audience.columns) if old else ()
    people = [seen_by(each, audience) for each in current_contacts(connection, group)]
    made = edition_of(form, group, people, audience, house.today(group), number=number, since=old, changes=changes)
    endings, bare = endings_of(len(people)), without_focal_point(connection, group)
    facts = listed_letter(facts_of_group(connection, group), person(reader), form, people, made, number, bare, endings)
    return facts, tuple(attachment(group, made, number, reader.language, each) for each in endings)
