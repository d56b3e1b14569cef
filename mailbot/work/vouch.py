"""Who is in no directory: a courteous line, a hold, or one question to the focal point of their State."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from mailbot.core.codes import CONFIRM
from mailbot.core.language import fold
from mailbot.core.letters.facts import EntryOutcome, FieldChange, Person, Stranger
from mailbot.core.letters.held import DecidedRow, DecisionsMade, Vouch
from mailbot.core.letters.subjects import base_subject
from mailbot.core.records import Contact, Group, HistoryLine, HoldRecord, Participant
from mailbot.core.values import Bilingual
from mailbot.edges.store import desk, directory, intake, ledger
from mailbot.work import announce, ask, keeping
from mailbot.work.house import House
from mailbot.work.outcome import Case, Decider
from mailbot.work.reply import answer_envelope, may_answer, open_hold, person_of
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter


def take_stranger(house: House, connection: Connection, group: Group, case: Case) -> tuple[str, str]:
    """Take a message of somebody unknown; returns (outcome, reason)."""
    if any(word.partition("-")[0] == "list" for word in case.reading.commands):
        _courtesy(house, connection, group, case, presidency=_presidency_address(connection, group))
        return "asked", "a stranger asks for the list: told whom to write to, once"
    participant, why = state_of(house, connection, group, case)
    if participant is not None:
        done = _ask(house, connection, group, case, participant, why)
        if done is not None:
            return done
    number = _hold(house, connection, group, case)
    if not _courtesy(house, connection, group, case):
        return "held", f"unknown sender (hold {number}); answered before or enough answers today"
    return "held", f"unknown sender (hold {number})"


def _hold(house: House, connection: Connection, group: Group, case: Case) -> int:
    reading = case.reading
    form = reading.entries[0].form if reading.entries else ""
    subject = base_subject(case.message.subject)[:100]
    what = Bilingual(
        f"Escribe alguien que no está en el directorio{' y envía un formulario' if form else ''}: «{subject}».",
        f"Somebody who is not in the directory writes{' and sends a form' if form else ''}: “{subject}”.",
    )
    proposal = [keeping.entry_as_json(entry) for entry in reading.entries] or None
    return open_hold(house, connection, group, case, "stranger", what, proposal)


def _courtesy(
    house: House,
    connection: Connection,
    group: Group,
    case: Case,
    *,
    presidency: str = "",
    asked: Bilingual | None = None,
) -> bool:
    """Write to a stranger, once ever; False when nothing was written."""
    address = case.writer.address
    if not may_answer(house, connection, group, address):
        return False
    language = case.reading.language if case.reading.language in ("es", "en") else "es"
    to = Person(address, _display_name(case))
    facts = Stranger(facts_of_group(connection, group), to, base_subject(case.message.subject), asked, presidency)
    envelope = Envelope(address, to.name, language, "stranger", "once", answers=case.answered)
    return queue_letter(house, connection, group, facts, envelope) is not None


def _display_name(case: Case) -> str:
    return case.message.sender.name if case.message.sender else ""


def _presidency_address(connection: Connection, group: Group) -> str:
    chair = directory.participant_by_code(connection, group.key, group.presidency)
    people = directory.active_contacts(connection, group.key, chair.id) if chair else ()
    return next((each.email[0] for each in ask.designated(people)), group.address)


def state_of(house: House, connection: Connection, group: Group, case: Case) -> tuple[Participant | None, str]:
    """Return the State a stranger seems to belong to, and by which sign; None when that is not one State."""
    people = [each for each in directory.active_contacts(connection, group.key) if each.participant.kind == "state"]
    by_domain = _only(c.participant for c in people if _same_house(house, case.writer.address, c))
    if by_domain is not None:
        return by_domain, "domain"
    request = case.writer.request
    private = _public(house, case.writer.address.rpartition("@")[2].lower())
    if private and request is not None and request.participant.kind == "state":
        return request.participant, "our letter"
    if "on-instructions" not in case.reading.intents:
        return None, ""
    text = f" {fold(case.reading.text)} "
    named = _only(c.participant for c in people if len(c.name.split()) > 1 and f" {fold(c.name)}" in text)
    return (named, "instructions") if named is not None else (_of_form(connection, group, case), "instructions")


def _of_form(connection: Connection, group: Group, case: Case) -> Participant | None:
    codes = {str(entry.fields["country"].value) for entry in case.reading.entries if "country" in entry.fields}
    return directory.participant_by_code(connection, group.key, codes.pop()) if len(codes) == 1 else None


def _only(found: Iterable[Participant]) -> Participant | None:
    places = {each.id: each for each in found}
    return next(iter(places.values())) if len(places) == 1 else None


def _same_house(house: House, address: str, contact: Contact) -> bool:
    """Tell whether an address is at, or below, the domain of a contact's official address."""
    mine = address.rpartition("@")[2].lower()
    domains = {mail.rpartition("@")[2].lower() for mail in contact.email}
    official = {each for each in domains if "." in each and not _public(house, each)}
    return any(mine == each or mine.endswith(f".{each}") for each in official)


def _public(house: House, domain: str) -> bool:
    parts = domain.split(".")
    return any(".".join(parts[start:]) in house.public_mail for start in range(len(parts)))


def _ask(
    house: House, connection: Connection, group: Group, case: Case, participant: Participant, why: str
) -> tuple[str, str] | None:
    """Hold the message and ask the State once; None when they said no before or nobody can be asked."""
    address = case.writer.address
    before = desk.holds_of(connection, group.key, "vouch", address)
    waiting = [each for each in before if each.closed_at is None]
    people = ask.designated(directory.active_contacts(connection, group.key, participant.id))
    if not people or (before and not waiting):
        return None
    what = Bilingual(
        f"{_display_name(case) or address} escribe y no está en el directorio; se preguntó a {participant.name.es}.",
        f"{_display_name(case) or address} writes and is not in the directory; {participant.name.en} has been asked.",
    )
    token = waiting[0].token if waiting else None
    if token is None:
        request = ask.new_request(house, connection, group, house.form("contact-update"), participant)
        ledger.close_request(connection, request.id)  # nobody is reminded of it as of a form
        token = request.code
        _question(house, connection, group, case, participant, people, token, official=why == "domain")
    kept = {"name": _display_name(case), "participant": participant.code}
    number = open_hold(house, connection, group, case, "vouch", what, kept, token, about=participant)
    hold = desk.hold_by_number(connection, group.key, number)
    assert hold is not None
    desk.note_told(connection, [hold.id], house.now(), again=False)
    _courtesy(house, connection, group, case, asked=participant.name)
    return "held", f"unknown sender, by {why} of {participant.code}: its focal point is asked (hold {number})"


def _question(
    house: House,
    connection: Connection,
    group: Group,
    case: Case,
    participant: Participant,
    people: Sequence[Contact],
    token: str,
    *,
    official: bool,
) -> None:
    request = ledger.request_by_code(connection, group.key, token)
    known = _known(people_of(connection, group, participant), _display_name(case))
    for contact in people:
        facts = Vouch(
            facts_of_group(connection, group),
            person(contact),
            participant.name,
            case.writer.address,
            _display_name(case),
            official,
            known.name if known else "",
            case.reading.text[:300],
        )
        purpose = f"vouch:{case.writer.address}"[:120]
        envelope = Envelope(
            contact.email[0],
            contact.name,
            contact.language,
            purpose,
            participant.code,
            contact,
            request,
            token_for=CONFIRM,
        )
        queue_letter(house, connection, group, facts, envelope)


def people_of(connection: Connection, group: Group, participant: Participant) -> tuple[Contact, ...]:
    """Return the active contacts of a participant."""
    return directory.active_contacts(connection, group.key, participant.id)


def _known(people: Sequence[Contact], name: str) -> Contact | None:
    """Return the one person whose name this is: the words of one are among the words of the other."""
    said = set(fold(name).replace(",", " ").split())
    same = [each for each in people if len(said) > 1 and _alike(said, set(fold(each.name).split()))]
    return same[0] if len(same) == 1 else None


def _alike(one: set[str], other: set[str]) -> bool:
    return len(other) > 1 and (one <= other or other <= one)


def answer(house: House, connection: Connection, group: Group, case: Case, *, yes: bool) -> tuple[str, str] | None:
    """Take SÍ / NO of a State's focal point; None when this message answers no such question."""
    request, contact = case.writer.request, case.writer.contact
    if request is None or case.writer.foreign_request or contact is None or case.writer.participant is None:
        return None
    holds = [each for each in desk.holds_open(connection, group.key, request.code) if each.kind == "vouch"]
    asked = ask.designated(people_of(connection, group, case.writer.participant))
    if not holds or contact.id not in {each.id for each in asked}:
        return _too_late(house, connection, group, case, request.code)
    decider = Decider(case.writer.address, case.row.id)
    decision = "accepted" if yes else "refused"
    closed = desk.close_hold(connection, holds[0].id, decision, decider.who, house.now())
    entries = accept(house, connection, group, holds[0], decider) if yes and closed else ()
    for other in holds[1:] if not yes else ():
        desk.close_hold(connection, other.id, decision, decider.who, house.now())
    _thank(house, connection, group, case, DecidedRow(holds[0].number, decision, holds[0].what, entries=entries))
    return "applied", f"vouched {'for' if yes else 'against'} {holds[0].sender} (hold {holds[0].number})"


def _too_late(house: House, connection: Connection, group: Group, case: Case, token: str) -> tuple[str, str] | None:
    """Somebody of the State answered before."""
    closed = desk.closed_with(connection, group.key, token)
    if closed is None or closed.kind != "vouch":
        return None
    people = directory.contacts_at(connection, group.key, closed.decided_by)
    on = closed.closed_at.date() if closed.closed_at else None
    by = people[0].name if people else closed.decided_by
    _thank(
        house,
        connection,
        group,
        case,
        DecidedRow(closed.number, "already", closed.what, by=by, on=on, decision=closed.decision),
    )
    return "asked", f"already decided (hold {closed.number})"


def _thank(house: House, connection: Connection, group: Group, case: Case, row: DecidedRow) -> None:
    if not may_answer(house, connection, group, case.writer.address):
        return
    undo = group.undo_days if row.entries else 0
    subject = base_subject(case.message.subject)
    facts = DecisionsMade(facts_of_group(connection, group), person_of(case), subject, (row,), undo_days=undo)
    queue_letter(house, connection, group, facts, answer_envelope(case))


def accept(
    house: House, connection: Connection, group: Group, hold: HoldRecord, decider: Decider
) -> tuple[EntryOutcome, ...]:
    """Teach the address, then let every message of theirs that waits be handled as theirs."""
    kept = hold.proposal if isinstance(hold.proposal, dict) else {}
    participant = directory.participant_by_code(connection, group.key, str(kept.get("participant", "")))
    if participant is None:
        return ()
    told = _teach(house, connection, group, hold, participant, str(kept.get("name", "")), decider)
    intake.give_back(connection, hold.message_id)
    for other in desk.holds_of(connection, group.key, "vouch", hold.sender):
        if desk.close_hold(connection, other.id, "accepted", decider.who, house.now()):
            intake.give_back(connection, other.message_id)
    return (told,)


def _teach(
    house: House,
    connection: Connection,
    group: Group,
    hold: HoldRecord,
    participant: Participant,
    name: str,
    decider: Decider,
) -> EntryOutcome:
    known = _known(people_of(connection, group, participant), name)
    called = name or hold.sender
    if known is not None:
        before, after = list(known.email), [*known.email, hold.sender]
        directory.change_contact(connection, group.key, known.id, {"email": after})
        changed: list[tuple[str, object, object]] = [("email", before, after)]
        contact_id = known.id
        row = decider.message_id or hold.message_id
        announce.addresses_of(
            house, connection, group, known, before, after, hold.sender, row, (decider.who, hold.sender)
        )
    else:
        fields: dict[str, object] = {"name": called, "email": [hold.sender], "role": "contact"}
        contact_id = directory.add_contact(connection, group.key, participant, fields, house.today(group))
        changed = [("active", None, True), ("name", "", called), ("email", [], [hold.sender])]
    lines = [
        HistoryLine(
            house.now(), hold.sender, "contact", contact_id, participant.id, field, before, after,
            hold.message_id, decider.who, decider.message_id,
        )
        for field, before, after in changed
    ]  # fmt: skip
    ledger.add_history(connection, group.key, lines)
    label = house.form("contact-update").field("email").label
    mails = tuple(Bilingual(", ".join(each), ", ".join(each)) for each in (known.email if known else (), [hold.sender]))
    who = known.name if known else called
    words = Bilingual(f"{who}, {participant.name.es}", f"{who}, {participant.name.en}")
    return EntryOutcome(words, "applied", (FieldChange(label, mails[0], mails[1]),))
