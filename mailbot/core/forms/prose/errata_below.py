"""Whose the erratum on the next line is: "En los datos del Lic. X hay un error." over "Dice: …" and "Debe decir: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mailbot.core.forms.naming.said import Gap, Item, Loose
from mailbot.core.forms.persons.runs import persons_in

_WRONG = re.compile(
    r"\b(?:error(?:es)?|errat[ao]s?|equivocad[oa]s?|mal escrit[oa]s?|incorrect[oa]?s?|mistakes?|wrong|misspel\w+)\b",
    re.IGNORECASE,
)
_MINE = re.compile(r"\b(?:mis?|my|nuestr[oa]s?|our|soy|i am)\b", re.IGNORECASE)
_PAIR = re.compile(
    r"\W{0,3}(?:donde )?(?:dice|dec[ií]a|(?:it |where it )?(?:says|reads))\b[\s:]*\S.{0,200}?"
    r"\b(?:deb(?:e|er[ií]a)|should|must)\s(?:decir|leerse|ser|read|say|be)\b",
    re.IGNORECASE,
)
_LONGEST = 300  # characters of a line


def with_errata_below(items: Sequence[Item]) -> tuple[Item, ...]:
    """Join such a sentence about one person with the erratum below it, at most one gap between."""
    return tuple(_joined(items)) if any(_is_pair(each) for each in items) else tuple(items)


def _joined(items: Sequence[Item]) -> Iterator[Item]:
    held: list[Item] = []  # the sentence, and the gap below it
    for item in items:
        if held and isinstance(held[0], Loose) and isinstance(item, Loose) and _is_pair(item):
            lead = held[0].text.rstrip(" .:")
            lines = (*(held[0].lines or (held[0].line,)), *(item.lines or (item.line,)))
            yield Loose(f"{lead}. {item.text.strip()}", item.line, lines)
            held = []
        elif held and len(held) == 1 and isinstance(item, Gap):
            held.append(item)
        else:
            yield from held
            held = [item] if isinstance(item, Loose) and _leads(item.text) else []
            if not held:
                yield item
    yield from held


def _is_pair(item: Item) -> bool:
    return isinstance(item, Loose) and len(item.text) <= _LONGEST and _PAIR.match(item.text) is not None


def _leads(text: str) -> bool:
    """Tell whether a sentence calls something wrong in the data of one person, who is not the writer."""
    wrong = len(text) <= _LONGEST and _WRONG.search(text) is not None and _MINE.search(text) is None
    return wrong and len(persons_in(text)) == 1
