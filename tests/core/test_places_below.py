"""An office that moved: the address on the lines below, and which institution it is."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries


@pytest.mark.parametrize("subject", [None, "Cambio de dirección"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("lead", "lines"),
    [
        ("Nuestra nueva dirección es:", ["Calle Ensayo No. 220", "Colonia Muestra", "Tegucigalpa"]),
        ("Les comunicamos nuestra nueva dirección:", ["Calle Ensayo No. 220, Colonia Muestra,", "Tegucigalpa"]),
        ("Our new address is:", ["12 Sample Street", "Belmopan"]),
    ],
)
def test_address_below_its_lead(lead: str, lines: list[str], gap: str, subject: str | None) -> None:
    block = "\n".join(lines)
    body = f"Estimados:\n\n{lead}{gap}{block}\n\nSaludos,\nAna Prueba\n"
    (entry,) = contact_entries(body, "HN", subject)
    assert all_shown(entry)["address"] == ", ".join(line.strip(",") for line in lines)


def test_which_institution_moved() -> None:
    body = (
        "Se hace de su conocimiento que, a partir del 9 de julio, la Dirección General de Migración y Extranjería "
        "atenderá en su nueva dirección:\n\n    9a. Calle Poniente y 15 Avenida Norte,\n"
        "    Edificio Imaginario, nivel 4,\n    Centro de Gobierno, San Salvador\n\n"
        "Los teléfonos no sufren variación.\n"
    )
    (entry,) = contact_entries(body, "SV", "Traslado de oficinas centrales")
    assert all_shown(entry) == {
        "address": (
            "9a. Calle Poniente y 15 Avenida Norte, Edificio Imaginario, nivel 4, Centro de Gobierno, San Salvador"
        ),
        "institution": "Dirección General de Migración y Extranjería",
    }


def test_an_embassy_says_where_its_offices_will_be() -> None:
    body = (
        "La Embajada de Honduras en México comunica que sus oficinas se encontrarán ubicadas en Calle Ensayo No. 220, "
        "Colonia Muestra, con los números telefónicos (52-55) 5211-0170 y (52-55) 5211-0172.\n"
    )
    (entry,) = contact_entries(body, "HN", "Nota Verbal - Cambio de sede")
    assert all_shown(entry) == {
        "address": "Calle Ensayo No. 220, Colonia Muestra",
        "institution": "Embajada de Honduras en México",
        "phone": ["+525552110170", "+525552110172"],
    }


def test_what_is_no_address_stays_below() -> None:
    body = "Nuestra nueva dirección es:\n\nLa comunicaremos en breve, cuando esté lista la mudanza.\n"
    assert all("address" not in each["fields"] for each in contact_entries(body, "HN"))
