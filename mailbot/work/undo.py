"""DESHACER / UNDO in answer to an acknowledgement: what stood before stands again, unless something newer does.

An undo is a change like any other, with history of its own: it can be undone the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection

from mailbot.core.changes import current_value
from mailbot.core.fields import show
from mailbot.core.letters.facts import Acknowledgement, EntryOutcome, FieldChange, Received
from mailbot.core.letters.subjects import base_subject
from mailbot.core.records import Contact, Group, HistoryLine
from mailbot.core.values import Bilingual, Form
from mailbot.edges.store import directory, ledger, rows
from mailbot.work import announce
from mailbot.work.holding import entitled, sure
from mailbot.work.house import House
from mailbot.work.outcome import Case
from mailbot.work.reply import answer_envelope, may_answer, person_of
from mailbot.work.write import facts_of_group, queue_letter

NO_LETTER = Bilingual(
    "Para deshacer un cambio, responda DESHACER a la carta en que se lo confirmamos.",
    "To undo a change, reply UNDO to the letter in which we confirmed it.",
)
NOT_THIS_WAY = Bilingual(
    "Esto no se deshace con DESHACER; envíe el dato correcto como un cambio nuevo.",
    "This cannot be taken back by UNDO; please send the right details as a new change.",
)
NOTHING_TO_UNDO = Bilingual(
    "De ese mensaje no se registró ningún cambio; no hay nada que deshacer.",
    "No change was recorded from that message; there is nothing to undo.",
)
NOT_YOURS = Bilingual(
    "Lo decidió la Presidencia o la Secretaría: pídales que lo deshagan.",
    "The Presidency or the Secretariat decided it: please ask them to undo it.",
)
NEWER = Bilingual("Hay un dato más reciente, que se conserva.", "Something newer stands there and is kept.")
UNDONE_ALREADY = Bilingual("Ya se había deshecho.", "It had been undone already.")
WORDS = {
    "active": Bilingual("En el directorio", "In the directory"),
    "confirmed_on": Bilingual("Confirmado", "Confirmed"),
}
YES, NO = Bilingual("sí", "yes"), Bilingual("no", "no")


def too_late(days: int) -> Bilingual:
    """Say that the days for undoing are over."""
    return Bilingual(
        f"Pasaron más de {days} días; envíe el dato correcto como un cambio nuevo.",
        f"More than {days} days have passed; please send the right details as a new change.",
    )


def take_back(house: House, connection: Connection, group: Group, case: Case) -> tuple[str, str]:
    """Undo what the message behind the answered letter changed; returns (outcome, reason)."""
    letter = case.in_answer_to
    if letter is None or letter.answers_message_id is None or not sure(case):
        return _refuse(house, connection, group, case, NO_LETTER, "UNDO without the letter it is about")
    lines = _changed(connection, letter.answers_message_id)
    if not lines:
        return _refuse(house, connection, group, case, NOTHING_TO_UNDO, "UNDO of a message that changed nothing")
    if not _may(connection, group, case, letter, lines):
        return _refuse(house, connection, group, case, NOT_YOURS, "UNDO of what others decided")
    if house.now() - max(line.at for line in lines) > timedelta(days=group.undo_days):
        return _refuse(house, connection, group, case, too_late(group.undo_days), "UNDO too late")
    able = [line for line in lines if _undoable(house, line)]
    if not able:
        return _refuse(house, connection, group, case, NOT_THIS_WAY, "UNDO of what is not undone by mail")
    told = [
        _undo_subject(house, connection, group, case, letter.answers_message_id, each) for each in _by_subject(able)
    ]
    undone = sum(each.outcome == "undone" for part in told for each in part)
    if undone:
        ledger.turn_answers(connection, _answers_behind(lines, letter.answers_message_id), house.now())
    _tell(house, connection, group, case, [each for part in told for each in part])
    reason = f"{undone} restored of what message no. {letter.answers_message_id} changed"
    return ("applied" if undone else "asked"), reason


def of_who_left(house: House, connection: Connection, group: Group, case: Case) -> tuple[str, str] | None:
    """Undo the departure by which the writer left the list; None when they did not leave by their own message.

    Their acknowledgement offered them DESHACER, and it went to an address that nobody has now.
    """
    letter = case.in_answer_to
    if "undo" not in case.reading.commands or letter is None or letter.recipient != case.writer.address:
        return None
    contact = directory.contact_by_id(connection, group.key, letter.contact_id) if letter.contact_id else None
    if contact is None or contact.active or case.writer.address not in contact.email or not letter.answers_message_id:
        return None
    lines = _changed(connection, letter.answers_message_id)
    own = [line for line in lines if line.subject == "contact" and line.subject_id == contact.id]
    if not any(line.field == "active" and not line.after and line.who == case.writer.address for line in own):
        return None
    writer = replace(case.writer, contact=contact, participant=contact.participant)
    return take_back(house, connection, group, replace(case, writer=writer))


def _changed(connection: Connection, message_id: int) -> tuple[HistoryLine, ...]:
    """Return what a message changed; where it decided on several, all of them."""
    return ledger.history_of_message(connection, message_id)


def _may(connection: Connection, group: Group, case: Case, letter: Any, lines: Sequence[HistoryLine]) -> bool:
    """Tell whether the letter was theirs, and nobody of more weight decided what it tells."""
    contact = case.writer.contact
    mine = {case.writer.address, *(each.lower() for each in (contact.email if contact else ()))}
    if letter.recipient not in mine:
        return False
    by_others = any(line.decided_by and line.decided_by not in mine for line in lines)
    return not by_others or entitled(connection, group, contact)


def _undoable(house: House, line: HistoryLine) -> bool:
    """Tell whether a line is of a contact, a row of a list or a State's own report; not a date for all, a value."""
    if line.subject == "activity":
        return line.field in {each.id for each in house.form("activity-status").fields}
    return line.subject == "contact" or (line.subject == "record" and line.subject_id > 0)  # 0: all were confirmed


def _by_subject(lines: Sequence[HistoryLine]) -> list[list[HistoryLine]]:
    found: dict[tuple[str, int, int | None], list[HistoryLine]] = {}
    for line in lines:
        key = (line.subject, line.subject_id, line.participant_id)
        found.setdefault(key, []).append(line)
    return list(found.values())


def _undo_subject(
    house: House,
    connection: Connection,
    group: Group,
    case: Case,
    message_id: int,
    lines: Sequence[HistoryLine],
) -> list[EntryOutcome]:
    """Undo what happened to one contact or to one activity's state."""
    first = lines[0]
    newest = ledger.newest_lines(connection, group.key, first.subject, first.subject_id, first.participant_id)
    arrived = next((line for line in lines if line.field == "active" and line.before is None), None)
    wanted = _last_of_each([arrived] if arrived is not None else lines)
    newer = {line.field for line in newest.values() if line.id > max(each.id for each in lines)}
    taken = any(line.undoes == message_id for line in newest.values())
    left = [line for line in wanted if line.field in newer or (arrived is not None and newer)]
    back = [line for line in wanted if line not in left]
    for line in back:
        _restore(house, connection, group, line)
        _announce(house, connection, group, case, line)
    _remember(house, connection, group, case, message_id, back)
    why = UNDONE_ALREADY if taken else NEWER
    about = _about(connection, group, first)
    form = _form(house, connection, first)
    told = [EntryOutcome(about, "undone", _shown(form, back))] if back else []
    return [*told, *([EntryOutcome(about, "left", _shown(form, left), why=why)] if left else [])]


def _last_of_each(lines: Sequence[HistoryLine]) -> list[HistoryLine]:
    """Return one line a field: from what stood before the first to what stood after the last."""
    found: dict[str, HistoryLine] = {}
    for line in lines:
        earlier = found.get(line.field)
        found[line.field] = replace(line, before=earlier.before) if earlier is not None else line
    return list(found.values())


def _restore(house: House, connection: Connection, group: Group, line: HistoryLine) -> None:
    if line.subject == "activity":
        ledger.restore_status(connection, line.subject_id, line.participant_id, line.field, line.before, house.now())
        return
    if line.subject == "record":
        rows.restore(connection, line.subject_id, line.field, line.before)
        return
    value: object = line.before
    if line.field == "active":
        value = bool(line.before)
    elif line.field == "confirmed_on":
        value = date.fromisoformat(line.before) if isinstance(line.before, str) else None
    elif value is None:
        value = current_value(None, line.field)
    directory.change_contact(connection, group.key, line.subject_id, {line.field: value})


def _announce(house: House, connection: Connection, group: Group, case: Case, line: HistoryLine) -> None:
    """Say to old and new addresses that they stand as before."""
    contact = directory.contact_by_id(connection, group.key, line.subject_id) if line.subject == "contact" else None
    if line.field != "email" or contact is None:
        return
    told = announce.told_by_answer(house, connection, group, case)
    by, row = case.writer.address, case.row.id
    announce.addresses_of(house, connection, group, contact, line.after, line.before, by, row, told)


def _remember(
    house: House, connection: Connection, group: Group, case: Case, message_id: int, back: Sequence[HistoryLine]
) -> None:
    ledger.add_history(
        connection,
        group.key,
        [
            HistoryLine(
                house.now(), case.writer.address, line.subject, line.subject_id, line.participant_id, line.field,
                line.after, bool(line.before) if line.field == "active" else line.before, case.row.id,
                undoes=message_id,
            )
            for line in back
        ],
    )  # fmt: skip


def _answers_behind(lines: Sequence[HistoryLine], message_id: int) -> tuple[int, ...]:
    """Return the messages whose answers are taken back, or stand again when an undo is undone."""
    return tuple({line.undoes or line.message_id or message_id for line in lines})


def _about(connection: Connection, group: Group, line: HistoryLine) -> Bilingual:
    if line.subject == "activity":
        activities = ledger.all_activities(connection, group.key)
        found = next((each for each in activities if each.id == line.subject_id), None)
        title = found.title if found else Bilingual("", "")
        code = found.code if found else ""
        return Bilingual(f"{code}: {title.es}", f"{code}: {title.en}")
    if line.subject == "record":
        places = directory.all_participants(connection, group.key)
        return next((each.name for each in places if each.id == line.participant_id), Bilingual("", ""))
    contact: Contact | None = directory.contact_by_id(connection, group.key, line.subject_id)
    if contact is None:
        return Bilingual("", "")
    place = contact.participant.name
    return Bilingual(f"{contact.name}, {place.es}", f"{contact.name}, {place.en}")


def _form(house: House, connection: Connection, line: HistoryLine) -> Form | None:
    """Return the form whose fields a line's subject has; None when it is no longer among the rules."""
    named = {"activity": "activity-status", "contact": "contact-update"}.get(line.subject)
    named = named or rows.form_of(connection, line.subject_id)
    return next((each for each in house.forms if each.id == named), None)


def _shown(form: Form | None, lines: Sequence[HistoryLine]) -> tuple[FieldChange, ...]:
    """Return fields as they stood and as they stand again."""
    return tuple(_field(form, line) for line in lines)


def _field(form: Form | None, line: HistoryLine) -> FieldChange:
    field = next((each for each in form.fields if each.id == line.field), None) if form is not None else None

    def said(value: object) -> Bilingual:
        if line.field == "active":
            return YES if value else NO
        if value in (None, "", []):
            return Bilingual("", "")
        return show(field, value) if field is not None else Bilingual(str(value), str(value))

    label = field.label if field is not None else WORDS.get(line.field, Bilingual(line.field, line.field))
    return FieldChange(label, said(line.after), said(line.before))


def _tell(house: House, connection: Connection, group: Group, case: Case, told: Sequence[EntryOutcome]) -> None:
    if not may_answer(house, connection, group, case.writer.address):
        return
    undo = group.undo_days if any(each.outcome == "undone" for each in told) else 0
    facts = Acknowledgement(
        facts_of_group(connection, group),
        person_of(case),
        base_subject(case.message.subject),
        case.row.received_at,
        tuple(told),
        undo_days=undo,
        undoing=bool(undo),
    )
    queue_letter(house, connection, group, facts, answer_envelope(case))


def _refuse(
    house: House, connection: Connection, group: Group, case: Case, why: Bilingual, reason: str
) -> tuple[str, str]:
    if may_answer(house, connection, group, case.writer.address):
        subject = base_subject(case.message.subject)
        facts = Received(facts_of_group(connection, group), person_of(case), subject, why)
        queue_letter(house, connection, group, facts, answer_envelope(case))
    return "asked", reason
