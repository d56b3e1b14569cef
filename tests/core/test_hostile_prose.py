"""Prose built to cost: a line of it costs so many function calls a character, and no more.

Seen: eight lines of two thousand characters, a person and then hundreds of capitals,
took seventeen seconds and 160 million calls.  Calls are counted, not seconds, so that a busy machine is no mistake.
"""

from __future__ import annotations

import cProfile
import pstats

import pytest

from tests.answers import KNOWN, entries_of, reply_of

OPENINGS = ["La Licda. Ana Prueba, punto focal, será ", "La actividad P003-14 ", "Cargo: "]
PIECES = [
    "A B C ",
    ". ",
    "Lic. Ana Prueba ",
    "Lic. Ana Prueba, 1234, ",
    ": ",
    "- ",
    "x@y.zz, ",
    "((",
    "ya no ",
    "a la ",
    "el taller y ",
    "el taller, el foro y ",
    "(el taller sobre ext. 22, ",
    "1(",
    "Ab y ",
    "P003-08 y ",
    "Ana Prueba (2411-2411) y ",
    "Nos trasladamos a: ",
    "mi nombre es Ana Prueba ",
    "P003-08 se realizó y ",
    "45 % no 54 % como ",
    "no se ha ",
    "sale Ana Prueba y entra Luis Ensayo ",
    "por error se informó ",
]
LINES, LENGTH = 4, 1_880
MOST = 400  # calls a character


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("piece", PIECES)
def test_no_line_costs_more_than_its_length(opening: str, piece: str) -> None:
    line = opening + (piece * LENGTH)[:LENGTH] + "."
    raw = reply_of("\n".join([line] * LINES), "Actualización [MD-DIR-GT]")
    profile = cProfile.Profile()
    profile.enable()
    entries_of(raw, KNOWN)
    profile.disable()
    calls = pstats.Stats(profile).total_calls  # type: ignore[attr-defined]
    assert calls < MOST * LINES * LENGTH


@pytest.mark.parametrize("size", [400, 1_600])
def test_headings_of_corrections_that_repeat_cost_no_more_than_their_number(size: int) -> None:
    raw = reply_of("Dice | Debe decir\n" * size, "Lista de contactos [MD-DIR-GT]")
    profile = cProfile.Profile()
    profile.enable()
    entries_of(raw, KNOWN)
    profile.disable()
    calls = pstats.Stats(profile).total_calls  # type: ignore[attr-defined]
    assert calls < MOST * len("Dice | Debe decir") * size
