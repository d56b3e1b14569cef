"""A person's name above labelled lines begins another entry, though no empty line parts it from the entry above.

"Nombre: Ana Prueba", "Cargo: Jefa", "Juan Ejemplo", "Cargo: Asesor": the second post is Juan's.
"""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.fields import split_title
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.forms.naming.said import Break, Gap, Item, Loose, Said
from mailbot.core.forms.persons.about_persons import begins_with_a_person
from mailbot.core.forms.persons.names_of_offices import is_person
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.values import Form


def parted_by_names(items: Sequence[Item], form: Form) -> tuple[Item, ...]:
    """Return the items with a break before each such name."""
    key = key_field(form)
    if form.subject_of != "contact" or key is None or not any(_is_above_labels(items, at) for at in range(len(items))):
        return tuple(items)
    arranged: list[Item] = []
    named = told = False  # whether the lines so far, back to an empty one, name somebody and say more of them
    for place, item in enumerate(items):
        if isinstance(item, Gap | Break):
            named = told = False
        elif isinstance(item, Loose) and names_somebody(item.text):
            if named and told and _is_above_labels(items, place):
                arranged.append(Break())
                told = False
            named = True
        elif isinstance(item, Said) and item.text:
            named = named or key.id in item.label.fields
            told = told or key.id not in item.label.fields
        arranged.append(item)
    return tuple(arranged)


def names_somebody(text: str) -> bool:
    """Tell whether a line is a person's name, with a post behind it where a form of address stands before it."""
    bare = without_bullet(text).strip(" .,")
    return is_person(split_title(bare)[1]) or begins_with_a_person(text)


def _is_above_labels(items: Sequence[Item], place: int) -> bool:
    """Tell whether a line without a label, which is nobody's value, stands right above one with a label."""
    item = items[place]
    below = items[place + 1] if place + 1 < len(items) else None
    above = items[place - 1] if place else None
    awaited = isinstance(above, Loose) and above.text.rstrip().endswith(":")  # "Jefe inmediato:" over a name
    return (
        isinstance(item, Loose)
        and isinstance(below, Said)
        and not awaited
        and below.line == (item.lines or (item.line,))[-1] + 1
        and names_somebody(item.text)
    )
