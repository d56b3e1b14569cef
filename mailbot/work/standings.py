"""Who has answered what: the requests' standings from the records, for digests and the command line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from mailbot.core.records import Contact, Group, RequestRecord
from mailbot.core.requests_state import Matrix, matrix
from mailbot.edges.store import directory, ledger
from mailbot.work import ask
from mailbot.work.house import House


def of(
    house: House, connection: Connection, group: Group, requests: Sequence[RequestRecord], people: Sequence[Contact]
) -> Matrix:
    """Return who has answered the latest rounds: States, and others that were asked."""
    asked = {each.participant.id for each in requests}
    everybody = directory.all_participants(connection, group.key)
    shown = [each for each in everybody if each.kind == "state" or each.id in asked]
    return matrix(requests, shown, house.today(group), _unreachable(people))


def _unreachable(people: Sequence[Contact]) -> frozenset[int]:
    by_participant: dict[int, list[Contact]] = {}
    for each in people:
        by_participant.setdefault(each.participant.id, []).append(each)
    found = []
    for key, contacts in by_participant.items():
        asked = ask.designated(contacts)
        if asked and all(each.email[0] in each.bounced for each in asked):
            found.append(key)
    return frozenset(found)


def as_document(house: House, connection: Connection, group: Group) -> dict[str, Any]:
    """Return the document of ``mailbot show requests --matrix --json``."""
    requests = ledger.open_requests(connection, group.key)
    found = of(house, connection, group, requests, directory.active_contacts(connection, group.key))
    return {
        "rounds": [{"round": c.round, "form": c.form, "about": c.about, "due": c.due} for c in found.columns],
        "participants": [
            {
                "code": row.participant.code,
                "name": row.participant.name.as_dict(),
                "standings": [{"state": each.state, "day": each.day} for each in row.standings],
                "last_word": row.last_word,
            }
            for row in found.rows
        ],
    }
