"""Words after a value: not for publication, from a day on; never taken for the value."""

from __future__ import annotations

import pytest

from mailbot.core import reading
from mailbot.core.message import parse
from tests.answers import FORMS, KNOWN


def entry(line: str) -> dict:
    head = (
        "From: r@sre.gob.example\nSubject: RE: [MD-DIR-HN-7K3QX]\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
    )
    document = reading.as_json(reading.read(parse((head + line + "\n").encode()), tuple(FORMS.values()), KNOWN))
    (found,) = document["entries"]
    return found


@pytest.mark.parametrize(
    ("line", "field", "value", "publish"),
    [
        ("Teléfono: 2230-0000 (no publicar)", "phone", ["+50422300000"], {"phone": False}),
        ("Celular: 9990-0000, solo urgencias, no publicar", "mobile", ["+50499900000"], {"mobile": False}),
        ("Mobile: 9990-0000 (emergencies only; not for publication)", "mobile", ["+50499900000"], {"mobile": False}),
        ("E-mail: a@b.example - not for publication", "email", ["a@b.example"], {"email": False}),
        ("Dirección: Calle 5, Tegucigalpa (confidencial)", "address", "Calle 5, Tegucigalpa", {"address": False}),
        ("Celular: 9990-0000 (personal, favor de no publicarlo)", "mobile", ["+50499900000"], {"mobile": False}),
        ("Celular: 9990-0000 (puede publicarse)", "mobile", ["+50499900000"], {"mobile": True}),
        ("Celular: 9990-0000 (solo urgencias)", "mobile", ["+50499900000"], None),
        ("Cargo: Directora (encargada)", "position", "Directora (encargada)", None),
    ],
)
def test_not_for_publication(line: str, field: str, value: object, publish: object) -> None:
    found = entry(line)
    assert found["fields"][field]["value"] == value
    assert found.get("publish") == publish
    assert not found["doubts"]


@pytest.mark.parametrize(
    ("line", "position", "start"),
    [
        ("Cargo: Ministra a partir del 1 de marzo de 2011", "Ministra", "2011-03-01"),
        ("Position: Ambassador (as of 1 March 2011)", "Ambassador", "2011-03-01"),
        ("Position: Ambassador, with effect from 1 March 2011", "Ambassador", "2011-03-01"),
        ("Cargo: Encargada desde el nivel central", "Encargada desde el nivel central", None),
        ("Position: Officer from the north", "Officer from the north", None),
    ],
)
def test_from_a_day_on(line: str, position: str, start: str | None) -> None:
    found = entry(line)
    assert found["fields"]["position"]["value"] == position
    day = found["fields"].get("valid_from")
    assert (day["value"]["start"] if day else None) == start


def test_two_days_in_one_entry_are_asked() -> None:
    found = entry("Cargo: Ministra a partir del 1 de marzo de 2011\nInstitución: Otra a partir del 5 de mayo de 2011")
    assert [each["field"] for each in found["doubts"]] == ["valid_from"]
