"""Who bears another name now: by marriage, by law, or with the former one in brackets."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, by_certainty, contact_entries


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Por matrimonio mi nombre pasa a ser Reina Prueba de Mora. Lo demás queda igual.", "Reina Prueba de Mora"),
        ("Solo un cambio: mi nombre ahora es Reina Prueba de Mora.", "Reina Prueba de Mora"),
        ("Les informo que mi nombre de casada es Reina Prueba de Mora.", "Reina Prueba de Mora"),
        ("He cambiado mi nombre a Reina Prueba de Mora.", "Reina Prueba de Mora"),
        ("My name is now Allison Sample-Hart (formerly Allison Mockton).", "Allison Sample-Hart"),
        ("Please note that my married name is Allison Sample-Hart.", "Allison Sample-Hart"),
        ("I have changed my name to Allison Sample-Hart.", "Allison Sample-Hart"),
        ("My name has been changed to Allison Sample-Hart.", "Allison Sample-Hart"),
        # no name, and the name of another
        ("Mi nombre ha cambiado a raíz de mi matrimonio.", None),
        ("My name is now on the list. Thank you.", None),
        ("El nombre de mi jefa pasa a ser Reina Prueba de Mora.", None),
        ("El nombre del taller pasa a ser Fronteras Seguras.", None),
    ],
)
def test_the_writer_is_named_anew(body: str, name: str | None) -> None:
    read = contact_entries(f"Buenos días:\n\n{body}\n\nSaludos,\n", "HN")
    assert [by_certainty(entry) for entry in read] == ([({}, {"name": name})] if name else [])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ms. Allison Sample-Hart (formerly Allison Mockton)", {"title": "Ms.", "name": "Allison Sample-Hart"}),
        ("Licda. Reina Prueba de Mora (antes Reina Prueba)", {"title": "Licda.", "name": "Reina Prueba de Mora"}),
        ("Reina Prueba de Mora (antes Licda. Reina Prueba)", {"name": "Reina Prueba de Mora"}),
    ],
)
def test_the_title_before_the_new_one_of_two_names(value: str, expected: dict[str, str]) -> None:
    (entry,) = contact_entries(f"Nombre: {value}\nTeléfono: 2230-0077\n", "HN")
    assert all_shown(entry) == {**expected, "phone": ["+50422300077"]}


def test_the_title_of_the_one_replaced_is_nobodys() -> None:
    body = "Nombre: Rita Modelo Sol\nSustituye a: Lic. Luis Ensayo Mora (antes Ana Prueba Mora)\nTeléfono: 2230-0077\n"
    (entry,) = contact_entries(body, "HN")
    assert "title" not in all_shown(entry)
