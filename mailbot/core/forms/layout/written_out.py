"""Codes that leave out what is the same as in the one before: "P003-17 y 18: sin iniciar"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.forms.activities.named_activity import CODE, FIND_CODE
from mailbot.core.forms.layout.rows import Row
from mailbot.core.forms.naming.labels import Labels

_AND = r"(?:\s*[,/;]\s*|\s*,?\s+(?:y|e|and|&)\s+)"
_NUMBER = r"\d{1,3}[A-Za-z]?\b(?!\s?%)"
_CODES = rf"{CODE}(?:{_AND}(?:{CODE}|{_NUMBER})){{1,12}}"
# At the head of a line, or behind a state, up to its sign or end; and behind "las actividades".
_LINE = re.compile(
    rf"(?P<before>\W*(?:(?:las )?actividades |(?:the )?activities )?(?:[^:=\d]{{2,40}}[:=]\s*)?)(?P<codes>{_CODES})"
    r"(?=\s*(?:[:=.]|\s[-–—]\s|$))",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    rf"(?P<before>\b(?:actividades|activities|acciones|actions)\s+)(?P<codes>{_CODES})"
    r"(?=\s+(?:se|est[aá]n|fueron|quedan|siguen|no|ya|are|were|have|will|remain)\b|\s*[,.;:(]|$)",
    re.IGNORECASE,
)
# "Activity P003-08 was held": the word is no label; "Actividades P003-08 y P003-09: concluidas"
_WORD = re.compile(
    r"(?P<mark>\W{0,4})(?:actividad(?:es)?|activit(?:y|ies)|acci[oó]n(?:es)?|actions?)\s+(?:n[o°º]\.?\s*)?"
    rf"(?=(?-i:{CODE})\s+(?-i:[a-zà-ÿ])|{_CODES})",
    re.IGNORECASE,
)
_EACH = re.compile(r"(?P<head>[A-Z]{1,6}\d{0,4})-(?P<first>\d{1,3})[A-Za-z]?|(?P<digits>\d{1,3})[A-Za-z]?|\s*/\s*")
_LONGEST = 600


def codes_written_out(rows: Sequence[Row], labels: Labels) -> Sequence[Row]:
    """Return the rows with "P003-17 y P003-18: sin iniciar" for "P003-17 y 18: sin iniciar"."""
    if labels.form.subject_of != "activity":
        return rows
    return [row._replace(text=_written_out(_without_word(row.text))) if _may_be(row) else row for row in rows]


def _may_be(row: Row) -> bool:
    return row.kind == "own" and not row.cells and len(row.text) <= _LONGEST and FIND_CODE.search(row.text) is not None


def _without_word(text: str) -> str:
    found = _WORD.match(text)
    return text[: found.end("mark")] + text[found.end() :] if found else text


def _written_out(text: str) -> str:
    found = _LINE.match(text) or _PLURAL.search(text)
    if found is None:
        return text
    return text[: found.start("codes")] + _all_of(found["codes"]) + _written_out(text[found.end() :])


def _all_of(codes: str) -> str:
    """The codes with what each leaves out; as they are where a number is no such end, "P003-17, 3"."""
    head, last, said, end = "", "", "", 0
    for each in _EACH.finditer(codes):
        said += codes[end : each.start()]
        if each["digits"] and (len(each["digits"]) != len(last) or each["digits"] < last):
            return codes
        said += f"{head}-{each[0]}" if each["digits"] else each[0] if each["head"] else ", "
        head, last = each["head"] or head, each["first"] or each["digits"] or last
        end = each.end()
    return said + codes[end:]
