"""Items of a list that a mail program broke: "1. Ana Prueba, Directora, Tel." over "2244-0000, ana@b.example"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from mailbot.core.forms.activities.coded import begins_with_code
from mailbot.core.forms.layout.rows import joined
from mailbot.core.forms.layout.spacing import begins_a_row
from mailbot.core.forms.naming.courtesy import is_courtesy
from mailbot.core.forms.naming.labels import Labels, labels_of
from mailbot.core.forms.naming.numbers import EXTENSION_WORDS
from mailbot.core.forms.persons.in_a_list import ends_a_person, opens_with_a_name
from mailbot.core.values import Form, Line

OWN = frozenset({"new", "answer"})
_MARK = re.compile(
    r"\s*(?:(?P<bullet>[-*•·▪◦–—§■●○►➢✓])|\(?\d{1,2}(?P<dot>\s?[.)]-?|\s?-)"
    r"|\(?(?:[ivxIVX]{1,4}|[a-zA-Z])(?P<close>[.)]))\s+(?=\S)"
)
_EXTENSION = re.compile(rf"\b(?:{EXTENSION_WORDS})\.?:?$", re.IGNORECASE)  # over "34 - ana@relex.example"
_LEAST = 2  # items of a list
_NARROWEST, _WIDEST = 50, 100  # columns at which mail programs break lines
_PERSON = "person"  # what an item without a mark opens with
_DASHES = ("-", "–", "—")
_LEADS_ON = ("-", "–", ",", ";", "(", "/")
_COLON = re.compile(r"[^\W\d_](?:(?! [-–] )[^:@]){0,38}:")


def items_joined(lines: tuple[Line, ...], forms: Sequence[Form]) -> tuple[tuple[Line, ...], dict[int, int]]:
    """Return the lines with each broken item on one, and, for the number of each line that went on, its item's.

    Only in a list of two items and more that are marked alike, without cells, and where the first word of the line had
    no room on the line above: none of the list is wider, or none of the message.  A line with a label and its colon
    stands for itself.
    """
    kinds = {place: kind for place in range(len(lines)) if (kind := _kind_of(lines, place))}
    if len(kinds) < _LEAST:
        return lines, {}
    kinds = {
        place: kind for place, kind in kinds.items() if kind not in _DASHES or not _is_parting(lines, place, kinds)
    }
    marked = list(kinds.values())
    heads = [place for place, kind in kinds.items() if marked.count(kind) >= _LEAST]
    items = [_item(lines, place, following) for place, following in pairwise([*heads, len(lines)])]
    broken = _broken(lines, items, [labels_of(form) for form in forms])
    kept: list[Line] = []
    of_item: dict[int, int] = {}
    for place, line in enumerate(lines):
        if place in broken:
            of_item[line.number] = kept[-1].number
            kept[-1] = kept[-1]._replace(text=joined(kept[-1].text, line.text))
        else:
            kept.append(line)
    return tuple(kept), of_item


def _broken(lines: Sequence[Line], items: Sequence[range], labels: Sequence[Labels]) -> frozenset[int]:
    """The places of the lines that go on with the line above them; of a width of the list's own all do, or none."""
    listed = max((_width(lines[place]) for item in items for place in item), default=0)
    own = max((_width(line) for line in lines if line.label in OWN and not line.cells), default=0)
    below = [place for item in items for place in item[1:]]
    going_on = [place for place in below if _goes_on(lines[place - 1], lines[place], listed, labels)]
    if _NARROWEST <= listed <= _WIDEST and going_on == below:
        return frozenset(below)
    if not _NARROWEST <= own <= _WIDEST or not going_on:
        return frozenset()
    found: set[int] = set()
    for item in items:
        for place in item[1:]:
            if not _goes_on(lines[place - 1], lines[place], own, labels):
                break
            found.add(place)
    return frozenset(found)


def _item(lines: Sequence[Line], place: int, following: int) -> range:
    """The lines of an item: to the next one, an empty line, or what is not plain words of the writer's."""
    end = place + 1
    while end < following and _is_plain(lines[end], lines[place]):
        end += 1
    return range(place, end)


def _is_plain(line: Line, head: Line) -> bool:
    text = line.text.strip()
    if not text or line.cells or line.source == "html" or line.label not in OWN or line.depth != head.depth:
        return False
    return "\t" not in text and "   " not in text and not is_courtesy(text)


def _kind_of(lines: Sequence[Line], place: int) -> str:
    """How a line is marked as an item, "" where it is not: bullets by their sign, counts by what stands behind them.

    Without a mark, a person opens one where nothing is going on: "Seguridad Social, tel. 22" is the rest of a ministry.
    """
    line, above = lines[place], lines[place - 1].text.strip() if place else ""
    if line.label not in OWN or line.cells or line.source == "html":
        return ""
    found = _MARK.match(line.text) if not _EXTENSION.search(above) else None
    if found is None:
        apart = not above or above.endswith(":") or ends_a_person(above)
        return _PERSON if apart and opens_with_a_name(line.text) else ""
    return found["bullet"] or ("1" + found["dot"].strip() if found["dot"] else "a" + found["close"])


def _is_parting(lines: Sequence[Line], place: int, kinds: Mapping[int, str]) -> bool:
    """Tell whether a dash parts an item's words, as others do on the line above: "1) Ana Prueba - Jefa" over "- 22"."""
    above, rest = lines[place - 1].text.rstrip() if place else "", lines[place].text.strip()[1:].strip()
    if f" {kinds[place]} " not in above.strip()[2:] or begins_with_code(rest):
        return False
    first = place
    while first and lines[first - 1].text.strip():
        first -= 1
    last = next((at for at in range(place, len(lines)) if not lines[at].text.strip()), len(lines))
    if len(above) + 1 + len(kinds[place]) <= max(map(_width, lines[first:last])):
        return False  # the dash had room above
    marked = [kinds[at] for at in range(first, place) if at in kinds]
    return kinds[place] not in marked[:1] or not opens_with_a_name(rest)


def _width(line: Line) -> int:
    return len(line.text.rstrip())


def _goes_on(above: Line, line: Line, widest: int, labels: Sequence[Labels]) -> bool:
    """Tell whether the first word of a line had no room on the line above."""
    text = line.text.strip()
    if _width(above) + 1 + len(text.split(maxsplit=1)[0]) <= widest:
        return False
    labelled = _COLON.match(text) is not None and any(begins_a_row(text, each) for each in labels)
    return not labelled or above.text.rstrip().endswith(_LEADS_ON)
