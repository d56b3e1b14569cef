"""The title of an activity as a heading over labelled lines: "Foro virtual sobre migración" over "Estado: aplazado"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.forms.activities.coded import begins_with_code
from mailbot.core.forms.naming.courtesy import is_courtesy, is_sentence
from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.forms.naming.said import Break, Gap, Item, Loose, Said, Stands

_MOST_WORDS = 18  # of a title
_LEAST_WORDS = 2
_OPENS = re.compile(  # "En nombre de Honduras", "Sobre su consulta"
    r"(?:en|on|por|by|de|from|for|para|sobre|about|a|al|to|con|with|respecto|regarding|seg[uú]n|as|desde)\b|[^:]*:",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.:;!?,]\s*$")


def titles_of_blocks(items: tuple[Item, ...], labels: Labels) -> tuple[Item, ...]:
    """Read the one line above a block of labels that tell a state as what it is about, to be asked."""
    activity = next((each.id for each in labels.form.fields if each.kind == "activity"), None)
    if activity is None or any(isinstance(item, Stands) for item in items):
        return items  # our letter says what it is about
    arranged: list[Item] = []
    for place, item in enumerate(items):
        above = items[place - 1] if place else None
        heads = isinstance(item, Loose) and not isinstance(above, Loose | Said) and _is_title(item.text)
        if heads and isinstance(item, Loose) and _tells_a_state(_block(items, place + 1), item, labels, activity):
            title = Said(Label((activity,), words=item.text), item.text, item.line, item.lines, unsure=True, told=True)
            arranged += [Break(), title]
        else:
            arranged.append(item)
    return tuple(arranged)


def _is_title(text: str) -> bool:
    words = text.split()
    plain = text[:1].isupper() and not _ENDS.search(text) and not _OPENS.match(text) and not begins_with_code(text)
    return plain and _LEAST_WORDS <= len(words) <= _MOST_WORDS and not (is_courtesy(text) or is_sentence(text))


def _block(items: Sequence[Item], place: int) -> list[Said]:
    """What is said from here to the next empty line; empty where a line without a label comes first."""
    found: list[Said] = []
    for item in items[place:]:
        if isinstance(item, Gap | Break) or (isinstance(item, Loose) and not found):
            break
        found += [item] if isinstance(item, Said) else []
    return found


def _tells_a_state(block: Sequence[Said], title: Loose, labels: Labels, activity: str) -> bool:
    """Tell whether a block right below a title tells a state or a progress, and names no activity itself."""
    if not block or block[0].line > (title.lines or (title.line,))[-1] + 1 or any(each.answer for each in block):
        return False
    fields = {name for each in block if each.text for name in each.label.fields}
    states = {each.id for each in labels.form.fields if each.kind in {"choice", "percentage"}}
    return bool(fields & states) and activity not in fields
