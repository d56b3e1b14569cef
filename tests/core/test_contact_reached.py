"""Where writers say they are reached, what they are now, which name and number is right: shown, and asked about."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, contact_entries

MAIL = ["maria.rivas@mig.example"]
PHONE = ["+50224101234"]


def shown(body: str) -> list[dict[str, Any]]:
    found = contact_entries(body, "GT")
    assert all(value["certainty"] == "doubtful" for entry in found for value in entry["fields"].values())
    return [all_shown(entry) for entry in found]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("Please use maria.rivas@mig.example as my e-mail from now on.", {"email": MAIL}),
        ("Please use this address for me: maria.rivas@mig.example", {"email": MAIL}),
        ("El correo anterior ya no funciona, usen maria.rivas@mig.example.", {"email": MAIL}),
        ("Agradeceré usar en adelante la dirección maria.rivas@mig.example.", {"email": MAIL}),
        (
            "From next week you can reach me at maria.rivas@mig.example or +502 2410 1234.",
            {"email": MAIL, "phone": PHONE},
        ),
        ("You can reach me at +502 2410 1234.", {"phone": PHONE}),
        ("I can now be reached at 2410-1234, ext. 15.", {"phone": ["+50224101234;ext=15"]}),
        ("Les agradeceré escribirme a maria.rivas@mig.example.", {"email": MAIL}),
        ("Pueden contactarme en maria.rivas@mig.example o al 2410-1234.", {"email": MAIL, "phone": PHONE}),
        ("Pueden localizarme en el teléfono 2410-1234.", {"phone": PHONE}),
        ("Desde hoy pueden comunicarse conmigo al 2410-1234.", {"phone": PHONE}),
        ("Ya no tenemos fax.", {"fax": []}),
        ("We no longer have a fax.", {"fax": []}),
        ("No contamos con fax.", {"fax": []}),
        ("El número correcto es 2410-1234 y no 2410-4321.", {"phone": PHONE}),
        ("There is a typo in my e-mail: it is maria.rivas@mig.example.", {"email": MAIL}),
        ("Hay un error en mi correo: lo correcto es maria.rivas@mig.example.", {"email": MAIL}),
        ("My name is misspelled: it should read Maria Rivas, not Maria Rives.", {"name": "Maria Rivas"}),
        ("Mi nombre está mal escrito: es María Rivas, no María Rives.", {"name": "María Rivas"}),
        ("Prefiero recibir las comunicaciones en inglés.", {"language": "en"}),
        ("I would prefer to receive the letters in English.", {"language": "en"}),
        ("Agradeceré que las próximas cartas me lleguen en español.", {"language": "es"}),
        ("Please write to me in Spanish.", {"language": "es"}),
        ("Todo igual salvo el teléfono, que es 2410-1234.", {"phone": PHONE}),
        ("Ahora soy Subdirectora de Asuntos Consulares.", {"position": "Subdirectora de Asuntos Consulares"}),
        (
            "I am now Deputy Director of Migration at the Ministry of Foreign Affairs.",
            {"position": "Deputy Director of Migration", "institution": "Ministry of Foreign Affairs"},
        ),
        (
            "Actualmente soy Subdirectora de Asuntos Consulares del Ministerio de Relaciones Exteriores.",
            {"position": "Subdirectora de Asuntos Consulares", "institution": "Ministerio de Relaciones Exteriores"},
        ),
        (
            "La dependencia cambió de nombre: ahora es Dirección General de Migración y Extranjería.",
            {"unit": "Dirección General de Migración y Extranjería"},
        ),
        ("The Ministry is now called Ministry of Public Safety.", {"institution": "Ministry of Public Safety"}),
        (
            "Nuestra institución ahora se llama Instituto Guatemalteco de Migración.",
            {"institution": "Instituto Guatemalteco de Migración"},
        ),
        (
            "La dependencia pasó a llamarse Dirección General de Protección al Migrante.",
            {"unit": "Dirección General de Protección al Migrante"},
        ),
        (
            "Les comunicamos que nos mudamos de oficina. La nueva dirección es Av. Independencia No. 752, Antigua.",
            {"address": "Av. Independencia No. 752, Antigua"},
        ),
        ("El Instituto se trasladó; nuestra dirección es Calle 21, Zona 8.", {"address": "Calle 21, Zona 8"}),
        ("Our new address is 12 Sample Street, Belmopan.", {"address": "12 Sample Street, Belmopan"}),
        ("Pueden localizarme también en mi celular, que es el 5812-3456.", {"mobile": ["+50258123456"]}),
        ("You may also call me on my cell, 5812-3456.", {"mobile": ["+50258123456"]}),
        (
            "Además del número de la oficina, que sigue igual, pueden llamarme al celular 5812-3456.",
            {"mobile": ["+50258123456"]},
        ),
        (
            "You can reach me at 2410-1234 or on my cell 5812-3456.",
            {"phone": PHONE, "mobile": ["+50258123456"]},
        ),
        ("Pueden usar dos números: 2410-1234 y 2410-1235.", {"phone": [*PHONE, "+50224101235"]}),
        ("The number in your list is missing a digit: it should read 2410-1234.", {"phone": PHONE}),
        ("Mi celular para emergencias: 5812-3456.", {"mobile": ["+50258123456"]}),
        ("El correo institucional se escribe con guion: maria.rivas@mig.example", {"email": MAIL}),
        ("Please send all future correspondence to maria.rivas@mig.example.", {"email": MAIL}),
        ("Our office moved to 12 Sample Street, Belmopan.", {"address": "12 Sample Street, Belmopan"}),
        (
            "Hemos cambiado de edificio, ahora estamos en la 5a. Avenida 10-20, Zona 1.",
            {"address": "5a. Avenida 10-20, Zona 1"},
        ),
        ("A partir de febrero mi dirección pasará a ser maria.rivas@mig.example.", {"email": MAIL}),
        (
            (
                "El Ministerio cambia de dominio de correo y mi dirección será maria.rivas@mig.example. La vieja ya "
                "no sirve."
            ),
            {"email": MAIL},
        ),
    ],
)
def test_a_sentence_about_the_writer_is_shown(body: str, told: dict[str, Any]) -> None:
    assert shown(body) == [told]


@pytest.mark.parametrize(
    "body",
    [
        "Durante la gira pueden localizarme al 2410-1234.",
        "While I am travelling you can reach me at +502 2410 1234.",
        "Para inscribirse en el taller usen el correo taller@mig.example.",
        "Please write to registro@mig.example to register for the seminar.",
        "No pude contactarlo en maria.rivas@mig.example.",
        "We no longer have a deadline to meet.",
        "Ya no tenemos comentarios.",
        "El taller será en inglés.",
        "Prefiero que la reunión se celebre en español y en inglés.",
        "Now is the time to reach an agreement on 2410 cases.",
        "I am now available for the meeting.",
        "Ahora soy optimista.",
        "The seminar is now called Migration and Development.",
        "Para cualquier consulta pueden comunicarse conmigo al 2410-1234.",
        "If you have any questions you can reach me at +502 2410 1234.",
        "La nueva dirección es más accesible.",
        "Estamos en la sesión 3 del curso.",
        "We moved to agenda item 3, paragraph 2.",
        "Favor enviar todas las observaciones a taller@mig.example.",
        "Our new address is easier to find.",
        "Nuestra dirección es muy activa en este tema, como saben.",
        "Los tres números de la revista están agotados.",
    ],
)
def test_what_is_about_something_else_is_not(body: str) -> None:
    assert shown(body) == []


def test_two_named_as_staying_keep_their_roles() -> None:
    body = "La Licda. María Rivas continuará siendo punto focal y el Lic. Juan Prueba suplente."
    first, second = shown(body)
    assert (first["name"], first["role"]) == ("María Rivas", "focal-point")
    assert (second["name"], second["role"]) == ("Juan Prueba", "alternate")


def test_an_address_in_a_sentence_stands_beside_labelled_values() -> None:
    [entry] = contact_entries("Cargo: Jefa de Fronteras\n\nPueden escribirme a maria.rivas@mig.example.", "GT")
    assert entry["fields"]["position"]["certainty"] != "doubtful"
    assert entry["fields"]["email"]["value"] == MAIL
    assert entry["fields"]["email"]["certainty"] == "doubtful"


@pytest.mark.parametrize(
    "body",
    [
        (
            "En respuesta a su atenta nota, me permito informar que los datos de esta Dirección no han sufrido "
            "modificación."
        ),
        "No tengo observaciones a los datos enviados.",
        "Los datos que aparecen en la lista son los correctos.",
        "Everything on your list is still correct for Belize.",
        "Panamá no tiene cambios que reportar.",
        "Our details on your list are up to date.",
        "Mis datos siguen siendo correctos.",
        "Conforme.",
        "Todo correcto.",
        "Confirmed.",
        "Looks good.",
        (
            "Salgo de vacaciones mañana y estaré fuera de la oficina hasta el 31 de enero, por lo que prefiero "
            "dejarles la respuesta hoy mismo: nuestros datos siguen sin cambios."
        ),
    ],
)
def test_nothing_has_changed_in_other_words(body: str) -> None:
    [entry] = contact_entries(body, "GT")
    assert all_shown(entry) == {"change": "none"}


@pytest.mark.parametrize(
    "body",
    [
        "Los datos que aparecen en la lista no son los correctos.",
        "Espero que los datos sean los correctos.",
        "Favor confirmar si los datos son los correctos.",
        "¿La información es correcta?",
        "I am not sure the information is correct.",
        "Please make sure our details are up to date.",
        "No tengo observaciones al borrador.",
        "Conforme a lo solicitado, respondo mañana.",
        "Confirmed for the meeting on Monday.",
        "Cuando la lista esté al día, favor avisar.",
        "I will let you know whether our details are current.",
    ],
)
def test_what_only_wishes_or_asks_it_confirms_nothing(body: str) -> None:
    assert all("change" not in all_shown(entry) for entry in contact_entries(body, "GT"))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("In row 5, where it says Telephone 2410-4321 it should say 2410-1234.", {"phone": PHONE}),
        ("En la fila 5, donde dice Teléfono 2410-4321 debe decir 2410-1234.", {"phone": PHONE}),
    ],
)
def test_the_wrong_number_is_none(body: str, told: dict[str, Any]) -> None:
    assert shown(body) == [told]
