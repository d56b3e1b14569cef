"""The house of the person before, to which words behind a post point: "Asesor Legal, misma institución"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.forms.found import told_for
from mailbot.core.forms.persons.block import post_of
from mailbot.core.forms.taking.offices import unit_of
from mailbot.core.values import Bilingual, Doubt, Entry, Form

_SAME = re.compile(
    r"^(?P<stem>.*?)(?:^|[\s,;(-]+)(?:(?:of|in|at|within|de|del|en|tambi[eé]n de) )?"
    r"(?:(?:el|la|the|est[ea]|ese|esa) )?"
    r"(?:mism[oa]|same) (?:(?P<house>instituci[oó]n|ministerio|secretar[ií]a(?: de estado)?|entidad|instituto"
    r"|canciller[ií]a|organismo|ministry|institution|agency|organi[sz]ation|institute)"
    r"|(?P<unit>direcci[oó]n(?: general)?|dependencia|departamento|unidad|oficina|divisi[oó]n|department|directorate"
    r"|office|unit|bureau|division|branch))\W*$",
    re.IGNORECASE,
)
_LONGEST = 200  # characters of a value that is looked at
_POINTED = Bilingual(
    "Señala a la persona anterior: ¿es la misma?",
    "It points to the person before: is it the same?",
)


def with_same_house(entries: Sequence[Entry], form: Form) -> tuple[Entry, ...]:
    """Return the entries; words such as "same ministry" give the institution, or unit, of the one before, asked."""
    house = next((each.id for each in form.fields if each.kind == "institution"), "")
    unit, post = unit_of(form), post_of(form)
    if not house or post is None:
        return tuple(entries)
    worded = [post.id, *([unit.id] if unit else []), house]
    found: list[Entry] = []
    for entry in entries:
        found.append(_with_house(entry, found[-1], worded, post.id) if found else entry)
    return tuple(found)


def _with_house(entry: Entry, before: Entry, worded: Sequence[str], post: str) -> Entry:
    """``worded``: the fields whose words may point, the institution last."""
    house = worded[-1]
    for field in worded:
        said = told_for(entry, field)
        found = _SAME.match(said) if said and len(said) <= _LONGEST else None
        if found is None:
            continue
        of_unit = found["unit"] and len(worded) > 2 and told_for(before, worded[1])
        meant, line = (worded[1] if of_unit else house), _line_of(entry, field)
        stem = found["stem"].strip(" ,;(-")
        entry = _said_as(entry, field, stem)
        if field == house and stem and not told_for(entry, post):  # "Labour Officer, same ministry" taken for one
            entry = _moved(entry, house, post)
        if meant != field and told_for(entry, meant):
            return entry
        same = told_for(before, meant) or None
        pointed = Doubt(meant, said, _POINTED, line, same, one_reading=same is not None)
        kept = tuple(each for each in entry.doubts if each.field != meant)
        return replace(entry, doubts=(*kept, pointed))
    return entry


def _line_of(entry: Entry, field: str) -> int:
    value = entry.fields.get(field)
    return value.line if value else next(each.line for each in entry.doubts if each.field == field)


def _said_as(entry: Entry, field: str, words: str) -> Entry:
    """Return an entry with other words for a field; without it for none."""
    value = entry.fields.get(field)
    fields = {name: each for name, each in entry.fields.items() if name != field}
    others = tuple(each for each in entry.doubts if each.field != field)
    asked = tuple(replace(each, proposal=words) for each in entry.doubts if each.field == field and words)
    if value is not None and words:
        read = replace(value, value=words, certainty="normalised")
        fields = {name: read if name == field else each for name, each in entry.fields.items()}
    return replace(entry, fields=fields, doubts=(*others, *asked))


def _moved(entry: Entry, field: str, other: str) -> Entry:
    """Return an entry with what stood for one field under another."""
    fields = {(other if name == field else name): value for name, value in entry.fields.items()}
    doubts = tuple(replace(each, field=other) if each.field == field else each for each in entry.doubts)
    return replace(entry, fields=fields, doubts=doubts)
