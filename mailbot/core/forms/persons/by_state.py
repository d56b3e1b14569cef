"""The name of a State above each of several people: "Guatemala:" over "Nombre: Ana Prueba"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from mailbot.core.fields.telephone import CALLING
from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.forms.naming.said import Break, Gap, Item, Loose, Said
from mailbot.core.forms.persons.about_persons import begins_with_a_person
from mailbot.core.language import fold
from mailbot.core.values import Known

_LONGEST = 50  # characters of a heading
_SAYS_MORE = re.compile(r"punto|focal|contact|enlace|liaison|suplente|altern|nombre|name")  # the role, or a label
_FOR = frozenset("por de del para for of from".split())
_MOST_WORDS = 3  # of a State's name
_SHORT = 3  # letters of "HN", "EUA"
_REACH = frozenset({"email", "telephone", "country"})
_AROUND = " .:*_-–—#\t"


def states_from_headings(items: Sequence[Item], labels: Labels, known: Known) -> Sequence[Item]:
    """Read the name of a State above the data of somebody as said of that person, who begins another entry."""
    country = next((each.id for each in labels.form.fields if each.kind == "country"), None)
    if country is None or not known.countries:
        return items
    arranged: list[Item] = []
    headed = False  # the State of whoever comes next stands above
    for place, item in enumerate(items):
        if not isinstance(item, Loose) or item.text[:1].islower():
            arranged.append(item)
        elif _is_state(item.text, known.countries) and _stands_above(items, place, labels):
            arranged += [Break(), _said(country, item.text, item)]
            headed = True
            continue
        elif parts := _beside(item.text, known.countries):
            arranged += [Break(), _said(country, parts[0], item), replace(item, text=parts[1], numbered=False)]
        else:
            arranged.append(replace(item, numbered=False) if item.numbered and headed else item)
        headed = headed and isinstance(item, Gap)
    return arranged


def _said(country: str, words: str, item: Loose) -> Said:
    return Said(Label((country,)), without_bullet(words).strip(_AROUND), item.line, item.lines)


def _is_state(text: str, countries: Mapping[str, str]) -> bool:
    """Tell whether words are a State of the region, not "Va:" or "Jordan:"; short ones in capitals only."""
    words = without_bullet(text).strip(_AROUND) if len(text) <= _LONGEST else ""
    return countries.get(fold(words)) in CALLING and (len(words) > _SHORT or words.isupper())


def _stands_above(items: Sequence[Item], place: int, labels: Labels) -> bool:
    """Tell whether a line stands by itself above who somebody is."""
    item, before = items[place], items[place - 1] if place else None
    assert isinstance(item, Loose)
    alone = before is None or isinstance(before, Gap | Break)
    following = next((each for each in items[place + 1 :] if not isinstance(each, Gap)), None)
    if isinstance(following, Said):
        kinds = {labels.form.field(each).kind for each in following.label.fields}
        below = bool(following.text) and not following.answer and not kinds & _REACH
    else:
        below = isinstance(following, Loose) and begins_with_a_person(f"{following.text},")
    return below and (alone or item.numbered or item.text.rstrip().endswith(":"))


def _beside(text: str, countries: Mapping[str, str]) -> tuple[str, str] | None:
    """The State and what follows it, of "Guatemala: Lic. Ana Prueba, Jefa" and "Por Honduras: Lic. Luis Ensayo"."""
    head, colon, rest = text.partition(":")
    state = head if _is_state(head, countries) else _state_at_end(head, countries)
    if not colon or not state or not begins_with_a_person(f"{rest.strip()},"):
        return None
    return state, rest.strip()


def _state_at_end(head: str, countries: Mapping[str, str]) -> str:
    """The State that words end with, behind "por", "de" or "for"; "" for none."""
    words = head.split() if len(head) <= _LONGEST and not _SAYS_MORE.search(fold(head)) else []
    sizes = range(1, min(len(words), _MOST_WORDS + 1))
    found = (" ".join(words[-size:]) for size in sizes if fold(words[-size - 1]) in _FOR)
    return next((each for each in found if _is_state(each, countries)), "")
