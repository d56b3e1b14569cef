"""Several activities in one sentence, new days behind a state, days that are moved up, who is in charge in brackets."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reports import entries_of, offered, shown, taken

GUATEMALA = (
    "Con relación a su mensaje del 2 de marzo, me permito informar por parte de Guatemala: lo del cuestionario ya "
    "quedó, se mandó a la ST el 30 de enero; la lista de cónsules está en proceso, calculamos un 70%; y lo del foro "
    "virtual sigue pendiente."
)
CANADA = (
    "On behalf of Canada: the questionnaire was submitted on January 30, the list of consuls is about 90% complete, "
    "and the presentation on best practices has been postponed to the second half of May."
)
MEXICO = (
    "Según lo acordado en la reunión, el cuestionario se envió el 30 de enero, los insumos fueron remitidos el 15 de "
    "enero y la lista de cónsules sigue pendiente."
)


def asked(body: str) -> list[dict[str, Any]]:
    found = entries_of(f"Estimados colegas:\n\n{body}\n\nSaludos,\nAna Prueba")
    assert [taken(each) for each in found] == [{}] * len(found)
    return [shown(each) for each in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            GUATEMALA,
            [
                {"activity": "cuestionario", "status": "done", "date": "2009-01-30/2009-01-30"},
                {"activity": "lista de cónsules", "status": "in-progress", "progress": 70},
                {"activity": "foro virtual", "status": "not-started"},
            ],
        ),
        (
            CANADA,
            [
                {"activity": "questionnaire", "status": "done", "date": "2009-01-30/2009-01-30"},
                {"activity": "list of consuls", "status": "in-progress", "progress": 90},
                {
                    "activity": "presentation on best practices",
                    "status": "postponed",
                    "date": "2009-05-16/2009-05-31",
                },
            ],
        ),
        (
            MEXICO,
            [
                {"activity": "cuestionario", "status": "done", "date": "2009-01-30/2009-01-30"},
                {"activity": "insumos", "status": "done", "date": "2009-01-15/2009-01-15"},
                {"activity": "lista de cónsules", "status": "not-started"},
            ],
        ),
        # what goes with an activity is none, and its state not the activity's
        (
            "The workshop was held on 12 February, the minutes are being prepared, and the list is in progress.",
            [
                {"activity": "workshop", "status": "done", "date": "2009-02-12/2009-02-12"},
                {"activity": "list", "status": "in-progress"},
            ],
        ),
        # words between commas are no activity of their own
        (
            "El taller, la actividad principal del año, se realizó el 12 de febrero.",
            [{"activity": "taller", "status": "done", "date": "2009-02-12/2009-02-12"}],
        ),
        (
            "En relación con el cuestionario de desastres, la fecha se pospone para abril.",
            [{"activity": "cuestionario de desastres", "status": "postponed", "date": "2009-04-01/2009-04-30"}],
        ),
        ("Cuando el taller se haya realizado, la lista se enviará.", []),
        ("Una vez que el cuestionario sea aprobado, la lista será enviada en mayo.", []),
        ("Lo del hotel ya quedó, lo de los boletos sigue pendiente.", []),
        (
            "The study is delayed, the terms of reference were submitted on 3 February.",
            [{"activity": "study", "status": "delayed"}],
        ),
        (
            "El taller contó con 34 funcionarios, la mayoría fue de consulados, y se realizó el 12 de febrero.",
            [{"activity": "taller", "status": "done", "date": "2009-02-12/2009-02-12"}],
        ),
        (
            "Debido a que la OIM no envió los términos, el foro se pospone para mayo.",
            [{"activity": "foro", "status": "postponed", "date": "2009-05-01/2009-05-31"}],
        ),
    ],
)
def test_one_state_for_each_activity_of_a_sentence(body: str, expected: list[dict[str, Any]]) -> None:
    assert asked(body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "La quinta reunión técnica se adelanta para el 7 y 8 de mayo, por coincidir con el cambio de gobierno.",
            [{"activity": "quinta reunión técnica", "date": "2009-05-07/2009-05-08"}],
        ),
        (
            "The fifth technical meeting has been moved up to 7 and 8 May 2009.",
            [{"activity": "fifth technical meeting", "date": "2009-05-07/2009-05-08"}],
        ),
        (
            "El taller fue adelantado del 14 de abril al 2 de abril.",
            [{"activity": "taller", "date": "2009-04-02/2009-04-02"}],
        ),
        (
            "The workshop has been moved to 12 May.",
            [{"activity": "workshop", "status": "postponed", "date": "2009-05-12/2009-05-12"}],
        ),
        ("El taller se adelantó una semana.", []),
        ("Más adelante se enviará la lista de cónsules, en mayo.", []),
        ("Se adelanta copia de la lista de cónsules; el original se enviará en mayo.", []),
    ],
)
def test_what_is_held_sooner_has_a_day_and_no_state(body: str, expected: list[dict[str, Any]]) -> None:
    assert asked(body) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "4. List of consuls: delayed because of changes in the Ministry. New date: 30 April 2009.",
            {"activity": "List of consuls", "status": "delayed", "date": "2009-04-30/2009-04-30"},
        ),
        (
            "- Study: delayed, pending comments. New date: no later than May 29, 2009. Responsible: Mr. Dennis Sample.",
            {
                "activity": "Study",
                "status": "delayed",
                "date": "None/2009-05-29",
                "responsible": "Mr. Dennis Sample",
            },
        ),
        (
            "P003-04 Requisitos de visa. Retrasada por cambios en el sistema; nueva fecha: 15 de junio de 2009.",
            {"activity": "P003-04", "status": "delayed", "date": "2009-06-15/2009-06-15"},
        ),
        (
            "P003-04: retrasada por cambios en el sistema. El nuevo plazo es el 15 de junio de 2009.",
            {"activity": "P003-04", "status": "delayed", "date": "2009-06-15/2009-06-15"},
        ),
        (
            "3) Lista de cónsules: en proceso (responsable: Licda. Xinia Ensayo)",
            {"activity": "Lista de cónsules", "status": "in-progress", "responsible": "Licda. Xinia Ensayo"},
        ),
        (
            "- Foro virtual: pospuesto (nueva fecha: junio de 2009)",
            {"activity": "Foro virtual", "status": "postponed", "date": "2009-06-01/2009-06-30"},
        ),
    ],
)
def test_a_new_day_and_who_is_in_charge_behind_the_state(line: str, expected: dict[str, Any]) -> None:
    assert [shown(each) for each in entries_of(f"Good morning,\n\n{line}\n\nThank you")] == [expected]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("P003-14 - Done. Questionnaire returned to the TS on 01/28/2009.", True),
        ("P003-14: concluida. Cuestionario remitido a la ST el 28/01/2009", True),
        ("P003-14: cumplida. Informe final enviado el 28/01/2009", False),
        ("P003-14: cumplida. Lista de participantes enviada el 28/01/2009", False),
        ("P003-14: Done. Draft sent on 01/28/2009.", False),
        ("P003-14: en proceso. Cuestionario remitido a la ST el 28/01/2009.", False),
    ],
)
def test_a_participle_behind_what_is_done_tells_its_day(line: str, day: bool) -> None:
    (found,) = entries_of(line)
    assert ("date" in shown(found)) is day
    assert offered(found)["date"] == "2009-01-28/2009-01-28"


def test_what_was_updated_on_a_day_is_done() -> None:
    assert asked("The visa requirements were updated in the Virtual Secretariat on 02/25/2009.") == [
        {"activity": "visa requirements", "status": "done", "date": "2009-02-25/2009-02-25"}
    ]
    assert asked("The visa requirements were updated last week.") == []
    found = asked("La lista de cónsules está en proceso; fue actualizada en enero.")
    assert found == [{"activity": "lista de cónsules", "status": "in-progress"}]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "En relación con el foro virtual, informo que su fecha se ha retrasado. La nueva fecha es el 30 de abril.",
            {"activity": "foro virtual", "status": "delayed", "date": "2009-04-30/2009-04-30"},
        ),
        (
            "The workshop was postponed.\n\nNew date: 12 May 2009\nResponsible: Consular Directorate",
            {
                "activity": "workshop",
                "status": "postponed",
                "date": "2009-05-12/2009-05-12",
                "responsible": "Consular Directorate",
            },
        ),
        # of another, or of two
        (
            "Estado: realizada\nFecha: 12 de febrero\n\nLa lista de cónsules está en proceso.",
            {"status": "done", "date": "2009-02-12/2009-02-12"},
        ),
        (
            "La lista de cónsules está retrasada y el foro virtual se pospuso. La nueva fecha es el 30 de abril.",
            {"date": "2009-04-30/2009-04-30"},
        ),
    ],
)
def test_a_sentence_names_what_the_day_below_it_is_about(body: str, expected: dict[str, Any]) -> None:
    (found,) = entries_of(f"Estimados colegas:\n\n{body}\n\nSaludos")
    assert shown(found) == expected
