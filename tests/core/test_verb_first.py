"""Verbs that stand before who goes and who comes, in their capital too."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import contact_entries

LEAVES = {"change": "leave", "name": "Arturo Supuesto Vega"}
COMES = {"change": "new", "name": "Vielka Ejemplo Ríos", "replaces": "Arturo Supuesto Vega"}
CASES: list[tuple[str, list[dict[str, Any]]]] = [
    ("Sale Arturo Supuesto Vega y entra Vielka Ejemplo Ríos.", [LEAVES, COMES]),
    (
        "Sale el Lic. Arturo Supuesto Vega y entra la Licda. Vielka Ejemplo Ríos.",
        [LEAVES | {"title": "Lic."}, COMES | {"title": "Licda."}],
    ),
    ("El cambio es el siguiente: sale Arturo Supuesto Vega y entra Vielka Ejemplo Ríos.", [LEAVES, COMES]),
    ("Renunció Arturo Supuesto Vega.", [LEAVES]),
    ("Se jubiló nuestro compañero Arturo Supuesto Vega.", [LEAVES]),
    ("Deja el cargo Arturo Supuesto Vega.", [LEAVES]),
    (
        "Ingresa Vielka Ejemplo Ríos, Jefa de Visas, tel. 2539-5300.",
        [{"name": "Vielka Ejemplo Ríos", "position": "Jefa de Visas", "phone": ["+50625395300"]}],
    ),
    ("El boletín sale el lunes con la firma de Arturo Supuesto Vega.", []),
    ("Se va de vacaciones Arturo Supuesto Vega.", []),
    ("Arturo Supuesto Vega entra a las ocho y sale a las cuatro.", []),
    ("En la lista sale como punto focal Arturo Supuesto Vega.", [{"name": LEAVES["name"], "role": "focal-point"}]),
    ("No sale Arturo Supuesto Vega de la lista.", []),
]


@pytest.mark.parametrize(("body", "told"), CASES)
def test_verb_first(body: str, told: list[dict[str, Any]]) -> None:
    entries = contact_entries(body, "CR")
    assert [{name: each["value"] for name, each in entry["fields"].items()} for entry in entries] == told
    assert all(each["certainty"] == "doubtful" for entry in entries for each in entry["fields"].values())


@pytest.mark.parametrize(
    "body",
    [
        "No sale el Lic. Arturo Supuesto Vega de la lista.",
        "No renunció el Lic. Arturo Supuesto Vega.",
        "No eliminar de la lista al Lic. Arturo Supuesto Vega.",
        "Please do not remove Mr. Arthur Sample from the list.",
        "Mr. Arthur Sample has not left the Ministry.",
        "No sigue como punto focal el Lic. Arturo Supuesto Vega.",
        "El punto focal no es el Lic. Arturo Supuesto Vega.",
        "Our focal point is not Mr. Arthur Sample.",
        "No hemos nombrado al Lic. Arturo Supuesto Vega como alterno.",
    ],
)
def test_what_is_denied_is_told_of_nobody(body: str) -> None:
    assert contact_entries(body, "CR") == []


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("El punto focal no es el Lic. Arturo Supuesto Vega sino la Licda. Eva Ejemplo Paz.", "Eva Ejemplo Paz"),
        ("Our focal point is not Mr. Arthur Sample but Ms. Vera Example.", "Vera Example"),
    ],
)
def test_who_it_is_instead(body: str, name: str) -> None:
    (entry,) = contact_entries(body, "CR")
    assert {each: entry["fields"][each]["value"] for each in ("name", "role")} == {"name": name, "role": "focal-point"}


@pytest.mark.parametrize(
    "body",
    [
        "El Lic. Arturo Supuesto Vega ya no labora aquí.",
        "Mr. Arturo Supuesto Vega is no longer with us; please do not write to him.",
        "Please do not hesitate to remove Mr. Arturo Supuesto Vega from the list.",
    ],
)
def test_who_does_leave(body: str) -> None:
    (entry,) = contact_entries(body, "CR")
    assert entry["fields"]["change"]["value"] == "leave"
