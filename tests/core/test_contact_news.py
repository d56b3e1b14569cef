"""What sentences beside, behind and above values say: news, errata, who comes and goes, whose the values are."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from mailbot.core.message import parse
from mailbot.core.values import Known
from tests.answers import COUNTRIES, by_certainty, entries_of, only_asked, reply_of

KNOWN = Known(today=dt.date(2011, 1, 10), region="CR", countries=COUNTRIES)
PHONE = ["+50625395300"]


def entries(body: str, *, letter: str = "") -> list[dict[str, Any]]:
    """Each entry's fields, sure and doubtful together."""
    return [sure | doubtful for sure, doubtful, _ in read(body, letter=letter)]


def read(body: str, *, letter: str = "") -> list[tuple[dict[str, Any], dict[str, Any], set[str]]]:
    """For each entry what is sure, what is shown but asked, and the fields that are only asked."""
    sent = parse(_mail(letter)) if letter else None
    found = entries_of(_mail(body), KNOWN, sent)
    return [(*by_certainty(entry), only_asked(entry) - entry["fields"].keys()) for entry in found]


def _mail(body: str) -> bytes:
    return reply_of(body, "Actualización de la lista [MyD-DIR-2011-CR]")


@pytest.mark.parametrize(
    ("body", "sure"),
    [
        ("Teléfono: 2539-5300. Lo demás sigue igual.", {"phone": PHONE}),
        ("Cargo: Jefa de Cooperación. Los demás datos no cambian.", {"position": "Jefa de Cooperación"}),
        ("Cargo: Jefa de Cooperación. Agradezco su apoyo.", {"position": "Jefa de Cooperación"}),
        ("Dirección: Calle 3, San José. El teléfono es el mismo.", {"address": "Calle 3, San José"}),
        ("Correo: ana@b.example. El teléfono no ha cambiado.", {"email": ["ana@b.example"]}),
        ("Dirección: Calle 3. Edificio Azul. San José.", {"address": "Calle 3. Edificio Azul. San José."}),
        ("Dirección: Av. 5. La Sede es azul", {"address": "Av. 5"}),
        ("T. (506) 2539-5300\nF. (506) 2539-5301", {"phone": PHONE, "fax": ["+50625395301"]}),
        ("Dirección: C. 5, Av. 2222000", {"address": "C. 5, Av. 2222000"}),  # a street, no mobile telephone
    ],
)
def test_a_value_ends_where_another_sentence_or_label_begins(body: str, sure: dict[str, Any]) -> None:
    assert [each[0] for each in read(body)] == [sure]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "Solo cambia el teléfono, que ahora es el 2539-5300, y se agrega un celular: 8800-0000. Lo demás igual.",
            {"phone": PHONE, "mobile": ["+50688000000"]},
        ),
        (
            "Mi nuevo correo es a@b.example, por favor eliminen el anterior. El teléfono se mantiene.",
            {"email": ["a@b.example"]},
        ),
        (
            "La nueva dirección es: Bulevar Ficticio, Edificio 3, 2.º nivel, San José.",
            {"address": "Bulevar Ficticio, Edificio 3, 2.º nivel, San José"},
        ),
        (
            "Desde este mes me desempeño como Responsable de Fronteras. Mi nuevo correo es a@b.example.",
            {"position": "Responsable de Fronteras", "email": ["a@b.example"]},
        ),
        ("El nombre correcto es Yariela Batista Ensayo.", {"name": "Yariela Batista Ensayo"}),
    ],
)
def test_all_that_is_told_as_new_is_shown(body: str, told: dict[str, Any]) -> None:
    [(sure, doubtful, _)] = read(body)
    assert (sure, doubtful) == ({}, told)


def test_two_numbers_told_as_new_are_only_asked() -> None:
    assert read("Mi nuevo número es el 2539-5300 o el 2539-5301.") == [({}, {}, {"phone"})]


RECORD = (
    "Nombre completo: Yariela Vatista Ensayo\nCargo: Jefa de Cooperación\nTeléfono: (506) 2539-0000\n"
    "Fax: (506) 2539-0001\nDirección: Calle 3, San José\n"
)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Donde dice «Jefa de Cooperación» debe decir «Directora de Área».", {"position": "Directora de Área"}),
        ('Donde dice "(506) 2539-0000" debe decir "2539-5300".', {"phone": PHONE}),
        ('Donde dice "(506) 2539-0001" debe decir "2539-5300".', {"fax": PHONE}),
        ("En mi apellido dice Vatista y debe decir Batista.", {"name": "Yariela Batista Ensayo"}),
        ("Dice: Calle 3, San José\nDebe decir: Calle 30, San José", {"address": "Calle 30, San José"}),
        ("En el cargo, donde dice Jefa, debe decir Directora. Lo demás igual.", {"position": "Directora"}),
    ],
)
def test_an_erratum_is_about_what_our_letter_held(body: str, told: dict[str, Any]) -> None:
    assert entries(f"Estimados colegas:\n\n{body}\n", letter=RECORD) == [told]


@pytest.mark.parametrize(
    "body",
    [
        "Donde dice 2222-0000 debe decir 2222-0001.",  # the telephone or the fax: our letter would tell
        "Donde dice Cargo, debe decir Puesto.",
        "Se me dice que el documento debe decir Guatemala.",
    ],
)
def test_an_erratum_of_something_else_proposes_nothing(body: str) -> None:
    assert entries(body) == []


@pytest.mark.parametrize(
    ("body", "changes"),
    [
        ("BAJA\nNombre: Lic. Ana Prueba Gil\n\nALTA\nNombre: Luis Ensayo Mora\nCargo: Jefe", ["leave", "new"]),
        ("Baja: Lic. Ana Prueba Gil\nAlta: Mtro. Luis Ensayo Mora\nCargo: Jefe", ["leave", "new"]),
        ("Sale: Ana Prueba Gil\nEntra: Luis Ensayo Mora\nCorreo: l@b.example", ["leave", "new"]),
        ("Nuevo:\nNombre: Luis Ensayo Mora\nCargo: Jefe", [None]),  # over new values
        ("Favor retirar de la lista al Lic. Ana Prueba Gil y agregar al Ing. Luis Ensayo Mora.", ["leave", "new"]),
        ("Favor eliminar el teléfono de la Licda. Ana Prueba Gil.", []),
        ("Favor incluir el informe de la Licda. Ana Prueba Gil.", []),
    ],
)
def test_who_is_put_on_the_list_and_who_is_taken_off(body: str, changes: list[str | None]) -> None:
    assert [each.get("change") for each in entries(body)] == changes


def test_a_new_focal_point_in_a_heading_is_new_and_focal_point() -> None:
    [entry] = entries("NUEVO PUNTO FOCAL\nNombre: Ana Prueba Gil\nCargo: Jefa")
    assert entry == {"change": "new", "role": "focal-point", "name": "Ana Prueba Gil", "position": "Jefa"}


TWO = (
    "Hemos designado como punto focal al Sr. Luis Ensayo Mora, Jefe de Fronteras del Ministerio de Relaciones"
    " Exteriores, y como suplente a la Sra. Ana Prueba Gil, Analista.\n\n"
)


def test_values_below_a_heading_are_of_the_person_it_names() -> None:
    body = f"{TWO}Los datos del señor Ensayo son:\nTel.: 2539-5300\n\nLos de la señora Prueba son:\nTel.: 2539-5301\n"
    first, second = entries(body)
    assert first == {
        "role": "focal-point",
        "title": "Sr.",
        "name": "Luis Ensayo Mora",
        "position": "Jefe de Fronteras",
        "institution": "Ministerio de Relaciones Exteriores",
        "phone": PHONE,
    }
    assert (second["name"], second["role"], second["phone"]) == ("Ana Prueba Gil", "alternate", ["+50625395301"])


@pytest.mark.parametrize(
    ("above", "replaces"),
    [
        ("El Lic. Luis Ensayo Mora ya no labora aquí. En su lugar queda la siguiente funcionaria:", "Luis Ensayo Mora"),
        ("El Lic. Luis Ensayo Mora ya no labora aquí.", None),  # nothing says whose place it is
    ],
)
def test_who_leaves_above_a_form_is_an_entry_of_its_own(above: str, replaces: str | None) -> None:
    first, second = entries(f"{above}\n\nNombre: Ana Prueba Gil\nCargo: Jefa\n")
    assert (first["name"], first.get("replaces")) == ("Ana Prueba Gil", replaces)
    assert second == {"change": "leave", "title": "Lic.", "name": "Luis Ensayo Mora"}


def test_somebody_named_before_replaces_somebody() -> None:
    first, second = entries(
        "La nueva punto focal es: Abg. Ana Prueba Gil, Jefa, teléfono el 2539-5300. La abogada Prueba sustituye al"
        " Abg. Luis Ensayo Mora."
    )
    assert (first["name"], first["replaces"], first["phone"]) == ("Ana Prueba Gil", "Luis Ensayo Mora", PHONE)
    assert (second["name"], second["change"]) == ("Luis Ensayo Mora", "leave")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "Comparto mis datos: Mtra. Ana Prueba Gil, Jefa de Fronteras, Instituto Nacional de Migración, Calle 3,"
                " Col. Ficción, San José, tel. 2539-5300, a@b.example"
            ),
            {
                "title": "Mtra.",
                "name": "Ana Prueba Gil",
                "position": "Jefa de Fronteras",
                "institution": "Instituto Nacional de Migración",
                "address": "Calle 3, Col. Ficción, San José",
                "phone": PHONE,
                "email": ["a@b.example"],
            },
        ),
        (
            "Nuestro contacto: Ana Prueba Gil (a@b.example), Jefa de Fronteras.",
            {"name": "Ana Prueba Gil", "email": ["a@b.example"], "position": "Jefa de Fronteras"},
        ),
    ],
)
def test_a_line_that_presents_somebody(body: str, expected: dict[str, Any]) -> None:
    assert entries(body) == [expected]


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Nombre completo del funcionario de enlace", "name"),
        ("Nombre de la persona designada", "name"),
        ("Puesto funcional", "position"),
        ("Cargo nominal", "position"),
        ("Fax institucional", "fax"),
        ("Ubicación física", "address"),
    ],
)
def test_labels_composed_of_known_words(label: str, field: str) -> None:
    said = {"name": "Ana Prueba Gil", "fax": "2539-5300"}.get(field, "Calle 3")
    assert [set(each) for each in entries(f"{label}: {said}")] == [{field}]


@pytest.mark.parametrize("label", ["Nombre del documento", "Nombre del taller", "Unidad funcional"])
def test_labels_of_other_things(label: str) -> None:
    assert entries(f"{label}: Calle 3") == []


@pytest.mark.parametrize(
    ("filled", "shown"),
    [
        ("Cargo: Jefa de Cooperación *Directora de Área*", {"position": "Directora de Área"}),
        (
            "Nombre completo: Yariela Vatista Ensayo  *Abog. Ana Prueba Gil*",
            {"title": "Abog.", "name": "Ana Prueba Gil"},
        ),
        ("Cargo: Jefa de Cooperación *Adjunta*", {}),  # it may go on: asked only
    ],
)
def test_a_new_value_in_bold_behind_the_old_one(filled: str, shown: dict[str, Any]) -> None:
    label = filled.partition(":")[0]
    quoted = [f"> {filled if line.startswith(label) else line}" for line in RECORD.splitlines()]
    body = "\n".join(["Corregido abajo.", "", "El lun, 3 ene 2011 a las 10:22, Grupo escribió:", "", *quoted])
    assert [each[1] for each in read(body, letter=RECORD)] == [shown]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("El fax 2299-0001 ya no está en servicio; los demás datos continúan igual.", {"fax": []}),
        ("Confirmo los datos con una salvedad: el fax ya no está en funcionamiento.", {"fax": []}),
        ("Ahora estoy en la Dirección de Organismos Regionales.", {"unit": "Dirección de Organismos Regionales"}),
        (
            "Mi cargo correcto es Asesora Legal del Despacho Superior.",
            {"position": "Asesora Legal del Despacho Superior"},
        ),
        ("La Licda. Ana Prueba Gil sigue siendo nuestra Directora en la Embajada.", {}),
    ],
)
def test_what_is_gone_and_where_one_works_now(body: str, told: dict[str, Any]) -> None:
    found = entries(body)
    assert found == ([told] if told else [])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Teléfono actual: 2299-8100\nTeléfono nuevo: 2539-5300", {"phone": PHONE}),
        ("Cargo anterior: Analista\nCargo nuevo: Jefa de Fronteras", {"position": "Jefa de Fronteras"}),
        ("Teléfono actual: 2539-5300", {"phone": PHONE}),  # the present one, where no other is said
        ("Teléfono: 2299-8100 cambia por 2539-5300", {"phone": PHONE}),
        ("Dirección: Nueva: Calle 30, San José", {"address": "Calle 30, San José"}),
        (
            "Mis datos: nombre, Ana Prueba Gil; cargo, Jefa de Fronteras; teléfono, 2539-5300.",
            {"name": "Ana Prueba Gil", "position": "Jefa de Fronteras", "phone": PHONE},
        ),
    ],
)
def test_old_and_new_under_labels_and_pairs_in_a_sentence(lines: str, expected: dict[str, Any]) -> None:
    assert entries(lines) == [expected]


@pytest.mark.parametrize(
    ("follows", "replaces"),
    [
        ("En su lugar queda el Lic. Luis Ensayo Mora, correo l@b.example.", "Ana Prueba Gil"),
        ("Hasta tanto se designe a su reemplazo, favor escribir al Lic. Luis Ensayo Mora, correo l@b.example.", None),
    ],
)
def test_who_stands_in_for_a_while_replaces_nobody(follows: str, replaces: str | None) -> None:
    leaves, comes = entries(f"La Lic. Ana Prueba Gil dejó de pertenecer a esta Dirección. {follows}")
    assert (leaves["name"], leaves.get("change")) == ("Ana Prueba Gil", "leave")
    assert (comes["name"], comes.get("replaces")) == ("Luis Ensayo Mora", replaces)


def test_a_ministry_below_an_office_has_a_line_of_its_own() -> None:
    body = (
        "Estos son mis datos:\n\nLic. Ana Prueba Gil\nDirectora de Políticas\n"
        "Dirección General de Protección a Mexicanos en el Exterior\nSecretaría de Relaciones Exteriores\n"
        "Tel. 2539-5300\n"
    )
    [entry] = entries(body)
    assert entry["institution"] == "Secretaría de Relaciones Exteriores"
    assert entry["unit"] == "Dirección General de Protección a Mexicanos en el Exterior"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (  # sentences of labels and values behind one of a person
            (
                "El punto focal designado es la Licda. Ana Prueba Gil, Directora de Fronteras. Teléfono de oficina"
                " 2539-5300, correo a@b.example. Dirección: Vía Ficticia, San José."
            ),
            [
                {
                    "role": "focal-point",
                    "title": "Licda.",
                    "name": "Ana Prueba Gil",
                    "position": "Directora de Fronteras",
                    "phone": PHONE,
                    "email": ["a@b.example"],
                    "address": "Vía Ficticia, San José",
                }
            ],
        ),
        (
            "Se incorpora como suplente el Lic. Luis Ensayo Mora, Jefe, (506) 2539-5300 ext. 18.",
            [
                {
                    "role": "alternate",
                    "title": "Lic.",
                    "name": "Luis Ensayo Mora",
                    "position": "Jefe",
                    "phone": ["+50625395300;ext=18"],
                }
            ],
        ),
        (
            "El teléfono del Lic. Luis Ensayo Mora es 2539-5300.",
            [{"title": "Lic.", "name": "Luis Ensayo Mora", "phone": PHONE}],
        ),
        (  # what varies is the writer's, not the colleague's
            (
                "Continúa como suplente la Licda. Ana Prueba Gil. En mi caso el único dato que varía es el celular,"
                " que es 8800-0000."
            ),
            [
                {"mobile": ["+50688000000"]},
                {"title": "Licda.", "name": "Ana Prueba Gil", "role": "alternate"},
            ],
        ),
        (
            "Les agradezco incluir en copia a mi compañera Ana Prueba Gil (a@b.example). Mis datos no han cambiado.",
            [{"change": "none"}, {"change": "new", "name": "Ana Prueba Gil", "email": ["a@b.example"]}],
        ),
        (  # who has a role beside it would be lost
            (
                "Los datos de nuestro punto focal siguen sin cambios.\n\nSe incorpora como alterno el"
                " Cro. Luis Ensayo Mora,"
                " tel. 2539-5300."
            ),
            [
                {"change": "none"},
                {"title": "Cro.", "name": "Luis Ensayo Mora", "role": "alternate", "phone": PHONE},
            ],
        ),
        (
            "No change on my side. Our new alternate is Ms. Eva Sample, tel. 2539-5300.",
            [{"change": "none"}, {"title": "Ms.", "name": "Eva Sample", "role": "alternate", "phone": PHONE}],
        ),
        ("Sin cambios.\n\nLic. Luis Ensayo Mora\nPunto focal", [{"change": "none"}]),
        (
            "1) Incluir: Cro. Luis Ensayo Mora, Jefe de Unidad, DGME, tel. 2539-5300, l@b.example",
            [
                {
                    "change": "new",
                    "title": "Cro.",
                    "name": "Luis Ensayo Mora",
                    "position": "Jefe de Unidad",
                    "institution": "DGME",
                    "phone": PHONE,
                    "email": ["l@b.example"],
                }
            ],
        ),
    ],
)
def test_persons_told_with_how_to_reach_them(body: str, expected: list[dict[str, Any]]) -> None:
    assert entries(body) == expected
