"""Lines above people that say what is to be done with them: "BAJAS", "Favor eliminar a:", "Please add:"."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries

ANA = "Licda. Ana Prueba Ensayo"
CARD = f"{ANA}\nAnalista\nMinisterio de Gobernación\nana@x.example\n"


def told(body: str) -> list[tuple[Any, Any]]:
    """What is to be done with whom, all of it asked."""
    entries = contact_entries(body, "HN")
    assert all("change" not in by_certainty(each)[0] for each in entries)
    return [(all_shown(each).get("change"), all_shown(each).get("name")) for each in entries]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"ALTAS\n1. {ANA}, Analista, tel. 2230-0000, ana@x.example\n\nBAJAS\n1. Lic. Pedro Muestra Gil\n",
            [("new", "Ana Prueba Ensayo"), ("leave", "Pedro Muestra Gil")],
        ),
        (
            "Bajas:\n- Pedro Muestra Gil\n- Rosa Supuesto Paz\n\nAltas:\n- Ana Prueba Ensayo (ana@x.example)\n",
            [("leave", "Pedro Muestra Gil"), ("leave", "Rosa Supuesto Paz"), ("new", "Ana Prueba Ensayo")],
        ),
        (
            "Favor eliminar a:\nPedro Muestra Gil\nRosa Supuesto Paz\n",
            [("leave", "Pedro Muestra Gil"), ("leave", "Rosa Supuesto Paz")],
        ),
        (
            "Favor dar de baja a las siguientes personas:\n\n1. Pedro Muestra Gil\n2. Rosa Supuesto Paz\n",
            [("leave", "Pedro Muestra Gil"), ("leave", "Rosa Supuesto Paz")],
        ),
        (
            "Please remove the following contacts from the list:\n\n- Harold Specimen\n- Mary Testerman\n",
            [("leave", "Harold Specimen"), ("leave", "Mary Testerman")],
        ),
        (
            "Contactos que salen: Pedro Muestra Gil, Rosa Supuesto Paz\n",
            [("leave", "Pedro Muestra Gil"), ("leave", "Rosa Supuesto Paz")],
        ),
        (
            f"Please delete:\n\nMr. Harold Specimen, DHS\n\nand add:\n\n{CARD}",
            [("new", "Ana Prueba Ensayo"), ("leave", "Harold Specimen")],
        ),
        (f"Favor incluir a:\n\n{CARD}", [("new", "Ana Prueba Ensayo")]),
        (f"Please add one more person on our side:\n\n{CARD}", [("new", "Ana Prueba Ensayo")]),
        (
            f"Favor de agregar a la lista, como alterno, a la siguiente persona:\n\n{CARD}",
            [("new", "Ana Prueba Ensayo")],
        ),
        (
            (
                "Favor eliminar de la lista a las siguientes personas, que ya no trabajan aquí:\n\n-"
                " Hortensia Muestra Paz\n"
            ),
            [("leave", "Hortensia Muestra Paz")],
        ),
        (
            (
                "Personas que salen\nNombre\tInstitución\nMynor Muestra Xol\tMinisterio de Trabajo\n"
                "\nPersonas que ingresan\n"
                "Nombre\tCargo\nWalter Ejemplo Cuc\tJefe de Movilidad\n"
            ),
            [("leave", "Mynor Muestra Xol"), ("new", "Walter Ejemplo Cuc")],
        ),
        (
            (
                "FAVOR ELIMINAR DE LA LISTA A LUIS PRUEBA MEZA, YA NO TRABAJA AQUI.\n\nAGREGAR A"
                " ROSA EJEMPLO TORREZ, JEFA DE"
                " COOPERACION, CEL 8888-0000"
            ),
            [("leave", "LUIS PRUEBA MEZA"), ("new", "ROSA EJEMPLO TORREZ")],
        ),
        (
            f"Please remove Mr. Harold Specimen from the list.\n\nPlease add:\n{CARD}",
            [("leave", "Harold Specimen"), ("new", "Ana Prueba Ensayo")],
        ),
        ("Please add:\n\nNombre: Ana Prueba Ensayo\nCargo: Analista\n", [("new", "Ana Prueba Ensayo")]),
    ],
)
def test_what_is_to_be_done_with_whom(body: str, expected: list[tuple[str, str]]) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    ("lead", "change"),
    [
        ("Deseamos agregar a la lista a nuestro punto de contacto alterno", "new"),
        ("Quisiéramos incluir en la lista a un colega", "new"),
        ("Nos gustaría agregar a la siguiente persona", "new"),
        ("Queremos que se incluya a", "new"),
        ("Mucho agradeceremos incluir en el directorio a", "new"),
        ("Agregamos a la lista a nuestra compañera", "new"),
        ("Por medio de la presente se solicita agregar a la siguiente persona", "new"),
        ("We would like to add the following colleague", "new"),
        ("I'd like to add a colleague to the list", "new"),
        ("We are adding the following colleague", "new"),
        ("Could you please add the following person", "new"),
        ("Deseamos eliminar de la lista a", "leave"),
        ("Deseamos agregar la siguiente información", None),
        ("We would like to add the following details", None),
        ("Quisiéramos incluir los datos de nuestro punto focal", None),
        ("Quisiéramos agregar que la lista está al día", None),
        ("We would like to add that the list is correct", None),
        ("Agregamos los datos de nuestro punto focal", None),
        ("No deseamos agregar a", None),
    ],
)
def test_wishes_above_labels(lead: str, change: str | None) -> None:
    assert told(f"{lead}:\n\nNombre: Ana Prueba Ensayo\nCargo: Analista\n") == [(change, "Ana Prueba Ensayo")]


def test_what_is_told_of_who_comes_is_kept() -> None:
    (entry,) = contact_entries(f"Favor incluir a la siguiente funcionaria:\n\n{CARD}", "HN")
    assert all_shown(entry) == {
        "change": "new",
        "title": "Licda.",
        "name": "Ana Prueba Ensayo",
        "position": "Analista",
        "institution": "Ministerio de Gobernación",
        "email": ["ana@x.example"],
    }


@pytest.mark.parametrize(
    "body",
    [
        "Favor agregar el siguiente número:\n\nPedro Muestra Gil: 2230-0000\n",
        "Favor incluir los siguientes datos:\n\nPedro Muestra Gil\n",
        "Favor agregar en el punto 3:\n\nPedro Muestra Gil\n",
        "Favor no eliminar a:\n\nPedro Muestra Gil\n",
        "Ya pueden eliminar el archivo anterior:\n\nPedro Muestra Gil\n",
        "Bajas\n\nPedro Muestra Gil\n",
    ],
)
def test_what_tells_nothing_of_whom(body: str) -> None:
    assert not any(change for change, _ in told(body))


def test_what_goes_on_below_a_label_is_nobodys_name() -> None:
    body = (
        "Les damos los datos de nuestra funcionaria, que agradeceremos\nincorporar en la próxima"
        " versión de la lista:\n\n"
        "- Nombre: Mtra. Leonor Prueba\n- Cargo: Directora General Adjunta de Vinculación y de\n"
        "Organismos Multilaterales\n"
    )
    assert told(body) == [(None, "Leonor Prueba")]


def test_what_closes_the_list_ends_it() -> None:
    assert told("Favor eliminar a:\n\nPedro Muestra Gil\n\nSaludos cordiales,\n\nRosa Supuesto Paz\n") == [
        ("leave", "Pedro Muestra Gil")
    ]
    below = "Agradecemos su atención a este cambio en la lista.\n\nRosa Supuesto Paz\n"
    assert told(f"Favor eliminar a:\n\nPedro Muestra Gil\n\n{below}") == [("leave", "Pedro Muestra Gil")]


def test_a_plan_is_nobody() -> None:
    body = "México desea proponer que se incorpore al Plan de Trabajo un estudio sobre las remesas."
    assert contact_entries(body, "MX", "Propuesta para el Plan de Trabajo") == []


def test_a_list_under_a_sentence_that_a_program_broke() -> None:
    body = (
        "Favor eliminar de la lista a las siguientes personas, que ya no\ntrabajan en la institución:\n\n"
        "- Hortensia Muestra Solano\n- Germán Ensayo Quesada\n"
    )
    shown = [all_shown(each) for each in contact_entries(body, "SV")]
    assert shown == [
        {"change": "leave", "name": "Hortensia Muestra Solano"},
        {"change": "leave", "name": "Germán Ensayo Quesada"},
    ]


PAIRS = (
    "Departing|Arriving;Outgoing|Incoming;Leaving|Joining;Salen|Entran;Sale|Entra;SALIENTE|ENTRANTE;Bajas|Altas;Baja|Alta"
    ";Eliminar|Agregar;Favor eliminar|Favor agregar;Please remove|Please add;Delete|Include;Personas que se retiran"
    "|Personas que se incorporan;Dejan el grupo|Se incorporan;Ya no están|Nuevos;Retirados|Nuevos;Former|New"
    ";Salidas|Ingresos;Departures|Arrivals;Out|In;Deja de ser contacto|Nuevo contacto"
)


@pytest.mark.parametrize("sign", ["\n- ", ":\n- ", ": "])
@pytest.mark.parametrize("pair", PAIRS.split(";"))
def test_who_goes_and_who_comes_under_such_words(pair: str, sign: str) -> None:
    goes, comes = pair.split("|")
    body = f"{goes}{sign}Lic. Lucas Ficticio Paz\n\n{comes}{sign}Licda. Anita Muestra Gil, Analista, tel. 2230-0181"
    found = {each["name"]: each for each in map(all_shown, contact_entries(body, "HN", "Cambios"))}
    assert found["Lucas Ficticio Paz"] == {"change": "leave", "title": "Lic.", "name": "Lucas Ficticio Paz"}
    assert found["Anita Muestra Gil"] == {
        "change": "new",
        "title": "Licda.",
        "name": "Anita Muestra Gil",
        "position": "Analista",
        "phone": ["+50422300181"],
    }


@pytest.mark.parametrize("stays", ["Unchanged", "Sin cambios", "Se mantienen:", "Continúan"])
def test_who_stays_is_confirmed(stays: str) -> None:
    body = f"Departing\n- Luc Bouchard-Fictif\n\n{stays}\n- Penelope Sample-Mockford\n"
    found = [all_shown(each) for each in contact_entries(body, "CA", "Staff changes")]
    assert {"change": "none", "name": "Penelope Sample-Mockford"} in found
