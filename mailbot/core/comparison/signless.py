"""A label of ours typed over together with its colon: "Cargo Directora" where our letter had "Cargo: Analista"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from mailbot.core.comparison.keys import head_of_line, key_of_text
from mailbot.core.values import Line, Message

_LABEL = re.compile(r"\s*(?P<label>[^\W\d_][^:\t]{1,38}[^\W_]):(?:\s|$)")
_INSTEAD = re.compile(r"[ \t.,;=_–—-]+")
_LONGEST = 120  # characters of such a line
_REACH = 2  # empty lines between two lines of a form


@lru_cache(maxsize=64)
def labels_in_order(sent: Message) -> Mapping[str, frozenset[str]]:
    """Return each label of our letter as written → the keys of the labels above and below it."""
    found: dict[str, frozenset[str]] = {}
    for half in (sent.lines, sent.alternative):
        rows = [label["label"] for line in half if (label := _LABEL.match(line.text)) and not line.cells]
        for place, said in enumerate(rows):
            near = {key_of_text(each) for each in (*rows[max(0, place - 1) : place], *rows[place + 1 : place + 2])}
            found[said] = frozenset({*found.get(said, ()), *near} - {""})
    return found


def with_signs(lines: Sequence[Line], sent: Message, answer: str) -> list[Line]:
    """Return the lines, those typed over such a line of ours with its colon again; ``answer`` is their label."""
    ours = labels_in_order(sent)
    found = list(lines)
    for place, line in enumerate(lines):
        if line.label != answer or line.cells or len(line.text) > _LONGEST:
            continue
        label = _overtyped(line.text.strip(), ours)
        if label and not ours[label].isdisjoint(_heads_around(lines, place, ours)):
            found[place] = line._replace(text=f"{label}: {_behind(line.text.strip(), label)}")
    return found


def _overtyped(text: str, ours: Mapping[str, frozenset[str]]) -> str:
    """The longest label of ours that opens a text without its colon and has words behind it."""
    fitting = [label for label in ours if text.startswith(label) and _behind(text, label)]
    return max(fitting, key=len, default="")


def _behind(text: str, label: str) -> str:
    instead = _INSTEAD.match(text, len(label))
    rest = text[instead.end() :] if instead else ""
    return rest if ":" not in rest else ""  # "Cargo (nuevo): Directora" has its own


def _heads_around(lines: Sequence[Line], place: int, ours: Mapping[str, frozenset[str]]) -> set[str]:
    """Keys of the labels of the next lines above and below; none where the line's own label stands there."""
    own = key_of_text(_overtyped(lines[place].text.strip(), ours))
    heads = set()
    for step in (-1, 1):
        reach = range(place + step, place + step * (_REACH + 2), step)
        near = next((lines[each].text for each in reach if 0 <= each < len(lines) and lines[each].text.strip()), "")
        heads.add(head_of_line(near) or key_of_text(_overtyped(near.strip(), ours)))
    return heads - {""} if own not in heads else set()
