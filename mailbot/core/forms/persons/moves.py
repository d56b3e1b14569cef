"""Who is put on the list or taken off it, told by a word before the name: "ADD: Ms. Sample", "Baja: Luis Prueba"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from mailbot.core.fields import split_title
from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.forms.naming.pieces import clean_value, extent, split, without_bullet
from mailbot.core.forms.naming.said import Break, Item, Loose, Said
from mailbot.core.forms.persons.block import MAIL, is_named
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.forms.taking.values import read_value
from mailbot.core.values import FieldValue, Known

_MOVE = re.compile(r"(?P<word>[Ss]in cambios?|SIN CAMBIOS?|[Nn]o changes?|[^\W\d_]{3,12})\s*:\s+(?P<rest>\S.*)")
_MOVES = re.compile(
    r"(?:^|(?<=[.;,])\s+)(?:Alta|Baja|Sale|Entra|ALTA|BAJA|SALE|ENTRA|Add|Remove|Delete|ADD|REMOVE|DELETE)(?=:\s)"
)
_BRACKETS = re.compile(r"\s*[(<\[][^()<>\[\]]*[)>\]]?\s*$")
_WORDS = frozenset("new leave".split())
_STAYS = "none"  # "Sin cambios: Ana Prueba", in a list of who comes and who goes
_LONGEST = 120


def with_moves(items: Sequence[Item], labels: Labels, known: Known) -> tuple[Item, ...]:
    """Return the items with such lines read as the kind of change and the name, where another entry begins."""
    if key_field(labels.form) is None or labels.form.subject_of != "contact":
        return tuple(items)
    items = [each for item in items for each in _parted(item)]
    read = [tuple(_read(item, labels, known, _WORDS)) for item in items]
    if any(isinstance(each[0], Break) for each in read if len(each) > 1):
        words = _WORDS | {_STAYS}
        read = [tuple(_read(item, labels, known, words)) for item in items]
    return tuple(each for one in read for each in one)


def _parted(item: Item) -> Iterator[Item]:
    """Yield "Baja: Lic. Ana Prueba. Alta: Licda. Eva Muestra" as two lines."""
    if isinstance(item, Loose) and len(_MOVES.findall(item.text)) > 1:
        starts = [each.start() for each in _MOVES.finditer(item.text)]
        for start, end in pairwise([*starts, len(item.text)]):
            yield replace(item, text=item.text[start:end].strip(" .;,"))
    else:
        yield item


def _read(item: Item, labels: Labels, known: Known, changes: frozenset[str]) -> Iterator[Item]:
    short = isinstance(item, Loose) and len(item.text) <= _LONGEST and ":" in item.text
    found = _MOVE.fullmatch(without_bullet(item.text)) if short and isinstance(item, Loose) else None
    change = next((each for each in labels.form.fields if any(one.value == "leave" for one in each.choices)), None)
    read = read_value(change, found["word"], 0, known) if change and found else None
    name, comma, behind = _BRACKETS.sub("", found["rest"]).partition(",") if found else ("", "", "")
    moves = isinstance(read, FieldValue) and read.value in changes and is_named(name)
    if not (isinstance(item, Loose) and found and change and moves):
        yield item
        return
    yield Break()
    title, bare = split_title(name.strip())
    words = {"title": title, "name": bare, change.kind: found["word"]}
    for field in labels.form.fields:
        if words.get(field.kind) and (field is change or field.kind == "title" or field.required):
            yield Said(Label((field.id,)), words[field.kind], item.line, item.lines, unsure=True, told=True)
    mail = MAIL.search(found["rest"])
    yield from _behind(behind.strip() if comma else mail.group() if mail else "", item, labels)


def _behind(rest: str, item: Loose, labels: Labels) -> Iterator[Item]:
    """What stands behind the name: "Jefe de Unidad, tel. 2539-5300" holds a value with its label."""
    for piece in split(rest, labels, None) if rest else ():
        reach = extent(piece.text, piece.label, labels) if piece.label else 0
        if piece.label and reach:
            value = clean_value(piece.text[:reach]).rstrip(" .,;")
            yield Said(piece.label, value, item.line, item.lines, unsure=True, told=True)
        if left := piece.text[reach:].strip(" .,;"):
            yield Loose(left, item.line, item.lines)
