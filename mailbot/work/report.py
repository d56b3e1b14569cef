"""The group's report to a meeting: gathered, written, put to the presidency as a draft."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from mailbot.core.codes import request_code
from mailbot.core.letters.facts import Report
from mailbot.core.records import Contact, Group
from mailbot.core.report.facts import Heading, ReportFacts
from mailbot.core.report.gather import Records, report_facts
from mailbot.core.report.kept import as_json
from mailbot.core.report.schedule import meeting_due
from mailbot.core.report.writing import report as written
from mailbot.core.values import Attachment
from mailbot.core.workdays import Office
from mailbot.edges import journal
from mailbot.edges.documents import report_docx, report_pdf
from mailbot.edges.documents.edition import both, clean
from mailbot.edges.rulebook import Audience
from mailbot.edges.store import desk, directory, intake, ledger, outbox, reports
from mailbot.work import ask, indicators
from mailbot.work.contacts import current_rows
from mailbot.work.house import House
from mailbot.work.listing import audience_of
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
FORMATS = ("docx", "pdf")
STEMS = {("es",): "informe", ("en",): "report", ("es", "en"): "informe-report"}
FORM_CODE = "INF"


def gather(house: House, connection: Connection, group: Group, meeting: date | None) -> ReportFacts:
    """Return the facts since the last final report, until today or the meeting if that lies behind."""
    today = house.today(group)
    end = min(today, meeting) if meeting else today
    heading = _heading(house, connection, group, meeting, _start(connection, group, end), end)
    return report_facts(heading, _records(house, connection, group, heading), house.forms)


def _start(connection: Connection, group: Group, end: date) -> date:
    """The day after the last report's period; before the first one, the day of the first record."""
    last = reports.last_final(connection, group.key)
    if last is not None:
        following: date = last.end + timedelta(days=1)
        return min(following, end)
    first = reports.first_instant(connection, group.key)
    return min(first.astimezone(ZoneInfo(group.timezone)).date(), end) if first else end


def _heading(
    house: House, connection: Connection, group: Group, meeting: date | None, start: date, end: date
) -> Heading:
    rules, plan = house.report, group.report
    return Heading(
        rules.title,
        rules.introduction,
        group.name,
        facts_of_group(connection, group).presidency,
        plan.to or rules.to,
        plan.through or rules.through,
        start,
        end,
        house.today(group),
        meeting,
    )


def _records(house: House, connection: Connection, group: Group, heading: Heading) -> Records:
    zone = ZoneInfo(group.timezone)
    first = datetime.combine(heading.start, time(), zone)
    after = datetime.combine(heading.end + timedelta(days=1), time(), zone)
    history = ledger.history_between(connection, group.key, first, after)
    sent = reports.reminders_between(connection, group.key, first, after)
    audience = audience_of_report(house, addressees(house, connection, group))
    return Records(
        group.timezone,
        directory.all_participants(connection, group.key),
        directory.active_contacts(connection, group.key),
        ledger.all_activities(connection, group.key),
        ledger.statuses_of(connection, group.key),
        ledger.requests_where(connection, group.key),
        history,
        desk.holds_open(connection, group.key),
        sent,
        current_rows(connection, group, house.form("contact-update"), audience),
        audience.columns,
        house.report.names,
        indicators.progress(connection, group),
        counts={
            "messages": intake.counts_since(connection, group.key, first, after),
            "letters": outbox.sent_between(connection, group.key, first, after),
            "changes": len({(line.message_id, line.subject_id) for line in history}),
            "reminders": sum(sent.values()),
        },
    )


def addressees(house: House, connection: Connection, group: Group) -> tuple[Contact, ...]:
    """Return who gets the final report, each address once."""
    found: dict[str, Contact] = {}
    for row in house.report.addressees:
        for contact in directory.active_contacts(connection, row.group or group.key):
            if contact.email and row.fits(contact.participant.kind, contact.role):
                found.setdefault(contact.email[0], contact)
    return tuple(found.values())


def audience_of_report(house: House, readers: Iterable[Contact]) -> Audience:
    """Return what the annex may show: what the rules say, and no more than the least of its readers may see."""
    said = next((each for each in house.audiences if each.id == house.report.audience), house.audiences[-1])
    least = [audience_of(house.audiences, [each]) for each in readers]
    return min((said, *least), key=lambda each: (len(each.columns), not each.official_only))


def presidency(connection: Connection, group: Group) -> tuple[Contact, ...]:
    """Return who approves: the officers of the presidency, else its focal points."""
    chair = directory.participant_by_code(connection, group.key, group.presidency)
    people = directory.active_contacts(connection, group.key, chair.id) if chair else ()
    officers = tuple(each for each in people if each.role == "officer" and each.email)
    return officers or ask.designated(people)


def files(
    group: Group, facts: ReportFacts, languages: Sequence[str] = ("es", "en"), formats: Sequence[str] = FORMATS
) -> tuple[Attachment, ...]:
    """Return the report as files; the same facts give the same bytes.  Raises HalvesDiffer."""
    halves = written(facts)
    shown = {each: halves[each] for each in languages}
    head = facts.heading
    title = ". ".join(clean(both(each)) for each in (head.title, head.group))
    author = clean(head.group.get(languages[0]))
    mark = f"{head.number:02d}" if head.number else "borrador-draft"
    stem = f"{STEMS[tuple(languages)]}-{group.key}-{mark}-{head.dated.isoformat()}"
    made = []
    if "docx" in formats:
        made.append(Attachment(f"{stem}.docx", DOCX, report_docx.report(shown, title, author, head.dated)))
    if "pdf" in formats:
        made.append(Attachment(f"{stem}.pdf", PDF, report_pdf.report(shown, title, author)))
    return tuple(made)


def hashes(made: Iterable[Attachment]) -> dict[str, str]:
    """Return name → SHA-256 of each file."""
    return {each.name: hashlib.sha256(each.content).hexdigest() for each in made}


def send_draft(house: House, group: Group, meeting: date | None = None) -> int:
    """Put a draft to the presidency for approval; returns how many letters were put.

    The same draft is not put twice; a later one takes the place of an earlier one that waits.
    """
    with house.engine.begin() as connection:
        readers = presidency(connection, group)
        facts = gather(house, connection, group, meeting)
        occasion = (meeting or facts.heading.end).isoformat()
        before = reports.newest(connection, group.key, occasion)
        if not readers or (before is not None and _same(before, facts)):
            why = "nobody in the presidency to ask" if not readers else "the same draft waits already"
            journal.report(group.key, why, occasion=occasion)
            return 0
        made = files(group, facts)
        code = request_code(group.key, FORM_CODE, group.presidency, house.draw(20))
        kept = _kept(house, facts, made, occasion, before.revision + 1 if before is not None else 1, code)
        if reports.add_draft(connection, group.key, kept) is None:
            return 0  # somebody else put it in the same moment
        put = sum(_ask_approval(house, connection, group, facts, made, code, each) for each in readers)
        house.step("report-recorded")
    journal.report(group.key, "draft put to the presidency", occasion=occasion, code=code, letters=put)
    return put


def _same(before: Any, facts: ReportFacts) -> bool:
    """Tell whether a waiting draft says the same; our own letters and the like do not count."""
    kept, now = dict(before.facts), as_json(facts)
    return before.state == "draft" and {**kept, "counts": None} == {**now, "counts": None}


def _kept(
    house: House, facts: ReportFacts, made: Sequence[Attachment], occasion: str, revision: int, code: str
) -> dict[str, Any]:
    head = facts.heading
    return {
        "occasion": occasion,
        "revision": revision,
        "code": code,
        "start": head.start,
        "end": head.end,
        "meeting": head.meeting,
        "facts": as_json(facts),
        "files": hashes(made),
        "made_at": house.now(),
    }


def _ask_approval(
    house: House,
    connection: Connection,
    group: Group,
    facts: ReportFacts,
    made: tuple[Attachment, ...],
    code: str,
    reader: Contact,
) -> bool:
    people = addressees(house, connection, group)
    letter = replace(
        letter_of(connection, group, facts, reader),
        code=code,
        addressees=len(people),
        places=tuple(dict.fromkeys(each.participant.name for each in people)),
    )
    envelope = Envelope(
        reader.email[0], reader.name, reader.language, "report-draft", code, contact=reader, attachments=made
    )
    return queue_letter(house, connection, group, letter, envelope) is not None


def letter_of(connection: Connection, group: Group, facts: ReportFacts, reader: Contact) -> Report:
    """Return the letter that a report goes with."""
    head = facts.heading
    return Report(
        facts_of_group(connection, group),
        person(reader),
        head.title,
        head.number,
        head.dated,
        head.start,
        head.end,
        head.meeting,
    )


def schedule(house: House, group: Group) -> int:
    """Put the draft some working days before a known meeting, once; returns how many letters were put."""
    if not group.report.meetings:
        return 0
    office = house.offices(house.today(group)).get(group.presidency) or Office(group.timezone)
    meeting = meeting_due(group.report.meetings, group.report.draft_days, office, house.now())
    if meeting is None:
        return 0
    with house.engine.begin() as connection:
        if reports.newest(connection, group.key, meeting.isoformat()) is not None:
            return 0
    return send_draft(house, group, meeting)
