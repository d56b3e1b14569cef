"""What clauses tell of the activities they name, and what they do not tell."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reports import PLAN, PROGRESS, entries_of, offered, taken


def _told(body: str, subject: str = PLAN) -> list[dict[str, Any]]:
    return [{**taken(each), **offered(each)} for each in entries_of(body, subject)]


_DONE, _LATE, _OFF = {"status": "done"}, {"status": "delayed"}, {"status": "cancelled"}
_GOING, _NOT_BEGUN = {"status": "in-progress"}, {"status": "not-started"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # verbs in all tenses and persons, before and behind the activity
        ("Lamentamos informar que la MD-09 no se llevará a cabo.", _OFF),
        ("Regrettably, MD-09 will not go ahead because the venue fell through.", _OFF),
        ("México canceló la MD-09.", _OFF),
        ("Ya concluyó la MD-09.", _DONE),
        ("Good news: we wrapped up MD-09 on Friday, 6 March.", {**_DONE, "date": "2009-03-06/2009-03-06"}),
        ("MD-09 went ahead as planned on 3 March.", {**_DONE, "date": "2009-03-03/2009-03-03"}),
        ("Con la MD-09 estamos atrasados.", _LATE),
        ("Hay retraso en la MD-09.", _LATE),
        ("Por el cambio de autoridades la MD-09 sufre retraso.", _LATE),
        ("Con respecto a la MD-09, aún no arranca.", _NOT_BEGUN),
        ("As for MD-09, nothing has been done.", _NOT_BEGUN),
        ("De la MD-09 les cuento que ya arrancó y lleva un 20 por ciento.", {**_GOING, "progress": 20}),
        ("Work on MD-09 is under way and stands at 30 percent.", {**_GOING, "progress": 30}),
        ("La fecha de la MD-09 se movió al 5 de junio.", {"status": "postponed", "date": "2009-06-05/2009-06-05"}),
        ("MD-09 was not cancelled but postponed to May.", {"status": "postponed", "date": "2009-05-01/2009-05-31"}),
        ("MD-09 has been cancelled, not postponed.", _OFF),
        # what was decided
        ("We are not going ahead with MD-09.", _OFF),
        ("México ha decidido no realizar la MD-09.", _OFF),
        ("We had to postpone MD-09 until May.", {"status": "postponed", "date": "2009-05-01/2009-05-31"}),
        ("La MD-09 está a cargo de la OIM desde marzo.", {"responsible": "OIM"}),
        # when it will be held or finished, in the same sentence or the next
        ("El seminario MD-09 tendrá lugar del 4 al 6 de mayo.", {"date": "2009-05-04/2009-05-06"}),
        (
            "Con la MD-09 estamos atrasados; la terminaremos a mediados de abril.",
            {**_LATE, "date": "2009-04-11/2009-04-20"},
        ),
        (
            "La MD-09 está en proceso; la firma queda prevista a partir del 4 de mayo.",
            {**_GOING, "date": "2009-05-04/None"},
        ),
        ("MD-09: under way. It should be finished by 30 May.", {**_GOING, "date": "None/2009-05-30"}),
        ("La MD-09 sigue en proceso. Se enviará el informe final en mayo.", _GOING),
        # who is in charge
        (
            "IOM is now responsible for MD-09, which is delayed until May 20.",
            {**_LATE, "responsible": "IOM", "date": "2009-05-20/2009-05-20"},
        ),
        (
            "La responsable de la MD-09 es ahora Marta Ficticia Prueba; la actividad sigue en curso.",
            {**_GOING, "responsible": "Marta Ficticia Prueba"},
        ),
    ],
)
def test_a_clause_tells_of_the_activity_it_names(body: str, expected: dict[str, Any]) -> None:
    assert _told(body) == [{"activity": "MD-09", **expected}]


@pytest.mark.parametrize(
    "body",
    [
        # questions, conditions, wishes, requests, what may be
        "¿Se canceló la MD-09?",
        "Quisiéramos saber si la MD-09 fue cancelada.",
        "Si la MD-09 se pospone, avisaremos.",
        "Proponemos posponer la MD-09 para mayo.",
        "Solicitamos que la MD-09 se posponga para mayo.",
        "La MD-09 podría realizarse en mayo.",
        "We hope that MD-09 can be held in May.",
        "MD-09 is about to start.",
        "The training must be postponed, MD-09 too.",
        "Se decidirá si cancelar la MD-09.",
        "We have not decided to cancel MD-09.",
        # what is denied tells nothing else
        "No se ha cancelado la MD-09.",
        "La MD-09 no está atrasada.",
        "No hay retraso en la MD-09.",
        # somebody else's words, another subject
        "We have been told by Mexico that MD-09 was postponed.",
        "El informe de la MD-09 fue enviado el 5 de marzo.",
        "Los participantes de la MD-09 fueron confirmados.",
        "La nota MD-09 fue enviada.",
        "La primera fase de la MD-09 concluyó.",
        "The visa H-2A is done.",
        "La MD-09 requiere que se concluya el estudio.",
        "Gracias por su correo sobre la MD-09.",
        "The MD-09 report has been sent.",
        "Yesterday MD-09 documents were sent.",
        "Nota: en la MD-09 se realizó una reunión preparatoria el 3 de marzo.",
        "Con la MD-09 se cancelan los compromisos.",
        "En la MD-09 participaron 30 personas.",
        "The draft MD-09 was approved at the meeting held in Mexico.",
        "La MD-09 fue presentada a la Presidencia para su aprobación.",
        "Todo menos la MD-09 está listo.",
        "Everything except MD-09 is done.",
        # what others say, and what our own table shows
        "Según México, la MD-09 fue cancelada.",
        "According to Mexico MD-09 has been cancelled.",
        "Your table says MD-09 is delayed.",
        "El cuadro dice que la MD-09 está atrasada, lo cual no es correcto.",
        # what hangs on something that may not be
        "De no recibir fondos, la MD-09 será cancelada.",
        "Unless funds arrive, MD-09 will be cancelled.",
        "The minister said MD-09 will be cancelled if no funds arrive.",
    ],
)
def test_what_is_asked_wished_or_of_something_else_tells_nothing(body: str) -> None:
    assert _told(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Se canceló la MD-06 por falta de quórum y la MD-10 se corrió para el 15 de abril.",
            [("MD-06", "cancelled", None), ("MD-10", "postponed", "2009-04-15/2009-04-15")],
        ),
        (
            "Ya están realizadas la MD-14 (28 de enero) y la MD-05 (15 de enero); sin iniciar, la MD-16.",
            [
                ("MD-14", "done", "2009-01-28/2009-01-28"),
                ("MD-05", "done", "2009-01-15/2009-01-15"),
                ("MD-16", "not-started", None),
            ],
        ),
        ("We have completed MD-08 and started MD-09.", [("MD-08", "done", None), ("MD-09", "in-progress", None)]),
        ("MD-08 is complete and so is MD-09.", [("MD-08", "done", None), ("MD-09", "done", None)]),
        ("La MD-14 está lista y la MD-15 también.", [("MD-14", "done", None), ("MD-15", "done", None)]),
        ("Neither MD-08 nor MD-09 has started.", [("MD-08", "not-started", None), ("MD-09", "not-started", None)]),
        ("We are done with MD-05, and MD-06 is about to start.", [("MD-05", "done", None)]),
        ("MD-08 will begin once MD-09 is finished.", []),
        ("MD-08 depends on MD-09, which is delayed.", []),
        (
            "MD-08, MD-09: done; MD-10: cancelled.",
            [(f"MD-{each}", "done", None) for each in ("08", "09")] + [("MD-10", "cancelled", None)],
        ),
        # each its own
        (
            "MD-03 and MD-04 were postponed to 5 May and 9 June respectively.",
            [("MD-03", "postponed", "2009-05-05/2009-05-05"), ("MD-04", "postponed", "2009-06-09/2009-06-09")],
        ),
        (
            "La MD-03 y la MD-04 están concluida y en proceso, respectivamente.",
            [("MD-03", "done", None), ("MD-04", "in-progress", None)],
        ),
        (
            "Sobre la MD-03 y la MD-04: la primera se concluyó en febrero; la segunda sigue en proceso.",
            [("MD-03", "done", "2009-02-01/2009-02-28"), ("MD-04", "in-progress", None)],
        ),
    ],
)
def test_each_activity_has_its_own_clause(body: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(each["activity"], each.get("status"), each.get("date")) for each in _told(body)] == expected


def test_titles_told_of_together() -> None:
    both = _told("Tanto el foro virtual como el taller de capacitación fueron cancelados.", PROGRESS)
    assert [each["activity"] for each in both] == ["foro virtual", "taller de capacitación"]
    former = _told("The second draft and the visa survey: the former was shared, the latter is in progress.", PROGRESS)
    assert [(each["activity"], each["status"]) for each in former] == [
        ("second draft", "done"),
        ("visa survey", "in-progress"),
    ]


def test_shares_told_respectively() -> None:
    told = _told("P003-18 and P003-04 are both in progress, at 40% and 55% respectively.")
    assert [(each["activity"], each["progress"]) for each in told] == [("P003-18", 40), ("P003-04", 55)]


@pytest.mark.parametrize(
    ("body", "subject", "expected"),
    [
        ('Please record "Consular contact directory" as delayed.', PLAN, ["Consular contact directory"]),
        ("Foro virtual sobre salud: reprogramado para el 27 de abril.", PROGRESS, ["Foro virtual sobre salud"]),
        ("Foro virtual sobre salud: reprogramado para el 27 de abril.", PLAN, []),
        ('Please record "Consular contact directory" as delayed.', "Hola", []),
        ("Nuestra respuesta final: cumplido", PROGRESS, []),
        ("Costa Rica reitera su compromiso: seguimos en proceso.", PROGRESS, []),
    ],
)
def test_titles_where_the_letter_is_about_activities(body: str, subject: str, expected: list[str]) -> None:
    assert [each["activity"] for each in _told(body, subject)] == expected


def test_the_same_in_both_languages_is_one_report() -> None:
    told = _told("MD-19: pospuesto para mayo de 2009.\n\nDear colleagues:\n\nMD-19: postponed to May 2009.")
    assert [(each["activity"], each["status"]) for each in told] == [("MD-19", "postponed")]


def test_an_answer_to_something_else_must_speak_of_the_activity() -> None:
    subject = "RE: [PC-INS-2009-SV] Insumos"
    assert _told("Con relación a los insumos (MD-09), la actividad está en proceso.", subject) == [
        {"activity": "MD-09", "status": "in-progress"}
    ]
    assert _told("La MD-09 está en proceso.", subject) == []


@pytest.mark.parametrize(
    ("body", "subject", "expected"),
    [
        # in an answer to our request a title is as good as a code
        ("Aún no arranca el sitio en la SV.", PROGRESS, {"activity": "sitio en la SV", "status": "not-started"}),
        ("Quedó sin efecto el taller de capacitación.", PROGRESS, {"activity": "taller de capacitación", **_OFF}),
        (
            "Saludos, se corrió para el 22 de abril el foro virtual.",
            PROGRESS,
            {"activity": "foro virtual", "status": "postponed", "date": "2009-04-22/2009-04-22"},
        ),
        (
            "Hello, work on the compilation of best practices has not begun for lack of staff.",
            PROGRESS,
            {"activity": "compilation of best practices", "status": "not-started"},
        ),
        # where a longer time is asked for, what is said beside it stands; the day moves by decision only
        (
            "We kindly request an extension until 31 March for the disaster questionnaire, which is still in progress.",
            PROGRESS,
            {"activity": "disaster questionnaire", "status": "in-progress"},
        ),
        # in another letter where its subject says the same words, or is nothing but the activity
        (
            "The regional guidelines for unaccompanied children are 50% complete.",
            "Guidelines",
            {"activity": "regional guidelines for unaccompanied children", "status": "in-progress", "progress": 50},
        ),
        (
            "Estimados colegas: Se pospuso para el 19 de marzo por razones presupuestarias.",
            "RE: Taller de capacitación",
            {"activity": "Taller de capacitación", "status": "postponed", "date": "2009-03-19/2009-03-19"},
        ),
        (
            "Buenos días, ya se realizó, el 12 de febrero.",
            "P003-08",
            {"activity": "P003-08", "status": "done", "date": "2009-02-12/2009-02-12"},
        ),
        (
            "La P003-09 está en proceso, 25 %. La responsable es la Licda. Nora Prueba.",
            "Avance",
            {"activity": "P003-09", "status": "in-progress", "progress": 25, "responsible": "Licda. Nora Prueba"},
        ),
        (
            "La P003-09 está en proceso, 25 %. La unidad responsable es la Dirección de Asuntos Consulares.",
            "Avance",
            {"activity": "P003-09", "progress": 25, "responsible": "Dirección de Asuntos Consulares"},
        ),
        (
            "P003-09 is under way. The responsible office is the Directorate of Consular Affairs.",
            "Avance",
            {"activity": "P003-09", "responsible": "Directorate of Consular Affairs"},
        ),
        (
            "Estimados, solo para informar que la P003-05a ya se cumplió.",
            "Avance",
            {"activity": "P003-05a", "status": "done"},
        ),
        ("La P003-19 no se celebró en febrero, sino el 5 de marzo.", PLAN, {"activity": "P003-19", **_DONE}),
    ],
)
def test_titles_and_subjects_name_activities(body: str, subject: str, expected: dict[str, Any]) -> None:
    (told,) = _told(body, subject)
    assert {name: told.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("body", "subject"),
    [
        ("Aún no arranca el sitio en la SV.", "RE: consulta"),
        ("The regional guidelines are 50% complete.", "Lunch on Friday"),
        ("Se pospuso para el 19 de marzo.", "Solicitud de prórroga"),
        ("Ya se realizó, el 12 de febrero.", "RE: saludos"),
        ("¿Se pospuso?", "P003-08"),
        ("Más adelante se enviará la lista de cónsules, en mayo.", PROGRESS),
        ("Una vez que el cuestionario de desastres sea aprobado, avisaremos.", PROGRESS),
        ("La reunión de ayer se realizó sin problemas.", PROGRESS),
        ("The disaster questionnaire arrived late.", PROGRESS),
        ("La lista de participantes fue enviada el 3 de marzo.", PROGRESS),
        ("El foro virtual no tendrá lugar en marzo.", PROGRESS),
    ],
)
def test_titles_elsewhere_and_what_hangs_on_something_tell_nothing(body: str, subject: str) -> None:
    assert _told(body, subject) == []


def test_two_activities_that_somebody_only_wants_to_tell() -> None:
    first, second = _told(
        "Estimados, solo para informar que la P003-05a ya se cumplió y que la P003-04 va en un 80%. Saludos", "Avance"
    )
    assert (first["activity"], first["status"]) == ("P003-05a", "done")
    assert (second["activity"], second["progress"]) == ("P003-04", 80)
