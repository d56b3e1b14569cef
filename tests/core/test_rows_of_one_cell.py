"""A row of a table that is left with one cell. Seen: it raised where a heading of new values was looked for."""

from __future__ import annotations

import pytest

from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.layout.tables import read_table
from mailbot.core.forms.naming.labels import labels_of
from mailbot.core.forms.naming.said import Loose, Said
from tests.answers import FORMS


@pytest.mark.parametrize("words", ["Sueltas", "Corrección", "Dice", "Nuevo valor", "—"])
def test_it_is_no_heading_of_new_values(words: str) -> None:
    form = next(each for each in FORMS.values() if each.subject_of == "contact")
    rows = [Row("own", words, 1, (1,), (words,)), Row("own", "", 2, (2,), ("Teléfono", "2410-0000"))]
    found = read_table(rows, labels_of(form), {})
    assert [each.text for each in found if isinstance(each, Said)] == ["2410-0000"]
    assert all(isinstance(each, Loose | Said) for each in found)
