"""Plain words in answer to a letter that asks about one activity: "Ya se realizó" is about that one."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from typing import Any

import pytest

from mailbot.core.message import parse
from mailbot.core.values import Known, Message
from tests.answers import COUNTRIES, entries_of, reply_of
from tests.reports import offered, taken

SUBJECT = "Avance del Programa de Trabajo / Progress of the Work Programme [MD-EST-SV-XF77H]"
ONE = "Actividad: MD-03: Elaborar un estudio sobre remesas y desarrollo local"
TWO = f"{ONE}\n\nActividad: MD-05: Taller regional sobre trabajadores temporales"


def letter(activities: str) -> Message:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["X-Mailbot-Letter"] = "grupo.md@crm.example", SUBJECT, "request"
    mail.set_content(f"Agradeceremos informar el estado.\n\n{activities}\n\nEstado:\nAvance:\nFecha:\nComentarios:\n")
    return parse(mail.as_bytes())


def entries(body: str, activities: str = ONE) -> list[dict[str, Any]]:
    today = dt.date(2026, 12, 3)
    known = Known(today=today, region="SV", countries=COUNTRIES)
    return entries_of(reply_of(body, SUBJECT, day=today), known, letter(activities))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Realizada", {"status": "done"}),
        ("Ya está concluida.", {"status": "done"}),
        ("In progress", {"status": "in-progress"}),
        ("Concluida al 100%.", {"status": "done", "progress": 100}),
        (
            "Estimados, la actividad se realizó el 12 de noviembre. Saludos",
            {"activity": "MD-03", "status": "done", "date": "2026-11-12/2026-11-12"},
        ),
        ("Dear all,\n\nDone on November 18.\n\nBest,\nAna", {"status": "done", "date": "2026-11-18/2026-11-18"}),
        (
            "It was held on November 18 and 19.",
            {"status": "done", "date": "2026-11-18/2026-11-19"},
        ),
        ("Pospuesta para agosto de 2027.", {"status": "postponed", "date": "2027-08-01/2027-08-31"}),
        (
            "The activity has been postponed to April 2027.",
            {"activity": "MD-03", "status": "postponed", "date": "2027-04-01/2027-04-30"},
        ),
        ("Sigue en proceso, vamos por el 65%.", {"status": "in-progress", "progress": 65}),
        ("Estamos en proceso de contratar al consultor, llevamos un 30%.", {"status": "in-progress", "progress": 30}),
        (
            "Still in progress, about 60% complete. We expect to finish by the end of February.",
            {"status": "in-progress", "progress": 60, "date": "None/2027-02-28"},
        ),
        ("No se ha iniciado por falta de recursos.", {"status": "not-started"}),
        ("Suspendida hasta nuevo aviso", {"status": None}),
        ("Se realizó en marzo. Se canceló por falta de fondos.", {"status": "done", "date": "2026-03-01/2026-03-31"}),
    ],
)
def test_what_names_no_activity_is_about_the_one_asked(body: str, expected: dict[str, Any]) -> None:
    (entry,) = entries(body)
    assert taken(entry) == {}
    assert offered(entry) == {"activity": "MD-03", **expected}


@pytest.mark.parametrize(
    ("words", "activity"),
    [
        ("La actividad de referencia se realizó el 12 de noviembre.", "MD-03"),
        ("La actividad en mención ya fue realizada.", "MD-03"),
        ("The activity in question was held on November 12.", "MD-03"),
        ("Se realizó el 12 de noviembre.", "MD-03"),
    ],
)
def test_words_that_point_to_the_letter_name_its_activity(words: str, activity: str | None) -> None:
    (entry,) = entries(words)
    assert offered(entry).get("activity") == activity
    assert offered(entry)["status"] == "done"


@pytest.mark.parametrize(
    "rest",
    [
        "Queda pendiente únicamente la publicación de la memoria.",
        "Solo queda pendiente el informe final.",
        "Solo falta publicar la memoria.",
        "Only the publication of the minutes is pending.",
    ],
)
def test_a_rest_is_no_other_state(rest: str) -> None:
    (entry,) = entries(f"La actividad se realizó el 12 de noviembre. {rest}")
    assert entry["fields"]["status"]["value"] == "done"


def test_two_states_are_no_reading_to_offer_among_the_fields() -> None:
    (entry,) = entries("Se realizó en marzo. Se canceló por falta de fondos.")
    assert "status" not in entry["fields"]


@pytest.mark.parametrize(
    "body",
    [
        "Estamos recopilando la información y les enviaremos la respuesta la próxima semana.",
        "Su solicitud está en proceso de consulta con el Ministerio de Economía.",
        "Está en proceso de firma.",
        "Recibido, gracias. Lo consulto y les confirmo.",
        "Could you clarify whether the activity was cancelled?",
        "La reunión de ayer se realizó sin problemas.",
        "Cuando se realizó la reunión anterior, el informe fue enviado.",
        "We will answer next week.",
    ],
)
def test_what_is_of_the_answer_or_of_something_else_stays_words(body: str) -> None:
    assert entries(body) == []


@pytest.mark.parametrize("body", ["Realizada", "Ya se llevó a cabo el 12 de noviembre.", "Vamos por el 65%."])
def test_of_two_activities_nobody_knows_which_is_meant(body: str) -> None:
    assert entries(body, TWO) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "Buenas tardes. La actividad MD-03 está retrasada, avance 35%, la nueva fecha\n"
                "es el 15 de marzo de 2027. Responsable: Unidad de Estudios."
            ),
            {
                "activity": "MD-03",
                "status": "delayed",
                "progress": 35,
                "date": "2027-03-15/2027-03-15",
                "responsible": "Unidad de Estudios",
            },
        ),
        (
            "Estimados\nActividad MD-03: cancelada.\nMotivo: no hubo presupuesto.",
            {"activity": "MD-03", "status": "cancelled", "note": "no hubo presupuesto."},
        ),
        (
            "Actividad MD-04: cancelada.\nMotivo: no hubo presupuesto.",
            {"activity": "MD-04", "status": "cancelled", "note": "no hubo presupuesto."},
        ),
        # of the other activity only a remark speaks
        (
            "Avance: 40%\nEstado: en proceso\nDepende de MD-04, que fue cancelada.",
            {"status": "in-progress", "progress": 40},
        ),
    ],
)
def test_sentences_with_the_code_beside_labels(body: str, expected: dict[str, Any]) -> None:
    entry = entries(body)[0]
    assert taken(entry) | offered(entry) == expected


CODE_ALONE = "Actividad: MD-03\nActivity: MD-03"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ya se realizó.", {"activity": "MD-03", "status": "done"}),
        ("La actividad está al 40 %.", {"activity": "MD-03", "progress": 40}),
        (
            "La actividad aún no se ha realizado, quedó reprogramada para la primera quincena de marzo.",
            {"activity": "MD-03", "status": "postponed", "date": "2027-03-01/2027-03-15"},
        ),
        (
            (
                "I am happy to report that the workshop was held in Ottawa on November 9 and 10, 2026.\n"
                "The International and Intergovernmental Relations Branch was responsible."
            ),
            {
                "activity": "MD-03",
                "status": "done",
                "date": "2026-11-09/2026-11-10",
                "responsible": "International and Intergovernmental Relations Branch",
            },
        ),
        (
            (
                "El taller se tuvo que posponer; ahora está previsto para la segunda semana de abril de 2027. "
                "La organización lleva un avance del 40 por ciento.\n\nLa responsable es la Licda. Odilia Ensayo."
            ),
            {
                "activity": "MD-03",
                "status": "postponed",
                "progress": 40,
                "date": "2027-04-08/2027-04-14",
                "responsible": "Licda. Odilia Ensayo",
            },
        ),
    ],
)
def test_about_the_one_that_our_letter_names_by_its_code_alone(body: str, expected: dict[str, Any]) -> None:
    assert [{**taken(each), **offered(each)} for each in entries(body, CODE_ALONE)] == [expected]


def test_another_title_is_another_activity() -> None:
    found = entries("El Taller de capacitación consular se realizó ayer.", CODE_ALONE)
    assert offered(found[0])["activity"] == "Taller de capacitación consular"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("El responsable fue el Lic. Tulio Prueba.", "Lic. Tulio Prueba"),
        ("La Unidad de Asuntos Migratorios fue la encargada.", "Unidad de Asuntos Migratorios"),
        ("Responsable: Licda. Odilia Ensayo.", "Licda. Odilia Ensayo"),
        ("De esto se encarga la Licda. Odilia Ensayo.", "Licda. Odilia Ensayo"),
        ("Está a cargo del Ing. Tulio Paz.", "Ing. Tulio Paz"),
        ("The Consular Affairs Unit was in charge.", "Consular Affairs Unit"),
    ],
)
def test_who_was_in_charge_of_it(told: str, who: str) -> None:
    (found,) = entries(f"La actividad se realizó el 12 de noviembre. {told}")
    assert offered(found)["responsible"] == who
