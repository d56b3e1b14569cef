"""The presidency's answer to the draft of a report: approved, it is numbered and goes out once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from mailbot.core.codes import codes_in
from mailbot.core.letters.facts import Received
from mailbot.core.letters.subjects import base_subject
from mailbot.core.reading.approval import approves
from mailbot.core.records import Contact, Group
from mailbot.core.report.facts import ReportFacts
from mailbot.core.report.kept import as_json, facts_from_json
from mailbot.core.values import Attachment, Bilingual
from mailbot.edges import journal
from mailbot.edges.store import reports
from mailbot.work import report
from mailbot.work.house import House
from mailbot.work.outcome import Case
from mailbot.work.reply import answer_envelope, may_answer, open_hold, person_of
from mailbot.work.write import Envelope, facts_of_group, queue_letter

ONLY_PRESIDENCY = Bilingual(
    "El informe lo aprueba la Presidencia, desde la dirección a la que se envió el borrador. Nada ha cambiado; "
    "pasamos su mensaje a la Presidencia.",
    "The report is approved by the Presidency, from the address to which the draft was sent. Nothing has changed; "
    "we pass your message to the Presidency.",
)
COMMENTED = Bilingual(
    "Anotamos sus comentarios para la Presidencia; el informe sigue en borrador y nada se ha enviado. "
    "Para aprobarlo tal como está, responda con una sola palabra: APRUEBO.",
    "We have noted your comments for the Presidency; the report stays a draft and nothing has been sent. "
    "To approve it as it stands, answer with one word: APPROVE.",
)
SUPERSEDED = Bilingual(
    "Hay un borrador más reciente que este; nada ha cambiado. Responda, por favor, al más reciente.",
    "There is a newer draft than this one; nothing has changed. Please answer the newer one.",
)


def take_approval(house: House, connection: Connection, group: Group, case: Case) -> tuple[str, str] | None:
    """Take an answer to a draft; None when the message is none, or says something for the usual way.

    Only a person of the presidency approves, and only with the signs of the draft: From: alone proves nothing.
    """
    row = _draft_answered(connection, group, case)
    contact = case.writer.contact
    if row is None or contact is None:
        return None
    approved = approves(case.reading.text, _names(contact))
    if not approved:
        return _comment(house, connection, group, case, row)
    if contact.id not in {each.id for each in report.presidency(connection, group)}:
        return _hold(house, connection, group, case, ONLY_PRESIDENCY, "only the presidency approves a report")
    if row.state == "superseded":
        _answer(house, connection, group, case, SUPERSEDED)
        return "asked", f"report {row.code}: a newer draft took its place"
    if row.state == "final":
        _answer(house, connection, group, case, _already(row, group))
        return "applied", f"report no. {row.number} was approved already; nothing sent again"
    return _finish(house, connection, group, case, row)


def _draft_answered(connection: Connection, group: Group, case: Case) -> Any | None:
    """The draft whose letter or whose code the message carries."""
    letter = case.in_answer_to
    own = "\n".join(line.text for line in case.message.lines)
    codes = [letter.period] if letter is not None and letter.purpose == "report-draft" else []
    for code in (*codes, *codes_in(f"{case.message.subject}\n{own}")):
        row = reports.by_code(connection, group.key, code)
        if row is not None:
            return row
    return None


def _names(contact: Contact) -> tuple[str, ...]:
    place = contact.participant.name
    return (contact.name, contact.position, contact.unit, contact.institution, place.es, place.en)


def _comment(house: House, connection: Connection, group: Group, case: Case, row: Any) -> tuple[str, str] | None:
    """Note what is said of a draft that waits; forms, commands and thanks go their usual way."""
    usual = case.reading.entries or set(case.reading.commands) - {"confirm", "decline"}
    thanks = set(case.reading.intents) & {"acknowledgement"} and len(case.reading.text) < SHORT
    if row.state != "draft" or usual or thanks or not case.reading.text.strip():
        return None
    return _hold(house, connection, group, case, COMMENTED, f"comment on the report {row.code}; it stays a draft")


SHORT = 200  # letters: more than thanks


def _hold(
    house: House, connection: Connection, group: Group, case: Case, why: Bilingual, reason: str
) -> tuple[str, str]:
    contact, subject = case.writer.contact, base_subject(case.message.subject)[:100]
    assert contact is not None
    what = Bilingual(
        f"{contact.name} ({contact.participant.name.es}) comenta el borrador del informe: «{subject}».",
        f"{contact.name} ({contact.participant.name.en}) comments on the draft report: “{subject}”.",
    )
    number = open_hold(house, connection, group, case, "note", what)
    _answer(house, connection, group, case, why, case.reading.text[:300])
    journal.report(group.key, reason, hold=number)
    return "held", f"{reason} (hold {number})"


def _finish(house: House, connection: Connection, group: Group, case: Case, row: Any) -> tuple[str, str]:
    number = reports.next_number(connection, group.key)
    kept = facts_from_json(row.facts)
    facts = replace(kept, heading=replace(kept.heading, number=number, dated=house.today(group)))
    made = report.files(group, facts)
    hashed = report.hashes(made)
    if not reports.make_final(connection, row.id, number, hashed, case.writer.address, house.now()):
        return "applied", f"the report {row.code} was decided in the same moment; nothing sent again"
    reports.keep_facts(connection, row.id, as_json(facts))
    put = _distribute(house, connection, group, facts, made)
    es = f"El informe queda aprobado con el n.º {number} y se envía a {put} direcciones."
    en = f"The report is approved as no. {number} and goes to {put} addresses."
    _answer(house, connection, group, case, Bilingual(es, en))
    house.step("report-recorded")
    journal.report(group.key, "approved", number=number, by=case.writer.address, letters=put)
    return "applied", f"report approved as no. {number}; {put} letters put"


def _distribute(
    house: House, connection: Connection, group: Group, facts: ReportFacts, made: tuple[Attachment, ...]
) -> int:
    put = 0
    for contact in report.addressees(house, connection, group):
        letter = report.letter_of(connection, group, facts, contact)
        period = str(facts.heading.number)
        envelope = Envelope(
            contact.email[0], contact.name, contact.language, "report", period, contact=contact, attachments=made
        )
        put += queue_letter(house, connection, group, letter, envelope) is not None
    return put


def _already(row: Any, group: Group) -> Bilingual:
    day = row.decided_at.astimezone(ZoneInfo(group.timezone)).date().isoformat()
    return Bilingual(
        f"El informe ya estaba aprobado con el n.º {row.number} ({day}); no se envía otra vez.",
        f"The report was approved already as no. {row.number} ({day}); it is not sent again.",
    )


def _answer(house: House, connection: Connection, group: Group, case: Case, why: Bilingual, said: str = "") -> None:
    if not may_answer(house, connection, group, case.writer.address):
        return
    subject = base_subject(case.message.subject)
    letter = Received(facts_of_group(connection, group), person_of(case), subject, why, said)
    queue_letter(house, connection, group, letter, answer_envelope(case))
