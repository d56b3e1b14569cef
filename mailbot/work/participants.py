"""The list of participants of a meeting: as a letter, as a spreadsheet, as rows."""

from __future__ import annotations

from sqlalchemy import Connection

from mailbot.core.letters.facts import Person
from mailbot.core.letters.meeting_facts import Delegate, Participants
from mailbot.core.meetings import FORM, STATES, WITHDRAWN, Attendee, Meeting, Span
from mailbot.core.records import Group, Participant
from mailbot.core.values import Attachment, Bilingual
from mailbot.edges.documents import participants as documents
from mailbot.edges.pages.making import Maker
from mailbot.edges.store import directory
from mailbot.edges.store import meetings as store
from mailbot.work.digest import digest_readers
from mailbot.work.house import House
from mailbot.work.meetings import UnknownError
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def meeting_of(connection: Connection, group: Group, key: str) -> Meeting:
    """Return a meeting, cancelled or not; UnknownError without one."""
    found = store.meeting_by_key(connection, group.key, key)
    if found is None:
        raise UnknownError(key)
    return found


def facts(connection: Connection, group: Group, meeting: Meeting, to: Person) -> Participants:
    """Return who takes part: by delegation, then who will not attend, then who has not answered."""
    people = [each for each in store.attending(connection, meeting.id) if each.state != WITHDRAWN]
    places = {each.id: each for each in directory.all_participants(connection, group.key)}
    there = {each.participant_id for each in people}
    asked = [each for each, _ in store.hanging_on(connection, group.key, meeting.id) if each.form == FORM]
    absent = [each for each in asked if each.participant.id not in there]
    return Participants(
        facts_of_group(connection, group),
        to,
        meeting.title,
        meeting.place,
        meeting.span,
        tuple(_row(places[each.participant_id], each) for each in _ordered(people, places)),
        tuple(each.participant.name for each in absent if each.state == "answered"),
        tuple(each.participant.name for each in absent if each.state == "asked"),
    )


def _ordered(people: list[Attendee], places: dict[int, Participant]) -> list[Attendee]:
    order = list(places)  # of the Spanish names
    return sorted(people, key=lambda each: (order.index(each.participant_id), each.id))


def _row(participant: Participant, each: Attendee) -> Delegate:
    return Delegate(participant.name, each.name, each.position, each.institution, each.email, each.state, each.reason)


def as_file(said: Participants, kind: str) -> bytes:
    """Return the list as ``csv`` or ``xlsx``."""
    rows = tuple(_cells(each) for each in said.rows)
    if kind == "csv":
        return documents.as_csv(rows)
    return documents.as_xlsx(both(said.title), f"{when(said.span, 'es')}. {said.place}".strip(". "), rows)


def when(span: Span, language: str) -> str:
    """Return days and hours in words."""
    return Maker(language).span(span)


def both(words: Bilingual) -> str:
    """Return both languages in one cell, once when they are the same."""
    return words.es if words.es == words.en else f"{words.es} / {words.en}"


def _cells(row: Delegate) -> documents.Row:
    cells = (
        both(row.participant),
        row.name,
        row.position,
        row.institution,
        row.email,
        both(STATES[row.state]),
        row.reason,
    )
    return documents.Row(cells, row.state)


def send(house: House, group: Group, key: str) -> int:
    """Send the list to presidency and secretariat, once a day; returns how many letters were put."""
    put = 0
    with house.engine.begin() as connection:
        meeting = meeting_of(connection, group, key)
        for contact in digest_readers(connection, group):
            letter = facts(connection, group, meeting, person(contact))
            attached = Attachment(f"participantes-{meeting.key}.xlsx", XLSX, as_file(letter, "xlsx"))
            envelope = Envelope(
                contact.email[0],
                contact.name,
                contact.language,
                f"participants:{meeting.key}",
                house.today(group).isoformat(),
                contact=contact,
                attachments=(attached,),
            )
            put += queue_letter(house, connection, group, letter, envelope) is not None
    return put
