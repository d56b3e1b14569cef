"""What waits for a word: put to who may give it, and what becomes of the answer.

Each question is a request of its own, so a word can only mean the one thing it answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from mailbot.core.codes import CONFIRM
from mailbot.core.letters.facts import Acknowledgement, Confirmation, EntryOutcome, Received
from mailbot.core.letters.subjects import base_subject
from mailbot.core.people import PROVEN, Writer, answered
from mailbot.core.records import Contact, Group, HoldRecord, RequestRecord
from mailbot.core.values import Bilingual, Entry, Form
from mailbot.edges.store import desk, directory, ledger
from mailbot.work import announce, apply, ask
from mailbot.work.house import House
from mailbot.work.outcome import Case
from mailbot.work.reply import answer_envelope, may_answer, open_hold, person_of
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter

OF_SENDER = Bilingual("Espera la confirmación de quien lo envió.", "Waits for the sender's confirmation.")
NOT_PROVEN = Bilingual(
    "No podemos saber si esta confirmación viene de quien preguntamos. Responda, sin cambiar el destinatario, a "
    "nuestra carta con la pregunta, desde la dirección que la recibió.",
    "We cannot tell whether this confirmation comes from the person we asked. Please reply to our letter with the "
    "question, without changing the recipient, from the address that received it.",
)
CLOSED = Bilingual(
    "Esa pregunta ya estaba cerrada; no se cambió nada más.",
    "That question was closed before; nothing else was changed.",
)
NOTHING = Bilingual("No se cambió nada.", "Nothing was changed.")


def wait_for_sender(
    house: House, connection: Connection, group: Group, case: Case, waiting: Sequence[apply.Judged], what: Bilingual
) -> RequestRecord:
    """Keep entries until their sender confirms them; returns the request the question is signed with."""
    assert case.writer.participant is not None
    form = house.form(waiting[-1].entry.form)
    request = ask.new_request(house, connection, group, form, case.writer.participant, contact=case.writer.contact)
    kept = [apply.held_entry(each) for each in waiting]
    open_hold(house, connection, group, case, "confirmation", what, kept, request.code)
    return request


def wait_for_others(
    house: House,
    connection: Connection,
    group: Group,
    case: Case,
    judged: apply.Judged,
    agreed: Sequence[Writer],
) -> int:
    """Keep an entry until somebody else confirms it, or the presidency decides; returns the hold's number."""
    change, verdict = judged.planned.change, judged.verdict
    assert change is not None
    assert verdict is not None
    form = house.form(judged.entry.form)
    asked = _asked(connection, group, judged, case.writer)
    about = apply.subject_words(judged, change.participant)
    what = Bilingual(f"{about.es}: {verdict.why.es}", f"{about.en}: {verdict.why.en}")
    proposal = [apply.held_entry(judged, agreed)]
    if not asked:
        return open_hold(house, connection, group, case, "authority", what, proposal)
    request = ask.new_request(house, connection, group, form, change.participant)
    addresses = [address for _, address in asked]
    number = open_hold(house, connection, group, case, "authority", what, proposal, request.code, addresses)
    told = apply.proposed(judged, form, "held", verdict.why)
    for contact, address in asked:
        _put_question(house, connection, group, case, contact, address, told, request)
    return number


def _asked(
    connection: Connection, group: Group, judged: apply.Judged, writer: Writer
) -> tuple[tuple[Contact, str], ...]:
    """Return whom a verdict wants asked, at which addresses; nobody whose mail comes back."""
    change, verdict = judged.planned.change, judged.verdict
    assert change is not None
    assert verdict is not None
    if verdict.by == "old-address":
        held = change.contact
        return tuple((held, each) for each in held.email if each not in held.bounced) if held else ()
    colleagues = directory.active_contacts(connection, group.key, change.participant.id)
    mine = writer.contact.id if writer.contact else None
    return tuple(
        (each, each.email[0])
        for each in ask.designated(colleagues)
        if each.role == "focal-point" and each.id != mine and each.email[0] not in each.bounced
    )


def _put_question(
    house: House,
    connection: Connection,
    group: Group,
    case: Case,
    contact: Contact,
    address: str,
    told: EntryOutcome,
    request: RequestRecord,
) -> None:
    asker = case.writer.contact
    by = f"{asker.name} <{case.writer.address}>" if asker else case.writer.address
    letter = Confirmation(facts_of_group(connection, group), person(contact), by, told, request.code)
    envelope = Envelope(
        address, contact.name, contact.language, f"confirm:{request.code}", "once", contact, request, token_for=CONFIRM
    )
    queue_letter(house, connection, group, letter, envelope)


def take_word(house: House, connection: Connection, group: Group, case: Case) -> tuple[str, str] | None:
    """Obey CONFIRMO or NO; None when nothing was asked with this code."""
    request = case.writer.request
    if request is None or case.writer.foreign_request:
        return None
    holds = desk.holds_open(connection, group.key, request.code)
    if not holds:
        closed = desk.closed_hold(connection, group.key, request.code)
        return None if closed is None else _was_closed(house, connection, group, case, *closed)
    objection = _objection(case.writer, holds[0])
    if objection:
        _tell(house, connection, group, case, NOT_PROVEN)
        return "asked", f"hold {holds[0].number} stays open: {objection}"
    if "decline" in case.reading.commands:
        desk.close_hold(connection, holds[0].id, "refused", case.writer.address, house.now())
        _tell(house, connection, group, case, NOTHING)
        return "applied", f"declined (hold {holds[0].number})"
    return _confirmed(house, connection, group, case, holds[0])


def _objection(writer: Writer, hold: HoldRecord) -> str:
    mine = {writer.address.lower(), *(writer.contact.email if writer.contact else ())}
    if not mine & set(hold.asked_of):
        return f"{writer.address} was not asked"
    if writer.certainty not in PROVEN:
        return f"nothing proves that {writer.address} received the question ({writer.certainty})"
    return ""


def _was_closed(
    house: House, connection: Connection, group: Group, case: Case, number: int, decision: str
) -> tuple[str, str]:
    _tell(house, connection, group, case, CLOSED)
    return "asked", f"hold {number} was closed before ({decision}); nothing changed"


def _tell(house: House, connection: Connection, group: Group, case: Case, why: Bilingual) -> None:
    if may_answer(house, connection, group, case.writer.address):
        letter = Received(facts_of_group(connection, group), person_of(case), base_subject(case.message.subject), why)
        queue_letter(house, connection, group, letter, answer_envelope(case))


def _confirmed(house: House, connection: Connection, group: Group, case: Case, hold: HoldRecord) -> tuple[str, str]:
    """Apply what was confirmed, as far as those who agree may; ask on where somebody else must agree too."""
    told: list[EntryOutcome] = []
    applied = 0
    for document in hold.proposal if isinstance(hold.proposal, list) else []:
        outcome, done = _take(house, connection, group, case, hold, document)
        told.append(outcome)
        applied += done
    desk.close_hold(connection, hold.id, "confirmed", case.writer.address, house.now())
    letter = Acknowledgement(
        facts_of_group(connection, group),
        person_of(case),
        base_subject(case.message.subject),
        case.row.received_at,
        tuple(told),
    )
    if may_answer(house, connection, group, case.writer.address):
        queue_letter(house, connection, group, letter, answer_envelope(case))
    return "applied" if applied else "held", f"confirmed by {case.writer.address} (hold {hold.number})"


def _take(
    house: House,
    connection: Connection,
    group: Group,
    case: Case,
    hold: HoldRecord,
    document: Mapping[str, Any],
) -> tuple[EntryOutcome, bool]:
    assert case.writer.participant is not None
    entry = apply.entry_from_json(document)
    form = house.form(entry.form)
    agreed = (*apply.agreed_in(connection, group, document), case.writer)
    pinned = apply.pinned_in(connection, group, document)
    judged = apply.judge(
        house, connection, group, form, entry, case.writer, case.writer.participant, agreed=agreed, pinned=pinned
    )
    if judged.verdict is None:
        return apply.proposed(judged, form, "held", None), False
    if judged.verdict.action == "do":
        result = apply.carry_out(house, connection, group, judged, form, case.writer.address, hold.message_id)
        announce.new_addresses(house, connection, group, case, judged)
        _settle(house, connection, group, case, form, entry)
        return result.outcome, True
    if judged.verdict.action == "confirm":
        wait_for_others(house, connection, group, case, judged, agreed)
    elif judged.verdict.action == "hold":
        open_hold(house, connection, group, case, "authority", judged.verdict.why, [apply.held_entry(judged, agreed)])
    outcome = "refused" if judged.verdict.action == "refuse" else "held"
    return apply.proposed(judged, form, outcome, judged.verdict.why), False


def _settle(house: House, connection: Connection, group: Group, case: Case, form: Form, entry: Entry) -> None:
    """What was confirmed answers our own question about it, where one is open."""
    assert case.writer.participant is not None
    named = entry.fields.get("activity")
    open_ones = [
        each
        for each in ledger.asked_of(connection, group.key, case.writer.participant.id)
        if each.round or each.due is not None
    ]
    request = answered(form.id, str(named.value) if named else None, (), open_ones)
    if request is not None:
        ledger.mark_answered(connection, request.id, house.now())
