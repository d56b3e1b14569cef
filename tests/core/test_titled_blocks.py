"""The title of an activity as a heading over labelled lines, in a report that we asked for: asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries

REPORT = "[PC-EST-2009-HN] Avance del Programa de Trabajo / Progress of the Work Programme"
STATE = "Estado: En proceso\nAvance: 20 %\n"


def reported(body: str) -> list[dict[str, Any]]:
    return [all_shown(each) for each in contact_entries(body, "HN", REPORT)]


@pytest.mark.parametrize("bullet", ["", "- "])
def test_titles_over_labelled_lines(bullet: str) -> None:
    first, second = reported(
        "Estimados amigos:\n\nEnviamos la información.\n\nLista de cónsules acreditados\n"
        f"{bullet}Situación: cumplida\n{bullet}Fecha: 20 de febrero de 2009\n\n"
        f"Foro virtual sobre migración y salud\n{bullet}Situación: aplazado\n{bullet}Responsable: Ministerio de Salud\n"
    )
    assert (first["activity"], first["status"]) == ("Lista de cónsules acreditados", "done")
    assert (second["activity"], second["status"]) == ("Foro virtual sobre migración y salud", "postponed")


def test_such_a_title_is_asked() -> None:
    (entry,) = contact_entries(f"Foro virtual sobre migración y salud\n{STATE}", "HN", REPORT)
    taken, asked = by_certainty(entry)
    assert (asked["activity"], taken["progress"]) == ("Foro virtual sobre migración y salud", 20)


@pytest.mark.parametrize(
    "above",
    [
        "Les enviamos el avance de Honduras:",
        "Va el avance que nos pidieron ayer.",
        "Estimados colegas",
        "Saludos desde Honduras",
        "Honduras",
        "En nombre de Honduras",
        "On behalf of: Honduras",
        "Foro virtual sobre migración y salud\n",
    ],
)
def test_what_is_no_title_of_the_lines_below(above: str) -> None:
    assert all("activity" not in each for each in reported(f"{above}\n{STATE}"))


def test_a_label_says_what_it_is_about() -> None:
    (entry,) = reported(f"Foro virtual sobre migración\nActividad: P003-04\n{STATE}")
    assert entry["activity"] == "P003-04"


def test_difficulties_are_remarks() -> None:
    (entry,) = reported(f"Actividad: P003-04\n{STATE}Resultado: 14 programas\nDificultades: falta de fondos\n")
    assert (entry["result"], entry["note"]) == ("14 programas", "falta de fondos")
