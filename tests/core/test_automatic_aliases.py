"""Whom a bounce in words is about: the alias we wrote to, each list of two, a bounce passed on by a gateway."""

from __future__ import annotations

import pytest

from tests.core.automatic.letters import ANA, DAEMON, RETURNED, failed, letter, parts, recognise

LUIS = "luis@hn.example"
POSTFIX = (
    "I'm sorry to have to inform you that your message could not\nbe delivered.\n\n{}: host mx.hn.example\n    said: "
)
PMDF = (
    "This report relates to a message you sent with the following header fields:\n\n"
    "  Message-id: <1@crm.example>\n  From: grupo.md@crm.example\n  To: luis@hn.example\n\n"
    "Your message cannot be delivered to the following recipients:\n\n"
    "  Recipient address: {}\n  Original address: luis@hn.example\n  Reason: Over quota\n"
)
NAMED = [
    ("the alias, not the mailbox", POSTFIX.format("<buzon7@box.example> (expanded from <luis@hn.example>)")),
    ("the alias, wrapped", POSTFIX.format("<buzon7@box.example> (expanded from\n    <luis@hn.example>)")),
    ("no alias", POSTFIX.format("<luis@hn.example>")),
]


@pytest.mark.parametrize(("why", "text"), NAMED, ids=[each[0] for each in NAMED])
def test_postfix_names_the_alias_we_wrote_to(why: str, text: str) -> None:
    raw = letter("Undelivered Mail Returned to Sender", text + "550 5.1.1 User unknown\n", DAEMON)
    assert failed(raw) == [(LUIS, True, "5.1.1")]


@pytest.mark.parametrize("inner", ["luis@ims-ms-daemon", "luis@box.hn.example"])
def test_below_our_own_header_the_original_address(inner: str) -> None:
    assert failed(letter("Delivery Notification: Delivery has failed", PMDF.format(inner), DAEMON)) == [
        (LUIS, True, "5.2.2")
    ]


def test_both_lists_of_sendmail() -> None:
    text = (
        "   ----- The following addresses had permanent fatal errors -----\n<luis@hn.example>\n"
        "    (reason: 550 5.1.1 User unknown)\n\n"
        "   ----- The following addresses had transient non-fatal errors -----\n<eva@ni.example>\n"
        "    (reason: 451 4.7.1 Greylisting in action)\n"
    )
    expected = [(LUIS, True, "5.1.1"), ("eva@ni.example", False, "4.7.1")]
    assert failed(letter("Returned mail: see transcript for details", text, DAEMON)) == expected


INNER = f"From: {{}}\nSubject: Undeliverable\n\nYour message to {LUIS} could not be delivered: 550 5.1.1 user unknown\n"


def attached(sender: str) -> bytes:
    return parts(
        ("text/plain", "The attached message was received."),
        ("message/rfc822", INNER.format(sender)),
        kind="multipart/mixed",
        subject="Undeliverable: Contact list",
    )


def test_a_bounce_attached_by_a_gateway_names_its_recipient() -> None:
    assert failed(attached(DAEMON)) == [(LUIS, True, "5.1.1")]


def test_a_person_attached_by_a_gateway_names_nobody() -> None:
    assert recognise(attached(ANA)).kind == "bounce"
    assert failed(attached(ANA)) == []


def test_our_own_letter_attached_names_nobody() -> None:
    raw = parts(("text/plain", "Not delivered."), ("message/rfc822", RETURNED), kind="multipart/mixed")
    assert failed(raw) == []


def test_the_host_that_is_not_found() -> None:
    text = (
        "The destination computer was not found.\n\n     Host hn.example not found\n\nNot sent to: <luis@hn.example>\n"
    )
    assert failed(letter("Undelivered mail", text, DAEMON)) == [(LUIS, True, "5.1.2")]


def test_rejected_for_its_reputation() -> None:
    said = "554 Your access has been rejected due to the sending server's poor reputation."
    assert failed(letter("failure notice", f"<luis@hn.example>:\nRemote host said: {said}\n", DAEMON)) == [
        (LUIS, True, "5.7.1")
    ]


@pytest.mark.parametrize("header", ["", "buzon7@box.example"])
def test_exim_names_the_alias_below_the_mailbox(header: str) -> None:
    text = (
        "A message that you sent could not be delivered to one or more of its recipients. This is a permanent error."
        " The following address(es) failed:\n\n  buzon7@box.example\n    (generated from luis@hn.example)\n"
        "    SMTP error from remote mail server after RCPT TO:<buzon7@box.example>:\n    550 5.1.1 User unknown\n"
    )
    more = {"X_Failed_Recipients": header} if header else {}
    raw = letter("Mail delivery failed: returning message to sender", text, DAEMON, **more)
    assert failed(raw) == [(LUIS, True, "5.1.1")]


def test_exchange_says_in_spanish_that_it_will_not_try_again() -> None:
    text = (
        "Error de entrega a los siguientes destinatarios o listas de distribución:\n\nLuis Prueba\n"
        "Microsoft Exchange no volverá a intentar entregar este mensaje.\n\nGenerando servidor: EX01.hn.example\n\n"
        "luis@hn.example\n#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##\n"
    )
    sender = "Administrador del sistema <postmaster@hn.example>"
    assert failed(letter("No se puede entregar: Lista", text, sender)) == [(LUIS, True, "5.1.1")]
    again = text.replace("no volverá", "volverá").replace("550 5.1.1", "421 4.4.1")
    assert failed(letter("No se puede entregar: Lista", again, sender)) == [(LUIS, False, "4.4.1")]


def test_where_the_returned_letter_went_to_the_mailbox_itself() -> None:
    text = (
        "The following address(es) failed:\n\n  luis@hn.example\n    (generated from info@hn.example)\n"
        "    550 5.1.1 User unknown\n\n------ This is a copy of the message ------\n\nTo: {}\nSubject: List\n"
    )
    subject = "Mail delivery failed: returning message to sender"
    assert failed(letter(subject, text.format(LUIS), DAEMON)) == [(LUIS, True, "5.1.1")]
    assert failed(letter(subject, text.format("info@hn.example"), DAEMON)) == [("info@hn.example", True, "5.1.1")]
