"""A delegation on record: who is entered, who waits, who withdraws, who moves up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from mailbot.core.attendance import plan_attendance
from mailbot.core.changes import Change, Planned
from mailbot.core.letters.facts import FieldChange
from mailbot.core.meetings import (
    CONFIRMED,
    FORM,
    SEATED,
    STATES,
    UNSURE,
    WAITING,
    WITHDRAWN,
    Attendee,
    Meeting,
    find,
    moving_up,
    seat,
)
from mailbot.core.people import Writer
from mailbot.core.records import Group, HistoryLine, Participant, RequestRecord
from mailbot.core.values import Bilingual, Entry, Form
from mailbot.edges.store import ledger
from mailbot.edges.store import meetings as store
from mailbot.work.house import House

NOTHING = Bilingual("", "")
MOVES_UP = Bilingual("Pasa de la lista de espera", "Moves up from the waiting list")
NOBODY_YET = Bilingual("alguien por nombrar", "somebody to be named")
SAID = {"yes": CONFIRMED, UNSURE: UNSURE}


@dataclass(frozen=True, slots=True)
class Delegation:
    """One participant's people at one meeting, and in whose name they are changed now.

    ``message_id`` None: the presidency's own command.
    """

    house: House
    connection: Connection
    group: Group
    meeting: Meeting
    participant: Participant
    who: str
    message_id: int | None

    @property
    def places(self) -> int:
        """How many places it has."""
        return self.meeting.places_of(self.participant.code)

    def people(self) -> tuple[Attendee, ...]:
        """Return everybody ever named, in order."""
        return store.attending(self.connection, self.meeting.id, self.participant.id)

    def enter(self, said: str, name: str, values: Mapping[str, str]) -> tuple[Attendee | None, Attendee]:
        """Enter or renew a person; returns what stood before and what stands now.

        ``values``: position, institution, email, reason; empty ones leave what is held.  A
        person takes the place that was kept for somebody to be named.
        """
        people = self.people()
        held = find(people, name, values.get("email", "")) or self._kept(people, name)
        others = [each for each in people if held is None or each.id != held.id]
        state = said if held is not None and held.state in SEATED else seat(others, said, self.places)
        given = {key: value for key, value in values.items() if value}
        written = {**given, "said": said, "state": state, "message_id": self.message_id}
        if name:
            written["name"] = name
        if held is None:
            self._add(written)
        else:
            store.change_attendee(self.connection, held.id, written)
        now = self._find(held.id if held else self.people()[-1].id)
        self._remember(held.state if held else None, now)
        return held, now

    def _kept(self, people: Sequence[Attendee], name: str) -> Attendee | None:
        """Return the place kept for nobody yet; two such rows of one message keep two places."""
        free = [each for each in people if not each.name and each.state != WITHDRAWN]
        fresh = free if name else [each for each in free if each.message_id != self.message_id]
        return fresh[0] if fresh else None

    def _add(self, written: Mapping[str, object]) -> None:
        empty = {"name": "", "position": "", "institution": "", "email": "", "reason": ""}
        values = {**empty, **written}
        store.add_attendee(self.connection, self.group.key, self.meeting.id, self.participant.id, values)

    def _find(self, attendee_id: int) -> Attendee:
        return next(each for each in self.people() if each.id == attendee_id)

    def withdraw(self, who: Attendee) -> None:
        """Take a person off the list; the row stays."""
        if who.state == WITHDRAWN:
            return
        values = {"state": WITHDRAWN, "message_id": self.message_id}
        store.change_attendee(self.connection, who.id, values)
        self._remember(who.state, replace(who, state=WITHDRAWN))

    def move_up(self) -> tuple[Attendee, ...]:
        """Give free places to those who wait, in order; returns who moved up."""
        found = moving_up(self.people(), self.places)
        for each in found:
            store.change_attendee(self.connection, each.id, {"state": each.said})
            self._remember(WAITING, replace(each, state=each.said))
        return found

    def settle(self) -> None:
        """The question is answered for the whole participant: reminders stop."""
        for request in self.requests():
            if request.state == "asked":
                ledger.mark_answered(self.connection, request.id, self.house.now())

    def requests(self) -> tuple[RequestRecord, ...]:
        """Return the open question whether this participant comes."""
        hanging = store.hanging_on(self.connection, self.group.key, self.meeting.id)
        mine = (request for request, _ in hanging if request.participant.id == self.participant.id)
        return tuple(each for each in mine if each.form == FORM)

    def _remember(self, before: str | None, now: Attendee) -> None:
        line = HistoryLine(
            self.house.now(),
            self.who,
            "meeting",
            self.meeting.id,
            self.participant.id,
            "attendance",
            before,
            {"name": now.name, "state": now.state},
            self.message_id,
        )
        ledger.add_history(self.connection, self.group.key, [line])


def plan(connection: Connection, entry: Entry, writer: Writer, participant: Participant) -> Planned:
    """Return what one entry of a reply to an invitation would change."""
    meeting = meeting_for(connection, writer, participant)
    people = store.attending(connection, meeting.id, participant.id) if meeting else ()
    return plan_attendance(entry, participant, meeting, people)


def meeting_for(connection: Connection, writer: Writer, participant: Participant) -> Meeting | None:
    """Return the meeting a message is about: that of its request, else the only one to which they are invited."""
    if writer.request is not None and not writer.foreign_request:
        found = store.meeting_of_request(connection, writer.request.id)
        if found is not None:
            return found
    planned = store.meetings_of(connection, participant.id)
    return planned[0] if len(planned) == 1 else None


def meeting_words(connection: Connection, request: RequestRecord) -> Bilingual | None:
    """Return the title of the meeting that a request hangs on, None without one."""
    meeting = store.meeting_of_request(connection, request.id)
    return meeting.title if meeting else None


def about(change: Change) -> Bilingual:
    """Name the person and the meeting an entry is about."""
    assert change.meeting is not None
    name, place, title = str(change.after.get("name") or ""), change.participant.name, change.meeting.title
    es, en = (f"{name}, {half}" if name else half for half in (place.es, place.en))
    return Bilingual(f"{title.es}: {es}", f"{title.en}: {en}")


def carry_out(
    house: House, connection: Connection, group: Group, change: Change, form: Form, who: str, message_id: int
) -> tuple[FieldChange, ...]:
    """Write one entry of a reply; returns what the letter tells: before and after."""
    assert change.meeting is not None
    ours = Delegation(house, connection, group, change.meeting, change.participant, who, message_id)
    after = change.after
    lines = _withdrawn(ours, form, after) if after["attendance"] == "no" else _entered(ours, form, after)
    moved = tuple(FieldChange(MOVES_UP, STATES[WAITING], _named(each)) for each in ours.move_up())
    if after["attendance"] == "no" or (after["attendance"] == "yes" and after.get("name")):
        ours.settle()
    return (*lines, *moved)


def _withdrawn(ours: Delegation, form: Form, after: Mapping[str, object]) -> tuple[FieldChange, ...]:
    people = [each for each in ours.people() if each.state != WITHDRAWN]
    named = find(people, str(after.get("name") or ""), _first(after.get("email")))
    going = [named] if named is not None else people if not after.get("name") else []
    for each in going:
        ours.withdraw(each)
    label, gone = form.field("attendance").label, STATES[WITHDRAWN]
    return tuple(FieldChange(label, _with(each, STATES[each.state]), gone) for each in going) or (
        FieldChange(label, NOTHING, gone),
    )


def _entered(ours: Delegation, form: Form, after: Mapping[str, object]) -> tuple[FieldChange, ...]:
    said = SAID[str(after["attendance"])] if after.get("name") else UNSURE
    values = {
        "position": str(after.get("position") or ""),
        "institution": str(after.get("institution") or ""),
        "email": _first(after.get("email")),
        "reason": str(after.get("costs") or ""),
    }
    leaves = find(ours.people(), str(after.get("replaces") or ""), "")
    if leaves is not None:
        ours.withdraw(leaves)  # before anybody moves up: the place is for who comes instead
    before, now = ours.enter(said, str(after.get("name") or ""), values)
    gone = [] if leaves is None else [FieldChange(form.field("replaces").label, _named(leaves), STATES[WITHDRAWN])]
    told = [
        *gone,
        FieldChange(
            form.field("attendance").label,
            STATES[before.state] if before else NOTHING,
            _standing(ours, now),
        ),
    ]
    for field, attribute in (("position", "position"), ("institution", "institution"), ("email", "email")):
        was, held = (getattr(before, attribute) if before else ""), getattr(now, attribute)
        if was != held:
            told.append(FieldChange(form.field(field).label, Bilingual(was, was), Bilingual(held, held)))
    return tuple(told)


def _standing(ours: Delegation, now: Attendee) -> Bilingual:
    words = STATES[now.state]
    if now.state != WAITING:
        return words
    return Bilingual(
        f"{words.es} (lugares de su delegación: {ours.places})",
        f"{words.en} (places of your delegation: {ours.places})",
    )


def _named(person: Attendee) -> Bilingual:
    return Bilingual(person.name or NOBODY_YET.es, person.name or NOBODY_YET.en)


def _with(person: Attendee, state: Bilingual) -> Bilingual:
    name = _named(person)
    return Bilingual(f"{name.es}: {state.es}", f"{name.en}: {state.en}")


def _first(value: object) -> str:
    return str(value[0]) if isinstance(value, list) and value else ""


def told(
    connection: Connection, places: Mapping[int, Bilingual], lines: Sequence[HistoryLine], *, name_people: bool
) -> Bilingual:
    """Return one sentence of a digest: whose delegation to which meeting, and who is what now.

    Without ``name_people`` how many are what: not every reader of a bulletin may see names.
    """
    meeting = store.meeting_by_id(connection, lines[0].subject_id)
    title = meeting.title if meeting else NOTHING
    place = places.get(lines[0].participant_id or 0, NOTHING)
    people = [after for line in lines if isinstance(after := line.after, dict)]
    halves = []
    for half, name in (("es", NOBODY_YET.es), ("en", NOBODY_YET.en)):
        if name_people:
            said = ", ".join(f"{each['name'] or name} ({STATES[each['state']].get(half)})" for each in people)
        else:
            counts = Counter(STATES[each["state"]].get(half) for each in people)
            said = ", ".join(f"{number} {state}" for state, number in counts.items())
        halves.append(f"{place.get(half)}, {title.get(half)}: {said}")
    return Bilingual(*halves)
