"""Numbers said one after another: from–to, lists, alternatives."""

from __future__ import annotations

from collections.abc import Sequence

from mailbot.core.values import Bilingual
from mailbot.core.windows.atoms import BACKWARDS, DASH, EITHER, Reader

TO = frozenset({"a", "al", "to", "=until", *DASH})
AND = frozenset({",", "y", "e", "and", "&"})
OR = frozenset({"o", "u", "or", "/"})
LONGEST_LIST = 8
Groups = tuple[tuple[int, int], ...] | Bilingual
"""Groups (first, last) in order, or why they cannot be told."""


def joint(r: Reader, place: int) -> bool:
    """Whether the token at a place joins two parts of a list; a dash that begins a line is a bullet."""
    text = r.at(place)
    return (text in TO or text in AND or text in OR) and not r.opens(place)


def groups_of(items: Sequence[int], joins: Sequence[str], *, between: bool, year: bool = False) -> Groups:
    """Return the groups of a list of days, or (``year``) of months and parts of a year, which may pass New Year.

    Neighbours become one group ("12 y 13", "marzo y abril"); "marzo o abril" too, but two days are a question.
    """
    groups = [(items[0], items[0])]
    for place, (join, item) in enumerate(zip(joins, items[1:], strict=True)):
        first, last = groups[-1]
        follows = item == last + 1 or (year and (last, item) == (12, 1))
        if join in TO and place and joins[place - 1] in TO and not follows:
            return EITHER  # "mar-jun-sep-dic": from March to December, or these four?
        if join in TO or (between and join in AND and len(items) == 2):
            if item <= last and not year:
                return BACKWARDS
            groups[-1] = (first, item)
        elif join in OR and not (year and follows):
            return EITHER
        elif follows:
            groups[-1] = (first, item)
        elif item <= last and not year:
            return BACKWARDS
        else:
            groups.append((item, item))
    return tuple(groups)
