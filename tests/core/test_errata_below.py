"""An erratum below the sentence that says in whose data the error is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries

PAIR = "Dice: luis@x.example\nDebe decir: luisa@x.example\n"
LUISA = {"title": "Licda.", "name": "Luisa Ensayo Mora", "email": ["luisa@x.example"]}


def told(body: str) -> list[dict[str, Any]]:
    entries = contact_entries(body, "DO")
    assert all(by_certainty(each)[0] == {} for each in entries)
    return [all_shown(each) for each in entries]


@pytest.mark.parametrize(
    "lead",
    [
        "En los datos de la Licda. Luisa Ensayo Mora hay un error en el correo.",
        "Hay un error en el correo de la Licda. Luisa Ensayo Mora:",
        "El correo de la Licda. Luisa Ensayo Mora está mal escrito:",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_correction_is_of_who_is_named(lead: str, gap: str) -> None:
    assert told(f"{lead}{gap}{PAIR}") == [LUISA]


@pytest.mark.parametrize(
    "lead",
    [
        "Hay un error en mi correo.",
        "En los datos de la Licda. Luisa Ensayo Mora y del Lic. Luis Prueba Rojas hay errores.",
        "La Licda. Luisa Ensayo Mora agradece el envío de la lista.",
    ],
)
def test_whose_it_is_is_not_said(lead: str) -> None:
    assert told(f"{lead}\n\n{PAIR}") == [{"email": ["luisa@x.example"]}]
