"""An old value and a new one side by side: a mail program lost the stroke through the first.

"Cargo: Jefe de Planificación Director General" where we had written "Jefe de Planificación" may be
the new post behind the old one, or the old one gone on: it is asked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mailbot.core.comparison import value_key
from mailbot.core.forms.labels import Labels
from mailbot.core.forms.said import Item, Said

_LEAST = 2  # words behind the old value: one may be a second surname


def with_glued(items: tuple[Item, ...], shown: Mapping[str, str], labels: Labels) -> tuple[Item, ...]:
    """Return the items, answers that begin with what our letter ``shown`` and go on anew marked unsure."""
    found = ((labels.find(key), before) for key, before in shown.items() if before)
    held = {label.fields[0]: before for label, before in found if label}
    return tuple(_marked(item, held) for item in items) if held else items


def _marked(item: Item, held: Mapping[str, str]) -> Item:
    if not isinstance(item, Said) or not item.answer or item.struck or item.below:
        return item
    glued = _is_glued(value_key(item.text), held.get(item.label.fields[0], ""))
    return replace(item, unsure=True) if glued else item


def _is_glued(text: str, before: str) -> bool:
    rest = text[len(before) :]
    if not before or not text.startswith(before) or not rest.startswith(" ") or not before[-1].isalnum():
        return False
    first = rest[1:2]
    return len(rest.split()) >= _LEAST and (first.isupper() or first.isdigit())
