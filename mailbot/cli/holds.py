"""``mailbot holds``: what waits for a decision, and the operator's own decisions."""

from __future__ import annotations

import argparse
from typing import Any

from sqlalchemy import Connection

from mailbot.cli.common import CouldNotError, group_of, house_of, put, put_json, say, settings_of, table
from mailbot.core.letters.held import DecidedRow
from mailbot.core.records import Group
from mailbot.core.values import Bilingual
from mailbot.edges.locale import language
from mailbot.edges.store import desk
from mailbot.work import decide
from mailbot.work.house import House

TOLD = {
    "accepted": Bilingual("aceptado", "accepted"),
    "refused": Bilingual("rechazado", "refused"),
    "already": Bilingual("ya estaba decidido; no cambió nada", "had been decided already; nothing changed"),
    "unknown": Bilingual("no hay nada con ese número que decidir", "there is nothing with this number to decide"),
}
HEADS = (Bilingual("N.º", "No."), Bilingual("Días", "Days"), Bilingual("Clase", "Kind"))
MORE_HEADS = (Bilingual("Quién", "Who"), Bilingual("Qué", "What"))


def holds(arguments: argparse.Namespace) -> int:
    """List the open holds with their age, or accept or reject some; 1 when one could not be decided."""
    house = house_of(settings_of(arguments))
    group = group_of(house, arguments.group)
    if arguments.action == "list":
        return _list(house, group, as_json=arguments.json)
    if not arguments.numbers or (arguments.action == "reject" and not arguments.reason):
        es, en = "diga el número; para rechazar, también --reason", "say the number; to reject, --reason too"
        raise CouldNotError(Bilingual(f"holds: {es}.", f"holds: {en}."))
    rows = decide.by_operator(house, group, arguments.numbers, arguments.action, arguments.reason)
    for row in rows:
        _tell(row)
    return 0 if all(row.outcome in {"accepted", "refused"} for row in rows) else 1


def _list(house: House, group: Group, *, as_json: bool) -> int:
    with house.engine.begin() as connection:
        found = open_holds(house, connection, group)
    if as_json:
        put_json(found)
        return 0
    heads = [each.get(language()) for each in (*HEADS, *MORE_HEADS)]
    put(table([[str(row[key]) for key in ("number", "days", "kind", "sender", "what")] for row in found], heads))
    return 0


def open_holds(house: House, connection: Connection, group: Group) -> list[dict[str, Any]]:
    """Return what waits, with its age in days."""
    return [
        {
            "number": each.number,
            "days": (house.now() - each.opened_at).days,
            "kind": each.kind,
            "sender": each.sender,
            "what": each.what.get(language()),
            "since": each.opened_at,
        }
        for each in desk.holds_open(connection, group.key)
    ]


def _tell(row: DecidedRow) -> None:
    words = TOLD.get(row.outcome, TOLD["unknown"])
    by = f" ({row.by})" if row.by else ""
    say(Bilingual(f"{row.number}: {words.es}{by}.", f"{row.number}: {words.en}{by}."))
