"""A start and an end on two lines are one window; an old day over a new one is asked."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from mailbot.core import reading
from mailbot.core.message import parse
from mailbot.core.values import Known
from tests.answers import COUNTRIES, FORMS

KNOWN = Known(today=dt.date(2011, 1, 6), countries=COUNTRIES, own=frozenset({"grupo.md@crm.example"}))
HEAD = (
    "From: Diana Prueba <d.prueba@sre-hn.gob.example>\r\nSubject: RE: [MD-EST-HN-7K3QX]\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\nActividad: MD-01\r\nEstado: Pospuesta\r\n"
)


def entry(body: str) -> dict[str, Any]:
    raw = (HEAD + body.replace("\n", "\r\n") + "\r\n\r\nDiana\r\n").encode()
    (found,) = reading.as_json(reading.read(parse(raw), tuple(FORMS.values()), KNOWN))["entries"]
    assert isinstance(found, dict)
    return found


def date(body: str) -> tuple[str | None, str | None] | None:
    value = entry(body)["fields"].get("date", {"value": None})["value"]
    return (value["start"], value["end"]) if value else None


@pytest.mark.parametrize(
    "body",
    [
        "Date:\nFrom: 3 March 2011\nTo: 5 March 2011",
        "Date: From 3 March 2011\nTo 5 March 2011",
        "Start date: 3 March 2011\nEnd date: 5 March 2011",
        "Fecha:\nDesde: 3 de marzo de 2011\nHasta: 5 de marzo de 2011",
        "Fecha: desde el 3 de marzo de 2011\nhasta el 5 de marzo de 2011",
        "Fecha:\ndel 3 de marzo\nal 5 de marzo de 2011",
        "Fecha:\nInicio: 3 de marzo de 2011\nFin: 5 de marzo de 2011",
        "Fecha de inicio:  3 de marzo de 2011\nFecha de término: 5 de marzo de 2011",
        "Fecha inicio: jueves 3 de marzo de 2011\nFecha fin: sábado 5 de marzo de 2011",
        "Fecha:\nInicia el 3 de marzo de 2011\nTermina el 5 de marzo de 2011",
        "Date:\n\nFrom: 3 March 2011\n\nTo: 5 March 2011",
        "Date:\nFrom: 3 March 2011\n\nTo: 5 March 2011",
        "Fecha de inicio: 3 de marzo de 2011\n\n\nFecha de término: 5 de marzo de 2011",
    ],
)
def test_two_lines_are_one_window(body: str) -> None:
    assert date(body) == ("2011-03-03", "2011-03-05")


@pytest.mark.parametrize(
    "body",
    ["Fecha:\nDe: 3 de marzo de 2011\nA: 17 de mayo de 2011", "Date:\nFrom: 3 March 2011\nTo: 17 May 2011"],
)
def test_an_old_day_over_a_new_one_is_asked(body: str) -> None:
    assert date(body) is None
    assert [each["field"] for each in entry(body)["doubts"]] == ["date"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Fecha: 3 de marzo de 2011\nAl 5 de marzo faltaban fondos", ("2011-03-03", "2011-03-03")),
        ("Fecha: a partir del 3 de marzo de 2011\nHora: 9:00", ("2011-03-03", None)),
        ("Comentarios: el 3\nInicio: 3 de marzo de 2011\nFin: 5 de marzo de 2011", None),
    ],
)
def test_what_is_no_start_and_end_stays(body: str, expected: tuple[str, str | None] | None) -> None:
    assert date(body) == expected


def test_a_sentence_below_a_blank_line_ends_no_window() -> None:
    below = "Al 5 de mayo de 2011 habrán respondido tres países más."
    assert date(f"Fecha:\nDesde: 3 de marzo de 2011\n\n{below}") == ("2011-03-03", None)
