"""The title of an activity over a sentence that tells how it stands, with labelled lines below it or without."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

SUBJECT = "[PC-EST-2009-HN] Avance del Programa de Trabajo / Progress of the Work Programme"


def reports(body: str) -> list[dict[str, Any]]:
    return [
        {name: f"{one['start']}/{one['end']}" if isinstance(one, dict) else one for name, one in shown.items()}
        for shown in (all_shown(each) for each in contact_entries(body, "HN", SUBJECT))
    ]


def test_each_title_heads_its_sentence_and_labels() -> None:
    body = (
        "Please see our input below.\n\nStudy on remittance costs\nThe study was completed on March 31, 2010.\n"
        "Responsible: Research Branch\n\nSeminar on diaspora engagement\n"
        "The seminar is postponed to October 20, 2011.\nComments: Venue to be confirmed\n"
    )
    assert reports(body) == [
        {
            "activity": "Study on remittance costs",
            "status": "done",
            "date": "2010-03-31/2010-03-31",
            "responsible": "Research Branch",
        },
        {
            "activity": "Seminar on diaspora engagement",
            "status": "postponed",
            "date": "2011-10-20/2011-10-20",
            "note": "Venue to be confirmed",
        },
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_sentence_is_of_the_title_whose_word_it_says_again(gap: str) -> None:
    body = (
        f"Taller sobre remesas{gap}El taller se realizó el 12 de marzo de 2010 en Tegucigalpa.\n\n"
        f"Estudio de retorno{gap}El estudio está en proceso, con un avance del 40%.\n"
    )
    assert reports(body) == [
        {"activity": "Taller sobre remesas", "status": "done", "date": "2010-03-12/2010-03-12"},
        {"activity": "Estudio de retorno", "status": "in-progress", "progress": 40},
    ]


@pytest.mark.parametrize("above", ["Estimados colegas:", "Estudio de retorno", "P003-04", "Les informo lo siguiente."])
def test_no_other_line_is_its_title(above: str) -> None:
    (report,) = reports(f"{above}\nEl taller se realizó el 12 de marzo de 2010 en Tegucigalpa.")
    assert report.get("activity") in {"taller", "P003-04", "Estudio de retorno", None}
    assert report["status"] == "done"


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("updated on 02/17/2010. Completed.", "2010-02-17/2010-02-17"),
        ("información actualizada el 17 de febrero de 2010. Realizada.", "2010-02-17/2010-02-17"),
        ("en proceso. Información actualizada el 17 de febrero de 2010.", None),
        ("realizada. Información actualizada el 17 de febrero de 2010.", None),
    ],
)
def test_what_was_brought_up_to_date_is_done_that_day(said: str, date: str | None) -> None:
    (report,) = reports(f"- P003-04: {said}")
    assert report.get("date") == date
