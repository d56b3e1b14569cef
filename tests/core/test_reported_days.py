"""The day of an activity: what it was put off to, what a deed behind its state tells, which days are of something else.

Every row tells what stands among the fields, doubtful or not; what is only asked stands in none.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.reports import entries_of, shown

DONE = {"activity": "P003-04", "status": "done"}
MOVED = {"activity": "P003-19", "status": "postponed"}
THE_24TH = "2009-03-24/2009-03-24"


LATE = DONE | {"status": "delayed"}
BY_THE_27TH = {"date": "None/2009-03-27"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # from the old day to the new one
        ("P003-19: Postponed from 02/03/2009 to 03/24/2009.", MOVED | {"date": THE_24TH}),
        ("P003-19: pospuesta del 3 de febrero al 24 de marzo de 2009", MOVED | {"date": THE_24TH}),
        ("La P003-19 se pospone del 3 de febrero al 24 de marzo de 2009.", MOVED | {"date": THE_24TH}),
        ("P003-19 was postponed from March 3 to March 24, 2009 due to elections.", MOVED | {"date": THE_24TH}),
        ("P003-19: rescheduled from March to May 2009", MOVED | {"date": "2009-05-01/2009-05-31"}),
        ("El foro P003-19 se trasladó del 12 de febrero al 24 de marzo.", MOVED | {"date": THE_24TH}),
        # from the first new day to the last, or from the old to the new?
        ("P003-19: pospuesta del 4 al 8 de mayo de 2009.", MOVED),
        ("La P003-19 se pospone del 4 al 8 de mayo de 2009.", MOVED),
        # new days, said to be so
        ("P003-19: pospuesta; nueva fecha: del 4 al 8 de mayo de 2009", MOVED | {"date": "2009-05-04/2009-05-08"}),
        # "since the officer" gives a reason, "since February" a start; a reason has days of its own
        (
            "P003-19 has been postponed to the first week of April 2009 since the officer responsible is on leave.",
            MOVED | {"date": "2009-04-01/2009-04-07"},
        ),
        (
            "The forum (P003-19) was postponed until the first week of April 2009.",
            MOVED | {"date": "2009-04-01/2009-04-07"},
        ),
        ("La P003-19 fue aplazada hasta mayo, por falta de fondos.", MOVED | {"date": "2009-05-01/2009-05-31"}),
        ("La P003-04 está en proceso hasta mayo.", DONE | {"status": "in-progress", "date": "None/2009-05-31"}),
        ("P003-19: postponed because of the elections of 15 March 2009.", MOVED),
        (
            "P003-19: postponed because of the elections. New date: 24 March 2009.",
            MOVED | {"date": THE_24TH},
        ),
        ("P003-04: in progress since 4 February 2009", DONE | {"status": "in-progress"}),
        # a deed behind the state tells the day
        ("P003-04: Done. Comments went to the TS on 02/24/2009.", DONE | {"date": "2009-02-24/2009-02-24"}),
        (
            "P003-04: cumplida. La información se subió a la SV el 20/02/2009.",
            DONE | {"date": "2009-02-20/2009-02-20"},
        ),
        (
            "P003-04: ya se cumplió; el cuestionario se remitió a la Secretaría el 28 de enero.",
            DONE | {"date": "2009-01-28/2009-01-28"},
        ),
        # a paper that goes with it, what comes next, and what is to come have days of their own
        ("P003-04: cumplida. El informe final se envió el 20/02/2009.", DONE),
        ("P003-04: cumplida. La memoria fue publicada el 20 de febrero de 2009.", DONE),
        ("P003-04: cumplida. La reunión de evaluación será el 20 de marzo de 2009.", DONE),
        ("P003-04: done. The follow-up meeting was held on 24 February 2009.", DONE),
        ("P003-04: cumplida. El informe final se enviará el 20/03/2009.", DONE),
        # what is still due is delivered then; steps, papers and others' days are none of it
        ("Activity P003-04 is delayed. The list of consuls will be submitted by 27 March.", LATE | BY_THE_27TH),
        ("P003-04 is delayed. The updated requirements will be sent by 27 March.", LATE | BY_THE_27TH),
        (
            "La actividad P003-04 presenta retraso. El documento se enviará a más tardar el 27 de marzo.",
            LATE | BY_THE_27TH,
        ),
        ("P003-04 está retrasada. Los insumos se remitirán antes del 28 de marzo.", LATE | BY_THE_27TH),
        ("P003-04: retrasada. Los comentarios al borrador se enviarán antes del 28 de marzo.", LATE | BY_THE_27TH),
        ("Activity P003-04 is delayed. The invitation letters will be sent by 27 March.", LATE),
        ("Activity P003-04 is delayed. Our Minister will visit Belize on 27 March.", LATE),
        ("Activity P003-04 is delayed. The meeting of experts will be held on 27 March.", LATE),
        ("Activity P003-04 is delayed. The draft will be sent by 27 March.", LATE),
        ("P003-04 está retrasada. El informe final se enviará antes del 28 de marzo.", LATE),
        (
            "Activity P003-04 was cancelled. The one in Panama will be held on 27 March.",
            LATE | {"status": "cancelled"},
        ),
        # comments on a draft are no draft
        (
            "P003-04: done. Our comments on the draft guidelines were sent on February 24.",
            DONE | {"date": "2009-02-24/2009-02-24"},
        ),
        ("P003-04: done. Our draft was sent on February 24.", DONE),
    ],
)
def test_which_day_is_the_activitys(body: str, expected: dict[str, Any]) -> None:
    (entry,) = entries_of(body)
    assert shown(entry) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "P003-04 en proceso, vamos por el 60%, faltan Miami y San Juan\nP003-14 se envio ayer",
            [
                {"activity": "P003-04", "status": "in-progress", "progress": 60},
                {"activity": "P003-14", "status": "done", "date": "2009-03-09/2009-03-09"},
            ],
        ),
        (
            "P003-04 en proceso P003-14 se envio ayer",
            [
                {"activity": "P003-04", "status": "in-progress"},
                {"activity": "P003-14", "status": "done", "date": "2009-03-09/2009-03-09"},
            ],
        ),
        # a code inside what is said of another one opens nothing
        (
            "P003-04 en proceso, depende de la P003-14 ya realizada",
            [{"activity": "P003-04", "status": "in-progress"}],
        ),
    ],
)
def test_the_second_report_on_a_line_or_below(body: str, expected: list[dict[str, Any]]) -> None:
    assert [shown(each) for each in entries_of(body)] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # a share that is completed is not the whole, and "is under way" stands against "completed"
        (
            "P003-07 is under way; 60% has been completed.",
            [{"activity": "P003-07", "status": "in-progress", "progress": 60}],
        ),
        ("P003-07 is under way; the first half is completed.", [{"activity": "P003-07", "status": "in-progress"}]),
        # what had to be done was done; what will have to be, or may be, was not
        (
            "We regret to inform you that P003-10 had to be cancelled.",
            [{"activity": "P003-10", "status": "cancelled"}],
        ),
        ("Tuvimos que cancelar la P003-10.", [{"activity": "P003-10", "status": "cancelled"}]),
        (
            "Nos vimos obligados a posponer la P003-10 para mayo.",
            [{"activity": "P003-10", "status": "postponed", "date": "2009-05-01/2009-05-31"}],
        ),
        ("Se decidió no cancelar la P003-10.", []),
        ("La P003-10 tendrá que posponerse.", [{"activity": "P003-10"}]),
        ("Si no se consiguen los fondos, habría que posponer la P003-10; aún no hay decisión.", []),
        # what it will be then is not what it is
        (
            "La compilación de la P003-15 está en curso y quedará terminada el 30 de abril de 2009.",
            [{"activity": "P003-15", "status": "in-progress", "date": "2009-04-30/2009-04-30"}],
        ),
        (
            "Work on P003-04 continues; it will be finished by 31 March 2009.",
            [{"activity": "P003-04", "status": "in-progress", "date": "None/2009-03-31"}],
        ),
        (
            "La P003-16 no se realizó en febrero como estaba previsto; se hará la primera semana de abril de 2009.",
            [{"activity": "P003-16", "date": "2009-04-01/2009-04-07"}],
        ),
        # when it began, and what is done by now, is no day of it
        ("La P003-17 arrancó en febrero y está en ejecución.", [{"activity": "P003-17", "status": "in-progress"}]),
        (
            "La P003-16 está en marcha. Se ha capacitado hasta hoy a 18 funcionarios.",
            [{"activity": "P003-16", "status": "in-progress"}],
        ),
        # a share of people or money is none of the work
        ("El 40 % de nuestro personal está de vacaciones esta semana.", []),
        ("La P003-10 está en proceso con el 50 % del presupuesto.", [{"activity": "P003-10", "status": "in-progress"}]),
        (
            "La P003-10 está en proceso, con el 50 % de la lista revisado.",
            [{"activity": "P003-10", "status": "in-progress", "progress": 50}],
        ),
        # who is in charge
        (
            "La responsable de la P003-10 es ahora la Dirección General de Migración y Extranjería.",
            [{"activity": "P003-10", "responsible": "Dirección General de Migración y Extranjería"}],
        ),
        ("El responsable de la P003-10 es ahora director general.", []),
    ],
)
def test_how_it_stands(body: str, expected: list[dict[str, Any]]) -> None:
    assert [shown(each) for each in entries_of(body)] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # on whose side it is names no activity
        ("En cuanto a México, la lista de cónsules está en proceso.", ["lista de cónsules"]),
        ("As for Belize, the visa list was sent on 20 February 2009.", ["visa list"]),
        ("En cuanto al foro virtual, está en proceso.", ["foro virtual"]),
        # a title in a paragraph of its own, beside lines with codes
        (
            "P003-11: en proceso.\nP003-16: cancelada.\n\nLa firma del Memorándum sigue en pie para mayo.",
            ["P003-11", "P003-16", "firma del Memorándum"],
        ),
        # what may be the activity above, or goes with it
        ("P003-08: realizada el 12 de febrero.\n\nEl taller de capacitación se realizó en Tegucigalpa.", ["P003-08"]),
        ("P003-08 Taller de capacitación: en proceso.\n\nEl taller de derechos se pospone para mayo.", ["P003-08"]),
        ("P003-08: en proceso.\nLa reunión técnica se realizó ayer.", ["P003-08"]),
        ("P003-08: en proceso.\n\nLa elección de la sede está pendiente.", ["P003-08"]),
        ("P003-08: realizada.\n\nEl informe final se enviará la próxima semana.", ["P003-08"]),
    ],
)
def test_which_activities_are_told_of(body: str, expected: list[str]) -> None:
    assert [shown(each)["activity"] for each in entries_of(body)] == expected


def test_contact_data_below_the_report_take_nothing_from_it() -> None:
    body = "P003-04 was completed on 20 February 2009.\n\nPlease update our contact details. Tel: 2230-0167. Fax: none."
    first, second = entries_of(body)
    assert shown(first) == {"activity": "P003-04", "status": "done", "date": "2009-02-20/2009-02-20"}
    assert shown(second) == {"phone": ["+50222300167"], "fax": []}


CANCELLED = {"activity": "P003-16", "status": "cancelled"}


@pytest.mark.parametrize(
    ("body", "expected", "asked"),
    [
        # a day gone by, of what is not done: of the decision, the beginning, or when it was due
        ("P003-16: cancelada el 5 de marzo de 2009", CANCELLED, {"date"}),
        ("La P003-16 fue cancelada el 5 de marzo de 2009.", CANCELLED, {"date"}),
        ("Actividad: P003-16\nEstado: cancelada el 5 de marzo de 2009", CANCELLED, {"date"}),
        ("P003-16: postponed on 5 March 2009", CANCELLED | {"status": "postponed"}, {"date"}),
        ("P003-16: en proceso, 3 de marzo de 2009", CANCELLED | {"status": "in-progress"}, {"date"}),
        ("P003-16 fue aprobada el 3 de marzo.", {"activity": "P003-16"}, {"status", "date"}),
        # the day of what is done, a day to come, and one under its own label stand
        (
            "P003-16: pospuesta al 3 de marzo de 2009",
            CANCELLED | {"status": "postponed", "date": "2009-03-03/2009-03-03"},
            set(),
        ),
        (
            "P003-16: realizada el 5 de marzo de 2009",
            CANCELLED | {"status": "done", "date": "2009-03-05/2009-03-05"},
            set(),
        ),
        (
            "P003-16: pospuesta al 5 de mayo de 2009",
            CANCELLED | {"status": "postponed", "date": "2009-05-05/2009-05-05"},
            set(),
        ),
        (
            "P003-16 was postponed on 3 March 2009 to 5 May 2009.",
            CANCELLED | {"status": "postponed", "date": "2009-05-05/2009-05-05"},
            set(),
        ),
        (
            "Se pospone la reunión del grupo a mayo de 2009.",
            {"activity": "reunión del grupo", "status": "postponed", "date": "2009-05-01/2009-05-31"},
            set(),
        ),
        (
            "Actividad: P003-16\nEstado: pospuesta\nFecha: 5 de marzo de 2009",
            CANCELLED | {"status": "postponed", "date": "2009-03-05/2009-03-05"},
            set(),
        ),
        # the day of a paper that goes with it
        ("P003-16: el informe se enviará el 20 de marzo de 2009.", {"activity": "P003-16"}, {"status", "date"}),
        # for when it was meant once
        (
            "P003-16 will now be held on 2 April 2009 instead of 5 March 2009.",
            {"activity": "P003-16", "date": "2009-04-02/2009-04-02"},
            {"status"},
        ),
        # what stands before "but" is how it is, where that is not done
        (
            "P003-16 is behind schedule but should be done by mid-April 2009.",
            {"activity": "P003-16", "status": "delayed", "date": "None/2009-04-20"},
            set(),
        ),
        ("P003-16 is done but the report is still missing.", {"activity": "P003-16"}, {"status"}),
        ("La P003-16 está casi lista.", {"activity": "P003-16"}, {"status"}),
        ("P003-16 is with the Minister for signature.", {"activity": "P003-16"}, {"status"}),
        ("No realizaremos la P003-16.", {"activity": "P003-16"}, {"status"}),
        (
            "We hope to finish P003-16 by the end of March.",
            {"activity": "P003-16", "date": "None/2009-03-31"},
            set(),
        ),
    ],
)
def test_what_is_asked_of_a_day_or_a_state(body: str, expected: dict[str, Any], asked: set[str]) -> None:
    (entry,) = entries_of(body)
    assert (shown(entry), {each["field"] for each in entry["doubts"]}) == (expected, asked)


@pytest.mark.parametrize("body", ["El informe de la P003-08 se enviará el 20 de marzo de 2009.", "Está en la firma."])
def test_when_a_paper_is_sent_is_no_report(body: str) -> None:
    assert entries_of(body) == []


def test_several_in_one_breath() -> None:
    entries = entries_of("La P003-08 y la P003-10 están concluidas; la P003-14 sigue en proceso.")
    assert [shown(each) for each in entries] == [
        {"activity": "P003-08", "status": "done"},
        {"activity": "P003-10", "status": "done"},
        {"activity": "P003-14", "status": "in-progress"},
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # of one activity, not of the whole form
        ("P003-17: sin cambio", [{"activity": "P003-17"}]),
        ("P003-17 - no change", [{"activity": "P003-17"}]),
        (
            "P003-17: sin cambio\nP003-18: en proceso",
            [{"activity": "P003-17"}, {"activity": "P003-18", "status": "in-progress"}],
        ),
        ("P003-17: sin novedad", []),
        ("Sin cambios.", [{"change": "none"}]),
        # but for one
        ("Sin cambios, salvo la P003-16, que ya está completada.", [{"activity": "P003-16", "status": "done"}]),
        (
            "Sin cambios respecto a lo informado en febrero, salvo la P003-04, que ya está completada.",
            [{"activity": "P003-04", "status": "done"}],
        ),
    ],
)
def test_no_change_of_one_activity(body: str, expected: list[dict[str, Any]]) -> None:
    assert [shown(each) for each in entries_of(body)] == expected


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Delayed until the second quarter of 2009", "2009-04-01/2009-06-30"),
        ("Delayed until May 2009", "2009-05-01/2009-05-31"),
        ("Put off until May 2009", "2009-05-01/2009-05-31"),
        ("Retrasada hasta el 15 de mayo de 2009", "2009-05-15/2009-05-15"),
        ("Atrasada hasta mayo de 2009", "2009-05-01/2009-05-31"),
        ("Demorada hasta finales de mayo de 2009", "2009-05-21/2009-05-31"),
        ("En proceso hasta mayo de 2009", "None/2009-05-31"),  # what is under way ends then
        ("Atrasada hasta la fecha", None),
    ],
)
def test_what_is_late_until_may_is_held_then(words: str, date: str | None) -> None:
    [read] = [shown(each) for each in entries_of(f"P003-19 - {words}\nP003-20 - Concluida")][:1]
    assert read.get("date") == date


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_state_in_a_sentence_and_labels_below(between: str) -> None:
    """The sentence names the activity and its state, labels below it give the rest."""
    body = f"Les informo que la P003-19 continúa en proceso, con un 75% de avance.{between}Responsable: Dirección A"
    [entry] = entries_of(body)
    expected = {"activity": "P003-19", "status": "in-progress", "progress": 75, "responsible": "Dirección A"}
    assert shown(entry) == expected


def test_a_sentence_about_two_and_a_label_below() -> None:
    body = "La actividad P003-19 no se ha iniciado y la P003-20 está en proceso.\n\nResponsable: Dirección A"
    assert not any("responsible" in shown(each) and "status" in shown(each) for each in entries_of(body))


@pytest.mark.parametrize(
    "body",
    [
        "La P003-13 se pospone a partir del 1 de agosto de 2009.",
        "P003-13: postponed, starting 1 August 2009",
        "P003-13 was postponed as from August 2009.",
        "- P003-13 Suscripción del Memorándum - Pospuesta - a partir del 1 de agosto de 2009",
        "- P003-11 Cuarta reunión - Cumplida - 5 de marzo\n- P003-13 Memorándum - Pospuesta a partir de agosto de 2009",
    ],
)
def test_put_off_from_a_day_on_has_no_last_day(body: str) -> None:
    """It is not held on the first of August alone."""
    entry = entries_of(body, "Avances")[-1]
    read = shown(entry)
    assert (read["status"], read["date"]) == ("postponed", "2009-08-01/None")


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("se realizará desde el 4 hasta el 8 de mayo", "2009-05-04/2009-05-08"),
        ("se realizará a partir del 4 de mayo", "2009-05-04/None"),
        ("está en proceso desde enero hasta mayo", "2009-01-01/2009-05-31"),
        ("está en proceso a partir de mayo", None),
        ("se pospone, desde el 4 de mayo", None),
        ("se pospone a finales de mayo", "2009-05-21/2009-05-31"),
    ],
)
def test_from_a_day_on_in_a_letter_nobody_asked_for(told: str, days: str | None) -> None:
    (entry,) = entries_of(f"La P003-13 {told}.", "Avances")
    assert shown(entry).get("date") == days
