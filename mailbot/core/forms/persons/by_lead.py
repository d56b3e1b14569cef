"""The institution in a sentence above people: "los datos del punto focal de esta Dirección General de Migración:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.names_of_offices import is_institution
from mailbot.core.values import Doubt, Entry, Form

_OF = re.compile(
    r"\b(?:en|del?|ante|por|of|at|in|for|from)\s+(?:(?:el|la|este|esta|nuestr[oa]|the|our|this)\s+)?(?=[A-ZÀ-Þ])"
)
_OFFICE = re.compile(
    r"[A-ZÀ-Þ][\w.'’]*(?:,? (?:(?:de|del|la|las|los|el|y|e|of|and|the|for) ){0,3}[A-ZÀ-Þ][\w.'’]*){0,14}"
)
_PEOPLE = re.compile(
    r"\b(?:datos|person|funcionari|punto|contacto|compañer|coleg|designa|details|contact|focal|official|colleague)",
    re.IGNORECASE,
)
_LONGEST = 300  # characters of such a sentence


def with_institution_announced(entries: Sequence[Entry], loose: Sequence[Loose], form: Form) -> list[Entry]:
    """Return the entries with the institution that the sentence above them ends with, to be asked."""
    institution = next((each.id for each in form.fields if each.kind == "institution"), "")
    leads = sorted(_leads(loose)) if institution else []
    return [_with_lead(entry, institution, leads) for entry in entries] if leads else list(entries)


def _leads(loose: Sequence[Loose]) -> Iterator[tuple[int, str]]:
    """Yield the lines of sentences that end with an institution and a colon, with its name."""
    for line in loose:
        text = line.text.rstrip()
        if text.endswith(":") and len(text) <= _LONGEST and _PEOPLE.search(text):
            offices = (text[found.end() : -1].strip() for found in _OF.finditer(text))
            office = next((each for each in offices if is_institution(each) and _OFFICE.fullmatch(each)), "")
            if office:
                yield (line.lines or (line.line,))[-1], office


def _with_lead(entry: Entry, institution: str, leads: Sequence[tuple[int, str]]) -> Entry:
    told = {*entry.fields, *(each.field for each in entry.doubts)}
    lines = [*(each.line for each in entry.fields.values()), *(each.line for each in entry.doubts)]
    above = [lead for lead in leads if lines and lead[0] <= min(lines)]
    if institution in told or not above:
        return entry
    line, office = above[-1]
    doubt = Doubt(institution, office, FROM_A_SENTENCE, line, office, one_reading=True)
    missing = tuple(each for each in entry.missing if each != institution)
    return replace(entry, doubts=(*entry.doubts, doubt), missing=missing)
