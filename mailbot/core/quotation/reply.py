"""What the sender wrote, put together again from the labelled lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mailbot.core.quotation import blocks, signatures
from mailbot.core.values import Line


def own_words(lines: tuple[Line, ...]) -> str:
    """Return what the sender wrote: the new lines, blank ones kept between them.

    Names typed under a closing are the sender's words though they are a signature.  A letter
    forwarded without a word of one's own, or one that cannot be told from what it answers,
    stands for itself.
    """
    kept = _joined(lines, frozenset(_with_names(lines)))
    return kept or _joined(lines, frozenset(_unmarked(lines)))


def _joined(lines: Sequence[Line], taken: frozenset[int]) -> str:
    words: list[str] = []
    gap = 0
    cut = False
    for place, line in enumerate(lines):
        if place in taken:
            words.extend([""] * (min(gap, 1) if cut else gap))
            words.append(line.text)
            gap, cut = 0, False
        elif line.label == "blank" and not line.depth:
            gap += 1
        else:
            cut = True
            gap = gap or 1
    return "\n".join(words).strip()


def _with_names(lines: Sequence[Line]) -> Iterator[int]:
    place = 0
    while place < len(lines):
        if lines[place].label == "new":
            yield place
        elif lines[place].label == "signature":
            end = place
            while end < len(lines) and lines[end].label in {"signature", "blank"}:
                end += 1
            if signatures.is_bare_name([line.text for line in lines[place:end]]):
                yield from (each for each in range(place, end) if lines[each].label == "signature")
            place = end - 1
        place += 1


def _unmarked(lines: Sequence[Line]) -> Iterator[int]:
    """The unmarked lines of a quotation under a forward's marker or a "wrote:" line."""
    headed = [line.text for line in lines if line.label == "quote-header" and not line.depth]
    if headed and blocks.field_of(headed[0]) is None:
        yield from (place for place, line in enumerate(lines) if line.label == "quoted" and not line.depth)
