"""Letters for somebody else ("por encargo de la Directora …"), and the office of who is named for a role."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

OLGA = {"title": "Licda.", "name": "Olga Prueba Ensayo", "position": "Directora de Visas"}
OSCAR = {"title": "Mr.", "name": "Oscar Samplewright", "position": "Director of Immigration"}
REACHED = {"email": ["op@b.example"], "phone": ["+50422550110"]}
MINE = {"phone": ["+50422550110"]}


def entries(body: str) -> list[dict[str, Any]]:
    return [all_shown(entry) for entry in contact_entries(f"Buenas tardes:\n\n{body}\n", "HN")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "Por encargo de la Directora de Visas, Licda. Olga Prueba Ensayo, remito los datos de ella pedidos:"
                " su correo es op@b.example y su tel. 2255-0110."
            ),
            {**OLGA, **REACHED},
        ),
        (
            (
                "Por instrucciones de la Directora de Visas, Licda. Olga Prueba Ensayo, comunico que su nuevo correo"
                " es op@b.example. El teléfono de la oficina es el 2255-0110."
            ),
            {**OLGA, **REACHED},
        ),
        (
            (
                "A solicitud de la Licda. Olga Prueba Ensayo, Directora de Visas, envío sus datos: tel. 2255-0110,"
                " correo op@b.example."
            ),
            {**OLGA, **REACHED},
        ),
        (
            (
                "Escribo de parte de la Directora de Visas, Licda. Olga Prueba Ensayo. Su teléfono ahora es 2255-0110 y"
                " su correo op@b.example."
            ),
            {**OLGA, **REACHED},
        ),
        (
            (
                "Les escribo por indicaciones de nuestra Directora de Visas, la Licda. Olga Prueba Ensayo; su correo es"
                " op@b.example."
            ),
            {**OLGA, "email": ["op@b.example"]},
        ),
        (
            (
                "Por encargo de la Directora de Visas, Licda. Olga Prueba Ensayo, remito sus datos:\n\n"
                "Correo: op@b.example\nTel. 2255-0110"
            ),
            {**OLGA, **REACHED},
        ),
        (
            (
                "On behalf of the Director of Immigration, Mr. Oscar Samplewright, I am sending his details: his"
                " direct e-mail is op@b.example. The office number is 2255-0110."
            ),
            {**OSCAR, **REACHED},
        ),
        (
            (
                "At the request of our Director of Immigration, Mr. Oscar Samplewright, please find his details below:"
                " phone 2255-0110, e-mail op@b.example."
            ),
            {**OSCAR, **REACHED},
        ),
        (
            "On the instructions of the Director of Immigration, Mr. Oscar Samplewright, his new number is 2255-0110.",
            {**OSCAR, **MINE},
        ),
    ],
)
@pytest.mark.parametrize(
    "signed",
    [
        "",
        "\n\nQuedo a su orden,\n\nWanda Muestra\nSecretaria\nTel. 2255-0111",
        "\n\nWanda Muestra\nSecretaria\nTel. 2255-0111",
        "\n\nKind regards,\n\nJoyce Specimen\nSecretary\n2255-0111",
    ],
)
def test_whom_a_letter_is_written_for(body: str, expected: dict[str, Any], signed: str) -> None:
    assert entries(body + signed) == [expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # the writer's own data
        ("En nombre del Ministro, agradezco la invitación. Mi teléfono es 2255-0110.", [MINE]),
        ("Por indicaciones de mi jefe, el Lic. Pedro Muestra Ruiz, actualizo mi teléfono: 2255-0110.", [MINE]),
        (
            (
                "En representación del Viceministro, Dr. Pedro Muestra Ruiz, agradezco su invitación y les dejo mi"
                " teléfono 2255-0110."
            ),
            [MINE],
        ),
        # nothing of the one named
        ("Por instrucciones del Director, Lic. Pedro Muestra Ruiz, agradezco su atención.", []),
        ("Por orden del Ministro, Lic. Pedro Muestra Ruiz, se envía la nota 2255-0110. Sus anexos van aparte.", []),
        ("On behalf of the Minister, Mr. Pedro Sample, I have the honour to acknowledge your letter.", []),
        ("Por encargo del Director, Lic. Pedro Muestra Ruiz, hoy el 2255-0110 es el número del despacho.", []),
        # somebody else is named
        (
            (
                "Por instrucciones del Director, Lic. Pedro Muestra Ruiz, se designa punto focal a la Licda. Ana Prueba"
                " Ejemplo, tel. 2255-0110."
            ),
            [{"title": "Licda.", "name": "Ana Prueba Ejemplo", "role": "focal-point", **MINE}],
        ),
        (
            (
                "Por instrucciones de la señora Viceministra, confirmo que nuestro punto focal sigue siendo la Licda."
                " Ana Prueba Ejemplo. Su nuevo teléfono es el 2255-0110."
            ),
            [{"title": "Licda.", "name": "Ana Prueba Ejemplo", "role": "focal-point", **MINE}],
        ),
    ],
)
def test_who_is_only_named(body: str, expected: list[dict[str, Any]]) -> None:
    assert entries(body) == expected


ANA = {"title": "Licda.", "name": "Ana Prueba Ejemplo", "phone": ["+50422550110"]}


INSTITUTE = {"institution": "Instituto Nacional de Migración"}
LABOUR = {"institution": "Ministry of Labour"}
CANADA = {"institution": "Citizenship and Immigration Canada"}
BUREAU = {"unit": "Bureau of Labor Affairs"}


@pytest.mark.parametrize(
    ("ahead", "office"),
    [
        ("El nuevo contacto en el Instituto Nacional de Migración es", INSTITUTE),
        ("El contacto del Instituto Nacional de Migración para el Grupo de Trabajo será", INSTITUTE),
        ("Nuestro contacto por parte del Instituto Nacional de Migración será", INSTITUTE),
        ("La persona de contacto en este Instituto Nacional de Migración sigue siendo", INSTITUTE),
        ("The new contact at Citizenship and Immigration Canada is", CANADA),
        ("Our contact within the Ministry of Labour for the Working Group remains", LABOUR),
        ("The contact person in our Bureau of Labor Affairs will be", BUREAU),
        ("The contact of the Bureau of Labor Affairs for the Working Group will be", BUREAU),
        # towns and groups are none
        ("El contacto en Tegucigalpa es", {}),
        ("El enlace ante el Grupo de Trabajo es", {}),
        ("El contacto para la Red Regional de Fronteras será", {}),
        ("The contact for the Regional Working Group will be", {}),
    ],
)
def test_the_office_of_who_is_named(ahead: str, office: dict[str, str]) -> None:
    role = {"role": "contact"} if "contact" in ahead else {}  # "El enlace" may be any
    assert entries(f"{ahead} la Licda. Ana Prueba Ejemplo, tel. 2255-0110.") == [{**office, **ANA, **role}]
