"""Titles listed under states, numbers of the list in our request, codes that leave out what is the same."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reports import PLAN, PROGRESS, entries_of, offered, taken


def read(body: str, subject: str = PROGRESS) -> list[dict[str, Any]]:
    return [taken(each) for each in entries_of(f"Estimados colegas:\n\n{body}\n\nSaludos,\nAna Prueba", subject)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Cumplidas: cuestionario de desastres, insumos NNA (14 de enero); En proceso: requisitos de visa (80 %)",
            [
                {"activity": "cuestionario de desastres", "status": "done"},
                {"activity": "insumos NNA", "status": "done", "date": "2009-01-14/2009-01-14"},
                {"activity": "requisitos de visa", "status": "in-progress", "progress": 80},
            ],
        ),
        (
            "Completed: disaster questionnaire, inputs to the guidelines and list of consuls. Not started: forum.",
            [
                {"activity": "disaster questionnaire", "status": "done"},
                {"activity": "inputs to the guidelines", "status": "done"},
                {"activity": "list of consuls", "status": "done"},
                {"activity": "forum", "status": "not-started"},
            ],
        ),
        (
            "Ya cumplidas: el cuestionario de desastres y la lista consular\nAún en curso: requisitos y tipos de visa",
            [
                {"activity": "cuestionario de desastres", "status": "done"},
                {"activity": "lista consular", "status": "done"},
                {"activity": "requisitos y tipos de visa", "status": "in-progress"},
            ],
        ),
        (
            "Realizadas:\n- Visas (29 de enero)\n- Insumos, 14/1/2009\n\nEn curso:\n- Foro, 60%\n\nPendientes:\n- Guía",
            [
                {"activity": "Visas", "status": "done", "date": "2009-01-29/2009-01-29"},
                {"activity": "Insumos", "status": "done", "date": "2009-01-14/2009-01-14"},
                {"activity": "Foro", "status": "in-progress", "progress": 60},
                {"activity": "Guía", "status": "not-started"},
            ],
        ),
        (
            "COMPLETED\n* Inputs to the guidelines - 16 January 2009\n\nCANCELLED\n* Presentation - lack of funds",
            [
                {"activity": "Inputs to the guidelines", "status": "done", "date": "2009-01-16/2009-01-16"},
                {"activity": "Presentation", "status": "cancelled"},
            ],
        ),
        # without bullets, directly below a heading with its colon
        (
            "Realizadas:\nCuestionario de desastres\nLista de cónsules",
            [
                {"activity": "Cuestionario de desastres", "status": "done"},
                {"activity": "Lista de cónsules", "status": "done"},
            ],
        ),
        # a state of its own goes before the heading's; codes and titles in one list
        (
            "Realizadas:\n1. Cuestionario\n2. Lista de cónsules: en proceso\n3. P003-14\n4. Foro virtual",
            [
                {"activity": "Cuestionario", "status": "done"},
                {"activity": "Lista de cónsules", "status": "in-progress"},
                {"activity": "P003-14", "status": "done"},
                {"activity": "Foro virtual", "status": "done"},
            ],
        ),
        (
            "Realizada: Taller de capacitación (Tegucigalpa, 12 de febrero)\nPendiente: Foro virtual",
            [
                {"activity": "Taller de capacitación", "status": "done"},
                {"activity": "Foro virtual", "status": "not-started"},
            ],
        ),
        (
            "Cumplidas (2) - cuestionario, insumos\nEstán en proceso: requisitos de visa",
            [
                {"activity": "cuestionario", "status": "done"},
                {"activity": "insumos", "status": "done"},
                {"activity": "requisitos de visa", "status": "in-progress"},
            ],
        ),
        # more words of an item end no list
        (
            "En curso:\n- Requisitos de visa\n  Falta el visto bueno de Consular\n- Lista de cónsules",
            [
                {"activity": "Requisitos de visa", "status": "in-progress"},
                {"activity": "Lista de cónsules", "status": "in-progress"},
            ],
        ),
        # a paper among them is none
        (
            "Completed:\n- Disaster questionnaire\n- Report on the meeting\n- List of consuls",
            [
                {"activity": "Disaster questionnaire", "status": "done"},
                {"activity": "List of consuls", "status": "done"},
            ],
        ),
    ],
)
def test_titles_behind_or_below_a_state(body: str, expected: list[dict[str, Any]]) -> None:
    assert read(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        # what is still to be done may be anything
        "Pendientes:\n- Confirmar el hotel\n- Comprar boletos",
        "Pendientes: confirmar el hotel, comprar boletos",
        "Agenda:\n1. Apertura\n2. Foro\n\nPendientes:\n1. Aprobación del acta\n2. Sede",
        # people and papers
        "Cancelados:\n- Lic. Ana Prueba, Directora\n- Licda. Rosa Ejemplo, Jefa",
        "Enviados:\n- Informe final\n- Acta de la reunión",
        "Enviados: boletos, hoteles, visas",
        # States
        "Realizadas: Guatemala, Honduras\nPendientes: México, Panamá",
        "Completed:\n- Guatemala\n- Honduras",
        # results, places and reasons below a state are no activities
        "Taller de capacitación\nRealizada\n- Treinta funcionarios capacitados\n- Guía publicada",
        "En proceso: falta el visto bueno, falta la firma",
        # "y" may join two activities or belong to one
        "Cumplidas: cuestionario de desastres y trata y tráfico de personas",
    ],
)
def test_lists_that_are_no_activities(body: str) -> None:
    assert not any("activity" in each for each in read(body))


def test_titles_under_states_are_asked_where_nobody_asked_for_them() -> None:
    found = entries_of("Cumplidas: cuestionario de desastres, insumos NNA", PLAN)
    assert [taken(each) for each in found] == [{}, {}]


def test_values_below_a_label_are_no_titles() -> None:
    found = read("Actividad: P003-08\nEstado:\nRealizada\n- Treinta funcionarios capacitados\n- Guía publicada")
    assert found == [{"activity": "P003-08", "status": "done"}]


REQUEST = """
De: Red PC [mailto:red-pc@crm.example]
Enviado el: lunes, 02 de marzo de 2009 09:05 a.m.
Para: Benigna Ficticia
Asunto: [PC-EST-2009-PA] Avance del Programa de Trabajo

Estimados colegas: agradeceremos indicar el estado de las actividades siguientes

"""
CODED = "1. P003-04 Requisitos y tipos de visa\n2. P003-07 Lista de cónsules\n3. P003-14 Cuestionario\n"
TITLED = "1. Requisitos y tipos de visa\n2. Lista de cónsules\n3. Cuestionario\n"


@pytest.mark.parametrize(
    ("said", "ours", "expected"),
    [
        ("1: en proceso, 20%\n2: cumplido el 11/02", CODED, {"P003-04": "in-progress", "P003-07": "done"}),
        ("1) Pendiente\n3) Cumplido. Remitido a la ST.", CODED, {"P003-04": "not-started", "P003-14": "done"}),
        (
            "1- realizada\n2- ídem\n3- sin iniciar",
            CODED,
            {"P003-04": "done", "P003-07": "done", "P003-14": "not-started"},
        ),
        (
            "No. 1 - done, 30 January\nNo. 3 - in progress",
            TITLED,
            {"Requisitos y tipos de visa": "done", "Cuestionario": "in-progress"},
        ),
        # numbers of a list of their own, or that stand nowhere or twice
        (
            "1. Taller de trata: pendiente\n2. Lista: realizada",
            CODED,
            {"Taller de trata": "not-started", "Lista": "done"},
        ),
        ("4. Realizado\n5. Pendiente", CODED, {}),
        ("1. Realizado el taller\n2. Cumplida la lista", CODED, {}),
        ("1. Cancelado\n1. Pendiente", CODED, {}),
        ("1. Cancelado\n2. Pendiente", f"{CODED}\n1. Otra lista", {}),
    ],
)
def test_states_by_the_number_of_the_list_we_sent(said: str, ours: str, expected: dict[str, Any]) -> None:
    found = [
        {**taken(each), **offered(each)} for each in entries_of(f"Estimados:\n\n{said}\n\nSaludos\n{REQUEST}{ours}")
    ]
    assert {each["activity"]: each["status"] for each in found if "activity" in each} == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("P003-17 y 18: sin iniciar", {"P003-17": "not-started", "P003-18": "not-started"}),
        ("P003-17/18 - done", {"P003-17": "done", "P003-18": "done"}),
        ("P003-17, P003-18: cumplidas", {"P003-17": "done", "P003-18": "done"}),
        ("Concluidas: P003-05a, 14 y 15.", {"P003-05a": "done", "P003-14": "done", "P003-15": "done"}),
        ("Las actividades P003-17 y 18 están en proceso.", {"P003-17": "in-progress", "P003-18": "in-progress"}),
        ("P003-17 y 18 participantes: realizada", {"P003-17": "done"}),
        ("P003-17, 18 de marzo: realizada", {"P003-17": "done"}),
        ("P003-17, 5: realizada", {"P003-17": "done"}),
        ("P003-17, 40%: en proceso", {"P003-17": "in-progress"}),
    ],
)
def test_codes_that_leave_out_what_is_the_same(body: str, expected: dict[str, Any]) -> None:
    found = [{**taken(each), **offered(each)} for each in entries_of(f"Estimados colegas:\n\n{body}\n\nSaludos")]
    assert {each["activity"]: each["status"] for each in found} == expected


@pytest.mark.parametrize(
    ("sentence", "activity"),
    [
        (
            "La reunión sobre niños, niñas y adolescentes, prevista para marzo, se pospone para abril.",
            "reunión sobre niños, niñas y adolescentes",
        ),
        (
            "El foro virtual sobre migración, salud y desarrollo se realizó el 12 de febrero.",
            "foro virtual sobre migración, salud y desarrollo",
        ),
        (
            "The virtual forum on migration, health and development was held on 12 February.",
            "virtual forum on migration, health and development",
        ),
        ("El taller consular, a cargo de México y Canadá, se realizó el 12 de febrero.", "taller consular"),
        ("El taller consular, programado para marzo y abril, se pospone para mayo.", "taller consular"),
        ("Se realizó el taller consular, con la participación de México y Canadá.", "taller consular"),
    ],
)
def test_a_comma_within_a_title(sentence: str, activity: str) -> None:
    [entry] = entries_of(f"Estimados colegas:\n\n{sentence}\n\nSaludos,\nAna Prueba")
    assert offered(entry)["activity"] == activity
