"""A role told of "he" or "ella" below the data of one person is that person's, and is asked."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, by_certainty, contact_entries

ENGLISH = (
    "Please add one more person:\n\nName: Mr. Victor Sample\nOffice phone: 2236-0040\nEmail: samplev@m.example\n\n"
)
SPANISH = "Les envío los datos:\n\nNombre: Licda. Ana Prueba Gil\nTeléfono: 2236-0040\nCorreo: pruebaa@m.example\n\n"


def roles(body: str) -> list[object]:
    entries = contact_entries(body, "HN")
    assert not any("role" in by_certainty(each)[0] for each in entries)
    return [all_shown(each).get("role") for each in entries]


@pytest.mark.parametrize(
    ("body", "role"),
    [
        (f"{ENGLISH}He will be our alternate.\n\nBest,\nDana\n", "alternate"),
        (f"{ENGLISH}He is now the focal point.\n\nBest,\nDana\n", "focal-point"),
        (f"{SPANISH}Ella será nuestra suplente.\n\nSaludos,\nEva\n", "alternate"),
        (f"{SPANISH}Será la suplente del Ministerio.\n\nSaludos,\nEva\n", "alternate"),
        (f"{SPANISH}Fungirá como punto focal alterno.\n\nSaludos,\nEva\n", "alternate"),
    ],
)
def test_the_role_of_the_one_whose_data_stand_above(body: str, role: str) -> None:
    assert roles(body) == [role]


@pytest.mark.parametrize(
    "body",
    [
        f"{ENGLISH}He will not be our alternate.\n",
        f"{ENGLISH}He will be the focal point for the seminar.\n",
        f"{ENGLISH}He will be our alternate until June.\n",
        f"{ENGLISH}Who will be our alternate?\n",
        f"{ENGLISH}He works with our alternate.\n",
        f"{ENGLISH}He replaces our alternate.\n",
        f"{ENGLISH}Mr. Todd Mockery works with me.\nHe will be our alternate.\n",
        f"{ENGLISH}I am the focal point.\n\nBest,\nDana\n",  # of whoever writes, not of "samplev@…"
        f"{SPANISH}Ella será suplente mientras dure la licencia del titular.\n",
        f"{SPANISH}Nombre: Lic. Luis Ensayo\nTeléfono: 2236-0041\n\nÉl será nuestro suplente.\n",
    ],
)
def test_a_role_of_nobody_or_of_somebody_else(body: str) -> None:
    assert set(roles(body)) == {None}


def test_the_role_of_somebody_else_is_of_an_entry_of_her_own() -> None:
    assert roles(f"{SPANISH}Será la suplente la Licda. Eva Muestra.\n") == [None, "alternate"]
