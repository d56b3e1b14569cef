"""States of activities in every layout people give them: one form, a line an activity, the code above its state."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from typing import Any

import pytest

from mailbot.core.values import Known
from tests.answers import COUNTRIES, all_shown, entries_of

FIELDS = {
    "activity": ("Actividad", "Activity", "P003-08"),
    "status": ("Estado", "Status", "En proceso"),
    "progress": ("Avance", "Progress", "60%"),
    "date": ("Fecha", "Date", "15 de marzo de 2009"),
    "result": ("Resultado", "Result", "Primer borrador concluido"),
    "responsible": ("Responsable", "Responsible", "Dirección de Protección"),
    "note": ("Comentarios", "Comments", "Falta la revisión de la ST"),
}
WHOLE = {
    **{field: value for field, (_, _, value) in FIELDS.items()},
    "status": "in-progress",
    "progress": 60,
    "date": "2009-03-15",
}
THREE = [
    {"activity": "P003-08", "status": "in-progress", "progress": 60},
    {"activity": "P003-14", "status": "done"},
    {"activity": "P003-16", "status": "not-started"},
]
NUMBERED = """\
1) Actividad P003-08
   Estado: en proceso
   Avance: 60%
2) Actividad P003-14
   Estado: realizada
3) Actividad P003-16
   Estado: sin iniciar
"""
SPANISH, ENGLISH, VALUES = zip(*FIELDS.values(), strict=True)
PAIRS = list(zip(SPANISH, VALUES, strict=True))


def read(body: str) -> list[dict[str, Any]]:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "rprueba@sre-hn.gob.example", "RE: [PC-EST-2009-HN] Avance"
    mail.set_content(body, subtype="html" if body.startswith("<") else "plain")
    known = Known(today=dt.date(2009, 3, 10), region="HN", countries=COUNTRIES)
    found = [all_shown(entry) for entry in entries_of(mail.as_bytes(), known)]
    return [{**each, **({"date": each["date"]["start"]} if "date" in each else {})} for each in found]


def lines(row: str) -> str:
    return "\n".join(
        row.format(i=number + 1, a="abcdefg"[number], es=es, en=en, v=value, ES=es.upper())
        for number, (es, en, value) in enumerate(FIELDS.values())
    )


def table(rows: list[tuple[str, ...]]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<p>Va:</p><table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


@pytest.mark.parametrize(
    "body",
    [
        *map(
            lines,
            [
                *("{es}: {v}", "{es}\n{v}\n", "{es}:\n{v}", "{i}. {es}: {v}", "{i}. {es}\n{v}\n", "{es}/{en}: {v}"),
                *("{en} ({es}): {v}", "{ES}: {v}", "{es} - {v}", "{es}\t{v}", "| {es} | {v} |", "{es:<20}{v}"),
                *("{es} = {v}", "{a}) {es}: {v}", "1.{i} {es}: {v}", "*{es}:* {v}", "{es}; {v}"),
            ],
        ),
        table(PAIRS),
        table([SPANISH, VALUES]),
        table([("No", *SPANISH), ("1", *VALUES)]),
    ],
)
def test_one_form(body: str) -> None:
    assert read(body) == [WHOLE]


@pytest.mark.parametrize(
    "body",
    [
        "P003-08: en proceso, 60%\nP003-14: realizada\nP003-16: sin iniciar",
        "P003-08 - En proceso (60%)\nP003-14 - Realizada\nP003-16 - Sin iniciar",
        "1. P003-08: en proceso 60 %\n2. P003-14: cumplida\n3. P003-16: pendiente",
        "• P003-08 en proceso, 60%\n• P003-14 realizada\n• P003-16 no iniciada",
        "(P003-08) En proceso, avance del 60%\n(P003-14) Concluida\n(P003-16) Por iniciar",
        "P003-08 Taller: en proceso, 60%\nP003-14 Cuestionario: realizada\nP003-16 Prácticas: sin iniciar",
        "P003-08\tEn proceso\t60%\nP003-14\tRealizada\nP003-16\tSin iniciar",
        "P003-08 | En proceso | 60%\nP003-14 | Realizada | \nP003-16 | Sin iniciar |",
        "Actividad P003-08: en proceso (60 %).\nActividad P003-14: realizada.\nActividad P003-16: sin iniciar.",
        "P003-08 is in progress (60%).\nP003-14 has been completed.\nP003-16 has not started.",
        "P003-08\nEn proceso, 60%\n\nP003-14\nRealizada\n\nP003-16\nSin iniciar",
        "*P003-08*\nEn proceso, 60%\n*P003-14*\nRealizada\n*P003-16*\nSin iniciar",
        "P003-08 Taller\nEn proceso, 60%\n\nP003-14 Cuestionario\nRealizada\n\nP003-16 Buenas prácticas\nSin iniciar",
        "P003-08 – Taller:\nEn proceso, 60%.\nP003-14 – Cuestionario:\nRealizada.\nP003-16 – Prácticas:\nSin iniciar.",
        "P003-08\nEstado: En proceso\nAvance: 60%\n\nP003-14\nEstado: Realizada\n\nP003-16\nEstado: Sin iniciar",
        NUMBERED,
        "La P003-08 está en proceso (60%). La P003-14 ya fue realizada. La P003-16 no ha iniciado.",
        table([("P003-08", "En proceso", "60%"), ("P003-14", "Realizada", ""), ("P003-16", "Sin iniciar", "")]),
    ],
)
def test_three_activities(body: str) -> None:
    assert read(body) == THREE


def test_a_code_with_a_part_too_many_is_not_cut() -> None:
    assert all(each.get("activity") != "P-003" for each in read("P-003-16: sin iniciar\nP003-08: en proceso\n"))
