"""An office tells in a sentence where it has moved: the address is shown and asked, of an event or a person never."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

PLACE = "7a. avenida 0-00, zona 9, Edificio Imaginario"
NO_CODE = "Nueva sede"


def shown(body: str, subject: str | None = None) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for entry in contact_entries(f"Buenas tardes:\n\n{body}\n\nSaludos cordiales\n", "GT", subject):
        assert all(each["certainty"] == "doubtful" for each in entry["fields"].values())
        found |= all_shown(entry)
    return found


@pytest.mark.parametrize(
    "moves",
    [
        "Nuestra oficina se trasladó a la {}",
        "La Dirección General de Migración se ha trasladado a la {}",
        "Nuestras oficinas se mudaron a la {}",
        "Nos hemos reubicado a la {}",
        "Our office has relocated to {}",
        "Our offices have been moved to {}",
        "We have relocated to {}",
    ],
)
@pytest.mark.parametrize(
    ("behind", "more"),
    [
        (". Los teléfonos son los mismos.", {}),
        (", junto con la Dirección de Visas.", {}),
        (", y que el fax ahora es el 2410-0009.", {"fax": ["+50224100009"]}),
        (", and that the fax number is now 2410-0009.", {"fax": ["+50224100009"]}),
    ],
)
def test_where_an_office_has_moved(moves: str, behind: str, more: dict[str, Any]) -> None:
    assert shown(moves.format(PLACE) + behind) == {"address": PLACE, **more}


@pytest.mark.parametrize(
    "body",
    [
        f"Les informo que la Dirección General ya se encuentra en su nueva dirección: {PLACE}. Agradezco su apoyo.",
        f"Les informo que nos encontramos ya en nuestra nueva dirección: {PLACE}.",
        f"Please note that we have moved to {PLACE}.",
    ],
)
def test_a_letter_that_nothing_but_its_words_announces(body: str) -> None:
    assert shown(body, NO_CODE) == {"address": PLACE}


@pytest.mark.parametrize(
    "body",
    [
        "El taller se trasladó a la 7a. avenida 0-00, zona 9.",
        "La sede del taller se trasladó a la 7a. avenida 0-00, zona 9.",
        "Ms. Sample has relocated to 12 Forest Drive, Belmopan.",
        "Nuestra oficina se trasladó a San José.",
        "We have moved to Phase 2 of the project, as agreed.",
        "We have moved to 2 proposals for the seminar.",
        "Nos hemos trasladado a la Fase 2 del proyecto.",
        "Our office has been moved to the Ministry of Labour.",
        "Nos mudaremos en marzo a la 7a. avenida 0-00, zona 9.",
        "La Dirección General se encuentra en proceso de traslado a la 7a. avenida 0-00.",
    ],
)
def test_what_has_not_moved_or_not_yet(body: str) -> None:
    assert "address" not in shown(body)


@pytest.mark.parametrize(
    "body",
    [
        f"El taller será en la siguiente dirección: {PLACE}.",
        f"Dirección: {PLACE}.",
        f"La ministra se encuentra en su nueva dirección: {PLACE}.",
    ],
)
def test_a_letter_that_announces_nothing_of_its_own(body: str) -> None:
    assert shown(body, NO_CODE) == {}
