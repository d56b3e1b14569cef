"""A form that came back: judged entry by entry, applied, asked, confirmed or held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection

from mailbot.core.changes import problem_of_day
from mailbot.core.checks import checked
from mailbot.core.codes import CONFIRM, REPLY
from mailbot.core.letters.facts import Acknowledgement, EntryOutcome, FreeText
from mailbot.core.letters.subjects import base_subject
from mailbot.core.people import answered
from mailbot.core.records import Group, Participant, RequestRecord
from mailbot.core.sentences import as_proposed, told_of_a_person, told_together
from mailbot.core.values import Bilingual, Entry, Form, Problem
from mailbot.edges.store import directory, ledger
from mailbot.work import announce, apply, ask, behalf, confirm, keeping, performed, replan, telling
from mailbot.work.house import House
from mailbot.work.outcome import Case
from mailbot.work.performed import UNDOABLE
from mailbot.work.reply import answer_envelope, may_answer, open_hold, person_of
from mailbot.work.write import facts_of_group, queue_letter, shown_form

FreeTexts = Mapping[tuple[int, str], FreeText]


def take_entries(
    house: House,
    connection: Connection,
    group: Group,
    case: Case,
    free_texts: FreeTexts,
    also: tuple[EntryOutcome, ...] = (),
) -> tuple[str, str]:
    """Take a reply's entries one by one; returns (outcome, reason).  ``also`` is told in the same answer."""
    writer, participant = case.writer, case.writer.participant
    assert participant is not None
    told: list[EntryOutcome] = list(also)
    problems: list[Problem] = []
    waiting: list[telling.Judged] = []
    numbers: list[int] = []
    applied = 0
    answers: list[RequestRecord] = []
    others = ledger.asked_of(connection, group.key, participant.id)
    last: Entry | None = None
    spoken: set[int] = set()
    all_the_rest = False
    about: int | None = None
    sentence = False
    whose: Participant | None = None
    for place, entry in enumerate(_looked_at_together(house, group, case)):
        form = house.form(entry.form)
        last = entry
        target = behalf.target_of(house, connection, group, case, entry)
        if isinstance(target, Bilingual):
            told.append(EntryOutcome(form.title, "refused", why=target))
            continue
        mine = target.participant.id == participant.id
        request = answered(form.id, _activity(entry), case.asked)
        writing = replace(writer, request=request)
        judged = behalf.judge(house, connection, group, form, entry, writing, target, house.now())
        offered = _offered(form, entry) if judged.verdict is None else None
        if offered is not None:
            judged = behalf.judge(house, connection, group, form, offered, writing, target)
        if offered is not None and judged.verdict is not None and judged.verdict.action in {"do", "confirm"}:
            told.append(behalf.shown(group, telling.proposed(judged, form, "asked", None), target, writer))
            waiting.append(judged)
            whose = target.participant
            last, sentence = offered, True
        elif judged.verdict is None:
            about = None if judged.planned.change is None else about  # the form asked again is of nobody told before
            told.append(behalf.shown(group, telling.proposed(judged, form, "asked", None), target, writer))
            problems.extend(telling.problems_of(judged))
        elif judged.verdict.action == "do":
            texts = [text for (number, _), text in free_texts.items() if number == place]
            origin = performed.Origin(on_behalf=target.behalf)
            result = apply.carry_out(house, connection, group, judged, form, writer.address, case.row.id, texts, origin)
            if result.outcome.outcome == "applied":
                known = announce.told_by_answer(house, connection, group, case)
                who, row = writer.address, case.row.id
                announce.new_addresses(house, connection, group, judged.planned.change, who, row, known)
            outcome = replace(result.outcome, why=replan.after_report(house, connection, group, case, judged))
            told.append(behalf.shown(group, outcome, target, writer))
            problems.extend(result.problems)
            about = result.contact.id if result.contact else about
            activity = _activity(entry) or (request.about if request is not None else None)
            theirs = others if mine else ledger.asked_of(connection, group.key, target.participant.id)
            request = (request if mine else None) or answered(form.id, activity, (), theirs)
            _keep_answer(house, connection, group, case, target, form, entry, request)
            applied += 1
            spoken |= {result.contact.id} if result.contact else set()
            all_the_rest = all_the_rest or _nothing_changed(form, entry)
            answers += [request] if request is not None and form.subject_of != "meeting" else []
        elif judged.verdict.action == "confirm" and judged.verdict.by == "sender":
            proposed = telling.proposed(judged, form, "asked", judged.verdict.why)
            told.append(behalf.shown(group, proposed, target, writer))
            problems.extend(telling.problems_of(judged))
            waiting.append(judged)
            whose = target.participant
        elif judged.verdict.action == "confirm":
            told.append(telling.proposed(judged, form, "held", judged.verdict.why))
            numbers.append(confirm.wait_for_others(house, connection, group, case, judged, (writer,)))
        elif judged.verdict.action == "refuse":
            told.append(telling.proposed(judged, form, "refused", judged.verdict.why))
        else:
            told.append(telling.proposed(judged, form, "held", judged.verdict.why))
            what = telling.held_words(judged, target.participant, judged.verdict.why)
            proposal = [keeping.held_entry(judged, (writer,)) if not target.foreign else keeping.entry_as_json(entry)]
            kind = HOLD_KINDS.get(form.subject_of, "authority")
            aimed = target.participant
            numbers.append(open_hold(house, connection, group, case, kind, what, proposal, about=aimed))
    assert last is not None
    if all_the_rest and case.in_answer_to is not None:
        letter, ids = case.in_answer_to.id, frozenset(spoken)
        told += apply.renew_shown(house, connection, group, writer, letter, ids, case.row.id)
    number = 0
    if waiting:
        request, number = confirm.wait_for_sender(
            house, connection, group, case, waiting, confirm.OF_SENDER, about=whose
        )
    else:
        request = _request_for(house, connection, group, case, last, needed=bool(problems))
    if applied and not waiting:
        _settle(house, connection, answers, problems)
    _acknowledge(
        house, connection, group, case, told, problems, last, request, waiting, about, number, sentence=sentence
    )
    refused = sum(each.outcome == "refused" for each in told)
    return _result(applied, len(waiting), numbers, problems, refused)


HOLD_KINDS = {"proposal": "proposal"}  # what is put before the presidency under a name of its own


def _looked_at_together(house: House, group: Group, case: Case) -> tuple[Entry, ...]:
    """Return a mail's entries; where they contradict each other or the calendar they ask."""
    request = case.writer.request if not case.writer.foreign_request else None
    about = request.about if request is not None else None
    writer = case.writer.contact.name if case.writer.contact is not None else ""
    return told_together(checked(case.reading.entries, "activity-status", about, house.today(group)), writer)


def _offered(form: Form, entry: Entry) -> Entry | None:
    """Return an entry told in a sentence as it was understood, to be confirmed by one word."""
    in_a_sentence = form.subject_of == "activity" or told_of_a_person(entry)
    return as_proposed(entry) if in_a_sentence else None


def _nothing_changed(form: Form, entry: Entry) -> bool:
    """Tell whether a contact form came back with "no change", for all or for the rest."""
    word = entry.fields.get(form.no_change_field or "")
    whole = word is not None and word.value == form.no_change_value
    return form.subject_of == "contact" and (whole or entry.rest_unchanged)


def _result(applied: int, waiting: int, numbers: list[int], problems: list[Problem], refused: int) -> tuple[str, str]:
    parts = []
    if applied:
        parts.append(f"{applied} applied")
    if waiting:
        parts.append(f"{waiting} to be confirmed by the sender")
    if numbers:
        parts.append("held as " + ", ".join(str(number) for number in numbers))
    if problems:
        parts.append(f"{len(problems)} to be mended")
    if refused:
        parts.append(f"{refused} on behalf of nobody we know")
    reason = "; ".join(parts) or "nothing to change"
    if applied:
        return "applied", reason
    return ("held" if numbers and not waiting else "asked"), reason


def _keep_answer(
    house: House,
    connection: Connection,
    group: Group,
    case: Case,
    target: behalf.Target,
    form: Form,
    entry: Entry,
    request: RequestRecord | None,
) -> None:
    ledger.add_answer(
        connection,
        group.key,
        request=request,
        message_id=case.row.id,
        participant=target.participant,
        form=form.id,
        fields=keeping.entry_as_json(entry)["fields"],
        now=house.now(),
        entered_by=case.writer.address if target.behalf else None,
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
    waiting: list[telling.Judged],
    about: int | None,
    number: int,
    *,
    sentence: bool = False,
) -> None:
    if not may_answer(house, connection, group, case.writer.address):
        return
    corrected = None
    if (problems or waiting) and request is not None:
        form = house.form(entry.form)
        values = _values_for_form(connection, group, form, entry, case, about)
        corrected = shown_form(form, values, request.code, tuple(problems))
    undoable = any(each.outcome == "applied" for each in told) and house.form(entry.form).subject_of in UNDOABLE
    letter = Acknowledgement(
        facts_of_group(connection, group),
        person_of(case),
        base_subject(case.message.subject),
        case.row.received_at,
        tuple(told),
        len(problems),
        corrected,
        confirm=bool(waiting),
        sentence=sentence,
        confirm_number=number,
        undo_days=group.undo_days if undoable else 0,
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
    held: dict[str, object] = {}
    unnamed = contact is None and any(each.field == "name" for each in entry.doubts)
    if problem_of_day(entry) is not None:  # nothing was recorded: what is shown as ours must be
        return ask.known_values(form, contact or case.writer.contact, None, {})
    if form.subject_of == "contact" and not unnamed and (contact or "name" not in entry.fields):
        held = ask.known_values(form, contact or case.writer.contact, None, {})
    said = {name: value.value for name, value in entry.fields.items()}
    offered = {d.field: d.proposal for d in entry.doubts if d.proposal is not None}
    return {**held, **said, **offered}
