"""Visiting cards: one person's data without labels, understood to the last word or not at all."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.answers import all_shown, by_certainty, contact_entries

INGRID = {
    "title": "Licda.",
    "name": "Ingrid Prueba Xicará",
    "position": "Asesora Jurídica",
    "institution": "Ministerio de Trabajo",
    "address": "7a. avenida 0-00 zona 9, edificio Imaginario, nivel 4, Guatemala",
    "phone": ["+50223000000;ext=15"],
    "mobile": ["+50255110000"],
    "email": ["iprueba@mintrab.gob.example"],
}


def shown(body: str, region: str = "GT") -> list[dict[str, Any]]:
    return [all_shown(each) for each in contact_entries(body, region)]


@pytest.mark.parametrize(
    "card",
    [
        (
            "Buenas noches, le comparto mis datos: Licda. Ingrid Prueba Xicará, Asesora Jurídica, Ministerio de"
            " Trabajo; 7a. avenida 0-00 zona 9, edificio Imaginario, nivel 4, Guatemala; PBX 2300-0000 ext. 15; celular"
            " 5511-0000; iprueba@mintrab.gob.example. Bendiciones."
        ),
        (
            "Licda. Ingrid Prueba Xicará / Asesora Jurídica / Ministerio de Trabajo / 7a. avenida 0-00 zona 9, edificio"
            " Imaginario, nivel 4, Guatemala / 2300-0000 ext. 15 / 5511-0000 (cel.) / iprueba@mintrab.gob.example"
        ),
        (
            "Ministerio de Trabajo | Licda. Ingrid Prueba Xicará | Asesora Jurídica | 2300-0000 ext. 15 | cel."
            " 5511-0000 | iprueba@mintrab.gob.example | 7a. avenida 0-00 zona 9, edificio Imaginario, nivel 4,"
            " Guatemala"
        ),
        (
            "Van los datos:\n\nMinisterio de Trabajo\n7a. avenida 0-00 zona 9, edificio Imaginario, nivel 4,"
            " Guatemala\n"
            "Licda. Ingrid Prueba Xicará\nAsesora Jurídica\nO: 2300-0000 ext. 15\nC: 5511-0000\n"
            "iprueba@mintrab.gob.example\n\nSaludos\n"
        ),
        (
            "Licda. Ingrid Prueba Xicará - Asesora Jurídica - Ministerio de Trabajo - 2300-0000 ext. 15 (of.) -"
            " 5511-0000 (celular) - iprueba@mintrab.gob.example - 7a. avenida 0-00 zona 9, edificio Imaginario, nivel"
            " 4, Guatemala"
        ),
    ],
)
def test_one_card_in_many_orders(card: str) -> None:
    assert shown(card) == [INGRID]


@pytest.mark.parametrize(
    ("card", "region", "told"),
    [
        (
            (
                "Ms. Delcia Sampleton, Senior Immigration Officer, Immigration Department, Ministry of National"
                " Security,"
                " Mountain View Boulevard, Belmopan. Phone 822-0310, fax 822-0311, d.sampleton@imm.gov.example."
            ),
            "BZ",
            {
                "title": "Ms.",
                "name": "Delcia Sampleton",
                "position": "Senior Immigration Officer",
                "unit": "Immigration Department",
                "institution": "Ministry of National Security",
                "address": "Mountain View Boulevard, Belmopan",
                "phone": ["+5018220310"],
                "fax": ["+5018220311"],
                "email": ["d.sampleton@imm.gov.example"],
            },
        ),
        (
            (
                "Con mucho gusto:\n\nMtra. Beatriz Ejemplo Luna, Directora de Vinculación, Secretaría del Trabajo y"
                " Previsión Social, Periférico Inventado 4271, Col. Prueba, 14149 México, D.F., (55) 3000-0000 ext."
                " 4100,"
                " bejemplo@stps.gob.example"
            ),
            "MX",
            {
                "title": "Mtra.",
                "name": "Beatriz Ejemplo Luna",
                "position": "Directora de Vinculación",
                "institution": "Secretaría del Trabajo y Previsión Social",
                "address": "Periférico Inventado 4271, Col. Prueba, 14149 México, D.F.",
                "phone": ["+525530000000;ext=4100"],
                "email": ["bejemplo@stps.gob.example"],
            },
        ),
        (
            (
                "Here is my information for the contact list:\n\nMarcus T. Sampleton\nSenior Policy Advisor\nOffice of"
                " International Affairs\nDepartment of Homeland Security\n245 Sample Lane SW, Washington, DC 20528\n"
                "O: 202-555-0181\nC: 202-555-0182\nF: 202-555-0183\nmarcus.sampleton@dhs.gov.example\n\n"
                "Thanks,\nMarcus\n"
            ),
            "US",
            {
                "name": "Marcus T. Sampleton",
                "position": "Senior Policy Advisor",
                "unit": "Office of International Affairs",
                "institution": "Department of Homeland Security",
                "address": "245 Sample Lane SW, Washington, DC 20528",
                "phone": ["+12025550181"],
                "mobile": ["+12025550182"],
                "fax": ["+12025550183"],
                "email": ["marcus.sampleton@dhs.gov.example"],
            },
        ),
    ],
)
def test_cards_of_other_countries(card: str, region: str, told: dict[str, Any]) -> None:
    assert shown(card, region) == [told]


def test_two_cards_a_line_each() -> None:
    body = (
        "Estos son los compañeros:\n\n- Cra. Azucena Prueba Imaginario - Responsable de Relaciones - DGME - 2222-0000 -"
        " cel. 8888-0000 - aprueba@dgme.gob.example\n- Cro. Wilfredo Ejemplo Supuesto - Analista de Políticas -"
        " MITRAB - 2228-0000 - wejemplo@mitrab.gob.example\n"
    )
    names = [(each["name"], each["email"]) for each in shown(body, "NI")]
    assert names == [
        ("Azucena Prueba Imaginario", ["aprueba@dgme.gob.example"]),
        ("Wilfredo Ejemplo Supuesto", ["wejemplo@mitrab.gob.example"]),
    ]


SIGNER = "Diane Sample\nForeign Affairs Officer\nDepartment of State\n202-555-0143\nd.sample@state.example\n"


@pytest.mark.parametrize(
    "body",
    [
        f"Thanks, received. We are checking with our colleagues.\n\n{SIGNER}",
        f"Recibido, gracias.\n\n{SIGNER}",
        f"Le informo que consultaremos con el Ministerio y responderemos la próxima semana.\n\n{SIGNER}",
        f"La reunión será en marzo.\n\nRegards,\n\n{SIGNER}",
        "Buenas tardes:\n\nEl Hotel Prueba, Av. Ensayo 5, tel. 2300-0000, tiene habitaciones para la reunión.\n",
        "Estimados:\n\nReunión, Ministerio de Trabajo, Sala 5, 2300-0000, 12 de marzo\n",
    ],
)
def test_no_card(body: str) -> None:
    assert shown(body, "US") == []


@pytest.mark.parametrize(
    "odd",
    [
        "quien ya no labora aquí",  # a clause
        "algo que nadie entiende",
    ],
)
def test_a_part_that_is_not_understood_leaves_the_rest_to_the_other_rules(odd: str) -> None:
    card = f"Buenas:\n\nMinisterio de Trabajo | Licda. Ana Prueba Rojas | {odd} | Av. Ensayo 5, zona 9 | 2300-0000"
    assert all("address" not in each for each in shown(card))


PARTS = {
    "name": "Licda. Ana Prueba Rojas",
    "position": "Jefa de Visas",
    "institution": "Ministerio de Trabajo",
    "phone": "Tel. 2300-0000",
    "mobile": "cel. 5511-0000",
    "email": "aprueba@mintrab.gob.example",
    "address": "7a. avenida 0-00, zona 9",
}
SHOWN = {
    "name": "Ana Prueba Rojas",
    "position": "Jefa de Visas",
    "institution": "Ministerio de Trabajo",
    "phone": ["+50223000000"],
    "mobile": ["+50255110000"],
    "email": ["aprueba@mintrab.gob.example"],
    "address": "7a. avenida 0-00, zona 9",
    "title": "Licda.",
}


@given(st.permutations(sorted(PARTS)), st.integers(4, 7), st.sampled_from([", ", "; ", " | ", " / ", " - ", "\n"]))
def test_parts_in_any_order_are_never_another_value(order: list[str], count: int, sign: str) -> None:
    taken = order[:count]
    body = "Estimados colegas, van mis datos:\n\n" + sign.join(PARTS[each] for each in taken) + "\n\nSaludos\n"
    for entry in contact_entries(body, "GT"):
        sure, doubtful = by_certainty(entry)
        for name, value in {**sure, **doubtful}.items():
            assert value == SHOWN[name], body


def test_a_second_card_below_the_first_and_area_codes_in_brackets() -> None:
    body = (
        "Estimados colegas:\n\nEnvío los datos de las dos personas.\n\nMtra. Rosaura Ejemplo Téllez\nDirectora de"
        " Vinculación\nInstituto Nacional de Migración\n(55) 5387-2400 ext. 18220\nrejemplo@inm.gob.example\n\n"
        "Lic. Efraín Prueba Ocampo\nefprueba@sre.gob.example\nSecretaría de Relaciones Exteriores\nSubdirector de Foros"
        " Regionales\n(55) 3686-5100\n\nSaludos cordiales.\n"
    )
    told = [(each["name"], each["position"], each["phone"]) for each in shown(body, "MX")]
    assert told == [
        ("Rosaura Ejemplo Téllez", "Directora de Vinculación", ["+525553872400;ext=18220"]),
        ("Efraín Prueba Ocampo", "Subdirector de Foros Regionales", ["+525536865100"]),
    ]


def test_a_label_before_an_address_is_no_part_of_it() -> None:
    body = "Name / Nom : Mr. Gordon Sample\nMailing address / Adresse postale : 365 Sample Avenue, Ottawa, ON K1A 1L1\n"
    assert [each.get("address", "") for each in shown(body, "CA")] == ["365 Sample Avenue, Ottawa, ON K1A 1L1"]
