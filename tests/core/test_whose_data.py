"""Labelled values of somebody whom only the sentence above them names: asked, never taken for the writer's own."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, by_certainty, contact_entries

DATA = "\n\nCargo: Jefe de Prueba\nTeléfono: 2231-0000\n"


@pytest.mark.parametrize(
    ("lead", "title", "name"),
    [
        (
            "Solicitamos corregir los siguientes datos de la Licda. Jacinta Muestra Supuesto:",
            "Licda.",
            "Jacinta Muestra Supuesto",
        ),
        (
            "Solicitamos corregir los siguientes datos de la Licda. Jacinta\nMuestra Supuesto:",
            "Licda.",
            "Jacinta Muestra Supuesto",
        ),
        ("Los datos de la Licda. Eudosia Muestra siguen iguales, salvo los siguientes:", "Licda.", "Eudosia Muestra"),
        ("Los datos del Lic. Pedro Muestra cambian así:", "Lic.", "Pedro Muestra"),
        ("Please update the following for Ms. Ana Sample:", "Ms.", "Ana Sample"),
        ("En el registro de la Dra. Rosa Ejemplo favor cambiar:", "Dra.", "Rosa Ejemplo"),
        ("The entry for Mr. John Sample should read:", "Mr.", "John Sample"),
        ("Remito los nuevos datos de Ana Prueba Muestra:", None, "Ana Prueba Muestra"),
        ("Van los datos de la persona designada, Licda. Ana Prueba Muestra:", "Licda.", "Ana Prueba Muestra"),
        ("Our focal point, Ms. Ana Sample, has new contact details:", "Ms.", "Ana Sample"),
        ("Ms. Ana Sample's new details:", "Ms.", "Ana Sample"),
        ("Solicito corregir el renglón 9 (Lic. Fabián Ensayo Mora):", "Lic.", "Fabián Ensayo Mora"),
        (
            "Remito los datos de nuestro punto focal ante el Grupo, Lic. Pablo Prueba Ensayo.",
            "Lic.",
            "Pablo Prueba Ensayo",
        ),
        (
            "Gracias al Dr. Luis Ensayo por su llamada. Los datos de la Dra. Rosa Ejemplo han cambiado:",
            None,
            None,
        ),
    ],
)
def test_whose_the_values_are(lead: str, title: str | None, name: str | None) -> None:
    (entry,) = contact_entries(f"{lead}{DATA}", "HN")
    taken, asked = by_certainty(entry)
    assert "name" not in taken
    assert (asked.get("title"), asked.get("name")) == (title, name)
    assert all_shown(entry)["phone"] == ["+50422310000"]


@pytest.mark.parametrize(
    "lead",
    [
        "Por instrucciones de la Licda. Jacinta Muestra Supuesto remito mis nuevos datos:",
        "A pedido de la Directora, Dra. Ana Muestra, actualizo los siguientes datos:",
        "La Licda. Jacinta Muestra Supuesto solicita corregir lo siguiente:",
        "Estimada Licda. Jacinta Muestra:",
        "Estimada Licda. Jacinta Muestra, estos son los nuevos datos:",
        "Le envío copia al Dr. Luis Ensayo. Los datos a corregir:",
        "Conforme a lo hablado con la Dra. Ana Muestra, envío los datos corregidos:",
        "Hablé con Ana Muestra Prueba y actualizo lo siguiente:",
        "Para la Licda. Jacinta Muestra y el Lic. Pablo Prueba los nuevos datos:",
        "Actualizo los datos de la Dirección General de Migración:",
        "Los datos que envió la Licda. Jacinta Muestra deben corregirse:",
    ],
)
def test_whose_the_values_are_not(lead: str) -> None:
    (entry,) = contact_entries(f"{lead}{DATA}", "HN")
    assert "name" not in all_shown(entry)


def test_who_is_replaced_is_not_whose_the_values_are() -> None:
    entry, *_ = contact_entries(f"En sustitución de la Licda. Jacinta Muestra, los nuevos datos son:{DATA}", "HN")
    assert "name" not in all_shown(entry)


def test_the_name_beside_the_label_stays() -> None:
    (entry,) = contact_entries(f"Van los datos de Ana Prueba Muestra:\n\nNombre: Ana Prueba{DATA}", "HN")
    assert all_shown(entry)["name"] == "Ana Prueba"


@pytest.mark.parametrize(
    ("ahead", "name"),
    [
        ("Estos asuntos los verá el Lic. Pedro Muestra Gil", "Pedro Muestra Gil"),
        ("La coordinación del Grupo estará a cargo del Lic. Pedro Muestra Gil", "Pedro Muestra Gil"),
        ("Mi jefe es el Lic. Pedro Muestra Gil", "Pedro Muestra Gil"),
        ("Mi asistente, Ana Prueba Gil", "Ana Prueba Gil"),
        ("Cambia el alterno: sale Hugo Prueba Paz y entra la Licda. Aura Ensayo Tum", "Aura Ensayo Tum"),
        (
            "Por instrucciones del Lic. Rubén Prueba Gil, van los datos de quien atenderá: Licda. Ana Muestra Paz",
            "Ana Muestra Paz",
        ),
        ("Los verán Pedro Muestra Gil y Ana Prueba Paz", None),
        ("Les saluda Pedro Muestra Gil", None),
        ("Actualicé mis datos con Ana Prueba Gil", None),
        ("Por encargo de la Licda. Ana Prueba Gil", None),
    ],
)
def test_who_is_named_on_the_line_ahead_of_the_values(ahead: str, name: str | None) -> None:
    entries = contact_entries(f"{ahead}, tel. 2231-0000, correo p@x.example.", "HN")
    (shown,) = [each for each in map(all_shown, entries) if "email" in each]
    assert (shown.get("name"), shown["email"], shown.get("position")) == (name, ["p@x.example"], None)


@pytest.mark.parametrize("lead", ["Our new Director, ", "The new Director is "])
def test_a_post_ahead_of_a_name_begins_behind_articles(lead: str) -> None:
    (entry,) = contact_entries(f"{lead}Ms. Jane Sample, and she can be reached at 2231-0000.", "HN")
    assert (all_shown(entry)["name"], all_shown(entry)["position"]) == ("Jane Sample", "Director")


def test_the_post_behind_who_is_named_ahead_of_the_values() -> None:
    (entry,) = contact_entries(
        "Quien atenderá el tema: Licda. Ana Muestra Paz, Secretaria General, correo p@x.example.", "HN"
    )
    assert (all_shown(entry)["name"], all_shown(entry)["position"]) == ("Ana Muestra Paz", "Secretaria General")


def test_a_number_of_another_office_is_nobodys() -> None:
    body = (
        "Mr. Orville Testerman is listed with fax 2231-0210, which belongs to another office. His"
        " fax is 2231-0201, and his"
        " position should read Chief Executive Officer."
    )
    (entry,) = contact_entries(body, "HN")
    assert by_certainty(entry) == (
        {},
        {
            "title": "Mr.",
            "name": "Orville Testerman",
            "fax": ["+50422310201"],
            "position": "Chief Executive Officer",
        },
    )


def test_the_number_listed_for_somebody_is_theirs() -> None:
    body = (
        "The telephone number listed for Harriet Sample is out of date: 2231-0119 now belongs to our"
        " press office. Her new"
        " number is 2231-0199, extension 7."
    )
    (entry,) = contact_entries(body, "HN")
    assert by_certainty(entry) == ({}, {"name": "Harriet Sample", "phone": ["+50422310199;ext=7"]})


@pytest.mark.parametrize("end", [" ", "\n"])
def test_an_extension_behind_a_comma_is_the_numbers(end: str) -> None:
    body = (
        "Les informamos que desde hoy el punto focal\nes la señora Milagros Ejemplo Peña, Encargada"
        " de Asuntos Migratorios"
        f" Internacionales, teléfono 2231-0177,{end}ext. 301, celular 9999-0120, correo m@x.example."
    )
    (entry,) = contact_entries(body, "HN")
    shown = all_shown(entry)
    assert (shown["phone"], shown["mobile"]) == (["+50422310177;ext=301"], ["+50499990120"])


def test_respectively_tells_which_is_which() -> None:
    (entry,) = contact_entries("Tel. y fax: 2259-0010 y 2259-0011, respectivamente\nNombre: Ana Prueba Gil\n", "HN")
    shown = all_shown(entry)
    assert (shown["phone"], shown["fax"]) == (["+50422590010"], ["+50422590011"])


def test_a_name_told_in_short_the_second_time_is_the_whole_one() -> None:
    body = (
        "Tanto Álvaro Ensayo Quirós como Marcela Prueba Solano usan el mismo buzón. El teléfono de Álvaro Ensayo es"
        " 2542-0021."
    )
    names = [all_shown(each).get("name") for each in contact_entries(body, "CR")]
    assert "Álvaro Ensayo" not in names
    assert "Álvaro Ensayo Quirós" in names
