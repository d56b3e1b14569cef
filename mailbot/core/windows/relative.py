"""Spans said relative to today: "mañana", "la próxima semana", "dentro de 15 días", "next Monday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from mailbot.core.values import Bilingual
from mailbot.core.windows import words as w
from mailbot.core.windows.atoms import EITHER, UNREAD, Found, Reader, Span, doubtful, month_end
from mailbot.core.windows.lonely import numbered_weekday
from mailbot.core.windows.tense import verb_before

DAY = timedelta(days=1)
WORKING_DAYS = Bilingual(
    "los días hábiles dependen de los feriados; escriba la fecha",
    "working days depend on the holidays; write the date",
)
_UNIT_DAYS = {"dia": 1, "day": 1, "semana": 7, "week": 7, "quincena": 15, "fortnight": 14}
_UNIT_MONTHS = {"mes": 1, "month": 1, "ano": 12, "year": 12, "trimestre": 3, "semestre": 6, "quarter": 3}
_WEEKS = frozenset({"week", "weeks", "fortnight"})
_NOT_AFTER_A_DURATION = frozenset("de del of in en =before =after =from =until from desde to".split())


def relative(r: Reader, place: int) -> Found:
    """A day, week, month or year counted from today."""
    return _near_day(r, place) or _weekday(r, place) or _unit(r, place) or _distance(r, place)


def _one(r: Reader, days: int) -> Span:
    day = r.today + days * DAY
    return Span(day, day, said_year=True)


def _near_day(r: Reader, place: int) -> Found:
    text, after = r.at(place), r.at(place + 1)
    if text == "hoy" and after == "en" and _count(r.at(place + 2)) is not None:
        return doubtful(r.today, UNREAD), place + 3  # "de hoy en ocho" is seven days on, or eight
    if text == "hoy":
        return None if (after, r.at(place + 2)) == ("en", "dia") else (_one(r, 0), place + 1)
    if text in {"today", "tomorrow"} and (after in _WEEKS or r.at(place - 1) in _WEEKS):
        return doubtful(r.today, UNREAD), place + 1  # "tomorrow week", "a fortnight today"
    if text in {"today", "tomorrow", "ayer", "yesterday"}:
        days = {"today": 0, "tomorrow": 1}.get(text, -1)
        return None if after == "'" else (_one(r, days), place + 1)
    if text in {"pasado", "antes"} and after == "manana":
        return _one(r, 2), place + 2
    if text in {"anteayer", "antier"}:
        return _one(r, -2), place + 1
    if text == "day" and after in {"=after", "=before"} and r.at(place + 2) in {"tomorrow", "yesterday"}:
        return _one(r, 2 if after == "=after" else -2), place + 3
    day_of = (r.at(place - 2), r.at(place - 1)) == ("dia", "de")  # "el día de mañana", not "de la mañana"
    from_then = r.at(place - 1) == "de" and (r.at(place - 2) == "=from" or after in {"al", "a", "=until"})
    if text == "manana" and (day_of or from_then or r.at(place - 1) not in {"la", "de", "esta", "por", "cada"}):
        return _one(r, 1), place + 1
    return None


_OTHERS = frozenset("y and o or , a al to".split())  # "el lunes y el martes"


def _weekday(r: Reader, place: int) -> Found:
    """El próximo lunes, lunes próximo, este viernes, Friday next week, el viernes pasado; bare after "hasta"."""
    adjective = r.at(place) if r.at(place) in w.RELATIVE else ""
    here = place + bool(adjective)
    weekday = w.WEEKDAYS.get(r.at(here))
    if weekday is None or len(r.at(here)) < 5:
        return None
    after = here + 1
    if r.at(numbered := r.skip(after, "the", "el", "dia"))[:1].isdigit() and r.number(numbered) is not None:
        return numbered_weekday(r, here)  # "hasta el viernes 21", "el próximo viernes 21"
    if not adjective:
        week = _unit(r, r.skip(after, "de", "of", "la"))
        if week and week[0].end - week[0].start == 4 * DAY:
            day = week[0].start + weekday * DAY
            return Span(day, day, said_year=True), week[1]
        if r.at(after) in w.NEXT | w.PAST | {"ultimo"}:
            adjective, after = r.at(after), after + 1
    if adjective:
        return _near_weekday(r.today, weekday, adjective), after
    sign = r.skip_back(place - 1, "el", "the", "dia", "del", "de")
    bounded = r.at(sign) in {"=until", "=latest", "=before"}
    if bounded and r.at(sign - 1) in w.WEEKDAYS:
        return doubtful(r.today, UNREAD), after  # "desde el lunes hasta el viernes": of which week?
    if not bounded and sign < 0 and r.at(after) in {"", "."} and len(r.tokens) <= after + 1:
        return doubtful(r.today, EITHER), after  # "el viernes": the last, or the coming one?
    if bounded:
        return _near_weekday(r.today, weekday, "this"), after
    alone = r.at(place - 1) in {"el", "the", "on"} and r.at(place - 2) not in _OTHERS and _ends_there(r, after)
    verb = verb_before(r, place) if alone else ""  # "se envió el viernes", "we will send it on Friday"
    adjective = {"done": "pasado", "to come": "proximo"}.get(verb, "")
    return (_near_weekday(r.today, weekday, adjective), after) if adjective else None


def _ends_there(r: Reader, after: int) -> bool:
    """Whether no number, month or other bound stands behind a weekday."""
    text = r.at(after)
    if text in _OTHERS and text not in {"y", "and", "o", "or"}:
        return r.at(after + 1) not in w.WEEKDAYS  # "el lunes a la ST"
    return not (text.isdigit() or text.startswith("=") or text in w.MONTHS or text in {"de", "of", *_OTHERS})


def _near_weekday(today: date, weekday: int, adjective: str) -> Span:
    """English "next Friday" said on a Wednesday has two readings, "este lunes" said on a Wednesday too."""
    ahead = (weekday - today.weekday() - 1) % 7 + 1
    if adjective in w.PAST | {"ultimo"}:
        day = today - ((today.weekday() - weekday - 1) % 7 + 1) * DAY
        unsure = adjective == "last" and weekday < today.weekday()
    elif adjective in w.NEXT:
        day = today + ahead * DAY
        unsure = adjective == "next" and weekday > today.weekday()
    else:
        day = today + (weekday - today.weekday()) * DAY
        unsure = day < today
    return doubtful(day, EITHER) if unsure else Span(day, day, said_year=True)


def _unit(r: Reader, place: int) -> Found:
    """Esta semana, la próxima semana, el mes entrante, next year, semana en curso."""
    if r.at(place) == "fin" and r.at(place + 1) == "de" and r.at(place + 2) == "semana":
        return None
    if r.at(place + 1) == "fin" and r.at(place + 2) == "de" and r.at(place + 3) == "semana":
        span = _of_unit(r.today, "weekend", r.at(place))
        return (span, place + 4) if span else None
    unit = w.RELATIVE_UNITS.get(r.at(place + 1))
    if unit is not None:
        span = _of_unit(r.today, unit, r.at(place))
        return (replace(span, said_year=True), place + 2) if span else None
    unit = w.RELATIVE_UNITS.get(r.at(place))
    if unit is None:
        return _in_the_course(r, place)
    after = place + (2 if r.at(place + 1) == "=after" and r.at(place + 2) in w.NEXT else 1)
    if r.at(after) == "subsiguiente" or (after > place + 1 and r.at(after + 1) in {"", ",", ".", ";", ")"}):
        return unit_span(r.today, unit, 2), after + 1  # "the week after next"
    current = r.at(place + 1) == "en" and r.at(place + 2) == "curso"
    word, here = ("this", place + 3) if current else (r.at(place + 1), place + 2)
    if word in {"last", "coming", "this"} and not current:
        return None
    span = _of_unit(r.today, unit, word)
    return (replace(span, said_year=True), here) if span else None


def _in_the_course(r: Reader, place: int) -> Found:
    """En el transcurso de la semana, in the course of the month: of this one."""
    here = r.skip(place + 1, "de", "del", "of", "la", "el", "the")
    led = r.at(place) in {"transcurso", "curso", "course"} and r.at(place - 1) in {"el", "the"}
    unit = w.RELATIVE_UNITS.get(r.at(here)) if led else None
    if unit is None or here == place + 1 or r.at(here + 1) not in {"", ",", ".", ";", ")"}:
        return None
    return replace(unit_span(r.today, unit, 0), said_year=True), here + 1


def _of_unit(today: date, unit: str, adjective: str) -> Span | None:
    step = 0 if adjective in w.THIS else 1 if adjective in w.NEXT else -1 if adjective in w.PAST else None
    if step is None:
        return None
    if (adjective == "last" and unit in {"quarter", "semester"}) or (adjective == "next" and unit == "weekend"):
        return doubtful(today, EITHER)
    return unit_span(today, unit, step)


def unit_span(today: date, unit: str, step: int) -> Span:
    """Return this (0), the next (1) or the last (-1) week (Monday to Friday), fortnight, month, quarter … or year."""
    if unit in {"week", "weekend"}:
        monday = today + (7 * step - today.weekday()) * DAY
        first, last = (5, 6) if unit == "weekend" else (0, 4)
        return Span(monday + first * DAY, monday + last * DAY)
    if unit == "fortnight":
        return _fortnight(today.year * 24 + today.month * 2 - 2 + (today.day > 15) + step)
    size = {"month": 1, "quarter": 3, "semester": 6, "year": 12}[unit]
    first_month = ((today.year * 12 + today.month - 1) // size + step) * size
    last_month = first_month + size - 1
    start = date(first_month // 12, first_month % 12 + 1, 1)
    return Span(start, month_end(last_month // 12, last_month % 12 + 1), whole_year=unit == "year")


def _fortnight(index: int) -> Span:
    year, month, half = index // 24, index % 24 // 2 + 1, index % 2
    return Span(date(year, month, 16 if half else 1), month_end(year, month) if half else date(year, month, 15))


# --- So many days from today ---------------------------------------------------------------


def _distance(r: Reader, place: int) -> Found:
    """Dentro de 15 días, in two weeks, hace dos semanas, two weeks ago, en los próximos 15 días."""
    text = r.at(place)
    if text in {"=in", "in", "en"}:
        return _later(r, place + 1)
    if text == "=coming":
        found = duration(r, place + 1)
        if found is None:
            return None
        end = shifted(r.today, found[0], found[1])
        return replace(Span(r.today, end, said_year=True), doubt=found[2], ranged=True), found[3]
    if text == "hace":
        found = duration(r, place + 1)
        return (_past(r, found), found[3]) if found else None
    found = duration(r, place)
    if found and r.at(found[3]) == "ago-past":
        return _past(r, found), found[3] + 1
    after = from_today(r, found[3]) if found else None
    if found is None or after is None:
        return None
    during = r.at(r.skip_back(place - 1, "los", "the")) in {"durante", "por", "for", "during", "every", "cada"}
    return (doubtful(r.today, UNREAD) if during else _at(r, found, 1)), after


def _past(r: Reader, found: Duration) -> Span:
    """So long ago; years are told of no day: "fue hace 11 años"."""
    span = _at(r, found, -1)
    return replace(span, silent=True) if found[0] in {"ano", "year"} and found[1] > 1 else span


def from_today(r: Reader, place: int) -> int | None:
    """Return the place after "from today", "from now", "a partir de hoy", "contados desde hoy"."""
    here = r.skip(place, "contados", "counted", "calendario", "naturales")
    if r.at(here) not in {"from", "=from"}:
        return None
    here = r.skip(here + 1, "de", "del", "dia", "el", "la", "the")
    if r.at(here) in {"hoy", "today", "now"}:
        return here + 1
    return here + 1 if r.at(here) == "fecha" and r.at(here + 1) in {"", ".", ",", ";", ")"} else None


def _later(r: Reader, place: int) -> Found:
    found = duration(r, place)
    if found is None:
        return None
    here = found[3]
    after = from_today(r, here)
    if after is not None:
        return _at(r, found, 1), after
    if r.at(here) in _NOT_AFTER_A_DURATION:
        return doubtful(r.today, UNREAD), here
    return _at(r, found, 1), here


def _count(text: str) -> int | None:
    return int(text) if text.isdigit() and len(text) <= 3 else w.NUMBERS.get(text) or w.TENS.get(text)


Duration = tuple[str, int, Bilingual | None, int]


def duration(r: Reader, place: int) -> Duration | None:
    """Return (unit, count, doubt, next place) of "15 días", "two weeks", "10 working days"."""
    here = r.skip(place, "the", "next", "los", "las", "proximos", "proximas", "unos", "unas")
    text = r.at(here)
    count = _count(text)
    if count is None:
        return None
    here += 1
    working = r.at(here) in w.WORKING
    here += working or r.at(here) in w.CALENDAR
    unit = r.at(here)
    unit = unit if unit in _UNIT_DAYS or unit in _UNIT_MONTHS else unit.removesuffix("s")
    unit = "mes" if unit == "mese" else unit
    if unit not in _UNIT_DAYS and unit not in _UNIT_MONTHS:
        return None
    working = working or r.at(here + 1) in w.WORKING
    here += 1 + (r.at(here + 1) in w.WORKING | w.CALENDAR)
    return unit, count, WORKING_DAYS if working else None, here


def _at(r: Reader, found: Duration, sign: int) -> Span:
    day = shifted(r.today, found[0], sign * found[1])
    return Span(day, day, doubt=found[2], said_year=True)


def shifted(today: date, unit: str, count: int) -> date:
    """Return today moved by so many units; the last day of a shorter month."""
    try:
        if unit in _UNIT_DAYS:
            return today + count * _UNIT_DAYS[unit] * DAY
        months = today.year * 12 + today.month - 1 + count * _UNIT_MONTHS[unit]
        last = month_end(months // 12, months % 12 + 1)
        return last.replace(day=min(today.day, last.day))
    except (ValueError, OverflowError):
        return date.max if count > 0 else date.min
