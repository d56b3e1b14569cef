"""A form that came back: judged entry by entry, applied, asked, confirmed or held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlalchemy import Connection

from mailbot.core.authority import Verdict
from mailbot.core.changes import problem_of_day
from mailbot.core.checks import checked
from mailbot.core.codes import CONFIRM, REPLY
from mailbot.core.letters.facts import Acknowledgement, EntryOutcome, FreeText
from mailbot.core.letters.subjects import base_subject
from mailbot.core.people import Writer, answered
from mailbot.core.records import Group, Participant, RequestRecord
from mailbot.core.sentences import as_proposed, told_of_a_person, told_together
from mailbot.core.values import Bilingual, Entry, Form, Problem
from mailbot.edges.store import directory, ledger
from mailbot.work import announce, apply, as_on_record, ask, behalf, confirm, keeping, performed, replan, telling
from mailbot.work.house import House
from mailbot.work.outcome import Case
from mailbot.work.performed import UNDOABLE
from mailbot.work.reply import answer_envelope, may_answer, open_hold, person_of
from mailbot.work.write import facts_of_group, queue_letter, shown_form

FreeTexts = Mapping[tuple[int, str], FreeText]


@dataclass
class _Taking:
    """A mail's entries taken one by one: what each came to, and what is left to mend or to confirm."""

    house: House
    connection: Connection
    group: Group
    case: Case
    free_texts: FreeTexts
    told: list[EntryOutcome]
    problems: list[Problem] = field(default_factory=list)
    waiting: list[telling.Judged] = field(default_factory=list)  # for the sender's word …
    whose: Participant | None = None  # … about whose data
    numbers: list[int] = field(default_factory=list)  # of holds
    answers: list[RequestRecord] = field(default_factory=list)  # answered by what was applied
    spoken: set[int] = field(default_factory=set)  # contacts an entry was applied to
    applied: int = 0
    confirms_the_rest: bool = False
    about: int | None = None  # the contact the form shown again is of
    last: Entry | None = None
    sentence: bool = False  # something was told in a sentence

    def take(self, place: int, entry: Entry) -> None:
        """Judge one entry and do what the verdict says."""
        form = self.house.form(entry.form)
        self.last = entry
        target = behalf.target_of(self.house, self.connection, self.group, self.case, entry)
        if isinstance(target, Bilingual):
            self.told.append(EntryOutcome(form.title, "refused", why=target))
            return
        if not target.foreign:
            people = directory.active_contacts(self.connection, self.group.key, target.participant.id)
            entry = as_on_record.settled(entry, form, people) if entry.doubts else entry
        request = answered(form.id, _activity(entry), self.case.asked)
        judged = self._judge(form, entry, target, replace(self.case.writer, request=request), self.house.now())
        offered = _offered(form, entry) if judged.verdict is None else None
        if offered is not None:
            judged = self._judge(form, offered, target, replace(self.case.writer, request=request))
        action = judged.verdict.action if judged.verdict is not None else ""
        if offered is not None and action in {"do", "confirm"}:
            self._ask_sender(judged, form, target, None)
            self.last, self.sentence = offered, True
        elif judged.verdict is None:
            self._ask(judged, form, target)
        elif action == "do":
            self._apply(place, judged, form, target, request)
        elif action == "confirm" and judged.verdict.by == "sender":
            self._ask_sender(judged, form, target, judged.verdict)
            self.problems.extend(telling.problems_of(judged))
        else:
            self._keep(judged, judged.verdict, form, target)

    def _judge(
        self, form: Form, entry: Entry, target: behalf.Target, writer: Writer, now: datetime | None = None
    ) -> telling.Judged:
        return behalf.judge(self.house, self.connection, self.group, form, entry, writer, target, now)

    def _shown(self, outcome: EntryOutcome, target: behalf.Target) -> None:
        self.told.append(behalf.shown(self.group, outcome, target, self.case.writer))

    def _ask(self, judged: telling.Judged, form: Form, target: behalf.Target) -> None:
        """Ask for what is missing or doubtful."""
        if judged.planned.change is None:
            self.about = None  # the form asked again is of nobody told before
        self._shown(telling.proposed(judged, form, "asked", None), target)
        self.problems.extend(telling.problems_of(judged))

    def _ask_sender(self, judged: telling.Judged, form: Form, target: behalf.Target, verdict: Verdict | None) -> None:
        """Let it wait for the sender's own word."""
        self._shown(telling.proposed(judged, form, "asked", verdict.why if verdict else None), target)
        self.waiting.append(judged)
        self.whose = target.participant

    def _apply(
        self, place: int, judged: telling.Judged, form: Form, target: behalf.Target, request: RequestRecord | None
    ) -> None:
        house, connection, group, case, entry = self.house, self.connection, self.group, self.case, judged.entry
        texts = [text for (number, _), text in self.free_texts.items() if number == place]
        origin = performed.Origin(on_behalf=target.behalf)
        who, row = case.writer.address, case.row.id
        result = apply.carry_out(house, connection, group, judged, form, who, row, texts, origin)
        if result.outcome.outcome == "applied":
            known = announce.told_by_answer(house, connection, group, case)
            announce.new_addresses(house, connection, group, judged.planned.change, who, row, known)
        outcome = replace(result.outcome, why=replan.after_report(house, connection, group, case, judged))
        self._shown(outcome, target)
        self.problems.extend(result.problems)
        if result.contact is not None:
            self.about = result.contact.id
            self.spoken.add(result.contact.id)
        self.applied += 1
        self.confirms_the_rest = self.confirms_the_rest or _nothing_changed(form, entry)
        self._keep_answer(form, entry, target, request)

    def _keep_answer(self, form: Form, entry: Entry, target: behalf.Target, request: RequestRecord | None) -> None:
        """Record what was answered to which request of the participant it is about."""
        sender = self.case.writer.participant
        mine = sender is not None and target.participant.id == sender.id
        activity = _activity(entry) or (request.about if request is not None else None)
        theirs = ledger.asked_of(self.connection, self.group.key, target.participant.id)
        request = (request if mine else None) or answered(form.id, activity, (), theirs)
        ledger.add_answer(
            self.connection,
            self.group.key,
            request=request,
            message_id=self.case.row.id,
            participant=target.participant,
            form=form.id,
            fields=keeping.entry_as_json(entry)["fields"],
            now=self.house.now(),
            entered_by=self.case.writer.address if target.behalf else None,
        )
        if request is not None and form.subject_of != "meeting":
            self.answers.append(request)

    def _keep(self, judged: telling.Judged, verdict: Verdict, form: Form, target: behalf.Target) -> None:
        """Refuse it, or keep it for those who decide."""
        house, connection, group, case = self.house, self.connection, self.group, self.case
        outcome = "refused" if verdict.action == "refuse" else "held"
        self.told.append(telling.proposed(judged, form, outcome, verdict.why))
        if verdict.action == "confirm":
            self.numbers.append(confirm.wait_for_others(house, connection, group, case, judged, (case.writer,)))
        elif verdict.action != "refuse":
            what = telling.held_words(judged, target.participant, verdict.why)
            held = keeping.held_entry(judged, (case.writer,))
            proposal = [held if not target.foreign else keeping.entry_as_json(judged.entry)]
            kind = HOLD_KINDS.get(form.subject_of, "authority")
            about = target.participant
            self.numbers.append(open_hold(house, connection, group, case, kind, what, proposal, about=about))


def take_entries(
    house: House,
    connection: Connection,
    group: Group,
    case: Case,
    free_texts: FreeTexts,
    also: tuple[EntryOutcome, ...] = (),
) -> tuple[str, str]:
    """Take a reply's entries one by one; returns (outcome, reason).  ``also`` is told in the same answer."""
    taking = _Taking(house, connection, group, case, free_texts, list(also))
    for place, entry in enumerate(_looked_at_together(house, group, case)):
        taking.take(place, entry)
    assert taking.last is not None
    if taking.confirms_the_rest and case.in_answer_to is not None:
        letter, spoken = case.in_answer_to.id, frozenset(taking.spoken)
        taking.told += apply.renew_shown(house, connection, group, case.writer, letter, spoken, case.row.id)
    number, request = 0, None
    if taking.waiting:
        waiting, about = taking.waiting, taking.whose
        request, number = confirm.wait_for_sender(house, connection, group, case, waiting, confirm.OF_SENDER, about)
    else:
        request = _request_for(house, connection, group, case, taking.last, needed=bool(taking.problems))
        if taking.applied:
            _settle(house, connection, taking.answers, taking.problems)
    _acknowledge(taking, taking.last, request, number)
    return _result(taking)


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


def _result(taking: _Taking) -> tuple[str, str]:
    refused = sum(each.outcome == "refused" for each in taking.told)
    numbers = ", ".join(str(number) for number in taking.numbers)
    counts = (
        (taking.applied, "{} applied"),
        (len(taking.waiting), "{} to be confirmed by the sender"),
        (numbers, "held as {}"),
        (len(taking.problems), "{} to be mended"),
        (refused, "{} on behalf of nobody we know"),
    )
    parts = [words.format(count) for count, words in counts if count]
    reason = "; ".join(parts) or "nothing to change"
    if taking.applied:
        return "applied", reason
    return ("held" if taking.numbers and not taking.waiting else "asked"), reason


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


def _acknowledge(taking: _Taking, entry: Entry, request: RequestRecord | None, number: int) -> None:
    house, connection, group, case = taking.house, taking.connection, taking.group, taking.case
    if not may_answer(house, connection, group, case.writer.address):
        return
    form = house.form(entry.form)
    corrected = None
    if (taking.problems or taking.waiting) and request is not None:
        values = _values_for_form(connection, group, form, entry, case, taking.about)
        corrected = shown_form(form, values, request.code, tuple(taking.problems))
    undoable = any(each.outcome == "applied" for each in taking.told) and form.subject_of in UNDOABLE
    letter = Acknowledgement(
        facts_of_group(connection, group),
        person_of(case),
        base_subject(case.message.subject),
        case.row.received_at,
        tuple(taking.told),
        len(taking.problems),
        corrected,
        confirm=bool(taking.waiting),
        sentence=taking.sentence,
        confirm_number=number,
        undo_days=group.undo_days if undoable else 0,
    )
    purpose = CONFIRM if taking.waiting else REPLY
    queue_letter(house, connection, group, letter, answer_envelope(case, request, purpose))


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
