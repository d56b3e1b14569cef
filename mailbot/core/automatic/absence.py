"""The last day of an absence, from the words of an out-of-office reply."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from mailbot.core import language, windows
from mailbot.core.automatic.foreign_days import in_spanish
from mailbot.core.automatic.look import Look
from mailbot.core.language import fold

MAXIMUM_SENTENCES = 30
LONGEST_SILENCE = dt.timedelta(days=60)  # after which one letter asks again, and the program answers again
_LONGEST = dt.timedelta(days=366)
_RETURN = re.compile(
    r"\b(regres\w*|retorn\w*|vuelv\w*|volver\w*|reincorpor\w*|return\w*|back|retour\w*|reprend\w*|de (?:volta|vuelta)"
    r"|voltar\w*|reanud\w*|re-?open\w*|reabr\w*)\b"
)
_UNTIL = re.compile(r"\b(hasta|until|through|till|inclusive|jusqu'\w*|ate)\b")
_RANGE = re.compile(
    r"\b(?:del?(?= (?:\w+ ){0,2}\d| (?:lunes|martes|mier|juev|viern|sab|dom))|from|desde|between|entre|du)\b"
    r".{1,40}\b(?:(?:al?|to|and|y|au)(?= (?:[\w,]+ ){0,2}\d| (?:\w+ )?(?:lunes|martes|mier|juev|viern|sab|dom)"
    r"|.{0,12}day\b)|hasta|through|until)\b"
)
_BACK = re.compile(
    r"\b(?:y|e|and|et|con|with)?[ ,;]*(?:(?:I|me|estar[eé]|will|won't|not|no|be|de) )*" + _RETURN.pattern,
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(
    rf"\b(?:not|no|won't|nao|ne)(?: \w+){{0,2}} {_RETURN.pattern}.{{0,30}}?\b(?:hasta|until|till|avant|ate)\b"
)
_DIGIT = re.compile(r"\d")
# A seminar of March says nothing of the writer, unless they are there.
_EVENT = re.compile(
    r"\b(seminari\w+|taller(?:es)?|workshop|conferenc\w+|reunion(?:es)?|meeting|cumbre|summit|foro|forum|inscripcion\w*"
    r"|registration|deadline|fecha limite|plazo|takes place|se (?:realizara|celebrara|llevara)|will be held)\b"
)
_AWAY = re.compile(
    r"\b(out|away|on leave|absen\w+|ausen\w+|vacat\w+|vacacion\w*|holidays?|travel\w*|attend\w*|fuera|licencia|permiso"
    r"|viaj\w+|mision|comision|asist\w+|particip\w+|estare|encontrare|cerrad\w+|closed|conge)\b"
)
_REPLIES = re.compile(
    r"\b(?:respond|contest|atend)er[eé]\b|\b(?:respond|reply|answer|get back) (?:to )?(?:you|all|on)\b"
)
_NUMERIC = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b")
_DAY_MONTH = re.compile(r"\b(\d{1,2})/(\d{1,2})(?![/\d])")
_SENTENCE = re.compile(r"(?<=[a-z0-9)\]][.!?])\s+(?=[A-ZÁÉÍÓÚ¡¿])")
_MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "lunes monday lundi",
            "martes tuesday mardi",
            "miercoles wednesday mercredi",
            "jueves thursday jeudi",
            "viernes friday vendredi",
            "sabado saturday samedi",
            "domingo sunday dimanche",
        )
    )
    for name in names.split()
}
_WEEKDAY = re.compile(
    r"\b(?:until|hasta|back|return\w*|regres\w*|vuelv\w*|volver\w*|reincorpor\w*)\b(?: \w+){0,4}? (?:el "
    r"|on |the |este |next |proximo )*(" + "|".join(_WEEKDAYS) + r")\b"
)


def until_at_most(until: dt.date, today: dt.date) -> dt.date:
    """Return the last day on which reminders wait: nobody is silenced for longer than 60 days by one mail."""
    return min(until, today + LONGEST_SILENCE)


def away_until(look: Look) -> dt.date | None:
    """Return the last day of absence: the latest date in the sender's own words.

    "I return on the 10th" is away until the 9th.  None without a Date: or a date at most a year
    ahead: no date rather than a wrong one.
    """
    if look.message.date is None or look.message.date.year >= dt.MAXYEAR - 1:
        return None
    base = look.message.date.date()
    found = [day for clauses in _sentences(look) for day in _last_of(clauses, base)]
    return max(found, default=None)


def _last_of(clauses: tuple[str, ...], base: dt.date) -> Iterator[dt.date]:
    """The days of a sentence; of "closed on 23 December, reopen on 4 January" none behind the one of the return."""
    days = [[day for day in _days(clause, base) if base <= day <= base + _LONGEST] for clause in clauses]
    last = max(days[-1], default=None)
    yield from (day for one in days for day in one if last is None or day <= last)


def _sentences(look: Look) -> Iterator[tuple[str, ...]]:
    text = " ".join(look.written)[:6000]
    spanish = language.detect(text) != "en"
    for sentence in _SENTENCE.split(text)[:MAXIMUM_SENTENCES]:
        clauses = _away_and_back(in_spanish(sentence))
        yield tuple(map(_spelt, clauses)) if spanish else clauses


def _away_and_back(sentence: str) -> tuple[str, ...]:
    """Part "fuera del 7 al 18 de diciembre y regreso el 21": each half has days of its own."""
    back = _BACK.search(sentence)
    if back is None or not _DIGIT.search(sentence, back.end()) or not _DIGIT.search(sentence[: back.start()]):
        return (sentence,)
    return sentence[: back.start()], sentence[back.start() :]


def _spelt(sentence: str) -> str:
    """Numbers as dates day first, as every country of the group but the United States writes."""
    sentence = _NUMERIC.sub(lambda m: _words(m[0], m[1], m[2], m[3]), sentence)
    return _DAY_MONTH.sub(lambda m: _words(m[0], m[1], m[2], ""), sentence)


def _words(said: str, day: str, month: str, year: str) -> str:
    if not 1 <= int(month) <= 12 or not 1 <= int(day) <= 31:
        return said
    full = f" de 20{year}" if len(year) == 2 else f" de {year}" if year else ""
    return f"{int(day)} de {_MONTHS[int(month) - 1]}{full}"


def _days(sentence: str, base: dt.date) -> Iterator[dt.date]:
    """The last day each window of a sentence leaves the writer away."""
    folded = fold(sentence)
    if _EVENT.search(folded) and not _AWAY.search(folded) and not _RETURN.search(folded):
        return
    back = _RETURN.search(folded) or (_REPLIES.search(folded) and not _AWAY.search(folded))
    returns = bool(back) and not _UNTIL.search(folded) and not _RANGE.search(folded)
    not_before = _NOT_BEFORE.search(folded)
    if not_before:  # "will not be back until the 20th"
        returns, sentence = True, folded[not_before.end() :]
    dated = False
    for window in windows.read(sentence, base):
        if window.doubt is None and window.kind in {"day", "period"} and (window.end or window.start):
            dated = True
            first, last = window.start or window.end, window.end or window.start
            if returns and first is not None:
                yield first - dt.timedelta(days=1)
            elif last is not None and (window.end or returns):
                yield last
    weekday = None if dated else _WEEKDAY.search(folded)
    if weekday:
        ahead = (_WEEKDAYS[weekday[1]] - base.weekday() - 1) % 7 + 1
        yield base + dt.timedelta(days=ahead - (1 if returns else 0))
