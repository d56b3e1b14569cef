"""What calendar texts mean; today is 19 November 2008, when the programme was adopted."""

from __future__ import annotations

import datetime as dt

import pytest

from mailbot.core import windows

TODAY = dt.date(2008, 11, 19)

DATED = [
    # the papers
    ("al 16 de enero de 2009", None, "2009-01-16"),
    ("Febrero 2009", "2009-02-01", "2009-02-28"),
    ("Marzo 2009", "2009-03-01", "2009-03-31"),
    ("Se realizará en Honduras, durante febrero de 2009, en coordinación con la RROCM.", "2009-02-01", "2009-02-28"),
    ("Segunda quincena del mes de enero de 2009.", "2009-01-16", "2009-01-31"),
    ("Primer  trimestre de 2009.", "2009-01-01", "2009-03-31"),
    ("Lugar: a criterio de los países de la Red. Segundo trimestre de 2009.", "2009-04-01", "2009-06-30"),
    ("Enero de 2009", "2009-01-01", "2009-01-31"),
    ("Primera semana del mes de febrero de 2009.", "2009-02-01", "2009-02-07"),
    ("previsto para el mes de septiembre del año en curso", "2008-09-01", "2008-09-30"),
    # days
    ("16 de enero de 2009", "2009-01-16", "2009-01-16"),
    ("16 enero 2009", "2009-01-16", "2009-01-16"),
    ("16-ene-09", "2009-01-16", "2009-01-16"),
    ("viernes 16 de enero de 2009", "2009-01-16", "2009-01-16"),
    ("2009-01-16", "2009-01-16", "2009-01-16"),
    ("28/01/2009", "2009-01-28", "2009-01-28"),
    ("13/01/09", "2009-01-13", "2009-01-13"),
    ("01/13/2009", "2009-01-13", "2009-01-13"),
    ("05/05/2009", "2009-05-05", "2009-05-05"),
    ("January 16, 2009", "2009-01-16", "2009-01-16"),
    ("16 January 2009", "2009-01-16", "2009-01-16"),
    ("the 16th of January 2009", "2009-01-16", "2009-01-16"),
    ("May 1st, 2009", "2009-05-01", "2009-05-01"),
    ("1º de mayo de 2009", "2009-05-01", "2009-05-01"),
    ("primero de mayo", "2009-05-01", "2009-05-01"),
    ("quince de enero de dos mil nueve", "2009-01-15", "2009-01-15"),
    ("12 de febrero", "2009-02-12", "2009-02-12"),
    ("20 de diciembre", "2008-12-20", "2008-12-20"),
    ("5 de noviembre", "2008-11-05", "2008-11-05"),
    ("mañana", "2008-11-20", "2008-11-20"),
    ("hoy", "2008-11-19", "2008-11-19"),
    # ranges
    ("del 3 al 7 de marzo de 2009", "2009-03-03", "2009-03-07"),
    ("3-7 de marzo de 2009", "2009-03-03", "2009-03-07"),
    ("entre el 3 y el 7 de marzo", "2009-03-03", "2009-03-07"),
    ("12 y 13 de marzo", "2009-03-12", "2009-03-13"),
    ("March 3-7, 2009", "2009-03-03", "2009-03-07"),
    ("entre marzo y mayo de 2009", "2009-03-01", "2009-05-31"),
    ("from March to May 2009", "2009-03-01", "2009-05-31"),
    ("marzo-abril 2009", "2009-03-01", "2009-04-30"),
    ("20 de diciembre al 6 de enero", "2008-12-20", "2009-01-06"),
    ("diciembre de 2008 a enero de 2009", "2008-12-01", "2009-01-31"),
    ("semana del 2 al 6 de marzo", "2009-03-02", "2009-03-06"),
    ("the week of March 2", "2009-03-02", "2009-03-06"),
    # open ends
    ("hasta el 30 de enero", None, "2009-01-30"),
    ("a más tardar el 4 de marzo", None, "2009-03-04"),
    ("no later than March 4", None, "2009-03-04"),
    ("by January 16, 2009", None, "2009-01-16"),
    ("antes del 30 de enero de 2009", None, "2009-01-29"),
    ("before January 30, 2009", None, "2009-01-29"),
    ("antes de finalizar marzo", None, "2009-03-31"),
    ("by the end of March", None, "2009-03-31"),
    ("hasta finales de marzo de 2009", None, "2009-03-31"),
    ("a partir del 1 de abril", "2009-04-01", None),
    ("desde abril de 2009", "2009-04-01", None),
    ("as of April 1, 2009", "2009-04-01", None),
    # parts
    ("mediados de marzo", "2009-03-11", "2009-03-20"),
    ("mid-March 2009", "2009-03-11", "2009-03-20"),
    ("principios de marzo", "2009-03-01", "2009-03-10"),
    ("finales de marzo", "2009-03-21", "2009-03-31"),
    ("late March 2009", "2009-03-21", "2009-03-31"),
    ("primera quincena de marzo", "2009-03-01", "2009-03-15"),
    ("the second fortnight of January 2009", "2009-01-16", "2009-01-31"),
    ("first half of January", "2009-01-01", "2009-01-15"),
    ("última semana de marzo de 2009", "2009-03-25", "2009-03-31"),
    ("I trimestre 2009", "2009-01-01", "2009-03-31"),
    ("Q1 2009", "2009-01-01", "2009-03-31"),
    ("2o. trimestre de 2009", "2009-04-01", "2009-06-30"),
    ("primer trimestre del 2012", "2012-01-01", "2012-03-31"),
    ("segundo semestre de 2011", "2011-07-01", "2011-12-31"),
    ("first quarter of 2009", "2009-01-01", "2009-03-31"),
    ("primer bimestre de 2009", "2009-01-01", "2009-02-28"),
    ("2009", "2009-01-01", "2009-12-31"),
    ("durante el 2009", "2009-01-01", "2009-12-31"),
    ("fines de mes", "2008-11-21", "2008-11-30"),
    ("esta semana", "2008-11-17", "2008-11-21"),
    ("la próxima semana", "2008-11-24", "2008-11-28"),
    ("next month", "2008-12-01", "2008-12-31"),
    ("setiembre de 2009", "2009-09-01", "2009-09-30"),
    ("febreo de 2009", "2009-02-01", "2009-02-28"),
]


@pytest.mark.parametrize(("text", "start", "end"), DATED)
def test_dated(text: str, start: str | None, end: str | None) -> None:
    (window,) = windows.read(text, TODAY)
    assert (str(window.start or "") or None, str(window.end or "") or None) == (start, end)
    assert window.kind == ("day" if start is not None and start == end else "period")
    assert window.doubt is None


@pytest.mark.parametrize(
    "text",
    [
        "Por conducto de la Secretaría Técnica y OIM",
        "Secretaría Técnica.",
        "34 funcionarios de nueve países",
        "2009 participantes",
        "Tel. (502) 2410-0000",
        "a las 10:22",
        "We may meet",
        "Resolución 45/2008-B",
        "",
        "...",
    ],
)
def test_nothing_dated_is_unknown_without_doubt(text: str) -> None:
    (window,) = windows.read(text, TODAY)
    assert (window.kind, window.start, window.end) == ("unknown", None, None)


@pytest.mark.parametrize(
    "text",
    ["03/04/2009", "lunes 16 de enero de 2009", "31 de febrero de 2009", "del 30 de marzo al 3 de marzo de 2009"],
)
def test_two_readings_or_none_are_a_question(text: str) -> None:
    (window,) = windows.read(text, TODAY)
    assert (window.kind, window.start, window.end) == ("unknown", None, None)
    assert window.doubt is not None


@pytest.mark.parametrize(
    ("text", "kind", "every"),
    [
        ("Continuo. Los países identifican temas concretos de capacitación.", "continuous", None),
        ("Permanente", "continuous", None),
        ("ongoing", "continuous", None),
        ("Continuo. Los países hacen presentaciones durante las reuniones de la Red.", "recurring", "meeting"),
        ("después de cada reunión", "recurring", "meeting"),
        ("at each meeting", "recurring", "meeting"),
        ("cada seis meses", "recurring", "6 months"),
        ("every 3 months", "recurring", "3 months"),
        ("semestralmente", "recurring", "6 months"),
        ("anual", "recurring", "year"),
        ("twice a year", "recurring", "6 months"),
        ("por definir", "undecided", None),
        ("TBD", "undecided", None),
        ("fecha por confirmar", "undecided", None),
    ],
)
def test_what_has_no_date(text: str, kind: str, every: str | None) -> None:
    (window,) = windows.read(text, TODAY)
    assert (window.kind, window.every, window.start, window.end) == (kind, every, None, None)


def test_several_milestones_in_one_cell() -> None:
    text = (
        "Remitir insumos al borrador existente por parte de los países, al 16 de enero de 2009. Elaborar y compartir "
        "un segundo borrador de discusión. Febrero 2009. Reunión de discusión del documento en México. Marzo 2009"
    )
    document = windows.as_json(windows.read(text, TODAY))
    assert [(each["start"], each["end"]) for each in document["windows"]] == [
        (None, "2009-01-16"),
        ("2009-02-01", "2009-02-28"),
        ("2009-03-01", "2009-03-31"),
    ]


def test_tentative_is_said() -> None:
    (window,) = windows.read("Fecha tentativa en el mes de mayo de 2009. República de Guatemala.", TODAY)
    assert (window.tentative, str(window.start)) == (True, "2009-05-01")
    assert not windows.read("mayo de 2009", TODAY)[0].tentative
