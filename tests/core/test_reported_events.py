"""Two deeds in one sentence, who came to an event, what cannot be, dates that hold a word of doubt."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reports import entries_of, offered, taken


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # who came to it tells that it was held; another deed stands behind it
        (
            (
                "Belize took part in the training workshop, which was held in Tegucigalpa from 11 to 13 February 2009, "
                "and we submitted our inputs to the draft guidelines on 15 January."
            ),
            [
                {"activity": "training workshop", "status": "done", "date": "2009-02-11/2009-02-13"},
                {"activity": "inputs to the draft guidelines", "status": "done", "date": "2009-01-15/2009-01-15"},
            ],
        ),
        (
            "Asistimos al taller de capacitación los días 12 y 13 de febrero.",
            [{"activity": "taller de capacitación", "status": "done", "date": "2009-02-12/2009-02-13"}],
        ),
        (
            "México elaboró el estudio de visas y presentó los comentarios al Memorándum el 29 de enero.",
            [
                {"activity": "estudio de visas", "status": "done"},
                {"activity": "comentarios al Memorándum", "status": "done", "date": "2009-01-29/2009-01-29"},
            ],
        ),
        # a name ends where its predicate begins, whatever verb opens it
        (
            "La quinta reunión técnica no podrá celebrarse en las fechas previstas, por lo que se pospone para junio.",
            [{"activity": "quinta reunión técnica", "status": "postponed", "date": "2009-06-01/2009-06-30"}],
        ),
        (
            "The fifth technical meeting cannot take place as planned and will be held in June 2009.",
            [{"activity": "fifth technical meeting", "date": "2009-06-01/2009-06-30"}],
        ),
        # half of a month is a date, half of a list is half a deed
        (
            "The virtual forum has been postponed to the second half of May.",
            [{"activity": "virtual forum", "status": "postponed", "date": "2009-05-16/2009-05-31"}],
        ),
        (
            "El foro virtual se pospone para la segunda mitad de mayo.",
            [{"activity": "foro virtual", "status": "postponed", "date": "2009-05-16/2009-05-31"}],
        ),
        # words of the name tell nothing of its state
        (
            "El estudio sobre menores no acompañados se concluyó el 3 de marzo.",
            [
                {
                    "activity": "estudio sobre menores no acompañados",
                    "status": "done",
                    "date": "2009-03-03/2009-03-03",
                }
            ],
        ),
        # "por" may belong to "por nuestra parte"
        (
            "P003-08: enviamos dos funcionarios al taller; por nuestra parte, actividad concluida el 13 de febrero.",
            [{"activity": "P003-08", "status": "done", "date": "2009-02-13/2009-02-13"}],
        ),
        # two codes in one breath, each in a clause of its own, with "que" before it
        (
            (
                "Informo que México presentó el pasado 29 de enero sus comentarios (P003-10), y que la reunión "
                "de discusión (P003-05c) tendrá lugar en la Ciudad de México los días 26 y 27 de marzo."
            ),
            [
                {"activity": "P003-10", "status": "done", "date": "2009-01-29/2009-01-29"},
                {"activity": "P003-05c", "date": "2009-03-26/2009-03-27"},
            ],
        ),
        (
            "Belize has completed activities P003-14 and P003-05a. The remaining activities are delayed.",
            [{"activity": "P003-14", "status": "done"}, {"activity": "P003-05a", "status": "done"}],
        ),
        (
            "Las actividades P003-04 y P003-15 están en proceso y la P003-14 fue concluida el 29 de enero.",
            [
                {"activity": "P003-04", "status": "in-progress", "date": None},
                {"activity": "P003-15", "status": "in-progress", "date": None},
                {"activity": "P003-14", "status": "done", "date": "2009-01-29/2009-01-29"},
            ],
        ),
        ("P003-16 - Delayed. New target: June 30", [{"status": "delayed", "date": "2009-06-30/2009-06-30"}]),
        (
            "Nuestra delegación asistió al taller de capacitación y quedó muy satisfecha.",
            [{"activity": "taller de capacitación", "status": "done"}],
        ),
        # "the matter" is no activity; who tells it stands before a colon
        (
            "Sobre el particular, la reunión técnica, que estaba prevista para marzo, se pospone para el 23 de abril.",
            [{"activity": "reunión técnica", "status": "postponed", "date": "2009-04-23/2009-04-23"}],
        ),
        (
            "En cuanto a este tema, el taller se realizó el 12 de febrero.",
            [{"activity": "taller", "status": "done", "date": "2009-02-12/2009-02-12"}],
        ),
        (
            "On our side: the disaster questionnaire was submitted on 30 January; the forum is under review.",
            [
                {"activity": "disaster questionnaire", "status": "done", "date": "2009-01-30/2009-01-30"},
                {"activity": "forum", "status": "in-progress"},
            ],
        ),
        (
            "Buenas. P003-07 listo. P003-14 listo desde enero. P003-03 en proceso.",
            [
                {"activity": "P003-07", "status": "done"},
                {"activity": "P003-14", "status": "done"},
                {"activity": "P003-03", "status": "in-progress"},
            ],
        ),
        (
            "Actividad: Cuestionario de desastres (P003-14)\nEstado: Concluida",
            [{"activity": "P003-14", "status": "done"}],
        ),
        # a share beside what goes on takes nothing back
        (
            "La P003-16 se encuentra en proceso con un 30% de avance.",
            [{"activity": "P003-16", "status": "in-progress", "progress": 30}],
        ),
        # the last Friday is a day, what was last updated is not of this deed
        (
            "The list of accredited consuls was sent to the TS last Friday.",
            [{"activity": "list of accredited consuls", "status": "done", "date": "2009-03-06/2009-03-06"}],
        ),
        (
            "P003-14 -- not yet started; target date April 15, 2009",
            [{"activity": "P003-14", "status": "not-started", "date": "2009-04-15/2009-04-15"}],
        ),
        # what we updated is a deed with its day, what was last updated is not
        (
            "P003-04 (visas): we updated the information on February 20, 2009.",
            [{"activity": "P003-04", "status": "done", "date": "2009-02-20/2009-02-20"}],
        ),
    ],
)
def test_deeds_and_events(body: str, expected: list[dict[str, Any]]) -> None:
    found = entries_of(f"Estimados colegas:\n\n{body}\n\nSaludos")
    shown = [{**taken(each), **offered(each)} for each in found]
    assert [{name: each.get(name) for name in want} for each, want in zip(shown, expected, strict=True)] == expected


@pytest.mark.parametrize(
    "body",
    [
        "Participamos en la redacción del borrador de México.",
        "Participamos en la reunión de coordinación con la OIM el 3 de marzo.",
        "La mitad de la lista está concluida.",
        "Half of the list is completed.",
        "P003-08: por realizar en abril.",
        "P003-08: 30% completado.",
        "La lista se actualizó por última vez el 3 de marzo y está en proceso.",
    ],
)
def test_what_is_not_done_or_not_told(body: str) -> None:
    found = entries_of(f"Estimados colegas:\n\n{body}\n\nSaludos")
    assert [each for each in found if "done" in (*offered(each).values(), *taken(each).values())] == []


@pytest.mark.parametrize(
    ("body", "states"),
    [
        (
            "P003-14: cuestionario de desastres completado\nP003-15: en proceso",
            {"P003-14": "done", "P003-15": "in-progress"},
        ),
        (
            "Asistiremos a la reunión.\n\nP003-04: en proceso\nP003-15: realizada",
            {"P003-04": "in-progress", "P003-15": "done"},
        ),
        ("Asistiremos a la reunión.\n\nNombre: Ana Prueba\nCargo: Directora", {}),
    ],
)
def test_a_report_may_speak_of_questionnaires_and_of_coming(body: str, states: dict[str, str]) -> None:
    found = entries_of(f"Estimados colegas:\n\n{body}\n\nSaludos", "RE: Avance")
    shown = [{**taken(each), **offered(each)} for each in found]
    assert {each["activity"]: each["status"] for each in shown} == states
