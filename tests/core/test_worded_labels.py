"""Labels without a colon, parted by commas alone."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import by_certainty, contact_entries, only_asked

IRMA = {
    "name": "Irma Ficticia Supuesto",
    "position": "Oficial de Proyectos",
    "institution": "Secretaría del Interior",
    "phone": ["+50422320044"],
}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            (
                "Nombre Irma Ficticia Supuesto, cargo Oficial de Proyectos, institución Secretaría del Interior,"
                " tel. 2232-0044"
            ),
            IRMA,
        ),
        (
            (
                "ENVIO MIS DATOS: NOMBRE IRMA FICTICIA, CARGO OFICIAL DE PROYECTOS, INSTITUCION SECRETARIA DEL"
                " INTERIOR, TEL 22320044. SALUDOS"
            ),
            {
                "name": "IRMA FICTICIA",
                "position": "OFICIAL DE PROYECTOS",
                "institution": "SECRETARIA DEL INTERIOR",
                "phone": ["+50422320044"],
            },
        ),
        (
            (
                "Nombre completo Irma Ficticia Supuesto; puesto actual Oficial de Proyectos; entidad Secretaría del"
                " Interior; teléfono 2232-0044"
            ),
            IRMA,
        ),
    ],
)
def test_three_labels_one_of_them_of_the_name(line: str, told: dict[str, Any]) -> None:
    [entry] = contact_entries(f"Buenos días.\n\n{line}\n", "HN")
    assert by_certainty(entry)[0] == told
    assert not only_asked(entry)


@pytest.mark.parametrize(
    "line",
    [
        "El nombre, cargo e institución se mantienen.",
        "Nombre completo, cargo actual, institución y correo: los mismos.",
        "Ana Prueba, cargo Directora, institución Ministerio de Trabajo",  # two labels
        "Cargo Directora, institución Ministerio de Trabajo, entidad Secretaría del Interior",  # of nobody
    ],
)
def test_fewer_labels_are_no_form(line: str) -> None:
    assert all("position" not in by_certainty(entry)[0] for entry in contact_entries(line, "HN"))
