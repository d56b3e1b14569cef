"""Whether a message lays out an activity of its own as a proposal, however it says so.

"Honduras somete a su consideración lo siguiente:" over "Título: …" and "Objetivo: …" is no report of progress:
that names an activity by its code or tells its state.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from mailbot.core.language import fold

_MOST_TEXT = 20_000  # characters
_MOST_LINES = 10  # of such a paragraph
_LONGEST = 400  # characters of a line or a paragraph that are looked at
_SIGN = r"\s{0,3}(?:[:.=|\t–-]|$)"
_NAMED = r"(?: (?:de|of))?(?: (?:la|el|the))?(?: (?:nueva|new))?"
_TITLE = re.compile(
    rf"(?:(?:titulo|title)|(?:nombre|titulo|name|title){_NAMED}"
    r" (?:actividad|proyecto|propuesta|iniciativa|activity|project|proposal|initiative)"
    r"|(?:nueva )?actividad(?: propuesta| nueva)?|(?:new |proposed )?activity|propuesta|proposal)" + _SIGN
)
_CODED = re.compile(r".{0,6}\b[a-z]{1,6}\d{0,4}-?\d")
_AIM = re.compile(
    r"(?:objetivos?|metas?|proposito|justificacion|(?:resultado|producto)s? esperados?|objectives?|goals?|targets?|aim"
    r"|purpose|rationale|expected (?:results?|outputs?))(?: (?:general|especifico|principal)(?:es|s)?)?" + _SIGN
)
_STATE = re.compile(
    r"(?:estado|estatus|status|situacion|cumplimiento|avance|state|progress|% de avance|porcentaje|completion)"
    r"(?: (?:actual|de|of|%)[a-z ]{0,25}|\s?\(%\))?" + _SIGN
)
_PERSON = re.compile(
    r"(?:nombres?|name|(?:nombre completo|nombres? y apellidos?|full name)|cargo|puesto|position|job title)" + _SIGN
)
_LABELLED = re.compile(r"[^\W\d_][\w ./()-]{1,40}:\s*\S")
_PROPOSES = re.compile(
    r"\b(?:propuestas?|proposals?|propon(?:e|en|er|emos|go|iendo|dria|driamos)|proposes?|proposing"
    r"|plante(?:a|an|o|amos|ar)|sugier(?:e|en|o)|suger(?:imos|ir|encias?)|suggest(?:s|ing|ions?)?"
    r"|somet\w{1,6} (?:a|for|to)\b|submits? (?:for|to)\b|(?:incorporar|incluir|agregar|anadir|sumar) (?:al|en el)"
    r" (?:plan|programa)\b|(?:add|include) (?:to|in) the (?:work )?(?:plan|programme|program)\b)"
)
# "La fecha propuesta", "propuesta de agenda", "su propuesta": of another thing, or somebody else's.
_OTHER = re.compile(
    r"\b(?:avances?|informes?|reporte|estado de|fechas?|calendario|agenda|prorroga|plazo|redaccion|parrafo|texto"
    r"|borrador|punto focal|contacto|enlace|participantes?|candidat\w+|delegad\w+|sede|cambios?|reprogram\w+"
    r"|pospon\w+|aplaz\w+|modific\w+|enmiendas?|progress|report|status|dates?|calendar|schedule|extension|deadline"
    r"|wording|paragraph|text|draft|focal point|contact|nominee|delegate|venue|changes?|postpon\w+|reschedul\w+"
    r"|amend\w+|su propuesta|your proposal|(?:apoy|agradec|recib|support|thank)\w*)\b"
)


_OF_THE_PROGRAMME = re.compile(
    r"\b(?:work ?(?:programme|program|plan)|(?:programa|plan) (?:anual )?de (?:trabajo|actividades|accion)"
    r"|action plan)\b"
)
_REPORTS = re.compile(
    r"\b(?:reports?|reporting|reportar?|reportamos|inform(?:ar?(?:les?)?|amos|o|e)?|comunic(?:ar?(?:les?)?|amos|o)"
    r"|detallar?|detallamos|compart(?:ir|imos|o)|advise|update)\b"
    r"[^.:;]{0,60}\b(?:following|siguiente|status|progress|state|estado|avances?|situacion|cumplimiento)\b"
    r"[^.:;]{0,60}:\s*$"
)
_ASKS_OR_THANKS = re.compile(
    r"\b(?:gracias|agradec\w+|thank\w*|please(?!,? (?:find|see)\b)|kindly|favor|solicit\w+|requests?|pid\w+)\b"
)


@dataclass(frozen=True, slots=True)
class _Activity:
    """The labels of one activity: the words above them, and what they tell.

    ``known``: a code of ours or a state; ``aimed``: what it is for.
    """

    above: str
    known: bool
    aimed: bool
    of_a_person: bool


def lays_out_a_proposal(text: str, subject: str) -> bool:
    """Tell whether an activity without code and state stands below words that propose, or under such a subject."""
    told = [each for each in _activities(text) if not each.known and not each.of_a_person]
    return any(_proposes(each.above) for each in told) or (bool(told) and _proposes(fold(subject)))


def is_report(text: str) -> bool:
    """Tell whether all activities that have labels are told by a code of ours or with a state, and none with an aim."""
    told = _activities(text)
    return bool(told) and all(each.known and not each.aimed for each in told)


def announces_a_report(text: str, subject: str) -> bool:
    """Tell whether words such as "I am pleased to report the following:" stand under a subject of the programme."""
    about = fold(subject[:_LONGEST])
    if not is_of_the_programme(about) or proposes(about):
        return False
    leads = (line for line in text[:_MOST_TEXT].split("\n") if line.rstrip().endswith(":"))
    said = (fold(line[-_LONGEST:]) for line in leads)
    return any(_REPORTS.search(line) and not asks_or_thanks(line) for line in said)


def is_of_the_programme(subject: str) -> bool:
    """Tell whether a subject, folded, speaks of the work programme."""
    return _OF_THE_PROGRAMME.search(subject) is not None


def proposes(words: str) -> bool:
    """Tell whether a subject or a line, folded, speaks of a proposal, whoever makes it."""
    return _PROPOSES.search(words) is not None


def asks_or_thanks(line: str) -> bool:
    """Tell whether a line, folded, asks for something or thanks for it; "please find below" gives."""
    return _ASKS_OR_THANKS.search(line) is not None


def has_an_aim(text: str) -> bool:
    """Tell whether an activity without code and state is described with what it is for, as no report does."""
    told = _activities(text)
    return any(each.aimed for each in told) and not any(each.known for each in told)


@lru_cache(maxsize=4)  # asked several times of one message
def _activities(text: str) -> tuple[_Activity, ...]:
    lines = [fold(line[:_LONGEST]).strip(" \t>*_•-–—") for line in text[:_MOST_TEXT].split("\n")]
    titles = [place for place, line in enumerate(lines) if _TITLE.match(line)]
    firsts = [_first_label(lines, titles[0]), *titles[1:]] if titles else []
    ends = [*firsts[1:], len(lines)] if titles else []
    return tuple([_activity(lines, *each) for each in zip(titles, firsts, ends, strict=True)])


def _activity(lines: Sequence[str], title: int, first: int, end: int) -> _Activity:
    labels, found = lines[first:end], _TITLE.match(lines[title])
    coded = found is not None and _CODED.match(lines[title], found.end()) is not None
    return _Activity(
        " ".join(_paragraph_above(lines, first))[-_LONGEST:],
        coded or any(_STATE.match(each) for each in labels),
        any(_AIM.match(each) for each in labels),
        any(_PERSON.match(each) for each in labels),
    )


def _first_label(lines: Sequence[str], title: int) -> int:
    """Where the labels begin that a title is one of."""
    first = title
    while first and (not lines[first - 1] or _LABELLED.match(lines[first - 1])):
        first -= 1
    return first


def _paragraph_above(lines: Sequence[str], first: int) -> Sequence[str]:
    """The lines above labels, with no blank one between."""
    end = first
    while end and not lines[end - 1]:
        end -= 1
    start = end
    while start and lines[start - 1] and end - start < _MOST_LINES:
        start -= 1
    return lines[start:end]


def _proposes(words: str) -> bool:
    return _PROPOSES.search(words) is not None and _OTHER.search(words) is None
