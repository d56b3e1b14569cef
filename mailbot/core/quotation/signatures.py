"""The block under "-- " or under a closing: a name, a post, an institution, telephones.

A person's words must not be lost: a block with a sentence, a postscript or a form's label and
value in it is no signature.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from mailbot.core.language import fold
from mailbot.core.remembered import remembered

_LONGEST_FORMAL = 200
_LONGEST_LEAD = 160
_MOST_LINES = 14
_LONGEST_LINE = 140
_CLOSING = re.compile(
    r"\b(?:atentamente|atte|saludos?|saludes|cordialmente|respetuosamente|fraternalmente|afectuosamente|abrazos?"
    r"|regards|sincerely|faithfully|cheers|respectfully|cordially|best wishes|yours truly|cordialement|gruss|grusse"
    r"|qued(?:o|amos) (?:de (?:usted|ustedes) )?(?:muy )?(?:atent[oa]s?|pendientes?)|qued(?:o|amos) de (?:usted"
    r"|ustedes)"
    r"|(?:me|nos) suscrib(?:o|imos)|(?:me|nos) despid(?:o|imos)|nos despedimos"
    r"|a (?:(?:la|su) (?:entera )?(?:orden|disposicion)|(?:las|sus) (?:\w+ )?ordenes)"
    r"|sin otro particular|salutations|atenciosamente|um abraco)\b"
)
_LED = re.compile(
    r"sin (?:otro|mas) (?:particular|por el momento|asunto)|(?:agradec|esper|qued)\w+ de antemano|without further"
)
_MOST_WORDS = 12  # of a closing with such words before it: "Sin otro particular, me suscribo de ustedes atentamente"
_SHORT_CLOSINGS = frozenset(
    "best|yours|gracias|muchas gracias|mil gracias|thanks|many thanks|thank you|att|atentamente|sds|sdos|slds|sldos"
    "|rgds|brgds|bests"
    "|all the best|un abrazo|de usted|de ustedes".split("|")
)
_WISH = re.compile(  # lines that are nothing but a closing
    r"con (?:(?:un|una|el|la|las|los|mi|mis|nuestr[oa]s?|su|tod[oa]s?|muestras?|sentimientos?|de|del|mas|muy|mayor"
    r"|alt[oa]s?"
    r"|distinguid[oa]s?|sincer[oa]s?|profund[oa]s?|especial|siempre|debid[oa]|renovad[oa]s?) ){0,8}"
    r"(?:estima|consideracion|aprecio|respeto|agradecimiento|gratitud|afecto|carino)(?: (?:y|e) \w+)?"
    r"|(?:agradeciendo(?:les?)?|esperando|en espera de|a la espera de|looking forward to|i look forward to|we look"
    r" forward to)"
    r"(?: [\w']+){1,7}"
    r"|(?:que )?(?:tenga|tengan|pase|pasen|les deseo|le deseo) (?:un |una )?(?:muy )?(?:buen[oa]?s?|excelente"
    r"|lind[oa]"
    r"|feliz)"
    r" \w+(?: de \w+)?|(?:muy )?(?:buen|feliz) (?:fin de semana|ano(?: nuevo)?|navidad)|felices fiestas"
    r"|(?:with )?(?:all (?:the|my|our) best|(?:my |our )?best)(?: wishes| regards)?"
    r" (?:to|for|in|from|during)(?: [\w']+){1,7}"
    r"|(?:wishing|wish) (?:you|all|everyone)(?: [\w']+){1,8}|warmly|warmest"
    r"|(?:deseandoles?|les deseamos|le deseamos)(?: \w+){1,8}|que esten? (?:muy )?bien|hasta (?:pronto|luego)"
    r"|have a (?:nice|good|great|lovely) (?:day|weekend|week|evening|one)|happy (?:new year|holidays)"
    r"|(?:muchas )?bendiciones|carinos|(?:very )?(?:truly|respectfully) yours|take care"
    r"|with (?:many |my |best |our |sincere )*(?:thanks|gratitude|appreciation|wishes)(?: (?:for|and|to) (?:[\w']+"
    r" ?){1,5})?"
    r"|dios\W{1,3}(?:patria|union)\W{1,3}(?:y )?libertad|sufragio efectivo\W{1,3}no reeleccion"
)
_SPACED = re.compile(r"(?:\w ){5,}\w")  # "A T E N T A M E N T E"
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\. ?){2,}$|\b(?:Inc|Ltda?|Cía)\.$")  # "Red Ejemplo, A.C."
_FORMAL = re.compile(  # how notes between ministries end
    r"(?:.{0,90}\b)?(?:seguridades|muestras|testimonios?|assurances?) (?:de|of) (?:mi|nuestr[oa]|su|my|our|his|her)\b"
    r".{0,60}\b(?:consideracion|estima|respeto|aprecio|esteem|consideration|regard)"
)
_THANKS = re.compile(
    r"(?:de antemano,? )?(?:muchas |mil |muchisimas )?gracias(?: de antemano| anticipadas| por (?:su|la|tu|el"
    r"|toda la)"
    r" (?:\w+ ){0,2}\w+)?|agradecid[oa]s? de antemano|de antemano,? (?:agradecid[oa]|muy agradecid[oa])"
    r"|(?:many )?thanks?(?: you)?(?: very much| so much)?(?: in advance| again| for your (?:\w+ ){0,2}\w+)?"
)
_WORK = re.compile(
    r"@|\btel|\bphone|\bfax\b|\bcel|movil|mobile|conmutador|\bpbx\b|minist|secretar|depart|direcc"
    r"|director|\bjef[ea]|\bhead\b|chief"
    r"|oficina|office|gobierno|government|embajad|embass|consul|www\.|https?:|\bext\b|\d{4}|institut"
    r"|asistente|assistant|analist|analyst"
    r"|officer|oficial|asesor|advis|coordin|encargad|subdirec|unidad|\bunit\b|division|policy|senior"
    r"|manager|licenciad|abogad|embajador"
    r"|migra|relaciones|cancilleria|presiden|comision|viceminis|directora|planific|delegad|attach"
    r"|agregad|representante|especialista"
    r"|specialist|tecnic|punto focal|focal point|república|republica|avenida|\bcalle\b|edificio|piso"
    r"|inc\b|ltd|ceo|s\.a\."
)
_LABELLED = re.compile(r"^[\W\d]{0,6}([^\W\d_][\w /().|-]{0,40}?)\s*:(?!//)\s*\S")
_OWN_LABELS = re.compile(
    r"^(?:tel|tels|telf?|tfno|telefonos?|telephone|phone|fax|telefax|cel|celular|movil|mobile|cell"
    r"|ext|extension|pbx|central|e-?mail|mail"
    r"|correo|web|sitio|pagina|website|direccion|dir|address|oficina|office|directo|direct|conmutador"
    r"|skype|twitter|whatsapp|facebook|linkedin|mobil|cellulaire|telefoon|portable|gsm|voip|despacho"
    r"|apartado|switchboard|t|f|m|c|p|d|e|w|o)\b"
)
_PARTED = re.compile(r"\||\s[-–·]\s")
_NOT_NAMES = frozenset(
    "sin no si yes ok ningun ninguno todo igual adjunto adjunta adjuntos anexo anexos gracias thanks "
    "thank enviado sent attached please favor quedo "
    "quedamos recibido recibida received confirmo confirmamos confirmado confirmed hecho done unchanged "
    "same idem nota note pd ps p.d p.s".split()
)
_CONNECTORS = frozenset("de del la las los y e da do dos van von der den di el".split())
_SPOKEN = frozenset(  # words of sentences, in no name of an office
    "que no ya le les me nos se ruego soy estoy esta favor please will not have i we is are".split()
)
_POSTSCRIPT = re.compile(
    (
        r"^\W{0,3}(?:p\.? ?d\.?|p\.? ?s\.?|posdata|postdata|nota|note|n\.? ?b\.?|adjunt[oa]s?|anexos?"
        r"|attached)\b\s*[:.\-–)]"
    ),
    re.I,
)
DATA = (
    r"(?:datos|generales|informacion|coordenadas|telefonos?|numeros?|correos?|details|info|information|data"
    r"|coordinates"
    r"|numbers?|particulars)"
)
_SIGNED = (
    r"(?:(?:in|at|from|under|to|see|en|de|a|ver|vease|segun|per) (?:(?:my|the|our|this|mi|la|el|nuestra|esta|este) )?"
    r"(?:e-?mail |new |nueva )?(?:signature|firma|pie)\b(?! (?:of|de la|de los|del) )"
    r"|below my name|debajo de mi nombre)"
)
ELSEWHERE = (  # where in the returned letter the answers stand
    r"\b(?:cuadros?|tablas?|formularios?|tables?|forms?|(?:su|your) (?:mensaje|correo|nota|message|e-?mail|letter)"
    r"|(?:en|in) (?:rojo|azul|verde|amarillo|negritas?|red|blue|green|yellow|bold)|entre lineas|in-?line|resaltad\w+"
    r"|highlight\w*)\b"
)
_NOT_ELSEWHERE = rf"(?![^.\n]{{0,60}}{ELSEWHERE})"
_ANNOUNCED = re.compile(
    rf"\b{DATA}\b[^.\n]{{0,60}}\b{_SIGNED}|\b{_SIGNED}[^.\n]{{0,60}}\b{DATA}\b"
    rf"|mis (?:nuevos )?datos\b{_NOT_ELSEWHERE}[^.\n]{{0,50}}(?:abajo|al pie|continuacion|siguientes|actualizados)"
    rf"|(?:my|updated|new|contact)[^.\n]{{0,30}}(?:details|information|data|coordinates){_NOT_ELSEWHERE}"
    r"[^.\n]{0,40}below"
    r"|(?:ver|vease|see)[^.\n]{0,20}(?:firma|signature)(?! (?:of|de la|de los|del) )"
    r"|\b(?:my|mi|new|nueva|updated)(?: (?:new|updated|nueva|business|personal))* (?:card|tarjeta|firma"
    r"|signature block)\b"
    rf"(?: [^.\n]{{0,40}}\b{DATA}\b|,? below|,? abajo| actualizada|:?\s*$)"
    r"|\b(?:information|details|data|datos)\b[^.\n]{0,30} (?:ha(?:s|ve|n) )?(?:changed|cambiado|cambiaron"
    r"|updated)[.;,]"
    r" (?:please )?(?:see|ver|vease|van?) (?:them |it )?(?:below|abajo)"
)
# The last line above a card: "Favor de actualizar mis datos conforme a lo siguiente:", "My details:".
_LEADS_HERE = re.compile(
    r"\b(?:mis?|my|our|nuestros)\b[^.:\n]{0,40}\b(?:datos|generales|details|data|information|particulars|card"
    r"|tarjeta)\b"
    r"[^.:\n]{0,40}:\s*$"
)


# What ministries put below everything: "“Honduras, un país para todos”", "No imprima este correo …".
_SLOGAN = re.compile(
    r"\W{0,3}[\"“«*][^\"”»*]{8,120}[\"”»*]\W{0,3}(?:$|[/|-])"
    r"|\W{0,3}(?:(?:por favor,? |please,? )?(?:no imprima|antes de imprimir|evite imprimir|imprima solo"
    r"|piense (?:en el medio|antes)|cuid(?:e|a|emos) el (?:medio )?ambiente|ahorre papel|salve un arbol|protejamos"
    r"|think before|before printing|consider the environment|save (?:a tree|paper)|do not print))"
)
_BROKEN = 50  # columns of a line that a mail program may have broken


def is_dashes(text: str) -> bool:
    """Tell whether a line is the signature's separator (RFC 3676 section 4.3)."""
    return text.strip() in {"--", "- --", "–-"}


@remembered
def is_closing(text: str) -> bool:
    """Tell whether a line closes a letter ("Atentamente,", "Kind regards")."""
    if len(text) <= _LONGEST_FORMAL and _FORMAL.fullmatch(fold(text).strip(" ,.")):
        return True
    if len(text) > 80 or ":" in text.rstrip(": \t"):
        return False
    line = fold(text).strip(" ,.;:!*_-")
    line = line.replace(" ", "") if _SPACED.fullmatch(line) else line
    if len(line.split()) > (_MOST_WORDS if _LED.match(line) else 7):
        return False
    if line in _SHORT_CLOSINGS or _THANKS.fullmatch(line) or _WISH.fullmatch(line):
        return True
    return not any(c.isdigit() for c in line) and bool(_CLOSING.search(line))


def announces(texts: Sequence[str]) -> bool:
    """Tell whether the letter says that its data stand in the signature, also across a line that a program broke.

    What stands right above a closing may lead to it too: "My details:".
    """
    own = [text for text in texts if text.strip()]
    leads = (place for place, text in enumerate(own) if text.rstrip().endswith(":") and _leads_here(text))
    if any(place + 1 == len(own) or is_closing(own[place + 1]) for place in leads):
        return True
    return any(_ANNOUNCED.search(fold(text[:600])) for text in texts) or any(
        _ANNOUNCED.search(fold(f"{above.rstrip()} {below.strip()}"))
        for above, below in pairwise(texts)
        if _BROKEN <= len(above) <= _LONGEST_LINE and below.strip()
    )


def _leads_here(text: str) -> bool:
    return _LEADS_HERE.search(fold(text[-_LONGEST_LEAD:])) is not None


def is_postscript(text: str) -> bool:
    """Tell whether a line begins a postscript, which is the sender's."""
    return bool(_POSTSCRIPT.match(text[:40]))


def holds_answers(texts: Sequence[str]) -> bool:
    """Tell whether a label that is not a signature's own stands with a value in it."""
    return any(_is_answer(text[:_LONGEST_LINE]) for text in texts)


def _is_answer(line: str) -> bool:
    match = _LABELLED.match(line)
    if match is None:
        return False
    nearest = _PARTED.split(match[1])[-1]  # "Ministry of Labour | Tel: …": the label is what stands last
    return not _OWN_LABELS.match(fold(nearest).strip())


@remembered
def is_name(text: str) -> bool:
    """Tell whether a line may be a person's name under a closing."""
    words = text.strip(" \t,.;*_/-—").split()
    if not 1 <= len(words) <= 7 or any(c.isdigit() or c in "@:?=" for c in text):
        return False
    if fold(words[0]).strip(".,!") in _NOT_NAMES:
        return False
    return (
        all(word[:1].isupper() or word.lower() in _CONNECTORS or not word[:1].isalpha() for word in words)
        or len(words) == 1
    )


def is_signature(texts: Sequence[str]) -> bool:
    """Tell whether the lines under a closing are a signature: short, with a name or a post.

    A card beside a picture is one row of a table, whose cell holds the lines.
    """
    lines = [line.strip() for text in texts for line in text.splitlines() if line.strip()]
    while len(lines) > 1 and _SLOGAN.match(fold(lines[-1])):
        lines.pop()
    if not lines or len(lines) > _MOST_LINES or any(len(line) > _LONGEST_LINE for line in lines):
        return False
    if holds_answers(lines) or any(_is_sentence(line) for line in lines) or _LABELLED.match(lines[0]):
        return False
    work = sum(bool(_WORK.search(fold(line))) for line in lines)
    if is_name(lines[0]):
        return len(lines) == 1 or work > 0 or all(is_name(line) for line in lines)
    return work * 2 >= len(lines) and len(lines) > 1


def begins_with_sentence(texts: Sequence[str]) -> bool:
    """Tell whether the first line is somebody speaking, as no signature begins."""
    first = _first_words(texts)
    return _is_sentence(first) and not _SPOKEN.isdisjoint(fold(first).split())


def length(closing: str, texts: Sequence[str]) -> int:
    """Return how many lines under a closing are its signature: all, or those above an answer typed below it.

    Some programs put the signature above what is typed.  Under "Gracias" names may be what was asked for.
    """
    if is_signature(texts):
        return len(texts)
    rests = (place for place in range(1, len(texts)) if texts[place].strip() and not texts[place - 1].strip())
    cut = next((place for place in rests if any(text.strip() for text in texts[:place]) and _speaks(texts[place])), 0)
    known = cut and _CLOSING.search(fold(closing)) and is_name(_first_words(texts)) and is_signature(texts[:cut])
    return cut if known else 0


def _first_words(texts: Sequence[str]) -> str:
    return next((text.strip() for text in texts if text.strip()), "")


def _speaks(text: str) -> bool:
    return _is_answer(text[:_LONGEST_LINE]) or _is_sentence(text.strip())


def is_bare_name(texts: Sequence[str]) -> bool:
    """Tell whether a signature is no more than typed names."""
    lines = [text for text in texts if text.strip()]
    if len(lines) == 1:
        return is_name(lines[0])
    return len(lines) <= 2 and all(is_name(line) and not _WORK.search(fold(line)) for line in lines)


def _is_sentence(line: str) -> bool:
    words = line.split()
    if line.endswith(("?", "!")) and len(words) > 2:
        return True
    if len(words) < 6 or not line.endswith(".") or _ABBREVIATED.search(line) or line.count(",") > 2:
        return False
    return not _WORK.search(fold(words[-1])) or not _SPOKEN.isdisjoint(fold(line).split())
