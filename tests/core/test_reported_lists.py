"""States told in lists, under titles and beside labels: what is taken, what is asked, what stays words."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reports import PLAN, entries_of, offered, shown, taken


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
    assert [taken(each) for each in entries_of(lines, PLAN)] == [{}, {}]  # not asked for: to be asked


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


@pytest.mark.parametrize(
    ("body", "states"),
    [
        (
            "De parte de Costa Rica: visas - en proceso (50%). Lineamientos: insumos enviados. Foro: cancelado.",
            {"visas": "in-progress", "Lineamientos": "done", "Foro": "cancelled"},
        ),
        (
            "Hi, here is our update: visa requirements - in progress. Virtual forum - not started.",
            {"visa requirements": "in-progress", "Virtual forum": "not-started"},
        ),
        ("Taller: realizado.\nForo: en proceso.\nSaludos: Plácido", {"Taller": "done", "Foro": "in-progress"}),
        # labels of the form, a person's leave and what is no title
        ("P003-18: done. Comments: sent by mail; responsible: Mr. Colin Testerman", {"P003-18": "done"}),
        ("Costa Rica reitera su compromiso: seguimos en proceso. Saludos: Plácido.", {}),
    ],
)
def test_titles_and_states_one_behind_another(body: str, states: dict[str, str]) -> None:
    shown = [{**taken(each), **offered(each)} for each in entries_of(body)]
    assert {each["activity"]: each["status"] for each in shown} == states


@pytest.mark.parametrize("label", ["postponed until", "Concluido el"])
def test_a_label_that_waits_for_a_day_is_no_state(label: str) -> None:
    (entry,) = entries_of(f"Actividad: MD-06\n\n{label}\n12 de febrero de 2009")
    assert taken(entry).get("date") == "2009-02-12/2009-02-12"


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
        ("ochenta", 80, None),
        ("40 a 50 %", None, None),
    ],
)
def test_percentages_in_words(said: str, value: int | None, proposal: int | None) -> None:
    entry = entries_of(f"Actividad: MD-06\nAvance: {said}")[0]
    assert taken(entry).get("progress") == value
    assert offered(entry).get("progress") == proposal
    assert value is not None or "progress" in offered(entry)


def test_the_same_as_above_of_a_state_that_is_asked() -> None:
    found = entries_of("P003-05a: entregados (15/01/2009).\nP003-07 Lista de cónsules: ídem.")
    assert [{**taken(each), **offered(each)}["status"] for each in found] == ["done", "done"]


def test_the_day_of_a_second_state_word_is_the_activitys() -> None:
    (found,) = entries_of("P003-07: Cumplida. Remitida a la ST el 5 de marzo.")
    assert {**taken(found), **offered(found)} == {
        "activity": "P003-07",
        "status": "done",
        "date": "2009-03-05/2009-03-05",
    }


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "Actividad 4: en proceso, avance 40 %\nActividad 14: realizada el 23/01/2009",
            [{"status": "in-progress", "progress": 40}, {"status": "done", "date": "2009-01-23/2009-01-23"}],
        ),
        (
            "Activity No. 4 - in progress\nActivity No. 14 - done on 23 January 2009",
            [{"status": "in-progress"}, {"status": "done", "date": "2009-01-23/2009-01-23"}],
        ),
        # the number of an answer before its title, and a label with its value
        (
            "Actividad 1: P003-14\nEstado: en proceso\nActividad 2: P003-15\nEstado: realizada",
            [{"activity": "P003-14", "status": "in-progress"}, {"activity": "P003-15", "status": "done"}],
        ),
    ],
)
def test_activities_by_number(body: str, told: list[dict[str, Any]]) -> None:
    entries = entries_of(body)
    assert [shown(entry) for entry in entries] == told
    asked = [{each["field"] for each in entry["doubts"]} for entry in entries]
    assert all(("activity" in fields) == ("activity" not in value) for fields, value in zip(asked, told, strict=True))


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("3 de 5 talleres realizados", None),
        ("2 of the 4 workshops held", None),
        ("realizados 5 de 5 talleres", "done"),
        ("realizado el 12 de febrero de 2009", "done"),
    ],
)
def test_so_many_of_so_many_are_not_all(said: str, status: str | None) -> None:
    (entry,) = entries_of(f"P003-04: {said}")
    assert shown(entry).get("status") == status


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("P003-07: ✓", {"activity": "P003-07", "status": "done"}),
        ("P003-07 ✔", {"activity": "P003-07", "status": "done"}),
        ("✓ P003-07", {"activity": "P003-07", "status": "done"}),
        (
            "P003-07: ✓ enviada el 20 de febrero",
            {"activity": "P003-07", "status": "done", "date": "2009-02-20/2009-02-20"},
        ),
        (
            "✅ P003-07 (20 de febrero)",
            {"activity": "P003-07", "status": "done", "date": "2009-02-20/2009-02-20"},
        ),
        # settled, but how?
        ("P003-07: OK", {"activity": "P003-07"}),
        ("P003-07 (ok)", {"activity": "P003-07"}),
        ("P003-07: ✗", {"activity": "P003-07"}),
        ("✗ P003-07", {"activity": "P003-07"}),
        # words say more than a mark
        ("P003-07: ✓ en proceso", {"activity": "P003-07", "status": "in-progress"}),
        ("P003-07: ☐ Realizada ☑ Pendiente", {"activity": "P003-07", "status": "not-started"}),
    ],
)
def test_marks_beside_a_code(body: str, expected: dict[str, Any]) -> None:
    (entry,) = entries_of(f"Estimados colegas:\n\n{body}\n\nSaludos\n")
    assert shown(entry) == expected
    assert "status" in {*expected, *(each["field"] for each in entry["doubts"])}


@pytest.mark.parametrize("body", ["✓ Recibido, gracias.", "P003-07: ok, gracias por la información", "OK"])
def test_marks_of_a_courtesy_report_nothing(body: str) -> None:
    assert entries_of(f"Estimados colegas:\n\n{body}\n\nSaludos\n") == []


@pytest.mark.parametrize("label", ["postponed until", "Postponed to", "Realizada el", "Pospuesta hasta"])
def test_a_label_that_is_a_state_too_stands_above_its_date(label: str) -> None:
    (entry,) = entries_of(f"Actividad:\nP003-14\n\n{label}:\n12 de febrero de 2009\n\nSaludos,")
    assert shown(entry)["date"] == "2009-02-12/2009-02-12"
