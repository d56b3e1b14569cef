"""A name, or a title, above labels that were said of the one before begins another entry without an empty line."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

REPORTS = "[PC-EST-2009-HN] Avance del Programa de Trabajo / Progress of the Work Programme"


def contacts(body: str) -> list[dict[str, Any]]:
    return [all_shown(each) for each in contact_entries(body, "HN")]


def reports(body: str) -> list[dict[str, Any]]:
    return [all_shown(each) for each in contact_entries(body, "HN", REPORTS)]


ANA, JUAN = "Ana Prueba Mora", "Juan Ejemplo Mora"


@pytest.mark.parametrize(
    ("body", "first", "second"),
    [
        (f"Nombre: {ANA}\nCargo: Jefa\n{JUAN}\nCargo: Jefe", {"position": "Jefa"}, {"position": "Jefe"}),
        (
            f"Nombre: {ANA}\nTel: 2230-0000\n{JUAN}\nCargo: Jefe",
            {"phone": ["+50422300000"]},
            {"position": "Jefe"},
        ),
        (f"{ANA}\nCargo: Jefa\n{JUAN}\nCargo: Jefe", {"position": "Jefa"}, {"position": "Jefe"}),
        (
            f"Lic. {ANA}\nCargo: Jefa\nCorreo: a@b.example\nLic. {JUAN}\nTel: 2230-0001",
            {"title": "Lic.", "position": "Jefa", "email": ["a@b.example"]},
            {"title": "Lic.", "phone": ["+50422300001"]},
        ),
        (
            f"Lic. {ANA}, Jefa\nDirección: Calle 5\nLic. {JUAN}, Jefe\nDirección: Calle 6",
            {"title": "Lic.", "position": "Jefa", "address": "Calle 5"},
            {"title": "Lic.", "position": "Jefe", "address": "Calle 6"},
        ),
        (
            f"1. Lic. {ANA}\nDirección: Calle 5\n2. Lic. {JUAN}\nDirección: Calle 6",
            {"title": "Lic.", "address": "Calle 5"},
            {"title": "Lic.", "address": "Calle 6"},
        ),
    ],
)
def test_a_name_above_labels_begins_another(body: str, first: dict[str, Any], second: dict[str, Any]) -> None:
    assert contacts(body) == [{"name": ANA} | first, {"name": JUAN} | second]


@pytest.mark.parametrize(
    "body",
    [
        f"Nombre: {ANA}\nCargo: Jefa\nJefe inmediato:\n{JUAN}\nTel: 2230-0000",  # whose name is awaited
        f"País: Honduras\nInstitución: Cancillería\n{ANA}\nCargo: Jefa",
        f"Nombre: {ANA}\nDirección: Edificio Imaginario, 3er piso\nColonia Juan Ejemplo\nCargo: Jefa",
        f"Nombre: {ANA}\nCargo: Jefa\nTel: 2230-0000\n{ANA}",
    ],
)
def test_a_name_that_heads_nothing_begins_nobody(body: str) -> None:
    (entry,) = contacts(body)
    assert entry["name"] == ANA


@pytest.mark.parametrize(
    "body",
    [
        "Taller de visas\nEstado: realizada\nAvance: 100%\nForo virtual sobre salud\nEstado: aplazado",
        "1. Taller de visas\nEstado: realizada\nAvance: 100%\n2. Foro virtual sobre salud\nEstado: aplazado",
        "1. Taller de visas\nEstado: realizada\nAvance: 100%\n\n2. Foro virtual sobre salud\nEstado: aplazado",
        "- Taller de visas\nEstado: realizada\nAvance: 100%\n- Foro virtual sobre salud\nEstado: aplazado",
    ],
)
def test_a_title_above_a_state_said_before_begins_another(body: str) -> None:
    assert reports(body) == [
        {"activity": "Taller de visas", "status": "done", "progress": 100},
        {"activity": "Foro virtual sobre salud", "status": "postponed"},
    ]


def test_a_title_below_remarks_is_none_of_them() -> None:
    body = "P003-02\nEstado: realizada\nComentarios: se contó con apoyo\nde la OIM\nForo virtual\nEstado: aplazado"
    assert reports(body) == [
        {"activity": "P003-02", "status": "done", "note": "se contó con apoyo de la OIM"},
        {"activity": "Foro virtual", "status": "postponed"},
    ]


def test_remarks_of_several_lines_stay_whole() -> None:
    body = "Actividad: P003-02\nEstado: realizada\nComentarios: apoyo de la OIM\nVarios países asistieron\nAvance: 100%"
    (report,) = reports(body)
    assert report["note"] == "apoyo de la OIM Varios países asistieron"
