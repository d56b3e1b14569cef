"""Contact data in a letter about something else: who goes, who comes, labelled data. All of it is asked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.answers import all_shown, by_certainty, contact_entries

OF_PARTICIPANTS = "[FUT-PAR-2011-HN] Designación de participantes / Designation of participants"
OF_INTEREST = "[RROCM-INT-2010-HN] Sondeo de interés / Poll of interest"
OF_INPUTS = "[PC-INS-2009-HN] Insumos al borrador / Inputs to the draft"
PARTICIPANTS = (
    "Acreditamos a los funcionarios que asistirán por Honduras:\n\n"
    "1. Abg. Wilfredo Croquis Alvarenga, Director de Política, w@sre.gob.example, cel. 9877-0031\n"
    "2. Lic. Suyapa Tentativa Lara, Subdirectora, s@sre.gob.example\n\n"
)


def asked(body: str, subject: str = OF_PARTICIPANTS) -> list[dict[str, Any]]:
    entries = [each for each in contact_entries(body, "HN", subject) if each["form"] == "contact-update"]
    shown = [by_certainty(entry) for entry in entries]
    assert not any(taken for taken, _ in shown)
    return [{name: value for name, value in asked.items() if name != "valid_from"} for _, asked in shown]


@pytest.mark.parametrize("subject", [OF_PARTICIPANTS, OF_INTEREST, OF_INPUTS])
def test_the_writers_labelled_data_beside_participants(subject: str) -> None:
    body = (
        f"{PARTICIPANTS}Aprovecho para que actualicen mis datos en la lista de contactos:\n\n"
        "Nombre: Gloria Maqueta\nTel: 2236-0040 ext. 15 (antes 2230-0011)\nFax: 2236-0042\n\nAtte.\nGloria\n"
    )
    expected = {"name": "Gloria Maqueta", "phone": ["+50422360040;ext=15"], "fax": ["+50422360042"]}
    assert asked(body, subject) == [expected]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "P.D.: nuestro nuevo número de teléfono es 2236-0099 y el fax 2236-0098.",
            [{"phone": ["+50422360099"], "fax": ["+50422360098"]}],
        ),
        (
            "La Licda. Ana Muestra Gil ya no labora aquí; en su lugar está el Abg. Pedro Modelo Cruz, tel. 2236-0040.",
            [
                {"change": "leave", "title": "Licda.", "name": "Ana Muestra Gil"},
                {
                    "change": "new",
                    "title": "Abg.",
                    "name": "Pedro Modelo Cruz",
                    "replaces": "Ana Muestra Gil",
                    "phone": ["+50422360040"],
                },
            ],
        ),
        (
            "Asimismo, favor eliminar de la lista de contactos a Fausto Supuesto Marte, quien pasó a retiro.",
            [{"change": "leave", "name": "Fausto Supuesto Marte"}],
        ),
        (
            (
                "Les agradeceré incluir en su lista de contactos al Ing. Abdiel Prototipo Batista, nuevo Jefe de la"
                " Oficina de Asuntos Internacionales: teléfonos 2511-0044 y 2511-0045, correo ab@snm.gob.example."
                " Reemplaza a Itzel Simulacro."
            ),
            [
                {
                    "change": "new",
                    "title": "Ing.",
                    "name": "Abdiel Prototipo Batista",
                    "position": "Jefe de la Oficina de Asuntos Internacionales",
                    "replaces": "Itzel Simulacro",
                    "email": ["ab@snm.gob.example"],
                    "phone": ["+50425110044", "+50425110045"],
                }
            ],
        ),
        (
            (
                "Please note that I will be replaced by Ms. Anneliese Mockridge, Case Manager. Office: 2511-0126."
                " BlackBerry: 9611-0193. E-mail: a.m@dfait.example."
            ),
            [
                {
                    "change": "new",
                    "title": "Ms.",
                    "name": "Anneliese Mockridge",
                    "position": "Case Manager",
                    "email": ["a.m@dfait.example"],
                    "phone": ["+50425110126"],
                    "mobile": ["+50496110193"],
                }
            ],
        ),
    ],
)
def test_who_goes_and_who_comes_beside_something_else(told: str, expected: list[dict[str, Any]]) -> None:
    assert asked(f"{PARTICIPANTS}{told}\n\nSaludos\n", OF_INTEREST) == expected


@pytest.mark.parametrize(
    "body",
    [
        PARTICIPANTS,
        "Confirmamos la participación. Mis datos para el seminario:\n\nNombre: Ana Prueba\nTel: 2236-0040\n",
        'Para. 4: replace "detention" with "custody". The telephone service it describes does not exist.\n',
        "El organizador es el Lic. Juan Prueba, tel. 2236-0040, para el hotel.\n",
        "El experto fue reemplazado por Juan Prueba Ensayo.\nPárrafo 3: sustituir a los menores por niños.\n",
        "Gracias por la lista de contactos.\n\nNombre: Ana Prueba\nCargo: Jefa\nTel: 2236-0040\n",
        "Recibimos la lista de contactos sin cambios.\n",
        "Asistirá el suscrito.\n\nSaludos,\n\nAna Prueba Ensayo\nJefa de Fronteras\nTel. 2236-0040\n",
        "Incluyan en la lista de participantes al Lic. Juan Prueba Ensayo, tel. 2236-0040.\n",
    ],
)
def test_participants_organisers_and_signatures_are_no_contacts(body: str) -> None:
    assert asked(body) == []


def test_labelled_data_beside_a_coded_report_do_not_hide_it() -> None:
    body = "P003-04 was completed on 20 February.\n\nPlease update our contact details. Tel: 2236-0040. Fax: none.\n"
    report, contact = contact_entries(body, "HN", "[PC-EST-2009-HN] Avance / Progress")
    assert (report["form"], all_shown(report)["activity"]) == ("activity-status", "P003-04")
    assert all_shown(contact) == {"phone": ["+50422360040"], "fax": []}


DATA = "Nombre: Licda. Rosa Ejemplo Muestra\nCargo: Encargada de Asuntos Consulares\nTeléfono: 2236-0040, ext. 305\n"
REPORT = "Actividad: P003-09\nEstado: En proceso\nAvance: 20 %\n"
OF_REPORT = "[PC-EST-2009-HN] Avance del Programa de Trabajo / Progress of the Work Programme"


@pytest.mark.parametrize(
    "body",
    [
        f"Le remito mis datos actualizados y, más abajo, el avance de la actividad.\n\n{DATA}\n{REPORT}",
        f"Va el avance y, más abajo, mis datos.\n\n{REPORT}\n{DATA}",
        f"Favor actualizar mis datos:\n\n{DATA}\n{REPORT}",
    ],
)
def test_a_paragraph_of_contacts_labels_beside_a_report(body: str) -> None:
    assert asked(body, OF_REPORT) == [
        {
            "title": "Licda.",
            "name": "Rosa Ejemplo Muestra",
            "position": "Encargada de Asuntos Consulares",
            "phone": ["+50422360040;ext=305"],
        }
    ]


@pytest.mark.parametrize(
    "body",
    [
        f"{REPORT}Responsable: Licda. Rosa Ejemplo\nTeléfono: 2236-0040\n",
        f"{REPORT}\nTeléfono: 2236-0040\nFax: 2236-0041\n",
        f"{PARTICIPANTS}{DATA}",
    ],
)
def test_what_is_no_paragraph_of_ones_data(body: str) -> None:
    assert asked(body, OF_PARTICIPANTS if body.startswith(PARTICIPANTS) else OF_REPORT) == []
