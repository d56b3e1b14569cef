"""Steps within an activity, deeds told by their verb, numbers for activities, and reports that nobody asked for."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import contact_entries
from tests.reports import PLAN, entries_of, offered, taken


def told(body: str, subject: str = "RE: [PC-EST-2009-GT] Avance del Programa de Trabajo") -> list[dict[str, Any]]:
    return [{**taken(each), **offered(each)} for each in entries_of(body, subject)]


STUDY = {"activity": "estudio sobre asistencia consular mutua", "status": "in-progress"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("El estudio sobre asistencia consular mutua está a medias: se concluyó el diagnóstico.", STUDY),
        (
            (
                "El estudio sobre asistencia consular mutua está a medias: se concluyó el diagnóstico, pero falta la "
                "parte jurídica. Llevamos un 50 por ciento."
            ),
            {**STUDY, "progress": 50},
        ),
        (
            (
                "El estudio sobre asistencia consular mutua está en proceso: se concluyó el diagnóstico y se prevé "
                "terminar en junio de 2009."
            ),
            {**STUDY, "date": "2009-06-01/2009-06-30"},
        ),
        (
            "P003-03: en proceso: ya se envió el borrador; se espera concluir en mayo.",
            {"activity": "P003-03", "status": "in-progress", "date": "2009-05-01/2009-05-31"},
        ),
        ("P003-03: in progress, as the first draft was completed.", {"activity": "P003-03", "status": "in-progress"}),
    ],
)
def test_what_is_done_within_it_is_not_the_whole(body: str, expected: dict[str, Any]) -> None:
    assert told(body) == [expected]


SPANISH = "llevó a cabo|hizo|impartió|dictó|desarrolló|ofreció|auspició|organizó|celebró|realizó|concluyó|culminó"
PAPERS = (
    "remitió|hizo llegar|entregó|difundió|distribuyó|firmó|suscribió|aprobó|ratificó|respondió|llenó|devolvió|tradujo"
    "|redactó|preparó|subió|hizo entrega de"
)
ENGLISH = (
    "held|hosted|ran|conducted|organised|carried out|completed|concluded|signed|adopted|approved|distributed|issued"
)
DEED = {"activity": "P003-08", "status": "done", "date": "2009-02-24/2009-02-24"}


@pytest.mark.parametrize("verb", SPANISH.split("|"))
def test_deeds_of_a_state_in_spanish(verb: str) -> None:
    assert told(f"Honduras {verb} el taller de capacitación (P003-08) el 24 de febrero.", PLAN) == [DEED]


@pytest.mark.parametrize("verb", PAPERS.split("|"))
def test_deeds_of_papers(verb: str) -> None:
    assert told(f"Honduras {verb} el documento (P003-08) el 24 de febrero.", PLAN) == [DEED]


@pytest.mark.parametrize("verb", ENGLISH.split("|"))
def test_deeds_of_a_state_in_english(verb: str) -> None:
    assert told(f"Belize {verb} the workshop (P003-08) on 24 February.", PLAN) == [DEED]


@pytest.mark.parametrize(
    ("body", "date"),
    [
        ("P003-12 queda pospuesta del segundo al tercer trimestre de 2009", "2009-07-01/2009-09-30"),
        ("P003-12: postponed from the second to the third quarter of 2009", "2009-07-01/2009-09-30"),
        ("P003-12: pospuesta de la primera a la segunda quincena de mayo", "2009-05-16/2009-05-31"),
        ("P003-12: diferida del primer al segundo semestre", "2009-07-01/2009-12-31"),
        ("P003-13 Suscripción - Pospuesta - a partir del 1 de agosto de 2009", "2009-08-01/None"),
    ],
)
def test_put_off_from_one_part_of_the_year_to_another(body: str, date: str) -> None:
    (found,) = told(body)
    assert (found["status"], found.get("date")) in {("postponed", date), ("postponed", "2009-08-01/2009-08-01")}


@pytest.mark.parametrize(
    ("body", "states"),
    [
        (
            (
                "Activity No. 8 - our two officers attended, so DONE as far as Belize is concerned\n"
                "Activity No. 14 - questionnaire half filled, In Progress, about 50 percent\n"
                "Activity No. 19 - Not started, no internet connection"
            ),
            ["done", "in-progress", "not-started"],
        ),
        ("Activity #8 - done\nActivity #9 - our officers attended the workshop", ["done", "done"]),
        ("No. 8 - done\nNo. 9 - in progress", ["done", "in-progress"]),
        ("Actividad No. 8: realizada\nActividad No. 9: en proceso", ["done", "in-progress"]),
    ],
)
def test_a_number_is_asked_and_what_is_said_of_it_is_no_title(body: str, states: list[str]) -> None:
    found = entries_of(body)
    assert [{**taken(each), **offered(each)}["status"] for each in found] == states
    assert all("activity" not in taken(each) and "activity" in offered(each) for each in found)


@pytest.mark.parametrize(
    ("body", "activity", "status"),
    [
        (
            "Please be informed that the virtual forum on migration and health has been postponed to May 2009.",
            "virtual forum on migration and health",
            "postponed",
        ),
        (
            "Tenemos a bien informarles que la quinta reunión técnica del Proyecto Consular no se llevará a cabo.",
            "quinta reunión técnica del Proyecto Consular",
            "cancelled",
        ),
        (
            (
                "Les informamos que el taller de capacitación en protección consular que estaba previsto para febrero "
                "se reprogramó para mayo de 2009."
            ),
            "taller de capacitación en protección consular",
            "postponed",
        ),
    ],
)
def test_a_sentence_that_informs_of_an_activity_by_its_title(body: str, activity: str, status: str) -> None:
    found = entries_of(body, "Aviso")
    assert [taken(each) for each in found] == [{}]
    assert (offered(found[0])["activity"], offered(found[0])["status"]) == (activity, status)


@pytest.mark.parametrize(
    "body",
    [
        "Les informo que la reunión de ayer se realizó sin problemas.",
        "Les informo que el envío de la nota quedó cancelado.",
        "Les informamos que el seminario sobre migración y salud se llevará a cabo en mayo. ¿Asistirán?",
    ],
)
def test_what_is_no_activity_of_the_programme_is_no_report(body: str) -> None:
    assert entries_of(body, "Aviso") == []


def test_titles_over_labels_whatever_the_subject() -> None:
    body = "Foro virtual sobre migración\nEstado: En proceso\nAvance: 95%\n\n"
    body += "Recopilación de prácticas\nEstado: Sin iniciar\n"
    assert told(body, "Re Lineamientos NNA") == [
        {"activity": "Foro virtual sobre migración", "status": "in-progress", "progress": 95},
        {"activity": "Recopilación de prácticas", "status": "not-started"},
    ]


def test_labels_with_a_full_stop_and_a_dash() -> None:
    body = (
        "ACTIVIDAD.- P003-08\nESTADO.- RETRASADA\nAVANCE.- 75 POR CIENTO\nRESULTADO.-\n"
        "RESPONSABLE.- LIC. EDGAR PRUEBA SOLIS\nCOMENTARIOS.- SIN DISPONIBILIDAD PRESUPUESTARIA\n"
    )
    assert told(body) == [
        {
            "activity": "P003-08",
            "status": "delayed",
            "progress": 75,
            "responsible": "LIC. EDGAR PRUEBA SOLIS",
            "note": "SIN DISPONIBILIDAD PRESUPUESTARIA",
        }
    ]
    (found,) = contact_entries("NOMBRE.- LIC. ANA PRUEBA\nCARGO.- DIRECTORA\nTELEFONO.- 2410-0011\nFAX.-\n", "GT")
    assert found["fields"]["phone"]["value"] == ["+50224100011"]
