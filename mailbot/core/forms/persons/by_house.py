"""The institution that names somebody, or for which somebody is the contact, in the sentence with the name.

"Este Ministerio de Trabajo ha designado al Lic. Prueba", "Ms. Sample will be the contact for the Ministry of Labour":
proposed where nothing else gives the person's institution.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.forms.found import told_for
from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.paragraphs import own_paragraphs
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.persons.names_of_offices import is_institution
from mailbot.core.forms.persons.offices_at import office_at
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, Form, Line

_NAMES = re.compile(
    r"\s?,?\s?(?:(?:ha|has|had|se ha) )?(?:ten?id\w (?:a bien )?)?(?:designad[oa]|design[oóa]|nombrad[oa]|nombr[oóa]"
    r"|acreditad[oa]|acredit[oóa]|designat(?:ed|es)|appoint(?:ed|s)|nominat(?:ed|es)|named"
    r"|(?:has|tiene) (?:a |un |una )?(?:new|nuev[oa]) (?:contact|focal|punto|enlace))\b",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:contact(?: person| point)?|focal point|punto focal(?: (?:altern[oa]|suplente))?|punto de contacto|enlace"
    r"|altern[oa]t?e?|suplente) (?:for|of|at|in|del?|de la|en el|en la|por el|por la|por parte del?|ante el)"
    r" (?:the |la |el |est[ea] |nuestr[oa] |this |our )?(?=[A-ZÀ-Þ])"
)
_BY = re.compile(
    r"\b(?:designad|nombrad|acreditad|designated|appointed|nominated)\w*\b[^.;:]{0,60}? (?:por|by)"
    r" (?:el |la |the |est[ea] |our |nuestr[oa] )?(?=[A-ZÀ-Þ])"
)
_CUE = re.compile(
    r"[Dd]esign|[Nn]ombr|[Aa]credit|[Aa]ppoint|[Nn]ominat|[Nn]amed|ontact|ocal|nlace|ltern|plente|has a|tiene"
)
_OF_THE_GROUP = re.compile(
    r"\b(?:secretaria tecnica|technical secretariat|presidencia pro|pro tempore|grupo|group|red|network|conferencia"
    r"|conference|crm|rcm|oim|iom|comision regional)\b"
)
_WORD = re.compile(r"(?<!\S)(?=[A-ZÀ-Þ])")
_LONGEST = 1_200  # characters of a sentence
_MOST = 40  # sentences


def with_naming_house(entries: Sequence[Entry], lines: Sequence[Line], form: Form) -> tuple[Entry, ...]:
    """Return the entries; who is named in a sentence with one institution that appoints has that one, asked."""
    house = next((each.id for each in form.fields if each.kind == "institution"), "")
    key = key_field(form)
    if not house or key is None or all(told_for(each, house) for each in entries):
        return tuple(entries)
    said = list(_said(lines))
    return tuple(_with_house(each, said, key.id, house, alone=len(entries) == 1) for each in entries)


def _with_house(entry: Entry, said: Sequence[tuple[int, str, str]], key: str, house: str, *, alone: bool) -> Entry:
    name = fold(told_for(entry, key))
    if told_for(entry, house) or not name:
        return entry
    meant = {
        office: line for line, sentence, office in said if name in fold(sentence) or (alone and _announces(sentence))
    }
    if len(meant) != 1:
        return entry
    ((office, line),) = meant.items()
    doubt = Doubt(house, office, FROM_A_SENTENCE, line, office, one_reading=True)
    return replace(entry, doubts=(*entry.doubts, doubt), missing=tuple(each for each in entry.missing if each != house))


def _announces(sentence: str) -> bool:
    """Tell whether a sentence without the name may be of the one person of the letter."""
    return sentence.rstrip().endswith(":") or _BY.search(sentence) is not None


def _said(lines: Sequence[Line]) -> Iterator[tuple[int, str, str]]:
    """Yield the line, the sentence and the institution of sentences in which one appoints somebody."""
    for each in own_paragraphs(lines, _LONGEST):
        if _CUE.search(each.text) is None:
            continue
        for sentence in clauses(each.text)[:_MOST]:
            if len(sentence) <= _LONGEST and (office := _office(sentence)):
                yield each.line, sentence, office


def _office(sentence: str) -> str:
    found = [_at(sentence, each.end()) for way in (_FOR, _BY) for each in way.finditer(sentence)]
    end = 0
    for each in _WORD.finditer(sentence) if _NAMES.search(sentence) else ():
        office = _at(sentence, each.start()) if each.start() >= end else ""
        end = each.start() + len(office) if office else end
        found += [office] if office and _NAMES.match(sentence, end) else []
    offices = {each for each in found if each}
    return offices.pop() if len(offices) == 1 else ""


def _at(sentence: str, start: int) -> str:
    office = office_at(sentence, start)
    named = " " in office and is_institution(office) and not _OF_THE_GROUP.search(fold(office))
    return office if named else ""
