"""Holds to those who may decide them: told when opened, recalled once, expired with a word to who sent them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from mailbot.core.letters.consequences import consequence
from mailbot.core.letters.facts import EntryOutcome, Person
from mailbot.core.letters.held import Decided, DecisionAsked, HoldShown
from mailbot.core.letters.subjects import base_subject
from mailbot.core.people import PROVEN, Writer
from mailbot.core.records import Contact, Group, HoldRecord, Participant
from mailbot.core.values import Entry
from mailbot.edges.store import desk, directory, intake, ledger
from mailbot.work import apply, keeping, telling, unreachable
from mailbot.work.house import House
from mailbot.work.outcome import Answered, Case
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter

GATHERED = timedelta(hours=1)  # the holds of an hour go in one letter
GRACE = timedelta(days=7)  # between the reminder and the end
MOST = 20  # holds in one letter
LONGEST_SAID = 300


def deciders(connection: Connection, group: Group) -> tuple[Contact, ...]:
    """Return who may decide: officers and focal points of the presidency, everybody of the secretariat."""
    found: list[Contact] = []
    for code in (group.presidency, group.secretariat):
        participant = directory.participant_by_code(connection, group.key, code)
        if participant is not None:
            people = directory.active_contacts(connection, group.key, participant.id)
            named = [each for each in people if each.role in {"officer", "focal-point"}]
            found += named if named and code == group.presidency else people
    return tuple({each.id: each for each in found}.values())


def entitled(connection: Connection, group: Group, contact: Contact | None) -> bool:
    """Tell whether a contact may decide for the group."""
    return contact is not None and any(each.id == contact.id for each in deciders(connection, group))


def sure(case: Case) -> bool:
    """Tell whether a message proves who wrote it: a sign of a request, or an answer to a letter to this person."""
    if case.writer.certainty in PROVEN and not case.writer.foreign_request:
        return True
    letter, contact = case.in_answer_to, case.writer.contact
    mine = {case.writer.address, *(contact.email if contact else ())}
    return letter is not None and letter.recipient in {each.lower() for each in mine}


def look(house: House, group: Group) -> int:
    """Tell of new holds, recall old ones, let the oldest expire; returns the letters put."""
    with house.engine.begin() as connection:
        open_ones = [hold for hold in desk.holds_open(connection, group.key) if hold.kind != "confirmation"]
        put = _expire(house, connection, group, open_ones)
        put += _recall(house, connection, group, open_ones)
        put += _tell(house, connection, group, open_ones)
    return put


def _tell(house: House, connection: Connection, group: Group, holds: Sequence[HoldRecord]) -> int:
    new = [hold for hold in holds if hold.told_at is None]
    if not new or house.now() - new[0].opened_at < GATHERED:
        return 0
    return _write(house, connection, group, new[:MOST], waiting=len(holds) - len(new), reminder=False)


def _recall(house: House, connection: Connection, group: Group, holds: Sequence[HoldRecord]) -> int:
    limit = house.now() - timedelta(days=group.hold_days)
    old = [each for each in holds if each.opened_at <= limit and each.told_at and not each.reminded_at]
    return _write(house, connection, group, old[:MOST], waiting=0, reminder=True) if old else 0


def _write(
    house: House, connection: Connection, group: Group, holds: Sequence[HoldRecord], *, waiting: int, reminder: bool
) -> int:
    numbers = ",".join(str(hold.number) for hold in holds)
    put = 0
    for contact in deciders(connection, group):
        if contact.email:
            purpose = "decision-reminder" if reminder else "decision"
            envelope = Envelope(contact.email[0], contact.name, contact.language, purpose, numbers, contact=contact)
            facts = asked(house, connection, group, contact, holds, waiting=waiting, reminder=reminder)
            put += queue_letter(house, connection, group, facts, envelope) is not None
    desk.note_told(connection, [hold.id for hold in holds], house.now(), again=reminder)
    return put


def asked(
    house: House,
    connection: Connection,
    group: Group,
    contact: Contact,
    holds: Sequence[HoldRecord],
    *,
    waiting: int = 0,
    reminder: bool = False,
    again: bool = False,
) -> DecisionAsked:
    """Return what a letter asks of one who may decide."""
    told = tuple(shown(house, connection, group, hold) for hold in holds)
    return DecisionAsked(
        facts_of_group(connection, group), person(contact), told, waiting, reminder=reminder, again=again
    )


def shown(house: House, connection: Connection, group: Group, hold: HoldRecord) -> HoldShown:
    """Return a hold as those who decide see it."""
    contact = next(iter(directory.contacts_at(connection, group.key, hold.sender)), None)
    document = intake.message_row(connection, hold.message_id).reading or {}
    entries = proposed(house, connection, group, hold)
    since = hold.opened_at.astimezone(ZoneInfo(group.timezone)).date()
    said = "" if entries else str(document.get("text", ""))[:LONGEST_SAID]
    name = contact.name if contact else ""
    does = consequence(hold.kind, changes=bool(hold.proposal))
    return HoldShown(hold.number, since, hold.sender, name, hold.what, does, entries, said)


def proposed(house: House, connection: Connection, group: Group, hold: HoldRecord) -> tuple[EntryOutcome, ...]:
    """Return what accepting a hold would change as things stand, before and after."""
    told = []
    for entry, pinned in kept_in(connection, group, hold):
        participant = about(connection, group, hold, entry)
        if participant is not None:
            form = house.form(entry.form)
            judged = apply.judge(
                house, connection, group, form, entry, proposer(connection, group, hold), participant, pinned=pinned
            )
            told.append(telling.proposed(judged, form, "held", None))
    return tuple(told)


def kept_in(connection: Connection, group: Group, hold: HoldRecord) -> tuple[tuple[Entry, keeping.Pinned | None], ...]:
    """Return the entries a hold keeps, each with whom it was about when it was read."""
    kept = hold.proposal if isinstance(hold.proposal, list) else []
    return tuple((keeping.entry_from_json(each), keeping.pinned_in(connection, group, each)) for each in kept)


def about(connection: Connection, group: Group, hold: HoldRecord, entry: Entry) -> Participant | None:
    """Return whom an entry is about: the State it names, else the sender's; None when neither is known."""
    named = entry.fields.get("country")
    if named is not None:
        return directory.participant_by_code(connection, group.key, str(named.value))
    everybody = directory.all_participants(connection, group.key)
    return next((each for each in everybody if each.id == hold.participant_id), None)


def proposer(connection: Connection, group: Group, hold: HoldRecord) -> Writer:
    """Return who sent what is held, as known now; their message answers the request it answered then."""
    contact = next(iter(directory.contacts_at(connection, group.key, hold.sender)), None)
    row = intake.message_row(connection, hold.message_id)
    request = ledger.request_by_id(connection, group.key, row.request_id) if row.request_id else None
    place = contact.participant if contact else None
    return Writer(hold.sender, contact, place, "thread" if contact else "stranger", request)


def _expire(house: House, connection: Connection, group: Group, holds: list[HoldRecord]) -> int:
    put = 0
    for hold in list(holds):
        recalled = hold.reminded_at is not None and house.now() - hold.reminded_at >= GRACE
        if recalled and desk.close_hold(connection, hold.id, "expired", "", house.now()):
            holds.remove(hold)
            put += tell_sender(house, connection, group, hold, "expired")
    return put


def tell_sender(
    house: House,
    connection: Connection,
    group: Group,
    hold: HoldRecord,
    outcome: str,
    reason: str = "",
    entries: tuple[EntryOutcome, ...] = (),
) -> int:
    """Tell who sent what was held what became of it, once, in their language; returns the letters put."""
    if not hold.sender or hold.sender in house.own_addresses or hold.kind == unreachable.KIND:
        return 0  # nobody, ourselves, or an address from which mail comes back
    row = intake.message_row(connection, hold.message_id)
    contact = next(iter(directory.contacts_at(connection, group.key, hold.sender)), None)
    language = row.language if row.language in ("es", "en") else (contact.language if contact else "es")
    envelope = Envelope(
        hold.sender,
        contact.name if contact else "",
        language,
        f"decided:{hold.number}",
        outcome,
        contact=contact,
        request=ledger.request_by_code(connection, group.key, hold.token) if hold.token else None,
        answers=Answered(row.id, row.message_id),
    )
    to = replace(person(contact), address=hold.sender) if contact else Person(hold.sender)
    facts = Decided(
        facts_of_group(connection, group),
        to,
        base_subject(row.subject or ""),
        outcome,
        hold.what,
        hold.number,
        reason,
        entries,
    )
    return int(queue_letter(house, connection, group, facts, envelope) is not None)
