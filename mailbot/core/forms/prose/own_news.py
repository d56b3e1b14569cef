"""New data that writers tell of themselves in a letter about something else: "Aprovecho: mi nuevo celular es …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.about_persons import tells_of_a_person
from mailbot.core.forms.prose.corrected import tells_new_place
from mailbot.core.forms.prose.sentences import proposals_in_sentences
from mailbot.core.values import Entry, Known

_WHAT = (
    r"(?:(?:n[uú]mero|number)(?: (?:de|del|directo))? ?)?(?:tel[eé]fono|tel\.|celular|cel\.|m[oó]vil|fax|correo"
    r"|cuenta"
    r"|direcci[oó]n de correo|e-?mail|phone|telephone|mobile|cell|n[uú]mero|number|cargo|puesto|extensi[oó]n)"
)
_NEW_SEAT = (
    r"(?:nos encontramos|se encuentran?|(?:estamos|est[áa]n?) ubicad[oa]s?|estamos|atendemos|se (?:traslad|mud)\w+)"
    r"(?: ya| ahora)? (?:en|a) (?:su|nuestra) nueva (?:sede|direcci[oó]n|oficina)"
    r"|nos (?:hemos )?(?:mud|traslad)\w+ (?:de (?:edificio|sede|oficinas?|local|direcci[oó]n)|a\b)"
    r"|(?:we|our offices?) (?:have |has )?(?:been )?(?:moved|relocated) to"
)
_MOVES = re.compile(rf"\b(?:{_NEW_SEAT})\b", re.IGNORECASE)
_NEW = re.compile(
    rf"\b(?:cambi(?:é|amos|aron)(?: nuestr[oa])? (?:de|mi|el|la)(?: n[uú]mero de)? {_WHAT}"
    rf"|(?:(?:mi|nuestro|el) nuev[oa]|(?:my|our|the) new|new) {_WHAT}"
    rf"|(?:mi|nuestro) {_WHAT} (?:nuev[oa]|(?:ha )?cambi(?:ó|ado)|ahora es|es ahora)"
    rf"|(?:my|our) {_WHAT}(?: \w+){{0,2}} (?:has changed|is now|has been changed|changed)"
    rf"|(?:actualizar|actualicen|update|change) (?:mi|my|our|nuestro) {_WHAT}"
    r"|(?:replac|sustitu|re?empla[cz]|chang|cambi|updat|actuali)\w+ [^.;@]{0,80}\s?\S{1,64}@\S{3,80}"
    r"\s(?:with|por|to|al?|by)\s[^.;@]{0,40}\S{1,64}@\S{3,80}\s[^.;@]{0,60}"
    r"\b(?:directory|directorio|list\w*|records?|registros?|contact\w*|database)\b"
    rf"|i (?:have )?(?:a new|changed (?:my )?) ?{_WHAT}"
    rf"|{_NEW_SEAT})",
    re.IGNORECASE,
)
_OF_ANOTHER_THING = re.compile(
    r"\b(?:pasaporte|passport|vuelo|flight|hotel|visa|c[eé]dula|dpi|habitaci[oó]n|room|durante|during|while|mientras"
    r"|ministr[oa]|su(?! (?:list|direct|regist|base|nueva (?:sede|direcci|oficina)))|sus|his|her|their)\b",
    re.IGNORECASE,
)
_MY_NAME = re.compile(r"\W*(?:soy|me llamo|mi nombre es|my name is)\s(?:(?:la|el)\s)?[A-ZÀ-Þ]", re.IGNORECASE)
_MOST = 2_000  # characters of a letter
_OWN_OFFICES = re.compile(
    r"\b(?:nos (?:hemos )?(?:traslad|mud|reubic)\w+|nuestr[oa]s?|mi|our|my|we|estamos|nos encontramos|esta|este)\b",
    re.IGNORECASE,
)
_OF_AN_EVENT = re.compile(
    r"\b(?:reuni[oó]n|seminari|taller|workshop|meeting|seminar|(?<!en )curso|course|event|conferenc|foro|forum"
    r"|encuentro)",
    re.IGNORECASE,
)  # which has a place of its own
_CUES = (
    "traslad",
    "muda",
    "mudó",
    "reubic",
    "mov",
    "locat",
    "ubicad",
    "nuev",
    "new",
    "cambi",
    "chang",
    "actualiz",
    "updat",
    "ahora",
    " now",
    "replac",
    "sustitu",
    "emplac",
    "emplaz",
    "moved",
    "relocat",
)


def tells_of_a_new_seat(text: str) -> bool:
    """Tell whether an office says that it has moved: "ya nos encontramos en nuestra nueva dirección: …"."""
    found = (each for each in clauses(" ".join(text[:_MOST].split())) if _MOVES.search(each))
    return any(_OF_ANOTHER_THING.search(each) is None for each in found)


def own_news(loose: Sequence[Loose], labels: Labels, known: Known) -> Entry | None:
    """Return an entry of doubts with the data that a sentence says are the writer's new ones; None for none."""
    of_offices = any(_OWN_OFFICES.search(line.text) for line in loose)
    of_offices = of_offices and not any(_OF_AN_EVENT.search(line.text) for line in loose)
    found = [
        Loose(clause, line.line, line.lines)
        for line in loose
        if any(cue in line.text.lower() for cue in _CUES) and not tells_of_a_person(line.text)
        for clause in clauses(line.text)
        if not _OF_ANOTHER_THING.search(clause)
        and (_NEW.search(clause) or _MY_NAME.match(clause) or (of_offices and tells_new_place(clause)))
    ]
    if all(_MY_NAME.match(each.text) for each in found):
        return None
    return proposals_in_sentences(found, labels, known, {})
