"""A form filled in inside the quotation of a letter that is not on record, announced above it: asked."""

from __future__ import annotations

import pytest

from tests.answers import by_certainty, contact_entries

QUOTED = """
De: Grupo MyD [mailto:grupo-myd@crm.example]
Enviado el: lunes, 03 de enero de 2011 10:22 a.m.
Para: Ramiro Ejemplo
Asunto: [MyD-DIR-2011-HN] Actualización de la lista de contactos / Update of the contact list

Estimados colegas: agradeceremos completar o corregir los datos siguientes

Nombre completo: Ramiro Ejemplo Supuesto
Cargo: Responsable de Relaciones Internacionales
Teléfono: 2222-7538 ext. 104
Fax:
Correo electrónico: rejemplo@migob.gob.example
"""
FILLED = {
    "name": "Ramiro Ejemplo Supuesto",
    "position": "Responsable de Relaciones Internacionales",
    "phone": ["+50422227538;ext=104"],
    "email": ["rejemplo@migob.gob.example"],
}


@pytest.mark.parametrize(
    "above",
    [
        "Favor ver abajo el formulario ya completado con mis datos.",
        "Abajo encontrarán los datos actualizados.",
        "Les devuelvo el formulario, lleno más abajo.",
        "Please see the form below, duly completed.",
        "I have filled in the form in your message.",
        "Completé la ficha en su mismo correo.",
    ],
)
def test_a_form_that_is_announced_as_filled_in(above: str) -> None:
    (entry,) = contact_entries(f"{above}\n\nFraternalmente,\nRamiro Ejemplo\n{QUOTED}", "HN")
    assert by_certainty(entry) == ({}, FILLED)


@pytest.mark.parametrize(
    "above",
    [
        "Recibido, muchas gracias.",
        "Mañana enviaremos completado el formulario que está abajo.",
        "No hemos completado el formulario de abajo.",
        "Favor completar el formulario de abajo.",
        "Sus datos están abajo. El formulario no lo hemos visto completo.",
    ],
)
def test_a_form_that_nobody_says_to_be_filled_in(above: str) -> None:
    assert contact_entries(f"{above}\n\nRamiro Ejemplo\n{QUOTED}", "HN") == []
