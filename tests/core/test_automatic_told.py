"""Bounces in plain words, as mail programs write them in four languages: recipients and reasons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.core.automatic.letters import DAEMON, RETURNED, failed, letter, parts, recognise

LUIS = "luis@hn.example"
POSTMASTER = "Postmaster <postmaster@hn.example>"
EXCHANGE = "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@hn.example>"

PROGRAMS = yaml.safe_load((Path(__file__).parent / "automatic" / "programs.yaml").read_text("utf-8"))
HTML = (
    "<html><body><p><b>Your message to luis@hn.example couldn't be "
    "delivered.</b></p><table><tr><td>Remote Server returned</td><td>550 5.1.10 "
    "RESOLVER.ADR.RecipientNotFound</td></tr></table></body></html>"
)


@pytest.mark.parametrize("case", PROGRAMS, ids=lambda case: case["why"])
def test_told_in_words(case: dict[str, Any]) -> None:
    headers = {"Return_Path": "<>"} if case["sender"].startswith("Sistema") else {}
    raw = letter(case["subject"], case["text"], case["sender"], **headers)
    assert recognise(raw).kind == "bounce"
    assert failed(raw) == [(LUIS, case["permanent"], case["status"])]


def test_told_in_html_alone() -> None:
    assert failed(letter("Undeliverable: Contact list", "", EXCHANGE, html=HTML)) == [(LUIS, True, "5.1.10")]


def test_several_recipients_each_with_their_reason() -> None:
    text = (
        "The following addresses could not be reached:\n\n<luis@hn.example>: 550 5.1.1 User unknown\n"
        "<eva@ni.example>: 452 4.2.2 mailbox full\n<rosa@pa.example>: message refused by policy\n"
    )
    expected = [(LUIS, True, "5.1.1"), ("eva@ni.example", False, "4.2.2"), ("rosa@pa.example", True, "5.7.1")]
    assert failed(letter("Undelivered mail", text, DAEMON)) == expected


def test_one_refused_for_good_and_one_still_tried_in_words_alone() -> None:
    text = (
        "Su mensaje no pudo entregarse a todos sus destinatarios:\n\n  luis@hn.example\n     Motivo: usuario"
        " desconocido. No se harán más intentos.\n\n  eva@ni.example\n     Motivo: el servidor de destino no está"
        " disponible por el momento. El mensaje sigue en cola y se intentará la entrega durante 48 horas.\n"
    )
    found = failed(letter("Aviso de mensaje no entregado", text, "Sistema de Correo <mailer-daemon@hn.example>"))
    assert found == [(LUIS, True, "5.1.1"), ("eva@ni.example", False, None)]


def test_neither_sender_nor_help_desk_nor_ourselves_failed() -> None:
    text = (
        "Your message to luis@hn.example could not be delivered.\n\nFrom: grupo.md@crm.example\n"
        "Write to ayuda@hn.example or contact soporte@hn.example for help.\n"
        "It was sent by grupo.md@crm.example at 10:00.\n"
    )
    assert failed(letter("Undeliverable mail", text, DAEMON)) == [(LUIS, True, None)]


def test_the_returned_message_names_nobody() -> None:
    text = (
        "Delivery failed:\n\nluis@hn.example: unknown user\n\n----- Original message -----\n\nCc: "
        "eva@ni.example\neva@ni.example does not exist\n"
    )
    assert failed(letter("Undeliverable mail", text, DAEMON)) == [(LUIS, True, "5.1.1")]


def test_a_multipart_of_words_and_the_returned_message() -> None:
    raw = parts(
        ("text/plain", "Unable to deliver message to <luis@hn.example>: user unknown"),
        ("message/rfc822", RETURNED.replace("luis", "eva")),
        kind="multipart/mixed",
        subject="Mail could not be delivered",
    )
    assert failed(raw) == [(LUIS, True, "5.1.1")]


NOTHING_NAMED = [
    ("Undeliverable mail", "Your message could not be delivered. The recipient does not exist.\n", DAEMON),
    ("No se puede entregar", "No se pudo entregar su mensaje.\n", POSTMASTER),
]


@pytest.mark.parametrize(("subject", "text", "sender"), NOTHING_NAMED)
def test_a_bounce_that_names_nobody_is_a_bounce(subject: str, text: str, sender: str) -> None:
    assert recognise(letter(subject, text, sender)).kind == "bounce"
    assert failed(letter(subject, text, sender)) == []
