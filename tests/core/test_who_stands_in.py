"""Who covers for somebody on leave is asked about; who is on leave does not leave, and holidays change nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries

ANA = "la Licda. Ana Prueba Rojas"
LUIS = {"title": "Lic.", "name": "Luis Ensayo Mora", "email": ["luis@x.example"]}
DAN = {"title": "Mr.", "name": "Daniel Mock", "email": ["d@x.example"]}
AWAY = f"Les comento que {ANA} estará con licencia por maternidad de febrero a abril."
JANE = "Ms. Jane Sample will be on maternity leave from February to June."


def told(body: str) -> list[dict[str, Any]]:
    entries = contact_entries(body, "GT", "Licencia por maternidad")
    assert all(by_certainty(each)[0] == {} for each in entries)
    return [all_shown(each) for each in entries]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{AWAY} Durante ese tiempo la cubrirá el Lic. Luis Ensayo Mora, correo luis@x.example.", LUIS),
        (f"{AWAY} En su ausencia la suplirá el Lic. Luis Ensayo Mora, correo luis@x.example.", LUIS),
        (f"Durante la licencia de {ANA} la sustituirá el Lic. Luis Ensayo Mora, correo luis@x.example.", LUIS),
        (f"El Lic. Luis Ensayo Mora, correo luis@x.example, cubrirá a {ANA} durante su licencia.", LUIS),
        (f"{JANE} During that time Mr. Daniel Mock (d@x.example) will cover for her.", DAN),
        (f"{JANE} She will be covered by Mr. Daniel Mock, d@x.example.", DAN),
        ("Mr. Daniel Mock, d@x.example, will cover for Ms. Jane Sample during her leave.", DAN),
    ],
)
def test_who_covers(body: str, expected: dict[str, Any]) -> None:
    assert told(body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        f"{AWAY} La cubrirá el Lic. Luis Ensayo Mora.",
        "Estaré de vacaciones hasta el lunes. Me cubre el Lic. Luis Ensayo Mora, correo luis@x.example.",
        "I am out of the office until Monday. Mr. Daniel Mock, d@x.example, will cover for me.",
    ],
)
def test_who_is_named_alone_or_for_some_days(body: str) -> None:
    assert told(body) == []


def test_who_has_left_and_is_covered() -> None:
    gone, covers = told(f"{ANA} ya no labora aquí. La cubre el Lic. Luis Ensayo Mora, correo luis@x.example.")
    assert (gone["change"], gone["name"]) == ("leave", "Ana Prueba Rojas")
    assert covers == LUIS
