"""Notices of mail programs about mail: read receipts, recalls, complaints (RFC 8098, RFC 5965)."""

from __future__ import annotations

import re

from mailbot.core.automatic.look import Look
from mailbot.core.automatic.recognised import Recognised

_RECEIPTS = frozenset({"message/disposition-notification", "message/global-disposition-notification"})
_RECEIPT_SUBJECT = re.compile(
    r"^(leid[oa]|no leid[oa]|read|not read|lu|non lu|lid[oa]|nao lid[oa]|gelesen|eliminado sin leer"
    r"|deleted without being read"
    r"|return receipt( \(\w+\))?|read[- ]receipt|acuse de (lectura|recibo de lectura)"
    r"|confirmacion de lectura|recibo de lectura|accuse de (lecture|reception)"
    r"|confirmacao de leitura|recibo de leitura|disposition notification|acuse de recibo \(\w+\)|displayed"
    r"|read message)\b\s*(:|-|\(|$)"
)
_RECEIPT_WORDS = re.compile(
    r"(?:was|were|has been) (?:read|displayed|opened)\b|deleted without being read|(?:fue|ha sido"
    r"|se ha) (?:leid[oa]|abiert[oa]|mostrad[oa])|se leyo|se elimino sin"
    r"|eliminad[oa] sin (?:haber sido )?le"
    r"|this is a (?:return|read) receipt|return receipt for the mail"
    r"|acuse de recibo (?:del|de lectura|para el (?:mensaje|correo))"
    r"|solo confirma que el mensaje se (?:mostro|abrio)"
    r"|(?:a|ete) lu\b|a ete affiche|foi (?:lida|lido|exibid|excluid)|no (?:garantiza|guarantee)"
)
# Lotus Notes has no colon behind its subject; what was read is a document there.
_LOTUS_SUBJECT = re.compile(
    r"^(acuse de recibo|return receipt|accuse de reception|confirmacao de recebimento)\W*(?::.*)?$"
)
_LOTUS_WORDS = re.compile(
    r"\b(?:(?:su|seu) documento|your document|votre document|(?:su|sua) mens(?:aje|agem)|your message)"
    r"\s*:.{0,300}?\b(?:fue |was |a ete |foi )"
    r"(?:recibido|leido|received|read|recu|recebido)\b.{0,20}?\b(?:por|by|par)\s*:"
)
# GroupWise tells every step of a message under one subject.
_STEP_SUBJECT = re.compile(
    r"^(message status|estado del mensaje|etat du message|status da mensagem)\s*(-|–|:)\s*"
    r"(opened|read|delivered|deleted|completed|accepted|declined|replied|transferred|emptied"
    r"|abierto|leido|entregado|eliminado|completado|aceptado|rechazado|transferido)\b"
)
_GOOD_SUBJECT = re.compile(
    r"^(entregad[oa]|delivered|relayed|retransmitid[oa]|expanded|expandid[oa]|remis|relaye|entregue|successful mail"
    r" delivery report|delivery status notification \((success|relay|expanded)\)"
    r"|notificacion de estado de entrega \((correcto|correcta|retransmision)\))\W*(:|$)"
)
_REJECTED = re.compile(r"rejected|rechazad|quota")
_ABOUT = re.compile(
    r"\b(your|su|tu|votre|sua|este|el|this|the|del) (message|e-?mail|mail|mensaje|correo|mensagem)\b|acuse de"
)
_RECALL_SUBJECT = re.compile(
    r"^(recuperar|error al recuperar( el)? mensaje|recuperacion del? mensaje (correcta|fallida|erronea|con errores)"
    r"|recall|wants to recall|retirar|recolher|rappel(er)?|message recall|recuperacion"
    r"|chamar de volta)\b( (report|failure|success|de mensajes?))?\s*:"
)
_RECALL_WORDS = re.compile(
    r"(would like to|wants to|souhaite(rait)?|desea(ria)?|quiere|gostaria de) (recall|recuperar|retirar"
    r"|rappeler|cancelar o envio|recolher|chamar)\b.{0,60}\b(message|mensaje|mensagem|correo)"
    r"|recall(ed)? (the|this|your) message|recuperar el mensaje|message recall report|(recuperacion"
    r"|recall) (del|of the|de) (mensaje|message)|(se ha recuperado|se recupero|no se (ha podido|pudo) recuperar)\b"
)


def receipt(look: Look) -> Recognised | None:
    """A receipt: the report (RFC 8098), or a subject "Leído:" over the words programs add."""
    if look.forwarded and look.words:
        return None
    if look.kinds & _RECEIPTS and not look.passed_on and not _REJECTED.search(look.page[:2000]):
        return Recognised("auto-reply", "message/disposition-notification (RFC 8098)")
    if look.prefixed:
        return None
    if _of_older_programs(look):
        return Recognised("auto-reply", "the subject and the words of a receipt")
    if not _RECEIPT_SUBJECT.match(look.subject):
        return None
    page = look.page[:2000]
    if not look.words or (_RECEIPT_WORDS.search(page) and _ABOUT.search(page) and not look.personal):
        return Recognised("auto-reply", "the subject and the words of a read receipt")
    return None


def _of_older_programs(look: Look) -> bool:
    """Lotus Notes and GroupWise, whose receipts are plain words."""
    if look.personal:
        return False
    if _STEP_SUBJECT.match(look.subject):
        return True
    return bool(_LOTUS_SUBJECT.match(look.subject) and _LOTUS_WORDS.search(look.page[:2000]))


def recall(look: Look) -> Recognised | None:
    """Somebody takes a message back: the request, or the report of it."""
    if look.prefixed or not _RECALL_SUBJECT.match(look.subject):
        return None
    if not look.words or "report" in look.subject[:24] or _RECALL_WORDS.search(look.page[:2000]):
        return Recognised("auto-reply", "a recall of a message")
    return None


def delivered(look: Look) -> Recognised | None:
    """A mail system says in words that it delivered, relayed or expanded: the report was lost on the way."""
    if look.prefixed or look.personal or not look.postmaster or not _GOOD_SUBJECT.match(look.subject):
        return None
    return Recognised("auto-reply", "a mail system tells that nothing failed")


def complaint(look: Look) -> Recognised | None:
    """A feedback report (RFC 5965), or any other multipart/report."""
    if "message/feedback-report" in look.kinds and not look.passed_on:
        return Recognised("auto-reply", "message/feedback-report (RFC 5965)")
    return None
