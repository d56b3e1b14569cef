"""Letters read the same whatever words greet and take leave: nothing hangs on "Atentamente,"."""

from __future__ import annotations

import pytest

from mailbot.core.quotation.signatures import is_closing
from tests.answers import all_shown, contact_entries

CARD = (
    "Ha sido designado como punto focal alterno:\n\nLic. Fausto Inventado Muestra\nEncargado de Asuntos Migratorios\n"
    "Tel. 2230-0140\nfinventado@sre-hn.gob.example\n"
)
SIGNED = "Carmen Simulada\nAsistente de la Viceministra\nTel. 2230-0149\n"
CLOSINGS = [
    "Atentamente,", "A T E N T A M E N T E", "Con sentimientos de alta estima,", "Con distinguida consideración,",
    "Con las muestras de mi más alta consideración,", "Con el mayor respeto,", "Con mi agradecimiento,",
    "Quedo de ustedes,", "Quedo a sus gratas órdenes,", "Agradeciendo su atención,", "En espera de su confirmación,",
    "Que tenga buen día.", "Buen fin de semana,", "Feliz año,", "Dios, Patria y Libertad", "Sdos.", "Rgds,", "Cariños,",
    "Very truly yours,", "With kind regards,", "All the best,", "Looking forward to hearing from you,",
    "Have a nice day,", "With many thanks,", "Take care,",
]  # fmt: skip


@pytest.mark.parametrize("closing", CLOSINGS)
def test_who_signs_below_any_closing_is_no_contact(closing: str) -> None:
    (entry,) = contact_entries(f"{CARD}\n{closing}\n\n{SIGNED}", "HN")
    assert all_shown(entry)["name"] == "Fausto Inventado Muestra"
    assert all_shown(entry)["phone"] == ["+50422300140"]


@pytest.mark.parametrize(
    "text",
    ["Con gusto", "Con copia a la Dirección", "Buen día,", "Con: Ana Prueba", "Directora de Atención", "Dear all,"],
)
def test_other_lines_close_nothing(text: str) -> None:
    assert not is_closing(text)


@pytest.mark.parametrize(
    "greeting",
    [
        "Estimada Lic. Prueba:", "Estimada Ana Prueba,", "Dear Ms. Ana Sample,", "Señora Lic. Ana Prueba:",
        "Excelentísimo señor Presidente Pro Témpore:", "Querida Ana Prueba:", "Hola Ana Prueba,",
    ],
)  # fmt: skip
@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_who_is_greeted_is_not_told_of(greeting: str, between: str) -> None:
    said = "En el teléfono dice 2231-0000 y debe decir 2231-0040."
    (entry,) = contact_entries(f"{greeting}{between}{said}\n", "HN")
    assert all_shown(entry) == {"phone": ["+50422310040"]}


@pytest.mark.parametrize(
    "said",
    [
        "Desde diciembre fui trasladado a otra dependencia y ya no llevo los temas de la CRM.",
        "Agradeceré dar de baja mis datos de la lista de contactos.",
        "Ya no atiendo los asuntos migratorios.",
        "I have been transferred to another ministry.",
        "I no longer handle migration issues.",
        "Please delete my details from your contact list.",
    ],
)
def test_who_says_so_of_oneself_leaves(said: str) -> None:
    (entry,) = contact_entries(f"{said}\n\nLuis Inventado Ejemplo\n", "HN")
    assert all_shown(entry)["change"] == "leave"


@pytest.mark.parametrize(
    "said",
    [
        "Fui trasladada a la Dirección de Asuntos Consulares; mi nuevo teléfono es 2231-0040.",
        "Fui trasladada a otra oficina del edificio; mi nuevo teléfono es 2231-0040.",
        "I have been moved to another office; my new phone is 2231-0040.",
        "Ya no llevo este asunto, pero sigo como punto focal; mi teléfono es 2231-0040.",
        "Ya no llevo los temas consulares, pero sigo como punto focal; mi teléfono es 2231-0040.",
    ],
)
def test_who_moves_within_the_house_stays(said: str) -> None:
    (entry,) = contact_entries(f"{said}\n\nLuis Inventado Ejemplo\n", "HN")
    assert "change" not in all_shown(entry)
    assert all_shown(entry)["phone"] == ["+50422310040"]
