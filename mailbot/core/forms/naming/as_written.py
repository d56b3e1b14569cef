"""Entries in the words of the sender, where lines were read as if they had been written otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from mailbot.core.forms.naming.said import Loose
from mailbot.core.values import Doubt, Entry, FieldValue

_Told = TypeVar("_Told", FieldValue, Doubt)


@dataclass(frozen=True, slots=True)
class AsWritten:
    """How to say it: ``written`` gives words as they were read → words as the sender wrote them."""

    written: Mapping[str, str] = field(default_factory=dict)

    def of_entry(self, entry: Entry) -> Entry:
        """Return an entry whose values and evidence have the words of the sender."""
        fields = {name: self._of_told(each) for name, each in entry.fields.items()}
        return replace(entry, fields=fields, doubts=tuple(self._of_told(each) for each in entry.doubts))

    def of_lines(self, lines: Sequence[Loose]) -> tuple[Loose, ...]:
        """Return lines without a label as the sender wrote them."""
        return tuple(replace(each, text=self._of_words(each.text)) for each in lines)

    def _of_told(self, told: _Told) -> _Told:
        said = self._of_words(told.said)
        if isinstance(told, FieldValue):
            value = self._of_words(told.value) if isinstance(told.value, str) else told.value
            return told if (value, said) == (told.value, told.said) else replace(told, value=value, said=said)
        proposal = self._of_words(told.proposal) if isinstance(told.proposal, str) else told.proposal
        return told if (proposal, said) == (told.proposal, told.said) else replace(told, proposal=proposal, said=said)

    def _of_words(self, text: str) -> str:
        for full, short in self.written.items():
            text = text.replace(full, short)
        return text
