"""Bounces in plain words, as mail programs write them in four languages: recipients and reasons."""

from __future__ import annotations

import pytest

from tests.core.automatic.letters import DAEMON, RETURNED, failed, letter, parts, recognise

LUIS = "luis@hn.example"
POSTMASTER = "Postmaster <postmaster@hn.example>"
EXCHANGE = "Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@hn.example>"

# (why, subject, sender, text, status, permanent)
TOLD = [
    (
        "Postfix without its report",
        "Undelivered Mail Returned to Sender",
        DAEMON,
        (
            "This is the mail system at host mx.example.\n\nI'm sorry to have to inform you that your "
            "message could not\nbe delivered to one or more recipients.\n\nFor further assistance, please "
            "send mail to postmaster.\n\n                   The mail system\n\n<luis@hn.example>: host "
            "mx.hn.example[192.0.2.7] said: 550 5.1.1\n    <luis@hn.example>: Recipient address rejected: "
            "User unknown (in reply to\n    RCPT TO command)\n"
        ),
        "5.1.1",
        True,
    ),
    (
        "qmail",
        "failure notice",
        DAEMON,
        (
            "Hi. This is the qmail-send program at hn.example.\nI'm afraid I wasn't able to deliver your "
            "message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't "
            "work out.\n\n<luis@hn.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below "
            "this line is a copy of the message.\n\n"
        )
        + RETURNED,
        "5.1.1",
        True,
    ),
    (
        "Exim",
        "Mail delivery failed: returning message to sender",
        DAEMON,
        (
            "This message was created automatically by mail delivery software.\n\nA message that you sent "
            "could not be delivered to one or more of its\nrecipients. This is a permanent error. The "
            "following address(es) failed:\n\n  luis@hn.example\n    Unrouteable address\n\n------ This is "
            "a copy of the message, including all the headers. ------\n\n"
        )
        + RETURNED,
        "5.1.1",
        True,
    ),
    (
        "Exim warns",
        "Warning: message 1aBcDe-000123-4f delayed 24 hours",
        DAEMON,
        (
            "This message was created automatically by mail delivery software.\nA message that you sent has "
            "not yet been delivered to one or more of its\nrecipients after more than 24 hours on the queue "
            "on mx.example.\n\nThe address to which the message has not yet been delivered is:\n\n  "
            "luis@hn.example\n\nNo action is required on your part. Delivery attempts will continue for\n"
            "some time.\n"
        ),
        None,
        False,
    ),
    (
        "Sendmail",
        "Returned mail: see transcript for details",
        DAEMON,
        (
            "The original message was received at Mon, 3 Jan 2011 10:00:00 -0600\nfrom crm.example "
            "[192.0.2.1]\n\n   ----- The following addresses had permanent fatal errors -----\n"
            "<luis@hn.example>\n    (reason: 550 5.1.1 <luis@hn.example>... User unknown)\n\n   ----- "
            "Transcript of session follows -----\n... while talking to mx.hn.example.:\n>>> DATA\n<<< 550 "
            "5.1.1 <luis@hn.example>... User unknown\n"
        ),
        "5.1.1",
        True,
    ),
    (
        "Exchange, Spanish",
        "No se puede entregar: Lista de contactos",
        EXCHANGE,
        (
            "No se pudo entregar el mensaje a estos destinatarios o grupos:\n\nLuis Inventado "
            "(luis@hn.example)\nNo se encontró la dirección de correo electrónico que ha especificado.\n\n"
            "Información de diagnóstico para los administradores:\n\nGenerando servidor: EX01.hn.example\n\n"
            "luis@hn.example\n#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##\n\nEncabezados de "
            "mensajes originales:\n\nReceived: from EX01.hn.example\nFrom: <otro@crm.example>\n"
        ),
        "5.1.1",
        True,
    ),
    (
        "Exchange, English",
        "Undeliverable: Contact list",
        EXCHANGE,
        (
            "Delivery has failed to these recipients or groups:\n\nluis@hn.example<mailto:luis@hn.example>\n"
            "The recipient's mailbox is full and can't accept messages now. Please try resending this "
            "message later, or contact the recipient directly.\n\nDiagnostic information for "
            "administrators:\n\nGenerating server: EX01.hn.example\n\nluis@hn.example\nRemote Server "
            "returned '554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException'\n\n"
            "Original message headers:\n\nReceived: by x\n"
        ),
        "5.2.2",
        True,
    ),
    (
        "Exchange 5.5",
        "Undeliverable: Contact list",
        "System Administrator <postmaster@hn.example>",
        (
            "Your message\n\n  To:      directorio@hn.example\n  Subject: Contact list\n  Sent:    Mon, 3 "
            "Jan 2011 10:00:00 -0600\n\ndid not reach the following recipient(s):\n\nluis@hn.example on "
            "Mon, 3 Jan 2011 10:01:00 -0600\n    The recipient name is not recognized\n    "
            "MSEXCH:IMS:HN:EX01 0 (000C05A6) Unknown Recipient\n"
        ),
        "5.1.1",
        True,
    ),
    (
        "Gmail, Spanish",
        "Delivery Status Notification (Failure)",
        "Mail Delivery Subsystem <mailer-daemon@googlemail.example>",
        (
            "** No se ha encontrado la dirección **\n\nTu mensaje no se ha entregado a luis@hn.example "
            "porque no se ha encontrado la dirección o esta no puede recibir correo.\n\nLa respuesta fue:\n"
            "550 5.1.1 The email account that you tried to reach does not exist.\n"
        ),
        "5.1.1",
        True,
    ),
    (
        "Gmail, English",
        "Delivery Status Notification (Failure)",
        "Mail Delivery Subsystem <mailer-daemon@googlemail.example>",
        (
            "** Address not found **\n\nYour message wasn't delivered to luis@hn.example because the "
            "address couldn't be found, or is unable to receive mail.\n"
        ),
        "5.1.1",
        True,
    ),
    (
        "Gmail, full",
        "Delivery Status Notification (Failure)",
        "Mail Delivery Subsystem <mailer-daemon@googlemail.example>",
        (
            "** Recipient inbox full **\n\nYour message couldn't be delivered to luis@hn.example. Their "
            "inbox is full, or it's getting too much mail right now.\n\n552 5.2.2 The email account that "
            "you tried to reach is over quota.\n"
        ),
        "5.2.2",
        True,
    ),
    (
        "Gmail waits",
        "Delivery Status Notification (Delay)",
        "Mail Delivery Subsystem <mailer-daemon@googlemail.example>",
        (
            "** Delivery incomplete **\n\nThere was a temporary problem delivering your message to "
            "luis@hn.example. Gmail will retry for 46 more hours. You'll be notified if the delivery fails "
            "permanently.\n"
        ),
        None,
        False,
    ),
    (
        "Gmail, Spanish, waits",
        "Delivery Status Notification (Delay)",
        "Mail Delivery Subsystem <mailer-daemon@googlemail.example>",
        (
            "** Entrega incompleta **\n\nHubo un problema temporal al entregar tu mensaje a "
            "luis@hn.example. Gmail volverá a intentarlo durante 46 horas.\n"
        ),
        None,
        False,
    ),
    (
        "Yahoo",
        "Failure Notice",
        "MAILER-DAEMON@yahoo.example",
        (
            "Sorry, we were unable to deliver your message to the following address.\n\n<luis@hn.example>:\n"
            "554: delivery error: dd This user doesn't have a yahoo.example account (luis@hn.example) [0] - "
            "mta1.yahoo.example\n\n--- Below this line is a copy of the message.\n"
        ),
        "5.1.1",
        True,
    ),
    (
        "Lotus Domino",
        "DELIVERY FAILURE: User luis (luis@hn.example) not listed in Domino Directory",
        POSTMASTER,
        (
            "Your message\n\n  Subject: Contact list\n\nwas not delivered to:\n\n  luis@hn.example\n\n"
            "because:\n\n  User luis (luis@hn.example) not listed in Domino Directory\n"
        ),
        "5.1.1",
        True,
    ),
    (
        "GroupWise",
        "Message status - undeliverable",
        POSTMASTER,
        (
            "\nThe message that you sent was undeliverable to the following:\n\tluis@hn.example (user "
            "unknown)\n\nPossibly truncated original message follows:\n\nEstimado Luis\n"
        ),
        "5.1.1",
        True,
    ),
    (
        "MDaemon",
        "Warning: luis@hn.example - User unknown!",
        "MDaemon@hn.example",
        "luis@hn.example - no such user here.\n\nThere is no user by that name at this server.\n",
        "5.1.1",
        True,
    ),
    (
        "IMail",
        "Undeliverable Mail",
        POSTMASTER,
        "User mailbox exceeds allowed size: luis@hn.example\n\nOriginal message follows.\n\n" + RETURNED,
        "5.2.2",
        True,
    ),
    (
        "mail.ru",
        "Ваше сообщение не доставлено",
        "Mailer-Daemon <mailer-daemon@mail.example>",
        (
            "A message that you sent was rejected by the local scanning code.\n\n  Message was not accepted "
            "-- invalid mailbox.\n Local mailbox luis@hn.example is unavailable: user not found\n"
        ),
        "5.1.1",
        True,
    ),
    (
        "Zimbra, Spanish",
        "Correo no entregado devuelto al remitente",
        DAEMON,
        (
            "Este es el sistema de correo del host zimbra.hn.example.\n\nSu mensaje no se pudo entregar a "
            "uno o más destinatarios.\n\n<luis@hn.example>: host zimbra.hn.example said: 452 4.2.2 Over "
            "quota (in reply to end of DATA command)\n"
        ),
        "4.2.2",
        False,
    ),
    (
        "a full mailbox, Spanish",
        "Buzón lleno",
        POSTMASTER,
        "El mensaje no se pudo entregar a luis@hn.example porque el buzón está lleno.\n",
        "5.2.2",
        True,
    ),
    (
        "a notice of the ministry's server",
        "Notificación de estado de entrega (Error)",
        POSTMASTER,
        (
            "No se ha podido entregar su mensaje a los siguientes destinatarios:\n\n   luis@hn.example\n\n"
            "Motivo: usuario desconocido\n"
        ),
        "5.1.1",
        True,
    ),
    (
        "a late delivery, Spanish",
        "Entrega retrasada: Lista de contactos",
        POSTMASTER,
        (
            "La entrega a los siguientes destinatarios se ha retrasado:\n\nluis@hn.example\n\nNo es "
            "necesario que reenvíe el mensaje; se reintentará.\n"
        ),
        None,
        False,
    ),
    (
        "French",
        "Non remis : Liste de contacts",
        POSTMASTER,
        (
            "Échec de la remise à ces destinataires ou groupes :\n\nluis@hn.example\nL'adresse de "
            "messagerie que vous avez entrée n'existe pas.\n"
        ),
        "5.1.1",
        True,
    ),
    (
        "Portuguese",
        "Não entregue: Lista de contatos",
        EXCHANGE,
        (
            "Falha na entrega a estes destinatários ou grupos:\n\nluis@hn.example\nO endereço de e-mail não "
            "foi encontrado.\n"
        ),
        "5.1.1",
        True,
    ),
    (
        "refused by a policy",
        "Undeliverable: Contact list",
        POSTMASTER,
        (
            "Your message could not be delivered to luis@hn.example:\n\nmessage blocked: you are not "
            "authorized to send to this group\n"
        ),
        "5.7.1",
        True,
    ),
    (
        "no such domain",
        "Mail delivery failed",
        DAEMON,
        (
            "The following address failed:\n\n<luis@hn.example>: Host or domain name not found. Name "
            "service error for name=hn.example type=MX\n"
        ),
        "5.1.2",
        True,
    ),
    (
        "nothing says why",
        "Returned mail",
        DAEMON,
        "Your message could not be delivered to luis@hn.example.\n",
        None,
        True,
    ),
    (
        "a gateway without a daemon's name",
        "Delivery failure",
        "Correo <gateway@hn.example>",
        (
            "Your message could not be delivered to the following recipients:\n\nluis@hn.example\n\n550 "
            "5.1.1 User unknown\n"
        ),
        "5.1.1",
        True,
    ),
    (
        "an empty envelope and nothing else",
        "Correo devuelto",
        "Sistema <sistemas@hn.example>",
        "No se pudo entregar su mensaje a luis@hn.example (550 5.1.1)\n",
        "5.1.1",
        True,
    ),
    (
        "a postmaster's letter greets",
        "Mensaje no entregado",
        POSTMASTER,
        "Estimado usuario:\n\nSu mensaje no pudo ser entregado a luis@hn.example: usuario desconocido.\n\nSaludos\n",
        "5.1.1",
        True,
    ),
    (
        "a version is no status",
        "failure notice",
        DAEMON,
        "Exim 5.1.2 at mx/5.4.4 could not deliver to the following address:\n\nluis@hn.example: mailbox full\n",
        "5.2.2",
        True,
    ),
    ("HTML alone", "Undeliverable: Contact list", EXCHANGE, "", "5.1.10", True),
]
HTML = (
    "<html><body><p><b>Your message to luis@hn.example couldn't be "
    "delivered.</b></p><table><tr><td>Remote Server returned</td><td>550 5.1.10 "
    "RESOLVER.ADR.RecipientNotFound</td></tr></table></body></html>"
)


@pytest.mark.parametrize(
    ("why", "subject", "sender", "text", "status", "permanent"), TOLD, ids=[each[0] for each in TOLD]
)
def test_told_in_words(why: str, subject: str, sender: str, text: str, status: str | None, permanent: bool) -> None:
    headers = {"Return_Path": "<>"} if sender.startswith("Sistema") else {}
    raw = letter(subject, text, sender, html="" if text else HTML, **headers)
    assert recognise(raw).kind == "bounce"
    assert failed(raw) == [(LUIS, permanent, status)]


def test_several_recipients_each_with_their_reason() -> None:
    text = (
        "The following addresses could not be reached:\n\n<luis@hn.example>: 550 5.1.1 User unknown\n"
        "<eva@ni.example>: 452 4.2.2 mailbox full\n<rosa@pa.example>: message refused by policy\n"
    )
    expected = [(LUIS, True, "5.1.1"), ("eva@ni.example", False, "4.2.2"), ("rosa@pa.example", True, "5.7.1")]
    assert failed(letter("Undelivered mail", text, DAEMON)) == expected


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
