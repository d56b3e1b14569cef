"""A state said in a sentence: shown on a prefilled form, recorded when one word confirms it."""

from __future__ import annotations

from sqlalchemy import Connection

from mailbot.core import checks
from mailbot.core.codes import CONFIRM
from mailbot.core.letters.facts import Acknowledgement, EntryOutcome
from mailbot.core.letters.subjects import base_subject
from mailbot.core.records import Group
from mailbot.core.sentences import states_in
from mailbot.core.values import Bilingual, Entry, Form, Known
from mailbot.edges.store import ledger
from mailbot.work import apply, confirm, telling
from mailbot.work.house import House
from mailbot.work.outcome import Case
from mailbot.work.reply import answer_envelope, may_answer, person_of
from mailbot.work.write import facts_of_group, queue_letter, shown_form

FORM = "activity-status"
WAITS = Bilingual("Espera que quien lo escribió lo confirme.", "Waits to be confirmed by whoever wrote it.")


def take_sentences(house: House, connection: Connection, group: Group, case: Case) -> tuple[str, str] | None:
    """Ask about the states a message tells in prose; None when it tells none that can be placed."""
    participant = case.writer.participant
    if participant is None or "status-report" not in case.reading.intents:
        return None
    form = house.form(FORM)
    told: list[EntryOutcome] = []
    waiting: list[telling.Judged] = []
    for entry in _entries(house, connection, group, case, form):
        judged = apply.judge(house, connection, group, form, entry, case.writer, participant)
        if judged.verdict is None or judged.verdict.action not in {"do", "confirm"}:
            continue
        told.append(telling.proposed(judged, form, "asked", None))
        waiting.append(judged)
    if not waiting:
        return None
    request, _number = confirm.wait_for_sender(house, connection, group, case, waiting, WAITS)
    if may_answer(house, connection, group, case.writer.address):
        shown = {name: value.value for name, value in waiting[-1].entry.fields.items()}
        letter = Acknowledgement(
            facts_of_group(connection, group),
            person_of(case),
            base_subject(case.message.subject),
            case.row.received_at,
            tuple(told),
            form=shown_form(form, shown, request.code) if len(waiting) == 1 else None,
            confirm=True,
            sentence=True,
        )
        queue_letter(house, connection, group, letter, answer_envelope(case, request, CONFIRM))
    return "asked", f"{len(waiting)} said in a sentence, to be confirmed by one word"


def _entries(house: House, connection: Connection, group: Group, case: Case, form: Form) -> tuple[Entry, ...]:
    """Return what the sentences propose; what is asked anyway (a date in the past) is left out."""
    activities = {each.code: each.title for each in ledger.all_activities(connection, group.key)}
    request = case.writer.request if not case.writer.foreign_request else None
    about = request.about if request is not None and request.form == FORM else None
    known = Known(today=house.today(group), activities=activities)
    found = states_in(case.reading.text, form, known, about)
    return checks.checked(found, FORM, about, known.today)
