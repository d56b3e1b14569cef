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
    Participant,
    RequestRecord,
    Status,
)
from mailbot.core.values import Bilingual
from mailbot.edges.store import desk, directory, intake, ledger, outbox
from mailbot.work import ask, contacts
from mailbot.work.house import House
from mailbot.work.write import Envelope, facts_of_group, person, queue_letter

SOON = timedelta(days=30)
DONE = frozenset({"done", "cancelled"})


def digest(house: House, group: Group) -> int:
    """Put the digest of the last full week once, however often triggered."""
    start, end = digest_period(house.now(), group.timezone, group.digest_weekday, group.digest_hour)
    with house.engine.begin() as connection:
        readers = digest_readers(connection, group)
        facts = digest_facts(house, connection, group, start, end)
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
        facts = replace(whole, holds=(), bounced=())
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
            )
            letter = replace(facts, to=person(contact))
            put += queue_letter(house, connection, group, letter, envelope) is not None
    return put


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
    columns, matrix = _matrix(house, connection, group, requests, people, today)
    activities = ledger.all_activities(connection, group.key)
    statuses = ledger.statuses_of(connection, group.key)
    states = frozenset(each.code for each in directory.all_participants(connection, group.key) if each.kind == "state")
    lines = [_activity_line(house, each, statuses, first) for each in activities]
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
        changes=_told_history(house, connection, group, history, activities, zone),
        due_soon=tuple(x for x in dated if x.due and today <= x.due <= today + SOON),
        late=tuple(x for x in dated if x.due and x.due < today),
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
    )


def _matrix(
    house: House,
    connection: Connection,
    group: Group,
    requests: Sequence[RequestRecord],
    people: Sequence[Contact],
    today: date,
) -> tuple[tuple[Bilingual, ...], tuple[MatrixRow, ...]]:
    rounds = list(dict.fromkeys(each.round for each in requests if each.round))[-4:]
    latest = {(each.round, each.participant.id): each for each in requests}
    columns = tuple(_column(house, next(each for each in requests if each.round == name)) for name in rounds)
    rows = []
    for participant in directory.all_participants(connection, group.key):
        if participant.kind != "state":
            continue
        states = tuple(_state(latest.get((name, participant.id)), people, participant, today) for name in rounds)
        words = [
            each.answered_at.date() for each in requests if each.participant.id == participant.id and each.answered_at
        ]
        rows.append(MatrixRow(participant.name, states, max(words, default=None)))
    return columns, tuple(rows)


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
    told: dict[tuple[int | None, str, int], list[HistoryLine]] = {}
    for line in history:
        if line.message_id is not None:
            told.setdefault((line.message_id, line.subject, line.subject_id), []).append(line)
    said = []
    for (_, subject, subject_id), lines in told.items():
        if subject == "activity":
            name = titles.get(subject_id, "")
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


FIELD_WORDS: Mapping[str, Bilingual] = {
    "confirmed_on": Bilingual("datos confirmados", "details confirmed"),
    "active": Bilingual("deja el grupo", "leaves the group"),
}


def _fields_words(house: House, subject: str, lines: Sequence[HistoryLine]) -> Bilingual:
    form = house.form("activity-status" if subject == "activity" else "contact-update")
    labels = {field.id: field.label for field in form.fields}
    names = [labels.get(line.field) or _state_words(line) for line in lines]
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
