"""States of activities by mail: rows by number, a mail's mistakes, sentences."""

from __future__ import annotations

import datetime as dt

import pytest

from mailbot.edges.store import outbox
from mailbot.work import digest
from tests.programme_town import (
    GT,
    HN,
    US,
    activities,
    activity,
    number_of,
    requests,
    something_happens,
    statuses,
    weekly,
)
from tests.town import Town, reply, words


def test_states_by_row_number_of_the_digest(town: Town) -> None:
    town.state("GT")
    town.state("HN")
    activities(
        town, ("P003-08", "2008-12-20", ["GT"]), ("P003-14", "2008-11-20", []), ("P003-19", "2008-12-30", ["GT"])
    )
    something_happens(town)
    letter = weekly(town)
    done, late, moved = (number_of(letter, code) for code in ("P003-08", "P003-14", "P003-19"))
    assert len({done, late, moved, 1}) == 4  # the hold of the stranger is number 1
    text = f"{done}: hecho\n{late}: en proceso, 60 %\n{moved}: pospuesta al 15 de marzo\n"
    assert town.comes(reply(letter, GT, text)) == "applied"
    said = statuses(town)
    assert said[("P003-08", "GT")]["status"] == "done"
    assert (said[("P003-14", "GT")]["status"], said[("P003-14", "GT")]["progress"]) == ("in-progress", 60)
    assert said[("P003-19", "GT")]["status"] == "postponed"
    assert activity(town, "P003-19").end == dt.date(2009, 3, 15)
    answer = words(town.opens(GT))
    assert "15 de marzo de 2009" in answer
    assert "15 March 2009" in answer
    town.burn()


def test_english_rows_of_a_reminder_and_what_is_not_there(town: Town) -> None:
    town.state("US")
    activities(town, ("P003-08", "2009-02-28", []), ("P003-14", "2009-02-28", []))
    town.ask("activity-status", about="P003-08", due="2008-12-10")
    town.ask("activity-status", about="P003-14", due="2008-12-11")
    town.burn()
    town.hour = dt.datetime(2008, 12, 9, 16, tzinfo=dt.UTC)
    town.later(hours=1)
    letter = town.opens(US)
    assert letter.header("x-mailbot-letter") == "reminder"
    assert town.comes(reply(letter, US, "1: done\n2: not applicable\n7: done\n")) == "applied"
    assert statuses(town)[("P003-08", "US")]["status"] == "done"
    assert [each.state for each in requests(town)] == ["asked", "excused"]  # row 7 is still to be clarified
    answers = [" ".join(words(town.opens(US)).split()) for _ in range(town.unread()[US])]
    assert any("no such row: they run from 1 to 2" in each for each in answers)
    assert any("does not apply to you" in each for each in answers)


def test_a_reply_to_an_old_digest_is_read_by_the_old_numbers(town: Town) -> None:
    town.state("GT")
    activities(town, ("P003-14", "2008-11-20", []))
    something_happens(town)
    old = weekly(town)
    number = number_of(old, "P003-14")
    activities(town, ("P003-02", "2008-11-01", []))  # comes before it in the next digest
    town.comes(reply(None, "otra@x.example", "¿Qué es esto?\n"))
    town.burn()
    town.hour = dt.datetime(2008, 12, 15, 15, tzinfo=dt.UTC)
    assert digest.digest(town.house, town.md) == 1
    town.deliver()
    new = town.opens(GT)
    assert number_of(new, "P003-14") != number
    assert town.comes(reply(old, GT, f"{number}: hecho\n")) == "applied"
    assert list(statuses(town)) == [("P003-14", "GT")]
    town.burn()


def test_without_a_reference_numbers_that_differ_are_asked(town: Town) -> None:
    town.state("HN")
    activities(town, ("P003-08", "2009-02-28", []), ("P003-14", "2009-02-28", []))
    town.ask("activity-status", about="P003-08", due="2008-12-20")
    town.ask("activity-status", about="P003-14", due="2008-12-19")
    letter = town.opens(HN)
    town.burn()
    first = requests(town)[0]
    with town.house.engine.begin() as connection:
        for number, (one, two) in enumerate((("P003-08", "P003-14"), ("P003-14", "P003-08"))):
            rows = ({"number": 1, "activity": one}, {"number": 2, "activity": two})
            outbox.queue(
                connection,
                "md",
                outbox.Outgoing(
                    "x", HN, str(number), "reminder", f"x{number}@x", "x", b"x", request_id=first.id, rows=rows
                ),
                town.hour,
            )
    town.carrier.boxes.clear()
    raw = reply(letter, HN, "1: hecho\n", headers={}).replace(b"In-Reply-To", b"X-One").replace(b"References", b"X-Two")
    assert town.comes(raw) == "asked"
    assert statuses(town) == {}
    assert any("escriba el código" in " ".join(words(town.opens(HN)).split()) for _ in range(town.unread()[HN]))
    town.burn()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("P003-O8: realizada\n", "el programa no tiene esa actividad"),
        ("P003-08: en proceso, 160 %\n", "escriba un número de 0 a 100"),
        ("P003-08: realizada\nP003-08: en proceso\n", "dos estados distintos"),
        ("P003-08: pospuesta al 3 de noviembre de 2008\n", "ya pasó"),
    ],
)
def test_mistakes_are_asked_and_nothing_else_changes(town: Town, text: str, told: str) -> None:
    town.state("HN")
    activities(town, ("P003-08", "2009-02-28", ["HN"]))
    town.ask("activity-status", about="P003-08")
    town.comes(reply(town.opens(HN), HN, text))
    assert told in words(town.opens(HN))
    said = statuses(town).get(("P003-08", "HN"), {})
    assert "date" not in said
    assert "progress" not in said
    assert said.get("status") != "done"
    assert activity(town, "P003-08").end == dt.date(2009, 2, 28)


def test_the_state_of_somebody_elses_activity_is_held(town: Town) -> None:
    town.state("HN")
    town.state("GT")
    activities(town, ("P003-08", "2009-02-28", ["GT"]))
    town.ask(only=("HN",))
    assert town.comes(reply(town.opens(HN), HN, "Actividad: P003-08\nEstado: realizada\n")) == "held"
    assert statuses(town) == {}
    assert "cada Estado informa por sí mismo" in words(town.opens(HN))


@pytest.mark.parametrize(
    ("state", "text", "status", "day"),
    [
        ("HN", "Estimados: el taller se realizó el 12 de noviembre de 2008 en Tegucigalpa.\n", "done", "2008-11-12"),
        ("US", "Dear all, the workshop was held on 12 November 2008 in Miami.\n", "done", "2008-11-12"),
    ],
)
def test_a_sentence_is_confirmed_by_one_word(town: Town, state: str, text: str, status: str, day: str) -> None:
    address = f"focal@{state.lower()}.example"
    town.state(state)
    activities(town, ("P003-08", "2009-02-28", [state]))
    town.ask("activity-status", about="P003-08")
    assert town.comes(reply(town.opens(address), address, text)) == "asked"
    assert statuses(town) == {}
    question = town.opens(address)
    assert "P003-08" in words(question)
    assert "12 de noviembre de 2008" in words(question)
    assert town.comes(reply(question, address, "CONFIRMO\n" if state == "HN" else "CONFIRM\n")) == "applied"
    said = statuses(town)[("P003-08", state)]
    assert (said["status"], said["date"]["end"]) == (status, day)
    assert [each.state for each in requests(town)] == ["answered", "answered"]  # ours, and the question of one word
    town.burn()
