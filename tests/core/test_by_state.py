"""The name of a State above each of several people, and where the State of a number comes from."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from mailbot.core.values import Known
from tests.answers import COUNTRIES, all_shown, entries_of, reply_of

PAULA = {"country": "GT", "name": "Paula Ensayo", "phone": ["+50224140000"]}
RAUL = {"country": "SV", "name": "Raúl Simulado", "phone": ["+50325210000;ext=12"]}
TITLED = [{**PAULA, "title": "Licda."}, {**RAUL, "title": "Lic."}]


def shown(body: str, sender: str = "oficina@iom-sj.example") -> list[dict[str, Any]]:
    mail = reply_of(body, "Contactos del Grupo [MyD-DIR-2011]", sender)
    return [all_shown(entry) for entry in entries_of(mail, Known(today=dt.date(2011, 1, 10), countries=COUNTRIES))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "Guatemala:\nNombre: Paula Ensayo\nTel.: 2414-0000\n\n"
                "El Salvador:\nNombre: Raúl Simulado\nTel.: 2521-0000 ext. 12"
            ),
            [PAULA, RAUL],
        ),
        (
            (
                "GUATEMALA\nNombre: Paula Ensayo\nTel.: 2414-0000\n\n"
                "EL SALVADOR\nNombre: Raúl Simulado\nTel.: 2521-0000 ext. 12"
            ),
            [PAULA, RAUL],
        ),
        (
            (
                "1. Guatemala\nNombre: Paula Ensayo\nTel.: 2414-0000\n\n"
                "2. El Salvador\nNombre: Raúl Simulado\nTel.: 2521-0000 ext. 12"
            ),
            [PAULA, RAUL],
        ),
        (
            "GT:\nName: Paula Ensayo\nPhone: 2414-0000\nSV:\nName: Raúl Simulado\nPhone: 2521-0000 ext. 12",
            [PAULA, RAUL],
        ),
        (
            "Guatemala: Licda. Paula Ensayo, tel. 2414-0000\nEl Salvador: Lic. Raúl Simulado, tel. 2521-0000 ext. 12",
            TITLED,
        ),
        (
            (
                "1) GUATEMALA\nLicda. Paula Ensayo, tel. 2414-0000\n\n"
                "2) EL SALVADOR\nLic. Raúl Simulado, tel. 2521-0000 ext. 12"
            ),
            TITLED,
        ),
        (
            "• Guatemala: Licda. Paula Ensayo, tel. 2414-0000\n• El Salvador: Lic. Raúl Simulado, tel. 2521-0000 x12",
            TITLED,
        ),
        (
            (
                "Por Guatemala: Licda. Paula Ensayo, tel. 2414-0000\n"
                "Por El Salvador: Lic. Raúl Simulado, tel. 2521-0000 ext. 12"
            ),
            TITLED,
        ),
        # no heading: an address, "it goes", a name
        (
            "Nombre: Paula Ensayo\nDirección: Calle 1, zona 1\nGuatemala\nTel.: +502 2414-0000",
            [{"name": "Paula Ensayo", "address": "Calle 1, zona 1 Guatemala", "phone": ["+50224140000"]}],
        ),
        ("Va:\nNombre: Paula Ensayo\nTel.: +502 2414-0000", [{"name": "Paula Ensayo", "phone": ["+50224140000"]}]),
        ("Jordan:\nName: Paula Ensayo\nTel.: +502 2414-0000", [{"name": "Paula Ensayo", "phone": ["+50224140000"]}]),
    ],
)
def test_states_above_people(body: str, expected: list[dict[str, Any]]) -> None:
    assert shown(body) == expected


@pytest.mark.parametrize(
    ("sender", "expected"),
    [
        ("oficina@sre-hn.gob.example", {"name": "Paula Ensayo", "phone": ["+50424140000"]}),
        ("oficina@sre.gob.hn", {"name": "Paula Ensayo", "phone": ["+50424140000"]}),
        # San José, no State of that code; a number that lacks its area
        ("oficina@iom-sj.example", {"name": "Paula Ensayo"}),
        ("oficina@cepal.example.cl", {"name": "Paula Ensayo"}),
    ],
)
def test_states_of_domains(sender: str, expected: dict[str, Any]) -> None:
    assert shown("Nombre: Paula Ensayo\nTel.: 2414-0000", sender) == [expected]


@pytest.mark.parametrize(
    ("institution", "number", "phone"),
    [
        ("U.S. Department of State", "202-555-0147", ["+12025550147"]),
        ("Citizenship and Immigration Canada", "613-555-0142", ["+16135550142"]),
        ("Ministerio de Relaciones Exteriores de Guatemala", "2414-0000", ["+50224140000"]),
        # two States, an embassy, a body of many
        ("Oficina de Honduras en Guatemala", "2414-0000", None),
        ("Embajada de Honduras", "2414-0000", None),
        ("Organization of American States", "613-555-0142", None),
        ("Ministerio de Relaciones Exteriores", "2414-0000", None),
    ],
)
def test_states_of_institutions(institution: str, number: str, phone: list[str] | None) -> None:
    (told,) = shown(f"Nombre: Paula Ensayo\nInstitución: {institution}\nTel.: {number}")
    assert told.get("phone") == phone


ADDED = "We would like to add Mr. Daniel Mock, Policy Analyst,"


@pytest.mark.parametrize(
    ("body", "phone"),
    [
        ("Datos del punto focal de Honduras:\n\nNombre: Paula Ensayo\nTel.: 2414-0000", ["+50424140000"]),
        ("Here is the information for Canada's focal point.\n\nName: P. Ensayo\nPhone: 613-555-0142", ["+16135550142"]),
        ("Por parte de Costa Rica sin cambios, salvo que mi teléfono ahora es 2299-0001.", ["+50622990001"]),
        ("No change for Canada, except that my direct line is now 613-555-0177.", ["+16135550177"]),
        (f"{ADDED} as alternate for Canada. His number is 613-555-0178.", ["+16135550178"]),
        (f"{ADDED} as liaison for the United States. His number is 202-555-0178.", ["+12025550178"]),
        ("El Lic. Raúl Simulado será el suplente por México, teléfono 55-5387-2400.", ["+525553872400"]),
        ("El Lic. Raúl Simulado es el alterno de Canadá, teléfono 613-555-0178.", ["+16135550178"]),
        # two States, a place, somebody else's State
        (f"{ADDED} as alternate for Canada and as contact for Mexico. His number is 613-555-0178.", None),
        (f"{ADDED} as alternate. He has gone to Canada. His number is 613 555 0178.", None),
        (
            "Datos de los contactos de Honduras y del punto focal de Nicaragua:\n\nNombre: A. Ruiz\nTel.: 2414-0000",
            None,
        ),
        ("Gracias por la reunión en Guatemala.\n\nNombre: Paula Ensayo\nTel.: 2414-0000", None),
        ("Ya escribimos a Honduras.\n\nNombre: Paula Ensayo\nTel.: 2414-0000", None),
    ],
)
def test_states_one_answers_for(body: str, phone: list[str] | None) -> None:
    assert [told.get("phone") for told in shown(body)] == [phone]


def test_a_number_of_another_state_is_asked() -> None:
    body = "Punto focal de Honduras: Lic. Raúl Simulado\nTel.: 2230-0001"
    (told,) = shown(body, "oficina@sre-gt.gob.example")
    assert "phone" not in told
    (told,) = shown(body, "oficina@sre-hn.gob.example")
    assert told["phone"] == ["+50422300001"]


def test_states_below_a_reserved_domain() -> None:
    assert shown("Nombre: Paula Ensayo\nTel.: 2414-0000", "x@migracion-cr.go.example")[0]["phone"] == ["+50624140000"]
    (told,) = shown("Nombre: Paula Ensayo\nTel.: 2414-0000", "oficina@sre.gob.hn.example")
    assert told["phone"] == ["+50424140000"]
