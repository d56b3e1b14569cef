"""How a request stands, in a participant's own words: not applicable, working on it, more time asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mailbot.core import windows
from mailbot.core.language import fold

_PATTERNS: Mapping[str, re.Pattern[str]] = {
    "extension": re.compile(
        r"\b(?:prorroga|(?:extender|ampliar|extension de|ampliacion de)l? (?:el )?plazo|(?:mas|mayor) (?:tiempo|plazo)"
        r"|extension|more time|additional time|extend the deadline)\b"
    ),
    "excused": re.compile(
        r"\b(?:no (?:nos )?aplica|no es aplicable|not applicable|(?:does not|doesn.t) apply)\b|^n/a\W*$"
    ),
    "working": re.compile(
        r"\b(?:(?:estamos )?trabaj(?:amos|ando|o) en (?:ello|eso|esto|la respuesta)|working on (?:it|this|our|the)"
        r"|(?:enviamos|enviaremos|remitimos|remitiremos|haremos llegar|mandamos|mandaremos|entregaremos|responderemos"
        r"|contestaremos|enviare|remitire|respondere|estaremos enviando|se enviara|se remitira)"
        r"|(?:we|i)(?: will|.ll| shall)(?: however)? (?:send|submit|reply|provide|revert|respond|answer))\b"
    ),
}
_ALREADY = re.compile(r"\b(?:ya (?:lo|la|los|las|se|le)?\s*\w+|already|previously)\b")
_REFUSED = re.compile(r"\b(?:no (?:necesitamos|requerimos|hace falta)|(?:do not|don.t|no) need|sin necesidad)\b")
_LAST = re.compile(r"\b(?:hasta|until|till|antes del?|before|by|para)\b")
_SENTENCES = re.compile(r"(?<=[.;!?])\s+|\n+")
_DAYS = (
    ("lunes", "monday"),
    ("martes", "tuesday"),
    ("miercoles", "wednesday"),
    ("jueves", "thursday"),
    ("viernes", "friday"),
    ("sabado", "saturday"),
    ("domingo", "sunday"),
)
_WEEKDAY = {name: number for number, names in enumerate(_DAYS) for name in names}
_NAMED_DAY = re.compile(rf"\b({'|'.join(_WEEKDAY)})\b")
_NEXT = re.compile(r"\b(?:proximo|next|siguiente|que viene)\b")
_NUMBERS = dict(zip("un una one a dos two tres three cuatro four".split(), (1, 1, 1, 1, 2, 2, 3, 3, 4, 4), strict=True))
_IN_A_WHILE = re.compile(
    rf"\b(?:en|in|within|dentro de) (\d{{1,2}}|{'|'.join(_NUMBERS)}) (dias?|days?|semanas?|weeks?)\b"
)
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Promise:
    """What was said of a request.

    ``kind``: extension, excused, working.  ``until`` the last day named, None when none or
    when it has two readings (``unclear``).  ``said`` are the words, ``name`` the sentence.
    """

    kind: str
    said: str
    until: date | None = None
    unclear: bool = False


def promise_in(text: str, today: date) -> Promise | None:
    """Return what a text says of the request it answers, None when nothing of the kind."""
    sentences = [each.strip() for each in _SENTENCES.split(text) if each.strip()][:40]
    for kind, pattern in _PATTERNS.items():
        for sentence in sentences:
            folded = fold(sentence[:_LONGEST])
            if pattern.search(folded) and not _ALREADY.search(folded) and not _REFUSED.search(folded):
                until, unclear = (None, False) if kind == "excused" else _until(sentence[:_LONGEST], today)
                return Promise(kind, sentence[:_LONGEST], until, unclear)
    return None


def _until(sentence: str, today: date) -> tuple[date | None, bool]:
    """Return the last day a sentence names and whether it cannot be told."""
    marks = list(_LAST.finditer(fold(sentence)))
    ending = sentence[marks[-1].start() :] if marks and len(fold(sentence)) == len(sentence) else sentence
    for words in dict.fromkeys((ending, sentence)):
        found = windows.read(words, today)
        if len(found) > 1 or found[0].doubt is not None:
            return None, True
        if found[0].end == today and _NAMED_DAY.search(fold(words)):
            break  # "until Monday", said on a Monday, is the next one
        if found[0].end is not None:
            return found[0].end, False
    return _soon(fold(sentence), today)


def _soon(folded: str, today: date) -> tuple[date | None, bool]:
    """Return the day of "until Friday" or "in two weeks"; "next Friday" may be two."""
    match = _IN_A_WHILE.search(folded)
    if match:
        count = int(match[1]) if match[1].isdigit() else _NUMBERS[match[1]]
        return today + timedelta(days=count * (7 if match[2][0] in "sw" else 1)), False
    day = _NAMED_DAY.search(folded)
    if day is None:
        return None, False
    if _NEXT.search(folded):
        return None, True
    return today + timedelta(days=(_WEEKDAY[day[1]] - today.weekday() - 1) % 7 + 1), False
