"""Which activity of a paper is which on record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from mailbot.core.language import fold
from mailbot.core.programme.values import Draft
from mailbot.core.records import Activity
from mailbot.core.values import Bilingual

NEAR = 0.72  # of 1: a word or two more, another verb form
LONGEST = 400  # letters compared


def match(drafts: Sequence[Draft], known: Sequence[Activity]) -> Mapping[int, Activity]:
    """Return place of a draft → activity: by code, else by the same title, else by the nearest in its theme.

    Each activity is taken once, the likest pairs first.
    """
    by_code = {each.code.upper(): each for each in known}
    found = {place: by_code[each.code.upper()] for place, each in enumerate(drafts) if each.code.upper() in by_code}
    taken = {each.code for each in found.values()}
    free = [each for each in known if each.code not in taken]
    scored = [
        (score, -place, each)
        for place, draft in enumerate(drafts)
        if not draft.code
        for each in free
        if (score := _score(draft, each)) >= NEAR
    ]
    for _, place, each in sorted(scored, key=lambda row: row[:2], reverse=True):
        if -place not in found and each.code not in taken:
            found[-place] = each
            taken.add(each.code)
    return found


def _score(draft: Draft, each: Activity) -> float:
    """Likeness of titles; above 1 for the same title in the same theme, 0 for a like one in another."""
    alike = likeness(draft.title, each.title)
    silent = not (draft.theme.es or draft.theme.en) or not (each.theme.es or each.theme.en)
    theme = silent or likeness(draft.theme, each.theme) >= NEAR
    if alike == 1:
        return 1.0 + theme
    return alike if theme else 0.0


def likeness(one: Bilingual, other: Bilingual) -> float:
    """Return how alike two texts are in the language both have, 0 to 1; case and accents aside."""
    pairs = [(one.es, other.es), (one.en, other.en), (one.es, other.en), (one.en, other.es)]
    return max((_ratio(_key(a), _key(b)) for a, b in pairs if a and b), default=0.0)


def _key(text: str) -> str:
    return fold(text)[:LONGEST].strip(" .;")


def _ratio(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < ANOTHER_FLOOR or matcher.quick_ratio() < ANOTHER_FLOOR:
        return 0.0
    return matcher.ratio()


ANOTHER_FLOOR = 0.4
