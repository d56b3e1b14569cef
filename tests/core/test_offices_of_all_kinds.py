"""Cards without labels: a post, an office or a unit is told by what it is called, or by where it stands."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries

POSTS = (
    """
Oficial de Enlace|Delegado|Representante|Enlace Institucional|Viceministra|Viceministro de Política Exterior|Vicecónsul
Subsecretaria|Comisionado|Comisionada Nacional|Contadora|Abogada|Fiscal|Funcionaria de Relaciones Internacionales
Encargado de Negocios a.i.|Directora a.i.|Directora de Derechos Humanos, Trata y Refugio|Diputada|Rectora|Alcalde
Comandante|Capitán de Fragata|Médico|Sub Jefe de Migración|Ministro Consejero|Cónsul General|Liaison Officer
Commissioner|Social Worker|Sergeant|Policy Analyst, International Relations
""".strip()
    .replace("\n", "|")
    .split("|")
)
HOUSES = (
    """
Min. de Gobernación|Secretaría Nacional de la Niñez y la Familia|Secretaría Nacional de Niñez, Adolescencia y Familia
Casa Presidencial|Presidencia de la República|Corte Suprema de Justicia|Tribunal Supremo Electoral|Policía de Migración
Fuerza Naval|Ejército de Nicaragua|Asamblea Legislativa|Congreso de la República|Contraloría General de la República
Banco Central|Superintendencia de Migración|Misión Permanente ante la OEA|Cruz Roja Hondureña|Municipalidad de Guatemala
Caja Costarricense de Seguro Social|Academia Diplomática|Privy Council Office|U.S. Embassy San José
Office of the Prime Minister|Statistical Institute of Belize|International Organization for Migration
Immigration, Refugees and Citizenship Canada|Ministry of Labour, Local Government and Rural Development
""".strip()
    .replace("\n", "|")
    .split("|")
)
UNITS = (
    """
Sub-Dirección de Operaciones|Depto. de Cooperación|Despacho Viceministerial|Asesoría Jurídica|Asuntos Consulares
Relaciones Internacionales|Planificación|Protocolo|Recursos Humanos|Observatorio de la Migración|Legal Services
International Region|Temporary Foreign Worker Program|Bureau of Population, Refugees, and Migration
""".strip()
    .replace("\n", "|")
    .split("|")
)
LEAD = "Mis datos para la lista son los siguientes:\n\nLic. Ramiro Muestra Ensayo"
REACH = "Tel. 2230-0040\nrmuestra@x.example\n"


@pytest.mark.parametrize("post", POSTS)
@pytest.mark.parametrize("sign", ["\n", ", "])
def test_posts(post: str, sign: str) -> None:
    body = sign.join((LEAD, post, "Ministerio de Relaciones Exteriores", REACH.strip().replace("\n", sign)))
    (entry,) = contact_entries(body, "HN")
    assert all_shown(entry)["position"] == post
    assert all_shown(entry)["institution"] == "Ministerio de Relaciones Exteriores"


@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize("sign", ["\n", ", "])
def test_houses(house: str, sign: str) -> None:
    body = sign.join((LEAD, "Director de Asuntos Migratorios", house, REACH.strip().replace("\n", sign)))
    (entry,) = contact_entries(body, "HN")
    assert all_shown(entry)["position"] == "Director de Asuntos Migratorios"
    assert all_shown(entry)["institution"] == house


@pytest.mark.parametrize("unit", UNITS)
def test_units(unit: str) -> None:
    (entry,) = contact_entries(f"{LEAD}\nDirectora\n{unit}\nMinisterio de Relaciones Exteriores\n{REACH}", "HN")
    shown = all_shown(entry)
    assert shown["unit"] == unit
    assert (shown["position"], shown["institution"]) == ("Directora", "Ministerio de Relaciones Exteriores")


@pytest.mark.parametrize(
    "post", ["Cónsul General", "Viceministro de Política Exterior", "Directora, Asuntos Multilaterales"]
)
def test_a_post_behind_a_name_with_a_role_is_nobody(post: str) -> None:
    (entry,) = contact_entries(
        f"Punto focal: Lic. Ramiro Muestra Ensayo, {post}, 2230-0040, rmuestra@x.example\n", "HN"
    )
    assert all_shown(entry)["position"] == post
    assert all_shown(entry)["name"] == "Ramiro Muestra Ensayo"


@pytest.mark.parametrize(
    "line", ["Luis Ensayo Prueba", "Tegucigalpa", "San José, Costa Rica", "Horario de oficina 8 a 4"]
)
def test_what_is_no_post(line: str) -> None:
    for entry in contact_entries(f"{LEAD}\n{line}\nMinisterio de Relaciones Exteriores\n{REACH}", "HN"):
        assert all_shown(entry).get("position") != line


def test_the_mobile_of_a_card_in_lines() -> None:
    card = "Martin Sample\nProgram Officer\nBureau of Population, Refugees, and Migration\nU.S. Department of State\n"
    (entry,) = contact_entries(
        f"My new details are:\n\n{card}Tel: 202-555-0147\nCell: 202-555-0188\nm@x.example\n", "US"
    )
    assert all_shown(entry)["phone"] == ["+12025550147"]
    assert all_shown(entry)["mobile"] == ["+12025550188"]


def test_a_long_line_that_ends_with_an_article_goes_on() -> None:
    """A mail program's line of more than 130 columns."""
    body = (
        "Les informo que el Lic. Juan Carlos Ejemplo-Muestra dejó de laborar en este Instituto a finales del año. En"
        " su lugar fue nombrada la\nMtra. Mireya Prueba Ensayo, Directora de Asuntos, tel. (55) 5387-0000.\n"
    )
    entries = contact_entries(body, "MX")
    assert any(all_shown(each).get("name") == "Mireya Prueba Ensayo" for each in entries)


@pytest.mark.parametrize(
    "house", ["OIM", "Min. de Gobernación", "Policía Nacional Civil", "Cancillería", "Ministerio de Trabajo"]
)
def test_the_unit_below_any_house(house: str) -> None:
    (entry,) = contact_entries(
        f"Nombre: Ana Prueba\nEntidad:\n{house},\nDirección General de Empleo\nFax: 2230-0040\n", "HN"
    )
    assert all_shown(entry)["institution"] == house
    assert all_shown(entry)["unit"] == "Dirección General de Empleo"


def test_the_chancellery_on_a_card_is_no_label() -> None:
    body = f"{LEAD}\nDirectora\nCancillería\nAv. Imaginaria 752, Tegucigalpa\n{REACH}"
    (entry,) = contact_entries(body, "HN")
    assert all_shown(entry)["institution"] == "Cancillería"
    assert all_shown(entry)["address"] == "Av. Imaginaria 752, Tegucigalpa"


def test_letters_in_brackets_are_of_the_name() -> None:
    said = "Nuestro punto focal es Ana Prueba Soto, Asesora, Instituto Nacional de Migración (INM), aprueba@x.example."
    (entry,) = contact_entries(said, "MX")
    assert all_shown(entry)["institution"] == "Instituto Nacional de Migración (INM)"


def test_a_sentence_behind_the_post_is_not_of_it() -> None:
    said = "Nuestra persona de contacto es la Abg. Ana Prueba Soto, Asistente Ejecutiva. Su teléfono es el 2236-0000."
    assert [all_shown(each).get("position") for each in contact_entries(said, "HN")] == ["Asistente Ejecutiva"]
