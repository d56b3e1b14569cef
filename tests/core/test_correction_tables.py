"""Tables of corrections to the list of contacts: "Fila | Nombre | Dice | Debe decir"."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from typing import Any

import pytest

from mailbot.core.values import Known
from tests.answers import COUNTRIES, entries_of
from tests.reports import offered, shown, taken

PHONE = "Teléfono: 2222-0000 | Teléfono: 2222-0009"
NINE = ["+50422220009"]


def read(body: str, *, html: bool = False) -> list[dict[str, Any]]:
    mail = EmailMessage()
    mail["From"] = "eva.muestra@sre-hn.gob.example"
    mail["Subject"] = "RE: [MyD-DIR-2009-HN] Actualización de la lista de contactos"
    mail["Date"] = "Tue, 10 Mar 2009 10:22:00 -0600"
    if html:
        mail.set_content(in_html(body), subtype="html")
    else:
        mail.set_content(f"Estimados colegas:\n\n{body}\n\nSaludos,\nEva Muestra\n")
    return entries_of(mail.as_bytes(), Known(today=dt.date(2009, 3, 10), region="HN", countries=COUNTRIES))


def in_html(table: str) -> str:
    rows = (f"<tr>{''.join(f'<td>{cell.strip()}</td>' for cell in row.split('|'))}</tr>" for row in table.splitlines())
    return f"<table>{''.join(rows)}</table>"


ROWS = [
    (
        f"Fila | Dice | Debe decir\n14 | {PHONE}\n15 | Cargo: Directora | Cargo: Subdirectora",
        [{"phone": NINE}, {"position": "Subdirectora"}],
    ),
    ("Dice | Debe decir | Fila\nCargo: Directora | Cargo: Subdirectora | 14", [{"position": "Subdirectora"}]),
    ("Row | Reads | Should read\n9 | Phone: 2222-0000 | Phone: 2222-0009", [{"phone": NINE}]),
    ("Fila | Actual | Nuevo\n7 | Cargo: Jefa | Cargo: Directora", [{"position": "Directora"}]),
    # a column says of what: two lines of one row are one person's
    (
        (
            "Fila | Campo | Dice | Debe decir\n14 | Teléfono | 2222-0000 | 2222-0009\n"
            "14 | Cargo | Directora | Subdirectora\n15 | Cargo | Jefe | Director"
        ),
        [{"phone": NINE, "position": "Subdirectora"}, {"position": "Director"}],
    ),
    # whose it is stands beside it
    (
        (
            "Fila | Nombre | Campo | Dice | Debe decir\n14 | Ana Prueba | Teléfono | 2222-0000 | 2222-0009\n"
            "15 | Luis Ensayo | Correo | a@b.example | c@b.example"
        ),
        [{"name": "Ana Prueba", "phone": NINE}, {"name": "Luis Ensayo", "email": ["c@b.example"]}],
    ),
    (
        "Fila | Nombre | Dice | Debe decir\n14 | Ana Prueba | Directora | Subdirectora",
        [{"name": "Ana Prueba", "position": "Subdirectora"}],
    ),
    (
        "No. | Nombre | Dice | Debe decir\n1 | Ana Prueba | Cargo: Jefa | Cargo: Directora",
        [{"name": "Ana Prueba", "position": "Directora"}],
    ),
    ("Fila | Dice | Debe decir\n12 | Ana Pruebas | Ana Prueba", [{"name": "Ana Prueba"}]),
    # numbers that do not count the corrections are rows of the list
    (
        f"No. | Dice | Debe decir\n14 | {PHONE}\n21 | Cargo: Directora | Cargo: Subdirectora",
        [{"phone": NINE}, {"position": "Subdirectora"}],
    ),
    # which of the two a number is nobody says; neither the old, nor nothing, is a value
    ("Fila | Nombre | Dice | Debe decir\n15 | Luis Ensayo | 2222-0000 | 2222-0009", []),
    ("Fila | Dice | Debe decir\n14 | Teléfono: 2222-0000 |", []),
    (f"Fila | Dice | Debe decir\ncatorce | {PHONE}", []),
    ("Fila | Actividad | Dice | Debe decir\n4 | Taller | marzo | abril", []),
]


@pytest.mark.parametrize("html", [False, True])
@pytest.mark.parametrize(("body", "expected"), ROWS)
def test_each_row_of_the_list_is_asked(body: str, expected: list[dict[str, Any]], *, html: bool) -> None:
    found = read(body, html=html)
    assert [taken(each) for each in found] == [{}] * len(expected)
    assert [shown(each) for each in found] == expected
    for each in found:
        assert each["fields"].get("name") or "name" in offered(each)


@pytest.mark.parametrize(
    "body",
    [
        f"Dice | Debe decir\n{PHONE}\nCargo: Directora | Cargo: Subdirectora",
        f"No. | Dice | Debe decir\n1 | {PHONE}\n2 | Cargo: Directora | Cargo: Subdirectora",
        "Campo | Dice | Debe decir\nTeléfono | 2222-0000 | 2222-0009\nCargo | Directora | Subdirectora",
        "No. | Campo | Dice | Debe decir\n1 | Teléfono | 2222-0000 | 2222-0009\n2 | Cargo | Directora | Subdirectora",
        "Ítem | Dice | Debe decir\nTeléfono | 2222-0000 | 2222-0009\nCargo | Directora | Subdirectora",
    ],
)
@pytest.mark.parametrize("html", [False, True])
def test_corrections_that_are_only_counted_are_of_one_form(body: str, *, html: bool) -> None:
    (found,) = read(body, html=html)
    assert taken(found) == {"position": "Subdirectora", "phone": NINE}


def test_a_list_with_numbers_is_no_table_of_corrections() -> None:
    (found,) = read("Fila | Nombre | Cargo | Teléfono\n14 | Ana Prueba | Directora | 2222-0009")
    assert taken(found) == {"name": "Ana Prueba", "position": "Directora", "phone": NINE}


def test_the_writers_own_news_beside_the_table_stay_the_writers() -> None:
    found = read(f"Fila | Dice | Debe decir\n14 | {PHONE}\n\nMi nuevo fax es 2222-0077.")
    assert [shown(each) for each in found] == [
        {"name": "Eva Muestra", "fax": ["+50422220077"]},
        {"phone": NINE},
    ]
