"""Codes of activities in a message as the work plan writes them, whatever the sender put between letters and number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeVar

from mailbot.core.fields.loose_codes import codes_in, letters_of, padded_in, spellings, spelt, unmistakable_in
from mailbot.core.values import Doubt, Entry, FieldValue, Form, Known, Line, Message

_OWN = frozenset({"new", "answer"})
_MOST_LINES = 2_000
_LINES_OF_A_VALUE = 5
_Told = TypeVar("_Told", FieldValue, Doubt)


@dataclass(frozen=True, slots=True)
class Spelling:
    """What vouches for codes: ``codes`` key → code of those known, ``letters`` of codes of the group.

    ``padded``: the letters whose numbers below ten are written with two figures.
    """

    codes: Mapping[str, str] = field(default_factory=dict)
    letters: frozenset[str] = frozenset()
    padded: frozenset[str] = frozenset()

    def of(self, lines: tuple[Line, ...], form: Form) -> tuple[Line, ...]:
        """Return the lines as a form about activities reads them: "P003 14" and "MD05" as "P003-14" and "MD-05"."""
        if form.subject_of != "activity":
            return lines
        return tuple(self._of_line(line) if line.label in _OWN else line for line in lines)

    def as_written(self, entry: Entry, lines: tuple[Line, ...]) -> Entry:
        """Return an entry whose evidence is what the sender wrote."""
        texts = {line.number: line.text for line in lines if line.label in _OWN}
        fields = {name: self._written(each, texts) for name, each in entry.fields.items()}
        return replace(entry, fields=fields, doubts=tuple(self._written(each, texts) for each in entry.doubts))

    def _of_line(self, line: Line) -> Line:
        text = spelt(line.text, self.codes, self.letters, self.padded)
        cells = tuple(spelt(cell, self.codes, self.letters, self.padded) for cell in line.cells)
        return line if text == line.text and cells == line.cells else line._replace(text=text, cells=cells)

    def _written(self, told: _Told, texts: Mapping[int, str]) -> _Told:
        near = (texts.get(told.line + further, "") for further in range(_LINES_OF_A_VALUE))
        said = told.said
        for text in near if any(sign.isdigit() for sign in said) else ():
            for code, words in spellings(text, self.codes, self.letters, self.padded).items():
                said = said.replace(code, words)
        if said == told.said:
            return told
        if isinstance(told, FieldValue) and told.certainty == "exact":
            return replace(told, said=said, certainty="normalised")
        return replace(told, said=said)


def spelling_of(lines: tuple[Line, ...], message: Message, sent: Message | None, known: Known) -> Spelling:
    """Return what is known of the codes; without a programme at hand those of our letter, subject and message tell."""
    own = [line.text for line in lines[:_MOST_LINES] if line.label in _OWN]
    theirs = [message.subject, *(line.text for line in lines[:_MOST_LINES])]
    named = codes_in(known.activities) if known.activities else _codes_of(sent)
    written = [*named.values(), *codes_in(theirs).values(), *unmistakable_in(own).values()]
    ours = codes_in(line.text for line in lines[:_MOST_LINES] if line.label not in _OWN)
    padded = frozenset[str]() if known.activities else padded_in(written, [*named.values(), *ours.values()])
    return Spelling(named, letters_of(written, own), padded)


@lru_cache(maxsize=64)
def _codes_of(sent: Message | None) -> Mapping[str, str]:
    return codes_in(line.text for line in (*sent.lines, *sent.alternative)) if sent is not None else {}
