"""Letters nobody asked for that hold names and numbers, and change no list: absences, hotels, ceremonies."""

from __future__ import annotations

import pytest

from tests.answers import all_shown, contact_entries

ABSENCE = (
    "Les aviso que del lunes 18 de julio al viernes 5 de agosto estaré gozando de mis vacaciones. Durante esos días "
    "queda a cargo de mis asuntos, de manera interina, el Lic. Renán Muestra Paz, Oficial de Protección, tel. "
    "2236-0151, correo rmuestrap@sre-hn.gob.example.\n\nSaludos,\n\nGladys Prueba\nTel. 2236-0150\n"
)
LODGING = (
    "Nos permitimos remitirles la información logística:\n\nSede y alojamiento: Hotel Imaginario, Av. Ficticia 365\n"
    "Teléfono: (809) 555-0150\nCorreo electrónico: reservas@hotel.example\nContacto: Sra. Yokasta Prueba, Gerente\n"
    "Tarifa: US$ 95.00, desayuno incluido\n\nTransporte del aeropuerto: Sr. Danilo Muestra, cel. (829) 555-0152.\n"
)
CEREMONY = (
    "La Embajada expresa sus más sentidas condolencias. La Ministra Consejera, Sra. Minerva Ensayo Lluberes, recibirá "
    "a los señores Jefes de Misión. Teléfono 2363-0150.\n"
)


@pytest.mark.parametrize(
    ("body", "subject"),
    [
        (ABSENCE, "Ausencia del 18 de julio al 5 de agosto"),
        (LODGING, "Información logística - Reunión de Santo Domingo"),
        (CEREMONY, "Nota de condolencias"),
    ],
)
def test_nothing_for_the_list(body: str, subject: str) -> None:
    assert contact_entries(body, "DO", subject) == []


def test_a_new_focal_point_in_such_a_letter_is_read() -> None:
    body = "La tarifa del hotel y la reserva de la habitación siguen igual.\n\nNombre: Ana Prueba Muestra\n"
    body += "Cargo: Directora\nTeléfono: 2230-0000\nEs nuestra nueva contraparte; favor actualizar el directorio.\n"
    (entry,) = contact_entries(body, "HN", "Datos")
    assert entry["fields"]["name"]["value"] == "Ana Prueba Muestra"


SMALL_TALK = [
    "Por acá todo bien. Saludos",
    "Todo bien por aquí, gracias. Le escribo por la reunión.",
    "All is well here.",
]


@pytest.mark.parametrize("said", SMALL_TALK)
def test_how_somebody_does_confirms_no_data(said: str) -> None:
    assert contact_entries(said, "HN", "Saludos") == []


@pytest.mark.parametrize(
    "said", ["Por acá todo igual, los datos siguen vigentes.", "Todo bien con la lista, sin cambios."]
)
def test_what_is_said_of_the_data_confirms_them(said: str) -> None:
    assert [all_shown(each) for each in contact_entries(said, "HN", "Saludos")] == [{"change": "none"}]


def test_who_was_asked_answers_so() -> None:
    subject = "RE: Lista de contactos [MD-DIR-HN-7K3QX]"
    assert [all_shown(each) for each in contact_entries("Todo bien por aquí.", "HN", subject)] == [{"change": "none"}]
