"""Decisions on numbered rows, as people write them."""

from __future__ import annotations

import pytest

from mailbot.core.reading.decisions import decisions_in
from mailbot.core.values import Line


def read(*texts: str, label: str = "new") -> list[tuple[int | None, str, str]]:
    lines = [Line(number, text, label=label) for number, text in enumerate(texts, 1)]
    return [(each.number, each.word, each.reason) for each in decisions_in(lines)]


@pytest.mark.parametrize(
    ("said", "decided"),
    [
        ("2: aceptar", [(2, "accept", "")]),
        ("2. Aprobado.", [(2, "accept", "")]),
        ("n.º 3: sí", [(3, "accept", "")]),
        ("No. 3 = OK", [(3, "accept", "")]),
        ("#4 accept", [(4, "accept", "")]),
        ("- 2 : *Aceptar*", [(2, "accept", "")]),
        ("3: rechazar, no pertenece al ministerio", [(3, "reject", "no pertenece al ministerio")]),
        ("3 - rechazado – ya no trabaja aquí", [(3, "reject", "ya no trabaja aquí")]),
        ("3: rechazar porque es un duplicado", [(3, "reject", "es un duplicado")]),
        ("Reject 3: not from our ministry", [(3, "reject", "not from our ministry")]),
        ("2 y 4: rechazar (motivo: duplicado)", [(2, "reject", "duplicado"), (4, "reject", "duplicado")]),
        ("aceptar 2 y 4", [(2, "accept", ""), (4, "accept", "")]),
        ("2, 3 and 5: approved", [(2, "accept", ""), (3, "accept", ""), (5, "accept", "")]),
        ("aceptamos la 2", [(2, "accept", "")]),
        ("CONFIRMO 2", [(2, "accept", "")]),
        ("2: aceptar / 3: rechazar, motivo", [(2, "accept", ""), (3, "reject", "motivo")]),
        ("aceptar 2, rechazar 3", [(2, "accept", ""), (3, "reject", "")]),
        ("todas: aceptar", [(None, "accept", "")]),
        ("Accept all", [(None, "accept", "")]),
        ("aprobado todo", [(None, "accept", "")]),
        ("Rechazo todos", [(None, "reject", "")]),
        ("1: hecho", [(1, "done", "")]),
        ("1: después", [(1, "later", "")]),
        ("2: aceptar, pero sin el fax", [(2, "unclear", "pero sin el fax")]),
        ("2: accept, provided Honduras agrees", [(2, "unclear", "provided Honduras agrees")]),
        ("2: ¿aceptar?", []),
        ("2: aceptar?", [(2, "unclear", "")]),
        ("Acepto 3 invitaciones", []),
        ("3. No hay cambios", []),
        ("12: 30 horas", []),
        ("2: aceptar sería un error", []),
        ("no 2", []),
        ("«2: aceptar»", []),
        ("9" * 5000 + ": aceptar", []),
        ("2, " * 300 + "3: aceptar", []),
    ],
)
def test_a_line(said: str, decided: list[tuple[int | None, str, str]]) -> None:
    assert read(said) == decided


@pytest.mark.parametrize("label", ["quoted", "untouched", "signature", "quote-header", "disclaimer"])
def test_only_the_senders_own_lines(label: str) -> None:
    assert read("2: aceptar", label=label) == []


def test_a_reason_wrapped_by_the_mail_program() -> None:
    first = "3: rechazar, la persona indicada ya no pertenece al ministerio de"
    assert read(first, "Relaciones Exteriores", "") == [
        (3, "reject", "la persona indicada ya no pertenece al ministerio de Relaciones Exteriores")
    ]
    assert read(first, "4: aceptar")[0][2] == "la persona indicada ya no pertenece al ministerio de"
