"""The code that the words of a refusal stand for, where no code is said (RFC 3463)."""

from __future__ import annotations

import pytest

from mailbot.core.automatic.status import status_in

REASONS = [
    ("550 Cuenta inexistente", "5.1.1"),
    ("buzón de correo inexistente", "5.1.1"),
    ("550 unknown or illegal alias: luis", "5.1.1"),
    ("La casilla indicada no existe", "5.1.1"),
    ("El destinatario ha excedido el espacio asignado", "5.2.2"),
    ("El buzón ha superado su cuota", "5.2.2"),
    ("El mensaje excede el tamaño máximo permitido", "5.3.4"),
    ("El correo enviado supera el límite", "5.3.4"),
    ("cuenta inhabilitada", "5.2.1"),
    ("El buzón fue dado de baja", "5.2.1"),
    ("Su dirección IP está en una lista negra", "5.7.1"),
    ("550 SPF check failed", "5.7.1"),
    ("554 rejected due to poor reputation", "5.7.1"),
    ("Host hn.example not found", "5.1.2"),
    ("451 Temporary local problem", None),
    ("421 Too many connections", None),
    ("550 user has moved", None),
]


@pytest.mark.parametrize(("said", "status"), REASONS, ids=[each[0] for each in REASONS])
def test_the_reason(said: str, status: str | None) -> None:
    assert status_in(said)[0] == status
