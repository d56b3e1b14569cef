"""An answer to an invitation in a person's own words: proposed to them, applied when they confirm."""

from __future__ import annotations

from sqlalchemy import Connection

from mailbot.core.codes import CONFIRM
from mailbot.core.letters.meeting_facts import MeetingQuestion
from mailbot.core.letters.subjects import base_subject
from mailbot.core.meetings import FORM, Meeting
from mailbot.core.meetings.prose import Named, Told, told_in
from mailbot.core.records import Group, RequestRecord
from mailbot.core.values import Bilingual, Entry, FieldValue
from mailbot.edges.store import desk
from mailbot.edges.store import meetings as store
from mailbot.work import ask, keeping
from mailbot.work.house import House
from mailbot.work.outcome import Case
from mailbot.work.reply import answer_envelope, may_answer, open_hold, person_of
from mailbot.work.write import facts_of_group, queue_letter, shown_form

WAITS = Bilingual("Espera la confirmación de quien lo envió.", "Waits for the sender's confirmation.")
ATTENDANCE = {
    "yes": Bilingual("Su delegación asistirá.", "Your delegation will attend."),
    "no": Bilingual("Nadie de su delegación asistirá.", "Nobody of your delegation will attend."),
    "to-be-confirmed": Bilingual(
        "La asistencia de su delegación está por confirmar.", "Your delegation's attendance is to be confirmed."
    ),
}


def take(house: House, connection: Connection, group: Group, case: Case) -> tuple[str, str] | None:
    """Ask the writer whether we understood them; None when they say nothing of coming to a meeting to come."""
    request = case.writer.request
    if request is None or case.writer.foreign_request or request.form != FORM:
        return None
    meeting = store.meeting_of_request(connection, request.id)
    told = told_in(case.reading.text)
    if meeting is None or told is None or meeting.state != "planned" or meeting.span.over <= house.now():
        return None
    kept = [keeping.kept(entry, None) for entry in _entries(told)]
    for before in desk.holds_open(connection, group.key, request.code):  # the later words count
        if before.kind == "confirmation":
            desk.close_hold(connection, before.id, "expired", case.writer.address, house.now())
    number = open_hold(house, connection, group, case, "confirmation", WAITS, kept, request.code)
    if may_answer(house, connection, group, case.writer.address):
        letter = _question(house, connection, group, case, meeting, request, told)
        queue_letter(house, connection, group, letter, answer_envelope(case, request, CONFIRM))
    return "asked", f"says in prose: {told.attendance}, {len(told.people)} named; to be confirmed (hold {number})"


def _entries(told: Told) -> list[Entry]:
    if not told.people:
        return [_entry({"attendance": told.attendance}, told.said)]
    return [_entry(_values(each, told.costs), each.line) for each in told.people]


def _values(person: Named, costs: str) -> dict[str, object]:
    values: dict[str, object] = {
        "attendance": "yes",
        "name": person.name,
        "position": person.position,
        "institution": person.institution,
        "email": [person.email] if person.email else [],
        "costs": costs,
        "replaces": person.replaces,
    }
    return {key: value for key, value in values.items() if value}


def _entry(values: dict[str, object], said: str) -> Entry:
    return Entry(FORM, {key: FieldValue(value, said, 0, "normalised") for key, value in values.items()})


def _question(
    house: House,
    connection: Connection,
    group: Group,
    case: Case,
    meeting: Meeting,
    request: RequestRecord,
    told: Told,
) -> MeetingQuestion:
    form = house.form(FORM)
    return MeetingQuestion(
        facts_of_group(connection, group),
        person_of(case),
        base_subject(case.message.subject),
        meeting.title,
        (ATTENDANCE[told.attendance], *(_line(each) for each in told.people), *_costs(told)),
        "\n".join(dict.fromkeys([told.said, *(each.line for each in told.people)])),
        shown_form(form, ask.known_values(form, case.writer.contact, None, {}), request.code),
    )


def _line(person: Named) -> Bilingual:
    said = ", ".join(part for part in (person.name, person.position, person.institution, person.email) if part)
    if person.replaces:
        return Bilingual(f"{said}; sustituye a {person.replaces}", f"{said}; replaces {person.replaces}")
    return Bilingual(said, said)


def _costs(told: Told) -> tuple[Bilingual, ...]:
    if not told.costs:
        return ()
    return (Bilingual(f"Gastos a cargo de: {told.costs}", f"Costs covered by: {told.costs}"),)
