"""Several activities of one verb, and the place in front of a sentence about an activity."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reports import entries_of, offered, shown, taken

THIRD = "2009-03-03/2009-03-03"


def asked(body: str) -> list[dict[str, Any]]:
    found = entries_of(f"Estimados colegas:\n\n{body}\n\nSaludos,\nAna Prueba")
    assert [taken(each) for each in found] == [{}] * len(found)
    return [shown(each) for each in found]


def done(*names: str, date: str = THIRD) -> list[dict[str, Any]]:
    return [{"activity": name, "status": "done", "date": date} for name in names]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("El taller, el seminario y el foro se realizaron el 3 de marzo.", ["taller", "seminario", "foro"]),
        ("El taller y el foro virtual fueron realizados el 3 de marzo.", ["taller", "foro virtual"]),
        ("The workshop, the seminar and the forum were held on 3 March.", ["workshop", "seminar", "forum"]),
        ("Both the workshop and the forum were held on 3 March.", ["workshop", "forum"]),
        ("Tanto el taller como el foro se realizaron el 3 de marzo.", ["taller", "foro"]),
        ("El taller y foro virtual se realizaron el 3 de marzo.", ["taller", "foro virtual"]),
        ("El simposio y el foro se realizaron el 3 de marzo.", ["simposio", "foro"]),
        # behind the verb
        ("Se realizaron el taller, el seminario y el foro el 3 de marzo.", ["taller", "seminario", "foro"]),
        ("El 3 de marzo se realizaron el taller y el foro.", ["taller", "foro"]),
        ("Se realizó el taller y el foro el 3 de marzo.", ["taller", "foro"]),
        ("Enviamos el cuestionario y la lista el 3 de marzo.", ["cuestionario", "lista"]),
        ("We submitted the questionnaire and the list on 3 March.", ["questionnaire", "list"]),
        ("Participamos en el taller y el foro el 3 de marzo.", ["taller", "foro"]),
        # codes among the names
        (
            "El taller P003-04, el seminario P003-05 y el foro se realizaron el 3 de marzo.",
            ["P003-04", "P003-05", "foro"],
        ),
        ("El taller (P003-04) y el foro (P003-08) se realizaron el 3 de marzo.", ["P003-04", "P003-08"]),
        ("Se realizaron el taller (P003-04) y el foro (P003-08) el 3 de marzo.", ["P003-04", "P003-08"]),
        ("La P003-04, la P003-05 y el foro se realizaron el 3 de marzo.", ["P003-04", "P003-05", "foro"]),
        # a paper or an office among them is left out
        ("La lista de cónsules y el informe se enviaron el 3 de marzo.", ["lista de cónsules"]),
        # what belongs to one name, by the number of the verb and by what stands in it
        (
            "El taller sobre el refugio y el asilo se realizó el 3 de marzo.",
            ["taller sobre el refugio y el asilo"],
        ),
        (
            "The study on the shelters and the camps was completed on 3 March.",
            ["study on the shelters and the camps"],
        ),
        (
            "El foro y el taller sobre menores no acompañados se realizaron el 3 de marzo.",
            ["foro", "taller sobre menores no acompañados"],
        ),
        ("El taller, la actividad principal del año, se realizó el 3 de marzo.", ["taller"]),
        # the place in front
        ("En Honduras, el taller de visas se realizó el 3 de marzo.", ["taller de visas"]),
        ("En la ciudad de San Pedro Sula, Honduras, el taller se realizó el 3 de marzo.", ["taller"]),
        ("In Belize, the training workshop was held on 3 March.", ["training workshop"]),
        ("En nuestro país, la lista y el cuestionario se enviaron el 3 de marzo.", ["lista", "cuestionario"]),
        ("En San José, se realizó el taller el 3 de marzo.", ["taller"]),
    ],
)
def test_what_one_verb_is_said_of_are_so_many_reports(body: str, names: list[str]) -> None:
    assert asked(body) == done(*names)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "El taller se realizó el 3 de marzo y el foro y el seminario se pospusieron para mayo.",
            [
                *done("taller"),
                {"activity": "foro", "status": "postponed", "date": "2009-05-01/2009-05-31"},
                {"activity": "seminario", "status": "postponed", "date": "2009-05-01/2009-05-31"},
            ],
        ),
        (
            "El estudio de visas, la guía y el directorio no se han iniciado.",
            [{"activity": name, "status": "not-started"} for name in ("estudio de visas", "guía", "directorio")],
        ),
        (
            "Quedan pendientes el foro y la lista.",
            [{"activity": name, "status": "not-started"} for name in ("foro", "lista")],
        ),
        (
            "El taller y el foro no se realizarán.",
            [{"activity": name, "status": "cancelled"} for name in ("taller", "foro")],
        ),
        # what goes on with several is of all of them
        (
            "Las actividades P003-04 y P003-05 están en proceso. Se concluirán en junio.",
            [
                {"activity": code, "status": "in-progress", "date": "2009-06-01/2009-06-30"}
                for code in ("P003-04", "P003-05")
            ],
        ),
        # of one of them: which?
        (
            "Las actividades P003-04 y P003-05 están en proceso. Se concluirá en junio.",
            [{"activity": code, "status": "in-progress"} for code in ("P003-04", "P003-05")],
        ),
        # a day in front is no place
        ("En Marzo, el taller se realizó.", done("taller", date="2009-03-01/2009-03-31")),
        # neither persons, offices nor States are activities, nor what is denied done
        ("El Salvador y la ST se encuentran en proceso de organizar el foro.", []),
        ("La Cancillería y el Ministerio de Trabajo están en proceso de elaborar la lista.", []),
        ("El director y la subdirectora se encuentran en proceso de revisión.", []),
        ("La fecha y la sede están pendientes.", []),
        ("Ni el taller ni el foro se han realizado.", []),
        ("El cuestionario ya enviado y la lista se remitirá en abril.", []),
    ],
)
def test_the_clause_of_each(body: str, expected: list[dict[str, Any]]) -> None:
    assert asked(body) == expected


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ("El taller y el seminario se realizaron el 3 y el 5 de marzo.", "date"),
        ("El taller y el foro se realizaron el 3 y 4 de marzo, respectivamente.", "date"),
        ("The workshop and the forum were held on 3 and 5 March.", "date"),
        ("El taller y el foro llevan 40 y 60 %, respectivamente.", "progress"),
    ],
)
def test_which_of_several_days_or_shares_is_whose_is_asked(body: str, field: str) -> None:
    found = entries_of(body)
    assert len(found) == 2
    for each in found:
        assert field not in shown(each)
        assert offered(each).get(field) is None


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("se pospusieron", "postponed"),
        ("Se aplazaron", "postponed"),
        ("se concluyeron", "done"),
        ("no se celebrarán", "cancelled"),
        ("no se realizaron", None),
        ("se realizarán", None),
        ("se leyeron", None),
    ],
)
def test_the_verb_of_several_says_what_that_of_one_says(words: str, status: str | None) -> None:
    entry = entries_of(f"Actividad: P003-08\nEstado: {words}")[0]
    assert taken(entry).get("status") == status
