"""Texts that need no date, or say more than one: recurring, continuous, undecided, tentative."""

from __future__ import annotations

import re

from mailbot.core.values import Bilingual
from mailbot.core.windows import words as w

CHANGED = re.compile(
    r"\b(en lugar de|en vez de|instead of|rather than|excepto|except|salvo|a excepcion de|with the exception|originally"
    r"|originalmente|inicialmente|previously|anteriormente)\b"
)
MOVED = re.compile(
    r"\b(pospon\w*|pospuest\w*|pospus\w*|aplaz\w*|reprogram\w*|traslad\w*|diferid\w*|postpone\w*|reschedul\w*|moved|shifted"
    r"|deferred|prorrog\w*|exten(?:ded|sion) from|cambi[ao]\w*|se mueve|adelant\w*|brought forward)\b"
)
NOT_CALENDAR = re.compile(
    r"\b(fiscal|fy ?\d{2,4}|verano|summer|primavera|spring|otono|autumn|fall of|fall (19|20)\d\d|invierno|winter"
    r"|financial year|ciclo escolar|school year|academic year|later (?:this|in the) (?:year|quarter|semester)"
    r"|mas (?:adelante|tarde) (?:este|en el) (?:ano|semestre|trimestre))\b"
)

TENTATIVE = re.compile(
    r"\b(tentativ\w*|provisional\w*|por confirmar\w*|a confirmar|tbc|to be confirmed|preliminar\w*"
    r"|sin confirmar|unconfirmed"
    r"|posiblemente|probablemente|possibly|probably|likely|perhaps|maybe|quizas?|tal vez|sujet[ao]s? a|subject to"
    r"|a reserva de|pendiente de confirma\w*|en principio|in principle|previsiblemente"
    r"|dependiendo de|depending on|de ser posible|if possible"
    r"|(?:fecha|plazo|periodo|mes|calendario)s? (?:propuest|indicativ|estimad)[ao]s?"
    r"|(?:proposed|indicative|estimated) (?:dates?|time|timing|period))\b|\(\?\)|\bt\. ?b\. ?c\b"
)
_NAMED = "(?:" + "|".join(name for name in w.MONTHS if len(name) > 2) + ")"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|o|ro)?(?:(?: al? | to | ?[-–] ?| y | and )\d{{1,2}})?(?: de| of)?[-/. ]+(?:mes|month"
    rf"|{_NAMED}|\d{{1,2}})\b|\d{{1,2}}(?:st|nd|rd|th)\b|{_NAMED}\b|principios|mediados|fines|finales|inicios|comienzos"
    r"|early|mid|late|end\b|beginning|primer|segund|tercer|cuart|ultim|first|second|third|fourth|last|[qtsh][1-4]\b"
    r"|semana|week|quincena|(?:19|20)\d\d\b)"
)
_LED = r"\.?:? ?(?:(?:para|en|in|a|al|el|la|los|the|of|de|del|dia|mes|month) ){0,4}"
# "Around 30 officials" and "estimados colegas" say nothing of the date.
ABOUT = re.compile(
    rf"\b(?:aproximad\w*|aprox|approx\w*|alrededor|around|about|circa|ca|cerca|en torno|a eso|estimad[ao]|estimated)\b"
    rf"{_LED}{_DATE}|\bhacia (?:el )?\d"
    r"|(?<=[\w)] )\(?(?:aproximad\w*|aprox|approx\w*|estimad[ao]|estimated)\b(?=$|[.,;)])"
)
# What is to be confirmed or preliminary here is not the date.
ANOTHER_MATTER = re.compile(
    r"\b(lugar|sede|venue|place|location|hora|horario|time|ciudad|city|pais|country|agenda|programa|formato|modalidad)"
    r"(?: y (?:lugar|sede|hora|agenda))? (?:(?:esta|is) )?(?:por|a|to be|pendiente de|tentativ[ao]|tbc)(?: \w+)?"
    r"|\b(?:version|borrador|agenda|lista|informe|documento|programa|texto|propuesta|acuerdo|resultados|plan)s?"
    r" (?:preliminar|provisional)(?:es)?\b"
    r"|\b(?:preliminary|provisional) (?:version|draft|agenda|list|report|text|program(?:me)?|proposal|results|plan)s?\b"
)
UNDECIDED = re.compile(
    r"\b((por|a) (ser )?(definir|determinar|establecer|acordar|fijar|confirmar|anunciar|decidir"
    r"|programar|convenir|precisar|concertar|coordinar|consensuar|calendarizar|agendar|consultar"
    r"|designar)\w*|por ser (definid|determinad)\w+|tbd|tba|tbc|to be (determined|defined|decided"
    r"|announced|agreed|confirmed"
    r"|set|scheduled|advised|established)|to follow|sin fecha|no date|not yet (set|decided|defined|determined|scheduled"
    r"|agreed|known)|((aun|todavia) )?(no|sin) (se ha )?(definid|determinad|establecid|acordad|fijad"
    r"|decidid)\w*|(aun|todavia) (no hay fecha"
    r"|sin (definir|fecha|confirmar))|no hay fecha|undecided|undefined|undetermined|sin (definir|programar"
    r"|determinar)|se (definira|determinara|anunciara|acordara|fijara|informara|confirmara"
    r"|establecera)\w*|will be (announced"
    r"|determined|defined|set|confirmed|agreed)|pendientes?|pending|hasta nuevo aviso"
    r"|until further notice|indefinida|sujet[ao]s? a (?:confirma\w*|reconfirma\w*|definicion|acuerdo)"
    r"|subject to (?:(?:final|further|re)?-? ?confirmation|agreement)|por reconfirmar|en consulta"
    r"|en proceso de definicion|under (?:discussion|consultation))\b"
    r"|\bt\. ?b\. ?[dac]\b"
)
CONTINUOUS = re.compile(
    r"\b(continu[oa]s?|continuamente|continuous(ly)?|permanentes?|permanentemente|permanent(ly)?|on-? ?going"
    r"|en curso permanente|de forma continua|indefinido|(todo|a lo largo de"
    r"|a lo largo de todo) el ano|a lo largo del ano"
    r"|durante todo el ano|year-? ?round|all year( round| long)?|throughout the( \w+)? year|all the time|siempre|always"
    r"|constante|constantemente)\b"
)
# "Permanente hasta junio", "ongoing from March to June": what goes on within dates.
CONTINUOUS_OVER = re.compile(
    r"^\W*(?:(?:actividad|tarea|proceso|accion|labor|trabajo) |de (?:manera|forma) |(?:con|en) caracter )?"
    r"(?:continu[oa]|continuamente|continuous(?:ly)?|permanente(?:mente)?|permanent(?:ly)?|on-? ?going)"
    r"(?: (?:activity|process|task|work))?,? [(–-]? ?"
    rf"(?:hasta|until|till|through|thru|desde|del?|from|durante|during|throughout|entre|between|en|in|\d|{_NAMED}\b)"
)
_COUNT = (
    r"(\d{1,2}|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|two|three|four|five|six|seven|eight|nine|ten"
    r"|twelve|fifteen|otr[oa]s?|other|second|third)"
)
EVERY_COUNT = re.compile(
    rf"\b(?:cada|every|each|tod[oa]s l[oa]s)\s+(?:{_COUNT}\s+|(?:fin|final|principio|inicio"
    rf"|mediados) de )?(anos?|mes(?:es)?|semanas?|dias?|trimestres?|semestres?"
    r"|bimestres?|cuatrimestres?|quincenas?|years?|months?|weeks?|days?|quarters?|semesters?|fortnights?)\b(?! \d)"
)
_MEETING = r"(reunion(?:es)?|sesion(?:es)?|grcm|rcgm|meetings?|sessions?)"
EVERY_MEETING = re.compile(
    rf"\b((cada|toda|tod[oa]s l[oa]s|each|every) (\w+ ){{0,2}}{_MEETING}|(durante|en) las (reuniones|sesiones)"
    r"|(during|at) (the )?(\w+ )?meetings)\b"
)
_ORDINAL = r"(?:primer|segundo|tercer|cuarto|ultimo|first|second|third|fourth|last|1er|1st|2nd|3rd)"
_WEEKDAY = "(?:" + "|".join(name for name in w.WEEKDAYS if len(name) > 4) + ")s?"
EVERY_WEEKDAY = re.compile(
    rf"\b(?:cada|every|each|(?:tod[oa]s )?l[oa]s)\s+({_ORDINAL}e?s?\s+)?{_WEEKDAY}\b(?! \d)"
    r"|(?:^\W*|\bon )(?:mon|tues|wednes|thurs|fri|satur|sun)days\b(?! \d)"
)
# "Third Thursday of the month" at the head of a cell, "los terceros jueves de mes" anywhere: every month.
EVERY_NTH = re.compile(
    rf"(?:^\W*(?:(?:reunion|sesion|teleconferencia|meeting|session|call|on|el|the)[ ,:(]+){{0,4}}{_ORDINAL}"
    rf"|\b(?:primer|tercer|segund|cuart|ultim)os) {_WEEKDAY} (?:del?|of|in) (?:the )?(?:mes|month)\b"
    r"(?! (?:de|of|en|que|proximo|siguiente|pasado|actual|corriente|entrante|next|anterior)\b)"
)
# What happens as a rule then, and of no year: "usually in November".
HABITUAL = re.compile(
    r"\b(?:usually|normally|typically|generally|traditionally|habitualmente|usualmente|normalmente|generalmente"
    r"|tradicionalmente|por lo general|por lo regular|suelen?|acostumbran?)\b,? (?:[a-z]+ ){0,4}"
    rf"(?:en|in|during|durante|a|al|entre|between|cada|{_NAMED})\b"
)
ALTERNATE = re.compile(
    rf"\b(?:every other|cada dos|cada otro|alternate) {_WEEKDAY}\b(?! \d)|\b{_WEEKDAY},? (?:de )?por medio\b"
)
_MONTH = "(?:" + "|".join(name for name in w.MONTHS if len(name) > 3 or name == "may") + ")"
EVERY_DATE = re.compile(rf"\b(?:cada|every|each)\s+(?:\d{{1,2}}\w{{0,2}} (?:de |of )?)?{_MONTH}\b")
EVERY_DAY_OF_MONTH = re.compile(
    r"\b(?:cada|every|each)\s+(?:dia )?(?:\d{1,2}(?:st|nd|rd|th|o)?|primero)\b"
    r"(?! (?:dias|days|de(?! mes\b)|of|\w+s\b))"
)
EVERY_WORD = {
    "diario": "day",
    "diariamente": "day",
    "daily": "day",
    "semanal": "week",
    "semanalmente": "week",
    "weekly": "week",
    "quincenal": "2 weeks",
    "quincenalmente": "2 weeks",
    "fortnightly": "2 weeks",
    "biweekly": "2 weeks",
    "mensual": "month",
    "mensualmente": "month",
    "monthly": "month",
    "bimestral": "2 months",
    "bimestralmente": "2 months",
    "trimestral": "3 months",
    "trimestralmente": "3 months",
    "quarterly": "3 months",
    "cuatrimestral": "4 months",
    "cuatrimestralmente": "4 months",
    "semestral": "6 months",
    "semestralmente": "6 months",
    "semiannual": "6 months",
    "semiannually": "6 months",
    "biannual": "6 months",
    "biannually": "6 months",
    "bianual": "6 months",
    "bianualmente": "6 months",
    "anual": "year",
    "anualmente": "year",
    "annual": "year",
    "annually": "year",
    "yearly": "year",
    "bienal": "2 years",
    "biennial": "2 years",
    "periodicamente": "",
    "periodically": "",
    "periodico": "",
    "periodica": "",
}
# After "mensual", "quarterly" these say that it recurs from or during something …
OUTRIGHT = re.compile(
    r",? (from|desde|a partir|durante|during|until|till|through|thru|hasta|starting|beginning|throughout|as of)\b"
)
# … some words later only what happens again and again does: "monthly calls through December".
_LATER = re.compile(r"(?: [a-z]+){0,3},? (?:hasta|until|till|through|thru|starting|beginning|from|desde|a partir)\b")
_AGAIN = re.compile(
    r"\b(?:reunion|sesion|llamada|teleconferencia|videoconferencia|boletin|seguimiento|call|meeting|session"
    r"|teleconference|videoconference|newsletter|bulletin|check-?in|briefing)\b"
)
_SEVERAL = re.compile(
    r"\b(?:diari[oa]s|(?:bi)?(?:seman|mensu)ales|(?:quincen|bimestr|trimestr|cuatrimestr|semestr|anu)ales|periodic[oa]s)\b"
    r"|\b(?:daily|weekly|fortnightly|monthly|quarterly|semi-?annual|annual|yearly|bi-?(?:monthly|weekly|annual))"
    r" (?:[a-z]+ )?"
    r"(?!progress\b|status\b)[a-z]+s\b"
)
# "Semestral: mayo y noviembre", "Annual, in May" of no year.
_HEADING = re.compile(
    r"^\W*[a-z-]+(?: ?[,:(–] ?| - )(?!.*\b(?:19|20)\d\d\b)|^\W*[a-z-]+ (?:en|in) (?!.*\b(?:19|20)\d\d\b)"
)
# "Un taller por año", "two meetings per semester": what is counted happens, so nobody counts persons or money here.
_OCCASION = (
    r"(?:(?!veces\b|times\b)[a-z]+ )?"
    r"(?:taller|reunion|sesion|seminario|curso|encuentro|informe|reporte|boletin|visita|capacitacion|videoconferencia"
    r"|teleconferencia|workshop|meeting|session|seminar|course|event|report|newsletter|bulletin|visit|training|call)"
    r"(?:e?s)?(?: [a-z]+)?"
)
# "Reunión ordinaria anual en noviembre", "an annual meeting in May" of no year; a report may be of one year.
_GATHERING = (
    r"(?:reunion|sesion|encuentro|taller|foro|asamblea|seminario|curso|conferencia|meeting|session|workshop|forum"
    r"|assembly|seminar|course|conference)(?:e?s)?"
)
_OPENING = re.compile(
    rf"^\W*(?:(?:una?|an?|one|la|the) )?(?:{_GATHERING} (?:[a-z]+ )?[a-z-]+|[a-z-]+(?: [a-z]+)? {_GATHERING}),?"
    r" (?:en|in|durante|during) (?!.*\b(?:19|20)\d\d\b)"
)
TIMES_A_YEAR = re.compile(
    rf"\b(?:(dos|tres|cuatro|cinco|seis|two|three|four|five|six|\d{{1,2}}) (?:veces|times|{_OCCASION})"
    rf"|(una vez|1 vez|once|(?:una?|one|an?|1) {_OCCASION})|(twice))"
    r" (?:al|por|a|per|each|every|cada|in a|en el|en cada)"
    r" (ano|year|mes|month|semana|week|trimestre|quarter|semestre|semester)\b(?! (?:de|of)\b)"
    r"|\b(?:twice|two times) (year|month|week)ly\b"
)
UNITS = {
    "ano": (1, "year"),
    "anos": (1, "year"),
    "year": (1, "year"),
    "years": (1, "year"),
    "mes": (1, "month"),
    "meses": (1, "month"),
    "month": (1, "month"),
    "months": (1, "month"),
    "semana": (1, "week"),
    "semanas": (1, "week"),
    "week": (1, "week"),
    "weeks": (1, "week"),
    "dia": (1, "day"),
    "dias": (1, "day"),
    "day": (1, "day"),
    "days": (1, "day"),
    "trimestre": (3, "month"),
    "trimestres": (3, "month"),
    "quarter": (3, "month"),
    "quarters": (3, "month"),
    "semestre": (6, "month"),
    "semestres": (6, "month"),
    "semester": (6, "month"),
    "semesters": (6, "month"),
    "bimestre": (2, "month"),
    "bimestres": (2, "month"),
    "cuatrimestre": (4, "month"),
    "cuatrimestres": (4, "month"),
    "quincena": (2, "week"),
    "quincenas": (2, "week"),
    "fortnight": (2, "week"),
    "fortnights": (2, "week"),
}


# Twice in, or every two.
TWO_WAYS = re.compile(r"\b(?:bimensual(?:es|mente)?|bi-?monthly|bisemanal(?:es|mente)?)\b")
TWO_RHYTHMS = Bilingual(
    "puede ser dos veces en ese tiempo o una de cada dos; escriba cada cuánto",
    "may be twice in that time or every second time; write how often",
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
    if dated_once and TWO_WAYS.search(flat) and several(flat):
        return TWO_RHYTHMS
    return WHICH_TIME if dated_once and HABITUAL.search(flat) and every_of(flat) is None else None


def several(flat: str) -> bool:
    """Whether what recurs is said in the plural: "informes mensuales", "quarterly meetings"."""
    return _SEVERAL.search(flat) is not None


def every_of(flat: str) -> tuple[str, bool] | None:
    """Return how often something recurs ("6 months", "meeting", "" unsaid), and whether that is said outright.

    "Informe anual" may be one report: an adjective is not said outright, "anualmente" and "cada año" are.
    """
    match = TIMES_A_YEAR.search(flat)
    if match:
        return _often(match), True
    match = EVERY_COUNT.search(flat)
    if match and not EVERY_MEETING.search(flat):
        return _counted(match), True
    for pattern, every in ((EVERY_MEETING, "meeting"), (EVERY_DATE, "year"), *_MONTHLY):
        if pattern.search(flat):
            return every, True
    if ALTERNATE.search(flat):
        return "2 weeks", True
    match = EVERY_WEEKDAY.search(flat)
    if match:
        return ("month" if match[1] else "week"), True
    return _adjective(flat)


_MONTHLY = ((EVERY_DAY_OF_MONTH, "month"), (EVERY_NTH, "month"))
_OTHERS = {"ot": 2, "se": 2, "th": 3}


def _counted(match: re.Match[str]) -> str:
    factor, unit = UNITS[match[2]]
    said = match[1] or ""
    count = int(said) if said.isdigit() else w.NUMBERS.get(said, _OTHERS.get(said[:2], 1))
    return _times(count * factor, unit)


def _times(count: int, unit: str) -> str:
    return unit if count == 1 else f"{count} {unit}s"


def _often(match: re.Match[str]) -> str:
    if match[5]:
        return {"year": "6 months"}.get(match[5], f"{match[5]}/2")
    said = match[1] or ""
    count = 1 if match[2] else 2 if match[3] else int(said) if said.isdigit() else w.NUMBERS[said]
    unit = {
        "ano": "year",
        "mes": "month",
        "semana": "week",
        "trimestre": "3 months",
        "quarter": "3 months",
        "semestre": "6 months",
        "semester": "6 months",
    }.get(match[4], match[4])
    months = {"year": 12, "month": 1}.get(unit, 0)
    if count < 1 or not months or months % count:
        return unit if count == 1 else f"{unit}/{count}"
    step = months // count
    return "year" if step == 12 else _times(step, "month")


def _adjective(flat: str) -> tuple[str, bool] | None:
    for match in re.finditer(r"[a-z]+(?:-[a-z]+)?", flat):
        word = match[0].replace("-", "")
        every = EVERY_WORD.get(word, EVERY_WORD.get(word.removesuffix("es"), EVERY_WORD.get(word.removesuffix("s"))))
        if every is not None:
            return every, word.endswith(("mente", "ally")) or _outright(flat, match)
    return None


def _outright(flat: str, match: re.Match[str]) -> bool:
    if OUTRIGHT.match(flat, match.end()):
        return True
    if _LATER.match(flat, match.end()) and (_SEVERAL.search(flat) or _AGAIN.search(flat)):
        return True
    if HABITUAL.search(flat):
        return True
    heading = _HEADING.match(flat) or _OPENING.match(flat)
    return heading is not None and match.start() < heading.end()
