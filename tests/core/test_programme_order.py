"""What comes after what: columns in any words, prose where it can mean one activity only."""

from __future__ import annotations

import datetime as dt

import pytest

from mailbot.core.programme import compare
from tests.programme_tables import TODAY, read

PAPER = [
    ["Actividad", "Calendario"],
    ["Organizar la reunión técnica de Panamá", "Enero de 2009"],
    ["Elaborar el directorio regional de cónsules", "Febrero de 2009"],
    ["Revisar la normativa", "Marzo de 2009"],
]


def plan(*rows: list[str]) -> compare.Plan:
    return compare.plan(read(*rows).drafts, [], "MD", TODAY)


def after(found: compare.Plan) -> dict[str, list[str]]:
    return {step.code: step.values["depends_on"] for step in found.steps if step.values.get("depends_on")}


@pytest.mark.parametrize(
    ("title", "calendar", "codes"),
    [
        ("Publicar los resultados", "Una vez concluida MD-03", ["MD-03"]),
        ("Publicar los resultados", "Después de la reunión técnica de Panamá, abril de 2009", ["MD-01"]),
        ("Publicar el directorio, después de elaborar el directorio regional de cónsules", "Abril de 2009", ["MD-02"]),
        ("Publicar los resultados", "Abril de 2009, una vez que se celebre la reunión de Panamá", ["MD-01"]),
        ("Publish the results", "After MD-01 and MD-02", ["MD-01", "MD-02"]),
        ("Publicar los resultados", "Al finalizar las actividades 1 y 3", ["MD-01", "MD-03"]),
    ],
)
def test_prose_that_means_one_activity_is_a_dependency(title: str, calendar: str, codes: list[str]) -> None:
    found = plan(*PAPER, [title, calendar])
    assert after(found) == {"MD-04": codes}
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("calendar", "why"),
    [
        ("Después de la reunión", "MD-01?"),
        ("Tras la cumbre de jefes de Estado", "column “Depends on”"),
        ("Una vez concluida MD-O9", "column “Depends on”"),
        ("Una vez concluida MD-09", "not in the programme"),
    ],
)
def test_prose_that_may_mean_another_is_a_doubt(calendar: str, why: str) -> None:
    found = plan(*PAPER, ["Publicar los resultados", calendar])
    assert after(found) == {}
    (doubt,) = found.doubts
    assert why in doubt.words.en
    assert "Publicar los resultados" in doubt.where.en


@pytest.mark.parametrize(
    "calendar",
    ["Después del 15 de marzo de 2009", "Después de cada reunión", "Once a year", "Abril de 2009", "After March 2009"],
)
def test_dates_and_what_recurs_are_no_order(calendar: str) -> None:
    found = plan(*PAPER, ["Publicar los resultados", calendar])
    assert (after(found), found.doubts) == ({}, ())


@pytest.mark.parametrize(
    ("said", "codes", "doubts"),
    [
        ("MD-02", ["MD-02"], 0),
        ("1, 3", ["MD-01", "MD-03"], 0),
        ("Actividad 2", ["MD-02"], 0),
        ("No. 2", ["MD-02"], 0),
        ("reunión técnica de Panamá", ["MD-01"], 0),
        ("Ninguna", [], 0),
        ("–", [], 0),
        ("MD-77", [], 1),
        ("la aprobación del presupuesto", [], 1),
    ],
)
def test_a_column_says_it_by_code_number_or_title(said: str, codes: list[str], doubts: int) -> None:
    rows = [["Actividad", "Calendario", "Depende de"], *([*row, ""] for row in PAPER[1:])]
    found = plan(*rows, ["Publicar los resultados", "Abril de 2009", said])
    assert after(found) == ({"MD-04": codes} if codes else {})
    assert len(found.doubts) == doubts


def test_the_fifth_comes_after_the_fourth_and_the_second_phase_after_the_first() -> None:
    found = plan(
        ["Actividad", "Calendario"],
        ["Desarrollar la cuarta reunión técnica en un Estado parte", "Primer trimestre de 2009"],
        ["Desarrollar la quinta reunión técnica, en un Estado por definir", "Segundo trimestre de 2009"],
        ["Primera fase: elaborar un diagnóstico", "Enero de 2009"],
        ["Segunda fase: seminario taller", "Mayo de 2009"],
        ["Primera semana de la salud: actos públicos", "Enero de 2009"],
        ["Segunda semana de la salud: actos públicos", "Junio de 2009"],
        ["Quinta feria del libro", "Junio de 2009"],
    )
    assert after(found) == {"MD-02": ["MD-01"], "MD-04": ["MD-03"]}


def test_activities_that_wait_for_each_other_are_doubted() -> None:
    found = plan(
        ["Actividad", "Calendario", "Depende de"],
        ["Uno", "Enero de 2009", "2"],
        ["Dos", "Marzo de 2009", "1"],
    )
    assert ["on itself" in each.words.en for each in found.doubts] == [True, True]


def test_prose_on_an_activity_on_record_counts_and_again_changes_nothing() -> None:
    from mailbot.core.records import Activity
    from mailbot.core.values import Bilingual

    title = Bilingual("Publicar los resultados", "Publicar los resultados")
    drafts = read(["Actividad", "Calendario"], [title.es, "Una vez concluida MD-03"]).drafts
    others = Activity(3, "MD-03", Bilingual("Revisar", "Review"), "undated", "")
    held = Activity(4, "MD-04", title, "undated", "Una vez concluida MD-03", depends_on=("MD-01",))
    assert compare.plan(drafts, [held, others], "MD", dt.date(2008, 12, 1)).steps[0].state == "same"
