"""What sentences wish to keep off the list, wherever the number was read."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

LABELLED = "Teléfono: 2539-0040\nCelular: 8300-0000\nCorreo: ana@x.example\n"


def read(body: str) -> tuple[dict[str, Any], set[str]]:
    (entry,) = contact_entries(body, "CR")
    assert not any(entry.get("publish", {}).values())
    return all_shown(entry), set(entry.get("publish", {}))


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        (
            (
                "Mi nuevo teléfono de oficina es el 2539-0040. También les dejo mi celular, 8300-0000, pero agradezco"
                " no incluirlo en la lista que se circula a los países. Lo demás sin cambio."
            ),
            {"mobile"},
        ),
        ("Mi nuevo teléfono es el 2539-0040. Mi celular es 8300-0000, pero no lo incluyan en la lista.", {"mobile"}),
        ("Mi celular es el 8300-0000 (solo para uso de la Secretaría, no para la lista).", {"mobile"}),
        ("My mobile is now 8300-0000, but please do not include it in the list.", {"mobile"}),
        ("Mi nuevo celular es 8300-0000. Agradezco no publicarlo.", {"mobile"}),
        ("My new mobile is 8300-0000. Please keep it private.", {"mobile"}),
        ("Mi correo es a@b.example y mi celular 8300-0000; no los publiquen.", {"mobile", "email"}),
        ("Mi nuevo celular es 8300-0000, de uso interno.", {"mobile"}),
        (f"{LABELLED}\nFavor no publicar el celular.\n", {"mobile"}),
        (f"{LABELLED}\nAgradezco no circular mi celular ni difundirlo.\n", {"mobile"}),
        (f"{LABELLED}\nEn cuanto a mi celular, les ruego no publicarlo.\n", {"mobile"}),
        (f"{LABELLED}\nPlease do not share my mobile number.\n", {"mobile"}),
        (f"{LABELLED}\nFavor no incluir a la Licda. Ana Prueba en la lista.\n", set()),
        (f"{LABELLED}\nMi celular no aparece en la lista, favor agregarlo.\n", set()),
        (f"{LABELLED}\nMy mobile was not included in the last list.\n", set()),
        (f"{LABELLED}\nNo se incluyen los datos del suplente.\n", set()),
    ],
)
def test_what_is_kept_off_the_list(body: str, kept: set[str]) -> None:
    shown, off = read(body)
    assert off == kept
    assert shown["mobile"] == ["+50683000000"]
    assert "position" not in shown


def test_a_sentence_of_ones_own_beside_a_new_number() -> None:
    shown, _ = read("Mi nuevo teléfono es el 2539-0040. Les dejo también mi celular, 8300-0000.")
    assert shown == {"phone": ["+50625390040"], "mobile": ["+50683000000"]}
    shown, _ = read("Nombre: Ana Prueba Gil\nTeléfono: 2539-0040\n\nFui a la oficina de mi colega, 8300-0000.")
    assert "mobile" not in shown


def test_a_long_letter_of_wishes_costs_little() -> None:
    shown, _ = read(f"Mi nuevo celular es 8300-0000. {'no lo publiquen en la lista, ' * 2_000}")
    assert shown["mobile"] == ["+50683000000"]
