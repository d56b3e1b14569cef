"""A paper beside what is on record: codes, new, changed field by field, unchanged, gone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from mailbot.core.programme.changes import Change, alike, changes_of, keeps_dates, translated, values_of
from mailbot.core.programme.matching import likeness, match, title_keys
from mailbot.core.programme.order import ordered
from mailbot.core.programme.values import Draft, Remark
from mailbot.core.records import Activity
from mailbot.core.values import Bilingual

_NUMBERED = re.compile(r"^(.*?)-(\d{1,3})$")
ANOTHER = 0.5  # titles less alike than this are another activity's


@dataclass(frozen=True, slots=True)
class Step:
    """What the paper does to one activity: new, changed, same or gone.

    ``values`` are the columns of the store, for new and changed ones; "gone" ones are kept.
    """

    state: str
    code: str
    title: Bilingual
    changes: tuple[Change, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """All steps in the order of the paper, gone ones last, and what a person should look at."""

    steps: tuple[Step, ...]
    doubts: tuple[Remark, ...]

    def count(self, state: str) -> int:
        """Return how many steps have this state."""
        return sum(step.state == state for step in self.steps)


@dataclass(slots=True)
class _Planning:
    known: Mapping[str, Activity]
    steps: list[Step] = field(default_factory=list)
    doubts: list[Remark] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)


def plan(drafts: Sequence[Draft], known: Sequence[Activity], prefix: str, today: date = date.min) -> Plan:
    """Compare the activities of a paper with those on record.

    A code in the paper decides; else the nearest title in the same theme does; what is
    new gets the next number after ``prefix``, or after the prefix the record uses.  ``today``
    is the day from which "después del 15 de marzo" is read: a date, not an activity.
    """
    planning = _Planning({each.code: each for each in known})
    parents = [each for each in known if each.parent_code is None]
    drafts = [replace(each, code=_spelled(each.code, prefix)) for each in drafts]
    found = match(drafts, parents)
    codes = _codes(drafts, found, known, prefix)
    coded = [replace(draft, code=code) for draft, code in zip(drafts, codes, strict=True)]
    titles = {each.code: each.title for each in known}
    drafts, unclear = ordered(coded, titles, _stem(codes, prefix), today)
    for place, draft in enumerate(drafts):
        _plan_one(planning, draft, found.get(place), None)
    planning.doubts += unclear
    gone = _gone(planning, known, codes)
    return Plan((*planning.steps, *gone), tuple(planning.doubts))


def _spelled(code: str, prefix: str) -> str:
    code = code.strip().rstrip(".")
    return f"{prefix}-{int(code):02d}" if code.isdigit() else code


def _stem(codes: Iterable[str], prefix: str) -> str:
    """Return the prefix of most codes: what "Actividad 3" means."""
    stems = Counter(hit[1] for code in codes if (hit := _NUMBERED.match(code)))
    return stems.most_common(1)[0][0] if stems else prefix


def _codes(drafts: Sequence[Draft], found: Mapping[int, Activity], known: Iterable[Activity], prefix: str) -> list[str]:
    used = {each.code for each in known} | {each.code for each in drafts}
    prefixes = Counter(hit[1] for each in found.values() if (hit := _NUMBERED.match(each.code)))
    stem = prefixes.most_common(1)[0][0] if prefixes else prefix
    numbers = [int(hit[2]) for code in used if (hit := _NUMBERED.match(code)) and hit[1] == stem]
    following = max(numbers, default=0)
    codes = []
    for place, draft in enumerate(drafts):
        if place in found:
            codes.append(found[place].code)
        elif draft.code:
            codes.append(draft.code)
        else:
            following += 1
            codes.append(f"{stem}-{following:02d}")
    return codes


def _plan_one(planning: _Planning, draft: Draft, existing: Activity | None, parent: str | None) -> None:
    if draft.code in planning.seen:
        planning.doubts.append(Remark(draft.where, _twice(draft.code)))
        return
    planning.seen.add(draft.code)
    planning.doubts += _doubts(draft, existing, planning.known.values())
    changes = tuple(changes_of(draft, existing, parent)) if existing else ()
    values = values_of(draft, existing, changes, parent)
    state = "new" if existing is None else "changed" if changes else "same"
    planning.steps.append(Step(state, draft.code, draft.title, changes, values if state != "same" else {}))
    _plan_milestones(planning, draft)


def _plan_milestones(planning: _Planning, draft: Draft) -> None:
    known = [each for each in planning.known.values() if each.parent_code == draft.code]
    found = match(draft.milestones, known)
    free = iter(letter for letter in LETTERS if f"{draft.code}{letter}" not in planning.known)
    before = ""
    for place, each in enumerate(draft.milestones):
        code = found[place].code if place in found else each.code or f"{draft.code}{next(free, place)}"
        milestone = replace(each, code=code)
        if before and not milestone.depends_on:
            derived = milestone.derived | {"depends_on"}
            milestone = replace(milestone, depends_on=(before,), derived=derived)
        _plan_one(planning, milestone, found.get(place), draft.code)
        before = code


LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _twice(code: str) -> Bilingual:
    return Bilingual(
        f"el código {code} está dos veces; la segunda no se importa: cambie uno",
        f"the code {code} stands twice; the second is not imported: change one",
    )


def _doubts(draft: Draft, existing: Activity | None, known: Iterable[Activity]) -> Iterable[Remark]:
    where = Bilingual(f"{draft.code}, {draft.where.es}", f"{draft.code}, {draft.where.en}")
    if existing is None:
        mine = title_keys(draft.title)
        same = next((each for each in known if mine & title_keys(each.title)), None)
        if same is not None and same.parent_code is None:
            yield Remark(where, _renumbered(same.code))
        return
    if likeness(draft.title, existing.title) < ANOTHER:
        yield Remark(where, _other_title(existing.title))
    if not draft.dated and (existing.start or existing.end):
        yield Remark(where, _blank_now(existing))
    if keeps_dates(draft, existing):
        yield Remark(where, _reads_otherwise(draft, existing))
    if draft.title.es and not draft.title.en and translated(existing) and not alike(draft.title.es, existing.title.es):
        yield Remark(where, STALE)


def _renumbered(code: str) -> Bilingual:
    return Bilingual(
        f"{code} tiene el mismo título: ¿cambió de código? Ambas quedarían registradas",
        f"{code} has the same title: was it renumbered? Both would be on record",
    )


def _other_title(title: Bilingual) -> Bilingual:
    return Bilingual(
        f"este código tenía otro título («{title.es}»): ¿se cambió la numeración?",
        f"this code had another title (“{title.en}”): was the numbering changed?",
    )


def _blank_now(existing: Activity) -> Bilingual:
    dates = f"{existing.start or '…'} – {existing.end or '…'}"
    return Bilingual(
        f"el calendario está vacío; se conserva lo registrado ({dates})",
        f"the calendar is blank; what is on record is kept ({dates})",
    )


def _reads_otherwise(draft: Draft, existing: Activity) -> Bilingual:
    now = f"{draft.window.start or '…'} – {draft.window.end or '…'}"
    held = f"{existing.start or '…'} – {existing.end or '…'}"
    return Bilingual(
        f"el mismo calendario («{draft.calendar_text}») se lee {now}, pero está registrado {held}; se conserva",
        f"the same calendar (“{draft.calendar_text}”) reads {now}, but {held} is on record and kept",
    )


STALE = Bilingual(
    "el título en español cambió; revise la traducción registrada",
    "the Spanish title changed; check the translation on record",
)


def _gone(planning: _Planning, known: Iterable[Activity], codes: Iterable[str]) -> Iterable[Step]:
    """Activities of the same programme (prefix) that the paper no longer has: said, never deleted."""
    stems = {hit[1] for code in codes if (hit := _NUMBERED.match(code))}
    for each in known:
        top = _NUMBERED.match(each.parent_code or each.code)
        if each.code not in planning.seen and top and top[1] in stems:
            yield Step("gone", each.code, each.title)
