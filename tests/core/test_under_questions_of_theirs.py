"""Answers below the questions of a quoted letter: of what was asked, and of no more."""

from __future__ import annotations

from tests.answers import all_shown, contact_entries, only_asked

LETTER = """\
Con gusto, respondo abajo.

El mié, 16 mar 2011 a las 9:02, Grupo MyD (<grupo.md@crm.example>) escribió:

> Estimado don Otto, gracias por el aviso. ¿Cuál es su nuevo número directo?

2410-0188

> ¿Sigue vigente el fax 2410-0120?

No, ya no tenemos fax.

> ¿Conserva el mismo cargo?

Sí, sin cambio.

Saludos,
Otto Prueba Sicán
"""


def test_a_number_is_what_was_asked_for_and_a_yes_confirms_no_more() -> None:
    """ "Sí, sin cambio." about the post was read as no change of anything."""
    (entry,) = contact_entries(LETTER, "GT", "RE: RE: aviso de cambio de teléfono")
    assert all_shown(entry) == {"phone": ["+50224100188"], "fax": []}
    assert only_asked(entry) == set()


def test_an_answer_to_a_question_of_ones_own_is_left() -> None:
    body = "Sin cambios.\n\n> Agradeceremos su respuesta.\n"
    (entry,) = contact_entries(body, "GT")
    assert all_shown(entry) == {"change": "none"}
