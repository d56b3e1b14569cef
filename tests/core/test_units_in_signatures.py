"""The office of a line and the larger one beside it in a signature that the letter points to: unit and institution."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

MINISTRY = "Ministerio de Relaciones Exteriores"


def signed(*lines: str, english: bool = False) -> dict[str, Any]:
    """The post, unit and institution read from a signature."""
    words = ("Please take my details from my signature.", "Regards,", "Walter Sample")
    words = (
        words if english else ("Favor tomar mis datos actualizados de la firma.", "Cordialmente,", "Ana Prueba Rojas")
    )
    body = "\n\n".join([words[0], words[1], "\n".join([words[2], *lines, "Tel.: +1 613 555 0140"])])
    (entry,) = contact_entries(body, "GT")
    assert all(each["certainty"] == "doubtful" for each in entry["fields"].values())
    return {name: value for name, value in all_shown(entry).items() if name not in {"name", "phone", "title"}}


@pytest.mark.parametrize(
    ("lines", "unit", "institution"),
    [
        (("Dirección de Asuntos Migratorios", MINISTRY), "Dirección de Asuntos Migratorios", MINISTRY),
        ((MINISTRY, "Dirección de Asuntos Migratorios"), "Dirección de Asuntos Migratorios", MINISTRY),
        (("Unidad de Migración", "Secretaría de Relaciones Exteriores"), "Unidad de Migración", None),
        (("Departamento de Visas", "Dirección General de Migración"), "Departamento de Visas", None),
        (("Subdirección de Control", "Instituto Nacional de Migración"), "Subdirección de Control", None),
        (("Dirección General de Asuntos Consulares", MINISTRY), "Dirección General de Asuntos Consulares", MINISTRY),
        (("Sección Consular", "Embajada de Guatemala"), "Sección Consular", None),
        (("Oficina de Atención al Migrante", "Procuraduría de Derechos"), "Oficina de Atención al Migrante", None),
        ((f"Dirección de Asuntos Migratorios, {MINISTRY}",), "Dirección de Asuntos Migratorios", MINISTRY),
    ],
)
def test_an_office_within_another(lines: tuple[str, ...], unit: str, institution: str | None) -> None:
    assert signed("Consejera", *lines) == {
        "position": "Consejera",
        "unit": unit,
        "institution": institution or lines[1],
    }


def test_an_office_behind_the_post() -> None:
    assert signed("Consejera, Dirección de Asuntos Migratorios", MINISTRY) == {
        "position": "Consejera",
        "unit": "Dirección de Asuntos Migratorios",
        "institution": MINISTRY,
    }


@pytest.mark.parametrize("office", ["Office of Regional Affairs", "International Affairs Directorate"])
def test_in_english(office: str) -> None:
    assert signed("Program Analyst", office, "U.S. Department of State", english=True) == {
        "position": "Program Analyst",
        "unit": office,
        "institution": "U.S. Department of State",
    }


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (("Directora de Asuntos Migratorios", MINISTRY), {"position": "Directora de Asuntos Migratorios"}),
        (("Oficial de Asuntos Migratorios", MINISTRY), {"position": "Oficial de Asuntos Migratorios"}),
        (("Consejera", MINISTRY), {"position": "Consejera"}),
        (("Consejera", "Unidad es fuerza", MINISTRY), {"position": "Consejera"}),
        (("Consejera", "Oficina 12, Edificio Azul", MINISTRY), {"position": "Consejera"}),
        (("Consejera", "Unidad, trabajo y migración", MINISTRY), {"position": "Consejera"}),
    ],
)
def test_what_is_no_office_within(lines: tuple[str, ...], read: dict[str, str]) -> None:
    found = signed(*lines)
    assert {name: each for name, each in found.items() if name != "address"} == {**read, "institution": MINISTRY}


def test_an_office_alone_may_be_the_institution() -> None:
    assert signed("Consejera", "Dirección de Migración") == {"position": "Consejera"}
    assert signed("Consejera", "Dirección General de Migración") == {
        "position": "Consejera",
        "institution": "Dirección General de Migración",
    }


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (
            "Manager, International Affairs Directorate, Human Resources Canada",
            {"position": "Manager", "unit": "International Affairs Directorate"},
        ),
        (
            "Analyst, Migration Policy Branch, Public Safety Canada",
            {"position": "Analyst", "unit": "Migration Policy Branch"},
        ),
        ("Director, Multilateral Relations, Public Safety Canada", {"position": "Director, Multilateral Relations"}),
        ("Head of Section, Public Safety Canada", {"position": "Head of Section"}),
    ],
)
def test_an_english_office_behind_the_post(words: str, read: dict[str, str]) -> None:
    found = signed(words, english=True)
    found.pop("institution")
    assert found == read
