"""From when to when something was put off: "postponed from 3 February to 24 March" is held on the 24th."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mailbot.core.fields.choices import names_of_choices
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE, NO_STATE, OLD_AND_NEW
from mailbot.core.forms.taking.values import read_value
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Field, FieldValue, Known
from mailbot.core.windows import words

MOVED = re.compile(
    r"\b(?:posp|poster|aplaz|difi|difer|reprogr|recalend|traslad|mov|postpon|resched|re-sched|defer"
    r"|corri(?=(?:o|eron|d[oa]s?) (?:para|al?)\b)"
    r"|adelant(?=(?:a|o|an|aron|ara|aran|ad[oa]s?) (?:para|al?|del?)\b)|brought forward)"
)
# To be held sooner than it was meant: a new day, and no state.
_ADELANTADO = r"adelant(?:a|o|an|aron|ara|aran|ad[oa]s?) (?:para|al?|del?)\b"
SOONER = re.compile(
    rf"\b(?:(?:se|ha|han|fue(?:ron)?|qued\w+|sid[oa]|sera|seran) {_ADELANTADO}"
    r"|adelantad[oa]s? (?:para|al?|del?)\b|(?:moved|brought) (?:up|forward|ahead)\b)"
)
_FROM_TO = re.compile(
    MOVED.pattern
    + r"\w*,?\s(?:(?!para|for|to)\w+\s){0,2}?(?:from|desde|del?|on|el)\s+(?P<old>[^,;]{1,40}?(?:,\s\d{4})?),?"
    r"\s(?:to|until|till|al?|hasta|para)\s+(?P<new>.{1,80})"
)
# "La reunión, prevista para marzo, se realizará en abril": for when it was meant.
_MEANT = re.compile(
    r",\s*(?:originally|initially|originalmente|inicialmente|previst[oa]s?|programad[oa]s?|scheduled|planned)\b[^,]*,"
    r"|,?\s(?:en (?:lugar|vez) del?|instead of|rather than)\s[^,;]*?(?=[,;.]|$)",
    re.IGNORECASE,
)
PUT_OFF = re.compile(
    rf"(?:{MOVED.pattern}|\b(?:delay|retras|atras|demor|(?:pushed|moved|put|held|set) (?:off|back|over)))",
    re.IGNORECASE,
)  # what is late "until May" is held then, too
_UNTIL = re.compile(
    rf"(?P<moved>{PUT_OFF.pattern}[^\W\d_]*\s)(?:(?P<es>hasta)|until|till)(?=\s)"
    r"(?!\s(?:hoy|ahora|la fecha|now|today|este|esta|this)\b)",
    re.IGNORECASE,
)
_A_DAY = re.compile(rf"^(?:el |the )?\d|\b{words.MONTH}\b", re.IGNORECASE)
_ORDINAL = re.compile(
    r"(?:el |la |the )?(?:primer|segund|tercer|cuart|first|second|third|fourth"
    r"|[iv]{1,3}\b|[1-4](?:[oa]|er|st|nd|rd|th)\b)"
)
_PART = re.compile(
    rf"{_ORDINAL.pattern}[oa]?\W{{0,2}}\s?"
    r"(?:trimestre|semestre|bimestre|cuatrimestre|quincena|mitad|semana|quarter|half|fortnight|week)"
)
_A_MONTH = re.compile(rf"\d[/.-]\d|\b{words.MONTH}\b", re.IGNORECASE)


_WHEN = (
    r"(?:(?:el|la|los|las|the|mes de|dias?|early|late|mid|end of|principios de|mediados de|finales de|pasado"
    r"|proximo|next)[ -])"
    rf"{{0,3}}(?:\d|{words.MONTH}\b|primer|segund|tercer|ultim|first|second|third|fourth|last|fin de|semana"
    rf"|quincena|month|year"
    r"|week|quarter|mes|ano|trimestre|semestre)"
)
# "Quedó para mayo", "slipped to May": another day, and whether it is put off or late only beside the day it had.
_SLIPPED = re.compile(
    rf"\b(?:(?:se )?(?:qued|pas|dej)(?:o|a|amos|ara|aron)|(?:ha|hemos) (?:quedado|pasado|dejado)) (?:para"
    rf"|hasta) {_WHEN}"
    rf"|\b(?:pas|corri)(?:o|a|ara) al? {_WHEN}|\b(?:slip(?:s|ped)?|slid|slides) (?:back |out )?(?:to|into"
    rf"|until) {_WHEN}"
)
# "Pospuesta a partir del 1 de agosto": a first day, and no last
NOT_BEFORE = re.compile(
    r"\b(?:a partir del?|as from|starting(?: on| from)?)\s(?!ahora|hoy|now|today|la fecha)", re.IGNORECASE
)
_MEANT_FIRST = re.compile(
    r"(?:^\W{0,3}|,\s*|\()(?:(?:que )?(?:estaba|era|was|is)\s)?(?:originally |initially |originalmente "
    r"|inicialmente )?"
    r"(?:previst|programad|planead|fijad|scheduled|planned|due|meant|set)[oa]?s?\b[^,;:()]{2,60}[,:)]",
    re.IGNORECASE,
)


def without_meant(text: str) -> str:
    """Return words without for when it was meant once."""
    text = _MEANT_FIRST.sub(" ", text) if _SLIPPED.search(fold(text)) else text
    return _MEANT.sub(" ", text)


def slipped(status: Field, text: str, line: int) -> Doubt | None:
    """Return the state of what "quedó para mayo", to be asked: put off where its first day is told before it."""
    said = _SLIPPED.search(fold(text))
    if said is None:
        return None
    meant = _MEANT_FIRST.search(fold(text)[: said.start()])
    off = names_of_choices(status).get("pospuesta") if meant else None
    return Doubt(status.id, text, FROM_A_SENTENCE if off else NO_STATE, line, off, one_reading=off is not None)


def held_then(text: str) -> str:
    """Return words in which what is put off until May is held in it, not before its end."""
    if "til" not in text.lower() and "hasta" not in text.lower():
        return text
    return _UNTIL.sub(lambda found: found["moved"] + ("para" if found["es"] else "for"), text)


def put_off_to(date: Field, text: str, line: int, known: Known) -> Doubt | None:
    """Return the new date of "pospuesta del 3 de febrero al 24 de marzo", to be asked; None where no two are told.

    "Pospuesta del 4 al 8 de mayo" may be its new days, or the old day and the new: that is asked without a reading.
    """
    folded = fold(text)
    found = _FROM_TO.search(folded) if MOVED.search(folded) else None
    if found is None:
        return None
    parts = _ORDINAL.match(found["old"]) and _PART.match(found["new"])  # "del segundo al tercer trimestre"
    if not parts and not (_A_MONTH.search(found["new"]) and _A_DAY.search(found["old"])):
        return None
    new = text[found.start("new") :] if len(folded) == len(text) else found["new"]
    read = read_value(date, new, line, known) if parts or all(map(_A_MONTH.search, found.groups())) else None
    told = read.value if isinstance(read, FieldValue) and isinstance(read.value, Mapping) else {}
    proposal = told if told.get("end") else None
    return Doubt(date.id, text, OLD_AND_NEW, line, proposal, one_reading=proposal is not None)
