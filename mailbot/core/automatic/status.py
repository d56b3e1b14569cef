"""The reason of a failure: an enhanced status code (RFC 3463), given or from the words said.

Where no code is said, the words of mail programs in four languages stand for one.
"""

from __future__ import annotations

import re

from mailbot.core.language import fold

# Not a version ("Exim 4.94.2"), not an address (5.1.1.7); the subjects are 0–7.
_ENHANCED = re.compile(r"(?<![\w./-])([45])\.([0-7])\.(\d{1,3})(?!\.?\d)(?!\.\w+\.)")
_BOUNDED = re.compile(r"(?<=[\s#(\[<:;-])([45])\.([0-7])\.(\d{1,3})(?!\.?\d)")
_CITED = re.compile(r"(?:\b[45][0-5]\d[ -]#?|#)([45])\.([0-7])\.(\d{1,3})(?!\.?\d)")
_REPLY = re.compile(r"(?<![\d.:/#-])(?:#)?([45][0-5]\d)(?=[\s\-,:;)\]]|$)(?!-\d)")

_FULL = "2.2"
_WORDINGS: tuple[tuple[str, str], ...] = (
    (
        _FULL,
        (
            r"mailbox(?:'s)?(?: \S+){0,4}? (?:full|over ?quota|exceed)|(?:over|exceed\w*|disk|mail|mailbox"
            r"|storage) ?quota"
            r"|quota (?:is )?(?:exceed|full|has been)|(?:user|inbox|mailbox|box) (?:is )?(?:over|out of)"
            r"|full mailbox|inbox (?:is )?full"
            r"|exceed\w* (?:(?:the|its|his|allowed|maximum|mailbox) )*(?:size|storage|limit)|mail ?box space"
            r"|insufficient (?:system )?storage"
            r"|not enough (?:storage|space)|account is full|user is full|out of (?:storage|space)|no room"
            r"|mailbox size|over (?:his|its|their) "
            r"|(?:buzon|bandeja|casilla|cuenta)(?: de)?(?: \w+){0,4} (?:esta )?llen[oa]|cuota|sin espacio"
            r"|exced(?:e|io|ido) (?:el|su) (?:espacio|capacidad|limite de almacenamiento)"
            r"|espacio insuficiente"
            r"|boite [\w' ]{0,30}pleine|quota [\w' ]{0,15}depass|caixa [\w' ]{0,30}cheia|cota excedida"
        ),
    ),
    (
        "3.4",
        (
            r"message (?:\w+ ){0,3}(?:too (?:large|big)|exceeds)|(?:maximum|inbound|incoming) message size"
            r"|too (?:large|big) (?:for|to)"
            r"|(?:mensaje|correo)(?: \w+){0,4} (?:excede|supera) (?:el|los) (?:\w+ )?(?:tamano|limite)"
            r"|demasiado grande|supera el (?:tamano|limite)|trop volumineux|muito grande"
        ),
    ),
    (
        "1.2",
        (
            r"host (?:or domain name |\S+\.\S+ )?(?:unknown|not found)|unknown (?:host|domain)"
            r"|domain (?:\S+ )?(?:\w+ )?(?:does not exist|not found"
            r"|couldn't be found|could not be found|doesn't exist)|no such (?:host|domain)|name service error"
            r"|bad destination host"
            r"|(?:dominio|servidor)[\w .-]{0,60}no (?:existe"
            r"|se (?:ha )?(?:encontro|encuentra|encontrado|pudo encontrar))"
            r"|couldn't find any host|unrouteable mail domain|could not find a gateway|dns error"
            r"|domaine [\w .-]{0,60}(?:introuvable|n'existe)"
        ),
    ),
    (
        "1.1",
        (
            r"user (?:is )?(?:unknown|not found|doesn't|does not|not known|invalid)|unknown (?:user|recipient"
            r"|address|local|mailbox|account)"
            r"|no such (?:user|recipient|mailbox|address|account|person|local)|no mailbox here|isn't a valid"
            r"|not a valid|is not valid"
            r"|(?:address|recipient|mailbox|account|name|user|e-?mail)(?: \S+){0,6} (?:does not exist"
            r"|doesn't exist|not exist|not found|unknown"
            r"|couldn't be found|could not be found|wasn't found|was not found|is invalid|is wrong|no longer"
            r"|not recognized|rejected)"
            r"|address not found|invalid (?:recipient|mailbox|address|user|final delivery userid)|not listed in"
            r"|mailbox (?:is )?unavailable"
            r"|recipient(?:name)? (?:\w+ ){0,2}(?:not (?:found|recognized)|unknown)|recipnotfound"
            r"|unrouteable address|not our customer"
            r"|bad destination mailbox|there is no user|no existe"
            r"|(?:unknown or )?illegal alias"
            r"|(?:cuenta|buzon|casilla|bandeja)(?: \S+){0,3}"
            r" (?:inexistente|desconocid[oa]|no encontrad[oa]|invalid[oa])"
            r"|no (?:figura|aparece) en (?:el|la) (?:directorio|libreta)"
            r"|usuario (?:\S+ )?(?:desconocido|inexistente"
            r"|no encontrado|invalido)"
            r"|destinatario (?:desconocido|inexistente|no encontrado|invalido)"
            r"|direccion (?:\S+ )?(?:no (?:se )?(?:ha )?(?:encontr|exist|valid)|desconocida|incorrecta"
            r"|inexistente)"
            r"|no se (?:ha )?(?:encontro|encontrado|encuentra|pudo encontrar)|n'existe pas|n'a pas ete trouve"
            r"|introuvable|utilisateur inconnu"
            r"|destinataire inconnu|adresse (?:inconnue|introuvable)|nao (?:existe|foi encontrad|encontrad)"
            r"|usuario desconhecido|endereco nao"
        ),
    ),
    (
        "2.1",
        (
            r"(?:account|mailbox|user)(?: \S+){0,4} (?:disabled|suspended|inactive|deactivated|discontinued)"
            r"|(?:cuenta|buzon|casilla) (?:\S+ ){0,4}"
            r"(?:desactivad[oa]|deshabilitad[oa]|inhabilitad[oa]|suspendid[oa]|inactiv[oa]|dad[oa] de baja)"
        ),
    ),
    (
        "7.1",
        (
            r"relay(?:ing)? (?:access )?(?:denied|not permitted|not allowed)|unable to relay|blocked|black ?list"
            r"|blocklist|(?:access|permission) denied"
            r"|policy|prohibit|spam|not accepting (?:mail|messages)|not (?:authori[sz]ed|permitted|allowed)"
            r"|don't have permission|rejected (?:your|the|by|due to)|reputation|bloquead"
            r"|no tiene permiso|rechazad|lista negra|\b(?:spf|dkim|dmarc)\b"
            r"|restricted|politica|(?<!connection )refuse|refused to accept"
            r"|non autorise|nao autorizad"
        ),
    ),
    (
        "4.7",
        (
            r"(?:in (?:the )?queue|on the queue|queued?) (?:\w+ ){0,2}too long|retry time(?:out| )"
            r"|delivery time expired|maximum delivery attempts|queue (?:period|lifetime)|tiempo de espera"
            r"|could not be delivered (?:for|after|within)"
        ),
    ),
)
_WORDING = tuple((code, re.compile(pattern)) for code, pattern in _WORDINGS)
# "The user's account is temporarily over quota."
_PASSING = re.compile(
    r"\b(?:temporarily|temporalmente|temporariamente|temporairement) (?:\w+ ){0,2}"
    r"(?:over|full|unavailable|disabled|suspended|deferred|llen[oa]|sin espacio|no disponible"
    r"|suspendid[oa]|fuera|rechazad[oa])"
    r"|\bno (?:esta |se encuentra )?disponible (?:por el|de|en este) momento\b"
    r"|\b(?:sigue|permanece|queda) en (?:la )?cola\b"
    r"|\bse (?:intentara|reintentara|seguira (?:re)?intentando)\b|\b(?:remains|is still|stays) in (?:the )?queue\b"
    r"|\bwill (?:keep trying|continue (?:to try|trying)|be retried|retry)\b"
)
# A full mailbox empties: "Intente nuevamente más tarde" where nobody gives a code (RFC 3463, X.2.2: transient).
_LATER = re.compile(
    r"\b(?:(?:try|send|resend)\w*(?: \w+){0,4} later|(?:intent|reintent|envi|reenvi)\w*(?: \w+){0,4} mas tarde)\b"
)
_BY_REPLY = {"552": "5.2.2", "422": "4.2.2", "452": "4.2.2"}


def enhanced_in(text: str) -> str | None:
    """Return the first enhanced status code of class 4 or 5 that stands in a text."""
    match = _CITED.search(text) or _ENHANCED.search(text) or _BOUNDED.search(text)
    return f"{match[1]}.{match[2]}.{int(match[3])}" if match else None


def cites_code(text: str) -> bool:
    """Say whether a server's answer with an enhanced code is quoted: behind its reply code or "#"."""
    return bool(_CITED.search(text))


def status_in(text: str, *, temporary: bool = False) -> tuple[str | None, bool]:
    """Return (status, permanent) of the words about one recipient.

    An enhanced code as it stands; else the class of the SMTP reply (RFC 5321 section 4.2.1)
    with what the words mean; no status where neither says anything.  ``temporary``: words
    without any code speak of a delay.
    """
    text = text.replace("_", " ")
    code = enhanced_in(text)
    if code:
        return code, code[0] == "5"
    reply = _REPLY.search(text)
    words = fold(text)
    first = reply[1][0] if reply else "4" if temporary or _PASSING.search(words) else "5"
    detail = _detail(words)
    if detail == _FULL and reply is None and _LATER.search(words):
        first = "4"
    if detail is None and reply and reply[1] in _BY_REPLY:
        return _BY_REPLY[reply[1]], first == "5"
    return (f"{first}.{detail}" if detail else None), first == "5"


def _detail(words: str) -> str | None:
    return next((code for code, pattern in _WORDING if pattern.search(words)), None)


def means_failure(words: str) -> bool:
    """Say whether folded words give a reason of a failure."""
    return bool(_REPLY.search(words) or enhanced_in(words)) or _detail(words) is not None
