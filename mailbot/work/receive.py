"""A message: collected raw, read, decided, recorded with its letters in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from mailbot.core import automatic, message, reading
from mailbot.core.codes import CONFIRM, REPLY
from mailbot.core.people import PROVEN, Writer, identify
from mailbot.core.reading import numbered
from mailbot.core.records import Group, RequestRecord
from mailbot.core.trust import Signature
from mailbot.core.values import Bilingual, Known, Message, Reading
from mailbot.edges import journal
from mailbot.edges.store import desk, directory, intake, ledger, outbox
from mailbot.work import answer, behalf, translate, trust
from mailbot.work.house import House, Inbox
from mailbot.work.outcome import Case, Outcome

MAXIMUM_STARTS = 3


def collect(house: House, group: Group, inbox: Inbox) -> int:
    """Store what is new in the mailbox, raw, before anybody reads it; returns how many."""
    with house.engine.begin() as connection:
        after = intake.last_position(connection, group.key, inbox.mailbox)
    new = 0
    for batch in inbox.collect(after):
        house.step("collected")
        with house.engine.begin() as connection:
            new += intake.store_raw(connection, group.key, batch, house.now())
        house.step("raw-committed")
    if new:
        journal.collected(group.key, new)
    return new


def file_handled(house: House, group: Group, inbox: Inbox) -> int:
    """Mark or move in the mailbox what has a committed outcome; returns how many."""
    with house.engine.begin() as connection:
        rows = intake.to_file(connection, group.key, inbox.mailbox)
    if not rows:
        return 0
    inbox.file([intake.position_of(row) for row in rows])
    with house.engine.begin() as connection:
        intake.mark_filed(connection, [row.id for row in rows])
    house.step("filed")
    return len(rows)


def handle_waiting(house: House, group: Group, limit: int = 50) -> int:
    """Give every waiting message its outcome; returns how many got one.

    A message whose handling was begun before and has no outcome is taken alone, so that
    one that kills the process cannot take its neighbours with it.
    """
    with house.engine.begin() as connection:
        ids = intake.begin_batch(connection, group.key, limit)
    for place, row_id in enumerate(ids):
        try:
            handle(house, group, row_id)
        except DBAPIError:
            _give_back(house, ids[place:])
            raise
    return len(ids)


def _give_back(house: House, ids: Sequence[int]) -> None:
    """Trouble of the database is no fault of a message: its start does not count."""
    with suppress(DBAPIError), house.engine.begin() as connection:
        intake.uncount(connection, ids)


def handle(house: House, group: Group, row_id: int) -> None:
    """Give one message its one outcome.

    What nobody foresaw is set aside whole, in a transaction of its own, and the daemon goes
    on; trouble of the database itself is passed up, since then nothing can be recorded.
    """
    try:
        outcome = _handle(house, group, row_id)
    except DBAPIError:
        raise
    except Exception as error:  # noqa: BLE001 - around one message (house rules)
        journal.message_failed(group.key, row_id, error)
        outcome = _set_aside_whole(house, group, row_id, repr(error))
    journal.message_handled(
        group.key,
        row_id,
        sender=outcome.sender,
        kind=outcome.kind,
        outcome=outcome.outcome,
        reason=outcome.reason,
        message_id=outcome.message_id,
        certainty=outcome.certainty,
    )


def _handle(house: House, group: Group, row_id: int) -> Outcome:
    with house.engine.begin() as connection:
        row = intake.message_row(connection, row_id)
        if row.attempts > MAXIMUM_STARTS:
            return _recorded_unread(house, connection, group, row, "the process ended while reading")
    read = message.parse(row.raw)
    signatures = trust.signatures_of(house, row.raw)
    with house.engine.begin() as connection:
        twin = intake.twin(connection, group.key, row.id, row.sha256, read.message_id)
        case = _understand(house, connection, group, row, read, twin, signatures)
    house.step("read")
    free_texts = translate.ready(house, case.reading)
    house.step("decided")
    with house.engine.begin() as connection:
        outcome = answer.decide(house, connection, group, case, free_texts)
        house.step("before-record")
        _record(house, connection, group, case, outcome)
    house.step("recorded")
    return outcome


def _understand(
    house: House,
    connection: Connection,
    group: Group,
    row: Any,
    read: Message,
    twin: tuple[int, bool] | None,
    signatures: Sequence[Signature] = (),
) -> Case:
    recognised = automatic.recognise(read, house.own_addresses)
    address = read.sender.address.lower() if read.sender else ""
    human = recognised.kind == "human"
    contacts = directory.contacts_at(connection, group.key, address) if address else ()
    gathered = trust.gather(house, connection, group, row, read, contacts, signatures)
    evidence = gathered.evidence if human else ()
    letter = gathered.letter if human else None
    signed = gathered.proof.signed
    writer = _by_numbered_letter(identify(address, contacts, evidence, signed=signed), letter)
    sent, referred = None, letter
    if human:
        letter = letter or _letter_of(connection, writer)
        sent = _parsed(letter.raw) if letter is not None else None
    known = _known(house, connection, group, row, read, writer)
    asked = _asked(connection, group, writer, letter)
    done, rows_said = _read(house, read, known, sent, asked, _rows(connection, writer, referred), writer)
    purpose = CONFIRM if {"confirm", "decline"} & set(done.commands) else REPLY
    used = [each.used_for(purpose) for each in evidence]
    writer = _by_numbered_letter(identify(address, contacts, used, signed=signed), referred)
    return Case(row, read, done, writer, twin, letter, asked, rows_said, gathered)


def _read(
    house: House,
    read: Message,
    known: Known,
    sent: Message | None,
    asked: tuple[RequestRecord, ...],
    rows: Mapping[int, numbered.Row],
    writer: Writer,
) -> tuple[Reading, tuple[numbered.RowSaid, ...]]:
    codes = {each.code: each.about for each in asked if each.about}

    def in_words(message: Message) -> Reading:
        if len(asked) > 1:
            return reading.read_in_parts(reading.read, message, house.forms, known, sent, codes)
        return reading.read(message, house.forms, known, sent)

    code = writer.participant.code if writer.participant else None
    return numbered.read_numbered(in_words, read, house.forms, known, sent, rows, code)


def _rows(connection: Connection, writer: Writer, referred: Any | None) -> Mapping[int, numbered.Row]:
    """Return what numbers mean in the letter that is answered, never in a newer one.

    Without a reference to it, in all letters about the request to this address: only what they
    agree on is sure.
    """
    if referred is not None:
        return numbered.rows_from([referred.rows or ()])
    if writer.request is None or writer.foreign_request:
        return {}
    return numbered.rows_from(outbox.rows_for(connection, writer.request.id, writer.address))


def _by_numbered_letter(writer: Writer, letter: Any | None) -> Writer:
    """A digest asks nothing, but a reference to it proves as much as to a request: it went to this address."""
    sure = letter is not None and letter.rows is not None and letter.recipient == writer.address
    return replace(writer, certainty="thread") if sure and writer.certainty in {"address", "signed"} else writer


def _asked(connection: Connection, group: Group, writer: Writer, letter: Any | None) -> tuple[RequestRecord, ...]:
    """Return what our letter put to the writer's participant, or recalled; else what its signs name."""
    if writer.participant is None:
        return ()
    own = () if writer.request is None or writer.foreign_request else (writer.request,)
    found = {each.id: each for each in own}
    for key in outbox.requests_recalled(connection, letter.id) if letter is not None else ():
        request = ledger.request_by_id(connection, group.key, key)
        if request is not None and request.participant.id == writer.participant.id:
            found.setdefault(key, request)
    return tuple(found.values())


@lru_cache(maxsize=64)
def _parsed(raw: bytes) -> Message:
    """A letter of ours; to a reminder or a circular many answers come to the same one."""
    return message.parse(raw)


def read_again(house: House, group: Group, row: Any) -> dict[str, Any]:
    """Read a stored message with this version; returns the document of ``read --json``."""
    with house.engine.begin() as connection:
        case = _understand(house, connection, group, row, message.parse(row.raw), None)
    return reading.as_json(case.reading)


def _letter_of(connection: Connection, writer: Writer) -> Any | None:
    if writer.request is None or writer.foreign_request:
        return None
    return outbox.letter_of_request(connection, writer.request.id, writer.address)


def _known(
    house: House,
    connection: Connection,
    group: Group,
    row: Any,
    read: Message,
    writer: Writer,
) -> Known:
    when = read.date or row.received_at
    region = writer.participant.code if writer.participant else None
    for_whom = behalf.said_in((line.text for line in read.lines if not line.depth), house.country_names)
    return Known(
        today=when.astimezone(ZoneInfo(group.timezone)).date(),
        region=region if region and len(region) == 2 else None,
        on_behalf=(for_whom[1] or None) if for_whom else None,
        countries=house.country_names,
        activities={a.code: a.title for a in ledger.all_activities(connection, group.key)},
        own=house.own_addresses,
    )


def _record(house: House, connection: Connection, group: Group, case: Case, outcome: Outcome) -> None:
    writer = case.writer
    intake.record_outcome(
        connection,
        case.row.id,
        outcome.outcome,
        outcome.reason,
        message_id=case.message.message_id,
        kind=case.reading.kind,
        sender=writer.address,
        subject=case.message.subject[:1000],
        language=case.reading.language,
        certainty=writer.certainty,
        trust=trust.document(writer, case.gathered),
        participant_id=writer.participant.id if writer.participant else None,
        contact_id=writer.contact.id if writer.contact else None,
        request_id=writer.request.id if writer.request and not writer.foreign_request else None,
        reading=reading.as_json(case.reading),
        handled_at=house.now(),
    )
    if case.reading.kind in {"answer", "command", "note"} and writer.certainty in PROVEN:
        directory.clear_bounce(connection, group.key, writer.address)


def _set_aside_whole(house: House, group: Group, row_id: int, error: str) -> Outcome:
    with house.engine.begin() as connection:
        row = intake.message_row(connection, row_id)
        return _recorded_unread(house, connection, group, row, error)


def _recorded_unread(house: House, connection: Connection, group: Group, row: Any, error: str) -> Outcome:
    number = desk.open_hold(
        connection,
        group.key,
        kind="unread",
        message_id=row.id,
        participant_id=None,
        sender=row.sender or "",
        what=Bilingual(
            f"El mensaje n.º {row.id} no pudo leerse; ábralo en el buzón.",
            f"Message no. {row.id} could not be read; open it in the mailbox.",
        ),
        proposal=None,
        now=house.now(),
    )
    outcome = Outcome("held", f"set aside whole (hold {number}): {error}", kind="unreadable")
    intake.record_outcome(
        connection,
        row.id,
        outcome.outcome,
        outcome.reason,
        kind="unreadable",
        handled_at=house.now(),
    )
    return outcome
