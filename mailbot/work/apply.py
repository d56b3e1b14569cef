"""Entries of a reply: planned, judged, applied or held, with history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from mailbot.core.authority import Case as Asked
from mailbot.core.authority import Verdict, decide, mildest, standing, strictest
from mailbot.core.changes import (
    Change,
    FieldChanged,
    Planned,
    kinds_of,
    plan_contact,
    plan_status,
)
from mailbot.core.fields import show
from mailbot.core.letters.facts import EntryOutcome, FieldChange, FreeText
from mailbot.core.people import Writer
from mailbot.core.records import Contact, Group, HistoryLine, Participant
from mailbot.core.values import Bilingual, Doubt, Entry, FieldValue, Form, Problem
from mailbot.edges.store import directory, ledger
from mailbot.work.house import House


@dataclass(frozen=True, slots=True)
class Judged:
    """One entry with its plan and the verdict on it."""

    entry: Entry
    planned: Planned
    verdict: Verdict | None  # None: nothing to decide, only problems


@dataclass(frozen=True, slots=True)
class Pinned:
    """Whom a kept entry was about when it was read; None for a person to be added."""

    contact: Contact | None


GONE = Problem(
    "name",
    "",
    Bilingual("La persona ya no está en el directorio.", "The person is no longer in the directory."),
    Bilingual("Escriba de nuevo los datos.", "Please write the details again."),
)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one entry: as the letter tells it, and what is left to mend."""

    outcome: EntryOutcome
    problems: tuple[Problem, ...]
    contact: Contact | None = None


def judge(
    house: House,
    connection: Connection,
    group: Group,
    form: Form,
    entry: Entry,
    writer: Writer,
    participant: Participant,
    *,
    agreed: Sequence[Writer] = (),
    pinned: Pinned | None = None,
) -> Judged:
    """Say what an entry would change and whether it may.

    ``agreed`` are all who stand behind it, the writer alone where nobody is named: each part of
    the change needs one who may.  ``pinned`` is whom a kept entry was about when it was read.
    """
    standing_of = {id(each): standing(each, group.presidency, group.secretariat) for each in (writer, *agreed)}
    if standing_of[id(writer)] in {"presidency", "secretariat"}:
        participant = _named_participant(connection, group, entry) or participant
    if form.subject_of == "contact":
        planned = _plan_contact(connection, group, entry, writer, participant, pinned)
    else:
        planned = _plan_status(connection, group, entry, writer, participant)
    change = planned.change
    if change is None:
        return Judged(entry, planned, None)
    colleagues = directory.active_contacts(connection, group.key, participant.id)
    verdict = strictest(
        mildest(
            decide(house.authority, Asked(what, _whose(planned, each), standing_of[id(each)], each.certainty))
            for each in agreed or (writer,)
        )
        for what in kinds_of(change, colleagues)
    )
    return Judged(entry, planned, verdict)


def _whose(planned: Planned, writer: Writer) -> str:
    """Return whose a change is to one who stands behind it."""
    change = planned.change
    assert change is not None
    if planned.whose == "other" or writer.participant is None or writer.participant.id != change.participant.id:
        return "other"
    same = change.contact is not None and writer.contact is not None and change.contact.id == writer.contact.id
    return "self" if same and change.replaces in (None, change.contact) else "participant"


def _named_participant(connection: Connection, group: Group, entry: Entry) -> Participant | None:
    country = entry.fields.get("country")
    return directory.participant_by_code(connection, group.key, str(country.value)) if country else None


def _plan_contact(
    connection: Connection,
    group: Group,
    entry: Entry,
    writer: Writer,
    participant: Participant,
    pinned: Pinned | None,
) -> Planned:
    contacts = directory.active_contacts(connection, group.key, participant.id)
    if pinned is not None:
        if pinned.contact is not None and pinned.contact.id not in {each.id for each in contacts}:
            return Planned(None, (GONE,))
        return plan_contact(entry, participant, contacts, pinned.contact, None)
    request = writer.request
    about = request.contact_id if request and not writer.foreign_request else None
    asked = next((each for each in contacts if each.id == about), None)
    # A round is put to all focal points under one request: each sees their own data.
    own = next((c for c in contacts if writer.contact and c.id == writer.contact.id), None)
    if asked is not None and own is not None and own.role == asked.role:
        asked = own
    return plan_contact(entry, participant, contacts, asked, own)


def _plan_status(
    connection: Connection, group: Group, entry: Entry, writer: Writer, participant: Participant
) -> Planned:
    activities = {each.code: each for each in ledger.all_activities(connection, group.key)}
    before = {
        status.activity: status.fields
        for status in ledger.statuses_of(connection, group.key)
        if status.participant == participant.code
    }
    request = None if writer.foreign_request else writer.request
    return plan_status(entry, participant, activities, request, before)


def problems_of(judged: Judged) -> tuple[Problem, ...]:
    """Return what the person is asked to mend: doubts of the reading and of the plan."""
    doubts = tuple(_problem_of(doubt) for doubt in judged.entry.doubts)
    return (*doubts, *judged.planned.problems)


def _problem_of(doubt: Doubt) -> Problem:
    return Problem(
        doubt.field,
        doubt.said,
        doubt.why,
        Bilingual("Escríbalo de nuevo en esa línea, por favor.", "Please write it again on that line."),
        doubt.line,
    )


def subject_words(judged: Judged, participant: Participant) -> Bilingual:
    """Name the contact or activity an entry is about."""
    change = judged.planned.change
    if change is not None and change.activity is not None:
        title = change.activity.title
        code = change.activity.code
        return Bilingual(f"{code}: {title.es}", f"{code}: {title.en}")
    contact = change.contact if change is not None else None
    said = judged.entry.fields.get("name") or judged.entry.fields.get("activity")
    name = contact.name if contact else (str(said.value) if said else "")
    place = participant.name
    return Bilingual(f"{name}, {place.es}", f"{name}, {place.en}") if name else place


def carry_out(
    house: House,
    connection: Connection,
    group: Group,
    judged: Judged,
    form: Form,
    who: str,
    message_id: int,
    free_texts: Sequence[FreeText] = (),
) -> Result:
    """Write a change with its history; returns what the letter tells."""
    change = judged.planned.change
    assert change is not None
    contact = _write(house, connection, group, change)
    _remember(house, connection, group, change, contact, who, message_id)
    problems = problems_of(judged)
    outcome = EntryOutcome(
        subject_words(judged, change.participant),
        "confirmed" if change.what == "confirm" else "applied",
        tuple(_told(form, each) for each in _told_fields(change, form)),
        problems,
        tuple(free_texts),
    )
    return Result(outcome, problems, contact)


def _write(house: House, connection: Connection, group: Group, change: Change) -> Contact | None:
    today = house.today(group)
    if change.what == "status" and change.activity is not None:
        ledger.put_status(
            connection,
            group.key,
            change.activity.id,
            change.participant.id,
            change.after,
            house.now(),
        )
        return None
    if change.replaces is not None:
        directory.change_contact(connection, group.key, change.replaces.id, {"active": False})
    if change.what == "new":
        contact_id = directory.add_contact(connection, group.key, change.participant, change.after, today)
        return directory.contact_by_id(connection, group.key, contact_id)
    if change.contact is None:
        return None
    fields: dict[str, object] = dict(change.after)
    fields["active" if change.what == "leave" else "confirmed_on"] = False if change.what == "leave" else today
    directory.change_contact(connection, group.key, change.contact.id, fields)
    return directory.contact_by_id(connection, group.key, change.contact.id)


def _remember(
    house: House,
    connection: Connection,
    group: Group,
    change: Change,
    contact: Contact | None,
    who: str,
    message_id: int,
) -> None:
    now, participant = house.now(), change.participant.id
    lines = []
    if change.activity is not None:
        subject, subject_id = "activity", change.activity.id
    else:
        subject, subject_id = "contact", contact.id if contact else 0
    if change.what in {"leave", "confirm"} and change.activity is None:
        after: object = False if change.what == "leave" else house.today(group).isoformat()
        field = "active" if change.what == "leave" else "confirmed_on"
        before: object = True
        if change.what == "confirm":
            held = change.contact.confirmed_on if change.contact else None
            before = held.isoformat() if held else None
        lines.append((subject_id, field, before, after))
    if change.replaces is not None:
        lines.append((change.replaces.id, "active", True, False))
    lines.extend((subject_id, each.field, each.before, each.after) for each in change.fields)
    ledger.add_history(
        connection,
        group.key,
        [
            HistoryLine(now, who, subject, about, participant, field, before, after, message_id)
            for about, field, before, after in lines
        ],
    )


def _told_fields(change: Change, form: Form) -> tuple[FieldChanged, ...]:
    told = change.fields
    if change.what == "leave":
        told = (FieldChanged("change", "", "leave"),)
    known = {field.id for field in form.fields}
    return tuple(each for each in told if each.field in known)


def _told(form: Form, changed: FieldChanged) -> FieldChange:
    field = form.field(changed.field)
    nothing = Bilingual("", "")
    before = nothing if changed.before in (None, "", []) else show(field, changed.before)
    after = nothing if changed.after in (None, "", []) else show(field, changed.after)
    return FieldChange(field.label, before, after)


def proposed(judged: Judged, form: Form, outcome: str, why: Bilingual | None) -> EntryOutcome:
    """Tell an entry that is not applied now: asked, held or refused."""
    change = judged.planned.change
    changes: tuple[FieldChange, ...] = ()
    if change is not None:
        changes = tuple(_told(form, each) for each in _told_fields(change, form))
    place = change.participant if change else None
    about = subject_words(judged, place) if place else Bilingual("", "")
    return EntryOutcome(about, outcome, changes, problems_of(judged), (), why)


def entry_as_json(entry: Entry) -> dict[str, Any]:
    """Return an entry's fields for a hold, evidence included."""
    return {
        "form": entry.form,
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
    contact = change.contact if change is not None else None
    return {
        **entry_as_json(judged.entry),
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
    return replace(Entry(document["form"]), fields=fields)
