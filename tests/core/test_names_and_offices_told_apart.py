"""Which of two names replaces the other, and which of two offices is the ministry."""

from __future__ import annotations

from typing import Any

import pytest

from mailbot.core import reading
from mailbot.core.message import parse
from tests.answers import FORMS, KNOWN, by_certainty


def entry(body: str) -> tuple[dict[str, Any], dict[str, Any], set[str]]:
    head = "From: r@sre-hn.gob.example\nSubject: RE: [MD-DIR-HN-7K3QX]\nContent-Type: text/plain; charset=utf-8\n\n"
    (found,) = reading.as_json(reading.read(parse((head + body).encode()), tuple(FORMS.values()), KNOWN))["entries"]  # type: ignore[misc]
    return *by_certainty(found), {each["field"] for each in found["doubts"]}


def test_a_name_spelt_anew_replaces_nobody() -> None:
    taken, _, asked = entry("Nombre: Carlton Testerman (en lugar de Carlton Tasterman)\nFax: 2230-0001\n")
    assert taken["name"] == "Carlton Testerman"
    assert "replaces" not in taken
    assert asked == {"replaces"}


@pytest.mark.parametrize("replaced", ["Juan Testerman", "Lic. Petra Muestra"])
def test_another_person_is_replaced(replaced: str) -> None:
    taken, _, asked = entry(f"Nombre: Carlton Testerman\nSustituye a: {replaced}\nFax: 2230-0001\n")
    assert taken["replaces"] == replaced.removeprefix("Lic. ")
    assert not asked


@pytest.mark.parametrize("words", ["Labour Department, Ministry of Labour", "Ministry of Labour / Labour Department"])
def test_the_ministry_is_the_institution_in_whatever_order(words: str) -> None:
    _, shown, _ = entry(f"Name: Ivy Examplar\nMinistry/Department: {words}\nPosition: Analyst\n")
    assert shown == {"institution": "Ministry of Labour", "unit": "Labour Department"}
