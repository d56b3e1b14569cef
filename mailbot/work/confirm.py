"""What waits for a word: several at once, each with its number and who may give it, one reminder, then expired.

Each question is a request of its own, so a word can only mean the one thing it answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from mailbot.core.codes import CONFIRM
from mailbot.core.letters.facts import Acknowledgement, Confirmation, EntryOutcome, Received
from mailbot.core.letters.held import DecidedRow
from mailbot.core.letters.subjects import base_subject
from mailbot.core.people import PROVEN, Writer, answered
from mailbot.core.records import Contact, Group, HoldRecord, Participant, RequestRecord
from mailbot.core.values import Bilingual, Form
from mailbot.edges.store import desk, directory, ledger
from mailbot.work import announce, apply, ask, behalf, keeping, performed, replan, telling
from mailbot.work.holding import GRACE, proposed, sure, tell_sender
from mailbot.work.house import House
from mailbot.work.outcome import Case, Wanted
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
KINDS = frozenset({"confirmation", "authority"})  # what a word of those asked may settle
NOT_CHANGED = Bilingual("No se cambió nada.", "Nothing was changed.")


def wait_for_sender(
    house: House,
    connection: Connection,
    group: Group,
    case: Case,
    waiting: Sequence[telling.Judged],
    what: Bilingual,
    about: Participant | None = None,
) -> tuple[RequestRecord, int]:
    """Keep entries until their sender confirms them; returns the request the question is signed with, and the number.

    The same change sent again stays one.
    """
    assert case.writer.participant is not None
    form = house.form(waiting[-1].entry.form)
    request = _own_request(house, connection, group, case, form, waiting)
    kept = [keeping.held_entry(each) for each in waiting]
    same = same_pending(connection, group, case, kept)
    if same is not None:
        desk.close_hold(connection, same.id, "repeated", case.writer.address, house.now())
    number = open_hold(house, connection, group, case, "confirmation", what, kept, request.code, about)
    return request, number


def _own_request(
    house: House, connection: Connection, group: Group, case: Case, form: Form, waiting: Sequence[telling.Judged]
) -> RequestRecord:
    """Return a request of the question's own; a meeting is known by its invitation, so that one stays."""
    participant, asked = case.writer.participant, case.writer.request
    assert participant is not None
    mine = asked is not None and not case.writer.foreign_request and asked.form == form.id
    if asked is not None and mine and form.subject_of == "meeting":
        return asked
    named = [each.planned.change.activity for each in waiting if each.planned.change is not None]
    about = named[0].code if len(waiting) == 1 and named and named[0] is not None else None
    return ask.new_request(house, connection, group, form, participant, contact=case.writer.contact, about=about)


def wait_for_others(
    house: House,
    connection: Connection,
    group: Group,
    case: Case,
    judged: telling.Judged,
    agreed: Sequence[Writer],
) -> int:
    """Keep an entry until somebody else confirms it, or the presidency decides; returns the hold's number."""
    change, verdict = judged.planned.change, judged.verdict
    assert change is not None
    assert verdict is not None
    form = house.form(judged.entry.form)
    asked = _asked(connection, group, judged, case.writer)
    about = telling.subject_words(judged, change.participant)
    what = Bilingual(f"{about.es}: {verdict.why.es}", f"{about.en}: {verdict.why.en}")
    proposal = [keeping.held_entry(judged, agreed)]
    if not asked:
        return open_hold(house, connection, group, case, "authority", what, proposal)
    request = ask.new_request(house, connection, group, form, change.participant)
    addresses = [address for _, address in asked]
    number = open_hold(house, connection, group, case, "authority", what, proposal, request.code, asked_of=addresses)
    told = telling.proposed(judged, form, "held", verdict.why)
    for contact, address in asked:
        _put_question(house, connection, group, case, contact, address, told, request)
    return number


def _asked(
    connection: Connection, group: Group, judged: telling.Judged, writer: Writer
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


def _objection(writer: Writer, hold: HoldRecord) -> str:
    mine = {writer.address.lower(), *(writer.contact.email if writer.contact else ())}
    if not mine & set(hold.asked_of):
        return f"{writer.address} was not asked"
    if writer.certainty not in PROVEN:
        return f"nothing proves that {writer.address} received the question ({writer.certainty})"
    return ""


def take_word(house: House, connection: Connection, group: Group, case: Case, *, yes: bool) -> tuple[str, str] | None:
    """Obey CONFIRMO or NO; None when nothing was asked with this letter or code."""
    holds = pending(connection, group, case)
    if holds:
        return confirm_numbers(house, connection, group, case, [(hold, yes) for hold in holds])
    request = case.writer.request
    if request is None or case.writer.foreign_request:
        return None
    closed = desk.closed_with(connection, group.key, request.code)
    if closed is None or closed.kind not in KINDS:
        return None
    _tell(house, connection, group, case, CLOSED)
    return "asked", f"hold {closed.number} was closed before ({closed.decision}); nothing changed"


def _tell(house: House, connection: Connection, group: Group, case: Case, why: Bilingual) -> None:
    if may_answer(house, connection, group, case.writer.address):
        letter = Received(facts_of_group(connection, group), person_of(case), base_subject(case.message.subject), why)
        queue_letter(house, connection, group, letter, answer_envelope(case))


def pending(connection: Connection, group: Group, case: Case) -> tuple[HoldRecord, ...]:
    """Return what CONFIRMO / CONFIRM or NO in this message is about: what the letter answered asked of them."""
    letter, request = case.in_answer_to, case.writer.request
    if request is not None and not case.writer.foreign_request:
        found = [h for h in desk.holds_open(connection, group.key, request.code) if h.kind in KINDS]
        exact = [h for h in found if letter is not None and h.message_id == letter.answers_message_id]
        if found:
            return tuple((exact or found)[:1])
    if letter is None or letter.answers_message_id is None or not sure(case):
        return ()
    mine = _of_sender(connection, group, case)
    return tuple(hold for hold in mine if hold.message_id == letter.answers_message_id)


def _of_sender(connection: Connection, group: Group, case: Case) -> list[HoldRecord]:
    contact = case.writer.contact
    addresses = {case.writer.address, *(each.lower() for each in (contact.email if contact else ()))}
    holds = desk.holds_open(connection, group.key)
    return [hold for hold in holds if hold.kind == "confirmation" and hold.sender in addresses]


def split(
    connection: Connection, group: Group, case: Case, wanted: Sequence[Wanted]
) -> tuple[list[tuple[HoldRecord, bool]], list[Wanted]]:
    """Part numbers into what waits for the writer's own word (True: confirmed), and the rest."""
    mine = {hold.number: hold for hold in _of_sender(connection, group, case)}
    own = [(mine[each.number], each.word == "accept") for each in wanted if _is_own(each, mine)]
    return own, [each for each in wanted if not _is_own(each, mine)]


def _is_own(wanted: Wanted, mine: dict[int, HoldRecord]) -> bool:
    return wanted.number in mine and wanted.word in {"accept", "reject"}


def same_pending(
    connection: Connection, group: Group, case: Case, proposal: Sequence[dict[str, Any]]
) -> HoldRecord | None:
    """Return what waits already for this sender with the very same values."""
    said = _values(proposal)
    return next((h for h in _of_sender(connection, group, case) if _values(h.proposal) == said), None)


def _values(proposal: object) -> list[Any]:
    kept = proposal if isinstance(proposal, list) else []
    return [(each["form"], {name: value["value"] for name, value in each["fields"].items()}) for each in kept]


def confirm_numbers(
    house: House, connection: Connection, group: Group, case: Case, chosen: Sequence[tuple[HoldRecord, bool]]
) -> tuple[str, str]:
    """Apply or drop what waited for its sender; one answer for all of it."""
    told: list[EntryOutcome] = []
    reasons = []
    objections = [(hold.number, _objection(case.writer, hold)) for hold, _ in chosen]
    refused = [f"hold {number} stays open: {why}" for number, why in objections if why]
    if refused:
        _tell(house, connection, group, case, NOT_PROVEN)
        return "asked", "; ".join(refused)
    for hold, yes in chosen:
        decision = "confirmed" if yes else "refused"
        if not desk.close_hold(connection, hold.id, decision, case.writer.address, house.now()):
            continue
        reasons.append(f"{'confirmed' if yes else 'declined'} by {_whom(case, hold)} (hold {hold.number})")
        if yes:
            told += _carry_out(house, connection, group, case, hold)
    forms = {each["form"] for hold, _ in chosen if isinstance(hold.proposal, list) for each in hold.proposal}
    undoable = any(house.form(each).subject_of in performed.UNDOABLE for each in forms)
    _answer(house, connection, group, case, told, undoable=undoable)
    done = any(each.outcome in {"applied", "confirmed"} for each in told) or not told
    return "applied" if done else "held", "; ".join(reasons) or "nothing waited any more"


def settle_own(
    house: House, connection: Connection, group: Group, case: Case, chosen: Sequence[tuple[HoldRecord, bool]]
) -> tuple[DecidedRow, ...]:
    """Apply or drop what waited for its sender, told among other decisions of the same message."""
    rows = []
    for hold, yes in chosen:
        decision = "confirmed" if yes else "refused"
        if _objection(case.writer, hold):
            rows.append(DecidedRow(hold.number, "unclear", hold.what))
        elif desk.close_hold(connection, hold.id, decision, case.writer.address, house.now()):
            told = tuple(_carry_out(house, connection, group, case, hold)) if yes else ()
            rows.append(DecidedRow(hold.number, "accepted" if yes else "refused", hold.what, entries=told))
    return tuple(rows)


def _whom(case: Case, hold: HoldRecord) -> str:
    return "its sender" if hold.sender == case.writer.address else case.writer.address


def _carry_out(house: House, connection: Connection, group: Group, case: Case, hold: HoldRecord) -> list[EntryOutcome]:
    told = []
    for document in hold.proposal if isinstance(hold.proposal, list) else []:
        entry = keeping.entry_from_json(document)
        agreed = (*keeping.agreed_in(connection, group, document), case.writer)
        pinned = keeping.pinned_in(connection, group, document)
        form = house.form(entry.form)
        target = behalf.kept_target(connection, group, case.writer, hold, entry)
        judged = behalf.judge(house, connection, group, form, entry, case.writer, target, agreed=agreed, pinned=pinned)
        if judged.verdict is None or judged.verdict.action != "do":
            why = judged.verdict.why if judged.verdict else None
            told.append(telling.proposed(judged, form, "held" if why else "asked", why))
            if judged.verdict is not None and judged.verdict.action == "confirm":
                wait_for_others(house, connection, group, case, judged, agreed)
            elif why is not None:
                what, kept = telling.held_words(judged, target.participant, why), [keeping.held_entry(judged, agreed)]
                open_hold(house, connection, group, case, "authority", what, kept, about=target.participant)
            continue
        origin = performed.Origin(None, case.row.id, target.behalf)
        result = apply.carry_out(
            house, connection, group, judged, form, case.writer.address, hold.message_id, origin=origin
        )
        if result.outcome.outcome == "applied":
            known = announce.told_by_answer(house, connection, group, case)
            who, row = case.writer.address, case.row.id
            announce.new_addresses(house, connection, group, judged.planned.change, who, row, known)
        outcome = replace(result.outcome, why=replan.after_report(house, connection, group, case, judged))
        told.append(behalf.shown(group, outcome, target, case.writer))
        named = entry.fields.get("activity")
        meets = form.subject_of == "meeting"  # asked under the invitation's own request
        question = ledger.request_by_code(connection, group.key, hold.token) if hold.token and not meets else None
        others = ledger.asked_of(connection, group.key, target.participant.id)
        ours = [each for each in others if meets or each.round or each.due is not None]
        request = answered(form.id, str(named.value) if named else None, case.asked if meets else (), ours)
        for each in {one.id for one in (request, question) if one is not None}:
            ledger.mark_answered(connection, each, house.now())
        ledger.add_answer(
            connection,
            group.key,
            request=request,
            message_id=hold.message_id,
            participant=target.participant,
            form=form.id,
            fields=keeping.entry_as_json(entry)["fields"],
            now=house.now(),
            entered_by=case.writer.address if target.behalf else None,
        )
    return told


def _answer(
    house: House, connection: Connection, group: Group, case: Case, told: Sequence[EntryOutcome], *, undoable: bool
) -> None:
    if not may_answer(house, connection, group, case.writer.address):
        return
    facts, subject = facts_of_group(connection, group), base_subject(case.message.subject)
    if not told:
        letter = Received(facts, person_of(case), subject, NOT_CHANGED)
        queue_letter(house, connection, group, letter, answer_envelope(case))
        return
    undo = group.undo_days if undoable and any(each.outcome == "applied" for each in told) else 0
    done = Acknowledgement(facts, person_of(case), subject, case.row.received_at, tuple(told), undo_days=undo)
    queue_letter(house, connection, group, done, answer_envelope(case))


def look(house: House, group: Group) -> int:
    """Remind senders once of what waits for their word; what is too old expires and is said."""
    put = 0
    last = timedelta(days=group.confirmation_days)
    with house.engine.begin() as connection:
        for hold in desk.holds_open(connection, group.key):
            if hold.kind != "confirmation":
                continue
            age = house.now() - hold.opened_at
            if age >= last and desk.close_hold(connection, hold.id, "expired", "", house.now()):
                put += tell_sender(house, connection, group, hold, "unconfirmed")
            elif last - GRACE <= age < last and hold.reminded_at is None:
                entries = proposed(house, connection, group, hold)
                put += tell_sender(house, connection, group, hold, "waiting", entries=entries)
                desk.note_told(connection, [hold.id], house.now(), again=True)
    return put
