"""A label that says a choice besides naming its value: "Suplente: Lic. X", "Punto focal: Licda. Y"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from mailbot.core.forms.naming.labels import Label, Labels, label_key
from mailbot.core.forms.naming.said import Break, Gap, Item, Loose, Said
from mailbot.core.values import Entry, FieldValue, Form

_NAMED = (["name"], ["title"])
_LONGEST = 50  # characters of a heading
_COUNTED = re.compile(r"(?:segund|primer|second\b|first\b)", re.IGNORECASE)  # "Segundo contacto:" may only count
_HOLDER = "titular"  # who holds the office, or the first of two


def choices_in_labels(form: Form, said: Mapping[str, Iterable[Said]]) -> Iterator[tuple[str, FieldValue]]:
    """Yield (field, value) for each choice that is the label of something else, where the form allows it."""
    spoken = _spoken(form)
    for all_said in said.values():
        for each in all_said:
            found = spoken.get(label_key(each.label.words)) if each.text.strip() else None
            if found and found[0] not in each.label.fields:
                yield found[0], FieldValue(found[1], each.label.words, each.line, "normalised")


def roles_from_headings(items: Sequence[Item], labels: Labels) -> tuple[Item, ...]:
    """Read "SUPLENTE" alone above "Nombre: …" as the role of the person below, who begins another entry."""
    spoken = _spoken(labels.form)
    if not spoken:
        return tuple(items)
    arranged: list[Item] = []
    for place, item in enumerate(items):
        words = _heading(item)
        role = spoken.get(label_key(words))
        if role and _COUNTED.match(words) and _said_next(items[place + 1 :]):
            arranged.append(Break())
        elif (
            role
            and isinstance(item, Said | Loose)
            and not _typed_inside(item)
            and _names_somebody(items[place + 1 :], labels)
        ):
            arranged += [Break(), Said(Label((role[0],), words=words), words, item.line, item.lines)]
        else:
            arranged.append(item)
    return tuple(arranged)


def _heading(item: Item) -> str:
    """The words of a line that may be a heading: a label with nothing beside it, or a line without one."""
    if isinstance(item, Said):
        return "" if item.text or item.struck or item.below else item.label.words
    if not isinstance(item, Loose) or len(item.text) > _LONGEST:
        return ""
    return item.text.strip(" .:*_-–—#\t")


def _typed_inside(item: Item) -> bool:
    return isinstance(item, Said) and item.answer


def _said_next(items: Sequence[Item]) -> Said | None:
    """The next thing, where something is said under a label."""
    following = next((each for each in items if not isinstance(each, Gap)), None)
    return following if isinstance(following, Said) and following.text else None


def _names_somebody(items: Sequence[Item], labels: Labels) -> bool:
    """Tell whether the next thing said is the name of somebody, under its label."""
    following = _said_next(items)
    kinds = [labels.form.field(each).kind for each in following.label.fields] if following else []
    return following is not None and not following.answer and kinds in _NAMED


def without_lone_holder(entries: Sequence[Entry], form: Form) -> list[Entry]:
    """Take the role off "Titular: Lic. X" where nobody has another: it may only say who holds the office."""
    choices = [each.id for each in form.fields if any(choice.in_label for choice in each.choices)]
    told = [each for each in choices if any(each in one.fields and not _by_office(one, each) for one in entries)]
    return [_without(one, [each for each in choices if each not in told and each in one.fields]) for one in entries]


def _by_office(entry: Entry, field: str) -> bool:
    """Tell whether the word is the label of another value, so that it stands on that value's line."""
    value = entry.fields[field]
    lines = {each.line for name, each in entry.fields.items() if name != field}
    return label_key(value.said) == _HOLDER and value.line in lines


def _without(entry: Entry, fields: Sequence[str]) -> Entry:
    if not fields:
        return entry
    return replace(entry, fields={name: value for name, value in entry.fields.items() if name not in fields})


@lru_cache(maxsize=64)
def _spoken(form: Form) -> dict[str, tuple[str, str]]:
    return {
        label_key(words): (field.id, choice.value)
        for field in form.fields
        for choice in field.choices
        if choice.in_label
        for words in (choice.label.es, choice.label.en, *choice.synonyms)
    }
