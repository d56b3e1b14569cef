"""Aligns returned lines with the lines of one half of our letter.

A line is untouched when it equals one of ours, or when it and its neighbours together
are one of ours wrapped anew.  A short line, such as the bare name of a country, counts
only in its place: a person may have typed the same word elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher

from mailbot.core.comparison.keys import bare_key_of_text, key_of_text, value_key, value_of_line
from mailbot.core.values import Line

_LONG = 16  # letters and digits of a line nobody types by chance
_LEAST_FRAGMENT = 12  # … of a piece of one of our paragraphs, beside its neighbour
_LONE_FRAGMENT = 30  # … of a piece that stands alone
_MOST_LINES = 3000  # beyond it lines are compared whole and without their place
_MOST_WRAPPED = 40  # lines that one of our paragraphs may come back as
_LONGEST_HEAD = 60  # characters before the colon of a form's line


@dataclass(frozen=True, slots=True)
class _Sides:
    """Both sides without their blank lines, with the keys that are compared."""

    places: tuple[int, ...]
    returned: tuple[Line, ...]
    keys: tuple[str, ...]
    sent: tuple[Line, ...]
    sent_keys: tuple[str, ...]


def untouched_among(lines: Sequence[Line], ours: Sequence[Line]) -> frozenset[int]:
    """Return the indices of ``lines`` that are ours as sent."""
    sides = _sides(lines, ours)
    found = _equal(sides)
    found |= _wrapped(sides, found)
    found |= _fragments(sides, found)
    found |= _lost_accents(sides, found)
    found -= _typed_again(sides, found)
    found -= _typed_afresh(sides, found)
    found -= _corrected(sides, found)
    return frozenset(sides.places[place] for place in found)


def _sides(lines: Sequence[Line], ours: Sequence[Line]) -> _Sides:
    keyed = [(index, line, key_of_text(line.text)) for index, line in enumerate(lines)]
    kept = [row for row in keyed if row[2] and row[1].label != "quote-header"]
    sent = [(line, key) for line in ours if (key := key_of_text(line.text))]
    return _Sides(
        places=tuple(index for index, _, _ in kept),
        returned=tuple(line for _, line, _ in kept),
        keys=tuple(key for _, _, key in kept),
        sent=tuple(line for line, _ in sent),
        sent_keys=tuple(key for _, key in sent),
    )


def is_form_line(text: str) -> bool:
    """Tell whether a line of ours has words, a separator and room for an answer."""
    head, colon, _ = text.replace("\t", ":").partition(":")
    return bool(colon) and 0 < len(head.strip()) <= _LONGEST_HEAD


def _equal(sides: _Sides) -> set[int]:
    known = frozenset(sides.sent_keys)
    found = {
        place
        for place, (line, key) in enumerate(zip(sides.returned, sides.keys, strict=True))
        if key in known and (len(key) >= _LONG or is_form_line(line.text))
    }
    if max(len(sides.keys), len(sides.sent_keys)) > _MOST_LINES:
        return found
    matcher = SequenceMatcher(None, sides.keys, sides.sent_keys, autojunk=False)
    for block in matcher.get_matching_blocks():
        if block.size >= 2 or (block.size == 1 and _in_its_place(sides, block)):
            found |= set(range(block.a, block.a + block.size))
    return found


def _in_its_place(sides: _Sides, block: Match) -> bool:
    """One short quoted line whose neighbour, before or after, is ours too."""
    if sides.returned[block.a].label == "new":
        return False
    pairs = ((block.a - 1, block.b - 1), (block.a + 1, block.b + 1))
    return any(
        0 <= a < len(sides.keys) and 0 <= b < len(sides.sent_keys) and sides.keys[a].startswith(sides.sent_keys[b])
        for a, b in pairs
    )


def _wrapped(sides: _Sides, found: set[int]) -> set[int]:
    """Runs of returned lines that, joined, are a run of ours: wrapped or unwrapped."""
    starts: dict[str, list[int]] = {}
    for place, key in enumerate(sides.sent_keys):
        starts.setdefault(key[:4], []).append(place)
    wrapped: set[int] = set()
    for place, key in enumerate(sides.keys):
        if place in found or place in wrapped:
            continue
        for ours in starts.get(key[:4], ())[:20]:
            size = _same_text(sides.keys, place, sides.sent_keys, ours)
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
    prose = "\n".join(_paragraphs(sides))
    whole = "".join(sides.sent_keys)
    return {
        place
        for place, key in enumerate(sides.keys)
        if place not in found
        and len(key) >= _LEAST_FRAGMENT
        and key in prose
        and (_has_neighbour(sides.keys, place, whole) or len(key) >= _LONE_FRAGMENT)
    }


def _paragraphs(sides: _Sides) -> Iterator[str]:
    current = ""
    for line, key in zip(sides.sent, sides.sent_keys, strict=True):
        if is_form_line(line.text):
            yield current
            current = ""
        else:
            current += key
    yield current


def _has_neighbour(keys: Sequence[str], place: int, whole: str) -> bool:
    key = keys[place]
    before = keys[place - 1][-_LEAST_FRAGMENT:] if place else ""
    after = keys[place + 1][:_LEAST_FRAGMENT] if place + 1 < len(keys) else ""
    return bool((before and before + key in whole) or (after and key + after in whole))


def _lost_accents(sides: _Sides, found: set[int]) -> set[int]:
    """Lines equal but for letters a mail program lost ("Instituci?n")."""
    bare = {bare_key_of_text(line.text) for line in sides.sent}
    return {
        place
        for place, line in enumerate(sides.returned)
        if place not in found
        and ("?" in line.text or "\ufffd" in line.text)
        and len(bare_key := bare_key_of_text(line.text)) >= _LEAST_FRAGMENT // 2
        and bare_key in bare
    }


def _typed_again(sides: _Sides, found: set[int]) -> set[int]:
    """Form lines typed anew above the quotation that holds the same line of ours once more."""
    sent = Counter(sides.sent_keys)
    returned = Counter(sides.keys)
    return {
        place
        for place in found
        if sides.returned[place].label == "new"
        and returned[sides.keys[place]] > sent[sides.keys[place]] > 0
        and not is_bare_label(sides.returned[place].text)
    }


def _typed_afresh(sides: _Sides, found: set[int]) -> set[int]:
    """Filled form lines that the sender typed where nothing else of our letter came back.

    ``País: Costa Rica`` above a corrected ``Cargo:`` is the sender's, though we had written the same.
    A sentence of ours, an empty label or most of our filled lines show that the letter itself is there.
    """
    new = {place for place in found if sides.returned[place].label == "new"}
    filled = [line for line in sides.sent if is_form_line(line.text) and not is_bare_label(line.text)]
    typed = all(
        is_form_line(text) and not is_bare_label(text) for text in (sides.returned[place].text for place in new)
    )
    return new if typed and 2 * len(new) <= len(filled) else set()


def _corrected(sides: _Sides, found: set[int]) -> set[int]:
    """Form lines that differ from ours in an accent, a capital or a space only: corrections.

    None when the mail program lost the accents of our own sentences too.
    """
    ours: dict[str, list[str]] = {}
    for line, key in zip(sides.sent, sides.sent_keys, strict=True):
        ours.setdefault(key, []).append(line.text)
    corrected = set()
    for place in found:
        text, before = sides.returned[place].text, ours.get(sides.keys[place])
        if not before:
            continue
        if not is_form_line(text):
            if not any(value_key(text) == value_key(each) for each in before) and _lost(text, before[0]):
                return set()
        elif value_of_line(text) not in {value_of_line(each) for each in before}:
            corrected.add(place)
    return corrected


def _lost(text: str, before: str) -> bool:
    """Tell whether a sentence of ours came back without its accents."""
    return sum(not sign.isascii() for sign in text) < sum(not sign.isascii() for sign in before)


def is_bare_label(text: str) -> bool:
    """Tell whether nothing stands after the separator of a form's line."""
    return text.rstrip().endswith(":")
