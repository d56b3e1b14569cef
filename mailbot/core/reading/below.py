"""Answers typed within the quotation that nothing marks: announced above it, or under questions.

"Ver respuestas en azul abajo" says that they are there.  Numbered questions with other words under them, or
"R/" before these, show it by themselves: the questions are the letter's, what stands under them is
the sender's.  Where no questions are seen, letter and answers cannot be told apart without the letter
on record, so both count as words of the message; no form is read from them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.language import fold
from mailbot.core.values import Line

_ANNOUNCED = re.compile(
    r"\b(?:en|in) (?:color )?(?:azul|rojo|verde|negritas?|mayusculas|otro color|blue|red|green|bold|another colou?r)\b"
    r"|\b(?:intercalad|entre lineas|debajo de cada|bajo cada|in ?line\b|interspersed|(?:under|below|after) each"
    r"|(?:despues de|a continuacion de|al pie de|tras) cada)"
)
# Words of one's own may follow "my answers below:"; under questions of a quotation they are meant to stand there.
_HINTED = re.compile(
    r"\b(?:respuest|contest|respond|coment|observa|answer|respons|repl(?:y|ies)|comment|input|insumo)\w*\b[^.\n]{0,80}?"
    r"\b(?:abajo|debajo|a continuacion|mas adelante|despues de|seguid|below|beneath|underneath|following"
    r"|en (?:el|su) (?:mismo|texto|cuerpo|correo|mensaje)|in (?:the|your) (?:text|body|message|mail|e-mail))"
)
_FORM_FILLED = tuple(  # all of them in one sentence: "ver abajo el formulario ya completado con mis datos"; last, where
    re.compile(rf"\b(?:{words})\b")
    for words in (
        (
            r"formulario|formato|ficha|cuadro|tabla|datos|informacion|form|table|details|information|data"
            r"|(?:las dos|ambas|both|las) (?:versiones|mitades|partes|halves|versions|parts)"
        ),
        r"complet\w+|llen[aeo]\w*|actualiza\w+|correg\w+|corrig\w+|diligencia\w+|filled|updated|corrected|amended",
        (
            r"abajo|debajo|a continuacion|al pie|mas adelante|below|beneath|underneath|in ?line"
            r"|(?:en|sobre) (?:el|este|su)(?: mismo| propio)? (?:cuerpo|texto|correo|mensaje)"
            r"|in (?:the|your)(?: original)? (?:message|e-?mail|text)"
        ),
    )
)
_I_FILLED = re.compile(  # where it is not said where: "Formulario completado.", "lleno las dos versiones"
    r"\b(?:lleno|llene|llenamos|hemos (?:llenado|completado)|he (?:llenado|completado)|complet(?:o|e|amos|ad[oa])"
    r"|llenad[oa]|filled(?: in| out)?|completed)\b"
)
_NOT_FILLED = re.compile(
    r"\b(?:no|not|cannot|favor|please|sirvan?se|agradec\w+|podrian?|could|manana|luego|pronto|later|soon|enviare\w*"
    r"|remitire\w*|will)\b(?! (?:ver|encontrar|see|find|encuentren|hallar|vean))"
)
_NUMBER = re.compile(r"\s*(?:pregunta |question )?\(?(?:\d{1,2}|[ivx]{1,4}|[a-h])\s?[.):°-]{1,2}\s*", re.IGNORECASE)
_OPENS = re.compile(r"\s*¿")
_ANSWER_MARK = re.compile(
    r"\s*(?:R(?:ta|pta|esp)?\s?\.?\s?[/:)-]{1,2}|R\.[-–]|respuesta\s?[:.-]|answer\s?[:.-]|A\s?:)\s*", re.IGNORECASE
)
# Below the last answer our letter goes on: "Agradecemos su respuesta antes del 4 de marzo."
_OUTRO = re.compile(
    r"\b(?:su|sus|your|vuestra) (?:(?:pronta|valiosa|amable|kind|prompt|early) )?"
    r"(?:respuestas?|colaboracion|atencion|apoyo|aportes?|response|repl(?:y|ies)|answers?|cooperation|attention|support)\b"
)
_LONGEST = 2_000
_LONGEST_QUESTION = 5  # lines
_FEWEST = 2  # numbered questions with words under them, where nothing announces answers


def with_announced_answers(lines: tuple[Line, ...], text: str) -> tuple[Line, ...]:
    """Return the lines with unmarked quoted ones as new, coloured ones only where there are any."""
    if not _ANNOUNCED.search(fold(text[:_LONGEST])):
        return lines
    coloured = _places(lines, coloured=True)
    taken = coloured or _places(lines, coloured=False)
    return _as_new(lines, taken)


def with_answers_below(lines: tuple[Line, ...], text: str) -> tuple[Line, ...]:
    """Return the lines with answers under the questions of an unmarked quotation as new, or all that is announced."""
    coloured = _places(lines, coloured=True)
    if not coloured and (found := _under_questions(lines, text)):
        return _as_new(lines, found)
    return with_announced_answers(lines, text)


def with_announced_form(lines: tuple[Line, ...], text: str, *, attached: bool) -> tuple[Line, ...]:
    """Return the lines with the topmost quotation as new where the words above say that the form is filled in there.

    ``attached``: a file came with the message, so that it must be said that the form is below.
    """
    folded = (fold(each) for each in re.split(r"[.;!?]\s|\n\s*\n", text[:_LONGEST]))
    filled, where, told = _FORM_FILLED[:-1], _FORM_FILLED[-1], not attached and "?" not in text
    announced = (
        each
        for each in folded
        if all(words.search(each) for words in filled) and (where.search(each) or (told and _I_FILLED.search(each)))
    )
    if all(_NOT_FILLED.search(each) for each in announced):
        return lines
    found: list[int] = []
    for place, line in enumerate(lines):
        if line.label == "quote-header" and found:
            break
        found += [place] if line.label == "quoted" else []
    return _as_new(lines, frozenset(found))


def _as_new(lines: tuple[Line, ...], places: frozenset[int]) -> tuple[Line, ...]:
    return tuple(line.labelled("new") if place in places else line for place, line in enumerate(lines))


def _places(lines: Sequence[Line], *, coloured: bool) -> frozenset[int]:
    return frozenset(
        place
        for place, line in enumerate(lines)
        if line.label == "quoted" and ("coloured" in line.marks if coloured else line.depth == 0)
    )


def _under_questions(lines: Sequence[Line], text: str) -> frozenset[int]:
    """Return the places of what stands under the questions of the topmost unmarked quotation, empty for no answers."""
    quoted = _topmost(lines)
    marks = [place for place in quoted if _ANSWER_MARK.match(lines[place].text)]
    questions = _questions(lines, quoted)
    asked = frozenset(place for question in questions for place in question)
    if not asked:
        return frozenset()
    first = min(asked)
    last = max(asked)
    ends = (place for place in quoted if place > last + 1 and _OUTRO.search(fold(lines[place].text[:_LONGEST])))
    end = next(ends, len(lines))
    under = frozenset(place for place in quoted if first < place < end and place not in asked)
    starts = {question[-1] for question in questions}
    answered = sum(_next(quoted, end) in under for end in starts)
    folded = fold(text[:_LONGEST])
    announced = bool(_ANNOUNCED.search(folded) or _HINTED.search(folded))
    numbered = sum(bool(_NUMBER.match(lines[question[0]].text)) for question in questions)
    enough = announced or marks or min(answered, numbered) >= _FEWEST
    return under if answered and enough else frozenset()


def _topmost(lines: Sequence[Line]) -> list[int]:
    """Return the places of the unmarked quoted lines down to the next older header."""
    found: list[int] = []
    for place, line in enumerate(lines):
        if line.label == "quote-header" and found:
            break
        if line.label == "quoted" and line.depth == 0 and line.text.strip():
            found.append(place)
    return found


def _next(places: Sequence[int], place: int) -> int:
    return next((each for each in places if each > place), -1)


def _questions(lines: Sequence[Line], places: Sequence[int]) -> list[list[int]]:
    """Return the places of each question: from its number or "¿" to the line that ends with "?"."""
    found: list[list[int]] = []
    at = 0
    while at < len(places):
        text = lines[places[at]].text
        begins = _OPENS.match(text) or (_NUMBER.match(text) and not _ANSWER_MARK.match(text))
        size = _length(lines, places[at : at + _LONGEST_QUESTION]) if begins else 0
        if size:
            found.append(list(places[at : at + size]))
        at += max(size, 1)
    return found


def _length(lines: Sequence[Line], places: Sequence[int]) -> int:
    """How many lines a question takes, 0 where none ends with "?" before the next number."""
    for size, place in enumerate(places, 1):
        text = lines[place].text
        if size > 1 and (_NUMBER.match(text) or _ANSWER_MARK.match(text)):
            return 0
        if text.rstrip().endswith("?"):
            return size
    return 0
