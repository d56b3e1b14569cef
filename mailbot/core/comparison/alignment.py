"""Aligns returned lines with the lines of one half of our letter.

A line is untouched when it equals one of ours, or when it and its neighbours together
are one of ours wrapped anew.  A short line, such as the bare name of a country, counts
only in its place: a person may have typed the same word elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from typing import NamedTuple

from mailbot.core.comparison.again import typed_afresh, typed_again
from mailbot.core.comparison.half import Half, is_form_line, start_of
from mailbot.core.comparison.keys import bare_key_of_text, key_of_text, value_key, value_of_line
from mailbot.core.values import Line

_LONG = 16  # letters and digits of a line nobody types by chance
_LEAST_FRAGMENT = 12  # … of a piece of one of our paragraphs, beside its neighbour
_LONE_FRAGMENT = 30  # … of a piece that stands alone
_MOST_LINES = 3000  # beyond it lines are compared whole and without their place
_TAKEN = re.compile(r"\w[?\ufffd]\w|\w[?\ufffd](?=[\s:,.]|$)|(?:^|\s)[?\ufffd]\w")  # a letter that a charset took
_MOST_WRAPPED = 40  # lines that one of our paragraphs may come back as


@dataclass(frozen=True, slots=True)
class Returned:
    """The lines that came back, without blank ones, with the keys that are compared."""

    places: tuple[int, ...]
    lines: tuple[Line, ...]
    keys: tuple[str, ...]
    lost: frozenset[int]  # places of lines of which a charset may have taken a letter


class _Sides(NamedTuple):
    """What came back, and the half of our letter it is compared with."""

    back: Returned
    half: Half


def returned(lines: Sequence[Line]) -> Returned:
    """Return what of a message is compared: the same for both halves of our letter."""
    kept = [
        (index, line, key)
        for index, line in enumerate(lines)
        if line.label != "quote-header" and (key := key_of_text(line.text))
    ]
    marked = [place for place, (_, line, _) in enumerate(kept) if "?" in line.text or "\ufffd" in line.text]
    lost = frozenset([place for place in marked if _TAKEN.search(kept[place][1].text)])
    places, own, keys = zip(*kept, strict=True) if kept else ((), (), ())
    return Returned(places, own, keys, lost)


def untouched_among(back: Returned, half: Half) -> frozenset[int]:
    """Return the indices of the returned lines that are ours as sent."""
    sides = _Sides(back, half)
    found = _equal(sides)
    found |= _wrapped(sides, found)
    found |= _fragments(sides, found)
    found |= _lost_accents(sides, found)
    found -= typed_again(back.keys, back.lines, half, found)
    found -= typed_afresh(back.keys, back.lines, half, found)
    found -= _corrected(sides, found)
    return frozenset(back.places[place] for place in found)


def may_explain_more(back: Returned, half: Half, found: frozenset[int]) -> bool:
    """Tell whether a half may hold a line that is not among those found; most often both say the same."""
    left = (key for place, key in zip(back.places, back.keys, strict=True) if place not in found)
    return bool(back.lost) or any(key in half.whole for key in left)


def _equal(sides: _Sides) -> set[int]:
    keys, ours = sides.back.keys, sides.half.keys
    shared = {place for place, key in enumerate(keys) if key in sides.half.known}
    found = {place for place in shared if len(keys[place]) >= _LONG or is_form_line(sides.back.lines[place].text)}
    if found == shared or max(len(keys), len(ours)) > _MOST_LINES:
        return found  # their places could add nothing
    matcher = SequenceMatcher(None, keys, ours, autojunk=False)
    for block in matcher.get_matching_blocks():
        if block.size >= 2 or (block.size == 1 and _in_its_place(sides, block)):
            found |= set(range(block.a, block.a + block.size))
    return found


def _in_its_place(sides: _Sides, block: Match) -> bool:
    """One short quoted line whose neighbour, before or after, is ours too."""
    if sides.back.lines[block.a].label == "new":
        return False
    keys, ours = sides.back.keys, sides.half.keys
    a, b = block.a, block.b
    before = a > 0 and b > 0 and _share(keys[a - 1], ours[b - 1], str.endswith)
    return before or (a + 1 < len(keys) and b + 1 < len(ours) and _share(keys[a + 1], ours[b + 1], str.startswith))


def _share(key: str, ours: str, side: Callable[[str, str], bool]) -> bool:
    """Whether two neighbours are one line, or the piece of it that wrapping left there."""
    return side(key, ours) or (len(key) >= _LEAST_FRAGMENT and side(ours, key))


def _wrapped(sides: _Sides, found: set[int]) -> set[int]:
    """Runs of returned lines that, joined, are a run of ours: wrapped or unwrapped."""
    keys = sides.back.keys
    wrapped: set[int] = set()
    for place, key in enumerate(keys):
        if place in found or place in wrapped:
            continue
        for ours in sides.half.starts.get(start_of(key), ())[:20]:
            first = sides.half.keys[ours]
            if not (first.startswith(key) or key.startswith(first)):
                continue  # most of those that begin alike
            size = _same_text(keys, place, sides.half.keys, ours)
            if size:
                wrapped |= set(range(place, place + size))
                break
    return wrapped


def _same_text(keys: Sequence[str], a: int, sent_keys: Sequence[str], b: int) -> int:
    """How many lines from ``a`` on are, joined, exactly a run of ours from ``b`` on; 0: none."""
    left, right = keys[a], sent_keys[b]
    first, start = a, b
    while a - first < _MOST_WRAPPED:
        if left == right:
            return a - first + 1 if (a, b) != (first, start) else 0
        if right.startswith(left):
            right, a = right[len(left) :], a + 1
            if a == len(keys):
                return 0
            left = keys[a]
        elif left.startswith(right):
            left, b = left[len(right) :], b + 1
            if b == len(sent_keys):
                return 0
            right = sent_keys[b]
        else:
            return 0
    return 0


def _fragments(sides: _Sides, found: set[int]) -> set[int]:
    """Pieces of our paragraphs (never of a form's line) beside the piece that belongs there."""
    return {
        place
        for place, key in enumerate(sides.back.keys)
        if place not in found
        and len(key) >= _LEAST_FRAGMENT
        and key in sides.half.prose
        and (_has_neighbour(sides.back.keys, place, sides.half.whole) or len(key) >= _LONE_FRAGMENT)
    }


def _has_neighbour(keys: Sequence[str], place: int, whole: str) -> bool:
    key = keys[place]
    before = keys[place - 1][-_LEAST_FRAGMENT:] if place else ""
    after = keys[place + 1][:_LEAST_FRAGMENT] if place + 1 < len(keys) else ""
    return bool((before and before + key in whole) or (after and key + after in whole))


def _lost_accents(sides: _Sides, found: set[int]) -> set[int]:
    """Lines that are ours but for the letters a charset took ("Instituci?n"), wrapped or not."""
    lines, suspect = sides.back.lines, sides.back.lost
    if not suspect:
        return set()
    bare = Returned(sides.back.places, lines, tuple(bare_key_of_text(line.text) for line in lines), suspect)
    twins = _Sides(bare, sides.half.without_accents)
    lost = {
        place
        for place, key in enumerate(bare.keys)
        if place in suspect and len(key) >= _LEAST_FRAGMENT // 2 and key in twins.half.known
    }
    lost |= _equal(twins)
    lost |= _wrapped(twins, found | lost)
    return lost | _fragments(twins, found | lost)


def _corrected(sides: _Sides, found: set[int]) -> set[int]:
    """Form lines that differ from ours in an accent, a capital or a space only: corrections.

    None when the mail program lost the accents of our own sentences too.
    """
    corrected = set()
    for place in found:
        text, before = sides.back.lines[place].text, sides.half.written.get(sides.back.keys[place])
        if before is None or text in before.texts:
            continue
        if not is_form_line(text):
            if value_key(text) not in before.values and _lost(text, before.first):
                return set()
        elif value_of_line(text) not in before.values_of_lines:
            corrected.add(place)
    return corrected


def _lost(text: str, before: str) -> bool:
    """Tell whether a sentence of ours came back without its accents."""
    return sum(not sign.isascii() for sign in text) < sum(not sign.isascii() for sign in before)
