"""How often a text says something recurs: "cada seis meses", "quarterly", "después de cada reunión"."""

from __future__ import annotations

import re

from mailbot.core.values import Bilingual
from mailbot.core.windows import words as w

_COUNT = (
    r"(\d{1,2}(?:nd|rd|th|er|do|to)?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|two|three|four|five|six|seven|eight|nine|ten"
    r"|twelve|fifteen|otr[oa]s?|other|second|third)"
)
EVERY_COUNT = re.compile(
    rf"\b(?:cada|every|each|tod[oa]s l[oa]s)\s+(?:{_COUNT}\s+|(?:fin|final|principio|inicio"
    rf"|mediados) de )?(anos?|mes(?:es)?|semanas?|dias?|trimestres?|semestres?"
    r"|bimestres?|cuatrimestres?|quincenas?|years?|months?|weeks?|days?|quarters?|semesters?|fortnights?)\b(?! \d)"
)
_MEETING = r"(reunion(?:es)?|sesion(?:es)?|grcm|rcgm|meetings?|sessions?)"
EVERY_MEETING = re.compile(
    rf"\b((cada|toda|tod[oa]s l[oa]s|each|every) (\w+ ){{0,3}}{_MEETING}"
    r"|(durante|en|(antes|despues|luego) de|previo a|posterior a|tras|al (final|termino|finalizar|inicio)( de)?) las"
    r" (reuniones|sesiones)|(during|at|before|after|following|prior to) (the )?(\w+ )?meetings)\b"
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
    rf"(?:en|in|during|durante|a|al|entre|between|cada|{w.MONTH_OR_SHORT})\b"
)
ALTERNATE = re.compile(
    rf"\b(?:every other|cada dos|cada otro|alternate) {_WEEKDAY}\b(?! \d)|\b{_WEEKDAY},? (?:de )?por medio\b"
)
EVERY_DATE = re.compile(
    rf"\b(?:cada|every|each|todos los)\s+(?:\d{{1,2}}\w{{0,2}} (?:de |of )?|mes(?:es)? de )?{w.MONTH}\b"
    rf"|\b(?:cada|every|each) {_ORDINAL} (?:(?:cuatri|tri|se|bi)mestre|quarter|semester)\b"
)
# "Three-monthly"; "three monthly reports" may be three.
COUNTED_WORD = re.compile(r"\b(\d{1,2}|two|three|four|five|six|twelve)-(month|week|year)ly\b")
EVERY_DAY_OF_MONTH = re.compile(
    r"\b(?:cada|every|each)\s+(?:dia )?(?:\d{1,2}(?:st|nd|rd|th|o)?|primero)\b"
    r"(?! (?:dias|days|de(?! mes\b)|of|\w+s\b))"
)
_RHYTHMS = {
    "day": "diario diariamente daily",
    "week": "semanal semanalmente weekly",
    "2 weeks": "quincenal quincenalmente fortnightly biweekly",
    "month": "mensual mensualmente monthly",
    "2 months": "bimestral bimestralmente",
    "3 months": "trimestral trimestralmente quarterly",
    "4 months": "cuatrimestral cuatrimestralmente",
    "6 months": "semestral semestralmente semiannual semiannually halfyearly biannual biannually bianual bianualmente",
    "year": "anual anualmente annual annually yearly",
    "2 years": "bienal bienalmente biennial biennially",
    "3 years": "trienal triennial triennially",
    "month/2": "semimonthly",
    "week/2": "semiweekly",
    "": "periodicamente periodically periodico periodica regularmente regularly",
}
EVERY_WORD = {word: every for every, words in _RHYTHMS.items() for word in words.split()}
_ADJECTIVE = re.compile(r"(?:\b(?:bi|semi|tri|half)[- ])?[a-z]+(?:-[a-z]+)?")
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
    rf"^\W*(?:(?:una?|an?|one|la|the) )?(?:{_GATHERING} (?:[a-z]+ )?[a-z-]+|[a-z-]+(?: [a-z]+)? {_GATHERING})"
    r"(?:,? (?:en|in|durante|during) |(?:: ?| ?\()(?!.*\d))(?!.*\b(?:19|20)\d\d\b)"
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
TWO_WAYS = re.compile(
    r"\b(?:bi[- ]?mensual(?:es|mente)?|bi[- ]?monthly|bi[- ]?semanal(?:es|mente)?|tri[- ]?annual(?:ly)?"
    rf"|{_COUNT} (?:monthly|weekly|yearly))\b"  # six reports, one a month?
)
TWO_RHYTHMS = Bilingual(
    "puede ser dos veces en ese tiempo o una de cada dos; escriba cada cuánto",
    "may be twice in that time or every second time; write how often",
)


def several(flat: str) -> bool:
    """Whether what recurs is said in the plural: "informes mensuales", "quarterly meetings"."""
    if _SEVERAL.search(flat):
        return True
    opening = _ADJECTIVE.match(flat.lstrip(" -•"))  # "Trimestral en 2009"
    return opening is not None and re.sub("[- ]", "", opening[0]) in EVERY_WORD


def every_of(flat: str) -> tuple[str, bool] | None:
    """Return how often something recurs ("6 months", "meeting", "" unsaid), and whether that is said outright.

    "Informe anual" may be one report: an adjective is not said outright, "anualmente" and "cada año" are.
    """
    match = TIMES_A_YEAR.search(flat)
    if match:
        return _often(match), True
    match = EVERY_COUNT.search(flat)
    if match and not EVERY_MEETING.search(flat) and not EVERY_DATE.search(flat):
        return _counted(match), True
    for pattern, every in _ALWAYS:
        if pattern.search(flat):
            return every, True
    match = COUNTED_WORD.search(flat)
    if match:
        return _times(w.NUMBERS.get(match[1]) or int(match[1]), match[2].removesuffix("ly")), True
    if ALTERNATE.search(flat):
        return "2 weeks", True
    match = EVERY_WEEKDAY.search(flat)
    if match:
        return ("month" if match[1] else "week"), True
    return _adjective(flat)


_ALWAYS = (
    (EVERY_MEETING, "meeting"),
    (EVERY_DATE, "year"),
    (EVERY_DAY_OF_MONTH, "month"),
    (EVERY_NTH, "month"),
    (re.compile(r"\b(?:regular basis|(?:forma|manera) regular)\b"), ""),
)
_OTHERS = {"ot": 2, "se": 2, "th": 3}


def _counted(match: re.Match[str]) -> str:
    factor, unit = UNITS[match[2]]
    said = match[1] or ""
    figures = re.match(r"\d+", said)
    count = int(figures[0]) if figures else w.NUMBERS.get(said, _OTHERS.get(said[:2], 1))
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
    for match in _ADJECTIVE.finditer(flat):
        word = match[0].replace("-", "").replace(" ", "")
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
