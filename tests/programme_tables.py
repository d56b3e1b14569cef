"""Tables of work programmes written as grids of texts, and what is read from them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from mailbot.core.programme import actors as who
from mailbot.core.programme import reading
from mailbot.core.programme.values import Cell, Paper, Table
from mailbot.edges.rulebook import load_countries
from mailbot.edges.rulebook.programme import load_programme

TODAY = dt.date(2008, 12, 1)
ADOPTED = dt.date(2008, 11, 19)
DATED = ("Tegucigalpa, Honduras, 19 de noviembre de 2008",)
WORDS = load_programme(Path("rules/programme.yaml"), load_countries(Path("rules/countries.yaml")))
ACTORS = who.actors_of(WORDS)
PLAIN = ["Tema", "Objetivo", "Actividad", "Calendario"]


def table(*texts: list[str], inner: tuple[Table, ...] = ()) -> Table:
    """A grid of texts; "^" goes on from the cell above, "<" from the one before."""
    grid: list[tuple[Cell, ...]] = []
    for number, line in enumerate(texts):
        row: list[Cell] = []
        for place, text in enumerate(line):
            if text == "^":
                row.append(grid[-1][place])
            elif text == "<":
                row.append(row[-1])
            else:
                row.append(Cell(tuple(text.split("\n")) if text else (), (number, place)))
        grid.append(tuple(row))
    return Table(tuple(grid), inner)


def read(*texts: list[str], lines: tuple[str, ...] = DATED) -> reading.Programme:
    return reading.read(Paper(lines, (table(*texts),)), WORDS, TODAY)


def told(programme: reading.Programme) -> list[tuple[str, str | None, str | None]]:
    """(title, start, end) of every activity."""
    return [
        (each.title.es or each.title.en, *(str(day) if day else None for day in (each.window.start, each.window.end)))
        for each in programme.drafts
    ]
