"""Whom a sentence names."""

from __future__ import annotations

from dataclasses import dataclass, field

from mailbot.core.forms.persons.runs import Run


@dataclass(frozen=True, slots=True)
class Person:
    """Whom a sentence names: the words of ``values`` by field, where the name stands, in what sentence."""

    run: Run
    line: int
    said: str
    start: int
    end: int
    change: str = ""
    values: dict[str, str] = field(default_factory=dict)
    tells: bool = False  # a word of coming, going, being or reaching stands with the name
