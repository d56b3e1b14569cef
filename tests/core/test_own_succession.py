"""Writers who tell that they go themselves, or whom they follow: the signer leaves, or replaces somebody; all asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import KNOWN, all_shown, by_certainty, entries_of, reply_of

RAMON = "Ramón Ejemplo <rejemplo@dgm-do.gob.example>"
SUBJECT = "RE: [MD-DIR-HN-7K3QX] Lista de contactos"
LEAVES = {"change": "leave", "name": "Ramón Ejemplo Tavárez"}


def shown(body: str, sender: str = RAMON) -> list[dict[str, Any]]:
    entries = entries_of(reply_of(body, SUBJECT, sender), KNOWN)
    assert not any("name" in by_certainty(each)[0] for each in entries)
    return [all_shown(each) for each in entries]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mañana es mi último día en la Dirección General de Migración.",
        "El viernes 28 será mi último día de labores.",
        "Me retiro de la institución el 31 de enero.",
        "Me jubilo a fin de mes.",
        "A partir de febrero ya no trabajaré en esta institución.",
        "Dejo el cargo el viernes.",
        "Today is my last day at the Department.",
        "I am leaving the Department at the end of the month.",
        "I will be retiring on January 31.",
        "I have left the Ministry.",
        "I will no longer be working at the Department.",
        "My term at the Ministry of Foreign Affairs ends on January 31.",
        "Mi contrato con el Ministerio finaliza el 31 de enero.",
    ],
)
def test_the_signer_leaves(sentence: str) -> None:
    assert shown(f"{sentence}\n\nSaludos,\nRamón Ejemplo Tavárez") == [LEAVES]


def test_the_signer_leaves_and_somebody_comes() -> None:
    body = (
        "Mañana es mi último día en la Dirección General de Migración. En mi lugar queda la Licda. Altagracia Prueba"
        " Rosario, a quien pueden escribir a aprueba@dgm-do.gob.example. Fue un placer.\n\nRamón Ejemplo Tavárez"
    )
    told = shown(body)
    assert LEAVES in told
    (other,) = (each for each in told if each != LEAVES)
    assert other["name"] == "Altagracia Prueba Rosario"
    assert other["email"] == ["aprueba@dgm-do.gob.example"]
    assert other["replaces"] == "Ramón Ejemplo Tavárez"


@pytest.mark.parametrize(
    "sentence",
    [
        "Hoy es mi último día de vacaciones. Mi teléfono es 2230-1111.",
        "I left the fax blank because we have none. My telephone is 2230-1111.",
        "I have left the institution unchanged. My telephone is 2230-1111.",
        "Dejo la dirección y los teléfonos para el directorio. Mi teléfono es 2230-1111.",
        "I left you a message. My telephone is 2230-1111.",
    ],
)
def test_who_only_leaves_something_stays(sentence: str) -> None:
    assert not any(each.get("change") == "leave" for each in shown(f"{sentence}\n\nSaludos,\nRamón Ejemplo Tavárez"))


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        (
            "Ocupo el cargo de Director de Visas, en lugar de Ana Prueba Barrios, quien se jubiló. Mi fax: 2230-1112.",
            {"position": "Director de Visas", "fax": ["+50422301112"]},
        ),
        (
            "Sustituyo a la Licda. Ana Prueba Barrios como punto focal. Mi correo es rejemplo@dgm-do.gob.example.",
            {"email": ["rejemplo@dgm-do.gob.example"]},
        ),
        (
            "I have taken over from Ana Prueba Barrios as Senior Analyst. My telephone is 2230-1111.",
            {"position": "Senior Analyst", "phone": ["+50422301111"]},
        ),
        (
            "I am replacing Ana Prueba Barrios. My telephone is 2230-1111.",
            {"phone": ["+50422301111"]},
        ),
    ],
)
def test_the_signer_follows_somebody(sentence: str, own: dict[str, Any]) -> None:
    told = shown(f"{sentence}\n\nSaludos,\nRamón Ejemplo Tavárez")
    (mine,) = (each for each in told if each.get("name") == "Ramón Ejemplo Tavárez")
    assert mine | own | {"replaces": "Ana Prueba Barrios"} == mine
    assert all(each.get("change") == "leave" and "role" not in each for each in told if each is not mine)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ana has left the department, so please take her off your list.",
        "She retired in December.",
        "Ms. Prueba has been transferred to another department.",
    ],
)
def test_who_was_followed_left_by_the_next_sentence(sentence: str) -> None:
    body = f"I have taken over from Ana Prueba Barrios as Senior Analyst. {sentence} My telephone is 2230-1111."
    told = shown(f"{body}\n\nRamón Ejemplo")
    assert {"change": "leave", "name": "Ana Prueba Barrios"} in [
        {field: value for field, value in each.items() if field != "title"} for each in told
    ]
    assert any(each.get("replaces") == "Ana Prueba Barrios" for each in told)


def test_for_somebody_on_holiday_nobody_is_replaced_for_good() -> None:
    body = (
        "Esta semana sustituyo a la Licda. Ana Prueba Barrios, quien está de vacaciones. Mi teléfono es 2230-1111."
        "\n\nRamón Ejemplo Tavárez"
    )
    assert not any("replaces" in each or each.get("change") == "leave" for each in shown(body))
