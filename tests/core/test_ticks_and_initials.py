"""Answers beside or below our labels with a tick, with the answerer's initials, with old and new named."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        (
            "Cargo: Subdirectora de Protección (anterior), Directora de Protección (actual)",
            "position",
            "Directora de Protección",
        ),
        ("Teléfono: 2230-0000 (anterior), 2230-0099 (actual)", "phone", ["+50422300099"]),
        ("Cargo: Subdirectora de Protección ok", "position", "Subdirectora de Protección"),
        ("Institución:\nMS: Secretaría de Relaciones Exteriores", "institution", "Secretaría de Relaciones Exteriores"),
        ("Fax:\nMS: 2230-0055", "fax", ["+50422300055"]),
        ("Institución: SRE: Dirección de Asuntos Migratorios", "institution", "SRE: Dirección de Asuntos Migratorios"),
    ],
)
def test_what_is_the_value(said: str, field: str, value: object) -> None:
    (entry,) = contact_entries(f"Nombre: Ana Prueba Soto\n{said}\nCorreo: aprueba@x.example\n", "HN")
    assert all_shown(entry)[field] == value
