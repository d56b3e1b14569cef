"""The contacts of each State confirmed from time to time, without anybody asking for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from mailbot.core.confirming import is_due
from mailbot.core.records import Contact, Group, RequestRecord
from mailbot.edges.store import directory, ledger
from mailbot.edges.store.tables import requests
from mailbot.work import ask
from mailbot.work.house import House

FORM = "contact-update"
ANSWER_WITHIN = timedelta(days=21)


def ask_confirmations(house: House, group: Group) -> int:
    """Put "confirm or correct" to the States whose turn it is; returns how many letters were put.

    Looked at twice it asks nothing twice: the request on record is the last asking.
    """
    if not group.confirm_every_months:
        return 0
    put = 0
    with house.engine.begin() as connection:
        people = [each for each in directory.active_contacts(connection, group.key) if each.role != "officer"]
        asked = _asked(connection, group)
        days = _days(connection, group)
        for participant in directory.all_participants(connection, group.key):
            mine = [each for each in people if each.participant.id == participant.id]
            if participant.kind == "state" and _is_due(house, group, mine, days, asked.get(participant.id, ())):
                put += _ask(house, connection, group, mine[0])
    return put


def _ask(house: House, connection: Connection, group: Group, anybody: Contact) -> int:
    today = house.today(group)
    _, letters = ask.ask(
        house,
        connection,
        group,
        house.form(FORM),
        anybody.participant,
        due=today + ANSWER_WITHIN,
        round_name=f"{FORM} confirmation {today.year}",
    )
    return letters


def _is_due(
    house: House, group: Group, people: Sequence[Contact], days: dict[int, date], asked: Sequence[RequestRecord]
) -> bool:
    if not any(each.email for each in people) or any(each.state == "asked" for each in asked):
        return False
    last = max((_day(each, group) for each in asked), default=None)
    known = [max(filter(None, (each.confirmed_on, days.get(each.id))), default=None) for each in people]
    return is_due(people[0].participant.code, known, last, house.today(group), group.confirm_every_months)


def _day(request: RequestRecord, group: Group) -> date:
    return request.asked_at.astimezone(ZoneInfo(group.timezone)).date()


def _asked(connection: Connection, group: Group) -> dict[int, list[RequestRecord]]:
    found: dict[int, list[RequestRecord]] = {}
    for each in ledger.requests_where(connection, group.key, requests.c.form == FORM, requests.c.round != ""):
        found.setdefault(each.participant.id, []).append(each)
    return found


def _days(connection: Connection, group: Group) -> dict[int, date]:
    """Return the day on which each contact was last changed."""
    zone = ZoneInfo(group.timezone)
    return {key: at.astimezone(zone).date() for key, at in ledger.revisions(connection, group.key, "contact").items()}
