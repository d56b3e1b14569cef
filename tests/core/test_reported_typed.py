"""Reports as officials type them: lists without marks, titles, codes and states in any order."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reports import entries_of, shown

DONE = {"activity": "Cuestionario de desastres", "status": "done"}


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "1- Cuestionario de desastres: realizada\n2- Requisitos de visa: idem\n3- Foro virtual: en proceso",
            [
                DONE,
                {"activity": "Requisitos de visa", "status": "done"},
                {"activity": "Foro virtual", "status": "in-progress"},
            ],
        ),
        (
            "1. Cuestionario de desastres: cumplida, enviado el 14.01.09.\n2. Foro virtual: en proceso",
            [DONE | {"date": "2009-01-14/2009-01-14"}, {"activity": "Foro virtual", "status": "in-progress"}],
        ),
        (
            "Actividad | Estado | Avance\nP003-14 | Realizada | 100%\nP003-15 | Ídem | 100%",
            [
                {"activity": "P003-14", "status": "done", "progress": 100},
                {"activity": "P003-15", "progress": 100, "status": "done"},
            ],
        ),
        (
            "Postponed:\n* P003-18 Updating of officials, to June 2009\n* P003-19 Virtual forum",
            [
                {"activity": "P003-18", "status": "postponed", "date": "2009-06-01/2009-06-30"},
                {"activity": "P003-19", "status": "postponed"},
            ],
        ),
        (
            "P003-05a (inputs to the draft guidelines) is delayed because the legal unit has not returned it.",
            [{"activity": "P003-05a", "status": "delayed"}],
        ),
        ("P003-05a: en proceso por parte de la Cancillería", [{"activity": "P003-05a", "status": "in-progress"}]),
        # as planned, and who would do it
        (
            "Tal como estaba previsto, el taller de capacitación tuvo lugar del 18 al 20 de febrero.",
            [{"activity": "taller de capacitación", "status": "done", "date": "2009-02-18/2009-02-20"}],
        ),
        ("P003-05a: no realizada por falta de fondos", [{"activity": "P003-05a"}]),
    ],
)
def test_lists_as_officials_type_them(body: str, told: list[dict[str, Any]]) -> None:
    assert [shown(entry) for entry in entries_of(body)] == told


def test_what_is_told_of_one_activity_in_two_places_is_one_entry() -> None:
    body = "P003-05a is delayed because of the legal unit.\n\nNew date: 31 March 2009"
    assert [shown(entry) for entry in entries_of(body)] == [
        {"activity": "P003-05a", "status": "delayed", "date": "2009-03-31/2009-03-31"}
    ]


def test_two_states_of_one_activity_are_two_entries() -> None:
    body = "P003-08: en proceso\nP003-09: en proceso\nP003-08: realizada"
    assert [shown(entry)["activity"] for entry in entries_of(body)] == ["P003-08", "P003-09", "P003-08"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "Cuestionario de desastres\nFue remitido a la ST el 29 de enero de 2009.\n\nForo virtual\nEn proceso.",
            [DONE | {"date": "2009-01-29/2009-01-29"}, {"activity": "Foro virtual", "status": "in-progress"}],
        ),
        (
            "ACTIVIDADES CUMPLIDAS\n- P003-05a, insumos al borrador (14 de enero de 2009)\n- P003-14, cuestionario",
            [
                {"activity": "P003-05a", "status": "done", "date": "2009-01-14/2009-01-14"},
                {"activity": "P003-14", "status": "done"},
            ],
        ),
        (
            "P003-04: en proceso, 40 %, responsable el Cro. Narciso Simulado.",
            [
                {
                    "activity": "P003-04",
                    "status": "in-progress",
                    "progress": 40,
                    "responsible": "Cro. Narciso Simulado",
                }
            ],
        ),
        # "late April" says no state
        (
            "The fourth technical meeting has been postponed to late April due to budget constraints.",
            [{"activity": "fourth technical meeting", "status": "postponed", "date": "2009-04-21/2009-04-30"}],
        ),
        ("P003-11: late", [{"activity": "P003-11", "status": "delayed"}]),
    ],
)
def test_more_as_officials_type_it(body: str, told: list[dict[str, Any]]) -> None:
    assert [shown(entry) for entry in entries_of(body)] == told
