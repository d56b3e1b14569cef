"""Many patterns laid out by their first letters find what each of them finds, at the same place."""

from __future__ import annotations

import re

import pytest

from mailbot.core.reading.openings import any_of

ROWS = (
    r"\b(?:dar|den|de)(?:me|nos) de baja\b",
    r"\b(?:ha |fue )?(?:designad[oa]|nombrad[oa])\b",
    r"\bmas plazo\b|\b(?:dias|semanas?) mas\b",
    r"\b(?<!no )(?<!sin )correccion(?:es)?\b",
    r"\b(?<!la )(?:extension(?! \d)|prorroga)\b",
    r"\bn?unca\b",
    r"\b\d{1,3} ?%",
    r"¿[^?]{3,20}\?",
    r"(?:^|\n)propuesta",
)


@pytest.mark.parametrize(
    "text",
    [
        "favor denos de baja",
        "darme de alta, demede baja, dar de baja",
        "ella fue nombrada, ha designado, nombrados no",
        "tres semanas mas, dias mas, mas plazo",
        "sin correccion, no correccion, una correccion, correcciones",
        "la extension 12, extension 12, su extension",
        "la prorroga, prorroga",
        "nunca, unca",
        "75 % y 1000%",
        "¿cuando sera?",
        "propuesta, la propuesta",
        "nada de esto",
        "",
    ],
)
def test_the_same_places(text: str) -> None:
    expected = {found.start() for row in ROWS for found in re.finditer(f"(?=(?:{row}))", text)}
    assert {found.start() for found in re.finditer(f"(?={any_of(ROWS).pattern})", text)} == expected


@pytest.mark.parametrize("row", ROWS)
def test_one_row_alone(row: str) -> None:
    text = "denos de baja, fue nombrada, dias mas, correccion, prorroga, nunca, 5 %, ¿que es?"
    found, expected = any_of([row]).search(text), re.search(row, text)
    assert (found and found.start()) == (expected and expected.start())
