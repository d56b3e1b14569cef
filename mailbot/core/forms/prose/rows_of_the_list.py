"""Corrections of a list that was sent out, a person a line: "Fila 14. Ana Prueba: el fax debe decir …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.persons.runs import person_at
from mailbot.core.forms.persons.told_persons import OF_A_PERSON
from mailbot.core.forms.prose.corrected import corrected
from mailbot.core.forms.prose.sentences import told_now
from mailbot.core.forms.prose.where_it_says import erratum
from mailbot.core.forms.taking.values import read_value
from mailbot.core.values import Doubt, Entry, FieldValue, Known

_ROW = re.compile(
    r"\W*(?:en (?:la |el )?|in |on )?"
    r"(?:fila|rengl[oó]n|l[ií]nea|registro|[ií]tem|row|line|entry|n[uú]m(?:ero)?|no|n[°º])\b\.?"
    r"\s*(?:no\.?|n[°º]\.?|#)?\s*\d{1,3}\b[\s.:,;()–—-]*",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\W*[:;,.)–—-]\s*|\s+(?=donde|where|debe|should)", re.IGNORECASE)
_LONGEST = 800


def corrected_rows(
    loose: Sequence[Loose], labels: Labels, known: Known, shown: Mapping[str, str]
) -> Iterator[tuple[str, Entry]]:
    """Yield (name, entry of doubts) for each line that opens with a person and goes on with what is right of them.

    ``shown``: label key → value that our letter held.
    """
    for line in loose:
        head = _ROW.match(line.text)
        text = line.text[head.end() :] if head else without_bullet(line.text)
        run = person_at(text) if len(text) <= _LONGEST else None
        behind = _BEHIND.match(text, run.end) if run else None
        if run is None or behind is None or not (head or ":" in behind.group()):
            continue
        found: dict[str, Doubt] = {}
        for doubt in put_right(Loose(text[behind.end() :], line.line, line.lines), labels, known, shown):
            found.setdefault(doubt.field, doubt)
        if found:
            whose = list(named(labels, {"title": run.title, "name": run.name}, line, known))
            yield run.name, Entry(labels.form.id, {}, (), (*whose, *found.values()))


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
