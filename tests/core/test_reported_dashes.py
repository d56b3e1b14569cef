"""A dash in a cell of a report: no answer in one that was empty, a question in one that held a value."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from typing import Any

import pytest

from mailbot.core.message import parse
from mailbot.core.values import Known
from tests.answers import COUNTRIES, entries_of, reply_of
from tests.reports import offered, taken

HEAD = "Código | Actividad | Estado | Avance | Responsable"
SENT = f"""\
{HEAD}
P003-08 | Taller de visas | En proceso | 60 % | Ana Prueba
P003-09 | Foro virtual | | |
P003-10 | Lista de cónsules | En proceso | 40 % |
"""
SUBJECT = "Avance del Programa de Trabajo [PC-EST-2009-GT]"


def read(body: str, sent: str | None) -> list[dict[str, Any]]:
    known = Known(today=dt.date(2009, 3, 10), region="GT", countries=COUNTRIES)
    letter = parse(reply_of(sent, SUBJECT, day=dt.date(2009, 3, 2))) if sent else None
    return entries_of(reply_of(body, f"RE: {SUBJECT}", day=dt.date(2009, 3, 10)), known, letter)


def in_html(table: str) -> str:
    rows = (f"<tr>{''.join(f'<td>{cell.strip()}</td>' for cell in row.split('|'))}</tr>" for row in table.splitlines())
    return f"<table>{''.join(rows)}</table>"


RETURNED = f"""\
{HEAD}
P003-08 | Taller de visas | Realizada | {{0}} | Ana Prueba
P003-09 | Foro virtual | En proceso | {{0}} | {{0}}
"""


@pytest.mark.parametrize("dash", ["-", "—", "–", "---", "n/a"])
@pytest.mark.parametrize("sent", [None, SENT])
def test_a_dash_clears_no_progress(dash: str, sent: str | None) -> None:
    found = read(RETURNED.format(dash), sent)
    codes = [{**offered(each), **taken(each)}["activity"] for each in found]
    assert codes[:2] == ["P003-08", "P003-09"]
    assert all("progress" not in taken(each) for each in found)
    asked = ["progress" in offered(each) for each in found]
    assert asked == [sent is not None, False]


def test_a_dash_where_our_form_held_a_value_is_asked() -> None:
    held = "Actividad: P003-08\nEstado:\nAvance: 60 %\nFecha:\nResponsable:\n"
    (found,) = read("Actividad: P003-08\nEstado: en proceso\nAvance: -\nFecha:\nResponsable: -\n", held)
    assert taken(found) == {"activity": "P003-08", "status": "in-progress"}
    assert offered(found) == {"progress": None}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("0", {"progress": 0}),
        ("70 %", {"progress": 70}),
    ],
)
def test_what_is_no_dash_stays(said: str, expected: dict[str, Any]) -> None:
    (found, *_) = read(f"{HEAD}\nP003-08 | Taller de visas | En proceso | {said} | Ana Prueba\n", SENT)
    assert expected.items() <= taken(found).items()


def test_words_that_nobody_is_responsible_clear_it_as_ever() -> None:
    (found,) = read("Actividad: P003-08\nEstado: en proceso\nResponsable: ninguno\n", None)
    assert taken(found)["responsible"] == ""


@pytest.mark.parametrize("sent", [None, SENT])
def test_a_row_of_dashes_in_a_table_of_html_says_nothing(sent: str | None) -> None:
    table = in_html(f"{HEAD}\nP003-08 | Taller | Realizada | 100 % | Ana Prueba\nP003-09 | Foro virtual | - | - | -")
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "ana.prueba@minex-gt.gob.example", f"RE: {SUBJECT}"
    mail["Date"] = "Tue, 10 Mar 2009 10:22:00 -0600"
    mail.set_content(table, subtype="html")
    known = Known(today=dt.date(2009, 3, 10), region="GT", countries=COUNTRIES)
    letter = parse(reply_of(sent, SUBJECT, day=dt.date(2009, 3, 2))) if sent else None
    found = entries_of(mail.as_bytes(), known, letter)
    assert taken(found[0])["progress"] == 100
    assert all("" not in taken(each).values() for each in found)
