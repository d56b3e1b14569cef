"""Corrections of the circulated list, a row each: "Fila 14 - Ing. X" above "Dice: …" and "Debe decir: …".

Each row is an entry of the person it names, all of it asked; the lines of other things are read as ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mailbot.core.forms.evaluate import entry_of
from mailbot.core.forms.layout.scan import scan
from mailbot.core.forms.naming.labels import Labels, labels_of
from mailbot.core.forms.naming.said import Break, Gap, Item, Loose, Said
from mailbot.core.forms.persons.runs import Run, person_at, persons_in
from mailbot.core.forms.persons.told_entries import OF_A_PERSON, doubts_of, entries_told
from mailbot.core.forms.persons.told_persons import persons_told
from mailbot.core.forms.prose.corrected import name_put_right
from mailbot.core.forms.prose.rows_of_the_list import named, put_right, told_besides, whose_record
from mailbot.core.forms.prose.sentences import numbers_named, unpublished
from mailbot.core.forms.taking.grouping import group, key_field
from mailbot.core.language import fold
from mailbot.core.values import Bilingual, Doubt, Entry, Form, Known, Line

WHOSE_ROW = Bilingual("¿De quién es esta fila de la lista?", "Whose row of the list is this?")
_ROW = r"(?:fila|rengl[oó]n|l[ií]nea|registro|[ií]tem|row|line|entry)s?\s*(?:no\.?|n[°º]\.?|#)?\s*\d{1,3}\b(?![ .-]?\d)"
_BEHIND_ROW = r"[\s.:,;()–—-]{0,8}"
_OPENS = re.compile(
    rf"(?:^\W{{0,6}}|(?<=[.;])\s+(?:y |and )?)(?:(?:en|in|on|la|el|the) ){{0,2}}(?P<row>{_ROW}){_BEHIND_ROW}",
    re.IGNORECASE,
)
_ENDS = re.compile(rf"\b(?:en|in|on|de|of) (?:la |el |the )?(?P<row>{_ROW}){_BEHIND_ROW}", re.IGNORECASE)
_CUE = re.compile(
    r"\b(?:dice|dec[ií]a|debe|deber[ií]a|should|must|says|reads?|elimin\w+|delete[ds]?|removed?|error(?:es)?|mistakes?|wrong"
    r"|falta|missing|lacks|(?:in)?correct[oa]?|equivocad[oa]|mal escrit[oa]|misspel(?:led|t))\b",
    re.IGNORECASE,
)
_LACKS = re.compile(
    r"\b(?:falta|faltan|omiti\w+|missing|lacks|omitted)\b(?!.{0,200}\b(?:dice|says|reads)\b)", re.IGNORECASE
)  # "falta el celular: …"
_NAMED_RIGHT = re.compile(
    r"(?:(?:se )?deb(?:e|er[ií]a)|(?:it )?should|must) (?:decir|leerse|ser|read|be|say):?\s+", re.IGNORECASE
)  # "Ana Pruebas debe decir Ana Prueba"
_OF_ANOTHER_THING = re.compile(
    r"(?:del?|of|en|in) (?!(?:(?:la|el|the|nuestr[oa]|our|su|your) )?(?:list|director|cuadro de contactos)"
    r"|la (?:lic|dra)|(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)  # "fila 4 del acta"
_OWN = re.compile(r"\b(?:mis?|soy|me|my|i|i['’]m)\b", re.IGNORECASE)
_NOTHING = re.compile(r"\W*")
_POSSESSIVE = re.compile(r"['’]s?$")
_REMOVED = re.compile(
    r"\W*(?:(?:please|favor|por favor|kindly|se solicita|solicito|(?:les )?agradecer(?:é|emos)|de|to be|debe|should be"
    r"|ha de|must be)\b[ ,:]*){0,3}"
    r"(?:delet(?:e|ed)|remov(?:e|ed)|drop|take (?:it |him |her )?off|strike(?: out)?"
    r"|elimin(?:ar(?:l[oa]|se)?|en|ad[oa])|suprim(?:ir(?:se)?|an)|borrar(?:l[oa]|se)?"
    r"|quitar(?:l[oa]|se)?|retirar(?:l[oa]|se)?|dar(?:l[oa])? de baja|baja)\b"
    r"(?: (?:this|the|esta?|la|el|de|del|from|whole|toda?|row|entry|fila|registro|list|lista|please|por|favor"
    r"|her|him))*\W*",
    re.IGNORECASE,
)
_LONGEST = 800


@dataclass
class _Row:
    """One row of the list, with what is said of it."""

    words: str
    line: Loose
    text: str  # what follows the number
    items: list[Item] = field(default_factory=list)
    last: int = 0  # number of its last line


def rows_put_right(
    lines: Sequence[Line], form: Form, shown: Mapping[str, str], known: Known, *, asked: bool
) -> tuple[tuple[Entry, ...], tuple[Line, ...]]:
    """Return an entry of doubts for each row that the lines put right, and the lines that are about other things.

    ``asked``: the message is about the list; otherwise a row counts only where somebody is named.
    """
    if not any(
        _OPENS.search(line.text) or _ENDS.search(line.text) for line in lines if line.label in {"new", "answer"}
    ):
        return (), tuple(lines)
    labels = labels_of(form)
    entries: list[Entry] = []
    taken: set[int] = set()
    texts = {line.number: line.text for line in lines}
    for row in _rows(scan(lines, labels, shown)):
        places = range(row.line.line, row.last + 1)
        cued = any(_CUE.search(texts.get(each, "")) for each in places)
        found = _entries(row, labels, known, shown, cued=cued)
        if found and (asked or any(_name(each, form) for each in found)):
            entries += found
            taken.update(places)
    return tuple(entries), tuple(line for line in lines if line.number not in taken)


def _rows(items: Sequence[Item]) -> Iterator[_Row]:
    """Yield each row with the items below it, down to the first blank line behind what is said of it."""
    row: _Row | None = None
    for item in items:
        heads = list(_heads(item)) if isinstance(item, Loose) else []
        for head in heads:
            if row:
                yield row
            row = head
        if heads or row is None:
            continue
        if isinstance(item, Gap | Break):
            if row.items or not _is_only_named(row.text):
                yield row
                row = None
        elif isinstance(item, Said | Loose):
            row.items.append(item)
            row.last = max(item.line, *item.lines, row.last)
    if row:
        yield row


def _heads(line: Loose) -> Iterator[_Row]:
    """Yield the rows that a line names, each with its part of the words."""
    if len(line.text) > _LONGEST:
        return
    found = list(_OPENS.finditer(line.text))
    if not found and (last := _ENDS.search(line.text)):
        found = [last] if _is_only_named(line.text[last.end() :]) and person_at(line.text, last.end()) else []
    ends = [*(each.start() for each in found[1:]), len(line.text)]
    for head, end in zip(found, ends, strict=False):
        yield _Row(head["row"], line, line.text[head.end() : end], last=max(line.line, *line.lines, 0))


def _is_only_named(text: str) -> bool:
    """Tell whether nothing stands behind the number of a row but the name of somebody."""
    run = person_at(text)
    return not text.strip() or (run is not None and _NOTHING.fullmatch(text, run.end) is not None)


def _entries(row: _Row, labels: Labels, known: Known, shown: Mapping[str, str], *, cued: bool) -> list[Entry]:
    key = key_field(labels.form)
    run, rest = _whose(row.text)
    said = [each for each in row.items if isinstance(each, Said)]
    loose = [replace(row.line, text=rest), *(each for each in row.items if isinstance(each, Loose))]
    if run is None and any(_OWN.search(each.text) for each in loose):
        return []  # "Fila 21: mi apellido es …": the writer's, read as ever
    labelled = list(_labelled(said, labels, known))
    if (
        key is None
        or _OF_ANOTHER_THING.match(row.text)
        or (not cued and (run is None or any(each.field == key.id for each in labelled)))
    ):
        return []
    words = {each: value for each, value in labels.by_key.items() if value == key.id and run}
    of_name = {next(iter(words)): run.name} if run and words and not shown else {}
    doubts = {each.field: each for each in reversed(labelled)}
    removed = [each for each in loose if each.text.strip() and _REMOVED.fullmatch(each.text)]
    change = next((each for each in labels.form.fields if any(one.value == "leave" for one in each.choices)), None)
    if removed and change:
        doubts[change.id] = Doubt(
            change.id, removed[0].text.strip(), OF_A_PERSON, row.line.line, "leave", one_reading=True
        )
    for each in loose:
        for doubt in put_right(each, labels, known, {**shown, **of_name}):
            doubts.setdefault(doubt.field, doubt)
    lacks = [each for each in loose if run and _LACKS.search(each.text)]
    lacking = {one.field: one for each in lacks for one in numbers_named(each, labels, known)}
    doubts = {**lacking, **doubts}
    anew = _NAMED_RIGHT.match(rest) if run else None
    right = person_at(rest, anew.end()) if anew else None
    if right is None and key.id not in doubts and not any(_OWN.search(each.text) for each in loose):
        right = next((anybody for each in loose if (anybody := name_put_right(each.text))), None)
    if right:
        run, doubts[key.id] = right, Doubt(key.id, rest, OF_A_PERSON, row.line.line, right.name, one_reading=True)
    told = persons_told([replace(row.line, text=row.text), *loose[1:]])
    mine = next((each for each in told if run and fold(each.run.name) == fold(run.name)), None)
    if run is None and not told and key.id not in doubts and doubts:
        whose = whose_record(row.text)
        within = [each for line in loose for each in persons_in(line.text)]
        run = whose or (within[0] if len(within) == 1 else None)
        for doubt in told_besides(whose, replace(row.line, text=row.text), labels, known) if whose else ():
            doubts.setdefault(doubt.field, doubt)
    for doubt in doubts_of(mine, labels, known) if mine else ():
        doubts.setdefault(doubt.field, doubt)
    others = entries_told([each for each in told if each is not mine], labels, known)
    if not doubts:
        return others
    if run:
        for doubt in named(labels, {"title": run.title, "name": run.name}, row.line, known):
            doubts.setdefault(doubt.field, doubt)
    elif key.id not in doubts:
        doubts[key.id] = Doubt(key.id, row.words, WHOSE_ROW, row.line.line)
    in_order = [doubts[each.id] for each in labels.form.fields if each.id in doubts]
    return [Entry(labels.form.id, {}, (), tuple(in_order), unpublished(lacking, lacks)), *others]


def _whose(text: str) -> tuple[Run | None, str]:
    """The person that the words behind the number open with, and what is said behind."""
    run = person_at(text)
    if run is None or text[: run.start].strip(" ,.:;(–—-"):
        return None, text
    owned = _POSSESSIVE.search(run.name)
    if owned:
        run = replace(run, name=run.name[: owned.start()])
    return run, text[run.end :].lstrip(" ,.:;)–—-")


def _labelled(said: Sequence[Said], labels: Labels, known: Known) -> Iterator[Doubt]:
    """What stands under labels within a row, to be asked."""
    groups, _ = group(said, labels.form) if said else ([], [])
    if len(groups) != 1:
        return
    entry = entry_of(groups[0], labels.form, known, {})
    for name, value in entry.fields.items():
        yield Doubt(name, value.said, OF_A_PERSON, value.line, value.value, one_reading=True)
    yield from entry.doubts


def _name(entry: Entry, form: Form) -> bool:
    key = key_field(form)
    return key is not None and any(each.field == key.id and each.proposal for each in entry.doubts)
