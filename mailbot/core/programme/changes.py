"""One activity of a paper beside the same on record, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from mailbot.core.programme.rows import kind_of
from mailbot.core.programme.values import Draft
from mailbot.core.records import Activity


@dataclass(frozen=True, slots=True)
class Change:
    """One field: what stood before and what the paper says."""

    field: str
    before: object
    after: object


def translated(existing: Activity) -> bool:
    """Whether the record has a title of its own in each language."""
    return bool(existing.title.en) and existing.title.en != existing.title.es


def alike(one: str, other: str) -> bool:
    """Whether texts differ in spaces, stops and commas only."""
    return re.sub(r"[\s.,;]+", " ", one).strip() == re.sub(r"[\s.,;]+", " ", other).strip()


def keeps_dates(draft: Draft, existing: Activity) -> bool:
    """The same words on record with other dates: somebody moved them, and they stay."""
    same_words = "window" in draft.derived and alike(draft.calendar_text, existing.calendar_text)
    held = existing.start or existing.end
    window = draft.window
    return bool(same_words and held and (window.start, window.end) != (existing.start, existing.end))


def changes_of(draft: Draft, existing: Activity, parent: str | None) -> Iterable[Change]:
    """Yield what the paper changes.

    What it does not speak of stays; what was read from prose counts only when the prose is other
    prose than before.
    """
    for name, before, after in _texts(draft, existing):
        if after and not alike(after, before):
            yield Change(name, before, after)
    if draft.dated and not keeps_dates(draft, existing):
        yield from _window_changes(draft, existing)
    prose_same = alike(draft.calendar_text, existing.calendar_text) and not _title_changes(draft, existing)
    for name in ("responsible", "partners", "place", "depends_on"):
        before, after = getattr(existing, name), getattr(draft, name)
        silent = not after or (name in draft.derived and before and (prose_same or name == "depends_on"))
        if not silent and before != after:
            yield Change(name, _plain(before), _plain(after))
    if existing.parent_code != parent:
        yield Change("parent_code", existing.parent_code, parent)


def _title_changes(draft: Draft, existing: Activity) -> bool:
    halves = ((draft.title.es, existing.title.es), (draft.title.en, existing.title.en))
    return any(after and not alike(after, before) for after, before in halves)


def _texts(draft: Draft, existing: Activity) -> Iterable[tuple[str, str, str]]:
    for name in ("theme", "objective", "title"):
        before, after = getattr(existing, name), getattr(draft, name)
        spanish, english = after.es, after.en
        if name == "title" and not translated(existing):
            # Without a translation both halves say the same: they change together.
            spanish, english = spanish or english, english or spanish
        yield f"{name}_es", before.es, spanish
        yield f"{name}_en", before.en, english
    yield "calendar_text", existing.calendar_text, draft.calendar_text


def _window_changes(draft: Draft, existing: Activity) -> Iterable[Change]:
    window = draft.window
    if "window" in draft.derived and draft.calendar_text and _same_window(draft, existing):
        return
    pairs = (
        ("kind", kind_of(existing.kind, existing.start, existing.end), window.kind),
        ("start", existing.start, window.start),
        ("end", existing.end, window.end),
        ("tentative", existing.tentative, window.tentative),
    )
    changed = [Change(name, _plain(before), _plain(after)) for name, before, after in pairs if before != after]
    if changed and existing.origin != draft.origin:
        changed.append(Change("origin", existing.origin, draft.origin))
    yield from changed


def _same_window(draft: Draft, existing: Activity) -> bool:
    window = draft.window
    said = (window.kind, window.start, window.end, window.tentative)
    return said == (
        kind_of(existing.kind, existing.start, existing.end),
        existing.start,
        existing.end,
        existing.tentative,
    )


def _plain(value: object) -> object:
    """Return a value as JSON and people see it."""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def values_of(draft: Draft, existing: Activity | None, changes: Iterable[Change], parent: str | None) -> dict[str, Any]:
    """Return the columns to write: all of a new one, the changed ones of another."""
    if existing is not None:
        days = {"start", "end"}
        changed = {each.field: each.after for each in changes}
        dates = {name: getattr(draft.window, name) for name in days & changed.keys()}
        return {"code": existing.code, **changed, **dates}
    title = draft.title
    return {
        "code": draft.code,
        "parent_code": parent,
        "theme_es": draft.theme.es,
        "theme_en": draft.theme.en,
        "objective_es": draft.objective.es,
        "objective_en": draft.objective.en,
        "title_es": title.es or title.en,
        "title_en": title.en or title.es,
        "calendar_text": draft.calendar_text,
        "kind": draft.window.kind,
        "start": draft.window.start,
        "end": draft.window.end,
        "tentative": draft.window.tentative,
        "responsible": list(draft.responsible),
        "partners": list(draft.partners),
        "place": draft.place,
        "depends_on": list(draft.depends_on),
        "origin": draft.origin,
    }
