"""Offices and posts in short: read as if written out, and entered as the sender wrote them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import contact_entries
from tests.reports import shown

UNITS = "Dpto. de Migración|Depto. de Migración|Unid. de Asuntos Migratorios|Of. de Asuntos Consulares"
HOUSES = (
    "Dept of Immigration|Dept. of Immigration|Dept. for Foreign Affairs|Min. of Labour|Min. de Trabajo"
    "|Mins. of Foreign Affairs|Dir. Gral. de Migración|Dir. Gen. de Migración|D.G. de Migración|Immigration Dept"
    "|Labour Dept|Sría. de Relaciones Exteriores|Sec. de Relaciones Exteriores|Secr. de Gobernación"
    "|Inst. Nacional de Migración|Inst. Nac. de Migración|Emb. de Honduras|Com. Nac. para Refugiados"
)
OFFICES = [*(("unit", each) for each in UNITS.split("|")), *(("institution", each) for each in HOUSES.split("|"))]


def entries(body: str) -> list[dict[str, Any]]:
    return [shown(each) for each in contact_entries(body, "HN")]


@pytest.mark.parametrize(("field", "office"), OFFICES)
def test_an_office_below_a_post(field: str, office: str) -> None:
    (read,) = entries(f"Estimados, les enviamos los datos:\n\nLic. Ana Prueba Luna\nAnalista\n{office}\nTel. 2230-0151")
    assert (read["name"], read["position"], read[field]) == ("Ana Prueba Luna", "Analista", office)


@pytest.mark.parametrize(("field", "office"), [each for each in OFFICES if not each[1].startswith("D.G.")])
def test_an_office_behind_a_post_in_a_sentence(field: str, office: str) -> None:
    (read,) = entries(f"Favor agregar a Ana Prueba Luna, Analista, {office}, tel. 2230-0151.")
    assert (read["name"], read["position"], read[field]) == ("Ana Prueba Luna", "Analista", office)


POSTS = (
    "Dir. Gral. de Migración|Dir. Gen. de Migración|Subdir. de Asuntos Consulares|Enc. de Negocios|Coord. de Asesores"
)


@pytest.mark.parametrize("post", POSTS.split("|"))
def test_behind_a_name_the_same_words_are_the_post(post: str) -> None:
    (read,) = entries(f"Favor agregar a Ana Prueba Luna, {post}, tel. 2230-0151.")
    assert (read["name"], read["position"]) == ("Ana Prueba Luna", post)


def test_a_post_in_short_is_no_name() -> None:
    (read,) = entries("El nuevo Dir. Gral. es el Lic. Juan Prueba, tel. 2230-0151.")
    assert read["name"] == "Juan Prueba"


def test_labels_say_what_the_words_are() -> None:
    labelled = "Nombre: Juan Prueba\nCargo: Sec. de Embajada\nInstitución: Sec. de Relaciones Exteriores"
    (read,) = entries(labelled)
    assert (read["position"], read["institution"]) == ("Sec. de Embajada", "Sec. de Relaciones Exteriores")


def test_an_office_that_is_also_written_in_full_stays_as_it_is() -> None:
    body = "Nombre: Juan Prueba\nDependencia: Dpto. de Migración\n\n(Departamento de Migración, segundo piso.)"
    assert entries(body)[0]["unit"] == "Dpto. de Migración"
