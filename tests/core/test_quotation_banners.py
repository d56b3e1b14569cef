"""What a ministry's server puts above letters from outside is nobody's answer; a person's warning stays."""

from __future__ import annotations

import pytest

from mailbot.core.quotation import label, own_words
from mailbot.core.values import Line

BANNERS = [
    "CUIDADO: este correo se originó fuera de la organización. No haga clic en enlaces ni abra adjuntos.",
    "[EXTERNO] Este mensaje proviene de un remitente externo. Tenga precaución con los enlaces.",
    "PRECAUCIÓN: Correo externo. Verifique el remitente antes de responder.",
    "No suele recibir correo electrónico de grupo.md@crm.example. Descubra por qué esto es importante",
    "You don't often get email from grupo.md@crm.example. Learn why this is important",
    "Este es un correo electrónico de un remitente externo a la Secretaría. No abra adjuntos.",
    "⚠ Precaución: Este mensaje proviene de fuera del Ministerio. No abra archivos si no conoce al remitente.",
    "*** This email originated from outside the Department. Think before you click links. ***",
    "[EXTERNAL EMAIL]",
    "** CORREO EXTERNO **",
]
PERSONS = [
    "Atención: el taller se realizará fuera de la institución, en un hotel.",
    "Importante: el enlace externo del grupo es la Licda. Ana Prueba.",
    "Este correo es el institucional; el externo ya no lo uso.",
    "Aviso que cambio de cargo, sigo fuera de la ciudad.",
    "External: cooperation with observers is under way.",
]


def page(text: str, depth: int = 0) -> tuple[Line, ...]:
    return tuple(Line(number, line, depth) for number, line in enumerate(text.split("\n"), 1))


@pytest.mark.parametrize("banner", BANNERS)
def test_a_banner_on_top_is_no_word_of_the_sender(banner: str) -> None:
    assert own_words(label(page(f"{banner}\n\nSin cambios.\n\nAna"))) == "Sin cambios.\n\nAna"


@pytest.mark.parametrize("banner", BANNERS)
def test_a_banner_on_top_of_the_quotation_is_no_answer(banner: str) -> None:
    head = "De: Grupo <grupo.md@crm.example>\nEnviado el: lunes 10:22\nPara: Ana\nAsunto: Lista\n\n"
    found = label(page(f"Van.\n\n{head}{banner}\n\nEstimables colegas:"))
    assert next(line.label for line in found if line.text == banner) == "disclaimer"


@pytest.mark.parametrize("text", PERSONS)
def test_a_persons_line_stays(text: str) -> None:
    assert own_words(label(page(f"{text}\n\nCargo: Directora"))) == f"{text}\n\nCargo: Directora"


@pytest.mark.parametrize("banner", BANNERS[:3])
def test_further_down_the_same_words_are_the_senders(banner: str) -> None:
    above = "\n\n".join(["Buenos días.", "Uno.", "Dos.", "Tres."])
    assert "Tres." in own_words(label(page(f"{above}\n\n{banner}")))


FOOTERS = [
    "Sent from Mailspring (https://getmailspring.com/), the best free email app for work",
    "Enviado con Mailbird",
    "Sent from Canary (https://canarymail.io)",
    "This message was sent using IMP, the Internet Messaging Program.",
    "FREE Animations for your email - by IncrediMail! Click Here!",
    "__________ Información de ESET NOD32 __________\n\nESET NOD32 Antivirus ha comprobado este mensaje.\n\nhttp://www.eset.com",
    "No se encontraron virus en este mensaje.\n\nVersión: 2016.0.7497 / Base de datos de virus: 4522/11723",
    "La información de este correo es confidencial y sólo puede usarla la compañía a la cual está dirigido.",
    "Advertencia legal: el contenido de este mensaje no compromete la posición oficial de la institución.",
    "The views expressed in this message are those of the author and do not necessarily reflect those of the Ministry.",
]  # fmt: skip


@pytest.mark.parametrize("footer", FOOTERS)
def test_what_programs_and_lawyers_add_is_no_word_of_the_sender(footer: str) -> None:
    assert own_words(label(page(f"Cargo: Directora\n\n{footer}"))) == "Cargo: Directora"


@pytest.mark.parametrize(
    "text",
    [
        "Versión: 2 del documento, sin virus conocidos.",
        "https://www.crm.example/documento",
        "Enviado desde la Dirección General (https://dgm.example)",
        "Las opiniones de los países se remitieron ayer.",
    ],
)
def test_the_senders_own_last_line_stays(text: str) -> None:
    assert own_words(label(page(f"Cargo: Directora\n\n{text}"))).endswith(text)
