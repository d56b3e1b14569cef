"""When: the window of a calendar text, entries that are milestones, the period around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from mailbot.core import windows
from mailbot.core.programme import actors as who
from mailbot.core.programme.actors import Actors
from mailbot.core.programme.items import Item, cut, says_when, sentence_join, sentences
from mailbot.core.programme.shapes import texts_of_one_day
from mailbot.core.programme.values import Draft
from mailbot.core.values import Bilingual, Window

EXCEL_BEGINS = date(1899, 12, 30)
_NUMBERS = re.compile(r"(\d{5})(?: – (\d{5}))?")
FIRST_NUMBER, LAST_NUMBER = 36_526, 55_153  # 2000 to 2050


@dataclass(frozen=True, slots=True)
class Days:
    """The day a paper's dates are read from, and the day it was adopted, if it says so."""

    today: date
    adopted: date | None


def window_of(calendar: str, title: str, days: Days) -> tuple[Window, Bilingual | None]:
    """Return the window of a calendar text, and a doubt instead of dates when it has two readings.

    What is permanent or only has an end begins on the day of adoption; "permanente" for
    something done "periódicamente" recurs.
    """
    if not calendar:
        return Window("undated", ""), None
    found = _agreed(calendar, days.today)
    if len(found) > 1:
        said = " / ".join(each.said for each in found)
        words = Bilingual(f"dos fechas: {said}; diga cuál vale", f"two dates: {said}; say which one holds")
        return Window("undated", calendar), words
    window = found[0]
    numbers = _day_numbers(calendar)
    if numbers:
        return Window("undated", calendar), _is_number(calendar, numbers)
    if window.doubt is not None:
        words = Bilingual(f"«{calendar}»: {window.doubt.es}", f"“{calendar}”: {window.doubt.en}")
        return Window("undated", calendar), words
    if window.kind == "unknown":
        return replace(window, kind="undated"), None
    if window.kind == "continuous":
        window = _recurring(window, title, days.today)
    return _begun(window, days.adopted), None


def _agreed(calendar: str, today: date) -> Sequence[Window]:
    """Return the windows of a calendar; of one said twice, once a language, the one both mean."""
    found = windows.read(calendar, today)
    texts = texts_of_one_day(calendar)
    if len(texts) < 2 or (len(found) == 1 and found[0].doubt is None):
        return found
    read = [windows.read(text, today) for text in texts]
    said = {(each[0].kind, each[0].start, each[0].end) for each in read}
    sure = all(len(each) == 1 and each[0].doubt is None for each in read)
    return [replace(read[0][0], said=calendar)] if sure and len(said) == 1 else found


def _recurring(window: Window, title: str, today: date) -> Window:
    how = windows.read(title, today)[0]
    return replace(window, kind="recurring", every=how.every) if how.kind == "recurring" else window


def _day_numbers(calendar: str) -> tuple[date, ...]:
    """Return the days that bare numbers of Excel mean (days since 30 December 1899), 2000 to 2050."""
    match = _NUMBERS.fullmatch(calendar.strip())
    numbers = [int(each) for each in match.groups() if each] if match else []
    days = tuple(EXCEL_BEGINS + timedelta(days=each) for each in numbers)
    return days if all(FIRST_NUMBER <= each <= LAST_NUMBER for each in numbers) else ()


def _is_number(calendar: str, days: Sequence[date]) -> Bilingual:
    said = " – ".join(map(str, days))
    return Bilingual(
        f"«{calendar}» es un número de día de Excel (¿{said}?): dé a la columna formato de fecha",
        f"“{calendar}” is a day number of Excel ({said}?): give the column the format of a date",
    )


def _begun(window: Window, adopted: date | None) -> Window:
    lasts = window.kind in {"continuous", "recurring"}
    until = window.kind == "period" and window.end is not None and adopted is not None and window.end >= adopted
    if adopted is not None and window.start is None and (lasts or until):
        return replace(window, start=adopted)
    return window


def no_date(calendar: str, actors: Actors) -> Bilingual:
    """Return what to say of a calendar that dates nothing."""
    named = ", ".join(each.code for each in who.responsible(actors, calendar))
    if named:
        return Bilingual(
            f"el calendario solo dice quién ({named}), no cuándo: pida una fecha",
            f"the calendar only says who ({named}), not when: ask for a date",
        )
    if calendar:
        return Bilingual(
            f"«{short(calendar)}» no dice cuándo: pida una fecha", f"“{short(calendar)}” does not say when: ask"
        )
    return Bilingual("sin calendario: pida una fecha", "no calendar: ask for a date")


def short(text: str) -> str:
    """Return a title as it is quoted."""
    return text if len(text) <= 60 else text[:59].rstrip() + "…"


def parted(entries: Sequence[Item], today: date) -> tuple[Item, ...]:
    """Entries written in one paragraph, parted at sentences when each then has its one date."""
    if len(entries) != 1 or len(windows.read(entries[0].text, today)) < 2:
        return tuple(entries)
    parts: list[Item] = []
    words = ""
    for sentence in sentences(entries[0]):
        words = sentence_join((words, sentence)) if words else sentence
        if says_when(sentence, today):
            parts.append(Item(words))
            words = ""
    whole = not words and all(cut(part.text, today)[0] for part in parts)
    return tuple(parts) if whole else tuple(entries)


def are_milestones(entries: Sequence[Item], today: date) -> bool:
    """Several entries, each with words of its own and a date of its own."""
    cuts = [cut(each.text, today) for each in entries]
    return len(cuts) > 1 and all(words and said for words, said in cuts)


def around(milestones: Sequence[Draft], calendar: str) -> Window:
    """Return the period all milestones lie in."""
    starts = [each.window.start for each in milestones]
    ends = [each.window.end for each in milestones]
    start = None if None in starts else min(day for day in starts if day)
    end = None if None in ends else max(day for day in ends if day)
    tentative = any(each.window.tentative for each in milestones)
    return Window("period" if end else "continuous", calendar, start, end, tentative)
