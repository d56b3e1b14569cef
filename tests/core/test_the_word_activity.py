""" "Activity P003-08 was held …": the word before a code is no label of a form."""

from __future__ import annotations

import datetime as dt

import pytest

from mailbot.core import windows
from mailbot.core.values import Known
from tests.answers import all_shown, entries_of, reply_of

TODAY = dt.date(2011, 1, 10)


def told(body: str) -> list[tuple[object, object]]:
    entries = entries_of(reply_of(body, "Avance", day=TODAY), Known(today=TODAY))
    return [(all_shown(each)["activity"], all_shown(each)["status"]) for each in entries]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Activity P003-08 was held on November 12, 2010.", "done"),
        ("Actividad P003-08 se realizó el 12 de noviembre de 2010.", "done"),
        ("- Actividad P003-08 está en proceso.", "in-progress"),
        ("Activity P003-08 has been cancelled.", "cancelled"),
        ("Actividad P003-08: se realizó el 12 de noviembre de 2010.", "done"),
        ("Actividad: P003-08\nEstado: realizada", "done"),
    ],
)
def test_one(said: str, status: str) -> None:
    assert told(said) == [("P003-08", status)]


@pytest.mark.parametrize(
    "said", ["Activities P003-08 and P003-09 were completed.", "Actividades P003-08 y P003-09: concluidas."]
)
def test_two(said: str) -> None:
    assert told(said) == [("P003-08", "done"), ("P003-09", "done")]


def test_the_share_on_the_line_below() -> None:
    body = "Activity P003-08 is in progress. We await four answers.\nWe would put progress at 55 percent.\n"
    (entry,) = entries_of(reply_of(body, "Avance", day=TODAY), Known(today=TODAY))
    assert (all_shown(entry)["status"], all_shown(entry)["progress"]) == ("in-progress", 55)


@pytest.mark.parametrize("verb", ["se pospone", "se trasladó", "fue aplazada", "se reprogramó", "cambió", "posponer"])
def test_what_is_moved_to_a_day_is_on_that_day(verb: str) -> None:
    (found,) = windows.read(f"{verb} al 20 de abril de 2011", TODAY)
    assert (found.start, found.end) == (dt.date(2011, 4, 20), dt.date(2011, 4, 20))
    report = reply_of(f"La actividad P003-08 {verb} al 20 de abril de 2011.", "Avance", day=TODAY)
    dates = [all_shown(each)["date"] for each in entries_of(report, Known(TODAY)) if "date" in all_shown(each)]
    assert all((each["start"], each["end"]) == ("2011-04-20", "2011-04-20") for each in dates)
    assert dates or verb in {"cambió", "posponer"}


def test_what_is_extended_ends_then() -> None:
    (found,) = windows.read("se prorroga al 15 de marzo", TODAY)
    assert (found.start, found.end) == (None, dt.date(2011, 3, 15))
