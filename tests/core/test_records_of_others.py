"""What is right of somebody else on the list: an entry of that person, never of the writer; all of it asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries, only_asked

LIST = "[MyD-LIST-2011] Lista de contactos, versión 3 / Contact list, version 3"
NUMBER = {"phone": ["+50622300118"]}


def read(body: str) -> list[dict[str, Any]]:
    """The values of each entry of an answer to the list that was sent out; none may be sure."""
    entries = contact_entries(f"Buenos días:\n\n{body}\n\nGracias,\nReina\n", "CR", LIST)
    assert all(each["certainty"] == "doubtful" for entry in entries for each in entry["fields"].values())
    return [all_shown(entry) for entry in entries]


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (
            (
                "En la fila 12, el teléfono de nuestra compañera Nora Muestra Paz está mal: es 2230-0118 y no"
                " 2230-0181. Además su cargo es Oficial de Visas. Ella anda de viaje."
            ),
            {"name": "Nora Muestra Paz", "position": "Oficial de Visas", **NUMBER},
        ),
        (
            (
                "El correo de la Licda. Iris Muestra está mal escrito: lo correcto es imuestra@m-cr.gob.example y no"
                " imuestre@m-cr.gob.example. Asimismo, su teléfono es el 2230-0118."
            ),
            {"title": "Licda.", "name": "Iris Muestra", "email": ["imuestra@m-cr.gob.example"], **NUMBER},
        ),
        (
            "El teléfono del Lic. Juan Muestra Rojas está equivocado; debe ser 2230-0118.",
            {"title": "Lic.", "name": "Juan Muestra Rojas", **NUMBER},
        ),
        (
            "The e-mail address of Ms. Jane Sample is wrong: it should be j.sample@m-cr.gob.example.",
            {"title": "Ms.", "name": "Jane Sample", "email": ["j.sample@m-cr.gob.example"]},
        ),
        (
            "The telephone number of our colleague John Mockup is incorrect. The correct number is 2230-0118.",
            {"name": "John Mockup", **NUMBER},
        ),
        (
            "El número de fax de Nora Muestra Paz es incorrecto: dice 2230-0181 y debe decir 2230-0118.",
            {"name": "Nora Muestra Paz", "fax": ["+50622300118"]},
        ),
        (
            "En el renglón de la Licda. Iris Muestra, el cargo correcto es Jefa de Visas y el teléfono es 2230-0118.",
            {"title": "Licda.", "name": "Iris Muestra", "position": "Jefa de Visas", **NUMBER},
        ),
        (
            "Jane Sample's phone number is wrong in the list. It should be 2230-0118, not 2230-0181.",
            {"name": "Jane Sample", **NUMBER},
        ),
        (
            (
                "There is a mistake in row 31: the correct name is Dora Sample, not Dorah Sampel. Her title should"
                " be Deputy Director."
            ),
            {"name": "Dora Sample", "position": "Deputy Director"},
        ),
        # the writer's, an office's or a State's: no name
        ("Mi teléfono tiene un error: es 2230-0118 y no 2230-0181.", NUMBER),
        ("El teléfono de Política Exterior tiene un error: es 2230-0118 y no 2230-0181.", NUMBER),
        ("El teléfono de Costa Rica tiene un error: es 2230-0118 y no 2230-0181.", NUMBER),
        ("El teléfono de Ana Prueba está bien; el mío tiene un error: es 2230-0118 y no 2230-0181.", NUMBER),
    ],
)
def test_what_is_right_is_of_whom_the_words_name(body: str, fields: dict[str, Any]) -> None:
    assert read(body) == [fields]


@pytest.mark.parametrize(
    "body",
    [
        "El teléfono de Nora Muestra Paz tiene un error.",
        "El teléfono de Nora Muestra Paz y el de Juan Ensayo Mora tienen un error: son 2230-0118 y 2230-0119.",
        "El teléfono de Nora Muestra Paz es correcto.",
    ],
)
def test_what_gives_no_value_or_two_persons_proposes_none(body: str) -> None:
    entries = contact_entries(f"Buenos días:\n\n{body}\n\nGracias\n", "CR", LIST)
    assert all(not {"phone"} & {*each["fields"]} and "phone" not in only_asked(each) for each in entries)
