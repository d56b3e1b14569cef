"""What the sender typed although our letter says the same: our line stands there once more.

Somebody who writes ``Actividad: P003-08`` above an untouched letter means it, also with the label on
one line and the value on the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from mailbot.core.comparison.half import Half, is_bare_label, is_filled, is_form_line
from mailbot.core.values import Line

_MOST_LINES = 3  # that one line of a form is typed over: its label, its value, the value's end


def typed_again(keys: Sequence[str], lines: Sequence[Line], half: Half, found: Collection[int]) -> set[int]:
    """Return the places of form lines typed anew beside the letter that holds the same line once more."""
    free = _free(lines, found)
    if not free:
        return set()
    times = Counter(keys)
    again = {
        place
        for place in free
        if times[keys[place]] > half.times.get(keys[place], 0) > 0
        and not (keys[place] in half.bare_labels and is_bare_label(lines[place].text))
    }
    whole = "".join(keys)
    for places in _over_lines(keys, half, free):
        key = _joined(keys, places)
        if whole.count(key) > half.whole.count(key):
            again.update(places)
    return again


def typed_afresh(keys: Sequence[str], lines: Sequence[Line], half: Half, found: Collection[int]) -> set[int]:
    """Return filled form lines that the sender typed where nothing else of our letter came back.

    ``País: Costa Rica`` above a corrected ``Cargo:`` is the sender's, though we had written the same.
    A sentence of ours, an empty label or most of our filled lines show that the letter itself is there.
    """
    new = {place for place in found if lines[place].label == "new"}
    over = list(_over_lines(keys, half, new))
    paired = {place for places in over for place in places}
    typed = all(place in paired or is_filled(lines[place].text) for place in new)
    return new if typed and 2 * (len(new - paired) + len(over)) <= half.filled else set()


def _free(lines: Sequence[Line], found: Collection[int]) -> set[int]:
    """Places that may be the sender's: unmarked ones; else, around a letter without marks, those outside it."""
    new = {place for place in found if lines[place].label == "new"}
    if new:
        return new
    prose = [place for place in found if not is_form_line(lines[place].text)]
    if len(prose) < 2:
        return set()
    first, last = min(prose), max(prose)
    return {place for place in found if not lines[place].depth and not first <= place <= last}


def _over_lines(keys: Sequence[str], half: Half, free: Collection[int]) -> Iterator[range]:
    """Runs of two or three places that together are one filled line of our form."""
    taken = -1
    for place in sorted(free):
        if place <= taken:
            continue
        for size in range(2, _MOST_LINES + 1):
            places = range(place, place + size)
            if places[-1] not in free:
                break
            if _joined(keys, places) in half.filled_keys:
                taken = places[-1]
                yield places
                break


def _joined(keys: Sequence[str], places: range) -> str:
    return "".join(keys[place] for place in places)
