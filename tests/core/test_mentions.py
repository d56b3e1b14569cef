"""Sentences that no rule of their own reads: numbers, names, posts and offices with the words around them.

Every row is a letter that was not read, or its neighbour that must tell nothing.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from mailbot.core.forms.mentions.sense import is_mine
from mailbot.core.values import Known
from tests.answers import COUNTRIES, all_shown, entries_of, reply_of, short

ASKED = "RE: Actualización de la lista de contactos / Update of the contact list"


def told(body: str, region: str = "CR", subject: str = ASKED) -> list[dict[str, Any]]:
    found = entries_of(reply_of(body, subject), Known(today=dt.date(2011, 2, 17), region=region, countries=COUNTRIES))
    assert {value["certainty"] for entry in found for value in entry["fields"].values()} <= {"doubtful"}
    return [{name: short(value) for name, value in all_shown(entry).items()} for entry in found]


@pytest.mark.parametrize(
    ("region", "body", "expected"),
    [
        ("CR", "La extensión de nuestra oficina es la 115, siempre al 2299-0000.", {"phone": ["+50622990000;ext=115"]}),
        (
            "CR",
            "Seguimos con el mismo número de siempre, 2244-0000, pero ahora con la extensión 25.",
            {"phone": ["+50622440000;ext=25"]},
        ),
        (
            "SV",
            "El 2231-0555 nos sirve de teléfono y también de fax.",
            {"phone": ["+50322310555"], "fax": ["+50322310555"]},
        ),
        (
            "US",
            "Dial 202-555-0155 for my office and 202-555-0156 for the fax.",
            {"phone": ["+12025550155"], "fax": ["+12025550156"]},
        ),
        (
            "DO",
            "Se me puede llamar a la oficina al 809-555-0150 o al 809-555-0151, cualquiera de los dos.",
            {"phone": ["+18095550150", "+18095550151"]},
        ),
        ("US", "Our fax is no longer 202-555-0150 but 202-555-0151.", {"fax": ["+12025550151"]}),
        ("US", "202-555-0199 is dead, use 202-555-0198 to call me.", {"phone": ["+12025550198"]}),
        (
            "GT",
            "En la versión que recibimos mi fax aparece como 2410-0088. Es 2410-0077, por favor corregir.",
            {"fax": ["+50224100077"]},
        ),
        (
            "GT",
            (
                "El número que tienen en la lista, 5510-0000, es personal y les pido no usarlo. El de mi oficina es"
                " 2410-0140."
            ),
            {"phone": ["+50224100140"]},
        ),
        (
            "CR",
            "El cargo de la suscrita es ahora Directora de Atención al Migrante.",
            {"position": "Directora de Atención al Migrante"},
        ),
        (
            "US",
            (
                "As of this week I work at the Department of Homeland Security, in the Office of Policy, as Foreign"
                " Affairs Officer."
            ),
            {
                "institution": "Department of Homeland Security",
                "unit": "Office of Policy",
                "position": "Foreign Affairs Officer",
            },
        ),
        (
            "MX",
            (
                "Me incorporé a la Unidad de Política Migratoria de la Secretaría de Gobernación como Directora de"
                " Estadística."
            ),
            {
                "unit": "Unidad de Política Migratoria",
                "institution": "Secretaría de Gobernación",
                "position": "Directora de Estadística",
            },
        ),
        (
            "DO",
            "La Secretaría de Estado de Relaciones Exteriores pasó a denominarse Ministerio de Relaciones Exteriores.",
            {"institution": "Ministerio de Relaciones Exteriores"},
        ),
        (
            "PA",
            "Nos mudamos: la nueva dirección es Avenida Ensayo, Edificio Muestra, piso 4, Ciudad de Panamá.",
            {"address": "Avenida Ensayo, Edificio Muestra, piso 4, Ciudad de Panamá"},
        ),
        (
            "CR",
            "El nombre correcto es Filomena Hipotética Ejemplo y no Filomena Hipólita Ejemplo.",
            {"name": "Filomena Hipotética Ejemplo"},
        ),
        (
            "CA",
            (
                "My name is misspelt in version 3. It should read Penelope Sample-Mockford instead of Penelope"
                " Sample-Mokford."
            ),
            {"name": "Penelope Sample-Mockford"},
        ),
        ("MX", "Les ruego que en adelante me escriban en inglés.", {"language": "en"}),
        ("SV", "Un pequeño detalle: mi tratamiento es Dra., no Licda.", {"title": "Dra."}),
        ("US", "A small correction: please use Dr. instead of Ms. before my name.", {"title": "Dr."}),
        ("CR", "Mi teléfono es 2299-0000 ext. 215 y no ext. 251.", {"phone": ["+50622990000;ext=215"]}),
        ("PA", "Perdí el 6600-0000 y ahora mi celular es el 6600-0055.", {"mobile": ["+50766000055"]}),
    ],
)
def test_of_the_writer(region: str, body: str, expected: dict[str, Any]) -> None:
    assert told(body, region) == [expected]


@pytest.mark.parametrize(
    ("region", "body", "expected"),
    [
        (
            "DO",
            (
                "Quien lleva ahora el tema es la Lic. Altagracia Ejemplo, Encargada de Cooperación Internacional,"
                " (809) 555-0177."
            ),
            [
                {
                    "title": "Lic.",
                    "name": "Altagracia Ejemplo",
                    "position": "Encargada de Cooperación Internacional",
                    "phone": ["+18095550177"],
                }
            ],
        ),
        (
            "SV",
            "La Licda. Jacinta Muestra y el Lic. Óscar Ensayo comparten el teléfono 2231-0300.",
            [
                {"title": "Licda.", "name": "Jacinta Muestra", "phone": ["+50322310300"]},
                {"title": "Lic.", "name": "Óscar Ensayo", "phone": ["+50322310300"]},
            ],
        ),
        (
            "BZ",
            (
                "Mr. Alvin Trial (focal point) is at 822-0100 ext. 21 and Ms. Nora Mock (alternate) at the same"
                " number, ext. 22."
            ),
            [
                {"title": "Mr.", "name": "Alvin Trial", "role": "focal-point", "phone": ["+5018220100;ext=21"]},
                {"title": "Ms.", "name": "Nora Mock", "role": "alternate", "phone": ["+5018220100;ext=22"]},
            ],
        ),
        (
            "CR",
            (
                "Ximena Supuesto se trasladó a otra institución; su puesto lo ocupa desde el lunes Marcos Ejemplo"
                " Ficticio."
            ),
            [
                {"change": "leave", "name": "Ximena Supuesto"},
                {"change": "new", "name": "Marcos Ejemplo Ficticio", "replaces": "Ximena Supuesto"},
            ],
        ),
        (
            "CR",
            "Oscar Inventado y Delmy Ejemplo renunciaron a fin de año.",
            [{"change": "leave", "name": "Oscar Inventado"}, {"change": "leave", "name": "Delmy Ejemplo"}],
        ),
        (
            "US",
            "The duties of focal point have been passed to Mr. Sam Dummy (dummys@b.example, 202-555-0128).",
            [
                {
                    "title": "Mr.",
                    "name": "Sam Dummy",
                    "role": "focal-point",
                    "email": ["dummys@b.example"],
                    "phone": ["+12025550128"],
                }
            ],
        ),
        (
            "SV",
            "A Rogelio Supuesto escríbanle a r@b.example, que la dirección anterior, rogelio@b.example, rebota.",
            [{"name": "Rogelio Supuesto", "email": ["r@b.example"]}],
        ),
        (
            "US",
            "Please also copy Ms. Alice Dummy (a@b.example), Program Officer, on everything.",
            [{"title": "Ms.", "name": "Alice Dummy", "position": "Program Officer", "email": ["a@b.example"]}],
        ),
        (
            "CR",
            (
                "La Ing. Carla Inventada Pineda será nuestra alterna. Es Técnica en Estadística de la Dirección General"
                " de Migración y atiende en el 2213-0020."
            ),
            [
                {
                    "title": "Ing.",
                    "name": "Carla Inventada Pineda",
                    "role": "alternate",
                    "position": "Técnica en Estadística",
                    "institution": "Dirección General de Migración",
                    "phone": ["+50622130020"],
                }
            ],
        ),
        (
            "CA",
            "Penelope Sample will remain our focal point and Marc Mockford will act as alternate.",
            [{"name": "Marc Mockford", "role": "alternate"}, {"name": "Penelope Sample", "role": "focal-point"}],
        ),
    ],
)
def test_of_whom_sentences_name(region: str, body: str, expected: list[dict[str, Any]]) -> None:
    assert told(body, region) == expected


@pytest.mark.parametrize(
    "body",
    [
        "El taller se hará en el hotel; su número es 2299-0000.",
        "La Licda. Ana Prueba Ejemplo es Directora de Visas y firmó el memorándum.",
        "For further information please contact Jane Sample at j@b.example.",
        "Favor enviar copia a la Licda. Ofelia Simulada Muestra, al correo o@b.example.",
        "Estaré fuera hasta el 20 de enero. Favor dirigirse a la Licda. Ofelia Simulada, o@b.example.",
        "Ayer los llamamos al 2299-0000 y nadie contestó.",
        "El nuevo correo de la Ministra es a@b.example.",
        "Our new file number is 2299-0000.",
        "Mi celular, que ya no uso, es: 8810-0171.",
        "No pude contactarlo en maria@b.example.",
        "Favor sustituir el 2255-0100 por a@b.example.",
    ],
)
def test_of_other_things_nothing(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(("subject", "read"), [("Mi teléfono", True), ("Fax", True), ("Informe de gestión", False)])
def test_a_subject_of_ones_own_says_that_data_are_told(subject: str, read: bool) -> None:
    assert bool(told("Me encuentran en el 2299-0145, extensión 12.", subject=subject)) is read


def test_several_numbers_that_nothing_joins_are_asked_without_a_value() -> None:
    assert not any("phone" in entry for entry in told("Atiendo en el 2299-0145. Los lunes contesto en el 2299-0146."))


@pytest.mark.parametrize(
    ("sentence", "mine"),
    [
        ("Ahora trabajo en el Ministerio de Trabajo.", True),
        ("La Licda. Ana Prueba labora en el Ministerio de Trabajo.", False),
        ("Write to us at the office.", True),
        ("She is with the US Department of Labor.", False),
        ("He sido nombrada Analista.", True),
        ("He is the new head.", False),
    ],
)
def test_whether_a_sentence_is_of_its_writer(sentence: str, mine: bool) -> None:
    assert is_mine(sentence) is mine
