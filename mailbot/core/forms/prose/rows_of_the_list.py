"""Corrections of a list that was sent out, a person a line: "Fila 14. Ana Prueba: el fax debe decir …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.courtesy import without_greeting
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.posts_at import own_post
from mailbot.core.forms.persons.runs import Run, person_at, persons_in
from mailbot.core.forms.persons.their_posts import extension_told_of, post_told_of, told_post, with_their_post
from mailbot.core.forms.persons.told_entries import OF_A_PERSON, Told, doubts_of
from mailbot.core.forms.persons.told_words import THEIRS
from mailbot.core.forms.prose.changed_of_another import changed, told_of
from mailbot.core.forms.prose.corrected import corrected
from mailbot.core.forms.prose.sentences import told_now
from mailbot.core.forms.prose.where_it_says import erratum
from mailbot.core.forms.taking.extensions import ONLY_EXTENSION, telephone_of
from mailbot.core.forms.taking.values import read_value
from mailbot.core.language import fold
from mailbot.core.values import Doubt, Entry, FieldValue, Known

_ROW = re.compile(
    r"\W*(?:en (?:la |el )?|in |on )?"
    r"(?:fila|rengl[oó]n|l[ií]nea|registro|[ií]tem|row|line|entry|n[uú]m(?:ero)?|no|n[°º])\b\.?"
    r"\s*(?:no\.?|n[°º]\.?|#)?\s*\d{1,3}\b[\s.:,;()–—-]*",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\W*[:;,.)–—-]\s*|\s+(?=donde|where|debe|should)", re.IGNORECASE)
_OF_THE_RECORD = (
    r"(?:tel[eé]fono|celular|m[oó]vil|fax|correo(?: electr[oó]nico)?|direcci[oó]n|cargo"
    r"|puesto|extensi[oó]n|nombre|apellidos?|n[uú]mero|rengl[oó]n|fila|registro|entrada"
    r"|e-?mail(?: address)?|(?:tele)?phone(?: number)?"
    r"|mobile|cell"
    r"|number|extension|title|position|name|surname|entry|row|record|address)"
)
_OF_WHOM = re.compile(
    rf"\b{_OF_THE_RECORD}(?: (?!de\b|del\b|of\b|y\b|and\b)\w+){{0,2}} (?:del?|of|for)"
    r"(?: (?:la|el|nuestr[oa]|mi|compañer[oa]|colega|señora?|don|doña|funcionari[oa]|our|my|colleague|the))*\s*$",
    re.IGNORECASE,
)
_OF_BARE = re.compile(rf"\b{_OF_THE_RECORD} (?:de|of|for) (?=[A-ZÀ-Þ])")
_OF_AN_OFFICE = re.compile(
    r"\b(?:exterior(?:es)?|migra\w+|relaciones|asuntos|consul\w+|(?:inter)?nacional(?:es)?|general(?:es)?|politicas?"
    r"|recursos|humanos|planificacion|cooperacion|protocolo|prensa|derechos|extranjeria|trabajo|seguridad|visas|refugiados"
    r"|costa rica|el salvador|honduras|guatemala|nicaragua|panama|mexico|belice|belize|canada|estados unidos"
    r"|united states|republica|affairs|office|unit|ministry|department|division|section|human|foreign|policy)\b"
)
_MINE = re.compile(
    r"\b(?:(?:mis?|my)(?! (?:compañer|coleg|jef|colleague))|m[ií][oa]s?|mine|soy|i am)\b", re.IGNORECASE
)  # "mi colega" is another
_WHOSE = re.compile(rf"['’]s? (?:\w+ ){{0,2}}{_OF_THE_RECORD}\b", re.IGNORECASE)
_OWNED = re.compile(r"['’]s?$")
_LONGEST = 800


def corrected_rows(
    loose: Sequence[Loose], labels: Labels, known: Known, shown: Mapping[str, str]
) -> Iterator[tuple[str, Entry]]:
    """Yield (name, entry of doubts) for each line that opens with a person and goes on with what is right of them.

    ``shown``: label key → value that our letter held.
    """
    for line in loose:
        head = _ROW.match(line.text)
        text = line.text[head.end() :] if head else without_greeting(without_bullet(line.text))
        run = person_at(text) if len(text) <= _LONGEST else None
        behind = _BEHIND.match(text, run.end) if run else None
        if run is None or behind is None or not (head or ":" in behind.group()):
            yield from _of_another(line, labels, known, shown)
            continue
        found: dict[str, Doubt] = {}
        for doubt in put_right(Loose(text[behind.end() :], line.line, line.lines), labels, known, shown):
            found.setdefault(doubt.field, doubt)
        if found:
            whose = list(named(labels, {"title": run.title, "name": run.name}, line, known))
            yield run.name, Entry(labels.form.id, {}, (), (*whose, *found.values()))


def whose_record(text: str) -> Run | None:
    """Return the one person whose telephone, post or row a text speaks of: "el fax de nuestra colega Ana Prueba"."""
    meant: dict[str, Run] = {}
    if _MINE.search(text[:_LONGEST]):
        return None
    for run in (*persons_in(text[:_LONGEST]), *_named_bare(text[:_LONGEST])):
        owned = _OWNED.search(run.name)
        name = run.name[: owned.start()] if owned else run.name
        ends = text.find(name, run.start) + len(name)
        if _OF_WHOM.search(text[: run.start]) or _WHOSE.match(text, ends):
            meant.setdefault(name, replace(run, name=name, position=""))
    return next(iter(meant.values())) if len(meant) == 1 else None


def _named_bare(text: str) -> Iterator[Run]:
    """Yield who is named without a form of address behind "el fax de": nobody of an office or a State."""
    for found in _OF_BARE.finditer(text):
        run = person_at(text, found.end())
        if run and run.start == found.end() and not _OF_AN_OFFICE.search(fold(run.name)):
            yield run


def told_besides(run: Run, line: Loose, labels: Labels, known: Known) -> Iterator[Doubt]:
    """Yield name and title of the person a record is of, and what further sentences tell: "su cargo es …"."""
    theirs = " ".join(each for each in clauses(line.text[:_LONGEST]) if THEIRS.search(each) or told_post(each))
    read = replace(run, position=own_post(line.text[:_LONGEST])[0])
    told = Told(with_their_post(read, theirs), line.line, line.text, reach=theirs)
    return doubts_of(told, labels, known)


def _of_another(line: Loose, labels: Labels, known: Known, shown: Mapping[str, str]) -> Iterator[tuple[str, Entry]]:
    """Yield what is right of somebody whose data a sentence calls wrong, with what it tells of them besides."""
    run = whose_record(line.text) or told_of(line.text)
    found: dict[str, Doubt] = {}
    right = list(changed(line, labels, known)) if run else []
    right += [*put_right(line, labels, known, shown), *_of_theirs(run, line, labels, known)] if run else []
    for doubt in right:
        found.setdefault(doubt.field, doubt)
    if run is None or not found:
        return
    for doubt in told_besides(run, line, labels, known):
        found.setdefault(doubt.field, doubt)
    in_order = [found[each.id] for each in labels.form.fields if each.id in found]
    yield run.name, Entry(labels.form.id, {}, (), tuple(in_order))


def _of_theirs(run: Run, line: Loose, labels: Labels, known: Known) -> Iterator[Doubt]:
    """Yield the post of "el cargo de Luis Ensayo ahora es …"; whose extension is told, but not its number, is asked."""
    text = line.text[:_LONGEST]
    yield from named(labels, {"position": post_told_of(text, run)}, line, known)
    phone, words = telephone_of(labels.form), extension_told_of(text, run)
    if phone and words:
        yield Doubt(phone, words, ONLY_EXTENSION, line.line)


def put_right(line: Loose, labels: Labels, known: Known, shown: Mapping[str, str]) -> Iterator[Doubt]:
    """Yield what words say is right of the person a row is about."""
    yield from erratum(line, labels, known, shown)
    yield from corrected(line, labels, known)
    yield from told_now(line, labels, known)


def named(labels: Labels, said: Mapping[str, str], line: Loose, known: Known) -> Iterator[Doubt]:
    """Yield the form of address and the name of a row's person."""
    for field in labels.form.fields:
        words = said.get(field.id)
        read = read_value(field, words, line.line, known) if words else None
        if words and isinstance(read, FieldValue):
            yield Doubt(field.id, words, OF_A_PERSON, line.line, read.value, one_reading=True)
