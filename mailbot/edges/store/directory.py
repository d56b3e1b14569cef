"""Participants, contacts and their addresses: rows into values and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select, update

from mailbot.core.records import CONTACT_LISTS, CONTACT_TEXTS, Contact, Participant
from mailbot.core.values import Bilingual
from mailbot.edges.store.tables import addresses, contacts, participants


def _participant(row: Any) -> Participant:
    return Participant(row.id, row.code, row.kind, Bilingual(row.name_es, row.name_en), row.language)


def all_participants(connection: Connection, group: str) -> tuple[Participant, ...]:
    """Return the group's participants in order of their Spanish names."""
    found = connection.execute(
        select(participants)
        .where(participants.c.group_key == group)
        .order_by(participants.c.name_es, participants.c.id)
    )
    return tuple(_participant(row) for row in found)


def participant_by_code(connection: Connection, group: str, code: str) -> Participant | None:
    """Return the participant with this code, or None."""
    row = connection.execute(
        select(participants).where(participants.c.group_key == group, participants.c.code == code.upper())
    ).first()
    return None if row is None else _participant(row)


def add_participant(
    connection: Connection, group: str, code: str, kind: str, name: Bilingual, language: str
) -> Participant:
    """Enter a participant; returns the present one when the code is taken."""
    present = participant_by_code(connection, group, code)
    if present is not None:
        return present
    key = connection.execute(
        insert(participants).values(
            group_key=group,
            code=code.upper(),
            kind=kind,
            name_es=name.es,
            name_en=name.en,
            language=language,
        )
    ).inserted_primary_key
    assert key is not None
    return Participant(key[0], code.upper(), kind, name, language)


def _contacts_where(connection: Connection, group: str, *conditions: Any) -> tuple[Contact, ...]:
    rows = connection.execute(
        select(
            contacts,
            participants.c.code.label("p_code"),
            participants.c.kind.label("p_kind"),
            participants.c.name_es.label("p_es"),
            participants.c.name_en.label("p_en"),
            participants.c.language.label("p_language"),
        )
        .join(participants, participants.c.id == contacts.c.participant_id)
        .where(contacts.c.group_key == group, *conditions)
        .order_by(participants.c.name_es, contacts.c.id)
    ).all()
    if not rows:
        return ()
    mail = _addresses_of(connection, group, [row.id for row in rows])
    return tuple(_contact(row, mail.get(row.id, [])) for row in rows)


def _addresses_of(connection: Connection, group: str, ids: Sequence[int]) -> dict[int, list[Any]]:
    by_contact: dict[int, list[Any]] = {}
    condition = addresses.c.group_key == group
    if len(ids) <= 100:
        condition = and_(condition, addresses.c.contact_id.in_(ids))
    for row in connection.execute(select(addresses).where(condition).order_by(addresses.c.rank, addresses.c.id)):
        by_contact.setdefault(row.contact_id, []).append(row)
    return by_contact


def _contact(row: Any, mail: Sequence[Any]) -> Contact:
    return Contact(
        id=row.id,
        participant=Participant(
            row.participant_id,
            row.p_code,
            row.p_kind,
            Bilingual(row.p_es, row.p_en),
            row.p_language,
        ),
        role=row.role,
        name=row.name,
        title=row.title,
        position=row.position,
        institution=row.institution,
        unit=row.unit,
        phone=tuple(row.phone),
        mobile=tuple(row.mobile),
        fax=tuple(row.fax),
        email=tuple(each.address for each in mail),
        address=row.address,
        language=row.language,
        active=row.active,
        confirmed_on=row.confirmed_on,
        bounced=tuple(each.address for each in mail if each.bounced_at is not None),
        withheld=tuple(row.withheld),
    )


def active_contacts(connection: Connection, group: str, participant_id: int | None = None) -> tuple[Contact, ...]:
    """Return the active contacts of the group or of one participant."""
    conditions: list[ColumnElement[bool]] = [contacts.c.active.is_(True)]
    if participant_id is not None:
        conditions.append(contacts.c.participant_id == participant_id)
    return _contacts_where(connection, group, *conditions)


def contacts_at(connection: Connection, group: str, address: str) -> tuple[Contact, ...]:
    """Return the active contacts registered under an address (case folded)."""
    ids = select(addresses.c.contact_id).where(addresses.c.group_key == group, addresses.c.address == address.lower())
    return _contacts_where(connection, group, contacts.c.active.is_(True), contacts.c.id.in_(ids))


def contact_by_id(connection: Connection, group: str, contact_id: int) -> Contact | None:
    """Return one contact, active or not."""
    found = _contacts_where(connection, group, contacts.c.id == contact_id)
    return found[0] if found else None


def add_contact(
    connection: Connection,
    group: str,
    participant: Participant,
    fields: Mapping[str, object],
    confirmed_on: date | None,
) -> int:
    """Enter a contact from canonical field values; returns its id."""
    return add_contacts(connection, group, [(participant, fields)], confirmed_on)[0]


def add_contacts(
    connection: Connection,
    group: str,
    entered: Sequence[tuple[Participant, Mapping[str, object]]],
    confirmed_on: date | None,
) -> list[int]:
    """Enter contacts from canonical field values, with few statements; returns their ids in order."""
    if not entered:
        return []
    rows = [_new_row(group, participant, fields, confirmed_on) for participant, fields in entered]
    found = connection.execute(insert(contacts).returning(contacts.c.id, sort_by_parameter_order=True), rows)
    ids = [int(row.id) for row in found]
    mail = [
        {"group_key": group, "contact_id": contact_id, "address": address, "rank": rank}
        for contact_id, (_, fields) in zip(ids, entered, strict=True)
        for rank, address in enumerate(_in_order(fields.get("email")))
    ]
    if mail:
        connection.execute(insert(addresses), mail)
    return ids


def _new_row(
    group: str, participant: Participant, fields: Mapping[str, object], confirmed_on: date | None
) -> dict[str, Any]:
    """Return every column: rows entered together must have the same ones."""
    row: dict[str, Any] = dict.fromkeys(CONTACT_TEXTS, "")
    row |= {"role": "contact", "language": participant.language, "phone": [], "mobile": [], "fax": [], "withheld": []}
    row |= {key: value for key, value in fields.items() if key != "email"}
    return {
        **row,
        "group_key": group,
        "participant_id": participant.id,
        "active": True,
        "confirmed_on": confirmed_on,
    }


def _in_order(mail: object) -> list[str]:
    """Return addresses as they are kept: in lower case, each once, in order of use."""
    return list(dict.fromkeys(str(each).lower() for each in mail)) if isinstance(mail, list) else []


def set_addresses(connection: Connection, group: str, contact_id: int, wanted: Iterable[object]) -> None:
    """Replace the addresses of a contact; what stays keeps its bounce mark."""
    held = {
        row.address: row for row in connection.execute(select(addresses).where(addresses.c.contact_id == contact_id))
    }
    order = _in_order(list(wanted))
    gone = [row.id for address, row in held.items() if address not in order]
    if gone:
        connection.execute(delete(addresses).where(addresses.c.id.in_(gone)))
    for rank, address in enumerate(order):
        if address in held:
            connection.execute(update(addresses).where(addresses.c.id == held[address].id).values(rank=rank))
        else:
            connection.execute(
                insert(addresses).values(group_key=group, contact_id=contact_id, address=address, rank=rank)
            )


def change_contact(connection: Connection, group: str, contact_id: int, fields: Mapping[str, object]) -> None:
    """Write canonical field values into a contact; ``email`` goes to its addresses."""
    plain = {key: value for key, value in fields.items() if key != "email"}
    if plain:
        connection.execute(update(contacts).where(contacts.c.id == contact_id).values(**plain))
    mail = fields.get("email")
    if isinstance(mail, list):
        set_addresses(connection, group, contact_id, mail)


def mark_bounced(connection: Connection, group: str, address: str, at: datetime, status: str) -> tuple[Contact, ...]:
    """Mark an address as failing; returns the contacts concerned."""
    connection.execute(
        update(addresses)
        .where(addresses.c.group_key == group, addresses.c.address == address.lower())
        .values(bounced_at=at, bounce_status=status[:100])
    )
    return contacts_at(connection, group, address)


def clear_bounce(connection: Connection, group: str, address: str) -> None:
    """Take away the bounce mark: a person wrote from this address, so it lives."""
    connection.execute(
        update(addresses)
        .where(
            addresses.c.group_key == group,
            addresses.c.address == address.lower(),
            addresses.c.bounced_at.is_not(None),
        )
        .values(bounced_at=None, bounce_status=None)
    )


def as_fields(contact: Contact) -> dict[str, object]:
    """Return a contact as canonical form fields."""
    values: dict[str, object] = {
        "country": contact.participant.code,
        "institution": contact.institution,
        "unit": contact.unit,
        "title": contact.title,
        "name": contact.name,
        "position": contact.position,
        "role": contact.role,
        "address": contact.address,
        "language": contact.language,
    }
    for field in CONTACT_LISTS:
        values[field] = list(getattr(contact, field))
    return values
