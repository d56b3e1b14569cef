"""Whose the labelled values are that no name stands beside: "corregir los siguientes datos de la Licda. Ana Prueba:".

Somebody writes for a colleague, and names them in the sentence above.  The name is asked for, since without it the
values would be taken for the writer's own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mailbot.core.forms.found import told_for
from mailbot.core.forms.naming.questions import FROM_A_SENTENCE
from mailbot.core.forms.naming.said import Item, Loose, Said
from mailbot.core.forms.persons.names_of_offices import is_person
from mailbot.core.forms.persons.runs import Run, is_called, person_at, persons_in
from mailbot.core.forms.persons.told_words import OF_WHOM
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, Form

_DATA = (
    r"(?:datos|informacion|registro|ficha|entrada|fila|contacto|renglon|particulars|details|information|data|entry"
    r"|record|row|listing)"
)
_DATA_OF = re.compile(
    rf"\b{_DATA}\b[^.;:]{{0,60}}?"
    r"(?:\b(?:del?|al?|for|of|on|about|sobre|con|para)(?: (?:l[ao]s?|el))?(?: \w+){0,3},?|,)$"
)
_ASKED_FOR = re.compile(
    r"\b(?:siguientes?|following|corr[ei]\w+|actuali[cz]\w+|cambi\w+|modifi\w+|updat\w+|chang\w+|correct\w*|rectif\w+"
    r"|nuev[oa]s?|new|amend\w*)\b"
)
_POSSESSED = re.compile(
    r"['’]s? (?:new |current |correct |updated |contact )*(?:details|information|data|entry|record|particulars)\b"
)
_MINE = re.compile(
    r"\b(?:mis?|my|nuestr[oa]s?|our)(?: (?:propi[oa]s?|nuev[oa]s?|own|new|current|contact|direct)){0,2}"
    r" (?:datos|informacion"
    r"|telefonos?|celular|correo|numeros?|direccion|fax|numbers?|phone|mobile|details|e-?mail|address|extension)\b"
)
_BY_OR_INSTEAD = re.compile(  # who asks for it, who is written to, whose place is taken
    r"\b(?:instruccion(?:es)?|encargo|nombre|parte|solicitud|pedido|peticion|indicacion(?:es)?|orden(?:es)?|requerimiento"
    r"|behalf|request|instructions?|direction|estimad[oa]s?|dear|senor(?:a|ita)?|gracias|thank\w*|atencion|attn|cc|copia"
    r"|(?:en )?(?:sustitucion|reemplazo|remplazo|lugar|vez|relevo)|salida|renuncia|partida|retiro|jubilacion|despues"
    r"|departure|place|replacement|retirement|instead|sucesora?|successor|sustitut[oa]"
    r"|(?:sustitu|re?emplaz|relev|suced)\w+|(?:replac|succe)\w+|por|by)"
    r"\b[^,;:]{0,40},?$"
)
_NOT_THEIRS = re.compile(
    r"\b(?:no|not|con|with|y|and|e|llame|call|escrib\w+|saluda|soy|am|i|me|nos)(?: (?:el|la|al?))?$"
)
_OBJECT = re.compile(
    r"(?:\b(?:for|of|para|del?|a|al|respecto(?: del?| al?)?|about|regarding|concerning)(?: (?:la|el|our"
    r"|nuestr[oa]|\w+))?|,)$"
)
_ACTS = re.compile(
    r",? (?:solicit|ped|pid|envi|remit|transmit|comunic|inform|notific|confirm|ruega|agradec|ya no|dej"
    r"|se (?:jubil|retir)|renunci|sustitu|re?emplaz|asks?|request|sends?|writes?|wrote|inform"
    r"|confirm|would|wishes|has left|left|no longer"
    r"|retired|is replac|replac|will be replac)\w*"
)
_OF_SOMEBODY = re.compile(
    r"\b(?:datos|informaci[oó]n|ficha|registro|details|information|data|entry|following)"
    r"(?: (?:de contacto|actualizad[oa]s))? (?:de|for|of) (?=[A-ZÀ-Þ][a-zß-ÿ])"
)
_CLAUSE = re.compile(r"[.!?]\s+(?=[A-ZÁÉÍÓÚÑ¿¡])|[;:]\s")
_JOINED = re.compile(r",?\s*(?:(?:y|e|and|&)(?: (?:la|el|a la|al))?)?\s*")
_POSSESSIVE = re.compile(r"\.\s+(?:Sus?|El|La|Los|His|Her|Their|The)$")  # "…, Asistente. Su" before "teléfono es"
_THEIRS_BELOW = re.compile(  # "Our new officer is Dr. Naomi Testerly. Her details:"
    r"(?:[^.!?:]{0,120}[.!?])?\s+(?:Her|His|Their|Sus|The|Los|Estos son sus|These are her|These are his)\s"
    r"(?:\w+ ){0,2}?(?:details|data|information|particulars|coordinates|datos|coordenadas|generales)\b"
    r"[^.!?:\d@]{0,40}:",
    re.IGNORECASE,
)
_MOST_LINES = 3  # that such a sentence goes over
_LONGEST = 300  # characters of it
_NEAR = 4  # lines from the sentence to the first value
_SENTENCE = re.compile(r"[.!?]\s+(?=[A-ZÁÉÍÓÚÑ¿¡])")


def with_whose_data(entries: Sequence[Entry], items: Sequence[Item], form: Form) -> list[Entry]:
    """Return the entries; one without a name has that of the only person in the sentence above it, to be asked."""
    key = key_field(form)
    if form.subject_of != "contact" or key is None:
        return list(entries)
    named = {fold(told_for(entry, key.id)) for entry in entries}
    return [
        entry if told_for(entry, key.id) or not entry.fields else _with_name(entry, items, form, key.id, named)
        for entry in entries
    ]


def _with_name(entry: Entry, items: Sequence[Item], form: Form, key: str, named: set[str]) -> Entry:
    first = min(each.line for each in entry.fields.values())
    found = _words_ahead(items, first)
    run = _teller(found[0]) if found else None
    if run is None:
        found = _sentence_above(items, first)
        run = _whose(found[0]) if found else None
    if found is None or run is None or fold(run.name) in named:
        return entry
    told = {"title": run.title, key: run.name, "position": run.position or _secretary(run)}
    doubts = tuple(
        Doubt(each.id, told[each.id], FROM_A_SENTENCE, found[1], told[each.id], one_reading=True)
        for each in form.fields
        if told.get(each.id) and each.id not in {*entry.fields, *(one.field for one in entry.doubts if one.proposal)}
    )
    missing = tuple(each for each in entry.missing if not told.get(each))
    kept = (each for each in entry.doubts if run.name not in each.said or each.proposal)  # which asked what the name is
    return replace(entry, doubts=(*kept, *doubts), missing=missing)


def _secretary(run: Run) -> str:
    """The post "Secretaria General", which without its accent looks like the office."""
    return run.institution if run.institution.startswith("Secretaria General") else ""


def _words_ahead(items: Sequence[Item], first: int) -> tuple[str, int] | None:
    """What stands on the line of the first value before it: "Estos asuntos los verá el Lic. Luis Ensayo, tel. …"."""
    ahead: Loose | None = None
    for item in items:
        if isinstance(item, Said) and item.line == first:
            return (ahead.text.strip()[-_LONGEST:], first) if ahead else None
        ahead = item if isinstance(item, Loose) and item.line == first else None
    return None


def _teller(text: str) -> Run | None:
    """The person with whom the words before a value end, behind a verb: no mere list of names."""
    persons = persons_in(text)
    run = persons[-1] if len(persons) > 1 else _only_person(text)
    if run is None or is_person(text.strip(" ,;:(")):
        return None
    behind = _POSSESSIVE.sub("", text[run.end :].strip(" ,;:("))
    if behind and behind not in {run.position, run.institution}:
        return None
    begins = max((found.end() for found in _CLAUSE.finditer(text, 0, run.start)), default=0)
    before = [each.end for each in persons if each is not run]
    ahead = fold(text[max([begins, *before]) : run.start])
    joined = bool(before) and before[-1] >= begins and _JOINED.fullmatch(ahead) is not None
    wrong = joined or _MINE.search(ahead) or _BY_OR_INSTEAD.search(ahead) or _NOT_THEIRS.search(ahead)
    return None if wrong else run


def _sentence_above(items: Sequence[Item], first: int) -> tuple[str, int] | None:
    """The last sentence above the line of the first value, with its line: nothing else was said in between."""
    above = [each for each in items if isinstance(each, Loose | Said) and _ends(each) < first]
    lines: list[Loose] = []
    for each in reversed(above):
        if not isinstance(each, Loose):
            break
        if (not lines and first - _ends(each) > _NEAR) or (lines and lines[0].line - _ends(each) > 1):
            break
        lines.insert(0, each)
        if len(lines) == _MOST_LINES:
            break
    text = " ".join(each.text.strip() for each in lines)[-_LONGEST:].replace(" (", ", ")  # "la fila 9 (Lic. X):"
    return (text, lines[-1].line) if text else None


def _ends(item: Loose | Said) -> int:
    return max((item.line, *item.lines))


def _whose(text: str) -> Run | None:
    """The one person of whom a sentence announces the data."""
    run = _only_person(text)
    if run is None:
        return None
    if _THEIRS_BELOW.fullmatch(text, run.end):
        gone = _ACTS.match(f" {fold(text[run.end :])}") or _BY_OR_INSTEAD.search(fold(text[: run.start]))
        return None if gone else run
    if _SENTENCE.search(text, run.end):
        return None
    begins = max((found.end() for found in _SENTENCE.finditer(text, 0, run.start)), default=0)
    ahead, behind = fold(text[begins : run.start]), fold(text[run.end :])
    if _MINE.search(ahead) or _BY_OR_INSTEAD.search(ahead) or _ACTS.match(f" {behind}"):
        return None
    announced = text.rstrip().endswith(":")
    of_theirs = _DATA_OF.search(ahead) or _POSSESSED.match(behind) or (announced and OF_WHOM.search(f"{ahead} "))
    asked = announced and _OBJECT.search(ahead) and _ASKED_FOR.search(f"{ahead} {behind}")
    return run if of_theirs or asked else None


def _only_person(text: str) -> Run | None:
    """The only person of a text; behind "de" and "for" a first name makes capitals somebody's: "los datos de Ana …"."""
    persons = persons_in(text)
    for found in _OF_SOMEBODY.finditer(text):
        run = person_at(text, found.end())
        if run is not None and is_called(run.name):
            others = [each for each in persons if not run.start <= each.start < run.end]
            return None if others else run
    return persons[0] if len(persons) == 1 else None
