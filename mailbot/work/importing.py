"""A directory from a file: what would change first, then the change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from mailbot.core import fields
from mailbot.core.language import fold
from mailbot.core.records import Contact, Group, HistoryLine, Participant
from mailbot.core.values import Bilingual, Doubt, Field, Form, Known
from mailbot.edges.store import directory, ledger
from mailbot.work.house import House

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Planned:
    """One row of a file: new, changed, same or doubtful, with the words to show."""

    state: str
    about: str
    words: Bilingual
    values: Mapping[str, object]
    participant: Participant | None = None
    contact: Contact | None = None


def plan_contacts(house: House, connection: Connection, group: Group, rows: Iterable[Row]) -> tuple[Planned, ...]:
    """Say of each row what it would do to the directory; doubtful rows do nothing."""
    form = house.form("contact-update")
    planned = []
    for number, row in enumerate(rows, 1):
        planned.append(_plan_contact(house, connection, group, form, row, number))
    return tuple(sorted(planned, key=lambda each: each.state != "doubtful"))


def _plan_contact(house: House, connection: Connection, group: Group, form: Form, row: Row, number: int) -> Planned:
    said = {field.id: text for key, text in _cells(row) if (field := _field(form, key))}
    country = said.get("country", "").strip()
    participant = _participant(house, connection, group, form, country)
    if participant is None:
        words = Bilingual(
            f"fila {number}: el país o participante «{country}» no se conoce",
            f"row {number}: country or participant “{country}” is not known",
        )
        return Planned("doubtful", said.get("name", ""), words, {})
    region = participant.code if len(participant.code) == 2 else None
    known = Known(today=house.today(group), region=region, countries=house.country_names)
    values: dict[str, object] = {}
    doubts = []
    for field in form.fields:
        if field.id == "role" and fold(said.get("role", "")) == "officer":
            values["role"] = "officer"  # of the presidency or the secretariat: never by mail
        elif field.id in said and field.id not in {"country", "change", "replaces"}:
            found = fields.read(field, said[field.id], number, known)
            if isinstance(found, Doubt):
                doubts.append(
                    Bilingual(
                        f"{field.label.es}: «{found.said}»: {found.why.es}",
                        f"{field.label.en}: “{found.said}”: {found.why.en}",
                    )
                )
            elif found is not None:
                values[field.id] = found.value
    if doubts:
        words = Bilingual("; ".join(each.es for each in doubts), "; ".join(each.en for each in doubts))
        return Planned("doubtful", said.get("name", ""), words, values, participant)
    return _compare(connection, group, participant, values)


def _cells(row: Row) -> Iterable[tuple[str, str]]:
    for key, value in row.items():
        text = "; ".join(map(str, value)) if isinstance(value, list) else str(value or "").strip()
        if key and text:
            yield str(key), text


def _field(form: Form, heading: str) -> Field | None:
    wanted = fold(heading.replace("_", " "))
    for field in form.fields:
        names = (field.id, field.label.es, field.label.en, *field.synonyms)
        if wanted in {fold(name) for name in names}:
            return field
    halves = [half.strip() for half in heading.split("/")]
    return _field(form, halves[0]) if len(halves) > 1 else None


def _participant(house: House, connection: Connection, group: Group, form: Form, said: str) -> Participant | None:
    direct = directory.participant_by_code(connection, group.key, said) if said else None
    if direct is not None or not said:
        return direct
    for each in directory.all_participants(connection, group.key):
        if fold(said) in {fold(each.name.es), fold(each.name.en)}:
            return each
    known = Known(today=house.today(group), countries=house.country_names)
    found = fields.read(form.field("country"), said, 0, known)
    if found is None or isinstance(found, Doubt):
        return None
    return directory.participant_by_code(connection, group.key, str(found.value))


def _compare(connection: Connection, group: Group, participant: Participant, values: dict[str, object]) -> Planned:
    name = str(values.get("name", ""))
    mail = values.get("email")
    wanted = {str(each).lower() for each in mail} if isinstance(mail, list) else set()
    for contact in directory.active_contacts(connection, group.key, participant.id):
        if wanted & set(contact.email) or (name and fold(contact.name) == fold(name)):
            held = directory.as_fields(contact)
            changed = {k: v for k, v in values.items() if held.get(k) != v}
            if not changed:
                return Planned("same", name, Bilingual("", ""), {}, participant, contact)
            told = ", ".join(changed)
            words = Bilingual(told, told)
            return Planned("changed", name, words, changed, participant, contact)
    if not name:
        words = Bilingual("falta el nombre", "the name is missing")
        return Planned("doubtful", "", words, values, participant)
    return Planned("new", name, participant.name, values, participant)


def apply_contacts(house: House, connection: Connection, group: Group, planned: Iterable[Planned]) -> int:
    """Enter what is new and changed, with history; returns how many contacts were written."""
    written = 0
    for each in planned:
        if each.state not in {"new", "changed"} or each.participant is None:
            continue
        if each.contact is None:
            contact_id = directory.add_contact(connection, group.key, each.participant, each.values, None)
            held: Mapping[str, object] = {}
        else:
            contact_id = each.contact.id
            held = directory.as_fields(each.contact)
            directory.change_contact(connection, group.key, contact_id, each.values)
        ledger.add_history(
            connection,
            group.key,
            [
                HistoryLine(
                    house.now(),
                    "import",
                    "contact",
                    contact_id,
                    each.participant.id,
                    field,
                    held.get(field),
                    value,
                    None,
                )
                for field, value in each.values.items()
            ],
        )
        written += 1
    return written
