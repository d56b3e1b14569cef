"""Answers typed without marks under the questions of a quoted letter that is not on record."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage

import pytest

from mailbot.core.values import Known, Reading
from tests.answers import COUNTRIES, reading_of

HEADER = """\
De: Secretaría Técnica [mailto:st@crm.example]
Enviado el: lunes, 07 de febrero de 2011 08:30 a.m.
Para: Gladys Ficticia
Asunto: Cuestionario / Questionnaire

Estimados colegas: rogamos contestar antes del 4 de marzo.

"""
ANSWERED = """\
1. ¿Cómo valora su país los resultados?
{mark}De forma favorable.

2. ¿Cuáles son los aspectos del fenómeno migratorio que necesitamos
resolver a través de la CRM?
{mark}Retorno ordenado.
a) niñez no acompañada
"""
ABOVE = "Buenos días, van nuestras respuestas después de cada pregunta."


def read(body: str) -> Reading:
    """What is understood without the letter on record."""
    mail = EmailMessage()
    mail["From"] = "Gladys Ficticia <gficticia@rree-sv.gob.example>"
    mail["Subject"] = "RE: Cuestionario / Questionnaire"
    mail.set_content(body)
    return reading_of(mail.as_bytes(), Known(today=dt.date(2011, 3, 1), countries=COUNTRIES))


@pytest.mark.parametrize(
    "above", [ABOVE, "Buenos días.", "See our comments in the text.", "Respuestas abajo, en azul."]
)
@pytest.mark.parametrize("mark", ["", "R/ ", "R: ", "Respuesta: "])
def test_answers_are_the_senders_and_questions_are_not(above: str, mark: str) -> None:
    text = read(f"{above}\n\n{HEADER}{ANSWERED.format(mark=mark)}").text
    for words in (above, "De forma favorable.", "Retorno ordenado.", "a) niñez no acompañada"):
        assert words in text
    for words in ("rogamos", "¿Cómo valora", "¿Cuáles", "resolver a través", "Enviado el"):
        assert words not in text


def test_answers_found_are_not_among_what_is_ignored() -> None:
    ignored = read(f"{ABOVE}\n\n{HEADER}{ANSWERED.format(mark='')}").ignored
    assert not any("favorable" in each.text for each in ignored)
    assert any("¿Cómo valora" in each.text for each in ignored)


@pytest.mark.parametrize(
    "quoted",
    [
        "1. ¿Cómo valora su país los resultados?\n2. ¿Qué cambios propone?\n",  # nobody answered here
        "1. ¿Cómo valora su país los resultados?\n\nQuedamos atentos.\n",  # one question, and our closing
        "¿Podría confirmar sus datos?\nLos necesitamos pronto.\n¿Asistirá?\nRogamos avisar.\n",  # not numbered
    ],
)
def test_questions_nobody_answered_stay_quoted(quoted: str) -> None:
    assert read(f"Recibido, gracias.\n\n{HEADER}{quoted}").text == "Recibido, gracias."


def test_an_older_letter_below_stays_quoted() -> None:
    older = "\nDe: Otra Persona <o.prueba@sre-hn.gob.example>\nEnviado el: 1 de febrero de 2011\nAsunto: X\n\nCosas.\n"
    text = read(f"{ABOVE}\n\n{HEADER}{ANSWERED.format(mark='')}{older}").text
    assert "Retorno ordenado." in text
    assert "Cosas." not in text


@pytest.mark.parametrize("outro", ["Agradecemos su respuesta antes del 4 de marzo.", "Gracias por su colaboración."])
def test_how_our_letter_ends_is_ours(outro: str) -> None:
    text = read(f"{ABOVE}\n\n{HEADER}{ANSWERED.format(mark='')}\n{outro}\n\nGrupo de Trabajo\n").text
    assert "Retorno ordenado." in text
    assert outro not in text
    assert "Grupo de Trabajo" not in text
