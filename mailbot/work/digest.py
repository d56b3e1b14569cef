"""The weekly digest to presidency and secretariat, from records and hour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from mailbot.core.due import digest_period
from mailbot.core.fields import show
from mailbot.core.letters.facts import ActivityLine, Digest, HoldLine, MatrixRow, Person
from mailbot.core.records import (
    Activity,
    Contact,
    Group,
    HistoryLine,
    Status,
)
from mailbot.core.requests_state import Column, Row
from mailbot.core.values import Attachment, Bilingual
from mailbot.edges.store import desk, directory, intake, ledger, measures, outbox
from mailbot.work import ask, contacts, delegation, indicators, slips, standings
from mailbot.work.house import House
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter

SOON = timedelta(days=30)
DONE = frozenset({"done", "cancelled"})


def digest(house: House, group: Group) -> int:
    """Put the digest of the last full week once, however often triggered."""
    start, end = digest_period(house.now(), group.timezone, group.digest_weekday, group.digest_hour)
    with house.engine.begin() as connection:
        readers = digest_readers(connection, group)
        facts, picture = _drawn(_numbered(digest_facts(house, connection, group, start, end)))
        if not any(facts.counts.values()):
            return 0  # a week in which nothing happened is skipped, on purpose
        put = 0
        for contact in readers:
            envelope = Envelope(
                contact.email[0],
                contact.name,
                contact.language,
                "digest",
                start.isoformat(),
                contact=contact,
                rows=_rows(facts),
                pictures=picture,
            )
            letter = replace(facts, to=person(contact))
            put += queue_letter(house, connection, group, letter, envelope) is not None
        house.step("digest-recorded")
    return put


def bulletin(house: House, group: Group) -> int:
    """Put the bulletin of the last full week to all contacts, once.

    The digest without what only the presidency and the secretariat decide.
    """
    start, end = digest_period(house.now(), group.timezone, group.digest_weekday, group.digest_hour)
    with house.engine.begin() as connection:
        whole = digest_facts(house, connection, group, start, end)
        facts, picture = _drawn(_numbered(replace(whole, holds=(), bounced=())))
        put = 0
        for contact in directory.active_contacts(connection, group.key):
            if not contact.email:
                continue
            envelope = Envelope(
                contact.email[0],
                contact.name,
                contact.language,
                "bulletin",
                start.isoformat(),
                contact=contact,
                rows=_rows(facts),
                pictures=picture,
            )
            letter = replace(facts, to=person(contact))
            put += queue_letter(house, connection, group, letter, envelope) is not None
    return put


def _numbered(facts: Digest) -> Digest:
    """Number the activities after the holds, so that a number means one thing in one letter."""
    first = 1 + max((each.number for each in facts.holds), default=0)
    late = tuple(replace(each, number=first + place) for place, each in enumerate(facts.late))
    soon = tuple(replace(each, number=first + len(late) + place) for place, each in enumerate(facts.due_soon))
    return replace(facts, late=late, due_soon=soon)


def _rows(facts: Digest) -> tuple[dict[str, object], ...]:
    """Keep what the numbers of the letter mean."""
    holds: list[dict[str, object]] = [{"number": each.number, "hold": each.number} for each in facts.holds]
    return (*holds, *(_row(each) for each in (*facts.late, *facts.due_soon)))


def _row(line: ActivityLine) -> dict[str, object]:
    return {"number": line.number, "activity": line.code}


def _drawn(facts: Digest) -> tuple[Digest, tuple[Attachment, ...]]:
    """Draw the indicators, once for all readers."""
    picture = indicators.chart(facts.indicators)
    return (replace(facts, chart=picture.name), (picture,)) if picture is not None else (facts, ())


def digest_readers(connection: Connection, group: Group) -> tuple[Contact, ...]:
    """Return the officers, else the focal points, of the presidency and the secretariat."""
    found: list[Contact] = []
    for code in (group.presidency, group.secretariat):
        participant = directory.participant_by_code(connection, group.key, code)
        if participant is None:
            continue
        people = directory.active_contacts(connection, group.key, participant.id)
        officers = [each for each in people if each.role == "officer" and each.email]
        found.extend(officers or ask.designated(people))
    return tuple(found)


def digest_facts(house: House, connection: Connection, group: Group, start: date, end: date) -> Digest:
    """Gather what happened from ``start`` to ``end`` (days, inclusive) and what stands open."""
    zone = ZoneInfo(group.timezone)
    first = datetime.combine(start, time(), zone)
    after = datetime.combine(end + timedelta(days=1), time(), zone)
    today = house.today(group)
    people = directory.active_contacts(connection, group.key)
    requests = ledger.open_requests(connection, group.key)
    matrix = standings.of(house, connection, group, requests, people)
    activities = ledger.all_activities(connection, group.key)
    statuses = ledger.statuses_of(connection, group.key)
    states = frozenset(each.code for each in directory.all_participants(connection, group.key) if each.kind == "state")
    lines = [_activity_line(house, each, statuses, first) for each in activities]
    dated = [line for line, each in zip(lines, activities, strict=True) if _open(each, statuses, states)]
    late = tuple(x for x in dated if x.due and x.due < today)
    closed = frozenset(each.code for each in activities if each.end is not None and not _open(each, statuses, states))
    holds = desk.holds_open(connection, group.key)
    history = ledger.history_between(connection, group.key, first, after)
    return Digest(
        group=facts_of_group(connection, group),
        to=Person(""),
        period_start=start,
        period_end=end,
        columns=tuple(_column(house, each) for each in matrix.columns),
        matrix=tuple(_matrix_row(each) for each in matrix.rows),
        changes=_told_history(house, connection, group, history, activities, zone),
        due_soon=tuple(x for x in dated if x.due and today <= x.due <= today + SOON),
        late=late,
        holds=tuple(
            HoldLine(
                hold.number,
                hold.opened_at.astimezone(zone).date(),
                hold.sender,
                hold.what,
                hold.opened_at >= first,
            )
            for hold in holds
            if hold.kind != "confirmation"
        ),
        bounced=tuple(address for each in people for address in each.bounced),
        without_focal_point=contacts.without_focal_point(connection, group),
        counts={
            "messages": intake.counts_since(connection, group.key, first, after),
            "letters": outbox.sent_between(connection, group.key, first, after),
            "changes": len({(line.message_id, line.subject_id) for line in history if line.message_id}),
        },
        moved=slips.moved(activities, history),
        chained=slips.chained(activities, history, [each.code for each in late], closed, today),
        indicators=indicators.lines(indicators.progress(connection, group)),
    )


def _matrix_row(row: Row) -> MatrixRow:
    states = tuple(each.state for each in row.standings)
    return MatrixRow(row.participant.name, states, row.last_word, tuple(each.day for each in row.standings))


def _column(house: House, column: Column) -> Bilingual:
    title = house.form(column.form).title
    about = f" {column.about}" if column.about else ""
    return Bilingual(title.es + about, title.en + about)


def _open(activity: Activity, statuses: Sequence[Status], states: frozenset[str]) -> bool:
    """Done when each State that answers for it says so; all States where none is named."""
    closed = {s.participant for s in statuses if s.activity == activity.code and s.fields.get("status") in DONE}
    answerable = {code for code in activity.responsible if code in states} or states
    return activity.end is not None and not answerable <= closed


def _activity_line(house: House, activity: Activity, statuses: Sequence[Status], since: datetime) -> ActivityLine:
    mine = [each for each in statuses if each.activity == activity.code]
    newest = max(mine, key=lambda each: each.reported_at, default=None)
    status = Bilingual("", "")
    if newest is not None and newest.fields.get("status"):
        shown = show(house.form("activity-status").field("status"), newest.fields["status"])
        status = Bilingual(f"{shown.es} ({newest.participant})", f"{shown.en} ({newest.participant})")
    return ActivityLine(
        activity.code,
        activity.title,
        activity.calendar_text,
        status,
        activity.end,
        newest is not None and newest.reported_at >= since,
    )


def _told_history(
    house: House,
    connection: Connection,
    group: Group,
    history: Sequence[HistoryLine],
    activities: Sequence[Activity],
    zone: ZoneInfo,
) -> tuple[tuple[date, Bilingual], ...]:
    places = {each.id: each.name for each in directory.all_participants(connection, group.key)}
    titles = {each.id: each.code for each in activities}
    marks = {each.id: each.code for each in measures.all_indicators(connection, group.key)}
    told: dict[tuple[int | None, str, int], list[HistoryLine]] = {}
    for line in history:
        if line.message_id is not None and line.field != "window":  # a new date is told by itself
            told.setdefault((line.message_id, line.subject, line.subject_id), []).append(line)
    said = []
    for (_, subject, subject_id), lines in told.items():
        if subject == "indicator":
            name = marks.get(subject_id, "")
        elif subject == "activity":
            name = titles.get(subject_id, "")
        elif subject == "meeting":
            said.append((lines[0].at.astimezone(zone).date(), delegation.told(connection, places, lines)))
            continue
        else:
            contact = directory.contact_by_id(connection, group.key, subject_id)
            name = contact.name if contact else ""
        place = places.get(lines[0].participant_id or 0, Bilingual("", ""))
        words = _fields_words(house, subject, lines)
        said.append(
            (
                lines[0].at.astimezone(zone).date(),
                Bilingual(f"{place.es}, {name}: {words.es}", f"{place.en}, {name}: {words.en}"),
            )
        )
    return tuple(said)


FORM_OF = {"activity": "activity-status", "indicator": "indicator-value"}
FIELD_WORDS: Mapping[str, Bilingual] = {
    "confirmed_on": Bilingual("datos confirmados", "details confirmed"),
    "code": Bilingual("entra en el programa", "enters the programme"),
    "active": Bilingual("deja el grupo", "leaves the group"),
}


def _fields_words(house: House, subject: str, lines: Sequence[HistoryLine]) -> Bilingual:
    form = house.form(FORM_OF.get(subject, "contact-update"))
    labels = {field.id: field.label for field in form.fields}
    names = [labels.get(line.field) or FIELD_WORDS.get(line.field) for line in lines]
    found = [name for name in names if name is not None]
    return Bilingual(", ".join(name.es for name in found), ", ".join(name.en for name in found))
