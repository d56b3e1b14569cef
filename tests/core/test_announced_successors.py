"""Who follows whom over a block of data, who signs below a wish, and words around values that are no part of them."""

from __future__ import annotations

from typing import Any

import pytest

from mailbot.core import reading
from mailbot.core.message import parse
from mailbot.core.reading.intents import intents_of
from tests.answers import FORMS, KNOWN, all_shown, contact_entries, reply_of

BLOCK = "Licda. Ana Ejemplo Rojas\nEncargada de Relaciones\nTel. (809) 555-0133\naejemplo@dgm.gob.example\n"


@pytest.mark.parametrize(
    "lead",
    [
        "Les informamos que el Lic. Ramón Muestra Ensayo ya no labora aquí.\nEn su lugar fue designada:",
        "El Lic. Ramón Muestra Ensayo ya no labora aquí. En su sustitución, favor incluir a:",
        "Mr. Ramón Muestra Ensayo has left the Ministry. He has been replaced by:",
    ],
)
def test_who_stands_below_follows_who_left(lead: str) -> None:
    new, gone = contact_entries(f"{lead}\n\n{BLOCK}", "DO")
    assert all_shown(new)["replaces"] == "Ramón Muestra Ensayo"
    assert all_shown(new)["name"] == "Ana Ejemplo Rojas"
    assert all_shown(gone)["change"] == "leave"


def test_the_last_named_is_followed_where_two_left() -> None:
    lead = "El Lic. Ramón Muestra Ensayo ya no labora aquí. La Licda. Eva Prueba Mora se jubiló. En su lugar queda:"
    first, *_ = contact_entries(f"{lead}\n\n{BLOCK}", "DO")
    assert all_shown(first)["replaces"] == "Eva Prueba Mora"


@pytest.mark.parametrize(
    "wish",
    [
        "Agradecemos actualizar la lista.",
        "Favor tomar nota del cambio.",
        "Cualquier duda, estamos a la orden.",
        "Please update your records.",
    ],
)
def test_the_last_block_under_a_wish_signs(wish: str) -> None:
    body = f"El nuevo punto focal es:\n\n{BLOCK}\n{wish}\n\nEva Ensayo\nRecursos Humanos\nTel. (809) 555-0150\n"
    (entry,) = contact_entries(body, "DO")
    assert "+18095550150" not in str(entry)
    assert all_shown(entry)["name"] == "Ana Ejemplo Rojas"


@pytest.mark.parametrize("above", ["Favor actualizar la lista:", "Envío también los datos de mi colega."])
def test_other_words_above_a_block_do_not_end_the_letter(above: str) -> None:
    block = "Eva Ensayo Mora\nAnalista\nTel. (809) 555-0150\nemora@dgm.gob.example\n"
    assert "+18095550150" in str(contact_entries(f"El nuevo punto focal es:\n\n{BLOCK}\n{above}\n\n{block}", "DO"))


def test_the_role_behind_when_somebody_is_away() -> None:
    body = (
        "El punto focal es:\n\nBenigna Prueba Mora\nDirectora\nTel: 504-0101\n\n"
        "Cuando ella no está, se puede escribir a su alterno:\n\nTomás Ejemplo Rojas\nAnalista\nTel: 504-0102\n"
    )
    first, second = contact_entries(body, "PA")
    assert (all_shown(first)["role"], all_shown(second)["role"]) == ("focal-point", "alternate")


@pytest.mark.parametrize(
    "remark",
    ["solo urgencias", "también WhatsApp no, solo llamadas", "en horas de oficina, lunes a viernes", "de 8 a 4"],
)
@pytest.mark.parametrize("label", ["Celular:", "Cel."])
def test_remarks_behind_a_number(label: str, remark: str) -> None:
    (entry,) = contact_entries(f"Nombre: Ana Muestra Rojas\n{label} 6677-0018 ({remark})", "PA")
    assert all_shown(entry) == {"name": "Ana Muestra Rojas", "mobile": ["+50766770018"]}
    assert not entry["doubts"]


@pytest.mark.parametrize("remark", ["ya no funciona", "hasta marzo", "es el de mi casa"])
def test_other_remarks_are_asked(remark: str) -> None:
    (entry,) = contact_entries(f"Nombre: Ana Muestra Rojas\nCelular: 6677-0018 ({remark})", "PA")
    assert all_shown(entry).get("mobile") != ["+50766770018"] or entry["doubts"]


@pytest.mark.parametrize(
    "said",
    [
        "El fax 2230-0010 ya no existe; el vigente es 2230-0024.",
        "El fax 2230-0010 ya no existe, el actual es el 2230-0024.",
        "El fax 2230-0010 ya no sirve, el que funciona es 2230-0024.",
        "The fax 2230-0010 no longer works; the current one is 2230-0024.",
    ],
)
def test_the_number_that_is_valid_now(said: str) -> None:
    (entry,) = contact_entries(said, "HN")
    assert all_shown(entry) == {"fax": ["+50422300024"]}


def document(subject: str, body: str) -> dict[str, Any]:
    raw = reply_of(body, subject).replace(b"Subject: RE: ", b"Subject: ")
    return reading.as_json(reading.read(parse(raw), tuple(FORMS.values()), KNOWN))


PIPES = (
    "Ana Prueba Mora | Directora de Asuntos Consulares | Ministerio de Relaciones Exteriores | a@x.gob.example\n"
    "Luis Ensayo Rojas | Analista | Ministerio del Trabajo | l@x.gob.example\n"
)


@pytest.mark.parametrize(
    ("subject", "lead"),
    [
        ("Datos de los compañeros", "Estos son los datos de los dos compañeros de Nicaragua:"),
        ("Nicaragua", "Adjunto los datos de nuestros puntos focales:"),
        ("Contactos", "Buenas tardes:"),
        ("Canada - contacts", "Hello,"),
    ],
)
def test_people_under_any_subject(subject: str, lead: str) -> None:
    read = document(subject, f"{lead}\n\n{PIPES}\nSaludos")
    assert read["kind"] == "answer"
    assert [all_shown(each)["name"] for each in read["entries"]] == ["Ana Prueba Mora", "Luis Ensayo Rojas"]


def test_a_label_for_a_name_designates_nobody() -> None:
    body = "Nombre: Ana Prueba Mora\nPuesto: Delegado de Frontera\nTel: 2245-0007\n"
    assert "rsvp" not in intents_of(body, "contactos")
    assert "rsvp" in intents_of("Se nombró como delegado de frontera a Ana Prueba Mora.", "contactos")
    assert document("RV contactos migracion", body)["kind"] == "answer"


@pytest.mark.parametrize(
    "said",
    [
        "El Lic. Luis Prueba Mora pasa de punto focal a alterno y la Licda. Ana Ejemplo Ruiz de alterna a punto focal.",
        "El Lic. Luis Prueba Mora pasa de titular a alterno y la Licda. Ana Ejemplo Ruiz, de alterna a punto focal.",
        "Luis Prueba Mora moves from focal point to alternate and Ana Ejemplo Ruiz from alternate to focal point.",
    ],
)
def test_two_who_exchange_their_roles(said: str) -> None:
    roles = {each["fields"]["name"]["value"]: all_shown(each)["role"] for each in contact_entries(said, "HN")}
    assert roles == {"Luis Prueba Mora": "alternate", "Ana Ejemplo Ruiz": "focal-point"}
