"""The day of an activity: what it was put off to, what a deed behind its state tells, which days are of something else.

Every row tells what stands among the fields, doubtful or not; what is only asked stands in none.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.reports import entries_of, shown

DONE = {"activity": "P003-04", "status": "done"}
MOVED = {"activity": "P003-19", "status": "postponed"}
THE_24TH = "2009-03-24/2009-03-24"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # from the old day to the new one
        ("P003-19: Postponed from 02/03/2009 to 03/24/2009.", MOVED | {"date": THE_24TH}),
        ("P003-19: pospuesta del 3 de febrero al 24 de marzo de 2009", MOVED | {"date": THE_24TH}),
        ("La P003-19 se pospone del 3 de febrero al 24 de marzo de 2009.", MOVED | {"date": THE_24TH}),
        ("P003-19 was postponed from March 3 to March 24, 2009 due to elections.", MOVED | {"date": THE_24TH}),
        ("P003-19: rescheduled from March to May 2009", MOVED | {"date": "2009-05-01/2009-05-31"}),
        ("El foro P003-19 se trasladó del 12 de febrero al 24 de marzo.", MOVED | {"date": THE_24TH}),
        # from the first new day to the last, or from the old to the new?
        ("P003-19: pospuesta del 4 al 8 de mayo de 2009.", MOVED),
        ("La P003-19 se pospone del 4 al 8 de mayo de 2009.", MOVED),
        # new days, said to be so
        ("P003-19: pospuesta; nueva fecha: del 4 al 8 de mayo de 2009", MOVED | {"date": "2009-05-04/2009-05-08"}),
        # "since the officer" gives a reason, "since February" a start; a reason has days of its own
        (
            "P003-19 has been postponed to the first week of April 2009 since the officer responsible is on leave.",
            MOVED | {"date": "2009-04-01/2009-04-07"},
        ),
        (
            "The forum (P003-19) was postponed until the first week of April 2009.",
            MOVED | {"date": "2009-04-01/2009-04-07"},
        ),
        ("La P003-19 fue aplazada hasta mayo, por falta de fondos.", MOVED | {"date": "2009-05-01/2009-05-31"}),
        ("La P003-04 está en proceso hasta mayo.", DONE | {"status": "in-progress", "date": "None/2009-05-31"}),
        ("P003-19: postponed because of the elections of 15 March 2009.", MOVED),
        (
            "P003-19: postponed because of the elections. New date: 24 March 2009.",
            MOVED | {"date": THE_24TH},
        ),
        ("P003-04: in progress since 4 February 2009", DONE | {"status": "in-progress"}),
        # a deed behind the state tells the day
        ("P003-04: Done. Comments went to the TS on 02/24/2009.", DONE | {"date": "2009-02-24/2009-02-24"}),
        (
            "P003-04: cumplida. La información se subió a la SV el 20/02/2009.",
            DONE | {"date": "2009-02-20/2009-02-20"},
        ),
        (
            "P003-04: ya se cumplió; el cuestionario se remitió a la Secretaría el 28 de enero.",
            DONE | {"date": "2009-01-28/2009-01-28"},
        ),
        # a paper that goes with it, what comes next, and what is to come have days of their own
        ("P003-04: cumplida. El informe final se envió el 20/02/2009.", DONE),
        ("P003-04: cumplida. La memoria fue publicada el 20 de febrero de 2009.", DONE),
        ("P003-04: cumplida. La reunión de evaluación será el 20 de marzo de 2009.", DONE),
        ("P003-04: done. The follow-up meeting was held on 24 February 2009.", DONE),
        ("P003-04: cumplida. El informe final se enviará el 20/03/2009.", DONE),
    ],
)
def test_which_day_is_the_activitys(body: str, expected: dict[str, Any]) -> None:
    (entry,) = entries_of(body)
    assert shown(entry) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "P003-04 en proceso, vamos por el 60%, faltan Miami y San Juan\nP003-14 se envio ayer",
            [
                {"activity": "P003-04", "status": "in-progress", "progress": 60},
                {"activity": "P003-14", "status": "done", "date": "2009-03-09/2009-03-09"},
            ],
        ),
        (
            "P003-04 en proceso P003-14 se envio ayer",
            [
                {"activity": "P003-04", "status": "in-progress"},
                {"activity": "P003-14", "status": "done", "date": "2009-03-09/2009-03-09"},
            ],
        ),
        # a code inside what is said of another one opens nothing
        (
            "P003-04 en proceso, depende de la P003-14 ya realizada",
            [{"activity": "P003-04", "status": "in-progress"}],
        ),
    ],
)
def test_the_second_report_on_a_line_or_below(body: str, expected: list[dict[str, Any]]) -> None:
    assert [shown(each) for each in entries_of(body)] == expected
