"""The weekly digest to presidency and secretariat, from records and hour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from mailbot.core.fields import show
from mailbot.core.letters.facts import ActivityLine, Digest, HoldLine, MatrixRow, Person
from mailbot.core.records import (
    Activity,
    Contact,
    Group,
    HistoryLine,
    Participant,
    RequestRecord,
    Status,
)
from mailbot.core.values import Bilingual
from mailbot.edges.store import desk, directory, intake, ledger, outbox
from mailbot.work import ask, contacts, news
from mailbot.work.house import House
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter

SOON = timedelta(days=30)
DAY = timedelta(days=1)
DONE = frozenset({"done", "cancelled"})


def digest(house: House, group: Group) -> int:
    """Put what happened since the digest before, until the end of the last full week, once however often triggered."""
    with house.engine.begin() as connection:
        key, start, end = news.period(house, connection, group, "digest")
        whole = digest_facts(house, connection, group, start, end)
        facts = news.quiet(house, connection, group, "digest", key, whole)
        put = _put(house, connection, group, "digest", key, facts, digest_readers(connection, group))
        house.step("digest-recorded")
    return put


def _put(
    house: House,
    connection: Connection,
    group: Group,
    purpose: str,
    key: str,
    facts: Digest | None,
    readers: Sequence[Contact],
) -> int:
    put = 0
    for contact in readers if facts is not None else ():
        assert facts is not None
        envelope = Envelope(contact.email[0], contact.name, contact.language, purpose, key, contact=contact)
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
        whole = digest_facts(house, connection, group, start, end, name_people=False)
        counts = {each: number for each, number in whole.counts.items() if each != "messages"}
        bare = replace(whole, holds=(), bounced=(), counts=counts, bulletin=True)
        facts = news.quiet(house, connection, group, "bulletin", key, bare)
        readers = [each for each in directory.active_contacts(connection, group.key) if each.email]
        put = _put(house, connection, group, "bulletin", key, facts, readers)
        house.step("digest-recorded")
    return put


def on_schedule(house: House, group: Group) -> int:
    """Put what goes each week: the digest, and the bulletin where the group wants it."""
    put = digest(house, group)
    return put + bulletin(house, group) if group.bulletin else put


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
    rounds = _rounds(requests)
    columns = tuple(_column(house, asked[0]) for asked in rounds)
    matrix = _matrix(group, participants, rounds, requests, people, (start, end), today)
    activities = ledger.all_activities(connection, group.key)
    statuses = ledger.statuses_of(connection, group.key)
    states = frozenset(each.code for each in participants if each.kind == "state")
    lines = [_activity_line(house, each, statuses, first, after) for each in activities]
    dated = [line for line, each in zip(lines, activities, strict=True) if _open(each, statuses, states)]
    holds = desk.holds_open(connection, group.key)
    history = ledger.history_between(connection, group.key, first, after)
    return Digest(
        group=facts_of_group(connection, group),
        to=Person(""),
        period_start=start,
        period_end=end,
        columns=columns,
        matrix=matrix,
        changes=_told_history(house, connection, group, history, activities, zone, name_people=name_people),
        due_soon=news.marked(
            [x for x in dated if x.due and today <= x.due <= today + SOON], start + SOON + DAY, end + SOON + DAY
        ),
        late=news.marked([x for x in dated if x.due and x.due < today], start, end),
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
        without_focal_point=contacts.without_focal_point(connection, group),
        unanswered=news.unanswered(columns, rounds, today),
        moved=news.moved(house, history, activities, participants, zone),
        coverage=news.coverage(participants, people, today),
        counts={
            "messages": intake.counts_since(connection, group.key, first, after),
            "letters": outbox.sent_between(connection, group.key, first, after),
            "changes": len({(line.message_id, line.subject_id) for line in history if line.message_id}),
        },
    )


def _rounds(requests: Sequence[RequestRecord]) -> tuple[tuple[RequestRecord, ...], ...]:
    """Return the newest four rounds of requests, in order of asking."""
    names = list(dict.fromkeys(each.round for each in requests if each.round))[-4:]
    return tuple(tuple(each for each in requests if each.round == name) for name in names)


def _matrix(
    group: Group,
    participants: Sequence[Participant],
    rounds: Sequence[Sequence[RequestRecord]],
    requests: Sequence[RequestRecord],
    people: Sequence[Contact],
    period: tuple[date, date],
    today: date,
) -> tuple[MatrixRow, ...]:
    zone = ZoneInfo(group.timezone)
    latest = [{each.participant.id: each for each in asked} for asked in rounds]
    rows = []
    for participant in participants:
        if participant.kind != "state":
            continue
        mine = [asked.get(participant.id) for asked in latest]
        states = tuple(_state(each, people, participant, today) for each in mine)
        new = tuple(news.new_state(e, s, *period, zone) for e, s in zip(mine, states, strict=True))
        said = [each for each in requests if each.participant.id == participant.id]
        words = [each.answered_at.astimezone(zone).date() for each in said if each.answered_at]
        rows.append(MatrixRow(participant.name, states, max(words, default=None), new))
    return tuple(rows)


def _column(house: House, request: RequestRecord) -> Bilingual:
    title = house.form(request.form).title
    about = f" {request.about}" if request.about else ""
    return Bilingual(title.es + about, title.en + about)


def _state(
    request: RequestRecord | None,
    people: Sequence[Contact],
    participant: Participant,
    today: date,
) -> str:
    if request is None:
        return "none"
    if request.state == "answered":
        return "answered"
    reachable = [each for each in people if each.participant.id == participant.id]
    asked = ask.designated(reachable)
    if asked and all(each.email[0] in each.bounced for each in asked):
        return "bounced"
    return "late" if request.due is not None and request.due < today else "asked"


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
    told: dict[tuple[int | None, str, int], list[HistoryLine]] = {}
    for line in history:
        if line.message_id is not None:
            told.setdefault((line.message_id, line.subject, line.subject_id), []).append(line)
    said = []
    for (_, subject, subject_id), lines in told.items():
        if subject == "activity":
            name = titles.get(subject_id, "")
        else:
            contact = directory.contact_by_id(connection, group.key, subject_id) if name_people else None
            name = contact.name if contact else ""
        place = places.get(lines[0].participant_id or 0, Bilingual("", ""))
        words = _fields_words(house, subject, lines)
        said.append(
            (
                lines[0].at.astimezone(zone).date(),
                Bilingual(f"{_both(place.es, name)}: {words.es}", f"{_both(place.en, name)}: {words.en}"),
            )
        )
    return tuple(said)


def _both(place: str, name: str) -> str:
    return ", ".join(each for each in (place, name) if each)


FIELD_WORDS: Mapping[str, Bilingual] = {
    "confirmed_on": Bilingual("datos confirmados", "details confirmed"),
    "active": Bilingual("deja el grupo", "leaves the group"),
}


def _fields_words(house: House, subject: str, lines: Sequence[HistoryLine]) -> Bilingual:
    form = house.form("activity-status" if subject == "activity" else "contact-update")
    labels = {field.id: field.label for field in form.fields}
    names = [labels.get(line.field) or FIELD_WORDS.get(line.field) for line in lines]
    found = [name for name in names if name is not None]
    return Bilingual(", ".join(name.es for name in found), ", ".join(name.en for name in found))
