"""A new post in a sentence: excepted from "todo igual", told in an aside, or told as a promotion."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries


def shown(body: str) -> list[dict[str, Any]]:
    return [all_shown(entry) for entry in contact_entries(f"Buenas tardes:\n\n{body}\n", "HN")]


DIRECTOR, CHIEF = "Acting Director", "Jefa de Fronteras"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Todo sigue igual excepto mi cargo, que ahora es Jefa de Fronteras.", {"position": CHIEF}),
        ("Todo igual salvo el cargo, que es Jefa de Fronteras.", {"position": CHIEF}),
        ("Los datos están correctos, menos el puesto, que pasó a ser Jefa de Fronteras.", {"position": CHIEF}),
        (
            "Todo igual excepto mi cargo, que ahora es Jefa de Fronteras, y el celular, que es 9988-0000.",
            {"position": CHIEF, "mobile": ["+50499880000"]},
        ),
        ("Mi cargo, que antes era Analista, ahora es Jefa de Fronteras.", {"position": CHIEF}),
        ("No changes other than my position, which is now Acting Director.", {"position": DIRECTOR}),
        (
            "Everything is the same except my title, which is now Acting Director, and my fax, which is 2255-0129.",
            {"position": DIRECTOR, "fax": ["+50422550129"]},
        ),
        ("I have also been promoted to Acting Director. The rest is correct.", {"position": DIRECTOR}),
        ("Me ascendieron a Jefa de Fronteras. Lo demás sigue vigente.", {"position": CHIEF}),
        ("Se me nombró recientemente como Jefa de Fronteras.", {"position": CHIEF}),
        (
            "Recientemente me nombraron Jefa de Fronteras y mi teléfono es 2255-0110.",
            {"position": CHIEF, "phone": ["+50422550110"]},
        ),
    ],
)
def test_a_new_post(body: str, expected: dict[str, Any]) -> None:
    assert shown(body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "Todo está bien excepto el nombre del Director, que ahora es Luis Prueba.",
        "Me nombraron para el comité de la fiesta.",
        "Ana was promoted to Director of Visas.",
        "We were named the best office of the year.",
        "El plazo, que ahora es 15 de marzo, no alcanza.",
        "Todo igual, menos mal.",
        "Todo sigue igual, salvo el orden de la lista, que es alfabético.",
    ],
)
def test_what_is_no_new_post(body: str) -> None:
    assert not any({"position", "unit"} & {*entry} for entry in shown(body))


@pytest.mark.parametrize(
    ("body", "confirmed"),
    [
        ("Los datos están correctos.", True),
        ("Los datos están correctos, al menos por ahora.", True),
        ("Los datos están correctos, menos el puesto.", False),
        ("Los datos están correctos a excepción del puesto.", False),
        ("The details are correct save for the title.", False),
    ],
)
def test_an_exception_confirms_nothing(body: str, confirmed: bool) -> None:
    assert ({"change": "none"} in shown(body)) is confirmed
