"""Answers with a tag before them: the writer's name or initials, "R/", "Resp.:"; the value is what stands behind."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from mailbot.core import reading
from mailbot.core.message import parse
from mailbot.core.values import Known
from tests.answers import COUNTRIES, FORMS, by_certainty

KNOWN = Known(today=dt.date(2011, 1, 6), countries=COUNTRIES, own=frozenset({"grupo.md@crm.example"}))


def fields(body: str, code: str = "EST", name: str = "Prueba Ejemplo, Diana") -> tuple[dict[str, Any], set[str]]:
    head = (
        f'From: "{name}" <d.prueba@sre-hn.gob.example>\r\nTo: grupo.md@crm.example\r\nSubject: RE: [MD-{code}-HN-7K3QX]'
        "\r\nMessage-ID: <a@b.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    )
    raw = (head + body.replace("\n", "\r\n")).encode()
    document = reading.as_json(reading.read(parse(raw), tuple(FORMS.values()), KNOWN))
    assert all(word in str(document["text"]) for word in body.split())
    (entry,) = document["entries"]
    values, doubtful = by_certainty(entry)
    return values, {each["field"] for each in entry["doubts"]} | doubtful.keys()


TAGS = [
    "[DP] ",
    "[DPE] ",
    "[Diana] ",
    "[Diana Prueba] ",
    "[Prueba, Diana] ",
    "[Diana Prueba:] ",
    "[PED]: ",
    "(DP) ",
    "DP: ",
    "DP> ",
    "R/ ",
    "R: ",
    "R/: ",
    "Resp.: ",
    "Respuesta: ",
    "Rta.: ",
    "// ",
    "<< ",
]


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("below", [" ", "\n"])
def test_the_value_stands_behind_its_tag(tag: str, below: str) -> None:
    end = " >>" if tag == "<< " else ""
    body = f"Actividad: MD-01\nEstado:{below}{tag}En proceso{end}\n\nAvance:{below}{tag}25 %{end}\n\n"
    body += f"Responsable: {tag}OIM{end}\nComentarios: {tag}falta la sede{end}\n"
    expected = {
        "activity": "MD-01",
        "status": "in-progress",
        "progress": 25,
        "responsible": "OIM",
        "note": "falta la sede",
    }
    assert fields(body) == (expected, set())


@pytest.mark.parametrize(
    ("said", "position", "certain"),
    [
        ("[DP: Directora]", "Directora", True),
        ("Jefa de Área [DP: Directora]", "Directora", False),
        ("Jefa de Área [DP: ahora Directora]", "Directora", False),
        ("Jefa de Área [Diana Prueba: sin cambio]", "Jefa de Área", True),
        ("Jefa de Área [Nota: interina]", "Jefa de Área [Nota: interina]", True),  # nobody's name
    ],
)
def test_brackets_around_tag_and_value(said: str, position: str, *, certain: bool) -> None:
    values, asked = fields(f"Nombre completo: Ana Muestra\nCargo: {said}\n", "DIR")
    assert ({**values}.get("position"), "position" in asked) == (position if certain else None, not certain)


def test_initials_of_whoever_wrote_for_the_sender() -> None:
    values, _ = fields("Cargo: [LMR] Directora\nDependencia: [LMR] Asuntos Consulares\n", "DIR")
    assert values == {"position": "Directora", "unit": "Asuntos Consulares"}


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("[interina] Directora", "[interina] Directora"),  # a word of the value, once
        ("(a.i.) Directora", "(a.i.) Directora"),
        ("RRHH: Directora", "RRHH: Directora"),  # nobody's initials
        ("Respuestas rápidas, jefa", "Respuestas rápidas, jefa"),
        ("Reply Desk Officer", "Reply Desk Officer"),
        ("Jefa (DP) de Protección", "Jefa (DP) de Protección"),  # not in front
    ],
)
def test_what_is_no_tag_stays(said: str, value: str) -> None:
    assert fields(f"Nombre completo: Ana Muestra\nCargo: {said}\n", "DIR")[0]["position"] == value


@pytest.mark.parametrize(("label", "name"), [("TEL", "Tomás Eduardo López"), ("CEL", "Carla Elena Lima")])
def test_initials_that_are_a_label_are_the_label(label: str, name: str) -> None:
    values, _ = fields(f"CARGO: Directora\n{label}: +504 2230-0145\n", "DIR", name)
    assert values["mobile" if label == "CEL" else "phone"] == ["+50422300145"]


@pytest.mark.parametrize(
    "above",
    [
        "Gracias.\nSolo cambia lo siguiente:\n",
        "Muchas gracias por el recordatorio.\nCambia lo siguiente:\n",
        "Saludos,\nMi número actualizado es el siguiente:\n",
        "Thanks.\nMy new number:\n",
    ],
)
def test_a_change_announced_below_thanks_is_no_signature(above: str) -> None:
    assert fields(f"{above}Fax: +504 2230-0055\n\nDiana\n", "DIR") == ({"fax": ["+50422300055"]}, set())


def test_numbers_below_thanks_and_a_name_are_a_signature() -> None:
    head = "From: d@sre-hn.gob.example\r\nSubject: RE: [MD-DIR-HN-7K3QX]\r\n\r\n"
    raw = (head + "Recibido.\r\n\r\nGracias.\r\nDiana Prueba\r\nContacto:\r\nFax: +504 2230-0055\r\n").encode()
    assert reading.as_json(reading.read(parse(raw), tuple(FORMS.values()), KNOWN))["entries"] == []
