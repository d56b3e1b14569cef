"""Who follows whom: a role in a sentence above somebody's data, and the one replaced as an entry of its own."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries

BLOCK = "Licda. Ana Prueba Rojas\nDirectora de Visas\nTel. 2230-0012"
LABELLED = "Nombre: Licda. Ana Prueba Rojas\nCargo: Directora de Visas\nTel.: 2230-0012"
ANA = {"title": "Licda.", "name": "Ana Prueba Rojas", "position": "Directora de Visas", "phone": ["+50422300012"]}
LEAVES = {"change": "leave", "name": "Marcial Ensayo Lobo"}


def entries(body: str) -> list[dict[str, Any]]:
    return contact_entries(f"Estimados colegas:\n\n{body}\n\nSaludos,\n", "HN")


@pytest.mark.parametrize("data", [BLOCK, LABELLED])
@pytest.mark.parametrize(
    ("lead", "role"),
    [
        ("Les informo que a partir de hoy el nuevo punto focal de Honduras ante el Grupo es:", "focal-point"),
        ("La nueva punto focal alterna es la siguiente funcionaria:", "alternate"),
        ("Los datos de nuestra suplente:", "alternate"),
        ("Hemos designado como punto focal a la siguiente persona:", "focal-point"),
        ("Our new focal point is:", "focal-point"),
        ("Please find below the details of our new focal point:", "focal-point"),
        ("CIDA has a new focal point for the Working Group. Her particulars are as follows.", "focal-point"),
        (
            "En alcance al oficio No. 45, comunicamos la designación del nuevo punto\nfocal ante el Grupo:",
            "focal-point",
        ),
        ("Les remito los datos del funcionario\ndesignado como alterno por esta institución:", "alternate"),
        ("We have designated the following person as our alternate focal point:", "alternate"),
        ("We hereby designate as alternate:", "alternate"),
        ("Su mensaje llegó ayer. Deseamos agregar como suplente a:", "alternate"),
        ("Favor incluir como suplente a:", "alternate"),
        ("Please add the following person as alternate:", "alternate"),
        # who no longer is, both at once, no role, another sentence
        ("Les informo que el punto focal saliente es:", None),
        ("Va la información de nuestro punto focal y del suplente:", None),
        ("Favor comunicarse con el punto focal:", None),
        ("Favor incluir los comentarios del punto focal:", None),
        ("Nuestro suplente agradece la información. Los datos son:", None),
        ("Los datos de contacto son:", None),
        ("Remito el informe del punto focal:", None),
        ("El suplente viajará con:", None),
        ("El punto focal no ha cambiado.", None),
    ],
)
def test_roles_in_a_sentence_above_somebody(lead: str, role: str | None, data: str) -> None:
    (entry,) = entries(f"{lead}\n\n{data}")
    new = re.search(r"incluir como|^Please add|nuev[oa] punto focal .*es\b|new focal point is", lead)
    added = {"change": "new"} if new else {}
    assert all_shown(entry) == ({**ANA, **added, "role": role} if role else ANA)
    assert "role" not in by_certainty(entry)[0]


@pytest.mark.parametrize(
    ("behind", "replaces", "leaver"),
    [
        (
            "La licenciada Prueba sustituye a Marcial Ensayo Lobo, quien fue trasladado y debe ser retirado.",
            "Marcial Ensayo Lobo",
            LEAVES,
        ),
        ("Sustituye al Lic. Marcial Ensayo Lobo, quien se jubiló.", "Marcial Ensayo Lobo", {**LEAVES, "title": "Lic."}),
        ("Ms. Prueba replaces Marcial Ensayo Lobo, who has retired.", "Marcial Ensayo Lobo", LEAVES),
        # somebody else follows him
        ("La licenciada Gómez sustituye a Marcial Ensayo Lobo, quien fue trasladado.", None, LEAVES),
        # nobody leaves
        ("La licenciada Prueba sustituye a Marcial Ensayo Lobo durante la reunión.", None, None),
        ("Marcial Ensayo Lobo les envía saludos.", None, None),
    ],
)
def test_who_was_replaced_is_an_entry_of_its_own(
    behind: str, replaces: str | None, leaver: dict[str, Any] | None
) -> None:
    first, *others = entries(f"{BLOCK}\n\n{behind}")
    assert all_shown(first) == ({**ANA, "replaces": replaces} if replaces else ANA)
    assert [all_shown(each) for each in others] == ([leaver] if leaver else [])


@pytest.mark.parametrize(
    ("behind", "leaver"),
    [
        ("She replaces Marcial Ensayo Lobo, who has retired from the public service.", [LEAVES]),
        ("She replaces Marcial Ensayo Lobo.", []),
    ],
)
def test_she_replaces(behind: str, leaver: list[dict[str, Any]]) -> None:
    told = f"Please be advised that Ms. Glenda Sample has been appointed focal point for Honduras. {behind}"
    successor = {
        "change": "new",
        "title": "Ms.",
        "name": "Glenda Sample",
        "role": "focal-point",
        "replaces": "Marcial Ensayo Lobo",
    }
    assert [all_shown(each) for each in entries(told)] == [successor, *leaver]
    first, *others = entries(f"{told}\n\nHer details:\n\nMs. Glenda Sample\nLabour Commissioner\nTel: 2230-0012")
    assert all_shown(first) == {**successor, "position": "Labour Commissioner", "phone": ["+50422300012"]}
    assert [all_shown(each) for each in others] == leaver


@pytest.mark.parametrize(
    ("lead", "stays"),
    [
        ("La Licda. Eva Ficticia Paz continúa como punto focal, sin cambios.", {"change": "none"}),
        ("La Licda. Eva Ficticia Paz se mantiene como punto focal con los mismos datos.", {"change": "none"}),
        ("La Licda. Eva Ficticia Paz continúa como punto focal.", {}),
        ("La Licda. Eva Ficticia Paz continúa como punto focal, sin cambios salvo el fax.", {}),
        ("La Licda. Eva Ficticia Paz continúa como punto focal, sin cambios en la dirección, y solo varía el fax.", {}),
    ],
)
def test_who_stays_as_before_beside_another(lead: str, stays: dict[str, Any]) -> None:
    found = [all_shown(each) for each in entries(f"{lead} Como suplente designamos a:\n\n{BLOCK}")]
    assert sorted(found, key=len) == [
        {"title": "Licda.", "name": "Eva Ficticia Paz", "role": "focal-point", **stays},
        {**ANA, "role": "alternate"},
    ]


@pytest.mark.parametrize(
    "said",
    [
        "La Licda. Karla Muestra Gil, hasta ahora alterna, pasa a ser el punto focal.",
        "La Licda. Karla Muestra Gil, quien era la suplente, es ahora el punto focal.",
        "Ms. Karla Muestra Gil, formerly our alternate, becomes the focal point.",
        "Karla Muestra Gil (antes suplente) será el punto focal.",
        "Karla Muestra Gil deja de ser suplente y pasa a ser punto focal.",
        (
            "Por encargo del Lic. Abdiel Prueba Ríos, les comunico que la Licda. Karla Muestra Gil es el"
            " nuevo punto focal."
        ),
    ],
)
def test_who_is_the_focal_point_now(said: str) -> None:
    (entry,) = entries(said)
    assert (all_shown(entry)["name"], all_shown(entry)["role"]) == ("Karla Muestra Gil", "focal-point")
    assert "change" not in all_shown(entry)


def test_on_whose_orders_is_of_no_interest() -> None:
    (entry,) = entries(
        "Por instrucciones del señor Director General, Comisionado Abdiel Prueba Ríos, les comunico"
        " que la Licda. Ana Muestra"
        " Gil (Jefa de Cooperación, ana@x.example, tel. 2230-0022 ext. 20) es desde hoy el punto de"
        " contacto del Servicio"
        " Nacional de Migración."
    )
    assert by_certainty(entry) == (
        {},
        {
            "title": "Licda.",
            "name": "Ana Muestra Gil",
            "position": "Jefa de Cooperación",
            "institution": "Servicio Nacional de Migración",
            "email": ["ana@x.example"],
            "phone": ["+50422300022;ext=20"],
            "role": "contact",
        },
    )


def test_a_card_between_bars_below_a_role() -> None:
    first, second = entries(
        "Please note that we have a new focal point for the Working Group:\n\nDana Sampleton |"
        " Senior Advisor | Bureau of"
        " Population, Refugees, and Migration | U.S. Department of State | dana@x.example\n\nBrent"
        " Placeholder has moved to"
        " another post. Please take him off the list."
    )
    assert all_shown(first) == {"change": "leave", "name": "Brent Placeholder"}
    assert all_shown(second) == {
        "role": "focal-point",
        "name": "Dana Sampleton",
        "position": "Senior Advisor",
        "unit": "Bureau of Population, Refugees, and Migration",
        "institution": "U.S. Department of State",
        "email": ["dana@x.example"],
    }
