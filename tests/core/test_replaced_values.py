"""One number or address instead of another, in sentences: the new one is shown, the old one never."""

from __future__ import annotations

from typing import Any

import pytest

from mailbot.core import reading
from tests.answers import KNOWN, all_shown, contact_entries, reading_of, reply_of

NEW_MAIL = {"email": ["c@b.example"]}
NEW_PHONE = {"phone": ["+50422550110"]}
LISTED = "Please replace a@b.example with c@b.example in your directory."


def entries(body: str) -> list[dict[str, Any]]:
    return [all_shown(entry) for entry in contact_entries(f"Buenas tardes:\n\n{body}\n", "HN")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (LISTED, NEW_MAIL),
        ("My e-mail address has changed. Please replace a@b.example with c@b.example.", NEW_MAIL),
        ("Por favor sustituyan a@b.example por c@b.example en el directorio. Los demás datos se mantienen.", NEW_MAIL),
        ("Favor cambiar a@b.example a c@b.example.", NEW_MAIL),
        ("El correo a@b.example queda sustituido por c@b.example.", NEW_MAIL),
        ("The address a@b.example has been replaced by c@b.example.", NEW_MAIL),
        ("Favor sustituir mi correo anterior por c@b.example.", NEW_MAIL),
        ("Favor reemplazar el teléfono 2255-0100 por el 2255-0110.", NEW_PHONE),
        ("Please replace my old number 2255-0100 with 2255-0110.", NEW_PHONE),
        ("Please replace my phone number with 2255-0110.", NEW_PHONE),
        ("En lugar de 2255-0100, favor anotar 2255-0110 como mi teléfono.", NEW_PHONE),
        (
            "Agradeceré cambiar el celular 9999-0001 por 9999-0002 y el fax 2255-0001 por 2255-0002.",
            {"mobile": ["+50499990002"], "fax": ["+50422550002"]},
        ),
    ],
)
def test_the_new_of_two(body: str, expected: dict[str, Any]) -> None:
    assert entries(body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "Please substitute c@b.example for a@b.example.",  # English says the new one first here
        "Cambiar la reunión de 10 a 12 y el 2255-0100 no contesta.",
        "El taller se cambia del 2255-0100 al salón 3.",
        "Favor sustituir el 2255-0100 por a@b.example.",
    ],
)
def test_what_replaces_nothing(body: str) -> None:
    assert not any({"email", "phone"} & {*entry} for entry in entries(body))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (LISTED, NEW_MAIL),
        ("Favor sustituir a@b.example por c@b.example en su lista de contactos.", NEW_MAIL),
        ("En el documento favor sustituir a@b.example por c@b.example.", None),
        ("Favor enviar el texto de a@b.example a c@b.example.", None),
    ],
)
def test_in_a_letter_without_our_code(body: str, told: dict[str, Any] | None) -> None:
    read = reading_of(reply_of(f"Buenas tardes:\n\n{body}\n", "New e-mail address"), KNOWN)
    document = reading.as_json(read)  # type: ignore[attr-defined]
    shown = [all_shown(entry) for entry in (*document["entries"], *document.get("beside", ()))]
    assert shown == ([told] if told else [])
