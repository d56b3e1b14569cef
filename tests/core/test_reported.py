"""States told in sentences: what is asked, what stays words."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reports import FEBRUARY, PLAN, PROGRESS, WORKSHOP, entries_of, offered, taken


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "En la actividad MD-01 el avance es del 80 % y se espera concluir a finales de junio.",
            [{"activity": "MD-01", "status": "in-progress", "progress": 80, "date": "2009-06-21/2009-06-30"}],
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
        # whose they are stands before them; a reason ends where something else is told
        (
            (
                "I wish to advise that Belize's inputs to the draft guidelines have been delayed owing to staff "
                "changes and will be submitted by March 31."
            ),
            [{"activity": "inputs to the draft guidelines", "status": "delayed", "date": "None/2009-03-31"}],
        ),
        (
            "La lista de cónsules se retrasó debido a cambios de personal, y el informe se enviará en abril.",
            [{"activity": "lista de cónsules", "status": "delayed"}],
        ),
        # what we have not begun, and what we are at
        (
            "We have not started on the visa requirements.",
            [{"activity": "visa requirements", "status": "not-started"}],
        ),
        (
            "No hemos iniciado el estudio sobre asistencia consular.",
            [{"activity": "estudio sobre asistencia consular", "status": "not-started"}],
        ),
        (
            "Estamos elaborando la lista de cónsules acreditados.",
            [{"activity": "lista de cónsules acreditados", "status": "in-progress"}],
        ),
        (
            "We are still working on the list of accredited consuls.",
            [{"activity": "list of accredited consuls", "status": "in-progress"}],
        ),
        # not the answer itself
        # the state stands before what it is of; a day in whose place another comes is none
        (
            "Se encuentra pendiente la recopilación de buenas prácticas.",
            [{"activity": "recopilación de buenas prácticas", "status": "not-started"}],
        ),
        (
            "Está en marcha la creación del sitio en la SV.",
            [{"activity": "creación del sitio en la SV", "status": "in-progress"}],
        ),
        ("Se suspendió el foro virtual por falta de presupuesto.", [{"activity": "foro virtual", "status": None}]),
        (
            "La actualización de requisitos de visa es permanente.",
            [{"activity": "actualización de requisitos de visa", "status": None}],
        ),
        (
            "El taller de capacitación se realizará del 20 al 24 de abril en lugar de febrero.",
            [{"activity": "taller de capacitación", "date": "2009-04-20/2009-04-24"}],
        ),
        (
            "The fifth technical meeting is scheduled for June 15.",
            [{"activity": "fifth technical meeting", "date": "2009-06-15/2009-06-15"}],
        ),
        ("Está pendiente la respuesta del Ministerio.", []),
        ("El punto focal es Ana Prueba.", []),
        ("Está en proceso la información.", []),
        ("Son dos las actividades pendientes.", []),
        (
            "Por razones de fuerza mayor, el foro virtual no se celebró.",
            [{"activity": "foro virtual", "status": None}],
        ),
        (
            "La lista de cónsules presenta un avance del 50%.",
            [{"activity": "lista de cónsules", "status": "in-progress", "progress": 50}],
        ),
        ("El taller quedó pospuesto sin fecha definida.", [{"activity": "taller", "status": "postponed"}]),
        (
            "Canada has posted its visa requirements on the website.",
            [{"activity": "visa requirements", "status": "done"}],
        ),
        (
            'The "cuestionario de desastres" was sent to the ST on 27 February.',
            [{"activity": "cuestionario de desastres", "status": "done", "date": "2009-02-27/2009-02-27"}],
        ),
        ("Se dio por concluida la actividad P003-14.", [{"activity": "P003-14", "status": "done"}]),
        ("We are working on our reply.", []),
        ("Estamos finalizando las consultas internas.", []),
        ("Estamos preparando el envío de la documentación.", []),
        ("Estamos recopilando las respuestas de las instituciones.", []),
        ("We have not started the discussion with our Ministry of Health.", []),
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
        ("The attached table was completed by our consular section on March 3.", PROGRESS),
        ("Participamos en el curso de inglés del Ministerio el 3 de marzo.", PROGRESS),
        ("La Directora fue trasladada a Washington el 1 de marzo.", PROGRESS),
        ("We shared our experience with the others on 3 March.", PROGRESS),
        ("Ministerio realizó el pago de la cuota el 3 de marzo.", PLAN),
    ],
)
def test_what_reports_nothing_stays_words(body: str, subject: str) -> None:
    assert entries_of(f"Estimados colegas:\n\n{body}\n\nSaludos", subject) == []
