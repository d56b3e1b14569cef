"""The name below a letter that calls what it labels the writer's own, or says that the writer goes: asked."""

from __future__ import annotations

import pytest

from tests.answers import COUNTRIES, Known, all_shown, dt, entries_of, reply_of

KNOWN = Known(today=dt.date(2011, 1, 10), region="SV", countries=COUNTRIES)


@pytest.mark.parametrize(
    "body",
    [
        "Les ruego corregir en mi ficha lo siguiente:\n\nCargo: Técnica en Migración\n",
        "cambié de cel, ahora es 7850-0133\n",
        "Favor agregar mi celular: 7850-0133.\n",
        "This Thursday, January 13, will be my last day at the Ministry. Please take me off your list.\n",
    ],
)
def test_name_of_the_signature(body: str) -> None:
    raw = reply_of(
        f"{body}\nMuchas gracias,\n\nAna Verónica Muestra\n", "Aviso", "Ana <averonica.muestra@rree.gob.example>"
    )
    (entry,) = entries_of(raw, KNOWN)
    assert all_shown(entry)["name"] == "Ana Verónica Muestra"
    assert entry["fields"]["name"]["certainty"] == "doubtful"


def test_nobody_is_named_by_a_signature_that_the_address_does_not_bear_out() -> None:
    raw = reply_of("Mi celular: 7850-0133\n\nAna Verónica Muestra\n", "Aviso", "x@rree.gob.example")
    assert all("name" not in each["fields"] for each in entries_of(raw, KNOWN))
