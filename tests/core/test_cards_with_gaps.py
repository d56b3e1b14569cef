"""Visiting cards with blank lines inside: the name stands in another paragraph than the telephones."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries

CARD = [
    ["Instituto Nacional de Migración"],
    ["Mtra. Regina Ejemplo Villaseñor", "Directora de Enlace Internacional"],
    ["Av. Ficción 1832, piso 3, Col. Los Ensayos", "Del. Miguel Hidalgo, C.P. 11000, México, D.F."],
    ["Tel. 01 (55) 5387 2400 ext. 18233", "Fax 01 (55) 5387 2499", "rejemplo@inami-mx.gob.example"],
]
WANTED = {
    "institution": "Instituto Nacional de Migración",
    "title": "Mtra.",
    "name": "Regina Ejemplo Villaseñor",
    "position": "Directora de Enlace Internacional",
    "address": "Av. Ficción 1832, piso 3, Col. Los Ensayos Del. Miguel Hidalgo, C.P. 11000, México, D.F.",
    "phone": ["+525553872400;ext=18233"],
    "fax": ["+525553872499"],
    "email": ["rejemplo@inami-mx.gob.example"],
}


@pytest.mark.parametrize("subject", [None, "Mi nueva tarjeta"])
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["lines", "doubled"])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n\n"], ids=["none", "one", "two"])
def test_gaps_inside_a_card(gap: str, between: str, subject: str | None) -> None:
    card = gap.join(between.join(part) for part in CARD)
    body = f"Les comparto los datos de mi nueva tarjeta para su directorio:\n\n{card}\n\nUn abrazo,\nRegina\n"
    (entry,) = contact_entries(body, "MX", subject)
    assert all_shown(entry) == WANTED


def test_two_people_stay_two() -> None:
    body = (
        "Mis datos y los de mi colega:\n\nLic. Ana Prueba Muestra\nDirectora de Visas\n\n"
        "Tel. 2230-0000\nana@b.example\n\n"
        "Lic. Luis Ensayo Ficticio\nJefe de Pasaportes\n\nTel. 2230-0001\nluis@b.example\n"
    )
    first, second = (all_shown(each) for each in contact_entries(body, "HN"))
    assert (first["name"], first["phone"], first["email"]) == (
        "Ana Prueba Muestra",
        ["+50422300000"],
        ["ana@b.example"],
    )
    assert (second["name"], second["phone"], second["email"]) == (
        "Luis Ensayo Ficticio",
        ["+50422300001"],
        ["luis@b.example"],
    )
