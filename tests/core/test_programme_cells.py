"""Several activities and dates in one cell, calendars, actors and places."""

from __future__ import annotations

import datetime as dt

import pytest

from mailbot.core.programme import actors as who
from mailbot.core.programme.items import activities_of, cut
from tests.programme_tables import ACTORS, ADOPTED, TODAY, read, told


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
