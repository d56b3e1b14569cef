"""What is put before the presidency under a name of its own is decided by one line of a reply, like all holds."""

from __future__ import annotations

import datetime as dt

import pytest

from mailbot.edges.store import ledger
from tests.town import Town, reply, words

GT, HN = "focal@gt.example", "focal@hn.example"


def activity(town: Town, code: str):
    with town.house.engine.begin() as connection:
        return next((each for each in ledger.all_activities(connection, "md") if each.code == code), None)


def put(town: Town, said: str, about: str | None = "P003-08") -> None:
    """Honduras writes something the presidency decides; its letter comes an hour later."""
    for code in ("GT", "HN", "MX"):
        town.state(code)
    town.activity("P003-08", "Taller", "2009-02-28", responsible=("HN", "MX"))
    town.ask("activity-status", about=about, due="2009-01-16")
    asked = town.opens(HN)
    town.comes(reply(asked, HN, said))
    town.burn()
    town.later(minutes=61)


@pytest.mark.parametrize(
    ("word", "end"), [("aceptar", dt.date(2009, 4, 15)), ("rechazar, no procede", dt.date(2009, 2, 28))]
)
def test_a_new_date_for_all(town: Town, word: str, end: dt.date) -> None:
    put(town, "Estado: pospuesta\nFecha: 15 de abril de 2009\nComentarios: falta de sede\n")
    letter = town.opens(GT)
    assert letter.header("x-mailbot-letter") == "decision"
    assert [each.kind for each in town.holds()] == ["replan"]
    assert town.comes(reply(letter, GT, f"1: {word}\n")) == "applied"
    assert activity(town, "P003-08").end == end
    assert not town.holds()
    assert "15 de abril de 2009" in words(town.opens(GT)) or end.month == 2
    town.burn()


@pytest.mark.parametrize(("word", "due"), [("accept", dt.date(2009, 1, 30)), ("reject", dt.date(2009, 1, 16))])
def test_more_time(town: Town, word: str, due: dt.date) -> None:
    put(town, "Solicitamos una prórroga hasta el 30 de enero de 2009.\n")
    letter = town.opens(GT)
    assert [each.kind for each in town.holds()] == ["extension"]
    assert town.comes(reply(letter, GT, f"1: {word}\n")) == "applied"
    with town.house.engine.begin() as connection:
        (request,) = [each for each in ledger.open_requests(connection, "md") if each.participant.code == "HN"]
    assert (request.due, request.extension) == (due, None)
    assert not town.holds()
    town.burn()
