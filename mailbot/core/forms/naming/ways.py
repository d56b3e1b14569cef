"""Telephone numbers and addresses named in a sentence: of which kind each is, and which of them is the old one."""

from __future__ import annotations

import re
from typing import NamedTuple

from mailbot.core.forms.naming.numbers import is_number
from mailbot.core.language import fold
from mailbot.core.remembered import remembered

_EXTENSION = r"(?:exts?|extension(?:es|s)?|anexos?|interno|int|x)"
_NUMBER = r"[+(]?\d[\d\s().-]{4,20}\d(?:/\d{2,4}(?![\d/-]))?"  # "822-0000/0001" are two
_ADDRESS = r"[^\s@<>,;:()\[\]\"“”«»]{1,64}@[^\s@<>,;:()\[\]\"“”«»]{1,190}\.[a-z]{2,24}"
_EXTENSIONS = (
    rf"(?:[\s,(]{{0,3}}(?:(?:y|and|pero|but|con|with|now|ahora|la|su|the)\s){{0,4}}{_EXTENSION}\b[.:]?"
    r"(?:\s(?:la|no\.?|number|numero))?\s?#?(?P<extensions>\d{1,6}(?:\s?(?:,|/|y|[oó]|and|or)\s?\d{1,6}(?![\d-]))*)\)?)?"
)
_WAY = re.compile(rf"(?P<address>{_ADDRESS})|(?<![\w@./-])(?P<number>{_NUMBER}){_EXTENSIONS}(?![\w@-])")
_SAME_NUMBER = re.compile(
    r"\b(?:(?:el|al|del|en el|the|on the|at the|por el) )?(?:mismo(?: numero| telefono)?|same (?:number|phone|line))"
    rf"(?=[,.; ]|$){_EXTENSIONS}"
)
_THE_NUMBER = re.compile(r"(?: de siempre| que antes| as before)?[,:]? [(]?[+(]?\d")
_LONE_EXTENSION = re.compile(
    rf"(?<!\d )(?<!\d, )\b(?:{_EXTENSION})\b[.:]?(?: (?:de (?:nuestra|mi|la) oficina|number|numero|nueva"
    rf"|correcta|for me|now"
    r"|ahora|has changed to|is|es|cambio a|sera|at|la|el|el no\.|no\."
    r"|the)){0,5}\s#?(?P<extensions>\d{1,6})(?![\d-])(?! (?:pag|page|foli|dia|day))"
)
_DAY = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|(?:19|20)\d\d\s?[-/]\s?(?:19|20)\d\d")

_BEFORE_OLD = re.compile(
    r"(?:\bya no (?:[a-z]+ ){0,5}|\b(?:y |and )?(?:no|not)(?: (?:es|el|la|al|a|en|on|at|the|to|is|use|usen|usar))*,? ?"
    r"|\btampoco (?:el|la|mi|su)? ?(?:[a-z]+ ){0,3}es (?:el |la )?"
    r"|\ben (?:vez|lugar) del? (?:el |la |al )?|\b(?:instead of|rather than|in place of)(?: the)? ?(?:old )?"
    r"|\b(?<!mensaje )(?<!message )(?:anterior|viej[oa]|antigu[oa]|old|former|previous|past)(?: one| number"
    r"| numero| telefono| correo| address"
    r"| direccion| e-?mail| fax| celular)?[,:;(]*(?: (?:era|was|el|la|de|is|es))* ?"
    r"|\b(?:perdi|lost|dej(?:e|o) de usar|cancele|perdio)(?: (?:el|la|mi|my|the))* ?"
    r"|\b(?:era|was|were|used to be|antes(?: era)?|formerly|previously|no longer(?: [a-z]+){0,3}|de antes)[,:(]? ?"
    r"|\b(?:decia|dice|says|reads|said)[,:]? ?"
    r"|\b(?:por error|by mistake|erroneous(?:ly)?|errone[oa]|equivocad[oa]|incorrect[oa]?"
    r"|wrong)(?: [a-z]+){0,4}[,:(]* ?"
    r"|\b(?:re?emplaza|sustituye)(?:r|n)? al? (?:[a-z]+ )?|\breplac(?:es|ing|e) (?:the )?(?:[a-z]+ )?"
    r"|\b(?:borr(?:ar|en)|elimin(?:ar|en)|quit(?:ar|en)|suprim(?:ir|an)|retir(?:ar|en)|dar de baja|sa(?:car|quen)"
    r"|descart(?:ar|en)|delete|remove|drop|disregard|ignore|strike|take off)"
    r"(?: (?!(?:y|e|and|agreg\w*|add|pon\w*|us\w*|incl\w*|pero|but)\b)[a-z]+){0,7}:? ?"
    r"|\b(?:quedan?|quedaron|quedara[n]?|dejan? de funcionar|dejaron de funcionar|se dan de baja|se cancelan?)"
    r"(?: (?:sin efecto|fuera de (?:servicio|uso)|deshabilitad[oa]s?|cancelad[oa]s?|desactivad[oa]s?|anulad[oa]s?))?"
    r"(?: (?:los|las|el|la|numeros?|telefonos?|correos?|direcci\w+|cuentas?|faxes|fax|anteriores)){1,5}:? ?"
    r"|\b(?:termina|terminaba|ends|ending|ended) (?:en|in|with) ?"
    # "no me escriban a …", "please do not call me on …"
    r"|\b(?:no|not|don't|nunca|never)(?: (?:me|nos|les?|se|lo|la)){0,2} (?:escrib|llam|envi|mand|us(?:en?|ar|e)\b"
    r"|utili|marqu|contact|comuni|write|writing|call|use\b|using|send|dial|e-?mail)[a-z]*(?: (?:mas"
    r"|mensajes?|correos?|anything"
    r"|more|mails?|messages?|me|us|to|a|al|la|el|the|en|at|on|number|numero|telefono|address|direccion)){0,6} ?)$"
)
_LISTED = re.compile(
    r"\b(?:aparece|figura|consta|viene|sale|trae|traia|listed|shown|appears|given|tienen|tengan|have|has"
    r"|publicad[oa])(?: (?!correct)[a-z]+){0,7}[,:(]* ?"
    r"(?:como |as )?$"
)
_AFTER_OLD = re.compile(
    r"[)\"”]?,?(?: que| which| y| and)? ?(?:\((?:old|viej[oa]|anterior|antes|former)|(?:ya )?no (?!cambi|al? "
    r"|el |la |en |por |ten(?:go|emos) |hay |cont|dispon|pose)[a-z]+"
    r"|(?:esta|is|was|quedo|queda|quedara"
    r"|sera) (?:ya )?"
    r"(?:mal[oa]?\b|fuera|equivocad|errad|errone|incorrect|desconectad|sin (?:uso|servicio)|desactivad|anulad|inactiv"
    r"|deshabilitad|dad[oa] de baja"
    r"|cancelad|suspendid|wrong|out\b|no longer|disconnected|old\b|closed|being|dead|obsolete|discontinued|not )"
    r"|(?:(?:era|was) (?:el |la |the |my |mi )?(?:anterior|old|previous|viejo|before|antes)|used to be)\b"
    r"|(?:belongs to|es de|is|pertenece a) (?:some(?:body|one)|otr|another|personal|mi (?:jef|secretari|companer"
    r"|asistente|casa|coleg|espos)|my (?:boss|chief|secretary|home|colleague|assistant|wife|husband))"
    r"|(?:nos |me |les |siempre ){0,2}rebotan?|bounces?|(?:is|are|get|come) (?:returned|bounced|sent back)|stops"
    r"|stopped|dej[oa]|dejara|cambio|does ?n[o']t|doesn|will (?:stop|be (?:closed|deactivated|discontinued"
    r"|switched|disabled|cancelled|removed)|no longer|not)|has (?:been )?(?:discontinued|disconnected|closed"
    r"|changed|expired)"
    r"|(?:fue|ha sido) (?:dad[oa] de baja|cancelad|desactivad|suprimid|desconectad)|(?:to|por|con|with|by|al?"
    r"|a la)(?: the| el| la)?(?: (?:new|nuev[oa]|siguiente))? ?$)"
)
_OLD_TOO = re.compile(
    r"[)\"”]?,? (?:que |which )?(?:ya no (?:est[ae]n|son|funcionan|sirven|existen|se usan)"
    r"|no (?:funcionan|sirven|existen)"
    r"|(?:quedan|quedaron|estan|han|seran|fueron)\b|dejaron|are (?:no longer|not|out)|no longer|have been|were)"
)
_ONE_MORE = re.compile(r"[),]? ?(?:,|y|e|and|ni) ?(?:(?:el|la|al|the) )?\(?")
_AND = re.compile(r"[),]? ?(?:y|e|and|ni|o|or)(?: (?:el|la|the|su|mi|his|her|tambien))*(?: [a-z-]+){0,3}[ :(]*")
_FAX = re.compile(r"\b(?:tele)?fax(?:es)?\b")
_OF_A_DESK = re.compile(
    r"\b(?:tel\w*|phones?|linea|line|landline|fijo|directo|oficina|office|conmutador|pbx|central|switchboard)\b"
)
_MOBILE = re.compile(r"\b(?:cel(?:ular(?:es)?)?|movil(?:es)?|mobiles?|cell(?:phones?)?|whatsapp|blackberry)\b")
_PHONE = re.compile(
    r"\b(?:tel(?:s|f|fs|fono|efonos?|ephones?)?|phones?|lineas?|lines?|directo|numeros?|numbers?|conmutador|pbx"
    r"|central(?:ita)?"
    r"|switchboard|landline|fijo|oficina|office|desk"
    r"|llam\w+|marc(?:ar|ando|an?|uen?)|dial(?:ling|ing)?|call(?:s|ed|ing)?|llamadas?|ring|reach(?:ed)?"
    r"|localiz\w+|ubic\w+"
    r"|encuentr\w+|encontrar\w*"
    r"|atien\w+|contact\w*|comunic\w+|find|extension|answers?|contest\w+|respond\w+|estoy|estamos|esta|can be)\b"
)
_FAX_AFTER = re.compile(
    r"[)\"”]? ?(?:,? (?:para|for|de|is|es|\() ?(?:los |el |the |my |mi |our |nuestro )?(?:tele)?fax(?:es)?\b"
    r"|\((?:tele)?fax\))"
)
_MOBILE_AFTER = re.compile(
    r" ?\((?:mi |my )?(?:cel|movil|mobile|cell)|,? (?:is|es|para|for|as|como) (?:my |mi |the |el )?(?:cel|movil"
    r"|mobile|cell)"
)
_REACHED_ON = re.compile(r"\b(?:on|at|al|en el|por el) (?:the |el )?$")
_OF_FAX = re.compile(
    r"\bfax(?:es)?(?: (?:lines?|numbers?|machine))?(?: (?:of|for|at|de|en) (?:our|the|la|nuestra|my"
    r"|mi) (?:office|oficina|unit"
    r"|unidad))?(?= )"
)
_EXTENSION_OF = re.compile(
    r"\b(\d{2,5}),? (?:del?|de la|of|on|at)(?: (?:the|el|la))?(?: (?:numero|number"
    r"|central|conmutador|pbx|linea|switchboard))? $"
)
_CALLS = re.compile(r"[)]?,? (?:to|para|when you|si) (?:call|reach|llamar|ubicar|localizar|comunicar)")
_BOTH = re.compile(
    r"\b(?:sirve|serves|works|used|usa|usamos|tanto|both|as well as|tambien|also|mismo numero|same number)\b"
)
_OF_A_FILE = re.compile(
    r"\b(?:file|nota|oficio|expediente|reference|referencia|ref|case|caso|cedula|pasaporte|passport"
    r"|memo(?:randum)?|circular|acta|decreto"
    r"|cuenta|account|invoice|factura|note|gafete|badge|apartado|box|postal)[.,:]*(?: (?:no|num|numero|number|n"
    r"|is|es|el|la|the)\b\.?)* $"
)
_PAST = re.compile(
    r", (?:que|which)(?: ya)? (?:no|era|was|antes|used|i no|we no)[^,]{0,60},"
    r"(?![^,]*\b(?:agreg|add|inclu|anot|pon|nuev|new|ahora|now)[a-z]*\b)[^,]*$"
)
_NEAR = 120  # characters before a number, where a word for a file or an account may stand
_MOST = 24  # numbers and addresses of a sentence
_URL = re.compile(r"(?:https?://|www\.)\S+")


class Way(NamedTuple):
    """A number or an address: ``kinds`` of fields it is for, the words, where they stand, whether it is the old one."""

    kinds: tuple[str, ...]
    words: str
    start: int
    end: int
    old: bool
    listed: bool  # "el teléfono que aparece en la lista (…)": the old one where another stands beside it
    sure: bool  # words say of which kind it is
    extensions: tuple[str, ...] = ()
    same: bool = False  # "el mismo número, ext. 22": the words of another are to be taken


def ways_in(sentence: str) -> list[Way]:
    """Return the numbers and addresses of a sentence in their order, old ones marked."""
    plain = plain_letters(sentence)
    hidden = _URL.sub(lambda found: " " * len(found.group()), plain)
    found = [
        each
        for each in _WAY.finditer(hidden)
        if each["address"] or (_is_dialled(each["number"]) and not _is_of_a_file(hidden, each.start()))
    ]
    same = (
        each
        for each in _SAME_NUMBER.finditer(hidden)
        if each["extensions"] or not _THE_NUMBER.match(hidden, each.end())
    )
    found += [each for each in same if _apart(each, found)]
    found += [each for each in _LONE_EXTENSION.finditer(hidden) if _apart(each, found)]
    found = sorted(found, key=re.Match.start)[:_MOST]
    starts = [0, *(each.end() for each in found)]
    ends = [*(each.start() for each in found), len(plain)]
    ways = [
        _way(each, sentence, plain[starts[place] : each.start()], plain[each.end() : ends[place + 1]])
        for place, each in enumerate(found)
    ]
    for place in range(len(ways) - 2, -1, -1):  # "el correo … y el celular … ya no están activos"
        between, behind = plain[ways[place].end : ways[place + 1].start], plain[ways[place + 1].end :]
        if ways[place + 1].old and _OLD_TOO.match(behind) and _AND.fullmatch(between):
            ways[place] = ways[place]._replace(old=True)
    for place in range(1, len(ways)):  # "quedan sin efecto los números … y …"
        between = plain[ways[place - 1].end : ways[place].start]
        before, here = ways[place - 1], ways[place]
        if before.old and here.kinds == before.kinds and _ONE_MORE.fullmatch(between):
            ways[place] = here._replace(old=True)
        elif before.old and before.sure and here.kinds == ("phone",) and before.kinds != ("email",):
            named = _OF_A_DESK.search(between) or here.old
            ways[place] = here if named else here._replace(kinds=before.kinds)  # "el celular … no sirve, usen …"
    return ways


def plain_letters(text: str) -> str:
    """Fold a text letter by letter, so that places stay what they are."""
    return text.lower() if text.isascii() else "".join([_plain(sign) for sign in text])


@remembered
def _plain(sign: str) -> str:
    folded = fold(sign)
    return folded if len(folded) == 1 else sign.lower()[:1] or " "


def _apart(one: re.Match[str], others: list[re.Match[str]]) -> bool:
    return all(one.end() <= each.start() or one.start() >= each.end() for each in others)


def _is_of_a_file(text: str, start: int) -> bool:
    return _OF_A_FILE.search(text[max(start - _NEAR, 0) : start]) is not None


def _is_dialled(number: str) -> bool:
    return is_number(number) and not _DAY.fullmatch(number.strip(" ."))


def _way(found: re.Match[str], sentence: str, before: str, after: str) -> Way:
    groups = found.groupdict()
    extensions = tuple(re.findall(r"\d+", groups.get("extensions") or ""))
    old = any(each is not None for each in (_BEFORE_OLD.search(before), _PAST.search(before), _AFTER_OLD.match(after)))
    listed = _LISTED.search(before) is not None
    words = sentence[found.start() : found.end()].strip(" ,(")
    if groups.get("address"):
        return Way(("email",), words, found.start(), found.end(), old, listed, sure=True)
    kinds, sure = _kinds(before, after)
    if not extensions and (of := _EXTENSION_OF.search(before)) and "ext" in plain_letters(sentence):
        extensions = (of[1],)
    bare = sentence[found.start("number") : found.end("number")].strip() if groups.get("number") else ""
    return Way(kinds, bare, found.start(), found.end(), old, listed, sure or not bare, extensions, not bare)


def _kinds(before: str, after: str) -> tuple[tuple[str, ...], bool]:
    """The fields a number is for: by the nearest noun before it, or by what the words behind it say."""
    if _FAX_AFTER.match(after):
        return ("fax",), True
    if _MOBILE_AFTER.match(after):
        return ("mobile",), True
    said = " ".join((before, after))
    if _FAX.search(after[:60]) and _BOTH.search(said) and _PHONE.search(said):
        return ("phone", "fax"), True
    before = _OF_FAX.sub("fax", before)
    nearest = {
        kind: max((each.start() for each in shape.finditer(before)), default=-1)
        for kind, shape in (("fax", _FAX), ("mobile", _MOBILE), ("phone", _PHONE))
    }
    if _FAX.search(before) and _BOTH.search(before) and re.search(r"\b(?:tel|phone)", before):
        return ("phone", "fax"), True
    if (
        nearest["fax"] >= 0
        and nearest["phone"] > nearest["fax"]
        and not re.search(r"\b(?:tel\w*|phones?|telephones?|linea|line|oficina|office)\b", before[nearest["fax"] :])
    ):
        return ("fax",), True  # "el número de fax", "the fax number", "fax: call"
    if (
        nearest["mobile"] >= 0
        and nearest["phone"] > nearest["mobile"]
        and not re.search(r"\b(?:tel\w*|telephones?|landline|oficina|office|conmutador)\b", before[nearest["mobile"] :])
    ):
        return ("mobile",), True
    if max(nearest.values()) < 0 and (_CALLS.match(after) or _REACHED_ON.search(before)):
        return ("phone",), True
    kind = max(nearest, key=lambda each: nearest[each])
    return ((kind,), True) if nearest[kind] >= 0 else (("phone",), False)
