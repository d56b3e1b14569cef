"""Words for the states of an activity: those that always say one, and those that do only where they stand alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from mailbot.core.fields import read
from mailbot.core.values import Doubt, FieldValue, Known
from tests.answers import COUNTRIES, FORMS, all_shown, only_asked
from tests.reports import entries_of, offered, taken

STATUS = FORMS["activity-status"].field("status")
KNOWN = Known(today=dt.date(2009, 3, 10), region="GT", countries=COUNTRIES)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("Efectuada", "done"),
        ("efectuado el taller", "done"),
        ("Culminada", "done"),
        ("Desistida", "cancelled"),
        ("se desistió", "cancelled"),
        ("se corre la fecha", "postponed"),
        ("reagendada", "postponed"),
        ("under consultation", "in-progress"),
        ("en gestión", "in-progress"),
        ("Programada", "not-started"),
        ("previsto", "not-started"),
        ("Planificadas", "not-started"),
        ("por realizar", "not-started"),
        ("Por realizarse", "not-started"),
        ("a realizarse", "not-started"),
        ("aún por realizar", "not-started"),
        ("scheduled", "not-started"),
        ("To be held", "not-started"),
        ("still planned", "not-started"),
        ("Outstanding", "not-started"),
    ],
)
def test_words_of_a_state(said: str, value: str) -> None:
    found = read(STATUS, said, 1, KNOWN)
    assert isinstance(found, FieldValue)
    assert found.value == value


@pytest.mark.parametrize(
    "said",
    [
        # in a sentence they say when it was meant to be, or what somebody did
        "estaba programada para febrero",
        "prevista originalmente para marzo",
        "an outstanding result",
        "the scheduled date has passed",
        "suspendida", "por definir", "continuo", "permanente", "no aplica", "tentativa", "por confirmar",
    ],
)  # fmt: skip
def test_words_of_no_single_state_are_asked(said: str) -> None:
    found = read(STATUS, said, 1, KNOWN)
    assert isinstance(found, Doubt)
    assert found.proposal is None


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("prevista para el segundo trimestre, se pospone para junio", "postponed"),
        ("programada para marzo, fue cancelada", "cancelled"),
        ("the workshop planned for May was held", "done"),
    ],
)
def test_what_was_planned_gives_way_to_what_became_of_it(said: str, value: str) -> None:
    found = read(STATUS, said, 1, KNOWN)
    assert (found.value if isinstance(found, FieldValue) else found.proposal) == value


@pytest.mark.parametrize("said", ["100%", "100 %", "al 100%", "Avance 100%", "cien por ciento", "100% complete"])
def test_the_whole_is_offered_as_done(said: str) -> None:
    found = read(STATUS, said, 1, KNOWN)
    assert (found.value if isinstance(found, FieldValue) else found.proposal) == "done"


@pytest.mark.parametrize("said", ["60%", "100% de los fondos", "110%"])
def test_any_other_share_is_no_state(said: str) -> None:
    found = read(STATUS, said, 1, KNOWN)
    assert isinstance(found, Doubt)
    assert found.proposal is None


MAY = "2009-05-01/2009-05-31"


@pytest.mark.parametrize(
    ("body", "entry"),
    [
        ("P003-19: programada para mayo de 2009", {"activity": "P003-19", "status": "not-started", "date": MAY}),
        ("P003-19: a realizarse en mayo de 2009", {"activity": "P003-19", "status": "not-started", "date": MAY}),
        (
            "Activity: P003-19\nStatus: scheduled for May 2009",
            {"activity": "P003-19", "status": "not-started", "date": MAY},
        ),
        ("Actividad: P003-19\nEstado: suspendida en mayo de 2009", {"activity": "P003-19", "status": None}),
        # no word of one state: asked, but what is told of the activity is not passed over
        ("P003-13: fecha tentativa mayo de 2009", {"activity": "P003-13", "status": None, "date": MAY}),
        ("P003-16: cumplida parcialmente", {"activity": "P003-16", "status": None}),
        (
            "P003-03: en consulta con la OIM; se espera concluir en mayo de 2009.",
            {"activity": "P003-03", "status": "in-progress", "date": MAY},
        ),
        # a share of the work and words that it goes on
        (
            "P003-17: lleva un avance del 60% y estará listo en mayo de 2009.",
            {"activity": "P003-17", "status": "in-progress", "progress": 60, "date": MAY},
        ),
        ("P003-17: 60%", {"activity": "P003-17", "progress": 60}),
        (
            "P003-17: lleva un avance del 60%, retrasada por falta de fondos",
            {"activity": "P003-17", "status": "delayed", "progress": 60},
        ),
        # "it" is the activity; another subject has a day of its own
        (
            "P003-14 - in progress. We expect to return it by 03/20/2009.",
            {"activity": "P003-14", "status": "in-progress", "date": "None/2009-03-20"},
        ),
        (
            "P003-05a - U.S. inputs were sent to the TS on 01/15/2009. Completed.",
            {"activity": "P003-05a", "status": "done", "date": "2009-01-15/2009-01-15"},
        ),
    ],
)
def test_states_behind_a_code(body: str, entry: dict[str, Any]) -> None:
    (found,) = entries_of(body)
    assert {**taken(found), **offered(found)} == entry


def test_the_day_of_something_else_is_not_offered_among_the_fields() -> None:
    (found,) = entries_of("P003-05a: realizada. El informe final se enviará el 27 de marzo de 2009.")
    assert all_shown(found) == {"activity": "P003-05a", "status": "done"}
    assert only_asked(found) == {"date"}


@pytest.mark.parametrize(
    "nothing",
    [
        "We have nothing to report at this time.",
        "No information to report yet",
        "sin novedades que informar",
        "No tenemos nada que informar por el momento.",
        "Nada que reportar",
    ],
)
def test_nothing_to_report_of_an_activity_is_no_report(nothing: str) -> None:
    (found,) = entries_of(f"P003-04: en proceso\nP003-16: {nothing}")
    assert found["fields"]["activity"]["value"] == "P003-04"


def test_no_news_of_an_activity_is_asked() -> None:
    found = entries_of("P003-03: cancelada\nP003-04: en proceso\nP003-18: sin novedad")
    assert (all_shown(found[2]), only_asked(found[2])) == ({"activity": "P003-18"}, {"status"})


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("held up", "delayed"),
        ("The workshop is held up by the election", "delayed"),
        ("lagging behind", "delayed"),
        ("past due", "delayed"),
        ("to do", "not-started"),
        ("nothing yet", "not-started"),
        ("en eso andamos", "in-progress"),
        ("WIP", "in-progress"),
        ("half done", "in-progress"),
        ("Publicado", "done"),
        ("Actualizada", "done"),
        ("Corrida", "postponed"),
        ("Not happening", "cancelled"),
    ],
)
def test_how_people_say_a_state(said: str, value: str) -> None:
    read_as = read(STATUS, said, 1, KNOWN)
    assert (read_as.value if isinstance(read_as, FieldValue) else read_as and read_as.proposal) == value


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("ya quedó, se mandó el 29 de enero", {"status": "done", "date": "2009-01-29/2009-01-29"}),
        ("ya quedó. Se mandó el 29 de diciembre", {"status": "done", "date": "2008-12-29/2008-12-29"}),
        ("se mandó el 15 de noviembre", {"status": "done", "date": "2008-11-15/2008-11-15"}),
        (
            "no se hizo en febrero, se corrió para el 15 de junio",
            {"status": "postponed", "date": "2009-06-15/2009-06-15"},
        ),
        ("no se realizó en febrero, se pospone para junio", {"status": "postponed", "date": "2009-06-01/2009-06-30"}),
        ("was not held in February, moved to 15 June 2009", {"status": "postponed", "date": "2009-06-15/2009-06-15"}),
    ],
)
def test_a_day_beside_how_it_stands(said: str, expected: dict[str, Any]) -> None:
    (found,) = entries_of(f"P003-19: {said}.")
    assert {**taken(found), **offered(found)} == {"activity": "P003-19", **expected}
