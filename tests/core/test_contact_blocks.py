"""People told in a block or on a line without labels: whole proposals, and what is left alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from mailbot.core import reading
from mailbot.core.message import parse
from mailbot.core.values import Known
from tests.answers import COUNTRIES, FORMS

KNOWN = Known(today=dt.date(2011, 1, 6), countries=COUNTRIES, own=frozenset({"grupo.md@crm.example"}))
HEAD = "From: a@state.example\nSubject: RE: [MD-DIR-2011-{}] Contactos\nContent-Type: text/plain; charset=utf-8\n\n"
Read = tuple[dict[str, Any], dict[str, Any]]


def entries(region: str, body: str) -> list[Read]:
    """The values, and what is proposed in the doubts, of each entry."""
    raw = (HEAD.format(region) + f"Estimados colegas:\n\n{body}\n").encode()
    return [
        (
            {name: field.value for name, field in entry.fields.items()},
            {doubt.field: doubt.proposal for doubt in entry.doubts},
        )
        for entry in reading.read(parse(raw), tuple(FORMS.values()), KNOWN).entries
    ]


CASES: list[tuple[str, str, list[Read]]] = [
    (
        "CR",
        "1) Ana Prueba Muestra\n   Asesora\n   Tel.: 2542-0044",
        [({"phone": ["+50625420044"]}, {"name": "Ana Prueba Muestra", "position": "Asesora"})],
    ),
    (
        "MX",
        "Mtra. Ana Prueba\nHomero 0000, Col. Ficticia, C.P. 11500, México, D.F.\nTel. (55) 5387-2400",
        [
            (
                {"phone": ["+525553872400"]},
                {
                    "title": "Mtra.",
                    "name": "Ana Prueba",
                    "address": "Homero 0000, Col. Ficticia, C.P. 11500, México, D.F.",
                },
            )
        ],
    ),
    # An office above its ministry is the unit; two ministries are not parted so.
    (
        "CR",
        (
            "Ana Prueba Muestra\nAsesora, Dirección General de Política Exterior\n"
            "Ministerio de Relaciones Exteriores\nTel. 2542-0044"
        ),
        [
            (
                {"phone": ["+50625420044"]},
                {
                    "name": "Ana Prueba Muestra",
                    "position": "Asesora",
                    "unit": "Dirección General de Política Exterior",
                    "institution": "Ministerio de Relaciones Exteriores",
                },
            )
        ],
    ),
    (
        "CR",
        "Ana Prueba Muestra\nAsesora, Ministerio de Trabajo\nMinisterio de Relaciones Exteriores\nTel. 2542-0044",
        [
            (
                {"phone": ["+50625420044"]},
                {"name": "Ana Prueba Muestra", "position": "Asesora", "institution": "Ministerio de Trabajo"},
            )
        ],
    ),
    # An office by itself is the unit, where it opens as one within a ministry does; "Dirección General" may be both.
    *(
        (
            "CR",
            f"Ana Prueba Muestra\nAsesora\n{office}\nTel. 2542-0044",
            [
                (
                    {"phone": ["+50625420044"]},
                    {"name": "Ana Prueba Muestra", "position": "Asesora", field: office},
                )
            ],
        )
        for office, field in (
            ("Departamento de Cooperación Internacional", "unit"),
            ("Unidad de Derechos Humanos", "unit"),
            ("Oficina de Asuntos Internacionales", "unit"),
            ("Dirección de Política Exterior", "unit"),
            ("División de Visas y Extranjería", "unit"),
            ("Dirección General de Migración", "institution"),
            ("Department of State", "institution"),
            ("Ministerio de Trabajo", "institution"),
        )
    ),
    # A second address on the line of the first is no other person's; a role with a name is one.
    (
        "SV",
        "Nombre: Ana Prueba Muestra\nE-mail oficial: ana@a.example; alterno: ana.prueba@b.example",
        [({"name": "Ana Prueba Muestra", "email": ["ana@a.example", "ana.prueba@b.example"]}, {})],
    ),
    # A place in the name of an office is no address.
    (
        "GT",
        "Licda. Ana Prueba\nJefa, Unidad de la Zona Norte, Nivel 2\nTel. 2410-0000",
        [
            (
                {"phone": ["+50224100000"]},
                {"title": "Licda.", "name": "Ana Prueba", "position": "Jefa", "unit": "Unidad de la Zona Norte"},
            )
        ],
    ),
    (
        "CA",
        (
            "1. Ana Sample, Director, Policy, Foreign Affairs Canada, tel. 613-555-0121, ana@b.example\n"
            "2. Ben Mock, Policy Officer, Department of Labour, tel. 613-555-0122"
        ),
        [
            (
                {"phone": ["+16135550121"]},
                {
                    "name": "Ana Sample",
                    "position": "Director, Policy",
                    "institution": "Foreign Affairs Canada",
                    "email": ["ana@b.example"],
                },
            ),
            (
                {"phone": ["+16135550122"]},
                {"name": "Ben Mock", "position": "Policy Officer", "institution": "Department of Labour"},
            ),
        ],
    ),
    # With a verb it is a sentence about somebody: nothing is taken, and what she is reached by only asked.
    (
        "CA",
        "Ana Sample, Director of Policy, can be reached at the following number, tel. 613-555-0121",
        [({}, {"name": "Ana Sample", "position": "Director of Policy", "phone": ["+16135550121"]})],
    ),
    ("CR", "Ana Prueba Muestra, Directora de Empleo, atenderá sus consultas, tel. 2299-0001", []),
    # The area of a number stands in brackets behind a label without a sign.
    (
        "DO",
        "Nombre Ana Prueba\nTeléfono (809) 508-2555\nFax (809) 508-2556",
        [({"name": "Ana Prueba", "phone": ["+18095082555"], "fax": ["+18095082556"]}, {})],
    ),
    # An address and its echo are one long word: the label alone above it was not broken off.
    (
        "PA",
        (
            "Nombre completo\nAna Prueba\n\nCorreo electrónico\n"
            "ana.prueba.muestra@mire-pa.gob.example<mailto:ana.prueba.muestra@mire-pa.gob.example>"
        ),
        [({"name": "Ana Prueba", "email": ["ana.prueba.muestra@mire-pa.gob.example"]}, {})],
    ),
    # A rank's degree of staff and a post before a name are asked about.
    (
        "HN",
        "Nombre: Cnel. DEM Juan Prueba\nTel.: 2236-0210",
        [({"phone": ["+50422360210"]}, {"name": "DEM Juan Prueba"})],
    ),
    (
        "HN",
        "Nombre: Directora Ana Prueba\nTel.: 2236-0210",
        [({"phone": ["+50422360210"]}, {"name": "Directora Ana Prueba"})],
    ),
    # A mobile with its remark on a line of its own below the telephone.
    (
        "GT",
        "Nombre: Ana Prueba\nTeléfono: 2414-8787 ext. 8\n4011-0022 (celular)",
        [({"name": "Ana Prueba", "phone": ["+50224148787;ext=8"], "mobile": ["+50240110022"]}, {})],
    ),
    # Which of two numbers is the fax?
    (
        "SV",
        "Nombre: Ana Prueba\nTeléfono: 2231-1234, 2231-1235\nFax: el mismo",
        [({"name": "Ana Prueba", "phone": ["+50322311234", "+50322311235"]}, {"fax": None})],
    ),
    # A line that says what stays is no post.
    (
        "SV",
        "Nombre: Ana Prueba\nTeléfono: 2231-1234\nEl correo no cambia.",
        [({"name": "Ana Prueba", "phone": ["+50322311234"]}, {})],
    ),
    (
        "BZ",
        "Focal person: Ana Sample\nPost held: Registrar\nFacsimile No.: 822-3862\nWork email: ana@b.example",
        [
            (
                {
                    "name": "Ana Sample",
                    "position": "Registrar",
                    "fax": ["+5018223862"],
                    "email": ["ana@b.example"],
                },
                {},
            )
        ],
    ),
]


@pytest.mark.parametrize(("region", "body", "expected"), CASES, ids=[row[1][:40] for row in CASES])
def test_people_without_labels(region: str, body: str, expected: list[Read]) -> None:
    assert entries(region, body) == expected
