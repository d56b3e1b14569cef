"""A form that came back: judged entry by entry, applied, asked, confirmed or held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection

from mailbot.core.codes import CONFIRM, REPLY
from mailbot.core.letters.facts import Acknowledgement, EntryOutcome, FreeText
from mailbot.core.letters.subjects import base_subject
from mailbot.core.people import answered
from mailbot.core.records import Group, Participant, RequestRecord
from mailbot.core.values import Bilingual, Entry, Form, Problem
from mailbot.edges.store import directory, ledger
from mailbot.work import announce, apply, ask, confirm
from mailbot.work.house import House
from mailbot.work.outcome import Case
from mailbot.work.reply import answer_envelope, may_answer, open_hold, person_of
from mailbot.work.write import facts_of_group, queue_letter, shown_form

FreeTexts = Mapping[tuple[int, str], FreeText]


def take_entries(
    house: House, connection: Connection, group: Group, case: Case, free_texts: FreeTexts
) -> tuple[str, str]:
    """Take a reply's entries one by one; returns (outcome, reason)."""
    writer, participant = case.writer, case.writer.participant
    assert participant is not None
    told: list[EntryOutcome] = []
    problems: list[Problem] = []
    waiting: list[apply.Judged] = []
    numbers: list[int] = []
    applied = refused = 0
    answers: list[RequestRecord] = []
    others = ledger.asked_of(connection, group.key, participant.id)
    last: Entry | None = None
    about: int | None = None
    for place, entry in enumerate(case.reading.entries):
        form = house.form(entry.form)
        request = answered(form.id, _activity(entry), case.asked)
        judged = apply.judge(house, connection, group, form, entry, replace(writer, request=request), participant)
        last = entry
        if judged.verdict is None:
            told.append(apply.proposed(judged, form, "asked", None))
            problems.extend(apply.problems_of(judged))
        elif judged.verdict.action == "do":
            texts = [text for (number, _), text in free_texts.items() if number == place]
            result = apply.carry_out(house, connection, group, judged, form, writer.address, case.row.id, texts)
            announce.new_addresses(house, connection, group, case, judged)
            told.append(result.outcome)
            problems.extend(result.problems)
            about = result.contact.id if result.contact else about
            request = request or answered(form.id, _activity(entry), (), others)
            _keep_answer(house, connection, group, case, participant, form, entry, request)
            applied += 1
            answers += [request] if request is not None else []
        elif judged.verdict.action == "confirm" and judged.verdict.by == "sender":
            told.append(apply.proposed(judged, form, "asked", judged.verdict.why))
            problems.extend(apply.problems_of(judged))
            waiting.append(judged)
        elif judged.verdict.action == "confirm":
            told.append(apply.proposed(judged, form, "held", judged.verdict.why))
            numbers.append(confirm.wait_for_others(house, connection, group, case, judged, (writer,)))
        elif judged.verdict.action == "refuse":
            told.append(apply.proposed(judged, form, "refused", judged.verdict.why))
            refused += 1
        else:
            told.append(apply.proposed(judged, form, "held", judged.verdict.why))
            what = _held_words(judged, participant, judged.verdict.why)
            proposal = [apply.held_entry(judged, (writer,))]
            numbers.append(open_hold(house, connection, group, case, "authority", what, proposal))
    assert last is not None
    if waiting:
        request = confirm.wait_for_sender(house, connection, group, case, waiting, confirm.OF_SENDER)
    else:
        request = _request_for(house, connection, group, case, last, needed=bool(problems))
    if applied and not waiting:
        _settle(house, connection, answers, problems)
    _acknowledge(house, connection, group, case, told, problems, last, request, waiting, about)
    return _result(applied, len(waiting), numbers, refused, problems)


def _held_words(judged: apply.Judged, participant: Participant, why: Bilingual) -> Bilingual:
    about = apply.subject_words(judged, participant)
    return Bilingual(f"{about.es}: {why.es}", f"{about.en}: {why.en}")


def _result(applied: int, waiting: int, numbers: list[int], refused: int, problems: list[Problem]) -> tuple[str, str]:
    parts = [f"{refused} refused"] if refused else []
    if applied:
        parts.append(f"{applied} applied")
    if waiting:
        parts.append(f"{waiting} to be confirmed by the sender")
    if numbers:
        parts.append("held as " + ", ".join(str(number) for number in numbers))
    if problems:
        parts.append(f"{len(problems)} to be mended")
    reason = "; ".join(parts) or "nothing to change"
    if applied:
        return "applied", reason
    return ("held" if numbers and not waiting else "asked"), reason


def _keep_answer(
    house: House,
    connection: Connection,
    group: Group,
    case: Case,
    participant: Participant,
    form: Form,
    entry: Entry,
    request: RequestRecord | None,
) -> None:
    ledger.add_answer(
        connection,
        group.key,
        request=request,
        message_id=case.row.id,
        participant=participant,
        form=form.id,
        fields=apply.entry_as_json(entry)["fields"],
        now=house.now(),
    )


def _activity(entry: Entry) -> str | None:
    """Return the code of the activity an entry names."""
    named = entry.fields.get("activity")
    return str(named.value) if named is not None else None


def _settle(house: House, connection: Connection, answers: list[RequestRecord], problems: list[Problem]) -> None:
    """Close the questions for the whole participant once they are answered without doubts left."""
    for request in answers if not problems else ():
        ledger.mark_answered(connection, request.id, house.now())


def _request_for(
    house: House,
    connection: Connection,
    group: Group,
    case: Case,
    entry: Entry,
    *,
    needed: bool,
) -> RequestRecord | None:
    """Return the request an answer belongs to; a question of ours needs one of its own."""
    request = case.writer.request
    if request is not None and not case.writer.foreign_request:
        return request
    participant = case.writer.participant
    if not needed or participant is None:
        return None
    form = house.form(entry.form)
    return ask.new_request(house, connection, group, form, participant, contact=case.writer.contact)


def _acknowledge(
    house: House,
    connection: Connection,
    group: Group,
    case: Case,
    told: list[EntryOutcome],
    problems: list[Problem],
    entry: Entry,
    request: RequestRecord | None,
    waiting: list[apply.Judged],
    about: int | None,
) -> None:
    if not may_answer(house, connection, group, case.writer.address):
        return
    corrected = None
    if (problems or waiting) and request is not None:
        form = house.form(entry.form)
        values = _values_for_form(connection, group, form, entry, case, about)
        corrected = shown_form(form, values, request.code, tuple(problems))
    letter = Acknowledgement(
        facts_of_group(connection, group),
        person_of(case),
        base_subject(case.message.subject),
        case.row.received_at,
        tuple(told),
        len(problems),
        corrected,
        confirm=bool(waiting),
    )
    queue_letter(house, connection, group, letter, answer_envelope(case, request, CONFIRM if waiting else REPLY))


def _values_for_form(
    connection: Connection,
    group: Group,
    form: Form,
    entry: Entry,
    case: Case,
    about: int | None,
) -> dict[str, object]:
    """Fill the corrected form with what we hold, what was certain, and proposals."""
    contact = directory.contact_by_id(connection, group.key, about) if about else None
    held = {}
    if form.subject_of == "contact" and (contact or "name" not in entry.fields):
        held = ask.known_values(form, contact or case.writer.contact, None, {})
    said = {name: value.value for name, value in entry.fields.items()}
    offered = {d.field: d.proposal for d in entry.doubts if d.proposal is not None}
    return {**held, **said, **offered}
