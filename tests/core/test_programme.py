"""Tables of work programmes: what their columns and cells mean."""

from __future__ import annotations

import datetime as dt

import pytest

from mailbot.core.programme import reading
from mailbot.core.programme.headings import heading_of
from mailbot.core.programme.values import Paper
from mailbot.core.values import Bilingual
from tests.programme_tables import ADOPTED, DATED, PLAIN, TODAY, WORDS, read, table, told


@pytest.mark.parametrize(
    ("text", "role", "language"),
    [
        ("TEMAS", "theme", "es"),
        ("Objetivos específicos:", "objective", "es"),
        ("Actividad / Activity", "activity", ""),
        ("Activities", "activity", "en"),
        ("activity_en", "activity", "en"),
        ("Calendario (fecha tentativa)", "calendar", "es"),
        ("Fecha de realización", "calendar", "es"),
        ("Time frame", "calendar", "en"),
        ("País responsable", "responsible", "es"),
        ("No.", "code", "es"),
        ("Venue", "place", "en"),
    ],
)
def test_headings_are_found_in_either_language(text: str, role: str, language: str) -> None:
    found = heading_of(text, WORDS)
    assert found is not None
    assert (found.role, found.language) == (role, language)


@pytest.mark.parametrize("text", ["", "Observaciones", "Realizar un taller en Honduras", "2009"])
def test_other_texts_are_no_headings(text: str) -> None:
    assert heading_of(text, WORDS) is None


def test_columns_may_stand_in_any_order_in_english() -> None:
    programme = read(
        ["Date", "Responsible", "Activity", "Theme", "Remarks"],
        ["March 3-7, 2009", "Technical Secretariat, IOM, MX", "Hold a workshop", "Health", "x"],
    )
    (draft,) = programme.drafts
    assert draft.title == Bilingual("", "Hold a workshop")
    assert draft.theme == Bilingual("", "Health")
    assert draft.responsible == ("ST", "OIM", "MX")
    assert told(programme) == [("Hold a workshop", "2009-03-03", "2009-03-07")]


def test_columns_in_both_languages_are_the_two_halves() -> None:
    programme = read(
        ["Actividad", "Activity", "Calendario"],
        ["Uno\nDos", "One\nTwo", "Enero de 2009\nMarzo de 2009"],
    )
    assert [each.title for each in programme.drafts] == [Bilingual("Uno", "One"), Bilingual("Dos", "Two")]
    assert programme.doubts == ()


def test_merged_themes_are_carried_down_and_repeated_headings_passed_over() -> None:
    programme = read(
        PLAIN,
        ["Salud", "Informar", "Abrir un foro", "Enero de 2009"],
        ["^", "Compartir", "Hacer una lista", "Febrero de 2009"],
        PLAIN,
        ["", "", "Otra lista", "Marzo de 2009"],
    )
    assert [(each.theme.es, each.objective.es) for each in programme.drafts] == [
        ("Salud", "Informar"),
        ("Salud", "Compartir"),
        ("Salud", "Compartir"),
    ]
    assert told(programme)[2] == ("Otra lista", "2009-03-01", "2009-03-31")


def test_a_new_theme_drops_the_objective_of_the_one_before() -> None:
    programme = read(PLAIN, ["Salud", "Informar", "Uno", "Enero de 2009"], ["Trabajo", "", "Dos", "Enero de 2009"])
    assert programme.drafts[1].objective == Bilingual("", "")


def test_a_row_across_the_table_is_a_theme() -> None:
    programme = read(
        ["Actividad", "Calendario", "Responsable"],
        ["Tema 1: Salud", "<", "<"],
        ["Abrir un foro", "Enero de 2009", "ST"],
        ["Tema 2: Trabajo", "<", "<"],
        ["Hacer una lista", "Febrero de 2009", "OIM"],
    )
    assert [each.theme.es for each in programme.drafts] == ["Tema 1: Salud", "Tema 2: Trabajo"]


def test_a_calendar_merged_down_serves_every_row() -> None:
    programme = read(
        PLAIN, ["Salud", "x", "Uno", "Enero de 2009"], ["^", "^", "Dos", "^"], ["^", "^", "Tres", "Marzo de 2009"]
    )
    assert told(programme) == [
        ("Uno", "2009-01-01", "2009-01-31"),
        ("Dos", "2009-01-01", "2009-01-31"),
        ("Tres", "2009-03-01", "2009-03-31"),
    ]
    assert [each.origin for each in programme.drafts] == ["inherited", "inherited", "said"]


def test_dates_in_a_merged_calendar_are_paired_with_the_rows() -> None:
    programme = read(
        PLAIN,
        ["Salud", "x", "Uno", "Enero de 2009\nMarzo de 2009"],
        ["^", "^", "Dos", "^"],
        ["", "", "Tres", "Permanente"],
    )
    assert [each[1] for each in told(programme)] == ["2009-01-01", "2009-03-01", "2008-11-19"]
    assert programme.doubts == ()


def test_an_activity_merged_down_has_a_milestone_a_row() -> None:
    programme = read(
        PLAIN,
        ["Salud", "x", "Elaborar lineamientos", "Remitir insumos, al 16 de enero de 2009"],
        ["^", "^", "^", "Segundo borrador: febrero de 2009"],
    )
    (draft,) = programme.drafts
    assert [(each.title.es, each.calendar_text, each.window.end) for each in draft.milestones] == [
        ("Remitir insumos", "al 16 de enero de 2009", dt.date(2009, 1, 16)),
        ("Segundo borrador", "febrero de 2009", dt.date(2009, 2, 28)),
    ]
    assert (draft.window.start, draft.window.end) == (ADOPTED, dt.date(2009, 2, 28))


def test_cells_whose_edges_stand_askew_are_read_in_order() -> None:
    programme = read(
        ["Tema", "<", "Actividad", "Calendario", "<"],
        ["Salud", "Abrir un foro", "<", "<", "Enero de 2009"],
        ["Salud", "<", "<", "Otro", "Marzo de 2009"],
    )
    assert told(programme) == [("Abrir un foro", "2009-01-01", "2009-01-31"), ("Otro", "2009-03-01", "2009-03-31")]


def test_a_cell_merged_over_activity_and_calendar_is_parted_and_doubted() -> None:
    programme = read(PLAIN, ["Salud", "x", "Crear un foro, en enero de 2009", "<"], ["", "", "Otro", "Permanente"])
    assert told(programme)[0] == ("Crear un foro", "2009-01-01", "2009-01-31")
    assert programme.drafts[0].origin == "proposed"
    assert "one cell" in programme.doubts[0].words.en


def test_tables_inside_a_layout_table_and_tables_cut_by_a_page_are_read() -> None:
    inside = table(PLAIN, ["Salud", "x", "Uno", "Enero de 2009"])
    outer = table(["Programa", ""], inner=(inside,))
    cut_off = table(["Trabajo", "y", "Dos", "Marzo de 2009"])
    other = table(["a", "b"], ["c", "d"])
    programme = reading.read(Paper(DATED, (outer, cut_off, other)), WORDS, TODAY)
    assert [each[0] for each in told(programme)] == ["Uno", "Dos"]
    assert [each.where.en for each in programme.doubts] == ["table 3, row 1"]
    assert "no known headings" in programme.doubts[0].words.en


def test_a_paper_without_a_programme_says_what_is_missing() -> None:
    programme = reading.read(Paper(("Hola",), ()), WORDS, TODAY)
    assert programme.drafts == ()
    assert "rules/programme.yaml" in programme.doubts[0].words.es
