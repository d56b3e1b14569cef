"""Which entry of the calendar belongs to which activity of the same row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from mailbot.core import windows
from mailbot.core.language import fold
from mailbot.core.programme import actors as who
from mailbot.core.programme.actors import Actors
from mailbot.core.programme.items import Item, says_when, sentence_join
from mailbot.core.values import Bilingual

LONG_WORD = 5
STEM = 6


@dataclass(frozen=True, slots=True)
class Paired:
    """The calendar entries of one activity, and how sure: said, inherited, proposed."""

    entries: tuple[Item, ...]
    origin: str = "said"


@dataclass(frozen=True, slots=True)
class Pairing:
    """One ``Paired`` for each activity; ``doubt`` where the numbers differ."""

    pairs: tuple[Paired, ...]
    doubt: Bilingual | None = None


def pair(activities: Sequence[Item], entries: Sequence[Item], today: date, actors: Actors) -> Pairing:
    """Pair by numbering, else by order; where the numbers differ, propose and say so.

    More dates than activities give no date at all: silence is better than a wrong one.
    """
    count = len(activities)
    if count <= 1:
        return Pairing(tuple(Paired(tuple(entries)) for _ in activities))
    if not entries:
        return Pairing((Paired(()),) * count)
    by_number = _by_number(activities, entries)
    if by_number:
        return Pairing(by_number)
    if len(entries) > count:
        entries = _with_actor_beneath(entries, count, today, actors)
    if len(entries) == count:
        return Pairing(tuple(Paired((each,)) for each in entries))
    doubt = _differ(count, len(entries))
    if len(entries) == 1:
        return Pairing((Paired(tuple(entries), "inherited"),) * count, doubt)
    if len(entries) > count:
        return Pairing((Paired(tuple(entries), "unclear"),) * count, doubt)
    return Pairing(_proposed(activities, entries, today), doubt)


def _differ(activities: int, entries: int) -> Bilingual:
    return Bilingual(
        f"{activities} actividades y {entries} entradas en el calendario: revise cuál es de cuál, o numérelas",
        f"{activities} activities and {entries} calendar entries: check which is whose, or number them",
    )


def _by_number(activities: Sequence[Item], entries: Sequence[Item]) -> tuple[Paired, ...]:
    marks = [each.mark for each in activities]
    theirs = {each.mark for each in entries}
    if not all(marks) or len(set(marks)) < len(marks) or not theirs <= set(marks):
        return ()
    return tuple(Paired(tuple(each for each in entries if each.mark == mark)) for mark in marks)


def _with_actor_beneath(entries: Sequence[Item], count: int, today: date, actors: Actors) -> Sequence[Item]:
    """A line that only names an actor belongs to the date above it, when that makes the numbers equal."""
    found: list[Item] = []
    for entry in entries:
        only_actor = not says_when(entry.text, today) and who.responsible(actors, entry.text)
        if found and only_actor and not entry.apart and says_when(found[-1].text, today):
            found[-1] = replace(found[-1], text=sentence_join((found[-1].text, entry.text)))
        else:
            found.append(entry)
    return found if len(found) == count else entries


def _proposed(activities: Sequence[Item], entries: Sequence[Item], today: date) -> tuple[Paired, ...]:
    """Propose by order: first with first, last with last, common words deciding between.

    "Permanente" is not used up by one activity: the next without a date shares it.
    """
    chosen = dict(_aligned(activities, entries))
    pairs: list[Paired] = []
    for place in range(len(activities)):
        if place in chosen:
            pairs.append(Paired((entries[chosen[place]],), "proposed"))
        elif pairs and pairs[-1].entries and _lasts(pairs[-1].entries[0].text, today):
            pairs.append(Paired(pairs[-1].entries, "inherited"))
        else:
            pairs.append(Paired(()))
    return tuple(pairs)


def _lasts(text: str, today: date) -> bool:
    return windows.read(text, today)[0].kind in {"continuous", "recurring"}


def _aligned(activities: Sequence[Item], entries: Sequence[Item]) -> list[tuple[int, int]]:
    """Return (activity, entry) pairs in order, every entry once, with the highest score."""
    best: dict[tuple[int, int], tuple[int, list[tuple[int, int]]]] = {}
    for entry in range(len(entries)):
        for place in range(entry, len(activities) - (len(entries) - entry) + 1):
            before = [best[entry - 1, each] for each in range(entry - 1, place)] if entry else [(0, [])]
            score, pairs = max(before, key=lambda row: row[0])
            mine = _score(activities, entries, place, entry)
            best[entry, place] = (score + mine, [*pairs, (place, entry)])
    last = len(entries) - 1
    return max((best[last, place] for place in range(last, len(activities))), key=lambda row: row[0])[1]


def _score(activities: Sequence[Item], entries: Sequence[Item], place: int, entry: int) -> int:
    ends = (place, entry) in {(0, 0), (len(activities) - 1, len(entries) - 1)}
    return 10 * len(_stems(activities[place].text) & _stems(entries[entry].text)) + 5 * ends


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in re.findall(r"[^\W\d_]+", fold(text)) if len(word) >= LONG_WORD}
