"""What becomes of officials' replies about contacts: what stands on the list afterwards, and what they are told.

What is labelled is applied, what is doubtful is asked, what prose tells of other persons is put before the
presidency with the form to answer; who is not on the list is vouched for first.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.town import Town, reply, words

REPLIES = yaml.safe_load((Path(__file__).parent / "replies.yaml").read_text("utf-8"))
BEFORE = {"position": "Directora de Migración", "phone": (), "fax": ("+50699999999",)}


@dataclass(frozen=True)
class Expected:
    """The outcome of one reply, what stands of the person afterwards, and words of the answer."""

    about: str
    named: str
    outcome: str
    stands: dict[str, Any] = field(default_factory=dict)
    told: tuple[str, ...] = ()


EXPECTED = (
    Expected(
        "labels renamed",
        "Reina Prueba",
        "applied",
        {"name": "Reina Prueba de Inventado", "position": "Sub Directora de Proteccion", "phone": (), "title": "Abg."},
        ("1 dato por aclarar", "504 230-0000"),
    ),
    Expected(
        "value on the next line",
        "Jacinta Muestra Supuesto",
        "applied",
        {
            "position": "Directora General de Migración y Desarrollo",
            "phone": ("+50322310000",),
            "fax": ("+50322310001",),
            "email": ("jmuestra@rree-sv.gob.example",),
        },
    ),
    Expected(
        "sin cambios, Gmail",
        "Plácido Ensayo Hipotético",
        "applied",
        {**BEFORE, "confirmed_on": dt.date(2011, 1, 3)},
    ),
    Expected(
        "two contacts, ídem",
        "Tomasa Supuesto",
        "applied",
        {
            "email": ("tsupuesto@minrex-ni.gob.example",),
            "phone": ("+50522440000;ext=11",),
            "institution": "Ministerio de Relaciones Exteriores",
        },
        ("Narciso Simulado Ensayo", "Ministerio del Trabajo"),
    ),
    Expected(
        "English, no change plus one change",
        "Penelope Sample-Mockford",
        "asked",
        BEFORE,
        ("Deputy Director, Multilateral Relations", "Fax"),
    ),
    Expected("acknowledgement only", "Filomena Hipotética", "asked", BEFORE, ("la solicitud sigue abierta",)),
    Expected("redirect to another", "Ana Despacho Inventada", "held", BEFORE, ("lo pasamos a la Presidencia",)),
    Expected(
        "capitals, no accents",
        "Oscar Inventado",
        "applied",
        {"phone": ("+50422450000",), "mobile": ("+50499900000",), "fax": ()},
    ),
    Expected(
        "Lotus Notes quoting",
        "Anselmo Ejemplo",
        "applied",
        {"phone": ("+525553870000;ext=18001", "+525553870000;ext=18002"), "fax": ("+525553870000;ext=18003",)},
    ),
    Expected("written by an assistant", "Severo Hipotético Prueba", "held", BEFORE),
    Expected(
        "correction of a published",
        "Jimena Supuesto Ejemplar",
        "asked",
        {**BEFORE, "name": "Jimena Supuesto Ejemplar"},
        ("Ximena Supuesto Ejemplo", "2539-0012"),
    ),
    Expected("handover of the chair", "Filomena Hipotética", "held", BEFORE),
)


@pytest.mark.parametrize("expected", EXPECTED, ids=[each.about for each in EXPECTED])
def test_outcome(small_town: Callable[..., Town], expected: Expected) -> None:
    case = next(each for each in REPLIES if each["about"].startswith(expected.about))
    town, code = small_town(), case["country"]
    town.hour = dt.datetime(2011, 1, 3, 16, tzinfo=dt.UTC)
    town.state("GT")
    assistant = expected.about.startswith("written by an assistant")
    focal = f"director@{case['from'].partition('@')[2]}" if assistant else case["from"]
    town.state(code, name=expected.named, email=[focal], fax=["+50699999999"])
    town.ask(due="2011-01-21")
    letter = town.opens(focal)
    town.burn()
    assert town.comes(reply(letter, case["from"], case["body"])) == expected.outcome
    (person,) = town.contacts(code)
    assert {name: getattr(person, name) for name in expected.stands} == expected.stands
    answer = town.opens(case["from"])
    for each in expected.told:
        assert each in f"{answer.subject}\n{words(answer)}"
    if assistant:
        assert town.opens(focal).header("x-mailbot-letter") == "vouch"
    assert len(town.holds()) == (expected.outcome == "held")
