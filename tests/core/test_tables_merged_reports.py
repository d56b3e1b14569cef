"""Activities in tables whose cells say something for more rows or columns than one, or hold several values."""

from __future__ import annotations

from typing import Any

import pytest

from tests.core.test_tables_merged import DAY, of, read


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            "Tema | Actividad | Estado | Fecha\n2v:Retorno | MD-07 | Realizada | 3 de enero\nMD-08 | En proceso",
            [("MD-07", "done", "2011-01-03/2011-01-03"), ("MD-08", "in-progress", None)],
        ),
        (
            "Tema | No. | Actividad | Estado\nRetorno | 1 | MD-07 | Realizada\n | 2 | MD-08 | En proceso",
            [("MD-07", "done", None), ("MD-08", "in-progress", None)],
        ),
        (
            "Actividad | Estado | Fecha\nMD-07 | 2v:Realizada | 2v:3 de enero de 2011\nMD-08",
            [("MD-07", "done", "2011-01-03/2011-01-03"), ("MD-08", "done", "2011-01-03/2011-01-03")],
        ),
        (
            "2v:Actividad | 2h:Avance | 2v:Fecha\nEstado | Porcentaje\nMD-07 | Realizada | 100% | 3 de enero de 2011",
            [("MD-07", "done", "2011-01-03/2011-01-03")],
        ),
        (  # an empty state is nothing that stands above
            "Actividad | Estado | Fecha\nMD-07 | Realizada | 3 de enero de 2011\nMD-08 | | 5 de mayo de 2011",
            [("MD-07", "done", "2011-01-03/2011-01-03"), ("MD-08", None, "2011-05-05/2011-05-05")],
        ),
        (
            "Actividad | MD-07 | MD-08\nEstado | Realizada | En proceso\nResponsable | 2h:Migración",
            [("MD-07", "done", None), ("MD-08", "in-progress", None)],
        ),
    ],
)
def test_merged_cells_of_reports(rows: str, told: list[tuple[Any, ...]]) -> None:
    assert of(read(rows, "RE: [MyD-EST-2011-GT]"), "activity", "status", "date") == told


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (  # a heading over all columns leaves the columns as they are
            "Actividad | Estado | Fecha\n3h:RETORNO\nMD-07 | Realizada | 3 de enero\n3h:VISAS\nMD-08 | En proceso | ",
            [("MD-07", "done"), ("MD-08", "in-progress")],
        ),
        (
            "Actividad | Estado | Fecha\nRETORNO | | \nMD-07 | Realizada | 3 de enero\nVISAS | | \nMD-08 | En proceso",
            [("MD-07", "done"), ("MD-08", "in-progress")],
        ),
        (  # neither a note nor a sum below them is an activity
            "Actividad | Estado | Fecha\nMD-07 | Realizada | 3 de enero\n3h:Nota: faltan las cifras",
            [("MD-07", "done")],
        ),
        ("Actividad | Estado | Fecha\nMD-07 | Realizada | 3 de enero\nTotal realizadas | 1 | ", [("MD-07", "done")]),
        (
            "Tema | Actividad | Estado | Fecha\nVisas | MD-07 | Realizada | \n2h:Subtotal | 1 | 3",
            [("MD-07", "done")],
        ),
        (  # "Total" in the name of an activity is no sum
            "Tema | Actividad | Estado | Fecha\nTotal transparencia | MD-07 | Realizada | 3 de enero",
            [("MD-07", "done")],
        ),
    ],
)
def test_rows_that_are_no_activity(rows: str, told: list[tuple[Any, ...]]) -> None:
    assert of(read(rows, "RE: [MyD-EST-2011-GT]"), "activity", "status") == told


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (  # one state of several activities, or one each
            "Actividad | Estado | Fecha\nMD-07/MD-08 | Realizada | 3 de enero",
            [("MD-07?", "done?", f"{DAY}?"), ("MD-08?", "done?", f"{DAY}?")],
        ),
        (
            "Actividad | Estado | Fecha\nMD-07/MD-08 | Realizada/Cancelada | 3 de enero/",
            [("MD-07?", "done?", f"{DAY}?"), ("MD-08?", "cancelled?", f"{DAY}?")],
        ),
        (  # two states of three: whose?
            "Actividad | Estado | Fecha\nMD-07/MD-08/MD-09 | Realizada/Cancelada | ",
            [("MD-07?", "?", None), ("MD-08?", "?", None), ("MD-09?", "?", None)],
        ),
        ("Actividad | Estado | Fecha\nMD-07/Taller de visas | Realizada | 3 de enero", [("MD-07", "done", DAY)]),
        (  # a heading that two lower ones part
            "2v:Actividad | 2h:Fecha | 2v:Estado\nInicio | Fin\nMD-07 | 3 de enero | 5 de enero | Realizada",
            [("MD-07", "done", "2011-01-03/2011-01-05")],
        ),
    ],
)
def test_several_activities_in_one_cell_and_parts_of_a_day(rows: str, told: list[tuple[Any, ...]]) -> None:
    assert of(read(rows, "RE: [MyD-EST-2011-GT]"), "activity", "status", "date") == told
