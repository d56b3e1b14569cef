"""Days in figures with two readings, and titles of our letter: settled by what else stands there, and asked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from mailbot.core import reading
from mailbot.core.message import parse
from mailbot.core.values import Known
from mailbot.edges.rulebook import load_forms
from mailbot.edges.shipped import folder
from tests.answers import COUNTRIES, FORMS, by_certainty, entries_of, reply_of

LETTER = (Path(__file__).parent.parent / "letters" / "sent" / "est-gt.eml").read_bytes()


def settled(body: str, today: dt.date, *, answered: bool = False) -> list[dict[str, Any]]:
    known = Known(today=today, region="GT", countries=COUNTRIES)
    raw = reply_of(body, "Avance [PC-EST-GT-9MK2R]", day=today)
    return entries_of(raw, known, parse(LETTER) if answered else None)


MARCH = dt.date(2009, 3, 10)


@pytest.mark.parametrize(
    ("body", "days"),
    [
        # of two readings the one to come is not meant of what is done
        ("Actividad: MD-06\nEstado: realizada\nFecha: 02/05/2009", ["2009-02-05"]),
        ("MD-06: done. The list was sent to the TS on 3/6/2009.", ["2009-03-06"]),
        # one sure date shows how the others are written
        ("Activity: MD-06\nDate: 02/17/2009\n\nActivity: MD-07\nDate: 05/04/2009", ["2009-05-04"]),
        ("Actividad: MD-06\nFecha: 17/02/2009\n\nActividad: MD-07\nFecha: 05/04/2009", ["2009-04-05"]),
        # nothing settles it: not done, both behind us, sure dates of both kinds
        ("Actividad: MD-06\nEstado: en proceso\nFecha: 02/05/2009", []),
        ("Actividad: MD-06\nEstado: realizada\nFecha: 02/03/2009", []),
        ("Activity: MD-06\nDate: 02/17/2009\n\nActivity: MD-07\nDate: 05/04/2009\nComments: on 17/02/2009", []),
    ],
)
def test_a_day_in_figures(body: str, days: list[str]) -> None:
    entries = settled(body, MARCH)
    offered = [by_certainty(each)[1].get("date") for each in entries]
    assert [each["start"] for each in offered if each] == days
    if not days:
        assert any(doubt["field"] == "date" for each in entries for doubt in each["doubts"])


@pytest.mark.parametrize(
    ("body", "activity"),
    [
        ("El taller de capacitación se realizó el 2 de diciembre.", "P003-08"),
        ("The training workshop was held on 2 December.", "P003-08"),
        ("Taller de capacitación: realizado\nForo virtual: en proceso", "P003-08"),
        # other words, and a code of its own, stay as they are
        ("El foro virtual se realizó el 2 de diciembre.", "foro virtual"),
        ("El taller de migración laboral se realizó el 2 de diciembre.", "taller de migración laboral"),
        ("Actividad: MD-07 Taller de capacitación\nEstado: realizada", "MD-07"),
    ],
)
def test_words_of_a_title_of_our_letter_mean_its_code(body: str, activity: str) -> None:
    entry = settled(body, dt.date(2011, 1, 10), answered=True)[0]
    assert entry["fields"]["activity"]["value"] == activity


def test_forms_loaded_twice_are_read_alike() -> None:
    again = tuple(load_forms(folder("rules") / "forms"))
    for forms in (tuple(FORMS.values()), again):
        message = parse(b"Subject: RE: x\r\n\r\nEl taller de capacitacion se realizo el 2 de diciembre.\r\n")
        document: Any = reading.as_json(reading.read(message, forms, Known(today=MARCH), parse(LETTER)))
        assert [each["form"] for each in document["entries"]] == ["activity-status"]


def test_without_our_letter_words_stay_words() -> None:
    (entry,) = settled("El taller de capacitación se realizó el 2 de diciembre.", dt.date(2011, 1, 10))
    assert entry["fields"]["activity"]["value"] == "taller de capacitación"


@pytest.mark.parametrize(
    ("said", "status", "share"),
    [
        ("75% complete", "in-progress", 75),
        ("40 % ejecutado", "in-progress", 40),
        ("Ongoing", "in-progress", None),
        ("not 75% complete", None, None),
    ],
)
def test_what_goes_on(said: str, status: str | None, share: int | None) -> None:
    (entry,) = settled(f"Actividad: MD-06\nEstado: {said}", MARCH)
    taken, offered = by_certainty(entry)
    assert "status" not in taken
    assert (offered.get("status"), taken.get("progress")) == (status, share)
