"""Entries of a reply: planned, judged by the table, carried out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from mailbot.core.attendance import standing as barred_by
from mailbot.core.authority import Case as Asked
from mailbot.core.authority import Verdict, decide, mildest, standing, strictest
from mailbot.core.changes import (
    Change,
    Planned,
    kinds_of,
    plan_contact,
    plan_status,
    valid_from,
)
from mailbot.core.letters.facts import EntryOutcome, FreeText
from mailbot.core.people import Writer
from mailbot.core.plans import plan_proposal, plan_value
from mailbot.core.records import Contact, Group, Participant
from mailbot.core.replanning import answers_for
from mailbot.core.values import Bilingual, Entry, Form, Problem
from mailbot.edges.store import directory, ledger, measures, outbox, pending
from mailbot.work import delegation, records
from mailbot.work.house import House
from mailbot.work.keeping import Pinned
from mailbot.work.performed import PLAIN, Origin, perform
from mailbot.work.telling import Judged, problems_of, subject_words, told_of

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
        fields = told_of(change, form)
        return Result(EntryOutcome(about, "dated", fields, problems, tuple(free_texts), day=day), problems)
    contact = perform(house, connection, group, change, who, message_id, origin)
    outcome = EntryOutcome(
        subject_words(judged, change.participant),
        "confirmed" if change.what == "confirm" else "applied",
        told_of(change, form),
        problems,
        tuple(free_texts),
    )
    return Result(outcome, problems, contact)


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
