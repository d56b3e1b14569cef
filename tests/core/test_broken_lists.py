"""Lists of people whose items a mail program broke are read as if it had not, and as they were meant."""

from __future__ import annotations

import textwrap
from typing import Any

import pytest

from tests.answers import KNOWN, all_shown, contact_entries, entries_of, reply_of

LEAD_IN = "Según lo acordado, esta es la lista completa de contactos de Honduras para el Grupo de Trabajo:"
MARKS = {
    "1.": ("1. ", "2. ", "3. "),
    "a)": ("a) ", "b) ", "c) "),
    "i)": ("i) ", "ii) ", "iii) "),
    "-": ("- ", "- ", "- "),
    "•": ("• ", "• ", "• "),
    "none": ("", "", ""),
}
PEOPLE: list[dict[str, Any]] = [
    {
        "title": "Licda.",
        "name": "María de los Ángeles Ficticio Rocha",
        "position": "Subdirectora de Migración Laboral",
        "institution": "Secretaría de Relaciones Exteriores",
        "phone": ["+50422301165;ext=34"],
        "email": ["maria34@sre.gob.example"],
        "role": "focal-point",
    },
    {
        "name": "Plácido Ensayo Hipotético",
        "position": "Analista",
        "phone": ["+50422301166"],
        "email": ["placido5@sre.gob.example"],
        "role": "alternate",
    },
    {
        "title": "Ing.",
        "name": "José Invento Muestra",
        "position": "Jefe de Planificación",
        "institution": "Secretaría de Trabajo y Seguridad Social",
        "phone": ["+50422301167"],
        "email": ["jose98@sre.gob.example"],
    },
]
ROLES = {"focal-point": " (titular)", "alternate": " (alterno)"}


def _item(person: dict[str, Any], sign: str, before_number: str, before_address: str) -> str:
    national, _, extension = person["phone"][0].removeprefix("+504").partition(";ext=")
    number = f"{national[:4]}-{national[4:]}" + (f" ext. {extension}" if extension else "")
    name = " ".join(filter(None, (person.get("title"), person["name"])))
    parts = [name, person["position"], person.get("institution"), before_number + number]
    parts.append(before_address + person["email"][0])
    return sign.join(filter(None, parts)) + ROLES.get(person.get("role", ""), "")


def _body(sign: str, mark: str, words: tuple[str, str], width: int, gap: str = "\n") -> str:
    items = [before + _item(each, sign, *words) for before, each in zip(MARKS[mark], PEOPLE, strict=True)]
    lines = ["Estimados compañeros:", LEAD_IN, gap.join(_broken(each, width) for each in items)]
    return "\n\n".join((lines[0], _broken(lines[1], width), lines[2], "Quedo atenta.", "Saludos,", "Hortensia"))


def _broken(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False))


def _read(body: str) -> list[dict[str, Any]]:
    """What is read or proposed of each person, without what is to be done with them."""
    entries = entries_of(reply_of(body, "Contactos de Honduras", "Hortensia Muestra <hm@sre.gob.example>"), KNOWN)
    found = []
    for entry in entries:
        offered = {each["field"]: each["proposal"] for each in entry["doubts"] if each.get("proposal")}
        values = {**offered, **all_shown(entry)}
        found.append({name: value for name, value in values.items() if name != "change"})
    return found


@pytest.mark.parametrize("width", [500, 78, 72, 60])
@pytest.mark.parametrize("words", [("tel. ", "correo "), ("Teléfono: ", "correo: "), ("", "")])
@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("sign", [", ", "; ", " - "])
def test_a_list_of_people_is_read_however_it_is_marked_and_broken(
    sign: str, mark: str, words: tuple[str, str], width: int
) -> None:
    assert _read(_body(sign, mark, words, width)) == PEOPLE


@pytest.mark.parametrize("mark", ["1.", "•", "none"])
def test_empty_lines_between_the_items_change_nothing(mark: str) -> None:
    assert _read(_body(", ", mark, ("Tel. ", "e-mail: "), 72, "\n\n")) == PEOPLE


@pytest.mark.parametrize("width", [78, 66])
def test_the_answer_to_our_request_gives_each_person_alone(width: int) -> None:
    entries = contact_entries(_body("; ", "none", ("Tel. ", "correo: "), width), "HN")
    assert [all_shown(each).get("email") for each in entries] == [each["email"] for each in PEOPLE]


@pytest.mark.parametrize("label", ["Tel:", "Tel.:", "Teléfono:", "tel."])
@pytest.mark.parametrize("sign", [" - ", ", ", "; "])
def test_a_telephone_takes_no_word_of_the_post_before_it(sign: str, label: str) -> None:
    post = "Subdirector de Migración Laboral"
    body = f"Punto focal: Lic. José Invento{sign}{post}{sign}{label} 2230-1165{sign}correo: jose34@sre.gob.example"
    (entry,) = contact_entries(body, "HN")
    offered = {each["field"]: each.get("proposal") for each in entry["doubts"]}
    assert {**offered, **all_shown(entry)}["position"] == post
    assert all_shown(entry)["phone"] == ["+50422301165"]


def test_the_digits_of_an_address_do_not_make_the_number_before_it_doubtful() -> None:
    first, second = (
        "Ana Prueba, Directora, Tel. 2230-1165, ana34@b.example",
        "Luis Ensayo, Jefe, Tel. 2230-1166, l@b.example",
    )
    body = f"1. {first}\n2. {second}"
    for entry in contact_entries(body, "HN"):
        assert "phone" not in {each["field"] for each in entry["doubts"]}


def test_short_lines_of_cards_are_not_joined() -> None:
    card = "Lic. José Invento, Jefe de Planificación\nSecretaría de Trabajo\nTel. 2230-1167\njose@sre.gob.example"
    other = "Ing. Ana Prueba, Analista\nSecretaría de Salud\nTel. 2230-1168\nana@salud.gob.example"
    first, second = _read(f"{LEAD_IN}\n\n{card}\n\n{other}\n")
    assert (first["institution"], second["institution"]) == ("Secretaría de Trabajo", "Secretaría de Salud")
