"""Who holds a post now and how to reach them, agencies with English names, Contacto beside Punto focal."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Any

import pytest

from tests.answers import KNOWN, all_shown, contact_entries, entries_of

ANA = {"title": "Licda.", "name": "Ana Prueba Ejemplo", "phone": ["+50224100000"]}
GORDON = {"name": "Gordon Mockford", "phone": ["+16135550171"]}
SIGNED = "My updated contact details are in the signature below.\n\nBest regards,\n\nGordon Mockford\n{}\n613-555-0171"


def shown(body: str, region: str = "GT") -> list[dict[str, Any]]:
    return [all_shown(entry) for entry in contact_entries(body, region)]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            (
                "Hasta que se nombre un nuevo director, la Licda. Ana Prueba Ejemplo es Directora Interina."
                " Su teléfono es 2410-0000."
            ),
            [{**ANA, "position": "Directora Interina"}],
        ),
        (
            "Mientras tanto, la Licda. Ana Prueba Ejemplo fungirá como Directora Interina. Su teléfono es 2410-0000.",
            [{**ANA, "position": "Directora Interina"}],
        ),
        (
            "Ms. Ana Prueba Ejemplo is currently Acting Director of Immigration. She can be reached at 2410-0000.",
            [{**ANA, "title": "Ms.", "position": "Acting Director of Immigration"}],
        ),
        # who is only spoken of
        ("La Licda. Ana Prueba Ejemplo es Directora de Visas y firmó el memorándum.", []),
        ("La Licda. Ana Prueba Ejemplo es Directora de Visas. Nuestra oficina atiende en el 2410-0000.", []),
    ],
)
def test_who_holds_a_post(body: str, told: list[dict[str, Any]]) -> None:
    assert shown(body) == told


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            "Senior Advisor, International and Intergovernmental Relations\nCitizenship and Immigration Canada",
            {
                "position": "Senior Advisor, International and Intergovernmental Relations",
                "institution": "Citizenship and Immigration Canada",
            },
        ),
        (
            "Unit Chief\nU.S. Immigration and Customs Enforcement",
            {"position": "Unit Chief", "institution": "U.S. Immigration and Customs Enforcement"},
        ),
    ],
)
def test_agencies_in_signatures(lines: str, told: dict[str, Any]) -> None:
    assert shown(SIGNED.format(lines), "CA") == [{**GORDON, **told}]


@pytest.mark.parametrize(
    ("body", "roles"),
    [
        ("Punto focal: Lic. Blas Muestra Ruiz\nCargo: Director\nContacto: Ing. Rita Prueba Sol\nCargo: Analista", 2),
        ("Focal point: Mr. Blas Muestra Ruiz\nPhone: 2410-0000\nContact: Ms. Rita Prueba Sol\nPhone: 2410-0001", 2),
        # by itself it names somebody, and beside a number the way to reach them
        ("Contacto: Ing. Rita Prueba Sol\nCargo: Analista", 0),
        ("Punto focal: Lic. Blas Muestra Ruiz\nContacto: 2410-0001", 1),
    ],
)
def test_contact_beside_focal_point(body: str, roles: int) -> None:
    assert [entry["role"] for entry in shown(body) if "role" in entry] == ["focal-point", "contact"][:roles]


@pytest.mark.parametrize(
    ("between", "roles"),
    [
        ("\nPunto focal\n\n", ["focal-point", None]),
        # a heading: an empty line above, a colon, capitals, or no empty line below
        ("\n\nPunto focal\n", [None, "focal-point"]),
        ("\n\nPunto focal\n\n", [None, "focal-point"]),
        ("\nPunto focal:\n", [None, "focal-point"]),
        ("\nPUNTO FOCAL\n\n", [None, "focal-point"]),
        ("\nPunto focal\n", [None, "focal-point"]),
    ],
)
def test_a_role_that_closes_the_data_above(between: str, roles: list[str | None]) -> None:
    body = f"Nombre: Blas Muestra Ruiz\nCargo: Director{between}Nombre: Rita Prueba Sol\nCargo: Analista"
    assert [entry.get("role") for entry in shown(body)] == roles


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "Nuestra dirección ahora es Calle 5, zona 1, Ciudad de Guatemala, y mi teléfono es 2410-0001.",
            {"address": "Calle 5, zona 1, Ciudad de Guatemala", "phone": ["+50224100001"]},
        ),
        (
            "Our mailing address is now 300 Slater Street, Ottawa, and my new telephone number is 2410-0001.",
            {"address": "300 Slater Street, Ottawa", "phone": ["+50224100001"]},
        ),
        (
            "Nuestra dirección ahora es Avenida Reforma y la Calle 5, zona 1.",
            {"address": "Avenida Reforma y la Calle 5, zona 1"},
        ),
        (
            "Focal point: Ms. Dana Mockley, Senior Advisor, Department of Labor, (502) 2410-0001, dana@dol.example",
            {
                "role": "focal-point",
                "title": "Ms.",
                "name": "Dana Mockley",
                "position": "Senior Advisor",
                "institution": "Department of Labor",
                "phone": ["+50224100001"],
                "email": ["dana@dol.example"],
            },
        ),
    ],
)
def test_values_side_by_side(body: str, told: dict[str, Any]) -> None:
    assert shown(body) == [told]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "Los datos son los mismos, salvo el teléfono, que ahora es 2410-0001, y el fax, que es 2410-0002.",
            [{"phone": ["+50224100001"], "fax": ["+50224100002"]}],
        ),
        ("Solo cambia el fax, el nuevo número es 2410-0002.", [{"fax": ["+50224100002"]}]),
        (
            "Please note that my position is now Manager, International Labour Affairs, and that my fax is 2410-0002.",
            [{"position": "Manager, International Labour Affairs", "fax": ["+50224100002"]}],
        ),
        (
            (
                "El punto focal es la Licda. Ana Prueba Ejemplo, Directora de Foros, Ministerio de Relaciones"
                " Exteriores. Avenida Ficticia 20, piso 7, Ciudad de Guatemala. Conmutador 2410-0001 exts. 55 y 56,"
                " fax 2410-0002."
            ),
            [
                {
                    "title": "Licda.",
                    "name": "Ana Prueba Ejemplo",
                    "position": "Directora de Foros",
                    "institution": "Ministerio de Relaciones Exteriores",
                    "role": "focal-point",
                    "address": "Avenida Ficticia 20, piso 7, Ciudad de Guatemala",
                    "phone": ["+50224100001;ext=55", "+50224100001;ext=56"],
                    "fax": ["+50224100002"],
                }
            ],
        ),
        (
            (
                "Mr. Wendell Mockford has retired. He is replaced by Ms. Prudence Sample, Manager, International"
                " Affairs, Canada Border Services Agency. Tel. 2410-0001."
            ),
            [
                {"change": "leave", "title": "Mr.", "name": "Wendell Mockford"},
                {
                    "change": "new",
                    "title": "Ms.",
                    "name": "Prudence Sample",
                    "position": "Manager, International Affairs",
                    "institution": "Canada Border Services Agency",
                    "replaces": "Wendell Mockford",
                    "phone": ["+50224100001"],
                },
            ],
        ),
    ],
)
def test_sentences_of_officials(body: str, told: list[dict[str, Any]]) -> None:
    assert shown(body) == told


def test_the_beginning_of_a_name_tells_whose_role_it_is() -> None:
    rows = "Nombre | Cargo\nRita Prueba Sol | Analista\nXimena Supuesto Ejemplo | Asesora"
    body = f"{rows}\n\nDoña Ximena Supuesto es el punto focal."
    assert [entry.get("role") for entry in shown(body)] == [None, "focal-point"]


def test_a_signature_below_a_long_closing_tells_no_number() -> None:
    body = (
        "Nombre: Ana Prueba\nTeléfono: 2410-0001\n\nSin otro particular, me suscribo de ustedes atentamente,\n\n"
        "[cid:image001.png@01CBB0A2.1122AA44]\nAna Prueba\nMinisterio de Relaciones Exteriores\nPBX 2410-0099"
    )
    assert [entry["phone"] for entry in shown(body)] == [["+50224100001"]]


def test_a_cell_that_reaches_down_stands_in_each_row() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "a@minex-gt.gob.example", "RE: [MyD-DIR-2011-GT]"
    mail.set_content(
        "<table><tr><td>Nombre</td><td>Institución</td><td>Cargo</td></tr><tr><td>Rita Prueba</td>"
        "<td rowspan=2>Ministerio de Trabajo</td><td>Jefa</td></tr>"
        "<tr><td>Luis Muestra</td><td>Analista</td></tr></table>",
        subtype="html",
    )
    people = entries_of(mail.as_bytes(), KNOWN)
    assert [(all_shown(each)["institution"], all_shown(each)["position"]) for each in people] == [
        ("Ministerio de Trabajo", "Jefa"),
        ("Ministerio de Trabajo", "Analista"),
    ]


@pytest.mark.parametrize(
    ("lead", "institution"),
    [
        (
            "Remito los datos de la persona designada en el Ministerio de Economía, Planificación y Desarrollo:",
            0,
        ),
        ("Los datos del punto focal de esta Dirección General de Migración:", 1),
        ("These are the details of the focal point of the Ministry of Foreign Affairs:", 2),
        # of no institution, of nobody, no lead
        ("Remito los datos de la persona que dará seguimiento al Grupo de Trabajo:", None),
        ("En respuesta al oficio del Ministerio de Economía:", None),
        ("Los datos del punto focal de esta Dirección General de Migración son los mismos.", None),
    ],
)
def test_the_institution_in_the_sentence_above(lead: str, institution: int | None) -> None:
    names = (
        "Ministerio de Economía, Planificación y Desarrollo",
        "Dirección General de Migración",
        "Ministry of Foreign Affairs",
    )
    (entry,) = shown(f"{lead}\n\nNombre: Rita Prueba Sol\nTel.: 2410-0001")
    assert entry.get("institution") == (None if institution is None else names[institution])
