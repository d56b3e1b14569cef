"""HTML as people see it: paragraphs that stand close have no empty line between them."""

from __future__ import annotations

import pytest

from mailbot.core.message import lines_of_html

WORD = '<p class=MsoNormal style="color:#1F497D">{}</p>'


def texts(html: str) -> list[str]:
    return [line.text for line in lines_of_html(html)]


def test_words_paragraphs_stand_close_and_an_empty_one_is_an_empty_line() -> None:
    page = WORD.format("Nombre:") + WORD.format("Ana") + WORD.format("<o:p>&nbsp;</o:p>") + WORD.format("Cargo: Jefa")
    assert texts(page) == ["Nombre:", "Ana", "", "Cargo: Jefa"]


@pytest.mark.parametrize(
    "style", ["margin:0", "margin-top:0;margin-bottom:0", "margin: 0cm 0cm .0001pt", "margin-bottom:.0001pt"]
)
def test_margins_of_nothing(style: str) -> None:
    assert texts(f'<p style="{style}">a</p><p style="{style}">b</p>') == ["a", "b"]


@pytest.mark.parametrize("style", ["", "margin:0.5em 0", "margin:10px", "margin-bottom:.1in"])
def test_other_paragraphs_stand_apart(style: str) -> None:
    assert texts(f'<p style="{style}">a</p><p style="{style}">b</p>') == ["a", "", "b"]


@pytest.mark.parametrize(
    "instruction", ["<?td>", "<?import namespace=o>", "<?php echo 1 ?>", "<?xml:namespace prefix = o />"]
)
def test_instructions_to_programs_are_not_seen(instruction: str) -> None:
    """The tree has no name for most of them, and the reading ended there; found by the fuzzer."""
    assert "".join(texts(f"<p>uno {instruction}dos</p>")).split() == ["uno", "dos"]
    assert texts(f"<table><tr><td>Cargo{instruction}<td>Jefa</table>") == ["Cargo\tJefa"]


@pytest.mark.parametrize("inner", ["<table>", "<TABLE>", "<Table class=x>"])
def test_a_row_that_holds_a_table_is_layout_however_the_table_is_written(inner: str) -> None:
    page = f"<table><tr><td>a</td><td>{inner}<tr><td>Cargo</td><td>Jefa</td></tr></table></td></tr></table>"
    assert [line.cells for line in lines_of_html(page) if line.cells] == [("Cargo", "Jefa")]
