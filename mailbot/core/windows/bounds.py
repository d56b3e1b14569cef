"""Readings: a span with what is said about it — until, before, after, from, from–to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from mailbot.core.values import Bilingual
from mailbot.core.windows import words as w
from mailbot.core.windows.atoms import DASH, EITHER, UNREAD, Reader, Span, doubtful, in_year
from mailbot.core.windows.lonely import bound_day
from mailbot.core.windows.relative import duration, from_today, shifted
from mailbot.core.windows.spans import span_at
from mailbot.core.windows.times import past_the_hour
from mailbot.core.windows.years import closing

DAY = timedelta(days=1)
ARTICLES = (
    "el la los las the dia dias mes meses de del fecha of en in on day days month months : lo al year-end que a"
).split()
_ENDING = frozenset(
    "finalizar finalice termine terminar concluir concluya acabe acabar culmine culminar cierre".split()
)
_STARTING = frozenset("iniciar inicie empiece empezar comience comenzar arranque".split())
_NO_BOUND_BEHIND = w.BEGIN | w.MIDDLE | w.END | {"menos", "=next"}  # "al" before one of these
_AT_AN_END = _ENDING | _STARTING
_EVENTS = frozenset(
    "reunion reuniones sesion meeting session conferencia conference taller workshop seminario "
    "seminar foro forum evento event"
    " grcm rcgm crm rcm cumbre summit encuentro asamblea assembly visita visit curso course".split()
)
INSTEAD = frozenset({"sino", "but"})
_LASTING = frozenset("por durante for during dura lasting duracion duration".split())
_MOVES = frozenset(
    "=moved adelanta adelanto adelantara adelantado adelantada pasa paso pasara pasaria corre corrio recorre recorrio "
    "movio mueve pasar".split()
)
# "Informe correspondiente al primer trimestre" is no deadline.
_REGARDING = frozenset("correspondiente correspondientes relativo relativa referente referentes equivalente".split())
_UNITS = frozenset(
    "dia dias semana semanas mes meses ano anos hora horas day days week weeks month months hours".split()
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one place of the text says: ``sign`` is plain, until, before, after or from; ``end`` the place after."""

    sign: str
    first: Span
    second: Span | None
    start: int
    end: int
    doubt: Bilingual | None = None


def reading_at(r: Reader, place: int, since: int) -> Reading | None:
    """Return the reading that begins at a place, or None; ``since`` is where the one before ended."""
    found = _signed(r, place) or _plain(r, place)
    if found is None or found.first.silent:
        return found
    return replace(found, doubt=found.doubt or _hazard(r, place, since))


def _signed(r: Reader, place: int) -> Reading | None:
    text = r.at(place)
    if text == "=between":
        return _between(r, place)
    if text in {"=before", "=after"}:
        return _beside(r, place, text[1:])
    if text in {"=until", "=latest"} or (text == "=in" and _from_here(r, place)):
        return _until(r, place)
    if text == "al" and r.at(place + 1) not in _NO_BOUND_BEHIND:
        return _to_that_day(r, place)
    if text == "beginning" and r.at(place + 1) not in {"of", "to", *DASH}:
        return _from(r, place)
    if text in {"=from", "from"}:
        found = _from(r, place)
        counted = found and (_long(r, found.end) or _counted_out(r, place))
        return replace(found, doubt=found.doubt or UNREAD) if found and counted else found
    return _within(r, place) if text == "=within" else None


def _counted_out(r: Reader, place: int) -> bool:
    """Dos semanas a partir del 3 de marzo: not "cada dos semanas a partir …"."""
    every = {"cada", "every", "each", "todos", "todas", "veces", "times", "por", "al", "a", "per"}
    return _counted(r, place) is not None and not every & {r.at(i) for i in range(place - 4, place)}


def _long(r: Reader, place: int) -> bool:
    """A partir del 3 de marzo, por dos semanas: the end is counted."""
    here = r.skip(place, ",", "y", "and", "(")
    return r.at(here) in _LASTING and duration(r, here + 1) is not None


def _from_here(r: Reader, place: int) -> bool:
    """Tell "de aquí a finales de junio", a deadline, from "de aquí a dos semanas"."""
    here = r.said[r.tokens[place].start : r.tokens[place].end].lower().startswith("de aqu")
    return here and duration(r, place + 1) is None


def _between(r: Reader, place: int) -> Reading | None:
    """Entre marzo y mayo; entre el 3 de marzo y el 7 de abril."""
    r.between = True
    try:
        found = span_at(r, r.skip(place + 1, *ARTICLES))
        if (
            found is None
            or found[0].ranged
            or found[0].doubt
            or r.at(found[1]) not in {"y", "e", "and", "al", "a", *DASH}
        ):
            return None if found is None else Reading("plain", found[0], None, place, found[1])
        second = span_at(r, r.skip(found[1] + 1, *ARTICLES))
    finally:
        r.between = False
    if second is None:  # "y la primera de mayo": its noun stands with the first
        return Reading("plain", found[0], None, place, found[1] + 1, UNREAD)
    return Reading("plain", found[0], second[0], place, second[1])


def _beside(r: Reader, place: int, sign: str) -> Reading | None:
    """Antes del 30 de enero, después de la reunión del 3 de marzo; "15 días antes del 3 de marzo" is asked."""
    timed = past_the_hour(r, place + 1)
    if timed > place + 1 and (span := span_at(r, timed)):
        # Before five o'clock of a day is that day still.
        return Reading("until" if sign == "before" else "from", span[0], None, place, span[1], _listed(span[0]))
    here = r.skip(place + 1, *ARTICLES, "to")
    here = here + 1 if r.at(here) == "se" and r.at(here + 1) in _AT_AN_END else here
    verb = r.at(here)
    if verb in _AT_AN_END:
        here = r.skip(here + 1, *ARTICLES)
    found = span_at(r, here) or (closing(r, here) if verb in _ENDING else None)
    found = found or (bound_day(r, place + 1) if sign == "before" else None)
    if found is None:
        event = _beside_event(r, place, here, sign)
        return replace(event, doubt=event.doubt or _counted(r, place)) if event else None
    doubt = UNREAD if sign == "before" and _formerly(r, place) else _counted(r, place)
    ended = sign == "before" and (verb in _ENDING or r.at(here) in w.END or r.at(here) == "year")
    doubt = doubt or _listed(found[0]) or _of_an_event(r, found)
    return Reading("until" if ended else sign, found[0], None, place, found[1], doubt)


def _formerly(r: Reader, place: int) -> bool:
    """Whether the day it was is named, not a bound: "5 de abril (antes 12 de abril)"."""
    said = r.said[r.tokens[place].start : r.tokens[place].end].lower()
    return said == "antes" and (r.at(place + 1)[:1].isdigit() or r.at(place + 1) == ":")


def _counted(r: Reader, place: int) -> Bilingual | None:
    """Fifteen days before a date is another date."""
    here = r.skip_back(place - 1, "y", "o", "or", "and")
    if r.at(place - 1) in w.WEEKDAYS and len(r.at(place - 1)) > 4:  # "the first Monday after April 10"
        return UNREAD
    return UNREAD if r.at(here) in _UNITS and r.at(here - 1) not in {"any", "cualquier"} else None


def _listed(span: Span) -> Bilingual | None:
    return UNREAD if span.more else None


def _of_an_event(r: Reader, found: tuple[Span, int]) -> Bilingual | None:
    """Before the November meeting: on which day of November it is, nobody said."""
    return UNREAD if r.at(found[1]) in _EVENTS and found[0].start != found[0].end else None


def _beside_event(r: Reader, place: int, here: int, sign: str) -> Reading | None:
    """Antes de la reunión del 3 de marzo: one day is a bound, a month is not."""
    if r.at(here) not in _EVENTS:
        return None
    for ahead in range(here + 1, here + 8):
        if r.at(ahead) in {"", ".", ";", ":"} or r.opens(ahead):
            return None
        found = span_at(r, ahead)
        if found is not None and not found[0].silent:
            one = found[0].start == found[0].end and not found[0].more
            return Reading(sign, found[0], None, place, found[1], None if one else UNREAD)
    return None


def _until(r: Reader, place: int) -> Reading | None:
    here = r.skip(place + 1, *ARTICLES, "close", "business", "cob", "eod", ",")
    verb = r.at(here) if r.at(place) == "=latest" else ""
    if verb in _ENDING:  # "a más tardar al finalizar el primer semestre"
        here = r.skip(here + 1, *ARTICLES)
    found = (
        span_at(r, here)
        or (closing(r, here) if verb in _ENDING else None)
        or span_at(r, past_the_hour(r, place + 1))
        or _deadline_for(r, place)
    )
    found = found or bound_day(r, place + 1)
    if found is None:
        return _beside_event(r, place, here, "until") or _in_so_long(r, place)
    said = r.said[r.tokens[place].start : r.tokens[place].end].lower()
    if r.at(place - 1) == "=moved" and said in {"hasta", "until", "till"} and found[0].doubt is None:
        return Reading("plain", found[0], None, place, found[1])  # "postponed until May": held in it
    ends = said in {"ends", "ends on", "due", "vence", "finaliza", "termina", "concluye"} or said.startswith("plazo")
    if ends and found[0].ranged:
        return Reading("plain", found[0], None, place, found[1])
    joined = _second(r, found)
    if joined is not None:
        return Reading("until", found[0], None, place, joined[1], UNREAD)
    return Reading("until", found[0], None, place, found[1], _listed(found[0]) or (UNREAD if found[0].ranged else None))


def _in_so_long(r: Reader, place: int) -> Reading | None:
    """A más tardar en 15 días; "Plazo: 15 días" does not say from when."""
    said = r.said[r.tokens[place].start : r.tokens[place].end].lower()
    return _within(r, place) if r.at(place) == "=latest" and said.endswith((" en", " than")) else None


def _deadline_for(r: Reader, place: int) -> tuple[Span, int] | None:
    """Fecha límite para insumos: 16 de enero; the deadline for comments is 30 January."""
    if r.at(place) != "=latest" or r.at(place + 1) not in {"para", "for", "de", "del", "of"}:
        return None
    for here in range(place + 2, place + 12):
        if r.at(here) in {":", "es", "is", "sera", "=until"} and not r.opens(here):
            return span_at(r, r.skip(here + 1, *ARTICLES))
        if not r.at(here).isalpha() or r.opens(here):
            return None
    return None


def _to_that_day(r: Reader, place: int) -> Reading | None:
    """Al 16 de enero is a deadline, "se pospone al 16 de enero" a day."""
    found = span_at(r, r.skip(place + 1, *ARTICLES, "cierre"))
    if found is None:
        return None
    moved = any(r.at(i) in _MOVES for i in range(max(0, place - 5), place)) or r.at(place - 1) in _REGARDING
    return Reading("plain" if moved else "until", found[0], None, place, found[1], _listed(found[0]))


def _from(r: Reader, place: int) -> Reading | None:
    """A partir de abril; desde marzo hasta mayo is from–to."""
    found = span_at(r, r.skip(place + 1, *ARTICLES))
    if found is None:
        return None
    second = _second(r, found)
    if second is not None:
        moved = (r.at(place - 1), r.at(place)) == ("=moved", "from")  # "postponed from 10 June to 8 July"
        if moved:
            return Reading("plain", second[0], None, place, second[1])
        return Reading("plain", found[0], second[0], place, second[1])
    if found[0].ranged:
        either = any(r.at(i) in {"o", "u", "or"} for i in range(place, found[1]))  # "a partir de mayo o junio"
        return Reading("plain", found[0], None, place, found[1], EITHER if either else None)
    end = found[1] + (r.at(found[1]) == "=onward")
    return Reading("from", found[0], None, place, end, _listed(found[0]))


def _within(r: Reader, place: int) -> Reading | None:
    """Within 15 days ends then; "within the first quarter" is that quarter."""
    found = duration(r, place + 1)
    if found is None:
        span = span_at(r, r.skip(place + 1, *ARTICLES))
        return Reading("plain", span[0], None, place, span[1]) if span else None
    unit, count, doubt, end = found
    end = from_today(r, end) or end
    if r.at(end) in {"of", "de", "del", "=after", "=from", "=before", "from", "contados"}:
        return Reading("until", doubtful(r.today, UNREAD), None, place, end)
    day = shifted(r.today, unit, count)
    return Reading("until", Span(day, day, doubt=doubt, said_year=True), None, place, end)


def _plain(r: Reader, place: int) -> Reading | None:
    """A span, or two joined: "X a Y", "X - Y", "X hasta Y"; "a más tardar", "en adelante" after it."""
    found = span_at(r, place)
    if found is None:
        return None
    span, here = found
    if span.silent:
        return Reading("plain", span, None, place, here)
    second = _second(r, found)
    if second is not None and span.whole_year and r.at(here) in DASH and _within_year(second[0], span):
        return Reading("plain", replace(in_year(second[0], span.start.year), said_year=True), None, place, second[1])
    if second is not None:
        doubt = UNREAD if span.ranged or span.more or second[0].ranged or second[0].more else None
        doubt = doubt or (UNREAD if second[0].whole_year and not span.whole_year else None)
        return Reading("plain", span, second[0], place, second[1], doubt)
    if r.at(here) in {"a", "al", "to", "=until", *DASH} and not r.opens(here) and _unread_end(r, here + 1):
        return Reading("plain", span, None, place, here + 1, UNREAD)
    after = r.skip(here, "(", ",")
    if r.at(after) == "=latest" and span_at(r, r.skip(after + 1, *ARTICLES)) is None:
        return Reading("until", replace(span), None, place, after + 1, _listed(span))
    if r.at(after) == "=onward":
        return Reading("from", span, None, place, after + 1, _listed(span))
    return Reading("plain", span, None, place, here, _outlasted(r, span, here))


def _outlasted(r: Reader, span: Span, place: int) -> Bilingual | None:
    """Abril de 2009, por tres meses; 14 May (2 days): it lasts longer than what was named."""
    here = r.skip(place, *", ; . ( y and con una with a se tendra".split())
    led = r.at(here) in _LASTING
    found = duration(r, r.skip(here, *_LASTING, "de", "of", ":")) if led or here > place else None
    if found is None or span.more or not (led or r.at(found[3]) in {"", ")", "."}):
        return None
    return UNREAD if (shifted(span.start, found[0], found[1]) - span.end).days > 1 else None


def _within_year(span: Span, year: Span) -> bool:
    """Whether a year only heads what stands behind its dash: "2009-T2"."""
    return not span.whole_year and (span.yearless or span.start.year == year.start.year == span.end.year)


def _unread_end(r: Reader, place: int) -> bool:
    """Whether a range ends in something without a date of its own: "de hoy al viernes", "a la fecha"."""
    text = r.at(r.skip(place, "el", "la", "the"))
    if text in w.WEEKDAYS or text in {"fecha", "date", "present", "presente", "actualidad", "now"}:
        return True
    led = r.at(place - 1) in {"al", "to"} or text != r.at(place)
    return led and _lonely_day(r, r.skip(place, "el", "la", "the"))


def _lonely_day(r: Reader, place: int) -> bool:
    """A day without its month ends the text or the clause: "del 30 de marzo al 3"."""
    return r.number(place) is not None and (r.at(place + 1) in {"", ".", ";", ")"} or r.opens(place + 1))


def _second(r: Reader, found: tuple[Span, int]) -> tuple[Span, int] | None:
    """Return the span a range ends with, after "a", "al", "hasta", a dash."""
    here = _past_an_aside(r, found[1])
    if found[0].doubt is UNREAD or r.at(here) not in {"a", "al", "=until", "to", *DASH} or r.opens(here):
        return None
    ahead = here + 1 if r.at(here + 1) not in {"al", "to", "=until"} else here + 2
    second = span_at(r, r.skip(ahead, "el", "la", "los", "the", "mes", "de", "dia", "del"))
    second = second or span_at(r, past_the_hour(r, ahead))
    return second if second and not second[0].silent else None


def _past_an_aside(r: Reader, place: int) -> int:
    """Return the place behind "(10:00 horas)" or ", 10:00 hrs.", the same place where no hour stands."""
    if r.at(place) not in {"(", ","}:
        return place
    after = past_the_hour(r, place + 1)
    return r.skip(after, ")", ".") if after > place + 1 else place


def _counted_from(r: Reader, place: int, since: int) -> bool:
    """Whether another date is counted from this one: "30 days before the Meeting, June 2009", "… (June 2009)"."""
    for here in range(place - 1, max(since - 1, place - 12), -1):
        if r.at(here) in {".", ";", ":"}:
            return False
        if r.at(here) in {"=before", "=after"}:
            aside = [r.at(i) for i in range(here, place) if r.at(i) in {"(", ")"}]
            return aside[-1:] == ["("] or _counted(r, here) is not None
        if r.opens(here):
            return False
    return False


def _happens_then(r: Reader, place: int) -> bool:
    """Tell "se espera concluir en mayo" from "al concluir mayo"."""
    after = r.at(place + 1)
    dated = after in {"en", "in", "on", "para", "al", "a"} or after.startswith("=")
    dated = dated or (after == "el" and r.at(place + 2).isdigit())
    return r.at(place) in _AT_AN_END and dated and r.at(place - 1) not in {"al", "de", "sin"}


def _ends_unread(r: Reader, place: int, since: int) -> bool:
    """Between Easter and June, from the signing to June: where it begins was not understood."""
    join = r.skip_back(place - 1, "el", "la", "los", "las", "the", "de", "del")
    opening = {"y": "=between", "and": "=between", "to": "=from", "a": "=from"}.get(r.at(join), "")
    before = range(join - 1, max(since - 1, join - 6), -1)
    near = [r.at(here) for here in before if not r.opens(here + 1)]
    return bool(opening) and (opening in near or (opening == "=from" and "from" in near))


def _once_done(r: Reader, place: int) -> bool:
    """Una vez concluido el taller de mayo: after it; not "una vez aprobado, en mayo"."""
    return (r.at(place - 1), r.at(place)) == ("una", "vez") and r.at(place + 2) in {"el", "la", "los", "las"}


def _hazard(r: Reader, place: int, since: int) -> Bilingual | None:
    """A "no", "excepto", "antes" shortly before, in the same clause, that was not understood."""
    if _counted_from(r, place, since) or _ends_unread(r, place, since):
        return UNREAD
    for here in range(place - 1, max(since - 1, place - 6), -1):
        text = r.at(here)
        if text in {".", ";", ":", ",", "(", ")"} | INSTEAD:
            return None
        said = r.said[r.tokens[here].start : r.tokens[here].end].lower()
        if said == "terminó":
            continue
        unread = text in {"=before", "=after"} or said in {"hasta", "until", "till"} or _once_done(r, here)
        if unread or (text in w.NOT | w.TURNS and not _happens_then(r, here) and r.at(here - 2) != "fecha"):
            return UNREAD
        if r.opens(here):
            return None
    return None
