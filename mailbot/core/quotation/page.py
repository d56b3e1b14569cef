"""The lines of one letter with the labels found so far."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mailbot.core.values import Line

LOOKED_AT = 1_000  # characters of a line that are read: nobody's header is longer
MOST_LINES = 20_000  # lines that are read: nobody writes more; the rest goes by its quote marks
_NAMED_MARK = re.compile(r"^[A-Z][A-Za-z]{0,2}>(?: |$)")
_TAIL_OF_ADDRESS = re.compile(r"^(?:[^\s<>]{0,120}>)?\s*(?:[^\W\d_]{4,12}(?: [^\W\d_]{4,12})?)?\s*:$")


class Page:
    """The lines with the labels found so far."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.texts = [line.text[:LOOKED_AT] for line in lines[:MOST_LINES]]
        self.depths = [line.depth for line in lines[:MOST_LINES]]
        self.blank = [not text.strip() for text in self.texts]
        self._mend()
        self.labels = [
            "blank" if blank else "quoted" if depth else "new"
            for blank, depth in zip(self.blank, self.depths, strict=True)
        ]

    def _mend(self) -> None:
        """Undo what wrapping did: an address' last ">" or a link's end at the wrong depth.

        Lines marked with initials ("AB> …") are quoted where two stand together: one by one below
        labels they are the writer's own mark.
        """
        named = [place for place, text in enumerate(self.texts) if ">" in text[:4] and _NAMED_MARK.match(text)]
        together = any(all(self.blank[one + 1 : two]) for one, two in pairwise(named))
        for place in named if together else ():
            self.depths[place] += 1
        if not any(self.depths):
            return
        for place, text in enumerate(self.texts):
            if self.depths[place] and text.endswith(("<<", " <")) and self._alone(place):
                self.depths[place] = 0  # ">>> our page <<<" is ornament
        for place in range(1, len(self.texts)):
            before, text = self.texts[place - 1], self.texts[place]
            deeper = self.depths[place] == 1 and self.depths[place - 1] == 0
            if deeper and before.rfind("<") > before.rfind(">") and _TAIL_OF_ADDRESS.match(text):
                self.depths[place], self.texts[place] = 0, ">" + text
            elif self.depths[place] == 0 and self.depths[place - 1] > 0 and _ends_link(before, text):
                self.depths[place] = self.depths[place - 1]

    def _alone(self, place: int) -> bool:
        return not any(self.depths[max(0, place - 1) : place] + self.depths[place + 1 : place + 2])

    def __len__(self) -> int:
        return len(self.texts)

    def set(self, start: int, end: int, label: str, *only: str) -> None:
        """Label lines that are still among ``only``: new or quoted unless said."""
        for place in range(start, min(end, len(self.labels))):
            if self.labels[place] in (only or ("new", "quoted")):
                self.labels[place] = label

    def new_until(self, at: int, most: int) -> int:
        """The end of the new and blank lines from ``at`` on, at most ``most`` lines away."""
        last = min(at + most, len(self))
        return next((end for end in range(at, last) if self.labels[end] not in {"new", "blank"}), max(at, last))

    def marked_below(self, place: int) -> bool:
        """Whether the next words carry quote marks."""
        for each in range(place, min(place + 8, len(self.texts))):
            if not self.blank[each] or self.depths[each]:
                return self.depths[each] > 0
        return False

    def runs(self) -> Iterator[tuple[int, int]]:
        """Ranges of lines of one depth; blank ones belong to the run before them."""
        start = 0
        for place in range(1, len(self.texts) + 1):
            end = place == len(self.texts)
            if end or (self.depths[place] != self.depths[start] and not self.blank[place]):
                yield start, place
                start = place


def _ends_link(before: str, text: str) -> bool:
    bare = text.strip()
    if not bare.endswith((")", ">")) or " " in bare or len(bare) > 300:
        return False
    return max(before.rfind("(http"), before.rfind("<http")) > max(before.rfind(")"), before.rfind(">"))
