"""Reports that put an earlier one right: "está al 45 %, no al 54 %", "por error se indicó que se realizó el 12"."""

from __future__ import annotations

import re
from dataclasses import replace

from mailbot.core.fields.percentages import SIGN
from mailbot.core.forms.activities.named_activity import FIND_CODE
from mailbot.core.forms.activities.steps import without_steps
from mailbot.core.forms.naming.said import Loose

_LONGEST = 4_000  # characters of a paragraph
_SHARE = rf"\d{{1,3}}(?:[.,]\d{{1,2}})?\s?{SIGN}"
_NOT = r"(?:no|not|(?:and|y)\s(?:no|not)|instead\sof|rather\sthan|en\s(?:lugar|vez)\sde|en\slugar)"
_AS_TOLD = r"(?:,?\s(?:as|como)(?:\s[^\W\d_]{1,20}){1,6}(?=[.,;)]|$))?"
_DENIED = re.compile(
    rf"(?P<kept>{_SHARE}(?:\s(?:de\savance|complete[d]?|done|avance))?)(?P<sign>\s\(|,?\s){_NOT}"
    rf"\s(?:(?:del?|al?|el|un|at|the|por)\s){{0,2}}{_SHARE}{_AS_TOLD}\)?",
    re.IGNORECASE,
)
# "A small correction to what I sent last week: progress on …": what stands behind the colon is the report.
_CORRECTS = re.compile(
    r"^\W{0,5}(?:[^\s:.;]{1,30}\s{1,3}){0,6}(?:correcci[oó]n(?:es)?|corrections?|corrijo|corregimos|rectificaci[oó]n|rectifico"
    r"|erratum|errata)\b[^:.;]{0,90}:\s+(?=[^\s\d])",
    re.IGNORECASE,
)
_TOLD = (
    r"(?:indic\w+|inform\w+|report\w+|dij\w+|escrib\w+|se[nñ]al\w+|consign\w+|anot\w+|puse|pusimos|wrote|written"
    r"|said|stated|sent|gave|listed)"
)
_IN_ERROR = (
    r"(?:por\s(?:un\s)?error|err[oó]neamente|equivocadamente|por\sequivocaci[oó]n|by\smistake|in\serror|wrongly"
    r"|mistakenly|erroneously|incorrectly)"
)
_MISTAKEN = re.compile(
    rf"\b(?:{_IN_ERROR}\b[^.;]{{0,40}}\b{_TOLD}|{_TOLD}\b[^.;]{{0,40}}\b{_IN_ERROR})\b"
    rf"|\b(?:lo\sque|what)\s(?:(?:les|le|i|we|nosotros|yo|se|hab[ií]amos|had|have)\s){{0,3}}{_TOLD}\b",
    re.IGNORECASE,
)
_BUT = re.compile(r"\b(?:sino|but|cuando\sen\srealidad|whereas|instead)\b", re.IGNORECASE)


def without_denied(line: Loose) -> Loose:
    """The line without the share that it denies, the words that call it a correction, and steps that are done."""
    text = line.text
    if len(text) > _LONGEST:
        return line
    lead = _CORRECTS.match(text)
    if lead and not FIND_CODE.search(lead[0]):
        text = text[lead.end() :]
    if "%" in text or "cent" in text.lower() or "ciento" in text.lower():
        text = _DENIED.sub(lambda found: found["kept"], text)
    text = without_steps(text)
    return line if text == line.text else replace(line, text=text)


def is_mistaken(sentence: str) -> bool:
    """Tell whether a sentence says what was told by mistake, and not what is right: it reports nothing."""
    return _MISTAKEN.search(sentence) is not None and not _BUT.search(sentence)
