"""A form inside a message that somebody passes on: shown to them and asked, never applied by itself.

The paper of habits says it: such values are candidates, dated by the inner header, and never
stand over newer data.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from mailbot.core.codes import CONFIRM
from mailbot.core.letters.facts import Acknowledgement, EntryOutcome
from mailbot.core.letters.subjects import base_subject
from mailbot.core.records import Group, RequestRecord
from mailbot.core.values import Bilingual, Forwarded
from mailbot.work import apply, confirm, telling
from mailbot.work.house import House
from mailbot.work.outcome import Case
from mailbot.work.reply import answer_envelope, may_answer, person_of
from mailbot.work.write import facts_of_group, queue_letter

OLDER = Bilingual(
    "Tenemos datos más recientes que ese mensaje; no los cambiamos.",
    "We hold newer data than that message; we have not changed them.",
)
WAITS = Bilingual("Espera que quien lo reenvió lo confirme.", "Waits to be confirmed by whoever passed it on.")


def take_forwarded(house: House, connection: Connection, group: Group, case: Case) -> tuple[str, str]:
    """Ask the writer about the forms in what they passed on; returns (outcome, reason)."""
    participant = case.writer.participant
    assert participant is not None
    told: list[EntryOutcome] = []
    writer = replace(case.writer, request=None)  # the words are not an answer of the one who passes them on
    waiting: list[telling.Judged] = []
    for passed in case.reading.forwarded:
        for entry in passed.entries:
            form = house.form(entry.form)
            judged = apply.judge(house, connection, group, form, entry, writer, participant)
            if _is_older(judged, passed):
                told.append(telling.proposed(judged, form, "refused", OLDER))
                continue
            told.append(telling.proposed(judged, form, "asked", None))
            if judged.verdict is not None:
                waiting.append(judged)
    request, number = None, 0
    if waiting:
        request, number = confirm.wait_for_sender(house, connection, group, case, waiting, WAITS)
    _tell(house, connection, group, case, told, request, number)
    reason = f"{len(waiting)} passed on by the sender, to be confirmed" if waiting else "passed on, nothing to confirm"
    return "asked", reason


def _is_older(judged: telling.Judged, passed: Forwarded) -> bool:
    """Tell whether the directory was confirmed after the day of the inner message."""
    change = judged.planned.change
    held: date | None = change.contact.confirmed_on if change is not None and change.contact else None
    return held is not None and passed.day is not None and passed.day < held


def _tell(
    house: House,
    connection: Connection,
    group: Group,
    case: Case,
    told: list[EntryOutcome],
    request: RequestRecord | None,
    number: int,
) -> None:
    if not may_answer(house, connection, group, case.writer.address):
        return
    errors = sum(len(each.problems) for each in told)
    letter = Acknowledgement(
        facts_of_group(connection, group),
        person_of(case),
        base_subject(case.message.subject),
        case.row.received_at,
        tuple(told),
        errors,
        confirm=request is not None,
        passed_on=case.reading.forwarded[0],
        confirm_number=number,
    )
    queue_letter(house, connection, group, letter, answer_envelope(case, request, CONFIRM))
