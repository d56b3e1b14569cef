"""Whose number it is that stands in a further sentence: of who is called by title and surname in it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

DANA = {"title": "Ms.", "name": "Dana Specimen", "role": "focal-point"}
LUIS = {"title": "Ing.", "name": "Luis Ensayo Mora", "role": "alternate"}
NUMBER = {"phone": ["+50424220155"]}


def entries(body: str) -> list[dict[str, Any]]:
    return [all_shown(entry) for entry in contact_entries(f"Buenas tardes:\n\n{body}\n", "HN")]


@pytest.mark.parametrize(
    ("told", "person"),
    [
        ("Our new focal point is Ms. Dana Specimen. {}", DANA),
        ("Ms. Dana Specimen has been appointed focal point by the Minister. {}", DANA),
    ],
)
@pytest.mark.parametrize(
    ("further", "reached"),
    [
        ("Ms. Specimen may be reached by telephone at 2422-0155.", NUMBER),
        ("You may reach Ms. Specimen at 2422-0155.", NUMBER),
        ("The contact details of Ms. Specimen are: phone 2422-0155.", NUMBER),
        ("Ms. Dana Specimen can be contacted at 2422-0155.", NUMBER),
        # of somebody else, or of the writer
        ("Her assistant, Ms. Joan Sample, can be contacted at 2422-0155.", {}),
        ("Ms. Sample can be contacted at 2422-0155.", {}),
        ("Ms. Specimen asks that you call me at 2422-0155.", {}),
        ("Ms. Specimen and Ms. Sample share the number 2422-0155.", {}),
    ],
)
def test_the_number_of_a_surname(told: str, person: dict[str, Any], further: str, reached: dict[str, Any]) -> None:
    assert entries(told.format(further)) == [{**person, **reached}]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Se nombró suplente al Ing. Luis Ensayo Mora. El Ing. Ensayo atiende en el 2422-0155.", [{**LUIS, **NUMBER}]),
        (
            "Se nombró suplente al Ing. Luis Ensayo Mora. El ingeniero Ensayo podrá ser localizado en el 2422-0155.",
            [{**LUIS, **NUMBER}],
        ),
        (
            "Se nombró suplente al Ing. Luis Ensayo Mora. Se puede contactar al Ing. Ensayo en el teléfono 2422-0155.",
            [{**LUIS, **NUMBER}],
        ),
        (
            "Se nombró suplente al Ing. Luis Ensayo Mora. Los datos del Ing. Ensayo son: teléfono 2422-0155.",
            [{**LUIS, **NUMBER}],
        ),
        ("Se nombró suplente al Ing. Luis Ensayo Mora. El Ing. Muestra atiende en el 2422-0155.", [LUIS]),
        (
            "Mr. Old Sample has retired. Our focal point is Ms. Dana Specimen. Mr. Sample can be reached at 2422-0155.",
            [{"change": "leave", "title": "Mr.", "name": "Old Sample"}, DANA],
        ),
        (
            (
                "El punto focal es el Lic. Blas Muestra Ruiz y el suplente es el Ing. Luis Ensayo Mora. El Lic. Muestra"
                " atiende en el 2422-0155."
            ),
            [{"title": "Lic.", "name": "Blas Muestra Ruiz", "role": "focal-point", **NUMBER}, LUIS],
        ),
    ],
)
def test_whose_number_it_is(body: str, expected: list[dict[str, Any]]) -> None:
    assert entries(body) == expected


@pytest.mark.parametrize(
    ("behind", "office"),
    [
        ("Assistant Labour Commissioner in the Ministry of Labour", "Ministry of Labour"),
        ("Policy Analyst at Citizenship and Immigration Canada", "Citizenship and Immigration Canada"),
        ("Policy Analyst with the Department of Labour", "Department of Labour"),
        ("Jefa de Visas en el Ministerio de Trabajo", "Ministerio de Trabajo"),
    ],
)
def test_the_office_behind_a_post(behind: str, office: str) -> None:
    (entry,) = entries(f"Ms. Dana Specimen, {behind}, has been appointed focal point.")
    assert (entry["institution"], entry["role"]) == (office, "focal-point")
    assert behind.startswith(entry["position"])
    assert office not in entry["position"]
