"""Tables of work programmes: what their cells mean, and what a newer version changes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from mailbot.core.programme import actors as who
from mailbot.core.programme import compare, reading, rows
from mailbot.core.programme.changes import Change
from mailbot.core.programme.headings import heading_of
from mailbot.core.programme.items import activities_of, cut
from mailbot.core.programme.values import Cell, Draft, Paper, Table
from mailbot.core.programme.when import Days
from mailbot.core.records import Activity
from mailbot.core.values import Bilingual, Window
from mailbot.edges.rulebook import load_countries
from mailbot.edges.rulebook.programme import load_programme

TODAY = dt.date(2008, 12, 1)
ADOPTED = dt.date(2008, 11, 19)
DATED = ("Tegucigalpa, Honduras, 19 de noviembre de 2008",)
WORDS = load_programme(Path("rules/programme.yaml"), load_countries(Path("rules/countries.yaml")))
ACTORS = who.actors_of(WORDS)
PLAIN = ["Tema", "Objetivo", "Actividad", "Calendario"]


def table(*texts: list[str], inner: tuple[Table, ...] = ()) -> Table:
    """A grid of texts; "^" goes on from the cell above, "<" from the one before."""
    grid: list[tuple[Cell, ...]] = []
    for number, line in enumerate(texts):
        row: list[Cell] = []
        for place, text in enumerate(line):
            if text == "^":
                row.append(grid[-1][place])
            elif text == "<":
                row.append(row[-1])
            else:
                row.append(Cell(tuple(text.split("\n")) if text else (), (number, place)))
        grid.append(tuple(row))
    return Table(tuple(grid), inner)


def read(*texts: list[str], lines: tuple[str, ...] = DATED) -> reading.Programme:
    return reading.read(Paper(lines, (table(*texts),)), WORDS, TODAY)


def told(programme: reading.Programme) -> list[tuple[str, str | None, str | None]]:
    """(title, start, end) of every activity."""
    return [
        (each.title.es or each.title.en, *(str(day) if day else None for day in (each.window.start, each.window.end)))
        for each in programme.drafts
    ]


# --- columns ------------------------------------------------------------------------------


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


# --- merged cells -------------------------------------------------------------------------


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


# --- several in one cell ------------------------------------------------------------------


def test_numbered_entries_are_paired_by_number_whatever_the_order() -> None:
    programme = read(
        ["Actividad", "Calendario"],
        ["1. Uno\n2. Dos\ncon más palabras\n3) Tres", "3. Marzo de 2009\n1. Enero de 2009"],
    )
    assert told(programme) == [
        ("Uno", "2009-01-01", "2009-01-31"),
        ("Dos con más palabras", None, None),
        ("Tres", "2009-03-01", "2009-03-31"),
    ]
    assert [each.origin for each in programme.drafts] == ["said"] * 3


def test_fewer_dates_are_proposed_first_with_first_and_last_with_last() -> None:
    programme = read(["Actividad", "Calendario"], ["Uno\nDos\nTres\nCuatro", "Enero de 2009\nMarzo de 2009"])
    assert [each[1] for each in told(programme)] == ["2009-01-01", None, None, "2009-03-01"]
    assert [each.origin for each in programme.drafts] == ["proposed", "said", "said", "proposed"]
    assert "4 activities and 2 calendar entries" in programme.doubts[0].words.en


def test_common_words_decide_where_the_gap_is() -> None:
    programme = read(
        ["Actividad", "Calendario"],
        [
            "Elaborar la lista\nRealizar el seminario\nPublicar",
            "El seminario se realizará en marzo de 2009\nMayo de 2009",
        ],
    )
    assert [each[1] for each in told(programme)] == [None, "2009-03-01", "2009-05-01"]


def test_one_date_serves_all_and_is_said() -> None:
    programme = read(["Actividad", "Calendario"], ["Uno\nDos", "Enero de 2009"])
    assert [(each.window.end, each.origin) for each in programme.drafts] == [(dt.date(2009, 1, 31), "inherited")] * 2
    assert len(programme.doubts) == 1


def test_more_dates_than_activities_give_no_date() -> None:
    programme = read(["Actividad", "Calendario"], ["Uno\nDos", "Enero de 2009\nMarzo de 2009\nMayo de 2009"])
    assert [each[1:] for each in told(programme)] == [(None, None)] * 2
    assert all("Marzo" in each.calendar_text for each in programme.drafts)
    assert "2 activities and 3 calendar entries" in programme.doubts[0].words.en


def test_the_actor_beneath_a_date_belongs_to_it() -> None:
    programme = read(
        ["Actividad", "Calendario"],
        ["Uno\nDos", "Enero de 2009\nSecretaría Técnica\n\nMarzo de 2009\nOIM"],
    )
    assert [(each.window.end, each.responsible) for each in programme.drafts] == [
        (dt.date(2009, 1, 31), ("ST",)),
        (dt.date(2009, 3, 31), ("OIM",)),
    ]


def test_a_line_that_goes_on_is_no_new_activity() -> None:
    lines = ["Elaborar un estudio para la", "legalización de documentos.", "", "- Compartir la lista"]
    assert [each.text for each in activities_of(lines)] == [
        "Elaborar un estudio para la legalización de documentos.",
        "Compartir la lista",
    ]


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("Remitir insumos, al 16 de enero de 2009.", "Remitir insumos", "al 16 de enero de 2009"),
        ("Meeting, January 16, 2009", "Meeting", "January 16, 2009"),
        ("Febrero 2009: elaborar un borrador", "elaborar un borrador", "Febrero 2009"),
        ("Reunión en México", "Reunión en México", ""),
        ("Marzo 2009", "", "Marzo 2009"),
    ],
)
def test_words_and_date_are_parted_at_a_clause(text: str, words: str, said: str) -> None:
    assert cut(text, TODAY) == (words, said)


def test_milestones_written_in_one_paragraph_are_parted_at_sentences() -> None:
    calendar = "Remitir insumos, al 16 de enero de 2009. Segundo borrador. Febrero 2009. Reunión en México. Marzo 2009"
    (draft,) = read(["Actividad", "Calendario"], ["Elaborar lineamientos", calendar]).drafts
    assert [each.title.es for each in draft.milestones] == ["Remitir insumos", "Segundo borrador", "Reunión en México"]
    assert draft.milestones[2].place == "México"


def test_a_column_of_milestones_is_said_with_its_dates() -> None:
    (draft,) = read(
        ["Actividad", "Hito", "Calendario"],
        ["Elaborar lineamientos", "Insumos", "16 de enero de 2009"],
        ["", "Borrador", "Febrero de 2009"],
    ).drafts
    assert [(each.title.es, each.window.kind) for each in draft.milestones] == [
        ("Insumos", "day"),
        ("Borrador", "period"),
    ]


# --- calendars ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("calendar", "kind", "start"),
    [
        ("Permanente", "continuous", ADOPTED),
        ("Cada seis meses", "recurring", ADOPTED),
        ("Por definir", "undecided", None),
        ("Por conducto de la ST", "undated", None),
        ("", "undated", None),
        ("16 de enero de 2009", "day", dt.date(2009, 1, 16)),
    ],
)
def test_kinds_of_calendar(calendar: str, kind: str, start: dt.date | None) -> None:
    (draft,) = read(["Actividad", "Calendario"], ["Uno", calendar]).drafts
    assert (draft.window.kind, draft.window.start, draft.calendar_text) == (kind, start, calendar)


def test_permanent_for_something_periodic_recurs() -> None:
    (draft,) = read(["Actividad", "Calendario"], ["Actualizar periódicamente la lista", "Permanente"]).drafts
    assert draft.window.kind == "recurring"


@pytest.mark.parametrize(
    "calendar",
    [
        "15 de enero de 2009 o 20 de febrero de 2009",
        "15 de enero de 2009\n20 de enero de 2009",
        "viernes 15 de enero de 2009",
    ],
)
def test_dates_that_contradict_are_doubted_and_none_is_taken(calendar: str) -> None:
    programme = read(["Actividad", "Calendario"], ["Uno", calendar])
    assert told(programme) == [("Uno", None, None)]
    assert len(programme.doubts) == 1
    assert "Uno" in programme.doubts[0].where.es


def test_two_dates_above_the_tables_are_no_day_of_adoption() -> None:
    lines = ("Tegucigalpa, 19 de noviembre de 2008", "Revisado el 3 de marzo de 2009")
    programme = read(["Actividad", "Calendario"], ["Uno", "Permanente"], lines=lines)
    assert programme.adopted is None
    assert programme.drafts[0].window.start is None


# --- who and where ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "responsible", "partners", "place"),
    [
        ("Por conducto de la Secretaría Técnica y OIM", "ST OIM", "", ""),
        ("A instancia del ACNUR, IOM y la RNCOM", "ACNUR OIM RROCM", "", ""),
        ("El Gobierno de México presentará los comentarios", "MX", "", ""),
        ("Through UNHCR and the PPT", "ACNUR PPT", "", ""),
        ("Insumos por parte de los países", "all_member_countries", "", ""),
        ("Se realizará en Honduras, en coordinación con la RROCM", "", "RROCM", "Honduras"),
        ("Lugar: Ciudad de Panamá. Segundo trimestre de 2009", "", "", "Ciudad de Panamá"),
        ("Mayo de 2009. República de Guatemala.", "", "", "República de Guatemala"),
        ("Reunión de expertos", "", "", ""),
        ("Creación de un sitio en la SV", "", "", ""),
        ("Ni la fecha ni el lugar", "", "", ""),
        ("Integrada por los países de Centroamérica y la República Dominicana", "central_america DO", "", ""),
    ],
)
def test_actors_and_places_in_prose(text: str, responsible: str, partners: str, place: str) -> None:
    found = [each.code for each in who.responsible(ACTORS, text) if text[each.start : each.end] != place]
    assert found == responsible.split()
    assert [each.code for each in who.partners(ACTORS, text)] == partners.split()
    assert who.place_in(ACTORS, text) == place


def test_an_actor_in_the_date_column_is_responsible_and_the_date_asked() -> None:
    programme = read(["Actividad", "Calendario"], ["Recopilar prácticas", "Secretaría Técnica"])
    assert programme.drafts[0].responsible == ("ST",)
    assert "only says who (ST)" in programme.doubts[0].words.en


# --- codes and versions -------------------------------------------------------------------


def draft(title: str, end: str = "2009-03-31", **more: object) -> Draft:
    window = Window("period", "x", dt.date(2009, 3, 1), dt.date.fromisoformat(end))
    fields: dict = {"calendar_text": "marzo", "window": window, "theme": Bilingual("Salud", ""), **more}
    return Draft(title=Bilingual(title, ""), where=Bilingual("fila", "row"), **fields)


def known(code: str, title: str, **more: object) -> Activity:
    fields: dict = {
        "calendar_text": "marzo",
        "start": dt.date(2009, 3, 1),
        "end": dt.date(2009, 3, 31),
        "theme": Bilingual("Salud", ""),
        **more,
    }
    return Activity(1, code, Bilingual(title, title), "period", **fields)


def states(plan: compare.Plan) -> list[tuple[str, str]]:
    return [(step.state, step.code) for step in plan.steps]


def test_codes_are_given_in_order_and_those_in_the_paper_kept() -> None:
    plan = compare.plan([draft("Uno"), draft("Dos", code="P3-07"), draft("Tres", code="4"), draft("Cuatro")], [], "MD")
    assert states(plan) == [("new", "MD-05"), ("new", "P3-07"), ("new", "MD-04"), ("new", "MD-06")]


def test_the_same_paper_again_changes_nothing_and_new_ones_follow_the_record() -> None:
    record = [known("P003-01", "Abrir un foro virtual"), known("P003-09", "Hacer una lista")]
    plan = compare.plan([draft("Una más"), draft("Hacer una lista"), draft("Abrir un foro virtual")], record, "MD")
    assert states(plan) == [("new", "P003-10"), ("same", "P003-09"), ("same", "P003-01")]


def test_the_nearest_title_of_the_same_theme_is_the_same_activity() -> None:
    record = [known("MD-01", "Realizar un taller de capacitación"), known("MD-02", "Hacer una lista")]
    plan = compare.plan([draft("Realizar un taller de capacitación regional")], record, "MD")
    assert states(plan) == [("changed", "MD-01"), ("gone", "MD-02")]
    (change, _) = plan.steps[0].changes
    assert change == Change(
        "title_es", "Realizar un taller de capacitación", "Realizar un taller de capacitación regional"
    )
    elsewhere = draft("Realizar un taller de capacitación regional", theme=Bilingual("Trabajo y empleo", ""))
    assert states(compare.plan([elsewhere], record[:1], "MD"))[0] == ("new", "MD-02")


def test_a_moved_date_is_said_field_by_field() -> None:
    plan = compare.plan([draft("Uno", end="2009-04-15", calendar_text="abril")], [known("MD-01", "Uno")], "MD")
    assert plan.steps[0].changes == (
        Change("calendar_text", "marzo", "abril"),
        Change("end", "2009-03-31", "2009-04-15"),
    )
    assert plan.steps[0].values == {"code": "MD-01", "calendar_text": "abril", "end": dt.date(2009, 4, 15)}


def test_dates_moved_since_stay_when_the_calendar_says_the_same_words() -> None:
    moved = known("MD-01", "Uno", end=dt.date(2009, 4, 30))
    plan = compare.plan([draft("Uno", derived=frozenset({"window"}))], [moved], "MD")
    assert states(plan) == [("same", "MD-01")]
    assert "2009-04-30 is on record and kept" in plan.doubts[0].words.en


def test_what_the_paper_does_not_speak_of_stays() -> None:
    held = known("MD-01", "Uno", responsible=("ST",), place="Honduras", depends_on=("MD-02",))
    silent = draft("Uno", calendar_text="", window=Window("undated", ""), theme=Bilingual("", ""))
    plan = compare.plan([silent], [held], "MD")
    assert states(plan) == [("same", "MD-01")]
    assert "kept (2009-03-01 – 2009-03-31)" in plan.doubts[0].words.en


def test_a_translation_on_record_is_kept_and_doubted_when_the_title_changes() -> None:
    record = Activity(1, "MD-01", Bilingual("Hacer una lista", "Make a list"), "period", "marzo")
    plan = compare.plan([draft("Hacer una lista nueva")], [record], "MD")
    assert [each.field for each in plan.steps[0].changes if "title" in each.field] == ["title_es"]
    assert any("translation" in each.words.en for each in plan.doubts)


def test_a_code_with_quite_another_title_and_a_code_twice_are_doubted() -> None:
    plan = compare.plan(
        [draft("Firmar un memorándum", code="MD-01"), draft("Otra", code="MD-01")], [known("MD-01", "Abrir foro")], "MD"
    )
    assert states(plan) == [("changed", "MD-01")]
    assert [("numbering" in each.words.en, "twice" in each.words.en) for each in plan.doubts] == [
        (True, False),
        (False, True),
    ]


def test_milestones_keep_their_codes_and_follow_each_other() -> None:
    parts = (draft("Insumos"), draft("Borrador nuevo"), draft("Reunión"))
    record = [
        known("MD-01", "Guía"),
        known("MD-01a", "Insumos", parent_code="MD-01"),
        known("MD-01b", "Reunión", parent_code="MD-01"),
    ]
    plan = compare.plan([draft("Guía", milestones=parts)], record, "MD")
    assert states(plan) == [("same", "MD-01"), ("same", "MD-01a"), ("new", "MD-01c"), ("changed", "MD-01b")]
    assert plan.steps[2].values["depends_on"] == ["MD-01a"]
    assert plan.steps[2].values["parent_code"] == "MD-01"


def test_gone_are_only_those_of_the_same_programme() -> None:
    record = [known("MD-01", "Uno"), known("MD-02", "Dos"), known("P003-01", "Otra cosa")]
    assert states(compare.plan([draft("Uno")], record, "MD")) == [("same", "MD-01"), ("gone", "MD-02")]


# --- rows that name their fields ----------------------------------------------------------


def test_rows_give_their_dates_and_what_they_cannot_mean_is_said() -> None:
    drafts, doubts = rows.drafts_of_rows(
        [
            {"id": "A-1", "activity_es": "Uno", "kind": "dated", "end": "2009-01-16", "responsible": [{"actor": "ST"}]},
            {"id": "A-2", "title_en": "Two", "calendar": "Enero de 2009"},
            {"id": "A-3", "activity_es": "Tres", "start": "16/01/2009"},
            {"id": "A-4"},
        ],
        Days(ADOPTED, ADOPTED),
    )
    assert [(each.code, each.window.kind, each.window.end) for each in drafts] == [
        ("A-1", "period", dt.date(2009, 1, 16)),
        ("A-2", "period", dt.date(2009, 1, 31)),
        ("A-3", "undated", None),
    ]
    assert drafts[0].responsible == ("ST",)
    assert [each.where.en for each in doubts] == ["row 3 A-3", "row 4 A-4"]
    assert "2009-01-16" in doubts[0].words.en
