"""Whether those a letter appoints are for the list of contacts: "ha designado a las siguientes personas:" over roles.

The same words name who comes to a meeting; the roles of the list say that they do not, where nothing speaks of one.
"""

from __future__ import annotations

import re

from mailbot.core.language import fold
from mailbot.core.reading.contacts_beside import speaks_of_an_event

_MOST_TEXT = 20_000  # characters
_LONGEST = 400  # characters of a line that are looked at
_FOCAL = (
    r"(?:puntos? focal(?:es)?|(?:personas?|puntos?) (?:focal(?:es)?|de (?:contacto|enlace))|enlaces?"
    r"|(?:focal|contact) (?:points?|persons?)|points? of contact|liaisons?)"
)
_OF_TWO = r"(?:titular|propietari[oa]|altern[oa]|suplente|principal|alternate|deputy|main)"
_KIND = rf"(?: (?:{_OF_TWO}|nacional|national))?"
_SIGN = r"\s{0,3}:[^\d@]*$"
_HEADS = re.compile(rf"\W{{0,3}}(?:\d{{1,2}}[.)]-? )?(?:(?:alternate|deputy) )?{_FOCAL}{_KIND}{_SIGN}")
_HEADS_ONE_OF_TWO = re.compile(rf"\W{{0,3}}(?:\d{{1,2}}[.)]-? )?(?:representante )?(?P<which>{_OF_TWO}){_SIGN}")
_BEFORE_THE_GROUP = re.compile(
    r"\b(?:ante|en|to|on|before|in) (?:el|la|the|est[ea]|dicho|su) (?:mencionad[oa] )?"
    r"(?:grupo|red|working group|group|network|conferencia|conference|crm|rcm)\b"
)
_APPOINTS = re.compile(
    rf"\b(?:design|nombr|acredit|nominat|appoint)\w{{1,12}}\b[^.;:\n]{{0,120}}\b(?:como|as|de|of) (?:\w+ )?{_FOCAL}\b"
)
_INVITED = re.compile(r"\b(?:invit|convoc|eventos?\b|events?\b|for[ou]m?s?\b|jornada|capacitacion|training)")


def appoints_to_the_list(text: str, subject: str) -> bool:
    """Tell whether a letter names people for the roles of the list, and no meeting, course or journey."""
    lines = [fold(line[:_LONGEST]) for line in text[:_MOST_TEXT].split("\n")]
    whole = " ".join(lines)
    if not _names_roles(lines, whole):
        return False
    about = f"{fold(subject[:_LONGEST])} {whole}"
    return not (speaks_of_an_event(about) or _INVITED.search(about))


def _names_roles(lines: list[str], whole: str) -> bool:
    if any(_HEADS.match(line) for line in lines) or _APPOINTS.search(whole):
        return True
    two = {found["which"] for line in lines if (found := _HEADS_ONE_OF_TWO.match(line))}
    return len(two) > 1 and _BEFORE_THE_GROUP.search(whole) is not None
