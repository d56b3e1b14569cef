"""How the officials of the demo answer: real shapes of mail programs, invented people.

Each function gets the letter it answers, as raw bytes, and returns raw bytes.
"""

from __future__ import annotations

import datetime as dt
import email
import email.utils
import re
from collections.abc import Callable
from email.message import EmailMessage, Message
from html import escape

Writer = Callable[[bytes, dt.datetime], bytes]


def _part(letter: bytes, kind: str) -> tuple[Message, str]:
    parsed = email.message_from_bytes(letter)
    for part in parsed.walk():
        if part.get_content_type() == kind:
            payload = part.get_payload(decode=True)
            assert isinstance(payload, bytes)
            return parsed, payload.decode("utf-8")
    raise LookupError(kind)


def _answer(letter: bytes, sender: str, name: str, when: dt.datetime, *, program: str) -> EmailMessage:
    parsed = email.message_from_bytes(letter)
    mail = EmailMessage()
    mail["From"] = email.utils.formataddr((name, sender))
    mail["To"] = email.utils.parseaddr(str(parsed["reply-to"] or parsed["from"]))[1]
    subject = str(email.header.make_header(email.header.decode_header(str(parsed["subject"]))))
    mail["Subject"] = "RE: " + subject.replace("\n", " ")
    mail["Date"] = email.utils.format_datetime(when)
    mail["Message-ID"] = f"<{when:%Y%m%d%H%M%S}.{len(letter)}@{sender.partition('@')[2]}>"
    mail["In-Reply-To"] = str(parsed["message-id"])
    mail["References"] = str(parsed["message-id"])
    mail["X-Mailer"] = program
    return mail


def outlook_above(letter: bytes, when: dt.datetime) -> bytes:
    """Guatemala, Outlook: a new post, typed above; the letter below under De:/Enviado el:."""
    _, text = _part(letter, "text/plain")
    sender = "mficticia@minex-gt.example"
    mail = _answer(letter, sender, "Modesta Ficticia Ejemplo", when, program="Microsoft Outlook 16.0")
    header = (
        "________________________________\nDe: Grupo de Trabajo [mailto:grupo.md@crm.example]\n"
        "Enviado el: lunes, 05 de enero de 2009 09:00 a.m.\nPara: Modesta Ficticia\nAsunto: Actualización\n\n"
    )
    words = (
        "Estimados colegas:\n\nCon gusto actualizo mis datos.\n\nCargo: Directora General de Asuntos Migratorios\n"
        "Teléfono: (502) 2410-0000 ext. 123\nLo demás sin cambio.\n\nAtentamente,\n\nModesta Ficticia\n\n"
    )
    mail.set_content(words + header + text)
    return mail.as_bytes()


def gmail_no_change(letter: bytes, when: dt.datetime) -> bytes:
    """United States, Gmail: no change, everything quoted below."""
    _, text = _part(letter, "text/plain")
    mail = _answer(letter, "tplaceholder@prm-us.example", "Tristan Placeholder", when, program="Gmail")
    quoted = "\n".join("> " + line for line in text.split("\n"))
    words = "No change, thank you.\n\nBest regards,\nTristan\n\n"
    lead = "On Mon, Jan 5, 2009 at 9:00 AM Grupo de Trabajo <grupo.md@crm.example>\nwrote:\n\n"
    mail.set_content(words + lead + quoted)
    return mail.as_bytes()


def outlook_inside(letter: bytes, when: dt.datetime) -> bytes:
    """Honduras, Outlook: "answers below", typed inside the quotation, which carries no marks."""
    _, text = _part(letter, "text/plain")
    text = re.sub(r"^(Cargo:).*$", r"\1 Directora de Protección Consular", text, count=1, flags=re.MULTILINE)
    text = re.sub(r"^(Fax:).*$", r"\1 (504) 2230-0055", text, count=1, flags=re.MULTILINE)
    mail = _answer(letter, "rprueba@sre-hn.example", "Reina Prueba", when, program="Microsoft Outlook 14.0")
    header = (
        "De: Grupo de Trabajo [mailto:grupo.md@crm.example]\nEnviado el: lunes, 05 de enero de 2009 09:00 a.m.\n"
        "Para: Reina Prueba\nAsunto: Actualización de la lista de contactos\n\n"
    )
    mail.set_content("Estimados, van mis respuestas abajo.\n\nSaludos\n\n" + header + text)
    return mail.as_bytes()


def html_table(letter: bytes, when: dt.datetime) -> bytes:
    """El Salvador, Outlook on the web: typed into the table of the HTML half."""
    _, html = _part(letter, "text/html")
    _, text = _part(letter, "text/plain")
    new = "Directora General de Migración y Desarrollo"
    html = re.sub(
        r'(data-field="position">.*?<td[^>]*>)[^<]*', lambda m: m[1] + escape(new), html, count=1, flags=re.DOTALL
    )
    mail = _answer(letter, "jmuestra@rree-sv.example", "Jacinta Muestra", when, program="Outlook on the web")
    mail.set_content("Ver tabla.\n\n" + text)
    mail.add_alternative(f"<div>Buenos días, corregí la tabla.</div><hr>{html}", subtype="html")
    return mail.as_bytes()


def with_mistake(letter: bytes, when: dt.datetime) -> bytes:
    """Mexico, Apple Mail: an address that is none."""
    mail = _answer(letter, "fhipotetica@sre-mx.example", "Filomena Hipotética", when, program="Apple Mail")
    mail.set_content(
        "Buenas tardes:\n\nCargo: Directora de Asuntos Multilaterales\n"
        "Correo electrónico: f.hipotetica(at)sre-mx\n\nSaludos cordiales,\nFilomena\n"
    )
    return mail.as_bytes()


def mended(letter: bytes, when: dt.datetime) -> bytes:
    """Mexico again: the line corrected."""
    mail = _answer(letter, "fhipotetica@sre-mx.example", "Filomena Hipotética", when, program="Apple Mail")
    mail.set_content("Perdón, aquí va completo.\n\nCorreo electrónico: f.hipotetica@sre-mx.example\n")
    return mail.as_bytes()


def out_of_office(letter: bytes, when: dt.datetime) -> bytes:
    """Nicaragua: an automatic reply."""
    mail = _answer(letter, "tsupuesto@minrex-ni.example", "Tomasa Supuesto", when, program="Microsoft Exchange")
    mail.replace_header("Subject", "Respuesta automática: Actualización de la lista de contactos")
    mail["Auto-Submitted"] = "auto-replied"
    mail.set_content("Me encuentro fuera de la oficina hasta el 14 de enero de 2009.\n")
    return mail.as_bytes()


def status_report(letter: bytes, when: dt.datetime) -> bytes:
    """Canada, Outlook: reports an activity instead; in English."""
    mail = _answer(letter, "psample@cic-ca.example", "Penelope Sample-Mockford", when, program="Outlook")
    mail.set_content(
        "Good morning,\n\nActivity: P003-05a\nStatus: done\nDate: 8 January 2009\n"
        "Comments: Our inputs to the draft guidelines were sent to the Technical Secretariat.\n\n"
        "Kind regards,\nPenelope\n"
    )
    return mail.as_bytes()


def list_command(letter: bytes, when: dt.datetime) -> bytes:
    """Belize, a phone: asks for the list."""
    mail = _answer(letter, "ctesterman@foreign-bz.example", "Clara Testerman", when, program="iPhone Mail")
    mail.set_content("LIST\n\nSent from my iPhone\n")
    return mail.as_bytes()


def stranger(letter: bytes, when: dt.datetime) -> bytes:
    """Somebody nobody knows sends a perfect form and asks for the list."""
    mail = _answer(letter, "director@consultora.example", "Aparicio Desconocido", when, program="Thunderbird")
    mail.set_content(
        "Buen día, favor enviarme la lista completa.\n\nPaís: Costa Rica\nNombre completo: Aparicio Desconocido\n"
        "Cargo: Punto focal\nCorreo electrónico: director@consultora.example\n"
    )
    return mail.as_bytes()


def thanks(letter: bytes, when: dt.datetime) -> bytes:
    """Costa Rica, a phone: only an acknowledgement; the request stays open."""
    mail = _answer(letter, "pensayo@migracion-cr.example", "Plácido Ensayo", when, program="Samsung Email")
    mail.set_content("Recibido, gracias. Lo consulto y les confirmo a la brevedad.\n\nEnviado desde mi Samsung\n")
    return mail.as_bytes()
