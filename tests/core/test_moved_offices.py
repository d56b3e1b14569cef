"""Where the writer's office is from now on, told in a sentence: shown and asked, also where nobody asked for it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

PLACE = "Edificio Muestra, 4to piso, Colonia Supuesta, Tegucigalpa"
STREET = "12 Sample Street, Suite 400, Ottawa"


def unasked(body: str) -> list[dict[str, Any]]:
    """What is read of a letter that answers none of ours."""
    return contact_entries(f"Estimados colegas:\n\n{body}\n\nSaludos\n", "HN", "Cambio de oficinas")


TOLD = [
    (
        f"Les comunico que nos hemos trasladado. Nuestra nueva dirección es {PLACE}. Los números se mantienen.",
        PLACE,
    ),
    (f"Les informamos que nos hemos trasladado al {PLACE}.", PLACE),
    (f"Les informo que nuestras oficinas se trasladaron al {PLACE}.", PLACE),
    (f"Esta Dirección General fue trasladada al {PLACE}. Los teléfonos siguen iguales.", PLACE),
    (f"A partir de esta fecha la nueva dirección de nuestra oficina es {PLACE}.", PLACE),
    (f"Tomen nota de nuestra nueva dirección: {PLACE}.", PLACE),
    (f"Les contamos que ahora estamos ubicados en el {PLACE}.", PLACE),
    (f"Hemos cambiado de oficinas al {PLACE}. Nuestros correos no cambian.", PLACE),
    (f"Please note that our offices have moved to {STREET}. Telephone numbers remain unchanged.", STREET),
    (f"We have moved. Our new address is {STREET}. Our phone numbers stay the same.", STREET),
    (f"We have relocated our offices to {STREET}.", STREET),
    (f"Please be advised that our office is now located at {STREET}.", STREET),
    (f"Please note that our office is now located at {STREET}, and that the fax is being repaired.", STREET),
    (f"Kindly note our new mailing address: {STREET}.", STREET),
]
OTHERS = [
    "Gracias por su correo. Nos hemos mudado de oficina y pronto les enviaremos la dirección.",
    f"La reunión será en nuestra nueva sede: {PLACE}.",
    "El seminario se trasladó al Hotel Muestra, Calle 12, Tegucigalpa.",
    "Les comunico que el taller cambia de sede. La nueva dirección es Calle Ficticia 12, Tegucigalpa.",
    f"Nuestras oficinas todavía no se han trasladado al {PLACE}.",
    "Our office is now closed until January 12, 2011, thank you for your patience.",
    "We moved the deadline to March 12, 2011, as our partners asked.",
    "Nuestro director se trasladó a Tegucigalpa el 12 de enero.",
]


@pytest.mark.parametrize(("body", "place"), TOLD)
def test_the_new_place_is_shown_where_we_asked(body: str, place: str) -> None:
    [entry] = contact_entries(f"Estimados colegas:\n\n{body}\n\nSaludos\n", "HN")
    assert all_shown(entry)["address"] == place
    assert not {"name", "unit", "institution"} & all_shown(entry).keys()


@pytest.mark.parametrize(("body", "place"), TOLD)
def test_the_new_place_is_shown_where_nobody_asked(body: str, place: str) -> None:
    [entry] = unasked(body)
    assert all_shown(entry) == {"address": place}


@pytest.mark.parametrize("body", OTHERS)
def test_a_place_of_something_else_is_not(body: str) -> None:
    assert unasked(body) == []
