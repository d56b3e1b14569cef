"""Any table may come: reading never raises, invents no date, and importing twice is importing once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.core.programme import compare, reading
from mailbot.core.programme.values import Cell, Paper, Table
from mailbot.core.records import Activity
from mailbot.core.values import Bilingual
from tests.core.test_programme import TODAY, WORDS

PIECES = st.sampled_from(
    [
        *("Tema", "Actividad", "Activity", "Calendario", "Responsable", "Hito", "Código", "1. ", "a) ", "MD-01 ", "7"),
        *("Realizar un taller", "Elaborar una lista", "Reunión en México", "Permanente", "Enero de 2009", "", "\t"),
        *(
            "al 16 de enero de 2009",
            "viernes 15 de enero de 2009",
            "Secretaría Técnica",
            "Lugar: Honduras.",
            "por definir",
        ),
        *("por conducto de", "en coordinación con", "en", "(", "– ", "31/02/2009", "\u200b", "٣", "🗓"),
    ]
)
LINE = st.lists(PIECES, max_size=3).map(" ".join)
LINES = st.lists(LINE, max_size=4).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Grids with cells merged anyhow, headings in the first row more often than not."""
    width = draw(st.integers(1, 5))
    heading = draw(st.permutations(["Actividad", "Calendario", "Tema", "Responsable", "Hito"]))
    rows: list[tuple[Cell, ...]] = []
    if draw(st.integers(0, 3)):
        rows.append(tuple(Cell((heading[place],), (0, place)) for place in range(width)))
    for number in range(len(rows), len(rows) + draw(st.integers(0, 5))):
        row: list[Cell] = []
        for place in range(width):
            how = draw(st.integers(0, 5))
            if how == 0 and rows:
                row.append(rows[-1][place])
            elif how == 1 and row:
                row.append(row[-1])
            else:
                row.append(Cell(draw(LINES), (number, place)))
        rows.append(tuple(row))
    return Table(tuple(rows))


PAPERS = st.builds(Paper, LINES, st.lists(tables(), max_size=2).map(tuple))


def recorded(plan: compare.Plan) -> list[Activity]:
    """What the store would hold after the plan."""
    return [
        Activity(
            number,
            values["code"],
            Bilingual(values["title_es"], values["title_en"]),
            values["kind"],
            values["calendar_text"],
            values["start"],
            values["end"],
            values["tentative"],
            values["parent_code"],
            Bilingual(values["theme_es"], values["theme_en"]),
            tuple(values["responsible"]),
            Bilingual(values["objective_es"], values["objective_en"]),
            tuple(values["partners"]),
            values["place"],
            tuple(values["depends_on"]),
            values["origin"],
        )
        for number, step in enumerate(plan.steps)
        for values in [step.values]
    ]


@settings(max_examples=150, deadline=None)
@given(PAPERS)
def test_any_paper_is_read_and_twice_is_once(paper: Paper) -> None:
    programme = reading.read(paper, WORDS, TODAY)
    for draft in programme.drafts:
        assert draft.title.es or draft.title.en
        assert not draft.window.start or not draft.window.end or draft.window.start <= draft.window.end
    first = compare.plan(programme.drafts, [], "MD")
    assert {step.state for step in first.steps} <= {"new"}
    again = compare.plan(programme.drafts, recorded(first), "MD")
    assert {step.state for step in again.steps} <= {"same"}, [step for step in again.steps if step.state != "same"]
    assert [step.code for step in again.steps] == [step.code for step in first.steps]
