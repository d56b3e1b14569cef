"""The code of an activity on a line of its own heads what stands below, whatever stood above it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

SUBJECT = "[PC-EST-2009-HN] Avance del Programa de Trabajo / Progress of the Work Programme"


def reports(body: str) -> list[dict[str, Any]]:
    return [all_shown(each) for each in contact_entries(body, "HN", SUBJECT)]


ABOVE = "* P003-02\nStatus: completed\nResult: {result}\n{heading}\nStatus: in progress (70%)"


@pytest.mark.parametrize(
    "heading",
    [
        "P003-04",
        "   * P003-04",
        "• P003-04",
        "2) P003-04",
        "P003-04:",
        "* P003-04 Tipos de visa",
        "[P003-04] Tipos de visa",
        "(P003-04) Tipos de visa",
        "P003-04. Tipos de visa",
        "P003-04 - Tipos de visa",
        "P003-04: Tipos de visa",
        "Actividad P003-04",
        "Activity P003-04 Types of visa",
    ],
)
@pytest.mark.parametrize(
    "result", ["presentation", "presentation on consular access to detained nationals in the region"]
)
def test_a_code_below_free_words_opens_the_next_report(heading: str, result: str) -> None:
    assert reports(ABOVE.format(heading=heading, result=result)) == [
        {"activity": "P003-02", "status": "done", "result": result},
        {"activity": "P003-04", "status": "in-progress", "progress": 70},
    ]


@pytest.mark.parametrize(
    ("said", "below"),
    [
        ("see the annex of", "P003-04"),
        ("se coordinó con la", "P003-04"),
        ("se coordinó con la actividad", "P003-04 para mayor detalle"),
    ],
)
def test_a_code_within_words_is_more_of_them(said: str, below: str) -> None:
    (report,) = reports(f"Actividad: P003-02\nEstado: realizada\nComentarios: {said}\n{below}")
    assert report["note"] == f"{said} {below}"


def test_the_same_code_named_again_is_the_same_activity() -> None:
    (report,) = reports("P003-02 Requisitos de visa\nEstado: realizada\nActividad: P003-02\nAvance: 100%")
    assert report == {"activity": "P003-02", "status": "done", "progress": 100}
