"""What kind of sentence it is: of somebody's data or of a seminar's, news or not, of the writer or of another."""

from __future__ import annotations

import re

from mailbot.core.forms.persons.told_words import ASKED_POLITELY, SEND_US
from mailbot.core.language import fold

_GROUPS_NAME = re.compile(
    r"\bconferencia regional (?:sobre|de) migracion(?:es)?\b|\bregional conference on migration\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:consultas?|dudas?|inquietud\w*|seminari\w*|taller(?:es)?|reunion(?:es)?|(?<!en )cursos?|conferencias?"
    r"|workshops?|seminars?|meetings?"
    r"|conferences?|courses?|session"
    r"|sesion|particip\w+|asist(?:ir|e|en|ira|iran|io|ieron)|attend\w*|inscri[bp]\w*|regist(?:er|ration)\w*"
    r"|hotel|vuelo|flight"
    r"|pasaporte|passport|viaj\w+|travel\w*|trip|gira|visa|viaticos?|boleto|ticket|vacacion\w*|vacation|holidays?"
    r"|fuera de (?:la )?oficina|out of (?:the )?office|asuntos? urgentes?|urgent matters?"
    r"|(?:mas|mayor) informacion|(?:more|further|additional) (?:information|details)|documento|texto|document"
    r"|text|borrador|draft"
    r"|(?:cualquier|alguna?|sus|your) (?:\w+ )?(?:consultas?|duda|pregunta|aclaracion|inquietud)"
    r"|any (?:\w+ )?(?:questions?|queries|doubts?)"
    r"|no (?:pude|pudimos|logre|logramos|se pudo|hemos podido|he podido)|(?:un|not )able to|could ?n[o']t|cannot|can't"
    r"|l[oae]s? llam(?:amos|e)|we called|i called|informarnos|indicarnos a|a que numero|(?:what|which) (?:fax "
    r"|phone )?number|da (?:siempre )?ocupado|always busy|tried to (?:call|reach)|nadie contest\w*|no one answer\w*"
    r"|nobody answer\w*"
    r"|(?:he|hemos|voy a|vamos a|i have|we have|i will|we will|i'll|we'll) (?:escrit|contact|writ|consult|habl"
    r"|solicit|spoken|ask|copi)\w*)\b"
)
_AWAY = re.compile(
    r"\b(?:estare (?:fuera|ausente)|(?:estoy|me encuentro|estare) (?:de|con) (?:vacaciones|licencia|permiso)"
    r"|i (?:am|will be) (?:away|on leave|out)"
    r"|out of (?:the )?office|fuera de la oficina)\b"
)
_FOR_A_TIME = re.compile(r"\b(?:mientras|durante|during|while|hasta(?: tanto| que)?|until)\b")
_VACANT = re.compile(
    r"\b(?:mientras|hasta(?: tanto| que)?|until|while)(?: [a-z]+){0,4}? (?:nombr|design|defin|eleg|appoint|named|found"
    r"|selected|chosen|hired|contrat)\w*"
)
_MYSELF = re.compile(  # ahead of the writer's own name: "Yo, …", "favor de escribirme a mí: …"
    r"(?:(?:^|[\s(])(?:yo|I),|\b(?:quien (?:suscribe|escribe|firma)|(?:la|el) (?:abajo firmante|(?:suscrit|infrascrit"
    r"|suscript)[oa])|un servidor|una servidora|the undersigned|conmigo|a m[ií]|(?:to|with) me|contact me|call me"
    r"|\w+[aei](?:r|n)me)(?: (?:instead|directly|directamente|a m[ií]|mism[oa]|myself))*\s?[,:(])\s?$",
    re.IGNORECASE,
)
_STANDS_IN = re.compile(
    r"\b(?:focal|altern\w+|suplente|acting|act as|fung\w+|looking after|interin\w+|remains|sigue|continu\w+"
    r"|standing in)\b"
)
_COPY = re.compile(r"\b(?:copi\w+|cop(?:y|ied)|cc)\b")
_ALWAYS = re.compile(
    r"\b(?:tambien|also|tod[oa]s?|everything|siempre|always|en adelante|en lo sucesivo|from now on|future)\b"
)
_SUBSTITUTE = re.compile(r"\bsubstitute\b.*\bfor\b")
_IF = re.compile(
    r"^\W*(?:para|for|en caso de|in case of)(?: [a-z]+)? (?:urgenc|emergenc)|\b(?:^si|,? si (?!me|nos)|if"
    r"|whether|en caso de|in case|podria ser|might|may be(?! (?:reached|contacted|found|called))"
    r"|quizas?|tal vez|perhaps|maybe|se esta (?:definiendo"
    r"|evaluando))\b"
)
_FOR_ANOTHER = re.compile(
    r"\b(?:por (?:encargo|instruccion(?:es)?|orden|indicacion(?:es)?|solicitud|pedido)|en nombre|de parte"
    r"|on behalf|on instructions?|asked me|me pidio"
    r"|me solicito|escribo por|writing for|at the request|a solicitud|a pedido)\b"
)
_OF_MYSELF = re.compile(
    r"\b(?:mi|my)(?: (?:nuev[oa]|new|propi[oa]|own))? (?:tel[eé]fono|n[uú]mero|celular|correo|fax|extensi[oó]n"
    r"|(?:tele)?phone|number|mobile|cell|e-?mail"
    r"|address|direct line|direcci[oó]n|cargo|puesto|title|position)|\b(?:soy|ser[eé]|i am|i[’']m|i will be"
    r"|i have replaced|i have been)\b"
    r"|\b(?:re?emplazo|sustituyo) al?\b|\byo (?:contin[uú]o|sigo|estoy|atiendo)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = (
    r"(?:(?:he|hemos) (?:sido|pasado|asumido|cambiado|dejado)|asum[ií]|ocupo|soy|estoy|estamos|seguimos|sigo"
    r"|tenemos|contamos|uso|usamos|trabajo|laboro|fui|paso|pas[eé]"
    r"|sustituyo|re?emplazo|relevo a|contin[uú]o|quedo)\b"
)  # with its accents: "ocupó" is of another
_MINE = re.compile(
    r"\b(?:mi|mis|me|m[ií]o|m[ií]a|nos|nuestr[oa]s?|yo|suscrit[oa]|i|i[’']m|i[’']ve|my|mine|our|(?-i:us)|we|conmigo"
    r"|\w+(?:ar|er|ir)me|\w+enme|\w+anme|undersigned)\b"
    rf"|^\W*{_FIRST_PERSON}|(?<!\bde )(?<!\bel )(?<!\bdel )(?<!\bal )(?<!\bsu )(?<!\bun )\b(?-i:{_FIRST_PERSON})",
    re.IGNORECASE,
)  # "el Ministerio de Trabajo" is nobody's work
_TELLS = re.compile(
    r"\b(?:es|sera|seran|son|salen?|entran?|ingresan?|se mantiene|queda|quedara|ocupa|ocupara|asum\w+"
    r"|desempen\w+|design\w+|nombr\w+|lleva|atiend\w+"
    r"|atendera|encarg\w+"
    r"|comparten|fung\w+|vuelve|regres\w+|copia\w*|escrib\w+|contact\w+|localiz\w+|ubic\w+|labora|trabaja"
    r"|llam\w+|agreg\w+|inclu\w+|anot\w+"
    r"|baja|alta|nuev[oa]|is|will|has|have|act\w*|serve\w*|write|copy|cc|held|holds|step\w*|took|takes?|pass\w*"
    r"|reach\w*|join\w*|appoint\w*|(?:promov|ascend)id[oa]|promoted|named|made|became|become|pas[oa] a ser"
    r"|confirmad[oa]|confirmed|add|include|call|new|handles?|responsible|lead\w*|cover\w*|sits|sent|send|env\w+|remit\w+|dirig\w+|dirij\w+)\b"
)
_COMES = re.compile(
    r"\b(?:nuev[oa]|new|entran?|ingresan?|ocupa(?:ra)?|asum\w+|design\w+|nombr\w+|lleva|encarg\w+|appoint\w*|held|holds|took"
    r"|(?:promov|ascend)id[oa]|promoted|named|became|become|pas[oa] a ser"
    r"|takes|step\w*|pass\w*|desde|a partir"
    r"|starting|from|as of|ahora|now|en adelante|ya es)\b"
)
_THANKS = re.compile(
    r"\b(?:gracias|thank\w*|agrade(?:zco|cemos|cid\w+)|felicit\w+|congratul\w+|salud(?:os|o|a|amos)|regards"
    r"|condolen\w+|abrazo)\b"
)
_NEWS = re.compile(
    r"\b(?:nuev[oa]s?|new|cambi\w+|chang\w+|ahora|now|correct\w+|corr[ei][gj]\w+|actuali\w+|updat\w+"
    r"|en adelante|en lo sucesivo|from now on"
    r"|a partir|desde|effective|instead|en (?:lugar|vez) de|ya no|no longer|fuera de servicio|out of (?:order"
    r"|service)|anot\w+|tom\w+ nota"
    r"|note|mud\w+|traslad\w+|moved?|anterior|old|malo|error|rebota|bounces|pas[oó] a|asum\w+|incorpor\w+"
    r"|tambien|also|agreg\w+|add"
    r"|promo\w+|appoint\w*|nombr\w+|ascen\w+|leaving|joined|become|became|continu\w+|replac\w+|re?emplaz\w+"
    r"|sustitu\w+)\b"
)
_OF_CONTACTS = re.compile(
    r"\b(?:tel\w*|celular|movil|fax|correos?|e-?mails?|phones?|mobile|cell|numeros?|numbers?|extension"
    r"|address(?:es)?|direccion"
    r"|domicilio|datos|contact\w*|cargo|puesto|post|position|title|appoint\w*|nombramiento|designacion|office"
    r"|oficinas?|traslado|mudanza"
    r"|moved?|cambios?|change|correc\w+|erratas?|listas?|list|director(?:io|y)|altern[oa]s?|alternate|focal"
    r"|titular|sustitu\w+|relevo"
    r"|re?emplazo|replacement|baja|alta|name|nombre|denominacion|adscripcion|details|jubilacion|retire\w*"
    r"|enlaces?|focales|suplentes?|representantes?|integrantes|liaisons?"
    r"|leaving|despedida|new|promo\w+|ascenso|mailbox|buzon|introduc\w+|presentacion|moving|job)\b"
)
_VERB = re.compile(
    r"\b(?:es|est[aá]|fue|ha|se|que|is|was|has|that|who|quien|sigue|can|may|will|ser[aá])\b", re.IGNORECASE
)
_MOST_OF_A_LINE = 5  # words of a line of a signature
_LONGEST_SUBJECT = 300


def is_of_data(sentence: str) -> bool:
    """Tell whether a sentence may tell data: no question, condition or wish, nothing of events and absences."""
    folded = _GROUPS_NAME.sub(" ", fold(sentence))
    asks = "?" in sentence and (not ASKED_POLITELY.search(sentence) or SEND_US.search(folded) is not None)
    if asks or _ELSEWHERE.search(folded) or _IF.search(folded) or _SUBSTITUTE.search(folded):
        return False
    if _FOR_A_TIME.search(folded) and not _STANDS_IN.search(folded):
        return False
    return not _COPY.search(folded) or _ALWAYS.search(folded) is not None


def is_news(sentence: str) -> bool:
    """Tell whether a sentence says that something is new, wrong, or to be noted."""
    return _NEWS.search(fold(sentence)) is not None


def is_away(text: str) -> bool:
    """Tell whether writers say that they are away: whom to write to meanwhile is no news of the list."""
    return _AWAY.search(fold(text)) is not None


def is_mine(sentence: str) -> bool:
    """Tell whether a sentence speaks of its writer, in the first person."""
    return _MINE.search(sentence) is not None


def is_of_myself(sentence: str) -> bool:
    """Tell whether a sentence surely tells the writer's own data: "mi nuevo teléfono es", "I have replaced"."""
    return _OF_MYSELF.search(sentence) is not None


def names_myself(ahead: str) -> bool:
    """Tell whether the words ahead of a name say that it is the writer's own: "Yo, …", "please write to me: …"."""
    return _MYSELF.search(ahead) is not None


def is_vacant(sentence: str) -> bool:
    """Tell whether a sentence holds until somebody is named: "mientras se nombra a alguien"."""
    return _VACANT.search(fold(sentence)) is not None


def is_for_another(sentence: str) -> bool:
    """Tell whether somebody writes for another: "por encargo de la Directora"."""
    return _FOR_ANOTHER.search(fold(sentence)) is not None


def tells(sentence: str) -> bool:
    """Tell whether a verb of being, coming or reaching stands in a sentence about a person."""
    return _TELLS.search(fold(sentence)) is not None


def tells_of_coming(sentence: str) -> bool:
    """Tell whether a sentence says that somebody is new in a post."""
    return _COMES.search(fold(sentence)) is not None


def thanks(sentence: str) -> bool:
    """Tell whether a sentence thanks or greets: whom it names is on no list."""
    return _THANKS.search(fold(sentence)) is not None


def has_no_verb(sentence: str) -> bool:
    """Tell whether a sentence is data alone: "Lic. Yesenia Ensayo, Asesora, 809-555-0140"."""
    return _VERB.search(sentence) is None


def is_bare_line(text: str) -> bool:
    """Tell whether a line is no sentence: a name, a post or a number of a signature."""
    if "|" in text or "\t" in text or text.count(" / ") > 1:
        return True
    if text.rstrip()[-1:] in ".!;:":
        return False
    few = sum(each[:1].isalpha() for each in text.split()) <= _MOST_OF_A_LINE
    return has_no_verb(text) and not (is_news(text) or is_mine(text) or (few and tells(text)))


def speaks_of_contacts(subject: str) -> bool:
    """Tell whether a subject without a code is about data of contacts: "Mi teléfono", "Change of address"."""
    return _OF_CONTACTS.search(fold(subject[:_LONGEST_SUBJECT])) is not None
