"""BAJA over one card and ALTA over another, in one language or in both: who leaves and who comes."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries, only_asked

CARDS = """Estimados amigos: les envío los cambios en la lista de contactos.

{leaves}
Nombre / Name: Rogelio Prueba Mora
Institución / Institution: Servicio Nacional de Migración

{comes}
Nombre / Name: Licda. Ana Ensayo Rojas
Cargo / Position: Jefa de Cooperación Técnica
Teléfono / Telephone: 2542-0100

Muchas gracias.
"""


@pytest.mark.parametrize(
    ("leaves", "comes"),
    [
        ("BAJA / LEAVES", "ALTA / NEW"),
        ("LEAVES / BAJA", "NEW / ALTA"),
        ("BAJA (leaves)", "ALTA (new)"),
        ("BAJA - LEAVE", "ALTA - NEW"),
        ("BAJA", "ALTA"),
        ("1. BAJA", "2. ALTA"),
        ("*** BAJA ***", "*** ALTA ***"),
        ("LEAVES", "NEW"),
        ("BAJA", "NUEVO"),
        ("Leaving:", "Joining:"),
        ("To be removed:", "To be added:"),
        ("Se da de baja:", "Se da de alta:"),
        ("Persona que sale", "Persona que ingresa"),
    ],
)
def test_who_leaves_and_who_comes(leaves: str, comes: str) -> None:
    gone, new = contact_entries(CARDS.format(leaves=leaves, comes=comes), "CR")
    assert all_shown(gone) == {
        "change": "leave",
        "name": "Rogelio Prueba Mora",
        "institution": "Servicio Nacional de Migración",
    }
    assert all_shown(new)["change"] == "new"
    assert all_shown(new)["name"] == "Ana Ensayo Rojas"
    assert not only_asked(gone) | only_asked(new)


@pytest.mark.parametrize("heading", ["Nuevo:", "NEW", "Cambio / Change", "BAJA / NEW", "Datos / Data"])
def test_a_heading_that_says_neither_or_both_says_nothing(heading: str) -> None:
    [entry] = contact_entries(f"{heading}\nNombre: Ana Ensayo Rojas\nTeléfono: 2542-0100\n", "CR")
    assert "change" not in all_shown(entry)


@pytest.mark.parametrize("sign", ["\nNombre:", ":"])
@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("SUPLENTE / ALTERNATE", "alternate"),
        ("Alternate/Suplente", "alternate"),
        ("Punto focal / Focal point", "focal-point"),
        ("Punto focal / Suplente", None),
    ],
)
def test_a_role_in_both_languages(words: str, role: str | None, sign: str) -> None:
    [entry] = contact_entries(f"{words}{sign} Ana Ensayo Rojas\nTeléfono: 2542-0100\n", "CR")
    assert all_shown(entry).get("role") == role
    assert all_shown(entry)["name"] == "Ana Ensayo Rojas"
