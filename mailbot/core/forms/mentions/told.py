"""Entries of the mentions in sentences: each number, post and office with the person it is told of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mailbot.core.forms.mentions.letter import Letter
from mailbot.core.forms.mentions.sense import is_away, is_bare_line, is_news
from mailbot.core.forms.naming.clauses import clauses
from mailbot.core.forms.naming.courtesy import without_greeting
from mailbot.core.forms.naming.labels import Labels
from mailbot.core.forms.naming.said import Loose
from mailbot.core.forms.naming.ways import ways_in
from mailbot.core.forms.persons.their_posts import with_role_now, without_principal
from mailbot.core.values import Entry, Known

_MOST_LINES, _LONGEST = 40, 1_200  # lines of a letter, characters of a line


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The entries of a letter's mentions; whether one without a name is surely the writer's: "mi teléfono"."""

    entries: tuple[Entry, ...] = ()
    of_myself: bool = False
    writer: Entry | None = None  # the writer's among them, whose name may be told too
    old: frozenset[str] = frozenset()  # the digits of numbers and the addresses that are said to be old or another's


def entries_of_mentions(loose: Sequence[Loose], labels: Labels, known: Known, *, asked: bool) -> Mentioned:
    """Return entries of doubts for whom the sentences of a letter speak of, the writer included.

    ``asked``: the letter answers a request for such data, or its subject speaks of them; else only what is said
    to be new counts.
    """
    lines = [(with_role_now(without_greeting(line.text[:_LONGEST])), line.line) for line in loose[:_MOST_LINES]]
    if any(is_away(text) for text, _ in lines):
        return Mentioned()
    read = [
        (without_principal(sentence), line)
        for text, line in lines
        if not is_bare_line(text)
        for sentence in clauses(text)
    ]
    if not asked and not any(is_news(sentence) for sentence, _ in read):
        return Mentioned()
    ways = [way for sentence, _ in read for way in ways_in(sentence)]
    gone = (bare(way.words) for way in ways if way.old and way.words and not way.extensions)
    old = frozenset(gone) - {bare(way.words) for way in ways if not way.old}
    letter = Letter(labels, known, asked=asked)
    for sentence, line in read:
        letter.read(sentence, line)
    entries = tuple(letter.entries())
    return Mentioned(entries, letter.of_myself, entries[0] if entries and letter.tells_of_the_writer else None, old)


def bare(words: str) -> str:
    """Return the digits of a number, an address as it is compared."""
    return words.lower() if "@" in words else "".join(sign for sign in words if sign.isdigit())
