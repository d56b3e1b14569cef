"""To whom of the house a matter goes from now on: an entry of that person, every field doubtful."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries


def read(body: str) -> list[dict[str, Any]]:
    """The values of each entry of an answer to our request for contacts; none may be sure."""
    entries = contact_entries(f"Buenos días:\n\n{body}\n\nSaludos cordiales\n", "CR")
    assert all(each["certainty"] == "doubtful" for entry in entries for each in entry["fields"].values())
    return [all_shown(entry) for entry in entries]


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (
            (
                "Para este tema favor dirigirse a la Licda. Ofelia Simulada Muestra, Jefa de Planificación, al correo"
                " o@migracion-cr.gob.example o al teléfono 2299-0045."
            ),
            {"title": "Licda.", "name": "Ofelia Simulada Muestra", "position": "Jefa de Planificación"},
        ),
        (
            (
                "Please direct all correspondence on this subject to Mr. Alvin Sample, Labour Commissioner, at"
                " o@migracion-cr.gob.example or 2299-0045."
            ),
            {"title": "Mr.", "name": "Alvin Sample", "position": "Labour Commissioner"},
        ),
        (
            (
                "Favor de contactar al Lic. Juan Muestra Prueba, Director de Cooperación (o@migracion-cr.gob.example,"
                " tel. 2299-0045)."
            ),
            {"title": "Lic.", "name": "Juan Muestra Prueba", "position": "Director de Cooperación"},
        ),
        (
            (
                "La correspondencia sobre este asunto debe dirigirse al Ing. Pedro Ensayo Rojas, Subdirector Técnico,"
                " tel. 2299-0045, o@migracion-cr.gob.example."
            ),
            {"title": "Ing.", "name": "Pedro Ensayo Rojas", "position": "Subdirector Técnico"},
        ),
        (
            (
                "Este tema lo atiende la Licda. Ana Prueba Rojas, Jefa de Visas, tel. 2299-0045,"
                " o@migracion-cr.gob.example."
            ),
            {"title": "Licda.", "name": "Ana Prueba Rojas", "position": "Jefa de Visas"},
        ),
        (
            "This matter is now handled by Ms. Jane Sample, Senior Advisor, o@migracion-cr.gob.example, 2299-0045.",
            {"title": "Ms.", "name": "Jane Sample", "position": "Senior Advisor"},
        ),
        (
            (
                "Kindly refer your request to Dr. Paul Mockup, Chief of Policy, whose e-mail is"
                " o@migracion-cr.gob.example and whose telephone is 2299-0045."
            ),
            {"title": "Dr.", "name": "Paul Mockup", "position": "Chief of Policy"},
        ),
        (
            "En adelante pueden comunicarse con la Sra. Eva Muestra Gil al 2299-0045 o en o@migracion-cr.gob.example.",
            {"title": "Sra.", "name": "Eva Muestra Gil"},
        ),
        (
            (
                "Toda comunicación sobre el tema, favor hacerla llegar al Lic. Saúl Ensayo Vega, Jefe de Despacho,"
                " o@migracion-cr.gob.example, teléfono 2299-0045."
            ),
            {"title": "Lic.", "name": "Saúl Ensayo Vega", "position": "Jefe de Despacho"},
        ),
        (
            (
                "Our new focal point is Dr. Joan Sample, Director. You may contact her by phone at 2299-0045 or by"
                " e-mail at o@migracion-cr.gob.example."
            ),
            {"title": "Dr.", "name": "Joan Sample", "position": "Director", "role": "focal-point"},
        ),
    ],
)
def test_a_person_of_the_house_with_their_data(body: str, fields: dict[str, str]) -> None:
    assert read(body) == [{**fields, "email": ["o@migracion-cr.gob.example"], "phone": ["+50622990045"]}]


@pytest.mark.parametrize(
    "body",
    [
        "Si tienen dudas, favor dirigirse a la Licda. Ofelia Simulada, al correo o@migracion-cr.gob.example.",
        "Para cualquier consulta pueden contactar a Ana Prueba Rojas al 2299-0045.",
        "For further information please contact Jane Sample at j.sample@migracion-cr.gob.example.",
        "Favor dirigirse a la Dirección General de Migración, al correo dgme@seguridad-cr.gob.example.",
        "Please contact the Ministry of Labour at info@labour-cr.gob.example.",
        "Para reservar hotel favor contactar a la Srta. Ana Prueba Rojas, al correo a@migracion-cr.gob.example.",
        "Para la inscripción deben escribir al Lic. Juan Muestra Prueba, j@migracion-cr.gob.example.",
        "Hemos escrito a la Licda. Ofelia Simulada Muestra (o@migracion-cr.gob.example) para que nos responda.",
        "I will contact Ms. Jane Sample (j.sample@migracion-cr.gob.example) and let you know.",
        "Durante mi ausencia favor dirigirse a la Licda. Ofelia Simulada, al correo o@migracion-cr.gob.example.",
        "Estaré fuera hasta el 20 de enero. Favor dirigirse a la Licda. Ofelia Simulada, o@migracion-cr.gob.example.",
        "Favor dirigirse a la Licda. Ofelia Simulada Muestra.",
        "Favor enviar copia a la Licda. Ofelia Simulada Muestra, al correo o@migracion-cr.gob.example.",
    ],
)
def test_whom_to_ask_or_to_copy_is_no_contact_nor_are_offices(body: str) -> None:
    assert read(body) == []
