"""Reads a calendar text: the readings in it, their years, and what they mean together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise, takewhile

from mailbot.core.values import Window
from mailbot.core.windows import every as rhythm
from mailbot.core.windows import kinds
from mailbot.core.windows.atoms import UNREAD, Reader
from mailbot.core.windows.bounds import INSTEAD, Reading, reading_at
from mailbot.core.windows.signs import with_plain_signs
from mailbot.core.windows.slips import with_letters, without_slips
from mailbot.core.windows.together import Dated, together
from mailbot.core.windows.tokens import folded, tokens_of
from mailbot.core.windows.wrapped import unwrapped

MAXIMUM_TEXT = 4_000
_CUT = 80
_LONG = 80
_TWO_MONTHS = 59
_MONTH = 28  # days of the shortest
_REACH = 9  # tokens before a month
_ENDS = frozenset(". ; : \n".split(" "))
_NUMBERED = 8  # tokens of a letter's number
_LETTERS = frozenset("nota oficio carta circular memorandum note letter memo fax".split())
_PARTS = frozenset("quincena mediados mid-month fortnight".split())
_ORDINALS = frozenset(
    "primera 1ra 1a segunda 2da 2a tercera 3ra 3a cuarta 4ta 4a ultima"
    " first 1st second 2nd third 3rd fourth 4th last".split()
)
_PARTS_BEHIND = (
    (frozenset("semana week half mitad decena".split()), _ORDINALS),
    (frozenset("finales fines principios inicios comienzos".split()), frozenset({"a", "hacia"})),
)
_OR = frozenset({"o", "u", "or"})
_SAID_TWICE = re.compile(r"(?<=[a-z]) \(\d{1,2}\)(?= [a-z])")  # "cada dos (2) meses"
_INCLUSIVE = re.compile(
    r",? ?\(?\b(?:amb[oa]s|los dos|both)(?: dias?| days?)? (?:inclusive|inclusivos|incluid[oa]s|included)\)?,?"
)
SUPERSEDED = re.compile(
    r"[(\[](?:antes|anteriormente|originalmente|inicialmente|previamente|antes era|era|originally|previously|formerly"
    r"|before|was|initially|en (?:vez|lugar) del?|instead of)(?: programad[oa]| previst[oa]| planned| scheduled)?"
    r"(?::| (?!que\b|del?\b|the\b))[^()\[\]]{2,60}[)\]]"
    r"|^(?:[^.;\n]{0,60}\b)?(?:previst|programad|planificad|planead|originalmente|inicialmente|originally|planned"
    r"|scheduled)[^.;\n]{2,60}[,;.]? (?:y |and |pero |but )?(?=(?:(?:se|fue|was|has been|is|ha sido) ){0,2}"
    r"(?:pospus|pospues|aplaz|posterg|reprogram|traslad|postponed|moved|rescheduled|ahora|now)\w* (?:para|al|to|for)\b)"
)  # "22 de junio (antes: 15 de junio)", "Prevista para el 20 de marzo, se pospuso para el 17 de abril"
_PIECE = re.compile(r"[;\n]|(?<=\w\w\w)\.(?= [A-ZÁÉÍÓÚ¿¡\d])| / (?=[A-ZÁÉÍÓÚ][^/:;\n]{2,60}:)")
_LENGTH = {
    "day": 1,
    "week": 7,
    "2 weeks": 14,
    "month": 30,
    "2 months": 60,
    "3 months": 90,
    "4 months": 120,
    "6 months": 181,
}


def read(text: str, today: date) -> tuple[Window, ...]:
    """Return the windows a calendar text names, in order; one ``unknown`` where nothing is dated.

    ``today`` is the day of the document or message the text stands in.  Never raises.
    """
    lines = (" ".join(line.split()) for line in unicodedata.normalize("NFC", text[:MAXIMUM_TEXT]).splitlines())
    said = "\n".join(unwrapped(line for line in lines if line))
    flat = _INCLUSIVE.sub(lambda found: " " * len(found.group()), with_letters(folded(said)))
    if flat[:1] == "(" and flat.find(")") == len(flat) - 1:
        flat = f" {flat[1:-1]} "
    whole = len(said) if len(text) <= MAXIMUM_TEXT else len(said) - _CUT
    flat = SUPERSEDED.sub(lambda found: " " * len(found.group()), flat)
    reader = Reader(with_plain_signs(tokens_of(flat)), today, said)
    dated = together(reader, _readings(reader, whole)) if 1000 < today.year < 9000 else []
    flat = _SAID_TWICE.sub("", without_slips(flat.replace("\n", " ")))
    windows = _doubted(reader, flat, dated) or _windows(reader, flat, dated)
    return windows or (_undated(" ".join(said.split()), flat),)


def _readings(r: Reader, whole: int) -> list[Reading]:
    found: list[Reading] = []
    place = since = 0
    while place < len(r.tokens):
        reading = reading_at(r, place, since)
        if reading is None:
            place += 1
            continue
        whole_said = r.tokens[reading.end - 1].end <= whole
        if whole_said and not reading.first.silent and not _denied(r, reading, found):
            found.append(reading)
        place = since = reading.end
    return [each for each in found if not _is_of_a_letter(r, each)] or found


def _is_of_a_letter(r: Reader, reading: Reading) -> bool:
    """En atención a su nota No. 123/2011 del 4 de febrero de 2011: the day of a letter, where another is told."""
    here = r.skip_back(reading.start - 1, "de", "del", "fecha", "fechada", "of", "dated", "el", ",", "con")
    if here == reading.start - 1:
        return False
    words = (r.at(place) for place in range(here, max(here - _NUMBERED, -1), -1))
    return any(
        word in _LETTERS
        for word in takewhile(lambda word: word in _LETTERS or not word.isalpha() or len(word) < 4, words)
    )


def _denied(r: Reader, reading: Reading, before: Sequence[Reading]) -> bool:
    """No el 4 de mayo sino el 11 de mayo; el 11 de mayo y no el 4 de mayo: the other day is meant."""
    here = r.skip_back(reading.start - 1, "el", "los", "la", "the", "on", "en", "in", "es", "sera", "dia")
    if r.at(here) not in {"no", "not"} or reading.sign != "plain":
        return False
    joined = r.skip_back(here - 1, ",", "y", "and", "(")
    behind = (r.at(place) for place in range(reading.end, reading.end + _REACH))
    instead = any(word in INSTEAD for word in takewhile(lambda word: word not in _ENDS, behind))
    return instead or (bool(before) and joined == before[-1].end - 1)


def _said(r: Reader, each: Dated) -> str:
    return " ".join(r.said[r.tokens[each.start].start : r.tokens[each.end - 1].end].split())


def _doubted(r: Reader, flat: str, dated: Sequence[Dated]) -> tuple[Window, ...]:
    """Dates that changed, exceptions, seasons and fiscal years are asked as a whole."""
    if dated and (doubt := kinds.unsettled(flat, dated_once=all(map(_yearless_or_open, dated)))):
        return (Window("unknown", " ".join(r.said.split()), doubt=doubt, tentative=kinds.is_tentative(flat)),)
    changed = kinds.CHANGED.search(flat) and dated
    moved = kinds.MOVED.search(flat) and (len(dated) > 1 or any(each.ranged for each in dated))
    moved = moved and not (len(dated) == 1 and _moved_there(r, dated[0].start))
    longer = all(each.window.end is None or each.window.start is None or each.days > _LONG for each in dated)
    vague = dated and (kinds.SOME_PART.search(flat) or kinds.THEN_AGAIN.search(flat))
    unread = any(_part_unread(r, each, before) for before, each in pairwise((None, *dated)) if each)
    if changed or moved or vague or unread or (kinds.NOT_CALENDAR.search(flat) and longer):
        said = " ".join(r.said.split())
        return (Window("unknown", said, doubt=UNREAD, tentative=kinds.is_tentative(flat)),)
    return ()


def _part_unread(r: Reader, each: Dated, before: Dated | None) -> bool:
    """Tell whether a part of a month stands before a whole one, in words not understood: that is not the whole.

    "Primera quincena, según lo acordado, de agosto".
    """
    if each.days < _MONTH or each.days > _LONG:
        return False
    for place in range(each.start - 1, max(each.start - 1 - _REACH, before.end - 1 if before else -1), -1):
        word = r.at(place)
        if word in _ENDS:
            return False
        if word in _PARTS or any(word in words and r.at(place - 1) in ahead for words, ahead in _PARTS_BEHIND):
            return True
    return False


def _yearless_or_open(each: Dated) -> bool:
    return each.yearless or each.window.start is None or each.window.end is None or each.days > _LONG


def _moved_there(r: Reader, place: int) -> bool:
    """Tell "rescheduled for March 14-18" from "se pospone de marzo a mayo"."""
    return r.at(r.skip_back(place - 1, "el", "la", "los", "las", "the", "dia", "dias")) in {
        "for",
        "para",
        "=until",
        "to",
        "a",
        "al",
    }


def _windows(r: Reader, flat: str, dated: Sequence[Dated]) -> tuple[Window, ...]:
    if not dated:
        return ()
    every = rhythm.every_of(flat)
    whole = " ".join(r.said.split())
    if every and (every[1] or kinds.CONTINUOUS.search(flat)) and all(_dateless(each, every[0]) for each in dated):
        return (Window("recurring", whole, every=every[0] or None, tentative=kinds.is_tentative(flat)),)
    found = [
        replace(each.window, said=_said(r, each), tentative=unsure or _one_or_other(r, each))
        for each, unsure in zip(dated, _tentative(r, flat, dated), strict=True)
    ]
    if len(found) > 1:
        return tuple(found)
    window = replace(found[0], said=whole)
    if every and window.kind == "period" and (every[1] or _repeats(dated[0], every[0], flat)):
        return (replace(window, kind="recurring", every=every[0] or None),)
    going_on = window.kind == "period" and kinds.CONTINUOUS_OVER.match(flat)
    if going_on or (window.end is None and window.start is not None and kinds.CONTINUOUS.search(flat)):
        return (replace(window, kind="continuous"),)
    return (window,)


def _repeats(each: Dated, every: str, flat: str) -> bool:
    """Whether a stretch of months is too long for one: "reuniones mensuales de abril a diciembre"."""
    if each.ranged and each.days >= _TWO_MONTHS and every in {"day", "week", "2 weeks", "month"}:
        return True
    twice = 2 * _LENGTH.get(every, 10_000)
    return (each.ranged or each.whole_year) and each.days >= twice and rhythm.several(flat)


def _dateless(each: Dated, every: str) -> bool:
    """Whether the dates are those of any year ("en marzo de cada año"), or too short to recur in."""
    if each.window.start is None or each.window.end is None:
        return each.window.doubt is not None or (each.due and every == "year")
    if each.window.start == each.window.end:
        return True
    return (each.yearless and every in {"year", "meeting"}) or (
        each.days < 40 and every not in {"day", "week", "2 weeks"}
    )


def _tentative(r: Reader, flat: str, dated: Sequence[Dated]) -> list[bool]:
    """A "tentativo" counts for the dates of its own milestone; standing alone, for all."""
    if len(dated) == 1 or not kinds.is_tentative(flat):
        return [kinds.is_tentative(flat)] * len(dated)
    pieces = _pieces(r.said)
    owners = [[each for each in dated if start <= r.tokens[each.start].start < end] for start, end in pieces]
    unsure = [kinds.is_tentative(folded(r.said[start:end])) for start, end in pieces]
    if any(sure and not owned for sure, owned in zip(unsure, owners, strict=True)):
        return [True] * len(dated)
    return [any(sure and each in owned for sure, owned in zip(unsure, owners, strict=True)) for each in dated]


def _one_or_other(r: Reader, each: Dated) -> bool:
    """Tell "febrero o marzo de 2011", which is from the one to the other and not settled."""
    return each.window.kind == "period" and any(r.at(place) in _OR for place in range(each.start, each.end))


def _pieces(said: str) -> list[tuple[int, int]]:
    """Return where the milestones of a text begin and end: lines, semicolons, sentences."""
    ends = [*(match.end() for match in _PIECE.finditer(said)), len(said)]
    return list(zip([0, *ends[:-1]], ends, strict=True))


def _undated(said: str, flat: str) -> Window:
    tentative = kinds.is_tentative(flat)
    every = rhythm.every_of(flat)
    if rhythm.TWO_WAYS.search(flat):
        return Window("unknown", said, doubt=rhythm.TWO_RHYTHMS, tentative=tentative)
    if every is not None:
        return Window("recurring", said, every=every[0] or None, tentative=tentative)
    if kinds.CONTINUOUS.search(flat):
        return Window("continuous", said, tentative=tentative)
    if kinds.UNDECIDED.search(flat):
        return Window("undecided", said)  # there is no date to be tentative
    return Window("unknown", said, tentative=tentative)


def window_json(window: Window) -> dict[str, object]:
    """Return a window in the contracts' shape; ``every`` only for recurring ones."""
    document: dict[str, object] = {
        "start": window.start.isoformat() if window.start else None,
        "end": window.end.isoformat() if window.end else None,
        "kind": window.kind,
        "tentative": window.tentative,
        "said": window.said,
    }
    if window.kind == "recurring":
        document["every"] = window.every
    if window.doubt is not None:
        document["doubt"] = window.doubt.as_dict()
    return document


def as_json(windows: Sequence[Window]) -> dict[str, object]:
    """Return the document of ``mailbot when --json``: one window, or ``{"windows": […]}``."""
    if len(windows) == 1:
        return window_json(windows[0])
    return {"windows": [window_json(each) for each in windows]}
