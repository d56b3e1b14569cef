"""What waits for its own sender to confirm: several at once, each with its number, one reminder, then expired."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from mailbot.core.letters.facts import Acknowledgement, EntryOutcome, Received
from mailbot.core.letters.held import DecidedRow
from mailbot.core.letters.subjects import base_subject
from mailbot.core.people import answered
from mailbot.core.records import Group, HoldRecord
from mailbot.core.values import Bilingual
from mailbot.edges.store import desk, ledger
from mailbot.work import apply, behalf, replan
from mailbot.work.holding import GRACE, entries_of, proposed, sure, tell_sender
from mailbot.work.house import House
from mailbot.work.outcome import Case, Wanted
from mailbot.work.reply import answer_envelope, may_answer, open_hold, person_of
from mailbot.work.write import facts_of_group, queue_letter

NOT_CHANGED = Bilingual("No se cambió nada.", "Nothing was changed.")


def pending(connection: Connection, group: Group, case: Case) -> tuple[HoldRecord, ...]:
    """Return what CONFIRMO / CONFIRM or NO in this message is about: what the letter answered asked of them."""
    letter, request = case.in_answer_to, case.writer.request
    if request is not None and not case.writer.foreign_request:
        found = [h for h in desk.holds_open(connection, group.key, request.code) if h.kind == "confirmation"]
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


def confirm_hold(house: House, connection: Connection, group: Group, case: Case, hold: HoldRecord) -> tuple[str, str]:
    """Apply what its sender has now confirmed by reply."""
    return confirm_numbers(house, connection, group, case, [(hold, True)])


def confirm_numbers(
    house: House, connection: Connection, group: Group, case: Case, chosen: Sequence[tuple[HoldRecord, bool]]
) -> tuple[str, str]:
    """Apply or drop what waited for its sender; one answer for all of it."""
    told: list[EntryOutcome] = []
    reasons = []
    for hold, yes in chosen:
        decision = "confirmed" if yes else "refused"
        if not desk.close_hold(connection, hold.id, decision, case.writer.address, house.now()):
            continue
        reasons.append(f"{'confirmed' if yes else 'declined'} by its sender (hold {hold.number})")
        if yes:
            told += _carry_out(house, connection, group, case, hold)
    _answer(house, connection, group, case, told)
    done = any(each.outcome in {"applied", "confirmed"} for each in told) or not told
    return "applied" if done else "held", "; ".join(reasons) or "nothing waited any more"


def settle_own(
    house: House, connection: Connection, group: Group, case: Case, chosen: Sequence[tuple[HoldRecord, bool]]
) -> tuple[DecidedRow, ...]:
    """Apply or drop what waited for its sender, told among other decisions of the same message."""
    rows = []
    for hold, yes in chosen:
        decision = "confirmed" if yes else "refused"
        if desk.close_hold(connection, hold.id, decision, case.writer.address, house.now()):
            told = tuple(_carry_out(house, connection, group, case, hold)) if yes else ()
            rows.append(DecidedRow(hold.number, "accepted" if yes else "refused", hold.what, entries=told))
    return tuple(rows)


def _carry_out(house: House, connection: Connection, group: Group, case: Case, hold: HoldRecord) -> list[EntryOutcome]:
    told = []
    sure_writer = replace(case.writer, certainty="thread") if sure(case) else case.writer
    for entry in entries_of(hold):
        form = house.form(entry.form)
        target = behalf.kept_target(connection, group, case.writer, hold, entry)
        judged = behalf.judge(connection, group, form, entry, sure_writer, target, house.today(group))
        if judged.verdict is None or judged.verdict.action != "do":
            why = judged.verdict.why if judged.verdict else None
            told.append(apply.proposed(judged, form, "held" if why else "asked", why))
            if why is not None:
                what, kept = apply.held_words(judged, target.participant, why), [apply.entry_as_json(entry)]
                open_hold(house, connection, group, case, "authority", what, kept, about=target.participant)
            continue
        origin = apply.Origin(None, case.row.id, target.behalf)
        result = apply.carry_out(
            house, connection, group, judged, form, case.writer.address, hold.message_id, origin=origin
        )
        outcome = replace(result.outcome, why=replan.after_report(house, connection, group, case, judged))
        told.append(behalf.shown(group, outcome, target, case.writer))
        named = entry.fields.get("activity")
        others = ledger.asked_of(connection, group.key, target.participant.id)
        request = answered(form.id, str(named.value) if named else None, case.asked, others)
        if request is not None:
            ledger.mark_answered(connection, request.id, house.now())
        ledger.add_answer(
            connection,
            group.key,
            request=request,
            message_id=hold.message_id,
            participant=target.participant,
            form=form.id,
            fields=apply.entry_as_json(entry)["fields"],
            now=house.now(),
            entered_by=case.writer.address if target.behalf else None,
        )
    return told


def _answer(house: House, connection: Connection, group: Group, case: Case, told: Sequence[EntryOutcome]) -> None:
    if not may_answer(house, connection, group, case.writer.address):
        return
    facts, subject = facts_of_group(connection, group), base_subject(case.message.subject)
    if not told:
        letter = Received(facts, person_of(case), subject, NOT_CHANGED)
        queue_letter(house, connection, group, letter, answer_envelope(case))
        return
    undo = group.undo_days if any(each.outcome == "applied" for each in told) else 0
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
