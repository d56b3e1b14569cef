"""Labels of two languages or of two fields: which field, and which part of the value is whose."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import by_certainty, contact_entries, only_asked

REST = "\nCelular: 613-555-0141"


def read(body: str, region: str = "CA") -> tuple[dict[str, Any], dict[str, Any], set[str]]:
    """What is sure, what is shown but asked, and the fields only asked, of the first entry of an answer."""
    entry = contact_entries(body + REST, region)[0]
    sure, shown = by_certainty(entry)
    sure.pop("mobile", None)
    return sure, shown, only_asked(entry)


@pytest.mark.parametrize(
    ("body", "sure"),
    [
        ("Title/Cargo: Analyst, International Relations", {"position": "Analyst, International Relations"}),
        ("Puesto / Title: Analyst", {"position": "Analyst"}),
        ("Title / Tratamiento: Ms.", {"title": "Ms."}),
        ("Department / Institución: Public Safety Canada", {"institution": "Public Safety Canada"}),
        ("Dependencia / Institution: Public Safety", {"institution": "Public Safety"}),
        ("Department / Dependencia: Consular Section", {"unit": "Consular Section"}),
        ("Tratamiento y nombre: Licda. Ana Sample", {"title": "Licda.", "name": "Ana Sample"}),
        ("Tel./Fax: 613-555-0140", {"phone": ["+16135550140"], "fax": ["+16135550140"]}),
    ],
)
def test_a_label_in_two_languages_is_the_field_that_both_can_mean(body: str, sure: dict[str, Any]) -> None:
    assert read(body) == (sure, {}, set())


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("Phone/Fax: 613-555-0140 / 613-555-0141", {"phone": ["+16135550140"], "fax": ["+16135550141"]}),
        ("Fax/Phone: 613-555-0140 / 613-555-0141", {"phone": ["+16135550141"], "fax": ["+16135550140"]}),
        ("Tel. y fax: 613-555-0140 y 613-555-0141", {"phone": ["+16135550140"], "fax": ["+16135550141"]}),
        ("Name/Title: Ana Sample, Director", {"name": "Ana Sample", "position": "Director"}),
        (
            "Name and position: Ms. Ana Sample, Director, Multilateral Relations",
            {"title": "Ms.", "name": "Ana Sample", "position": "Director, Multilateral Relations"},
        ),
        (
            "Nombre y cargo: Lic. Ana Sample - Directora General",
            {"title": "Lic.", "name": "Ana Sample", "position": "Directora General"},
        ),
        ("Title/Name: Ms. Ana Sample", {"title": "Ms.", "name": "Ana Sample"}),
        (
            "Name / Institution: Ana Sample, Public Safety Canada",
            {"name": "Ana Sample", "institution": "Public Safety Canada"},
        ),
        (
            "Cargo e institución: Directora de Migración, Ministerio de Gobernación",
            {"position": "Directora de Migración", "institution": "Ministerio de Gobernación"},
        ),
        ("Teléfono / Correo: 613-555-0140 / a@b.example", {"phone": ["+16135550140"], "email": ["a@b.example"]}),
    ],
)
def test_parts_that_fit_one_field_each_are_shown_and_asked(body: str, shown: dict[str, Any]) -> None:
    assert read(body) == ({}, shown, set())


@pytest.mark.parametrize(
    ("body", "asked"),
    [
        ("Cargo e institución: Directora, Relaciones Multilaterales", {"position", "institution"}),
        ("Tel/Fax: 613-555-0140, 613-555-0141, 613-555-0142", {"phone", "fax"}),
        ("Nombre y cargo: Directora General, Ana Sample", {"name", "position"}),
    ],
)
def test_parts_that_could_be_either_are_only_asked(body: str, asked: set[str]) -> None:
    assert read(body) == ({}, {}, asked)


@pytest.mark.parametrize(
    ("region", "department", "field"),
    [
        ("CA", "Public Safety Canada", "institution"),
        ("CA", "Department of Consular Services", "unit"),
        ("US", "Department of Homeland Security", "institution"),
        ("US", "U.S. Department of State", "institution"),
        ("US", "Consular Affairs", "unit"),
        ("BZ", "Department of Immigration and Nationality Services", "unit"),
    ],
)
def test_a_ministry_below_department_is_the_institution_where_nothing_else_is(
    region: str, department: str, field: str
) -> None:
    assert read(f"Name: Ana Sample\nDepartment: {department}", region)[0] == {"name": "Ana Sample", field: department}
    beside = read(f"Name: Ana Sample\nInstitution: State Agency\nDepartment: {department}", region)[0]
    assert beside == {"name": "Ana Sample", "institution": "State Agency", "unit": department}


def test_a_form_of_address_before_a_name_leaves_the_title_of_its_row_to_the_post() -> None:
    sure, _, _ = read("Name\tTitle\tPhone\nDr. Ana Sample\tSenior Advisor\t613-555-0140")
    assert (sure["title"], sure["name"], sure["position"]) == ("Dr.", "Ana Sample", "Senior Advisor")


@pytest.mark.parametrize(
    ("body", "sure"),
    [
        ("Title: Director", {"position": "Director"}),
        ("Title / Titre: A/Director", {"position": "A/Director"}),
        ("Title: Dr", {"title": "Dr"}),
        ("Title: Ambassador", {"title": "Ambassador"}),
        ("Gov phone: 613-555-0140\nDuty fax: 613-555-0142", {"phone": ["+16135550140"], "fax": ["+16135550142"]}),
        ("Desk: 613-555-0140", {"phone": ["+16135550140"]}),
        ("Desk: Western Hemisphere", {}),
        ("Official e-mail: a@b.example", {"email": ["a@b.example"]}),
    ],
)
def test_words_that_qualify_a_label(body: str, sure: dict[str, Any]) -> None:
    found, _, asked = read(f"Name: Ana Sample\n{body}")
    assert (found, asked) == ({"name": "Ana Sample", **sure}, set())


@pytest.mark.parametrize(
    ("body", "sure"),
    [
        ("Name: Frank Bogus (replacing Carol Former)", {"name": "Frank Bogus", "replaces": "Carol Former"}),
        ("Nombre: Ana Sample (en sustitución de la Lic. Luz Ensayo)", {"name": "Ana Sample", "replaces": "Luz Ensayo"}),
        ("Name: Ana Sample (Ms.)", {"name": "Ana Sample", "title": "Ms."}),
    ],
)
def test_what_stands_in_brackets_behind_a_name(body: str, sure: dict[str, Any]) -> None:
    assert read(body) == (sure, {}, set())


def test_other_words_in_brackets_behind_a_name_are_asked() -> None:
    assert read("Name: Ana Sample (née Former)") == ({}, {}, {"name"})
