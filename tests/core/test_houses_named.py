"""The institution told beside a person: by who appoints, by the person before, over the commas of its own name."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries


@pytest.mark.parametrize(
    ("body", "institution"),
    [
        (
            (
                "Cumplo con informarles que este Ministerio de Trabajo ha designado como punto focal alterno al "
                "Lic. Luis Prueba Ensayo, Encargado de Migración Laboral."
            ),
            "Ministerio de Trabajo",
        ),
        (
            "Citizenship and Immigration Canada has a new contact for this file, Ms. Lise Maquette, Policy Analyst.",
            "Citizenship and Immigration Canada",
        ),
        (
            (
                "Ms. Ivy Sample, Labour Officer, will be the contact for the Ministry of Labour. She can be reached at "
                "isample@labour.gob.example."
            ),
            "Ministry of Labour",
        ),
        (
            (
                "Remito los datos del funcionario designado como punto focal alterno por el Ministerio de Economía.\n\n"
                "Lic. Luis Prueba Ensayo, Analista de Cooperación\nTel. 2230-0044\nlprueba@economia.gob.example"
            ),
            "Ministerio de Economía",
        ),
        (
            (
                "El enlace de este Ministerio de Trabajo y Previsión Social ante el Grupo será la persona "
                "siguiente:\n\n"
                "Ing. Carlos Ensayo Mora, Jefe de Migraciones Laborales\nTel. 2230-0044\ncensayo@mtps.gob.example"
            ),
            "Ministerio de Trabajo y Previsión Social",
        ),
    ],
)
def test_who_appoints_is_the_house_of_the_appointed(body: str, institution: str) -> None:
    (entry,) = contact_entries(body, "HN")
    assert entry["fields"]["institution"]["value"] == institution
    assert entry["fields"]["institution"]["certainty"] == "doubtful"


@pytest.mark.parametrize(
    "body",
    [
        "La Secretaría Técnica ha designado al Lic. Luis Prueba Ensayo, Analista, lprueba@x.gob.example.",
        "El Ministerio de Trabajo ha designado un comité. El Lic. Luis Prueba Ensayo, Analista, es el punto focal.",
        (
            "El Ministerio de Trabajo y la Secretaría de Gobernación han designado al Lic. Luis Prueba Ensayo, "
            "Analista, como punto focal."
        ),
    ],
)
def test_others_are_nobodys_house(body: str) -> None:
    assert all("institution" not in entry["fields"] for entry in contact_entries(body, "HN"))


FIRST = "Nombre: Ana Muestra Rojas\nCargo: Directora\nDependencia: Dirección de Migración\nInstitución: {house}\n\n"


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("Cargo: Analista, mismo ministerio", {"position": "Analista", "institution": "Ministerio de Trabajo"}),
        ("Cargo: Analista (misma institución)", {"position": "Analista", "institution": "Ministerio de Trabajo"}),
        ("Cargo: Analista de la misma dirección", {"position": "Analista", "unit": "Dirección de Migración"}),
        ("Position: Analyst, same ministry", {"position": "Analyst", "institution": "Ministerio de Trabajo"}),
        ("Cargo: Analista", {"position": "Analista"}),
        ("Cargo: Analista de la misma", {"position": "Analista de la misma"}),
    ],
)
def test_the_same_house_as_the_person_before(second: str, told: dict[str, str]) -> None:
    body = FIRST.format(house="Ministerio de Trabajo") + f"Nombre: Luis Prueba Ensayo\n{second}\n"
    _, entry = contact_entries(body, "HN")
    assert all_shown(entry) == {"name": "Luis Prueba Ensayo", **told}


def test_the_same_house_in_runs_of_commas() -> None:
    body = (
        "Punto focal: Licda. Ana Muestra, Jefa de Relaciones, Servicio Nacional de Migración, amuestra@snm.example\n\n"
        "Suplente: Lic. Luis Prueba, Asesor Legal, misma institución, cel. 6677-0000 (solo urgencias, favor no "
        "publicar), lprueba@snm.example"
    )
    _, second = contact_entries(body, "PA")
    assert all_shown(second) == {
        "role": "alternate",
        "title": "Lic.",
        "name": "Luis Prueba",
        "position": "Asesor Legal",
        "institution": "Servicio Nacional de Migración",
        "mobile": ["+50766770000"],
        "email": ["lprueba@snm.example"],
    }
    assert second["publish"] == {"mobile": False}


@pytest.mark.parametrize(
    ("line", "institution"),
    [
        (
            "1. Ana Sample, Director, Ministry of Labour, Local Government and Rural Development, a@x.example",
            "Ministry of Labour, Local Government and Rural Development",
        ),
        (
            "1. Ana Prueba, Analista, Ministerio de Trabajo, Empleo y Previsión Social, a@x.example",
            "Ministerio de Trabajo, Empleo y Previsión Social",
        ),
        ("1. Ana Prueba, Analista, Ministerio de Trabajo, Guatemala, a@x.example", "Ministerio de Trabajo"),
        ("1. Ana Prueba, Analista, Ministerio de Trabajo, Managua, a@x.example", "Ministerio de Trabajo"),
    ],
)
def test_a_ministry_of_several_matters(line: str, institution: str) -> None:
    entries = contact_entries(f"{line}\n2. Luis Ensayo, Analista, Cancillería, l@x.example", "BZ")
    assert entries[0]["fields"]["institution"]["value"] == institution
