"""The town's work programme: what is on record, and how the presidency decides."""

from __future__ import annotations

import datetime as dt

from mailbot.core.records import Activity
from mailbot.edges.store import desk, ledger
from mailbot.work import digest
from mailbot.work.outcome import Decider
from tests.town import Town, reply, words

ALWAYS = dt.datetime(2000, 1, 1, tzinfo=dt.UTC), dt.datetime(2100, 1, 1, tzinfo=dt.UTC)
GT, HN, US = "focal@gt.example", "focal@hn.example", "focal@us.example"


def activities(town: Town, *rows: tuple[str, str, list[str]], **more: object) -> None:
    for code, end, responsible in rows:
        town.activity(code, f"Taller {code}", end)
        with town.house.engine.begin() as connection:
            ledger.put_activity(connection, "md", {"code": code, "responsible": responsible, **more})


def activity(town: Town, code: str) -> Activity:
    with town.house.engine.begin() as connection:
        return next(each for each in ledger.all_activities(connection, "md") if each.code == code)


def statuses(town: Town) -> dict[tuple[str, str], dict[str, object]]:
    with town.house.engine.begin() as connection:
        return {(s.activity, s.participant): dict(s.fields) for s in ledger.statuses_of(connection, "md")}


def requests(town: Town):
    with town.house.engine.begin() as connection:
        return ledger.requests_where(connection, "md")


def history(town: Town, field: str):
    with town.house.engine.begin() as connection:
        lines = ledger.history_between(connection, "md", *ALWAYS)
    return [line for line in lines if line.field == field]


def decide(town: Town, decision, kind: str) -> str:
    """The presidency's decision, as the desk carries it out."""
    with town.house.engine.begin() as connection:
        (hold,) = [each for each in desk.holds_open(connection, "md") if each.kind == kind]
        done = decision(town.house, connection, town.md, Decider(GT), hold)
        desk.close_hold(connection, hold.id, "accepted", GT, town.hour)
    town.deliver()
    return done.es


def weekly(town: Town):
    """The digest of the first week, as the presidency gets it."""
    town.hour = dt.datetime(2008, 12, 8, 15, tzinfo=dt.UTC)
    assert digest.digest(town.house, town.md) >= 1
    town.deliver()
    letters = [town.opens(GT) for _ in range(town.unread()[GT])]
    return next(each for each in letters if each.header("x-mailbot-letter") == "digest")


def something_happens(town: Town) -> None:
    """A digest of an empty week is not sent."""
    town.comes(reply(None, "alguien@x.example", "Quiero saber más del grupo\n"))
    town.burn()


def number_of(letter, code: str) -> int:
    """The number beside an activity in a letter's text."""
    text = words(letter).split("\n")
    place = next(n for n, line in enumerate(text) if code in line and n and text[n - 1].startswith("* "))
    return int(text[place - 1].removeprefix("* "))
