"""A day from which all the data below hold, said in a sentence: "Effective March 1, please update as follows"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core import windows
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.taking.asides import VALID_FROM
from mailbot.core.forms.taking.dated import is_of_a_date
from mailbot.core.language import fold
from mailbot.core.values import Bilingual, Doubt, Entry, Known

FROM_A_DAY = Bilingual(
    "¿Valen estos datos desde ese día?",
    "Do these details hold from that day on?",
)
_FROM = re.compile(
    r"\b(?:effective(?: as of| from| on)?|as of|as from|with effect from|w\.?e\.?f\.?|(?:starting|beginning)(?: on)?"
    r"|a partir del?|desde el|con vigencia (?:del?|desde el))\s+(?=\S)"
)
_OF_DATA = re.compile(
    r"\b(?:updat|chang|contact|coordinates|details|information|post|position|title|appoint|designat|replac|new\b|assum"
    r"|number|address|actualiz|cambi|dato|cargo|puesto|nombra|designa|nuev|asum|sustitu|reemplaz|telefono|direccion"
    r"|corre|traslad|mudam|mudar|moving|relocat)"
)
_ABSENCE = re.compile(r"\b(?:leave|vacation|holiday|absen|away|out of|vacacion|licencia|ausen|permiso|reunion|meeting)")
_DAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo
    """.split()
)
_STOP = re.compile(r"[:;()]")
_MOST_WORDS = 8  # of a date
_LONGEST = 400  # characters of a line that is looked at


def with_day(entry: Entry, loose: Sequence[Loose], known: Known) -> Entry:
    """Return the entry with a question about the day to come that a sentence beside it names."""
    if VALID_FROM in entry.fields or any(each.field == VALID_FROM for each in entry.doubts):
        return entry
    doubt = next((found for each in loose if (found := _day_in(each, known))), None)
    return replace(entry, doubts=(*entry.doubts, doubt)) if doubt else entry


def with_day_told(entry: Entry, known: Known) -> Entry:
    """Return what a sentence tells of somebody who comes or goes, with a question about the day to come in it."""
    told = next((each for each in entry.doubts if each.field == "change"), None)
    if told is None or any(each.field == VALID_FROM for each in entry.doubts):
        return entry
    read = windows.read(told.said[:_LONGEST], known.today)
    if len(read) != 1 or read[0].doubt or read[0].start is None or read[0].start <= known.today:
        return entry
    day = Doubt(VALID_FROM, told.said, FROM_A_DAY, told.line, windows.window_json(read[0]))
    return replace(entry, doubts=(*entry.doubts, day))


def _day_in(line: Loose, known: Known) -> Doubt | None:
    folded = fold(line.text[:_LONGEST])
    found = _FROM.search(folded)
    if found is None or not _OF_DATA.search(folded) or _ABSENCE.search(folded):
        return None
    words = _date_at(_STOP.split(folded[found.end() :], maxsplit=1)[0].split())
    read = windows.read(words, known.today) if words else ()
    if len(read) != 1:
        return None
    if read[0].doubt:
        return Doubt(VALID_FROM, line.text, read[0].doubt, line.line)
    if read[0].start is None or read[0].start <= known.today:
        return None  # it holds already
    return Doubt(VALID_FROM, line.text, FROM_A_DAY, line.line, windows.window_json(read[0]))


def _date_at(words: Sequence[str]) -> str:
    """The words of a date that begin a text, up to the comma that is not of it."""
    size = 0
    while size < min(len(words), _MOST_WORDS) and (is_of_a_date(words[size]) or words[size].strip(",.") in _DAYS):
        size += 1
    return " ".join(words[:size]).rstrip(" .,;:")
