"""Who is back and focal point again, and what becomes of who stood in: two entries, each with what is told of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries

LUIS = "Luis Ensayo Mora"
STAYS = {"title": "Lic.", "name": LUIS, "role": "alternate"}
LEAVES = {"change": "leave", "title": "Lic.", "name": LUIS}
OWN = {"name": "Ana Prueba Rojas", "role": "focal-point"}
PHONE = {"phone": ["+50722360040"]}
SIGNED = {"name": "Ana Prueba Rojas", **PHONE}


def told(words: str, data: str = "Mi teléfono ahora es 2236-0040.") -> list[dict[str, Any]]:
    body = f"Buenas tardes:\n\n{words}\n\n{data}\n\nSaludos cordiales,\n\nAna Prueba Rojas\n"
    entries = contact_entries(body, "PA")
    assert not any({"role", "name", "change"} & by_certainty(each)[0].keys() for each in entries)
    return [all_shown(each) for each in entries]


@pytest.mark.parametrize(
    ("words", "theirs"),
    [
        (
            "Soy nuevamente el punto focal. El Lic. Luis Ensayo Mora, quien me cubrió estos meses, queda como alterno.",
            STAYS,
        ),
        ("Vuelvo a ser el punto focal. El Lic. Luis Ensayo Mora, quien me sustituyó, será el suplente.", STAYS),
        ("I am again the focal point. Lic. Luis Ensayo Mora, who stood in for me, stays as alternate.", STAYS),
        ("Retomo mis funciones como punto focal. El Lic. Luis Ensayo Mora regresó a su antigua oficina.", LEAVES),
        (
            (
                "I returned from leave and I am again the focal point. Lic. Luis Ensayo Mora, who acted in my place,"
                " has gone back to his old branch and should be removed from the list."
            ),
            LEAVES,
        ),
    ],
)
def test_the_writers_role_and_that_of_who_stood_in(words: str, theirs: dict[str, Any]) -> None:
    assert told(words) == [{**OWN, **PHONE}, theirs]


@pytest.mark.parametrize(
    "words",
    [
        "I am again the focal point for the seminar.",
        "Lic. Luis Ensayo Mora has returned to his position.",
        "Lic. Luis Ensayo Mora should not be removed from the list.",
        "El fax del Lic. Luis Ensayo Mora debe ser retirado de la lista.",
        "I am on leave until March; Lic. Luis Ensayo Mora is acting in my place.",
    ],
)
def test_nobody_comes_or_goes(words: str) -> None:
    assert told(words) == [SIGNED]


@pytest.mark.parametrize(
    "words", ["should be removed from the list", "debe ser retirado de la lista", "puede eliminarse"]
)
def test_who_is_to_be_taken_off(words: str) -> None:
    entries = contact_entries(f"Estimados:\n\nEl Lic. Luis Ensayo Mora {words}.\n", "PA")
    assert [all_shown(each) for each in entries] == [LEAVES]


@pytest.mark.parametrize(
    "words", ["Mi teléfono es 2236-0040", "Mi nuevo teléfono es 2236-0040", "My telephone is 2236-0040"]
)
def test_my_own_data_are_not_those_of_who_is_named_above(words: str) -> None:
    assert told("El Lic. Luis Ensayo Mora queda como alterno.", f"{words}.") == [SIGNED, STAYS]


@pytest.mark.parametrize("data", ["Teléfono: 2236-0040", "Su teléfono es 2236-0040."])
def test_the_data_of_who_is_named_above_stay_theirs(data: str) -> None:
    assert told("Mi colega, el Lic. Luis Ensayo Mora, queda como alterno.", data) == [{**STAYS, **PHONE}]


@pytest.mark.parametrize(
    ("words", "post"),
    [
        ("He is a Policy Analyst, tel. 2236-0040.", "Policy Analyst"),
        ("He is currently Acting Director of Visas, tel. 2236-0040.", "Acting Director of Visas"),
        ("Él es Analista de Políticas, tel. 2236-0040.", "Analista de Políticas"),
        ("Él trabaja como Asesor, tel. 2236-0040.", "Asesor"),
        ("He is Canadian, tel. 2236-0040.", None),
        ("He is our Focal Point for visas, tel. 2236-0040.", None),
        ("His boss is a Policy Analyst, his tel. is 2236-0040.", None),
    ],
)
def test_the_post_that_the_next_sentence_tells(words: str, post: str | None) -> None:
    [entry] = contact_entries(f"Dear all,\n\nLic. Luis Ensayo Mora is the new alternate. {words}\n\nBest,\n", "PA")
    shown = all_shown(entry)
    assert (shown["name"], shown.get("position"), shown.get("role")) == (LUIS, post, "alternate")
