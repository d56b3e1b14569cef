"""Postal addresses inside sentences: whole, with their full stops, and without what is told behind them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries


def shown(body: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for entry in contact_entries(f"Buenas tardes:\n\n{body}\n", "HN"):
        found |= all_shown(entry)
    return found


PLACES = [
    "Av. Ficción 200, piso 4, Col. Imaginaria, C.P. 06000, México, D.F.",
    "1300 Placeholder Ave. NW, Suite 4.100, Washington, D.C. 20523",
    "5a. Av. 4-21, Zona 1, Ed. Muestra, Of. 12, Guatemala",
    "Apdo. Postal 123, San José",
    "P.O. Box 12, Belmopan",
    "Km. 4.5 Carr. a Masaya, Managua",
    "St. Mary St., 2nd Fl., Belize City",
    "Colonia Palmira, Av. República, contiguo al Banco Ficticio",
    "del Parque Ficticio 2 c. al sur, Col. Muestra, Managua",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "sentence",
    [
        "Nos mudamos. Nuestra nueva dirección es {}",
        "Nuestra nueva dirección es {}, y el nuevo conmutador es el 2255-0110",
        "Nuestra nueva dirección es {} y nuestro fax es el 2255-0112",
        "Nuestra nueva dirección es {}, y seguimos con el mismo correo",
        "Nuestra nueva dirección es {} a partir del 1 de marzo",
        "Our new mailing address is {}, and the main number is 2255-0110",
        "Our new address is {} and we keep our fax",
        "The new office address will be {} as of March 1",
    ],
)
def test_an_address_in_a_sentence(sentence: str, place: str) -> None:
    told = shown(sentence.format(place) + ".").get("address", "")
    assert told.rstrip(".") == place.rstrip(".")


@pytest.mark.parametrize(
    "further",
    [
        "El correo no cambia.",
        "Favor tomar nota.",
        "Los demás datos siguen igual.",
        "Our phone is the same.",
        "Saludos.",
    ],
)
def test_an_address_before_another_sentence(further: str) -> None:
    for place in (PLACES[0], "Calle 2, Col. El Prado, Tegucigalpa, M.D.C.", "12 Sample St., Belmopan"):
        told = shown(f"Nuestra nueva dirección es {place.rstrip('.')}. {further}").get("address", "")
        assert told.rstrip(".") == place.rstrip(".")


@pytest.mark.parametrize(
    "body",
    [
        "Mi dirección es la misma.",
        "Nuestra nueva dirección electrónica es a@b.example.",
        "Nuestra nueva dirección es un logro de todos.",
        "La nueva dirección es de interés para el grupo.",
        "Our new address is not yet known.",
        "Nuestra dirección es responsable del tema.",
    ],
)
def test_what_is_no_address(body: str) -> None:
    assert "address" not in shown(body)


@pytest.mark.parametrize(
    "place",
    [
        "140 Testing Promenade, Gatineau QC K1A 0J9",
        "Alameda Imaginaria 12, San Salvador",
        "1 Mock Lane, Albany NY 12207",
    ],
)
def test_an_address_in_a_line_of_everything(place: str) -> None:
    told = shown(f"Here are my details: Gus Mockley, Senior Analyst, Ministry of Labour, {place}, tel 2255-0110")
    assert (told["address"], told["phone"], told["name"]) == (place, ["+50422550110"], "Gus Mockley")
