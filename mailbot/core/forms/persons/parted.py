"""A post parted from the unit and the institution it is in: "Analista en la Dirección de Política Exterior"."""

from __future__ import annotations

import re
from dataclasses import replace

from mailbot.core.forms.naming.posts import POST_OPENS
from mailbot.core.forms.persons.names_of_offices import is_unit
from mailbot.core.forms.persons.offices_at import capitals_at, office_at, unit_at
from mailbot.core.forms.persons.runs import Run
from mailbot.core.language import fold

_AT = re.compile(r"\w (?:at|with|in) (?:the )?[A-Z]")
_WITHIN = re.compile(r"\s(?:en|in|at|within|of|del?)(?: (?:la|el|las|los|the|our|nuestr[oa]))?\s+(?=[A-ZÀ-Þ])")
_OF_MINISTRY = re.compile(
    r",?\s(?:del|de la|de|of the|of|en el|en la|at the|in the|at)?\s{0,9}(?=(?:Vicem|M)inist(?:erio|ry)\b"
    r"|Secretar[ií]a de\b|Instituto\b"
    r"|Servicio Nacional\b|Canciller[ií]a\b|Department (?:of|for)\b|Direcci[oó]n (?:General"
    r"|Nacional) de Migraci[oó]n\b)"
)


def settled(run: Run) -> Run:
    """Return a person whose post does not hold the office it is in: "Policy Analyst at the Development Agency"."""
    said = run.position or (run.institution if POST_OPENS.match(fold(run.institution)) else "")
    if not said and run.institution and _AT.search(run.institution):
        said = run.institution  # English says the rank last
    post, unit, office = parted(said)
    if not (unit or office) or not post:
        return run
    other = "" if said == run.institution else run.institution
    return replace(run, position=post, unit=run.unit or unit, institution=other or office)


def parted(post: str) -> tuple[str, str, str]:
    """Part "Analista en la Dirección de Política Exterior del Ministerio X" into post, unit and institution."""
    for joined in _WITHIN.finditer(post):
        rest = post[joined.end() :]
        inside = fold(joined.group()).split()[0] in {"en", "in", "at", "within"}
        unit, office = offices_of(rest)
        if (unit and inside) or (office and not unit and (inside or office == rest.strip(" .,"))):
            return post[: joined.start()].strip(" ,"), unit, office
    return post, "", ""


def offices_of(text: str) -> tuple[str, str]:
    """Return the unit and the institution that a text begins with, "" for what it does not name."""
    of = _OF_MINISTRY.search(text, 1)
    office = office_at(text, of.end()) if of else ""
    head = text[: of.start()] if of and office else text
    named = capitals_at(head, 0)
    if not office and (whole := office_at(head, 0)) and not is_unit(whole):
        return "", whole
    joined = bool(office) and named == head.strip(" ,")
    unit = unit_at(head, 0) or (named if named and (joined or is_unit(named)) else "")
    return (unit, office) if unit else ("", "")
