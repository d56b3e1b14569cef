"""States told in lists, under titles and in sentences: what is taken, what is asked, what stays words."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from typing import Any

import pytest

from mailbot.core import reading
from mailbot.core.message import parse
from mailbot.core.values import Known
from tests.answers import COUNTRIES, FORMS, by_certainty

PROGRESS = "RE: [PC-EST-2009-GT] Avance del Programa de Trabajo"
PLAN = "RE: Plan de trabajo"


def entries_of(body: str, subject: str = PROGRESS) -> list[dict[str, Any]]:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "ana.prueba@minex-gt.gob.example", subject
    mail["Date"] = "Tue, 10 Mar 2009 10:22:00 -0600"
    mail.set_content(body)
    known = Known(today=dt.date(2009, 3, 10), region="GT", countries=COUNTRIES)
    document: Any = reading.as_json(reading.read(parse(mail.as_bytes()), tuple(FORMS.values()), known))
    return list(document["entries"])


def taken(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: _short(each) for name, each in by_certainty(entry)[0].items()}


def offered(entry: dict[str, Any]) -> dict[str, Any]:
    shown = {name: _short(each) for name, each in by_certainty(entry)[1].items()}
    return shown | {each["field"]: _short(each.get("proposal")) for each in entry["doubts"]}


def _short(value: Any) -> Any:
    return f"{value['start']}/{value['end']}" if isinstance(value, dict) else value


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "En la actividad MD-01 el avance es del 80 % y se espera concluir a finales de junio.",
            [{"activity": "MD-01", "progress": 80, "date": "2009-06-21/2009-06-30"}],
        ),
        (
            (
                "La actividad P003-19 no se llevará a cabo. Queda cancelada por decisión de la Presidencia.\n\n"
                "La actividad P003-16 queda suspendida hasta nuevo aviso."
            ),
            [{"activity": "P003-19", "status": "cancelled"}, {"activity": "P003-16", "status": None}],
        ),
        (
            (
                "En cuanto al foro virtual sobre migración y salud, les informo que se pospone para la segunda "
                "quincena de abril."
            ),
            [
                {
                    "activity": "foro virtual sobre migración y salud",
                    "status": "postponed",
                    "date": "2009-04-16/2009-04-30",
                }
            ],
        ),
        (
            "The list of consuls was updated last week and the visa information is under review.",
            [{"activity": "visa information", "status": "in-progress"}],
        ),
        (
            "La reunión de discusión del documento en México sigue en pie para los días 26 y 27 de marzo.",
            [
                {
                    "activity": "reunión de discusión del documento en México",
                    "status": "not-started",
                    "date": "2009-03-26/2009-03-27",
                }
            ],
        ),
    ],
)
def test_sentences_are_asked_with_their_reading(body: str, expected: list[dict[str, Any]]) -> None:
    found = entries_of(f"Estimados colegas:\n\n{body}\n\nSaludos")
    assert [taken(each) for each in found] == [{}] * len(expected)
    assert [offered(each) for each in found] == expected


WORKSHOP = "taller de capacitación en materia de protección de los derechos humanos de los migrantes"
FEBRUARY = "2009-02-26/2009-02-27"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # what introduces a sentence is no part of what it tells
        (
            f"Por este medio nos permitimos informar que el {WORKSHOP} se llevó a cabo los días 26 y 27 de febrero.",
            [{"activity": WORKSHOP, "status": "done", "date": FEBRUARY}],
        ),
        # the subject stands behind its verb, or somebody did it
        (
            "El 26 y 27 de febrero se llevó a cabo el taller de capacitación.",
            [{"activity": "taller de capacitación", "status": "done", "date": FEBRUARY}],
        ),
        (
            "Panamá remitió el cuestionario de desastres a la Secretaría Técnica el 22 de enero.",
            [{"activity": "cuestionario de desastres", "status": "done", "date": "2009-01-22/2009-01-22"}],
        ),
        (
            "The U.S. submitted its inputs to the draft guidelines on January 14.",
            [{"activity": "inputs to the draft guidelines", "status": "done", "date": "2009-01-14/2009-01-14"}],
        ),
        # why it is so is not how it stands, nor is the day on which it will not be held its date
        (
            (
                "La reunión (P003-05c) no se llevará a cabo en marzo, ya que el borrador está en consulta interna. "
                "Se propone como nueva fecha el 23 y 24 de abril."
            ),
            [{"activity": "P003-05c", "status": None, "date": "2009-04-23/2009-04-24"}],
        ),
        # what was decided of what did not happen
        (
            "Nicaragua no pudo realizar el foro virtual por problemas técnicos; se reprograma para el 6 de mayo.",
            [{"activity": "foro virtual", "status": "postponed", "date": "2009-05-06/2009-05-06"}],
        ),
        # another subject is another activity; a share completed is under way
        (
            "The questionnaire on disasters will not take place. The updating of visa requirements is 90% complete.",
            [
                {"activity": "questionnaire on disasters", "status": "cancelled"},
                {"activity": "updating of visa requirements", "status": "in-progress", "progress": 90},
            ],
        ),
        # who is in charge, and what goes with the activity is not the activity
        (
            (
                "Estimados colegas: el taller se reprogramó para el 10 de mayo, a cargo de la Dirección de Migración. "
                "El informe final se enviará la próxima semana."
            ),
            [
                {
                    "activity": "taller",
                    "status": "postponed",
                    "date": "2009-05-10/2009-05-10",
                    "responsible": "Dirección de Migración",
                }
            ],
        ),
        # how many came is asked: where the words end is a guess
        (
            "The workshop was held on 12 February, with the participation of 30 officials of nine countries.",
            [
                {
                    "activity": "workshop",
                    "status": "done",
                    "date": "2009-02-12/2009-02-12",
                    "result": "30 officials of nine countries",
                }
            ],
        ),
        # of what is to come the day is told, and no state
        (
            "En relación con la P003-14, el cuestionario se remitirá a más tardar el 27 de marzo.",
            [{"activity": "P003-14", "status": None, "date": "None/2009-03-27"}],
        ),
        (
            "La lista de cónsules (P003-07) se enviará en abril.",
            [{"activity": "P003-07", "date": "2009-04-01/2009-04-30"}],
        ),
        # what is being done is under way, whatever word for its end stands there
        (
            "The disaster questionnaire is still being completed and will be sent by the end of March.",
            [{"activity": "disaster questionnaire", "status": "in-progress", "date": "None/2009-03-31"}],
        ),
        (
            "La lista de cónsules acreditados quedó concluida el 27 de febrero y fue enviada a la Secretaría Técnica.",
            [{"activity": "lista de cónsules acreditados", "status": "done", "date": "2009-02-27/2009-02-27"}],
        ),
        # what will be held has a day, also without a code
        (
            "La reunión en México se celebrará el 23 y 24 de abril.",
            [{"activity": "reunión en México", "date": "2009-04-23/2009-04-24"}],
        ),
        # the day may stand between verb and object
        (
            "México presentó el 29 de enero los comentarios al Memorándum.",
            [{"activity": "comentarios al Memorándum", "status": "done", "date": "2009-01-29/2009-01-29"}],
        ),
        # a reason, or for when it was meant, may come first
        (
            "Due to the elections, the meeting was postponed to May.",
            [{"activity": "meeting", "status": "postponed", "date": "2009-05-01/2009-05-31"}],
        ),
        (
            "El 12 de febrero, el taller, previsto para enero, se realizó con éxito.",
            [{"activity": "taller", "status": "done", "date": "2009-02-12/2009-02-12"}],
        ),
        (
            "A la fecha, el estudio presenta un avance del 45 % y se prevé finalizarlo en junio.",
            [{"activity": "estudio", "progress": 45, "date": "2009-06-01/2009-06-30"}],
        ),
        # the object ends where another verb begins
        (
            "Les enviamos los insumos al borrador y quedamos a la espera del segundo borrador.",
            [{"activity": "insumos al borrador", "status": "done"}],
        ),
        # two states in one breath
        (
            "Se realizaron las reuniones técnicas y está pendiente la tercera.",
            [{"activity": "reuniones técnicas", "status": None}],
        ),
        (
            "Informo a ustedes que el día 12 de febrero se desarrolló en esta ciudad el taller de capacitación.",
            [{"activity": "taller de capacitación", "status": "done", "date": "2009-02-12/2009-02-12"}],
        ),
        # the place may be part of the name
        ("Se realizó la reunión de discusión en México el 3 de marzo.", [{"activity": "reunión de discusión"}]),
        ("La actividad 14 ya fue cumplida y la 18 está en proceso.", [{"status": "done"}, {"status": "in-progress"}]),
    ],
)
def test_plain_prose_of_deeds(body: str, expected: list[dict[str, Any]]) -> None:
    found = entries_of(f"Estimados colegas:\n\n{body}\n\nSaludos")
    assert [taken(each) for each in found] == [{}] * len(expected)
    assert [
        {name: offered(each).get(name) for name in want} for each, want in zip(found, expected, strict=True)
    ] == expected


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ("The list of officers (P003-18) was last updated in January 2009 and is 50% complete.", "date"),
        ("La lista (P003-18) está en proceso desde enero de 2009.", "date"),
        ("La reunión (P003-05c) no se realizó en febrero.", "date"),
        ("El taller (P003-08) se realizó con el apoyo de la OIM.", "result"),
    ],
)
def test_what_is_said_of_something_else_is_not_offered(body: str, field: str) -> None:
    (entry,) = entries_of(f"Estimados colegas:\n\n{body}\n\nSaludos")
    assert field not in offered(entry)


@pytest.mark.parametrize(
    ("body", "subject"),
    [
        ("Acuso recibo. La información sobre el avance será remitida en el transcurso de la semana.", PROGRESS),
        ("Solicitamos una prórroga hasta el 30 de marzo para informar el avance de las actividades.", PROGRESS),
        ("¿La actividad P003-08 se realizó en febrero?", PROGRESS),
        ("Si la actividad MD-01 se cancela, agradeceremos avisar.", PLAN),
        ("El oficio DGM-045 fue remitido ayer.", PLAN),
        ("El taller fue realizado con éxito.", "RE: Fotografías"),
        ("La MD-01 se realizó.", "RE: [FUT-CUE-2011-GT] Cuestionario"),
        ("El presupuesto aumentó un 80 % respecto de 2008.", PROGRESS),
        ("El informe final se envió la semana pasada.", PROGRESS),
        ("La lista de participantes fue enviada el lunes 2 de marzo.", PROGRESS),
        ("El plazo para remitir los insumos venció el 16 de enero; Nicaragua los envió el 20.", PROGRESS),
        ("Nuestra Cancillería se encuentra en proceso de reestructuración hasta junio de 2009.", PROGRESS),
        ("Con respecto a las actividades a nuestro cargo, los demás países están en proceso.", PROGRESS),
        ("Hemos remitido su solicitud a la Dirección Jurídica.", PROGRESS),
        ("La Cancillería presentó la propuesta al Ministerio de Hacienda.", PROGRESS),
        ("Ministerio realizó el pago de la cuota el 3 de marzo.", PLAN),
    ],
)
def test_what_reports_nothing_stays_words(body: str, subject: str) -> None:
    assert entries_of(f"Estimados colegas:\n\n{body}\n\nSaludos", subject) == []


def test_an_item_of_a_list_may_have_a_letter_and_its_code_behind_its_title() -> None:
    found = entries_of(
        "a) Cuestionario de desastres (P003-14): cumplido\nb) Buenas prácticas: se presentarán en la próxima reunión.\n"
        "c) Foro virtual: pendiente"
    )
    assert [taken(each) for each in found] == [
        {"activity": "P003-14", "status": "done"},
        {"activity": "Buenas prácticas"},
        {"activity": "Foro virtual", "status": "not-started"},
    ]
    assert [offered(each) for each in found] == [{}, {"status": None}, {}]


def test_items_called_by_their_number() -> None:
    found = entries_of(
        "Item 1 (consular lists) - done\nItem 2 - not yet started\nItem 3 (guidelines) - in progress, 75%"
    )
    assert [taken(each) for each in found] == [
        {"activity": "consular lists", "status": "done"},
        {"status": "not-started"},
        {"activity": "guidelines", "status": "in-progress", "progress": 75},
    ]
    assert offered(found[1]) == {"activity": None}


def test_titles_without_numbers_count_where_several_stand_so() -> None:
    lines = (
        "Cuestionario de desastres: cumplido\nForo virtual sobre migración y salud: en proceso\nCosta Rica: cumplido"
    )
    assert [taken(each)["activity"] for each in entries_of(lines)] == [
        "Cuestionario de desastres",
        "Foro virtual sobre migración y salud",
    ]
    assert entries_of("Nuestra respuesta final: cumplido") == []
    assert entries_of(lines, PLAN) == []


def test_a_line_below_a_code_and_its_title_speaks_of_it() -> None:
    found = entries_of(
        "MD-03 Estudio sobre migración\nConcluido.\n\nMD-09 Encuentro de planificadores\nNo se realizará en 2010.",
        PLAN,
    )
    assert [taken(each) for each in found] == [{"activity": "MD-03", "status": "done"}, {"activity": "MD-09"}]
    assert offered(found[1])["status"] is None


def test_several_codes_behind_a_greeting() -> None:
    found = entries_of("Buenos días. Sobre MD-01: concluida. MD-02: en proceso, 30%. MD-03: pendiente.", PLAN)
    assert [taken(each) for each in found] == [
        {"activity": "MD-01", "status": "done"},
        {"activity": "MD-02", "status": "in-progress", "progress": 30},
        {"activity": "MD-03", "status": "not-started"},
    ]


def test_words_of_a_sentence_around_a_code_are_no_title() -> None:
    found = entries_of(
        "Nos permitimos informarles que el estado de la actividad P003-18 (actualización de funcionarios) es el "
        "siguiente: retrasada."
    )
    assert [(taken(each), offered(each)) for each in found] == [({}, {"activity": "P003-18", "status": "delayed"})]


def test_a_report_is_not_the_wrapped_end_of_the_one_above() -> None:
    found = entries_of(
        "P003-08 Taller de capacitación: 100%, ya se realizó el 12 de febrero\nP003-14 Cuestionario de desastres: 100%"
    )
    assert [taken(each)["activity"] for each in found] == ["P003-08", "P003-14"]


def test_an_item_that_is_a_title_with_its_sentence_below() -> None:
    found = entries_of(
        "1. Insumos al borrador\nSe enviaron el 16 de enero.\n\n2. Cuestionario de desastres\nEn elaboración, 35%.\n\n"
        "3. Foro virtual\nSe reprograma para la primera semana de mayo."
    )
    assert [taken(each) for each in found] == [
        {"activity": "Insumos al borrador", "status": "done", "date": "2009-01-16/2009-01-16"},
        {"activity": "Cuestionario de desastres", "status": "in-progress", "progress": 35},
        {"activity": "Foro virtual", "status": "postponed", "date": "2009-05-01/2009-05-07"},
    ]


def test_sentences_beside_lines_and_labels_report_other_codes() -> None:
    found = entries_of(
        "P003-04: en proceso\nP003-05c: realizada\n\nEn cuanto a la lista (P003-07), se pospone para el 23 de abril. "
        "La P003-05c se realizó con éxito."
    )
    assert [taken(each) for each in found] == [
        {"activity": "P003-04", "status": "in-progress"},
        {"activity": "P003-05c", "status": "done"},
        {},
    ]
    assert offered(found[2]) == {"activity": "P003-07", "status": "postponed", "date": "2009-04-23/2009-04-23"}
    (entry,) = entries_of(
        "Actividad: P003-08\nEstado: realizada\nComentarios: junto con la P003-07, que está en proceso."
    )
    assert taken(entry)["activity"] == "P003-08"


def test_a_title_apart_with_its_state_below() -> None:
    found = entries_of(
        "Inputs to the draft guidelines\nSubmitted on January 15, 2009.\n\n"
        "Virtual forum\nPostponed until further notice.\n\nRegards,\nPenelope Sample\nSenior Analyst"
    )
    assert [taken(each) for each in found] == [
        {"activity": "Inputs to the draft guidelines", "status": "done", "date": "2009-01-15/2009-01-15"},
        {"activity": "Virtual forum", "status": "postponed"},
    ]


def test_what_was_done_of_something_else_is_no_state() -> None:
    found = entries_of("1. Training workshop: The U.S. sent two participants.\n2. Virtual forum: Cancelled.")
    assert [taken(each) for each in found] == [
        {"activity": "Training workshop"},
        {"activity": "Virtual forum", "status": "cancelled"},
    ]
    assert offered(found[0])["status"] is None


def test_a_state_that_stands_as_planned_has_its_date() -> None:
    (entry,) = entries_of("Actividad: P003-05c\nEstado: se mantiene para el 26 y 27 de marzo")
    assert offered(entry) == {"status": None, "date": "2009-03-26/2009-03-27"}


def test_items_of_which_nothing_is_told_below_stay_words() -> None:
    assert entries_of("1. Insumos al borrador\n2. Cuestionario de desastres\n3. Foro virtual\nSaludos cordiales") == []


PROPOSAL = "{}\n\nActividad: Taller regional sobre registros administrativos\nObjetivo: mejorar los datos\nFecha: 2010"


@pytest.mark.parametrize(
    "heading", ["Propuesta de Costa Rica:", "PROPUESTA DE LA DELEGACIÓN DE EL SALVADOR", "Proposal by Canada:"]
)
def test_a_heading_announces_a_proposal(heading: str) -> None:
    found = entries_of(PROPOSAL.format(heading), PLAN)
    assert [each["form"] for each in found] == ["activity-proposal"]
    assert taken(found[0])["title"] == "Taller regional sobre registros administrativos"


@pytest.mark.parametrize(
    "body",
    [
        "Propuesta de nuevas fechas:\nActividad: MD-02\nFecha: 14 de septiembre",
        "Propuesta de Costa Rica:\nActividad: MD-02\nEstado: pospuesta",
        "Propuesta de calendario:\nActividad: Taller regional\nFecha: septiembre de 2010",
    ],
)
def test_no_proposal_of_an_activity(body: str) -> None:
    assert [each["form"] for each in entries_of(body, PLAN)] == ["activity-status"]


def test_a_share_completed_is_not_completed() -> None:
    found = entries_of("MD-03: ongoing, 40% complete\nMD-04: 100% completed\nMD-05: 70 % ejecutado", PLAN)
    assert taken(found[0]) == {"activity": "MD-03", "progress": 40}
    assert taken(found[1])["status"] == "done"
    assert "status" not in taken(found[2])


def test_each_of_several_clauses_has_its_own_date() -> None:
    found = entries_of(
        "We regret to inform you that the virtual forum was cancelled, and the workshop in Honduras took place on "
        "12 February with 34 participants."
    )
    assert [offered(each) for each in found] == [
        {"activity": "virtual forum", "status": "cancelled"},
        {
            "activity": "workshop in Honduras",
            "status": "done",
            "date": "2009-02-12/2009-02-12",
            "result": "34 participants",
        },
    ]


@pytest.mark.parametrize(
    ("said", "value", "asked"),
    [
        ("3 de marzo\n5 de marzo", None, True),  # which of them?
        ("del 3 de marzo al\n5 de marzo", "2009-03-03/2009-03-05", False),
        ("3 de marzo\nal 5 de marzo", "2009-03-03/2009-03-05", False),
        ("3 de marzo de\n2009", "2009-03-03/2009-03-03", False),
        ("3 de marzo\n\n5 de marzo", "2009-03-03/2009-03-03", False),
        ("3 de marzo\n100 %", "2009-03-03/2009-03-03", False),
    ],
)
def test_a_day_on_the_line_below_a_date(said: str, value: str | None, asked: bool) -> None:
    (entry,) = entries_of(f"Actividad: MD-06\nFecha: {said}\nResponsable: MINREX")
    assert taken(entry).get("date") == value
    assert ("date" in offered(entry)) is asked


def test_two_days_in_figures_are_one_window() -> None:
    assert taken(entries_of("Actividad: MD-06\nFecha: 26/03 y 27/03")[0]) == {
        "activity": "MD-06",
        "date": "2009-03-26/2009-03-27",
    }


def test_a_bare_day_and_month_beside_its_label() -> None:
    assert taken(entries_of("Actividad: MD-06\nFecha: 15/07")[0]) == {
        "activity": "MD-06",
        "date": "2009-07-15/2009-07-15",
    }
    assert offered(entries_of("Actividad: MD-06\nFecha: 03/04")[0]) == {"date": None}


@pytest.mark.parametrize(
    ("said", "value", "proposal"),
    [
        ("ochenta por ciento", 80, None),
        ("cuarenta y cinco por ciento", 45, None),
        ("seventy-five percent", 75, None),
        ("aproximadamente 80 %", 80, None),
        ("80% (estimado)", 80, None),
        ("un 60 % de avance", 60, None),
        ("cien por ciento", 100, None),
        ("100.00%", 100, None),
        ("la mitad", None, 50),
        ("two thirds", None, 67),
        ("más del 80 %", None, None),
        ("75,5 %", None, None),
        ("1.00", None, None),
        ("ochenta", None, None),
        ("40 a 50 %", None, None),
    ],
)
def test_percentages_in_words(said: str, value: int | None, proposal: int | None) -> None:
    entry = entries_of(f"Actividad: MD-06\nAvance: {said}")[0]
    assert taken(entry).get("progress") == value
    assert offered(entry).get("progress") == proposal
    assert value is not None or "progress" in offered(entry)
