"""Titles of activities in a sentence, "the training workshop", "la lista de cónsules", for those without code.

Only a noun for what activities are opens one, behind an article; it ends where its verb, a day or a place begins.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from mailbot.core.forms.activities.clauses import FINITE, NAME_ENDS, is_of_something_else
from mailbot.core.forms.activities.letters_activities import telling
from mailbot.core.forms.activities.mentions import flat
from mailbot.core.forms.activities.state_words import without_conditions, words_of_state
from mailbot.core.language import fold

_HEAD = (
    r"(?:taller(?:es)?|foro|lista(?:do)?|cuestionario|estudio|reunion|seminario|insumos|requisitos|memorandum"
    r"|actualizacion|curso"
    r"|guia|lineamientos|encuesta|directorio|campana|proyecto|comentarios|recopilacion|compilacion|borrador"
    r"|suscripcion"
    r"|establecimiento|creacion|sitio|informacion|conferencia|encuentro|capacitacion|elaboracion|diagnostico"
    r"|manual|mecanismo"
    r"|protocolo|buenas practicas|workshop|list|questionnaire|forum|study|meeting|seminar|inputs|requirements"
    r"|updating|update|course"
    r"|webinar|webinario|jornadas?|feria|pasantia|simposio|symposium|congreso|panel|videoconferencia|folletos?|brochures?"
    r"|cartilla|boletin|base de datos|intercambio|gira|visita|study tour|round ?table|mesa redonda"
    r"|guide|guidelines|survey|directory|campaign|project|comments|compilation|draft|signing|establishment|creation"
    r"|site|information|conference|training|mapping|toolkit|database|protocol|best practices|red consular)"
)
_ARTICLE = r"(?:(?<![\w-])(?:el|la|los|las|the|our|nuestr[oa]s?|(?<=\ba)l|del)\s)"
_OPENS = re.compile(
    rf"{_ARTICLE}(?P<title>(?:(?!(?:{FINITE}|que|which|that|de|of)\s)[^\W\d_][\w-]{{0,30}}\s){{0,4}}?{_HEAD})(?!\w)"
)
_STOPS = re.compile(
    rf"\s(?:que|which|who|cuy[oa]s?|ya|aun|todavia|still|now|also|both|tambien|not|no|y|e|and|como)\s(?:{FINITE}"
    rf"|(?:el|la|los|las|the|our)\s|\w+ing\b|no\b|[a-z]+(?:ed|emos|imos|amos)\b)"
    rf"|\s(?:que|which|who|cuy[oa]s?|ya|aun|todavia|still|now|ni|nor|apenas|vamos|va|van)\s|\s(?:lo|la|los"
    rf"|las)\s\w+mos\b|\s(?:{FINITE})(?=[\s.,;:]|$)|[.,;:(]|\s[–—-]\s"
)
_MOST_WORDS = 20
_MOST = 40  # titles of a sentence
_NO_TITLE = re.compile(
    r"\d|\b(?:de|del|of|en|in|on|para|for|con|with|y|and)$"
)  # cut short, or with a number of its own
_OF_PAPERS = re.compile(
    r"\b(?:contact\w*|participant\w*|informes?|reports?|avances?|progress|datos|data|solicitud|request|consulta|respuesta|answer"
    r"|recordatorio|reminder|invitacion|invitation|agenda|convocatoria)\b"
)
_GOVERNED = re.compile(
    r"\b(?:en|durante|in|during|at|de|of|for|para|a|to|por|by|with|con|ante|desde|since|after|tras|before)\s$"
)
_PARTS = re.compile(r"[.;:]\s")


_PROPER = re.compile(r"[A-ZÀ-Þ]\S+(?: \S+){2,15}")
_OF_ALL = re.compile(r"(?:conferencia|conference|reunion|meeting|grupo|group) (?:regional|del?|of|on|sobre)\b")


def is_proper(title: str) -> bool:
    """Tell whether words are the name of one activity: "Taller sobre Trata", not "reunión" or the group's own."""
    return _PROPER.fullmatch(title) is not None and _OF_ALL.match(fold(title)) is None


def titles_in(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield where titles stand in a sentence, without their articles."""
    folded, past = without_conditions(flat(sentence)), 0
    states = [each.start for each in words_of_state(folded)] if _OPENS.search(folded) else []
    for found in itertools.islice(_OPENS.finditer(folded), _MOST):
        start = found.start("title")
        if start < past:
            continue
        end = _end(sentence, folded, found.end("title"), states)
        words = sentence[start:end]
        before = _PARTS.split(folded[past:start])[-1] if past else ""
        if past and _GOVERNED.search(re.sub(r"(?:el|la|los|las|the|our|l)\s$", "", before)):
            continue
        if _NO_TITLE.search(words) or len(words.split()) == 1:
            continue
        if len(words.split()) <= _MOST_WORDS and not is_of_something_else(words):
            yield start, end
            past = end


def _end(sentence: str, folded: str, head: int, states: Sequence[int]) -> int:
    """Where the title ends whose first noun does at ``head``; ``states``: where words of states begin."""
    stop = _STOPS.search(folded, head)
    ends = NAME_ENDS.search(sentence, head)
    end = min(each.start() if each else len(sentence) for each in (stop, ends))
    end = next((each for each in states if head < each < end), end)
    return head + len(sentence[head:end].rstrip(" ,;:"))


def names_what_the_subject_does(title: str, subject: str) -> bool:
    """Tell whether all words of a subject stand in a title: "Guidelines" of "the regional guidelines for …"."""
    words = telling(subject)
    return bool(words) and words <= telling(title)


def is_title(words: str) -> bool:
    """Tell whether words are a title and nothing else: "Foro virtual sobre migración y salud"."""
    said = f"the {words.strip(' .')} "
    return not _OF_PAPERS.search(flat(words)) and next((end == len(said) - 1 for _, end in titles_in(said)), False)
