"""The State whose national numbers somebody writes, by the name of their institution: "U.S. Department of State"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mailbot.core.fields.telephone import CALLING
from mailbot.core.forms.persons.names_of_offices import is_institution
from mailbot.core.forms.taking.grouping import Group
from mailbot.core.forms.taking.offices import unit_of
from mailbot.core.language import fold
from mailbot.core.values import Form

_ABROAD = re.compile(r"\b(?:embaj|embass|consul|mision|mission|high commission|delegacion|delegation)")
_WORD = re.compile(r"(?:u\.\s?s\.|[^\W\d_]+)")
_MOST_WORDS = 4  # of a State's name
_LONGEST = 300
_OF_MANY = frozenset({"american", "norteamericano"})


def state_named(group: Group, form: Form, countries: Mapping[str, str]) -> str | None:
    """Return the one State of the region that the institutions of an entry are named after; None for none or two.

    An embassy is not at home, and the Organization of American States is of many.
    """
    found: set[str] = set()
    for each in _institutions(group, form):
        folded = fold(each[:_LONGEST])
        if _ABROAD.search(folded):
            return None
        words = _WORD.findall(folded)
        for size in range(1, _MOST_WORDS + 1):
            names = {" ".join(words[at : at + size]) for at in range(len(words) - size + 1)} - _OF_MANY
            found |= {countries[name] for name in names if len(name) > 3 and countries.get(name) in CALLING}
    return found.pop() if len(found) == 1 else None


def _institutions(group: Group, form: Form) -> Iterator[str]:
    """What is said of an institution or of an office in it, under a label or on a line of its own."""
    unit = unit_of(form)
    for each in form.fields:
        if each.kind == "institution" or each == unit:
            yield from (one.text for one in group.said.get(each.id, ()))
    yield from (line.text for line in group.loose if is_institution(line.text))
