"""Between commas behind a post, "punto focal" or "alternate" is the role and no more of the post."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries


def told(body: str) -> list[tuple[Any, Any]]:
    """Post and role of each."""
    return [
        (shown.get("position"), shown.get("role")) for each in contact_entries(body, "NI") if (shown := all_shown(each))
    ]


SPANISH = [("Segundo Jefe", "punto focal", "focal-point"), ("Asesora Legal", "alterna", "alternate")]
ENGLISH = [("Policy Analyst", "focal point", "focal-point"), ("Legal Adviser", "alternate focal point", "alternate")]
NAMES = ["Lic. Leoncio Prueba Ensayo", "Licda. Martha Ejemplo Ruiz"]


@pytest.mark.parametrize("people", [SPANISH, ENGLISH])
@pytest.mark.parametrize("sign", [", ", "; ", " - "])
@pytest.mark.parametrize("bullet", ["{}. ", "- ", ""])
def test_lists(people: list[tuple[str, str, str]], sign: str, bullet: str) -> None:
    lines = [
        bullet.format(place) + sign.join((name, post, role, f"tel. (505) 2222-000{place}", f"p{place}@x.example"))
        for place, (name, (post, role, _)) in enumerate(zip(NAMES, people, strict=True), 1)
    ]
    assert told("\n".join(lines)) == [(post, value) for post, _, value in people]


@pytest.mark.parametrize(
    ("role", "value"),
    [
        ("punto focal titular", "focal-point"),
        ("Punto Focal del grupo", "focal-point"),
        ("punto focal alterno", "alternate"),
        ("suplente del grupo de trabajo", "alternate"),
        ("alternate for the group", "alternate"),
        ("contacto", "contact"),
        ("contact", "contact"),
    ],
)
@pytest.mark.parametrize("behind", ["tel. (505) 2222-0001", "ana@x.example", "Ministerio de Trabajo, tel. 2222-0001"])
def test_words_for_the_role(role: str, value: str, behind: str) -> None:
    assert told(f"Licda. Ana Prueba Ensayo, Directora de Visas, {role}, {behind}") == [("Directora de Visas", value)]


@pytest.mark.parametrize(
    "post",
    [
        "Jefe de Punto Focal",
        "Directora, Contacto Ciudadano",
        "Directora, Política Exterior",
        "Manager, Labour Affairs",
    ],
)
def test_posts_stay_whole(post: str) -> None:
    assert told(f"1. Licda. Ana Prueba Ensayo, {post}, tel. (505) 2222-0001") == [(post, None)]


def test_role_ahead_of_post() -> None:
    assert told("1. Ana Prueba Ensayo, Analista\n") == []
    line = "Licda. Ana Prueba Ensayo, alterna, Asesora Legal, tel. (505) 2222-0001"
    assert told(line) == [("Asesora Legal", "alternate")]
