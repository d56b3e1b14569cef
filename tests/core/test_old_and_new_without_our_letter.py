"""An old value and a new one beside a label, our letter not on record: only words and signs tell them apart."""

from __future__ import annotations

import pytest

from mailbot.core.forms.naming.adorned import unadorned
from tests.answers import all_shown, contact_entries, only_asked

OLD, NEW = "Analista", "Directora de Visas"
TURNS = """
{o} > {n}|{o} >> {n}|{o} ~ {n}|{o} = {n}|-{o}- {n}|~{o}~ {n}|{o} ahora {n}|{o}, ahora {n}|{o}. Ahora {n}.|{o} now {n}
{o} CORREGIR A {n}|{o} actualizar a {n}|no {o} sino {n}|{o} NO, {n}|{o} (incorrecto) {n} (correcto)|{o} (wrong) {n}
{o} (old) {n} (new)|OLD {o} NEW {n}|{o} (ahora {n})|{o} *{n}*
{o}/Ahora: {n}|{o}/Nuevo: {n}|{o}/Correcto: {n}|{o}/Debe decir: {n}|{o}/CORREGIR: {n}|{o}/-> {n}
"""
NO_TURNS = [
    "Analista de Visas",
    "Jefa (interina)",
    "Directora - Nueva Guatemala",
    "Oficial Nuevo Ingreso",
    "Asesora, Programa Nuevo Amanecer",
    "Encargada de Correcciones",
]


@pytest.mark.parametrize("turn", [each for line in TURNS.strip().splitlines() for each in line.split("|")])
def test_the_new_one_is_asked_and_never_both(turn: str) -> None:
    said = turn.replace("{o}/", f"{OLD}\n").replace("{o}", OLD).replace("{n}", NEW)
    (entry,) = contact_entries(f"Nombre completo: Luis Ensayo\nCargo: {said}\nFax: 2230-0055\n", "HN")
    assert all_shown(entry)["name"] == "Luis Ensayo"
    assert all_shown(entry)["fax"] == ["+50422300055"]
    assert all_shown(entry).get("position", NEW) == NEW
    assert "position" in only_asked(entry) or entry["fields"]["position"]["certainty"] == "doubtful"


@pytest.mark.parametrize("said", NO_TURNS)
def test_words_that_only_look_like_it(said: str) -> None:
    (entry,) = contact_entries(f"Nombre completo: Luis Ensayo\nCargo: {said}\nFax: 2230-0055\n", "HN")
    assert entry["fields"]["position"]["value"] == said
    assert entry["fields"]["position"]["certainty"] == "exact"


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("#Directora", "Directora"),
        ("/2230-0055/", "2230-0055"),
        ("==Directora==", "Directora"),
        ("(Directora de Visas)", "Directora de Visas"),
        ("(x) Directora", "Directora"),
        ("Resp.: Directora", "Directora"),
        ("favor poner Directora", "Directora"),
        ("ahora 2230-0055", "2230-0055"),
        ("Directora (dato nuevo)", "Directora"),
        ("Directora - actualizado", "Directora"),
        ("Directora <-- NUEVO", "Directora"),
        ("Directora, gracias", "Directora"),
        ("Colonia La Paz - Nueva", "Colonia La Paz - Nueva"),
        ("Resp. Oficina de Visas", "Resp. Oficina de Visas"),
        ("(504) 2230-0055", "(504) 2230-0055"),
        ("Jefa (interina)", "Jefa (interina)"),
        ("Es", "Es"),
        ("", ""),
    ],
)
def test_what_stands_around_a_value_is_no_part_of_it(said: str, value: str) -> None:
    assert unadorned(said) == value
