"""Half done, not begun, put off without the word: what officials write where the form asks for a state."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reports import entries_of, offered, shown, taken


def told(body: str) -> list[dict[str, Any]]:
    return [{**offered(entry), **taken(entry)} for entry in entries_of(body)]


@pytest.mark.parametrize(
    ("body", "state", "share"),
    [
        ("P003-15 is 3/4 done.", "in-progress", 75),
        ("P003-15 ¾ done", "in-progress", 75),
        ("P003-15: 3/4 realizada", "in-progress", 75),
        ("P003-15 is half done.", "in-progress", 50),
        ("P003-15: half done", "in-progress", 50),
        ("P003-15 half-way done", "in-progress", 50),
        ("P003-15 two thirds complete", "in-progress", 67),
        ("P003-15 is three quarters complete.", "in-progress", 75),
        ("La actividad P003-15 lleva un avance de tres cuartas partes.", "in-progress", 75),
        ("P003-15: avance de tres cuartas partes", None, 75),
        # the part alone is the progress, and says no state
        ("P003-15: la mitad", None, 50),
        ("P003-15 - por la mitad.", None, 50),
        ("P003-15: half", None, 50),
        ("P003-15: about half", None, 50),
        ("P003-15 | a quarter", None, 25),
        ("P003-15: tres cuartas partes", None, 75),
        ("P003-15: ¾", None, 75),
        ("P003-15: half of the work", None, 50),
        ("P003-15: vamos a la mitad.", "in-progress", 50),
        ("P003-15: vamos por la mitad del camino", "in-progress", 50),
        ("P003-15: va a la mitad, la terminamos en mayo", "in-progress", 50),
        ("We are about halfway through P003-15.", "in-progress", 50),
        ("P003-15 is partly done.", "in-progress", None),
        ("P003-15: a medias", "in-progress", None),
        ("La P003-15 está a medias.", "in-progress", None),
        ("P003-15 casi lista", None, None),
        ("P003-15 hecha a medias.", None, None),
        ("P003-15: medio terminada", None, None),
        ("P003-15: en gran parte concluida", None, None),
        ("P003-15 prácticamente terminada", None, None),
        ("P003-15 practically done", None, None),
        ("P003-15 is not quite done.", None, None),
        ("P003-15 is mostly done.", None, None),
        # none of these is a part of the work
        ("P003-15: done, 3/4", "done", None),
        ("P003-15 held 3/4/2009", "done", None),
        ("P003-15: realizada, con la mitad de los países", "done", None),
        ("P003-15 will be held in the second half of May.", None, None),
        ("P003-15: the third quarter of 2009", None, None),
        ("La P003-15 se realizará en la segunda mitad de mayo.", None, None),
    ],
)
def test_a_part_is_not_the_whole(body: str, state: str | None, share: int | None) -> None:
    (entry,) = told(body)
    assert (entry.get("status"), entry.get("progress")) == (state, share)


@pytest.mark.parametrize(
    "said", ["3/4", "1/2", "más de la mitad", "half of the countries", "la mitad de mayo", "second half of May"]
)
def test_what_may_be_a_day_or_a_part_of_others_is_no_progress(said: str) -> None:
    assert [each for each in told(f"P003-15: {said}") if each.get("progress") is not None] == []


@pytest.mark.parametrize(
    ("said", "share"), [("la mitad", 50), ("three quarters", 75), ("½", 50), ("3/4", None), ("más de la mitad", None)]
)
def test_a_part_beside_its_label_is_shown_and_asked(said: str, share: int | None) -> None:
    (entry,) = entries_of(f"Actividad: P003-15\nAvance: {said}")
    assert (shown(entry).get("progress"), "progress" in taken(entry)) == (share, False)
    assert "progress" in offered(entry)


def test_a_list_of_parts() -> None:
    found = entries_of("- P003-15: la mitad\n- P003-16: un tercio\n- P003-17: concluida")
    assert [shown(each) for each in found] == [
        {"activity": "P003-15", "progress": 50},
        {"activity": "P003-16", "progress": 33},
        {"activity": "P003-17", "status": "done"},
    ]


@pytest.mark.parametrize("body", ["P003-15: two thirds of the countries answered", "Half of P003-15's guests came."])
def test_a_part_of_others_is_no_share(body: str) -> None:
    assert all(entry.get("progress") is None for entry in told(body))


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ("Todavía no empezamos con la MD-07.", "not-started"),
        ("Aún no hemos iniciado la MD-07", "not-started"),
        ("Aún no arrancamos con la MD-07.", "not-started"),
        ("La MD-07 no ha arrancado.", "not-started"),
        ("La MD-07 todavía no se inicia.", "not-started"),
        ("MD-07: sin arrancar", "not-started"),
        ("MD-07: no hemos dado inicio", "not-started"),
        ("La MD-07 no se pudo iniciar.", "not-started"),
        ("We have yet to begin MD-07.", "not-started"),
        ("We haven't started MD-07 yet.", "not-started"),
        ("We haven’t started MD-07 yet.", "not-started"),
        ("MD-07 hasn't begun", "not-started"),
        ("Work on MD-07 has not commenced.", "not-started"),
        ("MD-07: ya empezamos", "in-progress"),
        ("MD-07: apenas iniciamos", "in-progress"),
        ("MD-07 has just kicked off", "in-progress"),
        # what is denied is something else
        ("No empezamos tarde: la MD-07 ya está realizada.", "done"),
        ("MD-07: no se inició en enero sino en febrero", None),
        ("MD-07: did not start on time", None),
    ],
)
def test_what_has_not_begun(body: str, state: str | None) -> None:
    (entry,) = told(body) or [{}]
    assert entry.get("status") == state


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "P003-15 hecha, P003-16 en eso estamos, P003-17 todavía no.",
            [("P003-15", "done"), ("P003-16", "in-progress"), ("P003-17", None)],
        ),
        (
            "P003-15 done, P003-16 working on it, P003-17 not yet.",
            [("P003-15", "done"), ("P003-16", "in-progress"), ("P003-17", None)],
        ),
        (
            "P003-15 hecha; P003-16 le falta; P003-17 ni idea",
            [("P003-15", "done"), ("P003-16", None), ("P003-17", None)],
        ),
        ("P003-17 todavía no.", [("P003-17", None)]),
        ("P003-15 hecha (ver P003-16)", [("P003-15", "done")]),
        ("P003-15: hecha. Gracias por todo.", [("P003-15", "done")]),
    ],
)
def test_every_code_of_a_line_is_read_or_asked(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(entry["activity"], entry.get("status")) for entry in told(body)] == expected


FEBRUARY_12 = "2009-02-12/2009-02-12"


@pytest.mark.parametrize(
    ("body", "state", "day"),
    [
        ("We wrapped up P003-08 on Feb 12.", "done", FEBRUARY_12),
        ("We ran P003-08 on Feb 12.", "done", FEBRUARY_12),
        ("We concluded P003-08 on Feb 12.", "done", FEBRUARY_12),
        ("Cerramos la P003-08 el 12 de febrero.", "done", FEBRUARY_12),
        ("Hicimos la P003-08 el 12 de febrero.", "done", FEBRUARY_12),
        ("Tuvimos la P003-08 el 12 de febrero.", "done", FEBRUARY_12),
        ("Dimos por concluida la P003-08 el 12 de febrero.", "done", FEBRUARY_12),
        ("Llevamos a cabo la P003-08 el 12 de febrero.", "done", FEBRUARY_12),
        ("La P003-08 se cerró el 12 de febrero.", "done", FEBRUARY_12),
        ("P003-08 is behind us.", "done", None),
        ("P003-08 is over.", "done", None),
        ("P003-08: ya quedó", "done", None),
        ("P003-08 is over budget", None, None),
        ("La P003-08 ya quedó programada", None, None),
        ("We have not wrapped up P003-08.", None, None),
        ("If we wrapped up P003-08 on Feb 12, tell us.", None, None),
    ],
)
def test_deeds_in_other_verbs(body: str, state: str | None, day: str | None) -> None:
    (entry,) = told(body) or [{}]
    assert (entry.get("status"), entry.get("date")) == (state, day)


MAY = "2009-05-01/2009-05-31"


@pytest.mark.parametrize(
    ("body", "state", "day"),
    [
        # the day it had stands before the new one: it is put off
        ("La P003-08, prevista para marzo, quedó para mayo.", "postponed", MAY),
        ("La P003-08, programada para marzo, pasó para mayo.", "postponed", MAY),
        ("P003-08, planned for March, slipped to May.", "postponed", MAY),
        ("P003-08, originally scheduled for March, has slipped to May.", "postponed", MAY),
        # by itself it may be put off, late, or only set
        ("La P003-08 quedó para mayo", None, MAY),
        ("La P003-08 se pasa para mayo", None, MAY),
        ("La P003-08 se dejó para mayo", None, MAY),
        ("P003-08 slipped to May", None, MAY),
        ("P003-08 slid into May", None, None),
        # another word of a state stays what it is
        ("La P003-08 quedó pendiente.", "not-started", None),
        ("La P003-08, prevista para marzo, se realizó en febrero.", "done", "2009-02-01/2009-02-28"),
        ("P003-08: en proceso, prevista para mayo", "in-progress", MAY),
    ],
)
def test_put_off_without_the_word(body: str, state: str | None, day: str | None) -> None:
    (entry,) = told(body)
    assert (entry.get("status"), entry.get("date")) == (state, day)
    assert state is not None or "status" in entry


@pytest.mark.parametrize(
    ("body", "asked"),
    [
        ("Our presentation (P003-15) has been postponed to 05/06/2009.", True),
        ("La actividad P003-15 se pospuso para el 05/06/2009.", True),
        ("As told in your letter of 03/04/2009, P003-15 was postponed.", False),
        ("La actividad P003-15 se pospuso para el 25/06/2009.", False),
    ],
)
def test_a_day_in_figures_with_two_readings_is_asked(body: str, *, asked: bool) -> None:
    (entry,) = entries_of(body)
    assert ([each["field"] for each in entry["doubts"]] == ["date"]) is asked
    assert shown(entry)["status"] == "postponed"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("MD-08: in progress\n\nResponsible officer: Mr. Orville Sample", "Mr. Orville Sample"),
        ("MD-08, the training, will be held in June.\n\nResponsible officer: Mr. Orville Sample", "Mr. Orville Sample"),
        ("MD-08: in progress\nMD-09: done\n\nResponsible officer: Mr. Orville Sample", None),
    ],
)
def test_a_label_beside_the_one_line_that_opens_with_a_code(body: str, expected: str | None) -> None:
    told_of = [shown(entry) for entry in entries_of(body, "Training on statistics")]
    assert told_of[0]["activity"] == "MD-08"
    assert told_of[0].get("responsible") == expected


def test_a_date_beside_a_code_may_be_of_a_meeting() -> None:
    body = "MD-08 será tema de la reunión.\n\nFecha: 12 de marzo de 2009\nLugar: Ciudad de Guatemala\n"
    assert all("date" not in shown(entry) for entry in entries_of(body, "Reunión"))
