"""A person's name above labelled lines begins another entry, though no empty line parts it from the entry above.

"Nombre: Ana Prueba", "Cargo: Jefa", "Juan Ejemplo", "Cargo: Asesor": the second post is Juan's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.fields import split_title
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.forms.naming.said import Break, Gap, Item, Loose, Said
from mailbot.core.forms.persons.about_persons import begins_with_a_person
from mailbot.core.forms.persons.names_of_offices import is_person
from mailbot.core.forms.persons.places import is_place
from mailbot.core.forms.persons.posts_at import post_at
from mailbot.core.forms.persons.roles import role_of
from mailbot.core.forms.taking.grouping import key_field
from mailbot.core.language import fold
from mailbot.core.values import Form

# "San Salvador" and "Antiguo Cuscatlán" below a street are nobody.
_TOWN = re.compile(
    r"(?:san|santa|santo|ciudad|colonia|villa|puerto|barrio|zona|antigu[oa]|nuev[oa]|new|los|las|la|el|fort|saint|st|distrito)"
    r"\b.*|.*\b(?:city|d\.?c\.?|d\.?f\.?|m\.?d\.?c\.?|guatemala|panama|honduras|managua|canada|mexico)"
)
_BEHIND = re.compile(r"(?P<name>[^,()]{3,80}?)(?:, | [-–—] |\s?\()(?P<behind>[^()]{3,120})\)?")
_MOST_OF_A_ROLE = 6  # words
_MOST_BETWEEN = 4  # lines without labels: a post, a unit, a ministry


def parted_by_names(items: Sequence[Item], form: Form) -> tuple[Item, ...]:
    """Return the items with a break before each such name."""
    key = key_field(form)
    heads = [isinstance(each, Loose) and names_somebody(each.text) for each in items]
    if form.subject_of != "contact" or key is None or not any(heads):
        return tuple(items)
    arranged: list[Item] = []
    named = parted = False  # whether the lines so far name somebody, and an empty one came behind …
    told: set[str] = set()  # … and of which fields else they tell
    for place, item in enumerate(items):
        if isinstance(item, Break):
            named, parted, told = False, False, set()
        elif isinstance(item, Gap):
            parted = True
        elif heads[place]:
            if named and told and _opens_a_block(items, place, told, parted=parted):
                arranged.append(Break())
                told = set()
            named, parted = True, False
        elif isinstance(item, Said) and item.text:
            named = named or key.id in item.label.fields
            told |= {*item.label.fields} - {key.id}
        arranged.append(item)
    return tuple(arranged)


def names_somebody(text: str) -> bool:
    """Tell whether a line is a person's name, a post or a role behind it or not: "• Roberta Sample (alternate)"."""
    bare = without_bullet(text).strip(" .,")
    found = _BEHIND.fullmatch(split_title(bare)[1])
    name, behind = (found["name"], found["behind"]) if found else (split_title(bare)[1], "")
    plain = is_person(name) and not (_TOWN.fullmatch(fold(name)) or is_place(name))
    told = not behind or post_at(behind) == behind or (role_of(behind) and len(behind.split()) <= _MOST_OF_A_ROLE)
    return bool(plain and told) or begins_with_a_person(text)


def _opens_a_block(items: Sequence[Item], place: int, told: set[str], *, parted: bool) -> bool:
    """Tell whether a line, which is nobody's value, stands right above one with a label.

    Where the label was said of the one before, a few lines without labels may stand between, and an empty one above:
    ``parted``.
    """
    above = items[place - 1] if place else None
    if isinstance(above, Loose) and above.text.rstrip().endswith(":"):
        return False  # "Jefe inmediato:" over a name
    line = items[place]
    last = (line.lines or (line.line,))[-1] if isinstance(line, Loose) else 0
    for between, item in enumerate(items[place + 1 : place + 2 + _MOST_BETWEEN]):
        if isinstance(item, Said):
            return item.line == last + 1 and (not (between or parted) or not told.isdisjoint(item.label.fields))
        if not isinstance(item, Loose) or item.line != last + 1 or names_somebody(item.text):
            return False
        last = (item.lines or (item.line,))[-1]
    return False
