"""What a row of the circulated list lacks: "en la fila 12 (Ana Prueba) falta el celular: …"."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

PHONE, MOBILE = ["+50624100001"], ["+50688100000"]
LIST = "[MyD-LIST-2011] Lista de contactos, versión 3"


def read(body: str, subject: str | None = None) -> list[dict[str, Any]]:
    return [all_shown(each) for each in contact_entries(f"Buenos días:\n\n{body}\n\nSaludos\n", "CR", subject)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "En la fila 12 (Modesto Ficticio Ejemplo) falta el celular: 8810-0000. Lo demás está correcto.",
            [{"name": "Modesto Ficticio Ejemplo", "mobile": MOBILE}],
        ),
        ("Fila 3, Ana Prueba Sosa: falta el fax 2410-0001.", [{"name": "Ana Prueba Sosa", "fax": PHONE}]),
        ("Row 3 (Ana Sample Test): missing telephone 2410-0001.", [{"name": "Ana Sample Test", "phone": PHONE}]),
        ("En la fila 12 (Modesto Ficticio Ejemplo) falta un dato.", []),
        ("En la fila 12 falta la firma del acta.", []),
        ("Fila 3, Ana Prueba Sosa: el fax dice 2410-0001, falta un dígito.", []),
    ],
)
def test_what_lacks_in_a_row(body: str, expected: list[dict[str, Any]]) -> None:
    assert read(body, LIST) == expected


def test_what_is_not_to_be_published_in_a_row() -> None:
    body = "En la fila 12 (Modesto Ficticio Ejemplo) falta el celular: 8810-0000 (solo urgencias, no publicar)."
    (entry,) = contact_entries(body, "CR", LIST)
    assert all_shown(entry) == {"name": "Modesto Ficticio Ejemplo", "mobile": MOBILE}
    assert entry["publish"] == {"mobile": False}
