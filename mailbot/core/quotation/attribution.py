"""The line "El lun, 3 ene 2011 a las 10:22, X (<a@b>) escribió:", wrapped over up to five lines.

A person may begin a sentence in the same way ("El 12 de enero nos reunimos y acordamos lo
siguiente:"), so a line is believed only when it begins with a date or a name with an address
and ends with the verb of a mail program.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.core.language import fold
from mailbot.core.quotation.words import DETERMINERS, MIDDLE_VERBS, OBJECTS, PREPOSITIONS, VERBS
from mailbot.core.remembered import remembered

LONGEST = 600  # characters of an attribution, all its lines joined
_LINES = 5
_EDGES = " \t-_*\"'>—–/|"
_ADDRESS = re.compile(r"[^\s<>@\"(]{1,64}@[^\s<>@\")]{1,255}")
_HOUR = re.compile(r"\d{1,2} ?[:.h] ?\d\d\b|\b\d{1,2} ?[ap]\.? ?m\b|下午|上午|오후|오전")
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{1,2} (?:de )?[^\W\d_]{3,10}\b"
    r"|\b[^\W\d_]{3,10} \d{1,2}\b"
)
_DATING = PREPOSITIONS - {"in", "a"}  # words that begin no other line
_DIGITS = frozenset("0123456789")
_FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d\b|\d{1,2}[./]\d{1,2}[./]\d{2,4}\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE_END = re.compile(r"[^\W\d_]{5,}[.!?]$|[,;:?!]\s*$(?<![,])")
_NOTED = re.compile(
    r" (?:escribio el|wrote on) \d{1,2}[/.-]\d{1,2}[/.-]\d{2,4} \d{1,2}:\d\d:\d\d[^\w]{0,2}(?:[ap]\.?m\.?)?:$"
)
_AT_HOUR = re.compile(r"a las? \d{1,2}:\d\d")  # Eudora: "A las 08:12 a.m. 21/11/2026, X escribió:"
_QUOTING = ("quoting ", "citando a ", "citando ", "mensaje citado por ", "zitat von ")
_BARE_GMAIL = re.compile(r"^\d{4}-\d\d-\d\d \d{1,2}:\d\d gmt[+-]\d{1,2}:\d\d \S.{0,80}$")


@dataclass(frozen=True, slots=True)
class Attribution:
    """How many lines it takes; ``sure`` when an unmarked text below it may be called quoted."""

    length: int
    sure: bool


def attribution_at(texts: Sequence[str], at: int) -> Attribution | None:
    """Return the attribution that begins on line ``at``, or None."""
    if texts[at].rstrip().endswith(">>>") and _is_of_groupwise(texts[at]):
        return Attribution(1, sure=True)
    start = _start(texts[at])
    if start is None:
        return None
    written = ""
    for length in range(1, _LINES + 1):
        if at + length > len(texts):
            return None
        line = texts[at + length - 1][:LONGEST].strip()
        if not line or (length > 1 and (_begins_anew(line) or _SENTENCE_END.search(written[-24:]))):
            return None
        written = f"{written} {line}".strip()
        if len(written) > LONGEST:
            return None
        found = _ends(written, start) if _may_end(line, start) else None
        if found is not None:
            own = length > 1 and not texts[at].rstrip().endswith("<") and _is_own(texts[at : at + length], start)
            return None if own else Attribution(length, found)
    return None


def may_begin(text: str) -> bool:
    """Tell whether an attribution may begin on this line."""
    return _start(text) is not None or text.rstrip().endswith(">>>")


def _is_of_groupwise(text: str) -> bool:
    """The header of Novell GroupWise: ">>> X <a@b> 07/02/2011 08:00 a.m. >>>", its first marks taken off or not."""
    folded = fold(text[:LONGEST])
    return bool(_FULL_DATE.search(folded) and _HOUR.search(folded))


def _is_own(texts: Sequence[str], start: str) -> bool:
    """The sender's last line above an attribution that stands without it.

    Wrapping leaves "Migración <a@b> wrote:" on the last line too: then the first one
    begins with a preposition or a weekday and shows the hour.
    """
    for place in range(1, len(texts)):
        below = _start(texts[place])
        tail = " ".join(text[:LONGEST].strip() for text in texts[place:])
        if below in {"dated", "bare"} and not _DATE.search(fold(tail)):
            continue
        if below is not None and _ends(tail, below) is not None:
            head = fold(" ".join(text[:LONGEST] for text in texts[:place]))
            shown = bool(_HOUR.search(head)) and not head.lstrip(_EDGES)[:1].isdigit()
            shown = shown or (head.startswith("---") and bool(_DATE.search(head)))  # Yahoo shows no hour
            return start not in {"dated", "bare"} or not shown
    return False


@remembered
def _start(text: str) -> str | None:
    """How a line may begin: with a date (dated, bare), a name (named, noted) or "Quoting" (quoting)."""
    plain = "@" not in text[:LONGEST] and text[:2] != "--" and not _has_digit(text[:120])
    if plain and text[-1:] != "<" and text[:1] not in "QqCcMmZz":
        return None
    head = fold(text[:120]).lstrip(_EDGES)
    words = head.split(" ", 6)[:6]
    if not words or not words[0]:
        return None
    if (words[0].strip(",.") in PREPOSITIONS or " ".join(words[:2]) in PREPOSITIONS) and any(
        _has_digit(word) for word in words[1:6]
    ):
        return "dated"
    if head.startswith(("在", "于")) or _AT_HOUR.match(head):
        return "dated"
    if _begins_with_date(head, words):
        return "bare"
    if _NOTED.search(head):
        return "noted"
    if head.startswith(_QUOTING):
        return "quoting"
    if "@" in text[:LONGEST] or (text.lstrip()[:2] == "--") or text.endswith(" <"):
        return "named"
    return None


def _begins_with_date(head: str, words: Sequence[str]) -> bool:
    """A date without a word before it: "3 ene 2011", "tir. 18. apr.", "Thu, 26 Jun"."""
    weekday = words[0].endswith(",") and len(words) > 2 and _has_digit(words[2])  # "Saturday, November 21, 2026,"
    month = words[0].isalpha() and len(words) > 1 and words[1].strip(",").isdigit()  # "November 21, 2026"
    if (weekday or month) and _HOUR.search(head):
        return True
    day = len(words) > 1 and _has_digit(words[1]) and (words[0].endswith((",", ".")) or len(words[0]) <= 3)
    return (_has_digit(words[0]) or day) and bool(_DATE.search(head) or _HOUR.search(head))


def _has_digit(word: str) -> bool:
    return not _DIGITS.isdisjoint(word)


def _may_end(line: str, start: str) -> bool:
    """A colon or a verb at the end; cheap."""
    bare = line.rstrip(_EDGES)
    if bare.endswith((":", "：")) or start == "bare":
        return True
    return fold(bare[-40:]).endswith(VERBS)


def _begins_anew(line: str) -> bool:
    """A line inside a wrapped attribution that is one of its own: the earlier line was not."""
    words = fold(line[:60]).lstrip(_EDGES).split(" ", 4)[:4]
    if _FULL_DATE.match(line):
        return True
    dated = len(words) > 1 and words[0] in _DATING
    return dated and any(_has_digit(word) for word in words[1:])


def _ends(written: str, start: str) -> bool | None:
    """Whether the joined lines are an attribution: None, or how sure it is."""
    whole = fold(written)
    if start == "noted" or (_BARE_GMAIL.match(whole) and start == "bare"):
        return True
    bare = whole.rstrip(" -_*—–")
    colon = bare.endswith(":")
    text = bare.rstrip(": ").rstrip()
    address = bool(_ADDRESS.search(whole))
    hour, dated = bool(_HOUR.search(whole)), bool(_DATE.search(whole))
    verb = next((each for each in VERBS if text.endswith(each)), None)
    if verb is not None:
        return _with_verb(written, text[: -len(verb)], start, address=address, dated=dated, hour=hour)
    if not colon:
        return None
    if start == "quoting":
        return address or None
    middle = any(f" {each} " in f" {whole} " for each in MIDDLE_VERBS)
    if middle and (dated or hour) and (start != "named" or address):
        return True
    closed = text.endswith((">", ")")) or _says_little_behind(text[-80:])
    return True if start != "named" and address and hour and dated and closed else None


def _says_little_behind(tail: str) -> bool:
    """A verb of a language we do not know behind the address; "nos llamó y confirmó" is a person's."""
    found = list(_ADDRESS.finditer(tail))
    words = tail[found[-1].end() :].strip(" )>]\"'").split() if found else []
    return bool(found) and len(words) <= 3 and OBJECTS.isdisjoint(words)


def _with_verb(written: str, before: str, start: str, *, address: bool, dated: bool, hour: bool) -> bool | None:
    if before and before[-1].isascii() and before[-1].isalpha():
        return None  # "prescribió", "underwrote"
    words = before.split()
    if not words or words[-1] in OBJECTS:
        return None
    if start == "named":
        return _named(written, before, address=address)
    if not (dated or hour):
        return None
    return address or (hour and not _is_described(written)) or (dated and _is_name(written))


def _named(written: str, before: str, *, address: bool) -> bool | None:
    """A name and its address, then the verb; Notes writes "-----X wrote: -----"."""
    name = before.partition("@")[0]
    if _HOUR.search(name) or _YEAR.search(name):
        return None  # words of the sender's own stand before the date, on the same line
    tail = before.rstrip(" )>]\"'")
    if address and "@" in tail[-80:] and len(written) < 300:
        return True
    return True if written.lstrip().startswith("---") and written.rstrip().endswith("--") else None


def _name_part(written: str) -> str:
    """What stands between the date and the verb, as written."""
    found = re.search(r"[,\d.]\s*([^,\d]{1,120})$", written.rstrip(" :-*_")[-140:])
    return found[1].strip() if found else ""


def _is_described(written: str) -> bool:
    """Tell "la Directora escribió", a sentence about somebody, not a display name."""
    words = _name_part(written).split()
    return bool(words) and words[0] in DETERMINERS


def _is_name(written: str) -> bool:
    words = _name_part(written).split()
    if len(words) < 2 or words[0] in DETERMINERS:
        return False
    return words[0][:1].isupper() or len(words) == 2 or not words[0][:1].isalpha()
