"""Ministries and offices within them, named in a text in capitals: "Bureau of Consular Affairs"."""

from __future__ import annotations

import re

from mailbot.core.forms.naming.houses import HOUSES
from mailbot.core.forms.persons.names_of_offices import is_whole_institution
from mailbot.core.language import fold

_WORD = re.compile(r"\S+")
_JOINING_OFFICES = frozenset("de del la las los y e da dos do van von".split()) | {"of", "for", "and", "the"}
INSTITUTION = re.compile(
    rf"(?:{HOUSES}|secretaria (?:general|nacional)|department (?:of|for)|gobierno de|presidencia de)\b"
)
_FOR_GROUP = re.compile(r"\sfor (?:the |our )?(?=(?:[\w-]+ ){0,4}(?:Group|Network|Committee|Conference)\b)")
UNIT = re.compile(
    r"(?:unidad|oficina|departamento|division|seccion|(?:sub)?direccion|gerencia|area|despacho|jefatura"
    r"|bureau|office|directorate|branch|section|unit)\b(?! (?:general|nacional)\b)"
)
_UNIT_OF = re.compile(UNIT.pattern + r" (?:of|for|de|del|para)\b")
_LISTED = re.compile(r"(?:,\s[A-ZÀ-Þ][\w-]{3,20})?,?\s(?:and|y|e|&)\s[A-ZÀ-Þ][\w-]{3,20}\b(?!\s[A-ZÀ-Þ])")
_IN_BRACKETS = re.compile(r" \([A-ZÁÉÍÓÚÑ]{2,10}\)")  # "Instituto Nacional de Migración (INM)"
_LONGEST = 150


def office_at(text: str, start: int = 0) -> str:
    """Return the ministry or the like whose name begins at ``start``, "" for none or one word of it."""
    if INSTITUTION.match(fold(text[start : start + _LONGEST])):
        return capitals_at(text, start)
    named = capitals_at(text, start)
    return named if named and is_whole_institution(named) else ""


def unit_at(text: str, start: int = 0) -> str:
    """Return the office within an institution whose name begins at ``start``: "Bureau of Consular Affairs", or ""."""
    return capitals_at(text, start) if _UNIT_OF.match(fold(text[start : start + _LONGEST])) else ""


def capitals_at(text: str, start: int = 0) -> str:
    """Return the words in capitals that begin at ``start``, with what joins them; "" for one word or none."""
    if not text[start : start + 1].isupper():
        return ""
    end = start
    for token in _WORD.finditer(text, start, start + _LONGEST):
        word = token.group()
        if not (word[:1].isupper() or fold(word) in _JOINING_OFFICES):
            break
        bare = word.rstrip(",;:.)")
        end = token.start() + len(bare) if word[:1].isupper() else end
        if bare != word:
            listed = _LISTED.match(text, end) if start < end and word[-1] == "," else None
            end = listed.end() if listed else end  # "Bureau of Population, Refugees, and Migration"
            break
    named = _FOR_GROUP.split(text[start:end], maxsplit=1)[0]
    short = _IN_BRACKETS.match(text, start + len(named)) if named else None
    named = f"{named}{short.group()}" if short else named
    return named if " " in named else ""
