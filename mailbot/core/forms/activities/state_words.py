"""Verbs and nouns that say how an activity stands, in all tenses and persons; and what takes them back.

All patterns are for folded text. What is planned ("se realizará", "to be finished") is no state; what may be
("podría posponerse") and what did not happen ("no se realizó") make every state beside them unsure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.core.fields.choices import HEDGED, NOT_WHOLLY, ON_TIME, SO_MANY
from mailbot.core.fields.percentages import PART_OF_IT
from mailbot.core.remembered import remembered

_DONE, _UNDER_WAY, _NOT_BEGUN = "done", "in-progress", "not-started"
_LATE, _PUT_OFF, _OFF = "delayed", "postponed", "cancelled"
_PLANNED, _UNSURE = "planned", "unsure"  # when it will be held or finished; what cannot be told
_BEGAN, _DENIED = "begun", "denied"  # under way, or not begun where it is denied; "cancelled, not postponed"

# Spanish
_STEM = (
    r"(?:realiz|celebr|efectu|ejecut|termin|finaliz|complet|culmin|concret|clausur|implement|desarroll|entreg|present"
    r"|envi|mand|circul|public|firm|impart|auspici)"
)
_PARTICIPLE = (
    rf"(?:{_STEM}ad|cerrad|conclu(?:id|s)|cumplid|remitid|compartid|llevad|hech|suscrit|distribuid"
    rf"|difundid)[oa]s?(?: a cabo)?"
    r"(?! (?:(?:(?:a|al|ante) [^,.;]{2,40} )?para|que|(?:a|por) (?:su )?(?:revision|consulta|firma|aprobacion"
    r"|comentarios|consideracion|opinion))\b)"
)
_PRETERITE = (
    rf"(?:{_STEM}(?:o|aron|amos)|conclu(?:yo|yeron|imos)|cumpl(?:io|ieron|imos)|(?:remit|compart)(?:io|ieron"
    rf"|imos)|cerr(?:o|aron|amos)"
    r"|llev(?:o|aron|amos) a cabo|hizo|hicimos|hicieron|tuv(?:o|ieron|imos) lugar)"
)
_INFINITIVE = (
    rf"(?:{_STEM}ar|concluir|cumplir|remitir|cerrar|hacer|tener|llevar)(?:l[ao]s?|se)?(?: (?:a cabo"
    rf"|lugar))?"
)
_FUTURE = (
    rf"(?:{_STEM}ar|concluir|cumplir|remitir|cerrar|har|tendr|pondr|llevar|estar|quedar|ser)(?:an?|emos)"
    r"(?: (?:a cabo|lugar|en marcha))?"
)
_BEGIN = r"(?:inici|comenz|comienz|comenc|empez|empiez|empec|arran[cq])"
_BEGUN = (
    rf"(?:{_BEGIN}(?:o|aron|amos|ad[oa]s?)|d(?:io|imos|ado|ieron) (?:inicio|comienzo)|p(?:uso|usimos"
    rf"|uesta?o?) en marcha)"
)
_MOVING = r"(?:posterg|aplaz|reprogram|recalendari[sz]|reagend|traslad)"
_MOVED = (
    rf"(?:{_MOVING}(?:a|an|o|aron|amos|ad[oa]s?|ara|aran|aremos)"
    r"|posp(?:us(?:o|ieron|imos)|uest[oa]s?|on(?:e|en|emos)|ondra|ondran|ondremos)"
    r"|difi(?:rio|rieron|ere|eren)|diferi(?:mos|d[oa]s?|ra)|prorrogad[oa]s?"
    r"|se (?:mov|recorr|corr)(?:io|ieron)|se (?:muev|corr|recorr)(?:e|en)|(?:se ha|fue|ha sido|quedo) (?:movid"
    r"|corrid|recorrid)[oa]"
    r"|(?:movi|corri|recorri)mos|cambi(?:o|a|amos|ado) (?:de|la) fecha)"
)
_CALLED_OFF = (
    r"(?:(?:cancel|anul|descart|desech)(?:o|aron|amos|ad[oa]s?|a|an|ara|aran|aremos)"
    r"|supri(?:mio|mieron|mimos|mid[oa]s?|me|men|mira)|sin efecto|desist(?:io|imos|ieron|id[oa]) de"
    r"|(?:fue|queda|quedo) eliminad[oa]|se elimino)"
)
_DELAY = (
    r"(?:(?<!\bla )(?<!\buna )(?<!\bel )(?<!\bun )(?:retras|atras|demor|rezag)(?:ad[oa]s?|o|aron|amos|a|an)"
    r"|(?:con|en|sufr\w+|present\w+|registr\w+|tien\w+|tenemos|llev\w+|hay|acumul\w+|experiment\w+|va con)"
    r"(?: (?:un|una|algun|cierto|cierta|ligero|leve|algo|de|dos|tres|varias?|varios|\d{1,2}|semanas?|meses|mes"
    r"|dias|pequeno|pequena|importante"
    r"|considerable|gran|mucho|bastante)){0,4} (?:retrasos?|atrasos?|demoras?|rezagos?|desfases?))"
)
_DOING = (
    r"(?:trabaj|avanz|elabor|prepar|ejecut|finaliz|actualiz|recopil|desarroll|realiz|implement|termin|afin"
    r"|redact|revis"
    r"|coordin|organiz)ando|concluyendo|haciendo"
)
_GOES_ON = (
    r"(?:en (?:proceso|curso|marcha|ejecucion|desarrollo|tramite|elaboracion|preparacion|progreso|implementacion)"
    r"|avanz(?:a|an|amos|ando)|(?:seguimos|continuamos) (?:con|en)|trabajamos en"
    rf"|(?:se |lo |la )?(?:esta|estan|estamos|sigue|seguimos|continua|continuamos|va|vamos) (?:{_DOING})"
    r"|(?:va|vamos|marcha|camina) (?:muy )?(?:bien|por buen camino|segun lo (?:previsto|planeado|programado)"
    r"|a buen ritmo))"
)
_NO_MORE = (
    r"(?:ya )?no (?:se )?(?:(?:va|vamos|van) a (?:realizar|hacer|llevar a cabo|celebrar|efectuar|ejecutar"
    r"|tener lugar)"
    r"(?:se)?(?: a cabo)?"
    r"|(?:realizar|har|llevar|celebrar|efectuar|ejecutar|tendr|seguir)an?(?: (?:a cabo|lugar|adelante))?"
    r"|seran? (?:realizad|celebrad|ejecutad|llevad)[oa]s?(?: a cabo)?|van?(?= ?(?:$|[.,;])| mas\b))"
)
# English
_DONE_EN = (
    r"(?:completed?|finished|done|concluded|held(?! (?:up|back|over|off)\b)|carried out|conducted|wrapped up"
    r"|wound up|closed(?: out)?"
    r"|implemented"
    r"|executed|accomplished|finali[sz]ed|delivered|submitted|sent|shared|circulated|posted|uploaded|published"
    r"|returned|forwarded|hosted|signed|issued|distributed|translated|presented)"
)
_FINISH_EN = r"(?:take place|conclude|finish|complete|hold|end|submit|deliver|be ready|be over)"
_BEGUN_EN = r"(?:started|begun|began|commenced|kicked off|initiated|launched|got(?:ten)? (?:under ?way|going))"
_BEGIN_EN = rf"(?:{_BEGUN_EN}|start|begin|commence|kick off)"
_OFF_EN = r"(?:cancell?ed|called off|dropped|scrapped|abandoned|withdrawn|discontinued|fallen through|fell through)"
_NO_MORE_EN = (
    r"(?:(?:will not|won[’']t|will no longer|(?:is|are) not|(?:is|are)n[’']t|(?:is|are) no longer) (?:now |be )?"
    r"(?:go(?:ing)? ahead|tak(?:e|ing) place|held|happen(?:ing)?|carried out|proceed(?:ing)?))"
)
_MOVED_EN = (
    r"(?:postponed|rescheduled|re-scheduled|deferred|(?:put|pushed|set|moved) back|put off|pushed (?:off|out)"
    r"|held over"
    r"|(?:moved|shifted) (?:to|until)(?= (?:the (?!new)|\d|early|mid|late|next|[a-z]{3,9}(?: \d|[.,;]|$))))"
)
_DELAY_EN = (
    r"(?:delayed|behind(?: (?:schedule|time|plan)|(?= ?(?:[.,;]|$| on\b| with\b)))"
    r"|held (?:up|back)(?! (?:by|as) (?:an|a) (?:example|model))|running (?:a (?:bit|little) |somewhat "
    r"|very )?(?:late|behind)|overdue|lagging|fall(?:en|ing) behind"
    r"|fell behind"
    r"|(?:is|are|was|were|running|still|now) late(?=[.,;]| ?$| by\b)"
    r"|(?:facing|experienc(?:ed|ing)|suffer(?:ed|ing|s)|encountered|hit) (?:\w+ ){0,2}(?:delays?|setbacks?))"
)
_GOES_ON_EN = (
    r"(?:under ?way|in progress|in hand|on track|on course|progressing|advancing|well advanced"
    r"|being (?:drafted|prepared|compiled|finali[sz]ed|updated|implemented|developed|written|carried out|worked on)"
    r"|(?:moving|going|coming) (?:ahead|along|forward|well)"
    r"|(?:we are|we[’']re|i am|is|are|currently|still) (?:still |currently |now )*(?:working (?:on|through)"
    r"|drafting|preparing"
    r"|finali[sz]ing|compiling|updating|implementing)|work (?:\w+ ){0,4}?(?:continues|is continuing))"
)
_NOT_BEGUN_ES = (
    rf"(?:(?:no|sin|nunca)(?: (?:se|la|lo|las|los|le|hemos|he|ha|han|podido|sido|esta|aun|todavia)){{0,4}}"
    rf" (?:{_BEGIN}(?!ar(?:a|an|emos)\b)\w+|dado inicio|puesto en marcha)"
    r"|(?:no se ha|no hemos) hecho nada"
    r"|(?:(?:estan?|siguen?|quedan?) )?pendientes?(?=  | (?:el|la|los|las)\b| ?[.,;]| ?$))"
)
_NOT_BEGUN_EN = (
    rf"(?:(?:not|never|yet to|still to|\w+n[’']t)(?: (?:yet|been|be|even|actually))* {_BEGIN_EN}"
    r"|nothing has been done|no work has (?:been done|begun|started))"
)
_WILL = (
    r"(?:will|shall|to be|to|should|(?:be|is|are) (?:due|expected|scheduled|planned|set)|expects?|hopes?|aims?"
    r"|plan(?:s|ned)?|intends?|due|vamos a|van? a|ser[ai]n?|estar(?:a|an|emos)|quedar(?:an?|emos)|espera(?:mos|n)?"
    r"|preve(?:mos|n)?|previst[oa]s?|estima(?:mos|n)?|planeamos|programad[oa]s?|confiamos en)"
)
_IS_ES = (
    r"(?:(?:fue|fueron|qued(?:o|aron|a|an)|estan?|se encuentran?|(?:se )?(?:ha|han|hemos|he)(?: sido)?|es|son"
    r"|(?:se )?(?:dio|dimos|da|damos|dan) por)(?: (?:ya|hoy|plenamente|totalmente|debidamente|exitosamente))* )"
)
_IS_EN = (
    r"(?:(?:was|were|has|have|had|is|are|been|we|got|we[’']ve|now|already|duly|successfully|fully|just|also|both"
    r"|all) )"
)
# "Tuvimos que posponer", "we have decided not to hold": it is decided.
_HAD_TO = (
    r"(?:(?:tuv(?:o|ieron|imos)|hubo) que|(?:se |hemos |han? )*(?:decidi(?:o|do|mos|eron)|acord(?:o|ado|amos"
    r"|aron)|resolvi(?:o|mos|eron)|resuelto)|fue (?:necesario|preciso)"
    r"|(?:had|have had|decided|agreed|were forced|was forced|were obliged) to)"
)
_HAD_TO_CALL_OFF = (
    rf"{_HAD_TO} (?:cancel(?:ar)?(?:l[ao]s?)?|anular(?:l[ao]s?)?|call off)"
    r"|(?:se |hemos |han? )*(?:decidi(?:o|do|mos|eron)|acord(?:o|ado|amos|aron)|resolvi(?:o|mos|eron)"
    r"|resuelto) no (?:realizar|hacer|celebrar|llevar a cabo|efectuar)(?:l[ao]s?)?"
    r"|(?:decided|agreed) not to (?:hold|have|carry out|go ahead with|organi[sz]e|conduct)"
)
_HAD_TO_PUT_OFF = (
    rf"{_HAD_TO} (?:(?:pospon|posterg|aplaz|reprogram|difer)[aei]r(?:l[ao]s?)?|postpone|reschedule"
    rf"|defer|put (?:off|back)|push back)"
)
_LATER = r"(?! (?:en|este|esta|el|antes|hasta|por ahora|por el momento|todavia|aun|como|segun|a tiempo)\b)"
_LATER_EN = r"(?! (?:in|on|until|before|this|as|yet|for now|by|at|next)\b)"

_WORDS = tuple(
    (state, re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)"))
    for state, pattern in (
        (_OFF, rf"(?>{_NO_MORE}){_LATER}|(?>{_NO_MORE_EN}){_LATER_EN}"),
        (_UNSURE, rf"{_NO_MORE}|{_NO_MORE_EN}|no (?:realizar|har|llevar|celebrar|organizar)emos"),
        (_NOT_BEGUN, rf"(?:{_NOT_BEGUN_ES}|{_NOT_BEGUN_EN})\b{ON_TIME}"),
        (_UNSURE, f"{_NOT_BEGUN_ES}|{_NOT_BEGUN_EN}"),
        (_OFF, f"{_HAD_TO_CALL_OFF}|{_CALLED_OFF}|{_OFF_EN}"),
        (_PUT_OFF, f"{_HAD_TO_PUT_OFF}|{_MOVED}|{_MOVED_EN}"),
        (_LATE, f"{_DELAY}|{_DELAY_EN}"),
        (
            _PLANNED,
            (
                rf"{_WILL} (?:\w+ ){{0,2}}?(?:{_INFINITIVE}|{_PARTICIPLE}|(?:be )?{_DONE_EN}|{_FINISH_EN})"
                rf"|(?:se )?{_FUTURE}(?: {_PARTICIPLE})?"
                r"|(?:se espera|esperamos|se preve) que (?:se |este |quede )?(?:conclu|termin|finali|realic|celebr"
                r"|culmin)\w*"
                r"|(?:queda|quedo|esta|is|has been|is now) (?:ahora )?(?:previst[oa]|programad[oa]|fijad[oa]"
                r"|scheduled|planned|set)"
                r"(?= (?:para|for|on|el|a|from|in|en|del)\b)"
            ),
        ),
        (_UNDER_WAY, f"{_GOES_ON}|{_GOES_ON_EN}"),
        (
            _DONE,
            (
                rf"{_IS_ES}?{_PARTICIPLE}|(?:estan?|qued\w+|se encuentran?) (?:ya )?list[oa]s?(?! (?:para|a)\b)"
                rf"|(?:se )?{_PRETERITE}|han? tenido lugar|{_IS_EN}{{0,4}}{_DONE_EN}(?! by (?:the|our))"
                r"|(?:took|(?:has|have) taken) place|is (?:now )?(?:over(?= ?(?:[.,;]|$| and\b))|behind us)"
                r"|came to an end|has ended|went ahead"
            ),
        ),
        (
            _BEGAN,
            (
                rf"(?:ya |apenas |recien )?(?:se |la |lo |hemos |ha |han |fue |esta ){{0,3}}{_BEGUN}"
                rf"|{_IS_EN}{{0,3}}{_BEGUN_EN}"
            ),
        ),
    )
)
_NEGATED = re.compile(
    r"(?:\b(?:no(?! (?:obstante|solo|solamente))|nunca|tampoco|ni|not|never|neither|nor|cannot|can[’']t"
    r"|\w+n[’']t)\b(?: [^\s,;:]+){0,3} ?"
    r"|\b(?:sin|without|no|hardly|yet to|still to) (?:be |any |ser |haber sido )?)$"
)
_CONTRAST = re.compile(r"[^\s,], (?:and |y )?(?:not|no) (?:be |been |se )?$")  # "cancelled, not postponed"
_TURN = re.compile(r"[,;:]|\b(?:but|sino|pero)\b")
_NEEDED = re.compile(
    r"\b(?:should|must|needs? to|ha(?:ve|s) to|debe\w*|tien(?:e|en) que|tenemos que)(?: (?!shown|recorded|marked"
    r"|listed)\w+){0,2} ?$"
)
_TO_BE = re.compile(r"\b(?:will|shall|to|estar(?:a|an|emos)|ser(?:a|an))(?: be)?(?: \w+)? ?$")
_TAKEN_DOWN = re.compile(
    r"\b(?:please|kindly|favor(?: de)?|sirvanse|ruego|rogamos|agradecer\w+|agradezco)\s"
    r"(?:record|note|mark|show|list|register|consider|be advised|take note|tomar nota|tomen nota|anotar"
    r"|registrar|marcar"
    r"|considerar|dar)\b(?: (?:de )?(?:que|that))?"
)
_MAYBE = re.compile(
    r"\b(?:podri(?:a|an|amos)|pudiera\w*|quizas?|tal vez|probabl\w*|posibl\w*|riesgo de|a punto de|deberi\w+"
    r"|tendri\w+"
    r"|habri\w+|(?:tendr|habr)(?:a|an|emos) que|hay que|quisi\w+|querri\w+|desea(?:mos|ria\w*|n)|propon\w+"
    r"|propuest\w+"
    r"|suger\w+|sugier\w+|solicit\w+|pedimos|pide|rogamos|agradecer\w+|favor|evalu(?:a|amos|ando)"
    r"|considera(?:mos|n|ndo)?"
    r"|discut\w+|ojala|parcial\w*|en parte|casi|a medias|practicamente|mayormente|pendiente de|segun (?:dicen"
    r"|entendemos)"
    r"|parece|creemos|entendemos que|might|can be|hopes? that|esperamos que(?! (?:se |este |quede )?(?:conclu"
    r"|termin|finali|realic|celebr|culmin))|may(?! \d|[,.;)]| and\b| to\b| or\b| 20| ?$)|could|would|possibl\w+"
    r"|likely|perhaps|maybe|about to|propos\w+|suggest\w*|request\w*|considering|considers|discuss\w*|hopefully"
    r"|apparently|reportedly|seems?|appears?|believe|partial\w*|partly|almost|nearly|mostly|largely|virtually|in part"
    r"|please|kindly|ask(?:s|ed|ing)?|subject to|at risk|at least)\b|[¿?]"
)
_IF = re.compile(
    r"\b(?:si|if|unless|a menos que|en caso de|de (?:no|haber|contar|recibir|existir) |siempre (?:que|y cuando)"
    r"|provided|whether|por si)\b"
)
# What somebody else says, or what our table shows: "según México", "the table says".
_SAID_BY_OTHERS = re.compile(
    r"\b(?:segun (?!lo (?:previsto|planeado|programado|acordado)|el (?:plan|programa|calendario|cronograma)|nuestr)"
    r"|according to (?!plan|schedule|our)|(?:cuadro|tabla|matriz|table|matrix|letter|message|records?|carta"
    r"|correo|mensaje)\s[^.;]{0,20}?"
    r"\b(?:dice|indica|muestra|says?|shows?|states?)\b|(?:figuran?|aparecen?|sale|consta) como|(?<!be )(?:shown"
    r"|listed|marked|recorded) as"
    r"|(?:en el|in your|in the) (?:cuadro|table)|por ustedes|by you|nos (?:informan?|dicen|comunican))\b"
)
# Behind "si", "once", "hasta que" nothing is said of how it stands: up to the comma, or the end.
_CONDITION = re.compile(
    r"\b(?:si|cuando|una vez(?: que)?|en cuanto(?! al? )|tan pronto|hasta (?:que|tanto)|a menos que|siempre que"
    r"|en caso de"
    r"|(?:antes|despues|luego) de que|para que|mientras no|if|when(?:ever)?|once|as soon as|unless"
    r"|(?:until|before|after) (?:we|the(?= \w+ (?:is|are|has|have|was|were|will)\b)|it|they|our)|provided"
    r"|in case|so that"
    r"|whether|por si)\b[^,;]{0,300}(?:[,;]|$)"
)


# "80% complete", "60 % del trabajo realizado": a share is not the whole
_PART_DONE = re.compile(
    r"\b(?!100\b)\d{1,3}(?:[.,]\d)?\s?(?:%|percent|per cent|por ciento)\s?(?:(?:of|del?) (?:it|the work|ella"
    r"|la actividad|trabajo) )?"
    r"(?:(?:has|have) been |is |se ha |ha sido |esta |ya )?(?:completed?|done|finished|completad[oa]"
    r"|realizad[oa]|ejecutad[oa]|concluid[oa]"
    r"|cumplid[oa]|terminad[oa]|finalizad[oa]|avanzad[oa])\b"
)


_NEAR = 12  # characters behind a word, where "but" or "sino" may stand


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a state, and where it stands; "unsure" for one that is taken back, "planned" for what is to come."""

    state: str
    start: int
    end: int


def without_conditions(folded: str) -> str:
    """Return the text with blanks for what hangs on something else: "once it is signed", "si se aprueba"."""
    return _CONDITION.sub(lambda found: " " * len(found.group()), folded)


def is_conditional(text: str) -> bool:
    """Tell whether what a sentence says hangs on something that may not be: "unless funds arrive", "de no haber …"."""
    return _IF.search(text.casefold()) is not None


def is_open(folded: str) -> bool:
    """Tell whether something is wished, likely, asked or only nearly so."""
    bare = _TAKEN_DOWN.sub(" ", folded)
    return _MAYBE.search(bare) is not None or _SAID_BY_OTHERS.search(folded) is not None


@remembered
def words_of_state(folded: str) -> tuple[Word, ...]:
    """Return the words of states in a folded text, in their order."""
    found: list[Word] = []
    left = _PART_DONE.sub(lambda part: "\0" * len(part.group()), folded)
    for state, pattern in _WORDS:
        begin, parts = 0, []
        for each in pattern.finditer(left):
            start, end = each.span()
            said = _as_said(state, " ".join(folded[max(start - 160, 0) : start].split()), folded[end : end + _NEAR])
            found += [] if said == _DENIED else [Word(said, start, end)]
            parts += [left[begin:start], "\0" * (end - start)]
            begin = end
        left = "".join((*parts, left[begin:])) if parts else left
    return tuple(sorted(found, key=lambda each: each.start))


def state_told(folded: str) -> str | None:
    """Return the one state that the words of a clause tell; None where none does, or something takes it back."""
    words = words_of_state(without_conditions(folded))
    states = {each.state for each in words} - {_PLANNED}
    if len(states) != 1 or _UNSURE in states or is_open(folded):
        return None
    told = states.pop()
    return None if told == _DONE and _is_in_part(folded, words) else told


def _is_in_part(folded: str, words: Sequence[Word]) -> bool:
    """Tell whether not all of it is done: "casi", "pero falta", "3 de 5 talleres"."""
    said = " ".join(folded.split())
    some = any(each[1] != each[2] for each in SO_MANY.findall(said))
    around = folded
    for each in words:
        around = f"{around[: each.start]}{' ' * (each.end - each.start)}{around[each.end :]}"
    return some or bool(HEDGED.search(around) or NOT_WHOLLY.search(said) or PART_OF_IT.search(said))


def is_planned(folded: str) -> bool:
    """Tell whether words say when something will be held or finished."""
    return any(each.state == _PLANNED for each in words_of_state(without_conditions(folded)))


def _as_said(state: str, before: str, behind: str) -> str:
    """The state of a word, with what stands around it."""
    if state in {_NOT_BEGUN, _PLANNED, _UNSURE}:
        return state
    told = f"{_TURN.split(before)[-1]} "
    if _NEGATED.search(told) and not re.search(r"\bsin embargo\b", told):
        denied = _CONTRAST.search(f"{before} ") or re.match(r",? (?:but|sino)\b", behind)
        return _DENIED if denied else _NOT_BEGUN if state == _BEGAN else _UNSURE
    if _NEEDED.search(told):
        return _UNSURE
    state = _UNDER_WAY if state == _BEGAN else state
    return _PLANNED if state in {_DONE, _UNDER_WAY} and _TO_BE.search(told) else state
