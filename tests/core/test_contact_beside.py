"""What is told besides: who asks to be left alone, new data in a letter about something else, rows of a list."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import KNOWN, all_shown, by_certainty, contact_entries, entries_of, reading_of, reply_of

OF_CONTACTS = "Actualización de la lista de contactos [MyD-DIR-2011-CR]"
OF_PARTICIPANTS = "Designación de participantes [FUT-PAR-2011-HN]"
OF_THE_LIST = "Lista de contactos, versión 3 [MyD-LIST-2011-DO]"


def asked(body: str, subject: str, sender: str = "hmuestra@mtss.gob.example") -> list[dict[str, Any]]:
    shown = [by_certainty(entry) for entry in entries_of(reply_of(body, subject, sender), KNOWN)]
    assert not any(taken for taken, _ in shown)
    return [asked for _, asked in shown]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "Desde octubre ya no llevo el tema, por lo que agradezco retirarme de la lista. El señor Director lo"
                " comunicará.\n\nSaludos,\n\nHortensia Muestra Ficticia\nDirección de Empleo\nTel. 2542-0034\n"
            ),
            [{"change": "leave", "name": "Hortensia Muestra Ficticia"}],
        ),
        (
            "Please remove me from the list. You may write to Penelope Sample-Mockford.\n\nThanks,\n\nGraham Stubbs\n",
            [{"change": "leave"}],  # the address is of somebody else
        ),
        ("Please take us off the list.\n\nHortensia Muestra\n", [{"change": "leave"}]),  # who are "us"?
        ("Les agradeceré no enviarme más correos del Grupo.\n", [{"change": "leave"}]),
        ("No nos escriban más a este correo, usen el otro.\n", []),
        ("Please do not remove me from the list.\n", []),
        ("No me retiren de la lista, por favor.\n", []),
    ],
)
def test_who_asks_to_be_left_alone_is_shown_as_leaving(body: str, expected: list[dict[str, str]]) -> None:
    assert asked(body, OF_CONTACTS) == expected
    read = reading_of(reply_of(body, OF_CONTACTS), KNOWN)
    assert read.entries == ()  # what follows is decided from the words, as before


@pytest.mark.parametrize("subject", [OF_PARTICIPANTS, "saludos"])
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Participará la suscrita. Cambié de celular, el nuevo es el 9890-0000 (solo urgencias, favor no publicar).",
            [{"mobile": ["+50498900000"]}],
        ),
        (
            "I will attend. Please note that my e-mail address has changed to ana@b.example.",
            [{"email": ["ana@b.example"]}],
        ),
        ("Mi nuevo cargo es Directora de Migración.", [{"position": "Directora de Migración"}]),
        ("Participará Ana Prueba, su nuevo celular es 9890-0000.", []),
        ("Mi celular durante el viaje es 9890-0000.", []),
        ("Mi nuevo número de pasaporte es 98900000.", []),
        ("El nuevo correo de la Ministra es a@b.example.", []),
    ],
)
def test_new_data_of_the_writer_in_a_letter_about_something_else(
    body: str, expected: list[dict[str, Any]], subject: str
) -> None:
    assert asked(body, subject) == expected
    if subject == OF_PARTICIPANTS:  # what the letter is about comes first
        assert reading_of(reply_of(body, subject), KNOWN).entries == ()


@pytest.mark.parametrize(
    "report",
    ["P003-04: en proceso.", "El taller P003-04 se realizó el 15 de enero.", "Actividad: P003-04\nEstado: en proceso"],
)
def test_new_data_beside_a_report_are_asked_with_it(report: str) -> None:
    body = f"{report}\n\nPor otra parte, mi nuevo correo electrónico es a@b.example.\n"
    activity, contact = entries_of(reply_of(body, "Avance del Programa de Trabajo [PC-EST-2009-DO]"), KNOWN)
    assert all_shown(activity)["activity"] == "P003-04"
    assert by_certainty(contact) == ({}, {"email": ["a@b.example"]})


def test_a_wish_not_to_publish_in_a_sentence_is_kept() -> None:
    (entry,) = entries_of(reply_of("Cambié de celular, el nuevo es el 9890-0000 (no publicar).", "saludos"), KNOWN)
    assert entry["publish"] == {"mobile": False}
    (entry,) = contact_entries("Mi nuevo celular es el 9890-0000 (no publicar). Mi fax es 2222-0000.", "HN")
    assert entry["publish"] == {"mobile": False}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "Fila 12. Ing. Porfirio Maqueta Ejemplo: se acogió a su jubilación, favor eliminarlo.\n\n"
                "Fila 14. Altagracia Ejemplo Mora: en el fax, donde dice (809) 555-0143 debe decir (809) 555-0134. En"
                " el cargo, debe leerse «Encargada de Relaciones Internacionales» y no «Encargado».\n\nLo demás, bien."
            ),
            [
                {"change": "leave", "title": "Ing.", "name": "Porfirio Maqueta Ejemplo"},
                {
                    "name": "Altagracia Ejemplo Mora",
                    "fax": ["+18095550134"],
                    "position": "Encargada de Relaciones Internacionales",
                },
            ],
        ),
        (
            "Row 23 - Penelope Sample: fax should read 809-555-0134, not 809-555-0143.",
            [{"name": "Penelope Sample", "fax": ["+18095550134"]}],
        ),
        (
            (
                "- Luis Ensayo Mora: su cargo ahora es Director de Fronteras.\n"
                "- Ana Prueba Rojas: el teléfono debe decir 809-555-0134."
            ),
            [
                {"name": "Luis Ensayo Mora", "position": "Director de Fronteras"},
                {"name": "Ana Prueba Rojas", "phone": ["+18095550134"]},
            ],
        ),
        ("Fila 3: el fax debe decir 809-555-0134.", [{"fax": ["+18095550134"]}]),  # whose, nobody says
        ("Ana Prueba Rojas: muchas gracias por la lista que nos enviaron ayer.", []),
    ],
)
def test_rows_of_a_list_are_put_right_a_person_a_row(body: str, expected: list[dict[str, Any]]) -> None:
    assert [all_shown(entry) for entry in contact_entries(f"Estimados:\n\n{body}\n", "DO", OF_THE_LIST)] == expected


@pytest.mark.parametrize(
    "news",
    [
        "Por otra parte, aprovecho para informarles que nuestro nuevo número de fax es (507) 511-4022.",
        "Mi nuevo fax es 511-4022.",
    ],
)
def test_a_report_by_code_and_news_of_the_writer_are_both_told(news: str) -> None:
    body = f"La actividad MD-08 se realizó el 2 de diciembre de 2010 en la ciudad de Panamá.\n\n{news}"
    report, contact = (all_shown(each) for each in contact_entries(body, "PA", "RE: Avance del Plan de Trabajo"))
    assert (report["activity"], report["status"], report["date"]["start"]) == ("MD-08", "done", "2010-12-02")
    assert contact["fax"] == ["+5075114022"]
