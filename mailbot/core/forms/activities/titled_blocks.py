"""The title of an activity as a heading over labelled lines: "Foro virtual sobre migración" over "Estado: aplazado"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mailbot.core.fields.percentages import SHARE
from mailbot.core.forms.activities.coded import begins_with_code
from mailbot.core.forms.activities.state_words import words_of_state
from mailbot.core.forms.naming.courtesy import is_courtesy, is_sentence
from mailbot.core.forms.naming.labels import Label, Labels
from mailbot.core.forms.naming.pieces import without_bullet
from mailbot.core.forms.naming.said import Break, Gap, Item, Loose, Said, Stands
from mailbot.core.language import fold

_MOST_WORDS = 18  # of a title
_LEAST_WORDS = 2
_LONGEST = 400  # characters of a sentence below it
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
    said: set[str] = set()  # the fields of the lines so far, back to an empty one or to a title
    for place, item in enumerate(items):
        said |= {*item.label.fields} if isinstance(item, Said) else set()
        said = set() if isinstance(item, Gap | Break) else said
        title = _title_of(items, place, said, labels, activity) if isinstance(item, Loose) else ""
        if title and isinstance(item, Loose):
            heading = Said(Label((activity,), words=item.text), title, item.line, item.lines, unsure=True, told=True)
            arranged += [Break(), heading]
            said = set()
        else:
            arranged.append(item)
    return tuple(arranged)


def _title_of(items: Sequence[Item], place: int, said: set[str], labels: Labels, activity: str) -> str:
    """The title in a line above a block, "" for none; right below another block it says again what that one said."""
    item, above = items[place], items[place - 1] if place else None
    sentence = items[place + 1] if _tells_how_it_stands(items, place) else None
    block = _block(items, place + (2 if sentence else 1)) if isinstance(item, Loose) else []
    title = without_bullet(item.text) if isinstance(item, Loose) else ""
    named = isinstance(above, Said) and activity in above.label.fields  # "Actividad P003-04 Tipos de visa"
    again = isinstance(above, Said) and not named and bool(block) and bool(said & {*block[0].label.fields})
    apart = isinstance(above, Loose) and not (above.text.rstrip().endswith(":") or _is_item(item))
    if apart or (isinstance(above, Said) and not again) or not is_title_line(title):
        return ""
    if isinstance(item, Loose) and isinstance(sentence, Loose) and _says_nothing_else(block, sentence, activity):
        return title
    return title if isinstance(item, Loose) and _tells_a_state(block, item, labels, activity) else ""


def _tells_how_it_stands(items: Sequence[Item], place: int) -> bool:
    """Tell whether the line right below one is a sentence with a state: "The study was completed on March 31."."""
    pair = items[place : place + 2]
    if len(pair) < 2 or not (isinstance(pair[0], Loose) and isinstance(pair[1], Loose)):
        return False
    above, below = pair[0], pair[1]
    near = below.line <= (above.lines or (above.line,))[-1] + 1
    return near and len(below.text) <= _LONGEST and not begins_with_code(below.text) and _has_a_state(below.text)


def _has_a_state(text: str) -> bool:
    return bool(words_of_state(fold(text)) or SHARE.search(text))


def _says_nothing_else(block: Sequence[Said], sentence: Loose, activity: str) -> bool:
    """Tell whether labels right below a sentence with a state name no activity themselves."""
    if not block or block[0].line > (sentence.lines or (sentence.line,))[-1] + 1:
        return False
    return not any(each.answer or activity in each.label.fields for each in block)


def _is_item(item: Item) -> bool:
    """Tell whether a line is one of a list: "b) Cuestionario de desastres"."""
    return isinstance(item, Loose) and without_bullet(item.text) != item.text


def is_title_line(text: str) -> bool:
    """Tell whether a line may be the title of an activity: a few words that open with a capital, no sentence."""
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
