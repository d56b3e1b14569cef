"""Labels without a name below the sentence that names whose they are, in letters under any subject and in capitals."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

LABELS = "\n\nTeléfono: 2542-0041\nCorreo: a@mtss.example\n"
REACHED = {"phone": ["+50625420041"], "email": ["a@mtss.example"]}


@pytest.mark.parametrize("subject", [None, "DVM-0217-2012"])
@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "En su lugar fue nombrada la Licda. Grettel Muestra Alpízar, Jefa de Migraciones.",
            {"change": "new", "title": "Licda.", "name": "Grettel Muestra Alpízar", "position": "Jefa de Migraciones"},
        ),
        (
            "EN SU LUGAR FUE NOMBRADA LA LICDA. GRETTEL MUESTRA ALPIZAR, JEFA DE MIGRACIONES.",
            {"change": "new", "title": "LICDA.", "name": "GRETTEL MUESTRA ALPIZAR", "position": "JEFA DE MIGRACIONES"},
        ),
        (
            "Our new officer for migration matters is Dr. Naomi Testerly. Her details:",
            {"title": "Dr.", "name": "Naomi Testerly"},
        ),
        (
            "Nuestra nueva oficial es la Dra. Naomi Testerly. Sus datos son los siguientes:",
            {"title": "Dra.", "name": "Naomi Testerly"},
        ),
    ],
)
def test_who_is_named_above(said: str, told: dict[str, Any], subject: str | None) -> None:
    (entry,) = contact_entries(said + LABELS, "CR", subject)
    assert all_shown(entry) == told | REACHED


def test_labels_of_the_other_are_not_of_who_left() -> None:
    said = "Mr. Carl Sample has left the Department. His details:"
    for entry in contact_entries(said + LABELS, "CR", "Note"):
        assert not ({"name", "phone"} <= entry["fields"].keys())


def test_a_sentence_in_capitals_holds_no_other_names() -> None:
    """ "LES COMUNICA" and "PENSION EL" were taken for people, so that nobody was said to leave."""
    body = (
        "SE LES COMUNICA QUE EL LIC. EDUARDO ENSAYO SOLIS SE ACOGIO A SU PENSION EL 30 DE ABRIL. EN SU LUGAR QUEDA LA "
        "LICDA. ANA PRUEBA MORA.\n"
    )
    leaves, comes = (all_shown(each) for each in contact_entries(body, "CR", "DVM-0217-2012"))
    assert leaves == {"change": "leave", "title": "LIC.", "name": "EDUARDO ENSAYO SOLIS"}
    assert comes == {"change": "new", "title": "LICDA.", "name": "ANA PRUEBA MORA", "replaces": "EDUARDO ENSAYO SOLIS"}


def test_the_presidency_is_nobody() -> None:
    body = (
        "The Embassy presents its compliments to the Presidency Pro Tempore and has the honour to inform that Mr. "
        "Alfredo Specimen Cano has completed his tour of duty.\n"
    )
    (entry,) = contact_entries(body, "BZ", "Note No. 57/13")
    assert all_shown(entry) == {"change": "leave", "title": "Mr.", "name": "Alfredo Specimen Cano"}
