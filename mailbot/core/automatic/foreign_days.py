"""Days of French and Portuguese absences as Spanish says them, since calendar text is read in two languages only."""

from __future__ import annotations

import re

from mailbot.core.language import fold

_SPANISH = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
_FRENCH = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split()
_PORTUGUESE = "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro".split()
_MONTHS = {**dict(zip(_FRENCH, _SPANISH, strict=True)), **dict(zip(_PORTUGUESE, _SPANISH, strict=True))}
_NAMES = "|".join(sorted(set(_MONTHS) - set(_SPANISH), key=len, reverse=True))
_DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}}|1er)(?P<of>\s+(?:de\s+)?)(?P<month>{_NAMES})\b(?:\s+(?P<year>(?:19|20)\d\d)\b)?"
)
_WORDS = {"jusqu'au": "hasta el", "ate": "hasta", "du": "del", "au": "al", "le": "el", "em": "el"}
_WORD = re.compile(r"(?<![\w'])(?:" + "|".join(_WORDS) + r")(?=\s+(?:(?:o|dia|el)\s+)?\d)")


def in_spanish(sentence: str) -> str:
    """Return a sentence with a French or Portuguese date folded and said in Spanish; any other as it is."""
    folded = fold(sentence).replace("’", "'")
    if not _DAY.search(folded):
        return sentence
    return _DAY.sub(_said, _WORD.sub(lambda found: _WORDS[found[0]], folded))


def _said(found: re.Match[str]) -> str:
    year = f" de {found['year']}" if found["year"] else ""
    return f"{found['day'].removesuffix('er')} de {_MONTHS[found['month']]}{year}"
