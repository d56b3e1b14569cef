"""Entries that wait, as a hold keeps them: fields with their evidence, whom they are about, who stands behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from mailbot.core.people import Writer
from mailbot.core.records import Contact, Group
from mailbot.core.values import Entry, FieldValue
from mailbot.edges.store import directory
from mailbot.work.telling import Judged


@dataclass(frozen=True, slots=True)
class Pinned:
    """Whom a kept entry was about when it was read; None for a person to be added."""

    contact: Contact | None


def entry_as_json(entry: Entry) -> dict[str, Any]:
    """Return an entry's fields for a hold, evidence included."""
    return {
        "form": entry.form,
        "publish": dict(entry.publish),
        "fields": {
            name: {
                "value": value.value,
                "said": value.said,
                "line": value.line,
                "certainty": value.certainty,
            }
            for name, value in entry.fields.items()
        },
    }


def held_entry(judged: Judged, agreed: Sequence[Writer] = ()) -> dict[str, Any]:
    """Return an entry that waits: its fields, whom it is about, and who stands behind it already."""
    change = judged.planned.change
    return kept(judged.entry, change.contact if change is not None else None, agreed)


def kept(entry: Entry, contact: Contact | None, agreed: Sequence[Writer] = ()) -> dict[str, Any]:
    """Return an entry about a contact (None: about nobody in the directory) as it waits."""
    return {
        **entry_as_json(entry),
        "subject": contact.id if contact else None,
        "agreed": [
            {"contact": each.contact.id, "address": each.address, "certainty": each.certainty}
            for each in agreed
            if each.contact is not None
        ],
    }


def agreed_in(connection: Connection, group: Group, document: Mapping[str, Any]) -> tuple[Writer, ...]:
    """Return who stood behind a kept entry, as far as they are still in the directory."""
    found = []
    for each in document.get("agreed", ()):
        contact = directory.contact_by_id(connection, group.key, each["contact"])
        if contact is not None and contact.active:
            found.append(Writer(each["address"], contact, contact.participant, each["certainty"], None))
    return tuple(found)


def pinned_in(connection: Connection, group: Group, document: Mapping[str, Any]) -> Pinned | None:
    """Return whom a kept entry was about; None for those kept before this was remembered."""
    if "subject" not in document:
        return None
    key = document["subject"]
    return Pinned(directory.contact_by_id(connection, group.key, key) if key is not None else None)


def entry_from_json(document: Mapping[str, Any]) -> Entry:
    """Return the entry a hold kept."""
    fields = {
        name: FieldValue(each["value"], each["said"], each["line"], each["certainty"])
        for name, each in document["fields"].items()
    }
    return replace(Entry(document["form"]), fields=fields, publish=document.get("publish", {}))
