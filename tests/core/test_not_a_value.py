"""Words beside a label that are no value of it: nobody yet, the writer without a name, what we are said to have."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries, only_asked

NAME = "Nombre: {}\nTeléfono: 2410-0001"
POST = "Nombre: Ana Prueba\nCargo: {}"


@pytest.mark.parametrize(
    "words",
    [
        *("vacante", "Vacante", "Vacant", "puesto vacante", "TBD", "por nombrar", "(por nombrar)", "To be appointed"),
        *("aún no designado", "se comunicará oportunamente", "To follow", "will be communicated shortly"),
        *("en proceso de nombramiento", "Vacante (en proceso de nombramiento)"),
        *("el suscrito", "yo", "quien suscribe", "su servidora", "myself", "the undersigned"),
    ],
)
def test_no_name(words: str) -> None:
    (entry,) = contact_entries(NAME.format(words), "GT")
    assert all_shown(entry) == {"phone": ["+50224100001"]}
    assert only_asked(entry) == {"name"}


@pytest.mark.parametrize("words", ["Vicente Vacante Ruiz", "Ana Suscrita Prueba", "ana prueba"])
def test_a_name(words: str) -> None:
    (entry,) = contact_entries(NAME.format(words), "GT")
    assert all_shown(entry)["name"] == words


@pytest.mark.parametrize(
    "words",
    [
        *("no ha cambiado", "el que ya conocen", "la misma que figura en la lista", "la que ustedes tienen registrada"),
        *("ya lo tienen", "you already have it", "as on file", "same as before", "unchanged since last year"),
    ],
)
def test_what_we_are_said_to_have(words: str) -> None:
    (entry,) = contact_entries(POST.format(words), "GT")
    assert all_shown(entry) == {"name": "Ana Prueba"}
    assert only_asked(entry) == set()


@pytest.mark.parametrize(
    ("words", "post"),
    [
        ("Jefa. Mi colega Luis Ensayo es el suplente.", "Jefa"),
        ("Analista. Favor enviar la próxima lista a mi correo.", "Analista"),
        ("Jefa del Depto. Relaciones Internacionales y Cooperación", None),
        ("Encargada de plazas vacantes", None),
        ("Directora. Área de Protección", None),
    ],
)
def test_a_sentence_behind_a_post(words: str, post: str | None) -> None:
    entry, *_ = contact_entries(POST.format(words), "GT")
    assert all_shown(entry)["position"] == (post or words)
