"""Texts that need no date, or say more than one: continuous, undecided, tentative, changed."""

from __future__ import annotations

import re

from mailbot.core.values import Bilingual
from mailbot.core.windows import words as w
from mailbot.core.windows.every import HABITUAL, TWO_RHYTHMS, TWO_WAYS, every_of, several

CHANGED = re.compile(
    r"\b(en lugar de|en vez de|instead of|rather than|excepto|except|salvo|a excepcion de|with the exception"
    r"|originally"
    r"|fecha (?:original|anterior|previa)|(?:original|previous|former|old) date"
    r"|originalmente|inicialmente|previously|anteriormente)\b"
)
MOVED = re.compile(
    r"\b(pospon\w*|pospuest\w*|pospus\w*|aplaz\w*|reprogram\w*|traslad\w*|diferid\w*|postpone\w*|reschedul\w*"
    r"|moved|shifted"
    r"|deferred|prorrog\w*|exten(?:ded|sion) from|cambi[ao]\w*|se mueve|(?:pasa|paso|pasara|corre|corrio"
    r"|correra)n? (?=del? )|adelant\w*|brought forward"
    r"|(?:estaba|era|tenia)n? (?:previst|programad|planead|planificad|contemplad)[ao]s?"
    r"|(?:was|were|had been) (?:originally )?(?:planned|scheduled|expected|due|supposed))\b"
)
NOT_CALENDAR = re.compile(
    r"\b(fiscal|fy ?\d{2,4}|verano|summer|primavera|spring|otono|autumn|fall of|fall (19|20)\d\d|invierno|winter"
    r"|financial year|(ciclo|ano|periodo) (escolar|lectivo|academico)|school year|academic year)\b"
)
# Some part of it, nobody says which.
SOME_PART = re.compile(
    r"\b(?:(?:earlier|later) (?:this|in the) (?:year|quarter|semester)|earlier (?:this|in the) (?:month|week)"
    r"|mas (?:adelante|tarde) (?:este|en el) (?:ano|semestre|trimestre))\b"
)

# "Subject to funding" is a condition of the activity, "subject to confirmation" one of its date.
_NO_MONEY = (
    r"(?! (?:(?:que|la|el|los|las|contar|haya|con|exista[n]?|the|obtain\w*|availability|disponibilidad|aprobacion"
    r"|approval|available|disponibles|of|de|del|asignacion) ){0,5}"
    r"(?:presupuest\w*|fondos?|financ\w*|recursos|budget\w*|fund\w*|resources|financing))"
)
TENTATIVE = re.compile(
    r"\b(tentativ\w*|provisional\w*|por confirmar\w*|a confirmar|tbc|to be confirmed|preliminar\w*"
    r"|sin confirmar|unconfirmed"
    r"|posiblemente|probablemente|possibly|probably|likely|perhaps|maybe|quizas?|tal vez"
    rf"|(?:sujet[ao]s? a|subject to|a reserva de){_NO_MONEY}|pendiente de confirma\w*"
    r"|en principio|in principle|previsiblemente"
    r"|dependiendo de|depending on|de ser posible|if possible"
    r"|(?:fecha|plazo|periodo|mes|calendario)s? (?:(?:propuest|indicativ|estimad)[ao]s?|probables?)"
    r"|(?:proposed|indicative|estimated|probable|likely) (?:dates?|time|timing|period))\b|\(\?\)|\bt\. ?b\. ?c\b"
)
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|o|ro)?(?:(?: al? | to | ?[-–] ?| y | and )\d{{1,2}})?(?: de| of)?[-/. ]+(?:mes"
    rf"|month"
    rf"|{w.MONTH_OR_SHORT}|\d{{1,2}})\b|\d{{1,2}}(?:st|nd|rd|th)\b|{w.MONTH_OR_SHORT}\b|principios|mediados|fines"
    rf"|finales|inicios|comienzos"
    r"|early|mid|late|end\b|beginning|primer|segund|tercer|cuart|ultim|first|second|third|fourth|last|[qtsh][1-4]\b"
    r"|semana|week|quincena|(?:19|20)\d\d\b)"
)
_LED = r"\.?:? ?(?:(?:para|en|in|a|al|el|la|los|the|of|de|del|dia|mes|month) ){0,4}"
# "Around 30 officials" and "estimados colegas" say nothing of the date.
ABOUT = re.compile(
    rf"\b(?:aproximad\w*|aprox|approx\w*|alrededor|around|about|circa|ca|cerca|en torno|a eso|estimad[ao]"
    rf"|estimated)\b"
    rf"{_LED}{_DATE}|\bhacia (?:el )?\d"
    r"|(?<=[\w)] )\(?(?:aproximad\w*|aprox|approx\w*|estimad[ao]|estimated)\b(?=$|[.,;)])"
)
# What is to be confirmed or preliminary here is not the date.
ANOTHER_MATTER = re.compile(
    r"\b(lugar|sede|venue|place|location|hora|horario|time|ciudad|city|pais|country|agenda|programa|formato"
    r"|modalidad)"
    r"(?: y (?:lugar|sede|hora|agenda))? (?:(?:esta|is) )?(?:por|a|to be|pendiente de|tentativ[ao]|tbc)(?: \w+)?"
    r"|\b(?:version|borrador|agenda|lista|informe|documento|programa|texto|propuesta|acuerdo|resultados|plan)s?"
    r" (?:preliminar|provisional)(?:es)?\b"
    r"|\b(?:preliminary|provisional) (?:version|draft|agenda|list|report|text|program(?:me)?|proposal|results"
    r"|plan)s?\b"
)
# What recurs from a first time on: "a más tardar el 15 de marzo y luego cada trimestre".
THEN_AGAIN = re.compile(
    r"\b(?:luego|despues|posteriormente|then|thereafter|afterwards)\b,? (?:[a-z]+ ){0,2}"
    r"(?:cada|every|each|todos|todas|anual|mensual|(?:bi|tri|cuatri|se)mes?tral|monthly|quarterly|yearly|annually)"
)
UNDECIDED = re.compile(
    r"\b((por|a) (ser )?(definir|determinar|establecer|acordar|fijar|confirmar|anunciar|decidir"
    r"|programar|convenir|precisar|concertar|coordinar|consensuar|calendarizar|agendar|consultar"
    r"|designar)\w*|por ser (definid|determinad)\w+|tbd|tba|tbc|to be (determined|defined|decided"
    r"|announced|agreed|confirmed"
    r"|set|scheduled|advised|established)|to follow|sin fecha|no date|not yet (set|decided|defined|determined"
    r"|scheduled"
    r"|agreed|known)|((aun|todavia) )?(no|sin)"
    r" ((se )?han? |(se )?han? sido |esta |fue )?(definid|determinad|establecid|acordad|fijad"
    r"|decidid)\w*|(aun|todavia) (no hay fecha"
    r"|sin (definir|fecha|confirmar))|no hay fecha|undecided|undefined|undetermined|sin (definir|programar"
    r"|determinar)|se (definira|determinara|anunciara|acordara|fijara|informara|confirmara"
    r"|establecera|comunicara|notificara|dara a conocer)\w*"
    r"|seran? (definid|determinad|anunciad|acordad|fijad|informad|confirmad|comunicad|notificad"
    r"|dad[ao]s? a conocer)\w*"
    r"|will be (announced|determined|defined|set|confirmed|agreed|communicated|notified|advised)"
    r"|pendientes?|pending|hasta nuevo aviso"
    r"|until further notice|indefinida|sujet[ao]s? a (?:confirma\w*|reconfirma\w*|definicion|acuerdo)"
    r"|subject to (?:(?:final|further|re)?-? ?confirmation|agreement)|por reconfirmar|en consulta"
    r"|en proceso de definicion|under (?:discussion|consultation)"
    r"|no (?:se )?(?:tiene|cuenta con|existe|dispone de|hay|conoce) (?:aun |todavia )?(?:una |ninguna |la )?fecha"
    r"|(?:aun|todavia) no se (?:define|fija|establece|determina|acuerda|decide|programa|conoce)"
    r"|a ser (?:definid|acordad|fijad|establecid|determinad|anunciad|confirmad)[ao]s?"
    r"|(?:not|no date) (?:yet )?(?:been )?(?:scheduled|determined|decided|set|fixed|known|defined|confirmed"
    r"|announced)"
    r"|date (?:is )?(?:yet )?(?:unknown|not (?:yet )?(?:set|known|fixed|available))|to be fixed|unscheduled"
    r"|awaiting confirmation|en espera de (?:confirmacion|definicion)|fecha (?:desconocida|abierta))\b"
    r"|\bt\. ?b\. ?[dac]\b"
)
CONTINUOUS = re.compile(
    r"\b(continu[oa]s?|continuamente|continuous(ly)?|permanentes?|permanentemente|permanent(ly)?|on-? ?going"
    r"|en curso permanente|de forma continua|indefinido|(todo|a lo largo de"
    r"|a lo largo de todo) el ano|a lo largo del ano"
    r"|durante todo el ano|year-? ?round|all year( round| long)?|throughout the( \w+)? year|all the time|siempre"
    r"|always"
    r"|constante|constantemente)\b"
)
# "Permanente hasta junio", "ongoing from March to June": what goes on within dates.
CONTINUOUS_OVER = re.compile(
    r"^\W*(?:(?:actividad|tarea|proceso|accion|labor|trabajo) |de (?:manera|forma) |(?:con|en) caracter )?"
    r"(?:continu[oa]|continuamente|continuous(?:ly)?|permanente(?:mente)?|permanent(?:ly)?|on-? ?going)"
    r"(?: (?:activity|process|task|work))?,? [(–-]? ?"
    rf"(?:hasta|until|till|through|thru|desde|del?|from|durante|during|throughout|entre|between|en|in|\d"
    rf"|{w.MONTH_OR_SHORT}\b)"
)

WHICH_TIME = Bilingual(
    "dice cuándo suele ser; escriba la fecha de esta vez",
    "says when it usually is; write the date of this time",
)


def is_tentative(flat: str) -> bool:
    """Whether a date is said to be tentative; the venue to be confirmed is another matter."""
    return bool(TENTATIVE.search(ANOTHER_MATTER.sub(" ", flat)) or ABOUT.search(flat))


def unsettled(flat: str, *, dated_once: bool) -> Bilingual | None:
    """Return why dates say too little: "usually in November", "bimonthly meetings through June"."""
    if dated_once and TWO_WAYS.search(flat) and (several(flat) or TWO_WAYS.match(flat.lstrip())):
        return TWO_RHYTHMS
    return WHICH_TIME if dated_once and HABITUAL.search(flat) and every_of(flat) is None else None
