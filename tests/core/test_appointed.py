"""Who is appointed to the list of contacts, and who to a meeting: the same words, told apart by the roles."""

from __future__ import annotations

import pytest

from mailbot.core.reading.appointed import appoints_to_the_list
from mailbot.core.reading.intents import intents_of

LEAD = "Les informamos que esta Dirección ha designado a las siguientes personas:"
FOCAL = "Punto focal:\nLic. Ana Prueba Rojas\n\nSuplente:\nLic. Luis Ensayo Mora"
TWO = "Titular: Lic. Ana Prueba Rojas\nSuplente: Lic. Luis Ensayo Mora"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (f"{LEAD}\n\n{FOCAL}", "Designación de representantes"),
        (f"{LEAD}\n\n1. Enlace: Lic. Ana Prueba Rojas\n2. Enlace alterno: Lic. Luis Ensayo Mora", ""),
        ("We have appointed the following persons:\n\nFocal point:\nMs. Ana Sample\n\nAlternate:\nMr. Luis Sample", ""),
        (f"Se han nombrado los representantes ante el Grupo de Trabajo:\n\n{TWO}", "Nombramientos"),
        ("Se ha designado a las siguientes personas como puntos focales: Ana Prueba Rojas y Luis Ensayo Mora.", ""),
    ],
)
def test_for_the_list(text: str, subject: str) -> None:
    assert appoints_to_the_list(text, subject)
    assert "rsvp" not in intents_of(text, subject)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (f"{LEAD}\n\n- Lic. Ana Prueba Rojas\n- Lic. Luis Ensayo Mora", "Designación de representantes"),
        (f"{LEAD}\n\n{TWO}", "Designación de representantes"),
        (f"{LEAD}\n\n{FOCAL}", "RE: Invitación al taller de San José"),
        (f"Para el seminario de mayo, esta Dirección ha designado a las siguientes personas:\n\n{FOCAL}", ""),
        (f"En atención a su invitación, hemos designado a estas personas:\n\n{FOCAL}", ""),
        (f"{LEAD}\n\n{FOCAL}\n\nAmbos participarán en la reunión.", ""),
        (f"{LEAD}\n\nNombre: Ana Prueba Rojas\nContacto: 2230-0044", ""),
        (f"{LEAD}\n\nPunto focal: 2230-0044\nNombre: Ana Prueba Rojas", ""),
        ("Hemos designado como delegados a Ana Prueba Rojas y Luis Ensayo Mora.", ""),
        ("Nuestra delegación estará integrada por dos personas designadas por el Ministerio.", "Delegación"),
    ],
)
def test_for_a_meeting(text: str, subject: str) -> None:
    assert not appoints_to_the_list(text, subject)
    assert "rsvp" in intents_of(text, subject)
