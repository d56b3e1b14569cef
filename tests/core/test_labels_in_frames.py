"""Labels in square brackets, behind their values, with a word of the old or the new; headings that say whom to add."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

OF_THE_LIST = "Lista de contactos, versión 3 [MyD-LIST-2011-HN]"


def shown(body: str, subject: str | None = None) -> list[dict[str, Any]]:
    return [all_shown(each) for each in contact_entries(body, "HN", subject)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[Cargo] Directora\n[Correo-e] a@b.example\n", {"position": "Directora", "email": ["a@b.example"]}),
        ("[Tel.] 2236-0040\n", {"phone": ["+50422360040"]}),
        ("Dice: 2236-0040\nDebe decir: 2236-0041 (teléfono)\n", {"phone": ["+50422360041"]}),
        ("2232-4040 (oficina), 9988-7766 (cel.)\n", {"phone": ["+50422324040"], "mobile": ["+50499887766"]}),
        ("2232-4040 (tel.)\na@b.example (correo)\n", {"phone": ["+50422324040"], "email": ["a@b.example"]}),
        ("Tel. antes: 2236-0040\nTel. ahora: 2236-0041\n", {"phone": ["+50422360041"]}),
        ("E-mail (new) >> a@b.example\nE-mail (old, please delete) >> c@b.example\n", {"email": ["a@b.example"]}),
        (
            "Movimiento: Alta (sustituye a Luis Ensayo Mora)\nNombre: Ana Prueba\n",
            {"change": "new", "name": "Ana Prueba", "replaces": "Luis Ensayo Mora"},
        ),
        (
            "Nombre: Ana Prueba (sustituye a Luis Ensayo)\nCargo: Jefa\n",
            {"name": "Ana Prueba", "position": "Jefa", "replaces": "Luis Ensayo"},
        ),
    ],
)
def test_labels_in_unusual_frames(body: str, expected: dict[str, Any]) -> None:
    assert shown(body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "[Ana] Directora\n[Nota] ver abajo\n",  # no labels
        "[cid:image001.png] Directora\n",
        "Tel. antes: 2236-0040\n",  # the old one alone
        "2232-4040 (hotel), 9988-7766 (taxi)\n",
    ],
)
def test_what_stands_in_brackets_may_be_no_label(body: str) -> None:
    assert shown(body) == []


def test_who_comes_instead_behind_a_leaver_is_not_replaced() -> None:
    (entry,) = shown("Movimiento: Baja (la sustituye Luis Ensayo)\nNombre: Ana Prueba\n")
    assert entry == {"change": "leave", "name": "Ana Prueba"}


@pytest.mark.parametrize("heading", ["Please also add an alternate:", "Favor incluir como suplente:", "Suplente:"])
def test_the_writers_own_news_are_not_the_alternates(heading: str) -> None:
    own, other = shown(f"Mi celular ahora es 9988-4200.\n\n{heading}\n\nNombre: Ana Prueba\nCargo: Jefa\n")
    assert own == {"mobile": ["+50499884200"]}
    added = {} if heading == "Suplente:" else {"change": "new"}
    assert other == {"name": "Ana Prueba", "position": "Jefa", "role": "alternate"} | added


def test_whom_to_add_says_no_role_and_news_above_are_of_the_same_person() -> None:
    assert shown("Favor agregar el siguiente contacto:\n\nNombre: Ana Prueba\nCargo: Jefa\n") == [
        {"name": "Ana Prueba", "position": "Jefa", "change": "new"}
    ]
    assert shown("Mi celular ahora es 9988-4200.\n\nNombre: Ana Prueba\nCargo: Jefa\n") == [
        {"name": "Ana Prueba", "position": "Jefa", "mobile": ["+50499884200"]}
    ]


def test_rows_of_the_list_set_right_in_sentences() -> None:
    body = (
        "- Fila 21: mi apellido es Modelo Grajales, no Modelo Grajeda. El celular correcto es 9677-0051 (dice"
        " 9677-0015), el teléfono 2504-0093 ext. 4 está bien. Please delete the fax, we no longer have one.\n"
        "- Fila 22: Ricaurte Supuesto ya no trabaja en la Cancillería; favor eliminarlo.\n\n"
        "Gracias,\nNereida Modelo Grajales\n"
    )
    own, gone = shown(body, OF_THE_LIST)
    assert (own["name"], own["mobile"], own["fax"]) == ("Nereida Modelo Grajales", ["+50496770051"], [])
    assert gone == {"change": "leave", "name": "Ricaurte Supuesto"}


@pytest.mark.parametrize("body", ["Favor eliminar el fax, ya no tenemos.", "Please delete the fax, we have none."])
def test_a_fax_to_be_deleted_is_none(body: str) -> None:
    assert shown(body, OF_THE_LIST) == [{"fax": []}]


@pytest.mark.parametrize(
    "body", ["Please remove the fax of Ms. Ana Prueba.", "Favor borrar el fax 2504-0011 de la lista."]
)
def test_one_fax_or_anothers_is_left_to_be_asked(body: str) -> None:
    assert not any("fax" in each for each in shown(body, OF_THE_LIST))


FORWARDED = (
    "\n\nDe: Tadeo Ficción Barrios [mailto:t@inm.gob.example]\nEnviado el: jueves, 20 de enero de 2011 06:48 p.m.\n"
    "Para: Filomena\nAsunto: RE: Lista de contactos\n\nAquí van:\n\n"
    "Nombre completo: Tadeo Ficción Barrios\nCargo: Director\nTeléfono: 2236-0040\n"
)


def test_one_office_that_stays_does_not_hide_what_is_passed_on() -> None:
    subject = "RV: [MyD-DIR-2011-HN] Lista de contactos"
    passed = {"name": "Tadeo Ficción Barrios", "position": "Director", "phone": ["+50422360040"]}
    assert shown(f"Les reenvío lo del INM. Lo de Cancillería sigue igual.{FORWARDED}", subject) == [passed]
    assert shown(f"Sin cambios de nuestra parte.{FORWARDED}", subject) == [{"change": "none"}]
