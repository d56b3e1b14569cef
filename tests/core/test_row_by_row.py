"""Corrections of the circulated list, row by row: one entry a row, all of it asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries, only_asked

OF_THE_LIST = "Lista de contactos, versión 3 [MyD-LIST-2011-DO]"
ANA = {"title": "Lic.", "name": "Ana Prueba Rojas"}
LUIS = {"name": "Luis Ensayo Mora"}
MORA = {"name": "Ana Prueba Mora"}
KATHRYN = {"name": "Kathryn Example"}
PHONE = {"phone": ["+18095550142"]}


def entries(body: str, subject: str = OF_THE_LIST) -> list[dict[str, Any]]:
    return contact_entries(f"Estimados:\n\n{body}\n\nSaludos,\n", "DO", subject)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "Fila 5 - Lic. Ana Prueba Rojas\nDice: Tel. 809-555-0124\nDebe decir: Tel. 809-555-0142\n\n"
                "Fila 6 - Luis Ensayo Mora\nDice: Cargo: Jefe de Visas\nDebe decir: Cargo: Director de Visas\n\n"
                "Fila 17\nDonde dice “Marta Ejemplar Cruz” debe decir “Marta Ejemplo Cruz”.\n\nEl resto es correcto."
            ),
            [{**ANA, **PHONE}, {**LUIS, "position": "Director de Visas"}, {"name": "Marta Ejemplo Cruz"}],
        ),
        (
            (
                "Fila 5, Lic. Ana Prueba Rojas: dice Tel. 809-555-0124 / debe decir Tel. 809-555-0142.\n"
                "Fila 6, Luis Ensayo Mora: dice «Jefe de Visas», debe decir «Director de Visas»."
            ),
            [{**ANA, **PHONE}, {**LUIS, "position": "Director de Visas"}],
        ),
        (
            (
                "En la fila 5, Lic. Ana Prueba Rojas, donde dice «Jefa» debe decir «Directora de Visas»; en la fila 6,"
                " Luis Ensayo Mora, el correo debe decir luis@b.example."
            ),
            [{**ANA, "position": "Directora de Visas"}, {**LUIS, "email": ["luis@b.example"]}],
        ),
        (
            (
                "Hay un error en la fila 12, Lic. Ana Prueba Rojas.\n\n"
                "Dice: Tel. 809-555-0124\nDebe decir: Tel. 809-555-0142"
            ),
            [{**ANA, **PHONE}],
        ),
        (
            (
                "Row 4 – Kathryn Example: telephone should read 809-555-0142, not 809-555-0124.\n"
                "Row 5: Luis Ensayo Mora's e-mail is luis@b.example.\n"
                "Row 6 (Paula Mock): please delete.\n"
                'Row 7: "Katherine Exampel" should read "Kathryn Example".'
            ),
            [
                {**KATHRYN, **PHONE},
                {**LUIS, "email": ["luis@b.example"]},
                {"change": "leave", "name": "Paula Mock"},
                KATHRYN,
            ],
        ),
        (
            "Row 4 - Kathryn Example\nSays: Tel. 809-555-0124\nShould read: Tel. 809-555-0142",
            [{**KATHRYN, **PHONE}],
        ),
        (
            "Row 4 - Kathryn Example\nWhere it says: Analyst\nShould read: Senior Analyst",
            [{**KATHRYN, "position": "Senior Analyst"}],
        ),
        (
            "Fila 5, Lic. Ana Prueba Rojas: debe decir «Directora de Visas» en lugar de «Jefa de Visas».",
            [{**ANA, "position": "Directora de Visas"}],
        ),
        ("Fila 6: Ana Pruebas Mora debe decir Ana Prueba Mora.", [{"name": "Ana Prueba Mora"}]),
        (
            "Fila 5: el teléfono de la Lic. Ana Prueba Rojas debe decir 809-555-0142.",
            [{**ANA, **PHONE}],
        ),
        (
            "Fila 3: Luis Ensayo Mora ya no labora aquí; en su lugar queda la Lic. Ana Prueba Rojas.",
            [{**LUIS, "change": "leave"}, {**ANA, "change": "new", "replaces": "Luis Ensayo Mora"}],
        ),
        ("Row 5 - Kathryn Example: the fax no longer works.", [{**KATHRYN, "fax": []}]),
        ("Fila 5 - Luis Ensayo Mora: el fax ya no está en uso.", [{**LUIS, "fax": []}]),
        # the writer's own news stay the writer's
        (
            (
                "Fila 5, Lic. Ana Prueba Rojas:\nDice: a@b.example\nDebe decir: c@b.example\n\n"
                "Mi nuevo fax es 809-555-0199."
            ),
            [{"fax": ["+18095550199"]}, {**ANA, "email": ["c@b.example"]}],
        ),
        # which of the numbers it was nobody says
        ("Fila 5, Luis Ensayo Mora\nDice: 809-555-0124\nDebe decir: 809-555-0142", []),
        # rows of other things, and rows that are right
        ("Muchas gracias por la lista. La fila 4 está bien y la fila 5 también.", []),
        ("En la fila 4 se sentó Ana Prueba Rojas, quien no debe decir nada.", []),
        ("Fila 4 del Programa de Trabajo: donde dice marzo debe decir abril.", []),
        ("En la fila 5 de la lista, donde dice «Ana Pruebas Mora» debe decir «Ana Prueba Mora».", [MORA]),
        ("Row 3 seats are reserved for Ana Sample and Paul Mock. You should read the agenda.", []),
        ("Fila 5 - Ana Prueba Rojas\nFila 6 - Luis Ensayo Mora\nson quienes asistirán al taller.", []),
        ("En la fila 7 de la lista no aparece el Lic. Luis Ensayo Mora.", []),
    ],
)
def test_rows_of_the_list(body: str, expected: list[dict[str, Any]]) -> None:
    read = entries(body)
    assert [all_shown(entry) for entry in read] == expected
    assert not any(by_certainty(entry)[0] for entry in read)


@pytest.mark.parametrize("body", ["Fila 9: eliminar.", "Row 9: delete", "Row 9: please remove this entry."])
def test_whose_row_is_to_go_is_asked(body: str) -> None:
    (entry,) = entries(body)
    assert all_shown(entry) == {"change": "leave"}
    assert only_asked(entry) == {"name"}


@pytest.mark.parametrize(
    "words",
    [
        "Row 31: the name should read Kathryn Example, not Catherine Example.",
        "Row 31 (Catherine Example): the name should read Kathryn Example.",
        "Fila 31: el nombre debe decir Kathryn Example, no Catherine Example.",
    ],
)
def test_the_name_that_a_row_should_read(words: str) -> None:
    assert [all_shown(each) for each in entries(words)] == [KATHRYN]


@pytest.mark.parametrize(
    "words",
    [
        "Row 31: the name should not read Catherine Example.",
        "Row 31: the name of the office should read Bureau of Population.",
        "Row 31: the name is wrong.",
    ],
)
def test_a_row_that_tells_no_name(words: str) -> None:
    assert not any("name" in all_shown(each) for each in entries(words))


def test_without_a_word_of_the_list_a_row_counts_where_somebody_is_named() -> None:
    assert entries("Fila 9: eliminar.", "saludos") == []
    (entry,) = entries("Fila 9, Luis Ensayo Mora: eliminar.", "saludos")
    assert all_shown(entry) == {**LUIS, "change": "leave"}
    assert entries("En la línea 5 del acta, donde dice «Ana Pruebas» debe decir «Ana Prueba».", "saludos") == []
    assert entries("Fila 9, Luis Ensayo Mora: eliminar.", "Designación de participantes [FUT-PAR-2011-HN]") == []


def test_a_record_with_a_number_is_read_as_ever() -> None:
    read = entries("Registro 1\nNombre: Ana Prueba Rojas\nTel.: 809-555-0142\n\nRegistro 2\nNombre: Luis Ensayo Mora")
    assert [by_certainty(entry)[0]["name"] for entry in read] == ["Ana Prueba Rojas", "Luis Ensayo Mora"]
