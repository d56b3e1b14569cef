"""The old value beside the new one: only the new one is the answer."""

from __future__ import annotations

from typing import Any

import pytest

from mailbot.core.forms.layout.amended import newest
from tests.answers import all_shown, by_certainty, contact_entries

NEW = ["+16135550141"]


def read(body: str) -> list[dict[str, Any]]:
    """The sure values of each entry of an answer."""
    return [by_certainty(entry)[0] for entry in contact_entries(body, "CA")]


@pytest.mark.parametrize(
    ("body", "sure"),
    [
        ("Antes: Teléfono: 613-555-0140\nAhora: Teléfono: 613-555-0141", {"phone": NEW}),
        ("Antes: Teléfono: 613-555-0140\nAhora: 613-555-0141", {"phone": NEW}),
        ("NEW: Phone: 613-555-0141\nOLD: Phone: 613-555-0140", {"phone": NEW}),
        ("Cargo:\nDice: Analista\nDebe decir: Directora de Área", {"position": "Directora de Área"}),
        (
            "Phone\nCurrent: 613-555-0140\nNew: 613-555-0141\n\nE-mail\nCurrent: a@b.example\nNew: c@b.example",
            {"phone": NEW, "email": ["c@b.example"]},
        ),
        (
            "DICE:\nNombre: Ana Prueba\nFax: 613-555-0140\n\nDEBE DECIR:\nNombre: Ana Modelo\nTeléfono: 613-555-0141",
            {"name": "Ana Modelo", "phone": NEW},
        ),
        (
            "Ahora:\nCargo: Directora\nTeléfono: 613-555-0141\n\nAntes:\nCargo: Analista\nTeléfono: 613-555-0140\n",
            {"position": "Directora", "phone": NEW},
        ),
        ("Campo | Antes | Ahora\nCargo | Analista | Directora", {"position": "Directora"}),
    ],
)
def test_lines_of_the_old_are_no_answer(body: str, sure: dict[str, Any]) -> None:
    assert read(body) == [sure]


@pytest.mark.parametrize(
    ("body", "sure"),
    [
        ("Nuevo:\nNombre: Ana Prueba\nCargo: Directora", {"name": "Ana Prueba", "position": "Directora"}),
        ("Movimiento: nuevo\nNombre: Ana Prueba", {"change": "new", "name": "Ana Prueba"}),
    ],
)
def test_a_word_of_the_new_alone_takes_nothing_away(body: str, sure: dict[str, Any]) -> None:
    assert read(body) == [sure]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("dice Subdirectora, debe decir Directora de Área", "Directora de Área"),
        ("antes 613-555-0140, ahora 613-555-0141", "613-555-0141"),
        ("was Second Secretary, now First Secretary", "First Secretary"),
        ("old 613-555-0140 / new 613-555-0141", "613-555-0141"),
        ("Subdirectora de Protección - ahora: Directora de Protección", "Directora de Protección"),
        ("+504 2230-0000 (nuevo: 2230-0777)", "2230-0777"),
        ("+504 2230-0000 (now 2230-0777)", "2230-0777"),
        ("nuevo a@b.example (antes c@b.example)", "a@b.example"),
        ("Ministerio de Seguridad (antes Ministerio de Gobernación)", "Ministerio de Seguridad"),
        ("Director, formerly Deputy Director", "Director"),
        ("should read 202-555-0119 (not -0110)", "202-555-0119"),
        ('should read "Senior Program Officer"', "Senior Program Officer"),
        ("debe decir Jefa de Unidad, no Analista", "Jefa de Unidad"),
        ("it is Clive Testerman, not Clyde", "Clive Testerman"),
        ("use a@b.example instead of c@b.example", "a@b.example"),
        ("822-2167 (not 822-2176)", "822-2167"),
        ("2230-0000 y no 2230-0001", "2230-0000"),
        ("2542-0150 ext. 12 (ya no el 2542-0000)", "2542-0150 ext. 12"),
        ("a@b.example, no longer c@b.example", "a@b.example"),
        ("+506 2299-0000 nuevo: 2299-0040", "2299-0040"),
    ],
)
def test_the_new_one_of_a_value(text: str, new: str) -> None:
    assert newest(text) == new


@pytest.mark.parametrize(
    "text",
    [
        "Directora, nueva Unidad de Migración",
        "Director, Old Age Pensions",
        "Old Age Pensions Officer, New Programmes",
        "Calle 5, antes del puente, Belmopán",
        "Dirección Nueva Migración",
        "Analyst, New Delhi",
        "Newfoundland and Labrador Office",
        "(antes 613-555-0142)",
        "Calle 5, No 22",
        "Notaría No 5",
        "822-2167 (not for publication)",
        "Ximena con X, no Jimena",
        "Director, not yet appointed",
    ],
)
def test_words_of_a_value_are_no_pair(text: str) -> None:
    assert newest(text) is None


def test_the_new_line_may_be_a_person_in_one_line() -> None:
    body = (
        "OLD: Hector Samuels, Second Secretary, tel. 613-555-0140\n"
        "NEW: Hector Samuels, First Secretary, tel. 613-555-0141\n"
    )
    [entry] = contact_entries(body, "CA")
    sure, shown = by_certainty(entry)
    assert sure == {"phone": NEW}
    assert shown == {"name": "Hector Samuels", "position": "First Secretary"}


def test_a_greeting_before_a_lead_in_hides_no_person() -> None:
    body = (
        "Hi all, please add to your list: Ana Proof, Senior Advisor, Office of Policy, tel. 613-555-0140,"
        " cell 613-555-0141, a@b.example. Thanks!\n"
    )
    [entry] = contact_entries(body, "CA")
    assert by_certainty(entry)[0] == {"phone": ["+16135550140"], "mobile": NEW}
    assert by_certainty(entry)[1] == {
        "change": "new",
        "name": "Ana Proof",
        "position": "Senior Advisor",
        "unit": "Office of Policy",
        "email": ["a@b.example"],
    }
    assert entry["doubts"] == []


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (
            (
                "Two corrections (row 4): my telephone number should read 613-555-0141, not 613-555-0140, and my "
                "e-mail address is a.sample@cic.gc.example."
            ),
            {"phone": NEW, "email": ["a.sample@cic.gc.example"]},
        ),
        (
            "Correction: my e-mail is a.sample@cic.gc.example and my telephone 613-555-0141.",
            {"phone": NEW, "email": ["a.sample@cic.gc.example"]},
        ),
        # what a sentence announces is not all that its line says
        (
            (
                'Favor corregir: donde dice "Directora" debe decir "Directora Encargada", y mi correo correcto es '
                "a.sample@cic.gc.example. El teléfono está bien."
            ),
            {"position": "Directora Encargada", "email": ["a.sample@cic.gc.example"]},
        ),
        (
            (
                "Mi nombre es Ana Prueba y mi cargo es Jefa de Área y mi teléfono es 613-555-0141 y mi correo "
                "a.sample@cic.gc.example"
            ),
            {"name": "Ana Prueba", "position": "Jefa de Área", "phone": NEW, "email": ["a.sample@cic.gc.example"]},
        ),
    ],
)
def test_several_corrections_in_one_sentence(body: str, shown: dict[str, Any]) -> None:
    letter = f"Hello,\n\n{body}\n\nMany thanks\n"
    [entry] = contact_entries(letter, "CA", "Contact list, version 3 [MyD-LIST-2011]")
    assert all_shown(entry) == shown
    assert entry["doubts"] == []
