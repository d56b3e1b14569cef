"""One switchboard with several extensions, a fax at the same one, and a place told by what stands near it."""

from __future__ import annotations

from typing import Any

import pytest

from mailbot.core.forms.persons.places import address_in
from tests.answers import all_shown, contact_entries, only_asked

CARD = "Licda. Otilia Muestra Conejo, Coordinadora de Planificación, Dirección General de Migración. "
MAIL = " omuestra@migracion.example"
FORM = "Nombre: Ana Prueba Ensayo\nCargo: Asesora\nTeléfono: 2542-0000 ext. 110\n"
SWITCHBOARD = "+50622998100"


def read(body: str) -> dict[str, Any]:
    (entry,) = contact_entries(body, "CR")
    return all_shown(entry)


@pytest.mark.parametrize(
    ("told", "phone", "fax"),
    [
        (
            "Central telefónica (506) 2299-8100 exts. 1301, 1302 y 1310, fax misma central ext. 1399.",
            [f"{SWITCHBOARD};ext=1301", f"{SWITCHBOARD};ext=1302", f"{SWITCHBOARD};ext=1310"],
            [f"{SWITCHBOARD};ext=1399"],
        ),
        (
            "Central (506) 2299-8100 ext. 1301 y 1302; fax al mismo conmutador ext. 1399.",
            [f"{SWITCHBOARD};ext=1301", f"{SWITCHBOARD};ext=1302"],
            [f"{SWITCHBOARD};ext=1399"],
        ),
        (
            "Conmutador 2299-8100 ext. 15 e 16, fax a la misma planta ext. 20.",
            [f"{SWITCHBOARD};ext=15", f"{SWITCHBOARD};ext=16"],
            [f"{SWITCHBOARD};ext=20"],
        ),
        (
            "PBX 2299-8100, extensiones 1301 o 1302, fax por la misma línea.",
            [f"{SWITCHBOARD};ext=1301", f"{SWITCHBOARD};ext=1302"],
            [SWITCHBOARD],
        ),
        ("Tel. 2299-8100 ext. 15, fax al mismo número.", [f"{SWITCHBOARD};ext=15"], [SWITCHBOARD]),
        ("Tel. 2299-8100 ext. 15, fax el mismo ext. 16.", [f"{SWITCHBOARD};ext=15"], [f"{SWITCHBOARD};ext=16"]),
        ("Tel. 2299-8100, fax la misma oficina de siempre.", [SWITCHBOARD], None),
    ],
)
def test_on_a_card_of_one_line(told: str, phone: list[str], fax: list[str] | None) -> None:
    found = read(CARD + told + MAIL)
    assert found["phone"] == phone
    assert found.get("fax") == fax


@pytest.mark.parametrize(
    ("told", "fax"),
    [
        ("mismo conmutador, ext. 199", ["+50625420000;ext=199"]),
        ("al mismo conmutador", ["+50625420000"]),
        ("misma central", ["+50625420000"]),
        ("por la misma línea", ["+50625420000"]),
        ("same switchboard ext. 199", ["+50625420000;ext=199"]),
        ("same main number", ["+50625420000"]),
        ("the same line", ["+50625420000"]),
    ],
)
def test_a_fax_at_the_same_switchboard(told: str, fax: list[str]) -> None:
    assert read(f"{FORM}Fax: {told}")["fax"] == fax


@pytest.mark.parametrize("line", ["Fax: mismo edificio", "Fax: la misma oficina", "Dirección: misma central"])
def test_what_is_no_telephone_is_asked(line: str) -> None:
    (entry,) = contact_entries(FORM + line, "CR")
    assert only_asked(entry) & {"fax", "address"}
    assert not {"fax", "address"} & all_shown(entry).keys()


def test_two_switchboards_and_the_same_are_a_question() -> None:
    body = "Nombre: Ana Prueba\nTeléfono: 2542-0000 ext. 1 / 2543-0000 ext. 2\nFax: misma central"
    assert "fax" not in read(body)


@pytest.mark.parametrize(
    "place",
    [
        "Contiguo a la Fábrica Ficticia, La Uruca, San José",
        "Frente al Parque Imaginario, San José",
        "200 metros al norte del Banco Ficticio, Barrio Ensayo, San José",
        "Costado norte del Parque Imaginario, San José",
        "Al lado del Hotel Ficticio, Tegucigalpa",
        "7a. avenida 0-00, zona 9, Guatemala",
        "3ra. calle 4-10, zona 1, Guatemala",
        "Opposite the Sample Bank, Belmopan",
    ],
)
def test_a_place_on_a_card_of_one_line(place: str) -> None:
    assert read(f"{CARD}{place}. Tel. 2299-8100.{MAIL}")["address"] == place


@pytest.mark.parametrize(
    "words",
    [
        "Frente a este cambio, agradecemos su comprensión",
        "Frente a la Licda. Prueba, atendimos las consultas",
        "Junto a la Licda. Ana Prueba, Directora, atenderé las consultas",
        "Junto a Ana Prueba, Directora",
        "Detrás de todo, el equipo",
        "Next to Ana Prueba, Director",
        "Contiguo a la oficina, sin más señas",
        "Opposite views were heard, as in 2010",
        "Al lado del equipo, San José",
        "Frente al Parque Imaginario",
    ],
)
def test_what_is_no_place(words: str) -> None:
    assert address_in(words) == ""
