"""Tables of HTML: every cell in its column, merged cells in each of their rows, bounded whatever a page claims."""

from __future__ import annotations

import cProfile
import pstats

import pytest

from mailbot.core.message import lines_of_html
from mailbot.core.message.grid import HEADING, MOST_COPIED, covered, repeated


def rows(html: str) -> list[tuple[str, ...] | str]:
    return [line.cells or line.text for line in lines_of_html(html) if line.text]


def table(*written: str) -> str:
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in written) + "</table>"


@pytest.mark.parametrize(
    ("html", "read"),
    [
        # merged over rows: in the first column, in the middle, at the end, two at once
        (
            table("<td rowspan=2>t</td><td>a</td><td>b</td>", "<td>c</td><td>d</td>", "<td>e</td><td>f</td><td>g</td>"),
            [("t", "a", "b"), ("t", "c", "d"), ("e", "f", "g")],
        ),
        (table("<td>a</td><td rowspan=2>t</td><td>b</td>", "<td>c</td><td>d</td>"), [("a", "t", "b"), ("c", "t", "d")]),
        (table("<td>a</td><td>b</td><td rowspan=2>t</td>", "<td>c</td><td>d</td>"), [("a", "b", "t"), ("c", "d", "t")]),
        (
            table("<td rowspan=3>t</td><td rowspan=2>u</td><td>a</td>", "<td>b</td>", "<td>v</td><td>c</td>"),
            [("t", "u", "a"), ("t", "u", "b"), ("t", "v", "c")],
        ),
        # merged and empty keeps its column; rowspan=0 reaches to the end
        (table("<td>a</td><td rowspan=2></td><td>b</td>", "<td>c</td><td>d</td>"), [("a", "", "b"), ("c", "", "d")]),
        (
            table("<td rowspan=0>t</td><td>a</td><td>b</td>", "<td>c</td><td>d</td>", "<td>e</td><td>f</td>"),
            [("t", "a", "b"), ("t", "c", "d"), ("t", "e", "f")],
        ),
        # merged over columns: what stands behind is in its own
        (
            table("<td>a</td><td>b</td><td>c</td>", "<td colspan=2>d</td><td>e</td>"),
            [("a", "b", "c"), ("d", "", "e")],
        ),
        # columns in which no cell begins are none: our label and a value over all the others
        (table("<td>a</td><td colspan=3>b</td>", "<td>c</td><td colspan=3>d</td>"), [("a", "b"), ("c", "d")]),
        (
            table("<td>a</td><td>b</td><td>c</td><td>d</td>", "<td>e</td><td colspan=3>f</td>")[:],
            [tuple("abcd"), ("e", "f")],
        ),
        # merged over both at once
        (
            table("<td colspan=2 rowspan=2>t</td><td>a</td>", "<td>b</td>", "<td>c</td><td>d</td><td>e</td>"),
            [("t", "", "a"), ("t", "", "b"), ("c", "d", "e")],
        ),
        # the whole width, and cells that are missing at the end
        (
            table("<td>a</td><td>b</td><td>c</td>", "<td colspan=3>Tema</td>", "<td>d</td><td>e</td>", "<td>f</td>"),
            [("a", "b", "c"), "Tema", ("d", "e"), "f"],
        ),
        # a body ends what its head merges; a hidden row is none
        (
            table("<td rowspan=9>a</td><td>b</td><td>x</td>").replace("</tr>", "</tr></tbody><tbody>")[:-8]
            + "<tr><td>c</td><td>d</td><td>e</td></tr></table>",
            [("a", "b", "x"), ("c", "d", "e")],
        ),
        (
            table("<td rowspan=2>t</td><td>a</td><td>b</td>").replace(
                "</table>", "<tr style='display:none'><td>x</td></tr><tr><td>c</td><td>d</td></tr></table>"
            ),
            [("t", "a", "b"), ("t", "c", "d")],
        ),
        # overlapping: the row's own cell stands, and nothing is lost
        (
            table("<td>a</td><td rowspan=3>t</td><td>b</td>", "<td colspan=3>c</td>", "<td>d</td><td>e</td>"),
            [("a", "t", "b"), "c", ("d", "e")],
        ),
        # two columns: a picture, or one label beside lines of its own
        (table("<td rowspan=2><img></td><td>Ana Prueba</td>", "<td>Jefa</td>"), [("", "Ana Prueba"), "Jefa"]),
        (table("<td rowspan=2>Sello</td><td>Ana Prueba</td>", "<td>Jefa</td>"), [("Sello", "Ana Prueba"), "Jefa"]),
        # a table inside a table is layout, but for a cell among rows as wide as its own
        (
            table(f"<td>a</td><td>{table('<td>b</td><td>c</td>')}</td><td>d</td>"),
            ["a", ("b", "c"), "d"],
        ),
        (
            table("<td>a</td><td>b</td><td>c</td>", f"<td>d</td><td>e</td><td>{table('<td>f</td><td>g</td>')}</td>"),
            [("a", "b", "c"), ("d", "e", "f g")],
        ),
        (
            table(
                "<td>a</td><td>b</td><td>c</td>", f"<td>d</td><td>{table('<td>f</td>', '<td>g</td>')}</td><td>e</td>"
            ),
            [("a", "b", "c"), ("d", "f\ng", "e")],
        ),
        # the outer table's cells go on below the inner one
        (
            table(
                "<td rowspan=3>t</td><td>a</td><td>b</td>", f"<td>{table('<td>x</td>')}</td>", "<td>c</td><td>d</td>"
            ),
            [("t", "a", "b"), "x", ("t", "c", "d")],
        ),
    ],
)
def test_every_cell_in_its_column(html: str, read: list[tuple[str, ...] | str]) -> None:
    assert rows(html) == read


def test_what_is_merged_is_marked() -> None:
    page = table(
        "<td rowspan=3>t</td><td>a</td><td>b</td><td>c</td>",
        "<td colspan=2>d</td><td>e</td>",
        "<td colspan=3>Nota</td>",
        "<td colspan=4>Tema</td>",
    )
    first, second, *over = lines_of_html(page)
    assert (repeated(first.marks), covered(first.marks)) == (0, [])
    assert (repeated(second.marks), covered(second.marks)) == (1, [(1, 2)])
    assert [(line.text, HEADING in line.marks) for line in over] == [("Nota", True), ("Tema", True)]
    assert HEADING not in lines_of_html(table("<td>a</td>", "<td>b</td>"))[0].marks
    assert [line.number for line in (first, second, *over)] == [1, 2, 3, 4]


@pytest.mark.parametrize("span", ["", "-1", "1.5", "x", "²", "1", "9" * 4000])
def test_spans_of_any_writing(span: str) -> None:
    page = table(f"<td rowspan='{span}' colspan='{span}'>t</td><td>a</td><td>b</td>", "<td>c</td><td>d</td><td>e</td>")
    assert {"t", "a", "b", "c", "d", "e"} <= {cell for line in lines_of_html(page) for cell in line.cells}


@pytest.mark.parametrize(
    "page",
    [
        table("<td rowspan=100000 colspan=99999>t</td>" * 300, *["<td rowspan=100000>a</td>"] * 3_000),
        table("<td rowspan=65534>t</td>" * 5_000, *["<td colspan=1000>a</td>" * 5] * 3_000),
        table("<td>a</td>" * 1_000, *["<td colspan=999>a</td><td>b</td>"] * 6_000),
        table(f"<td>b</td><td rowspan=65534>{'palabra ' * 20_000}</td><td>c</td>", *["<td>a</td><td>d</td>"] * 6_000),
        "<table><tr><td rowspan=9 colspan=9>" * 5_000,
        table("<td rowspan=65534>t</td>" * 90, *[""] * 25_000),
        table("<td>a</td><td>b</td><td>c</td>" * 300, *["<td rowspan=2>x</td><td><table></table></td>"] * 3_000),
    ],
    ids=lambda page: page[:20],
)
def test_endless_spans_are_bounded(page: str) -> None:
    profile = cProfile.Profile()
    lines = profile.runcall(lines_of_html, page)
    own = len(page) + MOST_COPIED
    assert pstats.Stats(profile).total_calls < 6 * own  # type: ignore[attr-defined]
    assert sum(len(line.text) + len(line.cells) for line in lines) < 2 * own
