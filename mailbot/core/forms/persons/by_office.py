"""The name of a ministry above each of several people: "MINISTERIO DE TRABAJO" over "Lic. Ana Prueba", "Jefa"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.forms.naming.said import Break, Gap, Item, Loose, Said
from mailbot.core.forms.persons.block import MAIL, is_named, opens_with_person
from mailbot.core.forms.persons.names_of_offices import is_institution
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.language import fold

_SEVERAL = ("contactos", "contacts")
_FOR = re.compile(r"(?:por(?: parte de)?|de|en|from|for|at) ?(?:el|la|l|the)?\s+(?=[A-ZÀ-Þ])", re.IGNORECASE)
_LONGEST = 120  # characters of a heading
_AROUND = " .:*_-–—#\t"


def offices_from_headings(items: tuple[Item, ...], labels: Labels) -> tuple[Item, ...]:
    """Read the name of an institution above people as that of each of them, to be asked."""
    key = key_field(labels.form)
    field = next((each.id for each in labels.form.fields if each.kind == "institution"), None)
    if labels.form.subject_of != "contact" or field is None or key is None:
        return items
    items = tuple(_as_heading(each, key.id) for each in items)
    above = set(_headings(items, key.id))
    if not any(_heads_somebody(items, place, key.id) for place in above):
        return items
    arranged: list[Item] = []
    office: Loose | None = None
    for place, item in enumerate(items):
        if isinstance(item, Loose) and place in above:
            office = item if _heads_somebody(items, place, key.id) else None
            arranged += [Break()] if office else [item]
            continue
        if isinstance(item, Loose) and is_courtesy(item.text):
            office = None
        first = place - 1 in above
        if office and begins_somebody(items, place, key.id, headed=first) and not said_of_somebody(items, place, field):
            words = _bare(office.text)
            told = Said(Label((field,)), words, office.line, office.lines, unsure=True, told=True)
            arranged += [Break(), told]
            item = replace(item, numbered=False) if isinstance(item, Loose) else item
        arranged.append(item)
    return tuple(arranged)


def _as_heading(item: Item, key: str) -> Item:
    """Let the ministry below "Contactos:" be a line of its own, and no name."""
    if not isinstance(item, Said) or item.label.fields != (key,) or item.answer:
        return item
    several = fold(item.label.words).endswith(_SEVERAL) and _is_office(item.text)
    return Loose(item.text, item.line, item.lines) if several else item


def _headings(items: Sequence[Item], key: str) -> Iterator[int]:
    """Yield the places of lines that are an institution's name by themselves.

    Small letters without a colon, and what opens the letter, are a heading only beside another.
    """
    alone = [place for place in range(len(items)) if _is_office_alone(items, place)]
    several = sum(_heads_somebody(items, place, key) for place in alone) > 1
    for place in alone:
        item = items[place]
        assert isinstance(item, Loose)
        marked = item.text.isupper() or item.text.rstrip().endswith(":")
        if several or (marked and any(isinstance(each, Loose | Said) for each in items[:place])):
            yield place


def _is_office_alone(items: Sequence[Item], place: int) -> bool:
    item, before = items[place], items[place - 1] if place else None
    if not isinstance(item, Loose) or len(item.text) > _LONGEST or not isinstance(before, Gap | Break | None):
        return False
    return _is_office(item.text)


def _is_office(text: str) -> bool:
    return is_institution(_bare(text))


def _bare(text: str) -> str:
    """Return a heading's words: of "Por el Ministerio de Gobernación:" the ministry."""
    bare = without_bullet(text).strip(_AROUND)
    led = _FOR.match(bare) if text.rstrip().endswith(":") else None
    return bare[led.end() :] if led else bare


def _heads_somebody(items: Sequence[Item], place: int, key: str) -> bool:
    """Tell whether the next thing below is who somebody is."""
    following = (at for at in range(place + 1, len(items)) if not isinstance(items[at], Gap | Break))
    below = next(following, None)
    return below is not None and begins_somebody(items, below, key, headed=True)


def begins_somebody(items: Sequence[Item], place: int, key: str, *, headed: bool = False) -> bool:
    """Tell whether a name stands here on a line of its own, or a block of labels begins that says one."""
    item, before = items[place], items[place - 1] if place else None
    opens = headed or isinstance(before, Gap | Break | None)
    if isinstance(item, Loose):
        named = is_named(item.text) or opens_with_person(item.text)
        return (item.numbered or opens) and named and any(_reaches(each) for each in block_at(items, place))
    if not isinstance(item, Said) or not opens:
        return False
    return any(key in each.label.fields and each.text for each in block_at(items, place) if isinstance(each, Said))


def _reaches(item: Item) -> bool:
    """Tell whether a label or an address says how to reach somebody: who only took part is of no list."""
    return isinstance(item, Said) or (isinstance(item, Loose) and MAIL.search(item.text) is not None)


def said_of_somebody(items: Sequence[Item], place: int, field: str) -> bool:
    """Tell whether the lines of somebody say the institution themselves."""
    return any(isinstance(each, Said) and field in each.label.fields for each in block_at(items, place))


def block_at(items: Sequence[Item], place: int) -> Iterator[Item]:
    """Yield the items from a place down to the next empty line, or the next person."""
    for at in range(place, len(items)):
        item = items[at]
        if isinstance(item, Gap | Break) or (at > place and isinstance(item, Loose) and item.numbered):
            return
        yield item
