"""Which of the persons in a sentence each role in it is: the nearest who stays or comes, of whom it is not denied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.forms.mentions.person import Person
from mailbot.core.forms.naming.ways import plain_letters
from mailbot.core.forms.persons.parted import offices_of
from mailbot.core.forms.persons.roles import ROLE, role_at
from mailbot.core.forms.persons.verb_first import denies

_ROLE = re.compile(rf"\b{ROLE}", re.IGNORECASE)
_NO_ROLE = re.compile(
    r"\b(?:no|not|ya no|nunca|dej\w+ de ser|no longer|former|ex|anterior|hasta que|until) (?:\w+ ){0,3}$"
)
_OF_CONTACT = re.compile(
    r"(?:point of contact|punto de contacto|contact point|(?:como|as)(?: an?| our| the| your| su| nuestro)? contact\w*)"
)
_NEXT_TO = re.compile(r":?\s(?:(?:el|la|al|a la)\s)?")
_IS_ROLE = re.compile(
    r"\b(?:is|will|remains?|stays|acts?|continues|es|ser[aá]|sigue|seguir[aá]|queda\w*|contin[uú]a\w*|fung\w+"
    r"|act[uú]a|como|as)\b",
    re.IGNORECASE,
)
_OF_DATA = re.compile(  # "Ana Prueba pidió los datos del punto focal"
    r"\b(?:datos|informacion|lista|nombres?|correos?|telefonos?|reunion|details|information|data|particulars|list|names?"
    r"|meeting)(?: (?:de contacto|actualizad[oa]s?|completos?))? (?:del?|of|for)(?: (?:el|la|los|our|the"
    r"|nuestr[oa]s?))*\s$"
)
_OF_ROLE = re.compile(r"\s(?:del?|de la|of|at|for|en)(?: (?:la|el|the|our|nuestr[oa]))?\s(?=[A-ZÀ-Þ])")


def with_roles(sentence: str, people: Sequence[Person]) -> list[Person]:
    """Give each role that a sentence names to the person nearest to it who stays or comes."""
    found = list(people)
    live = [
        place
        for place, each in enumerate(found)
        if each.change != "leave" and not _is_denied(sentence, each, found[place - 1] if place else None)
    ]
    roles = [each for each in _ROLE.finditer(sentence) if not _NO_ROLE.search(plain_letters(sentence[: each.start()]))]
    for role in roles if live else ():
        word = role_at(role)
        if word == "contact" and not _OF_CONTACT.search(
            plain_letters(sentence[max(role.start() - 15, 0) : role.end() + 12])
        ):
            continue
        others = [each for each in live if not _is_role_of(sentence, role, found[each])] or live
        near = min(others, key=lambda place: _distance(found[place], role))
        next_to = [each for each in others if _NEXT_TO.fullmatch(sentence[role.end() : found[each].start])]
        before = [] if next_to else [each for each in others if found[each].end <= role.start()]
        near = next_to[0] if next_to else near  # "fungirá como punto focal Narciso Simulado"
        if before and _IS_ROLE.search(sentence[found[before[-1]].end : role.start()]):
            near = before[-1]  # "Ana Prueba will remain our focal point and Luis Ensayo …"
        if len(live) > 1 and _distance(found[near], role) > 60:
            continue
        if found[near].end <= role.start() and _OF_DATA.search(plain_letters(sentence[: role.start()])):
            continue
        if "role" not in found[near].values:
            values = {**_office_of_role(sentence[role.end() :]), **found[near].values, "role": word}
            found[near] = replace(found[near], values=values, tells=True)
    return found


def _is_denied(sentence: str, person: Person, before: Person | None) -> bool:
    """Tell whether it is denied of somebody, or only supposed: "el punto focal no es la Lic. Ana Prueba sino …"."""
    return denies(sentence[before.end if before else 0 : person.start], sentence[person.end :])


def _office_of_role(behind: str) -> dict[str, str]:
    """The office in "es el punto de contacto del Servicio Nacional de Migración"."""
    of = _OF_ROLE.match(behind)
    unit, institution = offices_of(behind[of.end() :]) if of else ("", "")
    return {name: said for name, said in (("unit", unit), ("institution", institution)) if said}


def _is_role_of(sentence: str, role: re.Match[str], person: Person) -> bool:
    """Tell whether a role is somebody else's to a person: "suplente de la Lic. Ana Prueba"."""
    return re.fullmatch(r"\s(?:del?|de la|of|for|to)(?: \S{1,6})?\s", sentence[role.end() : person.start]) is not None


def _distance(person: Person, role: re.Match[str]) -> int:
    return person.start - role.end() if role.end() <= person.start else abs(role.start() - person.end)
