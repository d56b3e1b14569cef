"""Who is in charge and what came of an activity, told behind its state without a label."""

from __future__ import annotations

import re

from mailbot.core.codes import ACTIVITY_CODE

IN_CHARGE = "responsible"  # the field
# A full stop that ends a sentence, and is none of "Licda." or "Ing.".
_STOP = r"(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z][a-z]{3})(?<!\b[A-Z][a-z]{4})\.\s|\.$"
_IN_CHARGE = re.compile(
    r"\b(?:(?i:a cargo de(?:l)?|bajo la (?:responsabilidad|coordinaci[oó]n) de(?:l)?|(?:es )?responsabilidad de(?:l)?"
    r"|se (?:encarga|ocupa)(?: de (?:ell[oa]|est[oae]|l[ao] mism[oa]))?|(?:l[oa] )coordina"
    r"|coordinad[oa] por(?: el| la)?"
    r"|led by|coordinated by|handled by|under the responsibility of|the responsibility of))\s+(?:(?:la|el|los|las"
    r"|the)\s+)?"
    r"(?P<told>[A-ZÀ-Þ][^,;:()]{1,100}?)(?=[,;:()]|" + _STOP + r"|$|\s(?:y se|que|con|para|desde|hasta|a partir"
    r"|since|until|quien|which|with|who"
    r"|and (?:will|was|is|has|were))\s|\sy\s(?:fue|est[aá]|ya|qued[oó]|se)\s)"
)
# Behind a state and a comma: "…, responsable el Cro. Narciso Simulado".
_NAMED_IN_CHARGE = re.compile(
    r"(?:^|[,;(]\s*)(?i:(?:persona )?responsable|encargad[oa]|person responsible|responsible(?: person"
    r"| officer)?)[,:]?\s"
    r"(?i:(?:es|is|ser[aá])\s)?(?i:(?:el|la|the)\s)?"
    r"(?P<told>[A-ZÀ-Þ][^\W\d_]{1,8}\.\s[A-ZÀ-Þ][^,;:().]{3,60}?)(?=[,;:()]|\.(?:\s|$)|$)"
)
# "La responsable de la P003-10 es ahora la Dirección …", "who is responsible for it is the Ministry of …"
_IS_IN_CHARGE = re.compile(
    r"\b(?i:(?:responsable|encargad[oa]|coordinador[a]?) (?:de|del|por)|(?:responsible|in charge) (?:for|of))\b"
    r"[^,.;:]{1,80}?\s(?i:es|ser[aá]|pasa a ser|is|will be)\s(?i:(?:ahora|now|en adelante|actualmente)\s)?"
    r"(?:(?:la|el|los|las|the)\s)?"
    r"(?P<told>[A-ZÀ-Þ][^,;:()]{3,100}?)(?=[,;:()]|" + _STOP + r"|$|\s(?:y se|que|quien|which|who|and (?:will|was|is"
    r"|has|were))\s|\sy\s(?:fue|est[aá]|ya|qued[oó]|se)\s)"
)
# "IOM is now responsible for MD-03", "la OIM está ahora a cargo de la P003-10", "IOM will lead MD-03"
_HAS_CHARGE = re.compile(
    r"(?:^|[.,;:]\s|\b(?:que|that)\s)(?:(?i:la|el|the)\s)?"
    r"(?P<told>[A-ZÀ-Þ][\w.’'-]{0,30}(?:\s(?:(?:de|del|la|los|las|of|the|for|and"
    r"|y)\s){0,2}[A-ZÀ-Þ][\w.’'-]{0,30}){0,8})\s"
    r"(?i:(?:is|are|est[aá]n?|es|queda|ser[aá]|will be)\s(?:(?:ahora|now|actualmente|currently)\s)?"
    r"(?:responsible for|in charge of|leading|a cargo de|responsable de|encargad[oa] de)"
    r"|(?:now )?(?:leads|will lead|has taken over|takes over|took over|asume|asumi[oó]|asumir[aá]"
    r"|lidera(?:r[aá])?|coordina(?:r[aá])?))\s"
    rf"(?i:(?:la|el|los|las|the)\s)?(?i:(?:actividad|activity|work on"
    rf"|trabajo de)\s(?:la\s)?)?(?:(?={ACTIVITY_CODE}\b)|(?:it|this|ella|esta)\b)"
)
# "La responsable es la Unidad de …", "Responsibility for P003-04 lies with …", "de la P003-10 es responsable …"
_CHARGE_IS = re.compile(
    r"(?i:(?:^|[.,;:]\s)(?:(?:la|el|los|las|the)\s)?(?:(?:persona|person|instituci[oó]n"
    r"|institution|unidad|dependencia|oficina|[aá]rea|instancia|entidad|unit|office|body)\s)?(?:responsables?"
    r"|encargad[oa]s?"
    r"|responsible(?: (?:unit|office|institution|person|body|agency|department|party|entity))?)"
    r"\s(?:es|son|ser[aá]n?|fue(?:ron)?|is|are|was|were|will be)\s"
    r"|\bresponsibility for\b[^,.;]{1,40}\s(?:lies|rests|is) with\s|\b(?:es|son) responsables?\s)(?i:(?:la|el"
    r"|los|las|the)\s)?"
    r"(?P<told>[A-ZÀ-Þ][^,;:()]{1,100}?)(?=[,;:()]|\.?$|(?<=\w{6})\.\s|\s(?:que|which|who|and)\s)"
)
# "The Consular Affairs Unit was responsible.", "La Dirección de Protección fue la responsable."
_WAS_IN_CHARGE = re.compile(
    r"(?:^|[.;:]\s)(?:(?i:la|el|los|las|the)\s)?(?P<told>[A-ZÀ-Þ][^,;:()]{3,100}?)\s"
    r"(?i:(?:is|are|was|were|es|son|fue|fueron|ser[aá]|will be)\s(?:(?:la|el|los|las|the)\s)?"
    r"(?:responsables?|encargad[oa]s?|responsible(?: (?:unit|office|institution|party))?|in charge)"
    r"|qued[oó] a cargo|se encarg[oó](?: de ello)?)\s*(?:\.|$)"
)
_CAME = re.compile(
    r"\b(?:con (?:la )?(?:participaci[oó]n|asistencia|presencia) de|with (?:the )?(?:participation|attendance) of"
    r"|participaron|asistieron|se (?:ha |han )?capacit(?:[oó]|ado)(?: hasta (?:hoy|ahora|la fecha))? a"
    r"|attended by|(?:con|with)(?=\s(?:(?:un total de"
    r"|a total of)\s)?\d+\s))\s+"
    r"(?P<told>[^.;:()]*?\d[^.;:()]*?)(?=[.;:(]|,\s(?:y se|se|and|en|in|a cargo|con|with)\s|$)",
    re.IGNORECASE,
)


def in_charge(text: str) -> str | None:
    """Return "Dirección de Asuntos Consulares" of "a cargo de la Dirección de Asuntos Consulares"."""
    return (
        _told(_IN_CHARGE, text)
        or _told(_NAMED_IN_CHARGE, text)
        or _told(_IS_IN_CHARGE, text)
        or _told(_HAS_CHARGE, text)
        or _told(_CHARGE_IS, text)
        or _told(_WAS_IN_CHARGE, text)
    )


def came_of_it(text: str) -> str | None:
    """Return "34 funcionarios de nueve países" of "con la participación de 34 funcionarios de nueve países"."""
    return _told(_CAME, text)


def _told(pattern: re.Pattern[str], text: str) -> str | None:
    found = pattern.search(text)
    return found["told"].strip() if found else None
