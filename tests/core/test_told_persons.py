"""Persons told of in sentences and in runs of words: all of it asked, and nothing of what means something else."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from mailbot.core import reading
from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.persons.runs import run_of_line
from mailbot.core.sentences import told_of_a_person
from mailbot.core.values import Known
from tests.answers import COUNTRIES, all_shown, by_certainty, contact_entries, reading_of, reply_of

KNOWN = Known(today=dt.date(2011, 1, 6), region="CR", countries=COUNTRIES)
ANA = {"title": "Licda.", "name": "Ana Prueba Rojas"}
LUIS = {"title": "Ing.", "name": "Luis Ensayo Mora"}
OFFICER = {**LUIS, "position": "Oficial de Migración"}


def entries(body: str, subject: str = "[MyD-DIR-2011-CR] Actualización de la lista") -> list[dict[str, Any]]:
    """The doubtful values of each entry; a value taken for certain fails."""
    read = reading_of(reply_of(f"Estimados colegas:\n\n{body}\n\nSaludos\n", subject), KNOWN)
    told = [by_certainty(each) for each in reading.as_json(read)["entries"]]  # type: ignore[attr-defined]
    assert all(sure == {} for sure, _ in told)
    assert not told or any(told_of_a_person(each) for each in read.entries)
    return [doubtful for _, doubtful in told]


@pytest.mark.parametrize(
    "body",
    [
        "La Licda. Ana Prueba Rojas ya no labora en esta Dirección.",
        "Les informo que la Licda. Ana Prueba Rojas, Jefa de Visas, dejó el cargo el 30 de noviembre.",
        "La Licda. Ana Prueba Rojas se acogió a su jubilación en diciembre.",
        "La Licda. Ana Prueba Rojas fue trasladada a la Embajada en Ottawa.",
        "Lamentamos informar que la Licda. Ana Prueba Rojas ha renunciado.",
        "Les comunico que la Licda. Ana Prueba Rojas dejó el Instituto el pasado 31 de diciembre.",
        "La Licda. Ana Prueba Rojas terminó su contrato en diciembre.",
        "La Licda. Ana Prueba Rojas se desvinculó de la institución.",
        "La Licda. Ana Prueba Rojas dejó el INM en diciembre.",
    ],
)
def test_who_leaves(body: str) -> None:
    assert entries(body) == [{"change": "leave", **ANA}]


@pytest.mark.parametrize(
    "body",
    [
        "En su lugar queda el Ing. Luis Ensayo Mora, Oficial de Migración.",
        "La sustituye el Ing. Luis Ensayo Mora, quien es Oficial de Migración.",
        "Ha sido reemplazada por el Ing. Luis Ensayo Mora (Oficial de Migración).",
        "Su sucesor es el Ing. Luis Ensayo Mora, Oficial de Migración, a partir del 3 de enero.",
        "Asume el cargo el Ing. Luis Ensayo Mora, Oficial de Migración.",
    ],
)
def test_who_comes_instead(body: str) -> None:
    gone, come = entries(f"La Licda. Ana Prueba Rojas ya no labora aquí. {body}")
    assert gone == {"change": "leave", **ANA}
    assert come == {"change": "new", **OFFICER, "replaces": "Ana Prueba Rojas"}


def test_two_persons_around_one_verb() -> None:
    """Who replaces whom is told once: whether the other leaves the list, or only the role, is not said."""
    (come,) = entries("El Ing. Luis Ensayo Mora sustituye a la Licda. Ana Prueba Rojas como punto focal.")
    assert come == {"change": "new", **LUIS, "role": "focal-point", "replaces": "Ana Prueba Rojas"}


@pytest.mark.parametrize(
    ("words", "reached"),
    [
        ("a quien pueden escribir al correo luis@dgme.example", {"email": ["luis@dgme.example"]}),
        ("tel. 2299-0000, cel. 8800-0000", {"phone": ["+50622990000"], "mobile": ["+50688000000"]}),
        ("luis@dgme.example, o llamar al 2299-0000", {"email": ["luis@dgme.example"], "phone": ["+50622990000"]}),
        ("quien labora aquí. El teléfono es el mismo; el fax ahora es el 2299-0011", {"fax": ["+50622990011"]}),
        (
            "quien labora aquí. Se le puede localizar al teléfono 2299-0000, ext. 214, o al fax 2299-0015",
            {"phone": ["+50622990000;ext=214"], "fax": ["+50622990015"]},
        ),
        (
            "quien labora aquí. He can be reached at 2299-0000 or by fax at 2299-0015",
            {"phone": ["+50622990000"], "fax": ["+50622990015"]},
        ),
        ("quien labora aquí. El teléfono de la Ministra es el 2299-0000", {}),
        ("quien labora aquí. Para urgencias, mi teléfono es el 2299-0000", {}),
    ],
)
def test_how_to_reach_who_comes(words: str, reached: dict[str, Any]) -> None:
    assert entries(f"En su lugar queda el Ing. Luis Ensayo Mora, {words}.") == [{"change": "new", **LUIS, **reached}]


@pytest.mark.parametrize(
    ("body", "role"),
    [
        ("Nuestro nuevo punto focal es el Ing. Luis Ensayo Mora.", "focal-point"),
        ("Se designa como punto focal al Ing. Luis Ensayo Mora.", "focal-point"),
        ("Hemos designado al Ing. Luis Ensayo Mora como punto focal suplente.", "alternate"),
        ("El Ing. Luis Ensayo Mora será el nuevo punto focal de Costa Rica.", "focal-point"),
    ],
)
def test_who_is_named_for_a_role(body: str, role: str) -> None:
    assert entries(body) == [{**LUIS, "role": role}]


@pytest.mark.parametrize(
    "body",
    [
        "Favor comunicarse con la Licda. Ana Prueba Rojas, tel. 2299-0000, para asuntos urgentes mientras estoy fuera.",
        "En el taller participarán la Licda. Ana Prueba Rojas y el Ing. Luis Ensayo Mora.",
        "Hemos designado al Ing. Luis Ensayo Mora para asistir a la reunión de marzo.",
        "El proyecto de la División de Organismos Internacionales ya no está en ejecución.",
        "La Licda. Ana Prueba Rojas les envía saludos y agradece la información.",
        "El servidor Central de Correo ya no funciona desde ayer por la tarde.",
        "La Licda. Ana Prueba Rojas dejó el informe en la Dirección.",
        "La Licda. Ana Prueba Rojas terminó su ponencia con aplausos.",
    ],
)
def test_nobody_comes_or_goes(body: str) -> None:
    assert entries(body) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "MIS DATOS: ANA PRUEBA ROJAS, JEFA DE VISAS DIRECCION GENERAL DE MIGRACION",
            ("ANA PRUEBA ROJAS", "JEFA DE VISAS", "DIRECCION GENERAL DE MIGRACION"),
        ),
        ("Lic. Ana Prueba y Rojas, Directora, INM.", ("Ana Prueba y Rojas", "Directora", "INM")),
        (
            "Ana Prueba, Asesora de la Dirección General de Visas",
            ("Ana Prueba", "Asesora de la Dirección General de Visas", ""),
        ),
    ],
)
def test_a_person_in_a_run(line: str, expected: tuple[str, str, str]) -> None:
    run = run_of_line(line)
    assert run is not None
    assert (run.name, run.position, run.institution) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Ministerio de Trabajo, Dirección de Empleo",
        "Buenas tardes, gracias",
        "Ana Prueba, Luis Ensayo",
        "El fax, ninguno",
    ],
)
def test_no_person_in_a_run(line: str) -> None:
    assert run_of_line(line) is None


def test_a_post_with_a_comma_is_a_question_but_before_its_field() -> None:
    run = run_of_line("Jane Sample, Deputy Director, Global Matters")
    assert run is not None
    assert not run.sure
    run = run_of_line("Jane Sample, Deputy Director, Multilateral Relations")
    assert run is not None
    assert (run.sure, run.position) == (True, "Deputy Director, Multilateral Relations")


def test_sentences_end_at_no_abbreviation() -> None:
    assert clauses("El Lic. Ana está en México, D.F. y el tel. 2222. Saluda; Luis") == [
        "El Lic. Ana está en México, D.F. y el tel. 2222.",
        "Saluda;",
        "Luis",
    ]


def test_one_person_a_line_is_one_entry_a_line() -> None:
    body = (
        "Lic. Rodolfo Inventado Salas, Jefe de Visas, Ministerio de Relaciones, tel 2539-0040, r@mrec-cr.gob.example\n"
        "Licda. Tatiana Prueba Vega, Analista, Ministerio de Trabajo, tel 2542-0040, tprueba@mtss-cr.gob.example\n"
    )
    assert [all_shown(each)["phone"] for each in contact_entries(body, "CR")] == [["+50625390040"], ["+50625420040"]]


def test_a_role_alone_above_labels_is_of_the_person_below() -> None:
    body = (
        "Institución para ambos: Ministerio de Trabajo\n\nPUNTO FOCAL\nNombre: Ana Prueba\nTel.: 2299-0000\n\n"
        "SUPLENTE\nNombre: Luis Ensayo\nTel.: 2299-0001\n"
    )
    shown = [all_shown(each) for each in contact_entries(body, "CR")]
    assert [each["role"] for each in shown] == ["focal-point", "alternate"]
    assert [each["institution"] for each in shown] == ["Ministerio de Trabajo"] * 2


@pytest.mark.parametrize(
    "body",
    [
        "La Licda. Ana Prueba Gil (aprueba@b.example, tel. 2299-0001) será el nuevo punto focal.",
        "Licda. Ana Prueba Gil (aprueba@b.example, 2299-0001) will be our new focal point effective February 1.",
    ],
)
def test_what_stands_in_brackets_between_a_name_and_its_verb(body: str) -> None:
    [entry] = entries(body)
    assert entry["name"] == "Ana Prueba Gil"
    assert entry["role"] == "focal-point"
    assert (entry["email"], entry["phone"]) == (["aprueba@b.example"], ["+50622990001"])


def test_brackets_before_more_of_the_sentence_stay_with_the_name() -> None:
    [entry] = entries("Favor incluir a mi compañera Ana Prueba Gil (aprueba@b.example, tel. 2299-0001), que me apoya.")
    assert (entry["name"], entry["email"]) == ("Ana Prueba Gil", ["aprueba@b.example"])
