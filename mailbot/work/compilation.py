"""The first compilation: a file put before the presidency, entered on its word, then confirmed by each State."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from mailbot.core.letters.facts import Compilation, Person, ProposedRow, Received
from mailbot.core.letters.subjects import base_subject
from mailbot.core.people import Writer
from mailbot.core.records import Contact, Group
from mailbot.core.values import Bilingual
from mailbot.edges.store import directory, ledger, proposals
from mailbot.work import ask, import_contacts
from mailbot.work.house import House
from mailbot.work.import_contacts import STATES, Planned
from mailbot.work.import_rows import Brought
from mailbot.work.outcome import Case
from mailbot.work.reply import answer_envelope, may_answer, person_of
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter

FORM = "contact-update"
COUNTED = {
    "doubtful": Bilingual("Filas dudosas, que quedan fuera", "Doubtful rows, which stay out"),
    "new": Bilingual("Personas nuevas", "New people"),
    "changed": Bilingual("Personas cuyos datos cambian", "People whose details change"),
    "same": Bilingual("Sin cambios", "Unchanged"),
}
PROOF = frozenset({"token", "thread"})


def presidency(connection: Connection, group: Group) -> tuple[Contact, ...]:
    """Return who speaks for the presidency: its officers, else its focal points."""
    chair = directory.participant_by_code(connection, group.key, group.presidency)
    people = directory.active_contacts(connection, group.key, chair.id) if chair else ()
    officers = tuple(each for each in people if each.role == "officer" and each.email)
    return officers or ask.designated(people)


def propose(
    house: House, connection: Connection, group: Group, rows: Sequence[Brought], planned: Sequence[Planned], due: date
) -> int:
    """Put a file before the presidency; returns how many letters were put, 0 when there is nobody to decide."""
    chair = directory.participant_by_code(connection, group.key, group.presidency)
    readers = presidency(connection, group)
    if chair is None or not readers:
        return 0
    request = ask.new_request(house, connection, group, house.form(FORM), chair)
    ledger.close_request(connection, request.id)  # its code ties the answer; nobody is chased for it
    kept = [{"place": each.place, "said": each.said, "does": _does(each.place, planned)} for each in rows]
    proposals.add(connection, group.key, request.code, kept, due, house.now())
    shown = tuple(ProposedRow(STATES[p.state], p.place, p.about, p.words) for p in planned if p.state != "same")
    counts = Counter(each.state for each in planned)
    told = tuple((name, counts[state]) for state, name in COUNTED.items())
    put = 0
    for reader in readers:
        facts = Compilation(facts_of_group(connection, group), person(reader), shown, told, due, request.code)
        envelope = Envelope(
            reader.email[0],
            reader.name,
            reader.language,
            f"compilation:{request.code}",
            "once",
            contact=reader,
            request=request,
        )
        put += queue_letter(house, connection, group, facts, envelope) is not None
    return put


def _does(place: str, planned: Sequence[Planned]) -> Any:
    """Return what the preview says of a row, as it is kept: state and values."""
    return next(([each.state, dict(each.values)] for each in planned if each.place == place), None)


def decide(house: House, connection: Connection, group: Group, case: Case) -> tuple[str, str] | None:
    """Take APRUEBO or NO to a file; None when the message answers no file that waits."""
    request = case.writer.request
    if request is None or case.writer.foreign_request:
        return None
    waiting = proposals.open_one(connection, group.key, request.code)
    if waiting is None:
        return None
    if not _may(connection, group, case.writer):
        return _tell(house, connection, group, case, NOT_YOURS, "asked", "only the presidency decides on a file")
    if "decline" in case.reading.commands:
        proposals.close(connection, waiting.id, "refused", case.writer.address, house.now())
        return _tell(house, connection, group, case, REFUSED, "applied", "the file was refused")
    return _enter(house, connection, group, case, waiting)


def _may(connection: Connection, group: Group, writer: Writer) -> bool:
    mine = {address for each in presidency(connection, group) for address in each.email}
    return writer.certainty in PROOF and writer.address in mine


def _enter(house: House, connection: Connection, group: Group, case: Case, waiting: Any) -> tuple[str, str]:
    """Enter what stands as the preview showed it, and ask each State."""
    reader = import_contacts.Reader(house, connection, group)
    rows = [Brought(each["place"], each["said"]) for each in waiting.rows]
    shown = {each["place"]: each["does"] for each in waiting.rows}
    planned = import_contacts.plan(reader, connection, group, rows)
    wanted = [each for each in planned if each.state in {"new", "changed"}]
    same = [each for each in wanted if shown.get(each.place) == [each.state, dict(each.values)]]
    written = import_contacts.apply(house, connection, group, same, who=case.writer.address, message_id=case.row.id)
    proposals.close(connection, waiting.id, "accepted", case.writer.address, house.now())
    asked, silent = _ask_states(house, connection, group, waiting.due)
    words = _entered(written, len(wanted) - len(same), asked, silent)
    return _tell(house, connection, group, case, words, "applied", f"{written} contacts entered, {asked} States asked")


def _ask_states(
    house: House, connection: Connection, group: Group, due: date | None
) -> tuple[int, tuple[Bilingual, ...]]:
    form, asked, silent = house.form(FORM), 0, []
    round_name = f"{FORM} compilation {house.today(group).isoformat()}"
    for participant in directory.all_participants(connection, group.key):
        if participant.kind == "state":
            _, put = ask.ask(house, connection, group, form, participant, due=due, round_name=round_name)
            asked += put > 0
            silent += [participant.name] if not put else []
    return asked, tuple(silent)


def _entered(written: int, changed: int, asked: int, silent: Sequence[Bilingual]) -> Bilingual:
    es = f"Aprobado: {written} contactos inscritos; pedimos confirmar sus datos a {asked} Estados."
    en = f"Approved: {written} contacts entered; we have asked {asked} States to confirm their details."
    if changed:
        es += f" No se inscribieron {changed}, porque el directorio cambió desde entonces."
        en += f" {changed} were not entered, because the directory has changed since."
    if silent:
        es += " Sin nadie a quien escribir: " + ", ".join(each.es for each in silent) + "."
        en += " Without anybody to write to: " + ", ".join(each.en for each in silent) + "."
    return Bilingual(es, en)


REFUSED = Bilingual("De acuerdo: no se inscribió nada de ese archivo.", "Very well: nothing of that file was entered.")
NOT_YOURS = Bilingual(
    "Ese archivo lo decide la Presidencia, respondiendo desde su dirección a la carta que recibió; no se cambió nada.",
    "That file is decided by the Presidency, answering from its address the letter it received; nothing was changed.",
)


def _tell(
    house: House, connection: Connection, group: Group, case: Case, words: Bilingual, outcome: str, reason: str
) -> tuple[str, str]:
    if may_answer(house, connection, group, case.writer.address):
        to: Person = person_of(case)
        letter = Received(facts_of_group(connection, group), to, base_subject(case.message.subject), words)
        queue_letter(house, connection, group, letter, answer_envelope(case))
    return outcome, reason
