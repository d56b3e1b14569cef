"""How a request stands, said by its participant: not applicable, working on it until a day, more time asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from mailbot.core.fields.timed import show as window_words
from mailbot.core.letters.facts import EntryOutcome, Received
from mailbot.core.letters.subjects import base_subject
from mailbot.core.people import PROVEN
from mailbot.core.promises import Promise, promise_in
from mailbot.core.records import Group, HoldRecord, RequestRecord
from mailbot.core.values import Bilingual, Field
from mailbot.edges.store import desk, directory, ledger
from mailbot.work import deadline
from mailbot.work.house import House
from mailbot.work.outcome import Case, Decider
from mailbot.work.reply import answer_envelope, may_answer, open_hold, person_of
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter

KIND = "extension"
_DAY = Field("date", "window", Bilingual("Fecha", "Date"), Bilingual("", ""))


@dataclass(frozen=True, slots=True)
class Promised:
    """What became of the words about requests: outcome and reason of the message, and what to tell of each."""

    outcome: str
    reason: str
    told: tuple[EntryOutcome, ...]


def take_promises(house: House, connection: Connection, group: Group, case: Case) -> Promised | None:
    """Note what a message says of open requests, by row or in its words; None when nothing."""
    if case.writer.participant is None or case.writer.certainty not in PROVEN:
        return None
    told, outcomes = [], set()
    for request, promise in _said(connection, group, case, house.today(group)):
        why, outcome = _take(house, connection, group, case, request, promise)
        outcomes.add(outcome)
        told.append(EntryOutcome(_name(house, request), SHOWN[outcome], why=why))
    if not told:
        return None
    first = next(each for each in ("held", "applied", "asked") if each in outcomes)
    return Promised(first, "; ".join(each.why.en for each in told if each.why is not None), tuple(told))


SHOWN = {"held": "held", "applied": "applied", "asked": "refused"}


def _name(house: House, request: RequestRecord) -> Bilingual:
    title, code = house.form(request.form).title, request.about or request.code
    return Bilingual(f"{title.es}, {code}", f"{title.en}, {code}")


def tell(house: House, connection: Connection, group: Group, case: Case, done: Promised) -> tuple[str, str]:
    """Answer a message that says nothing else; returns (outcome, reason)."""
    why = [each.why for each in done.told if each.why is not None]
    said = Bilingual(" ".join(each.es for each in why), " ".join(each.en for each in why))
    _tell(house, connection, group, case, said)
    return done.outcome, done.reason


def _said(connection: Connection, group: Group, case: Case, today: date) -> list[tuple[RequestRecord, Promise]]:
    """Return the requests spoken of with what is said: by row, else all the letter asked, in words alone."""
    found: list[tuple[RequestRecord, Promise]] = []
    for each in case.rows_said:
        request = ledger.request_by_code(connection, group.key, each.row.request or "")
        promise = promise_in(each.words, today)
        if request is not None and request.state == "asked" and promise is not None:
            found.append((request, promise))
    if found or case.reading.entries or case.reading.commands:
        return found
    promise = promise_in(case.reading.text, today)
    asked = [each for each in case.asked if each.state == "asked"]
    return [(each, promise) for each in asked] if promise is not None else []


def _take(
    house: House, connection: Connection, group: Group, case: Case, request: RequestRecord, promise: Promise
) -> tuple[Bilingual, str]:
    if promise.kind == "excused":
        ledger.note_request(connection, request.id, state="excused", answered_at=house.now())
        return _excused(request), "applied"
    if promise.unclear or (promise.until is not None and promise.until < house.today(group)):
        return WHICH_DAY, "asked"
    if promise.kind == KIND:
        return _extension(house, connection, group, case, request, promise.until)
    if promise.until is None:
        return NOTED, "asked"
    ledger.note_request(connection, request.id, working_until=promise.until)
    return _working(request, promise.until), "applied"


WHICH_DAY = Bilingual(
    "No sabemos hasta qué día: escríbalo completo, por ejemplo «hasta el 15 de marzo de 2009», y que no haya pasado.",
    "We do not know until which day: please write it in full, such as “until 15 March 2009”, and not one that "
    "has passed.",
)
NOTED = Bilingual(
    "Tomamos nota de que trabajan en ello; la solicitud sigue abierta. Si nos dice hasta qué día, "
    "esperamos con los recordatorios.",
    "We have noted that you are working on it; the request remains open. If you tell us until which day, "
    "reminders wait.",
)


def _day(day: date) -> Bilingual:
    return window_words(_DAY, {"start": day.isoformat(), "end": day.isoformat()})


def _excused(request: RequestRecord) -> Bilingual:
    return Bilingual(
        f"Anotamos que la solicitud {request.code} no les aplica; no la recordaremos. "
        "Si cambia, responda con los datos.",
        f"We have noted that request {request.code} does not apply to you; we will not remind you. "
        "Should that change, reply with the details.",
    )


def _working(request: RequestRecord, until: date) -> Bilingual:
    said = _day(until)
    if request.due is not None and until > request.due:
        due = _day(request.due)
        return Bilingual(
            f"Anotamos que lo enviarán el {said.es} a más tardar; la fecha límite sigue siendo el {due.es}. "
            "Si necesita más tiempo, pida una prórroga y la Presidencia decide.",
            f"We have noted that you will send it by {said.en}; the deadline remains {due.en}. If you need more time, "
            "ask for an extension and the Presidency decides.",
        )
    return Bilingual(
        f"Anotamos que lo enviarán el {said.es} a más tardar; hasta entonces no enviamos recordatorios.",
        f"We have noted that you will send it by {said.en}; until then we send no reminders.",
    )


def _extension(
    house: House, connection: Connection, group: Group, case: Case, request: RequestRecord, until: date | None
) -> tuple[Bilingual, str]:
    if until is None:
        return WHICH_DAY, "asked"
    said = _day(until)
    if request.due is None or until <= request.due:
        return Bilingual(
            f"El {said.es} está dentro del plazo: no hace falta una prórroga.",
            f"{said.en} is within the time given: no extension is needed.",
        ), "asked"
    for earlier in desk.holds_open(connection, group.key):
        if earlier.kind == KIND and _wanted(connection, group, earlier)[0] == request:
            desk.close_hold(connection, earlier.id, "expired", case.writer.address, house.now())
    number = open_hold(
        house,
        connection,
        group,
        case,
        KIND,
        _question(request, until),
        {"request": request.code, "until": until.isoformat(), "address": case.writer.address},
    )
    ledger.note_request(connection, request.id, extension=until)
    due = _day(request.due)
    return Bilingual(
        f"Pasamos a la Presidencia su solicitud de prórroga hasta el {said.es} (n.º {number}); mientras tanto la fecha "
        f"límite sigue siendo el {due.es}.",
        f"We have put your request for an extension until {said.en} to the Presidency (no. {number}); meanwhile the "
        f"deadline remains {due.en}.",
    ), "held"


def _question(request: RequestRecord, until: date) -> Bilingual:
    name, said = request.participant.name, _day(until)
    due = _day(request.due) if request.due else Bilingual("", "")
    return Bilingual(
        f"{name.es} pide una prórroga hasta el {said.es} para {request.code} (vence el {due.es}).",
        f"{name.en} asks for an extension until {said.en} for {request.code} (due {due.en}).",
    )


def _tell(house: House, connection: Connection, group: Group, case: Case, why: Bilingual) -> None:
    if may_answer(house, connection, group, case.writer.address):
        letter = Received(facts_of_group(connection, group), person_of(case), base_subject(case.message.subject), why)
        queue_letter(house, connection, group, letter, answer_envelope(case, case.writer.request))


def accept(house: House, connection: Connection, group: Group, _decider: Decider, hold: HoldRecord) -> Bilingual:
    """Give the participant until the day asked for; all asked people and the one who asked are told."""
    request, until = _wanted(connection, group, hold)
    if request is None or until is None or request.state != "asked":
        return GONE
    writer = next(iter(directory.contacts_at(connection, group.key, hold.sender)), None)
    deadline.move_request(house, connection, group, request, until, also=writer)
    said = _day(until)
    return Bilingual(
        f"{request.participant.name.es} tiene hasta el {said.es} para {request.code}; se lo comunicamos.",
        f"{request.participant.name.en} has until {said.en} for {request.code}; we tell them.",
    )


def refuse(house: House, connection: Connection, group: Group, _decider: Decider, hold: HoldRecord) -> Bilingual:
    """Leave the due date; the one who asked is told."""
    request, _ = _wanted(connection, group, hold)
    if request is None or request.due is None:
        return GONE
    ledger.note_request(connection, request.id, extension=None)
    due = _day(request.due)
    why = Bilingual(
        f"La Presidencia no concedió la prórroga para {request.code}: la fecha límite sigue siendo el {due.es}.",
        f"The Presidency did not grant the extension for {request.code}: the deadline remains {due.en}.",
    )
    writer = next(iter(directory.contacts_at(connection, group.key, hold.sender)), None)
    if writer is not None:
        subject = f"{request.code}"
        letter = Received(facts_of_group(connection, group), person(writer), subject, why)
        envelope = Envelope(
            hold.sender, writer.name, writer.language, f"extension:{hold.number}", "refused", writer, request
        )
        queue_letter(house, connection, group, letter, envelope)
    return why


GONE = Bilingual("La solicitud ya no está abierta; nada cambió.", "The request is no longer open; nothing changed.")


def _wanted(connection: Connection, group: Group, hold: HoldRecord) -> tuple[RequestRecord | None, date | None]:
    proposal = hold.proposal if isinstance(hold.proposal, Mapping) else {}
    request = ledger.request_by_code(connection, group.key, str(proposal.get("request", "")))
    until = proposal.get("until")
    return request, date.fromisoformat(until) if isinstance(until, str) else None
