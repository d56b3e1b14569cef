"""The weekly digest to presidency and secretariat, from records and hour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from mailbot.core.due import reach
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
from mailbot.edges.store import rows as other_rows
from mailbot.work import ask, cover, delegation, indicators, news, slips, standings
from mailbot.work.house import House
from mailbot.work.told_values import told_field
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter

SOON = timedelta(days=30)
DAY = timedelta(days=1)
DONE = frozenset({"done", "cancelled"})


def digest(house: House, group: Group) -> int:
    """Put what happened since the digest before, until the end of the last full week, once however often triggered."""
    with house.engine.begin() as connection:
        key, start, end = news.period(house, connection, group, "digest")
        readers = digest_readers(connection, group)
        if _all_told(connection, group, "digest", key, readers):
            return 0
        whole = digest_facts(house, connection, group, start, end)
        lost = _lost_a_focal_point(house, connection, group, start, end)
        facts = whole if lost else news.quiet(house, connection, group, "digest", key, whole)
        put = _put(house, connection, group, "digest", key, facts, readers)
        house.step("digest-recorded")
    return put


def _all_told(connection: Connection, group: Group, purpose: str, key: str, readers: Sequence[Contact]) -> bool:
    """Tell whether each reader has this one already: the daemon looks every minute, and need not write it again."""
    told = outbox.recipients_of(connection, group.key, purpose, key)
    return bool(readers) and all((reach(each) or each.email[0]).lower() in told for each in readers)


def _put(
    house: House,
    connection: Connection,
    group: Group,
    purpose: str,
    key: str,
    facts: Digest | None,
    readers: Sequence[Contact],
) -> int:
    if facts is None:
        return 0
    facts, picture = _drawn(_numbered(facts))
    put = 0
    for contact in readers:
        envelope = Envelope(
            reach(contact) or contact.email[0],
            contact.name,
            contact.language,
            purpose,
            key,
            contact=contact,
            rows=_rows(facts),
            pictures=picture,
        )
        letter = replace(facts, to=person(contact))
        put += queue_letter(house, connection, group, letter, envelope) is not None
    return put


def bulletin(house: House, group: Group) -> int:
    """Put what happened since the bulletin before to all contacts, once.

    The digest without what only the presidency and the secretariat decide, and without names of
    persons: some of its readers may not see them (``rules/audiences.yaml``).
    """
    with house.engine.begin() as connection:
        key, start, end = news.period(house, connection, group, "bulletin")
        readers = tuple(each for each in directory.active_contacts(connection, group.key) if reach(each))
        if _all_told(connection, group, "bulletin", key, readers):
            return 0
        whole = digest_facts(house, connection, group, start, end, name_people=False)
        counts = {each: number for each, number in whole.counts.items() if each != "messages"}
        bare = replace(whole, holds=(), bounced=(), counts=counts, bulletin=True)
        facts = news.quiet(house, connection, group, "bulletin", key, bare)
        put = _put(house, connection, group, "bulletin", key, facts, readers)
        house.step("digest-recorded")
    return put


def on_schedule(house: House, group: Group) -> int:
    """Put what goes each week: the digest, and the bulletin where the group wants it."""
    put = 0 if news.skipped(house, group, "digest") else digest(house, group)
    if group.bulletin and not news.skipped(house, group, "bulletin"):
        put += bulletin(house, group)
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


def _lost_a_focal_point(house: House, connection: Connection, group: Group, start: date, end: date) -> bool:
    """Tell whether a State lost its last focal point in these days: never passed over in silence."""
    zone = ZoneInfo(group.timezone)
    found = cover.coverage_of(house, connection, group)
    return any(
        at is not None and start <= at.astimezone(zone).date() <= end
        for at, _ in cover.left_alone(connection, group, found)
    )


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


def digest_facts(
    house: House, connection: Connection, group: Group, start: date, end: date, *, name_people: bool = True
) -> Digest:
    """Gather what happened from ``start`` to ``end`` (days, inclusive) and what stands open."""
    zone = ZoneInfo(group.timezone)
    first = datetime.combine(start, time(), zone)
    after = datetime.combine(end + timedelta(days=1), time(), zone)
    today = house.today(group)
    people = directory.active_contacts(connection, group.key)
    requests = ledger.open_requests(connection, group.key)
    participants = directory.all_participants(connection, group.key)
    matrix = standings.of(house, connection, group, requests, people)
    columns = tuple(_column(house, each) for each in matrix.columns)
    activities = ledger.all_activities(connection, group.key)
    statuses = ledger.statuses_of(connection, group.key)
    states = frozenset(each.code for each in participants if each.kind == "state")
    lines = [_activity_line(house, each, statuses, first, after) for each in activities]
    dated = [line for line, each in zip(lines, activities, strict=True) if _open(each, statuses, states)]
    late = tuple(x for x in dated if x.due and x.due < today)
    closed = frozenset(each.code for each in activities if each.end is not None and not _open(each, statuses, states))
    holds = desk.holds_open(connection, group.key)
    found = cover.coverage_of(house, connection, group)
    history = ledger.history_between(connection, group.key, first, after)
    return Digest(
        group=facts_of_group(connection, group),
        to=Person(""),
        period_start=start,
        period_end=end,
        columns=columns,
        matrix=tuple(_matrix_row(each, matrix.columns, start, end) for each in matrix.rows),
        changes=_told_history(house, connection, group, history, activities, zone, name_people=name_people),
        due_soon=news.marked(
            [x for x in dated if x.due and today <= x.due <= today + SOON], start + SOON + DAY, end + SOON + DAY
        ),
        late=news.marked(late, start, end),
        holds=tuple(
            HoldLine(
                hold.number,
                hold.opened_at.astimezone(zone).date(),
                hold.sender,
                hold.what,
                first <= hold.opened_at < after,
            )
            for hold in holds
            if hold.kind != "confirmation"
        ),
        bounced=tuple(address for each in people for address in each.bounced),
        without_focal_point=tuple(words for _, words in cover.left_alone(connection, group, found)),
        unanswered=news.unanswered(columns, matrix, today),
        covered=news.coverage(participants, people, today),
        coverage=found if found.rows else None,
        counts={
            "messages": intake.counts_since(connection, group.key, first, after),
            "letters": outbox.sent_between(connection, group.key, first, after),
            "changes": len({(line.message_id, line.subject_id) for line in history if line.message_id}),
        },
        moved=slips.moved(activities, history),
        chained=slips.chained(activities, history, [each.code for each in late], closed, today),
        indicators=indicators.lines(indicators.progress(connection, group), house.today(group)),
    )


def _matrix_row(row: Row, columns: Sequence[Column], start: date, end: date) -> MatrixRow:
    states = tuple(each.state for each in row.standings)
    days = tuple(each.day for each in row.standings)
    new = tuple(news.new_standing(*pair, start, end) for pair in zip(row.standings, columns, strict=True))
    return MatrixRow(row.participant.name, states, row.last_word, days, new)


def _column(house: House, column: Column) -> Bilingual:
    title = house.form(column.form).title
    about = f" {column.about}" if column.about else ""
    return Bilingual(title.es + about, title.en + about)


def _open(activity: Activity, statuses: Sequence[Status], states: frozenset[str]) -> bool:
    """Done when each State that answers for it says so; all States where none is named."""
    closed = {s.participant for s in statuses if s.activity == activity.code and s.fields.get("status") in DONE}
    answerable = {code for code in activity.responsible if code in states} or states
    return activity.end is not None and not answerable <= closed


def _activity_line(
    house: House, activity: Activity, statuses: Sequence[Status], first: datetime, after: datetime
) -> ActivityLine:
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
        newest is not None and first <= newest.reported_at < after,
    )


def _told_history(
    house: House,
    connection: Connection,
    group: Group,
    history: Sequence[HistoryLine],
    activities: Sequence[Activity],
    zone: ZoneInfo,
    *,
    name_people: bool,
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
            words = delegation.told(connection, places, lines, name_people=name_people)
            said.append((lines[0].at.astimezone(zone).date(), words))
            continue
        elif subject == "record":
            name = ""
        else:
            contact = directory.contact_by_id(connection, group.key, subject_id) if name_people else None
            name = contact.name if contact else ""
        place = places.get(lines[0].participant_id or 0, Bilingual("", ""))
        form_id = other_rows.form_of(connection, subject_id) if subject == "record" else FORMS.get(subject)
        words = _fields_words(house, form_id, lines)
        said.append(
            (
                lines[0].at.astimezone(zone).date(),
                _about(place, name, words),
            )
        )
    return tuple(said)


def _about(place: Bilingual, name: str, words: Bilingual) -> Bilingual:
    es, en = (", ".join(each for each in (where, name) if each) for where in (place.es, place.en))
    return Bilingual(f"{es}: {words.es}", f"{en}: {words.en}")


FORMS = {"activity": "activity-status", "contact": "contact-update", "indicator": "indicator-value"}
FIELD_WORDS: Mapping[str, Bilingual] = {
    "confirmed_on": Bilingual("datos confirmados", "details confirmed"),
    "code": Bilingual("entra en el programa", "enters the programme"),
    "active": Bilingual("deja el grupo", "leaves the group"),
    "withheld": Bilingual("qué no se publica", "what is not published"),
}


def _fields_words(house: House, form_id: str | None, lines: Sequence[HistoryLine]) -> Bilingual:
    found_form = next((each for each in house.forms if each.id == form_id), None)
    fields = {field.id: field for field in found_form.fields} if found_form else {}
    names = [told_field(fields[line.field], line) if line.field in fields else _state_words(line) for line in lines]
    found = list(dict.fromkeys(name for name in names if name is not None))
    how = _how_words(lines)
    return Bilingual(", ".join(name.es for name in found) + how.es, ", ".join(name.en for name in found) + how.en)


def _state_words(line: HistoryLine) -> Bilingual | None:
    if line.field == "active" and line.after:
        return Bilingual("se incorpora", "joins") if line.before is None else Bilingual("vuelve", "comes back")
    return FIELD_WORDS.get(line.field)


def _how_words(lines: Sequence[HistoryLine]) -> Bilingual:
    """Say that a change was taken back, accepted by somebody, or entered on behalf of the participant."""
    if any(line.undoes for line in lines):
        return Bilingual(" (deshecho)", " (undone)")
    if any(line.on_behalf for line in lines):
        who = lines[0].who
        return Bilingual(f" (registrado por {who} en nombre del participante)", f" (entered by {who} on behalf)")
    decided = next((line.decided_by for line in lines if line.decided_by), None)
    return Bilingual(f" (aceptado por {decided})", f" (accepted by {decided})") if decided else Bilingual("", "")
