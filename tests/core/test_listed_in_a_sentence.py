"""Several people under one verb: "favor eliminar de la lista a A y a B", "please add A, B and C"."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries

ANA, LUIS, ROSA = "Ana Prueba Rojas", "Luis Ensayo Mora", "Rosa Ejemplo Paz"
DAN, JANE, PETER = "Daniel Mock", "Jane Sample", "Peter Testerman"


def told(body: str) -> list[tuple[Any, Any]]:
    """What is to be done with whom, all of it asked."""
    entries = contact_entries(body, "CR")
    assert all(by_certainty(each)[0] == {} for each in entries)
    return [(all_shown(each).get("change"), all_shown(each).get("name")) for each in entries]


@pytest.mark.parametrize(
    ("body", "change", "names"),
    [
        (f"Favor eliminar de la lista a {ANA} y a {LUIS}, que ya no trabajan aquí.", "leave", [ANA, LUIS]),
        (f"Favor quitar al Lic. {LUIS} y a la Licda. {ANA}, quienes ya no laboran aquí.", "leave", [LUIS, ANA]),
        (f"Favor dar de baja a {ANA} y {LUIS}.", "leave", [ANA, LUIS]),
        (f"Favor dar de baja de la lista a {ANA}, a {LUIS} y a {ROSA}.", "leave", [ANA, LUIS, ROSA]),
        (f"Solicitamos dar de baja a los señores {ANA} y {LUIS}.", "leave", [ANA, LUIS]),
        (f"Favor quitar a los funcionarios {ANA}, {LUIS} y {ROSA}.", "leave", [ANA, LUIS, ROSA]),
        (f"Please remove {DAN} and {JANE} from the list, who no longer work here.", "leave", [DAN, JANE]),
        (f"Please remove Mr. {DAN}, Ms. {JANE} and Mr. {PETER} from the list.", "leave", [DAN, JANE, PETER]),
        (f"Please delete {DAN} and {JANE}, who have left the department.", "leave", [DAN, JANE]),
        (f"Favor agregar a la lista a {ANA} y a {LUIS}.", "new", [ANA, LUIS]),
        (f"Favor incluir al Lic. {LUIS}, Analista, y a la Licda. {ANA}, Directora de Visas.", "new", [LUIS, ANA]),
        (f"Please add {DAN} and {JANE} to the list.", "new", [DAN, JANE]),
        (f"Please add our colleagues {DAN} (d@x.example) and {JANE} (j@x.example).", "new", [DAN, JANE]),
    ],
)
def test_each_of_a_list(body: str, change: str, names: list[str]) -> None:
    assert told(body) == [(change, name) for name in names]


def test_each_has_their_own_post_and_role() -> None:
    body = f"Favor agregar a {LUIS} como punto focal y a {ANA}, Directora de Visas, como alterna."
    luis, ana = (all_shown(each) for each in contact_entries(body, "CR"))
    assert luis == {"change": "new", "name": LUIS, "role": "focal-point"}
    assert ana == {"change": "new", "name": ANA, "position": "Directora de Visas", "role": "alternate"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"Favor eliminar a {ANA} y Muestra, que ya no trabaja aquí.", [("leave", f"{ANA} y Muestra")]),
        (f"Favor eliminar a {ANA} de la lista y agregar a {LUIS}.", [("leave", ANA), ("new", LUIS)]),
        (
            f"Favor dar de baja a {ANA} y {LUIS}, y agregar a {ROSA}.",
            [("leave", ANA), ("leave", LUIS), ("new", ROSA)],
        ),
        (f"Favor eliminar a {ANA} y comunicar a {LUIS} el cambio.", [("leave", ANA)]),
        (f"Favor eliminar a {ANA} y {LUIS} les enviará los datos de su sucesor.", [("leave", ANA)]),
        (f"Favor agregar a {LUIS} y {ANA} será su alterna.", [("new", LUIS), (None, ANA)]),
        (f"Favor retirar de la lista a {ANA}. {LUIS} sigue con nosotros.", [("leave", ANA)]),
    ],
)
def test_who_is_under_another_verb(body: str, expected: list[tuple[Any, Any]]) -> None:
    assert told(body) == expected
