"""What mail programs, lists and scanners put under a letter: "Enviado desde mi iPhone" and the like."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.language import fold
from mailbot.core.quotation.words import APOLOGIES, DETERMINERS, DEVICES, POSSESSIVES, SENT_FROM
from mailbot.core.remembered import remembered

_LONGEST = 300
_ADVERTISEMENT = 4  # lines
_LINK = re.compile(r"[<\[(]?https?://[^\s>\])]{0,250}[>\])]?|<mailto:[^\s>]{0,100}>")
_DEVICE = re.compile(r"(?<![^\W_])(?:" + "|".join(re.escape(each) for each in DEVICES) + r")(?![^\W\d_]{3})")
_A_DEVICE = re.compile(r"\s(?:an?|un|una) .{0,40}(?:phone|tablet|device|telefono|dispositivo)")
_CLAUSE = re.compile(r"[,.;:](?=\s)")
_SCANNERS = re.compile(
    r"^[\W_]{0,40}(?:libre de virus|virus-free|este (?:correo|mensaje|e-?mail)(?: electronico)? (?:ha sido|fue|esta) "
    r"(?:comprobado|analizado|escaneado|revisado|verificado|libre de virus|limpio)|no se encontraron virus en"
    r"|el software de antivirus|no virus found in|comprobado por avg|checked by avg|this (?:e-?mail"
    r"|message) (?:has been|was) "
    r"(?:checked|scanned)|(?:informacion|information) (?:de|from) eset|eset (?:nod32|endpoint|smart|mail).{0,40}"
    r"(?:ha comprobado|checked)|the message was checked by eset|scanned by|analizado por mailscanner"
    r"|free (?:animations|emoticons|emojis) for your e-?mail"
    r"|l'absence de virus|diese e-mail wurde von avast|garantito senza virus)"
)
_OF_SCANNER = re.compile(
    r"^[\W_]{0,8}(?:(?:https?://)?(?:www\.)?(?:eset|avast|avg|mcafee|norton|kaspersky|bitdefender|pandasecurity|sophos)"
    r"\.[a-z]{2,3}[^\s]*\W{0,4}$|versi?on\b.{0,120}\bvirus"
    r"|dangerous content by|believed to be clean|en busca de virus y otros|(?:y )?se considera que esta limpio)"
)
_PRAISE = re.compile(
    r"free e-?mail|e-?mail app|correo (?:gratuito|seguro)|secure e-?mail|messaging program"
    r"|programa de (?:correo|mensajeria)"
)
_LISTS = re.compile(
    r"^[\W_]{0,40}(?:ha[sn]? recibido este (?:mensaje|correo) (?:porque|ya que)"
    r"|recibiste este (?:mensaje|correo) porque"
    r"|you (?:are receiving|received|have received) this (?:message|e-?mail) (?:because|as)"
    r"|reply to this e-?mail directly"
    r"|to respond, reply to this email"
    r"|(?:est[ea] |this )?(?:mensaje|correo|message|e-?mail)(?: electronico)? (?:ha sido |fue |se |has been |was )?"
    r"(?:enviado|envio|sent) (?:desde|from) (?:una?|an?) "
    r"(?:(?:unmonitored|unattended|notification|no-?reply)\b|.{0,40}\b(?:no (?:monitore|atendid|supervis|es revisad)"
    r"|(?:is|that is)? ?not monitored|only for sending|solo (?:de|para) (?:envio|salida))))"
)
_LIST_WORDS = re.compile(
    r"mailing list|lista de (?:correo|distribucion)|listinfo|unsubscribe|darse de baja|google ?groups|groups\.google"
    r"|mailman|cancelar (?:la|tu|su) suscripcion|anular (?:la|tu|su) suscripcion"
)
_ADVERTISED = re.compile(
    r"\b(?:hotmail|msn|windows live|messenger|yahoo!|aol|juno|latinmail|mail\.com|correo gratis|free e-?mail)(?!\w|@)"
)
_PICTURE = re.compile(
    r"\W{0,3}(?:[\[<](?:cid:|imagen?:|inline image|imagen? (?:\d|integrad|insertad|quitad|removed|en linea)|logo"
    r"|(?:descripcion|description|escudo|firma|banner)\b|image\d{3}\b|(?:https?://|file:)[^\s\]>]+\.(?:png|jpe?g|gif)\b)"
    r"[^\[\]<>]{0,200}[\]>]\W{0,3}){1,6}$"
)
_PROGRAMS = ("outlook", "bluemail")
_FOR = frozenset("for para pour fur per on en da do".split())
_DRAWN = frozenset("-_=*#~+.·ᐧ—–|<> \t")


@remembered
def is_sent_from(text: str) -> bool:
    """Tell whether a line is a telephone's or a program's own ("Enviado desde mi iPhone").

    "Enviado desde la Dirección General" and "Sent from my desk, is much easier …" are a person's.
    """
    if not 3 < len(text) <= _LONGEST:
        return False
    if not fold(text[:48]).lstrip(" *_<>[](-—").startswith(SENT_FROM):
        return False
    line = _LINK.sub(" ", fold(text)).strip(" \t*_<>[]()-—")
    start = next((each for each in SENT_FROM if line.startswith(each)), "")
    rest = line[len(start) :].strip()
    words = rest.split()
    if words and start.endswith(_PROGRAMS) and words[0] not in _FOR:
        return False  # "Get Outlook to open the attachment"
    if len(words) > 14 or "?" in rest or sum(c.isdigit() for c in rest) > 4:
        return False
    clause = _CLAUSE.search(rest)
    if (
        clause
        and len(rest[clause.end() :].split()) > 3
        and not any(word in rest for word in APOLOGIES)
        and not _PRAISE.search(rest)
        and not _A_DEVICE.search(rest, clause.end())
    ):
        return False
    linked = len(words) <= 3 and bool(words) and words[0] not in DETERMINERS and bool(_LINK.search(text))
    named = linked or bool(_DEVICE.search(line))
    mine = bool(words) and (words[0] in POSSESSIVES or start.endswith((" mi", " my")))
    return named or (mine and len(words) <= 7 and clause is None)


def is_picture(text: str) -> bool:
    """Tell whether a line is what stands for a picture in plain text: "[cid:image001.jpg@01CB…]", "[Logo]"."""
    return len(text) <= _LONGEST and bool(_PICTURE.match(fold(text)))


def is_link(text: str) -> bool:
    """Tell whether a line is nothing but a link."""
    return "://" in text and len(text) <= _LONGEST and not _LINK.sub("", text).strip()


def is_of_scanner(text: str) -> bool:
    """Tell whether a line below a scanner's says its version or its address ("http://www.eset.com")."""
    return len(text) <= _LONGEST and bool(_OF_SCANNER.match(fold(text)))


def is_added(text: str) -> bool:
    """Tell whether a line begins what a scanner or a list adds, to the end of its paragraph."""
    if not 8 < len(text) <= 1000:
        return False
    line = fold(text[:160])
    return bool(_SCANNERS.match(line)) or bool(_LISTS.match(line))


def is_drawn(text: str) -> bool:
    """Tell whether a line holds nothing but strokes and dots."""
    return text[:1] in _DRAWN and len(text) <= 200 and all(character in _DRAWN for character in text)


def is_list_footer(texts: Sequence[str]) -> bool:
    """Tell whether the lines below a stroke name the list the letter came through."""
    words = fold(" ".join(text[:200] for text in texts[:10]))
    return bool(_LIST_WORDS.search(words)) and ("http" in words or "@" in words)


def is_advertisement(texts: Sequence[str]) -> bool:
    """Tell whether the lines below a stroke praise a mail service: "Express yourself with MSN Messenger! http://…"."""
    said = [text[:200] for text in texts if text.strip()]
    if not 0 < len(said) <= _ADVERTISEMENT:
        return False
    words = fold(" ".join(said))
    return bool(_ADVERTISED.search(words)) and ("http" in words or "www." in words)
