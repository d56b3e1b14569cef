"""Entries of a reply: planned, judged, applied or held, with history.

One file past 400 lines for now: judging, writing and telling are to part ways.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from mailbot.core.attendance import standing as barred_by
from mailbot.core.authority import Case as Asked
from mailbot.core.authority import Verdict, decide, mildest, standing, strictest
from mailbot.core.changes import (
    Change,
    FieldChanged,
    Planned,
    kinds_of,
    plan_contact,
    plan_status,
    valid_from,
)
from mailbot.core.fields import show
from mailbot.core.letters.facts import EntryOutcome, FieldChange, FreeText
from mailbot.core.people import Writer
from mailbot.core.plans import measured_on, measured_value, plan_proposal, plan_value
from mailbot.core.records import Contact, Group, HistoryLine, Participant
from mailbot.core.replanning import answers_for
from mailbot.core.values import Bilingual, Doubt, Entry, FieldValue, Form, Problem
from mailbot.edges.store import directory, ledger, measures, outbox, pending
from mailbot.work import delegation, records
from mailbot.work.house import House


@dataclass(frozen=True, slots=True)
class Judged:
    """One entry with its plan and the verdict on it."""

    entry: Entry
    planned: Planned
    verdict: Verdict | None  # None: nothing to decide, only problems


@dataclass(frozen=True, slots=True)
class Origin:
    """What the history says of a change besides who proposed it: see ``HistoryLine``."""

    decided_by: str | None = None
    decision_message_id: int | None = None
    on_behalf: bool = False


PLAIN = Origin()


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
    now: datetime | None = None,
    *,
    behalf: bool = False,
    agreed: Sequence[Writer] = (),
    pinned: Pinned | None = None,
) -> Judged:
    """Say what an entry would change and whether it may.

    ``now`` is given for what has just come in: an answer to a meeting that is over goes to
    the presidency, whose decision later asks for no hour.
    ``behalf``: an entitled writer enters it for ``participant``.
    ``agreed`` are all who stand behind it, the writer alone where nobody is named: each part of
    the change needs one who may.  ``pinned`` is whom a kept entry was about when it was read.
    """
    planned = _planned(connection, group, form, entry, writer, participant, house.today(group), pinned)
    change = planned.change
    if change is None or (form.subject_of == "meeting" and change.meeting is None):
        return Judged(entry, planned, None)
    barred = barred_by(change.meeting, now) if change.meeting is not None and now is not None else None
    if barred is not None:
        return Judged(entry, planned, barred)
    whats = _whats(connection, group, form, change, writer)
    return Judged(entry, planned, verdict_on(house, group, planned, whats, agreed or (writer,), behalf=behalf))


def verdict_on(
    house: House, group: Group, planned: Planned, whats: Sequence[str], agreed: Sequence[Writer], *, behalf: bool
) -> Verdict:
    """Ask the table: every part of a change needs one of those who agree who may."""
    return strictest(
        mildest(
            decide(
                house.authority,
                Asked(
                    what,
                    "behalf" if behalf else _whose(planned, each),
                    standing(each, group.presidency, group.secretariat),
                    each.certainty,
                ),
            )
            for each in agreed
        )
        for what in whats
    )


def _planned(
    connection: Connection,
    group: Group,
    form: Form,
    entry: Entry,
    writer: Writer,
    participant: Participant,
    today: date,
    pinned: Pinned | None,
) -> Planned:
    if form.subject_of == "meeting":
        return delegation.plan(connection, entry, writer, participant)
    if form.subject_of == "record":
        return records.plan(connection, group, form, entry, participant)
    if form.subject_of == "contact" and pinned is not None:
        return _plan_pinned(connection, group, entry, participant, pinned)
    return _PLANS[form.subject_of](connection, group, entry, writer, participant, today)


def _whats(connection: Connection, group: Group, form: Form, change: Change, writer: Writer) -> tuple[str, ...]:
    """Return what the authority table calls the parts of a change."""
    if form.subject_of == "contact":
        return kinds_of(change, directory.active_contacts(connection, group.key, change.participant.id))
    if form.subject_of in {"record", "meeting"}:
        return ("record" if form.subject_of == "record" else "attendance",)
    if change.activity is None:
        return (change.what,)
    request = None if writer.foreign_request else writer.request
    about = ledger.asked_of(connection, group.key, change.participant.id)
    asked = any(each is not None and each.about == change.activity.code for each in (request, *about))
    mine = answers_for(change.activity, change.participant.code, group.presidency, asked=asked)
    return ("status" if mine else "status-other",)


def _whose(planned: Planned, writer: Writer) -> str:
    """Return whose a change is to one who stands behind it."""
    change = planned.change
    assert change is not None
    if planned.whose == "other" or writer.participant is None or writer.participant.id != change.participant.id:
        return "other"
    same = change.contact is not None and writer.contact is not None and change.contact.id == writer.contact.id
    return "self" if same and change.replaces in (None, change.contact) else "participant"


def _plan_pinned(
    connection: Connection, group: Group, entry: Entry, participant: Participant, pinned: Pinned
) -> Planned:
    contacts = directory.active_contacts(connection, group.key, participant.id)
    if pinned.contact is not None and pinned.contact.id not in {each.id for each in contacts}:
        return Planned(None, (GONE,))
    return plan_contact(entry, participant, contacts, pinned.contact, None)


def _plan_contact(
    connection: Connection, group: Group, entry: Entry, writer: Writer, participant: Participant, _today: date
) -> Planned:
    contacts = directory.active_contacts(connection, group.key, participant.id)
    request = writer.request
    about = request.contact_id if request and not writer.foreign_request else None
    asked = next((each for each in contacts if each.id == about), None)
    # A round is put to all focal points under one request: each sees their own data.
    own = next((c for c in contacts if writer.contact and c.id == writer.contact.id), None)
    if asked is not None and own is not None and own.role == asked.role:
        asked = own
    return plan_contact(entry, participant, contacts, asked, own)


def _plan_status(
    connection: Connection, group: Group, entry: Entry, writer: Writer, participant: Participant, _today: date
) -> Planned:
    activities = {each.code: each for each in ledger.all_activities(connection, group.key)}
    before = {
        status.activity: status.fields
        for status in ledger.statuses_of(connection, group.key)
        if status.participant == participant.code
    }
    request = None if writer.foreign_request else writer.request
    return plan_status(entry, participant, activities, request, before)


def _plan_value(
    connection: Connection, group: Group, entry: Entry, _writer: Writer, participant: Participant, today: date
) -> Planned:
    known = measures.all_indicators(connection, group.key)
    measured = measures.all_measurements(connection, group.key)
    return plan_value(entry, participant, known, measured, today)


def _plan_proposal(
    _connection: Connection, _group: Group, entry: Entry, _writer: Writer, participant: Participant, _today: date
) -> Planned:
    return plan_proposal(entry, participant)


_PLANS: Mapping[str, Callable[[Connection, Group, Entry, Writer, Participant, date], Planned]] = {
    "contact": _plan_contact,
    "activity": _plan_status,
    "indicator": _plan_value,
    "proposal": _plan_proposal,
}


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
    if change is not None and change.meeting is not None:
        return delegation.about(change)
    if change is not None and change.activity is not None:
        title = change.activity.title
        code = change.activity.code
        return Bilingual(f"{code}: {title.es}", f"{code}: {title.en}")
    if change is not None and change.indicator is not None:
        indicator = change.indicator
        return Bilingual(f"{indicator.code}: {indicator.name.es}", f"{indicator.code}: {indicator.name.en}")
    if change is not None and change.what == "proposal":
        proposed_title = str(change.after["title"])
        return Bilingual(f"{proposed_title}, {participant.name.es}", f"{proposed_title}, {participant.name.en}")
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
    origin: Origin = PLAIN,
) -> Result:
    """Write a change with its history; returns what the letter tells."""
    change = judged.planned.change
    assert change is not None
    if change.meeting is not None:
        lines = delegation.carry_out(house, connection, group, change, form, who, message_id)
        left = problems_of(judged)
        return Result(EntryOutcome(delegation.about(change), "applied", lines, left, tuple(free_texts)), left)
    problems = problems_of(judged)
    day = valid_from(judged.entry)
    if day is not None and day > house.today(group) and not change.form and change.what in {"new", "update", "leave"}:
        pending.keep(connection, group.key, change, day, who, message_id)
        about = subject_words(judged, change.participant)
        fields = tuple(_told(form, each) for each in _told_fields(change, form))
        return Result(EntryOutcome(about, "dated", fields, problems, tuple(free_texts), day=day), problems)
    contact = perform(house, connection, group, change, who, message_id, origin)
    outcome = EntryOutcome(
        subject_words(judged, change.participant),
        "confirmed" if change.what == "confirm" else "applied",
        tuple(_told(form, each) for each in _told_fields(change, form)),
        problems,
        tuple(free_texts),
    )
    return Result(outcome, problems, contact)


def perform(
    house: House,
    connection: Connection,
    group: Group,
    change: Change,
    who: str,
    message_id: int | None,
    origin: Origin = PLAIN,
) -> Contact | None:
    """Write a change, its history, and take away what was to come of the same fields; returns the contact."""
    if change.form:
        records.perform(house, connection, group, change, who, message_id)
        return None
    contact = _write(house, connection, group, change, message_id)
    _remember(house, connection, group, change, contact, who, message_id, origin)
    pending.supersede(connection, group.key, change)
    return contact


def _write(
    house: House, connection: Connection, group: Group, change: Change, message_id: int | None
) -> Contact | None:
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
    if change.indicator is not None:
        measures.add_measurement(
            connection,
            group.key,
            indicator_id=change.indicator.id,
            participant_id=change.participant.id,
            value=measured_value(change),
            measured_on=measured_on(change),
            source=str(change.after.get("source", "")),
            message_id=message_id,
            now=house.now(),
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
    message_id: int | None,
    origin: Origin,
) -> None:
    now, participant = house.now(), change.participant.id
    lines = []
    if change.activity is not None:
        subject, subject_id = "activity", change.activity.id
    elif change.indicator is not None:
        subject, subject_id = "indicator", change.indicator.id
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
    if change.what == "new":
        lines.append((subject_id, "active", None, True))  # None: there was nobody
    if change.replaces is not None:
        lines.append((change.replaces.id, "active", True, False))
    lines.extend((subject_id, each.field, each.before, each.after) for each in change.fields)
    ledger.add_history(
        connection,
        group.key,
        [
            HistoryLine(
                now,
                who,
                subject,
                about,
                participant,
                field,
                before,
                after,
                message_id,
                origin.decided_by,
                origin.decision_message_id,
                origin.on_behalf,
            )
            for about, field, before, after in lines
        ],
    )


def _told_fields(change: Change, form: Form) -> tuple[FieldChanged, ...]:
    told = change.fields
    if change.what == "leave":
        told = (FieldChanged("change", "", "leave"),)
    known = {"withheld", *(field.id for field in form.fields)}
    return tuple(each for each in told if each.field in known)


def _told(form: Form, changed: FieldChanged) -> FieldChange:
    if changed.field == "withheld":
        return FieldChange(NOT_PUBLISHED, _labels(form, changed.before), _labels(form, changed.after))
    field = form.field(changed.field)
    nothing = Bilingual("", "")
    before = nothing if changed.before in (None, "", []) else show(field, changed.before)
    after = nothing if changed.after in (None, "", []) else show(field, changed.after)
    return FieldChange(field.label, before, after)


NOT_PUBLISHED = Bilingual("No se publica", "Not published")


def _labels(form: Form, fields: object) -> Bilingual:
    """Return the labels of withheld fields."""
    names = [form.field(str(each)).label for each in fields] if isinstance(fields, list) else []
    return Bilingual(", ".join(each.es for each in names), ", ".join(each.en for each in names))


def told_of(change: Change, form: Form) -> tuple[FieldChange, ...]:
    """Return the fields of a change as a letter tells them."""
    return tuple(_told(form, each) for each in _told_fields(change, form))


def held_words(judged: Judged, participant: Participant, why: Bilingual) -> Bilingual:
    """Say in one sentence what an entry is about and why it is held."""
    about = subject_words(judged, participant)
    return Bilingual(f"{about.es}: {why.es}", f"{about.en}: {why.en}")


def proposed(judged: Judged, form: Form, outcome: str, why: Bilingual | None) -> EntryOutcome:
    """Tell an entry that is not applied now: asked, held or refused."""
    change = judged.planned.change
    changes: tuple[FieldChange, ...] = ()
    if change is not None:
        changes = tuple(_told(form, each) for each in _told_fields(change, form))
    place = change.participant if change else None
    about = subject_words(judged, place) if place else _said_about(judged, form)
    return EntryOutcome(about, outcome, changes, problems_of(judged), (), why)


def _said_about(judged: Judged, form: Form) -> Bilingual:
    """Name what an entry without a change is about, by its own words."""
    names = {each.field: each.said for each in judged.entry.doubts}
    key = next((field.id for field in form.fields if field.required), "")
    said = judged.entry.fields.get(key)
    words = str(said.value) if said is not None else names.get(key, "")
    return Bilingual(words, words) if words else form.title


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
    return replace(Entry(document["form"]), fields=fields, publish=document.get("publish", {}))


def renew_shown(
    house: House,
    connection: Connection,
    group: Group,
    writer: Writer,
    letter_id: int,
    told: frozenset[int],
    message_id: int,
) -> tuple[EntryOutcome, ...]:
    """Confirm everybody whose data the answered letter showed, but those ``told`` of already.

    A contact who is no focal point or alternate speaks for nobody else.
    """
    if writer.contact is None or writer.contact.role == "contact":
        return ()
    shown = frozenset(outbox.shown_in(connection, letter_id)) - told
    outcomes = []
    for each in directory.active_contacts(connection, group.key, writer.contact.participant.id):
        if each.id in shown:
            change = Change("confirm", each.participant, each)
            perform(house, connection, group, change, writer.address, message_id)
            place = each.participant.name
            about = Bilingual(f"{each.name}, {place.es}", f"{each.name}, {place.en}")
            outcomes.append(EntryOutcome(about, "confirmed"))
    return tuple(outcomes)
