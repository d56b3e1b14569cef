"""A visiting card with blank lines between its name, its address and its telephones: one card, no strangers."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.fields import split_title
from mailbot.core.forms.cards.parts import NUMBER, card_of
from mailbot.core.forms.naming.labels import Labels, labels_of
from mailbot.core.forms.persons.block import MAIL
from mailbot.core.forms.persons.names_of_offices import is_institution, is_person
from mailbot.core.values import Form, Line

_OWN = frozenset({"new", "answer"})
_MOST_READ = 200  # lines of a letter
_MOST_LINES = 14  # of a card
_MOST_BLANK = 2  # lines between two of its parts
_WIDEST = 110  # columns of a line of a card


def without_gaps(lines: tuple[Line, ...], forms: Sequence[Form]) -> tuple[Line, ...]:
    """Return the lines without the blank ones inside a card: a name and its post, an address, how to be reached.

    Only where all of it together is one card, of one name, and no paragraph of it is a card by itself.
    """
    contact = next((each for each in forms if each.subject_of == "contact"), None)
    if contact is None or not any(line.label in _OWN and NUMBER.search(line.text) for line in lines[:_MOST_READ]):
        return lines
    labels = labels_of(contact)
    paragraphs = _paragraphs(lines[:_MOST_READ])
    dropped: set[int] = set()
    place = 0
    while place < len(paragraphs):
        end = _last_of_card(lines, paragraphs, place, labels)
        dropped.update(range(paragraphs[place][0], paragraphs[end][-1] + 1))
        dropped.difference_update(each for paragraph in paragraphs[place : end + 1] for each in paragraph)
        place = end + 1
    return tuple(line for each, line in enumerate(lines) if each not in dropped) if dropped else lines


def _last_of_card(lines: Sequence[Line], paragraphs: Sequence[Sequence[int]], place: int, labels: Labels) -> int:
    """The last paragraph of the card that begins at ``place``; ``place`` itself where none does."""
    joined = [lines[each] for each in paragraphs[place]]
    if not _opens(joined) or card_of(joined, labels):
        return place
    found = place
    for end in range(place + 1, len(paragraphs)):
        following = [lines[each] for each in paragraphs[end]]
        between = lines[paragraphs[end - 1][-1] + 1 : paragraphs[end][0]]
        joined = [*joined, *following]
        if (
            len(between) > _MOST_BLANK
            or any(line.text.strip() for line in between)
            or len(joined) > _MOST_LINES
            or any(len(line.text) > _WIDEST for line in following)
        ):
            break
        if sum(_is_name(line.text) for line in joined) > 1 or card_of(following, labels):
            break
        if _is_reached(following) and card_of(joined, labels):
            found = end
    return found


def _opens(paragraph: Sequence[Line]) -> bool:
    """Tell whether a paragraph may begin a card: a name stands in it, or the institution alone."""
    texts = [line.text.strip() for line in paragraph]
    if len(texts) > _MOST_LINES or any(len(text) > _WIDEST or text.endswith(":") for text in texts):
        return False
    return any(_is_name(text) for text in texts) or (len(texts) == 1 and is_institution(texts[0]))


def _is_name(text: str) -> bool:
    title, name = split_title(text.strip(" .,"))
    return is_person(name) and (bool(title) or len(name.split()) > 1)


def _is_reached(paragraph: Sequence[Line]) -> bool:
    return any(NUMBER.search(line.text) or MAIL.search(line.text) for line in paragraph)


def _paragraphs(lines: Sequence[Line]) -> list[list[int]]:
    """The places of the writer's own lines, those between two blank ones together."""
    found: list[list[int]] = []
    for place, line in enumerate(lines):
        if line.label not in _OWN or not line.text.strip() or line.cells:
            continue
        if found and found[-1][-1] == place - 1:
            found[-1].append(place)
        else:
            found.append([place])
    return found
