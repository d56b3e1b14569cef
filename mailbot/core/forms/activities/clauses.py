"""A sentence about an activity taken apart: what introduces it, its main clause, what it names.

"Por este medio informo que el taller se realizó el 12 de febrero, ya que …" is about "taller" and
tells "el taller se realizó el 12 de febrero".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mailbot.core.forms.activities.deeds import CAME_TO, DID
from mailbot.core.language import fold
from mailbot.core.windows import words

_MOST_WORDS = 26  # of an activity's name

_MONTHS = rf"{words.MONTH}\b"
_GREETING = re.compile(
    r"\W*(?:(?:estimad|apreciad|distinguid|señor)[^:,.]{1,60}|dear [^:,.]{1,60}|colleagues|colegas|hi(?: all)?|hello"
    r"|buen[oa]?s? (?:d[ií]as?|tardes|noches)|good (?:morning|afternoon|day)"
    r"|(?:cordiales )?saludos[^:,.]{0,20})[:,]\s+",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r".*?\b(?:(?:inform\w*|comunic\w*|hac\w+ (?:saber|de su conocimiento)|advise|note|notific\w*|complace|place"
    r"|pleased"
    r"|regret|lament\w*)\b[^,:]{0,40}?|(?:report|compart|señal|indic|confirm|coment|manifest)\w*(?:\s(?:a ustedes"
    r"|les))?)"
    r"\s(?:que|that)\s+",
    re.IGNORECASE | re.DOTALL,
)
# "On our side: ", "Costa Rica informa: " before what is told.
# Longer where they tell that something is told: "me permito informar por parte de Guatemala: ".
_ANNOUNCED = re.compile(
    r"(?:[^:.;]{2,60}|[^:.;]{0,120}\b(?:inform|comunic|report|respond|detall|advise)[^:.;]{0,60}):\s+"
    r"(?=(?:el|la|los|las|lo del?|the|our|nuestr[oa]s?|we|se)\s)",
    re.IGNORECASE,
)
_ABOUT = (
    r"(?:en cuanto a|(?:con )?respecto (?:de|a)|con relaci[oó]n a|en relaci[oó]n (?:con|a)|acerca de|sobre|regarding"
    r"|as for|as regards|concerning|with (?:regard|respect) to"
    r"|(?:por|en) lo que (?:respecta|toca|concierne|se refiere) a"
    r"|en lo (?:referente|relativo|tocante|concerniente) a|(?:en lo )?referente a)"
)
_THIS = (
    r"(?:(?:el|este|ese|dicho|lo|the|this)\s)?(?:particular|asunto|tema|punto|anterior|mismo|matter|above|subject)\b"
)
_BEFORE = re.compile(
    rf"\W*(?:(?:{_ABOUT}l?\s{_THIS}|{_ABOUT}|por otra parte|por su parte|as[ií] ?mismo|adem[aá]s|tambi[eé]n"
    rf"|igualmente"
    r"|(?:seg[uú]n|conforme|de acuerdo (?:a|con)|tal (?:y )?como|como (?:se|ya|es)|as (?:agreed|planned|reported))\b"
    r"[^,.;:]{0,60}(?=,)"
    r"|y(?=\s(?:el|la|los|las|lo)\s)|and(?=\sthe\s)|mientras(?: que| tanto)|while|whereas|en tanto que"
    r"|de igual (?:manera|forma)|finalmente|por [uú]ltimo|also|in addition|finally|en (?:atenci[oó]n"
    r"|respuesta) a su \w+"
    r"|(?:a|hasta) la fecha|al d[ií]a de hoy|actualmente|al respecto|en este sentido|to date"
    r"|currently|so far|at present|as of today|de nuestra parte|(?=[^,]{1,50},)(?:el|on|en|in)\s"
    rf"(?:pasado\s|d[ií]as?\s|mes de\s)*(?:\d{{1,2}}\b|{_MONTHS})[^,]{{0,30}},)l?[\s,]+)?",
    re.IGNORECASE,
)
# Where it is so: "En Honduras, el taller …", "In our country, the list …"; a day in front is none.
_WHERE_FIRST = re.compile(
    rf"\W*(?:aqu[ií]\s|here\s)?(?:en|in|at)\s(?:(?:la|el|the)\s)?(?:(?:ciudad|sede|city|capital)\s(?:(?:del?"
    rf"|of)\s)?(?:(?:la|el|the)\s)?)?"
    rf"(?:nuestr[oa] (?:pa[ií]s|capital)|our (?:country|capital)|(?!{_MONTHS})(?-i:[A-ZÀ-Þ][\w.’'-]*)"
    r"(?:,?\s(?:del?\s)?(?:(?:la|los|las|el)\s)?(?-i:[A-ZÀ-Þ][\w.’'-]*)){0,4}),\s+",
    re.IGNORECASE,
)
# On whose side it is: "Por lo que toca a México, los comentarios …", "As for Costa Rica, …".
_PARTY = re.compile(
    rf"\W*{_ABOUT}\s(?:(?-i:[A-ZÀ-Þ][\w.’']+(?:\s[A-ZÀ-Þ][\w.’']+){{0,3}})"
    r"|nuestr[oa] (?:pa[ií]s|parte|gobierno|lado)|mi pa[ií]s|nosotros|us|our (?:country|part|side|government)),\s",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    rf"{_ABOUT}(?:l|\s(?:el|la|los|las|the|our))?\s+"
    rf"(?P<topic>(?!actividad|activity|(?:su|your)\s|lo |{_THIS})[^,:.]{{4,120}}),\s",
    re.IGNORECASE,
)
# Why it is so, which is not how it stands.
_WHY = (
    r"\b(?:ya que|debido a|dado (?:que|el|los)|dada (?:la|las)|puesto que|toda vez que|por cuanto|porque|pues"
    r"|por (?:falta|motivos|razones|problemas|cuestiones|causas?)|a causa de|en vista de|(?:a la|en) espera de"
    r"|hasta (?:tanto|que)|because|due to|owing to|given (?:that|the)|as (?:the|we|our|it)"
    r"|since (?=(?:the|our|we|it|they|there|no)\s(?:\w+\s){0,5}?(?:is|are|was|were|has|have|had|will|did|could)\b)"
    rf"|until (?:we|the (?!\d|{_MONTHS}|first|second|third|fourth|last|end|middle|beginning|week|month|early|late))"
    r"|awaiting"
    r"|for (?:lack|want) of)\b"
)
_WHY_FIRST = re.compile(rf"\W*{_WHY}[^,]{{2,120}},\s+", re.IGNORECASE)
REASON = re.compile(
    rf"[,;]?\s{{0,9}}{_WHY}.*?(?=,?\s(?:y|e|and)\s(?:will|(?:is|are) expected"
    r"|(?:se\s)?\w+r[aá]n?\s(?:en|el|a|para|antes)\b"
    r"|(?:se\s(?:pospone|aplaza|posterga|reprograma|traslada|difiere|pospuso|aplaz[oó]|posterg[oó]|reprogram[oó]"
    r"|traslad[oó])"
    r"|(?:has|was|is) (?:been )?(?:postponed|rescheduled|deferred|moved))\b)|$)",
    re.IGNORECASE | re.DOTALL,
)
_A_REASON = re.compile(_WHY, re.IGNORECASE)
_STOP = re.compile(r"(?<=[.;])\s+")
# What may open the predicate of a clause.
FINITE = (
    r"(?:se\s+\w+|es|son|fue(?:ron)?|ha(?:n|s|ve)?|est[aáé]n?|qued(?:an?|[oó]|aron|ar[aá]n?)|siguen?|contin[uú]an?"
    r"|permanecen?|ser[aá]n?|presentan?|registran?|alcanzan?|avanz[aó]|tienen?|tendr[aá]n?|cuentan?|cont[oó]"
    r"|tuv(?:o|ieron)|llevan?"
    r"|pueden?|pudo|pudieron|podr[aá]n?|logr[oó]|lograron|deben?|debi[oó]|deber[aá]n?"
    r"|was|were|is|are|had|will|took|remains?|can|cannot|could|may|might|must|shall|should|did|does)"
)
VERB = re.compile(rf"[,\s](?:ya\s+|todav[ií]a\s+|a[uú]n\s+|no\s+){{0,4}}{FINITE}(?=[\s.,;]|$)", re.IGNORECASE)
ARTICLE = re.compile(
    r"(?:lo\sde(?:l|\s(?:el|la|los|las))?|el|la|(?<=\ba)l|los|las|the|our|its|his|her|their|nuestr[oa]s?"
    r"|sus?)\s+(?:(?:citad|menciona)[oa]s?\s+|said\s+)?"
    r"|(?-i:[A-Z][\w.]+(?: [A-Z][\w.]+)?)(?:[’']s?)\s+",
    re.IGNORECASE,
)
# "niños, niñas y adolescentes": a comma within a name.
_LISTS_ON = (
    r"\s(?!(?:se|fue\w*|ha|han|al?|con|en|por|para|que|bajo|ante|desde|hasta|y|e|el|la|los|las|which|with|in|on"
    r"|by|to|for"
    r"|and|was|were|is|are|has|have|the|aunque|pero|but|sin|como|as)\b|\w+(?:ad|id|ist|uest)[oa]s?\b|\w+ed\b)"
    r"(?-i:[a-zà-ÿ]+(?:\s[a-zà-ÿ]+){0,2})\s(?:y|e|and)\s(?!(?:se|fue\w*|est\w+|was|were|is|has|have"
    r"|will)\b)(?-i:[a-zà-ÿ]+)"
)
_COMMA = re.compile(rf",(?!{_LISTS_ON})", re.IGNORECASE)
# Where the name of what was done ends: when, where, to whom, by whom, how.
NAME_ENDS = re.compile(
    rf"\s?(?:,(?!{_LISTS_ON})|[;:()])|[.!](?:\s|$)"
    r"|\s(?:a\s(?:finales|principios|inicios|mediados)|(?:el|los|al?|del|on|by|in|en|para|hasta"
    r"|desde|durante|during|for|until|from|entre|between|dentro del?)\s(?:(?:el|la|los|las|the)\s)?(?:d[ií]as?\s"
    r"|mes de\s"
    rf"|pasado\s|week of\s|semana del?\s|early\s|late\s|mid-?\s?)*(?:\d|{_MONTHS}|primer|segund|tercer|cuart"
    rf"|[uú]ltim|first"
    r"|second|third|last|quincena|semana|week|month|quarter|end of|finales|principios|mediados))"
    r"|\s(?:ayer|hoy|yesterday|today|este mes|this month|next|last|esta semana|la pr[oó]xima)\b"
    r"|\s(?:a|al|to|ante)\s(?:la\s|los\s|las\s|the\s|all\s|todos\s)*(?:ST\b|SV\b|TS\b|PPT\b|(?:Technical )?Secret"
    r"|Presid"
    r"|pa[ií]ses|member|Red\b|CRM\b|RCM\b)"
    r"|\s(?:con|with)\s(?:(?:la|el|the)\s)?(?:particip|asisten|presencia|apoyo|attend|support|[eé]xito|retraso|\d)"
    r"|\s(?:por|by|via|v[ií]a|through|mediante)\s(?:parte|falta|problemas|motivos|razones|correo|e-?mail|nota|medio)"
    r"|\s(?:en tiempo y forma|oportunamente|exitosamente|satisfactoriamente|successfully|on time|in (?:due )?time"
    r"|at this"
    r"|por el momento|for now|que|which|ya|already)\b"
    r"|\s(?:on|en)\s(?:the|our|its|la|el|nuestr[oa]|su)\s(?:web|page|p[aá]gina|sitio web|portal)"
    r"|\s(?:en la (?:ciudad|capital|sede)|a trav[eé]s de)\b"
    r"|\s(?:y|e|and)\s(?:se|lo|la|los|las|it|we|is|was|were|will|has|have|sent|est[aáé]n?|fue(?:ron)?|ser[aá]n?"
    r"|\w+(?:[aei]mos|ó|aron|ieron))\s",
    re.IGNORECASE,
)
# "presentó el 29 de enero los comentarios", "remitió en tiempo y forma los insumos"
_DAY_BETWEEN = re.compile(
    rf"(?:(?:el|los)\s(?:pasado\s|d[ií]as?\s)*\d{{1,2}}(?:\s(?:y|al)\s\d{{1,2}})?\sde\s{_MONTHS}(?:\sdel?\s\d{{4}})?"
    r"|en (?:esta|la) (?:ciudad|capital)(?:\sde\s[A-ZÀ-Þ]\w+)?|en tiempo y forma"
    r"|oportunamente|ya)\s+(?=(?:el|la|los|las|sus?|nuestr[oa]s?)\s)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\s(?:en|in|at)\s(?=[A-ZÀ-Þ])")
BEHIND = re.compile(
    r"\b(?:no\s+)?(?:se\s+\w+(?:\s+a cabo)?|fue(?:ron)?\s+\w+[ao]s?|ha[n]?\s+sido\s+\w+[ao]s?"
    r"|(?:se encuentran?|est[aá]n?|siguen?|quedan?|contin[uú]an?)\s+(?:a[uú]n\s+|todav[ií]a\s+)?"
    r"(?:(?:en|sin|por)\s+)?\w+(?:\s+de\s+\w+)?"
    r"|(?:we|they) (?:have|had) not (?:yet )?(?:started|begun)(?: work)?(?: on| with)?"
    r"|no (?:hemos|se ha|ha) (?:iniciado|comenzado|empezado)(?: con)?"
    r"|(?:we are|estamos|seguimos|continuamos) (?:still )?(?:working on|preparing|drafting|updating|compiling"
    r"|(?:elabor|prepar|actualiz|recopil|finaliz|trabaj|redact|organiz)[aei]+ndo(?: en)?)"
    r"|(?:no\s+)?(?:pud(?:o|ieron|imos)|ha[n]?\s+podido|hemos\s+podido)\s+\w+r)"
    r"\s+(?=(?:el|la|los|las|the|our|nuestr[oa]|en (?:esta|la) \w+)\s)",
    re.IGNORECASE,
)
# Words for the activity itself, and for what goes with it: neither names another one.
_ITSELF = re.compile(
    r"(?:(?:presente|citada|referida|misma|dicha|nueva|new|las|los|the|all|remaining|pending|other|restantes"
    r"|pendientes"
    r"|dem[aá]s|otras|resto de las|rest of the)\s+)*(?:actividad(?:es)?|activity"
    r"|activities|action|acci[oó]n|misma|mismo|cual"
    r"|fechas?|dates?|evento|event|trabajos?|work|avance|progress|progreso|estado|status|proceso|process"
    r"|situaci[oó]n)\b"
    r"(?! (?:\d|n[o°º.]))",
    re.IGNORECASE,
)
_SOMETHING_ELSE = re.compile(
    r"(?:(?:final|attached|enclosed|adjunt[oa]|anex[oa]|siguiente|following|nuev[oa]|new)\s+)?(?:informe|reporte"
    r"|report|propuesta|proposal|pa[ií]s|country|gobierno|government|ministerio|ministry"
    r"|canciller[ií]a|secretar[ií]a|direcci[oó]n|embajada|embassy|oficina|office|resto|rest|others?|dem[aá]s"
    r"|participantes"
    r"|participants|(?:lista|list|n[oó]mina) (?:de|of) (?:participantes|participants|asistentes)|objetivo|aim|purpose"
    r"|mayor[ií]a|mayor parte|majority|hotel(?:es)?|boletos|pasajes|vuelos|vi[aá]ticos|tickets|flights"
    r"|t[eé]rminos de referencia|terms of reference"
    r"|programa|plan|idea|contenido|informaci[oó]n|information|datos|data|correo|e-?mail|nota|mensaje|message"
    r"|respuestas?"
    r"|responses?|answers?|repl(?:y|ies)|(?:discussions?|consultations?) with|(?:discusi[oó]n|consulta) con"
    r"|consultas|env[ií]o|gestiones|tr[aá]mites?|detalles|details|documentaci[oó]n|documentation|textos?|text"
    r"|(?:elecci[oó]n|definici[oó]n|designaci[oó]n|confirmaci[oó]n|selection|choice) (?:del?|of)|sede|venue"
    r"|firma(?=\s*$|\s+del? (?:la )?(?:vice)?(?:ministr|canciller|director))"
    r"|solicitud|request|presupuesto|budget|[uú]ltim\w+|plazo|deadline|acta|minutes|agenda|convocatoria"
    r"|invitaci[oó]n|invitation|memoria|relator[ií]a|fotograf[ií]as?|photos?|anexos?|attachments?|formulario|form"
    r"|cuadro"
    r"|table|matriz|experiencias?|experiences?|views?|opini[oó]n|(?:sub|vice)?-?\s?(?:director(?!io|y)|ministr"
    r"|c[oó]nsul"
    r"|minister)\w*|jef[ea]s?"
    r"|titular|encargad[oa]s?|funcionari[oa]s?|personas?|delegaci[oó]n|delegation|embajador\w*|ambassador|officers?"
    r"|(?-i:ST|TS|SV|PPT|OIM|IOM|ACNUR|UNHCR|SICA|CRM|RCM|Salvador)(?=\s*$|\s(?:y|and)\s)"
    r"|coordinador\w*|coordinator|staff|team|equipo|personal|former|latter|(?:first|second|third|last|other) one)\b",
    re.IGNORECASE,
)
# "El taller de capacitación que estaba previsto para febrero": for when it was meant is no part of its name.
_WHICH_WAS = re.compile(
    r",?\s(?:que|which|that) (?:(?:se )?(?:estaba|estaban|hab[ií]a|ten[ií]a|ten[ií]amos|fue|era|iba|encuentra)"
    r"|was|had|is|were)\s.*$",
    re.IGNORECASE | re.DOTALL,
)
_PART_OF_THE_WORK = re.compile(
    r"(?:organizacion|preparacion(?:es)?|preparativos|planificacion|logistica|ejecucion|implementacion"
    r"|elaboracion|desarrollo"
    r"|organi[sz]ation|preparations?|planning|logistics|implementation|execution|drafting)"
)
_OF_ANOTHER_DAY = re.compile(r"\s(?:de (?:ayer|anoche|hoy)|yesterday|today)$", re.IGNORECASE)  # "la reunión de ayer"
_NO_PART_OF_A_NAME = re.compile(
    rf"\b(?:se|fue(?:ron)?|qued[oó]|est[aá]n?|ha[n]?|ser[aá]n?|was|were|is|are|has|have|will)\s|\d\sde\s{_MONTHS}"
    rf"|\b{_MONTHS}\s\d",
    re.IGNORECASE,
)
_A_SHARE = re.compile(r"\d{1,3}(?:[.,]\d+)?\s?(?:%|por ciento|percent|per cent)", re.IGNORECASE)
_A_DAY = re.compile(
    r"(?:(?:pasad|pr[oó]xim|primer|segund|tercer|cuart|[uú]ltim)[oa]?s?\s|(?:first|second|third|fourth|last"
    r"|next)\s|d[ií]as?\s)*(?:\d{1,2}(?=\s(?:de|y|al|a|,))|quincena|trimestre|semestre|fortnight|quarter|lunes"
    r"|martes|mi[eé]rcoles|jueves"
    r"|viernes|s[aá]bado"
    rf"|domingo|semana|mes|a[nñ]o|week|month|day|{_MONTHS})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """The words that name what a sentence is about, "" for something that is no activity.

    ``sure``: where they end is certain.
    """

    words: str
    sure: bool = True


def without_lead(sentence: str) -> str:
    """A sentence without its greeting and "Por este medio informo que"."""
    greeting = _GREETING.match(sentence)
    text = sentence[greeting.end() :] if greeting else sentence
    told = _TOLD.match(text)
    text = text[told.end() :] if told else text
    announced = _ANNOUNCED.match(text) or _PARTY.match(text)
    text = text[announced.end() :] if announced else text
    why = _WHY_FIRST.match(text)
    return text[why.end() :] if why else text


def without_reasons(text: str) -> str:
    """What the sentences of a text tell without why: a day within a reason is of something else."""
    return " ".join(REASON.sub("", sentence) for sentence in _STOP.split(text)) if _A_REASON.search(text) else text


def main_clause(sentence: str) -> str:
    """What a sentence tells, without its lead and its reasons."""
    return REASON.sub("", without_lead(sentence)).strip()


def is_part_of_the_work(words: str) -> bool:
    """Tell whether a noun alone names how far an activity is, and none: "la organización", "the preparations"."""
    return _PART_OF_THE_WORK.fullmatch(fold(words)) is not None


def named_in(sentence: str) -> Named | None:
    """What a sentence is about, by its words: its topic, its subject, or what was done; None where it names nothing."""
    text = without_lead(sentence)
    topic = _TOPIC.match(text) or (None if _PARTY.match(sentence) else _TOPIC.match(sentence))
    about = named_by(topic["topic"]) if topic else None
    if about and about.words:
        return about
    bare = without_place(sentence)
    return _subject(bare) or _object(bare)


def without_place(sentence: str) -> str:
    """A sentence without its lead, and without when or where it is so: "En Honduras, el taller …"."""
    text = without_lead(sentence)
    before = _BEFORE.match(text)
    text = text[before.end() :] if before else text
    where = _WHERE_FIRST.match(text)
    return text[where.end() :] if where else text


def _subject(text: str) -> Named | None:
    verb = VERB.search(text)
    head = text[: verb.start()].strip(" ,") if verb else ""
    if DID.search(head) or CAME_TO.search(head):  # "nuestra delegación asistió al taller y quedó …"
        return None
    article = ARTICLE.match(head)
    return named_by(_COMMA.split(head[article.end() :], maxsplit=1)[0]) if article else None


def _object(text: str) -> Named | None:
    """What was done in "se realizó el taller", "México presentó los comentarios", "took part in the workshop"."""
    deed = BEHIND.search(text) or DID.search(text) or CAME_TO.search(text)
    day = _DAY_BETWEEN.match(text, deed.end()) if deed else None
    article = ARTICLE.match(text, day.end() if day else deed.end()) if deed else None
    if article is None:
        return None
    named = named_behind(text[article.end() :])
    return None if named and named.words.isdigit() else named  # "los envió el 20"


def named_behind(text: str) -> Named | None:
    """What the words behind a deed name: up to when, to whom or how; where "en Tegucigalpa" follows, it is not sure."""
    end = NAME_ENDS.search(text)
    words = text[: end.start()] if end else text
    place = _PLACE.search(words)
    named = named_by(words[: place.start()] if place else words)
    return Named(named.words, sure=named.sure and place is None) if named else None


def is_of_something_else(words: str) -> bool:
    """Tell whether words that stand for an activity name a paper, an office, a day or nothing."""
    named = named_by(words)
    return named is None or not named.words or not named.sure


def named_by(words: str) -> Named | None:
    """The activity that words name, "" for something else; None where they are a day, a share or no name."""
    named = _WHICH_WAS.sub("", words).strip(" .,;:")
    if len(named) > 2 and named[0] in "«“\"‘'" and named[-1] in "»”\"’'":
        named = named[1:-1].strip()
    no_name = _ITSELF.match(named) or _A_DAY.match(named) or _A_SHARE.match(named)
    if no_name or len(named.split()) > _MOST_WORDS or len(named) < 2:
        return None
    sure = not named.isdigit() and not _NO_PART_OF_A_NAME.search(named)
    other = _SOMETHING_ELSE.match(named) or _OF_ANOTHER_DAY.search(named)
    return Named("" if other else named, sure=sure)
