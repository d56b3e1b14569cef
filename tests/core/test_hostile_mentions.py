"""Sentences built to cost: what reads them ends, and looks at so many names, numbers and titles and no more.

Seen: "Ab y Ab y …" of a hundred characters took half a minute, since each name asked for all names behind it.
"""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable

import pytest

from mailbot.core.forms.activities.clauses import VERB
from mailbot.core.forms.activities.enumerated import enumerated_in, only_names
from mailbot.core.forms.activities.mentions import clauses_of, flat, hangs_on_another
from mailbot.core.forms.activities.state_words import is_open, state_told, words_of_state
from mailbot.core.forms.activities.titles import titles_in
from mailbot.core.forms.mentions.people import own_offices, own_post, people_in, post_ahead, post_behind
from mailbot.core.forms.mentions.places import name_told, place_told, renamed, rightly
from mailbot.core.forms.mentions.sense import is_bare_line, is_of_data
from mailbot.core.forms.naming.ways import plain_letters, ways_in
from mailbot.core.forms.persons.runs import person_at, persons_in

LENGTH = 1_200
MOST = 400  # calls a character
PIECES = [
    " ",
    "1",
    "A",
    ", ",
    ". ",
    "((",
    "[",
    ": ",
    "no ",
    "ya no ",
    "a@",
    "P003-",
    "P003-08 y ",
    "Ab y ",
    "Ab ",
    "el taller ",
    "2411-2411 ",
    "ext. 22, ",
    "se realizó y ",
    "if ",
    "en la ",
    "Calle 5, ",
    "Jefa de Visas ",
    "Ana Prueba y ",
]
READERS: list[Callable[[str], object]] = [
    clauses_of,
    enumerated_in,
    flat,
    hangs_on_another,
    is_bare_line,
    is_of_data,
    is_open,
    name_told,
    own_offices,
    own_post,
    person_at,
    persons_in,
    place_told,
    plain_letters,
    post_ahead,
    post_behind,
    renamed,
    rightly,
    state_told,
    ways_in,
    words_of_state,
    lambda text: list(titles_in(text)),
    lambda text: only_names(text, text),
    lambda text: people_in(text, 1),
]


@pytest.mark.parametrize("opening", ["", "Mi nombre es ", "Nos trasladamos a ", "El taller "])
@pytest.mark.parametrize("piece", PIECES)
def test_no_sentence_costs_more_than_its_length(opening: str, piece: str) -> None:
    text = opening + (piece * LENGTH)[:LENGTH]
    for reader in READERS:
        profile = cProfile.Profile()
        profile.enable()
        reader(text)
        profile.disable()
        assert pstats.Stats(profile).total_calls < MOST * LENGTH, reader  # type: ignore[attr-defined]


@pytest.mark.parametrize("piece", ["2411-2411 ", "a@b.example ", "2411-2411, ext. 22, "])
def test_no_more_numbers_than_anybody_tells_in_a_sentence(piece: str) -> None:
    assert len(ways_in(piece * 100)) == 24


def test_no_more_titles_than_anybody_tells_in_a_sentence() -> None:
    assert len(list(titles_in("el taller de visas, " * 100))) == 40


def test_adverbs_before_a_verb_are_few() -> None:
    assert VERB.search(" no" * 50_000 + " x") is None
    assert VERB.search("El taller todavía no se realizó.") is not None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Prueba y Luis Ensayo", "Ana Prueba"),
        ("Anselmo Ejemplo y Prueba", "Anselmo Ejemplo y Prueba"),
        ("Ana Prueba, Luis Ensayo y Oscar Muestra", "Ana Prueba"),
        ("Ana Prueba y Luis Ensayo y Oscar Muestra y Delmy Ejemplo y Rita Simulada", "Ana Prueba"),
    ],
)
def test_a_name_ends_where_another_one_is_joined(text: str, name: str) -> None:
    found = person_at(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("digits", ["1" * 60, "2009" * 30, "31121999 " * 40])
def test_digits_behind_a_code_are_looked_through_once(digits: str) -> None:
    """Seen: sixty digits behind a code were parted into days in every way there is, and reading never ended."""
    told = clauses_of(f"Se hizo la P003-08, y también la P003-09 el {digits}x.")
    assert told is None or all(each.codes for each in told)
