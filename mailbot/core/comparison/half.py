"""One half of a letter of ours, as text or as HTML, made ready to be compared with many answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from mailbot.core.comparison.keys import bare_key_of_text, key_of_text, value_key, value_of_line
from mailbot.core.remembered import remembered
from mailbot.core.values import Line

_START = 3  # signs by which the lines of a key are found: "Fax" has no more
_LONGEST_HEAD = 60  # characters before the colon of a form's line


@dataclass(frozen=True, slots=True)
class Written:
    """How lines of one key are written, ``first`` the first of them; their keys with and without the label."""

    first: str
    texts: frozenset[str]
    values: frozenset[str]
    values_of_lines: frozenset[str]


@dataclass(frozen=True, eq=False)
class Half:
    """The lines with words and their keys; each question about them is answered once."""

    lines: tuple[Line, ...]
    keys: tuple[str, ...]

    @cached_property
    def known(self) -> frozenset[str]:
        """The keys, for looking up."""
        return frozenset(self.keys)

    @cached_property
    def times(self) -> Mapping[str, int]:
        """How many lines have each key."""
        return Counter(self.keys)

    @cached_property
    def starts(self) -> Mapping[str, Sequence[int]]:
        """Places by the first signs of the key."""
        found: dict[str, list[int]] = {}
        for place, key in enumerate(self.keys):
            found.setdefault(start_of(key), []).append(place)
        return found

    @cached_property
    def prose(self) -> str:
        """The paragraphs between the form's lines, one a line, each without spaces."""
        return "\n".join(self._paragraphs())

    @cached_property
    def whole(self) -> str:
        """All keys as one."""
        return "".join(self.keys)

    @cached_property
    def without_accents(self) -> Half:
        """The same half, its keys as a charset leaves them that takes the accented letters."""
        kept = [(line, key) for line in self.lines if (key := bare_key_of_text(line.text))]
        return Half(tuple(line for line, _ in kept), tuple(key for _, key in kept))

    @cached_property
    def written(self) -> Mapping[str, Written]:
        """The texts of the lines by their key."""
        found: dict[str, list[str]] = {}
        for line, key in zip(self.lines, self.keys, strict=True):
            found.setdefault(key, []).append(line.text)
        return {key: _written(texts) for key, texts in found.items()}

    @cached_property
    def filled(self) -> int:
        """How many of the form's lines say something after their label."""
        return sum(is_filled(line.text) for line in self.lines)

    @cached_property
    def filled_keys(self) -> frozenset[str]:
        """The keys of those lines."""
        return frozenset(key for line, key in zip(self.lines, self.keys, strict=True) if is_filled(line.text))

    @cached_property
    def bare_labels(self) -> frozenset[str]:
        """The keys of labels without a value, beside another line of the form: "Estimados colegas:" is none."""
        rows = [is_form_line(line.text) for line in self.lines]
        beside = [any(rows[max(0, at - 1) : at] + rows[at + 1 : at + 2]) for at in range(len(rows))]
        both = zip(self.lines, self.keys, beside, strict=True)
        return frozenset(key for line, key, near in both if near and is_bare_label(line.text))

    def _paragraphs(self) -> Iterator[str]:
        current = ""
        for line, key in zip(self.lines, self.keys, strict=True):
            if is_form_line(line.text):
                yield current
                current = ""
            else:
                current += key
        yield current


def start_of(key: str) -> str:
    """Return the signs by which ``Half.starts`` finds a key."""
    return key[:_START]


def half_of(lines: Sequence[Line]) -> Half:
    """Return the half that these lines are, without those that have no letter or digit."""
    kept = [(line, key) for line in lines if (key := key_of_text(line.text))]
    return Half(tuple(line for line, _ in kept), tuple(key for _, key in kept))


def _written(texts: Sequence[str]) -> Written:
    return Written(texts[0], frozenset(texts), frozenset(map(value_key, texts)), frozenset(map(value_of_line, texts)))


@remembered
def is_form_line(text: str) -> bool:
    """Tell whether a line of ours has words, a separator and room for an answer."""
    head, colon, _ = text.replace("\t", ":").partition(":")
    return bool(colon) and 0 < len(head.strip()) <= _LONGEST_HEAD


def is_bare_label(text: str) -> bool:
    """Tell whether nothing stands after the separator of a form's line."""
    return text.rstrip().endswith(":")


def is_filled(text: str) -> bool:
    """Tell whether a form's line has a value beside its label."""
    return is_form_line(text) and not is_bare_label(text)
