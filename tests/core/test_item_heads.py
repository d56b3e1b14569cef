"""What opens an item of a memorandum before its sentence: Roman numerals, "Successor.", wide gaps behind them."""

from __future__ import annotations

import pytest

from mailbot.core.forms.naming.item_heads import without_item_head
from tests.answers import all_shown, contact_entries

MEMO = (
    "I.    Departure. Mr. Carl Trialson retired on May 30, 2014.\n\n"
    "II.   Successor. Ms. Lorraine Mockup-Diaz assumed duties on June 9, 2014 as Unit\n"
    "      Chief, replacing Mr. Carl Trialson.\n"
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("I.    Departure. Mr. Carl Trialson retired.", "Mr. Carl Trialson retired."),
        ("II.  En sustitución de la Licda. Prueba …", "En sustitución de la Licda. Prueba …"),
        ("I. La Licda. Iris Prueba dejó el cargo.", "La Licda. Iris Prueba dejó el cargo."),
        ("III) Mi correo cambió.", "Mi correo cambió."),
        ("1. Lista de contactos. El Lic. Luis Prueba es el enlace.", "El Lic. Luis Prueba es el enlace."),
        ("I. Muestra Ensayo", "I. Muestra Ensayo"),
        ("1. Lic. Ana Prueba", "1. Lic. Ana Prueba"),
        ("Baja. Lic. Ana Prueba", "Baja. Lic. Ana Prueba"),
        ("Baja: Lic. Ana Prueba", "Baja: Lic. Ana Prueba"),
        ("IV.", "IV."),
    ],
)
def test_what_opens_an_item(text: str, left: str) -> None:
    assert without_item_head(text) == left


def test_a_memorandum_in_roman_numerals() -> None:
    """The numeral and the heading were read as a name, and the wide gap behind it as a column."""
    first, second = contact_entries(MEMO, "US", "MEMO: Personnel changes")
    assert all_shown(first) == {"change": "leave", "title": "Mr.", "name": "Carl Trialson"}
    assert all_shown(second) == {
        "change": "new",
        "title": "Ms.",
        "name": "Lorraine Mockup-Diaz",
        "replaces": "Carl Trialson",
        "position": "Unit Chief",
    }


@pytest.mark.parametrize(
    "said",
    [
        "En sustitución de la Licda. Prueba Tot, ocupa el cargo de Subdirector de Visas el Lic. Mario Ensayo Chub.",
        "En su lugar asume como Subdirector de Visas el Lic. Mario Ensayo Chub.",
        "En su lugar se nombró como Subdirector de Visas al Lic. Mario Ensayo Chub.",
        "En su lugar, ocupará el cargo de Subdirector de Visas el Lic. Mario Ensayo Chub.",
    ],
)
def test_post_said_before_the_name(said: str) -> None:
    body = f"La Licda. Iris Prueba Tot dejó de laborar aquí.\n\n{said}\n"
    leaves, comes = (all_shown(each) for each in contact_entries(body, "GT"))
    assert (leaves["change"], leaves["name"]) == ("leave", "Iris Prueba Tot")
    assert comes == {
        "change": "new",
        "title": "Lic.",
        "name": "Mario Ensayo Chub",
        "position": "Subdirector de Visas",
        "replaces": "Iris Prueba Tot",
    }


def test_who_holds_a_post_does_not_leave() -> None:
    """ "El cargo de Subdirector lo ocupa …" read "el cargo de" as whom somebody follows."""
    (entry,) = contact_entries("El cargo de Subdirector de Visas lo ocupa el Lic. Mario Ensayo Chub.\n", "GT")
    assert all_shown(entry) == {"title": "Lic.", "name": "Mario Ensayo Chub", "position": "Subdirector de Visas"}


@pytest.mark.parametrize("subject", [None, "cambio de extensión"])
@pytest.mark.parametrize(
    "body",
    [
        "Mi extensión ya no es la 114 sino la 208 (el número sigue siendo el mismo, 2299-0150).",
        "Mi nueva extensión es la 208. El número sigue siendo 2299-0150.",
        "Cambió mi extensión: ahora es la 208; la central sigue siendo 2299-0150.",
        "My extension is 208, not 280. The main number, 2299-0150, is right.",
    ],
)
def test_new_extension_of_a_number_that_stays(body: str, subject: str | None) -> None:
    (entry,) = contact_entries(body + "\n", "CR", subject)
    assert all_shown(entry)["phone"] == ["+50622990150;ext=208"]
