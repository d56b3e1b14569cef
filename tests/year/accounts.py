"""The books of the year: what left, what came, what each was for; any line that does not add up is named."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from mailbot.core.workdays import Office
from mailbot.edges.store import ledger
from mailbot.edges.store.tables import letters, messages, signals
from tests.year.world import OUTAGE, ZONE, Year

# Every letter has one of these purposes; what stands behind the colon is a request, message, hold or meeting.
WHY = {
    "request": "asks a participant for something by a day",
    "reminder": "recalls a request that nobody answered",
    "answer": "answers a message",
    "confirm": "asks who is concerned to confirm",
    "decision": "puts what waits to those who decide",
    "decision-reminder": "the same, once more",
    "decided": "tells who proposed what became of it",
    "extension": "tells that more time was not given",
    "proposal": "tells what became of a proposal",
    "deadline": "tells another due day, or that nothing is asked any more",
    "replanned": "tells those responsible another date of an activity",
    "meeting": "invites, or tells that a meeting moves",
    "digest": "the week, to presidency and secretariat",
    "bulletin": "the week, to everybody",
    "compilation": "puts a file of contacts to the presidency",
    "report-draft": "puts the draft of a report to the presidency",
    "report": "the report, approved",
    "effective": "tells that a change announced for a day is made",
    "address": "tells somebody at their address that it was entered",
    "stranger": "answers somebody whom the directory does not know",
    "contact-list": "the contact list, when it has changed",
}  # fmt: skip
OUTCOMES = {"applied", "asked", "held", "forwarded", "set-aside"}
ENDS = {"sent", "bounced", "expired"}


def all_letters(year: Year) -> list[Any]:
    with year.town.house.engine.begin() as connection:
        return list(connection.execute(select(letters).order_by(letters.c.id)))


def all_messages(year: Year) -> list[Any]:
    with year.town.house.engine.begin() as connection:
        return list(connection.execute(select(messages).order_by(messages.c.id)))


def purpose(letter: Any) -> str:
    return str(letter.purpose).partition(":")[0]


# --- what does not add up -----------------------------------------------------------------------


def unexplained(year: Year) -> Iterator[str]:
    """Letters of no known purpose, without what they are about, or still waiting at the end."""
    incoming = {each.id: each for each in all_messages(year)}
    for each in all_letters(year):
        kind = purpose(each)
        name = f"{each.id} {each.purpose} to {each.recipient}: "
        if kind not in WHY:
            yield name + "unknown purpose"
        if each.state not in ENDS:
            yield name + each.state
        if kind == "answer":
            asked = incoming.get(each.answers_message_id)
            if asked is None or asked.kind in {"auto-reply", "bounce", "calendar-reply", "own"}:
                yield name + "answers nobody, or a machine"
        if kind in {"request", "reminder", "deadline", "confirm"} and each.request_id is None:
            yield name + "about no request"


def delivered_otherwise(year: Year) -> Iterator[str]:
    """What people found in their boxes, against what the books say left."""
    found = Counter((address, kind) for _, address, kind in year.read)
    told = Counter((each.recipient, each.kind) for each in all_letters(year) if each.state != "expired")
    yield from (f"{key}: {found[key]} found, {told[key]} sent" for key in found | told if found[key] != told[key])


def said_twice(year: Year) -> Iterator[str]:
    """Stages of one request and due day said more than once to a person."""
    seen = Counter((each.code, each.due, each.recipient, each.stage) for each in year.said)
    yield from (f"{key}: {count} times" for key, count in seen.items() if count > 1)


def more_than_one_a_day(year: Year) -> Iterator[str]:
    days = Counter((each.recipient, each.queued_at.astimezone(ZONE).date()) for each in reminders_of(year))
    yield from (f"{key}: {count} reminders" for key, count in days.items() if count > 1)


def reminders_of(year: Year) -> list[Any]:
    return [each for each in all_letters(year) if each.kind == "reminder"]


def out_of_time(year: Year) -> Iterator[str]:
    """Reminders before their stage or past the day they announce, and of what was answered by then."""
    stages = {each.name: each for each in year.town.house.stages}
    with year.town.house.engine.begin() as connection:
        requests = {each.code: each for each in ledger.requests_where(connection, "md")}
    left = {each.id: each for each in reminders_of(year)}
    for each in year.said:
        name, day = f"{each.code} {each.stage} to {each.recipient} at {each.at}: ", each.at.astimezone(ZONE).date()
        planned = each.due - dt.timedelta(days=stages[each.stage].days)
        if day < planned and _works_between(year, each.country, planned, each.due):
            yield name + f"before {planned}"
        if (
            stages[each.stage].days >= 0
            and (left[each.letter_id].sent_at or each.at).astimezone(ZONE).date() > each.due
        ):
            yield name + f"past {each.due}"
        answered = requests[each.code].answered_at
        sent = left[each.letter_id].sent_at
        if each.state != "asked" or (sent and answered and answered < sent and _alone(year, each.letter_id)):
            yield name + f"{each.state}, answered {answered}"


def _alone(year: Year, letter_id: int) -> bool:
    return sum(each.letter_id == letter_id for each in year.said) == 1


def _works_between(year: Year, country: str, first: dt.date, last: dt.date) -> bool:
    office = office_of(year, country, first)
    return any(office.works(first + dt.timedelta(days=n)) for n in range((last - first).days + 1))


def office_of(year: Year, country: str, day: dt.date) -> Office:
    return year.town.house.offices(day).get(country) or Office(str(ZONE))


def outside_office_hours(year: Year) -> Iterator[str]:
    """Reminders written while the reader's office was closed, though it opens again before the deadline."""
    for each in year.said:
        office = office_of(year, each.country, each.at.date())
        end = dt.datetime.combine(each.due + dt.timedelta(days=1), dt.time(), ZONE)
        if not office.is_open(each.at) and not each.at < end <= office.next_opening(each.at):
            yield f"{each.code} {each.stage} to {each.recipient}: {each.at.astimezone(ZoneInfo(office.timezone))}"


def during_the_outage(year: Year) -> Iterator[str]:
    for each in all_letters(year):
        if OUTAGE[0] <= each.queued_at < OUTAGE[1]:
            yield f"{each.purpose} to {each.recipient} at {each.queued_at}"


def without_outcome(year: Year) -> Iterator[str]:
    """Messages without exactly one outcome and its reason; or not read, or not marked in the mailbox."""
    found = all_messages(year)
    if len(found) != len(year.mailbox.kept):
        yield f"{len(year.mailbox.kept)} came, {len(found)} are on record"
    for each in found:
        if each.outcome not in OUTCOMES or not each.reason or each.kind == "unreadable" or not each.filed:
            yield f"{each.id} of {each.sender}: {each.outcome}, {each.reason}"


def trouble(year: Year) -> Iterator[str]:
    """Parts of the daemon that failed."""
    with year.town.house.engine.begin() as connection:
        yield from (f"{row.name}: {row.words}" for row in connection.execute(select(signals)) if not row.ok)


# --- human work -----------------------------------------------------------------------------------


def human_work(year: Year) -> list[tuple[str, int, int, int, int, int]]:
    """Return month, letters the machine wrote, answers, decisions and orders people gave, messages of machines."""
    rows = []
    incoming, sent = all_messages(year), all_letters(year)
    chair = {"ppt@gt.example", "ppt@pa.example"}
    machines = {"auto-reply", "bounce", "calendar-reply"}
    for month in sorted(
        {f"{each.received_at:%Y-%m}" for each in incoming} | {f"{each.queued_at:%Y-%m}" for each in sent}
    ):
        mine = [each for each in incoming if f"{each.received_at:%Y-%m}" == month]
        people = [each for each in mine if each.kind not in machines]
        rows.append(
            (
                month,
                sum(f"{each.queued_at:%Y-%m}" == month for each in sent),
                sum(each.sender not in chair for each in people),
                sum(each.sender in chair for each in people),
                sum(f"{at:%Y-%m}" == month for at, _ in year.orders),
                len(mine) - len(people),
            )
        )
    return rows
