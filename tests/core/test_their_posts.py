"""Who changed ministry and stays on the list, and a colleague for whom somebody writes."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries, only_asked

OFELIA = {
    "title": "Mtra.",
    "name": "Ofelia Ejemplo Luna",
    "position": "Directora de Visas",
    "institution": "Secretaría de Relaciones Exteriores",
}
SAMPLE = {
    "title": "Ms.",
    "name": "Ofelia Sample",
    "position": "Director of Policy",
    "institution": "Department of Labour",
}
LEAVES = {"change": "leave", "title": "Ms.", "name": "Ofelia Sample"}
VICTOR = {"title": "Lic.", "name": "Victor Ensayo Mora"}


def entries(body: str) -> list[dict[str, Any]]:
    return contact_entries(f"Estimados colegas:\n\n{body}\n\nSaludos,\n", "HN")


@pytest.mark.parametrize("data", [{}, {"phone": ["+50422300078"], "email": ["o@b.example"]}])
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "Tomen nota de que la Mtra. Ofelia Ejemplo Luna cambió de adscripción: desde el 3 de enero se desempeña"
                " como Directora de Visas en la Secretaría de Relaciones Exteriores y seguirá participando en el Grupo."
            ),
            OFELIA,
        ),
        (
            (
                "La Mtra. Ofelia Ejemplo Luna fue trasladada a la Secretaría de Relaciones Exteriores, donde se"
                " desempeña como Directora de Visas. Seguirá siendo nuestro contacto."
            ),
            OFELIA,
        ),
        (
            (
                "Please note that Ms. Ofelia Sample has moved to the Department of Labour, where she now serves as"
                " Director of Policy. She will remain our contact."
            ),
            SAMPLE,
        ),
        ("Ms. Ofelia Sample changed ministries and is now Director of Policy at the Department of Labour.", SAMPLE),
    ],
)
def test_who_changed_ministry(body: str, expected: dict[str, Any], data: dict[str, Any]) -> None:
    more = "\n\nSus nuevos datos son:\n\nTel. 2230-0078\nCorreo: o@b.example" if data else ""
    (entry,) = entries(body + more)
    assert all_shown(entry) == {**expected, **data}
    assert not {*expected} & {*by_certainty(entry)[0]}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Ms. Ofelia Sample has moved to the Department of Labour.", [LEAVES]),
        ("Ms. Ofelia Sample has moved to the Department of Labour. Her successor will be named soon.", [LEAVES]),
        (
            "Ms. Ofelia Sample has moved to the Department of Labour. Please remove her; she continues to help.",
            [LEAVES],
        ),
        ("La ponente, Dra. Ana Prueba Rojas, cambió de tema. Se desempeña como Directora.", []),
        ("La Dra. Ana Prueba Rojas cambió de hotel y es Directora de la reunión.", []),
    ],
)
def test_who_leaves_and_who_is_of_no_list(body: str, expected: list[dict[str, Any]]) -> None:
    assert [all_shown(entry) for entry in entries(body)] == expected


@pytest.mark.parametrize(
    ("body", "expected", "asked"),
    [
        (
            (
                "I am writing on behalf of Mr. Victor Specimen, who is on leave this week. His new title is Senior"
                " Advisor for Western Hemisphere Affairs, and his new extension is 317. No other changes."
            ),
            {
                "title": "Mr.",
                "name": "Victor Specimen",
                "position": "Senior Advisor for Western Hemisphere Affairs",
            },
            {"phone"},
        ),
        (
            (
                "Escribo en nombre del Lic. Victor Ensayo Mora. Su nuevo cargo es Director de Visas y su nueva"
                " extensión es la 317."
            ),
            {**VICTOR, "position": "Director de Visas"},
            {"phone"},
        ),
        (
            "Respondo en nombre del Lic. Victor Ensayo Mora. Su nuevo cargo es Director de Visas.",
            {**VICTOR, "position": "Director de Visas"},
            set(),
        ),
        (
            "Escribo de parte del Lic. Victor Ensayo Mora. Su nuevo teléfono es 2230-0078.",
            {**VICTOR, "phone": ["+50422300078"]},
            set(),
        ),
        (
            "La Licda. Ana Prueba Rojas es la nueva punto focal. Su cargo es Jefa de Visas.",
            {"title": "Licda.", "name": "Ana Prueba Rojas", "role": "focal-point", "position": "Jefa de Visas"},
            set(),
        ),
    ],
)
def test_told_on_behalf_of_somebody(body: str, expected: dict[str, Any], asked: set[str]) -> None:
    (entry,) = entries(body)
    assert by_certainty(entry) == ({}, expected)
    assert only_asked(entry) == asked


@pytest.mark.parametrize(
    "body",
    [
        "Escribo en nombre de la Ministra Ana Prueba Rojas para agradecer la invitación al taller.",
        "I am writing on behalf of Mr. Victor Specimen to thank you for the meeting of 15 March 2011.",
        "Agradezco en nombre del Lic. Victor Ensayo Mora la invitación. Su cargo es Director de Visas.",
    ],
)
def test_thanks_on_behalf_of_somebody_are_no_data(body: str) -> None:
    assert entries(body) == []
