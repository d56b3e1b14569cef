"""Which activity of a paper is which on record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from mailbot.core.language import fold
from mailbot.core.programme.values import Draft
from mailbot.core.records import Activity
from mailbot.core.values import Bilingual

NEAR = 0.72  # of 1: a word or two more, another verb form
LONGEST = 80  # words compared
STEM = 6  # letters: "realizar" and "realización" are one word

_Stems = tuple[str, ...]


def match(drafts: Sequence[Draft], known: Sequence[Activity]) -> Mapping[int, Activity]:
    """Return place of a draft → activity: by code, else by the same title, else by the nearest in its theme.

    Each activity is taken once; the same title in the same theme goes before another theme's.
    """
    found: dict[int, Activity] = {}
    by_code = {each.code.upper(): each for each in known}
    _take(found, [(1.0, place, by_code.get(each.code.upper())) for place, each in enumerate(drafts)])
    free = [place for place, each in enumerate(drafts) if not each.code]
    by_title: dict[str, list[Activity]] = {}
    for each in known:
        for key in title_keys(each.title):
            by_title.setdefault(key, []).append(each)
    same = [
        (1.0 + _same_theme(drafts[place], each), place, each)
        for place in free
        for key in title_keys(drafts[place].title)
        for each in by_title.get(key, ())
    ]
    _take(found, same)
    _take(found, _nearest(drafts, [place for place in free if place not in found], _left(found, known)))
    return found


def _take(found: dict[int, Activity], scored: Iterable[tuple[float, int, Activity | None]]) -> None:
    """Take pairs, the likest first, then in the order of the paper."""
    taken = {each.code for each in found.values()}
    for _, place, each in sorted(scored, key=lambda row: (-row[0], row[1])):
        if each is not None and place not in found and each.code not in taken:
            found[place] = each
            taken.add(each.code)


def _left(found: Mapping[int, Activity], known: Iterable[Activity]) -> list[Activity]:
    taken = {each.code for each in found.values()}
    return [each for each in known if each.code not in taken]


def _nearest(
    drafts: Sequence[Draft], places: Sequence[int], known: Sequence[Activity]
) -> list[tuple[float, int, Activity | None]]:
    scored: list[tuple[float, int, Activity | None]] = []
    for place in places:
        for each in known:
            score = likeness(drafts[place].title, each.title, NEAR) if _same_theme(drafts[place], each) else 0.0
            if score >= NEAR:
                scored.append((score, place, each))
    return scored


def _same_theme(draft: Draft, each: Activity) -> bool:
    """Whether themes agree; a silent one agrees with any."""
    mine, theirs = title_keys(draft.theme), title_keys(each.theme)
    return not mine or not theirs or bool(mine & theirs) or likeness(draft.theme, each.theme, NEAR) >= NEAR


def title_keys(title: Bilingual) -> frozenset[str]:
    """Return the halves of a title as they are compared: case, accents and a last stop aside."""
    return frozenset(fold(half).strip(" .;") for half in (title.es, title.en) if half.strip())


def likeness(one: Bilingual, other: Bilingual, least: float = 0.0) -> float:
    """Return how alike two titles are, 0 to 1, by the stems of their words; 0 where it is under ``least``."""
    pairs = {(a, b) for a in title_keys(one) for b in title_keys(other)}
    if any(a == b for a, b in pairs):
        return 1.0
    return max((_ratio(_stems(a), _stems(b), least) for a, b in pairs), default=0.0)


def _stems(key: str) -> _Stems:
    return tuple(word[:STEM] for word in re.findall(r"\w+", key)[:LONGEST])


def _ratio(one: _Stems, other: _Stems, least: float) -> float:
    common = len(set(one) & set(other))
    if 2 * common < least * (len(set(one)) + len(set(other))) / 2:
        return 0.0
    found = SequenceMatcher(None, one, other, autojunk=False).ratio()
    return found if found >= least else 0.0
