"""Dates and windows beside a label."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from functools import lru_cache

from babel.dates import format_date

from mailbot.core import windows
from mailbot.core.values import Bilingual, Doubt, Field, FieldValue, Known

_DAY_AND_MONTH = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}(?![\d/])")


def read(_field: Field, words: str, line: int, known: Known) -> FieldValue | Doubt:
    """A day or window → its JSON shape; undated words and two readings are doubts."""
    found = windows.read(words, known.today)
    if _DAY_AND_MONTH.fullmatch(words):  # beside a label it is no fraction
        found = tuple(replace(each, said=words) for each in windows.read(f"el {words}", known.today))
    if len(found) > 1 or (found[0].kind == "day" and len(_DAY_AND_MONTH.findall(words)) > 1):  # 26/03 y 27/03
        why = Bilingual("hay más de una fecha", "there is more than one date")
        return Doubt("", words, why, line)
    window = found[0]
    if window.doubt is not None:
        return Doubt("", words, window.doubt, line)
    if window.kind == "unknown":
        why = Bilingual("no encontramos una fecha", "we found no date")
        return Doubt("", words, why, line)
    document = windows.window_json(window)
    exact = window.kind == "day" and words == document["start"]
    return FieldValue(document, words, line, "exact" if exact else "normalised")


@lru_cache(maxsize=2048)
def _day(iso: str, tongue: str) -> str:
    day = dt.date.fromisoformat(iso)
    pattern = "d 'de' MMMM 'de' y" if tongue == "es" else "d MMMM y"
    return str(format_date(day, pattern, locale=tongue))


_KINDS = {
    "continuous": Bilingual("continuo", "continuous"),
    "undecided": Bilingual("por definir", "to be decided"),
    "recurring": Bilingual("periódico", "recurring"),
    "unknown": Bilingual("sin fecha", "undated"),
}


def show(_field: Field, canonical: object) -> Bilingual:
    """A window in words in both languages."""
    if not isinstance(canonical, dict):
        return Bilingual(str(canonical), str(canonical))
    start, end = canonical.get("start"), canonical.get("end")
    if start and start == end:
        words = Bilingual(_day(start, "es"), _day(start, "en"))
    elif start and end:
        words = Bilingual(f"del {_day(start, 'es')} al {_day(end, 'es')}", f"{_day(start, 'en')} to {_day(end, 'en')}")
    elif end:
        words = Bilingual(f"hasta el {_day(end, 'es')}", f"until {_day(end, 'en')}")
    elif start:
        words = Bilingual(f"desde el {_day(start, 'es')}", f"from {_day(start, 'en')}")
    else:
        words = _KINDS.get(str(canonical.get("kind")), _KINDS["unknown"])
    if canonical.get("tentative"):
        return Bilingual(f"{words.es} (tentativo)", f"{words.en} (tentative)")
    return words
