"""Lines of a list that are one person each: "Lic. Ana Prueba, Directora, 2230-0000, ana@relex.example (titular)"."""

from __future__ import annotations

import re

from mailbot.core.fields import split_title
from mailbot.core.forms.naming.heading import is_name_like
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.forms.persons.names_of_offices import is_person
from mailbot.core.remembered import remembered

_REACH = r"(?:\S@\S+|(?:\d[\s().-]?){7}(?:,?\s?(?:exts?|extensi[oó]n|extension|x)\.?\s?\d{1,5})?)"
_REACHED = re.compile(_REACH)
_ENDS = re.compile(_REACH + r"\W*(?:\([^()@\d]{3,40}\)[.;,]?)?\s*$|^\s*\([^()@\d]{3,40}\)[.;,]?\s*$")
_SIGN = re.compile(r"\s*[,;|]\s+|\s+[-–—/]\s+")
_LEAST, _LONGEST = 3, 400  # parts, characters
_MOST_OF_PART = 10  # words


def ends_a_person(text: str) -> bool:
    """Tell whether a line ends with a number, an address or a role behind it, as a person of a list does."""
    return _ENDS.search(text) is not None


@remembered
def is_one_of_a_list(text: str) -> bool:
    """Tell whether a line opens with a name and what parts it from the rest, where a number or an address stands."""
    name, *rest = _SIGN.split(without_bullet(text), maxsplit=1)
    bare = split_title(name)[1]
    named = len(bare.split()) > 1 and is_name_like(bare)
    return bool(rest) and named and _REACHED.search(rest[0]) is not None


def opens_with_a_name(text: str) -> bool:
    """Tell whether a line opens with a name and what parts it from the rest: "Lic. Ana Prueba - Jefa de"."""
    name, *rest = _SIGN.split(f"{without_bullet(text)} ", maxsplit=1)
    title, bare = split_title(name)
    named = is_name_like(bare) and len(bare.split()) > 1 if title else is_person(name)
    return bool(rest) and named


def is_no_sentence(text: str) -> bool:
    """Tell whether each part of such a line opens as data do, and none is long: a sentence has no such parts."""
    parts = _SIGN.split(without_bullet(text)) if len(text) <= _LONGEST else []
    return len(parts) >= _LEAST and is_one_of_a_list(text) and all(map(_is_no_clause, parts))


def _is_no_clause(part: str) -> bool:
    reached = "@" in part or any(sign.isdigit() for sign in part)
    return len(part.split()) <= _MOST_OF_PART and (reached or not part[:1].islower())
