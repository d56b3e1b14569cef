"""Activities listed by their state, states behind which more is told, and states typed without marks in our letter."""

from __future__ import annotations

from typing import Any

import pytest

from mailbot.core.fields import read
from mailbot.core.fields.choices import names_of_choices
from mailbot.core.forms.layout.under_states import _state, names_a_state
from mailbot.core.values import Doubt, FieldValue
from tests.core.test_status_words import KNOWN, STATUS
from tests.reports import entries_of, offered, taken


def states(body: str) -> dict[str, Any]:
    shown = [{**taken(each), **offered(each)} for each in entries_of(body)]
    return {each["activity"]: each.get("status") for each in shown}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Concluidas: P003-05a y P003-14.\nEn proceso: P003-04.\nPendientes: P003-15, P003-19.",
            {
                "P003-05a": "done",
                "P003-14": "done",
                "P003-04": "in-progress",
                "P003-15": "not-started",
                "P003-19": "not-started",
            },
        ),
        ("Actividades canceladas: P003-19; P003-16", {"P003-19": "cancelled", "P003-16": "cancelled"}),
        ("Completed: P003-05a, P003-14 and P003-07", {"P003-05a": "done", "P003-14": "done", "P003-07": "done"}),
        (
            "Concluidas:\n- P003-05a Insumos al borrador\n- P003-14\n\nEn proceso:\n- P003-04",
            {"P003-05a": "done", "P003-14": "done", "P003-04": "in-progress"},
        ),
        # headings without a colon, and the share of one activity
        (
            "REALIZADAS\nP003-14\nP003-15\n\nEN PROCESO\nP003-08 (60%)",
            {"P003-14": "done", "P003-15": "done", "P003-08": "in-progress"},
        ),
        (
            "Actividades realizadas\n- P003-14\n\nActividades sin iniciar\n- P003-16",
            {"P003-14": "done", "P003-16": "not-started"},
        ),
        ("Completed activities:\n- P003-14\n\nNot started:\n- P003-16", {"P003-14": "done", "P003-16": "not-started"}),
        (
            "Realizadas: P003-14 y P003-15. En proceso: P003-08. Sin iniciar: P003-16.",
            {"P003-14": "done", "P003-15": "done", "P003-08": "in-progress", "P003-16": "not-started"},
        ),
        # the state below a code is no heading of the next
        (
            "P003-08\nEn proceso\n\nP003-14\nRealizada\n\nP003-16\nSin iniciar",
            {"P003-08": "in-progress", "P003-14": "done", "P003-16": "not-started"},
        ),
        # a state of its own goes before that of the heading, and other words end the list
        (
            "Concluidas:\n- P003-05a\n- P003-14: en proceso",
            {"P003-05a": "done", "P003-14": "in-progress"},
        ),
    ],
)
def test_codes_behind_or_below_a_state(body: str, expected: dict[str, Any]) -> None:
    assert states(f"Estimados colegas:\n\n{body}\n\nSaludos") == expected


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Overdue. Will be sent next week.", "delayed"),
        ("Pendiente. Se realizará en mayo.", "not-started"),
        ("Cumplida. Remitida a la ST el 5 de marzo.", "done"),
    ],
)
def test_a_state_goes_before_what_is_told_behind_it(said: str, value: str) -> None:
    found = read(STATUS, said, 1, KNOWN)
    assert isinstance(found, FieldValue)
    assert found.value == value


@pytest.mark.parametrize(
    "said", ["Realizada. Falta el informe.", "Cumplida. No se publicó.", "En proceso. Se canceló."]
)
def test_what_takes_a_state_back_is_asked(said: str) -> None:
    assert isinstance(read(STATUS, said, 1, KNOWN), Doubt)


QUOTED = """
De: Red de Funcionarios de Enlace [mailto:red-pc@crm.example]
Enviado el: lunes, 02 de marzo de 2009 09:05 a.m.
Para: Benigna Ficticia
Asunto: [PC-EST-2009-PA] Avance del Programa de Trabajo

Estimados colegas: agradeceremos indicar el estado de las actividades siguientes

P003-04 Actualizar información sobre requisitos y tipos de visa
EN PROCESO, 60%

P003-14 Enviar el cuestionario de desastres
YA SE ENVIÓ EL 20 DE ENERO

P003-19 Foro virtual sobre migración y salud
"""


def test_states_typed_without_marks_are_asked_where_they_are_announced() -> None:
    found = entries_of(f"Estimados, respuestas en mayúsculas en su mismo correo.\n{QUOTED}")
    assert [taken(each) for each in found] == [{}, {}]
    assert [offered(each) for each in found] == [
        {"activity": "P003-04", "status": "in-progress", "progress": 60},
        {"activity": "P003-14", "status": "done", "date": "2009-01-20/2009-01-20"},
    ]


def test_a_quotation_nobody_announces_is_no_answer() -> None:
    assert entries_of(f"Recibido, gracias.\n{QUOTED}") == []


@pytest.mark.parametrize("line", ["{}", "{}s", "Actividades ya {}: P003-05a", "1) LAS SIGUIENTES {}S(2)", "Hemos {} -"])
def test_no_state_stands_in_a_line_without_its_word(line: str) -> None:
    names = names_of_choices(STATUS)
    for said in (line.format(name) for name in names):
        assert names_a_state(said, STATUS) or not _state(said.split(":")[0].rstrip(" -"), names)


@pytest.mark.parametrize("text", ["Cargo: Jefa de Visas", "Estimados colegas:", "P003-05a", "Saludos cordiales,", ""])
def test_most_lines_name_no_state(text: str) -> None:
    assert not names_a_state(text, STATUS)
