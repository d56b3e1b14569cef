"""The rows of the contact list as one reader may see them, and an edition's documents."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from mailbot.core.fields import show
from mailbot.core.letters.facts import ListedContact
from mailbot.core.records import CONTACT_LISTS, CONTACT_TEXTS, Contact, Group
from mailbot.core.values import Bilingual, Form
from mailbot.edges.documents import pdf, table, vcard, xlsx
from mailbot.edges.documents.edition import Edition, Listed
from mailbot.edges.rulebook import Audience

Withheld = Mapping[int, frozenset[str]]  # contact id → columns this person does not want published
OFFICER = Bilingual("funcionario", "officer")
_NOTHING = Bilingual("", "")
_UIDS = uuid.uuid5(uuid.NAMESPACE_URL, "urn:mailbot:contact")

DOCUMENTS: Mapping[str, Callable[[Edition, str], bytes]] = {
    "csv": table.comma_separated,
    "xlsx": xlsx.contact_list,
    "vcf": lambda edition, _language: vcard.cards(edition),
    "pdf": pdf.contact_list,
}


def audience_of(audiences: Sequence[Audience], readers: Iterable[Contact]) -> Audience:
    """Return what a reader may see; of several who share an address, what the least of them may.

    Somebody unknown sees what the last audience sees, which fits everybody.
    """
    found = [next(each for each in audiences if each.fits(reader.participant.kind, reader.role)) for reader in readers]
    return min(found, key=lambda each: len(each.columns), default=audiences[-1])


def seen_by(contact: Contact, audience: Audience, withheld: frozenset[str] = frozenset()) -> Contact:
    """Return a contact with everything empty that the audience may not see."""
    hidden = frozenset[str]() if audience.sees_withheld else withheld | frozenset(contact.withheld)
    columns = set(audience.columns) - hidden
    blank: dict[str, Any] = {name: "" for name in (*CONTACT_TEXTS, "role", "language") if name not in columns}
    blank |= {name: () for name in CONTACT_LISTS if name not in columns}
    if "email" in columns:
        blank["email"] = audience.addresses(contact.email)
    if "confirmed" not in columns:
        blank["confirmed_on"] = None
    return replace(contact, **blank)


def row_of(form: Form, contact: Contact) -> ListedContact:
    """Return a contact as one row of the list in a letter."""
    return ListedContact(
        participant=contact.participant.name,
        role=_role(form, contact),
        title=contact.title,
        name=contact.name,
        position=contact.position,
        institution=contact.institution,
        unit=contact.unit,
        phone=_numbers(form, contact, "phone"),
        mobile=_numbers(form, contact, "mobile"),
        fax=_numbers(form, contact, "fax"),
        email=contact.email,
        address=contact.address,
        confirmed_on=contact.confirmed_on,
    )


def listed(form: Form, contact: Contact, group: Group, revised_at: datetime | None = None) -> Listed:
    """Return a contact as one row of an edition's documents."""
    return Listed(
        uid=uuid.uuid5(_UIDS, f"{group.address.lower()} {contact.id}").urn,
        code=contact.participant.code,
        participant=contact.participant.name,
        role=_role(form, contact),
        title=contact.title,
        name=contact.name,
        position=contact.position,
        unit=contact.unit,
        institution=contact.institution,
        phone=_numbers(form, contact, "phone"),
        mobile=_numbers(form, contact, "mobile"),
        fax=_numbers(form, contact, "fax"),
        email=contact.email,
        address=contact.address,
        language=contact.language,
        confirmed_on=contact.confirmed_on,
        revised_at=revised_at,
    )


def edition_of(
    form: Form,
    group: Group,
    contacts: Iterable[Contact],
    audience: Audience,
    dated: date,
    *,
    number: int = 0,
    since: int = 0,
    changes: tuple[Bilingual, ...] = (),
    revised: Mapping[int, datetime] | None = None,
) -> Edition:
    """Return an edition of contacts that are already ``seen_by`` its audience."""
    revisions = revised or {}
    rows = tuple(listed(form, each, group, revisions.get(each.id)) for each in contacts)
    return Edition(group.name, dated, rows, audience.columns, number, since, changes)


def _role(form: Form, contact: Contact) -> Bilingual:
    if contact.role == "officer":
        return OFFICER
    return show(form.field("role"), contact.role) if contact.role else _NOTHING


def _numbers(form: Form, contact: Contact, field: str) -> tuple[str, ...]:
    return tuple(show(form.field(field), [each]).es for each in getattr(contact, field))
