"""What the work programme is told by: promises, standings, progress, what hangs on what, numbers."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from mailbot.core import replanning
from mailbot.core.fields import numbers
from mailbot.core.indicators import progress_of
from mailbot.core.promises import promise_in
from mailbot.core.records import Activity, Indicator, Measurement, Participant, RequestRecord
from mailbot.core.requests_state import Standing, matrix, standing
from mailbot.core.values import Bilingual, Doubt, Field, FieldValue, Known

MONDAY = dt.date(2008, 12, 1)
NOW = dt.datetime(2008, 12, 1, 15, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "kind", "until"),
    [
        ("Lo enviamos la próxima semana.", "working", dt.date(2008, 12, 12)),
        ("We will send it by 15 March 2009", "working", dt.date(2009, 3, 15)),
        ("Trabajamos en ello hasta el viernes", "working", dt.date(2008, 12, 5)),
        ("We are working on it until Monday", "working", dt.date(2008, 12, 8)),
        ("Enviaremos los datos en dos semanas.", "working", dt.date(2008, 12, 15)),
        ("Solicitamos una prórroga hasta el 30 de enero de 2009", "extension", dt.date(2009, 1, 30)),
        ("Por su carta del 5 de enero, pedimos más plazo hasta el 30 de enero", "extension", dt.date(2009, 1, 30)),
        ("Could we have an extension?", "extension", None),
        ("No nos aplica.", "excused", None),
        ("Not applicable to Canada", "excused", None),
    ],
)
def test_what_is_promised(text: str, kind: str, until: dt.date | None) -> None:
    found = promise_in(text, MONDAY)
    assert found is not None
    assert (found.kind, found.until, found.unclear) == (kind, until, False)


@pytest.mark.parametrize(
    "text", ["Ya lo enviamos la semana pasada.", "No necesitamos una prórroga.", "Gracias.", "We already sent it."]
)
def test_what_is_no_promise(text: str) -> None:
    assert promise_in(text, MONDAY) is None


HN = Participant(1, "HN", "state", Bilingual("Honduras", "Honduras"), "es")
ASKED = RequestRecord(1, "x", HN, None, None, "r", "C", dt.date(2008, 12, 10), NOW, None, "asked")


@pytest.mark.parametrize(
    ("changes", "day", "wanted"),
    [
        ({}, MONDAY, Standing("asked")),
        ({}, dt.date(2008, 12, 11), Standing("late")),
        ({"state": "answered", "answered_at": NOW}, dt.date(2008, 12, 11), Standing("answered", MONDAY)),
        ({"state": "excused", "answered_at": NOW}, dt.date(2008, 12, 11), Standing("excused", MONDAY)),
        ({"state": "closed"}, MONDAY, Standing("none")),
        ({"working_until": dt.date(2008, 12, 9)}, MONDAY, Standing("working", dt.date(2008, 12, 9))),
        ({"working_until": dt.date(2008, 12, 9)}, dt.date(2008, 12, 10), Standing("asked")),
        ({"working_until": dt.date(2009, 1, 9)}, dt.date(2008, 12, 11), Standing("late")),
        ({"extension": dt.date(2009, 1, 9)}, dt.date(2008, 12, 11), Standing("extension", dt.date(2009, 1, 9))),
    ],
)
def test_standings(changes: dict[str, object], day: dt.date, wanted: Standing) -> None:
    assert standing(replace(ASKED, **changes), day) == wanted  # type: ignore[arg-type] # a table of fields


def test_the_matrix_has_a_row_for_who_was_not_asked_and_the_common_due_date() -> None:
    gt = replace(HN, id=2, code="GT")
    us = replace(HN, id=3, code="US")
    later = replace(ASKED, id=2, participant=gt, due=dt.date(2009, 1, 10))  # an extension
    third = replace(ASKED, id=3, participant=us)
    found = matrix([ASKED, later, third], [HN, gt, us, replace(HN, id=4, code="NI")], MONDAY, frozenset({1}))
    assert [each.due for each in found.columns] == [ASKED.due]
    assert [row.standings[0].state for row in found.rows] == ["bounced", "asked", "asked", "none"]


GOAL = Indicator(1, "I-01", Bilingual("a", "a"), Bilingual("", ""), Decimal(100), Decimal(200), None)


def measured(place: str, value: str, day: int) -> Measurement:
    return Measurement("I-01", place, Decimal(value), dt.date(2008, 12, day), "", NOW)


@pytest.mark.parametrize(
    ("goal", "reports", "value", "share", "trend"),
    [
        (GOAL, [], None, None, "none"),
        (GOAL, [measured("HN", "150", 1)], Decimal(150), 50, "none"),
        (GOAL, [measured("HN", "150", 2), measured("HN", "120", 1)], Decimal(150), 50, "up"),
        (GOAL, [measured("HN", "150", 1), measured("GT", "90", 2)], Decimal(90), -10, "down"),
        (replace(GOAL, combine="sum"), [measured("HN", "150", 1), measured("GT", "90", 2)], Decimal(240), 140, "up"),
        (replace(GOAL, combine="sum"), [measured("HN", "9", 1), measured("HN", "9", 2)], Decimal(9), -91, "level"),
        (replace(GOAL, target=Decimal(100)), [measured("HN", "150", 1)], Decimal(150), None, "none"),
    ],
)
def test_progress(goal: Indicator, reports: list[Measurement], value: Decimal, share: int, trend: str) -> None:
    (found,) = progress_of([goal], reports)
    assert (found.value, found.share, found.trend, found.reports) == (value, share, trend, len(reports))


def made(code: str, end: str, *after: str, parent: str | None = None) -> Activity:
    day = dt.date.fromisoformat(end)
    return Activity(1, code, Bilingual(code, code), "period", end=day, depends_on=after, parent_code=parent)


def test_a_slip_warns_what_hangs_on_it_along_the_chain() -> None:
    chain = [
        made("A", "2009-03-01"),
        made("Aa", "2009-01-10", parent="A"),
        made("Ab", "2009-01-05", "Aa", parent="A"),
        made("B", "2009-12-01", "Ab"),
        made("C", "2009-01-01"),
    ]
    warned = replanning.warnings(chain, ["Aa"], frozenset(), MONDAY)
    assert [each.activity.code for each in warned] == ["A", "Ab"]  # B begins long after it
    assert replanning.warnings(chain, ["Aa"], frozenset({"Ab", "A"}), MONDAY) == ()
    assert (
        replanning.followers([made("X", "2009-01-01", "Y"), made("Y", "2009-01-01", "X")], "X") != ()
    )  # a circle ends


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("P003-08: pospuesta al 15 de marzo por falta de fondos.", "por falta de fondos"),
        ("postponed to 15 March due to lack of funds", "due to lack of funds"),
        ("pospuesta, por definir", ""),
        ("pospuesta al 15 de marzo", ""),
    ],
)
def test_the_reason_is_what_the_line_says(words: str, reason: str) -> None:
    assert replanning.reason_in(words) == reason


@pytest.mark.parametrize(
    ("responsible", "asked", "mine", "alone"),
    [
        (("HN",), False, True, True),
        (("HN", "GT"), False, True, False),
        (("GT",), False, False, False),
        (("GT",), True, True, False),
        (("all_member_countries",), False, True, False),
        ((), False, True, False),
        (("PPT",), False, False, False),
    ],
)
def test_for_whom_a_state_speaks(responsible: tuple[str, ...], asked: bool, mine: bool, alone: bool) -> None:
    activity = replace(made("A", "2009-03-01"), responsible=responsible)
    assert replanning.answers_for(activity, "HN", "GT", asked=asked) is mine
    assert replanning.speaks_for_all(activity, "HN", "GT") is alone


NUMBER = Field("value", "number", Bilingual("Valor", "Value"), Bilingual("", ""))


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("34", "34"), ("34 funcionarios", "34"), ("12,5", "12.5"), ("12.50", "12.50"), ("1 500", "1500"),
        ("1.500,25", "1500.25"), ("1,500.25", "1500.25"), ("1.500.000", "1500000"), ("45 %", "45"), ("0,125", "0.125"),
        ("1.500", None), ("1,500", None), ("unos 30", None), ("30-40", None), ("1.5.2", None), ("treinta", None),
    ],
)  # fmt: skip
def test_numbers_and_the_ones_with_two_readings(said: str, value: str | None) -> None:
    found = numbers.read(NUMBER, said, 1, Known(MONDAY))
    assert isinstance(found, Doubt) if value is None else isinstance(found, FieldValue) and found.value == value
