"""Who tells news of themselves and signs is named beside it, asked as all of it; nobody else is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import KNOWN, all_shown, by_certainty, entries_of, reply_of

ANA = "Ana Prueba <aprueba@sre-hn.gob.example>"
SUBJECT = "RE: [MD-DIR-HN-7K3QX] Lista de contactos"
PHONE = ["+50422300055"]


def shown(body: str, sender: str = ANA) -> list[dict[str, Any]]:
    entries = entries_of(reply_of(body, SUBJECT, sender), KNOWN)
    assert not any("name" in by_certainty(each)[0] for each in entries if "Nombre:" not in body)
    return [all_shown(each) for each in entries]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Mi nuevo teléfono es 2230-0055.\n\nSaludos,\nAna Prueba", {"name": "Ana Prueba", "phone": PHONE}),
        (
            "My new number is 2230-0055.\n\nRegards,\n\nMs. Ana Prueba\nAnalyst",
            {"title": "Ms.", "name": "Ana Prueba", "phone": PHONE},
        ),
        (
            "Desde el lunes ocupo el cargo de Directora de Visas.\n\nAna Prueba",
            {"name": "Ana Prueba", "position": "Directora de Visas"},
        ),
    ],
)
def test_the_signer_is_named(body: str, told: dict[str, Any]) -> None:
    assert shown(body) == [told]


@pytest.mark.parametrize(
    ("body", "sender"),
    [
        (
            "Mi nuevo teléfono es 2230-0055.\n\nSaludos,\nAna Prueba",
            "contactos@sre-hn.gob.example",
        ),  # nothing bears it out
        ("Teléfono: 2230-0055\n\nSaludos,\nAna Prueba", ANA),  # a label is not asked because of the name
        ("Mi nuevo teléfono es 2230-0055.\n\nSaludos,\nAna", ANA),
        ("El nuevo teléfono de la oficina es 2230-0055.\n\nSaludos,\nAna Prueba", ANA),
    ],
)
def test_nobody_is_named(body: str, sender: str) -> None:
    assert not any("name" in each for each in shown(body, sender))


def test_who_leaves_is_named_as_one_who_leaves() -> None:
    assert shown("Dejo el cargo el viernes.\n\nAna Prueba") == [{"change": "leave", "name": "Ana Prueba"}]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Les ruego retirar mi nombre, Ana Prueba Mora, de la lista de contactos.", "Ana Prueba Mora"),  # signed short
        ("Les ruego retirarme de la lista de contactos.", "Ana Prueba"),
    ],
)
def test_who_asks_to_be_left_alone_is_named_in_full(words: str, name: str) -> None:
    (entry,) = shown(f"Estimados señores:\n\n{words}\n\nAtentamente,\nAna Prueba")
    assert entry == {"change": "leave", "name": name}
