"""A new number or address of somebody else, the old one told beside it: of the person named, and never the old one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

NEW, OLD = "809-555-0171", "809-555-0117"
ANA = {"title": "Licda.", "name": "Ana Prueba Rojas"}
BEN = {"title": "Mr.", "name": "Ben Sample"}
PHONE, MOBILE = {"phone": ["+18095550171"]}, {"mobile": ["+18095550171"]}


def shown(body: str) -> list[dict[str, Any]]:
    entries = contact_entries(f"Saludos cordiales.\n\n{body}\n\nAtentamente,\n\nWendy Muestra Mora\nAsistente\n", "DO")
    assert not any("0117" in str(all_shown(each)) for each in entries)
    return [all_shown(each) for each in entries]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"El teléfono de ANA cambió: ahora se le localiza en el {NEW}. El anterior, {OLD}, quedó sin efecto.", PHONE),
        (f"El teléfono de ANA cambió: ahora es el {NEW}. Los demás datos siguen igual.", PHONE),
        (f"ANA cambió de número de teléfono; el nuevo es {NEW}.", PHONE),
        (f"A ANA se le puede localizar ahora en el {NEW} y no en el {OLD}.", PHONE),
        (f"Escribo en nombre de ANA, cuyo nuevo celular es {NEW}. El anterior, {OLD}, ya no funciona.", MOBILE),
        (f"Por encargo de ANA les informo que su teléfono cambió: es el {NEW}. El {OLD} ya no existe.", PHONE),
        (f"El celular de ANA ya no es el {OLD} sino el {NEW}.", MOBILE),
        (f"El celular de ANA cambió del {OLD} al {NEW}.", MOBILE),
        ("El correo de ANA cambió: ahora es ana@b.example.", {"email": ["ana@b.example"]}),
        (f"On behalf of BEN, I write as his telephone number has changed: it is now {NEW}.", PHONE),
        (f"BEN's phone number has changed. He can now be reached at {NEW}; the old one, {OLD}, is out of use.", PHONE),
        (
            f"The telephone of BEN has changed: he can now be reached at {NEW}. The old one ({OLD}) no longer works.",
            PHONE,
        ),
        (f"BEN has a new mobile number, {NEW}, instead of {OLD}.", MOBILE),
        (f"BEN's mobile changed from {OLD} to {NEW}.", MOBILE),
    ],
)
def test_the_new_one_of_the_person_named(body: str, expected: dict[str, Any]) -> None:
    whose = ANA if "ANA" in body else BEN
    told = body.replace("A ANA", "A la ANA").replace("de ANA", "de la ANA")
    assert shown(told.replace("ANA", "Licda. Ana Prueba Rojas").replace("BEN", "Mr. Ben Sample")) == [whose | expected]


def test_each_telephone_is_of_its_own_kind() -> None:
    body = f"El fax de la Licda. Ana Prueba Rojas cambió: el nuevo es {NEW}. Su teléfono sigue siendo 809-555-0100."
    assert shown(body) == [ANA | {"fax": ["+18095550171"], "phone": ["+18095550100"]}]


@pytest.mark.parametrize(
    "body",
    [
        f"El teléfono de la oficina del Ministro cambió: ahora se le localiza en el {NEW}.",
        f"I have a new mobile number instead of {OLD}.",
        f"El teléfono de la Licda. Ana Prueba Rojas, {OLD}, ya no funciona. Le avisaremos del nuevo.",
    ],
)
def test_nothing_is_shown_of_nobody_or_of_two(body: str) -> None:
    assert not any({"phone", "mobile"} & {name for name, value in each.items() if value} for each in shown(body))
