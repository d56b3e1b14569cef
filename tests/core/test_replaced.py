"""Who comes instead of whom, in a person's own words."""

from __future__ import annotations

import time

import pytest

from mailbot.core.meetings.persons import inline
from mailbot.core.meetings.programs import remark
from mailbot.core.meetings.replaced import replacement_in


@pytest.mark.parametrize(
    ("text", "leaves", "comes", "position"),
    [
        ("La Licda. Ana Prueba será sustituida por Luis Ensayo, Asesor.", "Ana Prueba", "Luis Ensayo", "Asesor"),
        ("Luis Ensayo Muestra sustituirá a la Dra. Ana Prueba.", "Ana Prueba", "Luis Ensayo Muestra", ""),
        (
            "Ana Prueba no podrá asistir; en su lugar asistirá Luis Ensayo, Asesor.",
            "Ana Prueba",
            "Luis Ensayo",
            "Asesor",
        ),
        ("En lugar de Ana Prueba, asistirá el señor Luis Ensayo.", "Ana Prueba", "Luis Ensayo", ""),
        ("Luis Ensayo asistirá a la reunión en sustitución de la Licda. Ana Prueba.", "Ana Prueba", "Luis Ensayo", ""),
        (
            "Lamentablemente Ana Prueba de León no podrá asistir. En su lugar irá María del Carmen Ficticia, Cónsul.",
            "Ana Prueba de León",
            "María del Carmen Ficticia",
            "Cónsul",
        ),
        (
            "Ms. Ann Sample will be replaced by Mr. Bob Mocker, Deputy Director.",
            "Ann Sample",
            "Bob Mocker",
            "Deputy Director",
        ),
        ("Bob Mocker will attend instead of Ann Sample.", "Ann Sample", "Bob Mocker", ""),
        ("Ann Sample is unable to attend. Bob Mocker will attend in her place.", "Ann Sample", "Bob Mocker", ""),
        ("Ann Sample can no longer attend, and Bob Mocker will attend instead.", "Ann Sample", "Bob Mocker", ""),
        ("Bob Mocker will replace Ann Sample", "Ann Sample", "Bob Mocker", ""),
    ],
)
def test_one_in_the_place_of_another(text: str, leaves: str, comes: str, position: str) -> None:
    found = replacement_in(f"Estimados colegas:\n\n{text}\n\nSaludos")
    assert found is not None
    assert (found.leaves, found.comes, found.position) == (leaves, comes, position)


@pytest.mark.parametrize(
    "text",
    [
        "No podremos asistir.",
        "El taller sustituye a la reunión",
        "La Presidencia Pro Témpore sustituirá a Honduras",
        "Ana Prueba asistirá en lugar de quien corresponda",
        "Ana Prueba será sustituida por Luis Ensayo. Marta Muestra será sustituida por Pedro Ficticio.",
        "",
    ],
)
def test_other_sentences_and_several_replacements_are_left_to_a_person(text: str) -> None:
    assert replacement_in(text) is None


@pytest.mark.parametrize("text", ["A" * 100_000, "Ana " * 9_000, "Ana Prueba no podrá asistir " * 900])
def test_hostile_length_costs_little(text: str) -> None:
    begin = time.process_time()
    replacement_in(text)
    assert time.process_time() - begin < 1


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Confirmamos la participación de la Licda. Ana Prueba, Directora, y del Lic. Luis Ensayo, Asesor.", 2),
        ("Asistirán Ana Prueba y Luis Ensayo a la reunión del Grupo.", 2),
        ("Ana Prueba and Luis Ensayo will attend the meeting.", 2),
        ("Asistirá Ana Prueba, Directora General de Migración y Extranjería.", 1),
        ("Asistirá el señor Ministro.", 0),
        ("Asistirán dos funcionarios de la Cancillería.", 0),
        ("Confirmamos la asistencia de nuestra delegación.", 0),
        ("El Grupo de Trabajo participará con el Ministerio.", 0),
    ],
)
def test_people_named_in_a_sentence(text: str, people: int) -> None:
    found = inline(text)
    assert [name for name, _ in found] == ["Ana Prueba", "Luis Ensayo"][:people]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Persona Inventada ha aceptado esta invitación.\n\nXX Reunión\nmartes 10", ""),
        ("Persona Inventada has accepted your invitation to the event: XX Meeting", ""),
        ("Persona Inventada has accepted this invitation\nNote: “I arrive late”\n\nXX Meeting", "I arrive late"),
        ("Llegaré el segundo día.", "Llegaré el segundo día."),
    ],
)
def test_a_programs_words_beside_a_calendars_answer_are_no_remark(text: str, words: str) -> None:
    assert remark(text) == words
