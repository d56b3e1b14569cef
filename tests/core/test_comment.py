"""What those who pass a message on say of it goes before what it says: a role, another telephone; all of it asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, by_certainty
from tests.core.test_forwarded import FORM, HEADERS, VALUES, message, read

CARD = (
    "Hola Reina, como quedamos:\n\nLuis Muestra Ensayo\nJefe de Enlace\nDirección General de Migración\n2230-0001\n"
    "lmuestra@migob-hn.gob.example\n"
)
OF_CARD = {
    **VALUES,
    "position": "Jefe de Enlace",
    "institution": "Dirección General de Migración",
    "email": ["lmuestra@migob-hn.gob.example"],
}
OTHER = ["+50422300099"]


def told(comment: str, inner: str, about: str = "datos") -> list[dict[str, Any]]:
    header = HEADERS["outlook-es"].replace("Asunto: datos", f"Asunto: {about}")
    found = read(message(f"RV: {about}", f"{comment}\n\n{header}\n{inner}"))
    assert not any(by_certainty(entry)[0] for entry in found["entries"])  # nothing of it is sure
    return [all_shown(entry) for entry in found["entries"]]


@pytest.mark.parametrize(
    ("comment", "role"),
    [
        ("Les reenvío los datos de nuestro nuevo suplente.", "alternate"),
        ("Please find below the information of our new focal point.", "focal-point"),
        ("Les paso los datos de nuestro colega, quien será el punto focal.", "focal-point"),
        ("Les reenvío los datos que nos remitió el Lic. Muestra, quien será nuestro contacto alterno.", "alternate"),
        ("Adjunto los datos. Nuestro nuevo punto focal es Luis Muestra Ensayo.", "focal-point"),
        ("He will be our alternate.", "alternate"),
    ],
)
def test_the_role_that_a_comment_gives(comment: str, role: str) -> None:
    assert told(comment, FORM) == [{**VALUES, "role": role}]
    assert told(comment, FORM + "Función: titular\n") == [{**VALUES, "role": role}]  # before what is said below
    assert told(comment, CARD) == [{**OF_CARD, "role": role}]


def test_the_title_and_role_that_a_comment_gives_to_a_surname() -> None:
    (found,) = told("El Lic. Muestra será nuestro suplente.", FORM)
    assert found == {**VALUES, "title": "Lic.", "role": "alternate"}


@pytest.mark.parametrize(
    "comment",
    [
        "Soy el nuevo punto focal. Reenvío lo de Migración.",
        "Les reenvío los datos de nuestro anterior suplente.",
        "Les reenvío el correo de nuestro punto focal.",
        "¿Será nuestro suplente?",
        "Será nuestro punto focal hasta marzo.",
        "He will be our focal point for the seminar.",
    ],
)
def test_a_comment_that_gives_nobody_else_a_role(comment: str) -> None:
    assert told(comment, FORM) == [VALUES]


@pytest.mark.parametrize(
    "comment",
    [
        "Los datos son los de abajo, salvo el teléfono, que ahora es 2230-0099.",
        "Reenvío lo de Migración; su teléfono ahora es 2230-0099.",
        "The details are below, except the telephone, which is now 2230-0099.",
    ],
)
def test_what_a_comment_puts_right(comment: str) -> None:
    assert told(comment, FORM) == [{**VALUES, "phone": OTHER}]
    assert told(comment, CARD) == [{**OF_CARD, "phone": OTHER}]


@pytest.mark.parametrize("inner", [FORM, CARD])
def test_values_of_the_writers_own_are_not_those_of_whom_they_write_for(inner: str) -> None:
    assert told("Reenvío lo de Migración, pero mi teléfono ahora es 2230-0099.", inner) == [{"phone": OTHER}]
    assert told("Va lo de Migración.\n\nReina Prueba\nTel. 2230-0099", inner) in ([VALUES], [OF_CARD])
    named = told("La Licda. Eva Ensayo Prueba será nuestra suplente.", inner)
    assert named == [{"title": "Licda.", "name": "Eva Ensayo Prueba", "role": "alternate"}]
    gone = told("Luis Muestra Ensayo ya no labora aquí.", inner)
    assert gone == [{"change": "leave", "name": "Luis Muestra Ensayo"}]


@pytest.mark.parametrize(
    ("comment", "about"),
    [
        ("Para su conocimiento.", "Invitación"),
        ("Va lo de Migración.", "Seminario regional"),
        ("Los datos del participante en el seminario.", "Seminario regional"),
    ],
)
def test_a_card_in_a_message_about_something_else_is_nothing(comment: str, about: str) -> None:
    assert told(comment, CARD, about) == []


def test_a_signature_below_somebody_elses_words_is_nothing() -> None:
    words = "Reina, el informe ya está listo. Hubo 230 casos.\n\nSaludos,\n\n"
    assert told("Favor ver abajo.", words + CARD.partition("\n\n")[2], "datos estadísticos") == []


@pytest.mark.parametrize(
    "lead",
    [
        "Licda. Benigna, aquí le mando: ",
        "Lic. Benigna Ficticia, le envío mis datos: ",
        "Estimada Licda. Benigna, aquí le mando: ",
        "",
    ],
)
def test_whom_somebody_writes_to_is_nobody_in_the_data(lead: str) -> None:
    data = (
        "Luis Muestra Ensayo, Jefe de Enlace, Dirección General de Migración, teléfono 2230-0001, correo l@m.example."
    )
    assert told("Va lo de Migración.", lead + data) == [{**OF_CARD, "email": ["l@m.example"]}]


def test_whom_somebody_writes_to_gives_data_no_name() -> None:
    found = told("Va lo de Migración.", "Licda. Benigna, le dejo los datos: teléfono 2230-0001, correo l@m.example.")
    assert found == [{"phone": ["+50422300001"], "email": ["l@m.example"]}]
    signs = told("Va lo de Migración.", "Lic. Luis Muestra, teléfono: 2230-0001, correo l@m.example.")
    assert signs == [{"title": "Lic.", "name": "Luis Muestra", "phone": ["+50422300001"], "email": ["l@m.example"]}]
