"""What lists, filters and old programs tell of a message without asking anything of its sender."""

from __future__ import annotations

import re

from mailbot.core.automatic.look import Look
from mailbot.core.automatic.recognised import Recognised

_HELD_SUBJECT = re.compile(
    r"(awaits|awaiting) (\w+ )?approval|aprobacion del? moderador|pendiente de aprobacion|cuarentena|quarantine"
    r"|\b(held|retenido)\b"
)
_HELD = re.compile(
    r"held until the (list )?moderator|a la espera de (la )?aprobacion"
    r"|(aprobacion|revision) (de|del|por) (el |un )?moderador"
    r"|(puesto|colocado|retenido) en cuarentena|(been|was) (quarantined|placed in quarantine)"
)
_SCANNERS = (
    "antivirus",
    "mailscanner",
    "virus scanner",
    "content filter",
    "filtro de contenido",
    "sistema de seguridad",
)
_SCANNED = re.compile(
    r"\b(ha |has |have )?(detect|encontr|found|bloque|blocked|elimin|removed)\w*.{0,200}"
    r"\b(que usted envio|usted ha enviado|enviado por usted|you sent|su (mensaje|correo)|your (message|e-?mail|mail))\b"
)
_VACATION_1 = re.compile(r"your (e-?mail|mail|message) (concerning|regarding|about) .{0,200}will be read when i return")
_ASKS = re.compile(r"[?¿]|\b(podria\w*|pueden|puede usted|favor|ya (pedi|solicite)|could you|can you|please)\b")


def told_of_a_message(look: Look) -> Recognised | None:
    """Held by a list or in quarantine, cleaned by a scanner, filed by GLPI, left unread by vacation(1).

    People tell the same to ask for something: nobody greets, takes leave or asks here.
    """
    if look.prefixed or look.personal:
        return None
    if look.subject.startswith("[glpi #") or _tells(look):
        return Recognised("auto-reply", "a list, a filter or a program tells what became of a message")
    return None


def _tells(look: Look) -> bool:
    said = " ".join(look.words)[:3000]
    held = bool(_HELD_SUBJECT.search(look.subject)) and bool(_HELD.search(said))
    scanned = any(name in said for name in _SCANNERS) and bool(_SCANNED.search(said))
    return (held or scanned or bool(_VACATION_1.search(said))) and not _ASKS.search(said)
