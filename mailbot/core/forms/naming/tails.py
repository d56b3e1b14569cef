"""What stands behind a label and says no more than whose value it is, or that it holds now: "Puesto que ocupa"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

OF_WHOEVER = re.compile(
    r"\s+(?:of|for|del?|de la|de el)\s+(?:the |este |esta )?(?:officer|official|representative|delegate|employee"
    r"|contact(?: person)?|person|nominee|funcionari[oa](?:/a)?|servidor(?:a|/a)?(?: p[úu]blic[oa])?"
    r"|persona(?: de contacto)?"
    r"|contacto|representante|delegad[oa]|designad[oa])(?: (?:designated|designad[oa]|responsable|in charge))?$",
    re.IGNORECASE,
)  # the one person that an entry is about
_WHICH = (
    r"\s+(?:que|(?:en|a|para) (?:el|la) (?:que|cual)|al (?:que|cual)|en que|en donde|donde)"
    r"(?: (?:actualmente|hoy|usted|se))*"
)
_NOW = r"(?: (?:actualmente|hoy|en la actualidad|currently|presently|at present))?\s*$"
_HELD = re.compile(
    rf"{_WHICH} (?:ocupa|desempe[ñn]a|ostenta|ejerce|tiene)(?:\(n\))?{_NOW}"
    r"|\s+(?:ocupad|desempe[ñn]ad|ostentad)[oa]"
    + _NOW
    + r"|(?:\s+(?:currently|presently|now))?\s+(?:held|occupied)"
    + _NOW
    + r"|\s+(?:that |which )?you (?:currently |now )?(?:hold|occupy)"
    + _NOW,
    re.IGNORECASE,
)  # of a post
_SERVED = re.compile(
    rf"{_WHICH} (?:labora|trabaja|pertenece|representa|sirve|desempe[ñn]a|presta (?:sus )?servicios"
    rf"|(?:est[aá]|encuentra) (?:adscrit|asignad|destacad)[oa](?:\([ao]\)|/[ao])?){_NOW}"
    r"|\s+(?:(?:that |which |where |in which |for which |to which )?you (?:currently |now )?"
    r"(?:work(?: for| in| at)?|represent|belong(?: to)?|serve(?: in)?)|represented)" + _NOW,
    re.IGNORECASE,
)  # of an office; "dirección donde labora" may be a street or an office


_HOUSE = (
    r"(?:instituci[oó]n|entidad|organizaci[oó]n|oficina|sede|ministerio|despacho|organismo"
    r"|(?:(?:lugar|centro) de )?trabajo|office|institution|ministry|agency|organi[sz]ation|department|workplace)"
)
_IN_THE_HOUSE = re.compile(rf"\s+(?:en|dentro de|(?:with)?in|at)\s*(?:la|el|l|the|su|your)?\s+{_HOUSE}$", re.IGNORECASE)
_OF_THE_HOUSE = re.compile(rf"\s+(?:del?|of)(?: la| el| the| su| your)?\s+{_HOUSE}$", re.IGNORECASE)
_NUMBER_OF = re.compile(
    r"^(?:n[uú]meros?|n[uú]m\.?|nos?\.|n[º°o]\.?)\s+(?:del?\s|de la\s|tel[eé]f[oó]nicos?\s+(?:del?\s|de la\s)?)?(?=\S)"
    r"|\s+(?:numbers?|nos?\.?|#)$",
    re.IGNORECASE,
)
_NAME_OF = re.compile(
    r"^(?:nombre (?:completo )?del?(?: la)?|(?:full )?name of(?: the| your)?)\s+|\s+name$", re.IGNORECASE
)
POST, OFFICE, REACH, TELEPHONE = "post", "office", "reach", "telephone"
_ROWS = (
    (_HELD, (POST,)),
    (_IN_THE_HOUSE, (POST,)),
    (_SERVED, (OFFICE,)),
    (_NAME_OF, (OFFICE, POST)),
    (_OF_THE_HOUSE, (REACH,)),
    (_NUMBER_OF, (TELEPHONE,)),
)


# One of these words, without accents, stands in whatever a row finds.
WORDS_OF_SUCH = frozenset(
    """
    ocupa desempena ostenta ejerce tiene ocupado ocupada desempenado desempenada ostentado ostentada held occupied hold
    occupy labora trabaja pertenece representa sirve presta adscrito adscrita asignado asignada destacado destacada work
    represent belong serve represented institucion entidad organizacion oficina sede ministerio despacho organismo
    trabajo office institution ministry agency organization organisation department workplace numero numeros num no nos
    n number numbers nombre name
    """.split()
)


def without_such(text: str, words: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield "Puesto" for "Puesto que ocupa actualmente", "Entidad" for "Entidad en la que labora".

    With each, of which values alone this may be said.  ``words`` are those of the text, without accents.
    """
    if " " not in text or ("#" not in text and WORDS_OF_SUCH.isdisjoint(words)):
        return
    for pattern, kinds in _ROWS:
        bare = pattern.sub("", text, count=1).strip()
        if bare and bare != text:
            yield bare, kinds
