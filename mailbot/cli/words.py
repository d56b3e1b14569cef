"""The command line's own words, in the language of the locale."""

from __future__ import annotations

from collections.abc import Mapping

from mailbot.core.values import Bilingual

ARGPARSE_ES = {
    "usage: ": "uso: ",
    "options": "opciones",
    "positional arguments": "argumentos",
    "show this help message and exit": "muestra esta ayuda y termina",
    "the following arguments are required: %s": "faltan argumentos: %s",
    "unrecognized arguments: %s": "argumentos que no se conocen: %s",
    "invalid choice: %(value)r (choose from %(choices)s)": ("«%(value)s» no se conoce (elija entre %(choices)s)"),
    "%(prog)s: error: %(message)s\n": "%(prog)s: error: %(message)s\n",
    "expected one argument": "espera un valor",
    "argument %(argument_name)s: %(message)s": "argumento %(argument_name)s: %(message)s",
    "invalid %(type)s value: %(value)r": "valor no válido: %(value)r",
}

DESCRIPTION = Bilingual(
    "La secretaría de un grupo de trabajo bilingüe, por correo electrónico.",
    "The secretary of a bilingual working group, run over e-mail.",
)
HELP: Mapping[str, Bilingual] = {
    "demo": Bilingual(
        "el trabajo completo con correo de muestra, sin configurar nada",
        "the whole main job on sample mail, nothing to configure",
    ),
    "init": Bilingual(
        "crea mailbot.toml, reglas, plantillas y base de datos en una carpeta",
        "writes mailbot.toml, rules, templates and the database into a folder",
    ),
    "doctor": Bilingual(
        "revisa configuración, reglas, plantillas, base, buzón, envío y traductor",
        "checks configuration, rules, templates, database, mailbox, sending and translator",
    ),
    "run": Bilingual("el servicio", "the daemon"),
    "login": Bilingual(
        "entra en el buzón con OAuth 2: muestra el código y la dirección que se abre",
        "signs in to the mailbox with OAuth 2: shows the code and the address to open",
    ),
    "status": Bilingual(
        "cómo está el servicio; termina en 1 si algo falla",
        "how the daemon is doing; exits 1 when something fails",
    ),
    "read": Bilingual(
        "qué se entendería de un mensaje; no toca nada",
        "what would be understood from a message; touches nothing",
    ),
    "when": Bilingual("qué significa un texto de calendario", "what a calendar text means"),
    "explain": Bilingual("qué se hizo con un mensaje, línea por línea", "what became of a message, line by line"),
    "ask": Bilingual(
        "envía una solicitud a un participante, o a todos los Estados con --to all",
        "sends a request to a participant, or to all States with --to all",
    ),
    "import": Bilingual(
        "contactos o programa desde un archivo; --apply lo aplica",
        "contacts or programme from a file; --apply does it",
    ),
    "show": Bilingual("lo que contiene la base de datos", "what the database holds"),
    "send": Bilingual("lo que enviaría el calendario, ahora", "what the schedule would send, now"),
    "export": Bilingual(
        "la lista de contactos o el calendario como archivo", "the contact list or the calendar as a file"
    ),
    "deadline": Bilingual(
        "mueve la fecha de una solicitud, o la retira; avisa a quien se le pidió",
        "moves the date of a request, or withdraws it; tells whom it was put to",
    ),
    "meeting": Bilingual(
        "reuniones: registra, invita, mueve, cancela, quiénes asisten",
        "meetings: enter, invite, move, cancel, who takes part",
    ),
    "codes": Bilingual("código de la solicitud, como MD-DIR-GT-7K3QX", "code of the request, such as MD-DIR-GT-7K3QX"),
    "withdraw": Bilingual("ya no se pide respuesta", "no answer is asked any more"),
    "holds": Bilingual(
        "lo que espera una decisión; accept y reject la toman como operador",
        "what waits for a decision; accept and reject take it as the operator",
    ),
    "action": Bilingual("list (si no se dice nada), accept o reject", "list (if nothing is said), accept or reject"),
    "numbers": Bilingual("números de lo que se decide", "numbers of what is decided"),
    "reason": Bilingual("el motivo; se dice a quien lo propuso", "the reason; whoever proposed it is told"),
    "language": Bilingual("idioma del archivo", "language of the file"),
    "report": Bilingual(
        "el informe del grupo a una reunión, en Word y PDF", "the group's report to a meeting, as Word and PDF"
    ),
    "report-meeting": Bilingual("día de la reunión, AAAA-MM-DD", "day of the meeting, YYYY-MM-DD"),
    "report-language": Bilingual("idioma del informe; both: ambos en un archivo", "language; both: in one file"),
    "output": Bilingual("carpeta donde se escribe", "folder to write to"),
    "number": Bilingual("un informe final, otra vez", "a final report again"),
    "send-draft": Bilingual(
        "envía el borrador a la Presidencia para su aprobación", "puts the draft to the presidency for approval"
    ),
    "replay": Bilingual(
        "vuelve a leer lo guardado con esta versión y muestra qué cambiaría",
        "reads all stored messages again with this version and shows what would differ",
    ),
    "config": Bilingual(
        "archivo de configuración (por omisión mailbot.toml aquí, o MAILBOT_CONFIG)",
        "settings file (default mailbot.toml here, or MAILBOT_CONFIG)",
    ),
    "matrix": Bilingual("show requests: quién ha respondido a qué", "show requests: who has answered what"),
    "json": Bilingual("un documento JSON", "one JSON document"),
    "group": Bilingual("clave del grupo, si hay varios", "key of the group, if there are several"),
    "once": Bilingual(
        "recoge y atiende lo que espera, envía lo debido y termina",
        "collect and handle what is waiting, send what is due, stop",
    ),
    "sent": Bilingual("la carta a la que responde", "the letter it answers"),
    "today": Bilingual("el día de hoy, AAAA-MM-DD", "the day it is, YYYY-MM-DD"),
    "preview": Bilingual("escribe las cartas ahí en vez de enviarlas", "write the letters there instead of sending"),
    "apply": Bilingual("hace los cambios que muestra", "do the changes it shows"),
    "propose": Bilingual(
        "lo pone a la aprobación de la Presidencia por correo", "puts it before the presidency for approval, by mail"
    ),
    "forget": Bilingual(
        "borra los datos de una persona en todas partes; --apply lo hace",
        "removes a person's data everywhere; --apply does it",
    ),
    "address": Bilingual("dirección de correo de la persona", "e-mail address of the person"),
    "yes-last": Bilingual(
        "aunque sea el último punto focal de su Estado", "even if it is the last focal point of a State"
    ),
    "file": Bilingual("archivo o carpeta", "file or folder"),
    "to": Bilingual(
        "código del participante, dirección de un contacto, o all",
        "code of the participant, address of a contact, or all",
    ),
    "about": Bilingual("código de la actividad", "code of the activity"),
    "due": Bilingual("fecha límite, AAAA-MM-DD", "due date, YYYY-MM-DD"),
    "vcard-version": Bilingual("versión de vCard", "version of vCard"),
    "audience": Bilingual(
        "solo lo que ve esa audiencia de rules/audiences.yaml",
        "only what that audience of rules/audiences.yaml sees",
    ),
    "keep": Bilingual("carpeta donde quedan las cartas", "folder where the letters stay"),
}
MEETING_HELP: Mapping[str, Bilingual] = {
    "add": Bilingual(
        "registra una reunión de un archivo YAML, o renueva sus lugares",
        "enters a meeting from a YAML file, or renews its places",
    ),
    "invite": Bilingual(
        "invita a cada Estado, a quien aún no se invitó", "invites each State, whoever was not invited yet"
    ),
    "show": Bilingual("una reunión: invitaciones, respuestas, lugares", "one meeting: invitations, answers, places"),
    "move": Bilingual("cambia la fecha y avisa a quienes se invitó", "changes the date and tells everybody invited"),
    "cancel": Bilingual(
        "cancela la reunión y avisa a quienes se invitó", "cancels the meeting and tells everybody invited"
    ),
    "deadline": Bilingual(
        "ata solicitudes a la reunión: tantos días hábiles antes, aunque se mueva",
        "hangs requests on the meeting: so many office days before, wherever it moves",
    ),
    "participants": Bilingual(
        "la lista de participantes como archivo, o por correo a la Presidencia",
        "the list of participants as a file, or by mail to the presidency",
    ),
    "key": Bilingual("clave de la reunión", "key of the meeting"),
    "roles": Bilingual(
        "funciones a las que se invita, separadas por comas (por omisión puntos focales)",
        "roles to invite, separated by commas (default focal points)",
    ),
    "to": Bilingual("códigos de los participantes, separados por comas", "codes of participants, separated by commas"),
    "start": Bilingual("día, o día y hora: 2009-03-10 09:00", "day, or day and hour: 2009-03-10 09:00"),
    "office-days": Bilingual("días hábiles antes de la reunión", "office days before the meeting"),
    "send": Bilingual("la envía a la Presidencia", "sends it to the presidency"),
}
