"""A header without date or address: our letter by the code in its subject and its greeting, else the sender's words."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from mailbot.core import quotation
from mailbot.core.message import parse

CODE = "Update of the contact list [MD-DIR-CA-4QX9M]"


def own_words(body: str) -> str:
    mail = EmailMessage()
    mail["From"] = "a.sample@cic.gc.example"
    mail["Subject"] = f"RE: {CODE}"
    mail.set_content(body)
    return quotation.own_words(quotation.label(parse(mail.as_bytes()).lines))


@pytest.mark.parametrize("greeting", ["Dear colleagues:", "Estimable Lic. Prueba:", "English version below."])
def test_our_letter_under_a_header_without_date_is_quoted(greeting: str) -> None:
    header = f"From: Working Group\nTo: Ana Sample\nCc: Somebody\nSubject: {CODE}"
    assert own_words(f"No change.\n\n{header}\n\n{greeting}\n\nFull name: Ana Sample\n") == "No change."


@pytest.mark.parametrize(
    "header",
    [
        f"De: Ana Sample\nPara: Grupo\nAsunto: RE: {CODE}\n\nEstimados colegas:",
        "De: Ana Sample\nPara: Grupo\nAsunto: Lista de contactos\n\nEstimados colegas:",
        f"De: Ana Sample\nPara: Grupo\nAsunto: {CODE}",
        f"PARA: Grupo\nDE: Ana Sample\nASUNTO: {CODE}\n\nEstimados colegas:",
    ],
)
def test_a_memorandum_below_a_remark_stays_the_senders(header: str) -> None:
    body = f"Adjunto lo solicitado.\n\n{header}\n\nCargo: Directora"
    assert own_words(body + "\n") == body
