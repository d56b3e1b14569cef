"""Values with remarks of the writers behind them, corrections that follow each other, and very wide paragraphs."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries


def told(body: str) -> dict[str, Any]:
    (entry,) = contact_entries(body, "HN")
    return all_shown(entry)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Fax: 2230-0055, solicitar tono", {"fax": ["+50422300055"]}),
        ("Fax: 2230-0055 (pedir tono)", {"fax": ["+50422300055"]}),
        ("Fax: 2230-0055; favor marcar 2", {}),
        (
            "Correo: aprueba@sre-hn.gob.example (el de minrex-hn ya no se revisa)",
            {"email": ["aprueba@sre-hn.gob.example"]},
        ),
        (
            "Correo: aprueba@sre-hn.gob.example (the one at minrex no longer works)",
            {"email": ["aprueba@sre-hn.gob.example"]},
        ),
        ("Cargo: Subdirectora de Protección -> ahora Directora de Protección", {"position": "Directora de Protección"}),
        ("Cargo: ahora Directora de Protección", {"position": "Directora de Protección"}),
        ("Position: now Director of Protection", {"position": "Director of Protection"}),
        ("Teléfono: 2230-0000 (ya no; el nuevo es 2230-0045)", {"phone": ["+50422300045"]}),
    ],
)
def test_remarks(line: str, expected: dict[str, Any]) -> None:
    shown = told(f"Nombre: Ana Prueba\n{line}")
    assert {field: value for field, value in shown.items() if field != "name" and value is not None} == expected


def test_the_new_one_in_brackets_is_asked() -> None:
    (entry,) = contact_entries("Nombre: Ana Prueba\nTeléfono: 2230-0000 (ya no; el nuevo es 2230-0045)", "HN")
    assert "phone" not in by_certainty(entry)[0]


def test_corrections_that_follow_each_other() -> None:
    body = (
        "En la fila 12, donde dice «Ana Pruebas Mora» debe decir «Ana Prueba Mora», y donde dice «Asesora» debe decir"
        " «Subdirectora de Política Exterior»."
    )
    assert told(body) == {"name": "Ana Prueba Mora", "position": "Subdirectora de Política Exterior"}


WIDE = (
    "Se comunica que se designa como punto focal titular a la Licda. Marta Ejemplo de Ficción, Directora de Asuntos,"
    " teléfono\n2230-0000 ext. 2301, correo mejemplo@sre-hn.gob.example, de esta Secretaría de Relaciones Exteriores, y"
    " como suplente al Lic. Julio\nSupuesto Muestra, Tercer Secretario, mismo teléfono ext. 2302, correo"
    " jsupuesto@sre-hn.gob.example."
)


def test_a_paragraph_broken_at_many_columns_is_one() -> None:
    first, second = (all_shown(each) for each in contact_entries(WIDE, "HN"))
    assert (first["name"], first["phone"]) == ("Marta Ejemplo de Ficción", ["+50422300000;ext=2301"])
    assert (second["name"], second["phone"]) == ("Julio Supuesto Muestra", ["+50422300000;ext=2302"])


@pytest.mark.parametrize(
    ("words", "phone"),
    [
        ("mismo teléfono", ["+50422300000"]),
        ("mismo teléfono ext. 2302", ["+50422300000;ext=2302"]),
        ("mismo número, extensión 14", ["+50422300000;ext=14"]),
        ("sin teléfono", None),
    ],
)
def test_the_same_number_for_the_next_person(words: str, phone: list[str] | None) -> None:
    body = (
        "Se designa como punto focal a la Licda. Marta Ejemplo Ficción, Directora, teléfono 2230-0000, y como suplente"
        f" al Lic. Julio Supuesto Muestra, Tercer Secretario, {words}, correo jsupuesto@sre-hn.gob.example."
    )
    second = all_shown(contact_entries(body, "HN")[1])
    assert second["name"] == "Julio Supuesto Muestra"
    assert second.get("phone") == phone
