"""The name of a ministry above each of several people, and a role in brackets behind a post."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries

FOREIGN = "MINISTERIO DE RELACIONES EXTERIORES"
LABOUR = "MINISTERIO DE TRABAJO"
ROLANDO = {
    "title": "Emb.",
    "name": "Rolando Ejemplo Pacay",
    "position": "Director General",
    "role": "focal-point",
    "phone": ["+50224100010"],
}
INGRID = {"title": "Licda.", "name": "Ingrid Muestra Tzoc", "position": "Asesora", "phone": ["+50224100011"]}
BYRON = {
    "title": "Lic.",
    "name": "Byron Supuesto Mora",
    "position": "Jefe de Visas",
    "role": "alternate",
    "phone": ["+50224100012"],
}
BLOCKS = (
    "Emb. Rolando Ejemplo Pacay\nDirector General (punto focal)\nTel. 2410-0010",
    "Licda. Ingrid Muestra Tzoc\nAsesora\nTel. 2410-0011",
    "Lic. Byron Supuesto Mora\nJefe de Visas (alterno)\nTel. 2410-0012",
)
LINES = (
    "1. Emb. Rolando Ejemplo Pacay, Director General (punto focal), tel. 2410-0010",
    "2. Licda. Ingrid Muestra Tzoc, Asesora, tel. 2410-0011",
    "3. Lic. Byron Supuesto Mora, Jefe de Visas (alterno), tel. 2410-0012",
)
LABELLED = (
    "Nombre: Emb. Rolando Ejemplo Pacay\nCargo: Director General (punto focal)\nTel.: 2410-0010",
    "Nombre: Licda. Ingrid Muestra Tzoc\nCargo: Asesora\nTel.: 2410-0011",
    "Nombre: Lic. Byron Supuesto Mora\nCargo: Jefe de Visas (alterno)\nTel.: 2410-0012",
)
ALL = [
    {**ROLANDO, "institution": FOREIGN},
    {**INGRID, "institution": FOREIGN},
    {**BYRON, "institution": LABOUR},
]


def entries(body: str) -> list[dict[str, Any]]:
    return contact_entries(f"Buenos días, van los datos de la delegación.\n\n{body}\n\nSaludos,\n", "GT")


@pytest.mark.parametrize("gap", ["\n", "\n\n", ":\n", ":\n\n"])
@pytest.mark.parametrize("people", [BLOCKS, LINES, LABELLED])
def test_ministries_above_people(people: tuple[str, str, str], gap: str) -> None:
    between = "\n" if people is LINES else "\n\n"
    read = entries(f"{FOREIGN}{gap}{people[0]}{between}{people[1]}\n\n{LABOUR}{gap}{people[2]}")
    assert [all_shown(entry) for entry in read] == ALL
    assert not any("institution" in by_certainty(entry)[0] for entry in read)


def test_ministries_in_small_letters_and_seats_without_a_name() -> None:
    foreign, labour = FOREIGN.title().replace(" De ", " de "), LABOUR.title().replace(" De ", " de ")
    seat = "DIRECCIÓN GENERAL DE MIGRACIÓN\n\nPor nombrar"
    read = entries(f"{foreign}\n\n{BLOCKS[0]}\n\n{seat}\n\n{labour}\n\n{BLOCKS[2]}")
    assert [all_shown(entry) for entry in read] == [
        {**ROLANDO, "institution": foreign},
        {**BYRON, "institution": labour},
    ]


def test_who_says_another_institution_keeps_it() -> None:
    read = entries(f"{FOREIGN}\n\n{LABELLED[0]}\n\n{LABELLED[1]}\nInstitución: Ministerio de Salud")
    assert [all_shown(entry).get("institution") for entry in read] == [FOREIGN, "Ministerio de Salud"]


def test_a_ministry_below_the_word_contacts_is_no_name() -> None:
    read = entries(f"Contactos:\n\n{FOREIGN}\n\n{LABELLED[0]}\n\n{LABELLED[1]}\n\n{LABOUR}\n\n{LABELLED[2]}")
    assert [all_shown(entry) for entry in read] == ALL


def test_names_without_a_title_below_a_ministry() -> None:
    body = f"{LABOUR}\n\nAna Prueba Rojas\nDirectora\nTel. 2410-0010\na@b.example\n\n{FOREIGN}\n\n{BLOCKS[0]}"
    assert [all_shown(entry).get("institution") for entry in entries(body)] == [LABOUR, FOREIGN]


@pytest.mark.parametrize(
    "body",
    [
        # who took part, and who signs
        f"Asistieron a la reunión:\n\n{LABOUR}\n\nLic. Byron Supuesto, Jefe\n\n{FOREIGN}\n\nEmb. Ana Prueba, Directora",
        f"Agradecemos la convocatoria.\n\n{LABOUR}\n\nLic. Byron Supuesto Mora",
        f"{FOREIGN}\n\nLa reunión será el martes en la sede del {LABOUR}.",
    ],
)
def test_ministries_above_who_is_of_no_list(body: str) -> None:
    assert entries(body) == []


@pytest.mark.parametrize(
    ("post", "position", "role"),
    [
        ("Directora de Fronteras (suplente)", "Directora de Fronteras", "alternate"),
        ("Directora de Fronteras (Punto focal)", "Directora de Fronteras", "focal-point"),
        ("Directora de Fronteras (titular)", "Directora de Fronteras (titular)", None),
        ("Directora de Fronteras (a.i.)", "Directora de Fronteras (a.i.)", None),
        ("Directora (Oficina de Enlace)", "Directora (Oficina de Enlace)", None),
    ],
)
def test_roles_in_brackets_behind_a_post(post: str, position: str, role: str | None) -> None:
    (entry,) = contact_entries(f"Nombre: Ana Prueba Rojas\nCargo: {post}\nTel.: 2410-0010\n", "GT")
    assert (all_shown(entry)["position"], all_shown(entry).get("role")) == (position, role)
