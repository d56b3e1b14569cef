"""Sentences about persons: who leaves, follows, is to be written to or added.

"La sustituye don Baltasar Prueba, teléfono 2299-0088": the number is not the writer's, and whose it
is only a person can tell.  Nothing is taken from such a sentence, so the whole message is put before one.
"""

from __future__ import annotations

import re
from itertools import pairwise

from mailbot.core.fields import is_title, split_title
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.told_persons import persons_told
from mailbot.core.language import fold
from mailbot.core.remembered import remembered

_SUCCESSION = re.compile(
    r"\b(?:sustitu(?:ye|yen|ira|yo|id[oa])|re?emplaz(?:a|an|ara|o|ad[oa])|relev(?:a|ara|o)|suced(?:e|era|io)"
    r"|(?:su|mi) (?:sucesora?|reemplazo|relevo)|dejare (?:el|la|mi|esta)|se (?:jubil\w+|acogio)|successor"
    r"|ya no (?:labora|trabaja|forma|esta(?! (?:en (?:uso|func|serv)|activ|disp|habil|vigen))|pertenece"
    r"|ocupa|presta|se desempena|funge)"
    r"|en su (?:lugar|reemplazo|sustitucion)|(?:la|le|me) (?:cubr|supl)(?:e|ira)"
    r"|en (?:sustitucion|reemplazo|relevo) del?|(?:asum[eo]|asumi|asumio|asumira) (?:el|la|como|funciones|las)"
    r"|dejo (?:el cargo|de laborar|la institucion|de prestar)|nuev[oa] (?:punto focal|enlace|contacto)"
    r"|no longer (?:works|with|at|part|in|employed|the)|(?:is|was|been|be) replaced by|take[ns]? over|succeed(?:s|ed)"
    r"|in (?:his|her|their) (?:place|stead)|new (?:focal point|contact|liaison))\b"
)
_ADDRESSED = re.compile(
    r"\b(?:(?:favor|sirvase|ruego|rogamos|agradec\w+|puede[n]?|debe[n]?|deberan?)\b[^.;\n]{0,60}?"
    r"\b(?:dirigir(?:se|la|lo)?|dirija[ns]?e?|contactar(?:se)?|comunicarse|escribir(?:le)?|llamar(?:le)?"
    r"|remitir(?:la|lo)?|(?:enviar|remitir|mandar|poner)(?:le)? (?:una |en )?copia|copiar(?:le)?)"
    r"|favor de (?:dirigir|contactar|comunicarse)|atencion (?:de|a|del)\b"
    r"|please (?:contact|write|direct|address|call|refer)"
    r"|quien (?:es|lleva|atiende|ve|tiene)|who (?:is|handles|deals))\b"
)
_ADDED = re.compile(
    r"\b(?:agreg(?:ar|uen?|amos)|inclu(?:ir|yan?|imos)|anad(?:ir|an?|imos)|incorpor(?:ar|en?|amos)"
    r"|design(?:ar|a|an|o|amos|ad[oa])|nombr(?:ar|ad[oa]|amos|o)|deleg(?:a|ar|ad[oa]|amos)"
    r"|elimin(?:ar|en?)|retir(?:ar|en?)|quit(?:ar|en?)|exclu(?:ir|yan?)|sigue siendo|continua(?:ra)? (?:siendo|como)"
    r"|add(?:ed)?|include|remove|designat(?:e|es|ed)|nominat(?:e|es|ed)|appoint(?:s|ed)?|remains?)\b"
)
_SOMEBODYS = re.compile(r"[^\W\d_]['’]s (?:new |direct |office )?[^\W\d_]")  # "Ms. Sample's new number is …"
_IS_REACHED = re.compile(
    r"(?:^|[.;]\s)\s*(?:(?:al?|para|con) )?(?:la |el |the )?"
    r"(?:Licd?a?|Ing|Dra?|Sra?|Srta|Mtr[oa]|Arq|Abg|Mrs?|Ms|Emb|Prof|Cr[oa]|señora?|licenciad[oa]|doctora?)\.?"
    r"(?: (?-i:[A-ZÀ-Þ])[\w'’-]+){1,4}(?:,[^,;.\d@]{3,60},)? (?:(?:se|le|la|lo|les)\s){0,2}(?:atiende|puede"
    r"|es localizable|est[aá] (?:en|localizable)|localiza|contacta|ubica|responde|contesta|usa|utiliza|can|may"
    r"|is (?:available|reachable|at)|uses|answers)\b",
    re.IGNORECASE,
)  # "La Licda. Ficticia atiende en el teléfono …": the number is hers
_LONGEST = 2_000
_CUT_SHORT = re.compile(
    r"\b(?:[A-ZÀ-Þ][a-zà-ÿ]{0,2}|vda)\.(?=[ \w]|$)"
)  # "Ana M. Prueba", "José Ma. Ejemplo", "John Mock Jr."
_LONGEST_NAME = 80
_FEWEST = 60  # characters: a shorter line has no room for a verb, a person and two values


@remembered
def tells_of_a_person(text: str) -> bool:
    """Tell whether a sentence says who comes, goes or is to be written to."""
    if len(text) < _FEWEST and not _SOMEBODYS.search(text):
        return False
    if _IS_REACHED.search(text[:_LONGEST]):
        return True
    folded = fold(text[:_LONGEST])
    if _SUCCESSION.search(folded) or _ADDRESSED.search(folded):
        return True
    if _ADDED.search(folded) and _names_somebody(text[:_LONGEST]):
        return True
    return bool(persons_told([Loose(text, 0)]))


def begins_with_a_person(text: str) -> bool:
    """Tell whether a line opens with a form of address, a name and a comma: "1) Licda. Ana Prueba, Directora"."""
    before, comma, _ = without_bullet(text).partition(",")
    title, name = split_title(before) if comma and len(before) < _LONGEST_NAME else ("", "")
    plain = _CUT_SHORT.sub("", name)
    return bool(title) and len(name.split()) > 1 and not any(sign.isdigit() or sign in ".:;" for sign in plain)


def tells_of_a_successor(text: str) -> bool:
    """Tell whether words say that one person comes in another's place."""
    return bool(_SUCCESSION.search(fold(text[:_LONGEST])))


def _names_somebody(text: str) -> bool:
    """Tell whether a form of address stands before a capital within the text, not as its first word."""
    pairs = pairwise(text.split()[1:])
    return any(is_title(word) and following[:1].isupper() for word, following in pairs)
