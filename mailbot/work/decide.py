"""Decisions on holds, by mail or by the operator: carried out once, told to who proposed and to who decides.

What accepting a hold does is one line in ``CARRY_OUT``, by its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from mailbot.core.language import fold
from mailbot.core.letters.facts import EntryOutcome
from mailbot.core.letters.held import DecidedRow, DecisionsMade
from mailbot.core.letters.subjects import base_subject
from mailbot.core.reading.decisions import DECISIONS
from mailbot.core.records import Group, HoldRecord
from mailbot.core.values import Bilingual
from mailbot.edges.store import desk, directory, ledger
from mailbot.work import (
    announce,
    apply,
    confirm,
    keeping,
    performed,
    promised,
    proposals,
    replan,
    telling,
    unreachable,
    vouch,
)
from mailbot.work.holding import about, asked, entitled, kept_in, proposer, sure, tell_sender
from mailbot.work.house import House
from mailbot.work.outcome import OPERATOR, Case, Decider, Wanted
from mailbot.work.reply import answer_envelope, may_answer, person_of
from mailbot.work.write import facts_of_group, queue_letter

CarryOut = Callable[[House, Connection, Group, HoldRecord, Decider], tuple[EntryOutcome, ...]]
NOTHING = Bilingual("", "")
NO_STATE = Bilingual(
    "No dice de qué Estado es; no se registró.", "It does not say which State it is about; it was not recorded."
)
LETTERS = frozenset({"decision", "decisions-made", "digest"})  # what they number is decided by reply
COURTESY = (
    "estimad", "dear", "hola", "hello", "hi", "buen", "gracias", "muchas gracias", "saludos", "atentamente", "cordial",
    "thank", "regards", "best", "kind", "sincerely", "yours", "good",
)  # fmt: skip


def apply_entries(
    house: House, connection: Connection, group: Group, hold: HoldRecord, decider: Decider
) -> tuple[EntryOutcome, ...]:
    """Apply the entries a hold keeps; the history names who proposed and who decided."""
    told = []
    writer = proposer(connection, group, hold)
    origin = performed.Origin(decider.who, decider.message_id)
    for entry, pinned in kept_in(connection, group, hold):
        form = house.form(entry.form)
        participant = about(connection, group, hold, entry)
        if participant is None:
            told.append(EntryOutcome(form.title, "refused", why=NO_STATE))
            continue
        judged = apply.judge(house, connection, group, form, entry, writer, participant, pinned=pinned)
        if judged.verdict is None:
            told.append(telling.proposed(judged, form, "asked", None))
            continue
        result = apply.carry_out(house, connection, group, judged, form, hold.sender, hold.message_id, origin=origin)
        if result.outcome.outcome == "applied":  # who proposed it is told by the decision
            announce.new_addresses(
                house, connection, group, judged.planned.change, hold.sender, hold.message_id, (hold.sender,)
            )
        told.append(result.outcome)
        ledger.add_answer(
            connection,
            group.key,
            request=None,
            message_id=hold.message_id,
            participant=participant,
            form=form.id,
            fields=keeping.entry_as_json(entry)["fields"],
            now=house.now(),
        )
    return tuple(told)


def seen(*_: object) -> tuple[EntryOutcome, ...]:
    """Change nothing: somebody has attended to it."""
    return ()


Word = Callable[[House, Connection, Group, Decider, HoldRecord], Bilingual]


def in_words(act: Word) -> CarryOut:
    """Return what a kind of its own does as an outcome that says it in one sentence."""

    def carried(
        house: House, connection: Connection, group: Group, hold: HoldRecord, decider: Decider
    ) -> tuple[EntryOutcome, ...]:
        return (EntryOutcome(hold.what, "applied", why=act(house, connection, group, decider, hold)),)

    return carried


CARRY_OUT: Mapping[str, CarryOut] = {
    "authority": apply_entries,
    "stranger": apply_entries,
    "note": seen,
    "unread": seen,
    unreachable.KIND: seen,
    "vouch": vouch.accept,
    "counter": seen,  # another day asked for by a calendar: `mailbot meeting move` is a person's work
    "replan": in_words(replan.accept),
    "proposal": in_words(proposals.accept),
    "extension": in_words(promised.accept),
}
REFUSE: Mapping[str, CarryOut] = {
    "replan": in_words(replan.refuse),
    "proposal": in_words(proposals.refuse),
    "extension": in_words(promised.refuse),
}
TELL_THEMSELVES = frozenset({"vouch", "proposal", "extension"})


def settle(
    house: House, connection: Connection, group: Group, wanted: Wanted, decider: Decider, own: frozenset[str]
) -> DecidedRow:
    """Decide one hold, once; ``own``: addresses of the decider, who cannot decide what they proposed."""
    if wanted.word == "row":
        return DecidedRow(wanted.number, "row", NOTHING)
    hold = desk.hold_by_number(connection, group.key, wanted.number)
    if hold is None or (hold.kind == "confirmation" and hold.sender not in own):
        return DecidedRow(wanted.number, "unknown", NOTHING)
    if hold.closed_at is not None:
        return _already(connection, group, hold)
    if hold.kind == "confirmation":
        return DecidedRow(hold.number, "unclear", hold.what)
    word = "accept" if wanted.word == "done" and not hold.proposal else wanted.word
    if word not in {"accept", "reject"}:
        return DecidedRow(hold.number, word if word in {"later", "twice"} else "unclear", hold.what)
    if hold.sender in own and hold.proposal:
        return DecidedRow(hold.number, "own", hold.what)
    decision = "accepted" if word == "accept" else "refused"
    if not desk.close_hold(connection, hold.id, decision, decider.who, house.now(), wanted.reason):
        return _already(connection, group, desk.hold_by_number(connection, group.key, hold.number) or hold)
    does = CARRY_OUT[hold.kind] if word == "accept" else REFUSE.get(hold.kind, seen)
    entries = does(house, connection, group, hold, decider)
    if hold.kind not in TELL_THEMSELVES:
        tell_sender(house, connection, group, hold, decision, wanted.reason, entries)
    return DecidedRow(hold.number, decision, hold.what, wanted.reason, entries=entries)


def _already(connection: Connection, group: Group, hold: HoldRecord) -> DecidedRow:
    people = directory.contacts_at(connection, group.key, hold.decided_by)
    by = people[0].name if people else hold.decided_by
    on = hold.closed_at.astimezone(ZoneInfo(group.timezone)).date() if hold.closed_at else None
    return DecidedRow(hold.number, "already", hold.what, hold.reason, by, on, decision=hold.decision)


def by_operator(house: House, group: Group, numbers: Sequence[int], word: str, reason: str) -> tuple[DecidedRow, ...]:
    """Decide holds on the operator's word; same path, recorded as decided by the operator."""
    with house.engine.begin() as connection:
        wanted = [Wanted(number, word, reason) for number in dict.fromkeys(numbers)]
        return tuple(settle(house, connection, group, each, Decider(OPERATOR), frozenset()) for each in wanted)


def take_decisions(house: House, connection: Connection, group: Group, case: Case) -> tuple[str, str] | None:
    """Decide what a message decides; None when its numbers are about something else."""
    letter = case.in_answer_to
    to_ours = letter is not None and letter.kind in LETTERS
    if case.writer.contact is None or (case.reading.entries and not to_ours):
        return None
    may = entitled(connection, group, case.writer.contact)
    wanted = _wanted(connection, group, case, letter if to_ours else None)
    wanted = _of_that_letter(wanted, letter, to_ours=to_ours) or _one_word(connection, group, case)
    if not wanted:
        return None
    mine, wanted = confirm.split(connection, group, case, wanted)
    if not mine and not _concerns_us(connection, group, wanted, may=may, to_ours=to_ours):
        return None
    if not sure(case):
        return _ask_again(house, connection, group, case, may=may)
    if mine and not wanted:
        return confirm.confirm_numbers(house, connection, group, case, mine)
    kept = confirm.settle_own(house, connection, group, case, mine)
    return _decided(house, connection, group, case, wanted, kept, may=may)


def _wanted(connection: Connection, group: Group, case: Case, letter: Any | None) -> list[Wanted]:
    """Return what is wanted of each number; two different words about one are "twice"."""
    found: dict[int, Wanted] = {}
    for said in case.reading.decisions:
        for number in (said.number,) if said.number is not None else _listed(connection, group, letter):
            before = found.get(number)
            word = said.word if before is None or before.word == said.word else "twice"
            found[number] = Wanted(number, word, said.reason)
    return list(found.values())


def _of_that_letter(wanted: list[Wanted], letter: Any | None, *, to_ours: bool) -> list[Wanted]:
    """Leave out numbers that mean an activity or a request in the letter answered, or say so where it lists holds too.

    A hold opened later may have the number that a row of that letter had.
    """
    rows = letter.rows or () if letter is not None else ()
    others = {int(each["number"]) for each in rows if each.get("number") and not each.get("hold")}
    if not to_ours:
        return [each for each in wanted if each.number not in others]
    return [replace(each, word="row") if each.number in others else each for each in wanted]


def _one_word(connection: Connection, group: Group, case: Case) -> list[Wanted]:
    """Return what one word without a number means in answer to a letter for deciding: its hold, if it has only one."""
    letter = case.in_answer_to
    if letter is None or letter.kind != "decision" or case.reading.entries:
        return []
    first = next((line.strip() for line in case.reading.text.split("\n") if line.strip()), "")
    word = DECISIONS.get(fold(first).strip(" .!¡"))
    numbers = _listed(connection, group, letter) if word is not None else ()
    return [Wanted(each, word if word is not None and len(numbers) == 1 else "unclear") for each in numbers]


def _listed(connection: Connection, group: Group, letter: Any | None) -> tuple[int, ...]:
    """Return the numbers a letter of ours put to its reader: what came later they have not seen."""
    if letter is None:
        return ()
    if letter.purpose in {"decision", "decision-reminder"}:
        return tuple(int(number) for number in letter.period.split(","))
    holds = desk.holds_open(connection, group.key)
    return tuple(each.number for each in holds if each.kind != "confirmation" and each.opened_at <= letter.queued_at)


def _concerns_us(connection: Connection, group: Group, wanted: Sequence[Wanted], *, may: bool, to_ours: bool) -> bool:
    if to_ours:
        return True
    known = any(desk.hold_by_number(connection, group.key, each.number) is not None for each in wanted)
    return bool(wanted) and (known or may)


def _ask_again(house: House, connection: Connection, group: Group, case: Case, *, may: bool) -> tuple[str, str]:
    """An address alone proves nothing: whoever owns it gets the numbers once more, to answer that letter."""
    holds = [each for each in desk.holds_open(connection, group.key) if each.kind != "confirmation"]
    contact = case.writer.contact
    if not may or not holds or contact is None or not may_answer(house, connection, group, case.writer.address):
        return "asked", "decisions from an address that proves nothing; nothing decided"
    facts = asked(house, connection, group, contact, holds[:20], again=True)
    queue_letter(house, connection, group, replace(facts, to=person_of(case)), answer_envelope(case))
    return "asked", "decisions from an address that proves nothing: asked to answer our letter"


def _decided(
    house: House,
    connection: Connection,
    group: Group,
    case: Case,
    wanted: Sequence[Wanted],
    kept: Sequence[DecidedRow],
    *,
    may: bool,
) -> tuple[str, str]:
    contact = case.writer.contact
    assert contact is not None
    own = frozenset({case.writer.address, *(each.lower() for each in contact.email)})
    decider = Decider(case.writer.address, case.row.id)
    if may:
        rows = tuple(settle(house, connection, group, each, decider, own) for each in wanted)
    else:
        rows = tuple(_not_entitled(connection, group, each, own) for each in wanted)
    rows = (*kept, *rows)
    if may_answer(house, connection, group, case.writer.address):
        changed = any(entry.changes for row in rows for entry in row.entries)
        undo = group.undo_days if changed else 0
        facts = DecisionsMade(
            facts_of_group(connection, group),
            person_of(case),
            base_subject(case.message.subject),
            rows,
            _also(case),
            undo,
        )
        queue_letter(house, connection, group, facts, answer_envelope(case))
    return _outcome(rows)


def _not_entitled(connection: Connection, group: Group, wanted: Wanted, own: frozenset[str]) -> DecidedRow:
    """Tell somebody without a say no more of a hold than what became of their own."""
    hold = desk.hold_by_number(connection, group.key, wanted.number)
    if hold is not None and hold.sender in own and hold.closed_at is not None:
        return _already(connection, group, hold)
    return DecidedRow(wanted.number, "not-entitled", NOTHING)


def _outcome(rows: Sequence[DecidedRow]) -> tuple[str, str]:
    done = [row for row in rows if row.outcome in {"accepted", "refused"}]
    told = "; ".join(f"hold {row.number}: {row.outcome}" for row in rows)
    return ("applied" if done else "asked"), told or "no number named"


def _also(case: Case) -> str:
    """Return the writer's words that are neither a decision nor a courtesy."""
    said = {each.said for each in case.reading.decisions}
    reasons = " ".join(each.reason for each in case.reading.decisions)
    lines = [line.strip() for line in case.reading.text.split("\n")]
    rest = [line for line in lines if line and line not in said and line not in reasons]
    rest = [line for line in rest if len(line.split()) > 2 and not line.casefold().startswith(COURTESY)]
    return "\n".join(rest)[:300]
