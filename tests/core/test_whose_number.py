"""Numbers and addresses of somebody named in a sentence: "el teléfono de Ana Prueba es …", "Ana's number is …"."""

from __future__ import annotations

from typing import Any

import pytest

from mailbot.core import reading
from tests.answers import KNOWN, all_shown, contact_entries, reading_of, reply_of

NUMBER = {"phone": ["+50422280000;ext=12"]}
ANA = {"name": "Ana Prueba Ejemplo"}
BOTH = {**ANA, **NUMBER, "mobile": ["+50488880012"]}
DANA = {"title": "Ms.", "name": "Dana Specimen"}


def shown(body: str) -> list[dict[str, Any]]:
    return [all_shown(entry) for entry in contact_entries(f"Compañeros:\n\n{body}\n", "HN")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("El teléfono de Ana Prueba Ejemplo ahora es el 2228-0000 ext. 12 y su celular es el 8888-0012.", BOTH),
        ("El número de teléfono de Ana Prueba Ejemplo cambió a 2228-0000 ext. 12 y su celular es 8888-0012.", BOTH),
        ("El número de Ana Prueba Ejemplo cambió: ahora es 2228-0000 ext. 12.", {**ANA, **NUMBER}),
        ("Cambió el celular de Ana Prueba Ejemplo, ahora es 8888-0012.", {**ANA, "mobile": ["+50488880012"]}),
        ("El nuevo correo de Ana Prueba Ejemplo es ap@b.example.", {**ANA, "email": ["ap@b.example"]}),
        ("El teléfono de la Lic. Ana Prueba Ejemplo es 2228-0000 ext. 12.", {"title": "Lic.", **ANA, **NUMBER}),
        ("Ana Prueba Ejemplo's phone number is now 2228-0000 ext. 12 and her cell is 8888-0012.", BOTH),
        ("Ms. Dana Specimen's new e-mail address is ds@b.example.", {**DANA, "email": ["ds@b.example"]}),
        ("Please note that Ms. Dana Specimen's number will be 2228-0000 ext. 12 from now on.", {**DANA, **NUMBER}),
        ("The phone number of Ms. Dana Specimen is now 2228-0000 ext. 12.", {**DANA, **NUMBER}),
    ],
)
@pytest.mark.parametrize("more", ["", " Lo demás queda igual.\n\nFraternalmente,\nJulio Inventado\nTel. 2228-0099"])
def test_a_number_of_somebody_named(body: str, expected: dict[str, Any], more: str) -> None:
    assert shown(body + more) == [expected]


def test_in_a_letter_of_its_own() -> None:
    mail = reply_of("Compañeros: el teléfono de Ana Prueba Ejemplo ahora es el 2228-0000 ext. 12.\n", "telefono de Ana")
    (entry,) = reading.as_json(reading_of(mail, KNOWN))["entries"]  # type: ignore[attr-defined]
    assert all_shown(entry) == {**ANA, **NUMBER}


@pytest.mark.parametrize(
    "what",
    [
        "El teléfono de Relaciones Exteriores es",
        "El fax de Recursos Humanos es",
        "El teléfono de Cooperación Internacional es",
        "El teléfono de la Oficina de Visas es",
        "El teléfono de San José es",
        "El teléfono del Hotel Ficción Real es",
        "El número de Foreign Affairs es",
        "El pasaporte de Ana Prueba Ejemplo es",
        "Ana Prueba Ejemplo's passport is",
        "Ana Prueba Ejemplo's phone number for the workshop is",
    ],
)
def test_numbers_of_offices_and_other_things(what: str) -> None:
    assert not any({"name"} & {*entry} for entry in shown(f"{what} 2228-0000."))


def test_of_two_named_each_keeps_their_own() -> None:
    for entry in shown("El teléfono de Ana Prueba es 2255-0110 y el de Luis Ensayo es 2255-0111."):
        assert (entry["name"], entry["phone"]) in (
            ("Ana Prueba", ["+50422550110"]),
            ("Luis Ensayo", ["+50422550111"]),
        )
