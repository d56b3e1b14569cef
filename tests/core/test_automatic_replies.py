"""Automatic replies, calendars, receipts, recalls, desks and gatekeepers; and people who look like them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from mailbot.core import automatic
from mailbot.core.message import parse
from tests.core.automatic.letters import ANA, OURS, letter, parts, recognise

AWAY_ES = "Gracias por su mensaje. Me encuentro fuera de la oficina hasta el 14 de enero.\n"
AWAY_EN = "Thank you for your message. I am out of the office until 14 January.\n"
CODE = "[MyD-DIR-2011-CR] Actualización"

# (why, subject, text, headers)
AUTOMATIC: list[tuple[str, str, str, dict[str, str]]] = [
    ("RFC 3834", CODE, "x", {"Auto_Submitted": "auto-replied"}),
    ("RFC 3834 with a comment", CODE, "x", {"Auto_Submitted": "auto-generated (failure)"}),
    ("RFC 3834 with a parameter", CODE, "x", {"Auto_Submitted": "auto-replied; owner-email=a@b.example"}),
    ("RFC 5436, a notification", CODE, "x", {"Auto_Submitted": "auto-notified; owner-email=a@b.example"}),
    ("X-Autoreply", CODE, "x", {"X_Autoreply": "yes"}),
    ("X-Autorespond", CODE, "x", {"X_Autorespond": "Re: x"}),
    ("X-AutoReply-From", CODE, "x", {"X_AutoReply_From": "ana@mre.example"}),
    ("FirstClass", CODE, "x", {"X_FC_MachineGenerated": "true"}),
    ("Precedence: auto_reply", CODE, "x", {"Precedence": "auto_reply"}),
    ("Precedence: bulk, as vacation(1)", CODE, "x", {"Precedence": "bulk"}),
    ("Precedence: junk", CODE, "x", {"Precedence": "junk"}),
    (
        "a newsletter",
        "Boletín de enero",
        "Noticias\n",
        {"List_Id": "<n.mre.example>", "List_Unsubscribe_Post": "List-Unsubscribe=One-Click"},
    ),
    ("a list's notice", "Resumen", "Noticias\n", {"List_Id": "<n.mre.example>", "Precedence": "list"}),
    ("Outlook, Spanish", f"Respuesta automática: {CODE}", AWAY_ES, {"X_Auto_Response_Suppress": "All"}),
    ("Outlook, English", f"Automatic reply: {CODE}", AWAY_EN, {}),
    ("Outlook, French", f"Réponse automatique : {CODE}", "Je suis absent.\n", {}),
    ("Outlook, Portuguese", f"Resposta automática: {CODE}", "Estou fora.\n", {}),
    ("Exchange 2003", f"Fuera de la oficina: {CODE}", AWAY_ES, {}),
    ("Exchange 2003, English", f"Out of Office AutoReply: {CODE}", AWAY_EN, {}),
    ("Out of Office:", f"Out of Office: {CODE}", AWAY_EN, {}),
    ("Ausencia temporal", "Ausencia temporal", AWAY_ES, {"In_Reply_To": "<1@crm.example>"}),
    (
        "Lotus Notes",
        "Bob Sample is out of the office.",
        "I will be out of the office starting  2011-01-05 and will not return until  2011-01-20.\n",
        {},
    ),
    ("the subject alone", "Fuera de la oficina", AWAY_ES, {}),
    ("the subject alone, English", "Out of office", AWAY_EN, {}),
    ("Auto-Reply", f"Auto-Reply: {CODE}", AWAY_EN, {}),
    ("Autorespuesta", f"Autorespuesta: {CODE}", AWAY_ES, {}),
    ("says so, Spanish", f"Re: {CODE}", "Este es un mensaje automático. Estaré ausente hasta el 14 de enero.\n", {}),
    ("says so, English", f"Re: {CODE}", "This is an automated response. I am away until 14 January.\n", {}),
    ("says so at its end", f"Re: {CODE}", AWAY_ES + "\nFavor no responder a este mensaje.\n", {}),
    ("an empty envelope", CODE, "Recibido.\n", {"Return_Path": "<>"}),
    (
        "a desk, Spanish",
        "[Caso #48213] Hemos recibido su mensaje",
        "Hemos recibido su mensaje y se ha creado el caso #48213.\n",
        {},
    ),
    (
        "a desk, English",
        "[Ticket#2011010388] Contact list",
        "Your request has been received and ticket 2011010388 has been created. Do not reply to this message.\n",
        {},
    ),
    (
        "a desk asks to keep the number",
        "Solicitud 48213 registrada",
        "Su solicitud ha sido registrada. Por favor conserve el número en el asunto.\n",
        {},
    ),
    (
        "a gatekeeper, English",
        "Please confirm your message",
        "To have your message delivered, please confirm that you are not spam: click http://gate.example/1\n",
        {},
    ),
    (
        "a gatekeeper, Spanish",
        "Confirmación requerida: su mensaje",
        "Haga clic en http://gate.example/1 para que su mensaje sea entregado al destinatario.\n",
        {},
    ),
    (
        "a receipt in words, Spanish",
        "Leído: Lista de contactos",
        "Su mensaje\n\n   Para: Ana\n   Asunto: Lista de contactos\n\nse leyó el lunes.\n",
        {},
    ),
    (
        "a receipt in words, English",
        "Read: Contact list",
        "Your message\n\n   To: Ana\n   Subject: Contact list\n\nwas read on Monday.\n",
        {},
    ),
    ("a receipt without words", "Leído: Lista de contactos", "\n", {}),
    (
        "deleted without being read",
        "No leído: Lista de contactos",
        "Su mensaje se eliminó sin haber sido leído el lunes.\n",
        {},
    ),
    (
        "deleted without being read, English",
        "Not read: Contact list",
        "Your message was deleted without being read on Monday.\n",
        {},
    ),
    (
        "a recall, Spanish",
        "Recuperar: Lista de contactos",
        'Ana Muestra desea recuperar el mensaje "Lista de contactos".\n',
        {},
    ),
    (
        "a recall, English",
        "Recall: Contact list",
        'Ana Muestra would like to recall the message, "Contact list".\n',
        {},
    ),
    ("a recall without words", "Recall: Contact list", "\n", {}),
]


@pytest.mark.parametrize(("why", "subject", "text", "headers"), AUTOMATIC, ids=[each[0] for each in AUTOMATIC])
def test_automatic(why: str, subject: str, text: str, headers: dict[str, str]) -> None:
    assert recognise(letter(subject, text, **headers)).kind == "auto-reply"


@pytest.mark.parametrize(
    "name",
    ["no-reply", "noreply", "NoReply", "no_responder", "donotreply", "noresponder", "sistema-noreply", "no-reply+7"],
)
def test_nobody_is_at_a_no_reply_address(name: str) -> None:
    assert recognise(letter("Aviso", "Su cuenta fue creada.\n", f"Sistema <{name}@mre.example>")).kind == "auto-reply"


REPORTS = [
    (
        "a receipt (RFC 8098)",
        parts(
            ("text/plain", "leído"),
            (
                "message/disposition-notification",
                "Final-Recipient: rfc822;a@mre.example\nDisposition: manual-action/MDN-sent-manually; displayed\n",
            ),
            kind="multipart/report; report-type=disposition-notification",
            sender=ANA,
            subject="Leído: x",
        ),
    ),
    (
        "a complaint (RFC 5965)",
        parts(
            ("text/plain", "spam"),
            ("message/feedback-report", "Feedback-Type: abuse\nVersion: 1\n"),
            ("message/rfc822", "Subject: x\n\nx"),
            kind="multipart/report; report-type=feedback-report",
            sender="fbl@isp.example",
            subject="FW: x",
        ),
    ),
    (
        "another report (RFC 6522)",
        parts(
            ("text/plain", "tls"),
            ("application/tlsrpt+gzip", "x"),
            kind="multipart/report; report-type=tlsrpt",
            sender="tls@isp.example",
            subject="Report",
        ),
    ),
]


@pytest.mark.parametrize(("why", "raw"), REPORTS, ids=[each[0] for each in REPORTS])
def test_reports_of_other_kinds(why: str, raw: bytes) -> None:
    found = recognise(raw)
    assert (found.kind, found.bounced) == ("auto-reply", ())


# --- Calendars --------------------------------------------------------------------------------


def calendar(method: str) -> str:
    return (
        f"BEGIN:VCALENDAR\nVERSION:2.0\n{method}\nBEGIN:VEVENT\nUID:1\n"
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:ana@mre.example\nEND:VEVENT\nEND:VCALENDAR\n"
    )


MIXED = "multipart/mixed"
OTHER = "multipart/alternative"
WORDS = ("text/plain", "Estimados:\n\nAdjunto el calendario. Cargo: Directora\n\nSaludos,\nAna\n")
ACCEPTED = "Carla Prueba has accepted this invitation.\n\nVirtual meeting\nWhen: Thu Feb 17, 2011 9am\n"
CALENDARS: list[tuple[str, str, str, list[tuple[str, str]], str]] = [
    ("in words alone", "calendar-reply", OTHER, [("text/plain", ACCEPTED)], "Accepted: meeting @ Thu Feb 17, 2011"),
    ("a person's answer", "human", OTHER, [("text/plain", ACCEPTED)], "Virtual meeting"),
    ("words of acceptance", "human", OTHER, [("text/plain", "Con gusto acepto la invitación.")], "Aceptado: reunión"),
    (
        "accepted",
        "calendar-reply",
        OTHER,
        [("text/plain", ""), ("text/calendar; method=REPLY", calendar("METHOD:REPLY"))],
        "Aceptada: reunión",
    ),
    (
        "declined with a word",
        "calendar-reply",
        OTHER,
        [("text/plain", "No puedo."), ("text/calendar; method=REPLY", calendar("METHOD:REPLY"))],
        "Declined: meeting",
    ),
    (
        "another hour",
        "calendar-reply",
        OTHER,
        [("text/plain", ""), ("text/calendar", calendar("METHOD:COUNTER"))],
        "New Time Proposed: meeting",
    ),
    (
        "lower case and a parameter",
        "calendar-reply",
        OTHER,
        [("text/plain", ""), ("text/calendar", calendar("method;x-a=b:reply"))],
        "x",
    ),
    (
        "only an attached file",
        "calendar-reply",
        MIXED,
        [("text/plain", ""), ('application/ics; name="reply.ics"', calendar("METHOD:REPLY"))],
        "Accepted: x",
    ),
    (
        "a file of an unknown type",
        "calendar-reply",
        MIXED,
        [("text/plain", ""), ('application/octet-stream; name="x.ics"', calendar("METHOD:REPLY"))],
        "Accepted: x",
    ),
    (
        "an invitation",
        "calendar-reply",
        OTHER,
        [("text/plain", "Reunión"), ("text/calendar; method=REQUEST", calendar("METHOD:REQUEST"))],
        "Reunión",
    ),
    (
        "Google's invitation",
        "calendar-reply",
        MIXED,
        [
            ("text/calendar; method=REQUEST", calendar("METHOD:REQUEST")),
            ('application/ics; name="invite.ics"', calendar("METHOD:REQUEST")),
        ],
        "Invitation: x",
    ),
    (
        "a cancellation",
        "calendar-reply",
        OTHER,
        [("text/plain", ""), ("text/calendar", calendar("METHOD:CANCEL"))],
        "Cancelada: x",
    ),
    ("TNEF", "calendar-reply", MIXED, [("text/plain", ""), ("application/ms-tnef", "x")], "Aceptada: reunión"),
    (
        "an invitation attached to a letter",
        "human",
        MIXED,
        [WORDS, ('text/calendar; name="x.ics"\nContent-Disposition: attachment', calendar("METHOD:REQUEST"))],
        "Datos",
    ),
    (
        "a calendar to look at",
        "human",
        MIXED,
        [WORDS, ('text/calendar; name="x.ics"', calendar("METHOD:PUBLISH"))],
        "Datos",
    ),
    (
        "a calendar without a method",
        "human",
        MIXED,
        [WORDS, ('text/calendar; name="x.ics"', calendar("X-A:1"))],
        "Datos",
    ),
    (
        "an answer passed on",
        "human",
        MIXED,
        [WORDS, ('application/ics; name="x.ics"', calendar("METHOD:REPLY"))],
        "RV: Aceptada: x",
    ),
]


@pytest.mark.parametrize(("why", "kind", "shape", "inner", "subject"), CALENDARS, ids=[each[0] for each in CALENDARS])
def test_calendars(why: str, kind: str, shape: str, inner: list[tuple[str, str]], subject: str) -> None:
    assert recognise(parts(*inner, kind=shape, sender=ANA, subject=subject)).kind == kind


# --- Ours, and the order ------------------------------------------------------------------------


def test_our_own_letters_come_first() -> None:
    ours = letter("Undelivered Mail", "failed: luis@hn.example", f"Grupo <{OURS}>", Auto_Submitted="auto-generated")
    assert recognise(ours).kind == "own"
    assert recognise(letter("x", "x", X_Mailbot_Letter="1", Auto_Submitted="auto-generated")).kind == "own"


def test_nothing_at_all_is_unreadable() -> None:
    assert automatic.recognise(parse(b"")).kind == "unreadable"


# --- Absences -------------------------------------------------------------------------------------

# Written on Monday 3 January 2011.
ABSENCES: list[tuple[str, dt.date | None]] = [
    ("Estaré fuera de la oficina del 20 de diciembre al 14 de enero.", dt.date(2011, 1, 14)),
    ("Estoy de vacaciones hasta el 14 de enero inclusive.", dt.date(2011, 1, 14)),
    ("I am out of the office until January 14th.", dt.date(2011, 1, 14)),
    ("I am out of the office from 3 January to 14 January 2011 with limited access.", dt.date(2011, 1, 14)),
    ("Estoy ausente. Regreso el lunes 17 de enero.", dt.date(2011, 1, 16)),
    ("I will be back on 17 January. For urgent matters call 2410-0000.", dt.date(2011, 1, 16)),
    ("Me encuentro de vacaciones hasta el 14/01/2011.", dt.date(2011, 1, 14)),
    ("Me encuentro fuera del 03/01/2011 al 10/01/2011.", dt.date(2011, 1, 10)),
    ("I am away until Friday.", dt.date(2011, 1, 7)),
    ("Estoy fuera de la oficina y regreso el lunes 17 de enero.", dt.date(2011, 1, 16)),
    ("Regreso el jueves.", dt.date(2011, 1, 5)),
    ("Je serai absente jusqu'au 11 février 2011 inclusivement.", dt.date(2011, 2, 11)),
    ("Je suis en congé du 3 janvier au 1er mars 2011.", dt.date(2011, 3, 1)),
    ("Je suis en congé, de retour le 17 janvier 2011.", dt.date(2011, 1, 16)),
    ("Estarei ausente do escritório de 3 de janeiro a 12 de março de 2011, em gozo de férias.", dt.date(2011, 3, 12)),
    ("Estarei ausente até o dia 14 de janeiro.", dt.date(2011, 1, 14)),
    ("Estou de férias e retornarei em 17 de janeiro de 2011.", dt.date(2011, 1, 16)),
    ("Je serai absente le mardi, puis au bureau.", None),
    ("Vacaciones a partir del 7 de enero y regreso a la oficina el lunes 17 de enero.", dt.date(2011, 1, 16)),
    ("Estaré fuera del 10 al 14 de enero y regreso el 17 de enero.", dt.date(2011, 1, 16)),
    ("I am out from January 10 to January 14, returning on January 17, 2011.", dt.date(2011, 1, 16)),
    ("Estaré ausente el 10 y el 11 de enero; de vuelta el 12 de enero.", dt.date(2011, 1, 11)),
    ("I will be out starting 2011-01-05 and will not return until 2011-01-20.", dt.date(2011, 1, 19)),
    ("No regreso hasta el 20 de enero de 2011.", dt.date(2011, 1, 19)),
    ("I am away until January 20 and will not return calls.", dt.date(2011, 1, 20)),
    ("Hoy estaré fuera de la oficina. Mañana responderé su mensaje.", dt.date(2011, 1, 3)),
    ("I am out until January 14 and will reply to all messages then.", dt.date(2011, 1, 14)),
    ("Atenderé su mensaje el lunes 17 de enero.", dt.date(2011, 1, 16)),
    ("Estoy fuera hasta nuevo aviso.", None),
    ("I am out of the office until 03/04/2011.", None),  # which of the two is the month, nobody knows
    ("Estuve fuera hasta el 2 de diciembre de 2010.", None),
    ("Estaré fuera hasta el 5 de marzo de 2019.", None),  # over a year ahead: a slip
]


@pytest.mark.parametrize(("text", "until"), ABSENCES)
def test_the_last_day_of_an_absence(text: str, until: dt.date | None) -> None:
    found = recognise(letter("Respuesta automática: x", text + "\n", Auto_Submitted="auto-replied"))
    assert found.away_until == until


def test_dates_of_the_quoted_letter_are_nobodys_absence() -> None:
    text = "Estoy fuera hasta el 14 de enero.\n\n> Favor de contestar hasta el 30 de marzo de 2011.\n"
    assert recognise(letter("x", text, Auto_Submitted="auto-replied")).away_until == dt.date(2011, 1, 14)


def test_an_absence_without_a_date_of_the_message_has_none() -> None:
    raw: Any = letter("x", AWAY_ES, Auto_Submitted="auto-replied")
    assert recognise(raw.replace(b"Date: ", b"X-Date: ")).away_until is None
