"""What stands beside a telephone number and says nothing against it; what does is asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

REMARKS = [
    *("directo", "nuevo", "nuevo número", "new number", "compartido", "shared", "línea directa", "institucional"),
    *("oficina", "de la oficina", "office", "casa", "recepción", "de la secretaria", "switchboard"),
    *("con WhatsApp", "solo mensajes", "sin cambio", "unchanged", "igual", "corregido", "24 horas", "preferred"),
    *("horario de oficina", "directo, nuevo"),
]
SHAPES = ["2230-0055 ({})", "2230-0055 - {}", "2230-0055, {}", "2230-0055 {}"]
AGAINST = ["anterior", "old", "por confirmar", "to be confirmed", "no funciona", "provisional", "ya no", "asistente"]


def entry(told: str) -> dict[str, Any]:
    (found,) = contact_entries(f"Nombre: Ana Prueba\nFax: {told}\nCargo: Jefa\n", "HN")
    return found


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("remark", REMARKS)
def test_a_remark_is_no_part_of_the_number(remark: str, shape: str) -> None:
    told = entry(shape.format(remark))
    assert not told["doubts"]
    assert all_shown(told) == {"name": "Ana Prueba", "fax": ["+50422300055"], "position": "Jefa"}


@pytest.mark.parametrize("remark", ["nuevo", "oficina", "sin cambio", "shared", "principal"])
def test_a_remark_ahead_of_the_number(remark: str) -> None:
    assert all_shown(entry(f"{remark} 2230-0055"))["fax"] == ["+50422300055"]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("remark", AGAINST)
def test_what_speaks_against_a_number_has_it_asked(remark: str, shape: str) -> None:
    told = entry(shape.format(remark))
    assert "fax" not in told["fields"]
    assert [each["field"] for each in told["doubts"]] == ["fax"]


@pytest.mark.parametrize("words", ["No", "NO.", "no"])
def test_no_fax(words: str) -> None:
    told = entry(words)
    assert (told["fields"]["fax"]["value"], told["doubts"]) == ([], [])


def test_each_number_has_its_own_remark() -> None:
    told = entry("2230-0055 (directo) / 2230-0056 (recepción)")
    assert all_shown(told)["fax"] == ["+50422300055", "+50422300056"]
