"""Labels and values in words that ministries' own forms have: "Dependencia o entidad", "Gobierno de …"."""

from __future__ import annotations

import pytest

from mailbot.core.forms.naming.labels import labels_of
from tests.answers import FORMS, all_shown, contact_entries, only_asked

LABELS = labels_of(FORMS["contact-update"])
EITHER = [
    ("Celular o móvil", "mobile"),
    ("Cell or mobile", "mobile"),
    ("Celular y/o WhatsApp", "mobile"),
    ("Puesto o plaza", "position"),
    ("Division or section", "unit"),
    ("Departamento, unidad u oficina", "unit"),
    ("Gerencia o sección", "unit"),
    ("Dependencia o entidad", "institution"),  # as Mexico's law has it
    ("Institución o dependencia", "institution"),
    ("Organismo o institución", "institution"),
    ("Ministry or organization", "institution"),
    ("Ministry name", "institution"),
    ("Department name", "unit"),
    ("Teléfono o correo", None),  # which of them stands there?
    ("Nombre o cargo", None),
    ("Nombre o apellido", None),
]


@pytest.mark.parametrize(("words", "field"), EITHER)
def test_two_words_for_one_thing_are_its_label(words: str, field: str | None) -> None:
    found = LABELS.find(words)
    assert (found.fields if found else None) == ((field,) if field else None)


COUNTRIES_SAID = [
    ("Gobierno de Costa Rica", "CR"),
    ("El Gobierno de la República Dominicana", "DO"),
    ("Government of Canada", "CA"),
    ("the Government of the United States", "US"),
    ("Los Estados Unidos", "US"),
    ("the U.S.", "US"),
]


@pytest.mark.parametrize(("said", "code"), COUNTRIES_SAID)
def test_a_government_is_its_country(said: str, code: str) -> None:
    (entry,) = contact_entries(f"Nombre completo: Luis Ensayo\nPaís: {said}\nCargo: Analista\n", "HN")
    assert all_shown(entry)["country"] == code


def test_a_code_that_two_countries_use_is_asked() -> None:
    """ISO 3166-1 has Spain as ES; El Salvador writes itself so on its letters."""
    (entry,) = contact_entries("Nombre completo: Luis Ensayo\nPaís: ES\nCargo: Analista\n", "SV")
    assert "country" not in all_shown(entry)
    assert only_asked(entry) == {"country"}


@pytest.mark.parametrize(
    ("said", "code"), [("en español", "es"), ("lengua española", "es"), ("en el idioma inglés", "en"), ("Engl.", "en")]
)
def test_a_language_with_its_small_words(said: str, code: str) -> None:
    (entry,) = contact_entries(f"Nombre completo: Luis Ensayo\nIdioma preferido: {said}\nCargo: Analista\n", "HN")
    assert all_shown(entry)["language"] == code
