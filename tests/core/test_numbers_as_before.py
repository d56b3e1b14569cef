"""A number told as the same as before: "el teléfono es el mismo, 2410-0000", "no varía (2410-0000)"."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries, only_asked

NUMBER = "+50624100000"
COMES = "En su lugar estará la Licda. Silvia Ejemplo Arana, Jefa de Visas."
SILVIA = {"change": "new", "title": "Licda.", "name": "Silvia Ejemplo Arana", "position": "Jefa de Visas"}


def read(body: str) -> list[dict[str, Any]]:
    """The values of each entry of an answer to our request for contacts; none may be sure."""
    entries = contact_entries(f"Buenos días:\n\n{body}\n\nSaludos cordiales\n", "CR")
    assert all(each["certainty"] == "doubtful" for entry in entries for each in entry["fields"].values())
    return [all_shown(entry) for entry in entries]


SAME = [
    "El teléfono es el mismo, 2410-0000{}.",
    "El teléfono sigue siendo el mismo: 2410-0000{}.",
    "El teléfono no ha cambiado (2410-0000{}).",
    "The telephone is the same, 2410-0000{}.",
    "The telephone has not changed (2410-0000{}).",
]


@pytest.mark.parametrize("same", SAME)
@pytest.mark.parametrize(("behind", "phone"), [("", NUMBER), (" ext. 1150", f"{NUMBER};ext=1150")])
def test_of_oneself_or_of_who_comes(same: str, behind: str, phone: str) -> None:
    assert read(f"Mi cargo ahora es Jefa de Visas. {same.format(behind)}") == [
        {"position": "Jefa de Visas", "phone": [phone]}
    ]
    assert read(f"{COMES} {same.format(behind)}") == [{**SILVIA, "phone": [phone]}]


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (
            "Mi extensión es la 214, ya no la 108. El número central no varía (2410-0000).",
            {"phone": [f"{NUMBER};ext=214"]},
        ),
        ("Mi extensión ahora es la 214. El conmutador es el mismo: 2410-0000.", {"phone": [f"{NUMBER};ext=214"]}),
        (
            "Por cambio de oficina, mi teléfono sigue siendo el 2410-0000, pero con la extensión 214. Lo demás igual.",
            {"phone": [f"{NUMBER};ext=214"]},
        ),
        (
            "Mi celular no cambia: 8810-0000. El fax es el mismo, 2410-0000.",
            {"mobile": ["+50688100000"], "fax": [NUMBER]},
        ),
    ],
)
def test_beside_what_is_new(body: str, fields: dict[str, Any]) -> None:
    assert read(body) == [fields]


@pytest.mark.parametrize(
    "body",
    [
        "El teléfono no es el mismo, 2410-0000 era el anterior.",
        "Mi teléfono ya no es el 2410-0000.",
        "El correo es el mismo. El teléfono es el mismo.",
        "El procedimiento es el mismo, 12 de marzo.",
    ],
)
def test_what_is_not_the_same_or_no_number(body: str) -> None:
    assert all("phone" not in each for each in read(body))


def test_the_same_without_a_number_is_asked() -> None:
    (entry,) = contact_entries(f"{COMES} El teléfono es el mismo.", "CR")
    assert all_shown(entry) == SILVIA
    assert "phone" in only_asked(entry)
