"""Codes, newer versions of a programme, and rows that name their fields."""

from __future__ import annotations

import datetime as dt

from mailbot.core.programme import compare, rows
from mailbot.core.programme.changes import Change
from mailbot.core.programme.values import Draft
from mailbot.core.programme.when import Days
from mailbot.core.records import Activity
from mailbot.core.values import Bilingual, Window
from tests.programme_tables import ADOPTED


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
