"""Whose national telephone numbers a message holds: the State of the subject code, of an address, of the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, ValuesView
from dataclasses import replace

from mailbot.core.fields.telephone import CALLING
from mailbot.core.forms.choose import code_parts
from mailbot.core.language import detect, fold
from mailbot.core.values import Known, Line, Message

_RESERVED = frozenset({"EXAMPLE", "TEST", "INVALID"})  # RFC 2606 section 2
# For which State somebody says to answer: "por parte de Costa Rica", "No change for Canada", "Canada's focal point".
_ANSWERS_FOR = re.compile(
    r"\b(?:(?:por|de) parte de|en nombre de|on behalf of"
    r"|(?:punto focal|puntos focales|focal points?|contactos?|contacts?|alternates?|altern[oa]s?"
    r"|suplentes?|enlaces?|liaisons?|datos|details|information|sin cambios?"
    r"|no changes?) (?:del?|por|para|for|of|en|in))\s+(?:la |el |los |the )?(?=(?P<state>[a-z][a-z. ]{2,24}))"
    r"|\b(?P<whose>[a-z]{4,12}(?: [a-z]{3,10})?)['’]s (?:focal|contact|liaison)"
)
_WRITTEN_THERE = re.compile(r"(?<![\d+(-])(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}(?!\d)")  # "613-555-0142"
_MOST_WORDS = 3  # of a State's name
_LONGEST = 400  # characters of a line
_MOST_LINES = 20
_PARTING = "|"  # between two lines: no name and none of the words around it holds it
_OWN = frozenset({"new", "answer"})


def with_region(message: Message, sent: Message | None, lines: Sequence[Line], known: Known) -> Known:
    """Say whose national telephone numbers these are, when something says it.

    The State in the subject code ("[MD-DIR-HN-7K3QX]") of the message or of our letter, what
    is known of the sender, the sender's domain ("gob.hn", "sre-hn.gob.example"), or the one
    State for which the writer says to answer; none where these words name another.
    """
    if known.on_behalf:
        return replace(known, region=known.on_behalf)
    region = _region_of_subject(message, sent, known.countries.values()) or known.region
    if region is None and message.sender:
        region = _region_of_domain(message.sender.address, known.countries.values())
    told = _answered_for(message.subject, lines, known.countries)
    region = None if region and told and told != region else region or told
    likely = _likely(lines) if region is None and not told else None
    if (region, likely) == (known.region, known.likely_region):
        return known
    return replace(known, region=region, likely_region=likely)


def _likely(lines: Sequence[Line]) -> str | None:
    """Canada, for it and the United States, where English words stand with a number written as there."""
    own = [line.text[:_LONGEST] for line in lines if line.label in _OWN and line.text][:_MOST_LINES]
    written = any(_WRITTEN_THERE.search(text) for text in own)
    words = " ".join(own)
    return "CA" if written and detect(words) == "en" and "mexic" not in fold(words) else None  # ten digits there too


def _region_of_subject(message: Message, sent: Message | None, states: ValuesView[str]) -> str | None:
    for subject in (message.subject, sent.subject if sent else ""):
        for part in reversed(code_parts(subject)[1:]):
            if len(part) == 2 and part.isalpha() and (part in states or not states):
                return part
    return None


def _region_of_domain(address: str, states: ValuesView[str]) -> str | None:
    labels = [each for each in address.rpartition("@")[2].upper().split(".") if each not in _RESERVED]
    if labels and len(labels[-1]) == 2 and labels[-1] in states:
        return labels[-1]
    ends = {label[-2:] for label in labels if len(label) > 3 and label[-3] == "-"}
    named = {end for end in ends if end in states and end in CALLING}  # "iom-sj" is in San José, not on Svalbard
    return named.pop() if len(named) == 1 else None


def _answered_for(subject: str, lines: Sequence[Line], countries: Mapping[str, str]) -> str | None:
    own = [line.text for line in lines if line.label in _OWN and line.text][:_MOST_LINES]
    named = set(_states_in(_PARTING.join(fold(text[:_LONGEST]) for text in (subject, *own)), countries))
    return named.pop() if len(named) == 1 else None


def _states_in(text: str, countries: Mapping[str, str]) -> Iterator[str]:
    for found in _ANSWERS_FOR.finditer(text):
        words = (found["state"] or found["whose"]).replace(".", " ").split()
        heads = range(min(len(words), _MOST_WORDS), 0, -1)
        names = (" ".join(words[:size] if found["state"] else words[-size:]) for size in heads)
        code = next((countries[name] for name in names if name in countries and len(name) > 3), "")
        if code in CALLING:
            yield code
